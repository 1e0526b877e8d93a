"""A new kind of record is described once: its draft, its table and a migration that the program writes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.records.file import schema
from tests.records.keep_file import RELEASED, kept_file
from tests.test_one_field import PROGRAM, ROOT, VERSIONS, contents

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

DRAFT_FILE = "cluster_desktop/domain/units/units.py"
TABLE_FILE = "cluster_desktop/records/models/units.py"
DRAFT = '''

@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VisitDraft(Draft, kind="visit", label="chuyến thăm", title=("purpose",), owners=("unit_uid",)):
    """A visit to a unit."""

    unit_uid: str | None = reference("Đơn vị", "unit", required=True, listed=True, filterable=True)
    purpose: str | None = text("Mục đích", required=True, listed=True)
    held_on: PartialDate | None = date("Ngày thăm", listed=True)
'''
TABLE = '''

class Visit(Record):
    """A visit to a unit."""

    SORTED_BY = "purpose"

    unit_uid: Mapped[str] = refers_to("unit")
    purpose: Mapped[str]
    held_on: Mapped[PartialDate | None]
'''


def run(program: Path, script: str, *words: str) -> str:
    """Run a script of the tests with the changed program; gives what it prints."""
    environment = os.environ | {
        "PYTHONPATH": str(program),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, str(Path(__file__).with_name(script)), *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_draft_a_table_and_the_migration_written_from_it_are_all_it_takes(tmp_path: Path) -> None:
    program = tmp_path / "chương trình"
    for name in PROGRAM:
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file, added in ((DRAFT_FILE, DRAFT), (TABLE_FILE, TABLE)):
        with (program / file).open("a", encoding="utf-8") as end:
            end.write(added)
    run(program, "new_migration.py", "visits")
    old, new = contents(ROOT), contents(program)
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    assert changed == {DRAFT_FILE, TABLE_FILE, f"{VERSIONS}/{schema.newest() + 1:04d}_visits.py"}

    workspace = tmp_path / "Sổ cũ.sothidua"
    shutil.copy(kept_file(RELEASED[-1]), workspace)
    seen: dict[str, Any] = json.loads(run(program, "look_for_kind.py", str(workspace)))
    assert Path(seen["program"]).is_relative_to(program)
    assert seen["problems"] == []
    first, second = "Trao đổi nghiệp vụ <b>&", "Ký kết hợp tác"
    assert seen["kinds"].index("unit") < seen["kinds"].index("visit")
    assert seen["created"] == [first, True, "05/2020"]
    assert seen["history"] == ["Mục đích", first, second]
    headings, (unit, *cells) = seen["listed"]
    assert (headings, cells) == (["Đơn vị", "Mục đích", "Ngày thăm"], [second, "05/2020"])
    assert "Đơn vị" in seen["filters"]
    assert seen["undone"] == first
    assert seen["excel"] == [headings, [unit, *cells]]
    assert (seen["deleted"], seen["restored"]) == (0, 1)
    assert seen["typed"] == [0, 0, 0, 0, True]
