"""Verified backups of a workspace: made, listed, looked into, and thinned by their age."""

import datetime
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from operator import attrgetter
from pathlib import Path

from cluster_desktop import errors
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file import connection, schema
from cluster_desktop.records.file.failures import explained
from cluster_desktop.records.file.holding import place, sync, unfinished
from cluster_desktop.records.file.workspace import SUFFIX, Workspace

_STAMP = "%Y-%m-%d %H%M%S"
_STAMP_LENGTH = len("2021-01-05 143000")
_MANIFEST = "sao-luu.json"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file, its local time, and the name of the workspace it is a copy of."""

    path: Path
    at: datetime.datetime
    of: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a workspace file: records by kind (outside the trash), the last act, the workspace's uid."""

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
    first = next(dated_names(folder, workspace.path.stem, at))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _write(workspace, first, at, progress)
    except OSError as error:
        errors.raise_for_os_error(error, first)
    workspace.last_backup = at
    own = (item for item in backups_in(folder) if item.of == workspace.path.stem)
    for old in superfluous(own, at):
        old.path.unlink(missing_ok=True)
    return target


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """List the backups of a folder, newest first."""
    backups = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        try:
            at = datetime.datetime.strptime(path.stem[-_STAMP_LENGTH:], _STAMP)
        except ValueError:
            continue
        backups.append(Backup(path, at, path.stem[: -_STAMP_LENGTH - 1]))
    return tuple(sorted(backups, key=attrgetter("at"), reverse=True))


def superfluous(backups: Iterable[Backup], today: datetime.datetime) -> tuple[Backup, ...]:
    """Choose the backups past the ladder: all of two days, then 12 daily, 10 weekly, 9 monthly ones stay.

    Backups dated in the future (a clock that was set back) always stay.
    """
    steps: tuple[tuple[int, Callable[[datetime.datetime], object]], ...] = (
        (12, datetime.datetime.date),
        (10, lambda at: at.isocalendar()[:2]),
        (9, lambda at: (at.year, at.month)),
    )
    older = [item for item in backups if item.at < today - datetime.timedelta(days=2)]
    kept: set[Path] = set()
    for number, period in steps:
        newest: dict[object, Backup] = {}
        for item in sorted(older, key=attrgetter("at"), reverse=True):
            newest.setdefault(period(item.at), item)
        kept |= {item.path for item in list(newest.values())[:number]}
    return tuple(item for item in older if item.path not in kept)


def contents(path: Path) -> Contents:
    """Count what a workspace file holds, for the preview of a restore; the file is not changed.

    Raises the errors of Workspace.open for a file that is not a sound workspace.
    """
    with explained(path), reading(path) as raw:
        tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            key: raw.execute(f'SELECT count(*) FROM "{key}" WHERE deleted_at IS NULL').fetchone()[0]
            for key in KINDS
            if key in tables
        }
        last = raw.execute("SELECT label, at FROM act ORDER BY number DESC LIMIT 1").fetchone()
        uid = raw.execute("SELECT value FROM about WHERE key = 'uid'").fetchone()
    return Contents(counts, *(last or ("", "")), *(uid or ("",)))


def _copy(raw: sqlite3.Connection, target: Path, progress: Progress | None) -> None:
    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with closing(sqlite3.connect(target)) as copy:
        raw.backup(copy, pages=1000, progress=report)
    sync(target)


def _write(workspace: Workspace, first: Path, at: datetime.datetime, progress: Progress | None) -> Path:
    try:
        with unfinished(first) as copy:
            with workspace.alone() as raw, explained(first):
                _copy(raw, copy, progress)
                workspace.changed_since_backup = False
            with explained(first), reading(copy) as written:
                verify(written, workspace.path.name)
            digest = _digest(copy)
            target = place(copy, dated_names(first.parent, workspace.path.stem, at))
        _note(target, digest)
    except BaseException:
        workspace.changed_since_backup = True
        raise
    return target


def dated_names(folder: Path, stem: str, at: datetime.datetime, suffix: str = SUFFIX) -> Iterator[Path]:
    """Names of files with a time in them, each a second later than the one before."""
    for later in count():
        yield folder / f"{stem} {at + datetime.timedelta(seconds=later):{_STAMP}}{suffix}"


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a file that nobody writes, closed at the end of the block."""
    if not path.is_file():
        raise errors.FileMissing(f"Không tìm thấy “{path}”. Hãy kiểm tra lại tên và thư mục.")
    raw = sqlite3.connect(f"{connection.address(path.absolute())}?mode=ro&immutable=1", uri=True)
    try:
        yield raw
    finally:
        raw.close()


def verify(raw: sqlite3.Connection, name: str) -> None:
    """Refuse what is no sound workspace. Raises NotAWorkspace, WorkspaceNewer, WorkspaceOlder, WorkspaceDamaged."""
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


def check_digest(backup: Path) -> None:
    """Compare a backup with its entry in the manifest of its folder. Raises WorkspaceDamaged when it was changed."""
    noted = _manifest(backup.parent).get(backup.name)
    if noted is not None and noted != _digest(backup):
        raise errors.WorkspaceDamaged(f"“{backup.name}” đã bị thay đổi sau khi sao lưu. Hãy chọn một bản sao lưu khác.")
