"""Read the cells of .xlsx, .xls and .ods through calamine, without the accidents of their formats."""

import io
import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Final
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

import python_calamine as calamine

from cluster_desktop.exchange.files.table_file import MOST_CELLS, WIDEST, TableFile
from cluster_desktop.exchange.tables import file_kinds
from cluster_desktop.exchange.tables.file_kinds import FileKind
from cluster_desktop.exchange.tables.old_workbook_parts import xls_extras
from cluster_desktop.exchange.tables.sheets import NO_NUMBER, Cell, Merge, Row, Sheet
from cluster_desktop.exchange.tables.workbook_parts import Extras, ods_extras, xlsx_extras

_SECTOR: Final = 4096
_CHUNK: Final = 1 << 20
_DAMAGE: Final = (calamine.CalamineError, ExpatError, ElementTree.ParseError, *file_kinds.ZIP_DAMAGE)


def read_workbook_cells(file: TableFile, kind: FileKind) -> Iterator[Sheet]:
    """Read sheet by sheet, up to the 256th column. Raises CannotRead: a password, damage, a cell far away."""
    with _advising(file):
        if kind is FileKind.XLSX:
            _check_sums(file)
        extras = _EXTRAS[kind](file)
        for name, extra in extras.items():
            if extra.rows * extra.columns > MOST_CELLS:
                raise file.too_far(name, extra.rows, extra.columns)
        with _open(file) as workbook:
            for meta in workbook.sheets_metadata:
                if meta.typ is calamine.SheetTypeEnum.WorkSheet:
                    yield _sheet(workbook, meta, extras.get(meta.name, Extras()))


def _check_sums(file: TableFile) -> None:
    """Compare the parts beside the sheets with their sums, which calamine does not: a flipped bit is another name.

    Raises zipfile.BadZipFile. The sheets are compared while their extras are read.
    """
    with file.archive() as archive:
        for entry in archive.infolist():
            if entry.filename.endswith(".xml") and not entry.filename.startswith("xl/worksheets/"):
                with archive.open(entry) as stream:
                    while stream.read(_CHUNK):
                        pass


def _open(file: TableFile) -> calamine.CalamineWorkbook:
    """Open from memory, for by path calamine would believe the suffix."""
    content = file.content
    if not content.startswith(b"PK"):
        # An .xls cut short inside a sector stops calamine with a panic; whole sectors give an error.
        content += bytes(-len(content) % _SECTOR)
    return calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))


@contextmanager
def _advising(file: TableFile) -> Iterator[None]:
    try:
        yield
    except calamine.PasswordError as error:
        raise file_kinds.locked(file) from error
    except _DAMAGE as error:
        raise file_kinds.damaged(file) from error
    except BaseException as error:
        # What Rust calls a panic is no Exception and has no name that could be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise file_kinds.damaged(file) from error


_EXTRAS: Final[dict[FileKind, Callable[[TableFile], dict[str, Extras]]]] = {
    FileKind.XLSX: xlsx_extras,
    FileKind.XLS: xls_extras,
    FileKind.ODS: ods_extras,
}


def _sheet(workbook: calamine.CalamineWorkbook, meta: calamine.SheetMetadata, extras: Extras) -> Sheet:
    source = workbook.get_sheet_by_name(meta.name)
    hidden = meta.visible is not calamine.SheetVisibleEnum.Visible
    if source.start is None:
        return Sheet(meta.name, (), hidden=hidden)
    # calamine keeps the empty rows before the data but not the empty columns.
    before: Row = (None,) * source.start[1]
    width = max(WIDEST - len(before), 1)
    once = dict[str, str]().setdefault  # words that stand in many cells are kept and sent once
    rows = [
        (
            *before,
            *[
                (None if not cell or cell.isspace() else once(cell, cell)) if type(cell) is str else _plain(cell)
                for cell in cells[:width]
            ],
        )
        for cells in source.iter_rows()
    ]
    ranges = source.merged_cell_ranges
    merges = [Merge(*first, *last) for first, last in ranges] if ranges is not None else extras.merges
    _put_errors(rows, extras)
    hidden_rows, hidden_columns = extras.hidden_within(len(rows), WIDEST)
    return Sheet(
        meta.name,
        tuple(rows),
        tuple(sorted(merges)),
        hidden,
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
        epoch_1904=extras.epoch_1904,
    )


def _plain(cell: str | float | bool | date | time | timedelta) -> Cell:
    """Clear a cell of the accidents of its format: 1.0 is 1, a time is its text."""
    if type(cell) is date:
        return cell
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return NO_NUMBER
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date()
    return cell


def _put_errors(rows: list[Row], extras: Extras) -> None:
    """Put errors into their cells, also into those below and beside what calamine takes for the end."""
    if not extras.errors:
        return
    width = min(max(len(rows[0]) if rows else 0, max(column for _, column in extras.errors) + 1), WIDEST)
    height = max(len(rows), max(row for row, _ in extras.errors) + 1)
    rows += [()] * (height - len(rows))
    by_row: dict[int, dict[int, str]] = defaultdict(dict)
    for (number, column), word in extras.errors.items():
        by_row[number][column] = word
    for number, row in enumerate(rows):
        if number in by_row or len(row) < width:
            cells = [*row, *[None] * (width - len(row))]
            for column, word in by_row[number].items():
                if column < width:
                    cells[column] = word
            rows[number] = tuple(cells)
