"""Every read leaves out the trash by itself; the trash, histories and numbers that were used see it by name."""

import datetime
import re
from pathlib import Path

import pytest
from sqlalchemy import Select, exists, func, select, union_all

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import plain_rows, with_deleted
from cluster_desktop.records.models import Award, Decision, Person, Unit
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import history
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.year import overview
from cluster_desktop.records.rows import Listing

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

PROGRAM = Path(__file__).resolve().parents[2] / "cluster_desktop"
BY_HAND = re.compile(r"deleted_at\s*(\.is_|==\s*None|IS\s+(NOT\s+)?NULL)|\baliased\(|\.connection\(\)", re.IGNORECASE)
READ_THE_TRASH = {
    "records/file/backup.py",  # counts what a closed file holds, in plain SQL
    "records/living.py",
    "records/queries/lists/listing.py",  # either list: the living records or the trash
    "records/queries/lists/name_search.py",
    "records/stints.py",  # a table that follows from the living, written past the journal
    "records/queries/printing/certificate_numbers.py",  # a number that was printed stays used
}


def test_nobody_filters_the_trash_by_hand() -> None:
    files = (file for file in sorted(PROGRAM.rglob("*.py")) if "migrations" not in file.parts)
    by_hand = {file.relative_to(PROGRAM).as_posix() for file in files if BY_HAND.search(file.read_text("utf-8"))}
    assert by_hand == READ_THE_TRASH, "reads leave out the trash by themselves; with_deleted(table) reads it too"


@pytest.fixture
def book(workspace: Workspace) -> Workspace:
    """Two schools with a person each; the second lies in the trash, with all it had part in."""
    _school(workspace, "SONLA", "Sơn La", "Lò Văn An")
    unit, person, decision = _school(workspace, "LAICHAU", "Lai Châu", "Vàng Văn An")
    for kind, uid in (("decision", decision), ("person", person), ("unit", unit)):
        records.delete(workspace, kind, [uid])
    return workspace


def _school(workspace: Workspace, code: str, name: str, person: str) -> tuple[str, str, str]:
    """A school, somebody of it, and the decision of 2020 that gives them an award: their uids."""
    unit_uid = records.create(workspace, UnitDraft(code=code, name=f"Trường {name}", short_name=name)).uids[0]
    person_uid = records.create(workspace, PersonDraft(full_name=person, unit_uid=unit_uid)).uids[0]
    day = PartialDate(2020, 12, 1)
    decision = DecisionDraft(number=f"{code}-1", decided_on=day, year=2020, level="CO_SO", unit_uid=unit_uid)
    decision_uid = records.create(workspace, decision).uids[0]
    given = AwardDraft(recipient_kind="CA_NHAN", person_uid=person_uid, award="LDTT", decision_uid=decision_uid)
    records.create(workspace, given)
    return unit_uid, person_uid, decision_uid


WAYS: dict[str, Select[tuple[int]] | Select[int]] = {
    "the table": select(func.count()).select_from(Unit),
    "a condition": select(func.count()).where(Unit.code != ""),
    "a column": select(func.count(Unit.uid)),
    "a join": select(func.count(Award.uid)).join(Decision, Decision.uid == Award.decision_uid),
    "an outer join": select(func.count(Person.uid)).select_from(Unit).outerjoin(Person, Person.unit_uid == Unit.uid),
    "a subquery": select(func.count()).select_from(select(Unit.uid).subquery()),
    "a list of uids": select(func.count())
    .select_from(with_deleted(Award))
    .where(with_deleted(Award).person_uid.in_(select(Person.uid))),
    "what exists": select(func.count())
    .select_from(with_deleted(Unit))
    .where(exists().where(Person.unit_uid == with_deleted(Unit).uid)),
    "a union": select(func.count()).select_from(union_all(select(Unit.uid), select(Unit.uid)).subquery("both")),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_reading_sees_the_trash(book: Workspace, way: str) -> None:
    with book.reading() as session:
        assert session.scalar(WAYS[way]) == (2 if way == "a union" else 1)


def test_a_read_past_the_orm_does_not_see_it_either(book: Workspace) -> None:
    staff = book.read(facts.person_facts, datetime.date.today())
    assert [(one.unit, one.uid) for one in staff] == [("Trường Sơn La", staff[0].uid)]
    assert [award.year for award in book.read(facts.award_facts)] == [2020]
    with book.reading() as session:
        assert [name for (name,) in plain_rows(session, select(Unit.short_name))] == ["Sơn La"]


def test_a_table_named_with_its_trash_is_read_whole(book: Workspace) -> None:
    award, decision = with_deleted(Award), with_deleted(Decision)
    with book.reading() as session:
        assert session.scalar(select(func.count()).select_from(with_deleted(Unit))) == 2
        both = select(decision.number).join(award, award.decision_uid == decision.uid)
        assert set(session.scalars(both)) == {"SONLA-1", "LAICHAU-1"}
        codes = {unit.code for unit in session.scalars(select(with_deleted(Unit)))}
    assert codes == {"SONLA", "LAICHAU"}


def test_the_trash_shows_what_was_deleted_with_the_names_it_had(book: Workspace) -> None:
    for kind, title in (("unit", "Trường Lai Châu"), ("person", "Vàng Văn An"), ("decision", "LAICHAU-1")):
        listed = Listing(kind=kind, trashed=True)
        assert book.read(listing.count, listed) == 1
        assert book.read(listing.page, listed)[0].title.startswith(title)
        assert book.read(listing.count, Listing(kind=kind)) == 1
    (award,) = book.read(listing.page, Listing(kind="award", trashed=True))
    assert (award.shown["recipient"], award.shown["recipient_unit"]) == ("Vàng Văn An", "Lai Châu")
    assert (award.shown["decision_uid"], award.values["year"]) == ("LAICHAU-1", 2020)


@pytest.mark.parametrize("typed", ["van an", "Vàng", "vang"])
def test_names_are_searched_in_the_list_and_in_the_trash_apart(book: Workspace, typed: str) -> None:
    both = {trashed: Listing(kind="person", search=typed, trashed=trashed) for trashed in (False, True)}
    living, trash = ([row.title for row in book.read(listing.page, both[place])] for place in (False, True))
    assert trash == ["Vàng Văn An"]
    assert living == (["Lò Văn An"] if typed == "van an" else [])
    assert [book.read(listing.count, both[place]) for place in (False, True)] == [len(living), len(trash)]


def test_a_deleted_record_is_read_by_its_uid_with_its_history(book: Workspace) -> None:
    (person,) = book.read(listing.page, Listing(kind="person", trashed=True))
    assert book.read(listing.find, "person", person.uid).title == "Vàng Văn An"
    assert book.read(listing.in_trash, "person", person.uid) is True
    assert not book.read(listing.alive, "person", person.uid)
    lines = {line.field: line.new for line in book.read(history, person.uid)}
    assert lines["Đơn vị"] == "Lai Châu"  # which lies in the trash itself
    assert lines["Chuyển vào thùng rác"] != ""


def test_what_was_deleted_comes_back_whole(book: Workspace) -> None:
    for kind in ("unit", "person", "decision"):
        (row,) = book.read(listing.page, Listing(kind=kind, trashed=True))
        records.restore(book, kind, [row.uid])
    assert {row.shown["recipient"] for row in book.read(listing.page, Listing(kind="award"))} == {
        "Lò Văn An",
        "Vàng Văn An",
    }


def test_a_code_of_the_trash_can_be_given_again(book: Workspace) -> None:
    again = records.create(book, UnitDraft(code="LAICHAU", name="Trường mới", short_name="Mới"))
    assert book.read(listing.alive, "unit", again.uids[0])


def test_a_year_stays_on_offer_while_the_trash_has_records_of_it(book: Workspace) -> None:
    (row,) = book.read(listing.page, Listing(kind="decision"))
    records.delete(book, "decision", [row.uid])
    assert book.read(overview.years) == (2020,)
