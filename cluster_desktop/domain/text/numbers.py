"""Numbers and money the Vietnamese way: 1.234,5 in figures, "Một triệu bốn trăm chín mươi nghìn" in words."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from cluster_desktop.domain.text.names import fold
from cluster_desktop.errors import UserError

Number = int | float | Decimal

LARGEST_IN_WORDS: Final = 10**15
_EXACT: Final = Context(prec=200, rounding=ROUND_HALF_UP)
_HOW_TO_TYPE: Final = "Gõ số như 1.490.000 hoặc 1.234,5: dấu chấm giữa các nhóm ba chữ số, dấu phẩy trước phần lẻ."


class NumberProblem(UserError, ValueError):
    """The text is no number, or the number cannot be shown; ``str`` of it is one sentence for the user."""


def _exact(value: Number) -> Decimal:
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise NumberProblem("Kết quả này không phải là một số; hãy kiểm tra lại các số đã nhập.")
    return exact


def show_number(value: Number, places: int | None = None) -> str:
    """ "1.234,5": exactly ``places`` decimals, or as many as the value has.

    Half goes away from zero, as people round. Raises NumberProblem on nan and infinity.
    """
    exact = _exact(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    whole, _, fraction = f"{exact:f}".partition(".")
    sign = "-" if whole.startswith("-") and exact else ""
    groups = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    fraction = fraction.rstrip("0") if places is None else fraction
    return f"{sign}{groups},{fraction}" if fraction else f"{sign}{groups}"


_CURRENCY: Final = re.compile(r" ?(?:dong|vnd|d|₫)$")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([. ])[0-9]{3})(?:\1[0-9]{3})*")
_WHOLE: Final = re.compile(r"[0-9]+")
_SIGNED: Final = re.compile(r"([-−–+]?) ?(.{1,60})")


def parse_number(text: str) -> int | Decimal:
    """Reads a number as it is written in Vietnamese: "1.490.000" is a whole number, "1,5" is one and a half.

    Spaces may part the groups and "đ" or "đồng" may follow. A dot before exactly three digits parts groups
    ("1.500" is 1500); a single dot that cannot ("1.5", "0.125", "1234.5") is taken as the decimal sign, for
    it has no other reading. English commas ("1,234.5", "1,234,567") are refused rather than guessed at.
    Raises NumberProblem.
    """
    signed = _SIGNED.fullmatch(_CURRENCY.sub("", fold(text)))
    if not signed:
        raise NumberProblem(_HOW_TO_TYPE)
    sign = "-" if signed.group(1) in ("-", "−", "–") else ""
    whole, comma, fraction = signed.group(2).partition(",")
    if not comma and not _GROUPED.fullmatch(whole):
        whole, comma, fraction = whole.partition(".")
    if not (_WHOLE.fullmatch(whole) or _GROUPED.fullmatch(whole)) or (comma and not _WHOLE.fullmatch(fraction)):
        raise NumberProblem(_HOW_TO_TYPE)
    digits = sign + re.sub(r"[. ]", "", whole)
    return Decimal(f"{digits}.{fraction}") if comma else int(digits)


def show_money(dong: int | Decimal) -> str:
    """ "1.490.000 đồng"."""
    return f"{show_number(dong)} đồng"


def count_words(count: int) -> str:
    """A count in prose: 1 to 9 take a zero ("05 đồng chí"), larger ones their groups ("1.204")."""
    return f"{count:02d}" if 0 < count < 10 else show_number(count)


def percent(part: Number, whole: Number, places: int = 1) -> str:
    """The share, "55,4%"; nothing is "0%", the whole "100%", and "–" where there is nothing to take a share of."""
    total = _exact(whole)
    if total and _exact(part) in (0, total):
        return "100%" if part else "0%"
    return f"{show_number(_exact(part) * 100 / total, places)}%" if total else "–"


_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _unit_after_tens(unit: int, tens: int) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1 and unit in (1, 4):
        return "mốt" if unit == 1 else "tư"
    return _DIGITS[unit]


def _below_thousand(number: int, leading: bool) -> list[str]:
    """Words of 1 to 999; a group that is not the leading one names its missing hundreds."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
        words += [_unit_after_tens(unit, tens)] if unit else []
    elif unit:
        words += [*(["linh"] if words else []), _DIGITS[unit]]
    return words


def _positive(number: int, leading: bool) -> list[str]:
    above, rest = divmod(number, 10**9)
    words = [*_positive(above, leading), "tỷ"] if above else []
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words += [*_below_thousand(group, leading and not words), *([name] if name else [])]
    return words


def in_words(number: int) -> str:
    """The number read aloud with a capital first: 1490000 -> "Một triệu bốn trăm chín mươi nghìn".

    Northern official reading: mốt, tư and lăm after tens, linh for missing tens, nghìn, tỷ.
    Raises NumberProblem beyond 10^15.
    """
    if abs(number) > LARGEST_IN_WORDS:
        raise NumberProblem("Số này quá lớn để đọc thành chữ; hãy kiểm tra lại số tiền.")
    words = _positive(abs(number), leading=True) or [_DIGITS[0]]
    return " ".join([*(["âm"] if number < 0 else []), *words]).capitalize()


def money_in_words(dong: int) -> str:
    """ "Một triệu bốn trăm chín mươi nghìn đồng". Raises NumberProblem beyond 10^15."""
    return f"{in_words(dong)} đồng"
