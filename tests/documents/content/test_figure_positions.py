"""Every figure of a report leads to the very records it counts, from the place where it is printed."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.documents.content.figure_positions import Spot, spot_at
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.domain.text.numbers import percent
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

_MM = 72 / 25.4
_LAYER = re.compile(r", \d{4}: ")
"""A layer of a column, which has its number in the tooltip only."""
_NUMBER = re.compile(r"\d+(?:\.\d{3})*")
traced = pytest.mark.parametrize(
    ("name", "year"),
    [("annual-summary", 2020), ("annual-summary", 2018), ("staff-statistics", None), ("award-register", None),
     ("event-log", None), ("event-log", 2019)],
)  # fmt: skip


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("nguồn") / "mẫu.sothidua"
    shutil.copy(sample_file, path)
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


def _printed(workspace: Workspace, name: str, year: int | None) -> tuple[bytes, tuple[Spot, ...]]:
    stream = io.BytesIO()
    spots = write_pdf(all_documents.compose(workspace, name, year=year), stream)
    return stream.getvalue(), spots


@traced
def test_the_records_add_up_to_the_printed_figure(sample: Workspace, name: str, year: int | None) -> None:
    _pdf, spots = _printed(sample, name, year)
    assert len(spots) > 20
    wholes = {spot.source.total for spot in spots}
    for spot in spots:
        shown = sample.read(listing.rows_of, spot.source.kind, spot.source.uids)
        assert len(shown) == len(spot.source.uids)
        amounts = spot.source.amounts or (1,) * len(shown)
        total = sum(amounts)
        told = spot.words.rpartition(": ")[2]
        if told.endswith("%"):
            shares = {percent(total, whole).replace(" %", "%") for whole in wholes} | {"100%"}
            assert told in shares
        else:
            found = _NUMBER.search(told)
            assert found is not None
            assert int(found.group().replace(".", "")) == total


@traced
def test_a_figure_is_where_its_spot_says(sample: Workspace, name: str, year: int | None) -> None:
    pdf, spots = _printed(sample, name, year)
    with PdfDocument(pdf) as document:
        for spot in spots:
            page = document[spot.page]
            height = page.get_height()
            box = (spot.left, spot.top - 0.6, spot.left + spot.width, spot.top + spot.height + 0.6)
            left, top, right, bottom = (edge * _MM for edge in box)
            text = page.get_textpage().get_text_bounded(left - 1, height - bottom, right + 1, height - top)
            told = _NUMBER.search(spot.words.rpartition(": ")[2])
            assert told is not None
            assert told.group() in " ".join(text.split()) or _LAYER.search(spot.words)


@traced
def test_the_same_report_gives_the_same_bytes(sample: Workspace, name: str, year: int | None) -> None:
    assert _printed(sample, name, year) == _printed(sample, name, year)


def test_what_the_article_tells_is_traced(sample: Workspace) -> None:
    _pdf, spots = _printed(sample, "annual-summary", 2020)
    told = {spot.source.sentence for spot in spots}
    for sentence in (
        "Đơn vị trong Cụm: 7 đơn vị",
        "Tất cả: 314 người",
        "Thạc sĩ: 174 người",
        "Cao cấp: 145 người",
        "Phong trào năm 2020: 4 phong trào",
        "Hội thảo – Hội thảo cấp Cụm: 3 sự kiện",
        "Hội thảo – Hội thảo cấp Cụm: 50 tham luận",
        "Hội thảo – Hội thảo liên trường: 2 sự kiện",
        "Thiện nguyện: 4 sự kiện",
    ):
        assert sentence in told


def test_the_smallest_figure_under_a_point_is_meant(sample: Workspace) -> None:
    _pdf, spots = _printed(sample, "award-register", None)
    inside = [
        (small, large)
        for small in spots
        for large in spots
        if small.page == large.page
        and small.width * small.height < large.width * large.height
        and large.holds(small.left + small.width / 2, small.top + small.height / 2)
    ]
    assert inside
    for small, _large in inside:
        middle = (small.left + small.width / 2, small.top + small.height / 2)
        assert spot_at(spots, small.page, *middle) == small
