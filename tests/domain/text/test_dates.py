"""Dates as people type them, with the sentence they get when a date cannot be."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.text.dates import (
    DateProblem,
    PartialDate,
    age_on,
    from_excel_serial,
    parse_date,
    parse_full_date,
)

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
whole = days.map(PartialDate.of)
dates = st.one_of(
    whole,
    whole.map(lambda date: PartialDate(date.year, date.month)),
    whole.map(lambda date: PartialDate(date.year)),
)


class TestTyped:
    @pytest.mark.parametrize(
        "text",
        [
            "02/09/1976",
            "2/9/1976",
            "2/9/76",
            "02-09-1976",
            "02–09–1976",
            "2.9.1976",
            " 02 / 09 / 1976 ",
            "02 09 1976",
            "02\u00a0/09/1976",
            "1976-09-02",
            "1976/9/2",
            "1976-09-02 00:00:00",
            "1976-09-02T07:30",
            "02/09/1976 12:00:00",
            "02091976",
            "19760902",
            "ngày 2 tháng 9 năm 1976",
            "Ngày 02 tháng 09 năm 1976.",
            "NGÀY 02, THÁNG 9, NĂM 76",
            "ngay 2 thang 9 nam 1976",
            "ngày 02/9/1976",
            "mùng 2 tháng 9 năm 1976",
            "02 tháng 9 năm 1976",
            "2 Tháng 9, năm 1976",
        ],
    )
    def test_the_second_of_september(self, text: str) -> None:
        assert parse_date(text) == PartialDate(1976, 9, 2)

    @pytest.mark.parametrize("text", ["09/1976", "9-1976", "9.1976", "1976-09", "tháng 9 năm 1976", "tháng 9/1976"])
    def test_only_the_month(self, text: str) -> None:
        assert parse_date(text) == PartialDate(1976, 9)

    @pytest.mark.parametrize("text", ["1976", " 1976 ", "năm 1976"])
    def test_only_the_year(self, text: str) -> None:
        assert parse_date(text) == PartialDate(1976)

    def test_the_first_and_the_last_year_that_can_be_kept(self) -> None:
        assert (parse_date("1900"), parse_date("31/12/2100")) == (PartialDate(1900), PartialDate(2100, 12, 31))
        with pytest.raises(DateProblem):
            parse_date("1899")

    @pytest.mark.parametrize(("typed", "year"), [("30", 1930), ("99", 1999), ("00", 2000), ("29", 2029)])
    def test_two_digit_years(self, typed: str, year: int) -> None:
        assert parse_date(f"1/1/{typed}").year == year

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("30/02/1976", "Tháng 2 năm 1976 chỉ có 29 ngày."),
            ("29/02/1900", "Tháng 2 năm 1900 chỉ có 28 ngày."),
            ("31/4/2020", "Tháng 4 năm 2020 chỉ có 30 ngày."),
            ("ngày 31 tháng 6 năm 2020", "Tháng 6 năm 2020 chỉ có 30 ngày."),
            ("01/13/1976", "Không có tháng 13; tháng từ 1 đến 12."),
            ("13/1976", "Không có tháng 13; tháng từ 1 đến 12."),
            ("00/09/1976", "Không có ngày 0; ngày từ 1 đến 30."),
            ("02/09/1876", "Năm 1876 nằm ngoài khoảng 1900 đến 2100; hãy kiểm tra lại năm."),
            ("2101", "Năm 2101 nằm ngoài khoảng 1900 đến 2100; hãy kiểm tra lại năm."),
            ("02/09", "Gõ năm đủ bốn chữ số, như 02/09/1976 hoặc 09/1976."),
            ("02/09/976", "Gõ năm đủ bốn chữ số, như 02/09/1976 hoặc 09/1976."),
        ],
    )
    def test_what_is_wrong_is_said(self, text: str, sentence: str) -> None:
        with pytest.raises(DateProblem) as problem:
            parse_date(text)
        assert str(problem.value) == sentence

    @pytest.mark.parametrize("text", ["", "abc", "76", "hôm qua", "1/2/3/4", "ngày 5 năm 1976", "09021", "٢/٩/١٩٧٦"])
    def test_what_cannot_be_read_is_shown_by_example(self, text: str) -> None:
        with pytest.raises(DateProblem) as problem:
            parse_date(text)
        assert str(problem.value) == "Gõ ngày như 02/09/1976, tháng như 09/1976 hoặc năm như 1976."

    @given(st.text())
    def test_any_text_is_a_date_or_a_sentence(self, text: str) -> None:
        try:
            answer = parse_date(text).show()[-4:]
        except DateProblem as problem:
            answer = str(problem)
        assert answer.isdigit() or answer.endswith(".")

    @given(dates)
    def test_what_is_shown_reads_back(self, date: PartialDate) -> None:
        assert parse_date(date.show()) == date
        assert parse_date(date.in_words()) == date
        assert parse_date(date.iso) == date
        assert PartialDate.from_iso(date.iso) == date

    def test_a_full_date_where_the_day_is_needed(self) -> None:
        assert parse_full_date("5/2/2026") == datetime.date(2026, 2, 5)
        with pytest.raises(DateProblem, match="cần đủ ngày, tháng, năm"):
            parse_full_date("2/2026")


class TestPartialDate:
    @pytest.mark.parametrize(
        ("date", "iso", "shown", "words", "precision"),
        [
            (PartialDate(1976), "1976", "1976", "năm 1976", "year"),
            (PartialDate(1976, 9), "1976-09", "09/1976", "tháng 9 năm 1976", "month"),
            (PartialDate(2026, 2, 5), "2026-02-05", "05/02/2026", "ngày 05 tháng 02 năm 2026", "day"),
            (PartialDate(2021, 3, 9), "2021-03-09", "09/03/2021", "ngày 09 tháng 3 năm 2021", "day"),
            (PartialDate(2021, 1, 11), "2021-01-11", "11/01/2021", "ngày 11 tháng 01 năm 2021", "day"),
            (PartialDate(2021, 12, 31), "2021-12-31", "31/12/2021", "ngày 31 tháng 12 năm 2021", "day"),
        ],
    )
    def test_forms(self, date: PartialDate, iso: str, shown: str, words: str, precision: str) -> None:
        assert (date.iso, date.show(), date.in_words(), date.precision) == (iso, shown, words, precision)

    def test_first_and_last_possible_day(self) -> None:
        assert PartialDate(1976, 2).earliest == datetime.date(1976, 2, 1)
        assert PartialDate(1976, 2).latest == datetime.date(1976, 2, 29)
        assert PartialDate(1977).earliest == datetime.date(1977, 1, 1)
        assert PartialDate(1977).latest == datetime.date(1977, 12, 31)
        assert PartialDate(1977, 5, 19).earliest == PartialDate(1977, 5, 19).latest == datetime.date(1977, 5, 19)

    def test_the_unknown_stands_first(self) -> None:
        expected = [
            PartialDate(1975, 12, 31),
            PartialDate(1976),
            PartialDate(1976, 1),
            PartialDate(1976, 1, 1),
            PartialDate(1976, 2),
            PartialDate(1977),
        ]
        assert sorted([expected[place] for place in (3, 0, 5, 1, 4, 2)]) == expected
        assert max(expected) == PartialDate(1977)

    @given(dates, dates)
    def test_stored_text_sorts_like_the_dates(self, first: PartialDate, second: PartialDate) -> None:
        assert (first < second) == (first.iso < second.iso)
        assert (first <= second) == (first.iso <= second.iso)

    def test_a_day_without_a_month_is_refused(self) -> None:
        with pytest.raises(DateProblem, match="Ngày phải đi cùng tháng"):
            PartialDate(1976, None, 2)

    @pytest.mark.parametrize("text", ["", "76", "1976-9", "02/09/1976", "1976-13", "1976-02-30", "1976-09-02 "])
    def test_only_the_stored_form_is_stored(self, text: str) -> None:
        with pytest.raises(DateProblem):
            PartialDate.from_iso(text)


class TestExcel:
    @pytest.mark.parametrize(
        ("serial", "iso"),
        [
            (1, "1900-01-01"),
            (59, "1900-02-28"),
            (61, "1900-03-01"),
            (25569, "1970-01-01"),
            (43831.75, "2020-01-01"),
            (44207, "2021-01-11"),
        ],
    )
    def test_serials_of_windows(self, serial: float, iso: str) -> None:
        assert from_excel_serial(serial).iso == iso

    @given(days.filter(lambda day: day >= datetime.date(1904, 1, 1)))
    def test_the_two_calendars_lie_1462_days_apart(self, day: datetime.date) -> None:
        serial = (day - datetime.date(1904, 1, 1)).days
        assert from_excel_serial(serial, epoch_1904=True) == from_excel_serial(serial + 1462) == PartialDate.of(day)

    @pytest.mark.parametrize("serial", [-1, 0, 60, 75_000, 10**12, float("nan"), float("inf")])
    def test_no_date(self, serial: float) -> None:
        with pytest.raises(DateProblem):
            from_excel_serial(serial)


class TestAge:
    @pytest.mark.parametrize(
        ("birth", "day", "age"),
        [
            ("1976-09-02", "2021-09-01", 44),
            ("1976-09-02", "2021-09-02", 45),
            ("1976-09", "2021-08-31", 44),
            ("1976-09", "2021-09-01", 45),
            ("1976", "2021-01-01", 45),
            ("1976-02-29", "2021-02-28", 44),
            ("1976-02-29", "2021-03-01", 45),
            ("2021", "2021-01-01", 0),
            ("2021-05-01", "2021-04-30", None),
        ],
    )
    def test_age(self, birth: str, day: str, age: int | None) -> None:
        assert age_on(PartialDate.from_iso(birth), datetime.date.fromisoformat(day)) == age
