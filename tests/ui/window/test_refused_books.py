"""Whatever keeps a book from being opened, the window answers: a sentence of its own and a way to a backup."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from cluster_desktop.ui.window.welcome import WelcomePage
from tests.records.other_process import open_folder, opened_elsewhere, without_privileges
from tests.ui.sample_window import opened
from tests.ui.spoiled import SPOILERS, with_torn_pages


@pytest.fixture
def bare_book(qtbot: QtBot) -> Iterator[OpenWorkspace]:
    """The window without a book."""
    bare_book = OpenWorkspace(Settings.load())
    qtbot.addWidget(bare_book.window)
    bare_book.window.show()
    yield bare_book
    bare_book.close()


def welcome_of(book: OpenWorkspace) -> WelcomePage:
    page = book.window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    assert page.isVisible()
    return page


def refused_with(book: OpenWorkspace) -> str:
    """The sentence on the welcome page, after what every refusal has in common."""
    page = welcome_of(book)
    sentence = page.state.sentence.text()
    assert page.state.title.text().startswith("Chưa mở được “")
    assert sentence.endswith(".")
    assert "ngoài dự tính" not in sentence
    assert "&Khôi phục…" in [button.text() for button in page.findChildren(QPushButton)]
    assert book.workspace is None
    assert book.window.windowTitle() == "Sổ Thi Đua"
    return sentence


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_a_spoiled_book_ends_on_the_welcome_page(
    bare_book: OpenWorkspace, tmp_path: Path, sample_file: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "Cụm 2.sothidua"
    shutil.copy(sample_file, path)
    spoil(path)
    before = path.read_bytes()
    bare_book.open(path)
    assert "Cụm 2.sothidua" in refused_with(bare_book)
    assert welcome_of(bare_book).findChildren(QPushButton)[0].text() == "&Khôi phục…"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/" + "a" * 5000, "quá dài"),
        ("/tmp/" + "ệ" * 300, "quá dài"),
        ("/tmp/a\0b.sothidua", "ký tự mà máy tính không nhận"),
        ("/tmp/\ud800x.sothidua", "ký tự mà máy tính không nhận"),
        ("/tmp/không có ở đây.sothidua", "Không tìm thấy"),
        (__file__ + "/sổ.sothidua", "có một tệp ở chỗ của thư mục"),
        ("/tmp", "là một thư mục"),
    ],
    ids=["long path", "long name", "NUL", "half a letter", "gone", "below a file", "folder"],
)
def test_a_path_that_leads_nowhere_gets_its_own_sentence(bare_book: OpenWorkspace, name: str, words: str) -> None:
    bare_book.open(Path(name))
    sentence = refused_with(bare_book)
    assert words in sentence
    assert len(sentence) < 400
    assert all(len(label.text()) < 400 for label in welcome_of(bare_book).findChildren(QLabel))


def test_a_folder_one_may_not_enter_gets_its_own_sentence(bare_book: OpenWorkspace, sample_file: Path) -> None:
    with open_folder() as folder:
        closed = folder / "của người khác"
        closed.mkdir()
        shutil.copy(sample_file, closed / "sổ.sothidua")
        closed.chmod(0o700)
        with without_privileges():
            bare_book.open(closed / "sổ.sothidua")
            assert "không có quyền vào thư mục" in refused_with(bare_book)
            assert bare_book.window.isVisible()


def test_a_book_open_elsewhere_is_no_reason_to_restore(
    bare_book: OpenWorkspace, tmp_path: Path, sample_file: Path
) -> None:
    path = tmp_path / "đang mở.sothidua"
    shutil.copy(sample_file, path)
    with opened_elsewhere(path):
        bare_book.open(path)
    assert "đang được mở" in refused_with(bare_book)
    assert welcome_of(bare_book).findChildren(QPushButton)[0].text() == "&Mở sổ…"


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_the_open_book_stays_and_the_backups_of_the_other_are_offered(
    book: OpenWorkspace, tmp_path: Path, sample_file: Path, spoil: Callable[[Path], None]
) -> None:
    before = opened(book).path
    path = tmp_path / "khác.sothidua"
    shutil.copy(sample_file, path)
    spoil(path)
    book.open(path)
    assert opened(book).path == before
    assert opened(book).read(listing.count, Listing(kind="person")) == 316
    assert "khác.sothidua" in book.window.status.text()
    shown = [each.text() for each in book.window.status.findChildren(QPushButton) if each.isVisible()]
    assert shown == ["Khôi phục…"]
    book.open(before)
    assert "đang được mở" in book.window.status.text()
    book.open(before.with_name("không có.sothidua"))
    book.window.status.tell("Việc khác")
    assert not any(each.isVisible() for each in book.window.status.findChildren(QPushButton))


def test_a_book_that_opens_after_a_refusal_takes_the_place_of_the_welcome(
    bare_book: OpenWorkspace, tmp_path: Path, sample_file: Path
) -> None:
    bad, good = tmp_path / "hỏng.sothidua", tmp_path / "tốt.sothidua"
    for path in (bad, good):
        shutil.copy(sample_file, path)
    with_torn_pages(bad)
    bare_book.open(bad)
    bare_book.open(good)
    assert opened(bare_book).path == good
    assert bare_book.window.current is not None
    assert bare_book.window.stack.count() == 1
    bare_book.close()
    bare_book.show_welcome()
    assert welcome_of(bare_book).state.title.text() == "Chưa mở sổ nào"


def test_a_line_of_the_sidebar_is_not_marked_while_no_book_is_open(bare_book: OpenWorkspace) -> None:
    bare_book.show_welcome()
    for entry in bare_book.window.sidebar.findChildren(QPushButton):
        if entry.isCheckable():
            entry.click()
            assert not entry.isChecked()
    assert welcome_of(bare_book).isVisible()
