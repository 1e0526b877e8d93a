"""Failures a person can do something about, each with one plain Vietnamese sentence.

Anything that is not a :class:`UserError` is a bug and goes to the crash log.
"""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn


class UserError(Exception):
    """A known failure; ``str(error)`` is the sentence that is shown."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class WorkspaceError(UserError):
    """The workspace file cannot be used as it is."""


class WorkspaceLocked(WorkspaceError):
    """Another program holds the workspace file."""


class WorkspaceNewer(WorkspaceError):
    """A later version of the program wrote the file."""


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
    """A file has the wanted name and nobody said that it may be replaced; ``what`` is there, as a sentence."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} Hãy chọn nơi khác hoặc tên khác.")
        self.what = what


class ResourceMissing(UserError):
    """A file that belongs to the program itself is not there."""


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
    """What is wrong with one field: its key (empty = the whole record) and a sentence."""

    field: str
    message: str


class InvalidDraft(UserError):
    """A record cannot be written because of its contents."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = tuple(problems)


_NO_SPACE = 28
_READ_ONLY_DISK = 30


def raise_for_os_error(error: OSError, path: object, *, reading: bool = False) -> NoReturn:
    """Turn an operating-system failure about *path* into advice.

    Raises DiskFull, FileMissing, FileInUse, CannotRead or CannotWrite; always raises.
    """
    if error.errno == _NO_SPACE:
        raise DiskFull(f"Ổ đĩa đã đầy nên không ghi được “{path}”. Hãy giải phóng dung lượng rồi làm lại.") from error
    if error.errno == errno.ENAMETOOLONG:
        kind = CannotRead if reading else CannotWrite
        raise kind(f"Tên “{path}” dài quá nên máy không nhận. Hãy đặt tên ngắn hơn.") from error
    if isinstance(error, FileNotFoundError):
        raise FileMissing(f"Không tìm thấy “{path}”. Hãy kiểm tra lại tên và thư mục.") from error
    if isinstance(error, IsADirectoryError) or (reading and Path(str(path)).is_dir()):  # Windows: no permission
        raise CannotRead(f"“{path}” là một thư mục, không phải tệp. Hãy chọn một tệp.") from error
    if reading:
        raise CannotRead(
            f"Không đọc được “{path}”. Hãy kiểm tra quyền đọc hoặc đóng chương trình đang giữ tệp."
        ) from error
    if error.errno == _READ_ONLY_DISK:
        raise CannotWrite(f"Ổ đĩa chứa “{path}” chỉ cho đọc. Hãy chọn thư mục khác.") from error
    if isinstance(error, FileExistsError) or error.errno == errno.ENOTEMPTY:
        raise CannotWrite(f"Ở “{path}” đã có tệp hoặc thư mục khác. Hãy chọn tên khác.") from error
    if isinstance(error, PermissionError):
        raise FileInUse(
            f"Không ghi được “{path}”: tệp đang mở ở chương trình khác hoặc thư mục không cho ghi. "
            "Hãy đóng tệp đó hoặc chọn nơi khác rồi làm lại."
        ) from error
    raise CannotWrite(f"Không ghi được “{path}”. Hãy chọn nơi khác rồi làm lại.") from error
