"""Judge by column and by cell in which letters a table is written, and read all of it as Unicode.

Lists are put together from old and new files: names in .VnTime beside Unicode columns, half of the rows pasted
from an old list. What a table holds in one encoding is evidence for cells that could be read in two ways.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final

from cluster_desktop.domain.text.syllables import is_syllable
from cluster_desktop.exchange.letters.legacy_text import (
    FONT_ENCODINGS,
    WORD,
    Encoding,
    decode,
    has_high_letters,
    has_unicode_letters,
)
from cluster_desktop.exchange.letters.misread_text import may_be_misread, mend_misread

Cells = tuple[Any, ...]

_FEWEST_WORDS: Final = 2  # that an encoding mends somewhere in the table before it is believed
_SIGNS: Final = "ªºµ"  # which count as letters
_NEARLY_ALL: Final = 10  # cells in an old font for one in Unicode: the column is written in the font


class _Sign(Enum):
    """What a text by itself says of its letters."""

    UNICODE = auto()
    OLD = auto()  # broken as it stands, whole in an old font
    EITHER = auto()  # Vietnamese as it stands and in an old font
    ODD = auto()  # broken however it is read


@dataclass(slots=True)
class _Text:
    """The signs of one text, and how each old font would have it."""

    sign: _Sign
    fits: tuple[Encoding, ...] = ()
    mended: dict[Encoding, set[str]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()


def read_letters(
    rows: Sequence[Cells],
    chosen: Encoding = Encoding.AUTO,
    of_columns: Mapping[int, Encoding] | None = None,
    keep: Callable[[str], bool] = lambda text: False,
) -> tuple[tuple[Cells, ...], dict[int, dict[int, str]]]:
    """Read all texts of rows of equal length as Unicode; gives also, by row and column, what stood in changed cells.

    *chosen* is how the whole is read, *of_columns* how some columns are; *keep* knows headings, which stand as they
    are unless they are broken so.
    """
    texts = {column: found for column, cells in enumerate(zip(*rows, strict=True)) if (found := _odd_texts(cells))}
    ways = {column: (of_columns or {}).get(column, chosen) for column in texts}
    judged = {column: found for column, found in texts.items() if ways[column] is Encoding.AUTO}
    readings = _Judge(rows, judged, keep).readings()
    for column, found in texts.items():
        if ways[column] is not Encoding.AUTO:
            readings[column] = {text: decode(text, ways[column]) for text in found if not keep(text)}
    changes: dict[int, dict[int, str]] = defaultdict(dict)
    for column, reading in readings.items():
        changed = {text: read for text, read in reading.items() if read != text}
        for row, cells in enumerate(rows if changed else ()):
            cell = cells[column]
            if type(cell) is str and cell in changed:
                changes[row][column] = changed[cell]
    return _with_changes(rows, changes)


def _odd_texts(cells: Iterable[object]) -> set[str]:
    return {cell for cell in set(cells) if type(cell) is str and not cell.isascii()}


def _with_changes(
    rows: Sequence[Cells], changes: Mapping[int, Mapping[int, str]]
) -> tuple[tuple[Cells, ...], dict[int, dict[int, str]]]:
    made = list(rows)
    written: dict[int, dict[int, str]] = {}
    for row, changed in changes.items():
        written[row] = {column: str(rows[row][column]) for column in changed}
        made[row] = tuple(changed.get(column, cell) for column, cell in enumerate(rows[row]))
    return tuple(made), written


class _Judge:
    """The evidence of a whole table: which old fonts it is written in, and where."""

    def __init__(self, rows: Sequence[Cells], texts: Mapping[int, set[str]], keep: Callable[[str], bool]) -> None:
        self.rows, self.texts, self.keep = rows, texts, keep
        self.misread: dict[str, str] = {}
        self.signs: dict[str, _Text] = {}
        for found in texts.values():
            if may_be_misread("\n".join(found)):
                self.misread.update((text, mended) for text in found if (mended := mend_misread(text)) != text)
            judged = (text for text in found if not has_unicode_letters(text) and text not in self.misread)
            self.signs.update((text, _signs_of(text)) for text in judged)
        broken = {word for text in self.signs.values() for word in text.broken}
        self.words = {
            encoding: {word for text in self.signs.values() for word in text.mended.get(encoding, ())}
            for encoding in FONT_ENCODINGS
        }
        unexplained = broken.difference(*self.words.values())
        self.believed = tuple(
            encoding for encoding, words in self.words.items() if len(words) >= max(_FEWEST_WORDS, len(unexplained))
        )

    def readings(self) -> dict[int, dict[str, str]]:
        """Map the texts of each column to how they are read, where that differs."""
        return {
            column: {
                **{text: self.misread[text] for text in found & self.misread.keys()},
                **(self._in_font(column, found - self.misread.keys()) if self.believed else {}),
            }
            for column, found in self.texts.items()
        }

    def _in_font(self, column: int, found: set[str]) -> dict[str, str]:
        old = [text for text in found if self._sign(text) is _Sign.OLD]
        votes = {encoding: sum(encoding in self.signs[text].fits for text in old) for encoding in self.believed}
        encoding = max(self.believed, key=lambda each: (votes[each], len(self.words[each])))
        if not votes[encoding]:
            return {}
        taken = {text for text in old if encoding in self.signs[text].fits}
        new = {text for text in found if self._sign(text) is _Sign.UNICODE}
        taken |= self._unclear(column, encoding, taken, new, found)
        read = {text: decode(text, encoding) for text in taken}
        return {**read, **{text: _decode_words(text, encoding) for text in found - taken if has_high_letters(text)}}

    def _sign(self, text: str) -> _Sign:
        return self.signs[text].sign if text in self.signs else _Sign.UNICODE

    def _unclear(self, column: int, encoding: Encoding, old: set[str], new: set[str], found: set[str]) -> set[str]:
        """Choose among the texts of a column that can be read in two ways those that are read in its font."""
        odd = {text for text in found if self._sign(text) is _Sign.ODD}
        taken = {text for text in odd if len(old) >= len(new) and _is_better(text, encoding)}
        either = {text for text in found if self._sign(text) is _Sign.EITHER and encoding in self.signs[text].fits}
        either = {text for text in either if not self.keep(text)}
        if len(old) >= _NEARLY_ALL * len(new):
            return taken | either
        return taken | (self._beside_old(column, either, old, new) if either else set())

    def _beside_old(self, column: int, either: set[str], old: set[str], new: set[str]) -> set[str]:
        """Choose the texts whose nearest neighbour of one clear kind is old: such rows are pasted in blocks."""
        cells = [row[column] for row in self.rows]
        clear = [row for row, cell in enumerate(cells) if cell in old or cell in new]
        return {str(cell) for row, cell in enumerate(cells) if cell in either and cells[_nearest(row, clear)] in old}


def _nearest(row: int, rows: Sequence[int]) -> int:
    place = bisect(rows, row)
    return min(rows[max(place - 1, 0) : place + 1], key=lambda other: abs(other - row))


def _signs_of(text: str) -> _Text:
    words = {word: signs for word in WORD.findall(text) if (signs := _word_signs(word)) is not None}
    broken = frozenset(word for word in words if not is_syllable(word))
    fits = tuple(e for e in FONT_ENCODINGS if words and all(e in signs for signs in words.values()))
    if broken:
        mended = {e: {word for word in broken if e in words[word]} for e in FONT_ENCODINGS}
        return _Text(_Sign.OLD if fits else _Sign.ODD, fits, mended, broken)
    other = tuple(encoding for encoding in fits if decode(text, encoding) != text)
    return _Text(_Sign.EITHER if other else _Sign.UNICODE, other)


@lru_cache(maxsize=20_000)
def _word_signs(word: str) -> tuple[Encoding, ...] | None:
    """List the old fonts in which a word is Vietnamese; None for one that says nothing of its letters."""
    if not has_high_letters(word) or not any("A" <= letter <= "z" for letter in word):
        return None
    return tuple(encoding for encoding in FONT_ENCODINGS if is_syllable(decode(word, encoding)))


def _is_better(text: str, encoding: Encoding) -> bool:
    """Check that a text with words of no Vietnamese form, as foreign names are, is less broken in an old font."""
    return _strangeness(decode(text, encoding)) < _strangeness(text)


def _strangeness(text: str) -> tuple[int, int]:
    words = [word for word in WORD.findall(text) if not word.isascii()]
    signs = sum(letter in _SIGNS or not letter.isalpha() for word in words for letter in word)
    return signs, sum(not is_syllable(word) for word in words)


def _decode_words(text: str, encoding: Encoding) -> str:
    """Read only those words of a text in an old font that are Vietnamese in no other way."""
    return WORD.sub(lambda match: _read_word(match.group(), encoding), text)


@lru_cache(maxsize=20_000)
def _read_word(word: str, encoding: Encoding) -> str:
    other = decode(word, encoding)
    return other if other != word and not is_syllable(word) and is_syllable(other) else word
