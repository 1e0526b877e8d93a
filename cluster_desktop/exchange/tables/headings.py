"""Match headings with fields, as offices write them: with or without marks, remarks, line breaks, sĩ or sỹ."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import OneOf
from cluster_desktop.domain.record_kinds.taught_words import TaughtUse
from cluster_desktop.domain.text.names import fold, nfc, unify_tones

_REMARK: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORDS: Final = re.compile(r"[^\W_]+")
_I_FOR_Y: Final = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_ALTERNATIVES: Final = re.compile(r"[/,;]|\bhoặc\b")
_NUMBERED: Final = re.compile(r"^\s*\(?\d{1,2}(?:\.\d{1,2})?\s*[.):\-–]\s*(?=[^\W\d_])")
_SOMETHING_ELSE: Final = re.compile(
    r"\b(?:du kien|qui hoach|vo|chong|con|cha|me|nguoi than|than nhan|gia dinh|ngai cap|noi cap|dang|doan the|cong doan"
    r"|kiem nhiem|truoc dai|truoc khi|van hoa|pho thong|nang luong|huong luong|bo nhiem|het han|den han|thoi han"
    r"|muc luong|ngung|cham dut)\b|\b(?:cu|huu)$"
)
_SHORTEST_COMPACT: Final = 5
_LONGEST: Final = 120
_REMEMBERED: Final = 4096  # headings and words of vocabularies, which come again with every table
_MOST_EXTRA_WORDS: Final = 4

MOST_MARKED: Final = 8  # a vocabulary of more words heads no row of x columns, unless one may name several
EXACT: Final = 3
LOOSE: Final = 2


def _spread(text: str) -> str:
    return " ".join(_WORDS.findall(text)).translate(_I_FOR_Y)


def key_of(text: str) -> str:
    """Reduce a heading to what it is compared by: no marks, no punctuation, i for y, no remarks in brackets."""
    return _key(text) if len(text) <= _LONGEST else _key.__wrapped__(text)


@lru_cache(maxsize=_REMEMBERED)
def _key(text: str) -> str:
    bare = _REMARK.sub(" ", text)
    return _spread(fold(bare if bare.strip() else text))


def marked_key_of(text: str) -> str:
    """Reduce a heading like :func:`key_of` but keep its marks, to tell "Năm" from "Nam"."""
    return _marked_key(text) if len(text) <= _LONGEST else _marked_key.__wrapped__(text)


@lru_cache(maxsize=_REMEMBERED)
def _marked_key(text: str) -> str:
    bare = _REMARK.sub(" ", text)
    return _spread(unify_tones(nfc(bare if bare.strip() else text)).lower())


def _without_brackets(text: str) -> str:
    return re.sub(r"[()\[\]]", " ", text)


def _opened(text: str) -> list[str]:
    """Write a heading with one of its remarks in brackets as words of its own, which may be what matters."""
    return [
        f"{_REMARK.sub(' ', text[: remark.start()])} {remark.group()[1:-1]} {_REMARK.sub(' ', text[remark.end() :])}"
        for remark in _REMARK.finditer(text)
    ]


def is_marked(item: Field) -> bool:
    """Check whether the words of a field may each head a column of x marks."""
    return isinstance(item.type, OneOf) and (len(item.choices) <= MOST_MARKED or item.several)


def _keys(*texts: str) -> frozenset[str]:
    return frozenset(key_of(text) for text in texts)


ORDINALS: Final = _keys("STT", "TT", "Số TT", "Số thứ tự", "T.T", "S.T.T", "No")
_FILLERS: Final = _keys("và", "của", "hiện", "nay", "các", "cao", "nhất", "số")
NAME_PARTS: Final = _keys(
    *("Họ", "Họ đệm", "Họ và đệm", "Họ lót", "Họ và tên đệm", "Họ và chữ đệm", "Họ chữ đệm", "Họ và"),
    *("Đệm", "Tên đệm", "Chữ đệm", "Tên", "Tên gọi", "Họ, tên đệm", "Họ, đệm"),
)
DATE_PARTS: Final = {key_of("Ngày"): "day", key_of("Tháng"): "month", key_of("Năm"): "year"}
_PARTS: Final = NAME_PARTS | DATE_PARTS.keys() | ORDINALS


@dataclass(frozen=True, slots=True)
class Match:
    """The field of a heading, and the strength of the match: EXACT or LOOSE."""

    field: Field
    strength: int


@dataclass
class HeadingWords:
    """The headings of some fields, ready to be compared with those of a table.

    *taught* are words that an office taught the program, with the uses they mean.
    """

    fields: Sequence[Field]
    taught: Mapping[str, TaughtUse] = field(default_factory=dict)
    by_key: dict[str, list[tuple[Field, str]]] = field(default_factory=dict)
    by_compact: dict[str, Field] = field(default_factory=dict)
    by_words: dict[frozenset[str], Field] = field(default_factory=dict)
    by_choice: dict[str, list[tuple[Field, str, str]]] = field(default_factory=dict)
    seen: dict[str, Match | None] = field(default_factory=dict)
    seen_choices: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for item in self.fields:
            for heading in item.headings:
                self.by_key.setdefault(key_of(heading), []).append((item, marked_key_of(heading)))
                self.by_words.setdefault(_content(key_of(heading)), item)
                if " " in key_of(heading):
                    self.by_compact.setdefault(key_of(heading).replace(" ", ""), item)
            if is_marked(item):
                self._take_choices(item)
        # What is typed without marks may be a word taught with them, never the other way round: Năm is not Nam.
        self.known = {key_of(word): use for word, use in self.taught.items()}
        self.known |= {marked_key_of(word): use for word, use in self.taught.items()}

    def _take_choices(self, item: Field) -> None:
        for choice in item.choices:
            for word in {choice.label, choice.code, *choice.aliases}:
                entry = (item, choice.code, marked_key_of(word))
                self.by_choice.setdefault(key_of(word), []).append(entry)

    def choices_named(self, text: str) -> dict[str, str]:
        """Map each field of which the text names one choice ("Cử nhân/Đại học", "ĐH") to the choice's code."""
        if text not in self.seen_choices:
            self.seen_choices[text] = self._find_choices(text) if len(text) <= _LONGEST else {}
        return self.seen_choices[text]

    def _find_choices(self, text: str) -> dict[str, str]:
        parts = [part for part in _ALTERNATIVES.split(_REMARK.sub(" ", text)) if part.strip()]
        named = [self._choices_of(part) for part in parts]
        agreed = named[0] if named else {}
        return {key: code for key, code in agreed.items() if all(other.get(key) == code for other in named)}

    def _choices_of(self, text: str) -> dict[str, str]:
        key, marked = key_of(text), marked_key_of(text)
        return {
            item.key: code for item, code, spelling in self.by_choice.get(key, ()) if _same_marks(key, marked, spelling)
        }

    def match(self, text: str) -> Match | None:
        """Match a heading with its field; None when it is unknown or could mean two."""
        if text not in self.seen:
            self.seen[text] = self._find(text) if text and len(text) <= _LONGEST else None
        return self.seen[text]

    def knows(self, text: str) -> bool:
        """Check quickly whether a text is, word for word, the heading of a column of these fields or a part of one."""
        return len(text) <= _LONGEST and ((key := key_of(text)) in self.by_key or key in _PARTS)

    def exact(self, text: str) -> Match | None:
        """Match only a heading that is known word for word."""
        match = self.match(text)
        return match if match and match.strength == EXACT else None

    def _find(self, text: str) -> Match | None:
        text = _NUMBERED.sub("", text, count=1)
        key = key_of(text)
        if (taught := self.taught_use(text)) is not None:
            named = next((item for item in self.fields if item.key == taught.field), None)
            return Match(named, EXACT) if named and not taught.choice else None
        whole = next(
            filter(None, (self._by_spelling(key_of(words), marked_key_of(words)) for words in _opened(text))), None
        )
        item = whole or self._by_spelling(key, marked_key_of(text)) or self._same_words(key) or self._run_together(text)
        if whole is None and _SOMETHING_ELSE.search(_spread(fold(" ".join(_REMARK.findall(text))))):
            return None
        if item is None:
            return None if key in NAME_PARTS else self._beginning(key)
        return Match(self._by_remark(text, item), EXACT)

    def taught_use(self, text: str) -> TaughtUse | None:
        """Look up the use that an office taught for the words over a column, with or without their remarks."""
        if not self.known or len(text) > _LONGEST:
            return None
        keys = (marked_key_of(words) for words in (_without_brackets(text), text))
        return next((self.known[key] for key in keys if key in self.known), None)

    def _run_together(self, text: str) -> Field | None:
        """Match words without spaces between them: "hoten", "NgàySinh"."""
        key = key_of(text)
        alone = " " not in key and len(key) >= _SHORTEST_COMPACT
        return self.by_compact.get(key) if alone else None

    def _by_spelling(self, key: str, marked: str) -> Field | None:
        for item, spelling in self.by_key.get(key, ()):
            if _same_marks(key, marked, spelling):
                return item
        return None

    def _same_words(self, key: str) -> Field | None:
        return self.by_words.get(_content(key)) if " " in key else None

    def _beginning(self, key: str) -> Match | None:
        """Match a known heading of two words or more with a few words after it that name no other field."""
        starts = [start for start in self.by_key if " " in start and key.startswith(f"{start} ")]
        if not starts:
            return None
        start = max(starts, key=len)
        item = self.by_key[start][0][0]
        rest = key[len(start) + 1 :]
        if _SOMETHING_ELSE.search(rest):
            return None
        if len(rest.split()) > _MOST_EXTRA_WORDS or self._names_another(rest, item):
            return None
        return Match(item, LOOSE)

    def _names_another(self, rest: str, item: Field) -> bool:
        padded = f" {rest} "
        return any(
            f" {key} " in padded and all(other.key != item.key for other, _ in entries)
            for key, entries in self.by_key.items()
        )

    def _by_remark(self, text: str, item: Field) -> Field:
        """Take "Đơn vị (khoa, phòng)" for the department."""
        remark = " ".join(_REMARK.findall(text)).strip("()[] ")
        if not item.refers_to or not remark:
            return item
        other = self._by_spelling(key_of(remark), marked_key_of(remark))
        return other if other is not None and other.refers_to else item


def _same_marks(key: str, marked: str, spelling: str) -> bool:
    """Compare the marks of a single word (Năm and Nam), unless none were typed at all."""
    return " " in key or marked.isascii() or marked == spelling


def _content(key: str) -> frozenset[str]:
    """Choose the words of a heading that carry its meaning, in no order."""
    words = frozenset(key.split())
    return words - _FILLERS or words
