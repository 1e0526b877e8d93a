"""The titles of a new year: registered for in one go, counted, taken over into the next year, brought in as a list."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.register import RegisterDialog
from cluster_desktop.ui.awards.registration_counts import CountsDialog
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.flows.hand import Hand
from tests.ui.patience import PATIENCE
from tests.ui.questions import naming_file
from tests.ui.sample_window import opened
from tests.ui.typing import type_into


@pytest.fixture
def page(book: OpenWorkspace) -> AwardsPage:
    """The registrations of 2021, which nobody has begun."""
    book.window.choose_year(2021)
    page = book.window.show_page("awards")
    assert isinstance(page, AwardsPage)
    page.choose("registration")
    return page


def registered(book: OpenWorkspace, year: int) -> list[tuple[str, str]]:
    """Who is registered in a year, and for what."""
    query = Listing(kind="registration", filters=(Filter("year", (year,)),))
    return [(row.shown["recipient"], row.shown["award"]) for row in opened(book).read(listing.page, query)]


def numbers(table: QTableWidget) -> dict[str, dict[str, str]]:
    """What stands in a table of counts, by its headings; empty cells are left out."""
    columns = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    return {
        table.verticalHeaderItem(row).text(): {
            heading: text for column, heading in enumerate(columns) if (text := table.item(row, column).text())
        }
        for row in range(table.rowCount())
    }


def test_titles_are_registered_counted_and_taken_over_by_the_next_year(
    qtbot: QtBot, book: OpenWorkspace, page: AwardsPage
) -> None:
    hand = Hand(qtbot, book.window)
    hand.click_button("Đăng ký nhanh nhiều người", page.listed.list)
    dialog = hand.dialog()
    assert isinstance(dialog, RegisterDialog)
    picker = dialog.picker
    picker.unit.setCurrentIndex(picker.unit.findText("Sơn La"))
    picker.search.setFocus()
    hand.type("dieu minh la")
    hand.press("Down", "Space")
    assert [line.kind for line in picker.chosen()] == ["CA_NHAN"]
    hand.press("Ctrl+S")
    picker.search.clear()
    hand.click_button("Bỏ chọn", dialog)
    assert picker.chosen() == ()
    type_into(dialog.form, "award", "Tập thể Lao động tiên tiến")
    picker.list.setFocus()
    hand.press("Ctrl+A", "Ctrl+S")
    hand.click_button("Đóng", dialog)
    departments = [line for line in registered(book, 2021) if line[1] == "Tập thể Lao động tiên tiến"]
    assert len(departments) == 6
    assert ("Điêu Minh Lả", "Lao động tiên tiến") in registered(book, 2021)
    assert len(registered(book, 2021)) == 7

    hand.click(page.listed.list.more)
    hand.choose("Số đăng ký theo đơn vị")
    counts = hand.dialog()
    assert isinstance(counts, CountsDialog)
    shown = numbers(counts.table)
    assert shown.pop("Sơn La") == shown.pop("Cộng") == {"LĐTT": "1", "Tập thể LĐTT": "6", "Cộng": "7"}
    assert set(shown) == {"Cao Bằng", "Lạng Sơn", "Điện Biên", "Hà Giang", "Lai Châu", "Lào Cai"}
    assert all(line == {} for line in shown.values())
    hand.click_button("Đóng", counts)

    book.window.choose_year(2022)
    hand.click_button("Chép từ năm trước", page.listed.list)
    assert sorted(registered(book, 2022)) == sorted(registered(book, 2021))
    hand.click(page.listed.list.more)
    hand.choose("Chép từ năm trước")
    assert "đều đã có trong năm này" in book.window.status.text()
    assert len(registered(book, 2022)) == 7
    book.window.undo()
    assert registered(book, 2022) == []


def test_a_list_of_registrations_is_corrected_in_excel_and_comes_in_whole(
    qtbot: QtBot, book: OpenWorkspace, page: AwardsPage, tmp_path: Path
) -> None:
    hand, heading = Hand(qtbot, book.window), "TT;Họ và tên;Đơn vị;Danh hiệu đăng ký\n"
    with naming_file(None):
        hand.click_button("Nhập danh sách đăng ký", page.listed.list)
    assert not shown_dialogs(book)
    table, problems = tmp_path / "đăng ký.csv", tmp_path / "cần sửa.xlsx"
    table.write_text(f"{heading}1;Điêu Minh Lả;Sơn La;LĐTT\n2;Lèng Văn Thắng;Lạng Sơn;Huy hiệu\n", encoding="utf-8")
    with naming_file(table):
        hand.click_button("Nhập danh sách đăng ký", page.listed.list)
    (dialog,) = shown_dialogs(book)
    settle(qtbot, book)
    year = dialog.options.year
    year.setCurrentIndex(year.findText("2021"))
    year.activated.emit(year.currentIndex())
    settle(qtbot, book)
    assert dialog.findings.list.count() == 1
    assert "Không rõ danh hiệu, hình thức “Huy hiệu”." in dialog.findings.list.item(0).text()
    assert not dialog._go.isEnabled()
    with naming_file(problems) as proposed:
        hand.click_button("Lưu các dòng để lại ra Excel", dialog)
    settle(qtbot, book)
    assert proposed == ["đăng ký - cần sửa.xlsx"]
    assert "Đã lưu “cần sửa.xlsx”" in dialog._remarks.text()
    (sheet,) = load_workbook(problems).worksheets
    assert "Huy hiệu" in {cell.value for row in sheet.rows for cell in row}

    table.write_text(f"{heading}1;Điêu Minh Lả;Sơn La;LĐTT\n2;Lèng Văn Thắng;Lạng Sơn;LĐTT\n", encoding="utf-8")
    with naming_file(table):
        hand.click_button("Chọn tệp khác", dialog)
    settle(qtbot, book)
    assert dialog._go.text() == "&Nhập 2 đăng ký"
    hand.click(dialog._go)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)
    title = "Lao động tiên tiến"
    assert registered(book, 2021) == [("Điêu Minh Lả", title), ("Lèng Văn Thắng", title)]
    assert page.listed.list.model.rowCount() == 2


def shown_dialogs(book: OpenWorkspace) -> list[ImportDialog]:
    """The windows that bring in a table."""
    return [dialog for dialog in book.window.findChildren(ImportDialog) if dialog.isVisible()]


def settle(qtbot: QtBot, book: OpenWorkspace) -> None:
    """Wait until a table is read and then compared with the book."""
    for _work in range(2):
        qtbot.waitUntil(lambda: book.operations is not None and not book.operations.busy, timeout=PATIENCE)
