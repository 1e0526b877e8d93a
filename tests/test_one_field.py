"""A new field of a person is described once: three edits, and every part of the program knows it."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.records.file import schema
from tests.records.keep_file import RELEASED, kept_file

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ("cluster_desktop", "resources")
FIELD_FILE = "cluster_desktop/domain/people/people.py"
COLUMN_FILE = "cluster_desktop/records/models/people.py"
VERSIONS = "cluster_desktop/records/migrations/versions"

MIGRATION = '''"""{words} of a person."""

import sqlalchemy as sa
from alembic import op

revision = "{number:04d}"
down_revision = "{before:04d}"


def upgrade() -> None:
    """Add the column."""
    op.add_column("person", sa.Column("{key}", sa.String(), nullable=True))
'''


@dataclass(frozen=True)
class NewField:
    """The field, how it is declared, a heading of other people's tables, and something to fill in."""

    key: str
    label: str
    declared: str
    heading: str
    value: str
    shown: str
    offered: tuple[str, ...] = ()


TEXT = NewField(
    key="blood_group",
    label="Nhóm máu",
    declared='text("Nhóm máu", aliases="Máu|Nhóm máu ABO", part=CONTACT)',
    heading="NHOM MAU ABO",
    value="O đỏ <b>&",
    shown="O đỏ <b>&",
)
CHOICE = NewField(
    key="second_degree",
    label="Bằng thứ hai",
    declared='choice("Bằng thứ hai", tuple(Degree)[:3], heading="Bằng 2", aliases="Văn bằng 2", part=SKILLS)',
    heading="Văn bằng 2",
    value="THAC_SI",
    shown="Thạc sĩ",
    offered=("Tiến sĩ", "Thạc sĩ", "Cử nhân", "Chưa ghi nhận"),
)


def edit(file: Path, before: str, added: str) -> None:
    """Put lines in front of the only place that reads *before*."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, added + before), encoding="utf-8")


def add_field(program: Path, field: NewField) -> None:
    """The three edits that docs/ARCHITECTURE.md promises."""
    email = re.search(r"\n    email: str \| None = .*\n", (program / FIELD_FILE).read_text(encoding="utf-8"))
    assert email is not None
    edit(program / FIELD_FILE, email.group(), f"\n    {field.key}: str | None = {field.declared}")
    edit(program / COLUMN_FILE, "    marked_key: Mapped[str]", f"    {field.key}: Mapped[str | None]\n")
    number = schema.newest() + 1
    migration = MIGRATION.format(words=field.key, key=field.key, number=number, before=number - 1)
    (program / VERSIONS / f"{number:04d}_{field.key}.py").write_text(migration, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the program by its place."""
    files = (file for name in PROGRAM for file in (folder / name).rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files if "__pycache__" not in file.parts}


def look(program: Path, workspace: Path, field: NewField) -> dict[str, Any]:
    """Run the changed program on an older workspace and gather what it knows of the field."""
    script = Path(__file__).with_name("look_for_field.py")
    environment = os.environ | {
        "PYTHONPATH": str(program),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, str(script), str(workspace), field.key, field.heading, field.value, field.shown]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.parametrize("field", [TEXT, CHOICE], ids=["text", "choice"])
def test_a_field_a_column_and_a_migration_are_all_it_takes(tmp_path: Path, field: NewField) -> None:
    program = tmp_path / "chương trình"
    for name in PROGRAM:
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("__pycache__"))
    add_field(program, field)
    old, new = contents(ROOT), contents(program)
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    assert changed == {FIELD_FILE, COLUMN_FILE, f"{VERSIONS}/{schema.newest() + 1:04d}_{field.key}.py"}

    workspace = tmp_path / "Sổ cũ.sothidua"
    shutil.copy(kept_file(RELEASED[-1]), workspace)
    seen = look(program, workspace, field)
    assert Path(seen["program"]).is_relative_to(program)
    assert seen["problems"] == []
    known = "Hoàng Thị Thuý Điều"
    heading = "Bằng 2" if field is CHOICE else field.label

    assert (seen["form"]["asked"], seen["form"]["before"]) == (field.label, None)
    assert len(seen["form"]["parts"]) == 1
    assert field.label in seen["table"]["offered"]
    assert (seen["table"]["heading"], seen["table"]["cell"]) == (heading, field.shown)
    assert seen["history"] == [field.label, "", field.shown]
    assert seen["undone"] is None
    assert field.label in seen["import"]["uses"]
    assert seen["import"]["value"] == field.value
    assert seen["excel"] == [["Họ và tên", heading], [known, field.shown], ["Giàng A Páo", field.shown]]
    assert seen["filter"] == {"offered": list(field.offered), "with": [known], "without": []}
