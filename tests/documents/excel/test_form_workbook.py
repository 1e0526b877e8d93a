"""A form as Excel holds it: locked heads, cells to fill in, words to choose from, checks with sentences."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from cluster_desktop.documents.excel.form_workbook import FormColumn, FormContent, FormRow, write_form
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date, Integer, Name, OneOf, Points, Text
from cluster_desktop.domain.people.vocabulary import QualityClass
from cluster_desktop.domain.text.dates import PartialDate

QUALITIES = tuple(each.label for each in QualityClass)
COLUMNS = (
    FormColumn(Field(key="full_name", label="Họ và tên", type=Name(), required=True)),
    FormColumn(Field(key="born", label="Ngày sinh", type=Date())),
    FormColumn(Field(key="quality", label="Xếp loại", type=OneOf(QualityClass)), QUALITIES, strict=True),
    FormColumn(Field(key="most", label="Điểm tối đa", type=Points()), known=True),
    FormColumn(Field(key="points", label="Tự chấm", type=Points())),
    FormColumn(Field(key="days", label="Số ngày nghỉ", type=Integer(maximum=366))),
    FormColumn(Field(key="note", label="Ghi chú", type=Text(60))),
)
ODD = "<b>&\"' =1+1"


def content(**other: Any) -> FormContent:
    words: dict[str, Any] = {
        "title": "Biểu thử",
        "sheet": "Biểu",
        "lines": ("Trường A", "Lập hôm nay"),
        "columns": COLUMNS,
        "rows": (
            FormRow("u-1", {"full_name": ODD, "born": PartialDate(1976, 9, 2), "most": 725, "points": 150, "days": 3}),
            FormRow("u-2", {"full_name": "Lò Thị Ơn", "born": PartialDate(1976), "quality": "HTNV", "note": "'0123"}),
        ),
        "spare": 5,
        "code": "Mã dòng",
        "guide": ("Một", "Hai"),
        "stamp": (("Biểu", "1"),),
        "stamp_sheet": "Dấu",
        "original_sheet": "Gốc",
        "limited": {"points": "most"},
    }
    return FormContent(**{**words, **other})


@pytest.fixture
def book() -> openpyxl.Workbook:
    stream = BytesIO()
    write_form(stream, content())
    return openpyxl.load_workbook(stream)


def rule_of(page: Any, cell: str) -> DataValidation:
    return next(rule for rule in page.data_validations.dataValidation if cell in rule.sqref)


def test_sheets_and_what_they_show(book: openpyxl.Workbook) -> None:
    states = {page.title: page.sheet_state for page in book}
    assert states == {
        "Biểu": "visible",
        "Danh mục": "hidden",
        "Hướng dẫn": "visible",
        "Gốc": "veryHidden",
        "Dấu": "veryHidden",
    }
    assert book.active is not None
    assert book.active.title == "Biểu"


def test_cells_hold_what_the_book_knows(book: openpyxl.Workbook) -> None:
    rows = [[cell.value for cell in row] for row in book["Biểu"].iter_rows(min_row=5, max_row=8)]
    assert rows == [
        [
            "TT",
            "Họ và tên (*)",
            "Ngày sinh",
            "Xếp loại",
            "Điểm tối đa",
            "Tự chấm",
            "Số ngày nghỉ",
            "Ghi chú",
            "Mã dòng",
        ],
        [1, ODD, "02/09/1976", None, 7.25, 1.5, 3, None, "u-1"],
        [2, "Lò Thị Ơn", "1976", "Hoàn thành nhiệm vụ", None, None, None, "'0123", "u-2"],
        [None] * 9,
    ]


def test_heads_are_locked_and_cells_to_fill_in_are_not(book: openpyxl.Workbook) -> None:
    page = book["Biểu"]
    assert page.protection.sheet
    assert page.protection.password is None
    assert [page.cell(row, 2).protection.locked for row in (1, 5, 6, 12)] == [True, True, False, False]
    assert not page.cell(6, 9).protection.locked  # or rows could neither be sorted nor deleted
    allowed = page.protection
    refused = (allowed.sort, allowed.deleteRows, allowed.insertRows, allowed.autoFilter, allowed.formatColumns)
    assert refused == (False,) * 5
    assert page.column_dimensions["I"].hidden
    assert page.freeze_panes == "C6"


def test_a_form_without_empty_rows_locks_what_is_known() -> None:
    stream = BytesIO()
    write_form(stream, content(spare=0))
    page = openpyxl.load_workbook(stream)["Biểu"]
    assert [page.cell(6, column).protection.locked for column in (2, 5, 6)] == [False, True, False]


def test_words_are_offered_and_others_refused(book: openpyxl.Workbook) -> None:
    rule = rule_of(book["Biểu"], "D6")
    assert (rule.type, rule.showErrorMessage, rule.formula1) == ("list", True, "'Danh mục'!$A$2:$A$5")
    assert [cell.value for cell in book["Danh mục"]["A"]] == ["Xếp loại", *QUALITIES]
    assert "D12" in rule.sqref


def test_numbers_and_points_have_their_bounds(book: openpyxl.Workbook) -> None:
    page = book["Biểu"]
    points, days = rule_of(page, "F6"), rule_of(page, "G6")
    assert (points.type, points.formula1, points.formula2) == ("decimal", "0", "$E6")
    assert points.error == "Ghi số điểm từ 0 đến điểm tối đa của tiêu chí, ví dụ 7,25."
    assert (points.promptTitle, points.prompt) == ("Tự chấm", points.error)
    assert rule_of(page, "H6").prompt is None  # nothing pops up where nothing has to be said
    assert (days.type, days.formula1, days.formula2) == ("whole", "0", "366")
    assert days.error == "Số ngày nghỉ: ghi số nguyên từ 0 đến 366."


def test_days_and_long_texts_are_checked(book: openpyxl.Workbook) -> None:
    page = book["Biểu"]
    assert rule_of(page, "C6").type == "custom"
    assert (
        rule_of(page, "C6").error
        == "Ghi ngày như 02/09/1976; chỉ biết tháng thì ghi 09/1976, chỉ biết năm thì ghi 1976."
    )
    assert (rule_of(page, "H6").type, rule_of(page, "H6").formula1) == ("textLength", "60")
    assert page["C6"].number_format == page["H6"].number_format == "@"


def test_every_check_fits_into_excel(book: openpyxl.Workbook) -> None:
    for rule in book["Biểu"].data_validations.dataValidation:
        assert len(rule.formula1 or "") <= 255
        assert len(rule.error or "") <= 255
        assert len(rule.promptTitle or "") <= 32


def test_it_prints_on_a4_with_its_head_on_every_page(book: openpyxl.Workbook) -> None:
    page = book["Biểu"]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.print_title_rows == "$5:$5"
    assert page.print_area == "'Biểu'!$A$1:$H$12"


def test_an_empty_form_has_rows_to_fill_in() -> None:
    stream = BytesIO()
    write_form(stream, content(rows=()))
    page = openpyxl.load_workbook(stream)["Biểu"]
    assert rule_of(page, "D10").type == "list"
    assert page["B6"].protection.locked is False
