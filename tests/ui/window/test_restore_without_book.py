"""A book that cannot be opened comes back in the window itself: from its own backups, from a stick, from any folder."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file import backup
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from cluster_desktop.ui.window.restore import RestoreDialog
from cluster_desktop.ui.window.welcome import WelcomePage
from tests.ui.sample_window import opened
from tests.ui.spoiled import with_days_that_are_none, with_torn_pages

Doing = Callable[[RestoreDialog], None]


@pytest.fixture
def path(tmp_path: Path, sample_file: Path) -> Path:
    """A book with two backups, the newer with one person more; the program was closed since."""
    path = tmp_path / "Cụm số 2.sothidua"
    shutil.copy(sample_file, path)
    first = OpenWorkspace(Settings.load())
    first.open(path)
    backup.back_up(opened(first), first.backups)
    unit = opened(first).read(listing.page, Listing(kind="unit"), 0, 1)[0].uid
    records.create(opened(first), PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    first.close()
    first.window.deleteLater()
    return path


@pytest.fixture
def book(qtbot: QtBot) -> Iterator[OpenWorkspace]:
    """The window of a later start, without a book."""
    book = OpenWorkspace(Settings.load())
    qtbot.addWidget(book.window)
    book.window.show()
    yield book
    book.close()


@pytest.fixture
def doing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Doing], list[RestoreDialog]]:
    """Say what a person does in the dialog before accepting it; gives the dialogs that were shown."""

    def prepare(act: Doing) -> list[RestoreDialog]:
        shown: list[RestoreDialog] = []

        def run(dialog: RestoreDialog) -> int:
            shown.append(dialog)
            act(dialog)
            return 1

        monkeypatch.setattr(RestoreDialog, "exec", run)
        return shown

    return prepare


def nothing(_dialog: RestoreDialog) -> None:
    """Leave the newest backup chosen."""


def push(book: OpenWorkspace, words: str) -> None:
    page = book.window.stack.currentWidget()
    assert page is not None
    next(each for each in page.findChildren(QPushButton) if each.text() == words).click()


def sentence_of(book: OpenWorkspace) -> str:
    page = book.window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    return page.state.sentence.text()


def people_in(book: OpenWorkspace) -> int:
    return opened(book).read(listing.count, Listing(kind="person"))


def test_the_refusal_of_a_damaged_book_offers_its_own_backups(
    book: OpenWorkspace, path: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    with_torn_pages(path)
    damaged = path.read_bytes()
    book.open(path)
    assert "Máy này có 2 bản sao lưu của sổ" in sentence_of(book)
    shown = doing(nothing)
    push(book, "&Khôi phục…")
    assert shown[0].list.count() == 2
    assert "Cán bộ: 317\n" in shown[0].preview.text()
    assert str(path) in shown[0].place.text()
    assert opened(book).path == path
    assert people_in(book) == 317
    (kept,) = path.parent.glob("Cụm số 2 (bị hỏng) *.sothidua")
    assert kept.read_bytes() == damaged
    assert str(kept) in book.window.status.text()


def test_a_moved_or_deleted_book_comes_back_to_its_place(
    book: OpenWorkspace, path: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    path.unlink()
    book.open(path)
    assert "Không tìm thấy" in sentence_of(book)
    doing(lambda dialog: dialog.list.setCurrentRow(1))
    book.restore()
    assert opened(book).path == path
    assert people_in(book) == 316


def test_without_a_file_every_book_with_backups_is_listed(
    book: OpenWorkspace, path: Path, tmp_path: Path, sample_file: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    other = tmp_path / "Sổ thứ hai.sothidua"
    shutil.copy(sample_file, other)
    book.open(other)
    backup.back_up(opened(book), book.backups.with_name("uid-of-the-second"))
    book.close()
    Settings.load().remember_book(other, "uid-of-the-second")
    path.unlink()
    fresh = OpenWorkspace(Settings.load())
    fresh.show_welcome()
    shown = doing(lambda dialog: dialog.list.setCurrentRow(_row(dialog, "Cụm số 2")))
    push(fresh, "&Khôi phục…")
    lines = [shown[0].list.item(row).text() for row in range(shown[0].list.count())]
    assert sorted(line.split("\n")[0] for line in lines) == ["Cụm số 2", "Cụm số 2", "Sổ thứ hai"]
    assert opened(fresh).path == path
    fresh.close()
    fresh.window.deleteLater()


def _row(dialog: RestoreDialog, name: str) -> int:
    return next(row for row in range(dialog.list.count()) if dialog.list.item(row).text().startswith(name))


def test_a_backup_on_a_stick_is_chosen_where_this_computer_has_none(
    book: OpenWorkspace,
    tmp_path: Path,
    sample_file: Path,
    doing: Callable[[Doing], list[RestoreDialog]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    shutil.copy(sample_file, stick / "bản mang đi.sothidua")
    (stick / "thư.sothidua").write_text("không phải sổ", encoding="utf-8")
    path = tmp_path / "hỏng.sothidua"
    path.write_bytes(sample_file.read_bytes()[:9000])
    book.open(path)
    names = iter(["thư.sothidua", "bản mang đi.sothidua"])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(stick / next(names)), ""))
    seen: list[str] = []

    def choose(dialog: RestoreDialog) -> None:
        seen.append(dialog.preview.text())
        other, go = (_button(dialog, words) for words in ("Chọn bản sao lưu &khác…", "&Khôi phục bản này"))
        other.click()
        seen.append(dialog.preview.text())
        assert not go.isEnabled()
        other.click()
        assert go.isEnabled()

    doing(choose)
    book.restore()
    assert "chưa có bản sao lưu nào" in seen[0]
    assert "không phải" in seen[1]
    assert opened(book).path == path
    assert people_in(book) == 316
    assert (stick / "bản mang đi.sothidua").exists()


def _button(dialog: RestoreDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def test_a_backup_of_another_book_is_not_taken_unseen(
    book: OpenWorkspace, path: Path, tmp_path: Path, empty_file: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    other = tmp_path / "của cụm khác.sothidua"
    shutil.copy(empty_file, other)
    with_torn_pages(path)
    book.open(path)
    seen: list[str] = []

    def choose(dialog: RestoreDialog) -> None:
        seen.append(dialog.preview.text())
        dialog.offer_file(other)
        seen.append(dialog.preview.text())
        dialog.list.setCurrentRow(1)

    doing(choose)
    book.restore()
    assert ["của một sổ khác" in text for text in seen] == [False, True]
    assert people_in(book) == 317


def test_a_restore_goes_to_another_place_when_the_old_one_is_no_good(
    book: OpenWorkspace,
    path: Path,
    tmp_path: Path,
    doing: Callable[[Doing], list[RestoreDialog]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_torn_pages(path)
    damaged = path.read_bytes()
    book.open(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "nơi mới"), ""))
    doing(lambda dialog: _button(dialog, "Đặt vào nơi khác…").click())
    book.restore()
    assert opened(book).path == tmp_path / "nơi mới.sothidua"
    assert path.read_bytes() == damaged


def test_a_restore_that_fails_says_so_and_leaves_the_way_open(
    book: OpenWorkspace, path: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    path.unlink()
    book.open(path)
    doing(lambda dialog: dialog.put_at(path.with_name("ệ" * 300)))
    book.restore()
    assert "quá dài" in sentence_of(book)
    doing(nothing)
    push(book, "&Khôi phục…")
    assert people_in(book) == 317


def test_the_backup_may_be_as_spoiled_as_the_book(
    book: OpenWorkspace, path: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    with_days_that_are_none(path)
    book.open(path)
    spoiled = path.with_name("sao lưu cũng hỏng.sothidua")
    shutil.copy(path, spoiled)
    doing(lambda dialog: dialog.offer_file(spoiled))
    book.restore()
    assert "không đọc được" in sentence_of(book)
    doing(nothing)
    book.restore()
    assert people_in(book) == 317


def test_the_backups_of_a_refused_book_are_reached_from_an_open_one(
    book: OpenWorkspace, path: Path, tmp_path: Path, empty_file: Path, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    good = tmp_path / "đang dùng.sothidua"
    shutil.copy(empty_file, good)
    book.open(good)
    with_torn_pages(path)
    book.open(path)
    assert opened(book).path == good
    shown = doing(nothing)
    next(each for each in book.window.status.findChildren(QPushButton) if each.text() == "Khôi phục…").click()
    assert shown[0].list.count() == 2
    assert opened(book).path == path
    assert people_in(book) == 317


@pytest.mark.parametrize("stored", [5, ["x"], {"/a": 5, "\ud800": "x"}, "../../.."])
def test_a_memory_of_books_broken_by_hand_leads_nowhere(
    book: OpenWorkspace, path: Path, stored: object, doing: Callable[[Doing], list[RestoreDialog]]
) -> None:
    settings = Settings.load()
    settings.set("books", {str(path): stored} if isinstance(stored, str) else stored)
    with_torn_pages(path)
    fresh = OpenWorkspace(Settings.load())
    fresh.open(path)
    doing(nothing)
    fresh.restore()
    assert people_in(fresh) == 317
    fresh.close()
    fresh.window.deleteLater()
