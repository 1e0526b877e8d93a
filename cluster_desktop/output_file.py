"""Write a file so that its target is either the whole new file or untouched."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cluster_desktop import errors

Target = BinaryIO | Path


@contextmanager
def open_target(target: Target) -> Iterator[BinaryIO]:
    """Open a stream to write the file into.

    For a path the stream is a temporary file beside it, which takes its place only when the block ends well;
    when it ends with any exception the path is left as it was. Raises FileInUse, DiskFull or CannotWrite with
    what to do.
    """
    if not isinstance(target, Path):
        yield target
        return
    temporary = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(4)}.tmp")
    with advising(target):
        refuse_impossible(target)
        try:
            with temporary.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            _replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)


def refuse_impossible(target: Path) -> None:
    """Refuse a target with CannotWrite that is a folder, has none to lie in, or may only be read."""
    if target.is_dir():
        raise errors.CannotWrite(f"“{target}” là một thư mục. Hãy đặt tên tệp để lưu.")
    if not target.parent.is_dir():
        raise errors.CannotWrite(f"Không có thư mục “{target.parent}”. Hãy tạo thư mục hoặc chọn nơi khác.")
    if target.exists() and not os.access(target, os.W_OK):
        raise errors.CannotWrite(f"Tệp “{target.name}” chỉ cho đọc. Hãy chọn tên khác rồi lưu lại.")


def _replace(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except PermissionError as error:
        raise errors.held(target.name) from error


@contextmanager
def advising(target: Path) -> Iterator[None]:
    """Turn what the system says of writing *target* into advice. Raises FileInUse, DiskFull, CannotWrite."""
    try:
        yield
    except OSError as error:
        errors.raise_for_os_error(error, target)
