"""The documents of the year on the printing page: each can be seen, saved for Word, and written into."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import EventDraft, ResultDraft
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Decision
from cluster_desktop.records.queries.printing.printings import sheets_of
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.own_words import OwnWordsDialog
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, PrintItem
from cluster_desktop.ui.printing.print_page import PrintPage
from tests.ui.print_desk import opened, settled, tag_words, texts, turned_to
from tests.ui.questions import answering

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(print_page: PrintPage) -> PrintPage:
    return print_page


@pytest.mark.parametrize("item", PRINT_ITEMS[5:], ids=lambda item: item.key)
def test_every_report_and_paper_can_be_seen_and_saved_for_word(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, item: PrintItem, tmp_path: Path
) -> None:
    opened(qtbot, page)
    proof = turned_to(qtbot, page, PRINT_ITEMS.index(item))
    assert proof.order.item == item
    assert not page.bar.word.isHidden()
    title = proof.document.title.upper()
    assert title in " ".join(texts(proof.pdf)[0].split())
    with qtbot.waitSignal(operations.notice):
        page.output.write_as(proof, tmp_path / "giấy.docx")
    assert title in [paragraph.text for paragraph in docx.Document(str(tmp_path / "giấy.docx")).paragraphs]


def test_a_year_without_a_decision_has_no_decision_to_show(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    page.set_year(2011)
    place = next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "decision")
    qtbot.mouseClick(page.tiles.tiles[place], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.maker.busy and page.proof is not None)
    assert page.stack.currentWidget() is not page.view
    assert not page.bar.word.isEnabled()


def test_what_the_office_writes_into_the_summary_is_shown_at_once(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str
) -> None:
    opened(qtbot, page)
    turned_to(qtbot, page, next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "annual-summary"))
    assert not page.choices.texts.isHidden()
    assert page.choices.unit.isHidden()
    qtbot.mouseClick(page.choices.texts, Qt.MouseButton.LeftButton)
    dialog = page.findChild(OwnWordsDialog)
    assert dialog is not None
    dialog.edits[WordsPart.PLANS].insertPlainText("Xây dựng nhà trường xanh")
    save = next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Lưu")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: page.proof is not None and "Xây dựng nhà trường xanh" in " ".join(texts(page.proof.pdf)))


def test_minutes_are_those_of_the_session_that_is_chosen(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str, person: str
) -> None:
    round_ = records.create(workspace, RoundDraft(name="Tổng kết năm", year=2025)).uids[0]
    for month, award in ((6, "LDTT"), (12, "CSTDCS")):
        meeting = CouncilSessionDraft(
            name=f"Phiên họp thứ {month}", year=2025, round_uid=round_, held_on=PartialDate(2025, month, 20)
        )
        before = records.create(workspace, meeting).uids[0]
        line = NominationDraft(round_uid=round_, person_uid=person, award=award, state="DONG_Y", session_uid=before)
        records.create(workspace, line)
    page.set_year(2025)
    opened(qtbot, page)
    turned_to(qtbot, page, next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "council-minutes"))
    assert page.choices.session.text() == "Phiên họp: Phiên họp thứ 12, 20/12/2025"
    earlier = next(choice for choice in page.choices.session.choices if "thứ 6" in choice.words)
    page.choices.session.chosen.emit(earlier.key)
    proof = settled(qtbot, page)
    assert "ngày 20 tháng 6 năm 2025" in " ".join(" ".join(texts(proof.pdf)).split())
    assert page.choices.session.text() == "Phiên họp: Phiên họp thứ 6, 20/06/2025"


def test_certificates_of_an_event_are_chosen_by_event(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str
) -> None:
    opened(qtbot, page)
    place = next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "giay-chung-nhan")
    qtbot.mouseClick(page.tiles.tiles[place], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is not page.view and not page.maker.busy)
    event = records.create(workspace, EventDraft(kind="HOI_THI", title="Hội thi 2020", year=2020, host_uid=unit)).uids[
        0
    ]
    records.create(workspace, ResultDraft(event_uid=event, discipline="hùng biện", performer="Tổ 1", prize="NHAT"))
    page.reread(None)
    qtbot.waitUntil(lambda: page.proof is not None and bool(page.proof.pdf))
    assert page.choices.source.text() == "Sự kiện: Hội thi 2020 (2020)"
    assert "TỔ 1" in texts(page.proof.pdf)[0]
    assert "Số không trùng" not in tag_words(page)


def test_an_own_layout_is_taken_shown_and_dropped(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    opened(qtbot, page)
    path = tmp_path / "mẫu.toml"
    with qtbot.waitSignal(operations.notice):
        page.own_layouts.write(path)
    text = path.read_text("utf-8").replace('title = "Giấy khen"', 'title = "Mẫu riêng"')
    path.write_text(text.replace('"GIẤY KHEN"', '"GIẤY TUYÊN DƯƠNG"'), "utf-8")
    page.own_layouts.take(path)
    qtbot.waitUntil(lambda: page.proof is not None and "GIẤY TUYÊN DƯƠNG" in texts(page.proof.pdf)[0])
    assert page.choices.layout_chip.text() == "Mẫu: Mẫu riêng"
    _editing, taking, writing, dropping = page.own_layouts.acts
    assert taking.isEnabled()
    assert writing.isEnabled()
    assert dropping.isEnabled()
    dropping.trigger()
    qtbot.waitUntil(lambda: page.proof is not None and "GIẤY KHEN" in texts(page.proof.pdf)[0])
    assert page.choices.layout_chip.text() == "Mẫu: mặc định"
    assert not dropping.isEnabled()


def test_four_sheets_go_to_a_page_and_are_remembered(
    qtbot: QtBot, page: PrintPage, operations: Operations, workspace: Workspace, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, page)
    with qtbot.waitSignal(operations.notice):
        page.output.write_several(proof, 4, 2, tmp_path / "bốn tờ.pdf")
    assert [text.count("GIẤY KHEN") for text in texts((tmp_path / "bốn tờ.pdf").read_bytes())] == [3]
    assert proof.batch is not None
    assert len(workspace.read(sheets_of, proof.batch.award_uids)) == 3


def test_a_paper_is_given_its_number_on_the_page(
    qtbot: QtBot, page: PrintPage, decision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, page)
    turned_to(qtbot, page, next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "submission"))
    assert page.choices.number.text() == "Số: chưa cấp"
    monkeypatch.setattr(QInputDialog, "getInt", lambda *words: (words[3] + 11, True))  # somebody types 12 over 1
    qtbot.mouseClick(page.choices.number, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.choices.number.text() == "Số: 12")
    assert "Số: 12/TTr-TCT" in texts(settled(qtbot, page).pdf)[0]
    turned_to(qtbot, page, next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "ballot"))
    assert page.choices.number.isHidden()


def test_words_for_the_summary_are_not_lost_unasked(qtbot: QtBot, page: PrintPage, operations: Operations) -> None:
    wording = compose(operations.workspace, "annual-summary", year=2020).wording
    assert wording is not None
    dialog = OwnWordsDialog(operations, wording, "Báo cáo tổng kết năm", page)
    dialog.show()
    dialog.edits[WordsPart.PLANS].insertPlainText("Đổi mới")
    with answering("Ở lại") as asked:
        dialog.reject()
    assert asked == ["Lời văn: Báo cáo tổng kết năm có thay đổi chưa lưu."]
    assert dialog.isVisible()
    with answering("&Lưu"):
        dialog.reject()
    assert not dialog.isVisible()
    again = OwnWordsDialog(operations, wording, "Báo cáo tổng kết năm", page)
    assert again.edits[WordsPart.PLANS].toPlainText() == "Đổi mới"


def test_a_paper_without_a_decision_offers_its_own_layouts_only(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    place = next(place for place, item in enumerate(PRINT_ITEMS) if item.key == "bang-khen")
    qtbot.mouseClick(page.tiles.tiles[place], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.maker.busy and page.stack.currentWidget() is not page.view)
    assert [choice.key for choice in page.choices.layout_chip.choices] == ["bang-khen"]


def test_a_list_begins_with_our_unit_and_a_decision_from_above_is_only_a_list(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str, decision: str
) -> None:
    other = UnitDraft(code="HAGIANG", name="Trường Chính trị tỉnh Hà Giang", short_name="Hà Giang")
    records.create(workspace, other)
    save_office(workspace, OfficeDraft(unit_uid=unit))
    opened(qtbot, page)
    proof = turned_to(qtbot, page, next(at for at, item in enumerate(PRINT_ITEMS) if item.key == "staff-list"))
    assert proof.order.unit_uid == unit
    page.choices.unit.chosen.emit("")
    assert settled(qtbot, page).order.unit_uid == ""
    with workspace.changing("Của cấp trên") as session:
        received = session.get_one(Decision, decision)
        received.unit_uid, received.issuer = None, "Ủy ban nhân dân tỉnh"
    proof = turned_to(qtbot, page, next(at for at, item in enumerate(PRINT_ITEMS) if item.key == "decision"))
    assert proof.document is not None
    assert "do Ủy ban nhân dân tỉnh ban hành nên chỉ in danh sách" in proof.document.remark
    assert tag_words(page)[0] == "Có lưu ý"
