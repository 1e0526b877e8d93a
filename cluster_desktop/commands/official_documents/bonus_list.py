"""The bonuses of one decision, or of all decisions of the schools themselves in a year."""

from dataclasses import replace

from sqlalchemy.orm import Session

from cluster_desktop.commands.law.catalogue import catalogue_of
from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import (
    YEAR_AND_UNIT,
    DocumentScope,
    Printable,
    Question,
    Request,
)
from cluster_desktop.documents.awards.bonus import bonus_list
from cluster_desktop.documents.content.content import Document
from cluster_desktop.domain.awards.decision_names import decision_named
from cluster_desktop.domain.law.bonus import bonuses
from cluster_desktop.domain.printing.certification import issuer_of
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.awards import decisions
from cluster_desktop.records.queries.awards.bonus import bonus_awards


def _compose(session: Session, request: Request) -> Document:
    year, decision = request.emulation_year, request.decision_uid
    if decision:
        facts = decisions.decision_facts(session, decision)
        words = f"Theo {decision_named(facts.number, facts.decided_on, issuer_of(facts))}"
        request = replace(request, unit_uid=decisions.issuer(session, decision) or request.unit_uid)
    else:
        words = f"Khen thưởng của cơ sở năm {year}"
    due = bonus_awards(
        session, year=year, unit_uid=request.unit_uid, decision_uid=decision, day=PartialDate.of(request.today)
    )
    table = catalogue_of(session).bonus_table
    paid = [bonus for bonus in bonuses(due.all, table) if bonus.award.uid in due.asked]
    return bonus_list(frame_of(session, request), paid, words)


DOCUMENT = Printable(
    "bonus-list",
    "Danh sách chi thưởng",
    "gift",
    _compose,
    asks=YEAR_AND_UNIT | {Question.DECISION},
    scope=DocumentScope.UNIT,
)
