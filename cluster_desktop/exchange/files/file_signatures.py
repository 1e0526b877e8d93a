"""What the files are that people pick instead of a table, told by their first bytes or by what an archive holds."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

_CHOOSE: Final = "Hãy chọn tệp Excel gốc, hoặc chép bảng sang Excel rồi lưu thành .xlsx."
_UNPACK: Final = "Hãy giải nén (bấm chuột phải, Giải nén tất cả) rồi chọn tệp bảng ở bên trong."
_RESAVE: Final = "Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập lại."
_EXPORT: Final = "Hãy mở bằng chương trình đã làm ra nó, xuất thành Excel (.xlsx) rồi nhập tệp đó."
_REAL: Final = "Hãy chọn chính tệp mà nó trỏ tới."


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """What a file is, and what a person does about it."""

    what: str
    advice: str = _CHOOSE


_PICTURE: Final = FileIdentity(
    "một tấm ảnh", "Hãy xin tệp Excel hoặc Word gốc: chương trình không đọc được chữ trong ảnh."
)
_RTF: Final = FileIdentity("văn bản RTF", "Hãy mở bằng Word, chọn Lưu thành, loại Word (.docx), rồi nhập tệp mới.")
_PLAYED: Final = FileIdentity("tệp âm thanh hoặc phim")
_OLD_EXCEL: Final = FileIdentity("bảng tính của Excel đời rất cũ (Excel 2 đến 5)", _RESAVE)
_SIGNATURES: Final = (
    (rb"%PDF", FileIdentity("tệp PDF")),
    (rb"\xff\xd8\xff|\x89PNG|GIF8[79]a|II\*\x00|MM\x00\*|RIFF....WEBP|BM....\x00\x00\x00\x00", _PICTURE),
    (rb"....ftyp(?:hei|mif|msf|avif)", _PICTURE),
    (rb"....ftyp|ID3[\x02-\x04]\x00|\x1aE\xdf\xa3|RIFF....(?:AVI |WAVE)", _PLAYED),
    (rb"Rar!\x1a\x07", FileIdentity("tệp nén RAR", _UNPACK)),
    (rb"7z\xbc\xaf", FileIdentity("tệp nén 7z", _UNPACK)),
    (rb"\x1f\x8b", FileIdentity("tệp nén gzip", _UNPACK)),
    (rb"SQLite format 3\x00", FileIdentity("một cơ sở dữ liệu")),
    (rb"\x00\x01\x00\x00Standard (?:Jet|ACE) DB", FileIdentity("cơ sở dữ liệu Access", _EXPORT)),
    (rb"MZ.{2,100}?\x00|\x7fELF", FileIdentity("một chương trình")),
    (rb"\{\\rtf", _RTF),
    (rb"\x09(?:\x00\x04|\x02\x06|\x04\x06|\x08[\x08\x10])\x00", _OLD_EXCEL),
    (rb"[\x03\x30\x31\x83\x8b\xf5].[\x01-\x0c][\x01-\x1f].{4}.{4}\x00", FileIdentity("bảng FoxPro (.dbf)", _EXPORT)),
    (rb"L\x00\x00\x00\x01\x14\x02\x00", FileIdentity("lối tắt của Windows", _REAL)),
    (rb"\[InternetShortcut\]", FileIdentity("lối tắt tới một trang web", "Hãy mở trang đó, tải bảng về dạng .xlsx.")),
    (rb"bplist00", FileIdentity("tệp đang chờ iCloud tải về", "Hãy tải tệp về máy rồi nhập lại.")),
    (rb"AT&TFORM", _PICTURE),
)
_BY_BYTES: Final = tuple((re.compile(pattern, re.DOTALL), found) for pattern, found in _SIGNATURES)
_HIGH_BYTES: Final = frozenset((0x00, 0x01, 0x03, 0x1E, 0x20))  # Latin, Vietnamese, marks, quotes
_SHORTCUT_SIZE: Final = 4096
_GOOGLE: Final = FileIdentity(
    "lối tắt tới Google Trang tính",
    "Hãy mở nó bằng trình duyệt, chọn Tệp, Tải xuống, Microsoft Excel (.xlsx), rồi nhập tệp tải về.",
)


def named_by_bytes(content: bytes) -> FileIdentity | None:
    """Name a file by how it begins; None where that tells nothing."""
    for pattern, found in _BY_BYTES:
        if pattern.match(content):
            return found
    small = content[:_SHORTCUT_SIZE] if len(content) <= _SHORTCUT_SIZE else b""
    if small.lstrip().startswith(b"{") and (b"docs.google.com" in small or b'"doc_id"' in small):
        return _GOOGLE
    return None


def named_by_words(inside: AbstractSet[str]) -> FileIdentity:
    """Name an archive by the names of what it holds."""
    if "ppt/presentation.xml" in inside:
        return FileIdentity("bài trình chiếu PowerPoint")
    if any(name.startswith("Index/") or name == "Index.zip" or name.endswith("/Index.zip") for name in inside):
        return FileIdentity("tệp của Apple (Numbers, Pages)", _EXPORT)
    return FileIdentity("tệp nén ZIP", _UNPACK)


def utf_16_of(content: bytes) -> str | None:
    """Recognise the kind of UTF-16 by its mark or by its high bytes; None for another encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = content[first:64:2], content[1 - first : 64 : 2]
        if len(content) > 3 and any(low) and 0 in high and set(high) <= _HIGH_BYTES:
            return name
    return None
