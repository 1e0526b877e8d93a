"""An older file becomes one of the present schema, on a copy: a failure at any step changes nothing."""

import filecmp
import os
import shutil
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from cluster_desktop import errors
from cluster_desktop.records import connection, schema
from cluster_desktop.records.copying import copy_whole
from cluster_desktop.records.failures import explained


def upgrade_file(path: Path, version: int) -> None:
    """Migrate a copy of the closed file, check it, keep the old file beside it, then swap.

    Raises WorkspaceDamaged when the file cannot be brought to the present schema, DiskFull, CannotWrite.
    """
    copy = path.with_name(f".{path.name}.{os.getpid()}.nang-cap")
    try:
        try:
            shutil.copy2(path, copy)
            _migrate(copy, path.name)
            _keep(path, version)
            os.replace(copy, path)
        finally:
            copy.unlink(missing_ok=True)
    except OSError as error:
        errors.raise_for_os_error(error, path)


def _migrate(copy: Path, name: str) -> None:
    try:
        with explained(copy.with_name(name)):
            sound = _migrated_soundly(copy)
    except DBAPIError as error:
        raise _not_upgraded(name) from error
    if not sound:
        raise _not_upgraded(name)


def _migrated_soundly(copy: Path) -> bool:
    raw = connection.connect(copy)
    try:
        with connection.engine_on(raw).begin() as link:
            schema.upgrade(link)
        whole = raw.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        return whole and not raw.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        raw.close()


def _not_upgraded(name: str) -> errors.WorkspaceDamaged:
    return errors.WorkspaceDamaged(
        f"Không nâng cấp được “{name}” vì dữ liệu không toàn vẹn; tệp cũ giữ nguyên. "
        "Hãy mở bằng phiên bản cũ hoặc dùng “Khôi phục từ bản sao lưu”."
    )


def _keep(path: Path, version: int) -> None:
    """Copy the old file beside itself under a free name, unless that very copy is there already."""
    name = f"{path.stem} (trước khi nâng cấp từ bản {version})"
    taken = 0
    while (kept := path.with_name(f"{name}{f' {taken + 1}' if taken else ''}{path.suffix}")).exists():
        if filecmp.cmp(path, kept, shallow=False):
            return
        taken += 1
    copy_whole(path, kept)
