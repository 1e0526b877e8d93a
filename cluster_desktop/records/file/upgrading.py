"""Upgrade an older file to the present schema in one transaction under its lock: all of it or nothing."""

import filecmp
import sqlite3
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from cluster_desktop import errors
from cluster_desktop.records.file import connection, schema
from cluster_desktop.records.file.failures import explained
from cluster_desktop.records.file.holding import Hold, copy_held, place, unfinished
from cluster_desktop.records.search_keys import write_search_keys
from cluster_desktop.records.stints import settle_all


def upgrade_file(raw: sqlite3.Connection, path: Path, held: Hold) -> None:
    """Bring the open file to the present schema and check it; a copy of the old file is kept beside it.

    Raises WorkspaceDamaged when the file cannot be brought to the present schema, DiskFull, CannotWrite.
    """
    try:
        with explained(path), unfinished(path) as copy:
            copy_held(held.file, copy)
            _migrate(raw, path, copy)
    except OSError as error:
        errors.raise_for_os_error(error, path)
    except DBAPIError as error:
        raise _not_upgraded(path.name) from error


def _migrate(raw: sqlite3.Connection, path: Path, copy: Path) -> None:
    version, kept = _version(raw), None
    try:
        with connection.engine_on(raw).begin() as link:
            schema.upgrade(link)
            write_search_keys(link)
            settle_all(link)
            _check(link, path.name)
            kept = _keep(copy, path, version)
    except BaseException:
        if kept is not None and _version(raw) == version:
            kept.unlink(missing_ok=True)
        raise


def _version(raw: sqlite3.Connection) -> int:
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def _check(link: Connection, name: str) -> None:
    whole = link.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() == "ok"
    if not whole or link.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise _not_upgraded(name)


def _not_upgraded(name: str) -> errors.WorkspaceDamaged:
    return errors.WorkspaceDamaged(
        f"Không nâng cấp được “{name}” vì dữ liệu không toàn vẹn; tệp cũ giữ nguyên. "
        "Hãy mở bằng phiên bản cũ hoặc dùng “Khôi phục từ bản sao lưu”."
    )


def _keep(copy: Path, path: Path, version: int) -> Path | None:
    """Give the copy of the old content a free name; None when that very copy has one already."""
    earlier = takewhile(Path.exists, _names(path, version))
    if any(filecmp.cmp(copy, kept, shallow=False) for kept in earlier):
        return None
    return place(copy, _names(path, version))


def _names(path: Path, version: int) -> Iterator[Path]:
    name = f"{path.stem} (trước khi nâng cấp từ bản {version})"
    for number in count(1):
        yield path.with_name(f"{name}{f' {number}' if number > 1 else ''}{path.suffix}")
