"""The journal (acts and their changes), stored files, and facts about the workspace itself."""

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.records.models.record import Base


class Act(Base):
    """One thing a user did, in the order of ``number``; ``kind`` is do, undo or redo."""

    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_uid: Mapped[str] = mapped_column(String(36))
    origin_number: Mapped[int]
    at: Mapped[str]
    who: Mapped[str]
    label: Mapped[str]
    kind: Mapped[str]
    target: Mapped[int | None] = mapped_column(ForeignKey("act.number"))
    undone: Mapped[bool] = mapped_column(default=False)
    dropped: Mapped[bool] = mapped_column(default=False)
    undoable: Mapped[bool] = mapped_column(default=True)


class Change(Base):
    """One field that an act changed; a new or removed record is one row holding all its values."""

    __table_args__ = (Index("ix_change_record", "record_uid"), Index("ix_change_act", "act_number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    act_number: Mapped[int] = mapped_column(ForeignKey("act.number"))
    table_name: Mapped[str]
    record_uid: Mapped[str] = mapped_column(String(36))
    operation: Mapped[str]
    field: Mapped[str | None]
    old: Mapped[str | None]
    new: Mapped[str | None]


class Blob(Base):
    """The bytes of a photo or file, kept once for equal contents."""

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class About(Base):
    """Facts about the file: its own uid, when and by which version it was made."""

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
