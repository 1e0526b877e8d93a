"""The question who is meant: a person of a list beside the candidates of the roster, one question at a time."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cluster_desktop.commands.imports.plan import LEFT_OUT, NEW_PERSON, Doubt, RowKey
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.names import same_person_key
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label, restyle
from cluster_desktop.ui.kit.layouts import grow, in_row, stretch
from cluster_desktop.ui.kit.lists import line_list

_TELLING: Final = ("birth_date", "unit_uid", "department_uid", "position")
_ALWAYS: Final = ("full_name", "birth_date", "gender", "unit_uid", "department_uid", "position", "degree")
_HEADINGS: Final = ("", "Trong bảng", "Trong sổ", "")
_CANDIDATES_HEIGHT: Final = 96


class MatchPeopleDialog(QDialog):
    """Asks for each person in doubt; one answer holds for every row with the same details.

    Up and down go through the candidates, Enter takes the one on show, N takes a new person, Esc leaves the
    rows out.
    """

    def __init__(self, workspace: Workspace, doubts: Sequence[Doubt], parent: QWidget) -> None:
        super().__init__(parent)
        self.answers: dict[RowKey, str] = {}
        self._workspace = workspace
        self._questions = _grouped(doubts)
        self._place = 0
        self._rows: list[Row] = []
        self.setWindowTitle("Người trong bảng là ai?")
        self._make_parts()
        self._lay_out()
        self._make_keys()
        self._ask()

    def _make_parts(self) -> None:
        self._where, self._name = label("", "quiet"), label("", "record")
        self.list = line_list("Người trong sổ có thể là người này")
        self.list.setFixedHeight(_CANDIDATES_HEIGHT)
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self.list.itemDoubleClicked.connect(self.choose)
        self._hint: QLabel = label("", "hint", wraps=True)
        self.table = QTableWidget(0, len(_HEADINGS))
        self.table.setHorizontalHeaderLabels(list(_HEADINGS))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setAccessibleName("So sánh người trong bảng với người trong sổ")
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._back = button("&Quay lại", self.go_back, icon="chevron-left")
        self._choose = button("&Đúng người này (Enter)", self.choose, kind="primary")
        self._new = button("Người &mới (N)", self.take_new, icon="person-add")
        self._leave = button("Để lại, không nhập (Esc)", self.leave_out)

    def _lay_out(self) -> None:
        column_of(
            self,
            self._where,
            self._name,
            self._hint,
            self.list,
            grow(self.table),
            in_row(self._back, stretch(), self._leave, self._new, self._choose),
        )
        self.resize(760, 440)

    def _make_keys(self) -> None:
        for keys, act in (
            ("N", self.take_new),
            ("Esc", self.leave_out),
            ("Return", self.choose),
            ("Enter", self.choose),
            ("Backspace", self.go_back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def choose(self) -> None:
        """Choose the candidate on show; without one, a new person."""
        row = self._candidate()
        self._answer(row.uid if row else NEW_PERSON)

    def take_new(self) -> None:
        """Choose a person who is not in the roster yet."""
        self._answer(NEW_PERSON)

    def leave_out(self) -> None:
        """Leave the rows of this person out of the import."""
        self._answer(LEFT_OUT)

    def go_back(self) -> None:
        """Return to the question before."""
        if self._place:
            self._place -= 1
            self._ask()

    def _answer(self, answer: str) -> None:
        for doubt in self._questions[self._place]:
            self.answers[doubt.key] = answer
        self._place += 1
        if self._place < len(self._questions):
            self._ask()
        else:
            self.accept()

    def _ask(self) -> None:
        group = self._questions[self._place]
        doubt = group[0]
        lines = ", ".join(str(each.row) for each in group[:6])
        self._where.setText(f"{self._place + 1} / {len(self._questions)} · {doubt.sheet}, dòng {lines}")
        self._name.setText(doubt.name)
        self._rows = [self._workspace.read(listing.find, "person", uid) for uid in doubt.candidates]
        self.list.clear()
        for row in self._rows:
            words = [row.title, *(row.shown[key] for key in _TELLING if row.shown[key])]
            self.list.addItem(QListWidgetItem(" · ".join(words)))
        self._hint.setText(_HINT if self._rows else _NOBODY)
        self.list.setVisible(bool(self._rows))
        self._choose.setVisible(bool(self._rows))
        restyle(self._new, "kind", "" if self._rows else "primary")
        self._back.setEnabled(self._place > 0)
        self.list.setCurrentRow(0)
        (self.list if self._rows else self._new).setFocus()
        self._compare()

    def _candidate(self) -> Row | None:
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _compare(self) -> None:
        """Show the two records side by side; differences stand in words, not in colour alone."""
        stated = dict(self._questions[self._place][0].details)
        row = self._candidate()
        lines = [
            (item.label, stated.get(item.label, ""), row.shown[item.key] if row else "")
            for item in fields_of(PersonDraft)
            if item.key in _ALWAYS or item.label in stated
        ]
        self.table.setRowCount(len(lines))
        for place, (words, there, here) in enumerate(lines):
            verdict = _verdict(there, here) if row else ""
            for column, text in enumerate((words, there, here, verdict)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 0:
                    cell.setForeground(theme.colours().quiet)
                if verdict == _DIFFERENT and column:
                    cell.setForeground(theme.colours().wrong)
                self.table.setItem(place, column, cell)

    def _on_list_row_changed(self, _row: int) -> None:
        if self._rows:
            self._compare()


_HINT: Final = "Chọn người trong sổ (↑ ↓, Enter). Nếu không phải ai trong số này: N thêm người mới, Esc để lại."
_NOBODY: Final = "Trong sổ không có ai tên như vậy. Enter hoặc N thêm vào danh sách cán bộ, Esc để dòng này lại."
_DIFFERENT: Final = "khác"


def _grouped(doubts: Sequence[Doubt]) -> list[list[Doubt]]:
    """Group rows with the same details of one person into one question; those with candidates come first."""
    groups: dict[object, list[Doubt]] = {}
    for doubt in doubts:
        groups.setdefault((same_person_key(doubt.name), doubt.details, doubt.candidates), []).append(doubt)
    return sorted(groups.values(), key=lambda group: not group[0].candidates)


def _verdict(there: str, here: str) -> str:
    if not there or not here:
        return ""
    same = same_person_key(there) == same_person_key(here) or there in here or here in there
    return "giống" if same else _DIFFERENT
