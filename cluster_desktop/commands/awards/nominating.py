"""Proposing people and collectives that were looked at, and moving nominations on although a rule speaks against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.law.eligibility.facts import CandidateKind
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Nomination, Round

_RECIPIENTS = {
    CandidateKind.PERSON: "CA_NHAN",
    CandidateKind.DEPARTMENT: "KHOA_PHONG",
    CandidateKind.UNIT: "DON_VI",
}
_OVER = ("RUT", "KHONG_DAT")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody, and what for."""

    kind: CandidateKind
    uid: str
    award: str


def put_forward(workspace: Workspace, round_uid: str, proposals: Sequence[Proposal]) -> Changes:
    """Write a draft nomination in the round for each; those who have one for that award this year are passed over.

    Raises Refused when nobody is left, RecordMissing when the round is gone.
    """
    with workspace.changing(f"Đề nghị {len(proposals)} cá nhân, tập thể") as session:
        living(session, Round, round_uid)
        known = _proposed(session, session.get_one(Round, round_uid).year)
        fresh = [one for one in dict.fromkeys(proposals) if (one.uid, one.award) not in known]
        if not fresh:
            raise errors.Refused("Những cá nhân, tập thể này đều đã có đề nghị cho danh hiệu đó trong năm.")
        for one in fresh:
            draft = NominationDraft(
                round_uid=round_uid,
                recipient_kind=_RECIPIENTS[one.kind],
                person_uid=one.uid if one.kind is CandidateKind.PERSON else None,
                department_uid=one.uid if one.kind is CandidateKind.DEPARTMENT else None,
                unit_uid=one.uid if one.kind is CandidateKind.UNIT else None,
                award=one.award,
            )
            add(session, checked(draft))
        return session.changes()


def _proposed(session: WorkspaceSession, year: int) -> set[tuple[str, str]]:
    """Who has a nomination of the year that stands or is decided, and for what."""
    found = (
        select(Nomination.person_uid, Nomination.department_uid, Nomination.unit_uid, Nomination.award)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Round.year == year)
        .where(Nomination.state.not_in(_OVER))
    )
    return {(person or department or unit or "", award) for person, department, unit, award in session.execute(found)}


def give_reasons(workspace: Workspace, reasons: Mapping[str, str]) -> Changes:
    """Write down why nominations are proposed although a rule speaks against it. Raises Refused for an empty reason."""
    with workspace.changing(f"Ghi lý do đề nghị dù chưa đủ điều kiện ({len(reasons)})") as session:
        for uid, reason in reasons.items():
            if not reason.strip():
                raise errors.Refused("Hãy ghi lý do cho từng đề nghị chưa đủ điều kiện.")
            living(session, Nomination, uid).override_reason = reason.strip()
        return session.changes()
