"""What a roster says of people as of its own day: it is compared with how they stood then, and states that day only.

A list of an earlier year fills the past and leaves today as it is; what it confirms is no guess any more. The rule that
is told here beforehand is the very one by which the list is written (``domain/people/listed.py``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.existing import ExistingRecords, shown
from cluster_desktop.commands.imports.plan import Dispute, FieldChange, Shared
from cluster_desktop.commands.imports.subjects import Subject
from cluster_desktop.commands.records.careers import known_of, stated
from cluster_desktop.commands.records.lookup import Lookup
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.listed import DATED, JOINED, LEFT, Fate, Known, ListDay, Told, listed, standing
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.timeline import Said
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.import_kinds import LISTED_ON, TITLE_DAY
from cluster_desktop.domain.text.dates import DateProblem, PartialDate, parse_date
from cluster_desktop.records.models import Department
from cluster_desktop.records.queries.careers.as_of import day_of_year, stint_on
from cluster_desktop.records.stints import continuing, homes, today

Values = dict[str, Value]
_AT_ONCE: Final = 400  # people of the same unit, of whom a list names more
_FIELDS: Final = tuple(item for item in fields_of(PersonDraft) if item.key in DATED)
_REQUIRED: Final = tuple(item.key for item in _FIELDS if item.required)


def listed_on(texts: Mapping[str, str], shared: Shared, today: str) -> str:
    """The day of which a row tells, as ISO text; '' for today.

    Its own column comes first, then the day chosen for the whole table, then what stands above it. Raises InvalidDraft
    for a day that is none, or that is still to come.
    """
    own, above = texts.get(LISTED_ON, ""), texts.get(TITLE_DAY, "")
    words = own or ("" if shared.day or shared.year else above)
    try:
        day = parse_date(words) if words else shared.day or (PartialDate(shared.year) if shared.year else None)
    except DateProblem as problem:
        raise errors.invalid(LISTED_ON, f"Ngày của danh sách “{words[:40]}” không đúng: {problem}") from problem
    if day is None or day.earliest.isoformat() <= today <= day.latest.isoformat():
        return ""
    if day.earliest.isoformat() > today:
        sentence = "Hãy sửa ngày hoặc chọn ngày khác; điều sẽ đến thì ghi ở “Quá trình công tác” của từng người."
        raise errors.invalid(LISTED_ON, f"Danh sách ghi ngày {day.show()}, là ngày chưa đến. {sentence}")
    of_a_year = day.precision == "year" and not own and shared.day is None
    return day.latest.isoformat() if of_a_year else day.iso  # a list of a year is of its last day


def dating_of(day: str, values: Mapping[str, Value]) -> Dating:
    """How a row of a list of *day* is meant, which says the *values* that are filled in. Raises InvalidDraft.

    Nobody was on a list before they were born.
    """
    born = values.get("birth_date")
    if day and isinstance(born, PartialDate) and PartialDate.from_iso(day).latest < born.earliest:
        then = PartialDate.from_iso(day).show()
        raise errors.invalid(LISTED_ON, f"Danh sách ghi ngày {then}, khi người trong bảng chưa ra đời. Hãy sửa ngày.")
    told = frozenset(key for key in DATED if values.get(key) is not None)
    return Dating(Way.LIST, day, told)


def elsewhere_then(session: Session, subject: Subject, year: int | None) -> bool:
    """Check whether a list names another unit of somebody than the one they were in at the end of its year."""
    if year is None or subject.unit_uid is None or subject.recipient_kind != RecipientKind.PERSON:
        return False
    then = stint_on(session, subject.uid, day_of_year(year))
    return then is not None and then.unit_uid != subject.unit_uid


@dataclass(frozen=True, slots=True)
class RosterRow:
    """What a row of a list would write of somebody's dated fields, keep, and has to ask."""

    changes: tuple[FieldChange, ...]
    kept: tuple[str, ...]
    """A sentence for each field of which the book goes on saying otherwise."""
    disputes: tuple[Dispute, ...]
    """The fields somebody has to decide about; where they stand is for the planner to say."""


@dataclass
class RosterDays:
    """Compares rows of a roster with the lines of the people they are about."""

    existing: ExistingRecords
    lookup: Lookup
    known: dict[str, Known] = field(default_factory=dict)

    def __post_init__(self) -> None:
        session = self.existing.session
        self.today, self.continues = today(session), continuing(session)
        self.homes = homes(session, session.scalars(select(Department.uid)).all(), self.continues)

    def draft(self, uid: str, filled: Values, dating: Dating) -> PersonDraft:
        """Somebody as the list has them: what it leaves open is as on its day, what has no day is as it is."""
        values: Values = dict(self.existing.values_of(uid))
        if dating.day:
            then, _unsure = standing(self._known(uid), dating.day, self.homes, self.continues)
            known = {item.key: _value(item, then[item.key]) for item in _FIELDS}
            values |= {key: value for key, value in known.items() if value is not None or key not in _REQUIRED}
        drafted: dict[str, Any] = {**values, **filled}
        return PersonDraft(**drafted)

    def compare(self, uid: str, draft: Draft, dating: Dating) -> RosterRow:
        """What becomes of the dated fields of a row."""
        of = ListDay(dating.day or self.today, self.today, dating.taken, self.continues)
        wanted, before = draft.normalised().values(), self._known(uid)
        said = {key: stated(wanted[key]) for key in dating.told}
        after, told = listed(before, said, of)
        then, unsure = standing(before, of.day, self.homes, of.continues)
        later, _unsure = standing(after, of.day, self.homes, of.continues)
        changes = tuple(
            FieldChange(
                item.label,
                _before(self._words(item, then[item.key]), guessed=item.key in unsure),
                self._words(item, later[item.key]),
            )
            for item in _FIELDS
            if later[item.key] != then[item.key] or _fate(told, item) is Fate.WRITTEN
        )
        return RosterRow(changes, tuple(self._kept(told, said, of)), tuple(self._disputes(told, said)))

    def _known(self, uid: str) -> Known:
        if uid not in self.known:
            home = self.lookup.stands.get(uid)
            beside = (one for one, unit in self.lookup.stands.items() if unit == home and one not in self.known)
            self.known |= known_of(self.existing.session, {uid, *islice(beside, _AT_ONCE)})
        return self.known[uid]

    def _words(self, item: Field, value: str | None) -> str:
        return shown(self.lookup, item, _value(item, value))

    def _kept(self, told: Told, said: Said, of: ListDay) -> Iterator[str]:
        source = "danh sách cũ" if of.past else "danh sách"
        for item in _FIELDS:
            if _fate(told, item) is not Fate.KEPT:
                continue
            held, words = told[item.key].held, self._words(item, said[item.key])
            if held is None:
                yield f"Chưa ghi {item.label} “{words}”: {source} không khớp với quá trình công tác trong sổ."
            else:
                yield f"Giữ {item.label} “{self._words(item, held)}”: {source} ghi “{words}”."

    def _disputes(self, told: Told, said: Said) -> Iterator[Dispute]:
        for item in _FIELDS:
            if _fate(told, item) is Fate.ASKED:
                held, since = told[item.key].held, told[item.key].said_on
                yield Dispute(
                    field=item.key,
                    label=item.label,
                    held=self._words(item, held),
                    since=PartialDate.from_iso(since).show() if since else "",
                    listed=self._words(item, said[item.key]),
                )


def _fate(told: Told, item: Field) -> Fate | None:
    return told[item.key].fate if item.key in told else None


def _value(item: Field, stored: str | None) -> Value:
    return PartialDate.from_iso(stored) if stored and item.key in (JOINED, LEFT) else stored


def _before(words: str, *, guessed: bool) -> str:
    return f"{words} (theo số liệu hiện có)" if guessed and words else words
