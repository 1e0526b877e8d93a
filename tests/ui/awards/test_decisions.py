"""Decisions and the register of awards: lists brought in, certificates numbered, numbers that were left out."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.decide import DecideDialog
from cluster_desktop.ui.awards.propose import ProposeDialog
from cluster_desktop.ui.awards.received import ReceivedDialog
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.printing.give_numbers import GiveNumbersDialog
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.flows.hand import Hand
from tests.ui.patience import PATIENCE
from tests.ui.questions import answering, naming_file
from tests.ui.sample_window import opened
from tests.ui.typing import type_into

CHOOSE = "Hãy chọn một quyết định trong danh sách trước."
DECISION = "48/QĐ-TCT"
ROUND = "Phòng, chống dịch Covid-19 năm 2020"


@pytest.fixture
def page(book: OpenWorkspace) -> AwardsPage:
    page = book.window.show_page("awards")
    assert isinstance(page, AwardsPage)
    return page


def lines(book: OpenWorkspace, kind: str, **values: str | int) -> list[Row]:
    filters = tuple(Filter(key, (value,)) for key, value in values.items())
    return list(opened(book).read(listing.page, Listing(kind=kind, filters=filters)))


def decision(book: OpenWorkspace, number: str) -> Row:
    (row,) = [row for row in lines(book, "decision") if row.title == number]
    return row


def test_the_certificates_of_a_decision_are_numbered_and_a_number_left_out_is_found(
    qtbot: QtBot, book: OpenWorkspace, page: AwardsPage
) -> None:
    hand = Hand(qtbot, book.window)
    hand.click_button("Quyết định", page.chips)
    for words in ("Cấp số giấy", "In giấy khen"):
        book.window.status.clear()
        hand.click_button(words, page)
        assert book.window.status.text() == CHOOSE
    page.choose("award")
    hand.click(page.listed.list.more)
    with answering("Đã hiểu") as asked:
        hand.choose("Số giấy còn trống")
    assert asked == [
        "\n\n".join(f"Năm {year} chưa cấp số giấy nào theo mẫu {{so:03d}}/GK-TCT." for year in (2020, 2021))
    ]

    page.show_record("decision", decision(book, "96/QĐ-TCT").uid)
    hand.click_button("Cấp số giấy", page)
    dialog = hand.dialog()
    assert isinstance(dialog, GiveNumbersDialog)
    dialog.pattern.selectAll()
    dialog.pattern.setFocus()
    hand.type("{so:02d}/GK")
    assert dialog.plan.text() == "Cấp số cho 6 giấy: từ 01/GK đến 06/GK."
    hand.click_button("Cấp số", dialog)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)
    awards = lines(book, "award", decision_uid=decision(book, "96/QĐ-TCT").uid)
    by_place = {row.values["ordinal"]: row.values["certificate_number"] for row in awards}
    assert by_place == {place: f"0{place}/GK" for place in range(1, 7)}
    third = next(row for row in awards if row.values["certificate_number"] == "03/GK")
    page.show_record("award", third.uid)
    type_into(page.listed.record.form, "certificate_number", "02/GK")
    hand.press("Ctrl+S")
    page.choose("award")
    hand.click(page.listed.list.more)
    with answering("Đã hiểu") as asked:
        hand.choose("Số giấy còn trống")
    assert asked[0].startswith(
        "Đã cấp 5 số, cao nhất là 06/GK. Số còn trống trong năm 2020: 03/GK. Số dùng hai lần: 02/GK."
    )
    page.listed.list.view.clearSelection()
    hand.click(page.listed.list.more)
    hand.choose("Thu hồi khen thưởng")
    assert book.window.status.text() == "Hãy chọn khen thưởng còn hiệu lực trong danh sách trước."


def test_a_list_goes_to_the_decision_or_the_round_on_show(
    qtbot: QtBot, book: OpenWorkspace, page: AwardsPage, tmp_path: Path
) -> None:
    hand, table = Hand(qtbot, book.window), tmp_path / "danh sách.csv"
    table.write_text("TT;Họ và tên;Đơn vị;Hình thức khen thưởng\n1;Mùa A Phử;Sơn La;Giấy khen\n", encoding="utf-8")
    for kind, owner, words, on_show, shown in (
        ("decision", "decision", "Nhập danh sách, sổ khen thưởng cũ", DECISION, f"{DECISION} · 05/01/2021"),
        ("nomination", "round", "Nhập danh sách đề nghị", ROUND, f"{ROUND} · 2020"),
    ):
        (place,) = [row for row in lines(book, owner) if row.title == on_show]
        listed = {"decision": "award", "round": "nomination"}[owner]
        before = {row.uid for row in lines(book, listed, **{f"{owner}_uid": place.uid})}
        page.show_record(kind, place.uid if kind == owner else next(iter(before)))
        hand.click(page.listed.list.more)
        with naming_file(table):
            hand.choose(words)
        dialog = next(each for each in book.window.findChildren(ImportDialog) if each.isVisible())
        assert dialog.options.parent_box.currentText() == shown
        qtbot.waitUntil(dialog._go.isEnabled, timeout=PATIENCE)
        hand.click(dialog._go)
        qtbot.waitUntil(partial(is_gone, dialog), timeout=PATIENCE)
        (fresh,) = [row for row in lines(book, listed, **{f"{owner}_uid": place.uid}) if row.uid not in before]
        assert (fresh.shown["recipient"], fresh.shown["award"]) == ("Mùa A Phử", "Giấy khen")


def is_gone(dialog: ImportDialog) -> bool:
    return not isValid(dialog) or not dialog.isVisible()


def test_acts_that_find_nothing_say_what_is_needed_first(qtbot: QtBot, book: OpenWorkspace, page: AwardsPage) -> None:
    hand = Hand(qtbot, book.window)
    book.window.choose_year(2021)
    hand.click_button("Quyết định", page.chips)
    hand.click_button("Cấp trên", page)
    assert isinstance(hand.dialog(), ReceivedDialog)
    hand.press("Esc")
    hand.click_button("Đề nghị", page.chips)
    page.choose("nomination")
    hand.click_button("Lập quyết định", page)
    assert book.window.status.text().startswith("Chưa có đề nghị nào được Hội đồng đồng ý.")
    book.window.choose_year(2020)
    nominations = page.listed
    nominations.list.view.clearSelection()
    hand.click(nominations.list.more)
    hand.choose("Lập hồ sơ (Word, PDF)")
    assert book.window.status.text() == "Hãy chọn một đề nghị trong danh sách trước."
    hand.click_button("Chuyển trạng thái", page)
    hand.choose("Rút")
    assert book.window.status.text() == "Hãy chọn các đề nghị trong danh sách trước."
    hand.click(nominations.list.more)
    hand.choose("Lập danh sách đề nghị")
    dialog = hand.dialog()
    assert isinstance(dialog, ProposeDialog)
    hand.press("Esc")
    hand.click_button("Lập quyết định", page)
    dialog = hand.dialog()
    assert isinstance(dialog, DecideDialog)
    assert dialog.list.count() == len(lines(book, "nomination", year=2020, state="DONG_Y"))  # none chosen: all of them
    hand.press("Esc")
    assert len(lines(book, "decision", year=2020)) == 7
