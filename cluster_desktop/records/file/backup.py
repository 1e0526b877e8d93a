"""Verified backups, how long they are kept, and restoring one without losing the present file."""

import datetime
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cluster_desktop import errors
from cluster_desktop.domain.kinds.kinds import KINDS
from cluster_desktop.records.file import connection, schema
from cluster_desktop.records.file.copying import copy_held, sync, unfinished
from cluster_desktop.records.file.failures import explained
from cluster_desktop.records.file.holding import Hold, claimed, place, replace
from cluster_desktop.records.file.workspace import SUFFIX, Workspace

BEFORE_RESTORE = " (trước khi khôi phục)"
_STAMP = "%Y-%m-%d %H%M%S"
_STAMP_LENGTH = len("2021-01-05 143000")
_MANIFEST = "sao-luu.json"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file, the local time it was made, the name of the workspace it was made of."""

    path: Path
    at: datetime.datetime
    of: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: records by kind (outside the trash), the last act's words and time, whose backup it is."""

    counts: dict[str, int]
    last_act: str
    last_at: str
    uid: str


def back_up(workspace: Workspace, folder: Path, progress: Progress | None = None) -> Path:
    """Copy the open workspace into *folder*, verify the copy, note it in the manifest, thin old ones.

    The copy gets its name only after it was opened and found sound, so a backup that exists is good.
    Raises WorkspaceDamaged when the source itself is unsound: older backups are then left alone.
    """
    at = datetime.datetime.now()
    target = next(_names(folder, workspace.path.stem, at))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _write(workspace, target, at, progress)
    except OSError as error:
        errors.raise_for_os_error(error, target)
    workspace.last_backup = at
    own = (item for item in backups_in(folder) if item.of == workspace.path.stem)
    for old in superfluous(own, at):
        old.path.unlink(missing_ok=True)
    return target


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups of a folder, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        try:
            at = datetime.datetime.strptime(path.stem[-_STAMP_LENGTH:], _STAMP)
        except ValueError:
            continue
        found.append(Backup(path, at, path.stem[: -_STAMP_LENGTH - 1]))
    return tuple(sorted(found, key=_by_time, reverse=True))


def superfluous(backups: Iterable[Backup], today: datetime.datetime) -> tuple[Backup, ...]:
    """The backups past the ladder: all of two days, then 12 daily, 10 weekly, 9 monthly ones stay.

    Backups dated in the future (a clock that was set back) always stay.
    """
    steps: tuple[tuple[int, Callable[[datetime.datetime], object]], ...] = (
        (12, datetime.datetime.date),
        (10, _week),
        (9, _month),
    )
    older = [item for item in backups if item.at < today - datetime.timedelta(days=2)]
    kept: set[Path] = set()
    for wanted, period in steps:
        seen: dict[object, Backup] = {}
        for item in sorted(older, key=_by_time, reverse=True):
            seen.setdefault(period(item.at), item)
        kept |= {item.path for item in list(seen.values())[:wanted]}
    return tuple(item for item in older if item.path not in kept)


def contents(path: Path) -> Contents:
    """What a workspace file holds, for the preview of a restore; the file is not changed.

    Raises the errors of Workspace.open for a file that is not a sound workspace.
    """
    with explained(path), _reading(path) as raw:
        tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            key: raw.execute(f'SELECT count(*) FROM "{key}" WHERE deleted_at IS NULL').fetchone()[0]
            for key in KINDS
            if key in tables
        }
        last = raw.execute("SELECT label, at FROM act ORDER BY number DESC LIMIT 1").fetchone()
        uid = raw.execute("SELECT value FROM about WHERE key = 'uid'").fetchone()
    return Contents(counts, *(last or ("", "")), *(uid or ("",)))


def restore(backup: Path, target: Path, folder: Path) -> Path | None:
    """Put *backup* in the place of *target*; the present file is first kept in *folder*.

    Gives the path under which the present file was kept (None when there was none). Raises
    WorkspaceLocked when the target is open somewhere, WorkspaceDamaged when the backup is unsound,
    WorkspaceNewer and WorkspaceOlder when this program cannot open it; in all cases nothing is changed.
    """
    with _reading(backup) as source:
        with explained(backup):
            _verify(source, backup.name)
        _check_digest(backup)
        try:
            if not target.exists() or target.stat().st_size == 0:
                return _replace(backup, target, folder)
            hold = Hold(target)
            try:
                present = _opened(target)
                if present is not None:
                    with explained(target), closing(present):
                        return _overwrite(source, present, hold, target, folder)
            finally:
                hold.release()
            return _replace(backup, target, folder)
        except OSError as error:
            errors.raise_for_os_error(error, target)


def _overwrite(source: sqlite3.Connection, present: sqlite3.Connection, hold: Hold, target: Path, folder: Path) -> Path:
    """Write the backup into the locked file in one transaction; the present content is kept."""
    with _kept(target, folder) as (copy, names):
        copy_held(hold.file, copy)
        shutil.copystat(target, copy)
        kept = place(copy, names)
    present.execute("PRAGMA cache_size = -16000")  # kilobytes; the fewer times the journal must reach the disk
    source.backup(present)
    _verify(present, target.name)
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
                with _kept(target, folder) as (copy, names):
                    copy_held(claim, copy)
                    shutil.copystat(target, copy)
                    kept = place(copy, names)
            _set_journals_aside(target)
            replace(claim, target, fresh)
    return kept


@contextmanager
def _kept(target: Path, folder: Path) -> Iterator[tuple[Path, Iterator[Path]]]:
    """Where to prepare the copy of the present file, and the names to give it."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{target.stem}{BEFORE_RESTORE}"
    with unfinished(folder / f"{stem}{SUFFIX}") as copy:
        yield copy, _names(folder, stem, datetime.datetime.now())


def _copy(raw: sqlite3.Connection, target: Path, progress: Progress | None) -> None:
    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with closing(sqlite3.connect(target)) as copy:
        raw.backup(copy, pages=1000, progress=report)
    sync(target)


def _write(workspace: Workspace, wanted: Path, at: datetime.datetime, progress: Progress | None) -> Path:
    try:
        with unfinished(wanted) as copy:
            with workspace.alone() as raw, explained(wanted):
                _copy(raw, copy, progress)
                workspace.changed_since_backup = False
            with explained(wanted), _reading(copy) as written:
                _verify(written, workspace.path.name)
            digest = _digest(copy)
            target = place(copy, _names(wanted.parent, workspace.path.stem, at))
        _note(target, digest)
    except BaseException:
        workspace.changed_since_backup = True
        raise
    return target


def _by_time(item: Backup) -> datetime.datetime:
    return item.at


def _week(at: datetime.datetime) -> object:
    return tuple(at.isocalendar())[:2]


def _month(at: datetime.datetime) -> object:
    return at.year, at.month


def _names(folder: Path, stem: str, at: datetime.datetime) -> Iterator[Path]:
    """Names with the time in them, a second later each."""
    for later in count():
        yield folder / f"{stem} {(at + datetime.timedelta(seconds=later)).strftime(_STAMP)}{SUFFIX}"


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a file that nobody writes, closed at the end of the block."""
    if not path.is_file():
        raise errors.FileMissing(f"Không tìm thấy “{path}”. Hãy kiểm tra lại tên và thư mục.")
    raw = sqlite3.connect(f"{connection.address(path.absolute())}?mode=ro&immutable=1", uri=True)
    try:
        yield raw
    finally:
        raw.close()


def _verify(raw: sqlite3.Connection, name: str) -> None:
    application_id, version = (raw.execute(f"PRAGMA {key}").fetchone()[0] for key in ("application_id", "user_version"))
    schema.check_version(application_id, version, name)
    sound = raw.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not sound or raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise errors.WorkspaceDamaged(
            f"Dữ liệu trong “{name}” không toàn vẹn nên không dùng làm bản sao lưu. Các bản sao lưu cũ được giữ nguyên."
        )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(folder: Path) -> dict[str, str]:
    try:
        loaded = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _note(target: Path, digest: str) -> None:
    folder = target.parent
    noted = {name: value for name, value in _manifest(folder).items() if (folder / name).exists()}
    noted[target.name] = digest
    with unfinished(folder / _MANIFEST) as fresh:
        fresh.write_text(json.dumps(noted, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(fresh, folder / _MANIFEST)


def _check_digest(backup: Path) -> None:
    noted = _manifest(backup.parent).get(backup.name)
    if noted is not None and noted != _digest(backup):
        raise errors.WorkspaceDamaged(f"“{backup.name}” đã bị thay đổi sau khi sao lưu. Hãy chọn một bản sao lưu khác.")


def _opened(target: Path) -> sqlite3.Connection | None:
    """The file that a backup is to be written into, locked; None when SQLite cannot open it."""
    try:
        with explained(target):
            return connection.connect(target)
    except (errors.NotAWorkspace, errors.WorkspaceDamaged):
        return None


def _set_journals_aside(target: Path) -> None:
    for suffix in ("-journal", "-wal", "-shm"):
        stale = target.with_name(target.name + suffix)
        if stale.exists():
            os.replace(stale, stale.with_name(f"{stale.name}.cu"))
