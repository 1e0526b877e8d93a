"""Read what calamine leaves out: hidden rows and columns, formula errors, merged cells of .ods, the reach of the cells.

calamine lays every sheet out as a full rectangle, so one mark in the last corner of a sheet (XFD1048576) would
ask for more memory than any computer has and end the program: the reach is looked at first.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from cluster_desktop.exchange.files.table_file import TableFile
from cluster_desktop.exchange.tables.sheets import FORMULA_ERRORS, UNCOMPUTED, Merge

Place = tuple[int, int]

_CHUNK: Final = 1 << 20
_MARK: Final = b't="e"'
_MARK_IN_SINGLE_QUOTES: Final = b"t='e'"
_ERROR_CELL: Final = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^<>]*\bt=["']e["'])[^<>]*\br=["']([A-Z]{1,3})([0-9]+)["'][^<>]*>(.*?)</(?:\w+:)?c>""",
    re.DOTALL,
)
_DIMENSION: Final = re.compile(rb"""<(?:\w+:)?dimension\sref=["'][A-Z]+[0-9]+:([A-Z]+)([0-9]+)["']""")
_PLACE: Final = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br=["']([A-Z]{1,3})([0-9]{1,9})["']""")
_FILLED: Final = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br=["']([A-Z]{1,3})[0-9]+["'][^<>]*(?<!/)>""")
_PREFIX: Final = re.compile(rb"<(\w+:)worksheet\b")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_FORMULA: Final = re.compile(rb"f[\s/>]")  # quicker to rule out than what stands before it
_FORMULA_ALONE: Final = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_AT: Final = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]+)["']""")
_TEXT_RESULT: Final = re.compile(rb"""\bt=["']str["']""")  # an empty text is a result too
_EPOCH_1904: Final = re.compile(rb"""<(?:\w+:)?workbookPr\b[^<>]*\bdate1904=["'](?:1|true)["']""")
_HIDDEN: Final = b"hidden="
_HIDDEN_ROW: Final = re.compile(rb"""<(?:\w+:)?row\b(?=[^<>]*\bhidden=["'](?:1|true)["'])[^<>]*\br=["']([0-9]+)["']""")
_HIDDEN_COLUMNS: Final = re.compile(rb"""<(?:\w+:)?col\b(?=[^<>]*\bhidden=["'](?:1|true)["'])([^<>]*)""")
_SPAN: Final = re.compile(rb"""\b(min|max)=["']([0-9]+)["']""")
_ODS_HIDDEN: Final = ("collapse", "filter")
_ODS_GROUPS: Final = ("table:table-row-group", "table:table-column-group")
_WORKBOOK: Final = "xl/workbook.xml"


@dataclass
class Extras:
    """The formula errors of one sheet by place (row, column), its merged and hidden ranges, and its reach.

    A formula that no program has computed yet is one of the errors; ``epoch_1904`` says that days count from 1904.

    A hidden range may go on below the sheet. ``rows`` and ``columns`` are those of the rectangle from the first
    cell to the last that holds something; 0 where that is unknown.
    """

    errors: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    epoch_1904: bool = False
    rows: int = 0
    columns: int = 0

    def hidden_within(self, rows: int, columns: int) -> tuple[frozenset[int], frozenset[int]]:
        """List the hidden rows and columns of a sheet of that size."""
        return _within(self.hidden_rows, rows), _within(self.hidden_columns, columns)


def _within(ranges: Sequence[range], end: int) -> frozenset[int]:
    return frozenset(place for hidden in ranges for place in range(hidden.start, min(hidden.stop, end)))


def xlsx_extras(file: TableFile) -> dict[str, Extras]:
    """Read the formula errors by sheet name; nothing for a workbook put together in an unusual way."""
    extras: dict[str, Extras] = {}
    with file.archive() as archive:
        names = set(archive.namelist())
        epoch_1904 = _WORKBOOK in names and bool(_EPOCH_1904.search(archive.read(_WORKBOOK)))
        for sheet, part in _sheet_parts(archive):
            if part in names:
                extras[sheet] = _part_extras(archive, part)
                extras[sheet].epoch_1904 = epoch_1904
    return extras


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    try:
        workbook = ElementTree.fromstring(archive.read(_WORKBOOK))
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    for item in workbook.iter():
        if item.tag.endswith("}sheet"):
            relation = next((value for name, value in item.items() if name.endswith("}id")), "")
            yield item.get("name", ""), posixpath.join("/xl", targets.get(relation, "")).removeprefix("/")


def _part_extras(archive: zipfile.ZipFile, part: str) -> Extras:
    extras = Extras()
    dimension: re.Match[bytes] | None = None
    prefix = b""
    for piece in _pieces(archive, part):
        dimension = dimension or _DIMENSION.search(piece, 0, 4096)
        extras.errors.update(_errors_in(piece))
        extras.errors.update(_uncomputed_in(piece))
        _take_hidden(piece, extras)
        prefix = prefix or _prefix_in(piece)
        last = piece.rfind(b"<%bc " % prefix, 0, max(piece.rfind(b"</%bc>" % prefix), 0))
        place = _PLACE.match(piece, last) if last >= 0 else None
        extras.rows = int(place.group(2)) if place else extras.rows
    # Some programs write a rectangle that is too small; then every cell is looked at.
    if dimension and int(dimension.group(2)) >= extras.rows:
        extras.columns = _column(dimension.group(1)) + 1
    else:
        extras.columns = _widest(archive, part)
    return extras


def _widest(archive: zipfile.ZipFile, part: str) -> int:
    columns = {place.group(1) for piece in _pieces(archive, part) for place in _FILLED.finditer(piece)}
    return max(map(_column, columns), default=-1) + 1


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Read whole rows together in pieces, for a sheet of 200,000 rows unpacks to hundreds of megabytes."""
    with archive.open(part) as stream:
        carried = prefix = b""
        while piece := stream.read(_CHUNK):
            piece = carried + piece
            prefix = prefix or _prefix_in(piece)
            cut = piece.rfind(b"<%brow" % prefix)
            carried = piece[cut:] if cut > 0 else b""
            yield piece[:cut] if cut > 0 else piece
        yield carried


def _prefix_in(piece: bytes) -> bytes:
    """Find what some programs write before each name ("x:") at the beginning of a sheet."""
    found = _PREFIX.search(piece, 0, 4096)
    return found.group(1) if found else b""


def _errors_in(piece: bytes) -> Iterator[tuple[Place, str]]:
    if _MARK not in piece and not (b"'" in piece and _MARK_IN_SINGLE_QUOTES in piece):
        return
    for cell in _ERROR_CELL.finditer(piece):
        letters, row, inside = cell.groups()
        value = _VALUE.search(inside)
        word = value.group(1).decode() if value else "#N/A"
        yield (int(row) - 1, _column(letters)), word


def _uncomputed_in(piece: bytes) -> Iterator[tuple[Place, str]]:
    if not _FORMULA.search(piece):
        return
    for cell in _FORMULA_ALONE.finditer(piece):
        place = _AT.search(cell.group(1))
        if place and not _TEXT_RESULT.search(cell.group(1)):
            yield (int(place.group(2)) - 1, _column(place.group(1))), UNCOMPUTED


def _take_hidden(piece: bytes, extras: Extras) -> None:
    if _HIDDEN not in piece:
        return
    extras.hidden_rows += [range(int(row) - 1, int(row)) for row in _HIDDEN_ROW.findall(piece)]
    for attributes in _HIDDEN_COLUMNS.findall(piece):
        span = dict(_SPAN.findall(attributes))
        if len(span) == len(("min", "max")):
            extras.hidden_columns.append(range(int(span[b"min"]) - 1, int(span[b"max"])))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def ods_extras(file: TableFile) -> dict[str, Extras]:
    """Read formula errors, merged ranges and reach by sheet name."""
    with file.archive() as archive:
        content = archive.read("content.xml")
    reader = _OdsReader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.Parse(content, True)
    return reader.extras_by_sheet


class _OdsReader:
    """A walk over the cells of content.xml, counting repeated rows and columns."""

    def __init__(self) -> None:
        self.extras_by_sheet: dict[str, Extras] = {}
        self.extras = Extras()
        self.row, self.column, self.step, self.rows_step = 0, 0, 1, 1
        self.error: list[str] | None = None
        self.epoch_1904 = False
        self.noted = False  # inside a comment
        self.declared = 0  # columns
        self.groups: list[bool] = []  # hidden or not, of the groups around

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.extras = Extras(epoch_1904=self.epoch_1904)
            self.extras_by_sheet[attributes.get("table:name", "")] = self.extras
            self.row = self.declared = 0
        elif name == "table:null-date":
            self.epoch_1904 = attributes.get("table:date-value", "").startswith("1904")
        elif name == "office:annotation":
            self.noted = True
        elif name in _ODS_GROUPS:
            self.groups.append(attributes.get("table:display") == "false")
        elif name == "table:table-column":
            step = int(attributes.get("table:number-columns-repeated", 1))
            self._note_hidden(attributes, self.extras.hidden_columns, range(self.declared, self.declared + step))
            self.declared += step
        elif name == "table:table-row":
            self.column = 0
            self.rows_step = int(attributes.get("table:number-rows-repeated", 1))
            self._note_hidden(attributes, self.extras.hidden_rows, range(self.row, self.row + self.rows_step))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)

    def _note_hidden(self, attributes: dict[str, str], hidden: list[range], places: range) -> None:
        if any(self.groups) or attributes.get("table:visibility") in _ODS_HIDDEN:
            hidden.append(places)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.step = int(attributes.get("table:number-columns-repeated", 1))
        down = int(attributes.get("table:number-rows-spanned", 1))
        right = int(attributes.get("table:number-columns-spanned", 1))
        if down > 1 or right > 1:
            self.extras.merges.append(Merge(self.row, self.column, self.row + down - 1, self.column + right - 1))
        if "office:value-type" in attributes:
            self.extras.rows = self.row + self.rows_step
            self.extras.columns = max(self.extras.columns, self.column + self.step)
        elif "table:formula" in attributes:
            self.extras.errors[self.row, self.column] = UNCOMPUTED
        self.error = [] if attributes.get("calcext:value-type") == "error" else None

    def characters(self, text: str) -> None:
        if self.error is not None and not self.noted:
            self.error.append(text)

    def end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.rows_step
        elif name == "office:annotation":
            self.noted = False
        elif name in _ODS_GROUPS:
            self.groups.pop()
        elif name in ("table:table-cell", "table:covered-table-cell"):
            if self.error is not None:
                word = "".join(self.error).strip()
                self.extras.errors[self.row, self.column] = word if word in FORMULA_ERRORS else "#VALUE!"
                self.error = None
            self.column += self.step
