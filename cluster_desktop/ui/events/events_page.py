"""Sự kiện: the cluster's log as list, calendar and years, and one event with everything that belongs to it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.domain.record_kinds.import_kinds import EVENTS
from cluster_desktop.ui.events.attendees import AttendeesDialog
from cluster_desktop.ui.events.calendar_view import CalendarView
from cluster_desktop.ui.events.participants import ParticipantsDialog
from cluster_desktop.ui.events.photos_tab import PhotosTab
from cluster_desktop.ui.events.sums_tab import SumsTab
from cluster_desktop.ui.events.years_view import YearsView
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.imports.import_table import import_from_file
from cluster_desktop.ui.imports.make_forms import make_forms
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_spec import ChildTab, ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.records.viewed_list import ViewedListPage


def _children(operations: Operations) -> tuple[ChildTab, ...]:
    return (
        ChildTab(kind="paper", owner="event_uid", title="Tham luận"),
        ChildTab(kind="result", owner="event_uid", title="Kết quả"),
        ChildTab(kind="gift", owner="event_uid", title="Quà tặng"),
        ChildTab(kind="co_host", owner="event_uid", title="Đơn vị phối hợp"),
        ChildTab(
            kind="participant", owner="event_uid", title="Đơn vị tham gia", adder=partial(_count_people, operations)
        ),
        ChildTab(kind="attendee", owner="event_uid", title="Người tham gia", adder=partial(_choose_people, operations)),
        ChildTab(kind="expense", owner="event_uid", title="Kinh phí"),
    )


def _count_people(operations: Operations, tab: QWidget, event_uid: str) -> None:
    ParticipantsDialog(operations, event_uid, tab.window()).open()


def _choose_people(operations: Operations, tab: QWidget, event_uid: str) -> None:
    AttendeesDialog(operations, event_uid, tab.window()).open()


class EventsPage(ViewedListPage):
    """The events of the chosen year."""

    TITLE: ClassVar[str] = "Sự kiện"

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="event",
            add_text="Thêm sự kiện",
            icon="calendar-empty",
            search_text="Tìm theo tên, địa điểm",
            empty_title="Năm này chưa ghi sự kiện nào",
            empty_text="Ghi hội thảo, giao lưu, thiện nguyện, hội nghị… Báo cáo năm lấy số liệu từ đây.",
            filters=("kind", "level", "host_uid"),
            subtitle=("kind", "year", "host_uid"),
            carried=("kind", "level", "host_uid"),
            children=_children(operations),
            tabs=(
                TabMaker("Ảnh, tệp", partial(PhotosTab, operations)),
                TabMaker("Cộng", partial(SumsTab, operations.workspace)),
            ),
            acts=(
                ListAct("Nhập sự kiện từ Excel, Word…", "import", self.import_table, when_empty=True),
                ListAct("Biểu sự kiện để đơn vị điền…", "export", self.make_forms),
                *list_acts(self, "event"),
            ),
        )
        super().__init__(operations, spec)

    @override
    def other_views(self) -> Sequence[tuple[str, QWidget]]:
        self.calendar, self.years = CalendarView(self.operations), YearsView(self.operations)
        for view in (self.calendar, self.years):
            view.opened.connect(self.open_record)
        return (("&Lịch", self.calendar), ("Các &năm", self.years))

    def make_forms(self) -> None:
        """Make forms for units to fill in and send back."""
        make_forms(self.operations, EVENTS.key, self.year, self.window())

    def import_table(self) -> None:
        """Import a list of events from a file the person chooses."""
        import_from_file(self.operations, EVENTS, self.window(), year=self.year)
