"""A window that stays open over midnight shows what begins on the new day."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.typing import type_into

GV, TK = "Giảng viên", "Trưởng khoa"
DAY = PartialDate(2099, 1, 1)


@pytest.fixture
def book(qtbot: QtBot, tmp_path: Path, empty_file: Path) -> OpenWorkspace:
    """The open book of a school in which a lecturer becomes head of a faculty one day."""
    path = tmp_path / "sổ.sothidua"
    shutil.copy(empty_file, path)
    workspace = Workspace.open(path)
    unit = records.create(workspace, UnitDraft(code="LAOCAI", name="Trường Lào Cai", short_name="Lào Cai")).uids[0]
    uid = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, position=GV)).uids[0]
    records.create(workspace, ServiceDraft(person_uid=uid, day=DAY, position=TK))
    workspace.close()
    opened = OpenWorkspace(Settings.load())
    qtbot.addWidget(opened.window)
    opened.open(path)
    opened.window.show_page("people")
    return opened


def reach(book: OpenWorkspace, day: PartialDate) -> None:
    """The book is at this day: nobody has written into it later, and no clock shows a later one."""
    assert book.workspace is not None
    with book.workspace.alone() as raw:
        raw.execute(
            "UPDATE act SET at = ? WHERE number = (SELECT max(number) FROM act)", (f"{day.iso}T08:00:00+07:00",)
        )
        raw.commit()


def position(book: OpenWorkspace) -> str:
    assert book.workspace is not None
    (row,) = book.workspace.read(listing.page, Listing(kind="person"))
    return row.shown["position"]


def test_who_comes_back_to_the_window_on_another_day_sees_that_day(book: OpenWorkspace) -> None:
    page = book.window.current
    assert isinstance(page, ListPage)
    QApplication.sendEvent(book.window, QEvent(QEvent.Type.WindowActivate))
    assert position(book) == GV
    reach(book, PartialDate(2098, 12, 31))
    QApplication.sendEvent(book.window, QEvent(QEvent.Type.WindowActivate))
    assert position(book) == GV
    reach(book, DAY)
    QApplication.sendEvent(book.window, QEvent(QEvent.Type.WindowActivate))
    assert position(book) == TK
    shown = page.list.model.row(0)
    assert shown is not None
    assert shown.shown["position"] == TK


def test_what_is_being_typed_when_the_day_turns_is_not_lost(book: OpenWorkspace) -> None:
    page = book.window.current
    assert isinstance(page, ListPage)
    assert book.workspace is not None
    (row,) = book.workspace.read(listing.page, Listing(kind="person"))
    page.show_record("person", row.uid)
    type_into(page.record.form, "phone", "0912345678")
    reach(book, DAY)
    QApplication.sendEvent(book.window, QEvent(QEvent.Type.WindowActivate))
    assert page.record.form.typed_values()["phone"] == "0912345678"
    assert position(book) == TK
    page.save()
    assert position(book) == TK  # what nobody typed is as it stands now
    assert page.record.row is not None
    assert page.record.row.shown["phone"] == "0912345678"


def test_a_clock_set_back_leaves_what_has_begun(book: OpenWorkspace) -> None:
    assert book.workspace is not None
    reach(book, DAY)
    assert book.workspace.begin_day()
    assert not book.workspace.begin_day()
    path = book.workspace.path
    book.close()
    again = Workspace.open(path)  # the clock of this machine is decades behind the last act
    (row,) = again.read(listing.page, Listing(kind="person"))
    again.close()
    assert row.shown["position"] == TK
