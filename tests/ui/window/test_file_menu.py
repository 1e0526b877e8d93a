"""The menu behind the program's name: another book, a new one, the sample, a backup, help."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cluster_desktop import settings
from cluster_desktop.commands.records import records
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file import backup
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.window.help_window import HelpWindow
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from cluster_desktop.ui.window.restore import RestoreDialog
from tests.flows.hand import Hand
from tests.ui.patience import PATIENCE
from tests.ui.questions import meeting, naming_file
from tests.ui.sample_window import opened


class FileMenu:
    """The hand at the menu of one window."""

    def __init__(self, qtbot: QtBot, book: OpenWorkspace) -> None:
        self._hand, self._book = Hand(qtbot, book.window), book

    def choose(self, words: str) -> None:
        self._hand.click(self._book.window.sidebar._brand)
        self._hand.choose(words)


@pytest.fixture
def menu(qtbot: QtBot, book: OpenWorkspace) -> FileMenu:
    return FileMenu(qtbot, book)


def schools(book: OpenWorkspace) -> int:
    return opened(book).read(listing.count, Listing(kind="unit"))


def test_a_new_book_is_made_beside_and_the_old_one_opened_again(
    book: OpenWorkspace, menu: FileMenu, tmp_path: Path
) -> None:
    first = opened(book).path
    for words in ("Mở sổ…", "Tạo sổ mới"):
        with naming_file(None):
            menu.choose(words)
    assert opened(book).path == first
    with naming_file(tmp_path / "Cụm số 3") as proposed:
        menu.choose("Tạo sổ mới")
    assert proposed == ["Sổ thi đua mới.sothidua"]
    assert opened(book).path == tmp_path / "Cụm số 3.sothidua"
    assert book.window.windowTitle() == "Cụm số 3 – Sổ Thi Đua"
    assert schools(book) == 0
    with naming_file(first):
        menu.choose("Mở sổ…")
    assert opened(book).path == first
    assert schools(book) == 7
    with naming_file(tmp_path / "không có" / "Cụm số 4"):
        menu.choose("Tạo sổ mới")
    assert "Cụm số 4.sothidua”. Hãy kiểm tra lại tên và thư mục." in book.window.status.text()
    assert opened(book).path == first
    assert settings.Settings.load().get("folder", "") == str(tmp_path)


def test_the_sample_is_kept_and_what_is_tried_in_it_is_there_next_time(
    book: OpenWorkspace, menu: FileMenu, sample_file: Path
) -> None:
    first = opened(book).path
    settings.data_dir().mkdir(parents=True, exist_ok=True)
    shutil.copy(sample_file, settings.data_dir() / "Cụm thi đua số 2 (sổ mẫu).sothidua")
    menu.choose("Mở sổ mẫu")
    sample = opened(book)
    assert sample.path.name == "Cụm thi đua số 2 (sổ mẫu).sothidua"
    records.create(sample, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))
    book.open(first)
    menu.choose("Mở sổ mẫu")
    assert schools(book) == 8
    book.open(first)
    sample.path.unlink()
    sample.path.mkdir()
    menu.choose("Mở sổ mẫu")
    assert "(sổ mẫu).sothidua” là một thư mục, không phải tệp." in book.window.status.text()
    assert opened(book).path == first


def test_a_backup_is_made_at_once_and_when_time_is_up_only_if_something_changed(
    qtbot: QtBot, book: OpenWorkspace, menu: FileMenu
) -> None:
    menu.choose("Sao lưu ngay")
    qtbot.waitUntil(lambda: book.window.status.text().startswith("Đã sao lưu và kiểm tra: "), timeout=PATIENCE)
    assert len(backup.backups_in(book.backups)) == 1
    book._timer.timeout.emit()
    assert book.operations is not None
    assert not book.operations.busy
    with meeting(RestoreDialog, RestoreDialog.reject):
        menu.choose("Khôi phục từ bản sao lưu")
    assert schools(book) == 7
    records.create(opened(book), UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))
    book._timer.timeout.emit()
    qtbot.waitUntil(lambda: len(backup.backups_in(book.backups)) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not book.operations.busy, timeout=PATIENCE)
    menu.choose("Trợ giúp")
    (window,) = book.window.findChildren(HelpWindow)
    assert window.isVisible()
    window.close()


def test_a_backup_that_cannot_be_made_at_the_end_is_told_and_the_book_is_whole(book: OpenWorkspace) -> None:
    folder, path = book.backups, opened(book).path
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("không phải thư mục", encoding="utf-8")
    records.create(opened(book), UnitDraft(code="BACKAN", name="Trường Chính trị tỉnh Bắc Kạn", short_name="Bắc Kạn"))
    book.close()
    assert book.window.status.text().startswith("Chưa sao lưu được.")
    again = Workspace.open(path)
    assert again.read(listing.count, Listing(kind="unit")) == 8
    again.close()
