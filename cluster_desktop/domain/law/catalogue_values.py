"""The values of the catalogue: how each kind is read from what people type, kept in a setting, and shown."""

import datetime
import re
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from cluster_desktop.domain.awards.dossiers import PartKind
from cluster_desktop.domain.fields.choices import Choice, PlainChoice, Word, label_of
from cluster_desktop.domain.people.vocabulary import DisciplineMeasure, QualityClass, RecognitionLevel
from cluster_desktop.domain.text.names import fold, nfc
from cluster_desktop.domain.text.numbers import parse_number, show_number

Amount = int | bool | str | Decimal | tuple[str, ...] | None
NOTHING: Final = "không quy định"
"""The words for a rule without a figure, which is not looked at."""
_NONE: Final = "-"
_DAY: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(\+1)?")
_LARGEST: Final = 10**9


class Group(StrEnum):
    """A group of values on the page; also the beginning of their keys."""

    SALARY = "salary"
    BONUS = "bonus"
    RULE = "rule"
    VOTE = "vote"
    DOSSIER = "dossier"
    DEADLINE = "deadline"


class ValueKind(StrEnum):
    """The kind of a value."""

    MONEY = "money"
    DECIMAL = "decimal"
    INTEGER = "integer"
    PERCENT = "percent"
    YES_NO = "yes_no"
    QUALITY = "quality"
    MEASURE = "measure"
    LEVEL = "level"
    ROUNDING = "rounding"
    PARTS = "parts"
    DAY = "day"
    FACT = "fact"
    """Nothing: the rule has no figure."""


class Rounding(Word):
    """The way a fraction is rounded to a whole number."""

    HALF_UP = "HALF_UP", "làm tròn từ một nửa"
    FLOOR = "FLOOR", "bỏ phần lẻ"
    CEILING = "CEILING", "làm tròn lên"


_YES_NO: Final = (PlainChoice("yes", "có"), PlainChoice("no", "không"))
CHOICES: Final[dict[ValueKind, tuple[Choice, ...]]] = {
    ValueKind.YES_NO: _YES_NO,
    ValueKind.QUALITY: tuple(QualityClass),
    ValueKind.MEASURE: tuple(DisciplineMeasure)[:-1],
    ValueKind.LEVEL: tuple(RecognitionLevel),
    ValueKind.ROUNDING: tuple(Rounding),
}
"""The kinds whose values are chosen, with what there is to choose."""
_NEEDED: Final = (ValueKind.MONEY, ValueKind.DECIMAL, ValueKind.ROUNDING, ValueKind.PARTS, ValueKind.DAY)
"""Kinds that cannot be left without a value."""
_MEASURED: Final = (ValueKind.MONEY, ValueKind.DECIMAL, ValueKind.INTEGER, ValueKind.PERCENT, ValueKind.DAY)


def offered(kind: ValueKind) -> tuple[str, ...]:
    """The words to choose from; empty for kinds that are typed."""
    words = tuple(choice.label for choice in CHOICES.get(kind, ()))
    return (NOTHING, *words) if words and kind not in (*_NEEDED, ValueKind.YES_NO) else words


def show_amount(kind: ValueKind, value: Amount) -> str:
    """A value as people read it: "2.340.000", "15%", "Hoàn thành tốt nhiệm vụ"."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return label_of(_YES_NO, "yes" if value else "no")
    if isinstance(value, tuple):
        return "; ".join(PartKind.label_of(part) for part in value)
    if isinstance(value, str):
        return _show_day(value) if kind is ValueKind.DAY else label_of(CHOICES.get(kind, ()), value)
    return f"{show_number(value)}%" if kind is ValueKind.PERCENT else show_number(value)


def read_amount(kind: ValueKind, text: str) -> Amount:
    """The value in *text*, typed or kept. Raises ValueError with one sentence for the user."""
    words = nfc(text)
    if words in ("", _NONE, NOTHING):
        if kind in _NEEDED:
            raise ValueError("Mục này phải có giá trị. Gõ giá trị, hoặc chọn “Trở về theo luật”.")
        return None
    if kind in CHOICES:
        return _choice(kind, words)
    if kind is ValueKind.PARTS:
        return _parts(words)
    if kind is ValueKind.DAY:
        return _day(words)
    return _number(kind, words)


def kept(kind: ValueKind, value: Amount) -> str:
    """The text of a setting that :func:`read_amount` reads back: codes, not the words of today."""
    if value is None:
        return _NONE
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value)
    return value if isinstance(value, str) else show_amount(kind, value)


def written(kind: ValueKind, value: Any = _NONE) -> Amount:
    """The value as the file of the law writes it, in codes. Raises ValueError with one sentence."""
    if value == _NONE and kind not in _NEEDED:
        return None
    if kind is ValueKind.YES_NO and isinstance(value, bool):
        return value
    if kind is ValueKind.PARTS and isinstance(value, list) and set(value) <= set(PartKind):
        return tuple(value)
    if kind is not ValueKind.YES_NO and any(value == choice.code for choice in CHOICES.get(kind, ())):
        return str(value)
    if kind in _MEASURED and type(value) in ((str,) if kind is ValueKind.DAY else (int, Decimal)):
        read = read_amount(kind, kept(kind, value))  # within the limits of what is typed
        return value if isinstance(value, Decimal) else read
    raise ValueError(f"“{value}” không phải giá trị kiểu “{kind}”")


def _choice(kind: ValueKind, words: str) -> Amount:
    folded = fold(words)
    for choice in CHOICES[kind]:
        if folded in {fold(word) for word in (choice.code, choice.label, *choice.aliases)}:
            return choice.code == "yes" if kind is ValueKind.YES_NO else choice.code
    raise ValueError(f"Không có mục “{words[:40]}”. Hãy chọn: {', '.join(offered(kind))}.")


def _parts(words: str) -> tuple[str, ...]:
    codes = {fold(part.label): part.code for part in PartKind}
    named = [part.strip() for part in words.split(";") if part.strip()]
    if not named:
        raise ValueError("Ghi tên từng thành phần hồ sơ, cách nhau bằng dấu chấm phẩy.")
    return tuple(dict.fromkeys(codes.get(fold(part), part) for part in named))


def _day(words: str) -> str:
    match = _DAY.fullmatch(words.replace(" năm sau", "+1").replace(" ", ""))
    try:
        if not match:
            raise ValueError
        day = datetime.date(2023, int(match[2]), int(match[1]))  # not a leap year, so 29/2 is refused
    except ValueError:
        raise ValueError("Gõ ngày/tháng, ví dụ 10/12; hạn của năm sau thì thêm “năm sau”.") from None
    return f"{day.day}/{day.month}{match[3] or ''}"


def _show_day(text: str) -> str:
    return text.replace("+1", " năm sau")


def _number(kind: ValueKind, words: str) -> Amount:
    value = parse_number(words.removesuffix("%").strip())
    if kind is ValueKind.DECIMAL:
        exact = Decimal(value)
        if not 0 <= exact <= 1000:
            raise ValueError("Hệ số từ 0 đến 1.000, ví dụ 0,3 hoặc 1,5.")
        return exact
    if not isinstance(value, int):
        raise ValueError("Mục này là số nguyên.")
    if kind is ValueKind.PERCENT and not 0 < value <= 100:
        raise ValueError("Tỷ lệ từ 1 đến 100%.")
    if not (kind is ValueKind.MONEY or 0 <= value <= 999) or not 0 <= value <= _LARGEST:
        raise ValueError("Số này nhỏ hơn hoặc lớn hơn mức có thể có. Hãy kiểm tra lại.")
    if kind is ValueKind.MONEY and value == 0:
        raise ValueError("Mức tiền phải lớn hơn 0.")
    return value


def due_on(day: str, year: int) -> datetime.date:
    """The day by which something for an achievement of *year* is due ("31/12+1" = 31/12 of the next year)."""
    date, plus, _next_year = day.partition("+")
    number, month = (int(part) for part in date.split("/"))
    return datetime.date(year + bool(plus), month, number)
