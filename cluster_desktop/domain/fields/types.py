"""The types of fields: how a value is read, checked and shown, and what lists and tables need to know of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from cluster_desktop.domain.fields.choices import Choice, LateChoices, PlainChoice, label_of
from cluster_desktop.domain.text import names, numbers
from cluster_desktop.domain.text.dates import DateProblem, PartialDate, parse_date

POINT = 100
"""One point of a score sheet as it is stored: in hundredths."""

Value = str | int | bool | PartialDate | None


class FieldType:
    """The type of a field. The name of a value in a sentence is handed in as *label*."""

    CODE: ClassVar[str] = "text"
    """The word for the type, as the command line tells it."""
    WIDTH: ClassVar[int] = 16
    """The usual width of a column, in characters."""
    numeric: ClassVar[bool] = False
    """True for columns that are aligned to the right."""
    free: ClassVar[bool] = False
    """True where any words may stand, which are then put in order as words are."""
    counted: ClassVar[bool] = False
    """True for a number of things."""
    choices: Sequence[Choice] = ()
    refers_to: str = ""

    @staticmethod
    def tidy(text: str) -> str:
        """Compose and trim a text."""
        return names.nfc(text)

    def read(self, label: str, text: str) -> Value:
        """The value of a tidy text that is not empty. Raises ValueError with one sentence that says what is right."""
        raise NotImplementedError

    def check(self, label: str, value: Value) -> None:
        """Refuse a value that cannot be stored. Raises ValueError as :meth:`read` does."""
        if isinstance(value, str):
            self.read(label, value)

    def show(self, value: Value) -> str:
        """The words a person reads for a stored value that is not None."""
        return str(value)

    def load(self, kept: Any) -> Value:
        """The value of what the journal keeps."""
        value: Value = kept
        return value

    def plain(self, value: Value) -> str | int | float | None:
        """The value as other programs read it; what is typed so is read as the same again."""
        return value.iso if isinstance(value, PartialDate) else value


class Text(FieldType):
    """One line of text, at most so many letters long."""

    free = True
    LENGTH: ClassVar[int] = 200

    def __init__(self, max_length: int = 0) -> None:
        self.max_length = max_length or self.LENGTH

    def read(self, label: str, text: str) -> Value:
        """The text itself."""
        if len(text) > self.max_length:
            raise ValueError(f"{label} dài {len(text)} ký tự; tối đa {self.max_length}. Hãy viết gọn lại.")
        return text


class LongText(Text):
    """Several lines of text."""

    CODE = "long_text"
    WIDTH = 40
    LENGTH = 4000

    @staticmethod
    def tidy(text: str) -> str:
        """Trim the text and keep its lines."""
        return names.nfc_lines(text)


class Name(Text):
    """A name of a person; sorted and searched as Vietnamese names are."""

    CODE = "name"
    WIDTH = 24

    def read(self, label: str, text: str) -> Value:
        """The name, which has letters."""
        if not any(letter.isalpha() for letter in text):
            raise ValueError(f"{label} phải có chữ cái.")
        return super().read(label, text)


class Suggestion(Text):
    """Free text with the usual words offered."""

    CODE = "suggestion"

    def __init__(self, words: Iterable[str], max_length: int = 0) -> None:
        super().__init__(max_length)
        self.choices = tuple(PlainChoice(word, word) for word in words)


class Digits(Text):
    """Digits that spreadsheets take for a number, so that zeros in front get lost.

    ``whole`` says for a length that cannot be how many digits there were, ``name`` what a notice calls them;
    ``typed``: whether digits that stand as text may lack zeros as well.
    """

    CODE = "digits"

    def __init__(self, name: str, whole: Mapping[int, int], max_length: int = 0, *, typed: bool = True) -> None:
        super().__init__(max_length)
        self.name, self.whole, self.typed = name, whole, typed

    def restored(self, digits: str) -> str:
        """The digits with the zeros that a number has lost."""
        return digits.zfill(self.whole.get(len(digits), 0))


class Date(FieldType):
    """A date of which the day or the month may be unknown."""

    CODE = "date"
    WIDTH = 11

    def read(self, label: str, text: str) -> Value:
        """The date in any of the ways people write it."""
        try:
            return parse_date(text)
        except DateProblem as problem:
            raise ValueError(str(problem)) from None

    def show(self, value: Value) -> str:
        """As far as it is known: "02/09/1976", "1976"."""
        return value.show() if isinstance(value, PartialDate) else str(value)

    def load(self, kept: Any) -> Value:
        """The date of its ISO text."""
        return PartialDate.from_iso(kept)


class Integer(FieldType):
    """A whole number, not negative unless said."""

    CODE = "integer"
    WIDTH = 9
    MOST: ClassVar[int] = 10**9
    EXPECTED: ClassVar[str] = "Gõ số nguyên, ví dụ 12 hoặc 1.490.000."
    ODD: ClassVar[str] = "{} phải là số nguyên."
    UNIT: ClassVar[int] = 1
    numeric = True
    counted = True

    def __init__(self, minimum: int = 0, maximum: int = 0) -> None:
        self.minimum, self.maximum = minimum, maximum or self.MOST

    def read(self, label: str, text: str) -> Value:
        """The number in units of storage."""
        try:
            number = numbers.parse_number(text) * self.UNIT
        except numbers.NumberProblem:
            raise ValueError(self.EXPECTED) from None
        if number != int(number):
            raise ValueError(self.ODD.format(label))
        self.check(label, int(number))
        return int(number)

    def check(self, label: str, value: Value) -> None:
        """Refuse what is too small or too large."""
        super().check(label, value)
        if isinstance(value, int) and value < self.minimum:
            raise ValueError(f"{label} không được nhỏ hơn {self._bound(self.minimum)}.")
        if isinstance(value, int) and value > self.maximum:
            raise ValueError(f"{label} không được lớn hơn {self._bound(self.maximum)}.")

    def show(self, value: Value) -> str:
        """Show the number with dots between thousands."""
        return self._bound(value) if isinstance(value, int) else str(value)

    def _bound(self, number: int) -> str:
        return numbers.show_number(Decimal(number) / self.UNIT if self.UNIT != 1 else number)


class Money(Integer):
    """An amount in đồng."""

    CODE = "money"
    WIDTH = 14
    MOST = 10**12
    counted = False


class Points(Integer):
    """Points of a score sheet with at most two decimals, stored as whole hundredths so that sums are exact."""

    CODE = "points"
    WIDTH = 8
    MOST = 1000 * POINT
    EXPECTED = "Gõ điểm như 8 hoặc 7,25."
    ODD = "{} có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,75."
    UNIT = POINT
    counted = False

    def plain(self, value: Value) -> str | int | float | None:
        """Points, not the hundredths that are stored."""
        return value / POINT if isinstance(value, int) else super().plain(value)


class Year(Integer):
    """A calendar year."""

    CODE = "year"
    WIDTH = 7
    MOST = 2100
    counted = False

    def __init__(self, minimum: int = 1945, maximum: int = 0) -> None:
        super().__init__(minimum, maximum)

    def read(self, label: str, text: str) -> Value:
        """Read a year of four digits."""
        if not (text.isdecimal() and len(text) == 4):
            raise ValueError("Gõ năm bằng bốn chữ số, ví dụ 2020.")
        self.check(label, int(text))
        return int(text)

    def show(self, value: Value) -> str:
        """Show the year without a dot."""
        return str(value)


class OneOf(FieldType):
    """A word of a closed vocabulary, stored as its code."""

    CODE = "choice"

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.choices = choices if isinstance(choices, LateChoices) else tuple(choices)

    def read(self, label: str, text: str) -> Value:
        """The code of the word, in any of its spellings."""
        folded = _loose(text)
        for choice in self.choices:
            if folded in {_loose(word) for word in (choice.code, choice.label, *choice.aliases)}:
                return choice.code
        raise self._unknown(label, text)

    def check(self, label: str, value: Value) -> None:
        """Refuse a code that the vocabulary does not have."""
        if not any(choice.code == value for choice in self.choices):
            raise self._unknown(label, str(value))

    def show(self, value: Value) -> str:
        """The word; the code itself where the vocabulary does not have it."""
        return label_of(self.choices, str(value))

    def _unknown(self, label: str, text: str) -> ValueError:
        words = ", ".join(choice.label for choice in self.choices[:8])
        more = "…" if len(self.choices) > 8 else ""
        return ValueError(f"{label} không có mục “{text[:40]}”. Hãy chọn một trong: {words}{more}.")


class Flag(FieldType):
    """True, False or not recorded."""

    CODE = "yes_no"
    WIDTH = 8

    def read(self, label: str, text: str) -> Value:
        """Read yes or no from an x or a word."""
        word = names.fold(text)
        if word in ("x", "co", "1", "yes", "true", "dung"):
            return True
        if word in ("khong", "0", "no", "false", "sai"):
            return False
        raise ValueError(f"{label}: ghi “x” hoặc “có” nếu đúng, để trống nếu không.")

    def check(self, label: str, value: Value) -> None:
        """Take either."""

    def show(self, value: Value) -> str:
        """A word."""
        return "Có" if value else "Không"


class Reference(FieldType):
    """The uid of a record of another kind."""

    CODE = "reference"
    WIDTH = 20

    def __init__(self, refers_to: str) -> None:
        self.refers_to = refers_to

    def read(self, label: str, text: str) -> Value:
        """The text itself: a record is looked up by whoever knows the file."""
        return Text().read(label, text)

    def check(self, label: str, value: Value) -> None:
        """Take any: whether the record is there the file knows."""


def show_points(hundredths: int) -> str:
    """Points as people write them: 1250 hundredths are "12,5"."""
    return Points().show(hundredths)


_DOTS = re.compile(r"\s*\.\s*")


def _loose(text: str) -> str:
    """Folded text in which sĩ/sỹ, hyphens, apostrophes and dots make no difference, to meet everyday spellings."""
    plain = _DOTS.sub("", names.fold(text))
    return plain.replace("'", "").replace("y", "i").replace("-", " ").replace("_", " ").replace("  ", " ")
