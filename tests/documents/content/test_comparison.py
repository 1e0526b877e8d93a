"""Compositions compared: every place is told once, and only what differs."""

import random

import pytest

from cluster_desktop.documents.content.composition import composition, differences, notes
from cluster_desktop.documents.content.content import (
    Column,
    Distribution,
    Distributions,
    Document,
    Figure,
    Figures,
    Paragraph,
    Table,
)

COLUMNS = (Column("TT", 10), Column("Họ và tên", 40), Column("Chức vụ", 40), Column("Số giấy", 20, noted=True))


def paper(*people: tuple[str, str, str], words: str = "Kính gửi", numbered_from: int = 1) -> str:
    rows = [(number, *person) for number, person in enumerate(people, numbered_from)]
    return composition(Document(heading=None, title="Sổ", blocks=(Paragraph(words), Table(COLUMNS, rows))))


def told(before: str, after: str) -> list[str]:
    return [place.sentence for place in differences(before, after)]


AN, BE, DAO = ("Lò Văn An", "Giảng viên", ""), ("Bế Thị Bé", "Trưởng khoa", ""), ("Đào Ơn", "Giảng viên", "")


def test_what_says_the_same_has_no_differences() -> None:
    assert told(paper(AN, BE), paper(AN, BE)) == []


def test_a_changed_cell_is_told_with_whom_it_is_about() -> None:
    promoted = ("Lò Văn An", "Phó Trưởng khoa", "")
    assert told(paper(AN, BE), paper(promoted, BE)) == ["Lò Văn An: “Giảng viên” nay là “Phó Trưởng khoa”"]


def test_a_cell_that_was_empty_says_what_it_got() -> None:
    empty = ("Lò Văn An", "", "")
    assert told(paper(empty, BE), paper(AN, BE)) == ["Lò Văn An: thêm “Giảng viên”"]
    assert told(paper(AN, BE), paper(empty, BE)) == ["Lò Văn An: bỏ “Giảng viên”"]


def test_a_row_that_came_in_moves_the_numbers_after_it_as_one_place() -> None:
    assert told(paper(BE, DAO), paper(AN, BE, DAO)) == [
        "Thêm “1 · Lò Văn An · Giảng viên”",
        "Số thứ tự: “1 đến 2” nay là “2 đến 3”",
    ]
    assert told(paper(AN, BE, DAO), paper(AN, DAO)) == [
        "Bỏ “2 · Bế Thị Bé · Trưởng khoa”",
        "Số thứ tự: “3” nay là “2”",
    ]


def test_a_figure_is_told_with_what_it_counts() -> None:
    def report(awards: int, of_2020: int) -> str:
        chart = Distribution("Theo năm", {"2019": 4, "2020": of_2020}, layers={"Tỉnh": {"2020": of_2020}})
        blocks = (Figures((Figure(awards, "Lượt khen thưởng"),)), Distributions((chart,)))
        return composition(Document(heading=None, title="Sổ", blocks=blocks))

    assert told(report(1011, 7), report(1010, 6)) == [
        "Lượt khen thưởng: “1.011” nay là “1.010”",
        "Theo năm, 2020: “7” nay là “6”",
        "Theo năm, Tỉnh, 2020: “7” nay là “6”",
    ]


def test_words_outside_tables_are_told() -> None:
    assert told(paper(AN, words="Năm 2020"), paper(AN, words="Năm 2021")) == ["“Năm 2020” nay là “Năm 2021”"]


def test_long_words_are_shown_from_where_they_differ() -> None:
    start = "Căn cứ Luật Thi đua, khen thưởng " * 9
    (place,) = differences(paper(words=f"{start}ngày 15"), paper(words=f"{start}ngày 16"))
    assert (place.before.endswith("ngày 15"), place.after.endswith("ngày 16")) == (True, True)
    assert max(len(place.before), len(place.after)) <= 80


def test_what_is_only_noted_beside_a_row_is_no_difference() -> None:
    numbered = ("Lò Văn An", "Giảng viên", "12/2020")
    assert told(paper(AN, BE), paper(numbered, BE)) == []
    (place,) = notes(paper(AN, BE), paper(numbered, BE))
    assert place.sentence == "Lò Văn An: thêm “12/2020”"
    assert notes(paper(AN), paper(AN)) == ()


@pytest.mark.parametrize("seed", range(25))
def test_rows_that_came_and_went_are_each_told_once(seed: int) -> None:
    chance = random.Random(seed)
    names = [f"Người {number}" for number in range(chance.choice((5, 40, 300)))]
    kept = [name for name in names if chance.random() < 0.8]
    other = [name for name in names if name in kept or chance.random() < 0.5]
    gone, came = set(kept) - set(other), set(other) - set(kept)
    before, after = (paper(*((name, f"Việc của {name}", "") for name in who)) for who in (kept, other))
    places = [place for place in differences(before, after) if place.where != "Số thứ tự"]
    said = "".join(f"{place.before}|{place.after}|" for place in places)
    assert {name for name in names if f"{name} ·" in said} == gone | came


@pytest.mark.parametrize("seed", range(10))
def test_changed_cells_are_each_told_once_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    before = [(f"Người {number}", "Giảng viên", "") for number in range(200)]
    changed = set(chance.sample(range(200), k=chance.randint(0, 200)))
    after = [(name, "Trưởng khoa" if place in changed else post, "") for place, (name, post, _) in enumerate(before)]
    assert [place.where for place in differences(paper(*before), paper(*after))] == [
        f"Người {place}" for place in sorted(changed)
    ]


def test_lines_that_all_say_the_same_are_counted_as_they_are() -> None:
    assert len(differences(paper(*[AN] * 500), paper(*[BE] * 500))) == 500
    assert told(paper(*[AN] * 3), paper(*[AN] * 4)) == ["Thêm “4 · Lò Văn An · Giảng viên”"]
