"""The first rows of a table under boxes for the use of each column."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.exchange.tables.cell_texts import shown_text
from cluster_desktop.exchange.tables.legacy_text import decode
from cluster_desktop.exchange.tables.sheets import Cell, Sheet
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.exchange.tables.uses import ColumnUse, possible_uses, use_label
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.labels import tip

ROWS_SHOWN = 100
_NARROWEST, _WIDEST = 130, 240
_BESIDE_USE = 50  # px beside the words of a box: its edges and its arrow


class ImportPreview(QTableWidget):
    """A preview of a table; a box over each column changes the use of the column."""

    mapped = Signal(int, object)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._uses = possible_uses(fields)
        self._boxes: dict[int, QComboBox] = {}
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Xem trước bảng sẽ nhập")
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultSectionSize(26)

    def show_table(
        self, sheet: Sheet, guess: TableGuess, problems: Mapping[int, str], doubts: Mapping[int, str]
    ) -> None:
        """Show the rows of *guess*; *problems* and *doubts* give the sentences by row as Excel counts."""
        numbers = range(guess.first, min(guess.last, guess.first + ROWS_SHOWN, len(sheet.rows)))
        self.clear()
        self.clearSpans()
        self._boxes.clear()
        self.setColumnCount(len(guess.headings))
        self.setRowCount(len(numbers) + 1)
        self.setHorizontalHeaderLabels([heading or f"Cột {place + 1}" for place, heading in enumerate(guess.headings)])
        self.setVerticalHeaderLabels(["Dùng cho", *(str(number + 1) for number in numbers)])
        self.setRowHeight(0, 36)
        groups = {section.row for section in guess.sections}
        for column in range(len(guess.headings)):
            self._add_box(column, guess)
        for place, number in enumerate(numbers, start=1):
            self._fill(place, sheet.rows[number], guess, number in guess.skipped)
            if number in groups:
                self._head(place)
            for sentences, wash in ((doubts, theme.colours().caution_wash), (problems, theme.colours().wrong_wash)):
                if number + 1 in sentences:
                    self._mark(place, sentences[number + 1], wash)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Fit the columns to their words, within reason; only the rows on show are measured."""
        for column in range(self.columnCount()):
            box = self._boxes[column]
            use = box.fontMetrics().horizontalAdvance(box.currentText()) + _BESIDE_USE
            words = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column), use)
            self.setColumnWidth(column, min(max(words, _NARROWEST), _WIDEST))

    def _add_box(self, column: int, guess: TableGuess) -> None:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        for words, _use in self._uses:
            box.addItem(words)
        box.setCurrentText(use_label(guess.use(column), self._fields))
        box.setAccessibleName(f"Cột “{guess.headings[column]}” dùng cho")
        box.activated.connect(self._on_box_activated)
        self._boxes[column] = box
        self.setCellWidget(0, column, box)

    def _fill(self, place: int, cells: Sequence[Cell], guess: TableGuess, skipped: bool) -> None:
        now = theme.colours()
        for column in range(min(len(cells), self.columnCount())):
            text = " · ".join(shown_text(cells[column]).split("\n"))
            item = QTableWidgetItem(decode(text, guess.encoding) if guess.encoding else text)
            if skipped:
                item.setForeground(QBrush(now.quiet))
                item.setToolTip("Dòng này không nhập.")
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(place, column, item)

    def _head(self, place: int) -> None:
        """Paint a section row: its one text in bold over the whole width."""
        filled = [item for column in range(self.columnCount()) if (item := self.item(place, column)) and item.text()]
        for item in filled:
            bold = item.font()
            bold.setBold(True)
            item.setFont(bold)
        if len(filled) == 1 and self.columnCount() > filled[0].column() + 1:
            self.setSpan(place, filled[0].column(), 1, self.columnCount() - filled[0].column())

    def _mark(self, place: int, sentence: str, wash: QColor) -> None:
        for column in range(self.columnCount()):
            item = self.item(place, column)
            if item is not None:
                item.setBackground(QBrush(wash))
                item.setToolTip(tip(sentence))

    def _on_box_activated(self, _index: int) -> None:
        for column, box in self._boxes.items():
            if box is self.sender():
                chosen: ColumnUse = self._uses[box.currentIndex()][1]
                self.mapped.emit(column, chosen)
                return
