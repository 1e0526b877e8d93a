"""The numbering of certificates: "{so:03d}/GK-TCT" counts 001/GK-TCT, 002/GK-TCT … through a year."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from cluster_desktop import errors

_NUMBER: Final = re.compile(r"\{so(?::0?([1-9])d)?\}")
_YEAR: Final = "{nam}"
_LONGEST: Final = 60
_HELP: Final = "Ví dụ {so:03d}/GK-TCT; {so:03d} là số gồm ít nhất ba chữ số, {nam} là năm của quyết định."


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """The numbers of one pattern in one year."""

    before: str
    width: int
    after: str
    year: int

    def show(self, number: int) -> str:
        """A number as it is printed."""
        return f"{self.before}{number:0{self.width}d}{self.after}"

    def value(self, text: str) -> int | None:
        """The number in a printed one; None for one of another series."""
        inner = text.removeprefix(self.before).removesuffix(self.after)
        if text != f"{self.before}{inner}{self.after}" or not (inner.isascii() and inner.isdigit()):
            return None
        return int(inner)


def series_of(pattern: str, year: int) -> NumberSeries:
    """The series of a pattern in a year. Raises Refused for one that cannot count, with how to write it."""
    numbers = list(_NUMBER.finditer(pattern.strip()))
    if len(numbers) != 1:
        raise errors.Refused(f"Mẫu số giấy phải có {{so}} đúng một lần. {_HELP}")
    [number] = numbers
    before, after = pattern.strip()[: number.start()], pattern.strip()[number.end() :]
    before, after = before.replace(_YEAR, str(year)), after.replace(_YEAR, str(year))
    if any(brace in before + after for brace in "{}"):
        raise errors.Refused(f"Mẫu số giấy có mục lạ trong ngoặc nhọn. {_HELP}")
    if len(before + after) > _LONGEST - 10:
        raise errors.Refused(f"Mẫu số giấy dài quá. {_HELP}")
    return NumberSeries(before, int(number.group(1) or 1), after, year)


def next_after(used: Collection[int]) -> int:
    """The number after the highest one used."""
    return max(used, default=0) + 1


def gaps(used: Collection[int]) -> tuple[int, ...]:
    """The numbers below the highest one that nobody has."""
    taken = set(used)
    return tuple(number for number in range(1, max(taken, default=0)) if number not in taken)
