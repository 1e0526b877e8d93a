"""Hold a workspace file against everybody else, copy it, and put a whole other file in its place.

Content is prepared beside its target and takes the name only when it is whole, so that a kill or a full disk leaves
the old or the new file, never a part of one.
"""

import errno
import os
import shutil
import struct
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Final

from cluster_desktop import errors

_LOCK_START: Final = 0x40000000
"""The first of the bytes that SQLite's file format keeps free for the locks of all programs."""
_LOCK_END: Final = _LOCK_START + 512
_CHUNK: Final = 1 << 20  # bytes

# The files this process holds. POSIX drops a process's locks on a file as soon as any handle to it is
# closed, so a file that is held must not even be looked into again, and the handles to it stay here until then.
_HELD: dict[tuple[int, int], tuple[FileIO, FileIO | None]] = {}
_GUARD = threading.Lock()

if sys.platform == "win32":

    def _lock(file: FileIO) -> None:
        """Do nothing: Windows neither replaces nor renames a file that somebody has open."""

else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_END - _LOCK_START, _LOCK_START)


if sys.platform == "linux":
    _FLOCK: Final = "hhqqi0q"
    """The struct flock of 64-bit Linux: kind, whence, start, length, process; filled up to eight bytes."""

    def _mark(path: Path) -> FileIO | None:
        """Lock a byte that SQLite never locks, by a handle of its own; None where the file system knows no such lock.

        Whatever of this process looks into the file and closes it drops SQLite's locks (Qt's file dialog does, to draw
        an icon). This lock belongs to its handle and stays. Raises WorkspaceLocked.
        """
        try:
            file = path.open("rb+", buffering=0)
        except OSError:
            return None  # whoever writes into it next is told
        wanted = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _LOCK_END, 1, 0)
        try:
            fcntl.fcntl(file, fcntl.F_OFD_SETLK, wanted)
        except OSError as error:
            file.close()
            if error.errno in (errno.EAGAIN, errno.EACCES):
                raise _open_elsewhere(path) from error
            return None
        return file

else:

    def _mark(path: Path) -> FileIO | None:
        """Do nothing: Windows keeps the locks of each handle apart."""
        return None


class Hold:
    """A file that this process has to itself, and a handle to read it by; let go after SQLite has closed it."""

    def __init__(self, path: Path) -> None:
        """Raises WorkspaceLocked, OSError."""
        status = path.stat()
        self._identity = status.st_dev, status.st_ino
        with _GUARD:
            if self._identity in _HELD:
                raise _open_elsewhere(path)
            mark = _mark(path)
            self.file = path.open("rb", buffering=0)
            _HELD[self._identity] = self.file, mark

    def close(self) -> None:
        """Let others of this process have the file; a second call does nothing."""
        if not self.file.closed:
            for handle in _HELD.pop(self._identity):
                if handle is not None:
                    handle.close()


@contextmanager
def claimed(path: Path, *, new: bool) -> Iterator[FileIO]:
    """Hold a file that is no database, locked against SQLite too; a *new* one is created, empty.

    Raises WorkspaceLocked when somebody has it or puts another in its place, FileExistsError, OSError.
    """
    with path.open("xb" if new else "rb+", buffering=0) as file:
        try:
            _lock(file)
            # Between opening and locking the name may have gone to another file.
            if not os.path.samestat(os.fstat(file.fileno()), path.stat()):
                raise _open_elsewhere(path)
        except (BlockingIOError, PermissionError, FileNotFoundError) as error:
            raise _open_elsewhere(path) from error
        try:
            yield file
        except BaseException:
            if new:
                _let_go_on_windows(file)
                path.unlink(missing_ok=True)
            raise


def replace(claim: FileIO, path: Path, whole: Path) -> None:
    """Put the finished file *whole* in the place of the claimed one. Raises OSError."""
    _let_go_on_windows(claim)
    os.replace(whole, path)


def place(whole: Path, names: Iterable[Path]) -> Path:
    """Move a finished file to the first of the names that no file has.

    A name that another program takes at the same moment stays with that program. Raises FileExistsError, OSError.
    """
    for path in names:
        try:
            with claimed(path, new=True) as claim:
                replace(claim, path, whole)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(errno.EEXIST, "every name is taken")


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A path beside *target* to prepare its content at; a file still there at the end of the block is removed."""
    path = target.with_name(f".{target.name}.{os.getpid()}.dang-ghi")
    path.unlink(missing_ok=True)  # left by a program of the same number that was killed
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def copy_held(source: FileIO, target: Path) -> None:
    """Copy an open file with its times and rights, safe from a power cut. Raises OSError."""
    target.touch(mode=0o600)
    with target.open("wb", buffering=0) as copy:
        _copy_until(_LOCK_START, source, copy)
        # Windows lets nobody read the bytes that are locked; nothing is ever kept in them.
        _copy_until(None, source, copy, _LOCK_END)
    sync(target)
    shutil.copystat(str(source.name), target)


def _copy_until(end: int | None, source: FileIO, copy: FileIO, start: int = 0) -> None:
    source.seek(start)
    copy.seek(start)
    while chunk := source.read(_CHUNK if end is None else min(_CHUNK, end - source.tell())):
        copy.write(chunk)


def sync(path: Path) -> None:
    """Make sure the file's bytes are on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _let_go_on_windows(file: FileIO) -> None:
    if sys.platform == "win32":
        file.close()


def _open_elsewhere(path: Path) -> errors.WorkspaceLocked:
    return errors.workspace_held(path.name)
