"""The bar above every page: its title, search over everything, the year, undo and redo, its one filled button."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QPushButton, QWidget

from cluster_desktop.commands.records.search import SearchResult
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.labels import icon_button, label, put_on_ground
from cluster_desktop.ui.kit.layouts import Space, in_row, stretch
from cluster_desktop.ui.kit.shortcuts import FIND_EVERYWHERE, NEW, REDO, UNDO, hinted

_WAIT_MS = 120
_ICONS = {"person": "person", "unit": "building", "event": "calendar", "decision": "certificate"}


class TopBar(QWidget):
    """The bar; its signals announce requests to the window."""

    searched = Signal(str)
    result_chosen = Signal(str, str)
    year_chosen = Signal(int)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        put_on_ground(self)
        self.setFixedHeight(52)
        self.title = label("", "title")
        self.search = self._create_search()
        self.year = DropButton()
        self.year.setToolTip("Chọn năm thi đua")
        self.undo = icon_button("undo", hinted("Hoàn tác", UNDO), self.undo_requested.emit)
        self.redo = icon_button("redo", hinted("Làm lại", REDO), self.redo_requested.emit)
        self.primary = QPushButton()
        self.primary.setProperty("kind", "primary")
        self.primary.clicked.connect(self._on_primary_clicked)
        self._action: QAction | None = None
        in_row(
            self.title,
            stretch(),
            self.search,
            self.year,
            self.undo,
            self.redo,
            self.primary,
            on=self,
            margins=(Space.LARGE, Space.NONE),
        )

    def _create_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(hinted("Tìm mọi thứ", FIND_EVERYWHERE))
        search.setAccessibleName("Tìm mọi thứ")
        search.setClearButtonEnabled(True)
        search.addAction(icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        search.setFixedWidth(250)
        self._results = QStandardItemModel(self)
        self._completer = QCompleter(self._results, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(12)
        self._completer.popup().setMinimumWidth(460)  # type: ignore[union-attr]
        self._completer.activated[QModelIndex].connect(self._on_completer_activated)  # type: ignore[index]
        search.setCompleter(self._completer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        search.textEdited.connect(self._on_search_edited)
        search.returnPressed.connect(self._on_timer_timeout)
        return search

    def set_action(self, action: QAction | None) -> None:
        """Set the page's one filled button; None hides it. The action's data names its icon, by default "add"."""
        if self._action is not None:
            self._action.changed.disconnect(self._on_action_changed)
        self._action = action
        self.primary.setVisible(action is not None)
        if action is not None:
            action.changed.connect(self._on_action_changed)
            self._on_action_changed()

    def _on_action_changed(self) -> None:
        if (action := self._action) is not None:
            self.primary.setText(action.text())
            self.primary.setEnabled(action.isEnabled())
            self.primary.setIcon(icons.icon(action.data() or "add", "on_accent"))
            self.primary.setToolTip(hinted(action.text(), NEW))

    def set_years(self, years: Sequence[int], chosen: int) -> None:
        """Set the years to choose from and the chosen one."""
        menu, group = QMenu(self.year), QActionGroup(self.year)
        for year in years:
            action = menu.addAction(f"Năm {year}")
            action.setData(year)
            action.setCheckable(True)
            action.setChecked(year == chosen)
            group.addAction(action)
        menu.aboutToShow.connect(self._on_menu_opening)
        menu.triggered.connect(self._on_menu_triggered)
        old = self.year.menu()
        self.year.setMenu(menu)
        if old is not None:
            old.deleteLater()
        self.year.setText(f"Năm {chosen}")

    def set_undo(self, undo: str | None, redo: str | None) -> None:
        """Set the acts that the two arrows would undo and redo; None switches an arrow off."""
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo.setToolTip(hinted(f"Hoàn tác: {undo}", UNDO) if undo else "Không còn việc nào để hoàn tác")
        self.redo.setToolTip(hinted(f"Làm lại: {redo}", REDO) if redo else "Không có việc nào để làm lại")

    def show_results(self, results: Sequence[SearchResult]) -> None:
        """Show search results in a list below the box; typing goes on in the box."""
        self._results.clear()
        for item in results:
            row = QStandardItem(icons.icon(_ICONS.get(item.kind, "document")), f"{item.name}   ·   {item.detail}")
            row.setData((item.kind, item.uid), Qt.ItemDataRole.UserRole)
            self._results.appendRow(row)
        if not results:
            row = QStandardItem("Không tìm thấy. Thử ít chữ hơn; gõ không dấu cũng được.")
            row.setEnabled(False)
            self._results.appendRow(row)
        self._completer.complete()

    def _on_search_edited(self, words: str) -> None:
        if words.strip():
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        self._timer.stop()
        if self.search.text().strip():
            self.searched.emit(self.search.text())

    def _on_completer_activated(self, index: QModelIndex) -> None:
        chosen = index.data(Qt.ItemDataRole.UserRole)
        self.search.clear()
        if chosen:
            self.result_chosen.emit(*chosen)

    def _on_menu_opening(self) -> None:
        menu = self.year.menu()
        menu.setActiveAction(next(action for action in menu.actions() if action.isChecked()))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.year_chosen.emit(action.data())

    def _on_primary_clicked(self) -> None:
        if self._action is not None:
            self._action.trigger()
