"""A table model of editable cells: their texts, refused texts, and the result of a pasted block."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
EDIT: Final = int(Qt.ItemDataRole.EditRole)
TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
NOWHERE: Final = QModelIndex()
_MOST_PROBLEMS: Final = 3


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A typed text and its cell."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class CellLook:
    """The look of a cell: bold for sums, a tone for its ground, icons (name, token) before its words."""

    bold: bool = False
    tone: str = ""
    quiet: bool = False
    icons: tuple[tuple[str, str], ...] = ()
    indent: int = 0
    fixed: bool = False
    """A cell that is computed or only read: on the quiet ground."""
    edge: bool = False
    """The last column of those that belong together."""


PLAIN: Final = CellLook()


class CellModel(QAbstractTableModel):
    """A model of editable cells. ``notice``: a sentence for the status line (and whether it reports a problem).

    A subclass defines its number of rows (``height``), the content of its cells (``words``, ``typed``, ``look``),
    the texts they take (``check`` raises ValueError with a sentence), and the writing of checked texts (``write``
    returns '' or the reason why not).
    """

    notice = Signal(str, bool)
    HEADINGS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: dict[tuple[int, int], tuple[str, str]] = {}
        """Texts that were typed and not taken, each with its sentence, until they are put right."""

    # --- what each table says ---

    def height(self) -> int:
        """Return the number of rows."""
        raise NotImplementedError

    def width(self) -> int:
        """Return the number of columns."""
        return len(self.HEADINGS)

    def heading(self, column: int) -> str:
        """Return the words over a column."""
        return self.HEADINGS[column]

    def words(self, row: int, column: int) -> str:
        """Return the words a cell shows."""
        raise NotImplementedError

    def typed(self, row: int, column: int) -> str:
        """Return the text an editor of the cell begins with."""
        return self.words(row, column)

    def look(self, row: int, column: int) -> CellLook:
        """Return the look of the cell."""
        return PLAIN

    def tip(self, row: int, column: int) -> str:
        """Return the tooltip of the cell."""
        return ""

    def place(self, row: int, column: int) -> str:
        """Return the place of the cell, in words."""
        return f"dòng {row + 1}, {self.heading(column)}"

    def editable(self, row: int, column: int) -> bool:
        """Tell if the cell can be edited."""
        return True

    def why_not(self, row: int, column: int) -> str:
        """Return one sentence why the cell cannot be edited; '' where it can."""
        return ""

    def choices(self, row: int, column: int) -> Sequence[str]:
        """Return the words to choose from; none for a cell that takes text."""
        return ()

    def numeric(self, column: int) -> bool:
        """Tell if the column is aligned to the right."""
        return False

    def check(self, row: int, column: int, text: str) -> None:
        """Check a text. Raises ValueError with one sentence when the cell cannot hold it."""

    def write(self, cells: Sequence[TypedCell]) -> str:
        """Write checked texts as one act; returns '' or one sentence why not."""
        raise NotImplementedError

    # --- what all do alike ---

    def put(self, cells: Sequence[TypedCell]) -> bool:
        """Write a typed text; a refused one stays in its cell with its problem."""
        changed = [cell for cell in cells if cell.text != self.typed(cell.row, cell.column)]
        for cell in cells:
            self.refused.pop((cell.row, cell.column), None)
        problem = self._problem(changed) if changed else ""
        if problem and len(changed) == 1:
            only = changed[0]
            self.refused[only.row, only.column] = (only.text, problem)
        if problem:
            self.notice.emit(problem, True)
        self.repaint_cells()
        return not problem

    def _problem(self, cells: Sequence[TypedCell]) -> str:
        try:
            for cell in cells:
                self.check(cell.row, cell.column, cell.text)
        except ValueError as problem:
            return str(problem)
        return self.write(cells)

    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> str:
        """Write a block from this cell on, all of it or nothing; returns '' or the reason."""
        height, width = len(block), len(block[0])
        room = (self.rowCount() - row, self.columnCount() - column)
        if height > room[0] or width > room[1]:
            return (
                f"Khối dán có {height} dòng × {width} cột nhưng từ ô đang chọn chỉ còn {room[0]} dòng × {room[1]} "
                "cột. Chưa dán gì; hãy chọn ô đầu tiên khác hoặc chép lại đúng vùng."
            )
        cells, problems = [], []
        for down, texts in enumerate(block):
            for across, text in enumerate(texts):
                cell = TypedCell(row + down, column + across, text)
                if not text or not self.editable(cell.row, cell.column):
                    continue
                cells.append(cell)
                try:
                    self.check(cell.row, cell.column, text)
                except ValueError as problem:
                    problems.append(f"{self.place(cell.row, cell.column)}: {problem}")
        if problems:
            return f"Chưa dán gì vì {len(problems)} ô chưa đúng. {' '.join(problems[:_MOST_PROBLEMS])}"
        return self.write(cells) if cells else ""

    def drop_refused(self) -> None:
        """Forget refused texts."""
        self.refused.clear()
        self.repaint_cells()

    def repaint_cells(self) -> None:
        """Repaint every cell."""
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @contextmanager
    def changing(self, *, same: bool) -> Iterator[None]:
        """Rearrange rows and columns inside the block; *same* when only the content of cells changes."""
        if not same:
            self.beginResetModel()
            self.refused.clear()
        yield
        if same:
            self.repaint_cells()
        else:
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.height()

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.width()

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == ALIGNMENT:
            return RIGHT if self.numeric(section) else LEFT
        return self.heading(section) if role == DISPLAY else None

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        text, problem = self.refused.get((row, column), ("", ""))
        if role == DISPLAY:
            return text if problem else self.words(row, column)
        if role == EDIT:
            return text if problem else self.typed(row, column)
        if role == TIP:
            return problem or self.tip(row, column) or None
        if role == SPOKEN:
            return f"{self.place(row, column)}: {text if problem else self.words(row, column) or 'trống'}. {problem}"
        if role == ALIGNMENT:
            return RIGHT if self.numeric(column) else LEFT
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        return role == EDIT and self.put([TypedCell(index.row(), index.column(), str(value))])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags
