"""Files of the same names: one question before anything is written, and Enter overwrites nothing."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.records.queries.printing.printings import sheets_of
from cluster_desktop.ui.kit import save_dialog
from cluster_desktop.ui.kit.existing_files import LEAVE, RENAME, REPLACE
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.name_files import NameFilesDialog
from cluster_desktop.ui.printing.print_items import Proof
from cluster_desktop.ui.printing.print_output import proposed_name
from cluster_desktop.ui.printing.print_page import PrintPage
from tests.ui.print_desk import done, opened
from tests.ui.questions import answering, meeting, naming_file

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NAMES = ("001 Lò Thị Ơn.pdf", "002 Giàng A Páo.pdf", "003 Sùng Ân.pdf")
SIGNED = {NAMES[0]: b"signed, scanned", NAMES[2]: b"signed too"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which two of three names are taken."""
    folder = tmp_path / "giấy"
    folder.mkdir()
    for name, content in SIGNED.items():
        (folder / name).write_bytes(content)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pressing(key: Qt.Key) -> list[str]:
    """Press a key in the next question; gives what it asked."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        QTest.keyClick(box, key)

    QTimer.singleShot(200, press)
    return asked


def printed(operations: Operations, proof: Proof) -> int:
    assert proof.batch is not None
    return len(operations.workspace.read(sheets_of, proof.batch.award_uids))


def test_names_that_are_taken_are_listed_and_replaced_after_a_yes(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, folder: Path
) -> None:
    proof = opened(qtbot, print_page)
    with answering(REPLACE) as asked:
        print_page.output.write_each(proof, folder)
    done(qtbot, operations)
    assert "đã có 2 trong 3 tệp sắp ghi: “001 Lò Thị Ơn.pdf”, “003 Sùng Ân.pdf”." in asked[0]
    assert sorted(files(folder)) == sorted(NAMES)
    assert all(content.startswith(b"%PDF") for content in files(folder).values())
    assert printed(operations, proof) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_overwrite_nothing(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, folder: Path, key: Qt.Key
) -> None:
    proof = opened(qtbot, print_page)
    asked = pressing(key)
    print_page.output.write_each(proof, folder)
    done(qtbot, operations)
    assert len(asked) == 1
    beside = ["001 Lò Thị Ơn (2).pdf", "002 Giàng A Páo.pdf", "003 Sùng Ân (2).pdf"]
    new = beside if key == Qt.Key.Key_Return else []
    assert files(folder).items() >= SIGNED.items()
    assert sorted(files(folder).keys() - SIGNED.keys()) == new
    assert printed(operations, proof) == len(new)


@pytest.mark.parametrize("words", [RENAME, LEAVE])
def test_other_answers_leave_the_earlier_files(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, folder: Path, words: str
) -> None:
    proof = opened(qtbot, print_page)
    with answering(words):
        print_page.output.write_each(proof, folder)
    done(qtbot, operations)
    assert files(folder).items() >= SIGNED.items()
    assert printed(operations, proof) == (3 if words == RENAME else 0)


@pytest.mark.parametrize("step", range(len(NAMES)))
def test_a_stop_at_any_file_leaves_the_earlier_files_and_the_register(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, folder: Path, step: int
) -> None:
    proof = opened(qtbot, print_page)
    with answering(REPLACE), qtbot.waitSignal(operations.failed) as notice:
        print_page.output.write_each(proof, folder)
        (worker,) = operations._workers
        if step:
            progress = worker.progress
            progress.moved.connect(
                lambda number, *_: setattr(progress, "stopped", number >= step), Qt.ConnectionType.DirectConnection
            )
        else:
            worker.progress.stopped = True
    done(qtbot, operations)
    assert "Đã dừng" in notice.args[0]
    assert files(folder) == SIGNED
    assert printed(operations, proof) == 0


def test_the_second_time_the_same_folder_is_asked_about(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, decision: str, tmp_path: Path
) -> None:
    proof = opened(qtbot, print_page)
    folder = tmp_path / proposed_name(proof)

    with meeting(NameFilesDialog, NameFilesDialog.accept), naming_file(tmp_path):
        print_page.output.save_each(proof)
    done(qtbot, operations)
    first = files(folder)
    assert sorted(first) == sorted(NAMES)
    with meeting(NameFilesDialog, NameFilesDialog.accept), naming_file(tmp_path), answering(LEAVE) as asked:
        print_page.output.save_each(proof)
    assert str(folder) in asked[0]
    assert files(folder) == first


def test_a_name_with_a_dot_gets_its_suffix_and_is_asked_about_under_its_whole_name(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with naming_file(tmp_path / "Danh sách 5.1"):
        assert save_dialog.ask_file(window, "Xuất danh sách", "x", ".xlsx") == tmp_path / "Danh sách 5.1.xlsx"
    (tmp_path / "Danh sách 5.1.xlsx").write_bytes(json.dumps("mine").encode())
    with naming_file(tmp_path / "Danh sách 5.1"), answering(LEAVE) as asked:
        assert save_dialog.ask_file(window, "Xuất danh sách", "x", ".xlsx") is None
    assert "Danh sách 5.1.xlsx" in asked[0]
