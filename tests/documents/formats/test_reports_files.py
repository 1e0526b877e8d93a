"""Reports as Excel, JSON and CSV, and what happens to the file they are written to."""

import csv
import errno
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from cluster_desktop import errors
from cluster_desktop.documents.awards.register import award_register_report
from cluster_desktop.documents.content.content import Cell, Column, Document, Table
from cluster_desktop.documents.events.event_log import event_log_report
from cluster_desktop.documents.excel.excel_list import list_cells, write_list
from cluster_desktop.documents.formats.writing import SUFFIXES, write_document
from cluster_desktop.documents.people.staff_statistics import staff_statistics_report
from cluster_desktop.domain.events.event_figures import event_figures
from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.figures.figures import award_figures, staff_statistics
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.year_span import YearSpan
from tests.documents import made_up

PERSON = KINDS["person"]
LISTED = tuple(field for field in PERSON.fields if field.listed)


def _staff() -> Document:
    people = made_up.staff()
    return staff_statistics_report(
        made_up.FRAME, staff_statistics(people, made_up.ON, dict.fromkeys(made_up.UNITS, ""))
    )


def _awards(count: int = 48) -> Document:
    awards = made_up.awards(count)
    return award_register_report(made_up.FRAME, award_figures(awards, made_up.UNITS), awards, YearSpan.of(2020))


def _events() -> Document:
    events = made_up.events()
    return event_log_report(made_up.FRAME, event_figures(events), events)


def _json(document: Document, folder: Path) -> dict:
    path = folder / "báo cáo.json"
    write_document(document, path)
    return json.loads(path.read_text(encoding="utf-8"))


def _book(document: Document, folder: Path) -> openpyxl.Workbook:
    path = folder / "báo cáo.xlsx"
    write_document(document, path)
    return openpyxl.load_workbook(path)


class TestJson:
    def test_staff_figures_are_the_articles(self, tmp_path: Path) -> None:
        figures = _json(_staff(), tmp_path)
        assert figures["total"] == 314
        assert figures["by_degree"] == {"Tiến sĩ": 5, "Thạc sĩ": 174, "Cử nhân": 103, "Trình độ khác": 32}
        assert figures["by_political_theory"] == {
            "Cao cấp": 145,
            "Cử nhân": 5,
            "Trung cấp": 79,
            "Chưa ghi nhận": 85,
        }
        for key in ("by_unit", "by_gender", "by_ethnicity", "by_party", "by_age_band"):
            assert sum(figures[key].values()) == 314

    def test_event_figures_tell_kinds_of_workshops_apart(self, tmp_path: Path) -> None:
        figures = _json(_events(), tmp_path)
        assert figures["cluster_workshops"] == 3
        assert figures["cluster_workshop_papers"] == 50
        assert figures["joint_workshops"] == 2
        assert figures["charity_visits"] == 4
        assert len(figures["events"]) == figures["total"] == 17

    def test_awards_are_listed_with_their_decision(self, tmp_path: Path) -> None:
        figures = _json(_awards(), tmp_path)
        assert figures["total"] + figures["revoked"] == len(figures["awards"]) == 48
        lines = {line["uid"]: line for line in figures["awards"]}
        assert lines["1"]["recipient"] == "Giàng A Páo"
        assert lines["1"]["recipient_kind"] == "person"
        assert lines["1"]["decision_date"] == "2021-01-05"
        assert lines["10"]["recipient_kind"] == "collective"


class TestExcel:
    def test_numbers_and_dates_are_real(self, tmp_path: Path) -> None:
        sheet = _book(_awards(), tmp_path).active
        assert sheet is not None
        headings = [cell.value for cell in sheet[5]]
        rows = list(sheet.iter_rows(min_row=6, max_row=53))
        assert [row[0].value for row in rows] == list(range(1, 49))
        dates = [row[headings.index("Ngày")] for row in rows]
        assert {cell.value for cell in dates} == {datetime(2021, 1, 5)}
        assert {cell.number_format for cell in dates} == {"dd/mm/yyyy"}

    def test_the_table_of_units_adds_up(self, tmp_path: Path) -> None:
        sheet = _book(_staff(), tmp_path)["Đội ngũ chia theo đơn vị"]
        rows = {row[1]: row for row in sheet.iter_rows(min_row=6, values_only=True) if row[1]}
        units = [rows[unit] for unit in made_up.UNITS]
        for column in range(2, 14):
            assert sum(row[column] for row in units) == rows["Cộng"][column]
        assert rows["Cộng"][2] == 314

    def test_headings_stay_on_screen_and_on_every_page(self, tmp_path: Path) -> None:
        sheet = _book(_events(), tmp_path).active
        assert sheet is not None
        assert [cell.value for cell in sheet[4]][:4] == ["TT", "Năm", "Thời gian", "Loại, cấp"]
        assert sheet.freeze_panes == "A5"
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0

    def test_the_summary_has_heading_figures_and_signer(self, tmp_path: Path) -> None:
        sheet = _book(_staff(), tmp_path)["Tổng hợp"]
        values = {cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert {"TRƯỜNG CHÍNH TRỊ", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", 314, 179} <= values
        assert {"HIỆU TRƯỞNG", "Nguyễn Văn An", "- Lưu: VT, TCHC."} <= values

    @pytest.mark.parametrize("make", [_staff, _awards, _events])
    def test_every_report_without_records_opens(self, make: Callable[[], Document], tmp_path: Path) -> None:
        empty = {
            _staff: staff_statistics_report(made_up.FRAME, staff_statistics((), made_up.ON)),
            _awards: award_register_report(made_up.FRAME, award_figures(()), ()),
            _events: event_log_report(made_up.FRAME, event_figures(()), ()),
        }[make]
        assert "Tổng hợp" in _book(empty, tmp_path).sheetnames

    def test_text_is_never_a_formula_and_odd_names_make_sheets(self, tmp_path: Path) -> None:
        table = Table((Column("Tên [1]: a/b?", 40),), [("=1+1",), ("https://vi.du",), ("Nguye\u0302\u0303n",)])
        twice = Document(heading=None, title="A*B: rất dài " * 5, blocks=(table, table))
        book = _book(twice, tmp_path)
        assert len(book.sheetnames) == 3
        cells = [cell for row in book.worksheets[1].iter_rows(min_row=5) for cell in row]
        assert [cell.value for cell in cells[:3]] == ["=1+1", "https://vi.du", "Nguyễn"]
        assert {cell.data_type for cell in cells[:3]} == {"s"}
        assert all(cell.hyperlink is None for cell in cells)


def _person(number: int) -> tuple[Cell, ...]:
    values: Mapping[str, Value] = {
        "full_name": f"Nguyễn Văn {number}",
        "birth_date": (PartialDate(1976, 9, 2), PartialDate(1976, 9), PartialDate(1976))[number % 3],
        "gender": "NU",
    }
    shown = {"full_name": f"Nguyễn Văn {number}", "gender": "Nữ", "unit_uid": "Lào Cai"}
    return list_cells(LISTED, values, shown)


class TestList:
    def test_a_long_title_makes_a_sheet_name_that_ends_with_a_word(self, tmp_path: Path) -> None:
        path = tmp_path / "danh sách.xlsx"
        write_list(path, "Danh sách cán bộ, viên chức, người lao động", LISTED, [])
        assert openpyxl.load_workbook(path).sheetnames == ["Danh sách cán bộ, viên chức"]

    def test_a_list_has_the_columns_and_words_of_the_screen(self, tmp_path: Path) -> None:
        path = tmp_path / "danh sách.xlsx"
        assert write_list(path, "Cán bộ", LISTED, map(_person, range(6)), "Đơn vị: Lào Cai") == 6
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        assert sheet["A1"].value == "Cán bộ"
        assert sheet["A2"].value == "Đơn vị: Lào Cai"
        assert [cell.value for cell in sheet[3]] == [field.column_heading for field in LISTED]
        rows = [dict(zip([field.key for field in LISTED], row, strict=True)) for row in sheet.iter_rows(min_row=4)]
        assert [row["full_name"].value for row in rows] == [f"Nguyễn Văn {number}" for number in range(6)]
        assert {row["gender"].value for row in rows} == {"Nữ"}
        assert {row["unit_uid"].value for row in rows} == {"Lào Cai"}
        assert [row["birth_date"].value for row in rows[:3]] == [datetime(1976, 9, 2), "09/1976", "1976"]
        assert sheet.freeze_panes == "A4"
        assert sheet.auto_filter.ref is not None

    def test_years_and_sums_are_numbers(self, tmp_path: Path) -> None:
        fields = tuple(KINDS["event"].field(key) for key in ("title", "year", "attendance", "cost_spent"))
        values: Mapping[str, str | int] = {"year": 2020, "attendance": 140, "cost_spent": 12_500_000}
        row = list_cells(fields, values, {"title": "Hội thảo", "year": "2020", "cost_spent": "12.500.000"})
        path = tmp_path / "sự kiện.xlsx"
        write_list(path, "Sự kiện", fields, [row])
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        assert [cell.value for cell in sheet[4]] == ["Hội thảo", 2020, 140, 12_500_000]
        assert [cell.number_format for cell in sheet[4]][1:] == ["0", "#,##0", "#,##0"]

    def test_an_empty_list_has_its_headings(self, tmp_path: Path) -> None:
        path = tmp_path / "trống.xlsx"
        assert write_list(path, "Cán bộ", LISTED, []) == 0
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        assert sheet["A3"].value == "Họ và tên"

    def test_stopping_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "danh sách.xlsx"
        path.write_bytes(b"old")

        def stopped() -> Iterator[Sequence[Cell]]:
            yield _person(0)
            raise errors.Cancelled

        with pytest.raises(errors.Cancelled):
            write_list(path, "Cán bộ", LISTED, stopped())
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_list_can_go_into_a_stream(self) -> None:
        stream = io.BytesIO()
        fields: tuple[Field, ...] = (PERSON.field("full_name"),)
        write_list(stream, "Tên", fields, [("Lò Văn Ơn",)])
        assert openpyxl.load_workbook(stream)["Tên"]["A4"].value == "Lò Văn Ơn"


class TestCsv:
    def test_the_register_keeps_every_line_and_its_letters(self, tmp_path: Path) -> None:
        path = tmp_path / "sổ.csv"
        write_document(_awards(), path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == 48
        assert {row["Quyết định: Ngày"] for row in rows} == {"05/01/2021"}
        assert rows[0]["Cá nhân, tập thể được khen"] == "Nguyễn Văn Hiệp"

    def test_a_table_with_two_rows_of_headings_can_be_filtered_too(self, tmp_path: Path) -> None:
        columns = (Column("Đơn vị", 10), Column("Nam", 10, group="Giới tính"), Column("Nữ", 10, group="Giới tính"))
        path = tmp_path / "sổ.xlsx"
        table = Table(columns, [("Lào Cai", 3, 5), ("Sơn La", 2, 4)])
        write_document(Document(heading=None, title="Thư", blocks=(table,)), path)
        sheet = next(each for each in openpyxl.load_workbook(path) if each.auto_filter.ref)
        first = int(str(sheet.auto_filter.ref).split(":")[0].lstrip("A"))
        assert [cell.value for cell in sheet[first]][1:] == ["Nam", "Nữ"]
        assert [cell.value for cell in sheet[first + 1]] == ["Lào Cai", 3, 5]

    def test_words_that_look_like_a_formula_stay_words(self, tmp_path: Path) -> None:
        path, told = tmp_path / "sổ.csv", ["=HYPERLINK(1)", "+84", "-5 điểm", "@A1", "Lò Thị Ơn = An"]
        rows: list[tuple[Cell, ...]] = [(word, -5) for word in told]
        table = Table((Column("Chữ", 10), Column("Số", 10)), rows)
        write_document(Document(heading=None, title="Thư", blocks=(table,)), path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            kept = list(csv.DictReader(file))
        assert [row["Chữ"] for row in kept] == [*(f"'{word}" for word in told[:4]), told[4]]
        assert {row["Số"] for row in kept} == {"-5"}

    def test_a_document_without_a_table_says_so(self, tmp_path: Path) -> None:
        path = tmp_path / "thư.csv"
        with pytest.raises(errors.DocumentError, match="không có bảng"):
            write_document(Document(heading=None, title="Thư", blocks=()), path)
        assert not path.exists()


class TestTarget:
    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_capitals_in_the_suffix_do_not_matter(self, suffix: str, tmp_path: Path) -> None:
        path = tmp_path / f"BÁO CÁO{suffix.upper()}"
        write_document(_events(), path)
        assert path.stat().st_size > 500
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("name", ["báo cáo.doc", "báo cáo", "x.exe"])
    def test_an_unknown_suffix_is_named(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(errors.DocumentError, match=r"\.pdf, \.docx, \.xlsx"):
            write_document(_events(), tmp_path / name)
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_a_missing_folder_is_named(self, suffix: str, tmp_path: Path) -> None:
        with pytest.raises(errors.CannotWrite, match="nơi khác"):
            write_document(_events(), tmp_path / "nơi khác" / f"x{suffix}")

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_a_full_disk_leaves_the_old_file(
        self, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / f"báo cáo{suffix}"
        path.write_bytes(b"old")

        def full(number: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(errors.DiskFull):
            write_document(_events(), path)
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_workbook_that_cannot_be_written_is_a_known_failure(self) -> None:
        class Full(io.BytesIO):
            def write(self, data: object) -> int:
                raise OSError(errno.ENOSPC, "No space left on device")

        with pytest.raises(OSError, match="No space left"):
            write_list(Full(), "Cán bộ", LISTED, [_person(0)])


def test_days_before_the_calendar_of_excel_stay_words(tmp_path: Path) -> None:
    days: list[Sequence[Cell]] = [(date(1900, 2, 28),), (PartialDate(1900, 3, 1),)]
    document = Document(heading=None, title="Ngày", blocks=(Table((Column("Ngày", 30),), days),))
    sheet = _book(document, tmp_path).active
    assert sheet is not None
    assert [sheet["A5"].value, sheet["A6"].value] == ["28/02/1900", datetime(1900, 3, 1)]
