"""Tổng quan: the state of the year, tasks, figures, and the newest event."""

import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedLayout, QWidget
from typing_extensions import override

from cluster_desktop.documents.awards.register import awards_by_year
from cluster_desktop.documents.content.content import ChartKind, Distribution
from cluster_desktop.domain.figures.count import Source
from cluster_desktop.domain.figures.figures import StaffFigures
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.year.overview import YearFigures, recorded, year_figures
from cluster_desktop.ui.kit.cards import Card, EmptyState
from cluster_desktop.ui.kit.chart_view import ChartView
from cluster_desktop.ui.kit.labels import icon_button, label
from cluster_desktop.ui.kit.layouts import Space, fill, grow, in_row, scrolled, spaced, stretch
from cluster_desktop.ui.kit.links import ElidedLink
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.overview.overview_parts import RoundedPhoto, StageStrip, TaskList
from cluster_desktop.ui.overview.year_dues import dues
from cluster_desktop.ui.overview.year_stages import stages
from cluster_desktop.ui.overview.year_tasks import tasks

if TYPE_CHECKING:
    from cluster_desktop.ui.overview.milestones import MilestonesDialog
    from cluster_desktop.ui.printing.issued_list import IssuedDialog

_PLACES: Final = {
    "degrees": (1, 1),
    "theories": (1, 2),
    "awards": (2, 1),
    "events": (2, 2),
    "ages": (3, 1),
    "awards_by_year": (3, 2),
}
"""Row and column of each card with a chart."""


class OverviewPage(Page):
    """The first page; each line leads to the page that settles it."""

    TITLE: ClassVar[str] = "Tổng quan"
    large = 30_000
    """Records from which on the figures are counted in the background."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._year = 0
        self._event_uid = ""
        self.strip, self.tasks, self.photo = StageStrip(), TaskList(), RoundedPhoto()
        self.charts = {name: ChartView() for name in (*_PLACES, "kinds")}
        self._event = ElidedLink(self._on_event_clicked)
        self._event_detail, self._as_of = label("", "hint", wraps=True), label("", "hint", wraps=True)
        self._kinds_title = label("Theo danh hiệu, hình thức", "section")
        self._no_awards = label("Năm này chưa ghi khen thưởng nào.", "hint", wraps=True)
        self._cards = {name: Card() for name in ("tasks", *_PLACES)}
        self._empty = self._empty_state()
        self._full = self._scrolled(self._laid_out())
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        self.tasks.chosen.connect(self.record_requested)
        self.strip.chosen.connect(self._on_figure_chosen)
        self.strip.record_requested.connect(self.record_requested)
        self.tasks.figure_chosen.connect(self._on_figure_chosen)
        for chart in self.charts.values():
            chart.chosen.connect(self._on_figure_chosen)
        for card in self._cards.values():
            card.figure.chosen.connect(self._on_figure_chosen)

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            "building",
            "Sổ này còn trống",
            "Ba bước đầu tiên: thêm các đơn vị của cụm, nhập danh sách cán bộ từ Excel, rồi mở đợt đề nghị.",
            (
                ("1. Thêm &đơn vị", partial(self.record_requested.emit, "unit", "")),
                ("2. &Nhập cán bộ", partial(self.record_requested.emit, "person", "")),
            ),
        )

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        grid = spaced(QGridLayout(inside), Space.MEDIUM, Space.LARGE)
        left = self._cards["tasks"]
        left.title.setText("Việc cần làm")
        left.title.show()
        heading = label("Sự kiện mới nhất có ảnh", "section")
        fill(left.body, self.tasks, heading, grow(self.photo), self._event, self._event_detail)
        grid.addLayout(self._strip_row(), 0, 0, 1, 3)
        grid.addWidget(left, 1, 0, len(_PLACES) // 2, 1)
        for name, (row, column) in _PLACES.items():
            fill(self._cards[name].body, self.charts[name], stretch())
            grid.addWidget(self._cards[name], row, column)
        self._cards["degrees"].body.insertWidget(1, self._as_of)
        for place, part in enumerate((self._no_awards, self._kinds_title, self.charts["kinds"]), start=2):
            self._cards["awards"].body.insertWidget(place, part)
        for column, share in enumerate((5, 4, 4)):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(3, 1)
        return inside

    def _strip_row(self) -> QHBoxLayout:
        return in_row(
            grow(self.strip),
            icon_button("history", "Văn bản đã phát hành của năm, chốt năm…", self._on_issued_clicked),
            icon_button("edit", "Mốc thời gian của năm…", self._on_milestones_clicked),
        )

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    @override
    def set_year(self, year: int) -> None:
        shown, self._year = self._year, year
        if shown:
            self.reread(None)

    @override
    def reread(self, changes: Changes | None) -> None:
        workspace = self._operations.workspace
        if not self._year or workspace.busy:
            return
        if workspace.read(recorded) < self.large:
            self._show_figures(workspace.read(year_figures, self._year))
        else:
            work = partial(_counted, workspace, self._year)
            self._operations.run_in_background(f"Đang tính số liệu năm {self._year}", work, self._show_figures)

    def _show_figures(self, figures: YearFigures) -> None:
        nothing = not figures.staff.total and not figures.events.total
        self._stack.setCurrentWidget(self._empty if nothing else self._full)
        self._show(figures)

    def _show(self, figures: YearFigures) -> None:
        self.strip.show_stages(stages(figures))
        self.tasks.show_tasks((*tasks(figures), *dues(figures, datetime.date.today())))
        for name, distribution in _distributions(figures).items():
            self.charts[name].show_distribution(distribution)
        titles = {
            "degrees": "Đội ngũ theo trình độ",
            "theories": "Lý luận chính trị",
            "ages": "Độ tuổi",
            "awards": f"Khen thưởng năm {self._year}",
            "awards_by_year": "Khen thưởng các năm",
            "events": f"Sự kiện từ năm {figures.first_year}",
        }
        for name, words in titles.items():
            self._cards[name].title.setText(words)
            self._cards[name].title.show()
        totals = {
            "degrees": figures.staff.total,
            "awards": figures.awards.total,
            "awards_by_year": figures.awards_ever.total,
            "events": figures.events.total,
        }
        for name, total in totals.items():
            sample = " (có mẫu)" if name == "degrees" and figures.staff.samples else ""
            self._cards[name].figure.show_figure(total, sample)
        self._as_of.setText(_as_of(figures.staff))
        for widget in (self.charts["awards"], self._kinds_title, self.charts["kinds"]):
            widget.setVisible(figures.awards.total > 0)
        self._no_awards.setVisible(figures.awards.total == 0)
        self._show_event(figures)

    def _show_event(self, figures: YearFigures) -> None:
        event = figures.overview.newest_event
        self._event_uid = event.uid if event else ""
        self.photo.show_picture(figures.overview.photo)
        self.photo.setToolTip(figures.overview.photo_caption)
        self._event.setVisible(event is not None)
        self._event.set_words(event.title if event else "")
        words = [event.shown[key] for key in ("kind", "host_uid", "year") if event.shown[key]] if event else []
        self._event_detail.setText(" · ".join(words) if event else "Chưa có ảnh nào. Thêm ảnh ở trang Sự kiện.")

    def _on_figure_chosen(self, source: Source) -> None:
        from cluster_desktop.ui.lists.figure_records import show_figure  # not for the first window

        show_figure(self._operations, source, self)

    def _on_milestones_clicked(self) -> None:
        self.show_milestones()

    def show_milestones(self, uid: str = "") -> "MilestonesDialog":
        """Change the dates of the year; *uid* is the milestone to begin with."""
        from cluster_desktop.ui.overview.milestones import MilestonesDialog  # with the law; not for the first window

        dialog = MilestonesDialog(self._operations, self._year, self.window())
        dialog.open()
        dialog.choose(uid)
        return dialog

    def _on_issued_clicked(self) -> None:
        self.show_issued()

    def show_issued(self) -> "IssuedDialog":
        """Open the documents that were issued of the year."""
        from cluster_desktop.ui.printing.issued_list import IssuedDialog  # with the printers; not for the first window
        from cluster_desktop.ui.printing.print_output import ProofOutput

        dialog = IssuedDialog(
            self._operations, ProofOutput(self._operations, self), self._year, self.window(), only=True
        )
        dialog.open()
        return dialog

    @override
    def show_record(self, kind: str, uid: str) -> bool:
        if kind == "milestone":
            self.show_milestones(uid)
        return kind == "milestone"

    def _on_event_clicked(self) -> None:
        self.record_requested.emit("event", self._event_uid)


def _counted(workspace: Workspace, year: int, progress: WorkProgress) -> YearFigures:
    progress(0, 0)
    return workspace.read(year_figures, year)


def _as_of(staff: StaffFigures) -> str:
    """The day of the figures of staff, and that some of them are only known from a later list."""
    day = f"Tính đến {PartialDate.of(staff.on).show()}"
    return f"{day}, theo số liệu hiện có ({staff.guessed} người chưa rõ lúc đó)" if staff.guessed else day


def _distributions(figures: YearFigures) -> dict[str, Distribution]:
    """Return the distribution of each chart."""
    staff, awards = figures.staff, figures.awards
    return {
        "degrees": Distribution("Trình độ chuyên môn", staff.by_degree),
        "theories": Distribution("Lý luận chính trị", staff.by_political_theory),
        "ages": Distribution("Độ tuổi", staff.by_age_band, look=ChartKind.COLUMNS),
        "awards": Distribution("Cấp khen thưởng", awards.by_level, "Số khen thưởng", honours=True),
        "kinds": Distribution("Danh hiệu, hình thức", awards.by_kind, "Số khen thưởng", honours=True),
        "awards_by_year": awards_by_year("Khen thưởng các năm", figures.awards_ever),
        "events": Distribution("Sự kiện theo loại", figures.events.by_kind, "Số sự kiện"),
    }
