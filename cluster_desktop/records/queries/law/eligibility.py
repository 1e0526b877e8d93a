"""Everybody who may be proposed in a year, with what the register knows of them, in a fixed number of statements."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.law.eligibility.facts import Candidate, CandidateKind, CollectiveMember, UnitCounts
from cluster_desktop.domain.people.posts import post
from cluster_desktop.domain.people.vocabulary import Gender
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.law.duplicate_people import possible_duplicates
from cluster_desktop.records.queries.law.register import Register, Scope
from cluster_desktop.records.queries.law.register_rows import PersonRow, leads
from cluster_desktop.records.queries.law.stays import joined_by, stays
from cluster_desktop.records.queries.units.departments import Lineage
from cluster_desktop.records.queries.units.year_homes import has_notes


def candidates(
    session: Session, scope: Scope, *, people: bool = True, collectives: bool = True
) -> tuple[Candidate, ...]:
    """Everybody of a year: people by unit and name, then departments, then units; people only where some are named."""
    lineage = Lineage(session)
    scope = replace(scope, noted=has_notes(session), forebears=lineage.all_forebears)
    gathered = _Gathered(session, scope, lineage)
    persons = gathered.people() if people else ()
    return (*persons, *gathered.collectives()) if collectives and scope.person_uids is None else persons


class _Gathered:
    """Everything that is recorded, put together by whom it is about."""

    def __init__(self, session: Session, scope: Scope, lineage: Lineage) -> None:
        self._lineage = lineage
        register = Register(session, scope)
        self._year = scope.year
        self._classes, self._unit_classes = register.classes(), register.unit_classes()
        self._initiatives, self._measures = register.initiatives(), register.measures()
        self._awards, self._pending = register.awards(), register.pending()
        self._places = register.cluster_places()
        self._registered, self._registering = register.registrations(), register.registering()
        self._people, self._duplicates = register.people(), possible_duplicates(session, scope)
        self._stays, self._joined = stays(session, scope), joined_by(session, scope)
        self._units, self._departments = register.units(), register.departments()
        self._titled, self._rated = register.titled(), register.rated()

    def people(self) -> tuple[Candidate, ...]:
        """The people, each with what is counted in their unit."""
        counts = {uid: self._counts(uid) for uid in self._units}
        return tuple(self._person(row, counts[row.unit_uid]) for row in self._people.values() if row.unit_uid in counts)

    def collectives(self) -> tuple[Candidate, ...]:
        """Departments, then units, each with its people."""
        members: dict[str, list[CollectiveMember]] = defaultdict(list)
        for row in self._people.values():
            member = self._member(row)
            members[row.unit_uid].append(member)
            members[row.department_uid or ""].append(member)
        groups = [self._department(uid, tuple(members[uid])) for uid in self._departments]
        groups += [self._unit(uid, tuple(members[uid])) for uid, unit in self._units.items() if not unit.over]
        return tuple(groups)

    def _counts(self, unit: str) -> UnitCounts:
        return UnitCounts(
            advanced=len(self._titled.get((unit, AwardKind.ADVANCED_WORKER), ())),
            fighters=frozenset(self._titled.get((unit, AwardKind.SCHOOL_FIGHTER), ())),
            rated=unit in self._rated,
        )

    def _member(self, row: PersonRow) -> CollectiveMember:
        return CollectiveMember(
            uid=row.uid,
            name=row.full_name,
            woman=row.gender == Gender.FEMALE,
            rating=self._classes.get(row.uid, {}).get(self._year),
            advanced=row.uid in self._titled.get((row.unit_uid, AwardKind.ADVANCED_WORKER), ()),
            fighter=row.uid in self._titled.get((row.unit_uid, AwardKind.SCHOOL_FIGHTER), ()),
            measures=tuple(self._measures.get(row.uid, ())),
            gone=row.gone,
        )

    def _person(self, row: PersonRow, counts: UnitCounts) -> Candidate:
        return Candidate(
            uid=row.uid,
            kind=CandidateKind.PERSON,
            name=row.full_name,
            unit_uid=row.unit_uid,
            unit=self._units[row.unit_uid].name,
            unit_short=self._units[row.unit_uid].short,
            place=post(row.position or "", row.department or ""),
            woman=row.gender == Gender.FEMALE,
            leads=leads(row.position),
            joined=self._joined_day(row),
            recruited=row.recruited_on,
            stays=self._stays.get(row.uid, ()),
            awards=tuple(self._awards.get(row.uid, ())),
            pending=tuple(self._pending.get(row.uid, ())),
            classes=self._classes.get(row.uid, {}),
            initiatives=tuple(self._initiatives.get(row.uid, ())),
            measures=tuple(self._measures.get(row.uid, ())),
            registered=row.uid in self._registered if row.unit_uid in self._registering else None,
            counts=counts,
            namesakes=self._duplicates.get(row.uid, ()),
        )

    def _joined_day(self, row: PersonRow) -> PartialDate | None:
        """The day of coming to the unit of the year; a later one is of another unit, or of coming back to it."""
        if row.uid in self._joined or row.joined_unit is None or row.joined_unit.year > self._year:
            return self._joined.get(row.uid)
        return row.joined_unit

    def _department(self, uid: str, members: tuple[CollectiveMember, ...]) -> Candidate:
        row = self._departments[uid]
        return self._collective(
            uid,
            members,
            kind=CandidateKind.DEPARTMENT,
            name=row.name,
            unit_uid=row.unit_uid,
            dissolved_on=row.gone,
            **self._with_forebears(uid),
        )

    def _with_forebears(self, uid: str) -> dict[str, Any]:
        """Classes and awards of a department, with those of the departments that it carries on."""
        classes, held = dict(self._unit_classes.get(uid, {})), list(self._awards.get(uid, ()))
        taken_over: dict[str, str] = {}
        for before in self._lineage.forebears(uid):
            own, given = self._unit_classes.get(before.uid, {}), self._awards.get(before.uid, ())
            classes = {**own, **classes}
            held += given
            taken_over |= dict.fromkeys((line.uid for line in (*own.values(), *given)), before.name)
        held.sort(key=lambda award: (award.year, award.uid))
        return {"classes": classes, "awards": tuple(held), "taken_over": taken_over}

    def _unit(self, uid: str, members: tuple[CollectiveMember, ...]) -> Candidate:
        return self._collective(
            uid,
            members,
            kind=CandidateKind.UNIT,
            name=self._units[uid].name,
            unit_uid=uid,
            dissolved_on=self._units[uid].gone,
            classes=self._unit_classes.get(uid, {}),
            awards=tuple(self._awards.get(uid, ())),
            cluster_places=self._places.get(uid, ()),
        )

    def _collective(self, uid: str, members: tuple[CollectiveMember, ...], **own: Any) -> Candidate:
        return Candidate(
            uid=uid,
            unit=self._units[own["unit_uid"]].name,
            unit_short=self._units[own["unit_uid"]].short,
            pending=tuple(self._pending.get(uid, ())),
            members=members,
            **own,
        )
