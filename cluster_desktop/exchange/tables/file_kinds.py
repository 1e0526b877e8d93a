"""Recognise a file by its first bytes and not by its name, with advice when it is no table."""

import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path
from typing import Final

from cluster_desktop import errors
from cluster_desktop.exchange.tables.delimited import utf_16_of

_TEXT_TABLES: Final = (".xlsx", ".xls", ".ods", ".csv", ".tsv")
READABLE: Final = (*_TEXT_TABLES, ".docx")
_TEXT_SUFFIXES: Final = (*_TEXT_TABLES, ".txt", ".xlsm")
_WORKBOOKS: Final = (".xlsx", ".xls", ".ods", ".xlsm")
_WORD_SUFFIXES: Final = (".docx", ".doc", ".rtf", ".docm")

# What a broken archive can raise while it is opened and unpacked.
ZIP_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, ValueError, LookupError, EOFError, NotImplementedError, RuntimeError),
)


class FileKind(StrEnum):
    """The table files that can be read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


_NAMED: Final = {
    **dict.fromkeys((FileKind.XLSX, FileKind.XLS, FileKind.ODS), (_WORKBOOKS, "bảng tính")),
    FileKind.DOCX: (_WORD_SUFFIXES, "văn bản Word"),
    FileKind.HTML: ((*_WORKBOOKS, ".html", ".htm"), "trang web"),
    FileKind.TEXT: ((".csv", ".tsv", ".txt"), "chữ thường"),
}
_SIGNATURES: Final = (
    (b"%PDF", "tệp PDF"),
    (b"\xff\xd8\xff", "một tấm ảnh"),
    (b"\x89PNG", "một tấm ảnh"),
    (b"GIF8", "một tấm ảnh"),
    (b"BM", "một tấm ảnh"),
    (b"II*\x00", "một tấm ảnh"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"SQLite format 3\x00", "một cơ sở dữ liệu"),
    (b"MZ", "một chương trình"),
)
_POWERPOINT: Final = "bài trình chiếu PowerPoint"
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # never in a text table
_RTF: Final = b"{\\rtf"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_OPEN_SHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def file_kind(path: Path) -> FileKind:
    """Recognise the kind of table *path* holds. Raises CannotRead with one plain sentence when it holds none."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise errors.CannotRead(f"Tệp “{path.name}” trống, không có gì để nhập. Hãy chọn tệp khác.")
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(path)
    if head.startswith(_OLE):
        return _kind_of_ole(path)
    if head.startswith(_RTF):
        raise _old_word(path, "văn bản RTF")
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise not_a_table(path, what)
    return _kind_of_text(path, head)


def not_a_table(path: Path, what: str) -> errors.CannotRead:
    """Say that a file is *what* instead of a table."""
    return errors.CannotRead(
        f"“{path.name}” không phải bảng tính: bên trong là {what}. Hãy chọn tệp Excel gốc, hoặc chép bảng "
        "sang Excel rồi lưu thành .xlsx."
    )


def damaged(path: Path) -> errors.CannotRead:
    """Say that a table file does not open."""
    program, suffix = ("Word", ".docx") if path.suffix.lower() in _WORD_SUFFIXES else ("Excel", ".xlsx")
    return errors.CannotRead(
        f"Tệp “{path.name}” bị hỏng hoặc tải về chưa đủ. Hãy mở thử bằng {program}, lưu thành {suffix} rồi nhập lại."
    )


def locked(path: Path) -> errors.CannotRead:
    """Say that a password closes a table file."""
    program = "Word" if path.suffix.lower() in _WORD_SUFFIXES else "Excel"
    return errors.CannotRead(
        f"Tệp “{path.name}” đặt mật khẩu nên không đọc được. Hãy mở bằng {program}, bỏ mật khẩu rồi lưu lại."
    )


def real_kind(path: Path) -> str:
    """Name the kind of a file whose name says something else ("văn bản Word"); '' when the name is right."""
    kind, suffix = file_kind(path), path.suffix.lower()
    right, what = _NAMED[kind]
    return "" if suffix in right else what


def _old_word(path: Path, what: str) -> errors.CannotRead:
    return errors.CannotRead(
        f"“{path.name}” là {what} nên không đọc được bảng bên trong. Hãy mở bằng Word, chọn Lưu thành, "
        "loại Word (.docx), rồi nhập tệp mới."
    )


def _kind_of_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = set(archive.namelist())
            mimetype = archive.read("mimetype") if "mimetype" in inside else b""
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in inside else b""
    except (*ZIP_DAMAGE, OSError) as error:
        raise damaged(path) from error
    if inside & {"xl/workbook.xml", "xl/workbook.bin"}:
        return FileKind.XLSX
    if "word/document.xml" in inside:
        return FileKind.DOCX
    if mimetype.startswith(_OPEN_SHEET):
        if b"encryption-data" in manifest:
            raise locked(path)
        return FileKind.ODS
    if mimetype.startswith(_OPEN_TEXT):
        raise _old_word(path, "văn bản của LibreOffice")
    raise not_a_table(path, _POWERPOINT if "ppt/presentation.xml" in inside else "tệp nén ZIP")


def _kind_of_ole(path: Path) -> FileKind:
    content = path.read_bytes()
    if _names_stream(content, "EncryptedPackage"):
        raise locked(path)
    if _names_stream(content, "Workbook") or _names_stream(content, "Book"):
        return FileKind.XLS
    if _names_stream(content, "WordDocument"):
        raise _old_word(path, "văn bản Word kiểu cũ (.doc)")
    if _names_stream(content, "PowerPoint Document"):
        raise not_a_table(path, _POWERPOINT)
    raise damaged(path)


def _names_stream(content: bytes, stream: str) -> bool:
    """Check whether the folder of a compound file lists this stream: a 64-byte name field in UTF-16."""
    return f"{stream}\0".encode("utf-16-le").ljust(min(64, 2 * len(stream) + 8), b"\0") in content


def _kind_of_text(path: Path, head: bytes) -> FileKind:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        raise errors.CannotRead(
            f"“{path.name}” là bảng tính XML 2003 kiểu cũ. Hãy mở bằng Excel, lưu thành .xlsx rồi nhập lại."
        )
    if path.suffix.lower() in _WORD_SUFFIXES[:1]:
        raise damaged(path) if _CONTROL.search(head) else not_a_table(path, "chữ thường, không có bảng")
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        raise errors.CannotRead(
            f"“{path.name}” không phải loại bảng chương trình đọc được. Hãy chọn tệp {', '.join(READABLE)}."
        )
    if start.startswith(b"<") and (b"<table" in start or b"<html" in start or b"<!doctype html" in start):
        return FileKind.HTML
    if _CONTROL.search(head) and utf_16_of(head) is None:
        raise damaged(path)
    return FileKind.TEXT
