"""Ten years of seven schools of a hundred people with 500 events: every page of the year, once it has been made.

Against reading every page of the same file once, which is what SQLite's own check does.
"""

import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.sample.batch import Batch
from cluster_desktop.domain import events, nominations, people, units, year_plan
from cluster_desktop.domain.dates import PartialDate
from cluster_desktop.records.workspace import Workspace
from cluster_desktop.settings import Settings
from cluster_desktop.ui.book import Book
from cluster_desktop.ui.pages.sections_page import SectionsPage
from cluster_desktop.ui.viewed_list import ViewedListPage

YEARS = range(2017, 2027)
UNITS, PEOPLE, EVENTS = 7, 100, 500
KINDS = ("HOI_THAO", "THE_THAO", "VAN_NGHE", "THIEN_NGUYEN", "THAM_QUAN", "HOI_THI", "HOI_NGHI")
FIRST_PAGE, OTHERS = 8, 5
"""Times SQLite's own check; the first page counts 7,000 awards one by one, so that each figure knows its records."""
PRIZES = ("NHAT", "NHI", "BA", "KHUYEN_KHICH")


@pytest.fixture(scope="module")
def decade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, written as the sample is."""
    path = tmp_path_factory.mktemp("decade") / "mười năm.sothidua"
    workspace = Workspace.create(path)
    batch, draw = Batch(), random.Random(2026)
    schools = [
        batch.add(units.UnitDraft(code=f"T{place}", name=f"Trường Chính trị {place}", short_name=f"Trường {place}"))
        for place in range(UNITS)
    ]
    staff = [
        batch.add(people.PersonDraft(full_name=f"Lò Văn Ơn {place}", unit_uid=schools[place % UNITS], degree="THAC_SI"))
        for place in range(UNITS * PEOPLE)
    ]
    cluster = batch.add(units.ClusterDraft(name="Cụm thi đua số 2"))
    for year in YEARS:
        _add_year(batch, draw, year, cluster, schools, staff)
    with workspace.changing("Mười năm", undoable=False) as session:
        batch.write(session)
    workspace.close()
    return path


def _add_year(batch: Batch, draw: random.Random, year: int, cluster: str, schools: list[str], staff: list[str]) -> None:
    for place, unit in enumerate(schools):
        leads = year % UNITS == place
        role = "CUM_TRUONG" if leads else "THANH_VIEN"
        member = units.MembershipDraft(cluster_uid=cluster, unit_uid=unit, year=year, role=role, hosts=leads)
        batch.add(member)
    for stage in ("PHAT_DONG", "GIAO_UOC", "DANG_KY", "DE_NGHI", "BINH_XET", "TONG_KET"):
        batch.add(year_plan.MilestoneDraft(year=year, stage=stage, title=stage, due_on=PartialDate(year, 12, 1)))
    opened = batch.add(nominations.RoundDraft(name=f"Đợt {year}", year=year))
    signed = nominations.DecisionDraft(
        number=f"1/{year}", decided_on=PartialDate(year, 12, 1), year=year, level="CO_SO", unit_uid=schools[0]
    )
    decision = batch.add(signed)
    for number, person in enumerate(staff, start=1):
        batch.add(people.RatingDraft(person_uid=person, year=year, quality="HTTNV"))
        batch.add(nominations.NominationDraft(round_uid=opened, person_uid=person, award="LDTT", state="DE_NGHI"))
        batch.add(nominations.AwardDraft(decision_uid=decision, ordinal=number, person_uid=person, award="LDTT"))
    for number in range(EVENTS // len(YEARS)):
        _add_event(batch, draw, year, number, schools, staff)


def _add_event(batch: Batch, draw: random.Random, year: int, number: int, schools: list[str], staff: list[str]) -> None:
    event = batch.add(
        events.EventDraft(
            kind=KINDS[number % len(KINDS)],
            level="CUM",
            title=f"Sự kiện {number} năm {year}",
            year=year,
            starts_on=PartialDate(year, draw.randint(1, 12), draw.randint(1, 28)),
            host_uid=draw.choice(schools),
        )
    )
    for unit in schools:
        batch.add(events.ParticipantDraft(event_uid=event, unit_uid=unit, people=draw.randint(3, 20)))
        prize = draw.choice(PRIZES)
        batch.add(events.ResultDraft(event_uid=event, discipline="Kéo co", unit_uid=unit, prize=prize))
    for person in draw.sample(staff, 10):
        batch.add(events.AttendeeDraft(event_uid=event, person_uid=person))
        batch.add(events.PaperDraft(event_uid=event, title="Bài viết", person_uid=person))


@pytest.fixture
def book(qtbot: QtBot, decade: Path) -> Iterator[Book]:
    made = Book(Settings.load())
    qtbot.addWidget(made.window)
    made.open(decade)
    made.window.resize(1366, 738)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.choose_year(2026)
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


def _turned(book: Book, key: str, section: str, view: int) -> None:
    """Go to a page, to a section and view of it, and read it again as after a change."""
    page = book.window.show_page(key)
    if isinstance(page, SectionsPage):
        page.choose(section)
    shown = page.current if isinstance(page, SectionsPage) else page
    if isinstance(shown, ViewedListPage):
        shown.choose_view(view)
    page.reread(None)


def _tab_turned(book: Book, key: str, kind: str, title: str) -> None:
    page = book.window.show_page(key)
    shown = page.section(kind) if isinstance(page, SectionsPage) else page
    uid = shown.list.model.row(3).uid  # type: ignore[attr-defined]
    book.window.show_record(kind, uid)
    strip = shown.record.tabs.strip  # type: ignore[attr-defined]
    strip.turn(strip._titles.index(title))


def test_every_page_of_the_year(book: Book, decade: Path, tmp_path: Path) -> None:
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
