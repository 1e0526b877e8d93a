"""Failures a person can remedy, each with one plain Vietnamese sentence.

Anything that is not a :class:`UserError` is a bug and goes to the crash log.
"""

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn


class UserError(Exception):
    """A failure with a sentence to show, which is ``str(error)``."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class WorkspaceError(UserError):
    """The workspace file cannot be used as it is."""


class WorkspaceLocked(WorkspaceError):
    """Another program holds the workspace file."""


class WorkspaceNewer(WorkspaceError):
    """A later version of the program wrote the file."""


class WorkspaceOlder(WorkspaceError):
    """A trial version wrote the file, of a schema that is no longer upgraded."""


class NotAWorkspace(WorkspaceError):
    """The file is something else."""


class WorkspaceDamaged(WorkspaceError):
    """The file is ours but its contents are not sound."""


class FileMissing(UserError):
    """A file that was named does not exist."""


class CannotRead(UserError):
    """A file cannot be read: wrong type, no right, broken."""


class CannotWrite(UserError):
    """A file cannot be written: no right, read-only, folder missing."""


class FileInUse(CannotWrite):
    """Another program holds the target file."""


class DiskFull(CannotWrite):
    """No space left on the disk."""


class AlreadyThere(CannotWrite):
    """A file already has the name and nobody allowed to replace it; ``what`` is there, as a sentence."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} Hãy chọn nơi khác hoặc tên khác.")
        self.what = what


class ResourceMissing(UserError):
    """A file that belongs to the program itself is missing."""


class ResourceWrong(UserError):
    """A file that belongs to the program itself holds an error."""


class DocumentError(UserError):
    """A document cannot be made from what is recorded."""


class Refused(UserError):
    """The act is not possible with the records as they stand."""


class RecordMissing(Refused):
    """The record was deleted or never existed."""


class NothingToUndo(Refused):
    """There is no act to take back or to repeat."""


class Cancelled(UserError):
    """The user stopped the work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Đã dừng theo yêu cầu. Không có gì thay đổi.")


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of one field: its key (empty = the whole record) and a sentence."""

    field: str
    message: str


class InvalidDraft(UserError):
    """A record cannot be written because of its contents."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = tuple(problems)


def invalid(field: str, message: str) -> InvalidDraft:
    """Build the refusal of a record whose one *field* is wrong."""
    return InvalidDraft([Problem(field, message)])


WORKSPACE_HELD: Final = "“{name}” đang được mở ở một cửa sổ hoặc chương trình khác. Hãy đóng nơi đó rồi mở lại."
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_GONE: Final = (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN)
# Not ready, general failure, network gone, device gone, volume changed, input or output error, not connected, removed.
_GONE_ON_WINDOWS: Final = (21, 31, 55, 59, 64, 121, 433, 1006, 1117, 1167, 1617)
_HELD_ON_WINDOWS: Final = (32, 33)  # sharing and lock violation
_LONGEST_SHOWN: Final = 160  # letters of a path in a sentence; a longer one is cut in the middle


def raise_for_os_error(error: OSError | ValueError, path: object, *, reading: bool = False) -> NoReturn:
    """Turn an operating-system failure about *path* into advice; a ValueError is a path that no system takes.

    Raises DiskFull, FileMissing, FileInUse, CannotRead or CannotWrite; always raises.
    """
    shown, kind = shown_path(path), CannotRead if reading else CannotWrite
    if isinstance(error, ValueError):
        raise kind(f"Tên “{shown}” có ký tự mà máy tính không nhận. Hãy chọn lại tệp, hoặc đặt tên khác.") from error
    if error.errno == errno.ENAMETOOLONG:
        raise kind(f"Tên hoặc đường dẫn “{shown}” quá dài. Hãy đặt tên ngắn hơn hoặc chọn thư mục khác.") from error
    if error.errno in _FULL:
        raise DiskFull(f"Ổ đĩa đã đầy nên không ghi được “{shown}”. Hãy giải phóng dung lượng rồi làm lại.") from error
    if isinstance(error, FileNotFoundError):
        raise FileMissing(f"Không tìm thấy “{shown}”. Hãy kiểm tra lại tên và thư mục.") from error
    if reading:
        raise CannotRead(_why_not_read(error, Path(str(path)), shown)) from error
    raise _not_written(error, shown) from error


def held(path: object, kept: str = "") -> FileInUse:
    """Build the refusal of a file that another program holds; *kept* says what stays as it was."""
    stays = f"; {kept}" if kept else ""
    return FileInUse(
        f"Không ghi được “{shown_path(path)}”: tệp đang mở ở chương trình khác hoặc thư mục không cho ghi{stays}. "
        "Hãy đóng tệp đó hoặc chọn nơi khác rồi làm lại."
    )


def workspace_held(name: str) -> WorkspaceLocked:
    """Build the refusal of a workspace file that another window or program holds."""
    return WorkspaceLocked(WORKSPACE_HELD.format(name=name))


def shown_path(path: object) -> str:
    """Return a path as a sentence can hold it: one line, letters that can be shown, no longer than a few lines."""
    text = str(path).encode("utf-8", "replace").decode()
    text = "".join(letter if letter.isprintable() else "?" for letter in text)
    half = _LONGEST_SHOWN // 2
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:half]}…{text[-half:]}"


def _why_not_read(error: OSError, path: Path, shown: str) -> str:
    if isinstance(error, IsADirectoryError) or _is_folder(path):  # Windows says: no permission
        return f"“{shown}” là một thư mục, không phải tệp. Hãy chọn một tệp."
    if isinstance(error, NotADirectoryError):
        return f"“{shown}” không có: trên đường dẫn có một tệp ở chỗ của thư mục. Hãy chọn lại tệp."
    windows = getattr(error, "winerror", None)
    if error.errno in _GONE or windows in _GONE_ON_WINDOWS:
        return (
            f"Không đọc được “{shown}”: ổ đĩa hoặc USB đã bị rút ra, mất mạng hoặc bị lỗi. Hãy cắm lại, chép tệp vào "
            "máy rồi chọn lại."
        )
    if windows in _HELD_ON_WINDOWS:
        return f"Chương trình khác đang giữ “{shown}” nên chưa đọc được. Hãy đóng chương trình đó rồi làm lại."
    if isinstance(error, PermissionError) and not _may(path.parent, os.X_OK):
        return f"Bạn không có quyền vào thư mục chứa “{shown}”. Hãy xin quyền, hoặc nhờ chép tệp sang thư mục của bạn."
    return f"Không đọc được “{shown}”. Hãy kiểm tra quyền đọc hoặc đóng chương trình đang giữ tệp."


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _not_written(error: OSError, shown: str) -> CannotWrite | CannotRead:
    if isinstance(error, IsADirectoryError):
        return CannotRead(f"“{shown}” là một thư mục, không phải tệp. Hãy chọn một tệp.")
    if error.errno == errno.EROFS:
        return CannotWrite(f"Ổ đĩa chứa “{shown}” chỉ cho đọc. Hãy chọn thư mục khác.")
    if isinstance(error, FileExistsError) or error.errno == errno.ENOTEMPTY:
        return CannotWrite(f"Ở “{shown}” đã có tệp hoặc thư mục khác. Hãy chọn tên khác.")
    if isinstance(error, PermissionError):
        return held(shown)
    return CannotWrite(f"Không ghi được “{shown}”. Hãy chọn nơi khác rồi làm lại.")
