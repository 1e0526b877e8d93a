"""The numbers an office gave its documents."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.numbering import series_of
from cluster_desktop.domain.units.vocabulary import PaperForm
from cluster_desktop.records.closed_years import NUMBER
from cluster_desktop.records.models import Setting, Unit
from cluster_desktop.records.queries.units.issuers import head_unit


@dataclass(frozen=True, slots=True)
class NumberedDocument:
    """A document that carries a number: its key, its symbol ("TTr"), its year, its unit ('' for the cluster).

    ``about`` is the nomination or the council session it is made for; '' for the one document of the year.
    """

    key: str
    symbol: str
    year: int
    unit_uid: str = ""
    about: str = ""

    @property
    def own(self) -> str:
        """Key that sets it apart from other documents of its series."""
        return f"{self.key}.{self.year}" + (f".{self.about}" if self.about else "")


def series_key(session: Session, document: NumberedDocument) -> str:
    """The beginning of the settings that hold the numbers of the document's series."""
    unit = session.get(Unit, document.unit_uid) if document.unit_uid else head_unit(session, document.year)
    series = series_of(document.year, party=unit is not None and unit.form == PaperForm.PARTY)
    return f"{NUMBER}{document.unit_uid or 'cụm'}.{series}.{document.symbol}."


def numbers_of(session: Session, document: NumberedDocument) -> dict[str, int]:
    """Every number of the document's series, by the document's own name."""
    start = series_key(session, document)
    settings = select(Setting.key, Setting.value).where(Setting.key.startswith(start, autoescape=True))
    rows = session.execute(settings)
    return {key.removeprefix(start): int(value) for key, value in rows if value.isdigit() and int(value)}


def number_of(session: Session, document: NumberedDocument) -> int | None:
    """The number a document was given."""
    return numbers_of(session, document).get(document.own)
