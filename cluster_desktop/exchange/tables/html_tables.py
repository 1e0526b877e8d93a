"""Read tables of web pages, which many web programs hand out under the name .xls, and of pages saved as one file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from html import unescape
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.files.table_file import MOST_SHEETS, WIDEST, TableFile
from cluster_desktop.exchange.tables.delimited import decode_text
from cluster_desktop.exchange.tables.sheets import Cell, Merge, Sheet, even

_SILENT: Final = frozenset(("script", "style"))
_BREAKS: Final = frozenset(("br", "p", "div"))
_SPACES: Final = re.compile(r"[ \t\r\n\f\u00a0]+")
_NOT_SHOWN: Final = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_SHEET_NAME: Final = re.compile(r"<x:Name>([^<]{1,200})</x:Name>", re.IGNORECASE)
_PARTED: Final = re.compile(r"<x:WorksheetSource\s", re.IGNORECASE)
_MOST_TABLES: Final = 10 * MOST_SHEETS  # for many are empty and only lay out the page
_TAB_STRIP: Final = "tabstrip.htm"


@dataclass
class _OpenTable:
    """One table while it is read; ``covered`` tells for a column the last row that a cell above reaches into.

    ``declared`` counts the columns that are described before the rows.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    declared: int = 0
    text: list[str] | None = None
    span: tuple[int, int] = (1, 1)

    def close_cell(self) -> None:
        """Put the text gathered so far into the next free cell of the last row."""
        if self.text is None:
            return
        row, column = len(self.rows) - 1, len(self.rows[-1])
        while self.covered.get(column, -1) >= row:
            self.rows[-1].append(None)
            column += 1
        down, right = self.span
        right = min(right, WIDEST - column)
        if column < WIDEST:
            # Nothing but spaces is cleared here, for old fonts keep letters on invisible characters.
            text = _SPACES.sub(" ", "".join(self.text)).strip(" ")
            self.rows[-1] += [text or None, *([None] * (right - 1))]
            self._cover(row, column, down, right)
        self.text = None

    def declare(self, column: dict[str, str | None]) -> None:
        """Count one described column, or several alike."""
        after = min(self.declared + _number(column.get("span")), WIDEST)
        if _is_hidden(column):
            self.hidden_columns.update(range(self.declared, after))
        self.declared = after

    def _cover(self, row: int, column: int, down: int, right: int) -> None:
        if down > 1 or right > 1:
            self.merges.append(Merge(row, column, row + down - 1, column + right - 1))
            self.covered.update(dict.fromkeys(range(column, column + right), row + down - 1))


class _HtmlTables(HTMLParser):
    """The cells of every table, with the ranges that rowspan and colspan merge."""

    def __init__(self, file: TableFile) -> None:
        super().__init__()
        self.file = file
        self.tables: list[_OpenTable] = []
        self.around: list[_OpenTable] = []
        self.silent = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in _SILENT
        if tag == "table":
            if len(self.tables) > _MOST_TABLES:
                raise self.file.too_many()
            self.around.append(_OpenTable())
            self.tables.append(self.around[-1])
        elif self.around and tag == "tr":
            self.around[-1].close_cell()
            if _is_hidden(dict(attrs)):
                self.around[-1].hidden_rows.add(len(self.around[-1].rows))
            self.around[-1].rows.append([])
        elif self.around and tag == "col":
            self.around[-1].declare(dict(attrs))
        elif self.around and tag in ("td", "th"):
            table = self.around[-1]
            table.close_cell()
            if not table.rows:
                table.rows.append([])
            named = dict(attrs)
            table.span = (_number(named.get("rowspan")), _number(named.get("colspan")))
            table.text = []
        elif tag in _BREAKS:
            self._add("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        self.silent = False
        if self.around and tag in ("td", "th", "tr", "table"):
            self.around[-1].close_cell()
            if tag == "table":
                self.around.pop()

    @override
    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._add(data)

    def _add(self, data: str) -> None:
        text = self.around[-1].text if self.around else None
        if text is not None:
            text.append(data)

    @override
    def close(self) -> None:
        super().close()
        for table in self.around:
            table.close_cell()


def read_html(file: TableFile) -> tuple[Sheet, ...]:
    """Read every table of the page as a sheet. Raises CannotRead when there is none."""
    page = decode_text(file.content)
    found = list(_tables_of(file, page))
    if not found:
        raise _without_tables(file, page)
    names = [file.path.stem, *(f"{file.path.stem} ({number})" for number in range(2, len(found) + 1))]
    return tuple(_sheet(name, table) for name, table in zip(names, found, strict=True))


def read_web_archive(file: TableFile) -> tuple[Sheet, ...]:
    """Read every table of the pages in a .mht file, under the names of the sheets it was made of."""
    message = message_from_bytes(file.content)
    pages = []
    names: list[str] = []
    for part in message.walk():
        if part.get_content_type() != "text/html" or str(part.get("Content-Location", "")).endswith(_TAB_STRIP):
            continue
        content = part.get_payload(decode=True)
        page = decode_text(content) if isinstance(content, bytes) else ""
        names += [nfc(unescape(name)) for name in _SHEET_NAME.findall(page)]
        pages.append(page)
    found = [table for page in pages for table in _tables_of(file, page)]
    if not found:
        raise _without_tables(file, "")
    if len(set(names)) != len(found):
        names = [f"Bảng {number}" for number in range(1, len(found) + 1)]
    return tuple(_sheet(name, table) for name, table in zip(names, found, strict=True))


def _tables_of(file: TableFile, page: str) -> Iterator[_OpenTable]:
    parser = _HtmlTables(file)
    parser.feed(page)
    parser.close()
    return (table for table in parser.tables if any(any(row) for row in table.rows))


def _sheet(name: str, table: _OpenTable) -> Sheet:
    return Sheet(
        name,
        even(table.rows),
        tuple(table.merges),
        hidden_rows=frozenset(table.hidden_rows),
        hidden_columns=frozenset(table.hidden_columns),
    )


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(_NOT_SHOWN.search(attributes.get("style") or ""))


def _without_tables(file: TableFile, page: str) -> errors.CannotRead:
    if _PARTED.search(page):
        return errors.CannotRead(
            f"“{file.name}” chỉ là trang mở đầu; bảng nằm trong thư mục đi kèm (tên tận cùng là _files), các tệp "
            "sheet001.htm, sheet002.htm… Hãy chọn tệp đó, hoặc lưu lại thành .xlsx."
        )
    return errors.CannotRead(
        f"“{file.name}” là một trang web không có bảng nào. Hãy chép bảng sang Excel rồi lưu thành .xlsx."
    )


def _number(text: str | None) -> int:
    return min(max(int(text), 1), WIDEST) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 1
