"""Restoring without an open workspace: which backups there are, and a damaged file kept beside its successor."""

import datetime
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cluster_desktop import errors
from cluster_desktop.records.file import backup, connection
from cluster_desktop.records.file.backup import Backup
from cluster_desktop.records.file.failures import explained

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)
_JOURNALS = ("-journal", "-wal", "-shm")
_STAMP = "%Y-%m-%d %H%M%S"


@dataclass(frozen=True, slots=True)
class BackedUpBook:
    """A workspace of which backups are kept: its uid, its name at the newest one, the backups, newest first."""

    uid: str
    name: str
    backups: tuple[Backup, ...]


def backed_up_books(folder: Path) -> tuple[BackedUpBook, ...]:
    """Every workspace with backups below *folder* (one folder for each uid), the one backed up last comes first."""
    books = []
    try:
        places = [place for place in folder.iterdir() if place.is_dir()]
    except OSError:  # no backup was ever made, or nobody may look
        return ()
    for place in places:
        if kept := backup.backups_in(place):
            name = next((item.of for item in kept if not item.of.endswith(backup.BEFORE_RESTORE)), kept[0].of)
            books.append(BackedUpBook(place.name, name, kept))
    return tuple(sorted(books, key=_newest, reverse=True))


def backups_of(path: Path, uid: str, books: tuple[BackedUpBook, ...]) -> tuple[Backup, ...]:
    """The backups of the workspace at *path*: those of its *uid*, or of its name where the uid is not remembered."""
    for book in books:
        if book.uid == uid:
            return book.backups
    named = (item for book in books for item in book.backups if not uid and item.of == path.stem)
    return tuple(sorted(named, key=_time, reverse=True))


def put_back(chosen: Path, target: Path, folder: Path) -> Path | None:
    """Put the backup *chosen* at *target*, whatever stands there now; gives where that was kept, None for nothing.

    A sound file is kept as a copy in *folder*. A damaged one is kept beside *target* under a name that says so,
    renamed and not copied, because a broken disk may no longer give all of it. Raises what ``backup.restore`` raises;
    everything is then as it was.
    """
    _refuse_the_same(chosen, target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        errors.raise_for_os_error(error, target.parent)
    if not _is_damaged(target):
        return backup.restore(chosen, target, folder)
    with _set_aside(target) as kept:
        backup.restore(chosen, target, folder)
    return kept


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
    """Whether a file stands there that nothing can use; it is only read. Raises WorkspaceLocked when it is open."""
    if not target.exists():
        return False
    if not target.stat().st_size:
        return True
    try:
        with explained(target):
            raw = sqlite3.connect(f"{connection.address(target.absolute())}?mode=ro", uri=True, timeout=0.2)
            try:
                sound = raw.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            finally:
                raw.close()
    except errors.WorkspaceLocked:
        raise
    except errors.UserError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
        return code in _DAMAGED  # what else is amiss, such as a missing right, is for the restore to say
    return not sound


@contextmanager
def _set_aside(target: Path) -> Iterator[Path]:
    """Give the damaged file and its journals another name beside it; a failure of the block gives them back."""
    kept = _free_name(target)
    pairs = [(target.with_name(target.name + end), kept.with_name(kept.name + end)) for end in ("", *_JOURNALS)]
    moves = [(old, new) for old, new in pairs if old.exists()]
    moved: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            os.replace(old, new)
            moved.append((old, new))
        yield kept
    except BaseException as error:
        for old, new in moved:
            os.replace(new, old)
        if isinstance(error, OSError):
            errors.raise_for_os_error(error, target)
        raise


def _free_name(target: Path) -> Path:
    at = datetime.datetime.now()
    while (kept := target.with_name(f"{target.stem} (bị hỏng) {at.strftime(_STAMP)}{target.suffix}")).exists():
        at += datetime.timedelta(seconds=1)
    return kept


def _newest(book: BackedUpBook) -> datetime.datetime:
    return book.backups[0].at


def _time(item: Backup) -> datetime.datetime:
    return item.at
