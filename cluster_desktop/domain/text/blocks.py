"""Blocks of cells as spreadsheets put them on the clipboard."""

from cluster_desktop.domain.text import names


def read_block(text: str) -> list[list[str]]:
    """The cells of a block copied from a spreadsheet: rows by line ends, columns by tabs.

    Empty rows and columns at its end are left out, and quotes that a spreadsheet puts around a cell.
    """
    rows = [[_unquoted(cell) for cell in row.split("\t")] for row in text.replace("\r\n", "\n").split("\n")]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def _unquoted(cell: str) -> str:
    words = names.nfc(cell).strip()
    return words[1:-1].replace('""', '"').strip() if len(words) > 1 and words[0] == words[-1] == '"' else words
