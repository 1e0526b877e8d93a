"""Read formula errors and hiding of .xls, which calamine leaves out; refuse cells out of place, which stop it dead.

Layouts are those of [MS-CFB] (the file as a small disk of sectors) and [MS-XLS] (records of type, length, data).
"""

import struct
from collections.abc import Iterator
from typing import Final

from cluster_desktop.exchange.files.table_file import TableFile
from cluster_desktop.exchange.tables.workbook_parts import Extras, Place

_WORDS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_FORMULA: Final = 0x0006
_DIMENSIONS: Final = 0x0200
_END: Final = 0x000A
_DATE_MODE: Final = 0x0022
_ROW: Final = 0x0208
_ROW_IS_HIDDEN: Final = 0x20
_COLUMNS_INFO: Final = 0x007D
_COLUMNS_ARE_HIDDEN: Final = 0x01
_SHEET: Final = 0x0085
_BOOL_OR_ERROR: Final = 0x0205
_CELLS: Final = frozenset((_FORMULA, _BOOL_OR_ERROR, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x027E))
_ROWS: Final = 65_536
_COLUMNS: Final = 256
_LAST_SECTOR: Final = 0xFFFFFFFA
_ENTRY: Final = 128


def xls_extras(file: TableFile) -> dict[str, Extras]:
    """Read the formula errors and what is hidden, by sheet name.

    Raises ValueError for a file whose records do not hold together.
    """
    extras: dict[str, Extras] = {}
    try:
        stream = _workbook_stream(file.content)
        epoch_1904 = False
        for kind, data in _records(stream, 0):
            if kind == _DATE_MODE:
                epoch_1904 = data[0] == 1
            if kind == _SHEET:
                (start,) = struct.unpack_from("<I", data)
                extras[_name(data)] = _sheet_extras(stream, start)
                extras[_name(data)].epoch_1904 = epoch_1904
    except (struct.error, IndexError) as error:
        raise ValueError("broken compound file") from error
    return extras


def _sheet_extras(stream: bytes, start: int) -> Extras:
    extras = Extras()
    for kind, data in _records(stream, start):
        if kind == _DIMENSIONS and not _fits(data):
            raise ValueError("a sheet larger than sheets can be")
        if kind in _CELLS:
            extras.errors.update(_error_in(kind, data))
        elif kind == _ROW and data[12] & _ROW_IS_HIDDEN:
            (row,) = struct.unpack_from("<H", data)
            extras.hidden_rows.append(range(row, row + 1))
        elif kind == _COLUMNS_INFO and data[8] & _COLUMNS_ARE_HIDDEN:
            first, last = struct.unpack_from("<HH", data)
            extras.hidden_columns.append(range(first, last + 1))
    return extras


def _error_in(kind: int, data: bytes) -> Iterator[tuple[Place, str]]:
    if struct.unpack_from("<H", data, 2)[0] >= _COLUMNS:
        raise ValueError("a cell beyond the last column")
    code = None
    if kind == _BOOL_OR_ERROR and data[7] == 1:
        code = data[6]
    elif kind == _FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff":
        code = data[8]
    if code is not None:
        row, column = struct.unpack_from("<HH", data)
        yield (row, column), _WORDS.get(code, "#VALUE!")


def _fits(dimensions: bytes) -> bool:
    """Check the size in a record, for calamine takes memory for as many cells as it says."""
    excel_5 = len(dimensions) < struct.calcsize("<IIHH")  # which counts rows in two bytes
    top, bottom, left, right = struct.unpack_from("<HHHH" if excel_5 else "<IIHH", dimensions)
    return bool(top <= bottom <= _ROWS and left <= right <= _COLUMNS)


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Read type and data of each record up to the end of its part of the stream."""
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if kind == _END:
            return
        yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _name(data: bytes) -> str:
    """Read the name in a sheet record: its length in letters, then, since Excel 97, the width of a letter."""
    length, wide = data[6], data[7] & 1
    if len(data) == 7 + length:
        return data[7:].decode("cp1252", "replace")
    return data[8 : 8 + 2 * length].decode("utf-16-le") if wide else data[8 : 8 + length].decode("latin-1")


def _workbook_stream(content: bytes) -> bytes:
    """Read the stream that holds the cells; small ones lie in a disk within the disk."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    first_folder, _, cutoff, first_small = struct.unpack_from("<IIII", content, 48)
    table = b"".join(_sector(content, sector, size) for sector in _table_sectors(content, size))
    folder = _chain(content, first_folder, table, size)
    root: tuple[int, int] | None = None
    for place in range(0, len(folder), _ENTRY):
        entry = folder[place : place + _ENTRY]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")
        start, length = struct.unpack_from("<II", entry, 116)
        root = root or (start, length)
        if name in ("Workbook", "Book"):
            if length >= cutoff:
                return _chain(content, start, table, size)[:length]
            small_table = _chain(content, first_small, table, size)
            small_disk = bytes(64) + _chain(content, root[0], table, size)
            return _chain(small_disk, start, small_table, 64)[:length]
    return b""


def _table_sectors(content: bytes, size: int) -> Iterator[int]:
    """List the sectors of the table of sectors: 109 places in the head, the rest in a chain of lists."""
    yield from _used(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        listed = struct.unpack_from(f"<{size // 4}I", content, (following + 1) * size)
        yield from _used(listed[:-1])
        following = listed[-1]


def _used(sectors: tuple[int, ...]) -> Iterator[int]:
    return (sector for sector in sectors if sector < _LAST_SECTOR)


def _sector(content: bytes, sector: int, size: int) -> bytes:
    return content[(sector + 1) * size : (sector + 2) * size]


def _chain(content: bytes, sector: int, table: bytes, size: int) -> bytes:
    sectors: list[bytes] = []
    while sector < _LAST_SECTOR and len(sectors) * size <= len(content):
        sectors.append(_sector(content, sector, size))
        (sector,) = struct.unpack_from("<I", table, sector * 4)
    return b"".join(sectors)
