"""What never stands in an official paper, whatever the book knows: words about the book, glued words, counts of nobody.

Every paper is composed of three books (an empty one, one school with one of everything, the sample), for profiles that
are empty, half and full, and for years with and without records.
"""

import contextlib
import dataclasses
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.dossiers.dossier import dossier_of
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, compose
from cluster_desktop.commands.official_documents.printable import Question
from cluster_desktop.commands.printing.showcase import subject_of
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.composition import composition
from cluster_desktop.documents.content.content import Document, Section, SignatureBlock, Table
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing, lists
from cluster_desktop.records.rows import Filter, Listing
from tests.records.every_kind import one_of_each

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

AWARD_PAPERS: Final = (
    "submission",
    "academy-submission",
    "head-submission",
    "decision",
    "achievement-report",
    "short-list",
    "council-minutes",
    "ballot",
    "registration-list",
    "bonus-list",
)
FORBIDDEN: Final = {
    "words about the book": re.compile(r"sổ chưa|chưa ghi|chưa kiểm chứng", re.IGNORECASE),
    "words of the program": re.compile(r"\bNone\b|\bnan\b|[{}]"),
    "glued or stray signs": re.compile(r"  | [,;.:]|,,|[^.]\.\.(?!\.)|;\.|[,;][^\W\d]"),
    "counts of nobody": re.compile(r"\b00? (?:cá nhân|tập thể|người|lượt|đề nghị|đăng ký)"),
    "a share written two ways": re.compile(r"\d %|\d\.\d+%"),
    "a post written twice": re.compile(r"Trưởng khoa, Khoa|Trưởng phòng, Phòng|Phó Hiệu trưởng, Ban Giám hiệu"),
}
EVERYWHERE: Final = re.compile(r"sổ chưa ghi|chưa kiểm chứng|\bNone\b|[{}]", re.IGNORECASE)
"""What no paper of any kind may say."""
PROFILES: Final[Mapping[str, Mapping[str, str]]] = {
    "empty": {},
    "half": {"place": "Sa Pa", "signer_name": "Vàng Seo Phử"},
    "full": {
        "superior": "Tỉnh ủy Lào Cai",
        "issuer": "Trường Chính trị tỉnh Lào Cai",
        "place": "Lào Cai",
        "abbreviation": "TCT",
        "signer_title": "Phó Hiệu trưởng",
        "signer_name": "Vàng Seo Phử",
    },
}
YEARS: Final = (2018, 2020, None)


def flat(words: Iterable[Any]) -> Iterator[str]:
    """The words of a composition one by one, those of the rows of tables too."""
    for word in words:
        if isinstance(word, str):
            yield word
        else:
            yield from flat(word)


def wrong(paper: Document) -> list[str]:
    """Everything in a paper that may not stand there, each with why; also a heading over nothing."""
    found = [
        f"{why}: {words}"
        for words in flat(json.loads(said(paper)))
        for why, sign in FORBIDDEN.items()
        if sign.search(words)
    ]
    blocks = paper.blocks
    bare = [
        f"a heading over nothing: {block.title}"
        for block, below in zip(blocks, (*blocks[1:], None), strict=True)
        if isinstance(block, Section) and (below is None or isinstance(below, Section | SignatureBlock))
    ]
    return found + bare


def printed(block: Any) -> Any:
    """A block without the columns that only go into spreadsheets."""
    if not isinstance(block, Table):
        return block
    shown = [place for place, column in enumerate(block.columns) if column.printed]
    rows = tuple(tuple(row[place] for place in shown) for row in block.rows)
    columns = tuple(block.columns[place] for place in shown)
    return dataclasses.replace(block, rows=rows, columns=columns, strong=frozenset())


def papers(
    workspace: Workspace, subject: Mapping[str, Any], keys: Iterable[str] = AWARD_PAPERS
) -> Iterator[tuple[str, Document]]:
    """The papers of every year that the book can give."""
    for year in YEARS:
        for key in keys:
            questions = PRINTABLES[key].asks - {Question.YEAR}
            about = {f"{question}_uid": subject.get(f"{question}_uid") for question in questions}
            with contextlib.suppress(errors.Refused):  # of nobody; another test asks what the refusal says
                yield f"{key} {year}", compose(workspace, key, year=year, **about)


def said(paper: Document) -> str:
    return composition(dataclasses.replace(paper, blocks=tuple(map(printed, paper.blocks))))


def test_no_paper_of_any_kind_speaks_of_the_book_or_the_program(workspace: Workspace, sample: Workspace) -> None:
    empty = [(f"empty {name}", said(paper)) for name, paper in papers(workspace, {}, PRINTABLES)]
    uids = one_of_each(workspace)
    subject = {f"{kind}_uid": uids[kind] for kind in ("unit", "person", "decision")}
    one = [(f"one {name}", said(paper)) for name, paper in papers(workspace, subject, PRINTABLES)]
    full = [(f"sample {name}", said(paper)) for name, paper in papers(sample, subject_of(sample) or {}, PRINTABLES)]
    assert len(full) == len(PRINTABLES) * len(YEARS)
    assert [name for name, words in (*empty, *one, *full) if EVERYWHERE.search(words)] == []


def set_profile(workspace: Workspace, uid: str, words: Mapping[str, str]) -> None:
    row = workspace.read(listing.find, "unit", uid)
    letterhead = ("superior", "issuer", "place", "abbreviation", "signer_title", "signer_name", "parent_body")
    kept: dict[str, Any] = {key: row.values[key] for key in UnitDraft().values()}
    records.edit(workspace, uid, UnitDraft(**kept | dict.fromkeys(letterhead) | dict(words)))


def test_of_an_empty_book(workspace: Workspace) -> None:
    made = dict(papers(workspace, {}))
    assert "submission 2020" in made
    assert {name: wrong(paper) for name, paper in made.items() if wrong(paper)} == {}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("decomposed", [False, True], ids=["NFC", "NFD"])
def test_of_one_school_with_one_of_everything(workspace: Workspace, profile: str, decomposed: bool) -> None:
    uids = one_of_each(workspace, decomposed=decomposed)
    set_profile(workspace, uids["unit"], PROFILES[profile])
    subject = {f"{kind}_uid": uids[kind] for kind in ("unit", "person", "decision")}
    made = dict(papers(workspace, {**subject, "session_uid": uids["council_session"]}))
    made |= dossier_of(workspace, uids["nomination"]).documents
    assert len(made) == len(AWARD_PAPERS) * len(YEARS) + 5
    assert {name: wrong(paper) for name, paper in made.items() if wrong(paper)} == {}


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("said") / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


@pytest.mark.parametrize("code", ["LANGSON", "LAOCAI", "SONLA", "HAGIANG", ""])
def test_of_the_sample(sample: Workspace, code: str) -> None:
    subject: dict[str, Any] = dict(subject_of(sample) or {})
    if code:
        subject["unit_uid"] = sample.read(lists.unit_uid, code)
    made = dict(papers(sample, subject))
    assert {name: wrong(paper) for name, paper in made.items() if wrong(paper)} == {}


def test_of_every_decision_of_the_sample(sample: Workspace) -> None:
    rows = sample.read(listing.page, Listing(kind="decision"))
    made = {row.title: compose(sample, "decision", decision_uid=row.uid) for row in rows}
    assert len(made) > 5
    assert {name: wrong(paper) for name, paper in made.items() if wrong(paper)} == {}


@pytest.mark.parametrize("award", ["LDTT", "CSTDCS", "CSTDT", "TTLDTT", "TTLDXS", "GK", "BK_TINH"])
def test_of_dossiers_in_every_state(sample: Workspace, award: str) -> None:
    assert award in AWARD_KINDS
    wanted = Listing(kind="nomination", filters=(Filter("award", (award,)),))
    rows = {row.values["state"]: row.uid for row in sample.read(listing.page, wanted)}
    assert rows
    for state, uid in rows.items():
        for name, paper in dossier_of(sample, uid).documents.items():
            assert (state, name, wrong(paper)) == (state, name, [])
