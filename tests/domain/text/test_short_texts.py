"""Days of an event, what was meant by a slip, blocks of cells."""

from datetime import date

import pytest

from cluster_desktop.domain.text.blocks import read_block
from cluster_desktop.domain.text.date_words import read_span
from cluster_desktop.domain.text.dates import DateProblem, PartialDate, age_on, show_day
from cluster_desktop.domain.text.suggestions import like, meant

FIRST = PartialDate(2019, 8, 21)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("21-22/8/2019", FIRST, PartialDate(2019, 8, 22)),
        ("từ ngày 21 đến ngày 22/08/2019", FIRST, PartialDate(2019, 8, 22)),
        ("21, 22/8/2019", FIRST, PartialDate(2019, 8, 22)),
        ("21 và 22 / 8 / 2019.", FIRST, PartialDate(2019, 8, 22)),
        ("từ 21/8 đến 01/9/2019", FIRST, PartialDate(2019, 9, 1)),
        ("21/8–1/9/2019", FIRST, PartialDate(2019, 9, 1)),
        ("21/8/2019 - 02/01/2020", FIRST, PartialDate(2020, 1, 2)),
        ("Ngày 21/8/2019", FIRST, None),
        ("ngày 05 tháng 01 năm 2021", PartialDate(2021, 1, 5), None),
        ("8/2019", PartialDate(2019, 8), None),
        ("2019", PartialDate(2019), None),
    ],
)
def test_first_and_last_day_are_read_from_a_programme(text: str, first: PartialDate, last: PartialDate | None) -> None:
    assert read_span(text) == (first, last)


@pytest.mark.parametrize("text", ["21-32/8/2019", "giữa tháng 8", "21/8 và hôm sau"])
def test_days_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(DateProblem):
        read_span(text)


NUMBERS = ("48/QĐ-TCT", "480/QĐ-TCT", "49/QĐ-TCT", "12/QĐ-UBND", "481/QĐ-TCT")


def test_what_is_the_same_but_for_marks_is_the_only_thing_meant() -> None:
    assert like("48/qd-tct", NUMBERS) == ("48/QĐ-TCT",)
    assert like("lao cai", ("Lào Cai", "LÀO CAI", "lào cai", "Láo Cái")) == ("Lào Cai", "LÀO CAI", "lào cai")


def test_what_begins_so_comes_before_what_is_only_like_it() -> None:
    assert like("48", NUMBERS) == ("48/QĐ-TCT", "480/QĐ-TCT", "481/QĐ-TCT")
    assert like("SONLA", ("SON_LA", "LAOCAI")) == ("SON_LA",)
    assert like("xyz", NUMBERS) == ()
    assert like("", ("Lào Cai",)) == ()


def test_what_may_be_meant_stands_in_a_question() -> None:
    assert meant("SONLA", ("SON_LA", "LAOCAI")) == " Có phải “SON_LA”?"
    assert meant("49/QĐ-TC", ("49/QĐ-TCT", "4/QĐ-TC")) == " Có phải “49/QĐ-TCT” hay “4/QĐ-TC”?"
    assert meant("xyz", NUMBERS) == ""


def test_a_block_keeps_what_stands_inside_it_and_loses_its_empty_end() -> None:
    assert read_block("a\tb\nc") == [["a", "b"], ["c", ""]]
    assert read_block("\t\tx\n\n1") == [["", "", "x"], ["", "", ""], ["1", "", ""]]
    assert read_block('"') == [['"']]  # one sign alone is no pair of quotes
    assert read_block('"a""b"\t""') == [['a"b']]
    assert read_block("") == []


def test_a_cell_of_several_lines_is_one_cell_of_one_line() -> None:
    assert read_block('1\t"Tổ chức lớp\r\nđúng ""kế hoạch"""\t10\r\n2\tNghiên cứu\t5\r\n') == [
        ["1", 'Tổ chức lớp đúng "kế hoạch"', "10"],
        ["2", "Nghiên cứu", "5"],
    ]
    # Signs that close nothing, or something beyond a column, are letters.
    assert read_block('"a\t1\nb"\t2\n"c" d\t3') == [['"a', "1"], ['b"', "2"], ['"c" d', "3"]]
    assert read_block("a\rb") == [["a"], ["b"]]


def test_an_age_is_counted_by_as_much_of_the_birth_as_is_known() -> None:
    birthday = PartialDate(1980, 5, 2)
    assert [age_on(birthday, date(2020, 5, day)) for day in (1, 2, 3)] == [39, 40, 40]
    assert [age_on(PartialDate(1980, 5), date(2020, month, 1)) for month in (4, 5, 6)] == [39, 40, 40]
    assert age_on(PartialDate(1980), date(2020, 1, 1)) == 40
    assert age_on(PartialDate(2020), date(2020, 1, 1)) == 0
    assert age_on(PartialDate(2020, 2), date(2020, 1, 1)) is None
    assert show_day("2021-01-05T10:30:00+07:00") == "05/01/2021"
