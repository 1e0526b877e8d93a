"""A real disk of two megabytes, to be filled up."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = 2_000_000


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """The folder as a disk of its own while the block runs; skips where disks cannot be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def is_full(error: OSError) -> bool:
    return error.errno == errno.ENOSPC


def write_on_and_on(file: io.FileIO) -> None:
    while file.write(bytes(4096)):
        pass


def fill(folder: Path, *, leaving: int = 0) -> Path:
    """Fill the disk up to the last byte (or *leaving* that many); gives the file that does it."""
    filler = folder / "phim.mp4"
    with filler.open("wb", buffering=0) as file:
        with pytest.raises(OSError, check=is_full):
            write_on_and_on(file)
        file.truncate(max(0, file.tell() - leaving))
    return filler
