"""One editor for each type of field: it shows a stored value and returns what a person typed or chose.

Every editor is a widget with ``value()`` (raises ValueError whose text says what is right),
``set_value(value, shown)`` without a signal, ``tidy()`` that writes the typed text in its usual form,
and the signals ``changed`` (by a person) and ``finished`` (the person left it).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.fields.types import FieldType, Flag, LongText, OneOf, Suggestion
from cluster_desktop.ui.kit.choice_box import ChoiceBox
from cluster_desktop.ui.kit.search_combo import Finder, SearchCandidate, SearchCombo, matching

UNKNOWN: Final = "Chưa ghi nhận"
TO_CHOOSE: Final = "Chọn…"
_LONG_VOCABULARY: Final = 12  # a longer one is typed into, not scrolled through
_NOTE_HEIGHT: Final = 84  # px


class LineEditor(QLineEdit):
    """A line of text: a name, a date of which parts may be unknown, a number or money in groups of three."""

    changed = Signal()
    finished = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self._putting = False
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> Value:
        """Return the typed value. Raises ValueError."""
        return self.field.parse(self.text())

    def set_value(self, value: Value, shown: str) -> None:
        """Show a stored value."""
        self._putting = True
        self.setText(shown)
        self.setCursorPosition(0)
        self._putting = False

    def tidy(self) -> None:
        """Write a date as dd/mm/yyyy and a number in groups, once it can be read."""
        try:
            value = self.value()
        except ValueError:
            return
        if self.field.show(value) != self.text():
            self.set_value(value, self.field.show(value))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()

    def _on_text_changed(self, text: str) -> None:
        # Also when typing is taken back with Ctrl+Z.
        if not self._putting:
            self.changed.emit()


class NoteEditor(QPlainTextEdit):
    """A note of several lines; Tab goes on to the next field."""

    changed = Signal()
    finished = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__(tabChangesFocus=True)
        self.field = field
        self.setFixedHeight(_NOTE_HEIGHT)
        self.textChanged.connect(self.changed)

    def value(self) -> Value:
        """Return the typed value. Raises ValueError."""
        return self.field.parse(self.toPlainText())

    def set_value(self, value: Value, shown: str) -> None:
        """Show a stored value."""
        self.blockSignals(True)
        self.setPlainText(shown)
        self.blockSignals(False)

    def tidy(self) -> None:
        """Do nothing: notes stay as they were typed until they are saved."""

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


class ChoiceEditor(ChoiceBox):
    """A short vocabulary, or yes and no; "Chưa ghi nhận" stands for nothing recorded."""

    changed = Signal()
    finished = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.setPlaceholderText(TO_CHOOSE)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if not field.required:
            self.addItem(UNKNOWN, None)
        for code, label in _words(field):
            self.addItem(label, code)
        self.activated.connect(self.changed)

    def value(self) -> Value:
        """Return the chosen code."""
        value: Value = self.currentData()
        return value

    def set_value(self, value: Value, shown: str) -> None:
        """Show a stored value; a word that the vocabulary no longer has is kept as it is."""
        place = next((i for i in range(self.count()) if self.itemData(i) == value), -1)
        if place < 0 and value is not None:
            place = self.count()
            self.addItem(shown, value)
        self.setCurrentIndex(place)

    def tidy(self) -> None:
        """Do nothing: a chosen word has one spelling."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


class _SearchEditor(SearchCombo):
    """A field that is searched in a list."""

    def __init__(self, field: Field, find: Finder) -> None:
        super().__init__(find)
        self.field = field

    def set_value(self, value: Value, shown: str) -> None:
        """Show a stored value."""
        self.put(None if value is None else SearchCandidate(str(value), shown), shown)


class WordEditor(_SearchEditor):
    """A long vocabulary, or free text with the usual words offered."""

    def __init__(self, field: Field) -> None:
        super().__init__(field, self._matching)
        self._all = [SearchCandidate(choice.code, choice.label) for choice in field.choices]
        if isinstance(field.type, OneOf):
            self.line.setPlaceholderText(TO_CHOOSE if field.required else UNKNOWN)

    def _matching(self, text: str) -> Sequence[SearchCandidate]:
        return matching(self._all, text)

    def value(self) -> Value:
        """Return the code of the word, or the free text. Raises ValueError."""
        return self.field.parse(self.text())

    def tidy(self) -> None:
        """Write a word of the vocabulary in its usual spelling."""
        if isinstance(self.field.type, OneOf):
            self.settle()


class ReferenceEditor(_SearchEditor):
    """Another record, searched by a part of its name."""

    def __init__(self, field: Field, find: Finder) -> None:
        super().__init__(field, find)
        self.line.setPlaceholderText("Gõ để tìm…")

    def value(self) -> Value:
        """Return the uid of the record. Raises ValueError when the text stands for none."""
        text = self.text().strip()
        if self.chosen is not None:
            return self.chosen.key
        if not text:
            return None
        raise ValueError(f"{self.field.label} chưa có “{text[:40]}”. Hãy chọn một mục trong danh sách.")

    def tidy(self) -> None:
        """Choose the record that the text stands for, if there is exactly one."""
        self.settle()


Editor = LineEditor | NoteEditor | ChoiceEditor | WordEditor | ReferenceEditor
_EDITORS: Final[Mapping[type[FieldType], Callable[[Field], Editor]]] = {
    LongText: NoteEditor,
    Suggestion: WordEditor,
    OneOf: ChoiceEditor,
    Flag: ChoiceEditor,
}
"""How each type is filled in; all others by a line that is typed."""


def editor_for(field: Field, find: Finder) -> Editor:
    """Return the editor of a field; *find* looks up the records that a reference can point to."""
    if field.refers_to:
        return ReferenceEditor(field, find)
    if len(field.choices) > _LONG_VOCABULARY:
        return WordEditor(field)
    editor = _EDITORS.get(type(field.type), LineEditor)
    return editor(field)


def _words(field: Field) -> list[tuple[Value, str]]:
    if isinstance(field.type, Flag):
        return [(True, "Có"), (False, "Không")]
    return [(choice.code, choice.label) for choice in field.choices]
