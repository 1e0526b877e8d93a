"""The words of an achievement report; those of an earlier year are taken over by a button, never by themselves."""

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from cluster_desktop.commands.dossiers.report_words import report_words, write_report_words
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations

_HINT: Final = "Mỗi dòng là một đoạn ở mục II của báo cáo. Để trống thì báo cáo chừa dòng chấm để viết tay."


class ReportWordsDialog(ActDialog):
    """A dialog for what one nomination reports of the work done."""

    def __init__(self, operations: Operations, nomination_uid: str, parent: QWidget) -> None:
        super().__init__(operations, "Nội dung báo cáo thành tích", parent, (720, 520))
        self._uid = nomination_uid
        self._stored = operations.workspace.read(report_words, nomination_uid)
        self.edit = QPlainTextEdit(self._stored.words)
        self.edit.setAccessibleName(self.windowTitle())
        self.edit.setTabChangesFocus(True)
        self.earlier = button(f"&Chép từ {self._stored.source}", self._on_earlier_clicked)
        self.earlier.setVisible(bool(self._stored.source))
        column_of(
            self,
            label(_HINT, "hint", wraps=True),
            in_row(self.earlier, stretch()),
            grow(self.edit),
            self.message,
            foot_of(self, button("&Lưu", self.save, kind="primary")),
        )
        self.edit.setFocus()

    def _on_earlier_clicked(self) -> None:
        """Put the earlier words below what is there, to be gone through."""
        words = [text for text in (self.edit.toPlainText().rstrip(), self._stored.earlier) if text]
        cursor = self.edit.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText("\n".join(words))  # so that Ctrl+Z takes them back
        self.edit.setFocus()

    @property
    @override
    def unsaved(self) -> str:
        return self.windowTitle() if self.edit.toPlainText() != self._stored.words else ""

    @override
    def save(self) -> None:
        self.carry_out(write_report_words, self._uid, self.edit.toPlainText())
