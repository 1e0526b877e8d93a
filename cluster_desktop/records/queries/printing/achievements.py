"""Read what somebody reports of themselves, or a collective of itself, as of the day of the report."""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.people.vocabulary import PARTY_CLASSES, AcademicTitle, QualityClass
from cluster_desktop.domain.printing.document_facts import Achievement, proposal
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.records.living import living
from cluster_desktop.records.models import (
    Department,
    Initiative,
    Nomination,
    Person,
    Rating,
    Round,
    Stint,
    Unit,
    UnitRating,
)
from cluster_desktop.records.queries.awards.award_history import AwardHistories, Proposed
from cluster_desktop.records.queries.awards.deciding import award_proposed
from cluster_desktop.records.queries.awards.nominees import personal
from cluster_desktop.records.queries.careers.as_of import AT_WORK, day_of_year, on, stint_on
from cluster_desktop.records.queries.units.unit_names import UnitNames, department_stands, recipient_uid

_YEARS = 5


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a report is for, and the day as of which it is written."""

    day: datetime.date
    year: int | None
    """The last year it tells of; None for all."""
    what: str
    proposed: Proposed | None = None
    described_as: str = ""
    """The post as the dossier wrote it."""
    told: str = ""
    """What the nomination reports of the work done."""


def occasion_of(session: Session, nomination: Nomination) -> Occasion:
    """The occasion that a nomination is: as of the day on which its dossier was received."""
    year = session.get_one(Round, nomination.round_uid).year
    return _occasion(session, nomination, year, year, day_of_year(year))


def occasion_in(session: Session, uid: str, year: int | None, today: datetime.date) -> Occasion:
    """The highest award somebody is nominated for in *year* (in the newest year, where that is None)."""
    day = today if year is None else day_of_year(year, today)
    statement = select(Nomination, Round.year).join(Round, Round.uid == Nomination.round_uid)
    statement = statement.where(recipient_uid(Nomination) == uid)
    if year is not None:
        statement = statement.where(Round.year == year)
    rows = session.execute(statement.order_by(Nomination.uid)).all()
    if not rows:
        return Occasion(day, year, f"……………………… năm {year or '………'}")
    order = list(AWARD_KINDS)
    nomination, proposed_in = max(rows, key=lambda row: (row[1], order.index(row[0].award)))
    return _occasion(session, nomination, proposed_in, year, day)


def _occasion(
    session: Session, nomination: Nomination, proposed_in: int, year: int | None, usual: datetime.date
) -> Occasion:
    received = nomination.received_on if year is not None else None
    day = received.earliest if received else usual
    named = award_proposed(session, nomination, _unit_of(session, nomination, day), PartialDate.of(day))
    return Occasion(
        day=day,
        year=year,
        what=proposal(nomination.award, proposed_in, named),
        proposed=Proposed.by(nomination, proposed_in),
        described_as=nomination.described_as or "",
        told=nomination.achievement or "",
    )


def _unit_of(session: Session, nomination: Nomination, day: datetime.date) -> Unit | None:
    """The unit that who is nominated belonged to on a day."""
    stint = stint_on(session, nomination.person_uid, day) if nomination.person_uid else None
    department = session.get(Department, nomination.department_uid) if nomination.department_uid else None
    home = department.unit_uid if department else nomination.unit_uid
    uid = nomination.at_unit_uid or (stint.unit_uid if stint else home)
    return session.get(Unit, uid) if uid else None


def person_achievement(session: Session, uid: str, occasion: Occasion) -> Achievement:
    """A person as they report. Raises RecordMissing."""
    person = living(session, Person, uid)
    stint = stint_on(session, uid, occasion.day)
    unit = session.get(Unit, stint.unit_uid) if stint else None
    department = session.get(Department, stint.department_uid) if stint and stint.department_uid else None
    names, day = UnitNames(session), PartialDate.of(occasion.day)
    place = (names.department_on(department, day), names.on(unit, day))
    details = personal(person, stint)
    return Achievement(
        name=as_name(person.full_name),
        person=True,
        what=occasion.what,
        identity=(
            ("Họ và tên", as_name(person.full_name)),
            ("Bí danh, tên gọi khác", person.other_name or ""),
            ("Giới tính", details["gender"]),
            ("Ngày, tháng, năm sinh", person.birth_date.show() if person.birth_date else ""),
            ("Quê quán", person.home_town or ""),
            ("Trú quán", person.address or ""),
            ("Đơn vị công tác", ", ".join(filter(None, place))),
            ("Chức vụ", occasion.described_as or details["position"]),
            ("Trình độ chuyên môn", details["degree"]),
            ("Lý luận chính trị", details["political_theory"]),
            ("Học hàm, học vị, danh hiệu", AcademicTitle.label_of(stint.academic_title if stint else None)),
        ),
        years=_years(session, uid, occasion.year),
        history=AwardHistories(session).of(uid, occasion.day, occasion.proposed),
        told=occasion.told,
    )


def unit_achievement(session: Session, uid: str, occasion: Occasion) -> Achievement:
    """A unit as it reports. Raises RecordMissing."""
    unit = living(session, Unit, uid)
    names, day = UnitNames(session), PartialDate.of(occasion.day)
    name = names.on(unit, day)
    return Achievement(
        name=name,
        person=False,
        what=occasion.what,
        identity=(
            ("Tên đơn vị", name),
            ("Địa chỉ", unit.address or names.province_on(unit, day)),
            ("Điện thoại", unit.phone or ""),
            ("Cơ quan chủ quản", unit.parent_body or ""),
            ("Số cán bộ, viên chức, người lao động", _headcount(session, occasion.day, Stint.unit_uid == uid)),
            ("Khoa, phòng", "; ".join(_departments(session, uid, occasion.day))),
        ),
        classes=_classes(session, occasion.year, and_(UnitRating.unit_uid == uid, UnitRating.department_uid.is_(None))),
        history=AwardHistories(session).of(uid, occasion.day, occasion.proposed),
        told=occasion.told,
    )


def department_achievement(session: Session, uid: str, occasion: Occasion) -> Achievement:
    """A department as it reports. Raises RecordMissing."""
    department = living(session, Department, uid)
    unit = session.get(Unit, _home_of(session, department, occasion.day))
    names, day = UnitNames(session), PartialDate.of(occasion.day)
    own, home = names.department_on(department, day), names.on(unit, day)
    return Achievement(
        name=f"{own}, {home}",
        person=False,
        what=occasion.what,
        identity=(
            ("Tên tập thể", own),
            ("Đơn vị", home),
            ("Số cán bộ, viên chức, người lao động", _headcount(session, occasion.day, Stint.department_uid == uid)),
        ),
        classes=_classes(session, occasion.year, UnitRating.department_uid == uid),
        history=AwardHistories(session).of(uid, occasion.day, occasion.proposed),
        told=occasion.told,
    )


def _headcount(session: Session, day: datetime.date, where: ColumnElement[bool]) -> str:
    statement = select(func.count(Person.uid)).join(Stint, on(day)).where(where, AT_WORK)
    return f"{session.scalar(statement)} người"


def _departments(session: Session, unit_uid: str, day: datetime.date) -> tuple[str, ...]:
    """The departments that a unit had on a day; one in which people of another stood then is not among them.

    Of the latter kind are those that a merger moved in books of before departments had days.
    """
    stood = select(Stint.department_uid).join(Person, on(day)).where(Stint.department_uid.is_not(None))
    here = Department.uid.in_(stood.where(Stint.unit_uid == unit_uid))
    elsewhere = Department.uid.in_(stood.where(Stint.unit_uid != unit_uid))
    statement = select(Department).where(or_(here, and_(Department.unit_uid == unit_uid, ~elsewhere)))
    names, then = UnitNames(session), PartialDate.of(day)
    there = session.scalars(statement.where(department_stands(day)))
    own = sorted(there, key=lambda department: names.department_order(department, then))
    return tuple(names.department_on(department, then) for department in own)


def _home_of(session: Session, department: Department, day: datetime.date) -> str:
    """The unit that a department was part of on a day: that of its people, else the one it is part of today."""
    people = func.count(Person.uid)
    statement = select(Stint.unit_uid).join(Person, on(day)).where(Stint.department_uid == department.uid)
    found = session.scalars(statement.group_by(Stint.unit_uid).order_by(people.desc(), Stint.unit_uid)).first()
    return found or department.unit_uid


def _years(session: Session, uid: str, year: int | None) -> tuple[tuple[int, str, str], ...]:
    rated = select(Rating).where(Rating.person_uid == uid)
    classes = {rating.year: QualityClass.label_of(rating.quality) for rating in session.scalars(rated)}
    titles: dict[int, list[str]] = {}
    statement = select(Initiative).where(Initiative.person_uid == uid)
    for initiative in session.scalars(statement):
        titles.setdefault(initiative.year, []).append(initiative.title)
    years = sorted(each for each in {*classes, *titles} if year is None or each <= year)[-_YEARS:]
    return tuple((each, classes.get(each, ""), "; ".join(titles.get(each, ()))) for each in years)


def _classes(session: Session, year: int | None, whose: ColumnElement[bool]) -> tuple[tuple[int, str, str, str], ...]:
    show = QualityClass.label_of
    rated = sorted(session.scalars(select(UnitRating).where(whose)), key=lambda rating: rating.year)
    return tuple(
        (rating.year, show(rating.quality), label_of(PARTY_CLASSES, rating.party_quality), show(rating.union_quality))
        for rating in rated
        if year is None or rating.year <= year
    )[-_YEARS:]
