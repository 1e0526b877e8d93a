"""The minutes of a council session as programs read them: who sat there, and each line of the count."""

from collections.abc import Sequence

from cluster_desktop.documents.content.content import Data
from cluster_desktop.documents.frames.record_texts import iso
from cluster_desktop.domain.awards.ballots import Ballot
from cluster_desktop.domain.awards.council_facts import CouncilFacts
from cluster_desktop.domain.awards.nomination_state import WAITING, NominationState
from cluster_desktop.domain.awards.nominees import Nominee, by_award


def minutes_data(nominees: Sequence[Nominee], facts: CouncilFacts | None) -> dict[str, Data]:
    """``session`` (null before any) and ``nominations`` in the order of the document."""
    ballots = {ballot.uid: ballot for ballot in facts.ballots} if facts else {}
    ordered = [nominee for group in by_award(nominees).values() for nominee in group]
    return {
        "session": _session_data(facts) if facts else None,
        "nominations": [_line_data(nominee, ballots.get(nominee.uid)) for nominee in ordered],
    }


def _session_data(facts: CouncilFacts) -> dict[str, Data]:
    """Time, place and sittings (codes of :class:`CouncilRole` and :class:`Attendance`), opinions and conclusion."""
    return {
        "uid": facts.uid,
        "name": facts.name,
        "unit": facts.unit,
        "round": facts.round_name,
        "held_on": iso(facts.held_on),
        "place": facts.place,
        "method": facts.method,
        "members": facts.members_total,
        "present": facts.present,
        "away": facts.away,
        "written_opinions": facts.written,
        "quorate": facts.quorate,
        "attendance": [
            {
                "name": sitting.name,
                "office": sitting.office,
                "role": sitting.role,
                "role_name": sitting.role_name,
                "attendance": sitting.attendance,
            }
            for sitting in facts.sittings
        ],
        "opinions": facts.opinions,
        "conclusion": facts.conclusion,
    }


def _line_data(nominee: Nominee, ballot: Ballot | None) -> dict[str, Data]:
    """A line of the count; numbers nobody counted are null, ``result`` is accepted, refused or waiting."""
    issued, returned, valid = ballot.counts[:3] if ballot else (None, None, None)
    against = None if valid is None or nominee.votes_for is None else valid - nominee.votes_for
    return {
        "uid": nominee.uid,
        "name": nominee.name,
        "recipient_kind": "person" if nominee.person else "collective",
        "place": nominee.place,
        "unit": nominee.unit,
        "award": nominee.award,
        "award_name": nominee.award_name,
        "ballots_issued": issued,
        "ballots_returned": returned,
        "ballots_valid": valid,
        "votes_for": nominee.votes_for,
        "votes_against": against,
        "votes_total": nominee.votes_total,
        "votes_needed": ballot.needed.votes if ballot and ballot.members else None,
        "needed_share": ballot.needed.words if ballot else "",
        "needed_law": ballot.needed.law if ballot else "",
        "state": nominee.state,
        "result": "waiting"
        if nominee.state in WAITING
        else "refused"
        if nominee.state == NominationState.REFUSED
        else "accepted",
        "override_reason": nominee.override_reason,
    }
