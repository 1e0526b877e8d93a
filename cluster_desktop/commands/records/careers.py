"""State what was typed or imported about somebody's post and training as lines with their days."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.people.career import LEARNED, rank_of
from cluster_desktop.domain.people.dating import (
    NOT_DATED,
    Dating,
    Way,
    first_statements,
    leaving_day,
    restated,
    usual_way,
    with_tenure,
)
from cluster_desktop.domain.people.listed import Known, ListDay, listed
from cluster_desktop.domain.people.successions import Succession, gone_over
from cluster_desktop.domain.people.timeline import POST, Ledger, Said, Tenure, point_on, tenure, training_on
from cluster_desktop.domain.people.vocabulary import ON_STAFF, QualificationKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.journal import INSERT, WorkspaceSession
from cluster_desktop.records.models import RECORD_TABLES, Act, Change, Person, Qualification, Service
from cluster_desktop.records.queries.units.departments import dated_departments, refuse_outside
from cluster_desktop.records.queries.units.mergers import successions
from cluster_desktop.records.stints import continuing, ledger_of, lines_of, today, training_of


def state_first(session: WorkspaceSession, person: Person, dating: Dating = NOT_DATED) -> None:
    """Write the first lines of somebody who is new in the book, from what stands on their record.

    Raises InvalidDraft for a department that is not there on that day.
    """
    if person.status in ON_STAFF:
        _check_department(session, person, person.department_uid, dating.day or today(session))
    session.add_all(first_lines(person, dating.day or today(session)))
    go_over(session, person)


def first_lines(person: Person, day: str) -> Iterator[Service | Qualification]:
    """What stands on a record of somebody new, as lines of service and training that a list of *day* brings."""
    ledger = first_statements(
        {key: getattr(person, key) for key in POST}, _iso(person.joined_unit), _iso(person.left_on), day
    )
    for place, said in ledger.items():
        yield _line(person, place, said)
    for kind, key in LEARNED.items():
        specialty = person.specialty if kind == QualificationKind.DEGREE else None
        if getattr(person, key) is not None or specialty is not None:
            yield _learned(person, kind, getattr(person, key), specialty, day)


def restate(session: WorkspaceSession, person: Person, wanted: Mapping[str, Value], dating: Dating) -> None:
    """Write lines for what is *wanted* of somebody's dated fields, each in the way it was meant.

    Raises InvalidDraft for a department that is not there on that day.
    """
    if dating.way == Way.LIST:
        _take_from_list(session, person, wanted, dating)
        go_over(session, person)
        return
    changed = {key: value for key, value in wanted.items() if getattr(person, key) != value}
    post = {key: wanted[key] for key in POST if key in changed}
    if post or {"joined_unit", "left_on"} & changed.keys():
        _restate_post(session, person, post, changed, dating)
    for kind, key in LEARNED.items():
        keys = (key, "specialty") if kind == QualificationKind.DEGREE else (key,)
        if changed.keys() & set(keys):
            level = {name: wanted.get(name, getattr(person, name)) for name in keys}
            _relearn(session, person, kind, level, dating.training or dating)


def known_of(session: Session, uids: Collection[str]) -> dict[str, Known]:
    """Everything the lines say of some people, as a list is compared with it."""
    service: dict[str, list[Service]] = defaultdict(list)
    training: dict[str, list[Qualification]] = defaultdict(list)
    for line in session.scalars(select(Service).where(Service.person_uid.in_(uids))):
        service[line.person_uid].append(line)
    for level in session.scalars(select(Qualification).where(Qualification.person_uid.in_(uids))):
        training[level.person_uid].append(level)
    return {uid: Known(ledger_of(service[uid]), training_of(training[uid])) for uid in uids}


def _take_from_list(session: WorkspaceSession, person: Person, wanted: Mapping[str, Value], dating: Dating) -> None:
    """Write what a list says, as :func:`listed` told beforehand."""
    rows = _training_lines(session, person.uid)
    before, now = Known(ledger_of(lines_of(session, person.uid)), training_of(rows)), today(session)
    said = {key: stated(wanted[key]) for key in dating.told if key in wanted}
    if said.get("department_uid") != person.department_uid:
        _check_department(session, person, said.get("department_uid"), dating.day or now)
    after, _told = listed(before, said, ListDay(dating.day or now, now, dating.taken, continuing(session)))
    _write(session, person, before.ledger, after.ledger)
    for row, line in zip(rows, after.training, strict=False):
        row.specialty, row.seen_on = line.specialty, PartialDate.from_iso(line.seen_on) if line.seen_on else None
    kinds = {column: kind for kind, column in LEARNED.items()}
    for line in after.training[len(rows) :]:
        session.add(_learned(person, kinds[line.kind], line.value, line.specialty, line.seen_on))
    session.flush()


def _training_lines(session: Session, uid: str) -> Sequence[Qualification]:
    statement = select(Qualification).where(Qualification.person_uid == uid)
    return session.scalars(statement.order_by(Qualification.uid)).all()


def go_over(session: WorkspaceSession, person: Person, gone: Sequence[Succession] | None = None) -> None:
    """Say of somebody who would still stand in a unit that went into another since when they are in that one.

    *gone* are the mergers to look at, else all there are.
    """
    if gone is None and _GONE not in session.info:
        session.info[_GONE] = successions(session)
    mergers: Sequence[Succession] = session.info[_GONE] if gone is None else gone
    if mergers:
        session.flush()
        before = ledger_of(lines_of(session, person.uid))
        _write(session, person, before, gone_over(before, mergers))


def _check_department(session: WorkspaceSession, person: Person, uid: str | None, day: str) -> None:
    if _DAYS not in session.info:
        session.info[_DAYS] = dated_departments(session)
    if uid in session.info[_DAYS]:
        refuse_outside(session, uid, day, person.full_name)


_GONE, _DAYS = "successions", "days"  # read once for the many people of one act, none of which merges units


def _restate_post(
    session: WorkspaceSession,
    person: Person,
    post: Mapping[str, Value],
    changed: Mapping[str, Value],
    dating: Dating,
) -> None:
    now = today(session)
    if post.get("department_uid") != person.department_uid:
        _check_department(session, person, _text(post.get("department_uid")), dating.day or now)
    before = ledger_of(lines_of(session, person.uid))
    said = {key: None if value is None else str(value) for key, value in post.items()}
    fresh = dating.way is None and _written_today(session, person, now)
    ways = {key: dating.way or usual_way(key, getattr(person, key), value, fresh=fresh) for key, value in said.items()}
    joined = _iso(changed.get("joined_unit", person.joined_unit))
    left = leaving_day(_iso(changed.get("left_on", person.left_on)), joined)
    day = left if "left_on" in changed and "status" in said and left else dating.day
    after = restated(before, said, ways, day, now)
    continues = continuing(session)
    old = tenure(after, now, continues)
    new = Tenure(
        _iso(changed["joined_unit"]) if "joined_unit" in changed else old.joined,
        left if "left_on" in changed else old.left,
    )
    _write(session, person, before, with_tenure(after, old, new, now))
    go_over(session, person)


@dataclass(frozen=True, slots=True)
class StandingPost:
    """What a question about somebody's post has to know: where it stands, what follows, what is usual."""

    said_on: str
    """The day of the line that says the first of the fields; '' for none."""
    later: tuple[tuple[str, str], ...]
    """What begins after today, in words, each with its day."""
    fresh: bool
    """Whether somebody entered the person today."""
    today: str
    """The day the book is at."""

    def is_change(self, key: str, old: Value, new: Value) -> bool:
        """Whether a value is usually meant as a change since a day."""
        return usual_way(key, _text(old), _text(new), fresh=self.fresh) == Way.CHANGE

    def has_risen(self, key: str, old: Value, new: Value) -> bool:
        """Whether a level is higher than before, which is usually attained anew."""
        kind = next(kind for kind, column in LEARNED.items() if column == key)
        return not self.fresh and rank_of(kind, _text(new)) < rank_of(kind, _text(old))


def standing_post(session: WorkspaceSession, uid: str, keys: Collection[str]) -> StandingPost:
    """Read how somebody's post stands in these fields, and what is written down for later."""
    now = today(session)
    ledger = ledger_of(lines_of(session, uid))
    points = [point for key in POST if key in keys and (point := point_on(ledger, key, now))]
    later = [(key, day, said[key]) for (day, _how), said in sorted(ledger.items()) if day > now for key in said]
    words = tuple((_words(session, key, value), day) for key, day, value in later if key in keys and value is not None)
    person = session.get_one(Person, uid)
    return StandingPost(points[0].said_on if points else "", words, _written_today(session, person, now), now)


def _words(session: WorkspaceSession, key: str, value: str) -> str:
    field = KINDS["person"].field(key)
    if field.refers_to:
        other = session.get(RECORD_TABLES[field.refers_to], value)
        return str(getattr(other, "name", value))
    return field.show(value)


def _written_today(session: WorkspaceSession, person: Person, now: str) -> bool:
    """Whether somebody entered the person today; what the sample brings stands there as if it were old."""
    entered = select(Act.at).join(Change, Change.act_number == Act.number)
    entered = entered.where(Change.record_uid == person.uid, Change.operation == INSERT)
    at = session.scalars(entered.order_by(Act.number.desc()).limit(1)).one_or_none()
    return at is not None and at[:10] == now and person.sample_note is None


def _write(session: WorkspaceSession, person: Person, before: Ledger, after: Ledger) -> None:
    """Bring the lines of service in line with a ledger; those that are the same are not touched."""
    lines = {(line.day.iso if line.day else "", line.how): line for line in lines_of(session, person.uid)}
    for place in before.keys() - after.keys():
        session.delete(lines[place])
    for place, said in sorted(after.items()):
        if said == before.get(place):
            continue
        line = lines.get(place)
        if line is None:
            session.add(_line(person, place, said))
        else:
            _say(line, said)
    session.flush()


def _line(person: Person, place: tuple[str, str], said: Said) -> Service:
    day, how = place
    line = Service(
        uid=new_uid(),
        person_uid=person.uid,
        day=PartialDate.from_iso(day) if day else None,
        how=how,
        sample_note=person.sample_note,
    )
    _say(line, said)
    return line


def _say(line: Service, said: Said) -> None:
    line.said = ",".join(key for key in POST if key in said)
    for key in POST:
        setattr(line, key, said.get(key))


def _learned(
    person: Person, kind: str, value: Value, specialty: Value, seen_on: str, attained_on: str = ""
) -> Qualification:
    return Qualification(
        uid=new_uid(),
        person_uid=person.uid,
        kind=kind,
        value=value,
        specialty=specialty,
        attained_on=PartialDate.from_iso(attained_on) if attained_on else None,
        seen_on=None if attained_on else PartialDate.from_iso(seen_on),
        sample_note=person.sample_note,
    )


def _relearn(
    session: WorkspaceSession,
    person: Person,
    kind: str,
    wanted: Mapping[str, Value],
    dating: Dating,
) -> None:
    """Note a higher level as newly attained; anything else puts the line that counts today right.

    Emptied, that line goes, and what stands below it counts: nobody saw the others.
    """
    key = LEARNED[kind]
    value, specialty = wanted[key], wanted.get("specialty")
    counting = _counting(session, person.uid, key)
    if value is None and specialty is None:
        if counting is not None:
            session.delete(counting)
    elif counting is None or _risen(kind, counting, value, dating):
        attained_on = dating.day if dating.way == Way.CHANGE else ""
        session.add(_learned(person, kind, value, specialty, dating.day or today(session), attained_on))
    else:
        counting.value = _text(value)
        counting.specialty = _text(specialty) if "specialty" in wanted else counting.specialty
    session.flush()


def when_emptied(session: Session, uid: str, column: str) -> tuple[str, str]:
    """What goes when somebody's level is emptied, and what counts then, each in words; '' for nothing."""
    counting = _counting(session, uid, column)
    below = _counting(session, uid, column, without=counting)
    return _level_words(counting), _level_words(below)


def _level_words(line: Qualification | None) -> str:
    if line is None:
        return ""
    words = " – ".join(filter(None, (KINDS["qualification"].field("value").show(line.value), line.specialty)))
    return f"“{words}” ({line.attained_on.show()})" if line.attained_on else f"“{words}”"


def _counting(session: Session, uid: str, column: str, without: Qualification | None = None) -> Qualification | None:
    """The line that counts today, or would *without* one: what is attained later does not yet."""
    rows = [row for row in _training_lines(session, uid) if row is not without]
    lines = training_of(rows)
    line, _guessed = training_on(lines, column, today(session))
    return next((row for row, each in zip(rows, lines, strict=True) if each is line), None)


def _risen(kind: str, counting: Qualification, value: Value, dating: Dating) -> bool:
    """Whether a value is attained beside what there is: a higher one, or any that was said to be new since a day."""
    new = dating.way == Way.CHANGE and bool(dating.day) and value not in (None, counting.value)
    higher = rank_of(kind, _text(value)) < rank_of(kind, counting.value)
    return new or (higher and counting.value is not None and dating.way != Way.CORRECTION)


def _iso(day: Value) -> str | None:
    return day.iso if isinstance(day, PartialDate) else None


def stated(value: Value) -> str | None:
    """A value as the lines keep it: a day as ISO text."""
    return value.iso if isinstance(value, PartialDate) else _text(value)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
