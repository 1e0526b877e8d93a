"""The office's own certificate layouts: the text of a layout file, kept in the workspace."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.records.models import Setting

_PREFIX = "layout."


def layout_key(name: str) -> str:
    """The name of the setting that holds an own layout."""
    return f"{_PREFIX}{name}"


def own_layouts(session: Session) -> dict[str, str]:
    """The text of each own layout by its name, in the order of the names."""
    statement = select(Setting.key, Setting.value).where(Setting.key.startswith(_PREFIX))
    rows = session.execute(statement.order_by(Setting.key))
    return {key.removeprefix(_PREFIX): text for key, text in rows if text}
