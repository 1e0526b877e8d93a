"""A form built from the fields of a draft: editors, problems, and the filled draft."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import pairwise
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Draft, Field, Value, check, fields_of
from cluster_desktop.domain.record_kinds.ownership import owner_fields
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists.naming import Within
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit.layouts import Space, scrolled, spaced
from cluster_desktop.ui.records.editors import Editor, NoteEditor
from cluster_desktop.ui.records.field_box import FieldBox
from cluster_desktop.ui.records.references import belongs, finder, words_of

WHOLE: Final = "Thông tin chung"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTHING: Final[Mapping[str, str]] = {}
D = TypeVar("D", bound=Draft)


class Form(QStackedWidget):
    """The fields of one draft, one page for each part.

    *fixed* are values that the form carries without showing them (the owner of a record that lives
    inside another one); *hidden* fields keep the value of the row. ``changed`` follows changes by a person.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        draft: type[Draft],
        *,
        fixed: Mapping[str, Value] | None = None,
        hidden: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = fields_of(draft)
        self.parts = tuple(dict.fromkeys(field.part or WHOLE for field in self.fields))
        self._workspace = workspace
        self._draft = draft
        self._kept: dict[str, Value] = dict.fromkeys(hidden) | dict(fixed or {})
        self._fixed = dict(fixed or {})
        self._boxes = {field.key: self._box(field) for field in self.fields if field.key not in self._kept}
        self._grids = [self._page() for _part in self.parts]
        self._clean: dict[str, object] = {}
        self.set_new({})

    # --- content ---

    def set_row(self, row: Row) -> None:
        """Show a stored record."""
        self._put(row.values, row.shown)

    def set_new(self, values: Mapping[str, Value], shown: Mapping[str, str] = _NOTHING) -> None:
        """Show an empty record with the default values of its draft, replaced by *values*."""
        filled = self._draft().values() | dict(values)
        words = {field.key: words_of(self._workspace, field, filled[field.key]) for field in self.fields}
        self._put(filled, words | dict(shown))

    def _put(self, values: Mapping[str, Value], shown: Mapping[str, str]) -> None:
        self._kept = {key: values.get(key) for key in self._kept} | self._fixed
        for key, box in self._boxes.items():
            box.set_value(values.get(key), shown.get(key, ""))
        self._arrange()
        self._clean = self._readings()

    def finish(self) -> None:
        """Accept what is still being typed as if every field had been left."""
        for box in self._boxes.values():
            box.finish()

    @property
    def dirty(self) -> bool:
        """The form holds input that is not stored."""
        return self._readings() != self._clean

    def draft(self) -> Draft:
        """Return the filled draft. Raises InvalidDraft when a text cannot be read."""
        values, unread = self._values()
        if unread:
            raise errors.InvalidDraft(unread)
        return self._draft(**values)

    def filled(self, kind: type[D]) -> D:
        """Accept what is being typed and return the draft, of this kind. Raises InvalidDraft for any problem."""
        self.finish()
        if problems := self.problems:
            raise errors.InvalidDraft(problems)
        return self.read_as(kind)

    def read_as(self, kind: type[D]) -> D:
        """Return the draft as it is typed, of this kind. Raises InvalidDraft when a text cannot be read."""
        draft = self.draft()
        if not isinstance(draft, kind):
            raise TypeError("the form holds another kind of draft")
        return draft

    def typed_values(self) -> dict[str, Value]:
        """Return the values of the draft; none while a text cannot be read."""
        values, unread = self._values()
        return {} if unread else self._draft(**values).values()

    @property
    def problems(self) -> tuple[errors.Problem, ...]:
        """The problems of what is filled in now."""
        values, unread = self._values()
        keys = {problem.field for problem in unread}
        rest = check(self._draft(**values).normalised())
        return (*unread, *(problem for problem in rest if problem.field not in keys))

    def flag(self, problems: Iterable[errors.Problem]) -> str:
        """Show problems beside their fields and go to the first; returns those that belong to no field."""
        messages = {problem.field: problem.message for problem in reversed(tuple(problems))}
        flagged = [box for key, box in self._boxes.items() if key in messages]
        for box in flagged:
            box.flag(messages[box.field.key])
        if flagged:
            self.show_field(flagged[0].field.key)
        return " ".join(message for key, message in messages.items() if key not in self._boxes)

    # --- where things stand ---

    def show_part(self, part: str) -> None:
        """Turn to a part of the form."""
        self.setCurrentIndex(self.parts.index(part))

    @property
    def part(self) -> str:
        """The part on show."""
        return self.parts[self.currentIndex()]

    def shown_parts(self) -> tuple[str, ...]:
        """Return the parts that have a field for this record."""
        applying = {box.field.part or WHOLE for box in self._applying()}
        return tuple(part for part in self.parts if part in applying)

    def editor(self, key: str) -> Editor:
        """Return the editor of a field."""
        return self._boxes[key].editor

    def message(self, key: str) -> str:
        """Return the message below a field: its hint or its problem."""
        return self._boxes[key].message

    def applies(self, key: str) -> bool:
        """Tell if the field applies to what is filled in."""
        return self._boxes[key] in self._applying()

    def show_field(self, key: str) -> None:
        """Turn to the field and put the cursor into it; as after Tab, typing writes over what stands there."""
        box = self._boxes[key]
        self.show_part(box.field.part or WHOLE)
        self._bring_into_sight(box)
        box.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        line = box.editor.lineEdit() if isinstance(box.editor, QComboBox) else box.editor
        if isinstance(line, QLineEdit):
            line.selectAll()

    def _bring_into_sight(self, box: FieldBox) -> None:
        """Scroll the part on show until all of a field is seen."""
        page = self.currentWidget()
        if isinstance(page, QScrollArea) and page.isAncestorOf(box):
            page.ensureWidgetVisible(box)

    def full_height(self) -> int:
        """Return the height of the tallest part without scrolling, in px."""
        return max(grid.totalSizeHint().height() for grid in self._grids)

    def start(self) -> None:
        """Put the cursor into the first field of the part on show."""
        first = next(box for box in self._applying() if (box.field.part or WHOLE) == self.part)
        self.show_field(first.field.key)

    # --- inside ---

    def _box(self, field: Field) -> FieldBox:
        owners = owner_fields(field, self.fields)
        box = FieldBox(field, finder(self._workspace, field, partial(self._owner, owners)), self._judgement)
        box.changed.connect(self._on_box_changed)
        box.editor.installEventFilter(self)
        return box

    def _page(self) -> QGridLayout:
        content = QWidget()
        grid = spaced(QGridLayout(content), Space.MEDIUM, Space.LARGE)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        page = scrolled(content)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.setProperty("role", "form")
        self.addWidget(page)
        return grid

    def _arrange(self) -> None:
        """Place the fields that apply, in reading order: wide ones across, the others two beside each other."""
        applying = self._applying()
        for part, grid in zip(self.parts, self._grids, strict=True):
            own = [box for box in self._boxes.values() if (box.field.part or WHOLE) == part]
            # removeWidget also forgets the height that the layout remembers of a widget; takeAt would not.
            for box in own:
                grid.removeWidget(box)
            _fill(grid, [box for box in own if box in applying])
        for box in self._boxes.values():
            box.setVisible(box in applying)
        for first, second in pairwise(applying):
            QWidget.setTabOrder(first.editor, second.editor)

    def _applying(self) -> list[FieldBox]:
        values, _unread = self._values()
        return [box for box in self._boxes.values() if box.field.applies(values)]

    def _values(self) -> tuple[dict[str, Value], tuple[errors.Problem, ...]]:
        values = dict(self._kept)
        unread = []
        for key, box in self._boxes.items():
            try:
                values[key] = box.value
            except ValueError as problem:
                values[key] = None
                unread.append(errors.Problem(key, str(problem)))
        empty = {field.key: None for field in self.fields if not field.applies(values)}
        return values | empty, tuple(problem for problem in unread if problem.field not in empty)

    def _readings(self) -> dict[str, object]:
        values, unread = self._values()
        return {**values, **{problem.field: problem for problem in unread}}

    def _judgement(self, key: str) -> str:
        return next((problem.message for problem in self.problems if problem.field == key), "")

    def _owner(self, keys: Iterable[str]) -> Within:
        values, _unread = self._values()
        return next(((key, value) for key in keys if isinstance(value := values[key], str)), None)

    def _on_box_changed(self, key: str) -> None:
        field = self._boxes[key].field
        self._bring_into_sight(self._boxes[key])  # nobody types where they cannot read it
        if field.refers_to:
            self._clear_foreign_references(key)
        if any(other.shown_when and other.shown_when[0] == key for other in self.fields):
            self._arrange()
        for box in self._boxes.values():
            if box.problem:
                box.review()
        self.changed.emit()

    def _clear_foreign_references(self, owner: str) -> None:
        """Empty the fields whose record does not belong to the owner that was just chosen."""
        values, _unread = self._values()
        for box in self._boxes.values():
            owners = owner_fields(box.field, self.fields)
            if owner in owners and not belongs(
                self._workspace, box.field.refers_to, values[box.field.key], self._owner(owners)
            ):
                box.set_value(None, "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if _is_enter(event) and not isinstance(watched, NoteEditor):
            self.focusNextPrevChild(True)
            self._pass_leaving_buttons()
            return True
        return super().eventFilter(watched, event)

    def _pass_leaving_buttons(self) -> None:
        """Go on from the buttons that give up what was typed to the one that writes it: Enter may be pressed again."""
        begin = here = QApplication.focusWidget()
        while isinstance(here, QPushButton) and here.property("kind") != "primary":
            here = here.nextInFocusChain()
        if isinstance(here, QPushButton) and here is not begin and here.isEnabled() and here.isVisible():
            here.setFocus(Qt.FocusReason.TabFocusReason)


def _is_enter(event: QEvent) -> bool:
    """Tell if Enter alone was pressed: it goes on to the next field, and begins a new line in a note."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in _ENTER and event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )


def _fill(grid: QGridLayout, boxes: Iterable[FieldBox]) -> None:
    for row in range(grid.rowCount()):
        grid.setRowStretch(row, 0)
    row, column = 0, 0
    for box in boxes:
        if box.field.wide and column:
            row, column = row + 1, 0
        grid.addWidget(box, row, column, 1, 2 if box.field.wide else 1)
        row, column = (row + 1, 0) if box.field.wide or column else (row, 1)
    grid.setRowStretch(row + 1, 1)
