"""The start of the program."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STARTED = """
from cluster_desktop.app import main
try:
    main(["--version"])
except SystemExit:
    pass
from cluster_desktop.domain.record_kinds.kinds import KINDS
print(*(choice.code for choice in KINDS["nomination"].field("regime").choices))
"""


def test_a_program_that_is_started_lets_a_nomination_name_every_regime_of_the_law() -> None:
    command = [sys.executable, "-c", STARTED]
    environment = os.environ | {"PYTHONUTF8": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1].split() == ["R2014", "R2017", "R2024", "R2025", "R2026"]
