"""The achievement report of a person or a unit, in the form of the decree of its day."""

from dataclasses import replace

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import (
    YEAR_AND_UNIT,
    DocumentScope,
    Printable,
    Question,
    Request,
)
from cluster_desktop.documents.awards import achievement
from cluster_desktop.documents.content.content import Document
from cluster_desktop.domain.printing.report_forms import ReportForm, form_on
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Person
from cluster_desktop.records.queries.careers.as_of import stint_on
from cluster_desktop.records.queries.printing.achievements import occasion_in, person_achievement, unit_achievement


def form_of(request: Request) -> ReportForm:
    """Choose the form of achievement reports on the day they are written, or at the end of their year."""
    return form_on(law().report_forms, request.judged_on)


def _compose(session: Session, request: Request) -> Document:
    uid = request.person_uid or request.unit_uid
    if uid is None:
        raise errors.Refused("Báo cáo thành tích là của một người hoặc một đơn vị. Hãy chọn người hoặc đơn vị.")
    achievement_of = unit_achievement if request.person_uid is None else person_achievement
    occasion = occasion_in(session, uid, request.year, request.today)
    facts = achievement_of(session, uid, occasion)
    if request.person_uid is not None:
        then = stint_on(session, uid, occasion.day)
        request = replace(request, unit_uid=then.unit_uid if then else living(session, Person, uid).unit_uid)
    return achievement.achievement_report(frame_of(session, request), facts, form_of(request))


DOCUMENT = Printable(
    "achievement-report",
    "Báo cáo thành tích",
    "medal",
    _compose,
    asks=YEAR_AND_UNIT | {Question.PERSON},
    needs=Question.PERSON,
    single_unit=True,
    scope=DocumentScope.UNIT,
)
