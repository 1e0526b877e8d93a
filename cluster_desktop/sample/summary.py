"""What the sample cluster's office wrote into its annual summary."""

from sqlalchemy.orm import Session

from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.records.queries.year.year_summary import text_key
from cluster_desktop.sample import sources


def write_summary(session: Session, year: int) -> None:
    """Keep the texts as those of *year*. Raises ResourceMissing."""
    for part, text in sources.table("events")["summary"].items():
        put(session, text_key(year, part), text.strip())
