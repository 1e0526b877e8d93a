"""A list of any length is read page by page, in the words and the order of the screen."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Integer
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.rows import Listing, Row
from cluster_desktop.ui.kit.tones import ACCENT, Tag
from cluster_desktop.ui.lists.row_pages import KEPT, PAGE, RowPages
from cluster_desktop.ui.lists.table_model import ExtraColumn, TableModel
from tests.ui.busy import held
from tests.ui.people import add_unit, copy_person

ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)


def headings(model: TableModel) -> list[str]:
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def names_of(model: TableModel) -> list[str]:
    return [model.text(row, 1) for row in range(model.rowCount())]


@pytest.mark.usefixtures("everybody")
def test_qt_finds_no_fault(qtmodeltester: ModelTester, workspace: Workspace) -> None:
    qtmodeltester.check(TableModel(workspace, Listing(kind="person")))


def test_the_list_counts_and_numbers_everybody(workspace: Workspace, everybody: int) -> None:
    model = TableModel(workspace, Listing(kind="person"))
    assert everybody == 300
    assert model.rowCount() == 300
    assert (model.text(0, 0), model.text(299, 0)) == ("1", "300")
    assert headings(model)[:4] == ["TT", "Họ và tên ▲", "Ngày sinh", "Giới tính"]


@pytest.mark.usefixtures("everybody")
def test_a_search_without_marks_finds_marked_names(workspace: Workspace) -> None:
    model = TableModel(workspace, Listing(kind="person"))
    model.set_listing(Listing(kind="person", search="dieu dang"))
    assert sorted(names_of(model)) == sorted(f"Đặng {middle} Điều" for middle in ("Văn", "Thị", "Ngọc", "Thu", "A"))


def test_a_heading_sorts_up_then_down_then_as_usual(workspace: Workspace) -> None:
    unit = add_unit(workspace, "Lào Cai")
    for name, year in (("Lò Thị An", 1990), ("Lê Văn Yến", 1970), ("Bế A Ân", 1980)):
        records.create(workspace, PersonDraft(full_name=name, unit_uid=unit, birth_date=PartialDate(year)))
    model = TableModel(workspace, Listing(kind="person"))
    assert names_of(model) == ["Lò Thị An", "Bế A Ân", "Lê Văn Yến"]
    model.set_order(2)
    assert names_of(model) == ["Lê Văn Yến", "Bế A Ân", "Lò Thị An"]
    assert headings(model)[1:3] == ["Họ và tên", "Ngày sinh ▲"]
    model.set_order(2)
    assert names_of(model) == ["Lò Thị An", "Bế A Ân", "Lê Văn Yến"]
    assert headings(model)[2] == "Ngày sinh ▼"
    model.set_order(2)
    assert headings(model)[1:3] == ["Họ và tên ▲", "Ngày sinh"]


def test_a_state_is_a_tag_and_numbers_stand_at_the_right(workspace: Workspace, person: str) -> None:
    round_uid = records.create(workspace, RoundDraft(name="Tổng kết 2020", year=2020)).uids[0]
    draft = NominationDraft(round_uid=round_uid, person_uid=person, award="LDTT", state="DE_NGHI", votes_total=9)
    records.create(workspace, draft)
    model = TableModel(workspace, Listing(kind="nomination"))
    state = model.keys.index("state") + 1
    votes = model.keys.index("votes_total") + 1
    assert model.cell(0, state) == Tag("Đã đề nghị", ACCENT)
    assert model.data(model.index(0, state)) == "Đã đề nghị"
    assert model.data(model.index(0, votes), ALIGN) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, state), ALIGN) & Qt.AlignmentFlag.AlignLeft


@pytest.mark.usefixtures("person")
def test_a_word_that_was_not_recorded_says_so(workspace: Workspace) -> None:
    model = TableModel(workspace, Listing(kind="person"), ("degree", "position"))
    assert [model.text(0, 1), model.text(0, 2)] == ["Chưa ghi nhận", ""]


@pytest.mark.usefixtures("everybody")
def test_a_page_can_add_a_column_of_its_own(workspace: Workspace) -> None:
    def length(rows: Sequence[Row]) -> dict[str, str]:
        return {row.uid: str(len(row.title)) for row in rows}

    extra = ExtraColumn(Field(key="length", label="Độ dài", type=Integer(), listed=True), length)
    model = TableModel(workspace, Listing(kind="person"), extras=(extra,))
    last = model.columnCount() - 1
    assert headings(model)[last] == "Độ dài"
    assert [model.text(row, last) for row in (0, 299)] == [str(len(model.text(row, 1))) for row in (0, 299)]


def test_only_some_pages_stay_in_memory(workspace: Workspace, person: str) -> None:
    count = (KEPT + 6) * PAGE
    copy_person(workspace, person, count)
    pages = RowPages(workspace, Listing(kind="person"))
    pages.refresh()
    assert pages.count == count + 1
    seen = [pages.row(number) for number in range(0, count, PAGE)]
    assert [row.title for row in seen if row] == [f"Người {number + 1}" for number in range(0, count, PAGE)]
    assert len(pages.pages) == KEPT


@pytest.mark.usefixtures("everybody")
def test_a_busy_file_is_read_as_soon_as_it_is_free(qtbot: QtBot, workspace: Workspace) -> None:
    model = TableModel(workspace, Listing(kind="person"))
    with held(workspace):
        model.reload()
        assert model.rowCount() == 300
        assert model.text(0, 1) == ""
    qtbot.waitUntil(lambda: model.text(0, 1) != "")
    assert model.text(0, 1) == "Bế A An"
