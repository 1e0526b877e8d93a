"""A list with search, filters, table and count; signals the chosen records and requested acts."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.cards import EmptyState
from cluster_desktop.ui.kit.labels import icon_button, label, rule
from cluster_desktop.ui.kit.layouts import HEAD, STRIP, Space, grow, in_column, in_row, placed
from cluster_desktop.ui.kit.shortcuts import FIND_IN_LIST, NEW, hinted
from cluster_desktop.ui.lists.filter_options import FilterOption, filter_fields, filter_options
from cluster_desktop.ui.lists.filters import FilterBar
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.lists.table_view import TableView
from cluster_desktop.ui.records.list_spec import ListSpec

SEARCH_AFTER: Final = 80  # ms after the last letter
_SEARCH_WIDTH: Final = 222
_HINTS: Final = "Gõ không dấu cũng tìm được · Enter để mở"


class ListPanel(QWidget):
    """A list of records. ``add_asked``: add a record; ``menu_asked``: a menu at this point, for the chosen rows.

    Nothing is read before the first ``reload``, so that the page can set its filters first.
    """

    add_asked = Signal()
    menu_asked = Signal(QPoint)
    more_asked = Signal(QPoint)

    def __init__(self, workspace: Workspace, settings: Settings, spec: ListSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._spec = spec
        self._base: tuple[Filter, ...] = ()
        self._all = 0
        self._uncounted = False
        self._has_read = False
        self.model = TableModel(workspace, Listing(kind=spec.kind), extras=spec.extras, parent=self, begun=False)
        self.view = TableView(self.model, settings)
        self.search = self._create_search()
        self.filters = FilterBar(filter_fields(spec.record_kind), spec.filters, self._offered, spec.filter_names)
        self.more = icon_button("more", "Thêm việc với danh sách này", self._on_more_clicked)
        self.foot = label("", "hint")
        self._lay_out()
        self.filters.changed.connect(self.apply)
        self.model.counted.connect(self._on_model_counted)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_view_menu_requested)
        for item in spec.usual:
            self.filters.set_filter(item.key, item.values)

    def _create_search(self) -> QLineEdit:
        search = QLineEdit(placeholderText=self._spec.search_text, clearButtonEnabled=True)
        search.setAccessibleName(self._spec.search_text)
        search.setToolTip(hinted("Gõ không dấu cũng tìm được", FIND_IN_LIST))
        search.addAction(icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        search.setFixedWidth(_SEARCH_WIDTH)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._soon.timeout.connect(self.apply)
        search.textChanged.connect(self._soon.start)
        search.returnPressed.connect(self._on_search_entered)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_search_entered)
        return search

    def _lay_out(self) -> None:
        high = Qt.AlignmentFlag.AlignTop
        top = in_row(placed(self.search, high), placed(self.filters, high, 1), placed(self.more, high), margins=HEAD)
        self.view.setAccessibleName(f"Danh sách {self._spec.record_kind.plural}")
        self._stack = QStackedWidget()
        for page in (self.view, self._empty_list(), self._show_no_results()):
            self._stack.addWidget(page)
        in_column(top, rule(), grow(self._stack), rule(), in_row(self.foot, margins=STRIP), on=self, space=Space.NONE)

    def _empty_list(self) -> QWidget:
        spec = self._spec
        offered = ((act.text, act.act) for act in spec.acts if act.when_empty)
        acts = ((spec.add_text, self.add_asked.emit), *offered)
        return EmptyState(spec.icon, spec.empty_title, spec.empty_text, acts)

    def _show_no_results(self) -> QWidget:
        advice = "Thử gõ ít chữ hơn hoặc bỏ bớt bộ lọc. Gõ không dấu cũng được."
        return EmptyState("search", "Không tìm thấy", advice, (("Bỏ tìm và lọc", self.clear),))

    # --- what is listed ---

    def set_base(self, *filters: Filter) -> None:
        """Keep only records that pass these filters of the page (the year, a round) besides the chips."""
        if filters != self._base:
            self._base = filters
            self.apply()
            self._count_all()

    def apply(self) -> None:
        """Apply the search and the filters."""
        self._soon.stop()
        if self._has_read:
            self.model.set_listing(self._listing())
            self._show_count()

    def _listing(self) -> Listing:
        filters = (*self._base, *self.filters.filters())
        return replace(self.model.listing, search=self.search.text(), filters=filters)

    def reload(self) -> None:
        """Read the list again."""
        self._has_read = True
        self.model.reload(self._listing())
        self._count_all()

    def clear(self) -> None:
        """Clear the search and the filters."""
        self.search.clear()
        self.filters.clear()

    @property
    def narrowed(self) -> bool:
        """A search or a filter keeps records out of sight."""
        return bool(self.search.text().strip() or self.filters.filters())

    def _count_all(self) -> None:
        """Count the list without search and filters, where that differs from the rows on show."""
        if not self._has_read or not self.narrowed:
            return
        self._uncounted = self._workspace.busy
        if self._uncounted:
            return
        try:
            everything = Listing(kind=self._spec.kind, filters=self._base)
            self._all = self._workspace.read(listings.count, everything)
        except errors.UserError as error:
            self.model.failed.emit(error)
        self._show_count()

    def _offered(self, field: Field) -> list[FilterOption]:
        return filter_options(self._workspace, field, self.filters.filters())

    def _show_count(self) -> None:
        if self.model.waiting:
            self.foot.setText("Sổ đang bận, danh sách sẽ hiện ngay khi đọc được…")
            self._stack.setCurrentIndex(0)
            return
        count, plural = self.model.rowCount(), self._spec.record_kind.plural
        shown = f"{show_number(count)} trong " if count != self._all else ""
        add = f" · {NEW} {self._spec.add_text[0].lower()}{self._spec.add_text[1:]}"
        self.foot.setText(f"{shown}{show_number(self._all)} {plural}      {_HINTS}{add}")
        self._stack.setCurrentIndex(0 if count else 2 if self._all else 1)

    def _on_model_counted(self, count: int) -> None:
        if not self.narrowed and not self._workspace.busy:
            self._all = count
        if self._uncounted:
            self._count_all()
        self._show_count()

    def _on_search_entered(self) -> None:
        self.apply()
        if self.model.rowCount():
            self.view.setFocus()
            self.view.selectRow(0)

    def _on_more_clicked(self) -> None:
        self.more_asked.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_view_menu_requested(self, place: QPoint) -> None:
        self.menu_asked.emit(self.view.viewport().mapToGlobal(place))
