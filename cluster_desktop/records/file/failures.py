"""The failures of SQLite as sentences, in one place."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from cluster_desktop import errors

UNREADABLE = (
    "Trong “{name}” có chỗ thiếu hoặc hỏng mà chương trình không đọc được. "
    "Hãy dùng “Khôi phục từ bản sao lưu”; tệp được giữ nguyên."
)
# SQLite has no number of their own for these: a table that is gone, a text that is no Unicode.
_UNREADABLE = ("no such table", "no such column", "Could not decode to UTF-8")
_SENTENCES: dict[int, tuple[type[errors.UserError], str]] = {
    sqlite3.SQLITE_FULL: (
        errors.DiskFull,
        "Ổ đĩa đã đầy nên chưa ghi được vào “{name}”. Dữ liệu cũ còn nguyên. Hãy giải phóng dung lượng rồi làm lại.",
    ),
    sqlite3.SQLITE_BUSY: (errors.WorkspaceLocked, errors.WORKSPACE_HELD),
    sqlite3.SQLITE_READONLY: (
        errors.CannotWrite,
        "“{name}” chỉ cho phép đọc. Hãy chép tệp sang thư mục của bạn rồi mở bản chép.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        errors.CannotRead,
        "Không mở được “{name}”. Hãy kiểm tra quyền đọc, ghi tệp và thư mục chứa nó.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        errors.WorkspaceDamaged,
        "“{name}” bị hỏng. Hãy dùng “Khôi phục từ bản sao lưu”; tệp hỏng được giữ nguyên.",
    ),
    sqlite3.SQLITE_NOTADB: (
        errors.NotAWorkspace,
        "“{name}” không phải là sổ thi đua (.sothidua). Hãy chọn tệp khác.",
    ),
    sqlite3.SQLITE_IOERR: (
        errors.CannotWrite,
        "Ổ đĩa báo lỗi khi đọc ghi “{name}”. Hãy kiểm tra ổ đĩa, USB hoặc mạng rồi thử lại.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        errors.Refused,
        "Nội dung quá lớn nên không lưu được vào “{name}”. Hãy rút ngắn hoặc chọn tệp nhỏ hơn.",
    ),
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]
_SENTENCES[sqlite3.SQLITE_PERM] = _SENTENCES[sqlite3.SQLITE_CANTOPEN]


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Run a block on the workspace *path*; known SQLite failures leave it as UserError subclasses."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig
        if isinstance(cause, sqlite3.Error):
            _raise_explained(cause, path)
        raise
    except sqlite3.Error as error:
        _raise_explained(error, path)
        raise


def _raise_explained(error: sqlite3.Error, path: Path) -> None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if str(error).startswith(_UNREADABLE):
        raise errors.WorkspaceDamaged(UNREADABLE.format(name=path.name)) from error
    if code == sqlite3.SQLITE_CONSTRAINT:
        raise errors.Refused(_constraint_sentence(str(error))) from error
    if code in _SENTENCES:
        kind, sentence = _SENTENCES[code]
        raise kind(sentence.format(name=path.name)) from error


def _constraint_sentence(message: str) -> str:
    if "FOREIGN KEY" in message:
        return "Một mục được chọn không còn trong sổ. Hãy đọc lại trang (F5) rồi chọn lại."
    if "UNIQUE" in message:
        return "Bản ghi này đã có trong sổ. Hãy mở bản ghi cũ để sửa."
    return "Còn thiếu một mục bắt buộc nên chưa lưu được. Hãy điền các ô có dấu * rồi lưu lại."
