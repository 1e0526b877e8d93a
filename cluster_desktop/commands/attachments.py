"""Photos and files inside the workspace, each content kept once."""

import hashlib
from dataclasses import replace

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records import add, checked
from cluster_desktop.domain.events import AttachmentDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.models import Blob
from cluster_desktop.records.workspace import Workspace

LARGEST = 20 * 1024 * 1024


def attach(workspace: Workspace, draft: AttachmentDraft, data: bytes, media_type: str) -> Changes:
    """Keep *data* in the workspace as the draft describes it; equal contents are stored once.

    Raises Refused for an empty file or one over 20 MB, InvalidDraft for the description.
    """
    if not data:
        raise errors.Refused(f"Tệp “{draft.file_name}” rỗng. Hãy chọn tệp khác.")
    if len(data) > LARGEST:
        raise errors.Refused(f"Tệp “{draft.file_name}” lớn hơn 20 MB. Hãy thu nhỏ rồi đính kèm lại.")
    digest = hashlib.sha256(data).hexdigest()
    ready = checked(replace(draft, sha256=digest))
    with workspace.changing(f"Đính kèm “{draft.file_name}”") as session:
        if session.get(Blob, digest) is None:
            session.add(Blob(sha256=digest, media_type=media_type, size=len(data), data=data))
            session.flush()
        add(session, ready)
        return session.changes()


def contents(workspace: Workspace, sha256: str) -> bytes:
    """The bytes of a stored photo or file. Raises RecordMissing."""
    return workspace.read(_contents, sha256)


def _contents(session: Session, sha256: str) -> bytes:
    blob = session.get(Blob, sha256)
    if blob is None:
        raise errors.RecordMissing("Nội dung tệp không còn trong sổ.")
    return blob.data
