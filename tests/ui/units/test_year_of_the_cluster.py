"""What the head of a cluster does in a year: the pledge, the papers handed over, schools that change their name."""

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.records.form_act import FormActDialog
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.flows.hand import Hand
from tests.ui.questions import answering
from tests.ui.sample_window import opened
from tests.ui.typing import type_into


@pytest.fixture
def units(book: OpenWorkspace) -> SectionsPage:
    page = book.window.show_page("units")
    assert isinstance(page, SectionsPage)
    return page


def of_year(book: OpenWorkspace, kind: str, year: int) -> list[Row]:
    return list(opened(book).read(listing.page, Listing(kind=kind, filters=(Filter("year", (year,)),))))


def ask_for(hand: Hand, page: ListPage, words: str) -> None:
    """Choose an entry of the list's own menu."""
    hand.click(page.list.more)
    hand.choose(words)


def test_papers_are_listed_and_ticked_off_as_they_are_handed_over(
    qtbot: QtBot, book: OpenWorkspace, units: SectionsPage
) -> None:
    hand = Hand(qtbot, book.window)
    book.window.choose_year(2021)
    hand.click_button("Bàn giao", units)
    page = units.listed
    assert page.list.model.rowCount() == 0
    hand.click_button("Lấy danh mục thường lệ", page.list)
    assert page.list.model.rowCount() == 13
    assert of_year(book, "handover_item", 2021)[0].title.endswith("Cụm phó năm 2022")
    ask_for(hand, page, "Lấy danh mục thường lệ")
    assert book.window.status.text() == "Danh mục bàn giao năm 2021 đã đủ các nội dung thường lệ."
    page.list.view.clearSelection()
    ask_for(hand, page, "Đánh dấu đã bàn giao")
    assert book.window.status.text() == "Hãy chọn các nội dung trong danh sách trước."

    page.list.view.setFocus()
    page.list.view.selectRow(0)
    hand.press("Shift+Down", "Shift+Down")
    ask_for(hand, page, "Đánh dấu đã bàn giao")
    today = QDate.currentDate().toString("dd/MM/yyyy")
    items = of_year(book, "handover_item", 2021)
    assert [row.shown["done_on"] for row in items] == [today] * 3 + [""] * 10
    page.list.view.selectRow(1)
    ask_for(hand, page, "Bỏ đánh dấu")
    assert [row.values["done"] for row in of_year(book, "handover_item", 2021)[:4]] == [True, False, True, False]

    type_into(page.record.form, "note", "Chờ ký")
    with answering("Ở lại"):
        ask_for(hand, page, "Đánh dấu đã bàn giao")
    assert of_year(book, "handover_item", 2021)[1].values["done"] is False
    page.discard()
    with qtbot.waitSignal(page.record_requested) as asked:
        ask_for(hand, page, "In biên bản bàn giao")
    assert asked.args == ["print", "handover-minutes"]


def test_the_pledge_of_a_year_takes_over_the_targets_but_not_what_came_of_them(
    qtbot: QtBot, book: OpenWorkspace, units: SectionsPage
) -> None:
    hand = Hand(qtbot, book.window)
    hand.click_button("Giao ước", units)
    page = units.listed
    assert sum(bool(row.values["result"]) for row in of_year(book, "pledge_target", 2020)) == 4
    book.window.choose_year(2021)
    hand.click_button("Chép từ năm trước", page.list)
    targets, earlier = of_year(book, "pledge_target", 2021), of_year(book, "pledge_target", 2020)
    assert [(row.title, row.values["target"]) for row in targets] == [
        (row.title, row.values["target"]) for row in earlier
    ]
    assert [row.values["result"] for row in targets] == [None] * 5
    ask_for(hand, page, "Chép từ năm trước")
    assert book.window.status.text().startswith("Năm 2020 không có chỉ tiêu giao ước nào chưa chép.")
    with qtbot.waitSignal(page.record_requested) as asked:
        ask_for(hand, page, "In bản giao ước")
    assert asked.args == ["print", "pledge"]


def test_a_school_is_renamed_from_a_day_on_and_keeps_its_former_name(
    qtbot: QtBot, book: OpenWorkspace, units: SectionsPage
) -> None:
    hand = Hand(qtbot, book.window)
    page = units.listed
    for words in ("Đổi tên đơn vị", "Sáp nhập đơn vị"):
        book.window.status.clear()
        page.list.view.clearSelection()
        ask_for(hand, page, words)
        assert book.window.status.text() == "Hãy chọn một đơn vị trong danh sách trước."
    names = [page.list.model.row(row).shown["short_name"] for row in range(7)]
    page.list.view.selectRow(names.index("Hà Giang"))
    qtbot.waitUntil(lambda: page.record.row is not None)
    ask_for(hand, page, "Đổi tên đơn vị")
    dialog = hand.dialog()
    assert isinstance(dialog, FormActDialog)
    assert dialog.form.editor("short_name").text() == "Hà Giang"
    type_into(dialog.form, "short_name", "Tuyên Quang")
    type_into(dialog.form, "name", "Trường Chính trị tỉnh Tuyên Quang")
    hand.click_button("Đổi tên", dialog)
    assert dialog.isVisible()
    assert {problem.field for problem in dialog.form.problems} == {"on"}
    type_into(dialog.form, "on", "1/7/2025")
    hand.click_button("Đổi tên", dialog)
    uid = page.record.uid
    row = opened(book).read(listing.find, "unit", uid)
    assert row.shown["short_name"] == "Tuyên Quang"
    (former,) = opened(book).read(listing.page, Listing(kind="former_name", filters=(Filter("unit_uid", (uid,)),)))
    assert (former.shown["short_name"], former.shown["valid_to"]) == ("Hà Giang", "30/06/2025")
    assert "Tuyên Quang" in page.record.head.title.text()
    hand.press("Ctrl+Z")
    assert opened(book).read(listing.find, "unit", uid).shown["short_name"] == "Hà Giang"
