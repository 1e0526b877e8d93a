"""Sessions of school councils in the sample year: nine members each, one of whom sends a written opinion."""

from typing import Any, Final

from cluster_desktop.domain.awards.councils import CouncilMemberDraft, CouncilSessionDraft
from cluster_desktop.domain.fields.vocabulary import Attendance, CouncilRole
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.awards import Nominating
from cluster_desktop.sample.roster import NOW, Member

_SECOND: Final = {1: CouncilRole.DEPUTY, 2: CouncilRole.SECRETARY}
"""The roles of those who sit after the chair; all others are members."""


def add_sessions(work: Nominating) -> None:
    """Take in the sessions with who sat in them; ``work.sessions`` holds them by round and school."""
    for told in sources.table("year")["session"]:
        school = work.schools[told["school"]]
        sitting = _members(work, told["school"])
        draft = CouncilSessionDraft(
            name=f"Họp Hội đồng Thi đua - Khen thưởng {school.short_name} năm {NOW}",
            year=NOW,
            round_uid=work.rounds[told["round"]],
            unit_uid=school.uid,
            held_on=PartialDate.from_iso(sources.table("year")["held_on"]),
            place=told["place"],
            members_total=len(sitting),
            present=len(sitting) - len(told["written"]),
            opinions=told["opinions"],
            conclusion=told["conclusion"],
        )
        uid = work.batch.add(draft, sample=notes.COUNCIL)
        work.sessions[told["round"], told["school"]] = uid
        for place, member in enumerate(sitting):
            work.batch.add(_member(uid, told, place, member), sample=notes.COUNCIL)


def _members(work: Nominating, school: str) -> list[Member]:
    """The rector and those next in rank, in the order of the roster."""
    own = [member for member in work.members if member.school.code == school]
    return sorted(own, key=lambda member: member.rank)[: sources.table("awards")["council"]]


def _member(session: str, told: dict[str, Any], place: int, member: Member) -> CouncilMemberDraft:
    return CouncilMemberDraft(
        session_uid=session,
        full_name=member.full_name,
        person_uid=member.uid,
        office=f"{member.position}, {member.department.name}" if place else member.position,
        role=_SECOND.get(place, CouncilRole.MEMBER) if place else CouncilRole.CHAIR,
        attendance=Attendance.IN_WRITING if place in told["written"] else Attendance.PRESENT,
    )
