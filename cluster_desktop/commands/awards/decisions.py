"""From accepted nominations to a decision with its list, in one act."""

from collections.abc import Sequence

from sqlalchemy import func, select

from cluster_desktop import errors
from cluster_desktop.commands.records.consequences import check_state
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.awards.nomination_state import PUT_IN_DECISION
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Award, Decision, Department, Nomination, Person, Unit


def decide(workspace: Workspace, draft: DecisionDraft, nomination_uids: Sequence[str]) -> Changes:
    """Write a new decision that awards these nominations, people first, in the order of their names.

    Raises Refused when a nomination was not accepted by the council, InvalidDraft for the decision.
    """
    ready = checked(draft)
    label = f"Lập quyết định “{draft.number}” cho {len(nomination_uids)} đề nghị"
    with workspace.changing(label) as session:
        nominations = _accepted(session, nomination_uids)
        decision = add(session, ready)
        _award(session, decision.uid, nominations, first=1)
        return session.changes()


def add_to_decision(workspace: Workspace, decision_uid: str, nomination_uids: Sequence[str]) -> Changes:
    """Append accepted nominations to the end of a decision's list. Raises Refused."""
    with workspace.changing(f"Thêm {len(nomination_uids)} đề nghị vào quyết định") as session:
        living(session, Decision, decision_uid)
        last = select(func.max(Award.ordinal)).where(Award.decision_uid == decision_uid)
        first = (session.scalar(last) or 0) + 1
        _award(session, decision_uid, _accepted(session, nomination_uids), first=first)
        return session.changes()


def set_state(workspace: Workspace, nomination_uids: Sequence[str], state: str) -> Changes:
    """Give several nominations one state in one act.

    Raises Refused for one that is decided already, and for the state that only a decision gives.
    """
    with workspace.changing(f"Đổi trạng thái {len(nomination_uids)} đề nghị") as session:
        for uid in nomination_uids:
            nomination = living(session, Nomination, uid)
            nomination.state = state
            try:
                check_state(session, nomination)
            except errors.InvalidDraft as problem:
                raise errors.Refused(problem.sentence) from problem
        return session.changes()


def _accepted(session: WorkspaceSession, uids: Sequence[str]) -> list[Nomination]:
    if not uids:
        raise errors.Refused("Chưa chọn đề nghị nào. Hãy chọn các đề nghị hội đồng đã đồng ý.")
    nominations = [living(session, Nomination, uid) for uid in uids]
    waiting = [item for item in nominations if not PUT_IN_DECISION.possible(item.state)]
    if waiting:
        raise errors.Refused(
            f"Còn {len(waiting)} đề nghị chưa được hội đồng đồng ý. "
            "Chỉ đưa vào quyết định những đề nghị ở trạng thái “Hội đồng đồng ý”."
        )
    return sorted(nominations, key=lambda item: _place(session, item))


def _place(session: WorkspaceSession, item: Nomination) -> tuple[int, str]:
    """People before collectives, each by name."""
    if item.person_uid:
        return 0, session.get_one(Person, item.person_uid).sort_key
    if item.department_uid:
        return 1, session.get_one(Department, item.department_uid).sort_key
    return 2, session.get_one(Unit, item.unit_uid).sort_key


def _award(session: WorkspaceSession, decision_uid: str, nominations: Sequence[Nomination], first: int) -> None:
    for ordinal, item in enumerate(nominations, start=first):
        draft = AwardDraft(
            decision_uid=decision_uid,
            ordinal=ordinal,
            recipient_kind=item.recipient_kind,
            person_uid=item.person_uid,
            department_uid=item.department_uid,
            unit_uid=item.unit_uid,
            award=item.award,
            citation=item.citation,
            described_as=item.described_as,
            nomination_uid=item.uid,
        )
        add(session, checked(draft), sample=item.sample_note)
