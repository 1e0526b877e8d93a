"""What the pages remember on this computer may be broken by hand; each value then is the usual one, alone."""

import json
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.settings import Settings
from cluster_desktop.ui.imports import import_memory
from cluster_desktop.ui.people.people_page import PeoplePage
from cluster_desktop.ui.printing import calibration, printers
from cluster_desktop.ui.printing.calibration import Calibration
from cluster_desktop.ui.printing.print_stops import stopped_at
from cluster_desktop.ui.printing.printers import Feed
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.exchange.reading import excel, rows_from, see
from tests.ui.sample_window import opened

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

WRONG = [5, "x", [], ["a"], ["a", 5], {"b": 5}, None, -1, 10**30]


def store(home: Path, **values: object) -> Settings:
    (home / "settings.json").write_text(json.dumps(values), encoding="utf-8")
    return Settings.load()


@pytest.mark.parametrize("wrong", WRONG)
def test_how_paper_is_fed_is_the_usual_way(own_home: Path, wrong: object) -> None:
    kept = store(own_home, printers={"HP\nA4": wrong, "HP\nA3": ["DuplexNone", "Auto"]})
    assert printers.remembered_feed(kept, "HP", "A4") == Feed()
    assert printers.remembered_feed(store(own_home, printers=wrong), "HP", "A4") == Feed()


@pytest.mark.parametrize("wrong", WRONG)
def test_a_calibration_is_none_where_nothing_was_measured(own_home: Path, wrong: object) -> None:
    tray = QPrinter.PaperSource.Auto
    kept = store(own_home, calibrations={"HP\nAuto\nA4": wrong, "HP\nAuto\nA3": {"x": "far", "y": 2.5, "z": 1}})
    assert calibration.remembered(kept, "HP", tray, "A4") == Calibration()
    assert calibration.remembered(kept, "HP", tray, "A3") == Calibration(y=2.5)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_mapping_of_columns_is_the_one_that_is_guessed(own_home: Path, tmp_path: Path, wrong: object) -> None:
    rows = [["Họ và tên", "Ghi chú"], ["Lò Thị Ơn", "x"], ["Sùng Ân", "y"]]
    guess = see(excel(tmp_path / "a.xlsx", lambda page, _date: rows_from(page, 0, rows))).guess
    for stored in (wrong, {guess.layout: wrong}, {guess.layout: {"0": wrong, "x": "Ghi chú", "-1": "Ghi chú"}}):
        kept = store(own_home, import_mappings=stored)
        assert import_memory.with_remembered(kept, guess, STAFF) == guess
        import_memory.remember_mapping(kept, guess, STAFF)
        assert import_memory.with_remembered(Settings.load(), guess, STAFF) == guess


@pytest.mark.parametrize("wrong", ["x", [], None, -1, 100_000, 10**30, True])
def test_columns_have_their_usual_widths(book: OpenWorkspace, own_home: Path, wrong: object) -> None:
    usual = _widths(book)
    path = opened(book).path
    book.close()
    store(own_home, **{"widths.person": {"full_name": wrong, "birth_date": -50}, "columns.person": wrong})
    book.window.settings.values.clear()
    book.open(path)
    assert _widths(book) == usual


def _widths(book: OpenWorkspace) -> list[int]:
    page = book.window.show_page("people")
    assert isinstance(page, PeoplePage)
    view = page.list.view
    return [view.columnWidth(column) for column in range(view.model().columnCount())]


@pytest.mark.parametrize("wrong", WRONG[1:])
def test_no_printer_stopped(own_home: Path, wrong: object) -> None:
    store(own_home, stopped_prints={"uid": wrong})
    assert stopped_at("uid") == 0
