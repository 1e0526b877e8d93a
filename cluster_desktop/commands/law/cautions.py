"""Warn before a record is written although nothing forbids it: sentences that never block."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.law.eligibility import judged_nominations
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nomination_state import FAILED, RULES_ASKED
from cluster_desktop.domain.awards.nominations import DecisionDraft, NominationDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.law.eligibility.verdict import Verdict
from cluster_desktop.domain.people.recipients import recipient_of
from cluster_desktop.domain.people.vocabulary import PersonStatus, RecipientKind
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.domain.units.vocabulary import PaperForm
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import (
    Award,
    CouncilSession,
    Department,
    Nomination,
    Person,
    Round,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import last_in_year
from cluster_desktop.records.queries.careers.leaving import Leaving, leaving
from cluster_desktop.records.queries.people.recipients import recipient_name
from cluster_desktop.records.queries.units.office import home_unit, office
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence, and the record it speaks of or the field that answers it."""

    sentence: str
    kind: str = ""
    uid: str = ""
    field: str = ""


def again_sentence(award: str, round_name: str) -> str:
    """Sentence on a recipient who is proposed for this already in another round of the year."""
    return f"Đã có đề nghị “{AWARD_KINDS[award].label}” ở đợt “{round_name}” cùng năm."


def second_form_sentence(award: str) -> str:
    """Sentence on a recipient who is proposed for another form of commendation for the year's achievement."""
    name = AWARD_KINDS[award].label
    return f"Năm này đã đề nghị “{name}”; một thành tích không khen nhiều hình thức (Luật 2022, Điều 5)."


def namesake_sentence(name: str, unit: str) -> str:
    """Sentence on a person of the same name and birth who is proposed in another unit."""
    return f"“{name}” cũng được đề nghị ở {unit}; có thể là cùng một người."


def dissolved_sentence(name: str, of_unit: str, gone: PartialDate, *, person: bool) -> str:
    """Sentence on a dissolved unit, or a person of it; *of_unit* is its name where *name* is not (Circular 15/2025)."""
    belongs = f" thuộc {of_unit}" if of_unit else ""
    sentence = f"“{name}”{belongs}: đơn vị đã giải thể, sáp nhập ngày {gone.show()}"
    if person:
        return f"{sentence}. Hãy chuyển người này về đơn vị mới rồi đề nghị."
    return f"{sentence}; đơn vị đã giải thể không được khen (Thông tư 15/2025/TT-BNV)."


def left_sentence(name: str, leaving: Leaving, year: int) -> str:
    """Sentence on somebody who died or left within the year, or before it."""
    sentence = f"“{name}” {leaving.words}"
    if not leaving.of_year:
        return f"{sentence}, năm {year} không còn ở đơn vị nào trong sổ."
    return f"{sentence}: đề nghị truy tặng." if leaving.status == PersonStatus.DECEASED else f"{sentence}."


PARTY_FORM = (
    "Hướng dẫn 36-HD/VPTW không nêu trường chính trị trong các cơ quan dùng thể thức văn bản của Đảng; "
    "chỉ chọn khi tỉnh ủy yêu cầu."
)
"""Sentence on a unit whose papers are to have the form of the Party."""


def second_unit_sentence(ours: str) -> str:
    """Sentence on a second unit of a book whose office has not said which one is its own."""
    return (
        f"Sổ sẽ có nhiều đơn vị mà chưa chọn đơn vị của văn phòng: văn bản chung sẽ mang tên cụm thay cho {ours}. "
        "Hãy chọn ở Thiết lập, “Đơn vị của văn phòng”."
    )


def cautions(workspace: Workspace, draft: Draft, uid: str = "") -> tuple[Caution, ...]:
    """Warnings about a valid draft that is to be written as the record *uid* ('' for a new one)."""
    return workspace.read(_cautions, draft, uid)


def before_session(session: Session, nomination_uids: tuple[str, ...], decision: DecisionDraft) -> str:
    """A sentence when a decision is dated before the session that judged one of these nominations; '' otherwise."""
    if decision.decided_on is None:
        return ""
    statement = (
        select(CouncilSession)
        .join(Nomination, Nomination.session_uid == CouncilSession.uid)
        .where(Nomination.uid.in_(nomination_uids))
    )
    for meeting in session.scalars(statement.distinct()):
        if meeting.held_on and decision.decided_on.latest < meeting.held_on.earliest:
            return (
                f"Ngày quyết định {decision.decided_on.show()} trước ngày họp Hội đồng {meeting.held_on.show()} "
                f"(“{meeting.name}”). Hãy kiểm tra lại ngày."
            )
    return ""


def _cautions(session: Session, draft: Draft, uid: str) -> tuple[Caution, ...]:
    if isinstance(draft, NominationDraft):
        return (
            *_nominated_again(session, draft, uid),
            *_namesakes(session, draft),
            *_left(session, draft),
            *_dissolved(session, draft),
            *_unfit(session, draft, uid),
        )
    if isinstance(draft, UnitDraft):
        return tuple(_unit_cautions(session, draft, uid))
    if isinstance(draft, RegistrationDraft):
        return (*_left(session, draft), *_dissolved(session, draft))
    if isinstance(draft, DecisionDraft) and uid:
        linked = select(Award.nomination_uid).where(Award.decision_uid == uid)
        sentence = before_session(session, tuple(filter(None, session.scalars(linked))), draft)
        return (Caution(sentence),) if sentence else ()
    return ()


def _unit_cautions(session: Session, draft: UnitDraft, uid: str) -> Iterator[Caution]:
    """The Party's form, which its guideline does not give to schools; a second unit where nobody said which is ours."""
    before = session.get(Unit, uid) if uid else None
    if draft.form == PaperForm.PARTY and (before is None or before.form != PaperForm.PARTY):
        yield Caution(PARTY_FORM, field="form")
    home = home_unit(session)
    if not uid and home is not None and office(session).unit_uid is None:
        yield Caution(second_unit_sentence(home.name))


def _nominated_again(session: Session, draft: NominationDraft, uid: str) -> Iterator[Caution]:
    """The same award in another round of the year, or a second form of commendation for the year's achievement.

    Law of 2022, article 5: one achievement is not commended several times nor in several forms.
    """
    recipient, own = recipient_of(draft.values()), AWARD_KINDS[draft.award or ""]
    year = select(Round.year).where(Round.uid == draft.round_uid).scalar_subquery()
    column = getattr(Nomination, next(key for key, value in recipient.references.items() if value))
    statement = (
        select(Nomination, Round.name)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(column == recipient.uid, Nomination.recipient_kind == recipient.kind, Round.year == year)
        .where(Nomination.state.not_in(FAILED), Nomination.uid != uid)
    )
    for other, round_name in session.execute(statement):
        kind = AWARD_KINDS[other.award]
        if other.award == draft.award:
            yield Caution(again_sentence(other.award, round_name), "nomination", other.uid)
        elif not kind.is_title and not own.is_title:
            yield Caution(second_form_sentence(other.award), "nomination", other.uid)


def _unfit(session: Session, draft: NominationDraft, uid: str) -> Iterator[Caution]:
    """A nomination that is moved on to the council although a rule speaks against it, with no reason written down."""
    kept = session.get(Nomination, uid) if uid else None
    moved_on = kept is not None and kept.state != draft.state and draft.state in RULES_ASKED
    if not moved_on or draft.override_reason:
        return
    judged = judged_nominations(session, (uid,)).get(uid)
    if judged is not None and judged.award == draft.award and judged.verdict is Verdict.FAIL:
        sentence = f"Chưa đủ điều kiện: {judged.short}. Hãy ghi “Lý do đề nghị dù chưa đủ điều kiện”."
        yield Caution(sentence, field="override_reason")


def _namesakes(session: Session, draft: NominationDraft) -> Iterator[Caution]:
    """A person of the same name and birth date who is nominated in another unit in the same round."""
    person = session.get(Person, draft.person_uid or "")
    if person is None or draft.recipient_kind != RecipientKind.PERSON:
        return
    year = _year(session, draft)
    statement = (
        select(Nomination.uid, Person.full_name, Person.birth_date, Unit.short_name)
        .join(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .join(Unit, Unit.uid == unit_at_the_time(Nomination))
        .where(Nomination.round_uid == draft.round_uid)
        .where(Person.uid != person.uid, Person.sort_key == person.sort_key)
        .where(Unit.uid != (draft.at_unit_uid or _home(session, RecipientKind.PERSON, person.uid, year)))
    )
    for uid, name, born, unit in session.execute(statement):
        same = names.same_person_key(name) == names.same_person_key(person.full_name)
        if same and (born is None or person.birth_date is None or born == person.birth_date):
            yield Caution(namesake_sentence(name, unit), "nomination", uid)


def _left(session: Session, draft: NominationDraft | RegistrationDraft) -> Iterator[Caution]:
    """Somebody who left within the year, with the day; in another year than that nothing can be given to them."""
    person = session.get(Person, draft.person_uid or "")
    if person is None or draft.recipient_kind != RecipientKind.PERSON:
        return
    year = _year(session, draft)
    gone = leaving(session, person.uid, year)
    if gone is not None:
        yield Caution(left_sentence(person.full_name, gone, year), "person", person.uid)


def _year(session: Session, draft: NominationDraft | RegistrationDraft) -> int:
    """The year of a draft; 0 for a nomination whose round is gone."""
    if isinstance(draft, RegistrationDraft):
        return draft.year or 0
    round_ = session.get(Round, draft.round_uid or "")
    return round_.year if round_ else 0


def _dissolved(session: Session, draft: NominationDraft | RegistrationDraft) -> Iterator[Caution]:
    """A unit that was dissolved, or a recipient's unit (Circular 15/2025: such a body is not commended)."""
    recipient = recipient_of(draft.values())
    own = session.get(Department, draft.department_uid or "")
    if own is not None and own.ended_on is not None and own.ended_on.year <= _year(session, draft):
        yield Caution(dissolved_sentence(own.name, "", own.ended_on, person=False), "department", own.uid)
        return
    unit = session.get(Unit, _home(session, recipient.kind, recipient.uid, _year(session, draft)))
    if unit is not None and unit.dissolved_on is not None:
        name = recipient_name(session, recipient) if recipient.kind != RecipientKind.UNIT else unit.name
        of_unit, person = (
            "" if recipient.kind == RecipientKind.UNIT else unit.short_name,
            recipient.kind == RecipientKind.PERSON,
        )
        yield Caution(dissolved_sentence(name, of_unit, unit.dissolved_on, person=person), "unit", unit.uid)


def _home(session: Session, kind: str, uid: str, year: int) -> str:
    """The unit of a recipient: of people the last one of the year they were at work in."""
    if kind == RecipientKind.PERSON:
        last = select(Stint.unit_uid).join(Person, last_in_year(year)).where(Person.uid == uid)
        return session.scalars(last).one_or_none() or ""
    if kind == RecipientKind.DEPARTMENT:
        department = session.get(Department, uid)
        return department.unit_uid if department else ""
    return uid
