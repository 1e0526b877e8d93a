"""People as of a day against their columns of today: 70,000 people with five rows of service each.

Both statements are run in turn on the same file, so that the limits hold on any machine. The way SQLite takes is
held, too: it would look up each person's post by itself, which takes twice the time.
"""

import datetime
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.vocabulary import ON_STAFF
from cluster_desktop.domain.text.year_span import YearSpan
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.people import facts
from tests.benchmarks.decade import write_decade

TIMES = 100
GOAL = 1.5
TABLES = ("cluster", "unit", "department", "person", "service", "qualification", "stint", "decision", "award")
DAY = datetime.date(2020, 12, 31)
WORKING = ", ".join(f"'{status}'" for status in ON_STAFF)
STAFF_OF_TODAY = f"""
    SELECT person.uid, unit.name, person.unit_uid, unit.code, department.name, person.gender, person.ethnicity,
        person.degree, person.political_theory, person.birth_date, person.party_joined, person.sample_note
    FROM person JOIN unit ON unit.uid = person.unit_uid AND unit.deleted_at IS NULL
    LEFT JOIN department ON department.uid = person.department_uid AND department.deleted_at IS NULL
    WHERE person.status IN ({WORKING}) AND person.deleted_at IS NULL ORDER BY person.sort_key, person.uid"""
REGISTER_OF_TODAY = """
    SELECT award.uid, award.recipient_kind, award.award, award.award_name, award.citation, award.ordinal,
        award.certificate_number, award.state, award.revoked_because, award.revoked_on,
        coalesce(award.sample_note, decision.sample_note), award.decision_uid, decision.level, decision.year,
        decision.number, decision.decided_on, decision.issuer, decision.unit_uid, person.full_name, person.position,
        department.name, coalesce(award.at_unit_uid, person.unit_uid, department.unit_uid, award.unit_uid)
    FROM award JOIN decision ON decision.uid = award.decision_uid AND decision.deleted_at IS NULL
    LEFT JOIN person ON person.uid = award.person_uid AND person.deleted_at IS NULL
    LEFT JOIN department ON department.uid = award.department_uid AND department.deleted_at IS NULL
    WHERE decision.year >= 2020 AND decision.year <= 2021 AND award.deleted_at IS NULL
    ORDER BY decision.decided_on, decision.sort_key, award.ordinal, award.uid"""

Statement = tuple[str, tuple[Any, ...]]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("days") / "mười năm.sothidua"
    write_decade(path, TIMES, only=TABLES)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def sent(session: Session, read: Callable[[Session], object]) -> Statement:
    """The statement over the stints that a read sends to SQLite."""
    statements: list[Statement] = []

    def keep(_link: Connection, _cursor: object, sql: str, values: Any, _context: object, _many: bool) -> None:
        statements.append((sql, values))

    engine = session.connection().engine
    event.listen(engine, "before_cursor_execute", keep)
    read(session)
    event.remove(engine, "before_cursor_execute", keep)
    (found,) = [statement for statement in statements if "stint" in statement[0]]
    return found


def plan(raw: sqlite3.Connection, statement: Statement) -> list[str]:
    sql, values = statement
    return [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


def compared(raw: sqlite3.Connection, statement: Statement, today: str, rows: int) -> float:
    """The median of the time of *statement* to that of the columns of today; each gives so many rows."""

    def seconds(sql: str, values: tuple[Any, ...] = ()) -> float:
        begun = time.perf_counter()
        assert len(raw.execute(sql, values).fetchall()) == rows
        return time.perf_counter() - begun

    pairs = [(seconds(*statement), seconds(today)) for _ in range(6)]
    return statistics.median(then / now for then, now in pairs[1:])


def test_the_staff_of_a_day_is_read_as_quickly_as_that_of_today(workspace: Workspace) -> None:
    with workspace.reading() as session:
        statement = sent(session, lambda session: facts.person_facts(session, DAY))
    with workspace.alone() as raw:
        assert plan(raw, statement)[0] == "SCAN stint"
        ratio = compared(raw, statement, STAFF_OF_TODAY, rows=70_000)
    print(f"\nstaff of a day: {ratio:.2f}x the columns of today (goal {GOAL})")
    assert ratio <= GOAL


def test_the_register_names_units_and_posts_of_each_day_nearly_as_quickly(workspace: Workspace) -> None:
    with workspace.reading() as session:
        statement = sent(session, lambda session: facts.award_facts(session, YearSpan(2020, 2021)))
    with workspace.alone() as raw:
        way = plan(raw, statement)
        assert not [step for step in way if "SUBQUERY" in step]
        assert any(step.startswith("SEARCH stint USING INDEX sqlite_autoindex_stint_1 (person_uid=?") for step in way)
        ratio = compared(raw, statement, REGISTER_OF_TODAY, rows=140_000)
    print(f"\nregister of 140,000 awards: {ratio:.2f}x the columns of today (goal {GOAL})")
    assert ratio <= GOAL
