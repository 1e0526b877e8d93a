"""Departments in the window: renamed by an act, with their old names beside them, those that ended not offered."""

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.form_act import FormActDialog
from cluster_desktop.ui.records.references import finder
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.units.departments_list import DepartmentsList
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened

ENDED = PartialDate(2020, 1, 1)


@pytest.fixture
def page(book: OpenWorkspace) -> DepartmentsList:
    units = book.window.show_page("units")
    assert isinstance(units, SectionsPage)
    units.choose("department")
    assert isinstance(units.current, DepartmentsList)
    return units.current


def test_a_department_is_renamed_since_a_day_and_its_old_name_stands_beside_it(
    page: DepartmentsList, book: OpenWorkspace
) -> None:
    assert page.rename() is None  # nobody has chosen one
    page.list.view.selectRow(0)
    row = page.list.model.row(0)
    dialog = page.rename()
    assert isinstance(dialog, FormActDialog)
    assert dialog.form.editor("name").text() == row.title
    dialog.form.editor("on").setText("01/09/2024")
    dialog.go()
    assert "giống tên đang dùng" in dialog.form.message("name")
    dialog.form.editor("name").setText("Khoa Lý luận <b>&")
    dialog.go()
    assert not dialog.isVisible()
    after = opened(book).read(listing.find, "department", row.uid)
    assert after.title == "Khoa Lý luận <b>&"
    (former,) = opened(book).read(listing.page, Listing(kind="former_name").filtered("department_uid", row.uid))
    assert (former.title, former.shown["valid_to"]) == (row.title, "31/08/2024")
    assert former.values["unit_uid"] == row.values["unit_uid"]


def test_the_form_of_a_person_offers_the_departments_of_today(page: DepartmentsList, book: OpenWorkspace) -> None:
    workspace = opened(book)
    unit = page.list.model.row(0).values["unit_uid"]
    draft = DepartmentDraft(unit_uid=str(unit), name="Khoa đã giải thể", ended_on=ENDED)
    records.create(workspace, draft)
    offered = {}
    for kind in (PersonDraft, AwardDraft):
        field = next(each for each in fields_of(kind) if each.key == "department_uid")
        found = finder(workspace, field, lambda: ("unit_uid", str(unit)))("Khoa đã giải thể")
        offered[kind] = [candidate.label for candidate in found]
    assert offered == {PersonDraft: [], AwardDraft: ["Khoa đã giải thể (giải thể 01/01/2020)"]}


def test_a_department_may_carry_on_one_of_another_school(page: DepartmentsList, book: OpenWorkspace) -> None:
    workspace = opened(book)
    rows = [page.list.model.row(number) for number in range(2)]
    own, other = (str(row.values["unit_uid"]) for row in rows)
    assert own != other
    draft = DepartmentDraft(unit_uid=own, name="Khoa tiếp nối", began_on=ENDED, continues_uid=rows[1].uid)
    uid = records.create(workspace, draft).uids[0]
    form = Form(workspace, DepartmentDraft)
    form.set_row(workspace.read(listing.find, "department", uid))
    assert form.draft() == draft
    field = next(each for each in fields_of(DepartmentDraft) if each.key == "continues_uid")
    found = finder(workspace, field, lambda: None)(rows[1].title)
    assert (rows[1].uid, rows[1].shown["unit_uid"]) in {(one.key, one.detail) for one in found}
