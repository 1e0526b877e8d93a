"""From the dark and bright squares of a code to its text (ISO/IEC 18004, clauses 7.3 to 7.10 read backwards)."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRRSBlock, QRUtil

from cluster_desktop.documents.square_code.reed_solomon import TooManyErrors, corrected

Grid = Sequence[Sequence[bool]]
"""Rows of squares, True where dark."""
_WRONG_BITS: Final = 3
"""How many bits of the word that names level and mask may be wrong."""
_NUMERIC, _LETTERS, _BYTES, _ECI = 1, 2, 4, 7
_LENGTHS: Final = {_NUMERIC: (10, 12, 14), _LETTERS: (9, 11, 13), _BYTES: (8, 16, 16)}


class Unreadable(ValueError):
    """The squares hold no text that can be read."""


def text_of(grid: Grid) -> str:
    """The text of a square of 21 to 177 rows; errors are put right. Raises Unreadable."""
    version, rest = divmod(len(grid) - 17, 4)
    if rest or not 1 <= version <= 40:
        raise Unreadable(len(grid))
    level, mask = _format(grid)
    words = list(_words(grid, version, mask))
    try:
        return _text(_data(words, version, level), version)
    except (TooManyErrors, EOFError, UnicodeDecodeError, IndexError) as error:
        raise Unreadable(version) from error


def _format(grid: Grid) -> tuple[int, int]:
    """Level of error correction and mask, whichever of the two copies is the clearer."""
    size = len(grid)
    beside = [(row, 8) for row in (0, 1, 2, 3, 4, 5, 7, 8)] + [(8, column) for column in (7, 5, 4, 3, 2, 1, 0)]
    apart = [(8, size - 1 - place) for place in range(8)] + [(size - 7 + place, 8) for place in range(7)]
    best, distance = 0, 99
    for places in (beside, apart):
        bits = sum(grid[row][column] << place for place, (row, column) in enumerate(places))
        for data in range(32):
            wrong = (bits ^ QRUtil.getBCHTypeInfo(data)).bit_count()
            if wrong < distance:
                best, distance = data, wrong
    if distance > _WRONG_BITS:
        raise Unreadable(distance)
    return best >> 3, best & 7


@cache
def _places(version: int) -> tuple[tuple[int, int], ...]:
    """Columns and rows of the data squares in the order of their bits."""
    made = QRCode(version, 0)
    made.moduleCount = version * 4 + 17
    return tuple(made.dataPosIterator())


def _words(grid: Grid, version: int, mask: int) -> Iterator[int]:
    flips = QRUtil.getMask(mask)
    word, bits = 0, 0
    for column, row in _places(version):
        word = word << 1 | (grid[row][column] != flips(row, column))
        bits += 1
        if bits == 8:
            yield word
            word, bits = 0, 0


def _data(words: Sequence[int], version: int, level: int) -> list[int]:
    """The data words of all blocks, which lie woven into each other."""
    blocks = QRRSBlock.getRSBlocks(version, level)
    parts: list[list[int]] = [[] for _block in blocks]
    source = iter(words)
    for place in range(max(block.dataCount for block in blocks)):
        for part, block in zip(parts, blocks, strict=True):
            if place < block.dataCount:
                part.append(next(source))
    check_words = blocks[0].totalCount - blocks[0].dataCount
    for _place in range(check_words):
        for part in parts:
            part.append(next(source))
    return [word for part in parts for word in corrected(part, check_words)]


class _Bits:
    def __init__(self, words: Sequence[int]) -> None:
        self._number = int.from_bytes(bytes(words))
        self.left = len(words) * 8

    def take(self, count: int) -> int:
        if count > self.left:
            raise EOFError
        self.left -= count
        return self._number >> self.left & ((1 << count) - 1)


def _text(words: Sequence[int], version: int) -> str:
    bits, found = _Bits(words), bytearray()
    size = 0 if version < 10 else 1 if version < 27 else 2
    while bits.left >= 4 and (mode := bits.take(4)):
        if mode == _ECI:  # a note on the encoding; what we write needs none and others mean UTF-8
            bits.take(8)
        elif mode in _LENGTHS:
            found += _SEGMENTS[mode](bits, bits.take(_LENGTHS[mode][size]))
        else:
            raise EOFError
    return found.decode()


def _digits(bits: _Bits, count: int) -> bytes:
    found = ""
    while count:
        part = min(3, count)
        found += f"{bits.take((4, 7, 10)[part - 1]):0{part}d}"
        count -= part
    return found.encode()


def _letters(bits: _Bits, count: int) -> bytes:
    found = ""
    for _pair in range(count // 2):
        first, second = divmod(bits.take(11), 45)
        found += QRAlphaNum.chars[first] + QRAlphaNum.chars[second]
    if count % 2:
        found += QRAlphaNum.chars[bits.take(6)]
    return found.encode()


def _octets(bits: _Bits, count: int) -> bytes:
    return bytes(bits.take(8) for _octet in range(count))


_SEGMENTS: Final = {_NUMERIC: _digits, _LETTERS: _letters, _BYTES: _octets}
