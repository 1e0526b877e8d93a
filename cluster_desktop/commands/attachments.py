"""Photos and files inside the workspace, each content kept once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records import add, checked
from cluster_desktop.domain.events import AttachmentDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import Blob
from cluster_desktop.records.workspace import Workspace

LARGEST = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class NewFile:
    """What is to be kept: its description (whose ``sha256`` is filled in here), its bytes, its media type."""

    draft: AttachmentDraft
    data: bytes
    media_type: str

    @property
    def digest(self) -> str:
        """What the bytes are stored under."""
        return hashlib.sha256(self.data).hexdigest()


def attach(workspace: Workspace, files: Sequence[NewFile]) -> Changes:
    """Keep *files* in the workspace, all or none and as one act; equal contents are stored once.

    Raises Refused for an empty file or one over 20 MB, InvalidDraft for a description.
    """
    ready = ready_files(files)
    named = f"“{files[0].draft.file_name}”" if len(files) == 1 else f"{len(files)} tệp"
    with workspace.changing(f"Đính kèm {named}") as session:
        keep(session, ready)
        return session.changes()


def ready_files(files: Sequence[NewFile]) -> list[NewFile]:
    """The files with their descriptions checked. Raises Refused, InvalidDraft."""
    return [replace(file, draft=_checked(file)) for file in files]


def keep(session: WorkspaceSession, files: Sequence[NewFile]) -> None:
    """Keep files that are ready, inside a running act. Raises InvalidDraft, Refused for a locked score sheet."""
    for file in files:
        if session.get(Blob, file.digest) is None:
            blob = Blob(sha256=file.digest, media_type=file.media_type, size=len(file.data), data=file.data)
            session.add(blob)
            session.flush()
        add(session, file.draft)


def _checked(file: NewFile) -> AttachmentDraft:
    name = file.draft.file_name
    if not file.data:
        raise errors.Refused(f"Tệp “{name}” rỗng. Hãy chọn tệp khác.")
    if len(file.data) > LARGEST:
        raise errors.Refused(f"Tệp “{name}” lớn hơn 20 MB. Hãy thu nhỏ rồi đính kèm lại.")
    return checked(replace(file.draft, sha256=file.digest))


def contents(workspace: Workspace, sha256: str) -> bytes:
    """The bytes of a stored photo or file. Raises RecordMissing."""
    return workspace.read(_contents, sha256)


def _contents(session: Session, sha256: str) -> bytes:
    blob = session.get(Blob, sha256)
    if blob is None:
        raise errors.RecordMissing("Nội dung tệp không còn trong sổ.")
    return blob.data
