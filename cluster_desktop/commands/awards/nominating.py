"""Nominate people and collectives in a round, and give the reason where a rule speaks against one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.awards.nomination_state import FAILED, NominationState
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.awards.proposals import Proposal, usual_citation
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Nomination, Round
from cluster_desktop.records.queries.units.unit_names import recipient_uid


@dataclass(frozen=True, slots=True)
class Wording:
    """Initial state of new nominations, and their words of merit ('': those usual for each award, None: none)."""

    state: str = NominationState.PROPOSED
    citation: str | None = ""


DRAFT: Final = Wording(NominationState.DRAFT, None)


def propose(workspace: Workspace, round_uid: str, chosen: Sequence[Proposal], wording: Wording = DRAFT) -> Changes:
    """Write a nomination in the round for each proposal that it does not have yet.

    Whoever stands for the award in another round of the year is passed over, unless the proposal cautions of it.
    Raises Refused when nothing is left to write, RecordMissing when the round is gone, InvalidDraft for a state or
    words that cannot be.
    """
    new = [proposal for proposal in dict.fromkeys(chosen) if not proposal.nominated]
    with workspace.changing(f"Lập danh sách {len(new)} đề nghị") as session:
        year = living(session, Round, round_uid).year
        standing = _standing(session, year)
        left = [
            proposal for proposal in new if proposal.caution or (proposal.recipient.uid, proposal.award) not in standing
        ]
        if not left:
            raise errors.Refused(
                "Chưa chọn đề nghị mới nào: những cá nhân, tập thể này đều đã có đề nghị cho danh hiệu đó trong năm."
            )
        for proposal in left:
            draft = NominationDraft(
                round_uid=round_uid,
                recipient_kind=proposal.recipient.kind,
                award=proposal.award,
                state=wording.state,
                citation=usual_citation(proposal.award, year) if wording.citation == "" else wording.citation,
                **proposal.recipient.references,
            )
            add(session, checked(draft), sample=proposal.sample_note)
        return session.changes()


def _standing(session: WorkspaceSession, year: int) -> set[tuple[str, str]]:
    """Recipients and awards of the nominations of the year that stand or are decided."""
    statement = (
        select(recipient_uid(Nomination), Nomination.award)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(Round.year == year)
        .where(Nomination.state.not_in(FAILED))
    )
    return {(recipient, award) for recipient, award in session.execute(statement)}


def give_reasons(workspace: Workspace, reasons: Mapping[str, str]) -> Changes:
    """Write down why nominations are proposed although a rule speaks against it. Raises Refused for an empty reason."""
    with workspace.changing(f"Ghi lý do đề nghị dù chưa đủ điều kiện ({len(reasons)})") as session:
        for uid, reason in reasons.items():
            if not reason.strip():
                raise errors.Refused("Hãy ghi lý do cho từng đề nghị chưa đủ điều kiện.")
            living(session, Nomination, uid).override_reason = reason.strip()
        return session.changes()
