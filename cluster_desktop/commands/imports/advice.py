"""Advise on rows of a table that nothing forbids but a clerk should look at, in the sentences of the forms."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.imports.plan import PlannedRecord
from cluster_desktop.commands.law.cautions import (
    again_sentence,
    before_session,
    dissolved_sentence,
    namesake_sentence,
    second_form_sentence,
)
from cluster_desktop.commands.records.lookup import Lookup
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nomination_state import FAILED
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.people_match import RosterPerson
from cluster_desktop.domain.people.recipients import recipient_of
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Decision, Department, Nomination, Person, Round, Unit
from cluster_desktop.records.queries.units.unit_names import recipient_uid, unit_at_the_time

_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class _Standing:
    """A nomination of a year, of the workspace or of the table."""

    recipient: str
    award: str
    round_uid: str
    home: str | None
    """The unit of the recipient then."""


@dataclass(frozen=True, slots=True)
class _Round:
    """A round, of the workspace or of the table."""

    name: str
    year: int


def advice(
    session: Session, lookup: Lookup, planned: Mapping[str, Draft], added: Sequence[PlannedRecord]
) -> tuple[str, ...]:
    """Write a sentence for each row that needs one, up to a few dozen; *planned* are the parents of the rows."""
    sentences: list[str] = []
    if added and isinstance(added[0].draft, NominationDraft):
        sentences = list(_Nominated(session, lookup, planned).sentences(added))
    elif added and isinstance(added[0].draft, AwardDraft):
        sentences = list(_decided_too_early(session, planned, added))
    rest = len(sentences) - _MOST
    return (*sentences[:_MOST], *([f"Còn {rest} điều khác cũng cần xem lại."] if rest > 0 else ()))


class _Nominated:
    """The nominations of each year: twice, in two forms, in two units, for a unit that is gone."""

    def __init__(self, session: Session, lookup: Lookup, planned: Mapping[str, Draft]) -> None:
        self._session, self._planned = session, planned
        self._rounds, self._units = self._read_rounds(), self._read_units()
        homes = session.execute(select(Department.uid, Department.unit_uid))
        self._homes: dict[str, str] = {row.uid: row.unit_uid for row in homes}
        people = [person for some in lookup.people.by_name.values() for person in some]
        self._people = {person.uid: person for person in (*people, *self._new_people())}
        self._alike: dict[str, list[RosterPerson]] = defaultdict(list)
        for person in people:  # new ones are noted by RepeatedPeople
            self._alike[names.same_person_key(person.name)].append(person)
        self._standing: dict[tuple[int, str], list[_Standing]] = defaultdict(list)
        self._in_round: dict[str, dict[str, str | None]] = defaultdict(dict)

    def sentences(self, added: Sequence[PlannedRecord]) -> Iterator[str]:
        """Write the cautions of each row, in view of the rows before it."""
        lines = [(item, self._line(item.draft)) for item in added]
        self._read_standing({self._rounds[line.round_uid].year for _item, line in lines})
        for item, line in lines:
            cautions = (*self._again(line), *self._namesakes(line), *self._gone(line, item.title))
            yield from (f"{item.sheet}, dòng {item.row}: {sentence}" for sentence in dict.fromkeys(cautions))
            self._take(line)

    def _take(self, line: _Standing) -> None:
        self._standing[self._rounds[line.round_uid].year, line.recipient].append(line)
        self._in_round[line.round_uid][line.recipient] = line.home

    def _line(self, draft: Draft) -> _Standing:
        values = draft.values()
        recipient = recipient_of(values).uid
        person = self._people.get(recipient)
        noted = values.get("at_unit_uid")
        home = str(noted) if noted else person.unit_uid if person else self._homes.get(recipient, recipient)
        return _Standing(recipient, str(values["award"]), str(values["round_uid"]), home)

    def _again(self, line: _Standing) -> Iterator[str]:
        for other in self._standing[self._rounds[line.round_uid].year, line.recipient]:
            if other.award == line.award:
                yield again_sentence(other.award, self._rounds[other.round_uid].name)
            elif not AWARD_KINDS[other.award].is_title and not AWARD_KINDS[line.award].is_title:
                yield second_form_sentence(other.award)

    def _namesakes(self, line: _Standing) -> Iterator[str]:
        person = self._people.get(line.recipient)
        if person is None:
            return
        for other in self._alike[names.same_person_key(person.name)]:
            home = self._in_round[line.round_uid].get(other.uid)
            elsewhere = home is not None and home != line.home and other.uid != person.uid
            if elsewhere and (other.born is None or person.born is None or other.born == person.born):
                yield namesake_sentence(other.name, self._units[home or ""][0])

    def _gone(self, line: _Standing, title: str) -> Iterator[str]:
        person = self._people.get(line.recipient)
        home = person.unit_uid if person else self._homes.get(line.recipient, line.recipient)
        name, gone = self._units.get(home or "", ("", None))
        if gone is not None:
            yield dissolved_sentence(title, "" if home == line.recipient else name, gone, person=person is not None)

    def _read_rounds(self) -> dict[str, _Round]:
        """Read every round, those of the table too."""
        recorded = self._session.execute(select(Round.uid, Round.name, Round.year))
        rounds = {uid: _Round(name, year) for uid, name, year in recorded}
        drafts = {uid: draft for uid, draft in self._planned.items() if isinstance(draft, RoundDraft)}
        return rounds | {uid: _Round(draft.name or "", draft.year or 0) for uid, draft in drafts.items()}

    def _read_standing(self, years: set[int]) -> None:
        nominated = (
            select(recipient_uid(Nomination), Nomination.award, Nomination.round_uid, unit_at_the_time(Nomination))
            .join(Round, Round.uid == Nomination.round_uid)
            .outerjoin(Person, Person.uid == Nomination.person_uid)
            .outerjoin(Department, Department.uid == Nomination.department_uid)
            .where(Nomination.state.not_in(FAILED))
            .where(Round.year.in_(years))
        )
        for standing in self._session.execute(nominated):
            self._take(_Standing(*standing))

    def _new_people(self) -> Iterator[RosterPerson]:
        for uid, draft in self._planned.items():
            if isinstance(draft, PersonDraft):
                yield RosterPerson(uid, draft.full_name or "", draft.birth_date, draft.unit_uid)

    def _read_units(self) -> dict[str, tuple[str, PartialDate | None]]:
        units = self._session.execute(select(Unit.uid, Unit.short_name, Unit.dissolved_on))
        return {uid: (name, gone) for uid, name, gone in units}


def _decided_too_early(session: Session, planned: Mapping[str, Draft], added: Sequence[PlannedRecord]) -> Iterator[str]:
    """Note decisions dated before the council session that judged the nominations they answer."""
    answered: dict[str, list[str]] = defaultdict(list)
    for draft in (item.draft for item in added):
        if isinstance(draft, AwardDraft) and draft.nomination_uid:
            answered[draft.decision_uid or ""].append(draft.nomination_uid)
    for uid, nominations in answered.items():
        decision = planned.get(uid) or _decision(session, uid)
        if isinstance(decision, DecisionDraft) and (caution := before_session(session, tuple(nominations), decision)):
            yield f"{decision.number}: {caution}"


def _decision(session: Session, uid: str) -> DecisionDraft:
    kept = session.get_one(Decision, uid)
    return DecisionDraft(number=kept.number, decided_on=kept.decided_on)
