"""The numbers an office gave its papers."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.numbering import SYMBOLS, series_of
from cluster_desktop.records.models import Setting
from cluster_desktop.records.queries.units.office import office

_PREFIX = "number."


@dataclass(frozen=True, slots=True)
class NumberedPaper:
    """A paper that carries a number: which one, of which year, of which unit ('' for the cluster).

    ``about`` is the nomination or the council session it is made for; '' for the one paper of the year.
    """

    paper: str
    year: int
    unit_uid: str = ""
    about: str = ""

    @property
    def own(self) -> str:
        """What tells it from other papers of its series."""
        return f"{self.paper}.{self.year}" + (f".{self.about}" if self.about else "")


def series_key(session: Session, paper: NumberedPaper) -> str:
    """The beginning of the settings that hold the numbers of the paper's series."""
    profile = office(session)
    series = series_of(paper.year, party=profile.form == "DANG")
    return f"{_PREFIX}{paper.unit_uid or profile.unit_uid or 'cụm'}.{series}.{SYMBOLS[paper.paper]}."


def numbers_of(session: Session, paper: NumberedPaper) -> dict[str, int]:
    """Every number of the paper's series, by the paper's own name."""
    start = series_key(session, paper)
    found = select(Setting.key, Setting.value).where(Setting.key.startswith(start, autoescape=True))
    rows = session.execute(found.where(Setting.deleted_at.is_(None)))
    return {key.removeprefix(start): int(value) for key, value in rows if value.isdigit() and int(value)}


def number_of(session: Session, paper: NumberedPaper) -> int | None:
    """The number a paper was given."""
    return numbers_of(session, paper).get(paper.own) if paper.paper in SYMBOLS else None
