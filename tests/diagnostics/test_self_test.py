"""A copy of the program says by itself whether all of it works, and what does not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.diagnostics import self_test

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[2]
TRIED = {"sqlite", "resources", "fonts", "layouts", "book", "words", "pictures", "window", "printing"}


def outcome(folder: Path, target: Path) -> tuple[int, dict[str, bool]]:
    """Run the self-test of the copy in *folder*; its exit code and what works."""
    command = [sys.executable, "-m", "cluster_desktop", "--self-test", str(target)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    code = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode
    found = json.loads(target.read_text(encoding="utf-8"))
    assert found["ok"] is (code == 0)
    return code, {finding["name"]: finding["works"] for finding in found["findings"]}


def test_this_copy_works(tmp_path: Path) -> None:
    code, works = outcome(ROOT, tmp_path / "kết quả.json")
    assert works == dict.fromkeys(TRIED, True)
    assert code == 0


def test_a_copy_without_its_fonts_says_so(tmp_path: Path) -> None:
    for name in ("cluster_desktop", "resources"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.ttf"))
    code, works = outcome(tmp_path, tmp_path / "kết quả.json")
    assert code == 1
    assert {name for name, fine in works.items() if not fine} >= {"fonts", "book"}
    assert works["sqlite"]


@pytest.mark.parametrize(
    ("failure", "seen"), [(errors.Refused("Không được."), "Không được."), (OSError("gone"), "OSError: gone")]
)
def test_a_failure_is_a_finding_and_the_test_goes_on(failure: Exception, seen: str) -> None:
    def failing() -> str:
        raise failure

    found = self_test.tried([("first", failing), ("second", lambda: "fine")])
    assert [(item.name, item.works, item.seen) for item in found] == [("first", False, seen), ("second", True, "fine")]
    assert self_test.report(found)["ok"] is False
