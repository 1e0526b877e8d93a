"""The process that reads strangers' files: it may break, hang or swell, and the program goes on."""

import contextlib
import os
import pickle
import select
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.exchange.files.child import Child, ChildEnded, ChildFailed, ChildTooSlow
from cluster_desktop.exchange.files.frames import message_in
from cluster_desktop.exchange.tables.questions import READ_TABLES
from cluster_desktop.exchange.tables.spreadsheets import end_reading, prepare_reading, read_workbook
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import excel

ROOT = Path(__file__).resolve().parents[3]
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="the processes are looked up as Linux lists them")


def children_of(process: int) -> set[int]:
    """The processes that a process has started and that still run."""
    lists = Path(f"/proc/{process}/task").glob("*/children")
    return {int(child) for text in lists for child in text.read_text().split()}


@pytest.fixture
def child() -> Iterator[Child]:
    started = Child(READ_TABLES)
    yield started
    started.end()


@needs_linux
def test_one_process_reads_one_file_after_another_and_goes_at_the_end() -> None:
    end_reading()
    before = children_of(os.getpid())
    prepare_reading()
    (reading,) = children_of(os.getpid()) - before
    for name in ("46", "50", "37", "46"):
        assert read_workbook(foreign(name))
    assert children_of(os.getpid()) - before == {reading}
    end_reading()
    assert children_of(os.getpid()) == before


def test_a_file_that_brings_the_process_down_costs_one_sentence_and_the_next_is_read(tmp_path: Path) -> None:
    path = excel(tmp_path / "phình.xlsx", lambda page, _day: page.write_row(0, 0, ("Họ và tên", "Năm sinh")))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b'"2"', b'"400000000000"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(errors.CannotRead, match="nhiều bộ nhớ hơn mức cho phép.*Hãy ") as caught:
        read_workbook(path)
    assert "“phình.xlsx”" in caught.value.sentence
    assert len(read_workbook(foreign("46"))[0].rows) == 3


@needs_linux
def test_a_process_that_died_while_it_waited_is_replaced() -> None:
    end_reading()
    before = children_of(os.getpid())
    prepare_reading()
    (reading,) = children_of(os.getpid()) - before
    os.kill(reading, signal.SIGKILL)
    assert len(read_workbook(foreign("46"))[0].rows) == 3


def test_nothing_is_imported_from_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end_reading()
    (tmp_path / "cluster_desktop").mkdir()
    for name in ("zipfile.py", "cluster_desktop/__init__.py"):
        (tmp_path / name).write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(read_workbook(foreign("46"))[0].rows) == 3


def test_stopping_ends_the_reading_and_the_next_file_is_read() -> None:
    def stop(_done: int, _total: int) -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        read_workbook(foreign("46"), stop)
    assert len(read_workbook(foreign("46"))[0].rows) == 3


@needs_linux
def test_a_process_that_gives_no_answer_is_given_up(child: Child) -> None:
    assert list(child.ask(("kind", str(foreign("46"))), lambda: None)) == [""]
    os.kill(child.process_id, signal.SIGSTOP)
    with pytest.raises(ChildTooSlow):
        list(child.ask(("kind", str(foreign("46"))), lambda: None, seconds=0.2))


def test_a_process_that_was_ended_gives_no_answer(child: Child) -> None:
    child.end()
    assert not child.alive
    with pytest.raises(ChildEnded):
        list(child.ask(("kind", "x"), lambda: None))


def test_a_failure_nobody_foresaw_tells_its_place_in_the_program(child: Child) -> None:
    with pytest.raises(ChildFailed, match="TypeError") as caught:
        list(child.ask(("kind", None), lambda: None))
    assert any("file_reading.py" in note for note in caught.value.__notes__)


def test_only_values_come_back(child: Child) -> None:
    with pytest.raises(pickle.UnpicklingError, match="Path"):
        message_in(pickle.dumps(Path("x")))
    # Unknown to this child, whose program did not name the class.
    with pytest.raises(pickle.UnpicklingError, match="Sheet"):
        list(child.ask(("sheets", str(foreign("46"))), lambda: None))


@needs_linux
def test_the_process_goes_with_the_program_that_started_it() -> None:
    program = (
        "from cluster_desktop.exchange.tables.spreadsheets import read_workbook\n"
        "from pathlib import Path\n"
        f"read_workbook(Path({str(foreign('46'))!r}))\n"
        "print('đọc xong', flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as parent:
        assert parent.stdout.readline() == "đọc xong\n"
        (reading,) = children_of(parent.pid)
        parent.kill()
    with contextlib.suppress(ProcessLookupError):  # it has gone already
        descriptor = os.pidfd_open(reading)
        ended, _, _ = select.select([descriptor], [], [], 30)
        os.close(descriptor)
        assert ended
