"""Tổng quan: where the year stands, what waits to be done, figures, and the newest event."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedLayout, QWidget
from typing_extensions import override

from cluster_desktop.domain.tallies import NOT_RECORDED
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.overview import YearFigures, year_figures
from cluster_desktop.ui.kit.cards import BarList, Card, EmptyState
from cluster_desktop.ui.kit.elided_link import ElidedLink
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.operations import Operations
from cluster_desktop.ui.page import Page
from cluster_desktop.ui.pages.overview_parts import Photo, StageStrip, TaskList
from cluster_desktop.ui.pages.year_tasks import stages, tasks


class OverviewPage(Page):
    """Everything is computed from records; each line leads to the page that settles it."""

    TITLE: ClassVar[str] = "Tổng quan"

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._year = 0
        self._event_uid = ""
        self.strip, self.tasks, self.photo = StageStrip(), TaskList(), Photo()
        self.degrees, self.theories, self.events = BarList(), BarList(), BarList()
        self.awards, self.kinds = BarList("brand_gold"), BarList("brand_gold")
        self._event = ElidedLink(self._on_event_clicked)
        self._event_detail = label("", "hint", wraps=True)
        self._cards = {name: Card() for name in ("tasks", "degrees", "theories", "awards", "events")}
        self._empty = self._empty_state()
        self._full = self._scrolled(self._laid_out())
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        self.tasks.chosen.connect(self.wanted)

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            "building",
            "Sổ này còn trống",
            "Ba bước đầu tiên: thêm các đơn vị của cụm, nhập danh sách cán bộ từ Excel, rồi mở đợt đề nghị.",
            (("1. Thêm &đơn vị", self._on_units_wanted), ("2. &Nhập cán bộ", self._on_people_wanted)),
        )

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 14, 16, 16)
        grid.setSpacing(12)
        left = self._cards["tasks"]
        left.title.setText("Việc cần làm")
        left.title.show()
        for widget in (self.tasks, label("Sự kiện mới nhất có ảnh", "section"), self.photo, self._event):
            left.body.addWidget(widget)
        left.body.addWidget(self._event_detail)
        left.body.setStretchFactor(self.photo, 1)
        for name, bars in (
            ("degrees", self.degrees),
            ("theories", self.theories),
            ("awards", self.awards),
            ("events", self.events),
        ):
            self._cards[name].body.addWidget(bars)
            self._cards[name].body.addStretch()
        self._cards["awards"].body.insertWidget(2, label("Theo danh hiệu, hình thức", "section"))
        self._cards["awards"].body.insertWidget(3, self.kinds)
        grid.addWidget(self.strip, 0, 0, 1, 3)
        grid.addWidget(left, 1, 0, 2, 1)
        grid.addWidget(self._cards["degrees"], 1, 1)
        grid.addWidget(self._cards["theories"], 1, 2)
        grid.addWidget(self._cards["awards"], 2, 1)
        grid.addWidget(self._cards["events"], 2, 2)
        for column, stretch in enumerate((5, 4, 4)):
            grid.setColumnStretch(column, stretch)
        grid.setRowStretch(2, 1)
        return inside

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    @override
    def set_year(self, year: int) -> None:
        shown, self._year = self._year, year
        if shown:
            self.reread(None)

    @override
    def reread(self, changes: Changes | None) -> None:
        if not self._year or self._operations.workspace.busy:
            return
        found = self._operations.workspace.read(year_figures, self._year)
        nothing = not found.staff.total and not found.events.total
        self._stack.setCurrentWidget(self._empty if nothing else self._full)
        self._show(found)

    def _show(self, found: YearFigures) -> None:
        self.strip.show_stages(stages(found))
        self.tasks.show_tasks(tasks(found))
        quiet = frozenset({NOT_RECORDED})
        self.degrees.show_counts(found.staff.by_degree, quiet)
        self.theories.show_counts(found.staff.by_political_theory, quiet)
        self.awards.show_counts(found.awards.by_level)
        self.kinds.show_counts(found.awards.by_kind)
        self.events.show_counts(found.events.by_kind)
        sample = " (có dữ liệu mẫu)" if found.staff.samples else ""
        titles = {
            "degrees": f"Đội ngũ theo trình độ · {found.staff.total} người{sample}",
            "theories": "Lý luận chính trị",
            "awards": f"Khen thưởng năm {self._year} theo cấp · {found.awards.total}",
            "events": f"Sự kiện từ năm {found.first_year} · {found.events.total}",
        }
        for name, words in titles.items():
            self._cards[name].title.setText(words)
            self._cards[name].title.show()
        self._show_event(found)

    def _show_event(self, found: YearFigures) -> None:
        event = found.overview.newest_event
        self._event_uid = event.uid if event else ""
        self.photo.show_picture(found.overview.photo)
        self.photo.setToolTip(found.overview.photo_caption)
        self._event.setVisible(event is not None)
        self._event.set_words(event.title if event else "")
        words = [event.shown[key] for key in ("kind", "host_uid", "year") if event.shown[key]] if event else []
        self._event_detail.setText(" · ".join(words) if event else "Chưa có ảnh nào. Thêm ảnh ở trang Sự kiện.")

    def _on_event_clicked(self) -> None:
        self.wanted.emit("event", self._event_uid)

    def _on_units_wanted(self) -> None:
        self.wanted.emit("unit", "")

    def _on_people_wanted(self) -> None:
        self.wanted.emit("person", "")
