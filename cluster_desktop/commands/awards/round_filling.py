"""Fill a round with nominations in one act."""

from collections.abc import Sequence
from dataclasses import dataclass

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.awards.proposals import Proposal, usual_citation
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Round


@dataclass(frozen=True, slots=True)
class Wording:
    """How the new nominations begin: their state, and the words of merit ('' for those usual for each award)."""

    state: str = "DE_NGHI"
    citation: str = ""


def propose(workspace: Workspace, round_uid: str, chosen: Sequence[Proposal], wording: Wording) -> Changes:
    """Write a nomination for each proposal that the round does not have yet.

    Raises Refused when nothing is left to write, InvalidDraft for a state or words that cannot be.
    """
    new = [one for one in chosen if not one.nominated]
    if not new:
        raise errors.Refused("Chưa chọn đề nghị mới nào. Hãy đánh dấu những người, tập thể chưa được đề nghị.")
    with workspace.changing(f"Lập danh sách {len(new)} đề nghị") as session:
        round_ = living(session, Round, round_uid)
        for one in new:
            draft = NominationDraft(
                round_uid=round_uid,
                recipient_kind=one.recipient.kind,
                award=one.award,
                state=wording.state,
                citation=wording.citation or usual_citation(one.award, round_.year),
                **one.recipient.references,
            )
            add(session, checked(draft), sample=one.sample_note)
        return session.changes()
