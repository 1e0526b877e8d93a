"""The letterhead, signature and number series of a unit, or of the cluster, on the day of a document."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.people.heads import ROOM, Head, signing_titles
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import fold as folded
from cluster_desktop.domain.units.issuer import Issuer
from cluster_desktop.domain.units.vocabulary import MemberRole, PaperForm
from cluster_desktop.records.models import Cluster, Membership, Unit
from cluster_desktop.records.queries.units.heads import Heads
from cluster_desktop.records.queries.units.office import home_unit
from cluster_desktop.records.queries.units.unit_names import UnitNames

_CLUSTER = "CTĐ"
"""The abbreviation of a cluster in its documents: "Số: 05/BC-CTĐ"."""
_NO_NAME = "Cụm thi đua"
"""What running text calls a cluster that nobody has entered."""


def first_cluster(session: Session) -> Cluster | None:
    """The cluster whose documents the book composes: the one that was entered first."""
    return session.scalars(select(Cluster).order_by(Cluster.uid)).first()


def head_unit(session: Session, year: int) -> Unit | None:
    """The unit that heads the cluster in a year; None where nobody recorded it."""
    cluster = first_cluster(session)
    statement = (
        select(Unit)
        .join(Membership, Membership.unit_uid == Unit.uid)
        .where(Membership.year == year, Membership.role == MemberRole.HEAD)
        .order_by(Unit.sort_key)
    )
    if cluster is not None:
        statement = statement.where(Membership.cluster_uid == cluster.uid)
    return session.scalars(statement).first()


def home_issuer(session: Session, day: datetime.date) -> Issuer:
    """Who we are on paper: our unit, or the cluster for a cluster's office."""
    home = home_unit(session)
    return unit_issuer(session, home, day) if home else cluster_issuer(session, day.year, day)


def unit_issuer(session: Session, unit: Unit, day: datetime.date) -> Issuer:
    """The unit as it issues a document on *day*: under its name of then, signed by its head of then."""
    on = PartialDate.of(day)
    names, heads = UnitNames(session), Heads(session)
    name, head = names.on(unit, on), heads.on(unit, on)
    titles, signer = _signature(unit, head, heads.on(unit, PartialDate.of(datetime.date.today())))
    present = name == unit.name  # what is typed for the letterhead belongs to the name of today
    return Issuer(
        uid=unit.uid,
        name=name,
        superior=unit.superior or unit.parent_body or ROOM,
        organ=(unit.issuer if present else "") or name,
        place=names.place_on(unit, on) or ROOM,
        form=unit.form or PaperForm.STATE,
        abbreviation=unit.abbreviation or ROOM[:6],
        signer_titles=titles,
        signer_name=signer,
    )


def _signature(unit: Unit, head: Head, present: Head) -> tuple[tuple[str, ...], str]:
    """The head of the day signs; whom the unit names to sign instead does so while the present head is in office.

    Who was typed as the head is not, once the book names another one for that day.
    """
    title, name = (unit.signer_title or "", unit.signer_name or "") if head == present else ("", "")
    if head.name and _post(title) in {_post(own) for own in ("", head.title, unit.head_title or "")}:
        title, name = "", head.name
    return signing_titles(title, head.office), name or ROOM


def _post(title: str) -> str:
    """A post as it is compared: who holds it for the time being holds it."""
    return folded(title).removeprefix("q. ").removeprefix("quyen ")


def cluster_issuer(session: Session, year: int, day: datetime.date) -> Issuer:
    """The cluster as it issues a document of *year* on *day*: the head of that year's head unit signs for it."""
    cluster, unit = first_cluster(session), head_unit(session, year)
    on = PartialDate.of(day)
    names = UnitNames(session)
    form = (unit.form if unit else "") or PaperForm.STATE
    head = Heads(session).on(unit, on)
    authority = f"{'T/M' if form == PaperForm.PARTY else 'TM.'} {cluster.name if cluster else _NO_NAME}"
    acting = (f"{head.office} {names.on(unit, on)}",) if head.name else ()
    return Issuer(
        name=cluster.name if cluster else _NO_NAME,
        superior=(cluster.superior if cluster else "") or "",
        organ=cluster.name if cluster else ROOM,
        place=names.place_on(unit, on) or ROOM,
        form=form,
        abbreviation=_CLUSTER,
        signer_titles=(authority, "Cụm trưởng", *acting),
        signer_name=head.name or ROOM,
    )
