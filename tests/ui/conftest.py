"""The window with a copy of the sample workspace; three hundred people; a printing page with a decision."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.school import SCHOOL
from tests.ui.people import add_people, add_unit, operations_on, put_in
from tests.ui.print_desk import decide


@pytest.fixture
def book(qtbot: QtBot, tmp_path: Path, sample_file: Path) -> Iterator[OpenWorkspace]:
    """The open book of a sample of one's own, in the year 2020."""
    path = tmp_path / "Cụm số 2.sothidua"
    shutil.copy(sample_file, path)
    settings = Settings.load()
    settings.set("year", 2020)
    book = OpenWorkspace(settings)
    qtbot.addWidget(book.window, before_close_func=lambda _window: put_back(book))  # a failed test may leave words
    book.open(path)
    book.window.resize(1366, 738)
    book.window.show()
    qtbot.waitExposed(book.window)
    yield book
    book.close()


def put_back(book: OpenWorkspace) -> None:
    """Drop unsaved words, so that closing does not ask about them."""
    if book.window.current is not None:
        book.window.current.discard()


@pytest.fixture(scope="session")
def people_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file with a school and its three hundred people, built once."""
    path = tmp_path_factory.mktemp("people") / "đông người.sothidua"
    shutil.copy(empty_file, path)
    workspace = Workspace.open(path)
    add_people(workspace, add_unit(workspace, "Lào Cai"))
    workspace.close()
    return path


@pytest.fixture
def everybody(workspace: Workspace, people_file: Path) -> int:
    """How many people the workspace has, all of one school."""
    put_in(workspace, people_file)
    return workspace.read(listing.count, Listing(kind="person"))


@dataclass(frozen=True)
class Decided:
    """A workspace file with a school and a decision of it."""

    path: Path
    unit: str
    decision: str


@pytest.fixture(scope="session")
def decided(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Decided:
    """The file of *decision*, built once."""
    path = tmp_path_factory.mktemp("decided") / "quyết định.sothidua"
    shutil.copy(empty_file, path)
    workspace = Workspace.open(path)
    unit = records.create(workspace, SCHOOL).uids[0]
    awards = {"Lò Thị Ơn": "GK", "Giàng A Páo": "GK", "Trần An": "CSTDCS", "Sùng Ân": "GK"}
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, awards)
    workspace.close()
    return Decided(path, unit, decision)


@pytest.fixture
def unit(request: pytest.FixtureRequest, workspace: Workspace) -> str:
    """The uid of a school in the workspace: that of the decision where a test has one."""
    if "decision" not in request.fixturenames:
        return records.create(workspace, SCHOOL).uids[0]
    decided: Decided = request.getfixturevalue("decided")
    put_in(workspace, decided.path)
    return decided.unit


@pytest.fixture
def decision(unit: str, decided: Decided) -> str:
    """Three certificates of merit and one title in one decision of 2020."""
    return decided.decision


@pytest.fixture
def operations(workspace: Workspace, qtbot: QtBot) -> Operations:
    """What the page works through."""
    return operations_on(qtbot, workspace)


@pytest.fixture
def print_page(qtbot: QtBot, operations: Operations) -> PrintPage:
    """The page of 2020, on the screen but without anything made yet."""
    print_page = PrintPage(operations)
    qtbot.addWidget(print_page)
    operations.changed.connect(print_page.reread)
    print_page.resize(1152, 686)
    print_page.set_year(2020)
    return print_page
