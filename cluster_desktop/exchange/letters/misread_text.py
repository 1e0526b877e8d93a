"""Mend UTF-8 text that a program read in another code page ("Nguyá»…n Thá»‹ Tháº¯m"), also twice over."""

import re
import unicodedata
from functools import cache
from html import unescape
from typing import Final

from cluster_desktop.domain.text.syllables import is_syllable

_VOWELS: Final = "aăâeêioôơuưy"
_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
_OTHERS: Final = "đĐăĂâÂêÊôÔơƠưƯ–—‘’“”…"
_MARKS: Final = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_WESTERN: Final = ("cp1252", "latin-1")
_CODE_PAGES: Final = (*_WESTERN, "cp1258", "mac_roman")
_SIGNS: Final = re.compile(r"[ÂÃĂÄÅÆÌ√ƒ∆][^\x00-\x7f]|á[º»]|â€|·[ª∫]|‚Ä|&#x?\w{2,6};")
_LEFT_OVER: Final = re.compile(r"[ÂÃĂ][\u00a1-\u00bf]|[ÄÅÆ√∆][^\x00-\x7f]|á[º»]|â€|·[ª∫]")
_BEGINNINGS: Final = (*"ÂÃĂÄÅÆÌ√ƒ∆", "áº", "á»", "â€", "·ª", "·∫", "‚Ä", "&#")
# A hard space, the last part of these letters, is often cut off or made an ordinary space.
_SPACED: Final = {"Ã": "à", "Ă": "à", "Æ": "Ơ", "áº": "Ạ"}
_LOST_SPACE: Final = re.compile(r"((?<=[a-zđăâêôơư])[ÃĂ]|Æ|áº)(?: (?=([^\W\d_]*))|$)")
_ALONE: Final = re.compile(r"[a-zđăâêôơư][ÃĂ](?: |$)")  # Æ alone is a letter of VNI
_ENTITY: Final = re.compile(r"&#(?:[0-9]{3,5}|x[0-9a-fA-F]{2,5});")


@cache
def _letters() -> tuple[re.Pattern[str], dict[str, str]]:
    """Map what each Vietnamese letter becomes, misread once or twice, to the letter."""
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    written = (*toned, *"".join(toned).upper(), *_OTHERS)
    once: dict[str, str] = {}
    for page in _CODE_PAGES:
        for letter in (*written, *(_MARKS if page in _WESTERN else "")):
            once.setdefault(_misread(letter, page), letter)
    letters = dict(once)
    for text, letter in once.items():
        for page in _CODE_PAGES:
            letters.setdefault(_misread(text, page), letter)
    longest_first = sorted(letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), letters


def _misread(text: str, page: str) -> str:
    return "".join(_shown(octet, page) for octet in text.encode())


def _shown(octet: int, page: str) -> str:
    """Show an octet as the code page has it; programs show one that the page leaves out as Latin-1 does."""
    return bytes([octet]).decode(page, "ignore") or chr(octet)


def mend_misread(text: str) -> str:
    """Give the text that was meant; what was never misread stays as it is, to the letter."""
    if not may_be_misread(text):
        return text
    whole = text
    text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    pattern, letters = _letters()
    mended = pattern.sub(lambda match: letters[match.group()], text)
    if mended == whole and not _ALONE.search(text):
        return whole
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
