"""The preview of a table before it is imported: each cell can be mended, each column given another use."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.exchange.tables.sheets import Sheet
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.exchange.tables.uses import ColumnUse, How, possible_uses, use_label
from cluster_desktop.ui.imports.preview_model import PreviewModel, RowMarks
from cluster_desktop.ui.imports.use_chooser import UseChooser
from cluster_desktop.ui.imports.use_header import UseHeader

_NARROWEST, _WIDEST = 84, 260
_ROW: Final = 26
_MEASURED: Final = 60  # rows
_MOST_GROUPS: Final = 300
_ORDINAL: Final = "số thứ tự"
_ASKING: Final = (Qt.Key.Key_F4,)


class MendDelegate(QStyledItemDelegate):
    """Opens a cell as a line without edges of its own, so that its words stay where they are."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setProperty("cell", True)
        line.setFrame(False)
        return line


class ImportPreview(QTableView):
    """A preview of a table. Double click, F2 or typing mends a cell; F4 or a click on its head changes the column.

    ``mapped`` (column, use, whether its heading is to mean this from now on); ``mended`` (row and column from 0,
    words); ``left`` (rows from 0, whether they stay out); ``another`` (row: it is another person than the one above).
    """

    mapped = Signal(int, object, bool)
    mended = Signal(int, int, str)
    left = Signal(object, bool)
    another = Signal(int)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self.rows = PreviewModel()
        self.head = UseHeader(self)
        self._marks = RowMarks()
        self.may_be_another = False
        self.setModel(self.rows)
        self.setItemDelegate(MendDelegate(self))
        self.setHorizontalHeader(self.head)
        self._appear()
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.head.asked.connect(self.ask_use)
        self.rows.mended.connect(self.mended)

    def _appear(self) -> None:
        self.setAccessibleName("Xem trước bảng sẽ nhập")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_table(self, sheet: Sheet, guess: TableGuess, marks: RowMarks) -> None:
        """Show the rows of *guess* with what is said of them; the same table stays where it is scrolled to."""
        self._marks = marks
        if self.rows.alike(guess):
            self.rows.mark(sheet, guess, marks)
            self._show_uses(guess)
            return
        self.rows.show(sheet, guess, marks)
        self._show_uses(guess)
        self.clearSpans()
        for section in guess.sections[:_MOST_GROUPS]:
            self._span_group(section.row)
        self._fit_columns()
        self.setCurrentIndex(self.rows.index(0, 0))

    def _show_uses(self, guess: TableGuess) -> None:
        uses = {place: guess.use(column) for place, column in enumerate(guess.columns)}
        words = {place: (use, use_label(use, self._fields)) for place, use in uses.items()}
        if guess.ordinal is not None and guess.ordinal in guess.columns:
            words[guess.columns.index(guess.ordinal)] = ColumnUse(how=How.IGNORE), _ORDINAL
        self.head.show_uses(words)

    def _span_group(self, row: int) -> None:
        """Let the one text of a group row stand over the whole width."""
        place, width = self.rows.place_of(row), self.rows.columnCount()
        if place < 0:
            return
        filled = [at for at in range(width) if self.rows.cell(self.rows.index(place, at)) is not None]
        if len(filled) == 1 and width > filled[0] + 1:
            self.setSpan(place, filled[0], 1, width - filled[0])

    def _fit_columns(self) -> None:
        """Fit the columns to their words, within reason; only the first rows are measured."""
        metrics = self.fontMetrics()
        for place in range(self.rows.columnCount()):
            count = min(self.rows.rowCount(), _MEASURED)
            texts = (str(self.rows.data(self.rows.index(row, place)) or "") for row in range(count))
            words = max((metrics.horizontalAdvance(text) for text in texts), default=0) + 20
            needed = max(words, self.head.needed(place, self.rows.heading(place)))
            self.setColumnWidth(place, min(max(needed, _NARROWEST), _WIDEST))

    def go_to(self, row: int, column: int, *, edit: bool = False) -> None:
        """Make a cell of the sheet, from 0, the current one, in sight; *edit* opens it."""
        place = self.rows.place_of(row)
        guess = self.rows.guess
        if place < 0 or guess is None or column not in guess.columns:
            return
        index = self.rows.index(place, guess.columns.index(column))
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()
        if edit and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def ask_use(self, place: int) -> UseChooser | None:
        """Ask what a column is used for, at its head."""
        guess = self.rows.guess
        if guess is None or not 0 <= place < self.rows.columnCount():
            return None
        column = self.rows.column_of(place)
        self.scrollTo(self.rows.index(max(self.currentIndex().row(), 0), place))
        asked = UseChooser(possible_uses(self._fields), guess.headings[column], self)
        taken = {use: guess.headings[other] for other, use in guess.uses.items() if other != column}
        asked.chosen.connect(self._on_use_chosen)
        self._asked_column = column
        asked.open_at(self.head.place_below(place), guess.use(column), taken)
        return asked

    def _on_use_chosen(self, use: ColumnUse, teach: bool) -> None:
        self.mapped.emit(self._asked_column, use, teach)

    def chosen_rows(self) -> list[int]:
        """The rows of the sheet, from 0, in which a cell is chosen."""
        return sorted({self.rows.row_of(index.row()) for index in self.selectedIndexes()})

    def _on_menu_requested(self, place: QPoint) -> None:
        self._open_menu(self.viewport().mapToGlobal(place))

    def _open_menu(self, place: QPoint) -> None:
        rows = self.chosen_rows()
        if not rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("&Sửa ô này\tF2").triggered.connect(self._on_edit_triggered)
        menu.addAction("Đổi cách &dùng cột này…\tF4").triggered.connect(self._on_use_triggered)
        menu.addSeparator()
        count = f"{len(rows)} dòng" if len(rows) > 1 else "dòng này"
        menu.addAction(f"Để &lại {count}, không nhập\tCtrl+Delete").triggered.connect(self.leave_out)
        menu.addAction(f"&Nhập lại {count}").triggered.connect(self.take_again)
        if self.may_be_another and len(rows) == 1:
            menu.addAction("Dòng này là người &khác, nhập thêm").triggered.connect(self._on_another_triggered)
        menu.popup(place)

    def _on_edit_triggered(self) -> None:
        self.edit(self.currentIndex())

    def _on_use_triggered(self) -> None:
        self.ask_use(self.currentIndex().column())

    def _on_another_triggered(self) -> None:
        for row in self.chosen_rows()[:1]:
            self.another.emit(row)

    def leave_out(self) -> None:
        """Leave the chosen rows out of the import."""
        self.left.emit(self.chosen_rows(), True)

    def take_again(self) -> None:
        """Take the chosen rows after all."""
        self.left.emit(self.chosen_rows(), False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        if event.key() in _ASKING or (event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier):
            self.ask_use(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ControlModifier:
            self.leave_out()
        elif event.key() == Qt.Key.Key_Delete:
            self.rows.setData(self.currentIndex(), "")
        elif event.key() == Qt.Key.Key_Menu:
            self._open_menu(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            super().keyPressEvent(event)
