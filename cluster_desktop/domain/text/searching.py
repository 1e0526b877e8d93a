"""How words are found everywhere: without marks, with i for y, without an apostrophe, typed with the keyboard off.

Every list, box and search compares what was typed (``asked``) with the key of a text (``search_key``): in memory by
``match_rank``, in the file by the keys that every record carries.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cluster_desktop.domain.text.names import fold, one_y, with_marks, without_marks
from cluster_desktop.domain.text.telex import from_telex

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = r"[^\W\d_]"
_JOINED: Final = re.compile(rf"{_LETTERS}+(?:['.\-]{_LETTERS}+)+")  # H'Hen, Ê-đê, H.Mông
_BETWEEN: Final = re.compile(rf"(?<={_LETTERS})[.\-](?={_LETTERS})")
_INSIDE_FROM: Final = 3  # a shorter piece inside words would find almost everybody

Forms = tuple[str, ...]
"""A typed word in every spelling that it may stand for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, word by word, without and with its marks; and the whole of it."""

    plain: tuple[Forms, ...]
    marked: tuple[Forms, ...]
    whole: Forms
    meant: str
    """The whole with its marks, and words of Telex read."""


def search_key(text: str) -> str:
    """The words a text is found by: folded, y for i; a name with an apostrophe or a hyphen also in one piece."""
    return _key(fold(text))


def marked_key(text: str) -> str:
    """The same with its marks, to put first who has the very marks that were typed."""
    return _key(with_marks(text))


@lru_cache(maxsize=64)
def asked(query: str) -> Asked:
    """Read what somebody typed: once for a whole list."""
    plain, marked = fold(query).split(), with_marks(query).split()
    meant = [from_telex(word.replace("'", "")) or word for word in marked]
    return Asked(
        tuple(_forms(word, fold(from_telex(word)) or word) for word in plain),
        tuple(map(_forms, marked, meant)),
        tuple(dict.fromkeys(one_y(" ".join(words)) for words in (marked, meant))),
        " ".join(meant),
    )


def has_words(query: str) -> bool:
    """Check whether there is anything to look up: a letter or a digit."""
    return any(character.isalnum() for character in fold(query))


def same_words(typed: str, text: str) -> bool:
    """Check whether somebody typed this very text, but for marks, i for y, apostrophes and a keyboard switched off."""
    return _bare(asked(typed).meant) == _bare(text)


def _bare(text: str) -> str:
    return one_y(fold(text).replace("'", ""))


def match_rank(query: str, text: str) -> int | None:
    """Rank how well the text answers the query; smaller is better, None is no match, capitals never matter.

    0: the same text with the same marks; 1: every word of the query, marks and all, begins a word of the
    text, in any order; 2: the same with marks put aside; 3: a piece of three letters or digits or more
    stands inside a word (the end of an identity number). Both places of the tone mark (hòa, hoà) are equal.
    """
    plain_query = fold(query)
    if not plain_query:
        return None
    typed, plain_text = asked(query), fold(text)
    begins = _each_begins(typed.plain, _WORD.findall(_key(plain_text)))
    if not begins:
        return 3 if any(piece in whole for piece, whole in _insides(plain_query, plain_text)) else None
    if one_y(with_marks(text)) in typed.whole:
        return 0
    return 1 if _each_begins(typed.marked, _WORD.findall(marked_key(text))) else 2


def match_spans(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Ranges (start, end) of characters of ``text`` to highlight, in order and without overlap."""
    plain, places = _folded_with_places(text)
    spans: list[tuple[int, int]] = []
    for first, last in sorted(_spans_in(plain, query)):
        start, end = places[first], places[last - 1] + 1
        while end < len(text) and unicodedata.category(text[end]) == "Mn":
            end += 1
        if spans and start <= spans[-1][1]:
            start, end = spans[-1][0], max(end, spans[-1][1])
            spans.pop()
        spans.append((start, end))
    return tuple(spans)


def _key(words: str) -> str:
    joined = dict.fromkeys("".join(_WORD.findall(match)) for match in _JOINED.findall(words))
    return one_y(" ".join((words, *joined)))


def _forms(word: str, meant: str) -> Forms:
    """Every spelling of a typed word: as it stands, as if it were whole, in one piece, and as it reads in Telex."""
    bare = word.replace("'", "") or word
    spellings = (bare, _BETWEEN.sub("", bare), meant)
    return tuple(dict.fromkeys(form for spelling in spellings for form in (spelling, one_y(spelling))))


def _each_begins(typed: Iterable[Forms], words: Sequence[str]) -> bool:
    looked_up = [forms for forms in typed if any(map(_WORD.search, forms))]
    return bool(looked_up) and all(any(_begins(form, words) for form in forms) for forms in looked_up)


def _begins(form: str, words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in _WORD.findall(form))


def _insides(plain_query: str, plain_text: str) -> tuple[tuple[str, str], ...]:
    """The query and the text in which a piece of it may stand, as they are written and with one y."""
    if _WORD.search(plain_query) and len(plain_query) < _INSIDE_FROM:
        return ()
    return (plain_query, plain_text), (one_y(plain_query), one_y(plain_text))


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = " " if character.isspace() else without_marks(character)
        letters.append(piece)
        places.extend([place] * len(piece))
    return "".join(letters), places


def _spans_in(plain: str, query: str) -> list[tuple[int, int]]:
    words = list(_placed_words(plain))
    typed, texts = asked(query).plain, [word for word, _places in words]
    if _each_begins(typed, texts):
        parts = [part for forms in typed for form in forms if _begins(form, texts) for part in _WORD.findall(form)]
        return [
            (places[0], places[len(part) - 1] + 1) for word, places in words for part in parts if word.startswith(part)
        ]
    found: set[tuple[int, int]] = set()
    for piece, whole in _insides(fold(query), plain):
        spread = r"\s+".join(re.escape(word) for word in piece.split())
        found |= {match.span() for match in re.finditer(spread, whole)} if spread else set()
    return sorted(found)


def _placed_words(plain: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Each word of folded text and each name in one piece, with the places of its letters."""
    for match in _WORD.finditer(one_y(plain)):
        yield match.group(), range(*match.span())
    for match in _JOINED.finditer(plain):
        places = [place for place in range(*match.span()) if _WORD.match(plain[place])]
        yield one_y("".join(plain[place] for place in places)), places
