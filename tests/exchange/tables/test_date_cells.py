"""Cells of dates: true ones, serial numbers, seconds before midnight, midnights of Greenwich, a swapped month."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.fields.fields import read_texts
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate, parse_date
from cluster_desktop.exchange.tables.cell_texts import UnreadableCell
from cluster_desktop.exchange.tables.date_cells import DateColumn, Swap, lies_behind, swapped_in
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.sheets import Cell
from cluster_desktop.exchange.tables.tables import with_days_swapped, with_mapping
from cluster_desktop.exchange.tables.uses import IGNORED
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import FIELDS, Seen, excel, rows_from, see

READER = DateColumn()
HEAD = ("STT", "Họ và tên", "Ngày sinh")
NAMES = ("Lò Văn Ín", "Cà Thị Nọi", "Vàng A Páo", "Lý A Tủa", "Sùng A Dế", "Hà Thị Lan", "Vì Văn Ón", "Bạc Cầm Vun")


def born(tmp_path: Path, *cells: object) -> Seen:
    def fill(page: Any, day: Any) -> None:
        rows = [(place, NAMES[place % len(NAMES)]) for place in range(len(cells))]
        rows_from(page, 0, [HEAD, *rows])
        for row, cell in enumerate(cells, start=1):
            if isinstance(cell, date):
                page.write_datetime(row, 2, cell, day)
            else:
                page.write(row, 2, cell)

    return see(excel(tmp_path / "sinh.xlsx", fill))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (date(1976, 9, 2), "02/09/1976"),
        (datetime(1976, 9, 2, 13, 30), "02/09/1976"),
        ("2/9/1976", "02/09/1976"),
        ("'02/09/1976", "02/09/1976"),
        (28005, "02/09/1976"),
        ("28005", "02/09/1976"),
        (28005.75, "02/09/1976"),
        (1976, "1976"),
        ("1976", "1976"),
        (9.1976, "09/1976"),
        (10.199, "10/1990"),
        (2091976, "02/09/1976"),
        (25121981, "25/12/1981"),
        ("…/…/1976", "1976"),
        ("tháng 9 năm 1976", "09/1976"),
    ],
)
def test_dates_in_every_disguise(cell: Cell, shown: str) -> None:
    assert parse_date(READER.read(cell)[0]).show() == shown


@pytest.mark.parametrize("cell", [3_000_000_000, 90_000, 60, 12, 1899, 1976.5, -1, 0.25])
def test_numbers_that_are_no_date(cell: int) -> None:
    with pytest.raises(UnreadableCell):
        READER.read(cell)


@given(st.dates(date(1930, 1, 1), date(2025, 12, 31)))
def test_an_excel_serial_number_is_the_same_day_as_the_date(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert parse_date(READER.read(serial)[0]) == parse_date(READER.read(day)[0]) == PartialDate.of(day)


def test_the_calendar_of_1904() -> None:
    seen = see(foreign("01"))
    assert seen.shown("birth_date") == ["02/09/1976", "25/12/1981", "04/03/1990"]
    assert [notice.message for notice in seen.rows[2].notices] == ["Số 31474 được đọc là ngày 04/03/1990."]
    assert DateColumn(epoch_1904=True).read(31474)[0] == "04/03/1990"
    assert READER.read(31474) == ("03/03/1986", "Số 31474 được đọc là ngày 03/03/1986.")


def test_seconds_before_midnight_are_the_day_that_begins() -> None:
    seen = see(foreign("05"))
    assert seen.shown("birth_date") == ["02/09/1976", "01/01/1981", "01/03/1990"]
    assert seen.rows[0].notices[0].message == "“01/09/1976 23:59:17” được đọc là ngày 02/09/1976."


@pytest.mark.parametrize(
    ("cell", "read", "told"),
    [
        (datetime(1976, 9, 1, 23, 58, 59), "01/09/1976", False),
        (datetime(1976, 9, 1, 23, 59, 1), "02/09/1976", True),
        (datetime(1976, 9, 2, 0, 0, 43), "02/09/1976", False),
        (datetime(1976, 9, 1, 17, 0), "01/09/1976", False),
        (datetime(2099, 12, 31, 23, 59, 30), "01/01/2100", True),
        (datetime(9999, 12, 31, 23, 59, 59), "31/12/9999", False),
        (28004.9998, "02/09/1976", True),
        ("1976-09-01 23:59:17", "02/09/1976", True),
        ("01/09/1976 23:59:17", "02/09/1976", True),
        ("1976-09-01T17:00:00Z", "02/09/1976", True),
        ("1976-09-01T17:00:00.000Z", "02/09/1976", True),
        ("1976-09-01T16:00:00+00:00", "02/09/1976", True),
        ("1976-09-02T00:00:00Z", "02/09/1976", False),
        ("1976-09-02T00:00:00", "02/09/1976", False),
    ],
)
def test_moments_near_midnight(cell: Cell, read: str, told: bool) -> None:
    text, notice = READER.read(cell)
    assert text == read
    assert bool(notice) is told
    assert not told or f"được đọc là ngày {read}." in notice


def test_texts_of_a_time_of_day_that_is_none_are_for_the_field_to_refuse() -> None:
    assert READER.read("1976-09-31 23:59:17") == ("1976-09-31 23:59:17", "")
    assert READER.read("1976-09-01 25:00") == ("1976-09-01 25:00", "")


def test_midnights_of_greenwich_are_told_by_the_whole_column() -> None:
    utc = [datetime(1976, 9, 1, 17), datetime(1980, 3, 4, 17), datetime(1970, 1, 1, 16), date(1981, 2, 3)]
    assert lies_behind(utc)
    assert not lies_behind([*utc, datetime(1976, 9, 1, 8)])
    assert not lies_behind([*utc, datetime(1976, 9, 1, 0, 1, 30)])
    assert not lies_behind([date(1976, 9, 1), None, "x", datetime(1976, 9, 1, 23, 59, 30)])
    behind = DateColumn(behind=True)
    assert [behind.read(cell)[0] for cell in utc] == ["02/09/1976", "05/03/1980", "02/01/1970", "03/02/1981"]
    assert behind.read(utc[0])[1] == "“01/09/1976 17:00:00” được đọc là ngày 02/09/1976."
    assert behind.read(datetime(1976, 9, 1, 13, 30))[0] == "01/09/1976"


def test_a_column_of_greenwich_in_a_file(tmp_path: Path) -> None:
    seen = born(tmp_path, datetime(1976, 9, 1, 17), datetime(1980, 3, 4, 17), date(1981, 2, 3))
    assert seen.shown("birth_date") == ["02/09/1976", "05/03/1980", "03/02/1981"]


def test_numbers_that_are_dates_are_told() -> None:
    assert READER.read(19760902) == ("19760902", "Số 19760902 được đọc là ngày 02/09/1976.")
    assert READER.read(2091976) == ("02091976", "Số 2091976 được đọc là ngày 02/09/1976.")
    assert READER.read(9.1976) == ("09/1976", "Số 9,1976 được đọc là tháng 09/1976.")
    assert READER.read(1976) == ("1976", "")


def test_years_typed_into_cells_with_the_format_of_dates(tmp_path: Path) -> None:
    seen = born(tmp_path, date(1905, 5, 29), date(1980, 1, 1), date(1905, 1, 1))
    assert seen.shown("birth_date") == ["1976", "01/01/1980", "01/01/1905"]
    assert "năm 1976" in seen.rows[0].notices[0].message
    assert seen.rows[2].notices == ()
    assert DateColumn(epoch_1904=True).read(date(1909, 5, 30))[0] == "1976"


# --- day and month in each other's place ---


def test_days_and_months_that_an_american_excel_swapped() -> None:
    seen = see(foreign("04"))
    (remark,) = seen.guess.remarks
    assert "“Ngày sinh”" in remark
    assert "đổi chỗ" in remark
    assert seen.shown("birth_date")[:3] == ["09/02/1976", "13/05/1980", "04/05/1982"]
    assert dict(seen.guess.swaps) == {2: Swap.CELLS}
    turned = with_days_swapped(seen.guess, 2, swapped=True)
    again = Seen(seen.sheet, turned, read_rows(seen.sheet, turned, FIELDS))
    assert again.shown("birth_date") == [
        *("02/09/1976", "13/05/1980", "05/04/1982", "25/12/1981", "11/03/1979"),
        *("30/06/1985", "07/08/1990", "19/10/1988", "01/02/1975", "28/11/1983"),
    ]
    assert again.rows[0].notices[0].message == "09/02/1976 được đổi ngày và tháng thành 02/09/1976."
    assert again.rows[1].notices == ()
    assert "được đổi chỗ cho nhau" in turned.remarks[0]
    assert with_days_swapped(turned, 2, swapped=False) == seen.guess


def test_the_remark_goes_with_the_column() -> None:
    guess = see(foreign("04")).guess
    assert with_mapping(guess, {2: IGNORED}).remarks == ()


@pytest.mark.parametrize(
    ("cells", "swap"),
    [
        ([date(1976, 2, 9), date(1980, 5, 4), "13/05/1980", "25/12/1981"], Swap.CELLS),
        ([date(1976, 2, 9), date(1980, 5, 13), "13/05/1980", "25/12/1981"], None),
        ([date(1976, 2, 9), date(1980, 5, 4), "13/05/1980", "05/12/1981"], None),
        ([date(1976, 2, 9), date(1980, 5, 4), "13/05/1980"], None),
        ([date(1976, 2, 9), "13/05/1980", "25/12/1981"], None),
        ([date(1976, 2, 9), date(1980, 5, 12), "13/05/1980", "25/12/1981", "1976", None], Swap.CELLS),
        (["05/13/1980", "12/25/1981", "02/09/1976"], Swap.EVERYTHING),
        (["05/13/1980", "12/25/1981", date(1976, 9, 2)], Swap.EVERYTHING),
        (["05/13/1980", "12/25/1981", date(1976, 9, 13)], None),
        (["05/13/1980", "02/09/1976"], None),
        (["05/13/1980", "12/25/1981", "13/05/1980"], None),
        ([], None),
    ],
)
def test_signs_of_a_swap(cells: list[Cell], swap: Swap | None) -> None:
    assert swapped_in(cells) == swap


def test_texts_with_the_month_first_can_be_turned(tmp_path: Path) -> None:
    seen = born(tmp_path, "05/13/1980", "12/25/1981", "02/09/1976")
    turned = with_days_swapped(seen.guess, 2, swapped=True)
    again = Seen(seen.sheet, turned, read_rows(seen.sheet, turned, FIELDS))
    assert again.shown("birth_date") == ["13/05/1980", "25/12/1981", "09/02/1976"]
    assert again.rows[2].notices[0].message == "“02/09/1976” được đổi ngày và tháng thành “09/02/1976”."


def test_a_swap_that_somebody_asks_for_without_a_sign(tmp_path: Path) -> None:
    seen = born(tmp_path, date(1976, 2, 9), date(1980, 5, 13))
    turned = with_days_swapped(seen.guess, 2, swapped=True)
    assert [row.texts["birth_date"] for row in read_rows(seen.sheet, turned, FIELDS)] == ["02/09/1976", "13/05/1980"]


# --- births that cannot be ---


@pytest.mark.parametrize("cell", [date(2076, 9, 2), "02/09/2076", "2076-09-02", "2076", datetime(2076, 9, 2, 8)])
def test_births_to_come_are_problems(tmp_path: Path, cell: object) -> None:
    seen = born(tmp_path, cell, date(1980, 1, 1))
    (problem,) = seen.rows[0].problems
    assert (problem.field, "chưa đến" in problem.message) == ("birth_date", True)
    assert seen.rows[1].problems == ()


def test_a_birth_of_this_year_is_possible(tmp_path: Path) -> None:
    today = date.today()
    assert born(tmp_path, today, str(today.year)).rows[0].problems == ()


def test_dates_in_many_spellings() -> None:
    seen = see(foreign("56"))
    read = {
        row.number - 1: values["birth_date"].show()
        for row in seen.rows
        if isinstance((values := read_texts(PersonDraft, row.texts)[0]).get("birth_date"), PartialDate)
    }
    refused = [row.number - 1 for row in seen.rows if read_texts(PersonDraft, row.texts)[1]]
    day = "02/09/1976"
    assert read == {
        **dict.fromkeys((1, 2, 3, 4, 5, 9, 17, 18, 19, 23, 24), day),
        6: "09/1976",
        7: "1976",
        8: "09/1976",
        13: "1976",
        20: "20/09/1976",
    }
    assert refused == [10, 11, 12, 14, 15, 16, 21, 22, 25]
