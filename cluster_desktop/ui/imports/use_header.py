"""The head of the preview: over each column its own words and, below them, what the column is used for."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget
from typing_extensions import override

from cluster_desktop.exchange.tables.uses import ColumnUse, How
from cluster_desktop.ui.imports.use_words import short_words
from cluster_desktop.ui.kit import icons, theme

_HEIGHT: Final = 50  # px of two lines
_EDGE: Final = 8  # px at the sides
_ARROW: Final = 12  # px


class UseHeader(QHeaderView):
    """Two lines over each column; a press on them asks what the column is used for (``asked``, its place)."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.uses: dict[int, tuple[ColumnUse, str]] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionClicked.connect(self.asked)
        self.setToolTip("Bấm để chọn cột này dùng cho mục nào (F4)")

    def show_uses(self, uses: dict[int, tuple[ColumnUse, str]]) -> None:
        """Show for each place the use and its words."""
        self.uses = uses
        self.viewport().update()

    def needed(self, place: int, heading: str) -> int:
        """The width in px at which both lines can be read."""
        lines = (heading, short_words(*self.uses[place]) if place in self.uses else "")
        return max(map(self.fontMetrics().horizontalAdvance, lines)) + 3 * _EDGE + _ARROW

    def place_below(self, place: int) -> QRect:
        """Where a column's head is on the screen, for what opens below it."""
        at = self.viewport().mapToGlobal(QRect(self.sectionViewportPosition(place), 0, 0, 0).topLeft())
        return QRect(at.x(), at.y(), self.sectionSize(place), self.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_EDGE, _HEIGHT)  # a view takes only the height

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.section, option.text = rect, logicalIndex, ""
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        use, words = self.uses.get(logicalIndex, (ColumnUse(how=How.IGNORE), ""))
        now, half = theme.colours(), rect.height() // 2
        line = rect.adjusted(_EDGE, 4, -_EDGE, -half)
        heading = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.save()
        painter.setPen(now.quiet)
        self._write(painter, line, heading)
        ignored = use.how is How.IGNORE
        painter.setPen(now.quiet if ignored else now.text if use.sure else now.caution)
        font = painter.font()
        font.setBold(not ignored)
        painter.setFont(font)
        below = rect.adjusted(_EDGE, half, -(_EDGE + _ARROW), -4)
        self._write(painter, below, short_words(use, words))
        arrow = icons.pixmap("chevron-down", _ARROW, "quiet", self.devicePixelRatioF())
        painter.drawPixmap(rect.right() - _EDGE - _ARROW + 4, half + (half - _ARROW) // 2, arrow)
        painter.restore()

    def _write(self, painter: QPainter, line: QRect, words: str) -> None:
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)
