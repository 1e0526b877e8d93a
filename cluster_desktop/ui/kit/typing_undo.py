"""Ctrl+Z while typing takes back letters first, as in every editor, and acts only then.

A Qt editor takes the keys of undo and redo even when it has nothing to undo; then they are passed on to the
window.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override


class TypingUndo(QObject):
    """An event filter on the editor that has the cursor."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def _on_app_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = now if _editor(now) is not None else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._on_watched_destroyed)

    def _on_watched_destroyed(self) -> None:
        self._watched = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            editor = _editor(watched)
            idle = (event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(editor)) or (
                event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(editor)
            )
            if idle:
                event.ignore()
                return True
        return False


def typed_undo(widget: QWidget | None) -> bool:
    """Take back typing in the editor; False when there is none."""
    editor = _editor(widget)
    if editor is None or not _can_undo(editor):
        return False
    editor.undo()
    return True


def typed_redo(widget: QWidget | None) -> bool:
    """Repeat typing that was taken back; False when there is none."""
    editor = _editor(widget)
    if editor is None or not _can_redo(editor):
        return False
    editor.redo()
    return True


def _editor(widget: QObject | None) -> QLineEdit | QPlainTextEdit | None:
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit) else None


def _can_undo(editor: QLineEdit | QPlainTextEdit | None) -> bool:
    if isinstance(editor, QPlainTextEdit):
        return editor.document().isUndoAvailable()
    return editor is not None and editor.isUndoAvailable()


def _can_redo(editor: QLineEdit | QPlainTextEdit | None) -> bool:
    if isinstance(editor, QPlainTextEdit):
        return editor.document().isRedoAvailable()
    return editor is not None and editor.isRedoAvailable()
