"""Conduct a session of the council: seat members, take nominations in, count votes, conclude."""

import datetime
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.awards.council_facts import council_facts
from cluster_desktop.commands.records.records import add, assign, checked, draft_of
from cluster_desktop.domain.awards.ballots import COUNTS, count_problems
from cluster_desktop.domain.awards.councils import CouncilMemberDraft
from cluster_desktop.domain.awards.nomination_state import COUNTED, TAKEN_IN, TAKEN_OUT, NominationState
from cluster_desktop.domain.awards.vocabulary import Attendance
from cluster_desktop.domain.people.posts import post
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import CouncilMember, CouncilSession, Department, Nomination, Person, Round, Stint
from cluster_desktop.records.queries.careers.as_of import last_by
from cluster_desktop.records.queries.people.recipients import day_of_meeting
from cluster_desktop.records.queries.units.unit_names import UnitNames, unit_at_the_time

Counts = tuple[int | None, int | None, int | None, int | None]


def copy_members(workspace: Workspace, session_uid: str) -> Changes:
    """Take over the members of the last session of the same council, everybody present.

    Raises Refused when there is none, or when all of them are listed already.
    """
    with workspace.changing("Chép thành viên Hội đồng từ phiên trước") as session:
        meeting = living(session, CouncilSession, session_uid)
        earlier = _members(session, _session_before(session, meeting))
        seated = {member.full_name for member in _members(session, session_uid)}
        fresh = [member for member in earlier if member.full_name not in seated]
        if not fresh:
            raise errors.Refused(
                "Chưa có phiên họp trước của Hội đồng này để chép thành viên. Hãy thêm từ danh sách cán bộ."
                if not earlier
                else "Thành viên của phiên trước đều đã có trong danh sách."
            )
        for member in fresh:
            draft = draft_of(member, CouncilMemberDraft, session_uid=session_uid, attendance=Attendance.PRESENT)
            add(session, checked(draft), sample=member.sample_note)
        return session.changes()


def add_members(workspace: Workspace, session_uid: str, person_uids: Sequence[str]) -> Changes:
    """Seat people of the roster; who sits already is passed by. Raises Refused when nobody is left."""
    with workspace.changing(f"Thêm {len(person_uids)} thành viên Hội đồng") as session:
        day = day_of_meeting(session, session_uid)
        seated = {member.person_uid for member in _members(session, session_uid)}
        fresh = [uid for uid in person_uids if uid not in seated]
        if not fresh:
            raise errors.Refused("Chưa chọn ai chưa có trong Hội đồng. Hãy đánh dấu những người cần thêm.")
        for uid in fresh:
            person = living(session, Person, uid)
            draft = CouncilMemberDraft(
                session_uid=session_uid, full_name=person.full_name, person_uid=uid, office=_office(session, uid, day)
            )
            add(session, checked(draft))
        return session.changes()


def set_attendance(workspace: Workspace, member_uids: Sequence[str], attendance: str) -> Changes:
    """Note of several members whether they were there. Raises RecordMissing."""
    with workspace.changing(f"Ghi dự họp của {len(member_uids)} thành viên") as session:
        for uid in member_uids:
            member = living(session, CouncilMember, uid)
            assign(session, member, checked(draft_of(member, CouncilMemberDraft, attendance=attendance)))
        return session.changes()


def waiting(session: WorkspaceSession, session_uid: str) -> tuple[str, ...]:
    """The uids of the nominations that wait for this session: those of its round and unit."""
    return tuple(nomination.uid for nomination in _waiting(session, living(session, CouncilSession, session_uid)))


def take_in(workspace: Workspace, session_uid: str, nomination_uids: Sequence[str] = ()) -> Changes:
    """Put the waiting nominations of the session's round and unit before the council, or only some of them.

    Raises Refused when there is none.
    """
    with workspace.changing("Đưa đề nghị ra phiên họp Hội đồng") as session:
        meeting = living(session, CouncilSession, session_uid)
        nominations = [
            nomination
            for nomination in _waiting(session, meeting)
            if not nomination_uids or nomination.uid in nomination_uids
        ]
        if not nominations:
            where = "đợt này" if meeting.round_uid else "năm này"
            raise errors.Refused(
                f"Không còn đề nghị nào của {where} chờ Hội đồng xét. Hãy kiểm tra đợt và đơn vị của phiên họp."
            )
        for nomination in nominations:
            nomination.session_uid = session_uid
            nomination.state = TAKEN_IN.target
            nomination.votes_total = meeting.members_total
        return session.changes()


def take_out(workspace: Workspace, nomination_uids: Sequence[str]) -> Changes:
    """Take nominations off the table of the council; those judged already keep their result.

    Raises Refused for one that has a decision.
    """
    with workspace.changing(f"Bỏ {len(nomination_uids)} đề nghị khỏi phiên họp") as session:
        for uid in nomination_uids:
            nomination = living(session, Nomination, uid)
            if nomination.state == NominationState.DECIDED:
                raise errors.Refused("Đề nghị đã có quyết định nên không bỏ khỏi phiên họp được.")
            nomination.session_uid = None
            if TAKEN_OUT.possible(nomination.state):
                nomination.state = TAKEN_OUT.target
        return session.changes()


def save_counts(workspace: Workspace, session_uid: str, counts: Mapping[str, Counts]) -> Changes:
    """Write the counts by the nomination's uid. Raises Refused for a count that does not add up."""
    with workspace.changing("Ghi kết quả kiểm phiếu") as session:
        _write_counts(session, living(session, CouncilSession, session_uid), counts)
        return session.changes()


def conclude(workspace: Workspace, session_uid: str, counts: Mapping[str, Counts] | None = None) -> Changes:
    """Write the counts, and give every nomination the state that follows from its count, with the reason of a refusal.

    Nominations without a count and those with a decision stay as they are. Raises Refused when nothing is counted.
    """
    with workspace.changing("Chốt kết quả phiên họp Hội đồng") as session:
        meeting = living(session, CouncilSession, session_uid)
        _write_counts(session, meeting, counts or {})
        ballots = council_facts(session, session_uid).ballots
        counted = [ballot for ballot in ballots if ballot.state_proposed and COUNTED.possible(ballot.state)]
        if not counted:
            raise errors.Refused("Chưa có số phiếu đồng ý của đề nghị nào. Hãy ghi số phiếu trước khi chốt kết quả.")
        for ballot in counted:
            nomination = living(session, Nomination, ballot.uid)
            nomination.state = ballot.state_proposed
            if ballot.passed is False and not nomination.reason:
                nomination.reason = ballot.summary
        return session.changes()


def _write_counts(session: WorkspaceSession, meeting: CouncilSession, counts: Mapping[str, Counts]) -> None:
    for uid, numbers in counts.items():
        nomination = living(session, Nomination, uid)
        if nomination.session_uid != meeting.uid:
            raise errors.Refused("Có đề nghị không thuộc phiên họp này. Hãy đọc lại trang (F5).")
        members = meeting.members_total or nomination.votes_total or 0
        if numbers[-1] is not None and not members:
            raise errors.Refused("Chưa ghi tổng số thành viên Hội đồng nên chưa tính được tỷ lệ. Hãy ghi ở phiên họp.")
        wrong = count_problems(members, numbers)
        if wrong:
            raise errors.Refused(f"Số phiếu chưa khớp: {next(iter(wrong.values()))} Hãy sửa các ô được đánh dấu.")
        if members:
            nomination.votes_total = members
        for key, number in zip(COUNTS, numbers, strict=True):
            setattr(nomination, key, number)
    session.flush()


def _members(session: WorkspaceSession, session_uid: str | None) -> list[CouncilMember]:
    statement = select(CouncilMember).where(CouncilMember.session_uid == session_uid)
    return list(session.scalars(statement.order_by(CouncilMember.sort_key, CouncilMember.uid)))


def _session_before(session: WorkspaceSession, meeting: CouncilSession) -> str | None:
    """The newest other session of the same council that has members."""
    statement = (
        select(CouncilSession.uid)
        .where(CouncilSession.uid != meeting.uid)
        .where(CouncilSession.unit_uid.is_not_distinct_from(meeting.unit_uid))
        .where(CouncilSession.uid.in_(select(CouncilMember.session_uid)))
        .order_by(CouncilSession.year.desc(), CouncilSession.held_on.desc(), CouncilSession.uid.desc())
    )
    return session.scalars(statement.limit(1)).first()


def _waiting(session: WorkspaceSession, meeting: CouncilSession) -> list[Nomination]:
    statement = (
        select(Nomination)
        .join(Round, Round.uid == Nomination.round_uid)
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .where(Round.year == meeting.year)
        .where(Nomination.state.in_(TAKEN_IN.sources), Nomination.session_uid.is_(None))
    )
    if meeting.round_uid:
        statement = statement.where(Nomination.round_uid == meeting.round_uid)
    if meeting.unit_uid:
        there = unit_at_the_time(Nomination, day=day_of_meeting(session, meeting.uid))
        statement = statement.where(there == meeting.unit_uid)
    return list(session.scalars(statement))


def _office(session: WorkspaceSession, person_uid: str, day: datetime.date) -> str | None:
    """The post and department somebody had on the day, or last in its year; None where nothing is known of it."""
    statement = (
        select(Stint.position, Department)
        .select_from(Person)
        .join(Stint, last_by(day))
        .outerjoin(Department, Department.uid == Stint.department_uid)
        .where(Person.uid == person_uid)
    )
    held = session.execute(statement).one_or_none()
    if held is None:
        return None
    position, department = held
    return post(position or "", UnitNames(session).department_on(department, PartialDate.of(day))) or None
