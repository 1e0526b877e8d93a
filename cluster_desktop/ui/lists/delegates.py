"""Painting the cells of a list: words with search hits marked, states as tags, one quiet line below."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPaintDevice, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip
from typing_extensions import override

from cluster_desktop.domain.fields.types import Digits, Name, Text
from cluster_desktop.domain.text.searching import match_spans
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.tones import Tag
from cluster_desktop.ui.lists.table_model import UNKNOWN, Cell, TableModel

SAMPLE: Final = Tag("mẫu")
_SEARCHED: Final = (Digits, Name, Text)
_PAD: Final = 8
_TAG_PAD: Final = 6
_TAG_POINTS: Final = 9.0
_WORDS_BESIDE: Final = 40  # px of a cell that its words keep beside a mark
_CORNER: Final = 4
_BAR: Final = 3
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

Index = QModelIndex | QPersistentModelIndex


class ListCellDelegate(QStyledItemDelegate):
    """Paints every cell itself: asking the style for each of them costs more than painting the words."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, row, column = option.rect, index.row(), index.column()
        colours = theme.colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.accent_wash if selected else colours.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line)
        if column == 0 and row == self._view.currentIndex().row() and self._view.hasFocus():
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height() - 1, colours.accent)
        cell = self._model.cell(row, column)
        mark = self._mark_width(rect, row, column, painter.device())
        words = _words_rect(rect, mark)
        if isinstance(cell, Tag):
            paint_tag(painter, words, cell)
            return
        if mark:
            end = words.right() + 1  # figures stand at the right, before their mark
            if not self._model.field(column).type.numeric:
                end = min(words.left() + painter.fontMetrics().horizontalAdvance(cell), end)
            paint_tag(painter, QRect(end + _TAG_PAD, rect.top(), mark, rect.height()), SAMPLE)
        self._paint_words(painter, words, cell, column)

    def _mark_width(self, rect: QRect, row: int, column: int, device: QPaintDevice) -> int:
        """Return the width of the sample-data mark; 0 without one, and where it would leave no room for words."""
        if not self._is_sample(row, column):
            return 0
        width = tag_width(SAMPLE, device)
        return width if rect.width() > width + _WORDS_BESIDE else 0

    def _is_sample(self, row: int, column: int) -> bool:
        record = self._model.row(row) if column == 1 else None
        return record is not None and record.sample_note is not None

    def _paint_words(self, painter: QPainter, rect: QRect, words: str, column: int) -> None:
        field, metrics, colours = self._model.field(column), painter.fontMetrics(), theme.colours()
        shown = words
        if metrics.horizontalAdvance(words) > rect.width():
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        search = self._model.listing.search
        if search and type(field.type) in _SEARCHED:
            _paint_hits(painter, rect, metrics, match_spans(search, words), shown)
        quiet = column == 0 or words == UNKNOWN
        painter.setPen(colours.quiet if quiet else colours.text)
        painter.drawText(rect, _RIGHT if field.type.numeric else _LEFT, shown)

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.tip(option.rect, index.row(), index.column()), view)
        return True

    def tip(self, rect: QRect, row: int, column: int) -> str:
        """Return the tooltip of a cell: words that do not fit, and the origin of sample data."""
        cell = self._model.cell(row, column)
        words = _words_rect(rect, self._mark_width(rect, row, column, self._view))
        parts = [_cut(cell, words, self._view)]
        record = self._model.row(row)
        if record is not None and self._is_sample(row, column):
            parts.append(f"Dữ liệu mẫu: {record.sample_note}" if record.sample_note else "Dữ liệu mẫu")
        return "\n".join(part for part in parts if part)


def _words_rect(rect: QRect, mark: int) -> QRect:
    """Return the rectangle for the words of a cell, less the width of the mark that follows them."""
    return rect.adjusted(_PAD, 0, -_PAD - (mark + _TAG_PAD if mark else 0), -1)


def _cut(cell: Cell, rect: QRect, view: QTableView) -> str:
    if isinstance(cell, Tag):
        return cell.tip or (cell.text if tag_width(cell, view) > rect.width() else "")
    return cell if view.fontMetrics().horizontalAdvance(cell) > rect.width() else ""


def _paint_hits(
    painter: QPainter, rect: QRect, metrics: QFontMetrics, spans: tuple[tuple[int, int], ...], shown: str
) -> None:
    """Paint a wash behind the letters that were searched for."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colours().hit)
    height = metrics.height()
    top = rect.top() + (rect.height() - height) // 2
    for start, end in spans:
        left = rect.left() + metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[:end]) - metrics.horizontalAdvance(shown[:start])
        painter.drawRoundedRect(left - 1, top, min(width + 2, rect.right() - left), height, 3, 3)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Paint the ground of a cell with the line below it, as lists have it; returns the rectangle for its words."""
    rect, colours = option.rect, theme.colours()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, colours.accent_wash if selected else colours.surface)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line)
    return _words_rect(rect, 0)


def paint_words(painter: QPainter, rect: QRect, words: str, colour: QColor) -> None:
    """Paint words in one line, cut where there is no room."""
    painter.setPen(colour)
    painter.drawText(rect, _LEFT, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))


def tag_width(tag: Tag, device: QPaintDevice) -> int:
    """Return the width of a tag on *device*, in px."""
    return QFontMetrics(theme.sized(_TAG_POINTS), device).horizontalAdvance(tag.text) + 2 * _TAG_PAD


def paint_tag(painter: QPainter, rect: QRect, tag: Tag) -> None:
    """Paint a short word on the ground of its tone, at the left of *rect*; cut where there is no room."""
    front, ground = theme.tone_colours(tag.tone)
    painter.save()
    font = theme.sized(_TAG_POINTS)
    painter.setFont(font)
    metrics = QFontMetrics(font, painter.device())
    whole = tag_width(tag, painter.device())
    width = min(whole, rect.width())
    height = metrics.height() + 4
    place = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, _CORNER, _CORNER)
    painter.setPen(front)
    words = tag.text
    if width < whole:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * _TAG_PAD)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
