"""Scans: a PDF or a picture of a signed paper, kept whole beside the record it is of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.records.attachments import NewFile, attach, contents, read_file, write_attachment
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.events.vocabulary import AttachmentKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.file_pattern import proper_name
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Attachment

OWNERS: Final = {field.refers_to: field.key for field in map(KINDS["attachment"].field, KINDS["attachment"].owners)}
"""The kinds of records that have scans, each with the field of an attachment that names it."""
_STARTS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
"""How the files begin that a scanner or a telephone makes."""
_SUFFIXES: Final = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/heic": ".heic",
}
_UID_SHOWN: Final = 8  # letters of it, so that two files of one name do not meet
_PDF_WITHIN: Final = 1024  # bytes; readers of PDF allow so many before its beginning
_HEIC: Final = (b"heic", b"heix", b"mif1", b"hevc")


def keep_scans(workspace: Workspace, kind: str, uid: str, paths: Sequence[Path]) -> Changes:
    """Keep files with a record, all or none and as one act.

    Raises Refused for a kind that has no scans, for what is neither PDF nor picture, for an empty file or one over
    20 MB; FileMissing, CannotRead; InvalidDraft for a record that is gone.
    """
    if kind not in OWNERS:
        able = ", ".join(KINDS[each].label for each in OWNERS)
        raise errors.Refused(f"Không đính kèm bản chụp vào {KINDS[kind].label}. Hãy chọn một trong: {able}.")
    return attach(workspace, [_scan(OWNERS[kind], uid, path) for path in paths])


def write_to_look(workspace: Workspace, uid: str, folder: Path) -> Path:
    """Write a scan into a folder under a name that opens as what it is, whatever its file was called.

    Raises RecordMissing, CannotWrite and its kin.
    """
    record = workspace.read(living, Attachment, uid)
    media = _media(contents(workspace, record.sha256)) or ""
    path = folder / f"{uid[-_UID_SHOWN:]} {proper_name(Path(record.file_name).stem)}{_SUFFIXES.get(media, '.bin')}"
    write_attachment(workspace, uid, path)
    return path


def _scan(owner: str, uid: str, path: Path) -> NewFile:
    if path.is_dir():
        raise errors.CannotRead(f"“{path.name}” là một thư mục. Hãy chọn các tệp trong đó.")
    data = read_file(path)
    media = _media(data)
    if data and media is None:
        raise errors.Refused(
            f"Tệp “{path.name}” không phải PDF hay ảnh. Hãy quét, lưu thành PDF, JPEG hoặc PNG rồi chọn lại."
        )
    draft = AttachmentDraft(kind=AttachmentKind.FILE, file_name=path.name, caption=path.stem, sha256="-")
    return NewFile(_owned(draft, owner, uid), data, media or "")


def _owned(draft: AttachmentDraft, owner: str, uid: str) -> AttachmentDraft:
    return AttachmentDraft(**{**draft.values(), owner: uid})  # type: ignore[arg-type]


def _media(data: bytes) -> str | None:
    """The media type of the bytes, whatever the file is called; None for another kind of file."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return "image/heic"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "application/pdf"
    return next((media for start, media in _STARTS if data.startswith(start)), None)
