"""From a decision to paper: what the page shows is what is saved, printed and remembered."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.printing.certificates import Certificates, certificates_of
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.printings import sheets_of
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_checks import checks, tags
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS, Proof
from cluster_desktop.ui.printing.print_output import proposed_name
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.printing.printing import PrintChoice
from tests.ui.print_desk import decide, done, opened, settled, tag_words, texts, turned_to
from tests.ui.questions import naming_file

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MERIT, FIGHTER, WORKER, COMMENDATION, ATTESTATION, STAFF, REGISTER, EVENTS = PRINT_ITEMS[:8]


@pytest.fixture
def page(print_page: PrintPage) -> PrintPage:
    return print_page


def test_the_certificates_of_the_year_are_there_at_once(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    proof = opened(qtbot, page)
    assert page.bar.print.text() == "&In 3 tờ"
    assert page.view.page_count == 3
    assert ["LÒ THỊ ƠN" in text for text in texts(proof.pdf)] == [True, False, False]
    assert page.choices.source.text() == "Quyết định: 48/QĐ-TCT ngày 05/01/2021"
    assert tag_words(page) == ["Đủ nét chữ", "Số không trùng"]


def test_a_tile_shows_only_its_own_award(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    proof = turned_to(qtbot, page, 1)
    (text,) = texts(proof.pdf)
    assert "TRẦN AN" in text
    assert "CHIẾN SĨ THI ĐUA CƠ SỞ" in text


def test_decisions_of_the_year_come_first_and_others_can_be_chosen(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str, decision: str
) -> None:
    decide(workspace, unit, "50/QĐ-TCT", 2021, {"Bùi Ba": "GK"})
    decide(workspace, unit, "51/QĐ-TCT", 2021, {"Vàng Thị Dợ": "LDTT"})
    opened(qtbot, page)
    chip = page.choices.source
    assert [(choice.words, choice.group) for choice in chip.choices] == [
        ("48/QĐ-TCT ngày 05/01/2021", ""),
        ("50/QĐ-TCT ngày 05/01/2022", "Năm 2021"),
    ]
    chip.menu().aboutToShow.emit()
    later = chip.menu().actions()[1].menu()
    assert isinstance(later, QMenu)
    later.actions()[0].trigger()
    (text,) = texts(settled(qtbot, page).pdf)
    assert "BÙI BA" in text


def test_a_year_without_a_decision_says_what_to_do(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    page.set_year(2018)
    proof = opened(qtbot, page)
    assert not proof.pdf
    assert page._empty.title.text() == "Năm 2018 chưa có quyết định tặng Giấy khen"
    assert not page.bar.print.isEnabled()
    buttons = page._empty.findChildren(type(page.bar.pdf))
    with qtbot.waitSignal(page.record_requested) as asked:
        buttons[0].click()
    assert asked.args == ["decision", ""]


def test_on_blanks_only_what_differs_is_printed(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    whole = opened(qtbot, page)
    page.choices.blank.click()
    bare = settled(qtbot, page)
    assert "GIẤY KHEN" in texts(whole.pdf)[0]
    assert "GIẤY KHEN" not in texts(bare.pdf)[0]
    assert "LÒ THỊ ƠN" in texts(bare.pdf)[0]
    assert page.choices.blank.text() == "Chỉ in chữ lên phôi: bật"


def test_the_saved_file_is_the_one_on_show_and_the_register_knows(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, page)
    target = tmp_path / "Giấy của tôi"
    with naming_file(target) as proposed, qtbot.waitSignal(operations.notice) as notice:
        page.bar.pdf.click()
    assert proposed == ["Giấy khen 48-QĐ-TCT 2021-01-05.pdf"]
    assert target.with_suffix(".pdf").read_bytes() == proof.pdf
    assert "Đã lưu 3 tờ" in notice.args[0]
    assert "ghi nhớ" in notice.args[0]
    assert notice.args[1] is True
    after = settled(qtbot, page)
    assert after.printed == 3
    assert tag_words(page)[-1] == "Đã in trước đây 3 tờ"
    undo.undo(operations.workspace)
    assert len(operations.workspace.read(sheets_of, after.batch.award_uids)) == 0


def test_the_next_file_is_proposed_in_the_same_folder(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    opened(qtbot, page)
    with naming_file(tmp_path / "một.pdf"):
        page.save()
    done(qtbot, operations)
    settled(qtbot, page)
    with naming_file(Path("hai.pdf")):
        page.save()
    done(qtbot, operations)
    assert (tmp_path / "hai.pdf").exists()


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_remembered(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, page)
    with qtbot.waitSignal(operations.failed) as notice:
        page.output.write_pdf(proof, tmp_path / "không có" / "x.pdf")
    assert "thư mục" in notice.args[0]
    assert len(operations.workspace.read(sheets_of, proof.batch.award_uids)) == 0
    assert page.proof is proof
    assert page.bar.print.isEnabled()


def test_one_file_for_each_person(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, page)
    folder = tmp_path / proposed_name(proof)
    with qtbot.waitSignal(operations.notice) as notice:
        page.output.write_each(proof, folder)
    assert sorted(file.name for file in folder.iterdir()) == [
        "001 Lò Thị Ơn.pdf",
        "002 Giàng A Páo.pdf",
        "003 Sùng Ân.pdf",
    ]
    assert str(folder) in notice.args[0]
    assert settled(qtbot, page).printed == 3


def test_stopping_in_the_middle_leaves_no_files(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, page)
    folder = tmp_path / "Từng tờ"

    def stop_at_once(text: str) -> None:
        sentences.append(text)

    sentences: list[str] = []
    operations.failed.connect(stop_at_once)
    page.output.write_each(proof, folder)
    operations._workers[0].progress.stopped = True
    done(qtbot, operations)
    assert "Đã dừng" in sentences[0]
    assert not folder.exists()
    assert len(operations.workspace.read(sheets_of, proof.batch.award_uids)) == 0


def test_only_printed_sheets_are_remembered(
    qtbot: QtBot, page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, page)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "giấy.pdf"))
    choice = PrintChoice(printer="Máy in thử", copies=1, first=2, last=3)
    with qtbot.waitSignal(operations.notice) as notice:
        page.output.send(proof, printer, choice)
    assert "Đã gửi 2 tờ tới máy in “Máy in thử”" in notice.args[0]
    assert len(operations.workspace.read(sheets_of, proof.batch.award_uids[:1])) == 0
    assert len(operations.workspace.read(sheets_of, proof.batch.award_uids[1:])) == 2
    printed = PdfDocument(tmp_path / "giấy.pdf")
    assert len(printed) == 2
    printed.close()


def test_what_has_to_be_put_right_is_listed_and_not_printed(
    qtbot: QtBot, page: PrintPage, operations: Operations, workspace: Workspace, unit: str
) -> None:
    decide(workspace, unit, "48/QĐ-TCT", 2020, {"Lò Thị Ơn": "GK", "Trần An ☃": "GK"})
    proof = opened(qtbot, page)
    assert tag_words(page) == ["1 tờ thiếu nét chữ", "Số không trùng"]
    with qtbot.waitSignal(operations.failed) as notice:
        page.print()
    assert "1 tờ phải sửa" in notice.args[0]
    assert page.bar.list.isVisible()
    assert page.view.page == 1
    assert page.bar.list.item(0).text().startswith("Tờ 2")
    assert len(workspace.read(sheets_of, proof.batch.award_uids)) == 0


def test_a_finding_leads_to_its_page(qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str) -> None:
    names = ["Lò Thị Ơn", "Trần An", "Nguyễn Thị " + "Hoàng Phương Thảo " * 10, "Sùng Ân"]
    decide(workspace, unit, "48/QĐ-TCT", 2020, dict.fromkeys(names, "GK"))
    opened(qtbot, page)
    assert tag_words(page)[0] == "1 tên dài đã thu nhỏ"
    page.bar.link.click()
    row = page.bar.list.visualItemRect(page.bar.list.item(0)).center()
    qtbot.mouseClick(page.bar.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert page.view.page == 2
    qtbot.keyClick(page.bar.list, Qt.Key.Key_Escape)
    assert not page.bar.list.isVisible()


def test_numbers_used_twice_are_told(qtbot: QtBot, page: PrintPage, workspace: Workspace, decision: str) -> None:
    proof = opened(qtbot, page)
    first, *others = proof.batch.contents
    doubled = [first, *(replace(content, golden_book="07") for content in others)]
    batch = Certificates(proof.batch.decision, proof.batch.award_uids, tuple(doubled))
    result = replace(proof, batch=batch)
    assert "1 số bị trùng" in [tag.text for tag in tags(result)]
    assert "Số không trùng" not in [tag.text for tag in tags(result)]
    (texts,) = [check for check in checks(result) if "07" in check.sentence]
    assert "Giàng A Páo, Sùng Ân" in texts.sentence
    assert texts.page == 2


def test_a_sheet_without_a_number_is_told(qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str) -> None:
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, {"Lò Thị Ơn": "GK"})
    person = records.create(workspace, PersonDraft(full_name="Sùng Ân", unit_uid=unit)).uids[0]
    records.create(workspace, AwardDraft(decision_uid=decision, award="GK", person_uid=person))
    results = checks(opened(qtbot, page))
    assert tag_words(page) == ["Đủ nét chữ", "1 tờ chưa có số"]
    assert [check.page for check in results if "chưa có số thứ tự" in check.sentence] == [1]


def test_choices_made_in_haste_show_only_the_last(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    widget: list[Proof] = []
    page.maker.ready.connect(widget.append)
    for item in (STAFF, EVENTS, REGISTER, FIGHTER):
        page.show_item(item)
    proof = settled(qtbot, page)
    assert [each.order.item for each in widget] == [FIGHTER]
    assert "TRẦN AN" in texts(proof.pdf)[0]


def test_a_page_out_of_sight_waits_until_it_is_seen(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    page.reread(None)
    assert not page.maker.busy
    assert opened(qtbot, page).sheets == 3


def test_what_changes_elsewhere_is_on_the_paper(
    qtbot: QtBot, page: PrintPage, operations: Operations, unit: str, decision: str
) -> None:
    opened(qtbot, page)
    page.view.go_to(2)
    person = records.create(operations.workspace, PersonDraft(full_name="Vàng Thị Dợ", unit_uid=unit)).uids[0]
    line = AwardDraft(decision_uid=decision, ordinal=5, award="GK", person_uid=person)
    with qtbot.waitSignal(page.maker.ready):
        operations.run(lambda: records.create(operations.workspace, line))
    assert "VÀNG THỊ DỢ" in texts(settled(qtbot, page).pdf)[3]
    assert page.view.page == 2


def test_arrow_keys_go_from_tile_to_tile(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    page.tiles.tiles[0].setFocus()
    qtbot.keyClick(page.tiles.tiles[0], Qt.Key.Key_Down)
    assert settled(qtbot, page).order.item == FIGHTER
    assert page.tiles.tiles[1].isChecked()


def test_a_report_of_one_unit_goes_into_a_workbook(
    qtbot: QtBot, page: PrintPage, operations: Operations, unit: str, person: str, tmp_path: Path
) -> None:
    opened(qtbot, page)
    turned_to(qtbot, page, PRINT_ITEMS.index(STAFF))
    assert not page.bar.excel.isHidden()
    assert page.bar.more.isHidden()
    units = page.choices.unit
    units.menu().aboutToShow.emit()
    units.menu().actions()[1].trigger()
    proof = settled(qtbot, page)
    assert "Trường Chính trị tỉnh Lào Cai" in texts(proof.pdf)[0]
    assert proposed_name(proof).startswith("Thống kê đội ngũ ")
    with qtbot.waitSignal(operations.notice):
        page.output.write_as(proof, tmp_path / "Thống kê.xlsx")
    assert (tmp_path / "Thống kê.xlsx").read_bytes().startswith(b"PK")


def test_reports_follow_the_year_unless_another_is_chosen(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    assert turned_to(qtbot, page, PRINT_ITEMS.index(REGISTER)).order.report_year == 2020
    page.choices.year.chosen.emit("")
    assert settled(qtbot, page).order.report_year is None
    page.set_year(2019)
    assert settled(qtbot, page).order.report_year == 2019


def test_a_decision_asked_for_elsewhere_is_shown(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, unit: str, decision: str
) -> None:
    other = decide(workspace, unit, "50/QĐ-TCT", 2021, {"Bùi Ba": "GK"})
    opened(qtbot, page)
    assert page.show_record("print", other)
    assert settled(qtbot, page).source.name == "50/QĐ-TCT"
    titles = decide(workspace, unit, "51/QĐ-TCT", 2021, {"Đỗ Tư": "CSTDCS"})
    assert page.show_record("print", titles)
    assert settled(qtbot, page).source.name == "51/QĐ-TCT"
    assert page.choices.item.title == "Chiến sĩ thi đua cơ sở"
    assert page.show_record("print", "pledge")
    assert settled(qtbot, page).document.title == "Bản giao ước thi đua"
    assert not page.show_record("person", other)


def test_a_stopped_proof_can_be_made_again(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    page.make()
    page.making.stop.click()
    assert page.proof is None
    assert page._empty.title.text() == "Đã dừng"
    page.make()
    assert settled(qtbot, page).sheets == 3


def test_small_windows_keep_everything_in_sight(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    page.resize(850, 440)
    opened(qtbot, page)
    for widget in (page.tiles, page.choices.source, page.choices.blank, page.pager, page.bar.print):
        corner = widget.mapTo(page, widget.rect().bottomRight())
        assert corner.x() <= 850, widget.accessibleName()
        assert corner.y() <= 440, widget.accessibleName()
    assert page.view.height() >= 120


def test_everything_has_a_name_for_screen_readers(qtbot: QtBot, page: PrintPage, decision: str) -> None:
    opened(qtbot, page)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget


def test_the_words_on_paper_are_those_of_the_register(
    qtbot: QtBot, page: PrintPage, workspace: Workspace, decision: str
) -> None:
    proof = opened(qtbot, page)
    names = [content.recipient_name for content in certificates_of(workspace, decision).contents]
    assert [content.recipient_name for content in proof.batch.contents] == [names[0], names[1], names[3]]
