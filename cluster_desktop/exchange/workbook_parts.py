"""What calamine does not tell: formula errors of .xlsx and .ods, merged cells of .ods."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from cluster_desktop.exchange.sheets import FORMULA_ERRORS, Merge

Place = tuple[int, int]

_CHUNK: Final = 1 << 20
_MARK: Final = b't="e"'
_ERROR_CELL: Final = re.compile(
    rb'<(?:\w+:)?c (?=[^<>]*\bt="e")[^<>]*\br="([A-Z]{1,3})([0-9]+)"[^<>]*>(.*?)</(?:\w+:)?c>', re.DOTALL
)
_VALUE: Final = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass
class Extras:
    """The formula errors of one sheet by place (row, column), and its merged ranges."""

    errors: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)


def xlsx_extras(path: Path) -> dict[str, Extras]:
    """Formula errors by sheet name; nothing for a workbook put together in an unusual way."""
    found: dict[str, Extras] = {}
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for sheet, part in _sheet_parts(archive):
            if part in names:
                found[sheet] = Extras(errors=dict(_error_cells(archive, part)))
    return found


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    for item in book.iter():
        if item.tag.endswith("}sheet"):
            target = targets.get(item.get(_RELATION), "")
            yield item.get("name", ""), target[1:] if target.startswith("/") else f"xl/{target}"


def _error_cells(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[Place, str]]:
    """Read in pieces, for a sheet of 200,000 rows unpacks to hundreds of megabytes."""
    with archive.open(part) as stream:
        carried = b""
        while piece := stream.read(_CHUNK):
            piece = carried + piece
            cut = piece.rfind(b"<row") if len(piece) > _CHUNK // 2 else -1
            carried = piece[cut:] if cut > 0 else b""
            yield from _errors_in(piece[:cut] if cut > 0 else piece)
        yield from _errors_in(carried)


def _errors_in(piece: bytes) -> Iterator[tuple[Place, str]]:
    if _MARK not in piece:
        return
    for cell in _ERROR_CELL.finditer(piece):
        letters, row, inside = cell.groups()
        value = _VALUE.search(inside)
        word = value.group(1).decode() if value else "#N/A"
        yield (int(row) - 1, _column(letters)), word


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def ods_extras(path: Path) -> dict[str, Extras]:
    """Formula errors and merged ranges by sheet name."""
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    if b"-spanned=" not in content and b'value-type="error"' not in content:
        return {}
    reader = _OdsReader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.Parse(content, True)
    return reader.found


class _OdsReader:
    """Walks the cells of content.xml, counting repeated rows and columns."""

    def __init__(self) -> None:
        self.found: dict[str, Extras] = {}
        self.extras = Extras()
        self.row, self.column, self.step, self.rows_step = 0, 0, 1, 1
        self.error: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.extras = self.found[attributes.get("table:name", "")] = Extras()
            self.row = 0
        elif name == "table:table-row":
            self.column = 0
            self.rows_step = int(attributes.get("table:number-rows-repeated", 1))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.step = int(attributes.get("table:number-columns-repeated", 1))
        down = int(attributes.get("table:number-rows-spanned", 1))
        right = int(attributes.get("table:number-columns-spanned", 1))
        if down > 1 or right > 1:
            self.extras.merges.append(Merge(self.row, self.column, self.row + down - 1, self.column + right - 1))
        self.error = [] if attributes.get("calcext:value-type") == "error" else None

    def characters(self, text: str) -> None:
        if self.error is not None:
            self.error.append(text)

    def end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.rows_step
        elif name in ("table:table-cell", "table:covered-table-cell"):
            if self.error is not None:
                word = "".join(self.error).strip()
                self.extras.errors[self.row, self.column] = word if word in FORMULA_ERRORS else "#VALUE!"
                self.error = None
            self.column += self.step
