"""Cấp số giấy chứng nhận: a pattern, the first number, and a preview before anything is written."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_numbers import give_numbers, plan_numbers, usual_pattern
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import form_grid
from cluster_desktop.ui.kit.lists import number_box
from cluster_desktop.ui.kit.operations import Operations, WorkProgress

_HELP = "{so:03d} là số gồm ít nhất ba chữ số, {nam} là năm của quyết định. Giấy đã có số giữ nguyên số của mình."


class GiveNumbersDialog(QDialog):
    """A dialog that numbers all certificates of one decision."""

    def __init__(self, operations: Operations, decision_uid: str, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations, self._decision = operations, decision_uid
        self.setWindowTitle("Cấp số giấy chứng nhận")
        self.setMinimumWidth(480)
        self.pattern = QLineEdit(usual_pattern(operations.workspace))
        self.pattern.setAccessibleName("Mẫu số")
        self.start = number_box("Bắt đầu từ số", 1, 999_999, 1)
        self.plan = label("", wraps=True)
        self.skipped = label("", "hint", wraps=True)
        self.error = label("", "error", wraps=True)
        self.accepting = button("&Cấp số", self.give, kind="primary")
        self.accepting.setDefault(True)
        self._lay_out(number)
        self.pattern.textChanged.connect(self._on_pattern_changed)
        self.start.valueChanged.connect(self._on_start_changed)
        self._on_pattern_changed()

    def _lay_out(self, number: str) -> None:
        column_of(
            self,
            label(f"Quyết định {number}", "record", wraps=True),
            form_grid(("Mẫu &số", self.pattern), ("&Bắt đầu từ số", self.start)),
            label(_HELP, "hint", wraps=True),
            self.plan,
            self.skipped,
            self.error,
            foot_of(self, self.accepting),
        )

    def give(self) -> None:
        """Give the numbers in the background; a refusal is shown here."""
        work = partial(_give, self._operations, self._decision, self.pattern.text(), self.start.value())
        self._operations.run_in_background("Đang cấp số", work, self._on_done, self._on_failed, self)

    def _on_done(self, changes: Changes) -> None:
        self._operations.tell(changes)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._operations.show_failure(error)
        self.error.setText(self._operations.last_failure)

    def _on_pattern_changed(self, _text: str = "") -> None:
        """Propose the number after the highest one of the series."""
        try:
            plan = plan_numbers(self._operations.workspace, self._decision, self.pattern.text())
        except errors.UserError:
            self._on_start_changed()
            return
        with QSignalBlocker(self.start):
            self.start.setValue(plan.start)
        self._on_start_changed()

    def _on_start_changed(self, _number: int = 0) -> None:
        try:
            plan = plan_numbers(self._operations.workspace, self._decision, self.pattern.text(), self.start.value())
        except errors.UserError as error:
            self.plan.clear()
            self.error.setText(error.sentence)
            self.accepting.setEnabled(False)
            return
        self.error.clear()
        self.plan.setText(plan.sentence)
        self.skipped.setText(plan.gap_sentence)
        self.skipped.setVisible(bool(plan.skipped))
        self.accepting.setEnabled(bool(plan.count))


def _give(operations: Operations, decision: str, pattern: str, start: int, progress: WorkProgress) -> Changes:
    progress(0, 0)
    return give_numbers(operations.workspace, decision, pattern, start)
