"""What the form of a nomination says before it writes: once, in words, and the second time it is meant."""

import pytest
from PySide6.QtWidgets import QPushButton

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.awards.nominations_section import NominationsList
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened

BORN = PartialDate(1980, 9, 1)


@pytest.fixture
def nominations(book: OpenWorkspace) -> NominationsList:
    page = book.window.show_page("awards")
    assert isinstance(page, SectionsPage)
    page.choose("nomination")
    nominations = page.section("nomination")
    assert isinstance(nominations, NominationsList)
    return nominations


def unit(workspace: Workspace, code: str, name: str, gone: PartialDate | None = None) -> str:
    draft = UnitDraft(code=code, name=f"Trường {name}", short_name=name, dissolved_on=gone)
    return records.create(workspace, draft).uids[0]


def place(workspace: Workspace, name: str) -> str:
    return records.create(workspace, RoundDraft(name=name, year=2025)).uids[0]


def nominated(workspace: Workspace) -> int:
    return workspace.read(listing.count, Listing(kind="nomination"))


@pytest.mark.parametrize("what", ["twice", "two forms", "two units", "a unit that is gone"])
def test_a_doubtful_nomination_is_said_in_a_sentence_and_written_when_meant(
    book: OpenWorkspace, nominations: NominationsList, what: str
) -> None:
    workspace = opened(book)
    home, other = unit(workspace, "MOT", "Một"), unit(workspace, "HAI", "Hai")
    gone = unit(workspace, "CU", "Cũ", PartialDate(2025, 7, 1))
    here, there, left = (
        records.create(workspace, PersonDraft(full_name="Vàng Thị Dợ", unit_uid=each, birth_date=born)).uids[0]
        for each, born in ((home, BORN), (other, BORN), (gone, PartialDate(1990)))
    )
    first, second = place(workspace, "Tổng kết"), place(workspace, "Bổ sung")
    records.create(workspace, NominationDraft(round_uid=first, person_uid=here, award="GK"))
    values, sentence = {
        "twice": ((second, here, "GK"), "Đã có đề nghị “Giấy khen” ở đợt “Tổng kết” cùng năm."),
        "two forms": ((second, here, "BK_TINH"), "Năm này đã đề nghị “Giấy khen”; một thành tích không khen nhiều"),
        "two units": ((first, there, "GK"), "“Vàng Thị Dợ” cũng được đề nghị ở Một; có thể là cùng một người."),
        "a unit that is gone": ((second, left, "GK"), "Hãy chuyển người này về đơn vị mới rồi đề nghị."),
    }[what]
    before = nominated(workspace)
    record = nominations.record
    record.show_new(dict(zip(("round_uid", "person_uid", "award"), values, strict=True)))
    assert not record.save()
    assert sentence in record.banner.text()
    assert nominated(workspace) == before
    next(each for each in record.banner.findChildren(QPushButton) if each.text() == "Vẫn lưu").click()
    assert nominated(workspace) == before + 1


def test_a_nomination_that_fails_a_rule_leads_to_the_field_of_its_reason(
    book: OpenWorkspace, nominations: NominationsList
) -> None:
    workspace = opened(book)
    home = unit(workspace, "MOT", "Một")
    person = records.create(workspace, PersonDraft(full_name="Vàng Thị Dợ", unit_uid=home)).uids[0]
    records.create(workspace, RatingDraft(person_uid=person, year=2025, quality="HTNV"))
    draft = NominationDraft(round_uid=place(workspace, "Tổng kết"), person_uid=person, award="CSTDCS", state="DE_NGHI")
    uid = records.create(workspace, draft).uids[0]
    book.window.choose_year(2025)
    assert nominations.show_record("nomination", uid)
    record = nominations.record
    record.form.editor("state").set_value("HOI_DONG", "")
    assert not record.save()
    assert "Chưa đủ điều kiện" in record.banner.text()
    assert book.window.focusWidget() is record.form.editor("override_reason")
    assert "Chưa đủ điều kiện" in record.form.message("override_reason")
    next(each for each in record.banner.findChildren(QPushButton) if each.text() == "Vẫn lưu").click()
    stored = workspace.read(listing.find, "nomination", uid)
    assert stored.values["state"] == "HOI_DONG"
    assert "Chưa đủ điều kiện" not in record.form.message("override_reason")
