"""The results of a planned import, as a line of tags and a list of sentences: problems first, then changes."""

from collections import defaultdict
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from cluster_desktop.commands.imports.plan import CREATED_KINDS, ImportPlan
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import TagLabel
from cluster_desktop.ui.kit.layouts import grow, in_column, in_row, placed
from cluster_desktop.ui.kit.lists import line_list

_MOST_LINES: Final = 500
_LIST_HEIGHT: Final = 108
_EMPTY: Final = "(trống)"


class ImportFindings(QWidget):
    """Tags with the numbers (*beside* stands at the end of their line), and every sentence to read first."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        tags = QWidget()
        self._tags = FlowLayout(tags)
        self.list = line_list("Những chỗ phải sửa, những điều sẽ thay đổi")
        self.list.setMaximumHeight(_LIST_HEIGHT)
        in_column(in_row(grow(tags), placed(beside, Qt.AlignmentFlag.AlignTop)), self.list, on=self)
        self.show_plan(None)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the results of *plan*; None for nothing yet."""
        while item := self._tags.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for words, tone in _tags_of(plan) if plan else ():
            self._tags.addWidget(TagLabel(words, tone))
        self.list.clear()
        lines = _lines(plan) if plan else []
        for line in lines[:_MOST_LINES]:
            self.list.addItem(QListWidgetItem(line))
        if len(lines) > _MOST_LINES:
            self.list.addItem(QListWidgetItem(f"… và {len(lines) - _MOST_LINES} dòng nữa."))
        self.list.scrollToTop()
        self.list.setVisible(bool(lines))


def row_sentences(plan: ImportPlan, sheet: str) -> dict[int, str]:
    """Return the problems of each row of one sheet, by row as Excel counts."""
    sentences: dict[int, list[str]] = defaultdict(list)
    for problem in plan.problems:
        if problem.sheet == sheet:
            sentences[problem.row].append(problem.message)
    return {row: " ".join(lines) for row, lines in sentences.items()}


def open_sentences(plan: ImportPlan, sheet: str) -> dict[int, str]:
    """Return the people in doubt and what is in dispute in the rows of one sheet, by row as Excel counts."""
    how = {True: "chưa rõ là ai trong danh sách cán bộ", False: "chưa có trong danh sách cán bộ"}
    sentences = {each.row: f"{each.name}: {each.sentence}" for each in plan.disputes if each.sheet == sheet}
    return sentences | {
        doubt.row: f"“{doubt.name}” {how[bool(doubt.candidates)]}." for doubt in plan.doubts if doubt.sheet == sheet
    }


def _tags_of(plan: ImportPlan) -> list[tuple[str, str]]:
    tags = [
        (f"Đọc {plan.read} dòng", "quiet"),
        (f"Thêm {len(plan.added)}", "good" if plan.added else "quiet"),
    ]
    if plan.changed:
        tags.append((f"Sửa {len(plan.changed)}", "accent"))
    if plan.unchanged:
        tags.append((f"Giữ nguyên {plan.unchanged}", "quiet"))
    if plan.left_out:
        tags.append((f"Để lại {plan.left_out}", "quiet"))
    tags += [(f"Thêm {count} {words}", "caution") for kind, words in CREATED_KINDS if (count := plan.new(kind))]
    if plan.doubts:
        tags.append((f"{len(plan.doubts)} dòng chưa rõ là ai", "caution"))
    if plan.disputes:
        tags.append((f"{len(plan.disputes)} chỗ khác sổ", "caution"))
    if plan.problems:
        tags.append((f"{len(plan.problems)} chỗ phải sửa", "wrong"))
    return tags


def _lines(plan: ImportPlan) -> list[str]:
    wrong = [f"{item.sheet}, dòng {item.row}, {item.column}: {item.message}" for item in plan.problems]
    asked = [f"{item.sheet}, dòng {item.row}, {item.name}: {item.sentence}" for item in plan.disputes]
    changes = [
        f"{item.sheet}, dòng {item.row}, {item.title}: {change.label} "
        f"“{change.before or _EMPTY}” thành “{change.after or _EMPTY}”"
        for item in plan.changed
        for change in item.changes
    ]
    return [*wrong, *asked, *plan.notes, *changes]
