"""Copying a workspace so that the copy is whole or not there at all, and the original stays locked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Final

LOCK_START: Final = 0x40000000
"""Where the bytes begin that SQLite's file format keeps free for the locks of all programs."""
LOCK_END: Final = LOCK_START + 512
_CHUNK: Final = 1 << 20  # bytes


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A path beside *target* to prepare its content at; what still lies there at the end of the block goes."""
    path = target.with_name(f".{target.name}.{os.getpid()}.dang-ghi")
    path.unlink(missing_ok=True)  # left by a program of the same number that was killed
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def copy_held(source: FileIO, target: Path) -> None:
    """Copy an open file byte by byte, safe from a power cut; Raises OSError."""
    target.touch(mode=0o600)
    with target.open("wb", buffering=0) as copy:
        _copy_until(LOCK_START, source, copy)
        # Windows lets nobody read the bytes that are locked; nothing is ever kept in them.
        _copy_until(None, source, copy, LOCK_END)
    sync(target)


def _copy_until(end: int | None, source: FileIO, copy: FileIO, start: int = 0) -> None:
    source.seek(start)
    copy.seek(start)
    while chunk := source.read(_CHUNK if end is None else min(_CHUNK, end - source.tell())):
        copy.write(chunk)


def sync(path: Path) -> None:
    """Make sure the file's bytes are on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
