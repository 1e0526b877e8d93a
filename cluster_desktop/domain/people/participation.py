"""What somebody did or was given over the years, each line leading to its record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One line: what it was, when, and the record (kind, uid) it stands in."""

    year: int
    day: str
    what: str
    where: str
    kind: str
    uid: str

    @property
    def words(self) -> str:
        """Two lines for a list: what, then when and where."""
        return f"{self.what}\n{' · '.join(part for part in (self.day, self.where) if part)}"


@dataclass(frozen=True, slots=True)
class Traces:
    """The lines, newest year first, and what has to be known about them."""

    lines: tuple[Trace, ...]
    note: str = ""


def in_order(lines: list[Trace]) -> tuple[Trace, ...]:
    """The newest year first, within it as they were found."""
    return tuple(sorted(lines, key=lambda line: -line.year))
