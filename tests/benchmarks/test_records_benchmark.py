"""A roster of 100,000 people: opening its file, searching it key by key, and what one saved edit costs.

Against reading the same file once, against folding and comparing every name in Python, and against one plain
transaction of SQLite on the same disk.
"""

import random
import sqlite3
import statistics
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text import names
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Person
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.records.search_keys import keys_of

PEOPLE = 100_000
FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Nông", "Vàng", "Lò", "Đặng", "Tẩn", "Bế", "Sùng", "Giàng"]
MIDDLES = ["Văn", "Thị", "Ngọc", "Minh", "Thu", "Quang", "A", "Mùi", "Đức"]
GIVEN = (
    *("Hiệp", "An", "Ân", "Bình", "Cường", "Dũng", "Điều", "Hạnh", "Hòa", "Khải", "Lan"),
    *("Mai", "Nam", "Oanh", "Phúc", "Quý", "Sơn", "Thủy", "Uyên", "Vân", "Xuân", "Yến"),
)
TYPED = ("hiep", "nguyen thi", "duc dieu", "Đặng Mùi", "sung a pao")


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one person entered as usual and 99,999 copies under other names."""
    path = tmp_path_factory.mktemp("roster") / "100.000 người.sothidua"
    workspace = Workspace.create(path)
    unit = records.create(workspace, UnitDraft(code="LAOCAI", name="Trường Lào Cai", short_name="Lào Cai")).uids[0]
    records.create(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit))
    workspace.close()
    raw = sqlite3.connect(path)
    raw.row_factory = sqlite3.Row
    first = dict(raw.execute("SELECT * FROM person").fetchone())
    draw = random.Random(2020)
    with raw:
        raw.executemany(
            f"INSERT INTO person VALUES ({','.join('?' * len(first))})",
            (tuple(_copy(first, number, draw).values()) for number in range(1, PEOPLE)),
        )
    raw.close()
    return path


def _copy(first: dict[str, object], number: int, draw: random.Random) -> dict[str, object]:
    name = f"{draw.choice(FAMILIES)} {draw.choice(MIDDLES)} {draw.choice(GIVEN)}"
    keys = {"sort_key": names.sort_key(name), **keys_of(name, Person)}
    born = f"{draw.randint(1960, 1998)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    return first | keys | {"uid": str(uuid.UUID(int=number)), "full_name": name, "birth_date": born}


@pytest.fixture
def workspace(roster: Path) -> Iterator[Workspace]:
    made = Workspace.open(roster)
    yield made
    made.close()


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _middle(act: Callable[[], object], rounds: int = 5) -> float:
    return statistics.median(_milliseconds(act) for _ in range(rounds))


def test_open_and_first_page(roster: Path) -> None:
    def opened() -> None:
        book = Workspace.open(roster)
        book.read(listing.count, Listing(kind="person"))
        assert len(book.read(listing.page, Listing(kind="person"), 0, 100)) == 100
        book.close()

    def checked() -> None:
        raw = sqlite3.connect(roster)
        assert raw.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        raw.close()

    ours, bare = _middle(opened), _middle(checked)
    size = roster.stat().st_size / 1e6
    print(
        f"\nopen {PEOPLE:,} people ({size:.0f} MB) to the first 100 rows: {ours:.0f} ms, "
        f"{ours / bare:.2f}x SQLite's own check"
    )
    assert ours <= 3 * bare


def test_search_key_by_key(workspace: Workspace) -> None:
    everybody = [row.title for row in workspace.read(listing.page, Listing(kind="person"), 0, 2_000)]

    def scan(words: str) -> int:
        wanted = names.fold(words).split()
        return sum(all(word in names.fold(name) for word in wanted) for name in everybody)

    def search(words: str) -> None:
        wanted = Listing(kind="person", search=words)
        workspace.read(listing.count, wanted)
        workspace.read(listing.page, wanted, 0, 50)

    keys = [text[:end] for text in TYPED for end in range(1, len(text) + 1) if text[:end].strip()]
    search("a")
    times = sorted(_milliseconds(partial(search, word)) for word in keys)
    plain = statistics.median(_milliseconds(partial(scan, word)) for word in keys) * PEOPLE / len(everybody)
    late = times[int(len(times) * 0.95)]
    print(
        f"\nsearch {PEOPLE:,} people, count and 50 rows per key: median {statistics.median(times):.1f} ms, "
        f"p95 {late:.1f} ms; {late / plain:.3f}x folding every name"
    )
    assert late <= 0.5 * plain


def test_one_saved_edit(workspace: Workspace, tmp_path: Path) -> None:
    person = workspace.read(listing.page, Listing(kind="person", search="Giàng A Páo"), 0, 1)[0]
    values: dict[str, Any] = {key: person.values[key] for key in PersonDraft().values()}
    draft = PersonDraft(**values)
    posts = iter(f"Giảng viên {number}" for number in range(1000))
    raw = sqlite3.connect(tmp_path / "plain.db")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE t (a TEXT)")

    def saved() -> None:
        records.edit(workspace, person.uid, replace(draft, position=next(posts)))

    def plain() -> None:
        with raw:
            raw.execute("INSERT INTO t VALUES ('x')")

    saved()
    ours, bare = _middle(saved, 30), _middle(plain, 30)
    raw.close()
    print(
        f"\none saved edit among {PEOPLE:,}: {ours:.1f} ms; "
        f"{ours / bare:.1f}x a plain SQLite transaction ({bare:.1f} ms)"
    )
