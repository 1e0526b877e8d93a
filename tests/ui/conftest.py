"""The window with a copy of the sample workspace, as it stands after the program was started."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cluster_desktop.settings import Settings
from cluster_desktop.ui.book import Book


@pytest.fixture
def book(qtbot: QtBot, tmp_path: Path, sample_file: Path) -> Iterator[Book]:
    """The open book of a sample of one's own, in the year 2020."""
    path = tmp_path / "Cụm số 2.sothidua"
    shutil.copy(sample_file, path)
    made = Book(Settings.load())
    qtbot.addWidget(made.window, before_close_func=lambda _window: put_back(made))  # a failed test may leave words
    made.open(path)
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.choose_year(2020)
    yield made
    made.close()


def put_back(book: Book) -> None:
    """Drop unsaved words, so that closing does not ask about them."""
    if book.window.current is not None:
        book.window.current.discard()
