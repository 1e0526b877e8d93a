"""Read workbooks of the XML form of Excel 2002 and 2003 ([XMLSS]), which reporting programs still write as .xls."""

import math
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Final
from xml.parsers import expat

from cluster_desktop.exchange.files.table_file import MOST_CELLS, WIDEST, TableFile
from cluster_desktop.exchange.tables import file_kinds
from cluster_desktop.exchange.tables.sheets import NO_NUMBER, Cell, Merge, Sheet, even

_SS: Final = "urn:schemas-microsoft-com:office:spreadsheet "
_EXCEL: Final = "urn:schemas-microsoft-com:office:excel "
_SHOWN: Final = "SheetVisible"
_KIND: Final = "Tệp là bảng tính XML 2003 dưới tên .xls. Hãy xem kỹ các cột trước khi nhập."
_FIRST_DAY: Final = date(1900, 1, 1)


@dataclass
class _XmlSheet:
    """One sheet while it is read."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    column: int = 0
    width: int = 0
    declared: int = 0
    hidden: bool = False


def read_xml_workbook(file: TableFile) -> tuple[Sheet, ...]:
    """Read every sheet. Raises CannotRead for damage and for cells far away from the table."""
    reader = _XmlReader(file)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(file.content, True)
    except (expat.ExpatError, ValueError) as error:
        raise file_kinds.damaged(file) from error
    return tuple(_sheet(found) for found in reader.sheets)


def _sheet(found: _XmlSheet) -> Sheet:
    sheet = Sheet(found.name, even(found.rows), tuple(found.merges), found.hidden)
    return replace(
        sheet,
        remarks=(_KIND,),
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
    )


class _XmlReader:
    """A walk over the elements; what a Comment or a header holds is no cell."""

    def __init__(self, file: TableFile) -> None:
        self.file = file
        self.sheets: list[_XmlSheet] = []
        self.inside: list[str] = []
        self.kind = ""
        self.text: list[str] | None = None
        self.place = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if name == f"{_SS}Worksheet":
            self.sheets.append(_XmlSheet(attributes.get(f"{_SS}Name", "")))
        elif name == f"{_SS}Column" and self.sheets:
            self._column(attributes)
        elif name == f"{_SS}Row" and self.sheets:
            self._row(attributes)
        elif name == f"{_SS}Cell" and self.sheets:
            self._cell(attributes)
        elif name == f"{_SS}Data" and self.inside[-1:] == [f"{_SS}Cell"]:
            self.kind, self.text = attributes.get(f"{_SS}Type", "String"), []
        elif name == f"{_EXCEL}Visible":
            self.text = []
        self.inside.append(name)

    def characters(self, text: str) -> None:
        """Take the text of an element."""
        if self.text is not None:
            self.text.append(text)

    def end(self, name: str) -> None:
        """Close an element."""
        self.inside.pop()
        if self.text is None:
            return
        if name == f"{_SS}Data" and self.inside[-1:] == [f"{_SS}Cell"]:
            self._put(_cell(self.kind, "".join(self.text)))
            self.text = None
        elif name == f"{_EXCEL}Visible" and self.sheets:
            self.sheets[-1].hidden = "".join(self.text).strip() not in ("", _SHOWN)
            self.text = None

    def _column(self, attributes: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        first = int(attributes.get(f"{_SS}Index", sheet.declared + 1)) - 1
        sheet.declared = first + int(attributes.get(f"{_SS}Span", 0)) + 1
        if attributes.get(f"{_SS}Hidden") == "1":
            sheet.hidden_columns |= set(range(first, min(sheet.declared, WIDEST)))

    def _row(self, attributes: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        row = int(attributes.get(f"{_SS}Index", len(sheet.rows) + 1)) - 1
        last = row + int(attributes.get(f"{_SS}Span", 0))
        if (last + 1) * max(sheet.width, 1) > MOST_CELLS:
            raise self.file.too_far(sheet.name, last + 1, sheet.width)
        if row < len(sheet.rows):
            raise ValueError("rows out of order")
        if attributes.get(f"{_SS}Hidden") == "1":
            sheet.hidden_rows |= set(range(row, last + 1))
        sheet.rows += [[] for _ in range(len(sheet.rows), last + 1)]
        sheet.column = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        if not sheet.rows:
            raise ValueError("a cell outside of rows")
        sheet.column = int(attributes.get(f"{_SS}Index", sheet.column + 1)) - 1
        right, down = int(attributes.get(f"{_SS}MergeAcross", 0)), int(attributes.get(f"{_SS}MergeDown", 0))
        if right or down:
            row = len(sheet.rows) - 1
            sheet.merges.append(Merge(row, sheet.column, row + down, sheet.column + right))
        self.place, sheet.column = sheet.column, sheet.column + right + 1

    def _put(self, cell: Cell) -> None:
        if 0 <= self.place < WIDEST:
            sheet = self.sheets[-1]
            sheet.width = max(sheet.width, self.place + 1)
            row = sheet.rows[-1]
            row += [None] * (self.place + 1 - len(row))
            row[self.place] = cell


def _cell(kind: str, text: str) -> Cell:
    """Make a cell of what a Data element says. Raises ValueError for a number or a day that is none."""
    if not text.strip():
        return None
    if kind == "Number":
        number = float(text)
        if not math.isfinite(number):
            return NO_NUMBER
        return int(number) if number.is_integer() else number
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        moment = datetime.fromisoformat(text.strip())
        if moment.date() < _FIRST_DAY:
            return moment.strftime("%H:%M")
        return moment.date() if moment.time() == time() else moment
    return text
