"""The dossier of a nomination, filled beside it: initiatives, papers of the office, evidence, its number."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.people.people import InitiativeDraft, PersonDraft
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.dossier_tab import DossierTab
from cluster_desktop.ui.awards.initiatives import InitiativesDialog
from cluster_desktop.ui.awards.report_words import ReportWordsDialog
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.flows.hand import Hand
from tests.ui.patience import PATIENCE
from tests.ui.questions import naming_file, typing_number
from tests.ui.sample_window import opened
from tests.ui.typing import type_into


def rows(book: OpenWorkspace, kind: str, **values: str) -> list[Row]:
    filters = tuple(Filter(key, (value,)) for key, value in values.items())
    return list(opened(book).read(listing.page, Listing(kind=kind, filters=filters)))


@pytest.fixture
def nominated(book: OpenWorkspace) -> dict[str, str]:
    """The nominations of one person with two initiatives for a title and for a commendation, by award."""
    workspace = opened(book)
    (unit,) = [row for row in rows(book, "unit") if row.shown["short_name"] == "Lào Cai"]
    (place,) = [row for row in rows(book, "round") if row.title == "Tổng kết thi đua năm 2020"]
    person = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit.uid)).uids[0]
    for title in ("Bài giảng điện tử", "Sổ theo dõi học viên"):
        records.create(workspace, InitiativeDraft(person_uid=person, title=title, year=2020, level="CO_SO"))
    uids = {}
    for award in ("CSTDCS", "BK_TINH"):
        draft = NominationDraft(round_uid=place.uid, person_uid=person, award=award, state="DE_NGHI")
        uids[award] = records.create(workspace, draft).uids[0]
    return uids


def dossier(book: OpenWorkspace, uid: str) -> DossierTab:
    """The dossier beside this nomination."""
    page = book.window.show_page("awards")
    assert isinstance(page, AwardsPage)
    page.show_record("nomination", uid)
    tabs = page.listed.record.tabs
    tabs.strip.turn(tabs.strip.offered().index("Hồ sơ"))
    tab = tabs.current_widget()
    assert isinstance(tab, DossierTab)
    return tab


def texts(tab: DossierTab) -> list[tuple[str, str]]:
    table = tab.table
    cells = [(table.item(row, 0), table.item(row, 1)) for row in range(table.rowCount())]
    return [(name.text(), state.text() if state else "") for name, state in cells]


def test_a_dossier_rests_on_the_initiatives_that_are_ticked_and_no_other_may_use_them_unseen(
    qtbot: QtBot, book: OpenWorkspace, nominated: dict[str, str]
) -> None:
    hand = Hand(qtbot, book.window)
    tab = dossier(book, nominated["CSTDCS"])
    hand.click_button("Sáng kiến", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, InitiativesDialog)
    lines = [dialog.list.item(place) for place in range(dialog.list.count())]
    assert [line.text() for line in lines] == [
        "2020 · Bài giảng điện tử · Cấp cơ sở",
        "2020 · Sổ theo dõi học viên · Cấp cơ sở",
    ]
    assert {line.checkState() for line in lines} == {Qt.CheckState.Checked}
    dialog.list.setFocus()
    hand.press("Space", "Down", "Space", "Ctrl+S")
    assert "Chưa chọn sáng kiến, đề tài nào." in dialog.message.text()
    hand.press("Space", "Ctrl+S")
    (use,) = rows(book, "initiative_use", nomination_uid=nominated["CSTDCS"])
    assert use.title == "Sổ theo dõi học viên"
    assert ("2020 · Sổ theo dõi học viên", "Cấp cơ sở") in texts(tab)

    tab = dossier(book, nominated["BK_TINH"])
    hand.click_button("Sáng kiến", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, InitiativesDialog)
    fresh, used = (dialog.list.item(place) for place in range(2))
    assert fresh.checkState() == Qt.CheckState.Checked
    assert used.checkState() == Qt.CheckState.Unchecked
    assert "Đã dùng cho “Chiến sĩ thi đua cơ sở” năm 2020, không dùng lại được" in used.text()
    hand.press("Ctrl+S")
    hand.click_button("Sáng kiến", tab)
    hand.press("Space", "Ctrl+S")
    assert any(state.startswith("đã dùng cho") for _name, state in texts(tab))
    hand.click_button("Sáng kiến", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, InitiativesDialog)
    assert dialog.list.count() == 0
    hand.press("Esc")


def test_papers_and_evidence_are_kept_with_the_dossier_and_taken_out_again(
    qtbot: QtBot, book: OpenWorkspace, nominated: dict[str, str], tmp_path: Path
) -> None:
    hand, uid = Hand(qtbot, book.window), nominated["CSTDCS"]
    tab = dossier(book, uid)
    hand.click_button("Thêm giấy tờ", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, RecordDialog)
    type_into(dialog.form, "name", "Bản sao bằng tốt nghiệp")
    hand.click_button("Lưu", dialog)
    (item,) = rows(book, "dossier_item", nomination_uid=uid)
    assert texts(tab)[-1] == ("Bản sao bằng tốt nghiệp", "Thiếu: chưa có")
    line = tab.table.visualRect(tab.table.model().index(tab.table.rowCount() - 1, 0)).center()
    hand.click(tab.table.viewport(), line)
    QTest.mouseDClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert texts(tab)[-1] == ("Bản sao bằng tốt nghiệp", "Có")
    assert opened(book).read(listing.find, "dossier_item", item.uid).shown["state"] == "Đã có"

    paper = tmp_path / "xác nhận.pdf"
    paper.write_bytes(b"%PDF-1.7 xac nhan")
    for name in (None, paper):
        with naming_file(name):
            hand.click_button("Minh chứng", tab)
    (file,) = rows(book, "attachment", nomination_uid=uid)
    assert file.values["file_name"] == "xác nhận.pdf"
    assert ("xác nhận.pdf", "minh chứng") in texts(tab)
    tab.keep([tmp_path / "không có.pdf"])
    assert "không có.pdf”. Hãy kiểm tra lại tên và thư mục." in book.window.status.text()
    large = tmp_path / "quay phim.mp4"
    with large.open("wb") as stream:
        stream.truncate(21 * 1024 * 1024)
    with naming_file(large):
        hand.click_button("Minh chứng", tab)
    assert "Tệp “quay phim.mp4” lớn 21 MB, quá 20 MB." in book.window.status.text()
    assert len(rows(book, "attachment", nomination_uid=uid)) == 1

    assert tab.summary.text().endswith("Tờ trình chưa cấp số")
    with typing_number(12):
        hand.click_button("Cấp số", tab)
    assert tab.summary.text().endswith("Tờ trình số 12")
    place = texts(tab).index(("xác nhận.pdf", "minh chứng"))
    tab.table.setCurrentCell(place, 0)
    tab.table.setFocus()
    hand.press("Space")  # only the office's own papers have a state to turn
    hand.press("Delete")
    assert rows(book, "attachment", nomination_uid=uid) == []
    with naming_file(tmp_path):
        hand.click_button("Lập hồ sơ", tab)
    qtbot.waitUntil(lambda: book.window.status.text().startswith("Đã lập hồ sơ"), timeout=PATIENCE)
    assert len(list(tmp_path.glob("Hồ sơ *"))) == 1


def test_a_report_is_written_beside_its_dossier_and_an_earlier_one_only_taken_on_request(
    qtbot: QtBot, book: OpenWorkspace, nominated: dict[str, str]
) -> None:
    hand = Hand(qtbot, book.window)
    tab = dossier(book, nominated["CSTDCS"])
    hand.click_button("Báo cáo", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, ReportWordsDialog)
    assert not dialog.earlier.isVisible()
    dialog.edit.setPlainText("Dạy 300 giờ.\nViết <b>02</b> bài báo.")
    hand.click_button("Lưu", dialog)
    assert ("Báo cáo thành tích", "Có") in texts(tab)

    tab = dossier(book, nominated["BK_TINH"])
    assert ("Báo cáo thành tích", "Thiếu: nội dung báo cáo thành tích") in texts(tab)
    hand.click_button("Báo cáo", tab)
    dialog = hand.dialog()
    assert isinstance(dialog, ReportWordsDialog)
    assert dialog.edit.toPlainText() == ""
    hand.click_button("Chép từ Chiến sĩ thi đua cơ sở năm 2020", dialog)
    dialog.edit.appendPlainText("Hướng dẫn 05 học viên.")
    hand.click_button("Lưu", dialog)
    (other,) = rows(book, "nomination", award="BK_TINH", person_uid=_person(book, nominated))
    assert other.values["achievement"] == "Dạy 300 giờ.\nViết <b>02</b> bài báo.\nHướng dẫn 05 học viên."


def _person(book: OpenWorkspace, nominated: dict[str, str]) -> str:
    return str(opened(book).read(listing.find, "nomination", nominated["CSTDCS"]).values["person_uid"])
