"""Above every page: its title, search over everything, the year, undo and redo, its one filled button."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QPushButton, QWidget

from cluster_desktop.commands.records.search import Found
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.labels import icon_button, label, put_on_ground
from cluster_desktop.ui.kit.layouts import Space, in_row, stretch

_WAIT_MS = 120
_ICONS = {"person": "person", "unit": "building", "event": "calendar", "decision": "certificate"}


class TopBar(QWidget):
    """Tells the window what is wanted; holds nothing itself."""

    searched = Signal(str)
    found_chosen = Signal(str, str)
    year_chosen = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        put_on_ground(self)
        self.setFixedHeight(52)
        self.title = label("", "title")
        self.search = self._made_search()
        self.year = DropButton()
        self.year.setToolTip("Chọn năm thi đua")
        self.undo = icon_button("undo", "Hoàn tác (Ctrl+Z)", self.undo_wanted.emit)
        self.redo = icon_button("redo", "Làm lại (Ctrl+Y)", self.redo_wanted.emit)
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

    def _made_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText("Tìm mọi thứ (Ctrl+K)")
        search.setAccessibleName("Tìm mọi thứ")
        search.setClearButtonEnabled(True)
        search.addAction(icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        search.setFixedWidth(250)
        self._found = QStandardItemModel(self)
        self._completer = QCompleter(self._found, self)
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
        """The page's one filled button; None hides it. The action's data names its icon; without it, it adds."""
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
            self.primary.setToolTip(f"{action.text()} (Ctrl+N)")

    def set_years(self, years: Sequence[int], chosen: int) -> None:
        """The years to choose from and the one that is on."""
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
        """What the two arrows would do; None switches an arrow off."""
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo.setToolTip(f"Hoàn tác: {undo} (Ctrl+Z)" if undo else "Không còn việc nào để hoàn tác")
        self.redo.setToolTip(f"Làm lại: {redo} (Ctrl+Y)" if redo else "Không có việc nào để làm lại")

    def show_found(self, found: Sequence[Found]) -> None:
        """What the search met, in a list below the box; typing goes on in the box."""
        self._found.clear()
        for item in found:
            row = QStandardItem(icons.icon(_ICONS.get(item.kind, "document")), f"{item.name}   ·   {item.detail}")
            row.setData((item.kind, item.uid), Qt.ItemDataRole.UserRole)
            self._found.appendRow(row)
        if not found:
            row = QStandardItem("Không tìm thấy. Thử ít chữ hơn; gõ không dấu cũng được.")
            row.setEnabled(False)
            self._found.appendRow(row)
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
            self.found_chosen.emit(*chosen)

    def _on_menu_opening(self) -> None:
        menu = self.year.menu()
        menu.setActiveAction(next(action for action in menu.actions() if action.isChecked()))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.year_chosen.emit(action.data())

    def _on_primary_clicked(self) -> None:
        if self._action is not None:
            self._action.trigger()
