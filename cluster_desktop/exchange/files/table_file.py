"""A table file read once, whole, into memory, so that nothing that happens to it later mixes two states of it."""

import io
import os
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from cluster_desktop import errors

MOST_CELLS: Final = 8_000_000  # of the rectangle that a sheet lays out, about 250 MB while it is read
MOST_SHEETS: Final = 500
WIDEST: Final = 256  # a mark strayed into column XFD must not make every row 16,384 cells wide
_LARGEST: Final = 200_000_000
_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class TableFile:
    """The bytes of a file and the path they came from."""

    path: Path
    content: bytes

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read *path* whole. Raises FileMissing or CannotRead: no file, no right, too large, changed meanwhile."""
        try:
            before = path.stat()
            if not stat.S_ISREG(before.st_mode) and not stat.S_ISDIR(before.st_mode):
                raise errors.CannotRead(f"“{path.name}” không phải tệp mà là một thiết bị. Hãy chọn một tệp.")
            if before.st_size > _LARGEST:
                raise cls(path, b"").too_large(before.st_size)
            with path.open("rb") as file:
                content = file.read(_LARGEST + 1)
            after = path.stat()
        except (OSError, ValueError) as error:
            errors.raise_for_os_error(error, path, reading=True)
        if _state(before) != _state(after) or (len(content) != before.st_size and before.st_size):
            raise errors.CannotRead(
                f"Tệp “{path.name}” vừa bị thay đổi trong lúc đọc. Hãy chờ chương trình khác lưu xong, đóng tệp rồi "
                "nhập lại."
            )
        return cls(path, content)

    @property
    def name(self) -> str:
        """The name of the file, as sentences show it."""
        return self.path.name

    @property
    def suffix(self) -> str:
        """The ending of the name in small letters, with its dot."""
        return self.path.suffix.lower()

    def too_far(self, sheet: str, rows: int, columns: int) -> errors.CannotRead:
        """Say that a cell of a sheet lies so far away that no memory holds all between."""
        return errors.CannotRead(
            f"Trang “{sheet}” của “{self.name}” có ô lạc xa bảng (đến dòng {rows}, cột thứ {columns}) nên "
            "không đọc hết được. Hãy xóa các dòng và cột thừa cuối trang bằng Excel rồi lưu lại."
        )

    def too_large(self, size: int) -> errors.CannotRead:
        """Say that a file holds more bytes than a list of people ever has."""
        return errors.CannotRead(
            f"“{self.name}” quá lớn ({size // _MEGABYTE} MB) để là một bảng danh sách. Hãy chép riêng bảng cần nhập "
            "sang một tệp mới rồi nhập tệp đó."
        )

    def too_many(self) -> errors.CannotRead:
        """Say that a file holds more tables or cells than a list of people ever has."""
        return errors.CannotRead(
            f"“{self.name}” có quá nhiều trang hoặc quá nhiều ô để là một danh sách. Hãy chép riêng bảng cần nhập sang "
            "một tệp mới rồi nhập tệp đó."
        )

    def archive(self) -> zipfile.ZipFile:
        """Open the content as a zip archive. Raises what ``file_kinds.ZIP_DAMAGE`` lists."""
        return zipfile.ZipFile(io.BytesIO(self.content))


def _state(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns
