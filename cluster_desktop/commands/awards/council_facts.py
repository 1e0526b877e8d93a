"""A session of the council as the law and the office's own rules see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from cluster_desktop.commands.law.catalogue import catalogue_of, law_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.ballots import Ballot
from cluster_desktop.domain.awards.council_facts import CouncilFacts, Sitting
from cluster_desktop.domain.awards.descriptions import as_written
from cluster_desktop.domain.awards.vocabulary import CouncilMethod, CouncilRole
from cluster_desktop.domain.awards.voting import Needed, Share, votes_needed
from cluster_desktop.domain.law.catalogue import Catalogue
from cluster_desktop.domain.people.posts import post_in
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import as_name
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.living import living
from cluster_desktop.records.models import (
    CouncilMember,
    CouncilSession,
    Department,
    Nomination,
    Person,
    Round,
    Stint,
    Unit,
)
from cluster_desktop.records.queries.careers.as_of import day_of_year, on
from cluster_desktop.records.queries.units.office import office, only_unit
from cluster_desktop.records.queries.units.unit_names import UnitNames, unit_at_the_time
from cluster_desktop.records.rows import Option

_OWN_SHARE = "mức riêng của văn phòng"
_ROLES: Sequence[str] = list(CouncilRole)


def council_facts(session: Session, uid: str) -> CouncilFacts:
    """Everything about one session. Raises RecordMissing."""
    meeting = living(session, CouncilSession, uid)
    profile = office(session)
    unit = session.get(Unit, meeting.unit_uid or "")
    round_ = session.get(Round, meeting.round_uid or "")
    ballots = _ballots(session, meeting, profile)
    return CouncilFacts(
        uid=uid,
        name=meeting.name,
        year=meeting.year,
        unit=UnitNames(session).on(unit, _day_of(meeting)),
        held_on=meeting.held_on,
        place=meeting.place or "",
        method=CouncilMethod.label_of(meeting.method),
        members_total=meeting.members_total or 0,
        present=meeting.present or 0,
        sittings=_sittings(session, uid),
        opinions=meeting.opinions or "",
        conclusion=meeting.conclusion or "",
        ballots=ballots,
        quorum=(profile.award_quorum if ballots else profile.quorum) or Share.TWO_THIRDS,
        round_name=round_.name if round_ else "",
    )


def newest_session(session: Session, year: int, unit_uid: str | None) -> str | None:
    """The last session of a year of a unit's council (of the cluster's for None) that has nominations before it."""
    return session.scalars(_with_nominations(year).where(_council_of(session, unit_uid)).limit(1)).first()


def sessions_with_minutes(session: Session, year: int, unit_uid: str | None) -> tuple[Option, ...]:
    """Sessions of a year that have nominations before them, the newest first; of every council for None."""
    statement = _with_nominations(year).add_columns(CouncilSession.name, CouncilSession.held_on)
    if unit_uid is not None:
        statement = statement.where(_council_of(session, unit_uid))
    return tuple(
        Option(uid, f"{name}, {held_on.show()}" if held_on else name)
        for uid, name, held_on in session.execute(statement)
    )


def _council_of(session: Session, unit_uid: str | None) -> ColumnElement[bool]:
    """The sessions of a unit's council, or of the cluster's for None; those of the only unit need not name it."""
    only = only_unit(session)
    alone = only is not None and only.uid == unit_uid
    return func.coalesce(CouncilSession.unit_uid, unit_uid if alone else "") == (unit_uid or "")


def council_home(session: Session, uid: str) -> str | None:
    """The unit whose council a session is of; None for the cluster's."""
    only = only_unit(session)
    return session.get_one(CouncilSession, uid).unit_uid or (only.uid if only else None)


def _with_nominations(year: int) -> Select[Any]:
    return (
        select(CouncilSession.uid)
        .where(CouncilSession.year == year)
        .where(CouncilSession.uid.in_(select(Nomination.session_uid)))
        .order_by(CouncilSession.held_on.desc(), CouncilSession.uid.desc())
    )


@dataclass(frozen=True, slots=True)
class _Needs:
    """Votes that nominations need under the law they are judged by, or by the office's own values."""

    session: Session
    catalogue: Catalogue
    usual: str

    def of(self, nomination: Nomination, year: int, members: int) -> Needed:
        """The votes for one nomination of *year*."""
        share = law_of(self.session, self.catalogue, nomination, year).vote_share(nomination.award)
        basis = _OWN_SHARE if share and share.own else share.basis if share else ""
        return votes_needed(members, share.number if share else 0, basis, self.usual)


def _needs(session: Session, profile: OfficeDraft) -> _Needs:
    return _Needs(session, catalogue_of(session), profile.usual_share or Share.HALF)


def _sittings(session: Session, uid: str) -> tuple[Sitting, ...]:
    statement = select(CouncilMember).where(CouncilMember.session_uid == uid)
    ordered = sorted(
        session.scalars(statement), key=lambda member: (_ROLES.index(member.role), member.sort_key, member.uid)
    )
    return tuple(
        Sitting(
            name=as_name(member.full_name),
            office=member.office or "",
            role=member.role,
            role_name=CouncilRole.label_of(member.role),
            attendance=member.attendance,
        )
        for member in ordered
    )


def _ballots(session: Session, meeting: CouncilSession, profile: OfficeDraft) -> tuple[Ballot, ...]:
    """By award as the law ranks them, collectives first, then by name."""
    day = _day_of(meeting)
    statement = (
        select(Nomination, Person, Stint, Department, Unit)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Stint, on(day))
        .outerjoin(Department, Department.uid == func.coalesce(Nomination.department_uid, Stint.department_uid))
        .outerjoin(Unit, Unit.uid == unit_at_the_time(Nomination, Stint))
        .where(Nomination.session_uid == meeting.uid)
        .order_by(Person.sort_key, Nomination.uid)
    )
    ranks = list(AWARD_KINDS)
    needs, names = _needs(session, profile), UnitNames(session)

    def order(row: Any) -> tuple[object, ...]:
        nomination, person, _stint, department, unit = row
        own = person.sort_key if person else names.department_order(department, day)[1]
        return -ranks.index(nomination.award), person is not None, names.order(unit, day), own

    rows = sorted(session.execute(statement), key=order)
    return tuple(
        _ballot(
            *(meeting, needs, nomination, person, stint),
            names.department_on(department, day),
            (names.on(unit, day), names.short_on(unit, day)),
        )
        for nomination, person, stint, department, unit in rows
    )


def _day_of(meeting: CouncilSession) -> PartialDate:
    """The day as of which everybody is named: that of the meeting, else the last of its year."""
    return meeting.held_on or PartialDate.of(day_of_year(meeting.year))


def _ballot(
    meeting: CouncilSession,
    needs: _Needs,
    nomination: Nomination,
    person: Person | None,
    stint: Stint | None,
    own: str,
    unit: tuple[str, str],
) -> Ballot:
    """*own* is the name of the department, *unit* holds the name and the short name of the unit."""
    members = meeting.members_total or nomination.votes_total or 0
    home, short = unit
    name = as_name(person.full_name) if person else own or home
    position = (stint.position if stint else None) or ""
    place = post_in(position, own, short) if person else home if own else ""
    return Ballot(
        uid=nomination.uid,
        name=name,
        place=as_written(nomination.described_as, short, home) or place,
        award=nomination.award,
        award_name=AWARD_KINDS[nomination.award].label,
        state=nomination.state,
        needed=needs.of(nomination, meeting.year, members),
        members=members,
        counts=(
            nomination.ballots_issued,
            nomination.ballots_returned,
            nomination.ballots_valid,
            nomination.votes_for,
        ),
        override_reason=nomination.override_reason or "",
    )
