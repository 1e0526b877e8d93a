"""Turn cells into the texts that fields understand: marks, lost zeros, degrees and subjects."""

import re
from datetime import date
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Digits, Money
from cluster_desktop.domain.text.names import fold, nfc
from cluster_desktop.domain.text.numbers import NumberProblem, parse_number, show_money
from cluster_desktop.exchange.tables.headings import key_of
from cluster_desktop.exchange.tables.sheets import FORMULA_ERRORS, UNCOMPUTED, Cell

_MARKS: Final = frozenset((*"xXvV1✓✔☑☒√*+●•×þü", "có", "Có", "co", "true", "TRUE"))
_NO_MARKS: Final = frozenset((*"0-–—_./", "không", "Không", "khong", "false", "FALSE"))
_DIGITS_WITH_GAPS: Final = re.compile(r"'?[\d .\-]+")
_CHOICE_NOISE: Final = frozenset(key_of("LLCT, lý luận chính trị, hành chính, HC").split())
_MILLIONS: Final = re.compile(r"\b(?:trieu|tr\.? ?d)(?:ong)?\b")
_THOUSANDS: Final = re.compile(r"\b(?:nghin|ngan) ?(?:dong|d|vnd)\b|\b1[., ]?000 ?(?:dong|d|vnd)\b")
_BILLIONS: Final = re.compile(r"\bt[yi] (?:dong|d)\b")
_IN_DONG: Final = re.compile(r"(?:dong|vnd|[d₫])$")


class UnreadableCell(ValueError):
    """The cell says nothing that can be used; ``str`` of it is one sentence."""


def plain_text(cell: Cell) -> str:
    """Write a cell as it is shown. Raises UnreadableCell for a formula error and for a formula without a result."""
    text = shown_text(cell)
    if text == UNCOMPUTED:
        raise UnreadableCell("Ô có công thức chưa được tính. Hãy mở tệp bằng Excel, lưu lại rồi nhập.")
    if text in FORMULA_ERRORS:
        raise UnreadableCell(f"Ô chứa lỗi công thức {text}. Hãy sửa ô đó rồi nhập lại.")
    return text


def shown_text(cell: Cell) -> str:
    """Write a cell in the Vietnamese way: dd/mm/yyyy, a comma before decimals; '' for an empty one."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.strip()
        return text[1:] if text.startswith("'") else text
    if isinstance(cell, bool):
        return "x" if cell else "không"
    if isinstance(cell, date):
        return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    return f"{cell:.12g}".replace(".", ",") if isinstance(cell, float) else str(cell)


def year_text(cell: Cell) -> str:
    """Write the year of a date, or the text."""
    return str(cell.year) if isinstance(cell, date) else plain_text(cell)


def is_mark(cell: Cell, label: str) -> bool:
    """Check a cell of an x column for its mark. Raises UnreadableCell when it holds something else."""
    if isinstance(cell, bool):
        return cell
    text = plain_text(cell)
    if text in _MARKS or key_of(text) == key_of(label):
        return True
    if text in _NO_MARKS or not text:
        return False
    raise UnreadableCell(f"Ô ghi “{text[:40]}” ở cột đánh dấu “{label}”. Hãy ghi x hoặc để trống.")


def money_counted_in(words: str) -> int:
    """Tell how many đồng one of a column is, by the words over it: a million under "Kinh phí (triệu đồng)"."""
    folded = fold(words)
    sizes = ((_BILLIONS, 10**9), (_MILLIONS, 10**6), (_THOUSANDS, 10**3))
    return next((size for pattern, size in sizes if pattern.search(folded)), 1)


def money_text(cell: Cell, counted_in: int) -> tuple[str, str]:
    """Write an amount in đồng with a notice, where its column counts in more; one that says đồng itself stays."""
    text = plain_text(cell)
    if counted_in == 1 or not text or _IN_DONG.search(fold(text)):
        return text, ""
    try:
        amount = parse_number(text) * counted_in
    except NumberProblem:
        return text, ""  # which whoever reads the text tells
    if amount != int(amount) or amount > Money.MOST:
        return text, ""  # an amount that large is written in đồng already
    return str(int(amount)), f"“{text}” được đọc là {show_money(int(amount))}, theo tiêu đề của cột."


def digits_text(cell: Cell, kind: Digits) -> tuple[str, str]:
    """Restore the zeros that a spreadsheet dropped from a number; gives the digits with a notice, '' for none.

    A text lost no zeros: one that is too short lacks a digit somewhere. Raises UnreadableCell for it.
    """
    text = plain_text(cell)
    if (isinstance(cell, str) and not kind.typed) or not _DIGITS_WITH_GAPS.fullmatch(text):
        return text, ""
    digits = re.sub(r"\D", "", text)
    whole = kind.restored(digits)
    if whole == digits:
        return digits, ""
    if isinstance(cell, str):
        asked = "" if digits.startswith("0") else f" Có phải {whole}?"
        raise UnreadableCell(
            f"{kind.name} {digits} chỉ có {len(digits)} chữ số.{asked} Hãy ghi đủ {len(whole)} chữ số."
        )
    return whole, f"{kind.name} {digits} mất số 0 ở đầu, được ghi lại là {whole}. Hãy kiểm tra."


def choice_text(item: Field, text: str) -> tuple[str, str]:
    """Part a text into the word of the vocabulary it begins with and the words after it.

    "Cao cấp LLCT - HC" is Cao cấp; "Thạc sĩ Triết học" is Thạc sĩ and Triết học. A text that names no
    choice comes back as it is, for the field to refuse in its own words.
    """
    try:
        item.parse(text)
    except ValueError:
        pass
    else:
        return text, ""
    words = nfc(text).replace("(", " ").replace(")", " ").split()
    for count in range(len(words) - 1, 0, -1):
        start = " ".join(words[:count]).rstrip(" .,;:-–")
        rest = " ".join(words[count:]).strip(" ,;:-–")
        if _is_choice(item, start):
            if set(key_of(rest).split()) <= _CHOICE_NOISE:
                return start, ""
            return (start, rest) if item.rest_in and _is_subject(rest) else (text, "")
    return text, ""


def _is_choice(item: Field, text: str) -> bool:
    try:
        return item.parse(text) is not None
    except ValueError:
        return False


def _is_subject(text: str) -> bool:
    """Words alone, without the commas and numbers of a list of several degrees."""
    return all(letter.isalpha() or letter in " -–&" for letter in text)
