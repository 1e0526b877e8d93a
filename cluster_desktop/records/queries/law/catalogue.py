"""Values an office set instead of the law, kept as settings of the workspace."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.records.models import Setting

PREFIX = "catalogue."


def own_values(session: Session) -> dict[str, str]:
    """The office's own values by their key in the catalogue; what was taken back is not among them."""
    statement = select(Setting.key, Setting.value).where(Setting.key.startswith(PREFIX))
    return {key.removeprefix(PREFIX): text for key, text in session.execute(statement) if text}
