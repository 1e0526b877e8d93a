"""Read .xlsx, .xls, .ods, .csv, .tsv and tables of .docx into sheets of cells, whatever the file is called."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

import python_calamine as calamine

from cluster_desktop import errors
from cluster_desktop.exchange.tables import file_kinds
from cluster_desktop.exchange.tables.delimited import read_delimited
from cluster_desktop.exchange.tables.file_kinds import FileKind
from cluster_desktop.exchange.tables.html_tables import read_html
from cluster_desktop.exchange.tables.old_workbook_parts import xls_extras
from cluster_desktop.exchange.tables.sheets import Cell, Merge, Row, Sheet
from cluster_desktop.exchange.tables.word_tables import read_word
from cluster_desktop.exchange.tables.workbook_parts import Extras, ods_extras, xlsx_extras

_SECTOR: Final = 4096
_DAMAGE: Final = (calamine.CalamineError, ExpatError, ElementTree.ParseError, *file_kinds.ZIP_DAMAGE)
_MOST_CELLS: Final = 30_000_000  # about a gigabyte while it is read
_WIDEST: Final = 256  # a mark strayed into column XFD must not make every row 16,384 cells wide


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet with cells in the file, hidden ones too (flagged), up to the 256th column.

    Raises CannotRead or FileMissing with one plain sentence: another kind of file under this name, a
    password, damage, nothing inside, no right to read.
    """
    kind = file_kinds.file_kind(path)
    if kind is FileKind.TEXT:
        sheets: tuple[Sheet, ...] = (read_delimited(path),)
    elif kind is FileKind.HTML:
        sheets = read_html(path)
    elif kind is FileKind.DOCX:
        sheets = read_word(path)
    else:
        sheets = _read_binary(path, kind)
    filled = tuple(sheet for sheet in sheets if any(cell is not None for row in sheet.rows for cell in row))
    if not filled:
        raise errors.CannotRead(f"Mọi trang tính của “{path.name}” đều trống. Hãy chọn tệp khác.")
    return filled


def _read_binary(path: Path, kind: FileKind) -> tuple[Sheet, ...]:
    with _advising(path):
        extras = _EXTRAS[kind](path)
        for name, extra in extras.items():
            if extra.rows * extra.columns > _MOST_CELLS:
                raise _too_far(path, name, extra)
        with _open(path) as workbook:
            return tuple(
                _sheet(workbook, meta, extras.get(meta.name, Extras()))
                for meta in workbook.sheets_metadata
                if meta.typ is calamine.SheetTypeEnum.WorkSheet
            )


def _too_far(path: Path, sheet: str, reach: Extras) -> errors.CannotRead:
    return errors.CannotRead(
        f"Trang “{sheet}” của “{path.name}” có ô lạc xa bảng (đến dòng {reach.rows}, cột thứ {reach.columns}) nên "
        "không đọc hết được. Hãy xóa các dòng và cột thừa cuối trang bằng Excel rồi lưu lại."
    )


def _open(path: Path) -> calamine.CalamineWorkbook:
    """Open from memory, for by path calamine would believe the suffix."""
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        # An .xls cut short inside a sector stops calamine with a panic; whole sectors give an error.
        content += bytes(-len(content) % _SECTOR)
    return calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))


@contextmanager
def _advising(path: Path) -> Iterator[None]:
    try:
        yield
    except calamine.PasswordError as error:
        raise file_kinds.locked(path) from error
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)
    except _DAMAGE as error:
        raise file_kinds.damaged(path) from error
    except BaseException as error:
        # What Rust calls a panic is no Exception and has no name that could be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise file_kinds.damaged(path) from error


_EXTRAS: Final[dict[FileKind, Callable[[Path], dict[str, Extras]]]] = {
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
    width = max(_WIDEST - len(before), 1)
    rows = [
        (
            *before,
            *[
                (None if not cell or cell.isspace() else cell) if type(cell) is str else _plain(cell)
                for cell in cells[:width]
            ],
        )
        for cells in source.iter_rows()
    ]
    ranges = source.merged_cell_ranges
    merges = [Merge(*first, *last) for first, last in ranges] if ranges is not None else extras.merges
    _put_errors(rows, extras)
    hidden_rows, hidden_columns = extras.hidden_within(len(rows), _WIDEST)
    return Sheet(
        meta.name,
        tuple(rows),
        tuple(sorted(merges)),
        hidden,
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
    )


def _plain(cell: str | float | bool | date | time | timedelta) -> Cell:
    """Clear a cell of the accidents of its format: 1.0 is 1, a time is its text."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date()
    return cell


def _put_errors(rows: list[Row], extras: Extras) -> None:
    for (row, column), word in extras.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row] = (*rows[row][:column], word, *rows[row][column + 1 :])
