"""A second start hands its file to the program that runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cluster_desktop.ui.single_instance import SingleInstance, program_name

ROOT = Path(__file__).resolve().parents[2]
SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from cluster_desktop.ui.single_instance import SingleInstance, program_name
app = QCoreApplication([])
sys.exit(0 if SingleInstance(program_name()).hand_over(sys.argv[1]) else 1)
"""


def second_start(path: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND, path], cwd=ROOT, env=os.environ | {"PYTHONUTF8": "1"})


@pytest.mark.usefixtures("qapp")
def test_the_first_start_finds_nobody() -> None:
    assert second_start("a.sothidua").wait() == 1


@pytest.mark.parametrize("path", ["", "/nhà/Cụm số 2 “mẫu”.sothidua", "/" + "dài" * 2000])
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
        "from cluster_desktop.ui.single_instance import SingleInstance, program_name\n"
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
