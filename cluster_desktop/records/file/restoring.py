"""Restore a workspace from a backup without losing the present file, sound or damaged, and without opening it."""

import datetime
import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import FileIO
from operator import attrgetter
from pathlib import Path

from cluster_desktop import errors
from cluster_desktop.records.file import connection
from cluster_desktop.records.file.backup import Backup, backups_in, check_digest, dated_names, reading, verify
from cluster_desktop.records.file.failures import explained
from cluster_desktop.records.file.holding import Hold, claimed, copy_held, place, replace, sync, unfinished

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)
_JOURNALS = ("-journal", "-wal", "-shm")
_BEFORE_RESTORE = " (trước khi khôi phục)"


@dataclass(frozen=True, slots=True)
class BackedUpWorkspace:
    """A workspace of which backups are kept: its uid, its name at the newest one, the backups, newest first."""

    uid: str
    name: str
    backups: tuple[Backup, ...]


def backed_up_workspaces(folder: Path) -> tuple[BackedUpWorkspace, ...]:
    """List the workspaces with backups below *folder* (one folder for each uid), the one backed up last first."""
    workspaces = []
    try:
        folders = [path for path in folder.iterdir() if path.is_dir()]
    except OSError:  # no backup was ever made, or nobody may look
        return ()
    for path in folders:
        if backups := backups_in(path):
            name = next((item.of for item in backups if not item.of.endswith(_BEFORE_RESTORE)), backups[0].of)
            workspaces.append(BackedUpWorkspace(path.name, name, backups))
    return tuple(sorted(workspaces, key=lambda workspace: workspace.backups[0].at, reverse=True))


def backups_of(path: Path, uid: str, workspaces: tuple[BackedUpWorkspace, ...]) -> tuple[Backup, ...]:
    """Choose the backups of the workspace at *path*: of its *uid*, or of its name where no uid is remembered."""
    for workspace in workspaces:
        if workspace.uid == uid:
            return workspace.backups
    named = (item for workspace in workspaces for item in workspace.backups if not uid and item.of == path.stem)
    return tuple(sorted(named, key=attrgetter("at"), reverse=True))


def put_back(chosen: Path, target: Path, folder: Path) -> Path | None:
    """Put the backup *chosen* at *target*, whatever stands there now; gives where that was kept, None for nothing.

    A sound file is kept as a copy in *folder*. A damaged one is kept beside *target* under a name that says so,
    renamed and not copied, because a broken disk may no longer give all of it. Raises what :func:`restore` raises;
    everything is then as it was.
    """
    _refuse_the_same(chosen, target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        errors.raise_for_os_error(error, target.parent)
    if not _is_damaged(target):
        return restore(chosen, target, folder)
    with _set_aside(target) as kept:
        restore(chosen, target, folder)
    return kept


def restore(backup: Path, target: Path, folder: Path) -> Path | None:
    """Put *backup* in the place of *target*; a copy of the present file is first kept in *folder*.

    Gives the path of that copy, None when there was no file. Raises WorkspaceLocked when the target is open
    somewhere, WorkspaceDamaged when the backup is unsound, WorkspaceNewer and WorkspaceOlder when this program
    cannot open it; in all cases nothing is changed.
    """
    with reading(backup) as source:
        with explained(backup):
            verify(source, backup.name)
        check_digest(backup)
        try:
            if not target.exists() or target.stat().st_size == 0:
                return _replace(backup, target, folder)
            with closing(Hold(target)) as hold:
                present = _opened(target)
                if present is not None:
                    with explained(target), closing(present):
                        return _overwrite(source, present, hold, target, folder)
            return _replace(backup, target, folder)
        except OSError as error:
            errors.raise_for_os_error(error, target)


def _opened(target: Path) -> sqlite3.Connection | None:
    """Open and lock the file that a backup is to be written into; None when SQLite cannot open it."""
    try:
        with explained(target):
            return connection.connect(target)
    except (errors.NotAWorkspace, errors.WorkspaceDamaged):
        return None


def _overwrite(source: sqlite3.Connection, present: sqlite3.Connection, hold: Hold, target: Path, folder: Path) -> Path:
    """Write the backup into the locked file in one transaction; the present content is kept."""
    kept = _keep(hold.file, target, folder)
    present.execute("PRAGMA cache_size = -16000")  # kilobytes; the fewer times the journal must reach the disk
    source.backup(present)
    verify(present, target.name)
    return kept


def _replace(backup: Path, target: Path, folder: Path) -> Path | None:
    """Put a copy of the backup where nothing is, or a file that SQLite cannot open; such a file is kept."""
    kept = None
    with unfinished(target) as fresh:
        shutil.copy2(backup, fresh)
        sync(fresh)
        new = not target.exists()
        with claimed(target, new=new) as claim:
            if not new:
                kept = _keep(claim, target, folder)
            for name in _journals(target):
                if name.exists():  # SQLite would play it into the new file
                    os.replace(name, name.with_name(f"{name.name}.cu"))
            replace(claim, target, fresh)
    return kept


def _keep(present: FileIO, target: Path, folder: Path) -> Path:
    """Copy the present file into *folder*, under a name with the time in it."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{target.stem}{_BEFORE_RESTORE}"
    names = dated_names(folder, stem, datetime.datetime.now())
    with unfinished(folder / stem) as copy:
        copy_held(present, copy)
        return place(copy, names)


def _refuse_the_same(chosen: Path, target: Path) -> None:
    try:
        standing = target.stat()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        errors.raise_for_os_error(error, target)
    if stat.S_ISDIR(standing.st_mode):
        raise errors.CannotWrite(f"“{errors.shown_path(target)}” là một thư mục. Hãy chọn tên khác cho sổ.")
    if chosen.exists() and os.path.samestat(chosen.stat(), standing):
        raise errors.Refused(f"“{target.name}” chính là tệp đang được thay. Hãy chọn một bản sao lưu của nó.")


def _is_damaged(target: Path) -> bool:
    """Tell whether nothing can use the file that stands there; it is only read. Raises WorkspaceLocked."""
    if not target.exists():
        return False
    if not target.stat().st_size:
        return True
    try:
        address = f"{connection.address(target.absolute())}?mode=ro"
        with explained(target), closing(sqlite3.connect(address, uri=True, timeout=0.2)) as raw:
            return str(raw.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok"
    except errors.WorkspaceLocked:
        raise
    except errors.UserError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
        return code in _DAMAGED  # what else is amiss, such as a missing right, is for the restore to say


@contextmanager
def _set_aside(target: Path) -> Iterator[Path]:
    """Give the damaged file and its journals another name beside it; a failure of the block gives them back."""
    names = dated_names(target.parent, f"{target.stem} (bị hỏng)", datetime.datetime.now(), target.suffix)
    kept = next(name for name in names if not name.exists())
    moved: list[tuple[Path, Path]] = []
    try:
        for old, new in zip((target, *_journals(target)), (kept, *_journals(kept)), strict=True):
            if old.exists():
                os.replace(old, new)
                moved.append((old, new))
        yield kept
    except BaseException as error:
        for old, new in moved:
            os.replace(new, old)
        if isinstance(error, OSError):
            errors.raise_for_os_error(error, target)
        raise


def _journals(target: Path) -> list[Path]:
    return [target.with_name(f"{target.name}{end}") for end in _JOURNALS]
