"""Questions with the answers in Vietnamese."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

SAVE, DISCARD, STAY = "&Lưu", "&Bỏ thay đổi", "Ở lại"


def ask(parent: QWidget | None, title: str, text: str, answers: Sequence[str], detail: str = "") -> str:
    """Ask; gives the chosen answer's words. The first answer is the default, the last is meant by Esc."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(detail)
    made: dict[QPushButton, str] = {}
    for place, words in enumerate(answers):
        role = QMessageBox.ButtonRole.AcceptRole if place == 0 else QMessageBox.ButtonRole.DestructiveRole
        if place == len(answers) - 1:
            role = QMessageBox.ButtonRole.RejectRole
        push = box.addButton(words, role)
        made[push] = words
        if place == 0:
            box.setDefaultButton(push)
        if place == len(answers) - 1:
            box.setEscapeButton(push)
    box.exec()
    clicked = box.clickedButton()
    return next((words for push, words in made.items() if push is clicked), answers[-1])


def tell(parent: QWidget, title: str, text: str) -> None:
    """Say something that has to be read before going on."""
    ask(parent, title, text, ("Đã hiểu",))


def ask_unsaved(parent: QWidget, what: str) -> str:
    """What to do with something typed but not saved: SAVE, DISCARD or STAY."""
    return ask(
        parent,
        "Có thay đổi chưa lưu",
        f"{what} có thay đổi chưa lưu.",
        (SAVE, DISCARD, STAY),
        "Lưu lại, bỏ thay đổi, hay ở lại để sửa tiếp?",
    )
