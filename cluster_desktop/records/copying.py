"""Copying a file so that the copy is whole or not there at all."""

import os
import shutil
from pathlib import Path


def copy_whole(source: Path, target: Path) -> None:
    """Copy *source* to *target* under another name first, safe from a power cut. Raises OSError."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.dang-ghi")
    try:
        shutil.copy2(source, unfinished)
        sync(unfinished)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Make sure the file's bytes are on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
