"""Events as list, calendar and years: moved through by keyboard, opened beside, never losing what is typed."""

import datetime
import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop import errors
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.events.events import (
    AttendeeDraft,
    EventDraft,
    ExpenseDraft,
    GiftDraft,
    PaperDraft,
    ResultDraft,
)
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people.participation import person_events
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.events.attendees import AttendeesDialog
from cluster_desktop.ui.events.events_page import EventsPage
from cluster_desktop.ui.events.participants import ParticipantsDialog
from cluster_desktop.ui.events.sums_tab import SumsTab
from cluster_desktop.ui.lists.link_tab import LinkTab
from cluster_desktop.ui.people.people_page import PeoplePage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.people import operations_on
from tests.ui.questions import answering
from tests.ui.sample_window import opened

MARKUP = 'Hội thảo <b>&"' + "x" * 188


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, unit: str) -> EventsPage:
    """The page of 2026 with events of August: two on one day, one over three days, one without a day."""
    for title, day, end in (
        (MARKUP, PartialDate(2026, 8, 20), None),
        (unicodedata.normalize("NFD", "Giao lưu thể thao"), PartialDate(2026, 8, 20), PartialDate(2026, 8, 22)),
        ("Thiện nguyện", PartialDate(2026, 8), None),
        ("Phát động", PartialDate(2026, 1, 5), PartialDate(2026, 12, 31)),
    ):
        draft = EventDraft(kind="HOI_NGHI", title=title, year=2026, starts_on=day, ends_on=end, host_uid=unit)
        records.create(workspace, draft)
    operations = operations_on(qtbot, workspace)
    page = EventsPage(operations)
    qtbot.addWidget(page)
    operations.changed.connect(page.reread)
    page.resize(1152, 700)
    page.set_year(2026)
    page.reread(None)
    page.show()
    qtbot.waitExposed(page)
    return page


def on(page: EventsPage, day: datetime.date) -> list[str]:
    return [event.title for event in page.calendar.grid.days.get(day, ())]


def test_the_calendar_goes_by_day_and_month_and_opens_events(qtbot: QtBot, page: EventsPage) -> None:
    page.choose_view(1)
    grid = page.calendar.grid
    page.calendar.show_day(datetime.date(2026, 1, 5))
    for _month in range(7):
        qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert page.calendar.month.text() == "Tháng 8 năm 2026"
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.day == datetime.date(2026, 8, 19)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert on(page, grid.day) == ["Giao lưu thể thao", MARKUP]
    assert on(page, datetime.date(2026, 8, 22)) == ["Giao lưu thể thao"]
    assert on(page, datetime.date(2026, 8, 23)) == []
    qtbot.keyClick(grid, Qt.Key.Key_Return)  # two events: one is chosen
    menu = page.calendar.grid.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    assert page.record.head.title.text() == MARKUP
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert page.record.head.title.text() == "Giao lưu thể thao"
    undated = page.calendar.undated
    assert [undated.item(place).text().split(" · ")[1] for place in range(undated.count())] == ["Thiện nguyện"]


def test_a_typed_word_is_asked_about_before_the_calendar_opens_another(qtbot: QtBot, page: EventsPage) -> None:
    page.choose_view(1)
    page.calendar.show_day(datetime.date(2026, 8, 21))
    page.calendar.grid.open_day()
    first = page.record.uid
    page.record.form.editor("title").setText("Giao lưu khác")
    page.record.form.changed.emit()
    page.calendar.show_day(datetime.date(2026, 1, 5))
    with answering("Ở lại"):
        page.calendar.grid.open_day()
    assert page.record.uid == first
    page.discard()


def test_years_show_the_months_and_lead_to_the_events(qtbot: QtBot, book: OpenWorkspace) -> None:
    events = book.window.show_page("events")
    assert isinstance(events, EventsPage)
    events.choose_view(2)
    table = events.years.table
    assert [table.verticalHeaderItem(row).text() for row in range(table.rowCount())] == ["2017", "2018", "2019", "2020"]
    assert [table.item(row, 0).text() for row in range(4)] == ["Lạng Sơn", "Cao Bằng", "Lào Cai", "Sơn La"]
    table.setCurrentCell(2, 8)  # August 2019
    assert events.years.title.text() == "Năm 2019, tháng 8 · 4 sự kiện"
    table.setFocus()
    events.years.list.setCurrentRow(0)
    events.years.list.itemActivated.emit(events.years.list.item(0))
    assert events.record.row is not None
    assert events.record.row.values["year"] == 2019


def test_sums_add_up_by_unit_and_by_source(page: EventsPage, workspace: Workspace, unit: str) -> None:
    uid = page.list.model.row(0).uid
    for planned, spent, source in ((100, 90, "Tỉnh"), (50, 60, "Tỉnh"), (7, None, None)):
        records.create(
            workspace, ExpenseDraft(event_uid=uid, description="a", source=source, planned=planned, spent=spent)
        )
    records.create(workspace, GiftDraft(event_uid=uid, description="Quà", unit_uid=unit, quantity=4, amount=2_000_000))
    for prize in ("NHAT", "BA", "BA", "THAM_GIA"):
        records.create(workspace, ResultDraft(event_uid=uid, discipline="Kéo co", unit_uid=unit, prize=prize))
    tab = SumsTab(workspace)
    tab.show_record(workspace.read(listing.find, "event", uid))
    lines = tab.toPlainText().split("\n")
    costs = lines[lines.index("Kinh phí theo nguồn") :]
    assert costs[2:-1] == ["Dự toán", "Thực chi", "Tỉnh", "150", "150", "Chưa ghi nhận", "7", "0", "Cộng", "157", "150"]
    medals = lines[lines.index("Bảng giải theo đơn vị") :]
    assert medals[7:13] == ["Lào Cai", "1", "0", "2", "0", "3"]
    tab.deleteLater()


def test_what_a_person_took_part_in_leads_to_the_event(qtbot: QtBot, book: OpenWorkspace) -> None:
    workspace = opened(book)
    people = book.window.show_page("people")
    assert isinstance(people, PeoplePage)
    with workspace.reading() as session:
        from cluster_desktop.records.models import Attendee

        uid = str(session.query(Attendee).first().person_uid)
    participation = workspace.read(person_events, uid)
    people.show_record("person", uid)
    people.record.tabs.strip.turn(people.record.tabs.strip.titles.index("Tham gia"))
    tab = people.record.tabs.current_widget()
    assert isinstance(tab, LinkTab)
    assert tab.list.count() == len(participation.lines) + len({line.year for line in participation.lines})
    assert tab.list.item(0).text() == f"Năm {participation.lines[0].year}"
    tab.list.itemActivated.emit(tab.list.item(1))
    events = book.window.current
    assert isinstance(events, EventsPage)
    assert events.record.uid == participation.lines[0].uid


def test_event_dates_are_checked_in_a_sentence_and_undo_takes_a_paper_back(workspace: Workspace, unit: str) -> None:
    wrong = EventDraft(
        kind="HOI_THAO",
        title="Hội thảo",
        year=2026,
        starts_on=PartialDate(2026, 8, 20),
        ends_on=PartialDate(2026, 8, 1),
    )
    with pytest.raises(errors.InvalidDraft, match=r"từ 20/08/2026 trở đi"):
        records.create(workspace, wrong)
    person = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit)).uids[0]
    event = records.create(workspace, EventDraft(kind="HOI_THAO", title="Hội thảo", year=2026)).uids[0]
    records.create(workspace, PaperDraft(event_uid=event, title="Bài <i>viết</i>", person_uid=person))
    (line,) = workspace.read(person_events, person).lines
    assert (line.what, line.day, line.where) == ("Tham luận “Bài <i>viết</i>”", "2026", "Hội thảo")
    undo.undo(workspace)
    assert workspace.read(person_events, person).lines == ()


def test_many_people_and_the_numbers_of_all_units_are_entered_at_once(
    qtbot: QtBot, workspace: Workspace, unit: str
) -> None:
    operations = operations_on(qtbot, workspace)
    people = [
        records.create(workspace, PersonDraft(full_name=name, unit_uid=unit)).uids[0]
        for name in ("Lò Thị Ơn", "Giàng A Páo", "Điêu Thị Yến")
    ]
    event = records.create(workspace, EventDraft(kind="THE_THAO", title="Giao lưu", year=2026)).uids[0]
    records.create(workspace, AttendeeDraft(event_uid=event, person_uid=people[0], role="Ban tổ chức"))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = AttendeesDialog(operations, event, parent)
    dialog.search.setText("gia dieu")
    dialog.search.setText("pao")
    assert [dialog.list.item(place).isHidden() for place in range(3)].count(False) == 1
    dialog.search.clear()
    for place in range(3):
        dialog.list.item(place).setCheckState(Qt.CheckState.Checked)
    dialog.role.setCurrentText("Vận động viên")
    dialog.go()
    came = workspace.read(listing.page, Listing(kind="attendee"))
    assert sorted(row.shown["role"] for row in came) == ["Ban tổ chức", "Vận động viên", "Vận động viên"]
    dialog.go()
    assert "Chưa chọn ai mới" in dialog.message.text()
    numbers = ParticipantsDialog(operations, event, parent)
    qtbot.keyClicks(numbers.numbers[unit], "12x")
    assert numbers.sum.text() == "Cộng 12 người, 1 đơn vị"
    numbers.go()
    assert [row.values["people"] for row in workspace.read(listing.page, Listing(kind="participant"))] == [12]
    again = ParticipantsDialog(operations, event, parent)
    again.numbers[unit].clear()
    again.go()
    assert workspace.read(listing.count, Listing(kind="participant")) == 0
    undo.undo(workspace)
    assert workspace.read(listing.count, Listing(kind="participant")) == 1
