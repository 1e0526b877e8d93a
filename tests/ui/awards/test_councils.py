"""A session of the council from its first member to its minutes, as its secretary prepares it."""

from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.choose_members import MembersDialog
from cluster_desktop.ui.awards.council_tabs import BusinessTab, MembersTab
from cluster_desktop.ui.awards.councils_section import SessionsList
from cluster_desktop.ui.awards.reasons import ReasonsDialog
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.flows.hand import Hand
from tests.ui.patience import PATIENCE
from tests.ui.print_desk import settled
from tests.ui.questions import naming_file, typing_number
from tests.ui.sample_window import opened
from tests.ui.typing import type_into


@pytest.fixture
def sessions(book: OpenWorkspace) -> SessionsList:
    page = book.window.show_page("awards")
    assert isinstance(page, AwardsPage)
    page.choose("council_session")
    sessions = page.current
    assert isinstance(sessions, SessionsList)
    return sessions


def lines(book: OpenWorkspace, kind: str, **values: str) -> list[Row]:
    filters = tuple(Filter(key, (value,)) for key, value in values.items())
    return list(opened(book).read(listing.page, Listing(kind=kind, filters=filters)))


def test_a_session_gets_its_members_from_the_last_one_and_from_the_staff(
    qtbot: QtBot, book: OpenWorkspace, sessions: SessionsList
) -> None:
    hand, record = Hand(qtbot, book.window), sessions.record
    hand.click_button("Thêm phiên họp", book.window)
    form = record.form
    assert form.editor("name").text() == "Họp Hội đồng Thi đua - Khen thưởng năm 2020"
    assert form.editor("round_uid").text() == "Tổng kết thi đua năm 2020"
    type_into(form, "unit_uid", "Lạng Sơn")
    type_into(form, "held_on", "25/11/2020")
    hand.click_button("Lưu", book.window)
    uid = record.uid
    assert uid
    record.tabs.step(1)
    tab = record.tabs.current_widget()
    assert isinstance(tab, MembersTab)
    assert tab.summary.text() == "Chưa ghi thành viên Hội đồng."

    hand.click_button("Chép từ phiên trước", tab)
    assert len(lines(book, "council_member", session_uid=uid)) == 9
    hand.click_button("Chép từ phiên trước", tab)
    assert book.window.status.text() == "Thành viên của phiên trước đều đã có trong danh sách."

    hand.click_button("Từ danh sách cán bộ", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, MembersDialog)
    assert dialog.picker.unit.currentText() == "Lạng Sơn"
    hand.press("Ctrl+S")
    assert "Chưa chọn ai chưa có trong Hội đồng" in dialog.message.text()
    dialog.picker.search.setFocus()
    hand.type("leng van thang")  # who sits in the chair already
    hand.press("Down", "Space")
    dialog.picker.search.clear()
    dialog.picker.search.setFocus()
    hand.type("be y")
    hand.press("Return", "Space", "Ctrl+S")
    (fresh,) = [row for row in lines(book, "council_member", session_uid=uid) if row.title == "Bế Ý"]
    assert fresh.shown["office"] == "Giảng viên Khoa Xây dựng Đảng"
    assert tab.lines.model.rowCount() == 10

    hand.click_button("Dự họp", tab)
    hand.choose("Vắng, có ý kiến")
    assert book.window.status.text() == "Hãy chọn các thành viên trong danh sách trước."
    place = next(row for row in range(10) if tab.lines.model.row(row).title == "Bế Ý")
    tab.lines.view.selectRow(place)
    hand.click_button("Dự họp", tab)
    hand.choose("Vắng, có ý kiến")
    assert tab.summary.text().startswith("Có mặt 9/10 (90,0%), 1 vắng có ý kiến bằng văn bản.")


def test_what_is_before_the_council_is_taken_off_and_put_back(
    qtbot: QtBot, book: OpenWorkspace, sessions: SessionsList
) -> None:
    hand = Hand(qtbot, book.window)
    hand.click_button("Thêm phiên họp", book.window)
    type_into(sessions.record.form, "unit_uid", "Hà Giang")
    type_into(sessions.record.form, "held_on", "25/11/2020")
    hand.click_button("Lưu", book.window)
    uid = sessions.record.uid
    tab = business(sessions)
    assert tab.summary.text() == "Chưa có đề nghị nào trước Hội đồng."
    hand.click_button("Kiểm phiếu", tab)
    assert book.window.status.text().startswith("Phiên họp chưa có đề nghị nào.")
    hand.click_button("Bỏ khỏi phiên họp", tab)
    assert book.window.status.text() == "Hãy chọn các đề nghị trong danh sách trước."

    waiting = [row for row in nominations(book, state="DE_NGHI") if row.shown["recipient_unit"] == "Hà Giang"]
    hand.click_button("Đưa đề nghị ra xét", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, ReasonsDialog)
    failing = len(dialog.edits)
    hand.press("Esc")
    assert tab.lines.model.rowCount() == 0
    hand.click_button("Đưa đề nghị ra xét", tab)
    passing = len(waiting) - failing
    hand.click_button(f"Chỉ chuyển {passing} đề nghị đủ", hand.dialog())
    assert tab.lines.model.rowCount() == passing > 1
    assert tab.summary.text().endswith(f"Phiếu: 0 đạt, 0 không đạt, {passing} chưa ghi.")
    off = tab.lines.model.row(0).uid
    tab.lines.view.selectRow(0)
    hand.click_button("Bỏ khỏi phiên họp", tab)
    assert tab.lines.model.rowCount() == passing - 1
    assert opened(book).read(listing.find, "nomination", off).values["state"] == "DE_NGHI"
    hand.click_button("Đưa đề nghị ra xét", tab)
    hand.click_button("Chỉ chuyển 1 đề nghị đủ", hand.dialog())
    assert opened(book).read(listing.find, "nomination", off).values["session_uid"] == uid


def nominations(book: OpenWorkspace, **values: str) -> list[Row]:
    """The nominations of the round that closes the year."""
    (place,) = [row for row in lines(book, "round") if row.title == "Tổng kết thi đua năm 2020"]
    return lines(book, "nomination", round_uid=place.uid, **values)


def test_the_minutes_of_a_session_are_numbered_kept_and_shown(
    qtbot: QtBot, book: OpenWorkspace, sessions: SessionsList, tmp_path: Path
) -> None:
    hand = Hand(qtbot, book.window)
    for words in ("Xem và in biên bản", "Lưu biên bản", "Cấp số biên bản"):
        book.window.status.clear()
        hand.click(sessions.list.more)
        hand.choose(words)
        assert book.window.status.text() == "Hãy chọn một phiên họp trong danh sách trước."
    row = session_of(book, "Sơn La")
    sessions.show_record("council_session", row.uid)
    for number, usual in ((None, 1), (7, 1), (None, 7)):
        hand.click(sessions.list.more)
        with typing_number(number) as proposed:
            hand.choose("Cấp số biên bản")
        assert proposed == [usual]
    path = tmp_path / "biên bản.docx"
    for name in (None, path):
        hand.click(sessions.list.more)
        with naming_file(name) as names:
            hand.choose("Lưu biên bản")
        assert names == ["Biên bản - Họp Hội đồng Thi đua - Khen thưởng Sơn La năm 2020.docx"]
    qtbot.waitUntil(lambda: book.window.status.text() == "Đã ghi biên bản vào “biên bản.docx”.", timeout=PATIENCE)
    minutes = Document(str(path))
    texts = [part.text for part in minutes.paragraphs]
    assert any("Điêu Minh Lả" in text for text in texts)

    hand.click(sessions.list.more)
    with qtbot.waitSignal(sessions.record_requested) as asked:
        hand.choose("Xem và in biên bản")
    assert asked.args == ["print", row.uid]
    page = book.window.current
    assert isinstance(page, PrintPage)
    settled(qtbot, page)


def business(sessions: SessionsList) -> BusinessTab:
    """The nominations before the session on show."""
    place = sessions.record.tabs.strip.offered().index("Đề nghị")
    sessions.record.tabs.strip.turn(place)
    tab = sessions.record.tabs.current_widget()
    assert isinstance(tab, BusinessTab)
    return tab


def session_of(book: OpenWorkspace, unit: str) -> Row:
    """The session of 2020 of a school."""
    (row,) = [row for row in lines(book, "council_session") if row.shown["unit_uid"] == unit and row.values["present"]]
    return row
