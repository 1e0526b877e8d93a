"""Painting and editing of a grid cell; the reason for a refusal stands right below it."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from cluster_desktop.ui.grid.cell_model import EDIT, LEFT, RIGHT, CellLook, CellModel
from cluster_desktop.ui.kit import icons, theme
from cluster_desktop.ui.kit.labels import label

Index = QModelIndex | QPersistentModelIndex
_PAD: Final = 6
_ICON: Final = 12
_INDENT: Final = 14
_WIDEST_SENTENCE: Final = 320
_AROUND: Final = 32  # px around the words of a sentence: padding and border
STEPS: Final = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_SIDEWAYS: Final = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class CellDelegate(QStyledItemDelegate):
    """Edits cells; ``stepped`` (down, across): the text was accepted, and the cursor moves to the next cell."""

    stepped = Signal(int, int)

    def __init__(self, model: CellModel, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.sideways = True
        """Left and Right leave the editor: after typing into a cell, not after opening it (F2)."""
        self.editor: QWidget | None = None
        """The editor that is open."""
        self._viewport = viewport
        self._model = model
        self._place = (0, 0)
        self._sentence = self._create_sentence(viewport)

    def _create_sentence(self, viewport: QWidget) -> QLabel:
        sentence = label("", "refusal", wraps=True)
        sentence.setParent(viewport)
        sentence.hide()
        return sentence

    # --- editing ---

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._place = (index.row(), index.column())
        choices = self._model.choices(*self._place)
        if choices:
            combo = QComboBox(parent)
            combo.setProperty("cell", True)
            combo.addItems(list(choices))
            combo.activated.connect(self._on_combo_activated)
            self.editor = combo
            return combo
        line = QLineEdit(parent)
        line.setProperty("cell", True)
        line.setAlignment(RIGHT if self._model.numeric(index.column()) else LEFT)
        line.textEdited.connect(self.hide_sentence)
        self.editor = line
        return line

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = str(index.data(EDIT) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        self._sentence.hide()
        text = _text(editor)
        if text != index.data(EDIT):
            self._model.setData(index, text)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._sentence.hide()
        if self.editor is editor:
            self.editor = None
        super().destroyEditor(editor, index)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            step = self._step(watched, Qt.Key(event.key()), event.modifiers())
            if step is not None:
                self._leave(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, editor: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> tuple[int, int] | None:
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        if isinstance(editor, QComboBox) and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return None
        down, across = STEPS.get(key, (0, 0))
        if held & Qt.KeyboardModifier.ShiftModifier and down == 1 and key != Qt.Key.Key_Down:
            return -1, 0
        if (down, across) != (0, 0):
            return down, across
        return _SIDEWAYS.get(key) if self.sideways and isinstance(editor, QLineEdit) else None

    def _leave(self, editor: QWidget, step: tuple[int, int]) -> None:
        """Accept the text and go on; a refused text stays in the editor with the reason below it."""
        text = _text(editor)
        try:
            if text != self._model.typed(*self._place):
                self._model.check(*self._place, text)
        except ValueError as problem:
            self.refuse(editor.geometry(), str(problem))
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.stepped.emit(*step)

    def refuse(self, cell: QRect, sentence: str) -> None:
        """Show below a cell why its text is refused."""
        area = self._viewport.rect()
        self._sentence.setText(sentence)
        self._sentence.ensurePolished()
        words = self._sentence.fontMetrics().horizontalAdvance(sentence) + _AROUND
        self._sentence.setFixedWidth(min(words, _WIDEST_SENTENCE, area.width()))
        self._sentence.adjustSize()
        size = self._sentence.size()
        left = max(0, min(cell.left(), area.right() - size.width()))
        below = cell.bottom() + 2
        top = below if below + size.height() <= area.bottom() else cell.top() - size.height() - 2
        self._sentence.move(left, max(0, top))
        self._sentence.raise_()
        self._sentence.show()

    def hide_sentence(self) -> None:
        """Hide the sentence."""
        self._sentence.hide()

    @property
    def sentence(self) -> str:
        """The sentence below a cell now."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def _on_combo_activated(self, _place: int) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # --- painting ---

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        look = self._model.look(row, column)
        refused = (row, column) in self._model.refused
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = theme.colours()
        painter.fillRect(option.rect, self._ground(look, selected=selected, refused=refused))
        line = colours.quiet if look.edge else colours.line
        painter.fillRect(option.rect.right(), option.rect.top(), 1, option.rect.height(), line)
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, colours.line)
        self._paint_words(painter, option, index, look, refused=refused)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def _ground(self, look: CellLook, *, selected: bool, refused: bool) -> QColor:
        colours = theme.colours()
        if refused:
            return colours.wrong_wash
        if selected:
            return colours.accent_wash
        if look.tone:
            return theme.tone_colours(look.tone)[1]
        return colours.window if look.fixed else colours.surface

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, look: CellLook, *, refused: bool
    ) -> None:
        colours = theme.colours()
        rect = option.rect.adjusted(_PAD + look.indent * _INDENT, 0, -_PAD, -1)
        for name, token in (("error", "wrong"),) if refused else look.icons:
            picture = icons.pixmap(name, _ICON, token, painter.device().devicePixelRatioF())
            painter.drawPixmap(rect.left(), rect.top() + (rect.height() - _ICON) // 2, picture)
            rect.adjust(_ICON + 2, 0, 0, 0)
        painter.setFont(theme.sized(option.font.pointSizeF(), semibold=look.bold))
        painter.setPen(colours.wrong if refused else colours.quiet if look.quiet else colours.text)
        words = str(index.data() or "")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, RIGHT if self._model.numeric(index.column()) else LEFT, shown)


def _text(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""
