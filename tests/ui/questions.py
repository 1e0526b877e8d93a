"""Answering the questions that the program puts before somebody."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

_LOOK_EVERY = 10  # ms


@contextmanager
def answering(words: str) -> Iterator[list[str]]:
    """Press the button with these words in the one question that comes; gives what was asked."""
    asked: list[str] = []
    timer = QTimer()
    timer.setInterval(_LOOK_EVERY)

    def _on_timer_timeout() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not box.isVisible():
            return
        timer.stop()
        asked.append(box.text())
        results = [button for button in box.buttons() if button.text() == words]
        if results:
            results[0].click()
        else:
            box.reject()
            raise AssertionError(f"no button {words!r} among {[button.text() for button in box.buttons()]}")

    timer.timeout.connect(_on_timer_timeout)
    timer.start()
    yield asked
    timer.stop()
    assert asked, "nothing was asked"
