"""The description of a printable document: its name, the questions it asks, its number, its composing."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from enum import Enum, StrEnum
from typing import Final

from sqlalchemy.orm import Session

from cluster_desktop.documents.content.content import Document
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.year_span import EVERY_YEAR, YearSpan
from cluster_desktop.records.queries.printing.numbering import NumberedDocument
from cluster_desktop.records.queries.units.office import home_uid


class Question(StrEnum):
    """A question of a document; the value is the option of the command line."""

    YEAR = "year"
    UNIT = "unit"
    PERSON = "person"
    DECISION = "decision"
    SESSION = "session"


class DocumentScope(Enum):
    """Whose a document is: letterhead, place, number series and signature follow from it."""

    UNIT = "unit"
    """Of the unit asked for, else of ours; of the cluster where all units are asked for, or where we are its office."""
    CLUSTER = "cluster"
    """Always of the cluster: the head of that year's head unit signs."""


class DocumentGroup(StrEnum):
    """The place of a document in the window."""

    REPORTS = "Báo cáo, danh sách"
    YEAR = "Hồ sơ thi đua"


SETTLED_BY: Final[Mapping[Question, frozenset[Question]]] = {
    Question.DECISION: frozenset({Question.YEAR, Question.UNIT}),
    Question.SESSION: frozenset({Question.YEAR, Question.UNIT}),
    Question.PERSON: frozenset({Question.UNIT}),
}
"""The questions that are answered along with another one: a decision has its year and its unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The answers for one document; None where a question is left open."""

    year: int | None = None
    span: YearSpan = EVERY_YEAR
    """Several years instead of one, for a document that makes sense over years."""
    unit_uid: str | None = None
    """The unit asked for; None for ours."""
    whole: bool = False
    """True where all units are asked for together."""
    person_uid: str | None = None
    decision_uid: str | None = None
    session_uid: str | None = None
    """The council session that minutes are of; the newest one of the year where it is left open."""
    about: str = ""
    """The nomination or council session of a numbered document; '' for the document of the year."""
    today: datetime.date = field(default_factory=datetime.date.today)
    dated: PartialDate | None = None
    """What stands on the document as its day, where somebody says so."""
    document: "Printable | None" = None
    """The document that is asked for, once it is being composed."""

    @property
    def years(self) -> YearSpan:
        """The years asked for: several, one, or every year."""
        return YearSpan.of(self.year) if self.span == EVERY_YEAR else self.span

    @property
    def last_day(self) -> datetime.date:
        """The last day of the years asked for, or today: as of it units are named that are listed without a record."""
        last = self.years.last
        return self.today if last is None else min(self.today, datetime.date(last, 12, 31))

    @property
    def emulation_year(self) -> int:
        """The year asked for, else this year."""
        return self.year or self.today.year

    @property
    def written_on(self) -> datetime.date | PartialDate | None:
        """The day on the document: as it was said, else today, or open for a year whose documents are long written."""
        if self.dated is not None:
            return self.dated.latest if self.dated.precision == "day" else self.dated
        return self.today if self.year is None or self.year >= self.today.year - 1 else None

    @property
    def judged_on(self) -> datetime.date:
        """The day whose law the document follows."""
        written = self.written_on or datetime.date(self.emulation_year, 12, 31)
        return written.latest if isinstance(written, PartialDate) else written

    def on(self, day: PartialDate | None) -> "Request":
        """Copy the request for a document of that day, as the book stood then; as it stands for one without a day."""
        whole = day is not None and day.precision == "day"
        return replace(self, dated=day, today=day.latest if day is not None and whole else self.today)


Compose = Callable[[Session, Request], Document]
YEAR: Final = frozenset({Question.YEAR})
YEAR_AND_UNIT: Final = YEAR | {Question.UNIT}


@dataclass(frozen=True, slots=True)
class Printable:
    """One kind of document, as window, command line and numbering know it.

    ``compose`` reads the records and gives the content; it raises Refused when a question it cannot do
    without is left open.
    """

    key: str
    title: str
    icon: str
    compose: Compose
    _: KW_ONLY
    scope: DocumentScope
    group: DocumentGroup = DocumentGroup.YEAR
    asks: frozenset[Question] = YEAR_AND_UNIT
    needs: Question | None = None
    """The question it cannot be composed without; a report about somebody may be about a unit instead."""
    symbol: str = ""
    """The sign for the kind of document in its number, as Decree 30/2020/NĐ-CP abbreviates it; '' for none."""
    single_unit: bool = False
    """True for a document about exactly one unit (or person), never about all of them."""
    up_to_year: bool = False
    """True where a year means the state at its end, and no year the state of today."""
    over_years: bool = False
    """True for a document that can be made of several years together."""
    worded: bool = False
    """True where it has words even for a year of which nothing is recorded."""

    def read(self, session: Session, request: Request) -> Document:
        """Compose the document from the records. Raises Refused and RecordMissing."""
        return self.compose(session, self.asked(session, request))

    def asked(self, session: Session, request: Request) -> Request:
        """Copy the request for this document, whose number it then bears, and for the unit whose it is."""
        of_cluster = self.of_cluster or request.whole
        unit_uid = None if of_cluster else request.unit_uid or home_uid(session)
        return replace(request, document=self, unit_uid=unit_uid)

    def number_in_series(self, request: Request) -> NumberedDocument:
        """Identify the document in its series of numbers; for a document that has a symbol."""
        unit_uid = "" if self.of_cluster else request.unit_uid or ""
        return NumberedDocument(self.key, self.symbol, request.emulation_year, unit_uid, request.about)

    @property
    def of_cluster(self) -> bool:
        """True for a document of the cluster, never of one unit."""
        return self.scope is DocumentScope.CLUSTER

    @property
    def settling(self) -> Question | None:
        """The question whose answer makes others needless; None when there is none."""
        return next((question for question in SETTLED_BY if question in self.asks), None)
