"""Recognise text that lost letters on its way, and clear it of what nobody sees."""

import re
from collections.abc import Sequence
from typing import Final

from cluster_desktop.domain.text.syllables import is_syllable
from cluster_desktop.exchange.letters.misread_text import looks_misread

_ESCAPED: Final = re.compile(r"_x00(0[9AD])_", re.IGNORECASE)  # as Excel keeps control characters
_UNSEEN: Final = (
    r"\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0b-\x1f\x7f-\x9f"
)
_UNSEEN_BETWEEN: Final = re.compile(rf"([^\W\d_]*)[{_UNSEEN}]+([^\W\d_]*)")
_SUSPICIOUS: Final = re.compile(rf"[{_UNSEEN}\ufffd?]")
_ESCAPE: Final = "_x00"
_PART_OF_EMOJI: Final = re.compile("\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
_LOST: Final = re.compile(r"\ufffd|[^\W\d_]\?+[^\W\d_]|(?<!\S)\?+[^\W\d_]|[^\W\d_]\?+(?=\s+[a-zà-ỹ])|\?\?")
_ADDRESS_OF_PAGE: Final = "://"


def suspicious(texts: Sequence[str]) -> frozenset[str]:
    """Choose the texts that need a closer look: all are looked at together, for nearly always there is none."""
    whole = "\n".join(texts)
    return frozenset(filter(_is_suspicious, texts)) if _is_suspicious(whole) else frozenset()


def _is_suspicious(text: str) -> bool:
    return bool(_SUSPICIOUS.search(text)) or _ESCAPE in text or looks_misread(text)


def cleared(text: str) -> str:
    """Clear a text of invisible characters; one that stood between two syllables was a space."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda match: "\n" if match.group(1) != "09" else " ", text.replace("_x000D_\n", "\n"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if _PART_OF_EMOJI.search(text) else _UNSEEN_BETWEEN.sub(_parted, text)


def _parted(match: re.Match[str]) -> str:
    before, after = match.groups()
    apart = before and after and is_syllable(before) and is_syllable(after) and not is_syllable(before + after)
    return f"{before} {after}" if apart else f"{before}{after}"


def lost_letters(text: str) -> bool:
    """Check whether letters of a text were lost: "?" inside its words, the sign for a broken one, misread ones."""
    return (bool(_LOST.search(text)) and _ADDRESS_OF_PAGE not in text) or looks_misread(text)
