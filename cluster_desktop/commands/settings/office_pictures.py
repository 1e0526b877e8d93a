"""The office's own emblem and the scanned signature that certificates may carry."""

from cluster_desktop import errors
from cluster_desktop.commands.records.attachments import LARGEST, store
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.documents.pictures import photo
from cluster_desktop.domain.units.office import PICTURES
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import home_uid, picture_key


def keep_picture(workspace: Workspace, slot: str, data: bytes) -> Changes:
    """Keep a picture of our unit for *slot* (a key of ``PICTURES``), its transparency too; undo takes it back.

    Raises Refused for a file over 20 MB and for one that is no picture.
    """
    if len(data) > LARGEST:
        raise errors.Refused("Tệp ảnh lớn hơn 20 MB. Hãy thu nhỏ rồi chọn lại.")
    ready = photo.ready_mark(data)
    if ready is None:
        raise errors.Refused("Không đọc được ảnh này. Hãy chọn tệp PNG hoặc JPG khác.")
    with workspace.changing(f"Đổi {PICTURES[slot].lower()}") as session:
        put(session, picture_key(slot, home_uid(session)), store(session, ready, "image/png"))
        return session.changes()


def drop_picture(workspace: Workspace, slot: str) -> Changes:
    """Do without a picture again; undoing brings it back."""
    with workspace.changing(f"Bỏ {PICTURES[slot].lower()}") as session:
        put(session, picture_key(slot, home_uid(session)), "")
        return session.changes()
