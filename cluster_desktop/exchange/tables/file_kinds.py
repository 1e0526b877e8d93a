"""Recognise a file by its bytes and not by its name, with advice when it is no table."""

import re
import zipfile
import zlib
from enum import StrEnum
from typing import Final

from cluster_desktop import errors
from cluster_desktop.exchange.files.file_signatures import FileIdentity, named_by_bytes, named_by_words, utf_16_of
from cluster_desktop.exchange.files.table_file import TableFile

_TEXT_TABLES: Final = (".xlsx", ".xls", ".ods", ".csv", ".tsv")
READABLE: Final = (*_TEXT_TABLES, ".docx", ".html", ".mht")
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
    WEB_ARCHIVE = "mht"
    XML = "xml"
    TEXT = "text"


_NAMED: Final = {
    **dict.fromkeys((FileKind.XLSX, FileKind.XLS, FileKind.ODS), (_WORKBOOKS, "bảng tính")),
    FileKind.DOCX: (_WORD_SUFFIXES, "văn bản Word"),
    FileKind.HTML: ((*_WORKBOOKS, ".html", ".htm"), "trang web"),
    FileKind.WEB_ARCHIVE: ((".mht", ".mhtml"), "trang web lưu thành một tệp"),
    FileKind.XML: ((".xml",), "bảng tính XML 2003"),
    FileKind.TEXT: ((".csv", ".tsv", ".txt"), "chữ thường"),
}
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # never in a text table
_END_OF_DOS: Final = b"\x1a"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD: Final = 4096
_BEGINNING: Final = 65_536
_MOST_UNPACKED: Final = 400_000_000  # bytes of XML, ten million cells
_LONGEST_MIMETYPE: Final = 200
_LONGEST_MANIFEST: Final = 1_000_000
_OPEN_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_OPEN_SHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_OLD_STAR_SHEET: Final = b"application/vnd.sun.xml.calc"
_HTML_TAG: Final = re.compile(
    rb"<(?:!doctype\s+html|!--|html|head|meta|style|title|body|table|div|p|center|span|font|h[1-6]|br)\b"
)
_XML_WORKBOOK: Final = re.compile(rb"<(?:\w+:)?workbook\b")
_TEMPORARY: Final = re.compile(r"~\$(?:.{0,200})|\.~lock\.(?P<open>.{1,200})#")


def file_kind(file: TableFile) -> FileKind:
    """Recognise the kind of table a file holds. Raises CannotRead with one plain sentence when it holds none."""
    if _TEMPORARY.fullmatch(file.name):
        raise _temporary(file)
    content = file.content
    if not content.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe") or (len(content) < _HEAD and not content.strip(b"\x00 \r\n")):
        raise errors.CannotRead(f"Tệp “{file.name}” trống, không có gì để nhập. Hãy chọn tệp khác.")
    if content.startswith(_ZIP):
        return _kind_of_zip(file)
    if content.startswith(_OLE):
        return _kind_of_ole(file)
    if found := named_by_bytes(content):
        raise not_a_table(file, found)
    return _kind_of_text(file)


def not_a_table(file: TableFile, found: FileIdentity) -> errors.CannotRead:
    """Say what a file is instead of a table, and what to do."""
    return errors.CannotRead(f"“{file.name}” không phải bảng tính: bên trong là {found.what}. {found.advice}")


def damaged(file: TableFile) -> errors.CannotRead:
    """Say that a table file does not open."""
    program, suffix = ("Word", ".docx") if file.suffix in _WORD_SUFFIXES else ("Excel", ".xlsx")
    return errors.CannotRead(
        f"Tệp “{file.name}” bị hỏng hoặc tải về chưa đủ. Hãy mở thử bằng {program}, lưu thành {suffix} rồi nhập lại."
    )


def locked(file: TableFile) -> errors.CannotRead:
    """Say that a password closes a table file."""
    program = "Word" if file.suffix in _WORD_SUFFIXES else "Excel"
    return errors.CannotRead(
        f"Tệp “{file.name}” đặt mật khẩu nên không đọc được. Hãy mở bằng {program}, bỏ mật khẩu rồi lưu lại."
    )


def misnamed(file: TableFile) -> str:
    """Name the kind of a file whose name says something else ("văn bản Word"); '' when the name is right."""
    right, what = _NAMED[file_kind(file)]
    return "" if file.suffix in right else what


def _temporary(file: TableFile) -> errors.CannotRead:
    found = _TEMPORARY.fullmatch(file.name)
    named = found.group("open") if found else None
    real = f"“{named}”" if named else f"có tên bắt đầu bằng hai chữ khác và kết thúc bằng “{file.name[2:]}”"
    return errors.CannotRead(
        f"“{file.name}” là tệp tạm, có khi tệp thật đang mở ở chương trình khác. Hãy chọn tệp thật, {real}."
    )


def _old_word(file: TableFile, what: str) -> errors.CannotRead:
    return errors.CannotRead(
        f"“{file.name}” là {what} nên không đọc được bảng bên trong. Hãy mở bằng Word, chọn Lưu thành, "
        "loại Word (.docx), rồi nhập tệp mới."
    )


def _resaved(file: TableFile, what: str) -> errors.CannotRead:
    return errors.CannotRead(
        f"“{file.name}” là {what}. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập lại."
    )


def _kind_of_zip(file: TableFile) -> FileKind:
    try:
        with file.archive() as archive:
            inside = set(archive.namelist())
            unpacked = sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith(".xml"))
            if unpacked > _MOST_UNPACKED:
                raise file.too_large(unpacked)
            mimetype = _start_of(archive, "mimetype", _LONGEST_MIMETYPE) if "mimetype" in inside else b""
            manifest = b""
            if "META-INF/manifest.xml" in inside:
                manifest = _start_of(archive, "META-INF/manifest.xml", _LONGEST_MANIFEST)
    except ZIP_DAMAGE as error:
        raise damaged(file) from error
    if "xl/workbook.xml" in inside:
        return FileKind.XLSX
    if "word/document.xml" in inside:
        return FileKind.DOCX
    if mimetype.startswith(_OPEN_SHEET):
        if b"encryption-data" in manifest:
            raise locked(file)
        return FileKind.ODS
    if mimetype.startswith(_OPEN_TEXT):
        raise _old_word(file, "văn bản của LibreOffice")
    if "xl/workbook.bin" in inside:
        raise _resaved(file, "bảng tính Excel nhị phân (.xlsb)")
    if mimetype.startswith(_OLD_STAR_SHEET):
        raise _resaved(file, "bảng tính OpenOffice kiểu cũ (.sxc)")
    raise not_a_table(file, named_by_words(inside))


def _start_of(archive: zipfile.ZipFile, part: str, most: int) -> bytes:
    """Unpack no more than the beginning of a part, which may unpack to gigabytes."""
    with archive.open(part) as stream:
        return stream.read(most)


def _kind_of_ole(file: TableFile) -> FileKind:
    if _names_stream(file.content, "EncryptedPackage"):
        raise locked(file)
    if _names_stream(file.content, "Workbook") or _names_stream(file.content, "Book"):
        return FileKind.XLS
    if _names_stream(file.content, "WordDocument"):
        raise _old_word(file, "văn bản Word kiểu cũ (.doc)")
    for stream, found in _OLE_FILES.items():
        if _names_stream(file.content, stream):
            raise not_a_table(file, found)
    raise damaged(file)


_OLE_FILES: Final = {
    "PowerPoint Document": FileIdentity("bài trình chiếu PowerPoint"),
    "__properties_version1.0": FileIdentity("thư Outlook (.msg)", "Hãy mở thư, lưu tệp đính kèm ra rồi chọn tệp đó."),
    "VisioDocument": FileIdentity("bản vẽ Visio"),
}


def _names_stream(content: bytes, stream: str) -> bool:
    """Check whether the folder of a compound file lists this stream: a 64-byte name field in UTF-16."""
    field = f"{stream}\0".encode("utf-16-le").ljust(min(64, 2 * len(stream) + 8), b"\0")
    return re.search(re.escape(field), content, re.IGNORECASE) is not None


def _kind_of_text(file: TableFile) -> FileKind:
    head = file.content[:_HEAD]
    start = file.content[:_BEGINNING].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    marked = _kind_of_marked_text(file, start)
    if marked is not None:
        return marked
    if file.suffix in _WORD_SUFFIXES[:1]:
        raise damaged(file) if _CONTROL.search(head) else not_a_table(file, FileIdentity("chữ thường, không có bảng"))
    if file.suffix not in _TEXT_SUFFIXES:
        raise errors.CannotRead(
            f"“{file.name}” không phải loại bảng chương trình đọc được. Hãy chọn tệp {', '.join(READABLE)}."
        )
    broken = b"\x00" in file.content or _CONTROL.search(head.rstrip(_END_OF_DOS))
    if broken and utf_16_of(file.content) is None:
        raise damaged(file)
    return FileKind.TEXT


def _kind_of_marked_text(file: TableFile, start: bytes) -> FileKind | None:
    """Recognise text that is written with tags, whatever the file is called."""
    if start.startswith(b"mime-version:") or (b"\nmime-version:" in start and b"multipart/related" in start):
        return FileKind.WEB_ARCHIVE
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and _XML_WORKBOOK.search(start):
        return FileKind.XML
    if not start.startswith(b"<"):
        return None
    if (
        b"schemas.microsoft.com/office/word/2003/wordml" in start
        or b"schemas.microsoft.com/office/2006/xmlpackage" in start
    ):
        raise _old_word(file, "văn bản Word XML")
    if b"urn:oasis:names:tc:opendocument" in start:
        raise _resaved(file, "tệp LibreOffice dạng XML (.fods)")
    return FileKind.HTML if _HTML_TAG.search(start) else None
