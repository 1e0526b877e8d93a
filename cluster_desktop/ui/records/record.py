"""A dialog to add or change a small record that belongs to another one."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import shortcuts
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.labels import button, rule
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.saving import save_form

_WIDTH = 480
_HEIGHT = 560


class RecordDialog(ActDialog):
    """A form with "Lưu" and "Hủy" that closes when the record is written."""

    def __init__(
        self,
        operations: Operations,
        kind: str,
        row: Row | None,
        fixed: Mapping[str, Value],
        hidden: Iterable[str],
        parent: QWidget,
    ) -> None:
        words = KINDS[kind].label
        super().__init__(operations, f"Sửa {words}" if row else f"Thêm {words}", parent, (_WIDTH, _HEIGHT))
        self._row = row
        self.form = Form(operations.workspace, KINDS[kind].draft, fixed=fixed, hidden=hidden)
        if row:
            self.form.set_row(row)
        operations.failed.connect(self.message.setText)
        self._lay_out()
        self.form.start()

    def _lay_out(self) -> None:
        save = button("Lưu", self.save, kind="primary")
        save.setShortcut(shortcuts.SAVE)
        in_column(
            grow(self.form),
            rule(),
            in_row(grow(self.message), button("Hủy", self.reject), save, margins=BAR),
            on=self,
            space=Space.NONE,
        )
        self.resize(_WIDTH, min(self.form.full_height() + 60, _HEIGHT))

    @property
    @override
    def unsaved(self) -> str:
        return self.windowTitle() if self.form.dirty else ""

    @override
    def save(self) -> None:
        """Write the record and close; stay when something has to be corrected."""
        self.message.setText("")
        if save_form(self._operations, self.form, self._row) is not None:
            self.accept()
