"""A small list below a filter that stays open while several lines are ticked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.ui.kit.layouts import Space, in_column
from cluster_desktop.ui.kit.lists import narrow_lines
from cluster_desktop.ui.lists.filter_options import FilterOption

_SEARCHED_FROM: Final = 10  # a longer list gets a search box above it
_LINES: Final = 12
_WIDTH: Final = 280
_LINE: Final = 30  # px
_TICKED: Final = Qt.CheckState.Checked
_EMPTY: Final = Qt.CheckState.Unchecked
_TICK_KEYS: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TickList(QFrame):
    """A list that sends ``ticked`` after every line; Escape or a click elsewhere closes it."""

    ticked = Signal()

    def __init__(self, options: Sequence[FilterOption], values: Sequence[Value], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._options = options
        self.list = QListWidget()
        self.search = QLineEdit(placeholderText="Gõ để tìm…", clearButtonEnabled=True)
        self.search.textChanged.connect(self._on_search_changed)
        for option in options:
            item = QListWidgetItem(option.label, self.list)
            item.setSizeHint(QSize(0, _LINE))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_TICKED if set(option.values) <= set(values) else _EMPTY)
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(self._toggle)
        self.list.installEventFilter(self)
        self.search.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        in_column(self.search, self.list, on=self, margins=Space.SMALL)
        self.search.setVisible(len(self._options) > _SEARCHED_FROM)  # not before: alone it would be a window of its own
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedHeight(_LINE * min(len(self._options), _LINES) + 4)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.list if self.search.isHidden() else self.search)

    def values(self) -> tuple[Value, ...]:
        """Return the values of the ticked lines."""
        return tuple(
            value
            for place, option in enumerate(self._options)
            if self.list.item(place).checkState() == _TICKED
            for value in option.values
        )

    def _toggle(self, item: QListWidgetItem) -> None:
        item.setCheckState(_EMPTY if item.checkState() == _TICKED else _TICKED)
        self.ticked.emit()

    def _on_search_changed(self, text: str) -> None:
        narrow_lines(self.list, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if watched is self.list and event.key() in _TICK_KEYS and self.list.currentRow() >= 0:
                self._toggle(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
