"""Batches on their way to paper: some sheets only, a jam half-way, resuming, codes, numbers, void and again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.commands.printing.printings import void_sheets, waiting
from cluster_desktop.commands.printing.signing import own_key_text
from cluster_desktop.commands.printing.verifying import CodeOutcome, verify_file
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.events.events import EventDraft, ResultDraft
from cluster_desktop.domain.printing.certificate_code import code_text, message, read_code
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.printings import sheets_of
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.choose_sheets import ChooseSheetsDialog
from cluster_desktop.ui.printing.give_numbers import GiveNumbersDialog
from cluster_desktop.ui.printing.name_files import NameFilesDialog
from cluster_desktop.ui.printing.print_checks import checks
from cluster_desktop.ui.printing.print_choice import PrintDialog
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.printing.printing import PrintChoice
from cluster_desktop.ui.printing.printings_tab import PrintingsTab
from tests.ui.print_desk import done, opened, paper_printer, settled, tag_words, texts, turned_to

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
REST = PrintChoice(printer="HP 1020", copies=1, first=1, last=3, only=(1, 2))
ALL = PrintChoice(printer="HP 1020", copies=1, first=1, last=3)


class GonePrinter(QPrinter):
    """A printer whose paper is a file, and which is switched off after some sheets."""

    def __init__(self, path: Path, sheets: int) -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._left = sheets - 1

    @override
    def newPage(self) -> bool:
        self._left -= 1
        return self._left >= 0 and super().newPage()


def test_only_the_ticked_sheets_are_shown_saved_and_remembered(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    opened(qtbot, print_page)

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChooseSheetsDialog)
        dialog.numbers.textEdited.emit("3, 1")
        dialog.accept()

    QTimer.singleShot(100, tick)
    print_page.choices.sheets.click()
    proof = settled(qtbot, print_page)
    assert ["LÒ THỊ ƠN" in texts(proof.pdf)[0], "SÙNG ÂN" in texts(proof.pdf)[1]] == [True, True]
    assert print_page.choices.sheets.text() == "Tờ: 2 trong 3"
    print_page.output.write_pdf(proof, tmp_path / "hai tờ.pdf")
    done(qtbot, operations)
    assert proof.whole is not None
    assert waiting(operations.workspace, proof.whole) == (1,)
    print_page.set_year(2020)
    assert settled(qtbot, print_page).sheets == 3


def test_sheets_are_chosen_by_ticks_by_numbers_or_those_that_wait(qtbot: QtBot) -> None:
    dialog = ChooseSheetsDialog(["An", "Ba", "Cả", "Dung"], range(4), (1, 3))
    qtbot.addWidget(dialog)
    assert dialog.numbers.text() == "1-4"
    dialog.only_waiting.click()
    assert (dialog.places, dialog.numbers.text()) == ((1, 3), "2, 4")
    dialog.numbers.clear()
    dialog.numbers.textEdited.emit("9")
    assert "từ 1 đến 4" in dialog.error.text()
    assert not dialog.accepting.isEnabled()
    dialog.numbers.textEdited.emit("2-")
    assert dialog.places == (1, 2, 3)
    dialog.numbers.textEdited.emit("")
    assert dialog.count.text() == "Chưa chọn tờ nào"
    assert not dialog.accepting.isEnabled()


def test_a_printer_gone_half_way_is_told_and_only_the_sheets_it_got_are_remembered(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, print_page)
    with qtbot.waitSignal(operations.failed) as notice:
        print_page.output.send(proof, GonePrinter(tmp_path / "giấy.pdf", 2), ALL)
    assert "“HP 1020” ngừng giữa chừng sau tờ số 2; 2 tờ đã gửi được ghi vào sổ" in notice.args[0]
    assert settled(qtbot, print_page).waiting == (2,)
    assert "từ tờ 1 đến tờ 2" in print_page.outcome.banner.text()


def test_after_a_jam_the_rest_is_proposed_until_all_is_out(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, print_page)
    print_page.output.send(proof, paper_printer(tmp_path / "một.pdf", 96), ALL)
    done(qtbot, operations)
    assert "Đã gửi 3 tờ, từ tờ 1 đến tờ 3 tới máy in “HP 1020”. Giấy ra đủ chưa?" in print_page.outcome.banner.text()
    print_page.outcome.jammed(1)
    jammed = settled(qtbot, print_page)
    assert "ra đến tờ 1; còn 2 tờ, in tiếp từ tờ 2" in print_page.outcome.banner.text()
    assert jammed.waiting == (1, 2)
    dialog = PrintDialog("In", "A4", jammed.sheets, ["HP 1020"], waiting=jammed.waiting)
    qtbot.addWidget(dialog)
    assert dialog.rest.text().replace("&", "") == "In tiếp 2 tờ chưa in, từ tờ 2"
    assert list(dialog.choice.pages) == [1, 2]
    dialog.everything.click()
    assert list(dialog.choice.pages) == [0, 1, 2]
    dialog.rest.click()
    print_page.output.send(jammed, paper_printer(tmp_path / "hai.pdf", 96), dialog.choice)
    done(qtbot, operations)
    finished = settled(qtbot, print_page)
    assert finished.waiting == ()
    print_page.outcome.close_question()
    assert not print_page.outcome.isVisible()
    sheets = operations.workspace.read(sheets_of, proof.batch.award_uids)
    assert [len(sheets[uid]) for uid in proof.batch.award_uids] == [1, 2, 2]


def test_when_all_came_out_nothing_is_asked_again(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, print_page)
    print_page.output.send(proof, paper_printer(tmp_path / "một.pdf", 96), ALL)
    done(qtbot, operations)
    print_page.outcome.jammed(3)
    assert print_page.outcome.outcome is None
    assert settled(qtbot, print_page).waiting == ()


def test_the_list_of_checks_says_when_a_sheet_was_printed_and_what_changed_since(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, workspace: Workspace, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, print_page)
    print_page.output.write_pdf(proof, tmp_path / "giấy.pdf")
    done(qtbot, operations)
    first, second, _third = proof.batch.award_uids
    with workspace.changing("Sửa") as session:
        from cluster_desktop.records.models import Award

        session.get_one(Award, first).citation = "Lời mới"
    (sheet,) = workspace.read(sheets_of, [second])[second]
    void_sheets(workspace, [sheet.uid], "rách")
    print_page.make()
    texts = [check.sentence for check in checks(settled(qtbot, print_page))]
    assert any(line.startswith("Lò Thị Ơn: đã in ngày") and "đã sửa thành tích" in line for line in texts)
    assert any("Giàng A Páo: tờ in ngày" in line and "đã hủy (rách); cần in lại" in line for line in texts)
    assert any(line.startswith("Tờ 3: đã in ngày") and "lời không đổi" in line for line in texts)


def test_a_code_is_printed_when_it_is_wanted_and_checks_out(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    assert not opened(qtbot, print_page).order.coded
    print_page.choices.code.click()
    proof = settled(qtbot, print_page)
    assert proof.order.coded
    print_page.output.write_pdf(proof, tmp_path / "giấy.pdf")
    done(qtbot, operations)
    verdicts = verify_file(operations.workspace, tmp_path / "giấy.pdf")
    assert [verdict.outcome for verdict in verdicts] == [CodeOutcome.GENUINE] * 3


def test_an_office_that_wants_codes_gets_them_from_the_start(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str
) -> None:
    assert not opened(qtbot, print_page).order.coded
    operations.tell(save_office(operations.workspace, OfficeDraft(code="CO")))
    assert settled(qtbot, print_page).order.coded
    assert print_page.choices.code.text() == "Mã kiểm tra: bật"


def test_an_office_layout_without_room_for_a_code_says_so(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str
) -> None:
    from cluster_desktop.commands.printing.layouts import keep_layout, layout_text

    text = layout_text(operations.workspace, "giay-khen")
    start = text.index("[code]")
    without = text[:start].rstrip().rpartition("\n")[0] + "\n\n" + text[text.index("[[stack]]") :]
    name, _changes = keep_layout(operations.workspace, "giay-khen", without.replace("Giấy khen", "Không mã", 1), "thử")
    opened(qtbot, print_page)
    print_page.choices.code.click()
    print_page.choices.choose_layout(name)
    proof = settled(qtbot, print_page)
    assert "không có chỗ cho mã" in checks(proof)[0].sentence
    assert not proof.blocking
    assert "1 mã khó đọc" in tag_words(print_page)


def test_the_check_takes_text_files_and_keys(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    opened(qtbot, print_page)
    print_page.choices.code.click()
    proof = settled(qtbot, print_page)
    print_page.output.write_pdf(proof, tmp_path / "giấy.pdf")
    done(qtbot, operations)
    dialog = print_page.verify()
    dialog.check_text()
    assert "Chưa dán chữ nào" in dialog.banner.text()
    code = proof.batch.contents[0].code
    dialog.text.setPlainText(code)
    dialog.check_text()
    assert dialog.banner.text().startswith("ĐÚNG")
    assert "Lò Thị Ơn" in dialog.details.toPlainText()
    parts = read_code(code)
    forged = message({**parts.words, "recipient_name": "Người <b>Khác</b>"}, parts.sheet)
    dialog.text.setPlainText(code_text(forged, parts.key_print, parts.signature))
    dialog.check_text()
    assert dialog.banner.text().startswith("KHÔNG ĐÚNG")
    assert "Người <b>Khác</b>" in dialog.details.toPlainText()
    dialog.check_file(tmp_path / "giấy.pdf")
    qtbot.waitUntil(lambda: not operations.busy, timeout=60_000)
    assert dialog.banner.text().startswith("3 mã. ĐÚNG")
    dialog.check_file(tmp_path / "không có.png")
    done(qtbot, operations)
    assert "Không tìm thấy" in dialog.banner.text()
    dialog.text.setPlainText(own_key_text(operations.workspace))
    dialog.check_text()
    assert "Chỉ nhận khi đã hỏi lại cơ quan ấy" in dialog.banner.text()
    dialog.banner.findChild(QPushButton).click()
    assert "Đã nhận khóa" in dialog.banner.text()
    dialog.close()


def test_names_of_files_are_shown_before_they_are_written(qtbot: QtBot, workspace: Workspace, decision: str) -> None:
    dialog = NameFilesDialog(certificates_of(workspace, decision, "giay-khen"), "{so} {ten}")
    qtbot.addWidget(dialog)
    assert dialog.names.text().splitlines()[0] == "01 Lò Thị Ơn.pdf"
    assert dialog.names.text().splitlines()[-1] == "… và 1 tệp khác"
    dialog.edit.setText("{so} {nơi}")
    assert "mục lạ {nơi}" in dialog.error.text()
    assert not dialog.accepting.isEnabled()
    dialog.edit.setText("{ten} - {don_vi}")
    assert dialog.names.text().startswith("Lò Thị Ơn - Trường Chính trị tỉnh Lào Cai.pdf")


def test_a_decision_is_numbered_after_what_will_be_is_shown(
    qtbot: QtBot, operations: Operations, decision: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = GiveNumbersDialog(operations, decision, "48/QĐ-TCT", window)
    assert dialog.plan.text() == "Cấp số cho 4 giấy: từ 001/GK-TCT đến 004/GK-TCT."
    dialog.pattern.setText("GK-TCT")
    assert "{so} đúng một lần" in dialog.error.text()
    assert not dialog.accepting.isEnabled()
    dialog.pattern.setText("{so:03d}/GK-TCT")
    dialog.start.setValue(7)
    dialog.give()
    done(qtbot, operations)
    assert dialog.result() == QDialog.DialogCode.Accepted
    batch = certificates_of(operations.workspace, decision, "giay-khen")
    assert [content.golden_book for content in batch.contents][-1] == "010/GK-TCT"
    again = GiveNumbersDialog(operations, decision, "48/QĐ-TCT", window)
    assert again.plan.text() == "Cả 4 giấy của quyết định này đã có số."
    assert "001/GK-TCT, 002/GK-TCT" in again.skipped.text()
    assert not again.accepting.isEnabled()


def test_a_spoiled_sheet_is_made_void_and_a_new_one_printed_for_that_person_only(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, workspace: Workspace, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, print_page)
    print_page.output.write_pdf(proof, tmp_path / "giấy.pdf")
    done(qtbot, operations)
    second = proof.batch.award_uids[1]
    tab = PrintingsTab(operations)
    qtbot.addWidget(tab)
    operations.changed.connect(tab.reread)
    tab.show_record(workspace.read(listing.find, "award", second))
    qtbot.waitUntil(lambda: tab.count.text() == "Đã in 1 lần, 1 tờ còn giá trị.")
    with qtbot.waitSignal(operations.failed):
        tab.print_again("  ")
    assert tab.void.isEnabled()
    with qtbot.waitSignal(tab.print_requested) as request:
        tab.print_again("Rách")
    qtbot.waitUntil(lambda: "Cấp lại: Rách" in tab.list.item(0).text())
    assert not tab.void.isEnabled()
    assert print_page.show_record("print", request.args[0])
    again = settled(qtbot, print_page)
    assert again.sheets == 1
    assert "GIÀNG A PÁO" in texts(again.pdf)[0]
    print_page.output.write_pdf(again, tmp_path / "lại.pdf")
    done(qtbot, operations)
    qtbot.waitUntil(lambda: tab.count.text() == "Đã in 2 lần, 1 tờ còn giá trị.")
    assert proof.whole is not None
    assert waiting(workspace, proof.whole) == ()


def test_a_title_asked_for_elsewhere_turns_to_its_tile(
    qtbot: QtBot, print_page: PrintPage, workspace: Workspace, decision: str
) -> None:
    opened(qtbot, print_page)
    title = certificates_of(workspace, decision, "giay-khen").award_uids[2]
    assert print_page.show_record("print", title)
    assert settled(qtbot, print_page).order.item.key == "chien-si"


def test_certificates_of_an_event_are_resumed_too_though_no_register_knows_them(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    games = EventDraft(kind="THE_THAO", title="Giao lưu", year=2020, starts_on=PartialDate(2020, 8, 22), host_uid=unit)
    event = records.create(workspace, games).uids[0]
    for prize in ("NHAT", "NHI", "BA"):
        draft = ResultDraft(event_uid=event, discipline="cờ tướng", performer=f"Đội {prize}", prize=prize)
        records.create(workspace, draft)
    opened(qtbot, print_page)
    proof = turned_to(qtbot, print_page, 4)
    with qtbot.waitSignal(operations.failed) as notice:
        print_page.output.send(proof, GonePrinter(tmp_path / "giấy.pdf", 2), ALL)
    assert "sau tờ số 2; 2 tờ đã gửi. Hãy xem" in notice.args[0]
    print_page.outcome.jammed(1)
    stopped = settled(qtbot, print_page)
    assert stopped.waiting == (1, 2)
    print_page.output.send(stopped, paper_printer(tmp_path / "hai.pdf", 96), REST)
    done(qtbot, operations)
    print_page.outcome.jammed(3)
    assert settled(qtbot, print_page).waiting == ()
