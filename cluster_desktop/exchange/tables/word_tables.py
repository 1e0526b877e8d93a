"""Read tables of Word files (.docx): merged and nested cells, tables that a page broke, numbers Word counts."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from cluster_desktop import errors
from cluster_desktop.exchange.files.table_file import WIDEST, TableFile
from cluster_desktop.exchange.tables import file_kinds
from cluster_desktop.exchange.tables.sheets import Cell, Merge, Row, Sheet, even
from cluster_desktop.exchange.tables.word_text import WordText

_TABLE: Final = qn("w:tbl")
_PARAGRAPH: Final = qn("w:p")
_ROW: Final = qn("w:tr")
_CELL: Final = qn("w:tc")
_DAMAGE: Final = (SyntaxError, AttributeError, TypeError)  # broken XML; a part that is of another kind than is said
_TITLES: Final = 12  # the lines above a table that may name its unit and year
_HEAD_ROWS: Final = 3
_HEAD_COLUMNS: Final = 3
_ELSEWHERE: Final = frozenset((qn("w:txbxContent"), qn("w:drawing"), qn("w:pict")))

Element = Any


def read_word(file: TableFile) -> tuple[Sheet, ...]:
    """Read every table of the document as a sheet called "Bảng 1", "Bảng 2"…, tables within tables too.

    Headers, footers and text boxes are passed over. A table that a page broke in two is one sheet. Raises
    CannotRead with one plain sentence: no table at all, damage.
    """
    words, body = _open(file)
    reader = _WordTables(words)
    reader.walk(body)
    sheets = tuple(_sheet(f"Bảng {number}", table) for number, table in enumerate(reader.tables, start=1))
    filled = tuple(sheet for sheet in sheets if any(cell is not None for row in sheet.rows for cell in row))
    if not filled:
        raise errors.CannotRead(
            f"“{file.name}” không có bảng nào, chỉ có chữ. Hãy kẻ danh sách thành bảng trong Word hoặc chép sang Excel."
        )
    return filled


def _open(file: TableFile) -> tuple[WordText, Element]:
    try:
        document = docx.Document(io.BytesIO(file.content))
        return WordText.of(document), document.element.body
    except (OpcError, *_DAMAGE, *file_kinds.ZIP_DAMAGE) as error:
        raise file_kinds.damaged(file) from error


@dataclass
class _Grid:
    """One table while it is read: rows of cells, merges, and the lines that stand above it."""

    titles: tuple[str, ...] = ()
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    open: dict[int, tuple[int, int]] = field(default_factory=dict)
    counted: dict[int, int] = field(default_factory=dict)

    def close(self, column: int) -> None:
        """End the downward merge that begins in this column."""
        if column in self.open:
            top, right = self.open.pop(column)
            if len(self.rows) - 1 > top or right > column:
                self.merges.append(Merge(top, column, len(self.rows) - 1, right))


@dataclass
class _WordTables:
    """A walk down a document that gathers its tables in order."""

    words: WordText
    tables: list[_Grid] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    parted: bool = False
    opening: tuple[str, ...] = ()

    def walk(self, body: Element) -> None:
        """Take the tables of a body or of whatever wraps a part of it."""
        for item in body:
            if item.tag == _TABLE:
                self._take(item)
            elif item.tag == _PARAGRAPH:
                if text := self.words.read(item).strip():
                    self.lines.append(text)
                    self.parted = True
            elif item.tag not in _ELSEWHERE:
                self.walk(item)

    def _take(self, element: Element) -> None:
        lines = tuple(self.lines[-_TITLES:])
        table = _Grid((*self.opening, *lines))
        self.opening = self.opening or (lines if self.parted else ())
        place = len(self.tables)
        self.tables.append(table)
        for row in _parts(element, _ROW):
            self._take_row(table, row)
        for column in list(table.open):
            table.close(column)
        before = self.tables[place - 1] if place else None
        if before is not None and not self.parted and _goes_on(before, table):
            _append(before, table)
            self.tables.remove(table)
        # A letterhead names the office of what comes below it.
        head = table.rows if _is_letterhead(table) else []
        self.lines = [line for row in head for cell in row if isinstance(cell, str) for line in cell.split("\n")]
        self.parted = False

    def _take_row(self, table: _Grid, row: Element) -> None:
        cells: list[Cell] = [None] * min(_columns_of(row, "w:trPr/w:gridBefore", 0), WIDEST)
        for cell in _parts(row, _CELL):
            column, right = len(cells), min(len(cells) + max(_columns_of(cell, "w:tcPr/w:gridSpan", 1), 1), WIDEST) - 1
            if right < column:
                break
            cells += [self._spread(table, cell, column, right), *([None] * (right - column))]
        if row.find(f"{qn('w:trPr')}/{qn('w:hidden')}") is not None:
            table.hidden.append(len(table.rows))
        table.rows.append(cells)

    def _spread(self, table: _Grid, cell: Element, column: int, right: int) -> Cell:
        """Read the text of a cell, nothing for one that goes on from the row above, and note its merge."""
        down = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if down is not None and down.get(qn("w:val"), "continue") == "continue" and column in table.open:
            return None
        for below in range(column, right + 1):
            table.close(below)
        if down is not None:
            table.open[column] = (len(table.rows), right)
        elif right > column:
            table.merges.append(Merge(len(table.rows), column, len(table.rows), right))
        return self._text(table, cell, column)

    def _text(self, table: _Grid, cell: Element, column: int) -> Cell:
        lines: list[str] = []
        counted = False
        for item in _content(cell):
            if item.tag == _TABLE:
                lines += self._nested(item)
            else:
                lines.append(self.words.read(item).strip())
                counted |= self.words.counts_by_itself(item)
        text = "\n".join(line for line in lines if line)
        if text or not counted:
            return text or None
        table.counted[column] = table.counted.get(column, 0) + 1
        return table.counted[column]

    def _nested(self, element: Element) -> list[str]:
        """Take a table within a cell as a table of its own; one of a single row or column only lays out text."""
        within = _WordTables(self.words, lines=list(self.lines), opening=self.opening)
        within.walk([element])
        outer = within.tables[0]
        if len(outer.rows) > 1 and max(map(len, outer.rows)) > 1:
            self.tables += within.tables
            return []
        self.tables += within.tables[1:]
        return [str(cell) for row in outer.rows for cell in row if cell is not None]


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Walk the rows of a table or the cells of a row, inside content controls too, not those of tables within."""
    for item in element:
        if item.tag == tag:
            yield item
        elif item.tag not in (_ROW, _CELL, _TABLE):
            yield from _parts(item, tag)


def _content(cell: Element) -> Iterator[Element]:
    for item in cell:
        if item.tag in (_PARAGRAPH, _TABLE):
            yield item
        elif item.tag not in _ELSEWHERE:
            yield from _content(item)


def _columns_of(element: Element, path: str, usual: int) -> int:
    """The count of columns that a property of a row or a cell names."""
    named = element.find("/".join(map(qn, path.split("/"))))
    return usual if named is None else int(named.get(qn("w:val"), str(usual)))


def _goes_on(before: _Grid, table: _Grid) -> bool:
    """Check whether a table right below another is its second part: it counts on, or has the same heading."""
    if not before.rows or not table.rows or max(map(len, before.rows)) != max(map(len, table.rows)):
        return False
    first = table.rows[0]
    if first == before.rows[0]:
        return True
    number, last = _number(first), next((above for row in before.rows[::-1] if (above := _number(row))), 0)
    return number is not None and number == last + 1


def _is_letterhead(table: _Grid) -> bool:
    """Check whether a table only lays out a letterhead: few cells, none of them the number of a line."""
    few = len(table.rows) <= _HEAD_ROWS and max(map(len, table.rows), default=0) <= _HEAD_COLUMNS
    return few and all(_number(row) is None for row in table.rows)


def _number(row: list[Cell]) -> int | None:
    first = str(row[0] or "").strip().rstrip(".)") if row else ""
    return int(first) if first.isdecimal() else None


def _append(before: _Grid, table: _Grid) -> None:
    down = len(before.rows)
    before.rows += table.rows
    before.hidden += [down + row for row in table.hidden]
    before.merges += [Merge(top + down, left, bottom + down, right) for top, left, bottom, right in table.merges]


def _sheet(name: str, table: _Grid) -> Sheet:
    rows: tuple[Row, ...] = even(table.rows)
    return Sheet(name, rows, tuple(sorted(table.merges)), titles=table.titles, hidden_rows=frozenset(table.hidden))
