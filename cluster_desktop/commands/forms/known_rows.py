"""The rows that a form begins with: what the book knows of the people, collectives, events or criteria of one unit."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.documents.excel.form_workbook import FormRow
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft, Value, fields_of
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.people.recipients import REFERENCES, Offered
from cluster_desktop.domain.people.vocabulary import ON_STAFF, RecipientKind
from cluster_desktop.domain.record_kinds.import_kinds import NAME, RECIPIENT
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.models import Department, Event, Person, Rating, Registration
from cluster_desktop.records.queries.careers.as_of import day_within, person_on
from cluster_desktop.records.queries.people.recipients import offered
from cluster_desktop.records.queries.scoring.scoring import scored_sheet, sheet_uids

Values = dict[str, Value]
MAXIMUM: Final = "maximum"
"""The key of the column of a score form that tells the most points a criterion can have."""


def known_rows(session: Session, kind_key: str, unit_uid: str, year: int) -> tuple[FormRow, ...]:
    """The rows of a form of this kind. Raises Refused where there is nothing that could be filled in."""
    return tuple(_ROWS[kind_key](session, unit_uid, year))


def _staff(session: Session, unit_uid: str, year: int) -> Iterator[FormRow]:
    """Those who are on the staff today, by department."""
    departments = _department_names(session)
    for each in offered(session, RecipientKind.PERSON, datetime.date.today(), unit_uid):
        person = session.get_one(Person, each.recipient.uid)
        if not each.left and person.status in ON_STAFF and person.unit_uid == unit_uid:
            own = _of_department(departments, person.department_uid)
            yield FormRow(person.uid, {**_values(person, PersonDraft), **own})


def _ratings(session: Session, unit_uid: str, year: int) -> Iterator[FormRow]:
    people = offered(session, RecipientKind.PERSON, day_within(year), unit_uid)
    uids = [each.recipient.uid for each in people]
    statement = select(Rating).where(Rating.year == year, Rating.person_uid.in_(uids))
    rated = {rating.person_uid: _values(rating, RatingDraft) for rating in session.scalars(statement)}
    departments = _department_names(session)
    for each in people:
        uid = each.recipient.uid
        yield FormRow(uid, {**rated.get(uid, {}), **_person(session, each, year, departments, NAME)})


def _registrations(session: Session, unit_uid: str, year: int) -> Iterator[FormRow]:
    """People, departments and the unit itself, each with what they have registered for."""
    held: dict[str, list[Registration]] = {}
    for record in session.scalars(select(Registration).where(Registration.year == year).order_by(Registration.uid)):
        held.setdefault(str(getattr(record, REFERENCES[record.recipient_kind])), []).append(record)
    departments = _department_names(session)
    for kind in (RecipientKind.PERSON, RecipientKind.DEPARTMENT, RecipientKind.UNIT):
        for each in offered(session, kind, day_within(year), unit_uid):
            uid = each.recipient.uid
            who: Values = {RECIPIENT: each.name}
            if kind is RecipientKind.PERSON:
                who = _person(session, each, year, departments, RECIPIENT)
            for record in held.get(uid, ()):
                yield FormRow(record.uid, {**_values(record, RegistrationDraft), **who})
            if uid not in held:
                yield FormRow(uid, who)


def _events(session: Session, unit_uid: str, year: int) -> Iterator[FormRow]:
    statement = select(Event).where(Event.year == year, Event.host_uid == unit_uid)
    for event in session.scalars(statement.order_by(Event.starts_on, Event.sort_key, Event.uid)):
        yield FormRow(event.uid, _values(event, EventDraft))


def _scores(session: Session, unit_uid: str, year: int) -> Iterator[FormRow]:
    for sheet in _sheets_of(session, unit_uid, year):
        for line in sheet.lines:
            mark = sheet.marks.get((line.uid, unit_uid))
            said: Values = {"code": line.code or None, "title": line.title, MAXIMUM: line.maximum}
            if mark is not None and not line.group:
                said |= {"self_points": mark.self_points, "evidence": mark.evidence or None, "note": mark.note or None}
            yield FormRow(line.uid, said, line.group)


def _sheets_of(session: Session, unit_uid: str, year: int) -> Sequence[ScoredSheet]:
    """The sheets on which the unit is scored that year. Raises Refused for none, and where all are locked."""
    found = (scored_sheet(session, uid) for uid in sheet_uids(session, year))
    sheets = [sheet for sheet in found if sheet and any(unit.uid == unit_uid for unit in sheet.units)]
    if not sheets:
        raise errors.Refused(f"Năm {year} chưa có bảng điểm nào có đơn vị này. Hãy lập ở trang Chấm điểm cụm trước.")
    open_ones = [sheet for sheet in sheets if not sheet.locked]
    if not open_ones:
        raise errors.Refused(f"Bảng điểm năm {year} đã chốt nên không lập biểu để chấm. Hãy mở lại bảng điểm trước.")
    return open_ones


def _person(session: Session, each: Offered, year: int, departments: Mapping[str, str], name_key: str) -> Values:
    """What tells somebody from others: their name and birth, their department and post in that year."""
    person = session.get_one(Person, each.recipient.uid)
    then = person_on(session, person.uid, day_within(year)) or {}
    said: Values = {name_key: person.full_name, "birth_date": person.birth_date, "position": then.get("position")}
    return {**said, **_of_department(departments, then.get("department_uid"))}


def _of_department(departments: Mapping[str, str], uid: str | None) -> Values:
    return {"department_uid": departments.get(uid or "")}


def _department_names(session: Session) -> dict[str, str]:
    return dict(iter(session.execute(select(Department.uid, Department.name))))


def _values(record: Any, draft: type[Draft]) -> Values:
    return {item.key: getattr(record, item.key) for item in fields_of(draft) if not item.refers_to}


_ROWS: Final[Mapping[str, Callable[[Session, str, int], Iterator[FormRow]]]] = {
    "staff": _staff,
    "ratings": _ratings,
    "registrations": _registrations,
    "events": _events,
    "scores": _scores,
}
"""By the word of the import kind."""
