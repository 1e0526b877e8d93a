"""Every list that a page can save fills an empty book with all it shows; what does not come back is named with why."""

import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import openpyxl
import pytest

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.commands.records import exporting
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS, ImportKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.flows.full_book import full_book

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

LEFT: Final = tomllib.loads((Path(__file__).parent / "lists_leave.toml").read_text(encoding="utf-8"))
ORDER: Final = (
    *("clusters", "units", "departments", "former-names", "unit-heads"),
    *("memberships", "unit-ratings", "movements", "milestones", "pledge-targets", "handover-items"),
    *("staff", "services", "qualifications", "disciplines", "ratings", "initiatives"),
    *("rounds", "sessions", "council-members", "nominations", "decisions", "awards", "registrations"),
    *("score-sheets", "criteria", "scores", "recommendations"),
    *("events", "papers", "results", "gifts", "co-hosts", "participants", "attendees", "expenses"),
)
"""Every list behind those that it depends on."""
AGAIN: Final = ("score-sheets",)
"""A sheet that was agreed on is locked once its points are there, so its list comes a second time."""
Lines = Counter[tuple[object, ...]]


def columns_of(kind: ImportKind) -> tuple[Field, ...]:
    return KINDS[kind.draft.KIND].columns


def save(book: Workspace, kind: ImportKind, folder: Path) -> Path:
    """Save the list of a kind with every column, as its page does."""
    path = folder / f"{kind.key}.xlsx"
    exporting.export_list(book, Listing(kind=kind.draft.KIND), columns_of(kind), path)
    return path


def lines(path: Path, keys: Sequence[str], kind: str) -> Lines:
    """The rows of a saved list in the columns that have to come back."""
    rows = openpyxl.load_workbook(path)[openpyxl.load_workbook(path).sheetnames[0]].iter_rows(min_row=4)
    told = [place for place, key in enumerate(keys) if f"{kind}.{key}" not in LEFT["columns"]]
    return Counter(tuple(row[place].value for place in told) for row in rows)


def bring_in(book: Workspace, kind: ImportKind, path: Path) -> ImportPlan:
    done = importing.plan_table(book, kind, tables.read_tables(book, kind, path).rows(), Shared())
    wrong = [(problem.row, problem.column, problem.message) for problem in done.problems]
    assert (wrong, done.doubts, done.disputes) == ([], (), ()), kind.key
    importing.import_table(book, done, path.name)
    return done


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The sample workspace."""
    book = Workspace.open(Path(shutil.copy(sample_file, tmp_path / "mẫu.sothidua")))
    yield book
    book.close()


@pytest.fixture
def new_book(tmp_path: Path) -> Iterator[Workspace]:
    """A book as “new” makes it: nothing in it."""
    book = Workspace.create(tmp_path / "mới.sothidua")
    yield book
    book.close()


def check(source: Workspace, book: Workspace, folder: Path) -> None:
    """Bring every list of one book into another, and look that both say the same and nothing comes a second time."""
    sent, kept = folder / "gửi", folder / "giữ"
    sent.mkdir()
    kept.mkdir()
    filled = [key for key in ORDER if source.read(listing.count, Listing(kind=IMPORT_KINDS[key].draft.KIND))]
    for key in (*filled, *AGAIN):
        bring_in(book, IMPORT_KINDS[key], save(source, IMPORT_KINDS[key], sent))
    for key in filled:
        kind = IMPORT_KINDS[key]
        keys = [column.key for column in columns_of(kind)]
        before = lines(sent / f"{key}.xlsx", keys, kind.draft.KIND)
        after = lines(save(book, kind, kept), keys, kind.draft.KIND)
        assert not before - after, (key, keys, before - after, after - before)
        assert not after - before or f"{kind.draft.KIND}.*" in LEFT["columns"], (key, keys, after - before)
        again = bring_in(book, kind, sent / f"{key}.xlsx")
        assert (again.added, again.changed, again.unchanged) == ((), (), before.total()), key


def test_every_list_of_a_book_with_one_of_everything_fills_an_empty_book(new_book: Workspace, tmp_path: Path) -> None:
    source = Workspace.create(tmp_path / "đủ.sothidua")
    full_book(source)
    check(source, new_book, tmp_path)
    source.close()


def test_every_list_of_the_sample_fills_an_empty_book(sample: Workspace, new_book: Workspace, tmp_path: Path) -> None:
    check(sample, new_book, tmp_path)


def test_every_column_of_every_list_says_something_in_the_books_that_are_sent(
    sample: Workspace, tmp_path: Path
) -> None:
    source = Workspace.create(tmp_path / "đủ.sothidua")
    full_book(source)
    silent = []
    for kind in (IMPORT_KINDS[key].draft.KIND for key in ORDER):
        rows = [row for book in (source, sample) for row in book.read(listing.page, Listing(kind=kind), 0, 5000)]
        told = {key for row in rows for key, words in row.shown.items() if words}
        silent += [f"{kind}.{column.key}" for column in KINDS[kind].columns if column.key not in told]
    source.close()
    assert set(silent) <= set(LEFT["columns"])


def test_every_kind_of_record_comes_in_by_a_list_or_is_named_with_the_reason() -> None:
    assert set(ORDER) == set(IMPORT_KINDS)
    assert len(ORDER) == len(IMPORT_KINDS)
    listed = {kind.draft.KIND for kind in IMPORT_KINDS.values()}
    assert listed | set(LEFT["kinds"]) == set(KINDS)
    assert not listed & set(LEFT["kinds"])


def test_what_is_named_as_left_is_there_and_has_its_reason() -> None:
    for name, reason in LEFT["columns"].items():
        kind, key = name.split(".")
        assert key == "*" or any(column.key == key for column in KINDS[kind].columns), name
        assert len(reason) > 20
