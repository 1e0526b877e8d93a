"""A list of records for a table view, read a page at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, ParamSpec, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import Integer, OneOf
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Listing, Row
from cluster_desktop.ui.kit.tones import Tag, tags_of
from cluster_desktop.ui.lists.row_pages import RowPages

P = ParamSpec("P")
T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Cell = str | Tag

BLOCK: Final = 25  # rows whose computed cells are made together: about as many as are in sight
RETRY: Final = 150  # ms between two looks at a file that another thread holds
UNKNOWN: Final = "Chưa ghi nhận"
NUMBER: Final = Field(key="", label="Thứ tự", heading="TT", type=Integer(), width=3)

_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class ExtraColumn:
    """A column computed by a page: its cells for some rows, by uid."""

    field: Field
    cells: Callable[[Sequence[Row]], Mapping[str, Cell]]
    after: str = ""
    """The column it usually follows; '' = the last one."""


@dataclass(frozen=True, slots=True)
class _Column:
    field: Field
    tags: Mapping[str, Tag]
    extra: ExtraColumn | None


class TableModel(QAbstractTableModel):
    """The rows of one listing; ``failed`` carries the UserError of a reading that did not succeed."""

    failed = Signal(object)
    counted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        listing: Listing,
        columns: Sequence[str] = (),
        extras: Iterable[ExtraColumn] = (),
        parent: QObject | None = None,
        *,
        begun: bool = True,
    ) -> None:
        """Read the rows at once, or on the first ``reload`` when not yet *begun*."""
        super().__init__(parent)
        self.kind = KINDS[listing.kind]
        self._extras = {extra.field.key: extra for extra in extras}
        self.usual_columns = tuple(columns) or _usual(self.kind, tuple(self._extras.values()))
        self._columns = self._described(self.usual_columns)
        self._workspace = workspace
        self._pages = RowPages(workspace, listing)
        self._computed: dict[tuple[int, str], Mapping[str, Cell]] = {}
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self._on_retry_timeout)
        if begun:
            self.reload()

    # --- columns ---

    def all_columns(self) -> tuple[Field, ...]:
        """Return every column that can be shown."""
        return (*self.kind.columns, *(extra.field for extra in self._extras.values()))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the columns on show, without the row number."""
        return tuple(column.field.key for column in self._columns[1:])

    def field(self, column: int) -> Field:
        """Return the field of a column; the first column is the row number."""
        return self._columns[column].field

    def set_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; keys that do not exist (any more) are left out."""
        self.beginResetModel()
        self._columns = self._described(keys)
        self.endResetModel()

    def _described(self, keys: Sequence[str]) -> list[_Column]:
        by_key = {field.key: field for field in self.all_columns()}
        fields = [by_key[key] for key in keys if key in by_key]
        return [_Column(NUMBER, {}, None)] + [
            _Column(field, tags_of(field), self._extras.get(field.key)) for field in fields
        ]

    # --- rows ---

    @property
    def waiting(self) -> bool:
        """Another thread holds the file, so that the rows are not known yet."""
        return self._pages.missed

    @property
    def listing(self) -> Listing:
        """The listing on show: its kind, search, filters and order."""
        return self._pages.listing

    def set_listing(self, listing: Listing) -> None:
        """Show another search, filter or order of the same kind."""
        if listing != self.listing:
            self._read_anew(RowPages(self._workspace, listing))

    def set_order(self, column: int) -> None:
        """Sort by a column: ascending, descending, then the usual order again."""
        key, now = self._columns[column].field.key, self.listing
        if not key or self._columns[column].extra is not None:
            return
        if key != self.sorted_by():
            self.set_listing(replace(now, sort=key, descending=False))
        elif not now.descending:
            self.set_listing(replace(now, sort=key, descending=True))
        else:
            self.set_listing(replace(now, sort="", descending=False))

    def reload(self, listing: Listing | None = None) -> None:
        """Count and read again, with *listing* where there is one; a busy file is tried again a little later."""
        same = listing is None or listing == self.listing
        self._read_anew(self._pages if same else RowPages(self._workspace, listing or self.listing))

    def _on_retry_timeout(self) -> None:
        if not self._workspace.closed:
            self.reload()

    def _read_anew(self, pages: RowPages) -> None:
        self.beginResetModel()
        self._pages = pages
        self._computed.clear()
        self._attempt(pages.refresh)
        self.endResetModel()
        self.counted.emit(pages.count)

    def row(self, number: int) -> Row | None:
        """Return the record in a row; None while it cannot be read."""
        return self._attempt(self._pages.row, number)

    def rows(self, numbers: Iterable[int]) -> tuple[Row, ...]:
        """Return the records in these rows, without those that cannot be read."""
        rows = (self.row(number) for number in numbers)
        return tuple(row for row in rows if row is not None)

    def position(self, uid: str) -> int | None:
        """Return the row number of a record; None when the listing does not hold it."""
        return self._attempt(self._pages.position, uid)

    def alive(self, uid: str) -> bool:
        """Tell if a record is in the workspace and not in its trash, shown or not."""
        return self._workspace.busy or bool(self._attempt(self._workspace.read, listings.alive, self.kind.key, uid))

    def _attempt(self, ask: Callable[P, T], *args: P.args, **kw: P.kwargs) -> T | None:
        """Return the result of *ask*. A failure is signalled, never raised: Qt calls the model while it paints."""
        try:
            answer = ask(*args, **kw)
        except errors.UserError as error:
            self.failed.emit(error)
            return None
        if self._pages.missed and not self._retry.isActive():
            self._retry.start()
        return answer

    # --- cells ---

    def cell(self, number: int, column: int) -> Cell:
        """Return the content of a cell: a tag for a state, else words."""
        shown = self._columns[column]
        if shown.field is NUMBER:
            return str(number + 1)
        row = self.row(number)
        if row is None:
            return ""
        if shown.extra is not None:
            return self._computed_cells(number // BLOCK, shown.extra).get(row.uid, "")
        value = row.values[shown.field.key]
        if shown.tags and isinstance(value, str):
            return shown.tags.get(value) or value
        if value is None and isinstance(shown.field.type, OneOf):
            return UNKNOWN
        return row.shown[shown.field.key]

    def _computed_cells(self, block: int, extra: ExtraColumn) -> Mapping[str, Cell]:
        place = (block, extra.field.key)
        if place not in self._computed:
            rows = self.rows(range(block * BLOCK, (block + 1) * BLOCK))
            if not rows:
                return {}
            if self._workspace.busy:  # painting must not wait for another thread
                if not self._retry.isActive():
                    self._retry.start()
                return {}
            self._computed[place] = extra.cells(rows)
        return self._computed[place]

    def text(self, number: int, column: int) -> str:
        """Return the words of a cell."""
        cell = self.cell(number, column)
        return cell.text if isinstance(cell, Tag) else cell

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._pages.count

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY:
            return self._alignment(index.column()) if role == _ALIGNMENT else None
        return self.text(index.row(), index.column())

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == _DISPLAY:
            field = self._columns[section].field
            return field.column_heading + self._arrow(field.key)
        return self._alignment(section) if role == _ALIGNMENT else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if self._columns[column].field.type.numeric else _LEFT

    def sorted_by(self) -> str:
        """Return the key of the column that orders the rows."""
        return self.listing.sort or self.kind.sort[0]

    def _arrow(self, key: str) -> str:
        if not key or key != self.sorted_by():
            return ""
        return " ▼" if self.listing.descending else " ▲"


def _usual(kind: RecordKind, extras: tuple[ExtraColumn, ...]) -> tuple[str, ...]:
    """Return the default columns; counted ones stand last."""
    fields = [field for field in kind.columns if field.listed]
    counts = [field for field in fields if field in kind.derived and field.type.counted]
    ends = [extra.field for extra in extras if extra.field.listed and not extra.after]
    keys = [field.key for field in (*(field for field in fields if field not in counts), *ends, *counts)]
    for extra in extras:
        if extra.field.listed and extra.after in keys:
            keys.insert(keys.index(extra.after) + 1, extra.field.key)
    return tuple(keys)
