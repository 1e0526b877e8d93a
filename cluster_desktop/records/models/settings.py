"""Settings of the office in this workspace."""

from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.records.models.record import Record


class Setting(Record):
    """One setting of the workspace."""

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]
