"""A form whose answers are one act: its fields, a preview of the result, and the button that runs it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Draft, Value
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.labels import button, label, rule
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form import Form

_WIDTH, _HEIGHT = 520, 600
_PREVIEW = 130  # px for what will happen
D = TypeVar("D", bound=Draft)


class FormDialog(ActDialog):
    """A form for one act; problems are marked at their fields."""

    def __init__(self, operations: Operations, title: str, parent: QWidget, size: tuple[int, int], form: Form) -> None:
        super().__init__(operations, title, parent, size)
        self.form = form

    def filled(self, draft: type[D], *, whole: bool = True) -> D | None:
        """Return the filled draft; None when something has to be corrected, which is marked.

        A draft that is not *whole* is only read: the act fills in what is missing and checks the rest.
        """
        self.message.setText("")
        self.form.finish()
        try:
            return self.form.filled(draft) if whole else self.form.read_as(draft)
        except errors.InvalidDraft as error:
            self.refuse(error)
            return None

    @override
    def refuse(self, error: errors.InvalidDraft) -> None:
        self.message.setText(self.form.flag(error.problems) or "Hãy sửa chỗ được đánh dấu.")


class FormActDialog(FormDialog):
    """A form that *act* carries out; *foresee* previews the result after every change."""

    def __init__(
        self,
        operations: Operations,
        words: tuple[str, str],
        draft: type[Draft],
        act: Callable[[Workspace, Draft], Changes],
        parent: QWidget,
        foresee: Callable[[Draft], str] | None = None,
    ) -> None:
        title, go = words
        super().__init__(operations, title, parent, (_WIDTH, _HEIGHT), Form(operations.workspace, draft))
        self._draft, self._act, self._foresee = draft, act, foresee
        self.preview = label("", "quiet", wraps=True)
        self._lay_out(go)
        self.form.changed.connect(self._show_preview)
        self._show_preview()

    def start(self, values: Mapping[str, Value]) -> None:
        """Begin with these values and open."""
        self.form.set_new(values)
        self._show_preview()
        self.form.start()
        self.open()

    def _lay_out(self, go: str) -> None:
        in_column(
            grow(self.form),
            in_column(self.preview, margins=(Space.LARGE, Space.TIGHT, Space.LARGE, Space.MEDIUM)),
            rule(),
            in_row(grow(self.message), button("Bỏ qua", self.reject), button(go, self.go, kind="primary"), margins=BAR),
            on=self,
            space=Space.NONE,
        )
        room = _PREVIEW if self._foresee else 0
        self.resize(_WIDTH, min(self.form.full_height() + 60 + room, _HEIGHT))

    def go(self) -> None:
        """Run the act and close; stay when something has to be corrected."""
        draft = self.filled(self._draft)
        if draft is not None:
            self.carry_out(self._act, draft)

    def _show_preview(self) -> None:
        sentence = ""
        if self._foresee is not None and not self._operations.workspace.busy:
            try:
                sentence = self._foresee(self.form.draft())
            except errors.UserError:
                sentence = ""  # not yet all filled in
        self.preview.setText(sentence)
        self.preview.setVisible(bool(sentence))
