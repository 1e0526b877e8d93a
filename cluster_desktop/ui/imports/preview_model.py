"""The rows of a table as the preview shows them: as they will be read, each cell open to correction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from cluster_desktop.exchange.tables.cell_texts import shown_text
from cluster_desktop.exchange.tables.sheets import Cell, Sheet
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.labels import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_EDIT: Final = int(Qt.ItemDataRole.EditRole)
_DONE: Final = "Dòng này đã nhập."
_STANDS_OUT: Final = "Dòng này không nhập: {}."


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What is said of the rows of one table, by row as Excel counts; ``cells`` by row and column from 0.

    ``values`` are the words that are taken instead of those of a cell.
    """

    wrong: Mapping[int, str] = field(default_factory=dict)
    asked: Mapping[int, str] = field(default_factory=dict)
    out: Mapping[int, str] = field(default_factory=dict)
    done: frozenset[int] = frozenset()
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    values: Mapping[tuple[int, int], str] = field(default_factory=dict)
    mended: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def sentence(self, row: int, column: int) -> str:
        """What there is to read about a cell."""
        if row in self.done:
            return _DONE
        cell = self.cells.get((row, column)) or self.wrong.get(row) or self.asked.get(row)
        out = _STANDS_OUT.format(self.out[row]) if row in self.out else ""
        return cell or self.mended.get((row, column), "") or out


class PreviewModel(QAbstractTableModel):
    """A table of a file; ``mended`` (row and column of the sheet from 0, the words typed)."""

    mended = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.guess: TableGuess | None = None
        self._sheet: Sheet | None = None
        self._marks = RowMarks()
        self._groups: frozenset[int] = frozenset()

    def show(self, sheet: Sheet, guess: TableGuess, marks: RowMarks) -> None:
        """Show the rows of a table with what is said of them."""
        self.beginResetModel()
        self.guess, self._sheet, self._marks = guess, sheet, marks
        self._groups = frozenset(section.row for section in guess.sections)
        self.endResetModel()

    def mark(self, sheet: Sheet, guess: TableGuess, marks: RowMarks) -> None:
        """Show the same rows and columns with other words in them; the view stays where it is."""
        self.guess, self._sheet, self._marks = guess, sheet, marks
        self._groups = frozenset(section.row for section in guess.sections)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def alike(self, guess: TableGuess) -> bool:
        """Whether a table has the rows and columns on show."""
        shown = self.guess
        return shown is not None and (shown.key, shown.first, shown.last) == (guess.key, guess.first, guess.last)

    def row_of(self, place: int) -> int:
        """The row of the sheet, from 0, that stands at a place of the preview."""
        return place + (self.guess.first if self.guess else 0)

    def place_of(self, row: int) -> int:
        """The place in the preview of a row of the sheet, from 0; -1 for none."""
        place = row - self.guess.first if self.guess else -1
        return place if 0 <= place < self.rowCount() else -1

    def column_of(self, place: int) -> int:
        """The column of the sheet, from 0, that stands at a place of the preview."""
        return self.guess.columns[place] if self.guess else place

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() or self.guess is None or self._sheet is None:
            return 0
        return max(min(self.guess.last, len(self._sheet.rows)) - self.guess.first, 0)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self.guess is None else len(self.guess.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or self.guess is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.row_of(section) + 1)
        return self.heading(section)

    def heading(self, place: int) -> str:
        """The words over a column, or its number; a head may ask for a column of the table before."""
        if self.guess is None or not 0 <= place < len(self.guess.columns):
            return ""
        column = self.column_of(place)
        return self.guess.headings[column] or f"Cột {column + 1}"

    def cell(self, index: Index) -> Cell:
        """The cell of the sheet at a place of the preview."""
        row = self._sheet.rows[self.row_of(index.row())] if self._sheet else ()
        column = self.column_of(index.column())
        return row[column] if column < len(row) else None

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or self.guess is None:
            return None
        row, column = self.row_of(index.row()) + 1, self.column_of(index.column())
        if role == _EDIT:
            return shown_text(self.cell(index))
        if role == _DISPLAY:
            written = " · ".join(shown_text(self.cell(index)).split("\n"))
            return self._marks.values.get((row, column)) or written
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return tip(self._marks.sentence(row, column)) or None
        if role == int(Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._marks.sentence(row, column) or None
        if role == int(Qt.ItemDataRole.FontRole) and (row - 1 in self._groups or (row, column) in self._marks.cells):
            return _bold()
        return self._colour(row, column, role)

    def _colour(self, row: int, column: int, role: int) -> QColor | None:
        now, marks = theme.colours(), self._marks
        if role == int(Qt.ItemDataRole.BackgroundRole):
            wash = now.wrong_wash if row in marks.wrong else now.caution_wash if row in marks.asked else None
            return wash or (now.accent_wash if (row, column) in marks.mended else None)
        if role == int(Qt.ItemDataRole.ForegroundRole):
            if (row, column) in marks.cells:
                return now.wrong
            return now.quiet if row in marks.out or row in marks.done else None
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        done = self.row_of(index.row()) + 1 in self._marks.done
        return usual if done else usual | Qt.ItemFlag.ItemIsEditable

    @override
    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        if role != _EDIT or not index.isValid() or str(value) == self.data(index, _EDIT):
            return False
        self.mended.emit(self.row_of(index.row()), self.column_of(index.column()), str(value))
        return True


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
