"""A real workspace for every test that wants one, and a home of its own for program settings."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from cluster_desktop.app import offer_regimes
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.exchange.tables.spreadsheets import end_reading
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.sample.build import build_sample
from cluster_desktop.ui.kit import operations as _operations  # noqa: F401 - names its thread
from cluster_desktop.ui.window import opening as _opening  # noqa: F401 - names its thread
from cluster_desktop.ui.window.garbage import GarbageCollector
from tests.school import SCHOOL

settings.register_profile("project", deadline=None)  # no test asserts a time
settings.load_profile("project")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen, and a machine may have none
if os.name == "nt":  # without a screen Windows shows Qt no fonts of its own
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).resolve().parents[1] / "resources" / "fonts"))


@pytest.fixture(scope="session", autouse=True)
def regimes() -> None:
    """A nomination may name the regimes of the law, as where the program is started."""
    offer_regimes()


@pytest.fixture(scope="session", autouse=True)
def reading_ended() -> Iterator[None]:
    """The process that reads tables goes before the run ends, so that its lines are counted."""
    yield
    end_reading()


@pytest.fixture(scope="session", autouse=True)
def threads_of_qt() -> None:
    """Let the measuring of coverage look into Qt's threads, which Python does not tell it of."""
    if threading.gettrace() is not None:
        for thread in QThread.__subclasses__():
            _trace_runs(thread)


def _trace_runs(thread: type[QThread]) -> None:
    run = thread.run

    def traced(self: QThread) -> None:
        if trace := threading.gettrace():  # none while a test is not measured
            sys.settrace(trace)
        run(self)

    thread.run = traced  # type: ignore[method-assign]


@contextmanager
def _measured_as_marked(node: pytest.Item | pytest.Collector) -> Iterator[None]:
    """Leave unmeasured what is done for a test marked ``no_cover`` alone, as pytest-cov leaves the test itself."""
    plugin = node.config.pluginmanager.getplugin("_cov")
    measuring = plugin.cov_controller if plugin and node.get_closest_marker("no_cover") else None
    if measuring is None or not measuring.started:
        yield
        return
    measuring.pause()
    try:
        yield
    finally:
        measuring.resume()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest) -> Iterator[None]:
    if fixturedef.scope != "function":  # others use it too, whichever test comes first
        return (yield)
    with _measured_as_marked(request.node):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    with _measured_as_marked(item):
        return (yield)


@pytest.fixture(autouse=True)
def programs_measured(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that a test marked ``no_cover`` starts are not measured either: it costs as much again."""
    if request.node.get_closest_marker("no_cover"):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and backups of a test never touch those of the person running it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SO_THI_DUA_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace file, built once."""
    path = tmp_path_factory.mktemp("empty") / "trống.sothidua"
    Workspace.create(path).close()
    return path


@pytest.fixture
def workspace(tmp_path: Path, empty_file: Path) -> Iterator[Workspace]:
    """An open, empty workspace of the test's own."""
    path = tmp_path / "Sổ của tôi.sothidua"
    shutil.copy(empty_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workspace, built once."""
    path = tmp_path_factory.mktemp("sample") / "mẫu.sothidua"
    build_sample(path).close()
    return path


@pytest.fixture
def unit(workspace: Workspace) -> str:
    """The uid of a school in the workspace."""
    return records.create(workspace, SCHOOL).uids[0]


@pytest.fixture
def person(workspace: Workspace, unit: str) -> str:
    """The uid of a person of that school."""
    draft = PersonDraft(full_name="Nguyễn Văn Hiệp", unit_uid=unit, birth_date=PartialDate(1976, 9))
    return records.create(workspace, draft).uids[0]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """As the program starts it: cycles are collected in the thread of the windows only."""
    GarbageCollector(qapp)
    return qapp
