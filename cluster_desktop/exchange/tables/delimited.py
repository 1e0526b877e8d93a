"""Read tables kept as text (.csv, .tsv): their encoding, their separator, their cells."""

import csv
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from cluster_desktop import errors
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.domain.text.syllables import is_syllable
from cluster_desktop.exchange.files.file_signatures import utf_16_of
from cluster_desktop.exchange.files.table_file import WIDEST, TableFile
from cluster_desktop.exchange.letters.legacy_text import looks_legacy
from cluster_desktop.exchange.tables.sheets import Cell, CellFault, Sheet, even

_SEPARATORS: Final = ("\t", ";", ",", "|")
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
_SAMPLE_LINES: Final = 40
_LONGEST_CELL: Final = 1_000_000
_LARGEST: Final = 60_000_000  # bytes
_LOST_OF_GOOD: Final = 20


def read_delimited(file: TableFile) -> Sheet:
    """Read the one sheet of a text table, named after the file; every cell is text or None.

    Understands UTF-8 and UTF-16 with or without a byte-order mark, Windows-1258, and leaves legacy TCVN3 and
    VNI bytes as the Latin letters that ``legacy_text`` decodes. Raises CannotRead.
    """
    if len(file.content) > _LARGEST:
        raise file.too_large(len(file.content))
    text = decode_text(file.content).rstrip("\x1a").replace("\r\n", "\n").replace("\r", "\n")
    usual = _separator(text)
    try:
        split = _SplitLines.of(text[usual.start :].removesuffix("\n").split("\n"), usual)
    except csv.Error as error:
        raise errors.CannotRead(
            f"Không tách được cột của “{file.name}”. Hãy mở bằng Excel, lưu thành .xlsx rồi nhập lại."
        ) from error
    rows: list[list[Cell]] = [[cell if cell.strip() else None for cell in line[:WIDEST]] for line in split.rows]
    remarks = split.remarks(usual)
    return Sheet(file.path.stem, even(rows), faults=tuple(split.faults), remarks=remarks)


@dataclass(frozen=True, slots=True)
class _Separation:
    """The separator of most lines, how often it stands in them, and where the lines begin."""

    mark: str
    count: int
    start: int = 0


@dataclass
class _SplitLines:
    """Lines split into cells; a quotation mark that nobody closes does not swallow the lines below it."""

    rows: list[list[str]] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    otherwise: int = 0  # lines split by another separator

    @classmethod
    def of(cls, lines: Sequence[str], usual: _Separation) -> Self:
        """Split the lines. Raises csv.Error for a cell longer than any text."""
        csv.field_size_limit(_LONGEST_CELL)
        split = cls()
        start = 0
        while start < len(lines):
            start = split._take(lines, start, usual)
        if usual.count:
            split.rows = [split._by_another(row, usual) if len(row) == 1 else row for row in split.rows]
        return split

    def _take(self, lines: Sequence[str], start: int, usual: _Separation) -> int:
        """Take rows up to one whose quotation marks do not fit; gives the line after it."""
        rest = (f"{lines[place]}\n" for place in range(start, len(lines)))
        reader = csv.reader(rest, delimiter=usual.mark, strict=True)
        begin = start
        try:
            for row in reader:
                end = start + reader.line_num
                if any(line.count(usual.mark) == usual.count > 1 for line in lines[begin + 1 : end - 1]):
                    break
                self.rows.append(row)
                begin = end
            else:
                return len(lines)
        except csv.Error:
            pass
        self._take_alone(lines[begin], begin, usual.mark)
        return begin + 1

    def _take_alone(self, line: str, place: int, mark: str) -> None:
        """Split a line without those below it; what follows an open quotation mark is split as if there were none."""
        reader = csv.reader([f"{line}\n", "."], delimiter=mark)
        row = next(reader)
        if reader.line_num > 1:
            *row, rest = next(csv.reader([line], delimiter=mark))
            self.faults.append(CellFault(len(self.rows), len(row), _OPEN_QUOTE.format(place + 1)))
            row += rest.split(mark)
        self.rows.append(row)

    def _by_another(self, row: list[str], usual: _Separation) -> list[str]:
        """Split a line that has the separators of the others, but another mark."""
        for mark in _SEPARATORS:
            cells = next(csv.reader([row[0]], delimiter=mark), row)
            if len(cells) == usual.count + 1:
                self.otherwise += 1
                return cells
        return row

    def remarks(self, usual: _Separation) -> tuple[str, ...]:
        """Tell what was split otherwise than it seems, and what was left out."""
        told = []
        if self.otherwise:
            named = _NAMES.get(usual.mark, f"“{usual.mark}”")
            told.append(
                f"{self.otherwise} dòng không ngăn cột bằng {named} như các dòng khác, đã tách theo dấu của nó."
            )
        wide = sum(1 for row in self.rows if any(cell.strip() for cell in row[WIDEST:]))
        if wide:
            told.append(f"Chỉ đọc {WIDEST} cột đầu; {wide} dòng có chữ ở các cột sau đó.")
        return tuple(told)


_OPEN_QUOTE: Final = "Dấu ngoặc kép mở ở dòng {} của tệp không có dấu đóng. Hãy xem lại ô này rồi sửa."
_NAMES: Final = {"\t": "dấu tab", ";": "dấu chấm phẩy", ",": "dấu phẩy"}


def decode_text(content: bytes) -> str:
    """Decode the text of a file whose encoding nobody wrote down."""
    sixteen = utf_16_of(content)
    if sixteen:
        return content.decode(sixteen, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", errors="replace")
    # Letters beyond ASCII take more bytes than letters; a few broken ones among them are no other encoding.
    if text.count("\ufffd") * _LOST_OF_GOOD <= len(content) - len(text):
        return text
    return _single_byte(content)


def _single_byte(content: bytes) -> str:
    """Decode Windows-1258, unless the bytes make better sense as a legacy font's or as Windows-1252."""
    as_legacy = content.decode("latin-1")
    if looks_legacy(as_legacy):
        return as_legacy
    vietnamese = content.decode("cp1258", errors="replace")
    western = content.decode("cp1252", errors="replace")
    return max(vietnamese, western, key=_syllables)


def _syllables(text: str) -> int:
    words = re.findall(r"[^\W\d_]+", nfc(text[:200_000]))
    return sum(is_syllable(word) for word in words if not word.isascii())


def _separator(text: str) -> _Separation:
    """Find the separator, which Excel may name in a line of its own ("sep=;")."""
    named = re.match(r"sep=([^\w\s\"]|\t)\n", text)
    start = named.end() if named else 0
    sample = [line for line in _QUOTED.sub("", text[start:100_000]).split("\n")[:_SAMPLE_LINES] if line.strip()]
    counts = {mark: int(statistics.median(line.count(mark) for line in sample or [""])) for mark in _SEPARATORS}
    # The separator is what most lines hold equally often; commas also stand inside texts.
    mark = named.group(1) if named else max(_SEPARATORS, key=lambda mark: counts[mark])
    return _Separation(mark, counts.get(mark, 0), start)
