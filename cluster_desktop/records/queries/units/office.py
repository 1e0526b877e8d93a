"""The office profile as it stands in the workspace."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.models import Blob, Setting

PREFIX = "office."


def office(session: Session) -> OfficeDraft:
    """The profile; what was never set has its default."""
    statement = select(Setting.key, Setting.value).where(Setting.key.startswith(PREFIX))
    stored = {key.removeprefix(PREFIX): value for key, value in session.execute(statement)}
    keys = {field.key for field in fields_of(OfficeDraft)}
    return OfficeDraft(**{key: value or None for key, value in stored.items() if key in keys})


def picture_key(slot: str) -> str:
    """The name of the setting that holds the digest of a picture."""
    return f"picture.{slot}"


def office_picture(session: Session, slot: str) -> bytes:
    """The picture kept for *slot*; b"" where there is none."""
    statement = select(Setting.value).where(Setting.key == picture_key(slot))
    digest = session.scalars(statement).first()
    blob = session.get(Blob, digest) if digest else None
    return blob.data if blob else b""
