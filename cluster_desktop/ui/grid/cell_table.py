"""A table used like a spreadsheet: type to edit, Enter and Tab go on, blocks are copied and pasted."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QDialog, QHeaderView, QTableView, QWidget
from typing_extensions import override

from cluster_desktop.domain.text.blocks import read_block
from cluster_desktop.ui.grid.cell_delegate import STEPS, CellDelegate
from cluster_desktop.ui.grid.cell_model import CellModel, TypedCell

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 28
_BY_TYPING: Final = QAbstractItemView.EditTrigger.AnyKeyPressed


class CellTable(QTableView):
    """Shows a CellModel; Tab goes from cell to cell and leaves the table at its ends, Esc leaves it at once.

    In a dialog Esc closes the dialog.
    """

    pasted_on_nothing = Signal()
    """A block was pasted where the table has no cell to take it."""

    def __init__(self, model: CellModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = model
        self.delegate = CellDelegate(model, self.viewport())
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.delegate.stepped.connect(self.step)
        self.setAccessibleName(name)
        self._appear()

    def _appear(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            _BY_TYPING | QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    # --- the current cell ---

    @property
    def here(self) -> tuple[int, int]:
        """Row and column of the current cell; (-1, -1) without one."""
        return self.currentIndex().row(), self.currentIndex().column()

    def go(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        target = self.cells.index(row, column)
        self.setCurrentIndex(target)
        self.scrollTo(target)

    def step(self, down: int, across: int) -> None:
        """Go to the next editable cell in this direction; sideways goes on in the next row."""
        row, column = self.here
        if across:
            target = self._beside(across)
            if target is not None:
                self.go(*target)
            return
        row += down
        while 0 <= row < self.cells.rowCount() and not self.cells.editable(row, column):
            row += down
        if 0 <= row < self.cells.rowCount():
            self.go(row, column)

    def _beside(self, across: int) -> tuple[int, int] | None:
        """Return the next editable cell at the right (1) or left (-1), in the next row at the end of one."""
        row, column = self.here
        rows, columns = self.cells.rowCount(), self.cells.columnCount()
        place = row * columns + column + across
        while row >= 0 and 0 <= place < rows * columns:
            if self.cells.editable(*divmod(place, columns)):
                return divmod(place, columns)
            place += across
        return None

    def selected_cells(self) -> list[tuple[int, int]]:
        """Return the chosen cells, row by row."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    # --- keys ---

    @override
    def edit(  # type: ignore[override]
        self,
        index: Index,
        trigger: QAbstractItemView.EditTrigger = QAbstractItemView.EditTrigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        if trigger != QAbstractItemView.EditTrigger.NoEditTriggers:
            self.delegate.sideways = trigger == _BY_TYPING
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            Qt.Key(event.key()),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif (plain or shifted) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if shifted else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._beside(STEPS[key][1]):
            self.step(*STEPS[key])
        elif key == Qt.Key.Key_Escape and self.here in self.cells.refused:
            self.cells.refused.pop(self.here)
            self.delegate.hide_sentence()
            self.cells.repaint_cells()
        elif key == Qt.Key.Key_Escape and not isinstance(self.window(), QDialog):
            super().focusNextPrevChild(False)
        elif event.text().strip() and plain and (why := self.cells.why_not(*self.here)):
            self.delegate.refuse(self.visualRect(self.currentIndex()), why)
            self.cells.notice.emit(why, True)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab as a key of the table until its last cell."""
        return False if self._beside(1 if next else -1) else super().focusNextPrevChild(next)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.delegate.hide_sentence()
        refusal = self.cells.refused.get((current.row(), current.column()))
        if refusal is not None:
            self.delegate.refuse(self.visualRect(current), refusal[1])

    def is_editing(self) -> bool:
        """Tell if a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def finish(self) -> None:
        """Accept what is being typed as if the cell had been left."""
        if self.is_editing() and (editor := self._editor()) is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def cancel_edit(self) -> None:
        """Close the editor and drop what is in it."""
        if self.is_editing() and (editor := self._editor()) is not None:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _editor(self) -> QWidget | None:
        return self.delegate.editor

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as spreadsheets read them."""
        rows: dict[int, list[str]] = {}
        for row, column in self.selected_cells():
            rows.setdefault(row, []).append(self.cells.words(row, column))
        QGuiApplication.clipboard().setText("\n".join("\t".join(words) for words in rows.values()))

    def paste(self) -> None:
        """Paste the clipboard's block from the first chosen cell on."""
        block = read_block(QGuiApplication.clipboard().text())
        chosen = self.selected_cells() or [self.here]
        if not block:
            return
        if chosen[0][0] < 0:
            self.pasted_on_nothing.emit()
            return
        if len(block) == len(block[0]) == 1:
            self._fill(chosen, block[0][0])
            return
        problem = self.cells.paste(*chosen[0], block)
        if problem:
            self.cells.notice.emit(problem, True)

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        self._fill(self.selected_cells(), "")

    def fill_down(self) -> None:
        """Repeat the first chosen cell of each column in those below it, or to the end for a single cell."""
        chosen = self.selected_cells()
        if len(chosen) == 1:
            row, column = chosen[0]
            chosen = [(place, column) for place in range(row, self.cells.rowCount())]
        for column in {column for _row, column in chosen}:
            cells = [cell for cell in chosen if cell[1] == column]
            self._fill(cells, self.cells.typed(*cells[0]))

    def _fill(self, chosen: list[tuple[int, int]], text: str) -> None:
        cells = [TypedCell(row, column, text) for row, column in chosen if self.cells.editable(row, column)]
        if cells:
            self.cells.put(cells)
