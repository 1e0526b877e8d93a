"""Check that a workspace is sound: SQLite's own checks, links, the search index, stored files."""

import hashlib
import sqlite3
from dataclasses import dataclass

from cluster_desktop.records.file.failures import explained
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.stints import unsettled


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of a check: sound or not, and a Vietnamese sentence for each thing that is not."""

    ok: bool
    problems: tuple[str, ...]


def check(workspace: Workspace) -> CheckReport:
    """Check the open workspace thoroughly; changes nothing."""
    with workspace.alone() as raw:
        problems = [*unsound(raw), *_broken_files(raw)]
    if others := workspace.read(unsettled):
        problems.append(f"Thông tin hiện tại của {len(others)} người không khớp với quá trình công tác, trình độ.")
    return CheckReport(not problems, tuple(problems))


def unsound(raw: sqlite3.Connection) -> list[str]:
    """List what SQLite finds wrong: pages, links between tables, the search index."""
    problems = [f"Cấu trúc tệp có lỗi: {row[0]}" for row in raw.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    for table, _row, parent, _number in raw.execute("PRAGMA foreign_key_check"):
        problems.append(f"Bảng {table} có bản ghi trỏ tới {parent} không còn tồn tại.")
    try:
        raw.execute("INSERT INTO person_search(person_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        problems.append("Bảng tra cứu tên không khớp danh sách cán bộ. Hãy chọn “Lập lại bảng tra cứu”.")
    return problems


def rebuild_search(workspace: Workspace) -> None:
    """Rebuild the index of names from the roster."""
    with workspace.alone() as raw, explained(workspace.path):
        raw.execute("INSERT INTO person_search(person_search) VALUES ('rebuild')")


def _broken_files(raw: sqlite3.Connection) -> list[str]:
    stored = raw.execute("SELECT sha256, data FROM blob")
    broken = [digest for digest, data in stored if hashlib.sha256(data).hexdigest() != digest]
    return ["Một ảnh hoặc tệp đính kèm bị hỏng nội dung."] * len(broken)
