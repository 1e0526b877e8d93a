"""Read what documents say beside the nominations: the roster, a person's or a unit's report, the year's pledge."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.people.vocabulary import PARTY_CLASSES, AcademicTitle, PersonStatus, QualityClass
from cluster_desktop.domain.printing.document_facts import Achievement, PledgeFacts, StaffLine, proposal
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.records.living import living
from cluster_desktop.records.models import (
    Department,
    Initiative,
    Membership,
    Movement,
    Nomination,
    Person,
    Rating,
    Round,
    Unit,
    UnitRating,
)
from cluster_desktop.records.queries.awards.nominees import award_history, personal
from cluster_desktop.records.queries.units.pledge import pledge_targets
from cluster_desktop.records.queries.units.unit_names import UnitNames, recipient_uid, standing

_YEARS = 5


def staff_lines(session: Session, unit_uid: str | None = None) -> tuple[StaffLine, ...]:
    """Everybody at work, by unit, department and name."""
    statement = (
        select(Person, Unit.name, Department.name)
        .join(Unit, Unit.uid == Person.unit_uid)
        .outerjoin(Department, Department.uid == Person.department_uid)
        .where(Person.status == PersonStatus.WORKING)
        .order_by(Unit.sort_key, Department.position, Department.sort_key, Person.sort_key, Person.uid)
    )
    if unit_uid is not None:
        statement = statement.where(Person.unit_uid == unit_uid)
    return tuple(
        StaffLine(
            uid=person.uid,
            name=person.full_name,
            unit=unit,
            department=department or "",
            party_joined=person.party_joined,
            sample_note=person.sample_note,
            **personal(person),
        )
        for person, unit, department in session.execute(statement)
    )


def person_achievement(session: Session, uid: str, year: int | None) -> Achievement:
    """A person as they report; what was nominated in *year* names what is proposed. Raises RecordMissing."""
    person = living(session, Person, uid)
    unit = session.get(Unit, person.unit_uid)
    department = session.get(Department, person.department_uid) if person.department_uid else None
    details = personal(person)
    return Achievement(
        name=person.full_name,
        person=True,
        what=_proposed(session, uid, year),
        identity=(
            ("Họ và tên", person.full_name),
            ("Bí danh, tên gọi khác", person.other_name or ""),
            ("Giới tính", details["gender"]),
            ("Ngày, tháng, năm sinh", person.birth_date.show() if person.birth_date else ""),
            ("Quê quán", person.home_town or ""),
            ("Trú quán", person.address or ""),
            ("Đơn vị công tác", ", ".join(part.name for part in (department, unit) if part)),
            ("Chức vụ", person.position or ""),
            ("Trình độ chuyên môn", details["degree"]),
            ("Lý luận chính trị", details["political_theory"]),
            ("Học hàm, học vị, danh hiệu", _title(person)),
        ),
        years=_years(session, uid, year),
        history=award_history(session, uid),
    )


def unit_achievement(session: Session, uid: str, year: int | None) -> Achievement:
    """A unit as it reports. Raises RecordMissing."""
    unit = living(session, Unit, uid)
    departments = select(Department.name).where(Department.unit_uid == uid)
    return Achievement(
        name=unit.name,
        person=False,
        what=_proposed(session, uid, year),
        identity=(
            ("Tên đơn vị", unit.name),
            ("Địa chỉ", unit.address or unit.province or ""),
            ("Điện thoại", unit.phone or ""),
            ("Cơ quan chủ quản", unit.parent_body or ""),
            ("Số cán bộ, viên chức, người lao động", _headcount(session, Person.unit_uid == uid)),
            ("Khoa, phòng", "; ".join(session.scalars(departments.order_by(Department.position)))),
        ),
        classes=_classes(session, year, and_(UnitRating.unit_uid == uid, UnitRating.department_uid.is_(None))),
        history=award_history(session, uid),
    )


def department_achievement(session: Session, uid: str, year: int | None) -> Achievement:
    """A department as it reports. Raises RecordMissing."""
    department = living(session, Department, uid)
    unit = session.get_one(Unit, department.unit_uid)
    return Achievement(
        name=f"{department.name}, {unit.name}",
        person=False,
        what=_proposed(session, uid, year),
        identity=(
            ("Tên tập thể", department.name),
            ("Đơn vị", unit.name),
            ("Số cán bộ, viên chức, người lao động", _headcount(session, Person.department_uid == uid)),
        ),
        classes=_classes(session, year, UnitRating.department_uid == uid),
        history=award_history(session, uid),
    )


def _headcount(session: Session, where: ColumnElement[bool]) -> str:
    number = session.scalar(select(func.count(Person.uid)).where(where, Person.status == PersonStatus.WORKING))
    return f"{number} người"


def pledge_facts(session: Session, year: int) -> PledgeFacts:
    """The targets of *year*, the movements that run in it, and the units of that year's cluster, the head first."""
    members = (
        select(Unit, Membership.role).join(Membership, Membership.unit_uid == Unit.uid).where(Membership.year == year)
    )
    order: list[str] = list(MemberRole)
    ranked = sorted(session.execute(members).all(), key=lambda row: (order.index(row[1]), row[0].sort_key))
    units = [unit for unit, _role in ranked] or list(
        session.scalars(select(Unit).where(standing(year)).order_by(Unit.sort_key))
    )
    names = UnitNames(session)
    return PledgeFacts(
        year=year,
        targets=tuple((target.title, target.target or "") for target in pledge_targets(session, year)),
        movements=tuple((movement.title, movement.goals or "") for movement in running_movements(session, year)),
        units=tuple(
            (names.on(unit, PartialDate(year)), unit.head_title or "Hiệu trưởng", unit.head_name or "")
            for unit in units
        ),
    )


def running_movements(session: Session, year: int) -> tuple[Movement, ...]:
    """The movements that run in *year*, the oldest first."""
    runs = or_(Movement.to_year.is_(None), Movement.to_year >= year)
    begun = or_(Movement.from_year.is_(None), Movement.from_year <= year)
    statement = select(Movement).where(runs, begun)
    return tuple(session.scalars(statement.order_by(Movement.from_year, Movement.sort_key, Movement.uid)))


def _proposed(session: Session, uid: str, year: int | None) -> str:
    """The highest award somebody is nominated for in *year* (in the newest year, where that is None)."""
    statement = select(Nomination.award, Round.year).join(Round, Round.uid == Nomination.round_uid)
    statement = statement.where(recipient_uid(Nomination) == uid)
    if year is not None:
        statement = statement.where(Round.year == year)
    rows = session.execute(statement).all()
    if not rows:
        return f"……………………… năm {year or '………'}"
    order = list(AWARD_KINDS)
    code, _year = max(rows, key=lambda row: (row[1], order.index(row[0])))
    return proposal(code, year)


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


def _title(person: Person) -> str:
    return AcademicTitle.label_of(person.academic_title)
