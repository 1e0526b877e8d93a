"""The tab of scans: empty it says what to do; files are added, opened, saved and put away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.scans_tab import ScansTab

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PDF = b"%PDF-1.7\n" + b"x" * 500


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace, operations: Operations) -> ScansTab:
    draft = DecisionDraft(number="48", decided_on=PartialDate(2020, 12, 1), year=2020, level="CO_SO", issuer="Trường")
    uid = records.create(workspace, draft).uids[0]
    shown = ScansTab(operations)
    qtbot.addWidget(shown)
    operations.changed.connect(shown.reread)
    shown.show_record(workspace.read(listing.find, "decision", uid))
    shown.show()
    return shown


def added(qtbot: QtBot, operations: Operations, tab: ScansTab, path: Path, data: bytes = PDF) -> None:
    path.write_bytes(data)
    tab.add_files([path])
    qtbot.waitUntil(lambda: not operations.busy)


def test_an_empty_tab_says_what_to_do(tab: ScansTab) -> None:
    assert "Kéo tệp PDF, ảnh của văn bản đã ký thả vào đây" in tab.none.text()
    assert (tab.list.isHidden(), tab.open.isHidden(), tab.delete.isHidden(), tab.add.isHidden()) == (
        True,
        True,
        True,
        False,
    )


def test_a_scan_is_added_put_away_by_key_and_taken_back(
    qtbot: QtBot, operations: Operations, workspace: Workspace, tab: ScansTab, tmp_path: Path
) -> None:
    added(qtbot, operations, tab, tmp_path / "Quyết định ký.pdf")
    assert [tab.list.item(row).text() for row in range(tab.list.count())] == ["Quyết định ký.pdf"]
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_Delete)
    assert (tab.list.count(), tab.open.isHidden()) == (0, True)
    undo.undo(workspace)
    tab.reread(None)
    assert tab.list.count() == 1


def test_what_is_no_scan_is_refused_in_a_sentence(
    qtbot: QtBot, operations: Operations, tab: ScansTab, tmp_path: Path
) -> None:
    added(qtbot, operations, tab, tmp_path / "bản thảo.docx", b"PK\x03\x04....")
    assert "không phải PDF hay ảnh" in operations.last_failure
    assert tab.list.count() == 0


def test_a_scan_opens_by_enter_and_is_saved(
    qtbot: QtBot, operations: Operations, tab: ScansTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)  # no program opens files in a test
    added(qtbot, operations, tab, tmp_path / "Quyết định ký.pdf")
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert Path(opened[0]).read_bytes() == PDF
    target = tmp_path / "ra.pdf"
    tab.write(tab._rows[0], target)
    qtbot.waitUntil(lambda: not operations.busy)
    assert target.read_bytes() == PDF
