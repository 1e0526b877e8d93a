"""The list of what a column may be used for: it opens at the column and is narrowed by typing, without marks too."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLineEdit, QListWidgetItem, QWidget
from typing_extensions import override

from cluster_desktop.exchange.tables.uses import ColumnUse, How
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, in_column
from cluster_desktop.ui.kit.lists import ClosableList, add_line, narrow_lines

_WIDTH: Final = 340  # px
_HEIGHT: Final = 360
_EDGE: Final = 8
_TEACH: Final = "Từ nay “{}” luôn nghĩa là mục này"
_STEPS: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class UseChooser(QFrame):
    """A panel over everything else; ``chosen`` (use, whether the words of the heading are to mean it from now on)."""

    chosen = Signal(object, bool)

    def __init__(self, uses: Sequence[tuple[str, ColumnUse]], heading: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "surface")
        self._uses = uses
        self.search = QLineEdit(placeholderText="Gõ để tìm, không cần dấu")
        self.search.setAccessibleName("Tìm mục để dùng cho cột")
        self.list = ClosableList()
        self.list.setAccessibleName("Cột dùng cho")
        self.teach = QCheckBox(_TEACH.format(heading if len(heading) <= 24 else f"{heading[:23]}…"))
        self.teach.setVisible(bool(heading))
        in_column(
            label(f"Cột “{heading}” dùng cho" if heading else "Cột dùng cho", "label", wraps=True),
            self.search,
            self.list,
            self.teach,
            on=self,
            margins=Space.SMALL,
        )
        self.search.textEdited.connect(self._on_search_edited)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._on_list_activated)
        self.list.itemClicked.connect(self._on_list_activated)
        self.list.closed.connect(self.close)

    def open_at(self, place: QRect, now: ColumnUse, taken: Mapping[ColumnUse, str]) -> None:
        """Open below a column's head; *taken* are the uses of other columns with the headings of these."""
        for at, (words, use) in enumerate(self._uses):
            other = taken.get(use, "") if use.how is not How.IGNORE else ""
            add_line(self.list, f"{words}  ·  đang dùng cho “{other}”" if other else words, at)
        current = next((at for at, (_words, use) in enumerate(self._uses) if use == now), 0)
        self.list.setCurrentRow(current)
        self.resize(_WIDTH, _HEIGHT)
        self._move_within_screen(place)
        self.show()
        self.list.scrollToItem(self.list.item(current), ClosableList.ScrollHint.PositionAtCenter)
        self.search.setFocus()

    def _move_within_screen(self, place: QRect) -> None:
        screen = QApplication.screenAt(place.center()) or self.screen()
        room = screen.availableGeometry().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        left = max(room.left(), min(place.left(), room.right() - self.width()))
        top = max(room.top(), min(place.bottom(), room.bottom() - self.height()))
        self.move(left, top)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEPS:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _on_search_edited(self, text: str) -> None:
        narrow_lines(self.list, text)

    def _on_list_activated(self, line: QListWidgetItem) -> None:
        self._take(line)

    def _take(self, line: QListWidgetItem | None) -> None:
        if line is not None and not line.isHidden():
            use = self._uses[line.data(int(Qt.ItemDataRole.UserRole))][1]
            self.chosen.emit(use, self.teach.isVisible() and self.teach.isChecked())
            self.close()
