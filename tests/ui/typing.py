"""Typing as Vietnamese is typed: letters with marks come from an input method, not from single keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from cluster_desktop.ui.records.form import Form


def type_text(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Put the cursor into the editor and type over what stands there."""
    editor.setFocus()
    editor.selectAll()
    if not text:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def type_into(form: Form, key: str, text: str) -> None:
    """Type into a field of a form."""
    editor = form.editor(key)
    editor.setFocus()
    target = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert isinstance(target, QLineEdit | QPlainTextEdit)
    type_text(target, text)
