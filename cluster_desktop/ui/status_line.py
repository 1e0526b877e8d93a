"""One line below the page: what was done, with the way back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cluster_desktop.ui.kit.labels import IconLabel, button, label

_SHOWN_MS = 12_000


class StatusLine(QWidget):
    """Says what was done or what went wrong; never stops anybody."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel()
        self._text = label("")
        self._undo = button("Hoàn tác", self.undo_wanted.emit, kind="link", tip="Lấy lại như trước (Ctrl+Z)")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        row.addStretch()
        self.clear()

    def tell(self, text: str, *, undoable: bool = False, wrong: bool = False) -> None:
        """Show *text* for a while; failures stay until the next message."""
        token, name = ("wrong", "error") if wrong else ("good", "success")
        self._icon.set_icon(name, token)
        self._text.setText(text)
        self._text.setToolTip(text)
        self._text.setAccessibleName(text)
        self._undo.setVisible(undoable)
        self.show()
        self._timer.stop()
        if not wrong:
            self._timer.start()

    def text(self) -> str:
        """What stands there now."""
        return self._text.text()

    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self._text.clear()
        self._icon.set_icon("")
        self._undo.hide()
        self.hide()
