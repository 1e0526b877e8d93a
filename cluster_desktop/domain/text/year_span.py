"""One year, several years in a row, or all of them: what a report looks at."""

from dataclasses import dataclass
from typing import Final, Self


@dataclass(frozen=True, slots=True)
class YearSpan:
    """The years from *first* to *last*, both of them in it; None leaves that end open."""

    first: int | None = None
    last: int | None = None

    @classmethod
    def of(cls, year: int | None) -> Self:
        """One year; every year for None."""
        return cls(year, year)

    @property
    def single(self) -> int | None:
        """The year of a span that has only one."""
        return self.first if self.first == self.last else None

    def show(self) -> str:
        """ "năm 2020", "từ năm 2018 đến năm 2020", "từ năm 2018", "đến năm 2020"; '' for every year."""
        if self.single is not None:
            return f"năm {self.single}"
        parts = (f"từ năm {self.first}" if self.first else "", f"đến năm {self.last}" if self.last else "")
        return " ".join(filter(None, parts))


EVERY_YEAR: Final = YearSpan()
