"""The office profile as it stands in the workspace, which unit is "us", and the pictures of units."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.units import LETTERHEAD, UnitDraft
from cluster_desktop.records.models import Blob, Setting, Unit

PREFIX = "office."
LETTERHEAD_KEYS = tuple(field.key for field in fields_of(UnitDraft) if field.part == LETTERHEAD)
"""The fields of a unit that are its letterhead."""


def office(session: Session) -> OfficeDraft:
    """The profile; what was never set has its default."""
    keys = {field.key for field in fields_of(OfficeDraft)}
    return OfficeDraft(**{key: value or None for key, value in _stored(session).items() if key in keys})


def unclaimed_letterhead(session: Session) -> dict[str, str]:
    """What an earlier program kept as the letterhead of a book whose office named no unit: it waits for one."""
    return {key: value for key, value in _stored(session).items() if key in LETTERHEAD_KEYS and value}


def _stored(session: Session) -> dict[str, str]:
    statement = select(Setting.key, Setting.value).where(Setting.key.startswith(PREFIX))
    return {key.removeprefix(PREFIX): value for key, value in session.execute(statement)}


def home_unit(session: Session) -> Unit | None:
    """The unit that is "us": the one the office names, else the only one there is; None for a cluster's office."""
    named = office(session).unit_uid
    unit = session.get(Unit, named) if named else None
    if unit is not None and unit.deleted_at is None:
        return unit
    return only_unit(session)


def only_unit(session: Session) -> Unit | None:
    """The unit of a book of one school, whose records need not say whose they are; None where there are others."""
    units = session.scalars(select(Unit).limit(2)).all()
    return units[0] if len(units) == 1 else None


def home_uid(session: Session) -> str | None:
    """The uid of the unit that is "us"; None for a cluster's office."""
    unit = home_unit(session)
    return unit.uid if unit else None


def picture_key(slot: str, unit_uid: str | None) -> str:
    """The name of the setting that holds the digest of a picture of a unit, or of a cluster's office for None."""
    return f"picture.{slot}.{unit_uid}" if unit_uid else f"picture.{slot}"


def unit_picture(session: Session, slot: str, unit_uid: str | None) -> bytes:
    """The picture a unit keeps for *slot*, or a cluster's office for None; b"" where there is none."""
    statement = select(Setting.value).where(Setting.key == picture_key(slot, unit_uid))
    digest = session.scalars(statement).first()
    blob = session.get(Blob, digest) if digest else None
    return blob.data if blob else b""


def office_picture(session: Session, slot: str) -> bytes:
    """The picture kept for *slot* by "us"; b"" where there is none."""
    return unit_picture(session, slot, home_uid(session))
