"""Read tables of web pages, which many web programs hand out under the name .xls."""

from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.tables.delimited import decode_text
from cluster_desktop.exchange.tables.sheets import Cell, Merge, Sheet, even

_WIDEST = 256


class _HtmlTables(HTMLParser):
    """The cells of every table, with the ranges that rowspan and colspan merge."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[list[list[Cell]], list[Merge]]] = []
        self.taken: set[tuple[int, int]] = set()
        self.text: list[str] | None = None
        self.span = (1, 1)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(([], []))
            self.taken = set()
        elif tag == "tr" and self.tables:
            self._close_cell()
            self.tables[-1][0].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1][0]:
            self._close_cell()
            named = dict(attrs)
            self.span = (_number(named.get("rowspan")), _number(named.get("colspan")))
            self.text = []
        elif tag in ("br", "p", "div") and self.text is not None:
            self.text.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def _close_cell(self) -> None:
        if self.text is None:
            return
        rows, merges = self.tables[-1]
        row, column = len(rows) - 1, len(rows[-1])
        while (row, column) in self.taken:
            rows[-1].append(None)
            column += 1
        rows[-1].append(nfc("".join(self.text)) or None)
        down, right = self.span
        if down > 1 or right > 1:
            merges.append(Merge(row, column, row + down - 1, column + right - 1))
            self.taken |= {(row + i, column + k) for i in range(down) for k in range(right)}
        self.text = None


def read_html(path: Path) -> tuple[Sheet, ...]:
    """Read every table of the page as a sheet. Raises CannotRead when there is none."""
    parser = _HtmlTables()
    parser.feed(decode_text(path.read_bytes()))
    parser.close()
    filled = [(rows, merges) for rows, merges in parser.tables if any(any(row) for row in rows)]
    if not filled:
        raise errors.CannotRead(
            f"“{path.name}” là một trang web không có bảng nào. Hãy chép bảng sang Excel rồi lưu thành .xlsx."
        )
    names = [path.stem, *(f"{path.stem} ({number})" for number in range(2, len(filled) + 1))]
    return tuple(Sheet(name, even(rows), tuple(merges)) for name, (rows, merges) in zip(names, filled, strict=True))


def _number(text: str | None) -> int:
    return min(max(int(text), 1), _WIDEST) if text and text.isdecimal() else 1
