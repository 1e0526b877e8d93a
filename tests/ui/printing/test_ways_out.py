"""Every way from the printing page to a file or a printer, with the questions on it and what comes of saying no."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QInputDialog, QLabel
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.printing.signing import own_key_text
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.printings import sheets_of
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.calibrate import CalibrateDialog
from cluster_desktop.ui.printing.name_files import NameFilesDialog
from cluster_desktop.ui.printing.print_choice import PrintDialog
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.printing.printing import PrintChoice
from cluster_desktop.ui.printing.printings_tab import PrintingsTab
from cluster_desktop.ui.printing.verify import VerifyDialog
from tests.flows.hand import Hand, button
from tests.ui.patience import PATIENCE
from tests.ui.print_desk import done, opened, paper_printer, settled, texts, turned_to
from tests.ui.questions import meeting, naming_file, typing_number

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
STAFF = PRINT_ITEMS[5]
ALL = PrintChoice(printer="HP 1020", copies=1, first=1, last=3)


@pytest.fixture
def hand(qtbot: QtBot, print_page: PrintPage, decision: str) -> Hand:
    """A hand at the certificates of the decision."""
    opened(qtbot, print_page)
    with qtbot.waitActive(print_page):
        print_page.activateWindow()
    return Hand(qtbot, print_page)


def printed(print_page: PrintPage, workspace: Workspace) -> int:
    """How many sheets the register knows of."""
    assert print_page.proof is not None
    register = workspace.read(sheets_of, print_page.proof.batch.award_uids)
    counts: list[int] = [len(sheets) for sheets in register.values()]
    return sum(counts)


def other_way(print_page: PrintPage, words: str) -> None:
    """Choose an entry of the menu beside the button that saves."""
    (entry,) = [action for action in print_page.bar.more.menu().actions() if words in action.text()]
    entry.trigger()


def test_four_to_a_page_are_asked_where_they_begin_and_one_each_how_they_are_called(
    qtbot: QtBot, hand: Hand, print_page: PrintPage, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    four = tmp_path / "bốn.pdf"
    with typing_number(None) as first:
        other_way(print_page, "4 tờ trên một trang")
    assert first == [1]
    for path in (None, four):
        with typing_number(3), naming_file(path) as proposed:
            other_way(print_page, "4 tờ trên một trang")
        assert proposed == ["Giấy khen 48-QĐ-TCT 2021-01-05 4 tờ một trang.pdf"]
    done(qtbot, operations)
    # two places of the first page are used up
    assert [text.count("GIẤY KHEN") for text in texts(four.read_bytes())] == [
        2,
        1,
    ]
    settled(qtbot, print_page)
    assert printed(print_page, workspace) == 3

    with meeting(NameFilesDialog, NameFilesDialog.reject):
        other_way(print_page, "Lưu mỗi người")

    def call_by_name(dialog: NameFilesDialog) -> None:
        dialog.edit.setText("{ten}")
        dialog.accept()

    with meeting(NameFilesDialog, call_by_name), naming_file(tmp_path):
        other_way(print_page, "Lưu mỗi người")
    done(qtbot, operations)
    folder = tmp_path / "Giấy khen 48-QĐ-TCT 2021-01-05"
    assert {file.name for file in folder.iterdir()} == {"Lò Thị Ơn.pdf", "Giàng A Páo.pdf", "Sùng Ân.pdf"}
    settled(qtbot, print_page)
    assert printed(print_page, workspace) == 6


def test_a_report_is_saved_for_word_excel_and_as_pdf(
    qtbot: QtBot, hand: Hand, print_page: PrintPage, operations: Operations, person: str, tmp_path: Path
) -> None:
    turned_to(qtbot, print_page, PRINT_ITEMS.index(STAFF))
    starts = {}
    for words, suffix in (("Lưu Word", ".docx"), ("Lưu Excel", ".xlsx"), ("Lưu PDF", ".pdf")):
        path = tmp_path / f"thống kê{suffix}"
        for name in (None, path):
            with naming_file(name) as proposed:
                hand.click_button(words, print_page.bar)
            done(qtbot, operations)
            assert proposed[0].endswith(suffix)
        starts[suffix] = path.read_bytes()[:2]
    assert starts == {".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%P"}


def test_without_a_printer_a_file_is_offered_and_one_that_is_gone_is_told(
    qtbot: QtBot,
    hand: Hand,
    print_page: PrintPage,
    operations: Operations,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "giấy.pdf"
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with meeting(PrintDialog, press("Lưu PDF")), naming_file(path):
        hand.click(print_page.bar.print)
    done(qtbot, operations)
    assert path.read_bytes().startswith(b"%PDF")
    settled(qtbot, print_page)
    notes: list[str] = []

    def look_and_leave(dialog: PrintDialog) -> None:
        notes.extend(line.text() for line in dialog.findChildren(QLabel) if "in trước đây" in line.text())
        dialog.reject()

    with meeting(PrintDialog, look_and_leave):
        hand.press("Ctrl+P")
    assert notes == ["3 tờ đã in trước đây; in lại sẽ được ghi thêm vào sổ khen thưởng."]

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["HP 1020"])

    def switched_off(dialog: PrintDialog) -> None:
        with meeting(CalibrateDialog, CalibrateDialog.reject):
            press("Căn chỉnh máy in này")(dialog)
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
        dialog.accept()

    with meeting(PrintDialog, switched_off), qtbot.waitSignal(operations.failed) as failed:
        hand.click(print_page.bar.print)
    assert failed.args == ["Máy tính không còn máy in “HP 1020”. Hãy chọn máy in khác."]
    assert printed(print_page, workspace) == 3


def press(words: str) -> Callable[[QDialog], None]:
    """Press the button of a dialog that says *words*."""
    return lambda dialog: button(words, dialog).click()


def test_a_jam_is_answered_in_the_row_below_and_printing_goes_on_from_there(
    qtbot: QtBot, hand: Hand, print_page: PrintPage, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    row = print_page.outcome
    for number in (None, 3):  # pressed by mistake: nothing was asked for; all came out after all
        print_page.output.send(settled(qtbot, print_page), paper_printer(tmp_path / "giấy.pdf", 96), ALL)
        done(qtbot, operations)
        settled(qtbot, print_page)
        assert row.isVisible()
        with typing_number(number) as proposed:
            hand.click_button("Kẹt giấy", row)
        assert proposed == [3]
        assert row.isVisible() is (number is None)
    print_page.output.send(settled(qtbot, print_page), paper_printer(tmp_path / "giấy.pdf", 96), ALL)
    done(qtbot, operations)
    settled(qtbot, print_page)
    with typing_number(2):
        hand.click_button("Kẹt giấy", row)
    assert "ra đến tờ 2; còn 1 tờ, in tiếp từ tờ 3" in row.banner.text()
    settled(qtbot, print_page)
    with meeting(PrintDialog, PrintDialog.reject):
        hand.click_button("In tiếp", row)
    assert row.isHidden()
    print_page.output.send(settled(qtbot, print_page), paper_printer(tmp_path / "giấy.pdf", 96), ALL)
    done(qtbot, operations)
    settled(qtbot, print_page)
    hand.click_button("Ra đủ", row)
    assert row.isHidden()


def test_a_printed_sheet_is_made_void_and_printed_again_for_a_reason(
    qtbot: QtBot, hand: Hand, print_page: PrintPage, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    tab = PrintingsTab(operations)
    qtbot.addWidget(tab)
    operations.changed.connect(tab.reread)
    award = print_page.proof.batch.award_uids[0]
    tab.show_record(workspace.read(listing.find, "award", award))
    tab.show()
    assert tab.count.text() == "Chưa in tờ nào."
    with qtbot.waitSignal(tab.print_requested) as asked:
        hand.click_button("In…", tab)
    assert asked.args == [award]
    print_page.output.write_pdf(settled(qtbot, print_page), tmp_path / "giấy.pdf")
    done(qtbot, operations)
    qtbot.waitUntil(lambda: tab.count.text() == "Đã in 1 lần, 1 tờ còn giá trị.")
    for words in ("Hủy tờ này", "In lại"):
        with meeting(QInputDialog, QInputDialog.reject):
            hand.click_button(words, tab)
    assert tab.count.text() == "Đã in 1 lần, 1 tờ còn giá trị."
    with meeting(QInputDialog, reason("Bị ướt")), qtbot.waitSignal(tab.print_requested):
        hand.click_button("In lại", tab)
    qtbot.waitUntil(lambda: tab.list.item(0).text().endswith(": Cấp lại: Bị ướt"))
    settled(qtbot, print_page)
    print_page.output.write_pdf(settled(qtbot, print_page), tmp_path / "giấy.pdf")
    done(qtbot, operations)
    qtbot.waitUntil(lambda: tab.count.text() == "Đã in 2 lần, 1 tờ còn giá trị.")
    with meeting(QInputDialog, reason("Mất")):
        hand.click_button("Hủy tờ này", tab)
    qtbot.waitUntil(lambda: tab.list.item(0).text().endswith(": Mất"))
    assert tab.count.text() == "Đã in 2 lần, không tờ nào còn giá trị."


def reason(words: str) -> Callable[[QInputDialog], None]:
    """Type a reason where one is asked for."""

    def enter(dialog: QInputDialog) -> None:
        dialog.setTextValue(words)
        dialog.accept()

    return enter


def test_a_picture_is_checked_a_wrong_key_refused_and_the_own_one_copied(
    qtbot: QtBot, hand: Hand, print_page: PrintPage, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    hand.click_button("Kiểm tra giấy", print_page)
    dialog = print_page.findChild(VerifyDialog)
    assert dialog is not None
    for words, sentence in (
        ("STDK1:hỏng", "không phải khóa công khai của một sổ"),
        ("STD1:hỏng", "nên không đọc được"),
        ("chữ nào đó", "không phải"),
    ):
        dialog.text.setPlainText(words)
        hand.click_button("Kiểm tra chữ đã dán", dialog)
        assert sentence in dialog.banner.text()
    empty = tmp_path / "trắng.png"
    Image.new("RGB", (40, 40), "white").save(empty)
    with naming_file(None):
        hand.click_button("Chọn ảnh", dialog)
    with naming_file(empty):
        hand.click_button("Chọn ảnh", dialog)
    qtbot.waitUntil(lambda: not operations.busy, timeout=PATIENCE)
    assert dialog.banner.text().startswith("Không tìm thấy mã kiểm tra đọc được.")
    hand.click_button("Chép khóa công khai", dialog)
    assert dialog.banner.text().startswith("Đã chép khóa công khai của sổ này.")
    assert QGuiApplication.clipboard().text() == own_key_text(workspace)
    hand.click_button("Đóng", dialog)
