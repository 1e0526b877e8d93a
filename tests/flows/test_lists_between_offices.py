"""An office sends its lists to the next one: what the program wrote comes back, whole and only once."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.commands.imports import importing, tables
from cluster_desktop.commands.imports.plan import ImportPlan, Shared
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.printing.certificates import decision_by_number
from cluster_desktop.commands.records import exporting, records
from cluster_desktop.documents.content.content import Table
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

YEAR = 2020


@dataclass(frozen=True)
class List:
    """A list that offices send each other: its kind of table, the paper, and the fields that the paper shows."""

    kind: str
    paper: str
    shown: tuple[str, ...]


PERSON = ("full_name", "birth_date", "gender", "ethnicity", "position", "degree", "political_theory", "party_joined")
RECIPIENT = ("recipient", "recipient_unit", "award")
DECISION = ("decision_uid", "decided_on", "year")
POINTS = ("criterion_uid", "unit_uid", "final_points")
LISTS = (
    List("staff", "staff-list", (*PERSON, "unit_uid", "department_uid")),
    List("events", "event-log", ("title", "year", "kind", "level", "starts_on", "host_uid", "co_hosts", "place")),
    List("registrations", "registration-list", (*RECIPIENT, "year", "target", "registered_on")),
    List("nominations", "short-list", (*RECIPIENT, "year", "votes_for", "votes_total")),
    List("nominations", "submission", (*RECIPIENT, "year", "votes_for", "votes_total")),
    List("awards", "award-register", (*RECIPIENT, "award_name", "citation", "certificate_number", *DECISION)),
    List("awards", "decision", (*RECIPIENT, "award_name", "citation", "ordinal", *DECISION)),
    List("awards", "bonus-list", (*RECIPIENT, *DECISION)),
    List("scores", "score-sheet", POINTS),
)
WRITTEN = [pytest.param(one, suffix, id=f"{one.paper}.{suffix}") for one in LISTS for suffix in ("xlsx", "docx", "csv")]
EXPORTED = ("staff", "ratings", "initiatives", "nominations", "registrations", "awards", "events")


@contextmanager
def copy_of(path: Path, folder: Path) -> Iterator[Workspace]:
    """A copy of a workspace file, open."""
    target = folder / "sổ.sothidua"
    shutil.copy(path, target)
    opened = Workspace.open(target)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample workspace, which nothing here changes."""
    with copy_of(sample_file, tmp_path_factory.mktemp("sample")) as opened:
        yield opened


@pytest.fixture(scope="module")
def office_file(sample: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of another office: the same units and an empty score sheet, nobody and nothing else in it."""
    path = tmp_path_factory.mktemp("office") / "sổ.sothidua"
    book = Workspace.create(path)
    with book.changing("Lập sổ") as session:
        for kind in ("unit", "former_name", "cluster", "score_sheet", "criterion"):
            for row in every(sample, kind):
                values: dict[str, Any] = {key: row.values[key] for key in KINDS[kind].draft().values()}
                values |= {"state": "DANG_CHAM", "locked_on": None} if kind == "score_sheet" else {}
                records.add(session, KINDS[kind].draft(**values), uid=row.uid)
    book.close()
    return path


@pytest.fixture(scope="module")
def staffed_file(sample: Workspace, office_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book after the list of people came in."""
    folder = tmp_path_factory.mktemp("staffed")
    with copy_of(office_file, folder) as book:
        bring_in(book, "staff", write(sample, "staff-list", "xlsx", folder))
    return folder / "sổ.sothidua"


@pytest.fixture
def office(office_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The other office's book without people."""
    with copy_of(office_file, tmp_path) as book:
        yield book


@pytest.fixture
def staffed(staffed_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The other office's book with its people."""
    with copy_of(staffed_file, tmp_path) as book:
        yield book


def every(book: Workspace, kind: str) -> list[Row]:
    return list(book.read(listing.page, Listing(kind=kind), 0, 10_000))


def write(book: Workspace, paper: str, suffix: str, folder: Path, **subject: Any) -> Path:
    path = folder / f"{paper}.{suffix}"
    all_documents.write_report(book, paper, path, **of_the_year(book, paper), **subject)
    return path


def of_the_year(book: Workspace, paper: str) -> dict[str, Any]:
    """What the paper is about: the year, and which decision where it is the paper of one."""
    which = {"decision_uid": decision_by_number(book, "48/QĐ-TCT")} if paper == "decision" else {}
    return {"year": YEAR, **which}


def plan(book: Workspace, kind: str, path: Path) -> ImportPlan:
    known = IMPORT_KINDS[kind]
    told = Shared(year=YEAR) if kind == "scores" and path.suffix == ".csv" else Shared()  # points alone name no year
    return importing.plan_table(book, known, tables.read_tables(book, known, path).rows(), told)


def brings(done: ImportPlan) -> tuple[Sequence[object], ...]:
    """Everything a plan would do or ask."""
    return done.added, done.changed, done.problems, done.doubts


def bring_in(book: Workspace, kind: str, path: Path) -> None:
    """Import a list, and look that it is whole and that a second time brings nothing."""
    done = plan(book, kind, path)
    assert (done.problems, done.doubts, done.changed) == ((), (), ())
    importing.import_table(book, done, path.name)
    again = plan(book, kind, path)
    assert brings(again) == ((), (), (), ())
    assert again.unchanged == len(done.added) > 0


def words(book: Workspace, one: List, uids: frozenset[str] | None = None) -> list[tuple[str, ...]]:
    """What the book says in the fields of the list, in the words people read; of the records *uids*, or of all."""
    rows = every(book, IMPORT_KINDS[one.kind].draft.KIND)
    told = [row for row in rows if uids is None or uids & {row.uid, row.values.get("criterion_uid")}]
    return sorted(tuple(on_paper(row, key) for key in one.shown) for row in told)


def on_paper(row: Row, key: str) -> str:
    """The words of one field.

    How large the council is stands on paper only beside the votes; a decision whose number nobody knows is told by its
    day and who issued it, and stands in the other book without a number.
    """
    if key == "votes_total" and row.values["votes_for"] is None:
        return ""
    unknown = key == "decision_uid" and row.shown[key].startswith("Chưa ghi nhận")
    return "Không số" if unknown else row.shown[key]


def told_by(data: object) -> frozenset[str]:
    """The records a paper tells of: every "uid" in what it says to programs."""
    if isinstance(data, Mapping):
        within = frozenset[str]().union(*map(told_by, data.values()))
        return within | {str(data["uid"])} if "uid" in data else within
    return frozenset[str]().union(*map(told_by, data)) if isinstance(data, list) else frozenset()


@pytest.mark.parametrize(("one", "suffix"), WRITTEN)
def test_a_list_fills_the_book_of_the_next_office_and_adds_nothing_to_its_own(
    sample: Workspace, request: pytest.FixtureRequest, tmp_path: Path, one: List, suffix: str
) -> None:
    path = write(sample, one.paper, suffix, tmp_path)
    assert brings(plan(sample, one.kind, path)) == ((), (), (), ())
    alone = one.kind in ("staff", "events", "scores")
    book: Workspace = request.getfixturevalue("office" if alone else "staffed")
    bring_in(book, one.kind, path)
    paper = all_documents.compose(sample, one.paper, **of_the_year(sample, one.paper))
    assert words(book, one) == words(sample, one, told_by(paper.data))


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_a_decision_comes_with_its_own_words(
    sample: Workspace, staffed: Workspace, tmp_path: Path, suffix: str
) -> None:
    bring_in(staffed, "awards", write(sample, "decision", suffix, tmp_path))
    (made,) = every(staffed, "decision")
    (sent,) = [row for row in every(sample, "decision") if row.values["number"] == made.values["number"]]
    for key in ("decided_on", "year", "level", "unit_uid", "title"):
        assert made.shown[key] == sent.shown[key]


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_the_score_sheet_of_one_unit_brings_its_three_columns_and_proofs(
    sample: Workspace, office: Workspace, tmp_path: Path, suffix: str
) -> None:
    one = List("scores", "score-sheet", (*POINTS, "self_points", "cross_points", "evidence", "note"))
    unit = next(row for row in every(sample, "unit") if row.values["code"] == "SONLA")
    path = write(sample, "score-sheet", suffix, tmp_path, unit_uid=unit.uid)
    assert brings(plan(sample, "scores", path)) == ((), (), (), ())
    bring_in(office, "scores", path)
    uids = told_by(all_documents.compose(sample, "score-sheet", year=YEAR, unit_uid=unit.uid).data)
    assert words(office, one) == [told for told in words(sample, one, uids) if told[1] == unit.values["short_name"]]


@pytest.mark.parametrize("kind", EXPORTED)
def test_what_a_page_saves_as_excel_brings_nothing_new(sample: Workspace, tmp_path: Path, kind: str) -> None:
    known = KINDS[IMPORT_KINDS[kind].draft.KIND]
    wanted = Listing(kind=known.key).filtered(known.year_key, YEAR) if known.year_key else Listing(kind=known.key)
    columns = [column for column in known.columns if column.listed]
    saved = exporting.export_list(sample, wanted, columns, tmp_path / "trang.xlsx")
    done = plan(sample, kind, tmp_path / "trang.xlsx")
    assert brings(done) == ((), (), (), ())
    assert done.unchanged == saved > 0


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "csv"])
def test_an_award_that_was_taken_back_does_not_come_in_as_one_that_holds(
    sample: Workspace, staffed: Workspace, tmp_path: Path, suffix: str
) -> None:
    path = write(sample, "award-register", suffix, tmp_path)
    bring_in(staffed, "awards", path)
    award = next(row for row in every(staffed, "award") if row.values["recipient_kind"] == "CA_NHAN")
    values: dict[str, Any] = {key: award.values[key] for key in AwardDraft().values()}
    taken = {"state": "THU_HOI", "revoked_on": PartialDate(2021, 3, 5), "revoked_because": "Kê khai sai thành tích"}
    records.edit(staffed, award.uid, AwardDraft(**{**values, **taken}))
    (change,) = plan(sample, "awards", write(staffed, "award-register", suffix, tmp_path)).changed
    told = {item.label: item.after for item in change.changes}
    assert told == {
        "Hiệu lực": "Đã thu hồi",
        "Lý do thu hồi": "Kê khai sai thành tích",
        "Ngày thu hồi": "05/03/2021",
    }


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "csv"])
def test_the_log_brings_papers_prizes_gifts_and_money_back(
    sample: Workspace, office: Workspace, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"event-log.{suffix}"
    all_documents.write_report(sample, "event-log", path)
    assert brings(plan(sample, "events", path)) == ((), (), (), ())
    bring_in(office, "events", path)
    sent, made = (log_figures(book) for book in (sample, office))
    not_printed = set() if suffix != "docx" else {"cost"}
    for key in {"total", "papers", "gifts", "gift_amount", "donated", "people", "cost", "by_kind"} - not_printed:
        assert made[key] == sent[key], key
    assert sent["papers"] == 50
    assert sent["gift_amount"] + sent["donated"] == 58_500_000
    assert log_rows(office) == log_rows(sample)


def log_figures(book: Workspace) -> dict[str, Any]:
    """What the log tells other programs."""
    return dict(all_documents.compose(book, "event-log").data)


def log_rows(book: Workspace) -> list[tuple[Any, ...]]:
    """The printed words of the log, without those that say what is of the sample."""
    (table,) = [block for block in all_documents.compose(book, "event-log").blocks if isinstance(block, Table)]
    printed = [place for place, column in enumerate(table.columns) if column.printed]
    return [tuple(str(row[place]).rstrip("*") for place in printed) for row in table.rows]
