"""Ten years of seven schools of a hundred people with 500 events: every page of the year, once it has been made.

Against reading every page of the same file once, which is what SQLite's own check does.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.settings import Settings
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.records.viewed_list import ViewedListPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.benchmarks.decade import YEARS, write_decade

FIRST_PAGE, OTHERS = 14, 5
"""Times SQLite's own check of a file without a journal.

The first page counts 6,300 awards one by one, so that each figure knows its records.
"""


@pytest.fixture(scope="module")
def decade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file."""
    path = tmp_path_factory.mktemp("decade") / "mười năm.sothidua"
    write_decade(path)
    return path


@pytest.fixture
def book(qtbot: QtBot, decade: Path) -> Iterator[OpenWorkspace]:
    made = OpenWorkspace(Settings.load())
    qtbot.addWidget(made.window)
    made.open(decade)
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.choose_year(YEARS[-1])
    yield made
    made.close()


def _middle(act: Callable[[], object], rounds: int = 5) -> float:
    times = []
    for _round in range(rounds):
        begun = time.perf_counter()
        act()
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _checked(path: Path) -> None:
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    raw.close()


def _turned(book: OpenWorkspace, key: str, section: str, view: int) -> None:
    """Go to a page, to a section and view of it, and read it again as after a change."""
    page = book.window.show_page(key)
    if isinstance(page, SectionsPage):
        page.choose(section)
    shown = page.current if isinstance(page, SectionsPage) else page
    if isinstance(shown, ViewedListPage):
        shown.choose_view(view)
    page.reread(None)


def _tab_turned(book: OpenWorkspace, key: str, kind: str, title: str) -> None:
    page = book.window.show_page(key)
    shown = page.section(kind) if isinstance(page, SectionsPage) else page
    uid = shown.list.model.row(3).uid  # type: ignore[attr-defined]
    book.window.show_record(kind, uid)
    strip = shown.record.tabs.strip  # type: ignore[attr-defined]
    strip.turn(strip._titles.index(title))


def test_every_page_of_the_year(book: OpenWorkspace, decade: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(decade.read_bytes())
    bare = _middle(partial(_checked, copy))
    print(f"\nSQLite's own check of {copy.stat().st_size / 1e6:.0f} MB: {bare:.0f} ms")
    acts = {
        "Tổng quan": partial(_turned, book, "overview", "", 0),
        "Sự kiện, danh sách": partial(_turned, book, "events", "", 0),
        "Sự kiện, lịch": partial(_turned, book, "events", "", 1),
        "Sự kiện, các năm": partial(_turned, book, "events", "", 2),
        "Đơn vị": partial(_turned, book, "units", "unit", 0),
        "Vai trò, bảng": partial(_turned, book, "units", "membership", 1),
        "Bàn giao": partial(_turned, book, "units", "handover_item", 0),
        "Đơn vị, khen thưởng": partial(_tab_turned, book, "units", "unit", "Khen thưởng"),
        "Đơn vị, tham gia": partial(_tab_turned, book, "units", "unit", "Tham gia"),
        "Cán bộ, tham gia": partial(_tab_turned, book, "people", "person", "Tham gia"),
        "Sự kiện, cộng": partial(_tab_turned, book, "events", "event", "Cộng"),
    }
    for name, act in acts.items():
        act()
        took = _middle(act)
        print(f"{name}: {took:.0f} ms, {took / bare:.2f}x")
        assert took <= (FIRST_PAGE if name == "Tổng quan" else OTHERS) * bare
