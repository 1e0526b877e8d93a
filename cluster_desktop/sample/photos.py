"""Drawings that stand in for the article's three photos, with its captions and credits."""

from typing import Final

from cluster_desktop import resources
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.fields.vocabulary import AttachmentKind
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.events import Log

_MEDIA_TYPE: Final = "image/png"


def add_photos(log: Log) -> None:
    """Take in one picture for each photo of the article. Raises ResourceMissing."""
    plans = sources.table("events")["photo"]
    for told, plan in zip(sources.facts()["photos"], plans, strict=True):
        data = resources.read_bytes(sources.FOLDER, plan["file"])
        picture = AttachmentDraft(
            event_uid=log.uids[plan["event"]],
            kind=AttachmentKind.PHOTO,
            file_name=plan["name"],
            caption=told["caption"],
            credit=told["credit"],
            sha256=log.batch.keep_file(data, _MEDIA_TYPE),
        )
        log.batch.add(picture, sample=notes.PHOTO)
