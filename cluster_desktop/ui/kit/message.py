"""Questions with the answers in Vietnamese."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

SAVE, DISCARD, STAY = "&Lưu", "&Bỏ thay đổi", "Ở lại"


def ask(parent: QWidget | None, title: str, text: str, answers: Sequence[str], detail: str = "") -> str:
    """Ask a question; returns the chosen answer. The first answer is the default, the last is that of Esc."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(detail)
    pushes: dict[QPushButton, str] = {}
    for place, words in enumerate(answers):
        role = QMessageBox.ButtonRole.AcceptRole if place == 0 else QMessageBox.ButtonRole.DestructiveRole
        if place == len(answers) - 1:
            role = QMessageBox.ButtonRole.RejectRole
        push = box.addButton(words, role)
        pushes[push] = words
        if place == 0:
            box.setDefaultButton(push)
        if place == len(answers) - 1:
            box.setEscapeButton(push)
    box.exec()
    clicked = box.clickedButton()
    return next((words for push, words in pushes.items() if push is clicked), answers[-1])


def tell(parent: QWidget, title: str, text: str) -> None:
    """Show a sentence that has to be read before going on."""
    ask(parent, title, text, ("Đã hiểu",))


def ask_unsaved(parent: QWidget, what: str) -> str:
    """Ask what to do with unsaved input: SAVE, DISCARD or STAY."""
    return ask(
        parent,
        "Có thay đổi chưa lưu",
        f"{what} có thay đổi chưa lưu.",
        (SAVE, DISCARD, STAY),
        "Lưu lại, bỏ thay đổi, hay ở lại để sửa tiếp?",
    )
