"""Clusters, units and what belongs to them."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record


class Cluster(Record):
    """An emulation cluster or block."""

    __tablename__ = "cluster"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "region")

    name: Mapped[str]
    kind: Mapped[str]
    region: Mapped[str | None]
    superior: Mapped[str | None]
    guided_by: Mapped[str | None]
    note: Mapped[str | None]


class Unit(Record):
    """A member unit under its present name."""

    __tablename__ = "unit"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "short_name", "code", "province")

    code: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    province: Mapped[str | None]
    parent_body: Mapped[str | None]
    head_title: Mapped[str | None]
    head_name: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    dissolved_on: Mapped[PartialDate | None]
    merged_into_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    note: Mapped[str | None]


class FormerName(Record):
    """A name a unit had until a date."""

    __tablename__ = "former_name"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    name: Mapped[str]
    short_name: Mapped[str | None]
    province: Mapped[str | None]
    valid_to: Mapped[PartialDate]


class Department(Record):
    """A faculty or office of a unit."""

    __tablename__ = "department"
    SORTED_BY: ClassVar[str] = "name"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    name: Mapped[str]
    kind: Mapped[str]
    position: Mapped[int | None]
    note: Mapped[str | None]


class Membership(Record):
    """What a unit is in a cluster in one year."""

    __tablename__ = "membership"

    cluster_uid: Mapped[str] = mapped_column(ForeignKey("cluster.uid"), index=True)
    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    year: Mapped[int] = mapped_column(index=True)
    role: Mapped[str]
    hosts: Mapped[bool | None]
    scores_uid: Mapped[str | None] = mapped_column(ForeignKey("unit.uid"), index=True)
    note: Mapped[str | None]


class UnitRating(Record):
    """The yearly class of a unit or of one of its departments."""

    __tablename__ = "unit_rating"

    year: Mapped[int] = mapped_column(index=True)
    unit_uid: Mapped[str] = mapped_column(ForeignKey("unit.uid"), index=True)
    department_uid: Mapped[str | None] = mapped_column(ForeignKey("department.uid"), index=True)
    quality: Mapped[str]
    party_quality: Mapped[str | None]
    union_quality: Mapped[str | None]
    note: Mapped[str | None]


class Movement(Record):
    """An emulation movement."""

    __tablename__ = "movement"
    SORTED_BY: ClassVar[str] = "title"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "launched_by")

    title: Mapped[str]
    launched_by: Mapped[str | None]
    from_year: Mapped[int | None]
    to_year: Mapped[int | None]
    goals: Mapped[str | None]
