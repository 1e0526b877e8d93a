"""Answering the questions that the program puts before somebody, and that nothing goes on beside."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QLineEdit, QMessageBox

_LOOK_EVERY = 10  # ms
_Dialog = TypeVar("_Dialog", bound=QDialog)


@contextmanager
def meeting(kind: type[_Dialog], act: Callable[[_Dialog], None]) -> Iterator[None]:
    """Let *act* answer the one dialog of this kind that comes up."""
    met: list[_Dialog] = []
    timer = QTimer()
    timer.setInterval(_LOOK_EVERY)

    def _on_timer_timeout() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isVisible():
            return
        timer.stop()
        met.append(dialog)
        act(dialog)

    timer.timeout.connect(_on_timer_timeout)
    timer.start()
    try:
        yield
    finally:
        timer.stop()  # a test that failed here must not answer what the next one is asked
    assert met, f"no {kind.__name__} came up"


@contextmanager
def answering(words: str) -> Iterator[list[str]]:
    """Press the button with these words in the one question that comes; gives what was asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> None:
        asked.append(box.text())
        results = [button for button in box.buttons() if button.text() == words]
        if results:
            results[0].click()
        else:
            box.reject()
            raise AssertionError(f"no button {words!r} among {[button.text() for button in box.buttons()]}")

    with meeting(QMessageBox, press):
        yield asked


@contextmanager
def typing_number(number: int | None) -> Iterator[list[int]]:
    """Type this number where one is asked for, None presses Esc; gives what was proposed."""
    proposed: list[int] = []

    def enter(dialog: QInputDialog) -> None:
        proposed.append(dialog.intValue())
        if number is None:
            dialog.reject()
        else:
            dialog.setIntValue(number)
            dialog.accept()

    with meeting(QInputDialog, enter):
        yield proposed


@contextmanager
def naming_file(path: Path | None) -> Iterator[list[str]]:
    """Type this name where a file is asked for, None presses Esc; gives what was proposed."""
    proposed: list[str] = []

    def enter(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        proposed.append(field.text())
        if path is None:
            dialog.reject()
        else:
            field.setText(str(path))
            dialog.accept()

    with meeting(QFileDialog, enter):
        yield proposed
