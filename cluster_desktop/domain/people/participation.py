"""The activities and awards of a person or unit over the years, each line leading to its record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationLine:
    """One line: what it was, when and where, and the record (kind, uid) it stands in."""

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
class Participation:
    """The lines, newest year first, with a note about them."""

    lines: tuple[ParticipationLine, ...]
    note: str = ""


def in_order(lines: list[ParticipationLine]) -> tuple[ParticipationLine, ...]:
    """Sort by year, the newest first; lines of one year stay in their order."""
    return tuple(sorted(lines, key=lambda line: -line.year))
