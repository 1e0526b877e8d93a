"""Blocks of cells as spreadsheets put them on the clipboard."""

import re
from typing import Final

from cluster_desktop.domain.text import names

_CELL: Final = re.compile(r'"((?:[^"\t]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')  # quoted, with line breaks in it, or plain


def read_block(text: str) -> list[list[str]]:
    """The cells of a block copied from a spreadsheet: rows by line ends, columns by tabs.

    Empty rows and columns at its end are left out, and quotes that a spreadsheet puts around a cell; a cell of
    several lines, which is why they are there, becomes one line.
    """
    rows = _rows(text.replace("\r\n", "\n").replace("\r", "\n"))
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def _rows(text: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    place = 0
    while found := _CELL.match(text, place):
        quoted, plain = found.groups()
        rows[-1].append(_unquoted(plain) if quoted is None else names.nfc(quoted.replace('""', '"')))
        place = found.end() + 1
        if found.end() == len(text):
            break
        if text[found.end()] == "\n":
            rows.append([])
    return rows


def _unquoted(cell: str) -> str:
    words = names.nfc(cell).strip()
    return words[1:-1].replace('""', '"').strip() if len(words) > 1 and words[0] == words[-1] == '"' else words
