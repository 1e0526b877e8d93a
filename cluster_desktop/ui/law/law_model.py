"""The catalogue of law and money as a table: each value beside that of the law, edited in place."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from cluster_desktop.domain.law.catalogue import Entry
from cluster_desktop.domain.law.catalogue_values import offered
from cluster_desktop.domain.law.regimes import Certainty
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.lists.delegates import paint_ground, paint_words
from cluster_desktop.ui.lists.line_model import Index, LineModel

WHAT, SINCE, VALUE, LAW, CERTAIN, BASIS = range(6)


@dataclass(frozen=True, slots=True)
class LawLine:
    """A row of the table; without an entry it is read-only."""

    what: str
    since: str
    value: str
    law: str
    certain: Certainty
    basis: str
    entry: Entry | None = None


def line_of(entry: Entry) -> LawLine:
    """Return the row of a value that can be set."""
    since = f"từ {entry.since:%d/%m/%Y}" if entry.since else ""
    value = f"{entry.shown} (riêng)" if entry.own else entry.shown
    return LawLine(entry.label, since, value, entry.shown_law, entry.sureness, entry.basis, entry)


class LawModel(LineModel[LawLine]):
    """The table; ``typed`` (key, words): a new value, which the page writes before it shows the lines again."""

    HEADINGS = ("Mục", "Áp dụng", "Giá trị", "Theo luật", "Chắc chắn?", "Căn cứ")

    typed = Signal(str, str)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() == VALUE and self.lines[index.row()].entry is not None
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole and line.entry is not None:
            return line.entry.shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (line.what, line.since, line.value, line.law, line.certain.words, line.basis)[column]
        return None

    def colour(self, index: Index) -> QColor:
        """Return the colour of a value: an own one stands out, and an uncertain one."""
        line, column, colours = self.lines[index.row()], index.column(), theme.colours()
        if column == VALUE and line.entry is not None and line.entry.own:
            return colours.accent
        if column == CERTAIN and line.certain is Certainty.UNSURE:
            return colours.caution
        return colours.quiet if column in (SINCE, LAW, BASIS) else colours.text

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.lines[index.row()].entry
        words = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or entry is None or words == entry.shown:
            return False
        self.typed.emit(entry.key, words)
        return True


class LawDelegate(QStyledItemDelegate):
    """Paints as lists do; edits a value in a list of words where there is a choice, else as text."""

    def __init__(self, model: LawModel) -> None:
        super().__init__(model)
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = paint_ground(painter, option)
        paint_words(painter, words, str(self._model.data(index)), self._model.colour(index))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry = self._model.line(index.row()).entry
        words = offered(entry.kind) if entry is not None else ()
        if not words:
            return super().createEditor(parent, option, index)
        editor = QComboBox(parent)
        editor.addItems(words)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
