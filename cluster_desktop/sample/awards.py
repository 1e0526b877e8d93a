"""Rounds and nominations of the sample year, and the lists of those that have a decision."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.fields.vocabulary import RecipientKind
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.roster import NOW, Member
from cluster_desktop.sample.schools import School
from cluster_desktop.sample.years import by_merit

_VOTES_FOR_A_TITLE: Final = 8
"""Votes out of nine that carry a higher title; LĐTT and Giấy khen pass with one less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who is nominated: exactly one of the uids is set; ``place`` orders a decision's list."""

    kind: str
    place: tuple[int, str]
    person_uid: str | None = None
    department_uid: str | None = None
    unit_uid: str | None = None

    @property
    def uids(self) -> dict[str, Any]:
        """The reference fields of a nomination or an award."""
        return {
            "recipient_kind": self.kind,
            "person_uid": self.person_uid,
            "department_uid": self.department_uid,
            "unit_uid": self.unit_uid,
        }


@dataclass(frozen=True, slots=True)
class Accepted:
    """A line for a decision's list."""

    recipient: Recipient
    award: str
    citation: str
    nomination_uid: str | None = None
    revoked_because: str | None = None


@dataclass(slots=True)
class Nominating:
    """What nominating needs, and what it gives: the lists by the key of their decision."""

    batch: Batch
    rng: Random
    schools: dict[str, School]
    members: list[Member]
    rounds: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[Accepted]] = field(default_factory=lambda: defaultdict(list))
    turns: Counter[str] = field(default_factory=Counter)
    sessions: dict[tuple[str, str], str] = field(default_factory=dict)
    """Sessions of councils by round and school."""
    nominated: dict[tuple[str, str], list[tuple[str, Recipient]]] = field(default_factory=lambda: defaultdict(list))
    """Nominations with their recipients by school and award, in the order of merit."""


def add_rounds(work: Nominating, movements: tuple[str, ...]) -> None:
    """Take in the rounds of the sample year."""
    for told in sources.table("awards")["round"]:
        draft = RoundDraft(
            name=told["name"],
            year=told["year"],
            kind=told["kind"],
            movement_uid=movements[told["movement"]] if "movement" in told else None,
            deadline=PartialDate.from_iso(told["deadline"]),
        )
        work.rounds[told["key"]] = work.batch.add(draft, sample=notes.NOMINATION)


def nominate(work: Nominating) -> None:
    """Take in every nomination; fill ``work.lists``."""
    for call in sources.table("awards")["call"]:
        for place, recipient in enumerate(recipients_of(work, call), start=1):
            _nominate_one(work, call, recipient, place)
    for past in sources.table("awards")["past"]:
        _award_without_nomination(work, past)


def recipients_of(work: Nominating, call: dict[str, Any]) -> list[Recipient]:
    """Whom a line of the plan names: people or departments of a school, or the school itself."""
    school = work.schools[call["school"]]
    if call["of"] == "school":
        return [Recipient(kind=RecipientKind.UNIT, place=(2, names.text_sort_key(school.name)), unit_uid=school.uid)]
    start = call.get("skip", 0)
    chosen = slice(start, start + call["count"])
    if call["of"] == "departments":
        return [
            Recipient(kind=RecipientKind.DEPARTMENT, place=(1, names.text_sort_key(told.name)), department_uid=told.uid)
            for told in school.departments[1:][chosen]
        ]
    return _people(work, school.code, chosen, NOW)


def _people(work: Nominating, school: str, chosen: slice, year: int) -> list[Recipient]:
    """The best of a school who were there the whole year; its rector, who signs, is not among them."""
    own = by_merit(work.members, school)
    able = [member for member in own if member.position != "Hiệu trưởng" and member.joined < year]
    return [
        Recipient(kind=RecipientKind.PERSON, place=(0, names.sort_key(member.full_name)), person_uid=member.uid)
        for member in able[chosen]
    ]


def _nominate_one(work: Nominating, call: dict[str, Any], recipient: Recipient, place: int) -> None:
    state: str = call["state"]
    in_favour, council = _votes(work.rng, state, call["award"])
    words = _citation(work, call["award"], NOW, call["round"])
    draft = NominationDraft(
        round_uid=work.rounds[call["round"]],
        award=call["award"],
        citation=words,
        state=state,
        votes_for=in_favour,
        votes_total=council,
        reason=call.get("reason"),
        override_reason=call["override_reason"] if call.get("override") == place else None,
        **_counted(work, call, in_favour, council),
        **recipient.uids,
    )
    uid = work.batch.add(draft, sample=notes.NOMINATION)
    work.nominated[call["school"], call["award"]].append((uid, recipient))
    if "decision" in call:
        work.lists[call["decision"]].append(Accepted(recipient, call["award"], words, uid))


def _votes(rng: Random, state: str, award: str) -> tuple[int | None, int | None]:
    """Votes in favour and members of the council; none before the council has met."""
    council: int = sources.table("awards")["council"]
    if state == NominationState.AT_COUNCIL:
        return None, council
    if state == NominationState.REFUSED:
        return rng.randint(3, 5), council
    if state in (NominationState.ACCEPTED, NominationState.DECIDED):
        fewest = council if award == "CSTDT" else _VOTES_FOR_A_TITLE - (award in ("LDTT", "GK"))
        return rng.randint(fewest, council), council
    return None, None


def _counted(work: Nominating, call: dict[str, Any], in_favour: int | None, council: int | None) -> dict[str, Any]:
    """The session that judged a nomination, with the ballots behind its votes; one refused had a spoiled ballot."""
    session = work.sessions.get((call["round"], call["school"]))
    if session is None or in_favour is None or council is None:
        return {}
    return {
        "session_uid": session,
        "ballots_issued": council,
        "ballots_returned": council,
        "ballots_valid": council - (call["state"] == NominationState.REFUSED),
    }


def _citation(work: Nominating, award: str, year: int, of_round: str = "") -> str:
    """The next of the texts for the award; some rounds have texts of their own."""
    found = sources.table("awards")["citations"]
    key = of_round if of_round in found else award
    patterns = found[key]
    text: str = patterns[work.turns[key] % len(patterns)]
    work.turns[key] += 1
    return text.format(year=year)


def _award_without_nomination(work: Nominating, past: dict[str, Any]) -> None:
    year = next(told["year"] for told in sources.table("awards")["decision"] if told["key"] == past["decision"])
    for place, recipient in enumerate(_people(work, past["school"], slice(past["count"]), year), start=1):
        because = past["revoked_because"] if place == past.get("revoked") else None
        words = _citation(work, past["award"], year)
        line = Accepted(recipient, past["award"], words, revoked_because=because)
        work.lists[past["decision"]].append(line)
