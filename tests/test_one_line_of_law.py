"""A threshold for one more year is one line of resources/law/catalogue.toml: verdict and law card follow it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_one_field import PROGRAM, ROOT, contents, edit

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

CATALOGUE = "resources/law/catalogue.toml"
LINE = '2027-01-01 = { value = 4, basis = "Nghị định số 1/2027/NĐ-CP, Điều 1", certain = "C" }\n'


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program whose law has the line."""
    copy = tmp_path / "chương trình"
    for name in PROGRAM:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    edit(copy / CATALOGUE, '\n[[rule]]\nkey = "CSTDT.initiative"', LINE)
    return copy


def look(program: Path, workspace: Path) -> dict[str, Any]:
    """What the changed program says of somebody with three years in a row."""
    script = Path(__file__).with_name("look_for_law.py")
    environment = os.environ | {
        "PYTHONPATH": str(program),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, str(script), str(workspace)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_one_line_changes_the_law_of_its_year_and_of_no_other(program: Path, tmp_path: Path) -> None:
    old, new = contents(ROOT), contents(program)
    assert {name for name in new if old.get(name) != new[name]} == {CATALOGUE}
    assert len(new[CATALOGUE].splitlines()) == len(old[CATALOGUE].splitlines()) + 1
    seen = look(program, tmp_path / "Sổ.sothidua")
    assert Path(seen["program"]).is_relative_to(program)
    assert seen["verdicts"]["2026"][0] == "PASS"
    assert seen["verdicts"]["2027"] == ["FAIL", "Nghị định số 1/2027/NĐ-CP, Điều 1", "C"]
    assert seen["four"][0] == "PASS"
    assert seen["card"]["Luật 2022, Nghị định 152/2025"] == ["3", "chắc chắn"]
    assert seen["card"]["Luật 2022 sửa đổi năm 2026 (chưa kiểm chứng)"] == ["3", "chưa kiểm chứng"]
    changed = seen["card"]["Luật 2022 sửa đổi năm 2026 (chưa kiểm chứng), từ 01/01/2027"]
    assert changed == ["4", "chắc chắn"]
