"""Decode TCVN3 (.VnTime) and VNI text of old files to Unicode.

Modern programs show such text as Latin letters ("NguyÔn V¨n HiÖp", "Nguyeãn Vaên Hieäp"). The code tables are
``resources/legacy_encodings.json``. Decode before any cleaning: TCVN3 keeps ư on the soft hyphen.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from cluster_desktop import resources
from cluster_desktop.domain.text.syllables import is_syllable
from cluster_desktop.exchange.letters.misread_text import mend_misread


class Encoding(StrEnum):
    """The ways to read the letters of a table; AUTO judges every cell by itself."""

    AUTO = "auto"
    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    UTF8 = "utf8"


FONT_ENCODINGS: Final = (Encoding.TCVN3, Encoding.VNI)
LABELS: Final[dict[Encoding, str]] = {
    Encoding.AUTO: "Tự nhận từng ô",
    Encoding.UNICODE: "Unicode, để nguyên",
    Encoding.TCVN3: "TCVN3 (ABC, phông .Vn…)",
    Encoding.VNI: "VNI (phông VNI-…)",
    Encoding.UTF8: "UTF-8 đọc nhầm (“Nguyá»…n”)",
}

WORD: Final = re.compile(r"[^\s!-@\[-`{-~]+")
# Letters no legacy text can hold; the quotes and dashes of Windows-1252 are not among them.
_BEYOND: Final = re.compile(r"[\u0100-\u0151\u0154-\u03bb\u03bd-\u1fff\u2c00-\uffff\U00010000-\U0010ffff]")
_HIGH: Final = re.compile(r"[\u0080-\u00ff\u03bc]")
_ASCII_CAPITALS: Final = re.compile(r"[A-Z][^\W\d_]*[A-Z]")
_ASCII_SMALL: Final = re.compile(r"[a-z]")

_FEWEST_BROKEN: Final = 2
_BROKEN_SHARE: Final = 0.4
_MENDED_SHARE: Final = 0.7
_UNICODE_SHARE: Final = 0.1


@dataclass(frozen=True)
class _Code:
    """The letters that single characters and pairs of them stand for; no second one of a pair begins another."""

    pattern: re.Pattern[str]
    letters: dict[str, str]

    def decode(self, text: str) -> str:
        return self.pattern.sub(lambda match: self._letter(match.group()), text)

    def _letter(self, piece: str) -> str:
        return self.letters.get(piece) or "".join(self.letters.get(each, each) for each in piece)


@cache
def _codes() -> dict[str, _Code]:
    tables = json.loads(resources.read_text("legacy_encodings.json"))
    single = {chr(int(code, 16)): letter for code, letter in tables["tcvn3"]["single"].items()}
    tcvn3 = {**single, **tables["tcvn3"]["upper_pairs"]}
    return {Encoding.TCVN3: _code(tcvn3), Encoding.VNI: _code(tables["vni"]["sequences"])}


def _code(letters: dict[str, str]) -> _Code:
    pairs = [piece for piece in letters if len(piece) > 1]
    first, second = ("".join({pair[place] for pair in pairs}) for place in (0, 1))
    single = "".join(piece for piece in letters if len(piece) == 1)
    # Classes of characters, for hundreds of alternatives would be tried one by one.
    return _Code(re.compile(f"[{re.escape(first)}][{re.escape(second)}]|[{re.escape(single)}]"), letters)


def decode(text: str, encoding: Encoding) -> str:
    """Decode a text to composed Unicode. Text that already holds Vietnamese Unicode letters is left as it is.

    TCVN3 has no capitals with tones: "¸nh" gives "ánh" even where the writer saw "Ánh"; only where all other
    letters are capitals the toned ones become so too.
    """
    if encoding is Encoding.UTF8:
        return mend_misread(text)
    if encoding not in FONT_ENCODINGS or not has_high_letters(text) or has_unicode_letters(text):
        return text
    # Some programs turn the micro sign, TCVN3's à, into the Greek letter.
    decoded = unicodedata.normalize("NFC", _codes()[encoding].decode(text.replace("\u03bc", "\u00b5")))
    return decoded.upper() if _ASCII_CAPITALS.search(text) and not _ASCII_SMALL.search(text) else decoded


def has_unicode_letters(text: str) -> bool:
    """Check for letters that no text of an old font can hold."""
    return bool(_BEYOND.search(text))


def has_high_letters(text: str) -> bool:
    """Check for the letters beyond ASCII of which old fonts make Vietnamese ones."""
    return bool(_HIGH.search(text))


def looks_legacy(text: str) -> Encoding | None:
    """Recognise the legacy encoding of a text; None for Unicode, for other languages and in doubt.

    Judged by the words with letters beyond ASCII: many are no Vietnamese syllables as they stand, and
    decoding makes syllables of nearly all of them.
    """
    words = [word for word in WORD.findall(text) if not word.isascii()]
    unicode_words = sum(1 for word in words if _BEYOND.search(word))
    marked = [word for word in words if _HIGH.search(word) and not _BEYOND.search(word)]
    if unicode_words > _UNICODE_SHARE * len(marked):
        return None
    broken = [word for word in marked if not is_syllable(word)]
    if len(broken) < max(_FEWEST_BROKEN, _BROKEN_SHARE * len(marked)):
        return None
    return _best(marked, broken)


def _best(marked: Sequence[str], broken: Sequence[str]) -> Encoding | None:
    mended: dict[Encoding, float] = {
        name: sum(is_syllable(decode(word, name)) for word in broken) / len(broken) for name in FONT_ENCODINGS
    }
    best = max(FONT_ENCODINGS, key=lambda name: mended[name])
    good = sum(is_syllable(decode(word, best)) for word in marked)
    return best if mended[best] >= _MENDED_SHARE and good >= _MENDED_SHARE * len(marked) else None
