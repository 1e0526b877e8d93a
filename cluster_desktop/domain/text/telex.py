"""What somebody typed with the Vietnamese keyboard switched off: "Nguyeenx" means Nguyễn, "dduwcs" means đức."""

import unicodedata
from functools import lru_cache
from typing import Final

from cluster_desktop.domain.text.syllables import begins_syllable

_TONES: Final = {"f": "\u0300", "r": "\u0309", "x": "\u0303", "s": "\u0301", "j": "\u0323"}
_DOUBLED: Final = {"a": "â", "e": "ê", "o": "ô"}
_HORNED: Final = {"a": "ă", "o": "ơ", "u": "ư"}
_PAIRS: Final = (("uo", "ươ"), ("uu", "ưu"), ("ua", "ưa"))  # both letters of the first take the horn, one of the others
_PLAIN_VOWELS: Final = "aeiouy"
_MARKED_VOWELS: Final = "ăâêôơư"
_LEAST: Final = 3  # letters: two are an abbreviation as often ("TW", "as")


@lru_cache(maxsize=256)
def from_telex(word: str) -> str:
    """The Vietnamese word, in small letters, that these keys give in Telex; '' where they give none."""
    if len(word) < _LEAST or not (word.isascii() and word.isalpha()):
        return ""
    bare, tone = "", ""
    for key in word.lower():
        if key in _TONES and any(letter in _PLAIN_VOWELS + _MARKED_VOWELS for letter in bare):
            if tone:
                return ""
            tone = _TONES[key]
        else:
            bare = _typed(bare, key)
    bare = bare.replace("ưo", "ươ")
    if not (tone or bare != word.lower()) or not begins_syllable(bare):
        return ""
    return _toned(bare, tone)


def _typed(bare: str, key: str) -> str:
    """The word after one more key."""
    if key == "w":
        return _horned(bare)
    if key in _DOUBLED and bare.endswith(key):
        return bare[:-1] + _DOUBLED[key]
    return "đ" if (bare, key) == ("d", "d") else bare + key


def _horned(bare: str) -> str:
    """The word after a w: on the last letter that takes it, else an ư of its own."""
    for pair, horned in _PAIRS:
        if pair in bare and not bare.startswith("q"):
            return bare.replace(pair, horned)
    place = max(bare.rfind(letter) for letter in _HORNED)
    return bare + "ư" if place < 0 else bare[:place] + _HORNED[bare[place]] + bare[place + 1 :]


def _toned(bare: str, tone: str) -> str:
    """The word with its tone on the letter that carries it, in the older of the two manners (hòa)."""
    vowels = [place for place, letter in enumerate(bare) if letter in _PLAIN_VOWELS + _MARKED_VOWELS]
    if len(vowels) > 1 and bare[:2] in ("gi", "qu"):
        vowels = vowels[1:]
    marked = [place for place in vowels if bare[place] in _MARKED_VOWELS]
    closed = vowels[-1] < len(bare) - 1
    middle = vowels[-1] if closed else vowels[(len(vowels) - 1) // 2]
    place = marked[-1] if marked else middle
    return unicodedata.normalize("NFC", bare[: place + 1] + tone + bare[place + 1 :])
