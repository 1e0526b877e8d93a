"""Files that bring their reader down: the window stays, tells it in a sentence, and reads the next one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.progress import ProgressDialog
from tests.exchange.bombs import SMALL
from tests.exchange.foreign_tables import foreign
from tests.ui.patience import PATIENCE


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, unit: str) -> ImportDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(Operations(workspace, window), STAFF, window)
    qtbot.addWidget(dialog)
    return dialog


def wait(qtbot: QtBot, dialog: ImportDialog) -> None:
    for _ in range(2):  # reading, then the plan
        qtbot.waitUntil(lambda: not dialog._operations.busy, timeout=PATIENCE)


def test_a_bomb_is_told_while_the_window_lives_and_the_next_file_is_read(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "phình.xlsx"
    SMALL["400 tỷ chuỗi.xlsx"](path)
    lived = []
    timer = QTimer(dialog)
    timer.timeout.connect(lambda: lived.append(dialog._operations.busy))
    timer.start(0)  # at each turn of the window
    dialog.read_file(path)
    assert dialog._operations.busy  # the file is in other hands
    wait(qtbot, dialog)
    timer.stop()
    assert True in lived
    assert "“phình.xlsx” cần nhiều bộ nhớ hơn mức cho phép" in dialog._banner.text()
    dialog.read_file(foreign("46"))
    wait(qtbot, dialog)
    dialog.options.unit.setCurrentIndex(1)
    dialog.options.unit.activated.emit(1)
    wait(qtbot, dialog)
    assert dialog._go.text() == "&Nhập 2 cán bộ"


def test_reading_stops_at_the_press_of_a_button(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "dài.csv"
    path.write_text("STT;Họ và tên;Năm sinh\n" + "1;Lò Thị Ơn;1980\n" * 300_000, "utf-8")
    dialog.read_file(path)
    panel = next(panel for panel in dialog.findChildren(ProgressDialog))
    (stop,) = panel.findChildren(QPushButton)
    stop.click()
    wait(qtbot, dialog)
    assert dialog._operations.last_failure == "Đã dừng theo yêu cầu. Không có gì thay đổi."
