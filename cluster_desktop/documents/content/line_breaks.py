"""Text broken into lines, here and nowhere else: running text, cells, titles, charts and certificates.

What belongs together (``_HELD``) stays on one line wherever the line is wide enough for it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cluster_desktop.documents.content import fonts

_NO_BREAK: Final = "\u00a0"
FIRM_HYPHEN: Final = "\u2011"
_PAPER_NUMBER: Final = re.compile(r"[\w…-]*[\d…]+(?:-\w+)?/[\w/-]*\w")
_CAPITAL: Final = "".join(letter for letter in map(chr, range(0x41, 0x1F00)) if letter.isupper())
_UNITS: Final = (
    "đồng chí|đồng|nghìn|triệu|tỷ|người|cá nhân|tập thể|đơn vị|khoa|phòng|lượt|suất|điểm|phiếu|giải|đợt|bài|tuổi"
    r"|giờ|phút|ngày|tháng(?! \d)|năm(?! \d)"
)
_NUMBERED: Final = (
    *("mục", "mẫu", "quý", "năm", "kỳ", "số", "tổ", "tờ", "lần", "thứ", "tập", "bậc", "điều", "điểm", "phần", "biểu"),
    *("bảng", "khóa", "hạng", "ngày", "tháng", "khoản", "trang", "quyển", "chương", "phụ lục"),
)
_AFTER_NUMBERED: Final = "|".join(rf"(?<=\b(?i:{word}) )" for word in _NUMBERED)
_PERSON: Final = rf"(?:(?!(?i:tỉnh|thành)\b)[{_CAPITAL}]\w+ ){{1,3}}(?!(?i:tỉnh|thành)\b)[{_CAPITAL}]\w+"
_HELD: Final = re.compile(
    " (?:"
    rf"(?<=\d )(?:(?i:{_UNITS})\b)"  # 1.490.000 đồng, 48 người, 44 cá nhân
    rf"|(?=\d|[IVX]+\b)(?:{_AFTER_NUMBERED})"  # Điều 1, số 05, ngày 05, năm 2021, Chương IV
    r"|(?=[a-zđ]\b)(?<=(?i:điểm) )"  # điểm a
    r"|(?=[\d…])(?<=(?i:số): )|(?=/)(?<=[\d…] )"  # Số: 05 /QĐ-TCT
    r"|(?<=\w )(?=số [\d…])"  # Nghị định số 98/2023/NĐ-CP
    r"|(?=[–—-] )|(?=\d)(?<=\d [–—-] )"  # 2020 – 2025; no line begins with a dash
    rf"|(?:(?<=(?i:chính trị) )|(?<=(?i:đào tạo cán bộ) ))(?P<person>{_PERSON})"  # Trường … Hoàng Văn Thụ
    ")"
)
_HELD_IN_TITLES: Final = re.compile(
    rf" (?:(?<=(?i:trường) )(?i:chính trị|đào tạo cán bộ) {_PERSON}|(?=\S+$))"  # the whole school; the last words
)
_WORD: Final = re.compile(r" ?[^ ]+")
_PIECE: Final = re.compile(r".+?(?:[/\-–_;@]|[.,](?![0-9])|$)")
_LETTER: Final = re.compile(r" ?.")
_PAUSES: Final = frozenset(',;:.”"-–—')
_AFTER_A_PAUSE: Final = re.compile(r" (?:tỉnh|thành phố)\b", re.IGNORECASE)
_MOVES: Final = (0, 1, -1, 2, -2, 3, -3)
"""Parts by which an end of line moves to a pause."""
_HALVINGS: Final = 12


@lru_cache(maxsize=16_384)
def drawable(text: str, face: str) -> str:
    """*text* cleaned, with a box for every letter the face lacks."""
    return fonts.with_stand_ins(fonts.clean(text), face)


def held_together(text: str) -> str:
    """*text* cleaned, for programs that break lines themselves: no-break spaces and hyphens where no line may end."""
    return _with_firm_hyphens(_held(fonts.clean(text)))


@lru_cache(maxsize=16_384)
def held_in(text: str, face: str, size: float, width: float) -> str:
    """The same for a place *width* points wide: what would not fit on one of its lines may still be parted."""
    paragraphs = fonts.clean(text).split("\n")
    return "\n".join(_with_firm_hyphens(_firm(paragraph, face, width / size)) for paragraph in paragraphs)


def _firm(paragraph: str, face: str, room: float) -> str:
    if " " not in paragraph:
        return paragraph
    parts = _parts(paragraph, face).within(room).texts
    return "".join(f"{part[:1]}{part[1:].replace(' ', _NO_BREAK)}" for part in parts)


def _with_firm_hyphens(text: str) -> str:
    """Numbers of papers such as "98/2023/NĐ-CP" with hyphens at which no line ends."""
    return _PAPER_NUMBER.sub(lambda number: number[0].replace("-", FIRM_HYPHEN), text)


def line_width(line: str, face: str, tracking: float = 0.0) -> float:
    """Width of *line* at one point, without the space tracking leaves after its last letter."""
    return fonts.text_width(line, face, 1) + tracking * max(0, len(line) - 1)


@lru_cache(maxsize=16_384)
def wrap(text: str, face: str, size: float, width: float) -> tuple[str, ...]:
    """Lines of *text* in *face* at *size* points that are at most *width* points wide.

    Words that are too long are broken, after a stroke or hyphen where there is one. Letters the face lacks
    become boxes; empty text has no lines.
    """
    words, room = drawable(text, face), width / size
    if not words:
        return ()
    return tuple(line for paragraph in words.split("\n") for line in _filled(paragraph, face, room))


def wrap_evenly(text: str, face: str, size: float, width: float) -> tuple[str, ...]:
    """As many lines as :func:`wrap` needs, but about equally long: no last word stands alone under a title."""
    words, room = drawable(text, face), width / size
    if not words:
        return ()
    if max(line_width(word, face) for word in words.split()) > room:
        return wrap(text, face, size, width)
    return even_lines(words, face, room)


def even_lines(text: str, face: str, room: float, tracking: float = 0.0) -> tuple[str, ...]:
    """The fewest lines at most *room* wide at one point, as equal in length as they can be.

    *text* is drawable. A word wider than *room* stands alone on a line that is too long.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if line_width(paragraph, face, tracking) <= room:
            lines.append(paragraph)
            continue
        parts = _parts(paragraph, face, tracking).within(room)
        firm = _parts(paragraph, face, tracking, firm=True)
        if firm.widest <= room and len(firm.starts(room)) == len(parts.starts(room)):
            parts = firm
        lines += parts.lines(parts.even_starts(room))
    return tuple(lines)


class _Parts:
    """A paragraph cut where a line may end, each part with the blank before it; measured at one point."""

    __slots__ = ("_face", "_space", "_tracking", "_widths", "texts", "widest")

    def __init__(self, texts: Sequence[str], face: str, tracking: float) -> None:
        self.texts = texts
        self._face, self._tracking = face, tracking
        self._space = fonts.widths(face)[" "] + 2 * tracking
        self._widths = [_part_width(text, face, tracking) for text in texts]
        self.widest = max(self._widths)

    def within(self, room: float, *, inside_words: bool = False) -> "_Parts":
        """Cut what is wider than *room* at its blanks after all, and on request its words too."""
        parts = self
        for finer in (_WORD, _PIECE, _LETTER) if inside_words else (_WORD,):
            if parts.widest <= room:
                break
            texts: list[str] = []
            for text, wide in zip(parts.texts, parts._widths, strict=True):
                texts += (text,) if wide <= room else finer.findall(text)
            parts = _Parts(texts, self._face, self._tracking) if len(texts) > len(parts.texts) else parts
        return parts

    def starts(self, room: float) -> list[int]:
        """Index of the first part of each line when every line takes as many parts as *room* holds."""
        starts, used, space = [0], 0.0, self._space
        for index, (text, wide) in enumerate(zip(self.texts, self._widths, strict=True)):
            used += wide + space if text[:1] == " " else wide
            if used > room and index:
                starts.append(index)
                used = wide
        return starts

    def even_starts(self, room: float) -> list[int]:
        """The same number of lines as short as they can be, each ended at a pause where one is near."""
        fewest = len(self.starts(room))
        narrow, wide = min(self.widest, room), room
        for _ in range(_HALVINGS):
            middle = (narrow + wide) / 2
            if len(self.starts(middle)) <= fewest:
                wide = middle
            else:
                narrow = middle
        return self._at_pauses(self.starts(wide), room)

    def lines(self, starts: Sequence[int]) -> list[str]:
        """The lines that begin with the parts *starts*."""
        return [
            "".join(self.texts[start:end]).strip(" ") for start, end in zip(starts, [*starts[1:], None], strict=True)
        ]

    def _at_pauses(self, starts: list[int], room: float) -> list[int]:
        """Move each start to a near one after a pause, if the lines around it still fit."""
        moved = [*starts, len(self.texts)]
        for line in range(1, len(starts)):
            for start in (moved[line] + shift for shift in _MOVES):
                if not moved[line - 1] < start < moved[line + 1]:
                    continue
                around = (self._width(moved[line - 1], start), self._width(start, moved[line + 1]))
                if self._pauses(start) and max(around) <= room:
                    moved[line] = start
                    break
        return moved[:-1]

    def _pauses(self, start: int) -> bool:
        return self.texts[start - 1][-1] in _PAUSES or bool(_AFTER_A_PAUSE.match(self.texts[start]))

    def _width(self, start: int, end: int) -> float:
        return sum(self._widths[start:end]) + self._space * (end - start - 1)


@lru_cache(maxsize=65_536)
def _part_width(text: str, face: str, tracking: float) -> float:
    return line_width(text.lstrip(" "), face, tracking)


@lru_cache(maxsize=4_096)
def _parts(paragraph: str, face: str, tracking: float = 0.0, *, firm: bool = False) -> _Parts:
    held = _held(paragraph)
    if firm:
        held = "".join(map(max, held, _held(paragraph, _HELD_IN_TITLES)))
    return _Parts(held.replace(" ", "\n ").replace(_NO_BREAK, " ").split("\n"), face, tracking)


def _held(text: str, pattern: re.Pattern[str] = _HELD) -> str:
    return pattern.sub(_hold, text)


def _hold(held: re.Match[str]) -> str:
    if held.lastgroup:  # the blank before a name
        return f" {held[0][1:].replace(' ', _NO_BREAK)}"
    return held[0].replace(" ", _NO_BREAK)


def _filled(paragraph: str, face: str, room: float) -> Sequence[str]:
    if line_width(paragraph, face) <= room:
        return (paragraph,)
    parts = _parts(paragraph, face) if " " in paragraph else _Parts((paragraph,), face, 0.0)
    parts = parts.within(room, inside_words=True)
    return parts.lines(parts.starts(room))
