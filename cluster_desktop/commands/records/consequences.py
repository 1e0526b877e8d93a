"""Carry out what follows in the same act: an award decides its nomination, a council is as large as its list."""

from sqlalchemy import func, inspect, select

from cluster_desktop import errors
from cluster_desktop.commands.records.co_hosts import check_co_host, follow_event
from cluster_desktop.commands.records.event_papers import follow_paper
from cluster_desktop.commands.records.scoring_rules import follow_scoring
from cluster_desktop.commands.records.unit_rules import follow_units
from cluster_desktop.domain.awards.nomination_state import AWARD_GONE, AWARDED, NominationState
from cluster_desktop.domain.awards.vocabulary import Attendance
from cluster_desktop.domain.people.timeline import POST
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import (
    Attachment,
    Award,
    Blob,
    CoHost,
    CouncilMember,
    CouncilSession,
    Decision,
    Department,
    Event,
    FormerName,
    Nomination,
    Paper,
    Record,
    Service,
    Unit,
)

_BY_DECISION = (
    "Trạng thái “Đã có quyết định” do quyết định khen thưởng ghi. "
    "Hãy dùng “Lập quyết định…” hoặc “Ghi quyết định của cấp trên…”."
)
_DECIDED_ALREADY = "Đề nghị đã có quyết định nên không đổi trạng thái được. Hãy xóa khen thưởng trong quyết định trước."


def follow(session: WorkspaceSession, record: Record) -> None:
    """Bring what depends on a record just written, put away or taken back in line with it.

    Raises InvalidDraft where the record says what only another one can say, Refused where a score sheet forbids it.
    """
    if isinstance(record, Award):
        _follow_award(session, record)
    elif isinstance(record, Nomination):
        check_state(session, record)
    elif isinstance(record, CouncilMember):
        _count_members(session, record)
    elif isinstance(record, CouncilSession):
        _check_members(session, record)
    elif isinstance(record, Service):
        name_what_is_said(record)
        follow_units(session, record)
    elif isinstance(record, (Department, FormerName, Unit)) and record.deleted_at is None:
        follow_units(session, record)
    elif isinstance(record, Event) and record.deleted_at is None:
        follow_event(session, record)
    elif isinstance(record, CoHost) and record.deleted_at is None:
        check_co_host(session, record)
    elif isinstance(record, Paper) and record.deleted_at is None:
        follow_paper(session, record)
    elif record.deleted_at is None:
        with session.no_autoflush:
            follow_scoring(session, record)
            _check_contents(session, record)


def name_what_is_said(line: Service) -> None:
    """A line speaks of what is filled in, and of what it said to be empty; what was emptied just now it leaves open."""
    emptied = {key for key in POST if inspect(line).attrs[key].history.deleted and getattr(line, key) is None}
    before = set(line.said.split(",")) - emptied if line.said else set()
    line.said = ",".join(key for key in POST if key in before or getattr(line, key) is not None)
    if not line.said:
        raise errors.invalid("unit_uid", "Hãy ghi ít nhất một mục: đơn vị, khoa phòng, chức vụ, tình trạng …")


def _check_contents(session: WorkspaceSession, record: Record) -> None:
    if isinstance(record, Attachment) and session.get(Blob, record.sha256) is None:
        raise errors.invalid("sha256", "Sổ chưa có nội dung của tệp này. Hãy đính kèm tệp ở cửa sổ chương trình.")


def check_state(session: WorkspaceSession, nomination: Nomination) -> None:
    """Let only an award decide a nomination, and only its deletion undo that. Raises InvalidDraft."""
    changed = inspect(nomination).attrs.state.history
    if nomination.deleted_at is not None or not changed.has_changes():
        return
    if nomination.state != NominationState.DECIDED and awarded(session, nomination.uid):
        raise errors.invalid("state", _DECIDED_ALREADY)
    if nomination.state == NominationState.DECIDED and not awarded(session, nomination.uid):
        raise errors.invalid("state", _BY_DECISION)


def awarded(session: WorkspaceSession, nomination_uid: str) -> bool:
    """Check whether a living award, in force or revoked, came of the nomination."""
    return _awards_of(session, nomination_uid) > 0


def members_of(session: WorkspaceSession, session_uid: str) -> dict[str, int]:
    """Count the members of a council session by their attendance; empty where none is listed."""
    members = select(CouncilMember.attendance, func.count()).where(CouncilMember.session_uid == session_uid)
    return dict(session.execute(members.group_by(CouncilMember.attendance)).all())


def _awards_of(session: WorkspaceSession, nomination_uid: str) -> int:
    if not nomination_uid:  # a record that is being written has none yet
        return 0
    awards = select(func.count(Award.uid)).where(Award.nomination_uid == nomination_uid)
    with session.no_autoflush:
        return session.scalar(awards) or 0


def _follow_award(session: WorkspaceSession, award: Award) -> None:
    before = inspect(award).attrs.nomination_uid.history.deleted
    if not inspect(award).persistent:
        _keep_unit(session, award)
    session.add(award)
    session.flush()
    for uid in {award.nomination_uid, *before} - {None}:
        nomination = session.get(Nomination, uid)
        if nomination is None or nomination.deleted_at is not None:
            continue
        awards = _awards_of(session, nomination.uid)
        if awards > 1:
            raise errors.invalid("nomination_uid", "Đề nghị này đã có khen thưởng trong một quyết định khác.")
        step = AWARDED if awards else AWARD_GONE
        if step.possible(nomination.state):
            nomination.state = step.target
    session.flush()


def _keep_unit(session: WorkspaceSession, award: Award) -> None:
    """Take over the unit a nomination notes, for a decision of the time before that unit went."""
    with session.no_autoflush:
        nomination, decision = (
            session.get(Nomination, award.nomination_uid or ""),
            session.get(Decision, award.decision_uid),
        )
        unit = session.get(Unit, nomination.at_unit_uid or "") if nomination else None
    if award.at_unit_uid or unit is None or unit.dissolved_on is None or decision is None:
        return
    if decision.decided_on.latest < unit.dissolved_on.earliest:
        award.at_unit_uid = unit.uid


def _count_members(session: WorkspaceSession, member: CouncilMember) -> None:
    session.add(member)
    session.flush()
    meeting = session.get(CouncilSession, member.session_uid)
    counts = members_of(session, member.session_uid)
    if meeting is not None and meeting.deleted_at is None and counts:
        meeting.members_total = sum(counts.values())
        meeting.present = counts.get(Attendance.PRESENT, 0)
        session.flush()


def _check_members(session: WorkspaceSession, meeting: CouncilSession) -> None:
    with session.no_autoflush:
        counts = members_of(session, meeting.uid) if meeting.uid else {}
    listed = {"members_total": sum(counts.values()), "present": counts.get(Attendance.PRESENT, 0)}
    wrong = [key for key, count in listed.items() if counts and getattr(meeting, key) != count]
    if wrong and meeting.deleted_at is None:
        sentence = f"Danh sách thành viên ghi {listed[wrong[0]]} người. Hãy sửa ở thẻ “Thành viên”."
        raise errors.invalid(wrong[0], sentence)
