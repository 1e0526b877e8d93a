"""Three hundred people of two schools, written straight into the file, and a window's worth of operations."""

import sqlite3
from contextlib import closing
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.kinds import owned_kinds
from cluster_desktop.domain.text import names
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_spec import ChildTab, ListSpec

FAMILIES = ("Nguyễn", "Trần", "Lê", "Nông", "Lò", "Đặng", "Tẩn", "Bế", "Sùng", "Giàng")
MIDDLES = ("Văn", "Thị", "Ngọc", "Thu", "A")
GIVENS = ("Hiệp", "An", "Ân", "Điều", "Oanh", "Yến")

SPEC = ListSpec(
    kind="person",
    add_text="Thêm người",
    filters=("unit_uid", "degree"),
    subtitle=("position", "unit_uid"),
    carried=("unit_uid", "department_uid"),
    children=(
        *(ChildTab(kind=kind.key, owner=owner) for kind, owner in owned_kinds("person") if kind.key != "attachment"),
        ChildTab(kind="award", owner="person_uid", read_only=True),
    ),
)


# The off-screen platform of the tests has no window manager to ask.
def add_unit(workspace: Workspace, short_name: str) -> str:
    """A school with one faculty; its uid."""
    code = names.fold(short_name).replace(" ", "").upper()
    draft = UnitDraft(code=code, name=f"Trường Chính trị tỉnh {short_name}", short_name=short_name)
    uid = records.create(workspace, draft).uids[0]
    records.create(workspace, DepartmentDraft(unit_uid=uid, name=f"Khoa Xây dựng Đảng {short_name}"))
    return uid


def add_people(workspace: Workspace, unit: str) -> int:
    """Every combination of the names above; gives how many."""
    everybody = [" ".join(parts) for parts in product(FAMILIES, MIDDLES, GIVENS)]
    with workspace.changing("Thêm cán bộ") as session:
        for name in everybody:
            records.add(session, PersonDraft(full_name=name, unit_uid=unit))
    return len(everybody)


def put_in(workspace: Workspace, path: Path) -> None:
    """Make what the file at *path* holds the content of the open workspace; both began as copies of one file."""
    with workspace.alone() as raw, closing(sqlite3.connect(path)) as source:
        source.backup(raw)


def copy_person(workspace: Workspace, uid: str, count: int) -> None:
    """*count* copies of a person, written straight into the file, in the order of their numbers."""
    with workspace.alone() as raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(person)")]
        own = {"uid": "printf('%036d', i)", "full_name": "'Người ' || i", "sort_key": "printf('%09d', i)"}
        values = ", ".join(own.get(column, f"p.{column}") for column in columns)
        raw.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            f"INSERT INTO person SELECT {values} FROM n, person p WHERE p.uid = ?",
            (count, uid),
        )
        raw.commit()


def operations_on(qtbot: QtBot, workspace: Workspace) -> Operations:
    """What a page works with, without the window around it."""
    window = QWidget()
    qtbot.addWidget(window)
    return Operations(workspace, window)
