"""The lists and dialogs of the emulation year: what a clerk sees, types and is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.ballot_table import FIRST
from cluster_desktop.ui.awards.ballots import BallotsDialog
from cluster_desktop.ui.awards.decisions_section import AwardsList
from cluster_desktop.ui.awards.dossier_tab import DossierTab
from cluster_desktop.ui.awards.nominations_section import NominationsList
from cluster_desktop.ui.awards.received import ReceivedDialog
from cluster_desktop.ui.awards.register import RegisterDialog
from cluster_desktop.ui.awards.revoke import RevokeDialog
from cluster_desktop.ui.grid.cell_model import TypedCell
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened
from tests.ui.typing import type_into, type_text


@pytest.fixture
def page(book: OpenWorkspace) -> AwardsPage:
    page = book.window.show_page("awards")
    assert isinstance(page, AwardsPage)
    return page


def count(book: OpenWorkspace, kind: str, **values: object) -> int:
    filters = tuple(Filter(key, (value,)) for key, value in values.items())  # type: ignore[arg-type]
    return opened(book).read(listing.count, Listing(kind=kind, filters=filters))


def press(dialog: QDialog, words: str) -> None:
    next(
        each for each in dialog.findChildren(QAbstractButton) if each.text().replace("&", "").startswith(words)
    ).click()


def test_a_collective_title_turns_the_list_to_departments(book: OpenWorkspace, page: AwardsPage) -> None:
    dialog = RegisterDialog(page.listed.operations, 2021, book.window)
    dialog.picker.unit.setCurrentIndex(dialog.picker.unit.findText("Lai Châu"))
    type_into(dialog.form, "award", "Tập thể Lao động tiên tiến")
    assert dialog.picker.kind.currentText() == "Tập thể khoa, phòng"
    dialog.picker.tick_all()
    press(dialog, "Ghi đăng ký")
    assert count(book, "registration", year=2021, award="TTLDTT") == 6
    press(dialog, "Ghi đăng ký")
    assert count(book, "registration", year=2021) == 6
    dialog.close()


def test_votes_are_typed_pasted_and_filled_down_like_in_a_spreadsheet(
    qtbot: QtBot, book: OpenWorkspace, page: AwardsPage
) -> None:
    row = opened(book).read(listing.page, Listing(kind="council_session"))[-1]
    dialog = BallotsDialog(page.listed.operations, row.uid, book.window)
    dialog.show()
    qtbot.waitExposed(dialog)
    view, model = dialog.view, dialog.model
    stored = model.ballots[0].counts
    QGuiApplication.clipboard().setText("9\t9\t8\t7\n9\t9\tsai\t6\n")
    view.go(0, FIRST)
    view.paste()
    assert model.ballots[0].counts == (9, 9, 8, 7)
    assert model.ballots[1].counts[3] == 6
    assert model.ballots[1].counts[2] == 9
    view.go(2, FIRST + 3)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert model.ballots[2].counts[3] is None
    model.put([TypedCell(2, FIRST + 3, "12")])
    assert "1 dòng chưa khớp" in dialog._sum.text()
    press(dialog, "Lưu số phiếu")
    assert "Lớn hơn" in dialog.message.text()
    again = BallotsDialog(page.listed.operations, row.uid, book.window)
    assert again.model.ballots[0].counts == stored
    model.put([TypedCell(2, FIRST + 3, "9")])
    press(dialog, "Chốt kết quả")
    after = BallotsDialog(page.listed.operations, row.uid, book.window)
    assert after.model.ballots[0].counts == (9, 9, 8, 7)


def test_words_in_a_count_are_refused_below_their_cell_and_keep_the_dialog_open(
    qtbot: QtBot, book: OpenWorkspace, page: AwardsPage
) -> None:
    row = opened(book).read(listing.page, Listing(kind="council_session"))[-1]
    dialog = BallotsDialog(page.listed.operations, row.uid, book.window)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.view.go(0, FIRST)
    QTest.keyClicks(dialog.view, "chin")
    press(dialog, "Lưu số phiếu")  # what is still being typed counts as typed
    assert dialog.isVisible()
    assert "chữ số" in dialog.message.text()
    assert dialog.view.here == (0, FIRST)
    assert dialog.view.here in dialog.model.refused
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)  # the first Esc drops what was refused, the next one closes
    assert not dialog.model.dirty
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_decision_from_above_is_typed_name_by_name(book: OpenWorkspace, page: AwardsPage) -> None:
    dialog = ReceivedDialog(page.listed.operations, 2020, book.window)
    press(dialog, "Ghi quyết định")
    assert dialog.message.text() or dialog.form.problems
    sent = len(dialog._open())
    dialog.take_sent()
    dialog.take_sent()
    assert dialog.list.count() == sent > 0
    type_text(dialog.name.line, "Trường Chính trị tỉnh Lai Châu")
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    assert dialog.list.count() == sent + 1
    assert not dialog.name.text()
    type_text(dialog.name.line, "không có ai")
    dialog.add_line()
    assert "gợi ý" in dialog.message.text()
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.list.count() == sent
    for key, text in (("number", "77/QD-UBND"), ("decided_on", "20/1/2021"), ("issuer", "UBND tỉnh")):
        type_into(dialog.form, key, text)
    press(dialog, "Ghi quyết định")
    assert count(book, "decision", number="77/QD-UBND") == 1


def test_a_record_has_a_low_window_to_itself(book: OpenWorkspace, page: AwardsPage) -> None:
    book.window.resize(910, 434)
    assert page.chips.isVisible()
    page.show_record("nomination", page.listed.list.model.rows([0])[0].uid)
    assert page.listed.record.isVisible()
    assert not page.chips.isVisible()
    page.listed.record.head.back.click()
    assert page.chips.isVisible()
    QTest.keyClick(page.listed.list.view, Qt.Key.Key_Return)
    assert not page.chips.isVisible()
    book.window.resize(1366, 738)
    assert page.chips.isVisible()
    assert page.listed.list.isVisible()


def test_the_dossier_stands_beside_its_nomination(book: OpenWorkspace, page: AwardsPage) -> None:
    (row,) = opened(book).read(listing.page, Listing(kind="nomination", filters=(Filter("award", ("CSTDT",)),)))
    page.show_record("nomination", row.uid)
    nominations = page.section("nomination")
    assert isinstance(nominations, NominationsList)
    nominations.record.tabs.strip.turn(1)
    tab = nominations.record.tabs.current_widget()
    assert isinstance(tab, DossierTab)
    assert tab.summary.text() == "Còn thiếu 1 phần · Tờ trình chưa cấp số"
    lines = [tab.table.item(place, 0).text() for place in range(tab.table.rowCount())]
    place = next(number for number, line in enumerate(lines) if line.startswith("Xác nhận của Chủ tịch"))
    tab.table.setCurrentCell(place, 0)
    QTest.keyClick(tab.table, Qt.Key.Key_Space)
    assert tab.summary.text().startswith("Hồ sơ đã đủ")
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert count(book, "dossier_item") == 1


def test_a_state_only_a_decision_gives_is_refused_beside_its_field(book: OpenWorkspace, page: AwardsPage) -> None:
    (row,) = opened(book).read(listing.page, Listing(kind="nomination", filters=(Filter("award", ("CSTDT",)),)))
    page.show_record("nomination", row.uid)
    record = page.listed.record
    editor = record.form.editor("state")
    editor.set_value("DA_QUYET_DINH", "Đã có quyết định")
    editor.changed.emit()
    assert not record.save()
    assert count(book, "nomination", award="CSTDT", state="DONG_Y") == 1
    record.discard()


def test_an_award_is_taken_back_with_a_reason(book: OpenWorkspace, page: AwardsPage) -> None:
    page.choose("award")
    awards = page.section("award")
    assert isinstance(awards, AwardsList)
    before = count(book, "award", state="THU_HOI")
    awards.list.view.selectRow(0)
    awards.revoke()
    dialog = book.window.findChild(RevokeDialog)
    assert isinstance(dialog, RevokeDialog)
    press(dialog, "Thu hồi")
    assert count(book, "award", state="THU_HOI") == before
    type_into(dialog.form, "revoked_because", "Kê khai sai thành tích")
    press(dialog, "Thu hồi")
    assert count(book, "award", state="THU_HOI") == before + 1


def test_a_decision_from_above_dated_before_its_session_is_said_once(book: OpenWorkspace, page: AwardsPage) -> None:
    workspace = opened(book)
    place = records.create(workspace, RoundDraft(name="Đợt 2025", year=2025)).uids[0]
    meeting = CouncilSessionDraft(name="Họp xét 2025", year=2025, round_uid=place, held_on=PartialDate(2025, 12, 10))
    session = records.create(workspace, meeting).uids[0]
    (person, *_rest) = workspace.read(listing.page, Listing(kind="person"), 0, 1)
    sent = NominationDraft(round_uid=place, person_uid=person.uid, award="CSTDT", state="DONG_Y", session_uid=session)
    records.create(workspace, sent)
    dialog = ReceivedDialog(page.listed.operations, 2025, book.window)
    dialog.take_sent()
    for key, text in (("number", "9/QD-UBND"), ("decided_on", "1/12/2025"), ("issuer", "UBND tỉnh")):
        type_into(dialog.form, key, text)
    press(dialog, "Ghi quyết định")
    assert "01/12/2025 trước ngày họp Hội đồng 10/12/2025" in dialog.message.text()
    assert count(book, "decision", number="9/QD-UBND") == 0
    press(dialog, "Ghi quyết định")
    assert count(book, "decision", number="9/QD-UBND") == 1
