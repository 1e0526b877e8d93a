"""Read tables kept as text (.csv, .tsv): their encoding, their separator, their cells."""

import csv
import io
import re
import statistics
from typing import Final

from cluster_desktop import errors
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.domain.text.syllables import is_syllable
from cluster_desktop.exchange.files.table_file import TableFile
from cluster_desktop.exchange.tables.legacy_text import looks_legacy
from cluster_desktop.exchange.tables.sheets import Cell, Sheet, even

_SEPARATORS: Final = ("\t", ";", ",")
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
_SAMPLE_LINES: Final = 40
_HIGH_BYTES: Final = frozenset((0x00, 0x01, 0x03, 0x1E, 0x20))  # Latin, Vietnamese, marks, quotes
_LONGEST_CELL: Final = 1_000_000


def read_delimited(file: TableFile) -> Sheet:
    """Read the one sheet of a text table, named after the file; every cell is text or None.

    Understands UTF-8 and UTF-16 with or without a byte-order mark, Windows-1258, and leaves legacy TCVN3 and
    VNI bytes as the Latin letters that ``legacy_text`` decodes. Raises CannotRead, FileMissing.
    """
    text = decode_text(file.content).replace("\r\n", "\n").replace("\r", "\n")
    separator, text = _separator(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise errors.CannotRead(
            f"Không tách được cột của “{file.name}”. Hãy mở bằng Excel, lưu thành .xlsx rồi nhập lại."
        ) from error
    rows: list[list[Cell]] = [[cell if cell.strip() else None for cell in line] for line in lines]
    return Sheet(file.path.stem, even(rows))


def decode_text(content: bytes) -> str:
    """Decode the text of a file whose encoding nobody wrote down."""
    sixteen = utf_16_of(content)
    if sixteen:
        return content.decode(sixteen, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _single_byte(content)


def utf_16_of(content: bytes) -> str | None:
    """Recognise the kind of UTF-16 by its mark or by its high bytes; None for another encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = content[first:64:2], content[1 - first : 64 : 2]
        if len(content) > 3 and any(low) and 0 in high and set(high) <= _HIGH_BYTES:
            return name
    return None


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


def _separator(text: str) -> tuple[str, str]:
    """Find the separator; gives also the text without the line in which Excel may name it ("sep=;")."""
    named = re.match(r"sep=(.)\r?\n", text)
    if named:
        return named.group(1), text[named.end() :]
    sample = [line for line in _QUOTED.sub("", text[:100_000]).splitlines()[:_SAMPLE_LINES] if line.strip()]
    counts = {mark: [line.count(mark) for line in sample] for mark in _SEPARATORS}
    # The separator is what most lines hold equally often; commas also stand inside texts.
    return max(_SEPARATORS, key=lambda mark: statistics.median(counts[mark] or [0])), text
