"""Photos and files of an event: added in one step, scaled to a sane size, refused in words."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row
from cluster_desktop.ui.events.photos_tab import PhotosTab
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.record import RecordDialog
from tests.ui.people import operations_on

# Qt itself complains about the broken photo that a test hands it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "JPEG data", extend=True)


@pytest.fixture
def operations(qtbot: QtBot, workspace: Workspace) -> Operations:
    return operations_on(qtbot, workspace)


@pytest.fixture
def tab(qtbot: QtBot, operations: Operations, workspace: Workspace) -> PhotosTab:
    """The tab of an event that has nothing yet."""
    event = records.create(workspace, EventDraft(kind="HOI_THI", title="Hội thi", year=2020)).uids[0]
    tab = PhotosTab(operations)
    qtbot.addWidget(tab)
    operations.changed.connect(tab.reread)
    tab.show_record(workspace.read(listing.find, "event", event))
    tab.resize(432, 600)
    tab.show()
    return tab


def picture(folder: Path, name: str, width: int, height: int) -> Path:
    path = folder / name
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


def kept(workspace: Workspace) -> list[Row]:
    return list(workspace.read(listing.page, Listing(kind="attachment")))


def added(qtbot: QtBot, tab: PhotosTab, operations: Operations, *paths: Path) -> None:
    tab.add_files(paths)
    qtbot.waitUntil(lambda: not operations.busy)


def test_a_large_photo_is_scaled_and_shown(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    name = "Ảnh &amp; chữ" if sys.platform == "win32" else "Ảnh chung <2020>"  # no < in names there
    added(qtbot, tab, operations, picture(tmp_path, f"{name}.png", 4000, 1000))
    (row,) = kept(workspace)
    stored = QImage.fromData(attachments.contents(workspace, str(row.values["sha256"])))
    assert stored.size() == QSize(2000, 500)
    assert row.shown["caption"] == name
    assert tab.list.count() == 1
    assert tab.list.item(0).text() == name


def test_several_files_are_one_step_to_take_back(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    paper = tmp_path / "kế hoạch.docx"
    paper.write_bytes(b"not a picture")
    added(qtbot, tab, operations, picture(tmp_path, "một.jpg", 300, 200), paper)
    assert sorted(row.shown["file_name"] for row in kept(workspace)) == ["kế hoạch.docx", "một.jpg"]
    undo.undo(workspace)
    assert kept(workspace) == []


def test_files_are_dropped_in_and_addresses_are_not(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    copy, left, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = QMimeData()
    data.setText("không phải tệp")
    words = QDragEnterEvent(QPoint(9, 9), copy, data, left, no_keys)
    words.ignore()
    QApplication.sendEvent(tab, words)
    assert not words.isAccepted()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path, "thả.jpg", 300, 200))), QUrl("ftp://may/a.jpg")])
    files = QDragEnterEvent(QPoint(9, 9), copy, data, left, no_keys)
    files.ignore()
    QApplication.sendEvent(tab, files)
    assert files.isAccepted()
    QApplication.sendEvent(tab, QDropEvent(QPoint(9, 9), copy, data, left, no_keys))
    qtbot.waitUntil(lambda: not operations.busy)
    assert [row.shown["file_name"] for row in kept(workspace)] == ["thả.jpg"]


@pytest.mark.parametrize(("name", "content"), [("hỏng.jpg", b"\xff\xd8 no more"), ("rỗng.txt", b"")])
def test_one_file_that_cannot_be_taken_keeps_all_out(
    qtbot: QtBot,
    tab: PhotosTab,
    operations: Operations,
    workspace: Workspace,
    tmp_path: Path,
    name: str,
    content: bytes,
) -> None:
    (tmp_path / name).write_bytes(content)
    with qtbot.waitSignal(operations.failed) as notice:
        tab.add_files([picture(tmp_path, "một.png", 30, 20), tmp_path / name])
    assert name in notice.args[0]
    assert kept(workspace) == []


@pytest.mark.parametrize("name", ["ảnh.jpg", "tệp.pdf"])
def test_a_file_of_80_megabytes_is_refused_before_it_is_read(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path, name: str
) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    with qtbot.waitSignal(operations.failed) as notice:
        tab.add_files([tmp_path / name])
    assert f"“{name}” lớn 80 MB" in notice.args[0]
    assert "Hãy thu nhỏ" in notice.args[0]
    assert kept(workspace) == []


def test_what_is_chosen_is_deleted_and_comes_back(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    added(qtbot, tab, operations, picture(tmp_path, "một.png", 30, 20), picture(tmp_path, "hai.png", 20, 30))
    tab.list.setCurrentRow(0)
    next(b for b in tab.findChildren(QAbstractButton) if b.toolTip().startswith("Xóa")).click()
    assert tab.list.count() == 1
    operations.run(lambda: undo.undo(workspace))
    assert tab.list.count() == 2


def shown(tab: PhotosTab) -> list[str]:
    return [tab.list.item(place).text() for place in range(tab.list.count())]


def size_of(workspace: Workspace, name: str) -> QSize:
    row = next(row for row in kept(workspace) if row.shown["caption"] == name)
    return QImage.fromData(attachments.contents(workspace, str(row.values["sha256"]))).size()


def test_a_photo_is_turned_moved_shown_large_and_written_out(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    added(qtbot, tab, operations, *(picture(tmp_path, f"{name}.png", 40, 20) for name in ("một", "hai", "ba")))
    assert shown(tab) == ["một", "hai", "ba"]
    tab.list.setCurrentRow(2)
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(tab) == ["một", "ba", "hai"]
    qtbot.keyClick(tab.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert size_of(workspace, "ba") == QSize(20, 40)
    operations.run(lambda: undo.undo(workspace))
    assert size_of(workspace, "ba") == QSize(40, 20)
    dialog = tab.show_large(tab.list.item(1).data(Qt.ItemDataRole.UserRole))
    qtbot.addWidget(dialog)
    assert dialog.words.text() == "ba"
    qtbot.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.words.text() == "hai"
    tab.save_to(tab.list.item(0).data(Qt.ItemDataRole.UserRole), tmp_path / "ra.jpg")
    qtbot.waitUntil(lambda: not operations.busy)
    assert QImage(str(tmp_path / "ra.jpg")).size() == QSize(40, 20)


def test_a_very_large_photo_is_read_small_and_a_phone_photo_or_folder_is_refused_in_words(
    qtbot: QtBot, tab: PhotosTab, operations: Operations, workspace: Workspace, tmp_path: Path
) -> None:
    added(qtbot, tab, operations, picture(tmp_path, "lớn.jpg", 9_000, 8_000))  # 288 MB once it is unpacked
    assert size_of(workspace, "lớn") == QSize(2000, 1777)
    (tmp_path / "điện thoại.heic").write_bytes(b"\0\0\0\x18ftypheic")
    (tmp_path / "thư mục").mkdir()
    for name, words in (("điện thoại.heic", "JPEG"), ("thư mục", "là một thư mục")):
        with qtbot.waitSignal(operations.failed) as notice:
            tab.add_files([tmp_path / name])
        assert words in notice.args[0]
    assert len(kept(workspace)) == 1


def test_the_caption_is_typed_at_once(qtbot: QtBot, tab: PhotosTab, operations: Operations, tmp_path: Path) -> None:
    added(qtbot, tab, operations, picture(tmp_path, "anh.png", 40, 30))
    tab.list.setCurrentRow(0)
    tab.edit()
    (dialog,) = tab.findChildren(RecordDialog)
    qtbot.waitExposed(dialog)
    assert dialog.focusWidget() is dialog.form.editor("caption")
    dialog.reject()
