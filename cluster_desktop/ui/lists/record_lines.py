"""The records behind a figure as lines of a list, read when they come into sight."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.figures.count import Source
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Row
from cluster_desktop.ui.kit import theme

_PAGE: Final = 200
_DETAILS: Final = 3
_HIGH: Final = 44
_SIDE, _AIR = 12, 5
Index = QModelIndex | QPersistentModelIndex
DETAIL, AMOUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class RecordLines(QAbstractListModel):
    """A line for each record of a source: its title, details, and what it adds to the figure."""

    failed = Signal(object)

    def __init__(self, workspace: Workspace, source: Source, parent: QObject) -> None:
        super().__init__(parent)
        self.source = source
        self._workspace = workspace
        self._rows: dict[int, dict[str, Row]] = {}

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt asks for this very default
        return 0 if parent.isValid() else len(self.source.uids)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        place = index.row()
        if role == AMOUNT:
            return f"{show_number(self.source.amount(place))} {self.source.words}" if self.source.amounts else ""
        row = self._row(place)
        title, detail = (row.title, _detail(row)) if row is not None else ("Bản ghi không còn trong sổ", "")
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == DETAIL:
            return detail
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (title, detail, self.data(index, AMOUNT)) if part)
        return None

    def _row(self, place: int) -> Row | None:
        page = place // _PAGE
        if page not in self._rows:
            uids = self.source.uids[page * _PAGE : (page + 1) * _PAGE]
            try:
                rows = self._workspace.read(listing.rows_of, self.source.kind, uids)
            except errors.UserError as error:
                self.failed.emit(error)
                return None
            self._rows[page] = {row.uid: row for row in rows}
        return self._rows[page].get(self.source.uids[place])


def _detail(row: Row) -> str:
    """Return the details of a record besides its title: first its owner, then the rest."""
    kind = KINDS[row.kind]
    others = [item for item in kind.columns if item.listed and item.key not in kind.title]
    others = [item for item in others if not item.type.counted]
    ordered = sorted(others, key=lambda item: not item.refers_to)
    details = dict.fromkeys(row.shown[item.key] for item in ordered if row.shown.get(item.key))
    return " · ".join(list(details)[:_DETAILS])


class RecordLineDelegate(QStyledItemDelegate):
    """Paints the title as a link, the rest quietly below it, and what the record adds at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HIGH)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme.colours(), option.rect
        lit = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.fillRect(rect, now.accent_wash if lit else now.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, now.line)
        inside = rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        amount = index.data(AMOUNT)
        painter.setFont(option.font)
        painter.setPen(now.text)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, amount)
        room = inside.width() - (painter.fontMetrics().horizontalAdvance(amount) + _SIDE if amount else 0)
        painter.setPen(now.accent)
        _write(painter, QRect(inside.left(), inside.top(), room, inside.height()), index.data(), top=True)
        painter.setFont(theme.sized(9))
        painter.setPen(now.quiet)
        _write(painter, QRect(inside.left(), inside.top(), room, inside.height()), index.data(DETAIL), top=False)


def _write(painter: QPainter, rect: QRect, words: str, *, top: bool) -> None:
    """Paint one line, cut where there is no room; both ends of a name distinguish it from its neighbours."""
    edge = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
    cut = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideMiddle if top else Qt.TextElideMode.ElideRight, rect.width()
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | edge, cut)
