"""Photos and files inside the workspace, each content kept once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.output_file import open_target
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Attachment, Blob

_MEGABYTE = 1024 * 1024
LARGEST = 20 * _MEGABYTE
LARGEST_PHOTO = 40 * _MEGABYTE
"""A photo becomes smaller before it is kept."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to keep: its description (whose ``sha256`` is filled in here), its bytes, its media type."""

    draft: AttachmentDraft
    data: bytes
    media_type: str

    @property
    def digest(self) -> str:
        """The name the bytes are kept under."""
        return hashlib.sha256(self.data).hexdigest()


def refuse_larger(path: Path, largest: int = LARGEST) -> None:
    """Refuse a file of more than *largest* bytes before it is read. Raises Refused, FileMissing, CannotRead."""
    try:
        size = path.stat().st_size
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)
    if size > largest:
        raise errors.Refused(
            f"Tệp “{path.name}” lớn {size // _MEGABYTE} MB, quá {largest // _MEGABYTE} MB. Hãy thu nhỏ rồi chọn lại."
        )


def read_file(path: Path) -> bytes:
    """Read a file that may be kept. Raises Refused for one over 20 MB, FileMissing, CannotRead."""
    refuse_larger(path)
    try:
        return path.read_bytes()
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)


def attach(workspace: Workspace, files: Sequence[NewFile]) -> Changes:
    """Keep *files* in the workspace, all or none and as one act; equal contents are stored once.

    Raises Refused for an empty file or one over 20 MB, InvalidDraft for a description.
    """
    ready = ready_files(files)
    words = f"“{files[0].draft.file_name}”" if len(files) == 1 else f"{len(files)} tệp"
    with workspace.changing(f"Đính kèm {words}") as session:
        keep(session, ready)
        return session.changes()


def ready_files(files: Sequence[NewFile]) -> list[NewFile]:
    """Check the descriptions of files. Raises Refused, InvalidDraft."""
    return [replace(file, draft=_checked(file)) for file in files]


def keep(session: WorkspaceSession, files: Sequence[NewFile]) -> None:
    """Keep files that are ready, inside a running act. Raises InvalidDraft, Refused for a locked score sheet."""
    for file in files:
        store(session, file.data, file.media_type)
        draft = file.draft
        if draft.event_uid:
            draft = replace(draft, position=_last_position(session, draft.event_uid) + 1)
        add(session, draft)


def replace_photo(workspace: Workspace, uid: str, data: bytes, act: str) -> Changes:
    """Put other bytes (JPEG) in the place of a photo, as the act *act*; undoing brings the old ones back.

    Raises RecordMissing, or Refused for an empty file or one over 20 MB.
    """
    with workspace.changing(act) as session:
        record = living(session, Attachment, uid)
        _refuse_size(record.file_name, data)
        record.sha256 = store(session, data, "image/jpeg")
        return session.changes()


def order_attachments(workspace: Workspace, uids: Sequence[str]) -> Changes:
    """Put photos and files of an event into this order. Raises RecordMissing."""
    with workspace.changing("Xếp lại ảnh, tệp") as session:
        for place, uid in enumerate(uids, start=1):
            living(session, Attachment, uid).position = place
        return session.changes()


def write_attachment(workspace: Workspace, uid: str, path: Path) -> None:
    """Write a photo or file to *path*, whole or not at all. Raises RecordMissing, CannotWrite and its kin."""
    record = workspace.read(living, Attachment, uid)
    data = contents(workspace, record.sha256)
    with open_target(path) as stream:
        stream.write(data)


def store(session: WorkspaceSession, data: bytes, media_type: str) -> str:
    """Keep contents once, inside a running act; gives the digest they are kept under."""
    digest = hashlib.sha256(data).hexdigest()
    if session.get(Blob, digest) is None:
        session.add(Blob(sha256=digest, media_type=media_type, size=len(data), data=data))
        session.flush()
    return digest


def _last_position(session: WorkspaceSession, event_uid: str) -> int:
    """Find the place of the last photo or file of an event, with or without a number."""
    counted = select(func.count(), func.max(Attachment.position)).where(Attachment.event_uid == event_uid)
    count, last = session.execute(counted).one()
    return max(count, last or 0)


def _checked(file: NewFile) -> AttachmentDraft:
    name = file.draft.file_name
    _refuse_size(name or "", file.data)
    return checked(replace(file.draft, sha256=file.digest))


def _refuse_size(name: str, data: bytes) -> None:
    if not data:
        raise errors.Refused(f"Tệp “{name}” rỗng. Hãy chọn tệp khác.")
    if len(data) > LARGEST:
        raise errors.Refused(f"Tệp “{name}” lớn hơn 20 MB. Hãy thu nhỏ rồi đính kèm lại.")


def contents(workspace: Workspace, sha256: str) -> bytes:
    """Read the bytes of a stored photo or file. Raises RecordMissing."""
    with workspace.reading() as session:
        blob = session.get(Blob, sha256)
        if blob is None:
            raise errors.RecordMissing("Nội dung tệp không còn trong sổ.")
        return blob.data
