"""Write the settings of a workspace, which the journal remembers like every record."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.records.living import with_deleted
from cluster_desktop.records.models import Setting


def put(session: Session, key: str, value: str) -> None:
    """Give the setting *key* its value; a setting that has it already is left alone."""
    any_setting = with_deleted(Setting)
    kept = session.scalars(select(any_setting).where(any_setting.key == key)).first()
    if kept is None:
        session.add(Setting(key=key, value=value))
    elif kept.value != value:
        kept.value = value
