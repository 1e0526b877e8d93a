"""The pages at the left, the workspace's name at the top, the file's state at the bottom."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget
from typing_extensions import override

from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.kit.labels import label, put_on_ground
from cluster_desktop.ui.kit.layouts import Space, in_column, inset, stretch

_FOLDED = 60
_BAR = 3


class _PageLine(QPushButton):
    """A line for one page: icon, words, the number of its records."""

    def __init__(self, key: str, words: str, icon: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.key = key
        self._words = words
        self._icon = icon
        self.count = ""
        self.setProperty("kind", "entry")
        self.setCheckable(True)
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(words.replace("&", ""))
        self.setMinimumHeight(36)
        self.toggled.connect(self._on_self_toggled)
        self._on_self_toggled(False)

    def fold(self, folded: bool) -> None:
        """Show only the icon, or icon and words."""
        self.setText("" if folded else self._words)
        self.setToolTip(self._words.replace("&", "") if folded else "")

    def _on_self_toggled(self, checked: bool) -> None:
        name, token = (f"{self._icon}-filled", "accent") if checked else (self._icon, "text")
        self.setIcon(icons.icon(name, token))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, now = QPainter(self), theme.colours()
        if self.isChecked():
            painter.fillRect(0, 9, _BAR, self.height() - 18, now.accent)
        if self.count and self.text():
            painter.setFont(theme.sized(9, semibold=self.isChecked()))
            painter.setPen(now.quiet)
            area = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.count)


class Sidebar(QWidget):
    """The list of pages; folds to icons where the window is narrow."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str, str]], foot: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        put_on_ground(self, "sidebar")
        self._group = QButtonGroup(self)
        self._entries = {key: _PageLine(key, words, icon, self) for key, words, icon in entries}
        self._brand = self._create_brand()
        self._file = label("", "hint", wraps=True)
        inset(self._file, (Space.MEDIUM, Space.TIGHT, Space.SMALL, Space.NONE))
        for entry in self._entries.values():
            self._group.addButton(entry)
            entry.clicked.connect(self._on_entry_clicked)
        in_column(
            self._brand,
            Space.SMALL,
            *(entry for key, entry in self._entries.items() if key not in foot),
            stretch(),
            *(self._entries[key] for key in foot),
            self._file,
            on=self,
            space=Space.TIGHT,
            margins=(Space.SMALL, Space.MEDIUM),
        )
        self.fold(False)

    def _create_brand(self) -> QPushButton:
        brand = QPushButton("Sổ Thi Đua")
        brand.setProperty("kind", "entry")
        brand.setIcon(icons.app_icon())
        brand.setIconSize(QSize(26, 26))
        brand.setFont(theme.sized(11, semibold=True))
        brand.setAccessibleName("Sổ Thi Đua: mở thực đơn tệp")
        brand.setToolTip("Tệp: mở, tạo, sao lưu, khôi phục")
        return brand

    def set_file_menu(self, actions: Sequence[QAction]) -> None:
        """Set the menu behind the program's name."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        self._brand.setMenu(menu)

    def set_current(self, key: str) -> None:
        """Mark the page on show, '' for none; a keyboard cursor on another page's line goes along."""
        if not key:
            self._group.setExclusive(False)  # or the last mark could not be taken away
            for entry in self._entries.values():
                entry.setChecked(False)
            self._group.setExclusive(True)
            return
        self._entries[key].setChecked(True)
        if any(entry.hasFocus() for entry in self._entries.values()):
            self._entries[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the number of records of each page."""
        for key, entry in self._entries.items():
            entry.count = show_number(counts[key]) if key in counts else ""
            entry.update()

    def set_file(self, name: str, state: str) -> None:
        """Show the file's name and whether it is backed up."""
        self._file.setText(f"{name}\n{state}" if name else "")
        self._file.setToolTip(self._file.text())

    def fold(self, folded: bool) -> None:
        """Show only icons, or icons with words."""
        self.setFixedWidth(_FOLDED if folded else theme.SIDEBAR)
        for entry in self._entries.values():
            entry.fold(folded)
        self._brand.setText("" if folded else "Sổ Thi Đua")
        self._file.setVisible(not folded)

    def _on_entry_clicked(self) -> None:
        entry = self._group.checkedButton()
        if isinstance(entry, _PageLine):
            self.chosen.emit(entry.key)
