"""The results of a planned import: numbers that open lists of sentences, each of which leads to its row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QWidget

from cluster_desktop.commands.imports.plan import CREATED_KINDS, ImportPlan, RowProblem, RowRemark
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import TagLabel, restyle, tip
from cluster_desktop.ui.kit.layouts import grow, in_column, in_row, placed
from cluster_desktop.ui.kit.lists import line_list

_MOST_LINES: Final = 500
_LIST_HEIGHT, _LOW_HEIGHT = 108, 58
_EMPTY: Final = "(trống)"
_LINE: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A sentence, and the cell it is about: the name of the table, its row as Excel counts (0 for none), the field."""

    words: str
    sheet: str = ""
    row: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The sentences of one sort behind the words of their button."""

    key: str
    words: str
    lines: Sequence[FindingLine]


class ImportFindings(QWidget):
    """Numbers (*beside* stands at the end of their line) and the list of one sort of sentences.

    ``went`` (line): somebody chose a sentence, to be led to its cell.
    """

    went = Signal(object)

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        tags = QWidget()
        self._tags = FlowLayout(tags)
        self.groups: dict[str, FindingGroup] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.shown = ""
        self.list = line_list("Những chỗ phải sửa, những điều sẽ thay đổi")
        self.list.setMaximumHeight(_LIST_HEIGHT)
        self.list.itemClicked.connect(self._on_list_activated)
        self.list.itemActivated.connect(self._on_list_activated)
        in_column(in_row(grow(tags), placed(beside, Qt.AlignmentFlag.AlignTop)), self.list, on=self)
        self.show_plan(None)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the results of *plan*; None for nothing yet."""
        while item := self._tags.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.groups = {group.key: group for group in _groups(plan)} if plan else {}
        self.buttons = {key: self._button(group) for key, group in self.groups.items()}
        for words, tone in _totals(plan) if plan else ():
            self._tags.addWidget(TagLabel(words, tone))
        for push in self.buttons.values():
            self._tags.addWidget(push)
        pressing = next(iter(self.groups), "")
        urgent = pressing in _URGENT or self.shown not in self.groups
        self.show_group(pressing if urgent else self.shown)

    def _button(self, group: FindingGroup) -> QPushButton:
        push = QPushButton(group.words)
        push.setProperty("kind", "chip")
        push.setAutoDefault(False)
        push.setToolTip("Bấm để xem từng dòng")
        push.clicked.connect(self._on_button_clicked)
        return push

    def make_low(self) -> None:
        """Leave more room to what stands above, on a low screen."""
        self.list.setMaximumHeight(_LOW_HEIGHT)

    def show_group(self, key: str) -> None:
        """Show the sentences of one sort."""
        self.shown = key
        for name, push in self.buttons.items():
            restyle(push, "active", name == key)
        lines = self.groups[key].lines if key in self.groups else ()
        self.list.clear()
        for line in lines[:_MOST_LINES]:
            shown = QListWidgetItem(line.words, self.list)
            shown.setData(_LINE, line)
            shown.setToolTip(tip(line.words))
        if len(lines) > _MOST_LINES:
            self.list.addItem(QListWidgetItem(f"… và {len(lines) - _MOST_LINES} dòng nữa."))
        self.list.scrollToTop()
        self.list.setVisible(bool(lines))

    def _on_button_clicked(self) -> None:
        key = next(key for key, push in self.buttons.items() if push is self.sender())
        self.show_group(key)

    def _on_list_activated(self, item: QListWidgetItem) -> None:
        line = item.data(_LINE)
        if line is not None and line.row:
            self.went.emit(line)


_URGENT: Final = ("wrong", "asked")


def _totals(plan: ImportPlan) -> list[tuple[str, str]]:
    tags = [(f"Đọc {plan.read} dòng", "quiet"), (f"Thêm {len(plan.added)}", "good" if plan.added else "quiet")]
    return [*tags, *([(f"Giữ nguyên {plan.unchanged}", "quiet")] if plan.unchanged else [])]


def _groups(plan: ImportPlan) -> list[FindingGroup]:
    wrong = [_line(item) for item in plan.problems]
    told = [*(FindingLine(note) for note in plan.notes), *(_line(item) for item in plan.remarks)]
    out = [_line(item, "không nhập, {}.") for item in plan.skipped]
    groups = (
        FindingGroup("wrong", f"{len(wrong)} chỗ phải sửa", wrong),
        FindingGroup("asked", _asked_words(plan), _asked(plan)),
        FindingGroup("changes", f"Sửa {len(plan.changed)}", _changes(plan)),
        FindingGroup("told", f"{len(told)} điều nên biết", told),
        FindingGroup("made", f"Thêm {_made_words(plan)}", _made(plan)),
        FindingGroup("mended", f"{len(plan.notices)} ô được sửa", [_line(item) for item in plan.notices]),
        FindingGroup("out", f"{len(out)} dòng không nhập", out),
    )
    return [group for group in groups if group.lines]


def _line(item: RowProblem | RowRemark, form: str = "{}") -> FindingLine:
    row = f"dòng {item.row}" if item.row else ""
    place = ", ".join(filter(None, (item.sheet, row, item.column)))
    return FindingLine(f"{place}: {form.format(item.message)}", item.sheet, item.row, item.field)


def _asked_words(plan: ImportPlan) -> str:
    parts = [f"{len(plan.doubts)} dòng chưa rõ là ai"] if plan.doubts else []
    parts += [f"{len(plan.places)} tên chưa rõ"] if plan.places else []
    return ", ".join([*parts, *([f"{len(plan.disputes)} chỗ khác sổ"] if plan.disputes else [])])


def _asked(plan: ImportPlan) -> list[FindingLine]:
    how = {True: "chưa rõ là ai trong danh sách cán bộ", False: "chưa có trong danh sách cán bộ"}
    doubts = [
        FindingLine(f"{each.sheet}, dòng {each.row}: “{each.name}” {how[bool(each.candidates)]}.", each.sheet, each.row)
        for each in plan.doubts
    ]
    disputes = [
        FindingLine(f"{each.sheet}, dòng {each.row}, {each.name}: {each.sentence}", each.sheet, each.row, each.field)
        for each in plan.disputes
    ]
    places = [
        FindingLine(f"{sheet}, dòng {row}: {place.sentence}", sheet, row, place.field)
        for place in plan.places
        for sheet, row in place.rows
    ]
    return [*doubts, *places, *disputes]


def _changes(plan: ImportPlan) -> list[FindingLine]:
    return [
        FindingLine(
            f"{item.sheet}, dòng {item.row}, {item.title}: {change.label} "
            f"“{change.before or _EMPTY}” thành “{change.after or _EMPTY}”",
            item.sheet,
            item.row,
        )
        for item in plan.changed
        for change in item.changes
    ]


def _made_words(plan: ImportPlan) -> str:
    return ", ".join(f"{count} {words}" for kind, words in CREATED_KINDS if (count := plan.new(kind)))


def _made(plan: ImportPlan) -> list[FindingLine]:
    words = dict(CREATED_KINDS)
    return [
        FindingLine(f"Thêm {words[parent.draft.KIND]}: {parent.title}")
        for parent in plan.parents
        if parent.draft.KIND in words
    ]
