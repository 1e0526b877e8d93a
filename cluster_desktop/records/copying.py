"""Copying a workspace so that the copy is whole or not there at all, and the original stays locked."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

Progress = Callable[[int, int], None]


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A path beside *target* to prepare its content at; what still lies there at the end of the block goes."""
    path = target.with_name(f".{target.name}.{os.getpid()}.dang-ghi")
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def copy_open(raw: sqlite3.Connection, target: Path, progress: Progress | None = None) -> None:
    """Copy the open file page by page, safe from a power cut; its lock stays, and only its owner may read the copy.

    The same content gives the same copy, byte by byte. *progress* is told the pages copied and their number;
    what it raises stops the work. Raises sqlite3.Error, OSError.
    """

    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    target.touch(mode=0o600)
    with closing(sqlite3.connect(target)) as copy:
        raw.backup(copy, pages=1000, progress=report)
    sync(target)


def sync(path: Path) -> None:
    """Make sure the file's bytes are on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
