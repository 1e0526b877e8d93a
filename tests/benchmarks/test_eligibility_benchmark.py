"""Everybody judged at once: ten years of seven schools with a hundred people each, and a hundred times that.

Against reading the same records as plain rows, so that the limits hold on any machine.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.commands.law.eligibility import eligibility, eligibility_lines
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.queries.lists import lists

YEARS = range(2016, 2026)
PEOPLE = 100
READ = ("rating", "initiative", "award", "nomination", "person")


def built(path: Path, units: int) -> None:
    """A book of *units* schools, written as plain rows."""
    Workspace.create(path).close()
    raw = sqlite3.connect(path)
    draw = random.Random(2020)
    with raw:
        for number in range(units):
            _school(raw, draw, number)
    raw.close()


def _insert(raw: sqlite3.Connection, table: str, keys: str, rows: Sequence[tuple[Any, ...]]) -> None:
    marks = ",".join("?" * len(keys.split(",")))
    raw.executemany(f"INSERT INTO {table} ({keys},sort_key,search_key) VALUES ({marks},'','')", rows)


def _school(raw: sqlite3.Connection, draw: random.Random, number: int) -> None:
    unit, round_uid = new_uid(), new_uid()
    people = [new_uid() for _ in range(PEOPLE)]
    _insert(raw, "unit", "uid,code,name,short_name", [(unit, f"U{number}", f"Trường {number}", f"T{number}")])
    rows = [(uid, "Nguyễn Văn An", unit, "DANG_CONG_TAC", "") for uid in people]
    _insert(raw, "person", "uid,full_name,unit_uid,status,marked_key", rows)
    raw.executemany(
        "INSERT INTO stint (person_uid,from_on,until_on,unit_uid,status,guessed) VALUES (?,'','9999',?,?,1)",
        [(uid, unit, "DANG_CONG_TAC") for uid in people],
    )
    classes = ("HTXSNV", "HTTNV", "HTTNV", "HTNV")
    rated = [(new_uid(), uid, year, draw.choice(classes)) for uid in people for year in YEARS]
    _insert(raw, "rating", "uid,person_uid,year,quality", rated)
    works = [(new_uid(), uid, "Sáng kiến", "SANG_KIEN", year, "CO_SO") for uid in people[:40] for year in YEARS]
    _insert(raw, "initiative", "uid,person_uid,title,kind,year,level", works)
    for year in YEARS:
        decision = new_uid()
        told = (decision, f"{number}/QĐ-{year}", f"{year}-12-20", year, "CO_SO", unit, "Về khen thưởng")
        _insert(raw, "decision", "uid,number,decided_on,year,level,unit_uid,title", [told])
        given = [(uid, "LDTT") for uid in people[:80]] + [(uid, "CSTDCS") for uid in people[:12]]
        awards = [(new_uid(), decision, "CA_NHAN", uid, award, "HIEU_LUC") for uid, award in given]
        _insert(raw, "award", "uid,decision_uid,recipient_kind,person_uid,award,state", awards)
    _insert(raw, "round", "uid,name,year,kind", [(round_uid, "Tổng kết", YEARS[-1], "THUONG_XUYEN")])
    lines = [(new_uid(), round_uid, "CA_NHAN", uid, "CSTDCS", "DE_NGHI") for uid in people[:10]]
    _insert(raw, "nomination", "uid,round_uid,recipient_kind,person_uid,award,state", lines)


@pytest.fixture(scope="module", params=(7, 700), ids=("7 schools", "700 schools"))
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("law") / "nhiều năm.sothidua"
    built(path, request.param)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _plain(workspace: Workspace) -> None:
    """Every record that judging may need, fetched as rows."""
    with workspace.alone() as raw:
        for table in READ:
            raw.execute(f"SELECT * FROM {table}").fetchall()


def test_everybody_is_judged_in_a_few_readings_of_the_same_records(workspace: Workspace) -> None:
    """Limits: one award for everybody in 12 readings, one school of many in one."""
    _plain(workspace)
    reading = min(_seconds(lambda: _plain(workspace)) for _ in range(3))
    year = YEARS[-1]
    one = min(_seconds(lambda: eligibility_lines(workspace, year, ("CSTDCS",))) for _ in range(2))
    unit = workspace.read(lists.unit_uid, "U0")
    school = min(_seconds(lambda: eligibility(workspace, year, "CSTDCS", unit)) for _ in range(3))
    print(f"\nreading {reading:.2f} s, one award {one:.2f} s, one school {school:.3f} s")
    assert one < max(12 * reading, 1.0)
    assert school < max(reading, 0.5)
