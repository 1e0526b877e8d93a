"""Every sentence of a paper reads right for nothing, one of everything, one year and the sample."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import Document, Paragraph, SignatureBlock, Table
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.records.every_kind import one_of_each

PAPERS: Final = (
    *("annual-summary", "staff-list", "staff-statistics", "award-register", "event-log"),
    *("pledge", "score-sheet", "score-minutes", "handover-minutes"),
)
WRONG: Final = re.compile(
    r"có chưa|với chưa|tổ chức chưa|: ?[.;]|  | [,.;]|\.\.(?!\.)|;\.|\b00 |\b0 (?:đơn vị|người|nữ|đảng viên|phòng|khoa)"
    r"|Sổ chưa|chưa ghi năm|Từ năm (\d+) đến năm \1|\(\)|None|\{|\}",
    re.IGNORECASE,
)


@pytest.fixture
def sample(sample_file: Path) -> Iterator[Workspace]:
    opened = Workspace.open(sample_file)
    yield opened
    opened.close()


def sentences(document: Document) -> list[str]:
    said = [document.title, document.subtitle]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            said.append(block.words)
        elif isinstance(block, Table):
            said += [block.title, *(() if block.rows else (block.empty,))]
    return [line for text in said for line in text.split("\n")]


def paper(workspace: Workspace, key: str, year: int = 2020) -> Document:
    return compose(workspace, key, **({} if key == "staff-list" else {"year": year}))


def wrong(document: Document) -> list[str]:
    return [line for line in sentences(document) if WRONG.search(line)]


@pytest.mark.parametrize("key", PAPERS)
def test_an_empty_book_says_whole_sentences_and_leaves_room_to_sign(workspace: Workspace, key: str) -> None:
    document = paper(workspace, key)
    assert wrong(document) == []
    assert any(isinstance(block, SignatureBlock) for block in document.blocks)


@pytest.mark.parametrize("key", PAPERS)
@pytest.mark.parametrize("year", [2019, 2020])
def test_one_of_everything_says_whole_sentences(workspace: Workspace, key: str, year: int) -> None:
    one_of_each(workspace)
    assert wrong(paper(workspace, key, year)) == []


@pytest.mark.parametrize("key", PAPERS)
@pytest.mark.parametrize("year", [2017, 2020])
def test_the_sample_says_whole_sentences(sample: Workspace, key: str, year: int) -> None:
    assert wrong(paper(sample, key, year)) == []


def told(workspace: Workspace) -> str:
    return " ".join(sentences(compose(workspace, "annual-summary", year=2020)))


def test_the_summary_of_one_year_does_not_count_its_events_twice(workspace: Workspace, unit: str) -> None:
    assert "Năm 2020 chưa có hội thảo nào." in told(workspace)
    draft = EventDraft(kind="HOI_THAO", level="CUM", title="Đổi mới", year=2020, host_uid=unit)
    records.create(workspace, draft)
    records.create(workspace, EventDraft(kind="THE_THAO", title="Bóng chuyền", year=2020, host_uid=unit))
    text = told(workspace)
    assert "Năm 2020 có 01 hội thảo. Trong đó, Cụm đã tổ chức 01 hội thảo cấp Cụm." in text
    assert "Năm 2020 có 01 hoạt động giao lưu. " in text
    assert "luân phiên" not in text
    records.create(workspace, EventDraft(kind="THE_THAO", title="Kéo co", year=2018, host_uid=unit))
    assert "Từ năm 2018 đến năm 2020 có 02 hoạt động. " in told(workspace)


def test_a_cluster_of_one_school_and_of_two_has_its_own_words(workspace: Workspace, unit: str) -> None:
    assert "gồm 01 đơn vị: Trường Chính trị" in told(workspace)
    pledge = " ".join(sentences(compose(workspace, "pledge", year=2020)))
    assert "đơn vị thành viên" in pledge
    other = UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La")
    records.create(workspace, other)
    assert "gồm 02 đơn vị: Trường Chính trị" in told(workspace)
