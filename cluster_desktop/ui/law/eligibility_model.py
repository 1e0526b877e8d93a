"""The lines of "who may be proposed" for a table, filtered by words and verdict."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from cluster_desktop.commands.law.eligibility import EligibilityLine
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.eligibility.verdict import Verdict
from cluster_desktop.domain.text.searching import match_rank
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.law.eligibility_text import tag_of
from cluster_desktop.ui.lists.delegates import paint_ground, paint_tag, paint_words
from cluster_desktop.ui.lists.line_model import Index, LineModel

NAME, UNIT, AWARD, VERDICT, REASON = range(5)


class EligibilityModel(LineModel[EligibilityLine]):
    """A model of all lines that shows those passing its filter."""

    HEADINGS = ("Cá nhân, tập thể", "Đơn vị", "Danh hiệu", "Kết luận", "Lý do")

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[EligibilityLine, ...] = ()
        self._words, self._verdicts = "", frozenset[Verdict]()

    @override
    def set_lines(self, lines: Sequence[EligibilityLine]) -> None:
        """Show other lines, filtered as before."""
        self._all = tuple(lines)
        self._filter()

    def set_filter(self, words: str, verdicts: frozenset[Verdict]) -> None:
        """Show only names with these words (marks do not matter) and these verdicts; no verdicts means all."""
        self._words, self._verdicts = words.strip(), verdicts
        self._filter()

    def _filter(self) -> None:
        super().set_lines(
            [
                line
                for line in self._all
                if (not self._verdicts or line.verdict in self._verdicts)
                and (not self._words or match_rank(self._words, line.name) is not None)
            ]
        )

    def counts(self) -> Counter[Verdict]:
        """Count the lines of each verdict, whatever is filtered."""
        return Counter(line.verdict for line in self._all)

    @property
    def total(self) -> int:
        """The number of lines, shown or not."""
        return len(self._all)

    def row_of(self, line: EligibilityLine) -> int:
        """Return the row of a line; -1 when it is not shown."""
        key = (line.uid, line.award)
        return next((row for row, shown in enumerate(self.lines) if (shown.uid, shown.award) == key), -1)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        words = self._text(self.lines[index.row()], index.column())
        return words[:1].upper() + words[1:] if index.column() == REASON else words

    def _text(self, line: EligibilityLine, column: int) -> str:
        texts = (line.name, line.unit, AWARD_KINDS[line.award].short, line.verdict.words, line.short)
        return texts[column]


class TagDelegate(QStyledItemDelegate):
    """Paints as the lists of records do: words cut where there is no room, the verdict as a tag with its word."""

    def __init__(self, model: EligibilityModel) -> None:
        super().__init__(model)
        self._model = model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = paint_ground(painter, option)
        if index.column() == VERDICT:
            paint_tag(painter, words, tag_of(self._model.line(index.row()).verdict))
        else:
            paint_words(painter, words, str(self._model.data(index)), theme.colours().text)
