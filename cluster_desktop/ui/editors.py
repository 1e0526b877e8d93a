"""One editor per kind of field: it shows a stored value and gives back what a person typed or chose."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from cluster_desktop.domain import names
from cluster_desktop.domain.fields import Field, Kind, Value
from cluster_desktop.ui.search_combo import Candidate, Finder, SearchCombo

UNKNOWN: Final = "Chưa ghi nhận"
TO_CHOOSE: Final = "Chọn…"
_LONG_LIST: Final = 12  # a longer vocabulary is typed into, not scrolled through
_NOTE_LINES: Final = 4


class Editor(QObject):
    """A widget with a value. ``changed``: a person changed it; ``finished``: they left it."""

    changed = Signal()
    finished = Signal()

    def __init__(self, field: Field, widget: QWidget) -> None:
        super().__init__(widget)
        self.field = field
        self.widget = widget
        widget.installEventFilter(self)

    def value(self) -> Value:
        """What stands in the editor. Raises ValueError with one sentence saying what is right."""
        raise NotImplementedError

    def set_value(self, value: Value, shown: str) -> None:
        """Put a stored value in, *shown* being the words for it; tells nobody."""
        raise NotImplementedError

    def tidy(self) -> None:
        """Show what was typed the way it is always written, once it can be read."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.widget:
            self.finished.emit()
        return False
