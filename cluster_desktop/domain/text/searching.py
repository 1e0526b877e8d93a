"""How words are found everywhere: without marks, with i for y, without an apostrophe, typed with the keyboard off.

Every list, box and search compares what was typed (``asked``) with the key of a text (``search_key``): in memory by
``match_rank``, in the file by the keys that every record carries.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import contains
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
Parts = tuple[tuple[tuple[str, ...], ...], ...]
"""Typed words with letters or digits, each in every spelling, each spelling as the words that it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, word by word, without and with its marks; and the whole of it, with marks and folded."""

    plain: tuple[Forms, ...]
    marked: tuple[Forms, ...]
    plain_parts: Parts
    marked_parts: Parts
    whole: Forms
    inside: Forms
    """The pieces that may stand inside a word, as they are folded and with one y; none where they are too short."""
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
    plain_forms = tuple(_forms(word, fold(from_telex(word)) or word) for word in plain)
    marked_forms = tuple(map(_forms, marked, meant))
    whole = " ".join(plain)
    inside = (whole, one_y(whole)) if len(whole) >= _INSIDE_FROM or (whole and not _WORD.search(whole)) else ()
    return Asked(
        plain_forms,
        marked_forms,
        _parts(plain_forms),
        _parts(marked_forms),
        tuple(dict.fromkeys(one_y(" ".join(words)) for words in (marked, meant))),
        inside,
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
    typed, (texts, words) = asked(query), _read(text)
    if not _each_begins(typed.plain_parts, words):
        return 3 if any(map(contains, texts, typed.inside)) else None
    if one_y(with_marks(text)) in typed.whole:
        return 0
    return 1 if _each_begins(typed.marked_parts, _WORD.findall(marked_key(text))) else 2


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


@lru_cache(maxsize=20_000)
def _read(text: str) -> tuple[Forms, Forms]:
    """A text folded and with one y, and its words: a box asks the same texts with every key that is typed."""
    plain = fold(text)
    return (plain, one_y(plain)), tuple(_WORD.findall(_key(plain)))


def _key(words: str) -> str:
    joined = dict.fromkeys("".join(_WORD.findall(match)) for match in _JOINED.findall(words))
    return one_y(" ".join((words, *joined)))


def _forms(word: str, meant: str) -> Forms:
    """Every spelling of a typed word: as it stands, as if it were whole, in one piece, and as it reads in Telex."""
    bare = word.replace("'", "") or word
    spellings = (bare, _BETWEEN.sub("", bare), meant)
    return tuple(dict.fromkeys(form for spelling in spellings for form in (spelling, one_y(spelling))))


def _parts(typed: Iterable[Forms]) -> Parts:
    return tuple(
        tuple(tuple(_WORD.findall(form)) for form in forms) for forms in typed if any(map(_WORD.search, forms))
    )


def _each_begins(typed: Parts, words: Sequence[str]) -> bool:
    return bool(typed) and all(any(_begins(form, words) for form in forms) for forms in typed)


def _begins(form: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in form)


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = " " if character.isspace() else without_marks(character)
        letters.append(piece)
        places.extend([place] * len(piece))
    return "".join(letters), places


def _spans_in(plain: str, query: str) -> list[tuple[int, int]]:
    words, typed = list(_placed_words(plain)), asked(query)
    texts = [word for word, _places in words]
    if _each_begins(typed.plain_parts, texts):
        forms = (form for forms in typed.plain_parts for form in forms if _begins(form, texts))
        parts = [part for form in forms for part in form]
        return [
            (places[0], places[len(part) - 1] + 1) for word, places in words for part in parts if word.startswith(part)
        ]
    found: set[tuple[int, int]] = set()
    for whole, piece in zip((plain, one_y(plain)), typed.inside, strict=False):
        spread = r"\s+".join(re.escape(word) for word in piece.split())
        found |= {match.span() for match in re.finditer(spread, whole)}
    return sorted(found)


def _placed_words(plain: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Each word of folded text and each name in one piece, with the places of its letters."""
    for match in _WORD.finditer(one_y(plain)):
        yield match.group(), range(*match.span())
    for match in _JOINED.finditer(plain):
        places = [place for place in range(*match.span()) if _WORD.match(plain[place])]
        yield one_y("".join(plain[place] for place in places)), places
