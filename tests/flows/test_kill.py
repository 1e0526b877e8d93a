"""A program that is killed without warning loses nothing that it confirmed and half-writes nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
EXCHANGES = 25  # of each kind


@pytest.mark.skipif(not hasattr(os, "fork"), reason="sessions are forked and killed as POSIX systems do it")
def test_killing_sessions_of_edits_loses_nothing(tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("killed_sessions.py")), str(tmp_path), str(KILLS)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["problems"] == []
    assert told["kills"] >= KILLS
    # The moments were what they should be: after confirmed acts, and often in the middle of one.
    assert told["confirmed"] > KILLS / 4
    assert told["under_way"] > KILLS / 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked and killed as POSIX systems do it")
def test_killing_upgrades_and_restores_leaves_the_old_or_the_new_content(tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("killed_exchanges.py")), str(tmp_path), str(EXCHANGES)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["problems"] == []
    # Many met the work under way, and some of them SQLite in the middle of writing.
    assert told["under_way"] > EXCHANGES / 2
    assert told["half_written"] > 0
