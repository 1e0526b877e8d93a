"""Ctrl+Z while typing takes back letters first, as in every editor; only then acts."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def typed_undo(editor: QWidget | None) -> bool:
    """Take back typing in the editor; False when there is none to take back."""
    if isinstance(editor, QLineEdit) and editor.isUndoAvailable():
        editor.undo()
        return True
    if isinstance(editor, QPlainTextEdit) and editor.document().isUndoAvailable():
        editor.undo()
        return True
    return False


def typed_redo(editor: QWidget | None) -> bool:
    """Type again what was taken back; False when there is nothing."""
    if isinstance(editor, QLineEdit) and editor.isRedoAvailable():
        editor.redo()
        return True
    if isinstance(editor, QPlainTextEdit) and editor.document().isRedoAvailable():
        editor.redo()
        return True
    return False
