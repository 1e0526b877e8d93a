"""A window that stays open over midnight: what begins on the new day begins in it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.ui.window.main_window import MainWindow

_EVERY_MS: Final = 60_000


class NewDay(QObject):
    """Looks every minute, and when somebody comes back to the window, whether a new day has begun."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.installEventFilter(self)

    def look(self) -> None:
        """Let begin what begins on a new day, and show it; while the file is busy this waits for the next look."""
        desk = self._window.operations
        if desk is None or desk.busy or desk.workspace.busy:
            return
        try:
            if desk.workspace.begin_day():
                self._window.reread()
        except errors.UserError as error:
            self._window.status.tell(error.sentence, wrong=True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)
