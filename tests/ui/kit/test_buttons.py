"""A button with the cursor is pressed by Enter, whichever button of the dialog stands for Enter elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.layouts import in_row


def test_enter_presses_the_button_with_the_cursor_and_no_other(qtbot: QtBot) -> None:
    pressed: list[str] = []
    dialog = QDialog()
    go = button("In", lambda: pressed.append("In"), kind="primary")
    leave = button("Hủy", lambda: pressed.append("Hủy"))
    go.setDefault(True)
    in_row(leave, go, on=dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    leave.setFocus()
    qtbot.keyClick(leave, Qt.Key.Key_Return)
    assert pressed == ["Hủy"]
    go.setFocus()
    qtbot.keyClick(go, Qt.Key.Key_Enter)
    assert pressed == ["Hủy", "In"]
