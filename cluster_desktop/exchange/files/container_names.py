"""Set right the names inside a container, which some programs write in a way that only Excel forgives."""

import re
import struct
import zipfile
from dataclasses import replace
from typing import Final

from cluster_desktop.exchange.files.table_file import TableFile

_ZIP: Final = b"PK\x03\x04"
_CENTRAL: Final = b"PK\x01\x02"
_CENTRAL_HEAD: Final = 46
_LOCAL_HEAD: Final = 30
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY: Final = 128  # bytes of a line of the folder of a compound file, which begin at multiples of it
_STREAMS: Final = tuple(f"{name}\0".encode("utf-16-le") for name in ("Workbook", "Book"))


def with_usual_names(file: TableFile) -> TableFile:
    """Give archives slashes instead of backslashes, and old workbooks the capitals that readers look for."""
    if file.content.startswith(_ZIP):
        return _with_slashes(file)
    if file.content.startswith(_OLE):
        return _with_stream_names(file)
    return file


def _with_slashes(file: TableFile) -> TableFile:
    try:
        with file.archive() as archive:
            entries, place = archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, ValueError, LookupError, NotImplementedError):
        return file  # which the reader of it will say
    if not any("\\" in entry.orig_filename for entry in entries):
        return file
    content = bytearray(file.content)
    for entry in entries:
        _turn(content, entry.header_offset + _LOCAL_HEAD, len(entry.orig_filename))
    while content[place : place + 4] == _CENTRAL:
        name, extra, comment = struct.unpack_from("<HHH", content, place + 28)
        _turn(content, place + _CENTRAL_HEAD, name)
        place += _CENTRAL_HEAD + name + extra + comment
    return replace(file, content=bytes(content))


def _turn(content: bytearray, start: int, length: int) -> None:
    content[start : start + length] = content[start : start + length].replace(b"\\", b"/")


def _with_stream_names(file: TableFile) -> TableFile:
    content = file.content
    for name in _STREAMS:
        for found in re.finditer(re.escape(name), content, re.IGNORECASE):
            if found.start() % _ENTRY == 0 and found.group() != name:
                content = content[: found.start()] + name + content[found.end() :]
    return file if content is file.content else replace(file, content=content)
