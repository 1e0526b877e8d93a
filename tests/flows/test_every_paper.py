"""Every list that the program prints comes back as Excel, Word and CSV; each column that does not is named with why."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.printing.certificates import decision_by_number
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import Table
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.flows.test_every_list import LEFT

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

YEAR: Final = 2020
PAPERS: Final = (
    ("staff-list", "staff"),
    ("event-log", "events"),
    ("registration-list", "registrations"),
    ("short-list", "nominations"),
    ("submission", "nominations"),
    ("award-register", "awards"),
    ("decision", "awards"),
    ("bonus-list", "awards"),
    ("score-sheet", "scores"),
    ("score-sheet", "criteria"),
    ("score-minutes", "recommendations"),
    ("annual-summary", "pledge-targets"),
    ("handover-minutes", "handover-items"),
)
FORMATS: Final = ("xlsx", "docx", "csv")
BARE: Final[dict[str, tuple[str, ...]]] = {
    "criteria": ("code", "title", "kind", "maximum", "parent_uid", "year"),
    "recommendations": ("unit_uid", "award", "votes_for", "votes_total", "year"),
    "pledge-targets": ("title", "target", "result", "year"),
    "handover-items": ("title", "done", "note", "year"),
}
"""What papers bring into a book that has only units, and the columns they show."""


@pytest.fixture(scope="module")
def written(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Path]]:
    """The sample, and the folder of every paper of it in every format."""
    folder = tmp_path_factory.mktemp("giấy")
    book = Workspace.open(Path(_copied(sample_file, folder / "mẫu.sothidua")))
    for paper in dict.fromkeys(paper for paper, _kind in PAPERS):
        which: dict[str, Any] = {"decision_uid": decision_by_number(book, "48/QĐ-TCT")} if paper == "decision" else {}
        for suffix in FORMATS:
            all_documents.write_report(book, paper, folder / f"{paper}.{suffix}", year=YEAR, **which)
    yield book, folder
    book.close()


def _copied(source: Path, target: Path) -> Path:
    target.write_bytes(source.read_bytes())
    return target


def read(book: Workspace, folder: Path, paper: str, kind: str, suffix: str) -> ImportTables:
    return tables.read_tables(book, IMPORT_KINDS[kind], folder / f"{paper}.{suffix}")


def planned(book: Workspace, found: ImportTables) -> ImportPlan:
    return importing.plan_table(book, found.kind, found.rows(), Shared(year=YEAR))


def cases(*kinds: str) -> list[Any]:
    return [
        pytest.param(paper, kind, suffix, id=f"{paper}.{suffix}-{kind}")
        for paper, kind in PAPERS
        for suffix in FORMATS
        if kind in kinds and not (suffix == "csv" and paper in LEFT["csv"])
    ]


@pytest.mark.parametrize(("paper", "kind", "suffix"), cases(*IMPORT_KINDS))
def test_every_column_of_a_paper_is_read_or_named_with_the_reason(
    written: tuple[Workspace, Path], paper: str, kind: str, suffix: str
) -> None:
    book, folder = written
    found = read(book, folder, paper, kind, suffix)
    names = {guess.headings[column].partition(":")[0] for guess in found.guesses for column in guess.unused}
    assert {name for name in names if f"{paper}: {name}" not in LEFT["papers"]} == set()
    done = planned(book, found)
    assert (done.added, done.changed, done.problems, done.doubts) == ((), (), (), ())
    assert done.unchanged > 0


@pytest.mark.parametrize(("paper", "kind", "suffix"), cases(*BARE))
def test_a_paper_fills_a_book_that_has_only_its_units(
    written: tuple[Workspace, Path], tmp_path: Path, paper: str, kind: str, suffix: str
) -> None:
    sample, folder = written
    book = Workspace.create(tmp_path / "mới.sothidua")
    with book.changing("Lập sổ") as session:
        for owned in ("unit", "cluster"):
            for row in sample.read(listing.page, Listing(kind=owned), 0, 100):
                values: dict[str, Any] = {key: row.values[key] for key in KINDS[owned].draft().values()}
                records.add(session, KINDS[owned].draft(**values), uid=row.uid)
    done = planned(book, read(book, folder, paper, kind, suffix))
    assert (done.problems, done.doubts) == ((), ())
    importing.import_table(book, done, paper)
    assert shown(book, kind) == shown(sample, kind)
    book.close()


def shown(book: Workspace, kind: str) -> list[tuple[str, ...]]:
    """The words of the year's records, with their year last."""
    rows = book.read(listing.page, Listing(kind=IMPORT_KINDS[kind].draft.KIND), 0, 1000)
    told = (tuple(row.shown[key] for key in BARE[kind]) for row in rows)
    return sorted(words for words in told if words[-1] == str(YEAR))


def test_every_paper_is_a_list_that_comes_back_or_is_named_as_none() -> None:
    listed = {paper for paper, _kind in PAPERS}
    assert listed | set(LEFT["no_lists"]) == set(all_documents.PRINTABLES)
    assert not listed & set(LEFT["no_lists"])


def test_the_register_does_not_take_a_missing_number_for_one(written: tuple[Workspace, Path]) -> None:
    book, _folder = written
    (table,) = [block for block in all_documents.compose(book, "award-register").blocks if isinstance(block, Table)]
    bands = set(table.bands)
    assert any(band.startswith(("Quyết định ngày", "Quyết định năm")) for band in bands)
    assert not any("số Chưa" in band or "số Không" in band for band in bands)
