"""The lines below the page: the last act, with the button that undoes it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cluster_desktop.ui.kit.labels import IconLabel, button, put_on_ground, tip
from cluster_desktop.ui.kit.layouts import STRIP, in_row, stretch

_SHOWN_MS = 12_000
_NARROWEST = 80


class _Words(QLabel):
    """A line of words that wraps where there is no room for it; it never widens the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.fontMetrics().height())


class StatusLine(QWidget):
    """Shows what was done or what failed, without stopping anybody."""

    undo_requested = Signal()
    redo_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        put_on_ground(self, "status")
        self._icon = IconLabel()
        self._text = _Words()
        self._undo = button("Hoàn tác", self.undo_requested.emit, kind="link", tip="Lấy lại như trước (Ctrl+Z)")
        self._redo = button("Làm lại", self.redo_requested.emit, kind="link", tip="Làm lại việc vừa lấy lại (Ctrl+Y)")
        self._restore = button(
            "Khôi phục…", self.restore_requested.emit, kind="link", tip="Xem các bản sao lưu của tệp này"
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        in_row(self._icon, self._text, self._undo, self._redo, self._restore, stretch(), on=self, margins=STRIP)
        self.clear()

    def tell(self, text: str, *, undoable: bool = False, wrong: bool = False) -> None:
        """Show *text* for a while; failures stay until the next message."""
        token, name = ("wrong", "error") if wrong else ("good", "success")
        self._icon.set_icon(name, token)
        self._text.setText(text)
        self._text.setToolTip(tip(text))
        self._text.setAccessibleName(text)
        self._undo.setVisible(undoable)
        self._redo.hide()
        self._restore.hide()
        self.setMinimumHeight(0)
        self.show()
        self._timer.stop()
        if not wrong:
            self._timer.start()

    def offer_redo(self) -> None:
        """Offer to redo: the message reported an undone act."""
        self._undo.hide()
        self._redo.show()

    def offer_restore(self) -> None:
        """Offer a restore: the message reported a file that cannot be opened."""
        self._restore.show()

    def text(self) -> str:
        """Return the text on show."""
        return self._text.text()

    def clear(self) -> None:
        """Clear the line and give its room to the page."""
        self._wipe()
        self.hide()

    def _on_timer_timeout(self) -> None:
        # The room stays: a page that grew by itself would move its buttons from under the mouse.
        self.setMinimumHeight(self.height())
        self._wipe()

    def _wipe(self) -> None:
        self._timer.stop()
        self._text.clear()
        self._icon.set_icon("")
        self._undo.hide()
        self._redo.hide()
        self._restore.hide()
