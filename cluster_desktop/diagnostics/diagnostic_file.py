"""Write the diagnostic file: all a supporter needs to know about a computer, and nothing about people.

No name, no file name, no folder: numbers, versions, kinds and places in the program.
"""

import datetime
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import cluster_desktop
from cluster_desktop import settings
from cluster_desktop.diagnostics import crash_log, self_test
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.output_file import open_target
from cluster_desktop.records.file import backup, checking
from cluster_desktop.records.file.file_locations import place_of
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing

_OPENING: Final = (
    "Tệp chẩn đoán của Sổ Thi Đua. Trong này không có họ tên, tên tệp hay thư mục của ai;\n"
    "chỉ có phiên bản, con số và chỗ lỗi trong chương trình. Xin đọc lại trước khi gửi."
)
_SHOWN_SETTINGS: Final = ("scheme", "page", "year", "splitter", "sidebar")


def write_diagnostics(path: Path, workspace: Workspace | None, backups: Path, screen: Sequence[str]) -> None:
    """Write the diagnostic file; *screen* are the lines about the window. Raises CannotWrite."""
    parts = {
        "Chương trình": _program(),
        "Màn hình và máy in": screen,
        "Thiết lập": _settings(),
        "Sổ đang mở": _workspace_lines(workspace, backups) if workspace else ["không có"],
        "Tự kiểm tra": _self_test(),
        "Lỗi gần đây": list(crash_log.recent()) or ["không có"],
    }
    text = "\n\n".join([_OPENING, *(f"[{head}]\n" + "\n".join(lines) for head, lines in parts.items())])
    with open_target(path) as stream:
        stream.write(f"{text}\n".encode())


def _program() -> list[str]:
    how = "bản cài" if getattr(sys, "frozen", False) else "chạy từ mã nguồn"
    return [
        f"Sổ Thi Đua {cluster_desktop.__version__}, {how}",
        f"{platform.platform()}, {platform.machine()}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        f"Giờ máy: {datetime.datetime.now().astimezone():%d/%m/%Y %H:%M %z}",
    ]


def _settings() -> list[str]:
    values = settings.Settings.load().values
    return [f"{key}: {value if key in _SHOWN_SETTINGS else 'có'}" for key, value in sorted(values.items())]


def _workspace_lines(workspace: Workspace, backups: Path) -> list[str]:
    kept = backup.backups_in(backups)
    newest = f"{kept[0].at:%d/%m/%Y %H:%M}" if kept else "chưa có"
    counts = (f"{kind.label}: {workspace.read(listing.count, Listing(kind=kind.key))}" for kind in KINDS.values())
    return [
        f"Nơi để sổ: {place_of(workspace.path).value}; đường dẫn dài {len(str(workspace.path))} ký tự",
        f"Dung lượng: {show_number(workspace.path.stat().st_size // 1024)} KB",
        f"Bản sao lưu: {len(kept)}, gần nhất {newest}",
        f"Kiểm tra: {'toàn vẹn' if checking.check(workspace).ok else 'có lỗi'}",
        *counts,
    ]


def _self_test() -> Iterator[str]:
    for result in self_test.tried(self_test.trials()):
        yield f"{'được' if result.works else 'LỖI'}  {result.name}: {crash_log.depersonalised(result.seen)}"
