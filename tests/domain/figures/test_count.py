"""Figures keep the records they were counted from, through sums, words and lines."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.figures.count import (
    Count,
    Source,
    amount,
    chained,
    count,
    in_lines,
    joined,
    marked_whole,
    marks_of,
    source_of,
    tell,
)


@dataclass(frozen=True)
class _Record:
    uid: str


_MASTERS = count("Thạc sĩ", "person", (_Record("a"), _Record("b")))
_PAPERS = amount("Hội thảo", "event", "tham luận", ((_Record("w"), 17), (_Record("x"), None), (_Record("y"), 33)))


def test_a_figure_is_what_its_records_add_up_to() -> None:
    assert (_MASTERS, _PAPERS) == (2, 50)
    assert _PAPERS.source.uids == ("w", "y")
    assert _PAPERS.source.sentence == "Hội thảo: 50 tham luận"
    assert _MASTERS.source.sentence == "Thạc sĩ: 2 người"


def test_sums_keep_all_records_and_what_each_adds() -> None:
    both = joined("Tất cả", (_PAPERS, count("Khác", "event", (_Record("z"),))))
    assert both == 51
    assert dict(zip(both.source.uids, both.source.amounts, strict=True)) == {"w": 17, "y": 33, "z": 1}
    assert joined("Tất cả", (_MASTERS, _MASTERS)) == 4


def test_words_mark_their_figures_where_they_stand() -> None:
    line = tell("Có {masters} thạc sĩ ({share}) và {papers} tham luận", masters=_MASTERS, share="5%", papers=_PAPERS)
    assert line == "Có 02 thạc sĩ (5%) và 50 tham luận"
    assert [(line[mark.start : mark.end], mark.source) for mark in marks_of(line)] == [
        ("02", _MASTERS.source),
        ("50", _PAPERS.source),
    ]
    assert source_of(marked_whole("55,4%", _MASTERS)) == _MASTERS.source
    assert source_of(line) is None
    assert source_of(2) is None


def test_braces_and_markup_in_names_stay_what_they_are() -> None:
    line = tell("{name} có {masters} người", name="Trường {x} <b>&amp;</b>", masters=_MASTERS)
    assert line == "Trường {x} <b>&amp;</b> có 02 người"
    (mark,) = marks_of(line)
    assert line[mark.start : mark.end] == "02"


@given(st.lists(st.text(st.sampled_from("aạ bc"), min_size=1, max_size=8), min_size=1, max_size=8), st.data())
def test_lines_keep_every_figure_with_its_very_letters(texts: list[str], data: st.DataObject) -> None:
    parts = [marked_whole(str(number), _numbered(number)) for number in range(10, 10 + len(texts))]
    whole = chained(" ", [word for pair in zip(texts, parts, strict=True) for word in pair])
    words = whole.split()
    cut = data.draw(st.integers(0, len(words)))
    lines = in_lines(whole, [" ".join(words[:cut]), " ".join(words[cut:])])
    marked = [(line[mark.start : mark.end], mark.source.name) for line in lines for mark in marks_of(line)]
    assert marked == [(str(number), str(number)) for number in range(10, 10 + len(texts))]


def _numbered(number: int) -> Count:
    return Count(Source(str(number), "person", ("a",)))


@pytest.mark.parametrize("lines", [["Có 1.500", "người"], ["Có", "1.500 người"]])
def test_a_figure_follows_its_line(lines: list[str]) -> None:
    line = chained("", ("Có ", marked_whole("1.500", _MASTERS), " người"))
    assert [[each[m.start : m.end] for m in marks_of(each)] for each in in_lines(line, lines)] == [
        ["1.500"] if "1.500" in each else [] for each in lines
    ]
