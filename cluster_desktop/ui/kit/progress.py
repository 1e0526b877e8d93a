"""A panel with the name of long work, its progress, and "Dừng"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget
from typing_extensions import override

from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import placed


class ProgressDialog(QDialog):
    """A panel over the window while work is under way in the background."""

    stopped = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setMinimumWidth(380)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._text = label("Đang chuẩn bị…", "quiet")
        self._stop = button("&Dừng", self._on_stop_clicked)
        column_of(self, label(title, "section"), self._bar, self._text, placed(self._stop, Qt.AlignmentFlag.AlignRight))

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Move the bar; a total of 0 means that the amount of work is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        numbers = f"{show_number(done)} / {show_number(total)}" if total else ""
        self._text.setText(" · ".join(part for part in (text, numbers) if part))

    def _on_stop_clicked(self) -> None:
        self._stop.setEnabled(False)
        self._text.setText("Đang dừng…")
        self.stopped.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()

    @override
    def reject(self) -> None:
        """Ask the work to stop; the panel closes when it has."""
        self._on_stop_clicked()
