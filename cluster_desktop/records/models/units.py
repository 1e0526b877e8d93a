"""Clusters, units and what belongs to them."""

from sqlalchemy.orm import Mapped

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record, Year, refers_to


class Cluster(Record):
    """An emulation cluster or block."""

    SORTED_BY = "name"
    SEARCHED = ("region",)

    name: Mapped[str]
    kind: Mapped[str]
    region: Mapped[str | None]
    superior: Mapped[str | None]
    guided_by: Mapped[str | None]
    note: Mapped[str | None]


class Unit(Record):
    """A member unit under its present name."""

    SORTED_BY = "name"
    SEARCHED = ("short_name", "code", "province")

    code: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    province: Mapped[str | None]
    parent_body: Mapped[str | None]
    head_title: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    dissolved_on: Mapped[PartialDate | None]
    merged_into_uid: Mapped[str | None] = refers_to("unit")
    note: Mapped[str | None]
    form: Mapped[str | None]
    superior: Mapped[str | None]
    issuer: Mapped[str | None]
    place: Mapped[str | None]
    abbreviation: Mapped[str | None]
    signer_title: Mapped[str | None]
    signer_name: Mapped[str | None]
    golden_book: Mapped[str | None]


class FormerName(Record):
    """A name a unit or a department had until a date."""

    SORTED_BY = "name"

    unit_uid: Mapped[str] = refers_to("unit")
    department_uid: Mapped[str | None] = refers_to("department")
    name: Mapped[str]
    short_name: Mapped[str | None]
    province: Mapped[str | None]
    valid_to: Mapped[PartialDate]


class UnitHead(Record):
    """Who heads a unit from a day on."""

    unit_uid: Mapped[str] = refers_to("unit")
    name: Mapped[str]
    title: Mapped[str | None]
    day: Mapped[PartialDate | None]


class Department(Record):
    """A faculty or office of a unit."""

    SORTED_BY = "name"

    unit_uid: Mapped[str] = refers_to("unit")
    name: Mapped[str]
    kind: Mapped[str]
    position: Mapped[int | None]
    began_on: Mapped[PartialDate | None]
    ended_on: Mapped[PartialDate | None]
    continues_uid: Mapped[str | None] = refers_to("department")
    note: Mapped[str | None]


class Membership(Record):
    """Role of a unit in a cluster in one year."""

    cluster_uid: Mapped[str] = refers_to("cluster")
    unit_uid: Mapped[str] = refers_to("unit")
    year: Mapped[Year]
    role: Mapped[str]
    hosts: Mapped[bool | None]
    scores_uid: Mapped[str | None] = refers_to("unit")
    note: Mapped[str | None]


class UnitRating(Record):
    """The yearly class of a unit or of one of its departments."""

    year: Mapped[Year]
    unit_uid: Mapped[str] = refers_to("unit")
    department_uid: Mapped[str | None] = refers_to("department")
    quality: Mapped[str]
    party_quality: Mapped[str | None]
    union_quality: Mapped[str | None]
    note: Mapped[str | None]


class Movement(Record):
    """An emulation movement."""

    SORTED_BY = "title"
    SEARCHED = ("launched_by",)

    title: Mapped[str]
    launched_by: Mapped[str | None]
    from_year: Mapped[int | None]
    to_year: Mapped[int | None]
    goals: Mapped[str | None]
