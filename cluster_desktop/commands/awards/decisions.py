"""From accepted nominations to a decision with its list, in one act."""

import datetime
from collections.abc import Sequence

from sqlalchemy import func, select

from cluster_desktop import errors
from cluster_desktop.commands.records.consequences import check_state
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.awards.nomination_state import PUT_IN_DECISION
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.people.posts import post_rank
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Award, Decision, Department, Nomination, Person, Unit
from cluster_desktop.records.queries.careers.as_of import stint_on


def decide(workspace: Workspace, draft: DecisionDraft, nomination_uids: Sequence[str]) -> Changes:
    """Write a new decision that awards these nominations: collectives, then people by unit, post and name.

    Raises Refused when a nomination was not accepted by the council, InvalidDraft for the decision.
    """
    ready = checked(draft)
    label = f"Lập quyết định “{draft.number}” cho {len(nomination_uids)} đề nghị"
    with workspace.changing(label) as session:
        nominations = _accepted(session, nomination_uids, draft.decided_on)
        decision = add(session, ready)
        _award(session, decision.uid, nominations, first=1)
        return session.changes()


def add_to_decision(workspace: Workspace, decision_uid: str, nomination_uids: Sequence[str]) -> Changes:
    """Append accepted nominations to the end of a decision's list. Raises Refused."""
    with workspace.changing(f"Thêm {len(nomination_uids)} đề nghị vào quyết định") as session:
        decided_on = living(session, Decision, decision_uid).decided_on
        last = select(func.max(Award.ordinal)).where(Award.decision_uid == decision_uid)
        first = (session.scalar(last) or 0) + 1
        _award(session, decision_uid, _accepted(session, nomination_uids, decided_on), first=first)
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


def _accepted(session: WorkspaceSession, uids: Sequence[str], day: PartialDate | None) -> list[Nomination]:
    if not uids:
        raise errors.Refused("Chưa chọn đề nghị nào. Hãy chọn các đề nghị Hội đồng đã đồng ý.")
    nominations = [living(session, Nomination, uid) for uid in uids]
    waiting = [item for item in nominations if not PUT_IN_DECISION.possible(item.state)]
    if waiting:
        raise errors.Refused(
            f"Còn {len(waiting)} đề nghị chưa được Hội đồng đồng ý. "
            "Chỉ đưa vào quyết định những đề nghị ở trạng thái “Hội đồng đồng ý”."
        )
    return sorted(nominations, key=lambda item: _place(session, item, day))


def _place(session: WorkspaceSession, item: Nomination, day: PartialDate | None) -> tuple[int, str, int, str]:
    """Units, departments, then people: by unit, by the post they hold on the day of the decision, by name."""
    if item.unit_uid:
        return 0, "", 0, session.get_one(Unit, item.unit_uid).sort_key
    if item.department_uid:
        department = session.get_one(Department, item.department_uid)
        return 1, session.get_one(Unit, department.unit_uid).sort_key, department.position or 0, department.sort_key
    person = session.get_one(Person, item.person_uid)
    stint = stint_on(session, person.uid, (day or PartialDate.of(datetime.date.today())).latest)
    unit_uid = item.at_unit_uid or (stint.unit_uid if stint else person.unit_uid)
    home = session.get_one(Unit, unit_uid).sort_key if unit_uid else ""
    return 2, home, post_rank((stint.position if stint else None) or ""), person.sort_key


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
