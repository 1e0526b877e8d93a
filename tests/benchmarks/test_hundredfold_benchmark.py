"""A book a hundred times as large as ten years of seven schools: every page, opened and painted once.

Against the same page of the sample workspace. The first page of so large a book shows at once and counts its figures
in the background; how long that takes is told too.
"""

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.sample.build import build_sample
from cluster_desktop.settings import Settings
from cluster_desktop.ui.book import Book
from tests.benchmarks.decade import YEARS, write_decade

TIMES = 100
SLOWEST = 10
PATIENCE = 120_000  # ms
KEYS = ("overview", "people", "units", "awards", "events", "scoring", "print", "settings")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mẫu.sothidua"
    build_sample(path).close()
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "mười năm.sothidua"
    write_decade(path, TIMES)
    return path


def shown(qtbot: QtBot, path: Path, year: int) -> tuple[dict[str, float], float]:
    """Milliseconds until each page is made and painted, and seconds until the first page has counted everything."""
    settings = Settings.load()
    settings.set("page", "settings")
    settings.set("year", year)
    book = Book(settings)
    qtbot.addWidget(book.window)
    book.window.resize(1366, 738)
    book.window.show()
    qtbot.waitExposed(book.window)
    book.open(path)
    operations = book.operations
    assert operations is not None
    times, counted = {}, 0.0
    for key in KEYS:
        begun = time.perf_counter()
        book.window.show_page(key)
        book.window.grab()
        times[key] = (time.perf_counter() - begun) * 1000
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not operations.busy, timeout=PATIENCE)
        counted = counted or time.perf_counter() - begun
    book.close()
    return times, counted


def test_pages_of_a_hundredfold_book(qtbot: QtBot, sample: Path, large: Path) -> None:
    shown(qtbot, sample, 2020)  # fonts, icons and modules are loaded once
    usual, _counted = shown(qtbot, sample, 2020)
    found, counted = shown(qtbot, large, YEARS[-1])
    print(f"\n{7 * TIMES} schools of 100 people, ten years, {large.stat().st_size / 1e6:.0f} MB:")
    for key, took in found.items():
        print(f"  {key:10} {took:6.0f} ms, {took / usual[key]:5.2f}x the sample's {usual[key]:.0f} ms")
    print(f"  figures of the first page, in the background: {counted:.1f} s")
    assert max(found[key] / usual[key] for key in KEYS) <= SLOWEST
