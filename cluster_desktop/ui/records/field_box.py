"""A field of a form: label above, editor, and below it the hint or the problem of its value."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.labels import label, restyle
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, placed, stretch
from cluster_desktop.ui.kit.search_combo import Finder
from cluster_desktop.ui.records.editors import Editor, editor_for

PAUSE: Final = 600  # ms without typing after which what was typed is judged
_SIGN: Final = 14


class FieldMessage(QWidget):
    """The line below an editor: a hint in quiet letters, or a problem with its sign."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = QLabel()
        self._text = label("", "hint", wraps=True)
        in_row(placed(self._sign, Qt.AlignmentFlag.AlignTop), grow(self._text), on=self, space=Space.TIGHT)

    def text(self) -> str:
        """Return the text on show."""
        return self._text.text()

    def say(self, text: str, *, wrong: bool) -> None:
        """Show a text; nothing at all for ''."""
        self._text.setText(text)
        restyle(self._text, "role", "error" if wrong else "hint")
        self._sign.setVisible(wrong)
        if wrong:
            self._sign.setPixmap(icons.pixmap("error", _SIGN, "wrong", self.devicePixelRatioF()))
        self.setVisible(bool(text))


class FieldBox(QWidget):
    """A field that is checked when the person pauses or leaves; a message that no longer applies goes at once.

    *judge* returns the problem of a field in a sentence, '' when there is none.
    """

    changed = Signal(str)

    def __init__(self, field: Field, find: Finder, judge: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = editor_for(field, find)
        self.problem = ""
        self._judge = judge
        self._touched = False
        self._message = FieldMessage()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.review)
        self.editor.changed.connect(self._on_editor_changed)
        self.editor.finished.connect(self.finish)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        heading = label(
            self.field.label + (" *" if self.field.required else ""), "label", wraps=True, buddy=self.editor
        )
        in_column(heading, self.editor, self._message, stretch(), on=self, space=Space.TIGHT)
        # Both columns of a form are of one width whatever their words are.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.editor.setAccessibleName(self.field.label)

    @property
    def value(self) -> Value:
        """The value of the field. Raises ValueError with the sentence that is shown below."""
        return self.editor.value()

    @property
    def message(self) -> str:
        """The hint or the problem below the editor."""
        return self._message.text()

    def set_value(self, value: Value, shown: str) -> None:
        """Show a stored value without checking it."""
        self.editor.set_value(value, shown)
        self._touched = False
        self.clear()

    def flag(self, message: str) -> None:
        """Show a problem below the editor."""
        self._say(message, message)

    def clear(self) -> None:
        """Remove the problem; the hint stands there again."""
        self._say("", self.field.help)

    def review(self) -> None:
        """Check the value of the field now."""
        message = self._judge(self.field.key)
        self._say(message, message or self.field.help)

    def finish(self) -> None:
        """Write the value in its usual form and check it, when typing has ended."""
        if self._touched:
            self._touched = False
            self.editor.tidy()
            self.review()

    def _say(self, problem: str, text: str) -> None:
        self._pause.stop()
        self.problem = problem
        self._message.say(text, wrong=bool(problem))
        restyle(self.editor, "wrong", bool(problem))
        self.editor.setAccessibleDescription(text)

    def _on_editor_changed(self) -> None:
        self._touched = True
        if not self.problem:
            self._pause.start()
        self.changed.emit(self.field.key)
