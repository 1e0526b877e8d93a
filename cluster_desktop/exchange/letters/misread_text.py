"""Mend UTF-8 text that a program read as Western letters ("Nguyá»…n Thá»‹ Tháº¯m"), also twice over."""

import re
import unicodedata
from functools import cache
from typing import Final

from cluster_desktop.domain.text.syllables import is_syllable

_VOWELS: Final = "aăâeêioôơuưy"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
_OTHERS: Final = "đĐăĂâÂêÊôÔơƠưƯ" + "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323" + "–—‘’“”…"
# Windows-1252 leaves five bytes out, which programs then show as the control characters of Latin-1.
_CONTROLS: Final = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_BEYOND_LATIN_1: Final = bytes(octet for octet in range(0x80, 0xA0) if octet not in _CONTROLS).decode("cp1252")
_SECOND: Final = f"[\u0080-\u00bf{_BEYOND_LATIN_1}]"
_SIGNS: Final = re.compile(f"[ÂÃÄÅÆÌ]{_SECOND}|á[º»]|â€")
_LEFT_OVER: Final = re.compile(f"[ÂÃ][\u00a1-\u00bf]|[ÄÅÆ]{_SECOND}|á[º»]|â€")
_BEGINNINGS: Final = ("Â", "Ã", "Ä", "Å", "Æ", "Ì", "áº", "á»", "â€")
# A hard space, the last part of these letters, is often cut off or made an ordinary space.
_SPACED: Final = {"Ã": "à", "Æ": "Ơ", "áº": "Ạ"}
_LOST_SPACE: Final = re.compile(r"((?<=[a-zđăâêôơư])Ã|Æ|áº)(?: (?=([^\W\d_]*))|$)")
_ALONE: Final = re.compile(r"[a-zđăâêôơư]Ã(?: |$)")  # Æ alone is a letter of VNI


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    """Map what each Vietnamese letter becomes, misread once or twice, to the letter."""
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    letters: dict[str, str] = {}
    for letter in (*toned, *"".join(toned).upper(), *_OTHERS):
        for once in _misread(letter):
            letters[once] = letter
            letters.update(dict.fromkeys(_misread(once), letter))
    longest_first = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), letters


def _misread(text: str) -> tuple[str, str]:
    octets = text.encode()
    return "".join(map(_western, octets)), octets.decode("latin-1")


def _western(octet: int) -> str:
    return _CONTROLS.get(octet) or bytes([octet]).decode("cp1252")


def mend_misread(text: str) -> str:
    """Give the text that was meant; what was never misread stays as it is, to the letter."""
    if not may_be_misread(text):
        return text
    pattern, letters = _letters()
    mended = pattern.sub(lambda match: letters[match.group()], text)
    if mended == text and not _ALONE.search(text):
        return text
    return _LOST_SPACE.sub(_with_space, unicodedata.normalize("NFC", mended))


def _with_space(match: re.Match[str]) -> str:
    """Keep the space after the letter where what stands on both sides are words of their own."""
    before = re.findall(r"[^\W\d_]*$", match.string[: match.start()])[0]
    letter, after = _SPACED[match.group(1)], match.group(2) or ""
    return letter if not after or is_syllable(f"{before}{letter}{after}") else f"{letter} "


def may_be_misread(text: str) -> bool:
    """Check quickly, in texts of any length, for what :func:`mend_misread` changes."""
    return any(sign in text for sign in _BEGINNINGS) and bool(_SIGNS.search(text) or _ALONE.search(text))


def looks_misread(text: str) -> bool:
    """Check for letters of misread text, such as are left where the text lost some on its way."""
    return any(sign in text for sign in _BEGINNINGS) and bool(_LEFT_OVER.search(text))
