"""The texts of the annual summary that the office writes itself; the rest is counted from the records."""

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from cluster_desktop.commands.settings.summary_texts import save_summary_texts
from cluster_desktop.domain.year.year_summary import SummaryTexts
from cluster_desktop.records.queries.year.year_summary import summary_texts
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import fill, grow
from cluster_desktop.ui.kit.operations import Operations

_PARTS: Final = {
    "strengths": "&Ưu điểm",
    "weaknesses": "&Hạn chế, nguyên nhân",
    "plans": "&Phương hướng, nhiệm vụ năm sau",
}


_EMPTY: Final = "Mỗi dòng là một đoạn. Để trống thì báo cáo chừa dòng chấm để viết tay."


class SummaryTextsDialog(ActDialog):
    """A dialog for the three parts of the appraisal of one year."""

    def __init__(self, operations: Operations, year: int, parent: QWidget) -> None:
        super().__init__(operations, f"Lời văn báo cáo tổng kết năm {year}", parent, (720, 600))
        self._year = year
        self._stored = operations.workspace.read(summary_texts, year)
        self.edits = {part: QPlainTextEdit(getattr(self._stored, part)) for part in _PARTS}
        self._lay_out()

    def _lay_out(self) -> None:
        hint = "Số liệu trong báo cáo luôn lấy từ sổ. Phần dưới đây do văn phòng viết, được giữ theo từng năm."
        column = column_of(self, label(hint, "hint", wraps=True))
        for part, words in _PARTS.items():
            self.edits[part].setAccessibleName(words.replace("&", ""))
            self.edits[part].setTabChangesFocus(True)
            self.edits[part].setPlaceholderText(
                "Mỗi dòng là một đoạn. Để trống thì báo cáo chừa dòng chấm để viết tay."
            )
            fill(column, label(words, "label", buddy=self.edits[part]), grow(self.edits[part]))
        fill(column, self.message, foot_of(self, button("&Lưu", self.save, kind="primary")))

    @property
    @override
    def unsaved(self) -> str:
        return self.windowTitle() if self._texts != self._stored else ""

    @property
    def _texts(self) -> SummaryTexts:
        return SummaryTexts(**{part: edit.toPlainText() for part, edit in self.edits.items()})

    @override
    def save(self) -> None:
        self.carry_out(save_summary_texts, self._year, self._texts)
