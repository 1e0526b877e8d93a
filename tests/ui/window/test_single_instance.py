"""A second start hands its file to the program that runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from cluster_desktop.ui.window.single_instance import SingleInstance, program_name

ROOT = Path(__file__).resolve().parents[3]
SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from cluster_desktop.ui.window.single_instance import ProgramSilent, SingleInstance, program_name
app = QCoreApplication([])
try:
    sys.exit(0 if SingleInstance(program_name()).hand_over(sys.argv[1]) else 1)
except ProgramSilent as error:
    print(error.sentence)
    sys.exit(2)
"""


def second_start(path: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND, path], cwd=ROOT, env=os.environ | {"PYTHONUTF8": "1"})


@pytest.mark.usefixtures("qapp")
def test_the_first_start_finds_nobody() -> None:
    assert second_start("a.sothidua").wait() == 1


@pytest.mark.parametrize(
    "path",
    ["", "/nhà/Cụm số 2 “mẫu”.sothidua", "/" + "dài" * 2000, "/hai\ndòng.sothidua"],
    ids=["none", "letters", "long", "two lines"],
)
def test_the_file_of_a_second_start_arrives(qtbot: QtBot, path: str) -> None:
    first = SingleInstance(program_name())
    first.listen()
    with qtbot.waitSignal(first.asked) as asked:
        other = second_start(path)
    assert asked.args == [path]
    assert other.wait() == 0


@pytest.mark.usefixtures("qapp")
def test_other_settings_are_another_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = SingleInstance(program_name())
    first.listen()
    monkeypatch.setenv("SO_THI_DUA_HOME", str(tmp_path))
    assert second_start("a.sothidua").wait() == 1


def test_what_a_killed_program_left_behind_is_taken_over(qtbot: QtBot) -> None:
    killed = (
        "import os\nfrom PySide6.QtCore import QCoreApplication\n"
        "from cluster_desktop.ui.window.single_instance import SingleInstance, program_name\n"
        "app = QCoreApplication([])\none = SingleInstance(program_name())\none.listen()\nos._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", killed], cwd=ROOT, check=False)
    first = SingleInstance(program_name())
    assert not first.hand_over("a")
    first.listen()
    with qtbot.waitSignal(first.asked) as asked:
        other = second_start("b.sothidua")
    assert asked.args == ["b.sothidua"]
    assert other.wait() == 0


@pytest.mark.usefixtures("qapp")
def test_a_program_that_shows_no_window_takes_no_file(qtbot: QtBot) -> None:
    first = SingleInstance(program_name(), lambda: False)
    first.listen()
    taken: list[str] = []
    first.asked.connect(taken.append)
    other = second_start("a.sothidua")
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
    assert other.returncode == 1
    assert taken == []


@pytest.mark.usefixtures("qapp")
def test_a_program_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    first = SingleInstance(program_name())
    first.listen()  # and no event loop turns, as in a program that hangs
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    command = [sys.executable, "-c", SECOND, "a.sothidua"]
    other = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert other.returncode == 2
    assert "đang chạy nhưng chưa trả lời" in other.stdout.decode()


@pytest.mark.parametrize("line", [b"/tmp/a.sothidua\n", b"[1]\n", b"\xff\xfe\n", b"[" * 90_000 + b"\n", b"x" * 300_000])
def test_what_no_start_of_ours_says_opens_nothing(qtbot: QtBot, line: bytes) -> None:
    first = SingleInstance(program_name())
    first.listen()
    taken: list[str] = []
    first.asked.connect(taken.append)
    stranger = QLocalSocket()
    stranger.connectToServer(program_name())
    stranger.write(line)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert taken == []
    assert second_start_is_taken(qtbot, first)


def test_callers_that_say_nothing_keep_nobody_waiting(qtbot: QtBot) -> None:
    first = SingleInstance(program_name())
    first.listen()
    silent = [QLocalSocket() for _ in range(10)]
    for caller in silent:
        caller.connectToServer(program_name())
    assert second_start_is_taken(qtbot, first)


def second_start_is_taken(qtbot: QtBot, first: SingleInstance) -> bool:
    with qtbot.waitSignal(first.asked) as asked:
        other = second_start("b.sothidua")
    return asked.args == ["b.sothidua"] and other.wait() == 0
