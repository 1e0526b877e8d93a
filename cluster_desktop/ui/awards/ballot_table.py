"""The count of a council's votes as a grid that is typed into like a spreadsheet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from cluster_desktop.commands.awards.councils import Counts
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.ballots import COUNTS, PASSED, Ballot, count_problems
from cluster_desktop.domain.text.numbers import percent
from cluster_desktop.ui.kit import theme

Index = QModelIndex | QPersistentModelIndex
FIRST: Final = 2
"""The column of the first number."""
_HEADINGS: Final = (
    "Họ và tên, tên tập thể",
    "Danh hiệu",
    "Phát ra",
    "Thu về",
    "Hợp lệ",
    "Đồng ý",
    "Tỷ lệ",
    "Cần",
    "Kết quả",
)
_WIDTHS: Final = (150, 130, 66, 66, 66, 66, 74, 50, 80)
"""In px; the names take what is left."""
_NOWHERE: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_EDIT: Final = int(Qt.ItemDataRole.EditRole)
_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_GROUND: Final = int(Qt.ItemDataRole.BackgroundRole)
_INK: Final = int(Qt.ItemDataRole.ForegroundRole)
_ALIGN: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_NEXT_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BallotModel(QAbstractTableModel):
    """One line for each nomination; ``changed`` when a number is another one. Nothing is written here."""

    changed = Signal()

    def __init__(self, ballots: Sequence[Ballot], parent: QWidget) -> None:
        super().__init__(parent)
        self.ballots = list(ballots)
        self._stored = {one.uid: one.counts for one in ballots}

    @property
    def counts(self) -> dict[str, Counts]:
        """The numbers by nomination, of the lines that are not stored like this."""
        return {one.uid: one.counts for one in self.ballots if one.counts != self._stored[one.uid]}

    @property
    def dirty(self) -> bool:
        """Whether a number stands here that is not stored."""
        return bool(self.counts)

    @property
    def wrong(self) -> int:
        """How many lines do not add up."""
        return sum(bool(count_problems(one.members, one.counts)) for one in self.ballots)

    def put(self, row: int, column: int, text: str) -> bool:
        """Take a typed or pasted number; empty text takes it away. False when it is no number."""
        words = text.strip()
        if not 0 <= row < len(self.ballots) or not FIRST <= column < FIRST + len(COUNTS):
            return False
        if words and not words.isdecimal():
            return False
        numbers = list(self.ballots[row].counts)
        numbers[column - FIRST] = int(words) if words else None
        first, second, third, fourth = numbers
        self.ballots[row] = replace(self.ballots[row], counts=(first, second, third, fourth))
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(_HEADINGS) - 1))
        self.changed.emit()
        return True

    def fill(self, ballots: int) -> None:
        """Put the number of ballots where none was counted as issued, returned and valid."""
        for row, one in enumerate(self.ballots):
            for place in range(len(COUNTS) - 1):
                if one.counts[place] is None:
                    self.put(row, FIRST + place, str(ballots))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ballots)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY:
            return None
        return _HEADINGS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = FIRST <= index.column() < FIRST + len(COUNTS)
        return usual | Qt.ItemFlag.ItemIsEditable if typed else usual

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        one, column = self.ballots[index.row()], index.column()
        if role in (_DISPLAY, _EDIT):
            return _cell(one, column)
        problem = count_problems(one.members, one.counts).get(column - FIRST, "")
        if role == _TIP:
            told = one.told if column >= FIRST + len(COUNTS) else f"{one.name}, {one.place}\n{one.award_name}"
            return problem or told
        if role == _GROUND and problem:
            return theme.colours().wrong_wash
        if role == _INK and column == len(_HEADINGS) - 1 and one.passed is not None:
            return theme.colours().good if one.passed else theme.colours().wrong
        if role == _ALIGN and column >= FIRST:
            return int(_CENTRE)
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        return role == _EDIT and self.put(index.row(), index.column(), str(value))


def _cell(one: Ballot, column: int) -> str:
    if FIRST <= column < FIRST + len(COUNTS):
        number = one.counts[column - FIRST]
        return "" if number is None else str(number)
    share = percent(one.in_favour, one.members) if one.in_favour is not None and one.members else ""
    verdict = "" if one.passed is None else "Đạt" if one.state_proposed == PASSED else "Không đạt"
    cells = (
        one.name,
        AWARD_KINDS[one.award].short,
        "",
        "",
        "",
        "",
        share,
        str(one.needed.votes) if one.members else "",
        verdict,
    )
    return cells[column]


class BallotView(QTableView):
    """Typing begins at once; Enter goes down, Tab right; Ctrl+V pastes from Excel, Ctrl+D fills down, Delete clears."""

    def __init__(self, model: BallotModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.numbers = model
        self.setAccessibleName("Bảng kiểm phiếu")
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.go_to(0, FIRST + len(COUNTS) - 1)

    def go_to(self, row: int, column: int) -> None:
        """Choose one cell and nothing else, whatever keys are held."""
        self.selectionModel().setCurrentIndex(
            self.numbers.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes():
                self.numbers.put(index.row(), index.column(), "")
        elif event.key() in _NEXT_KEYS:
            if self.state() != QAbstractItemView.State.EditingState:  # closing the editor goes down by itself
                self._go_down()
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes on to the cell below it."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        place = self.currentIndex()
        if place.row() + 1 < self.numbers.rowCount():
            self.go_to(place.row() + 1, place.column())

    def paste(self) -> None:
        """Put numbers from the clipboard from the current cell on: lines and tabs as a spreadsheet copies them."""
        start = self.currentIndex()
        for down, line in enumerate(QGuiApplication.clipboard().text().rstrip("\n").split("\n")):
            for right, text in enumerate(line.split("\t")):
                self.numbers.put(start.row() + down, start.column() + right, text)

    def fill_down(self) -> None:
        """Repeat the first chosen number in the cells chosen below it, or to the end where one cell is chosen."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        if not chosen:
            return
        row, column = chosen[0]
        rows = range(row, self.numbers.rowCount()) if len(chosen) == 1 else [place for place, _column in chosen]
        text = _cell(self.numbers.ballots[row], column)
        for place in rows:
            self.numbers.put(place, column, text)
