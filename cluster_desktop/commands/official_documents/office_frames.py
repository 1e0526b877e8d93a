"""Frame the office's documents: letterhead, number, law of the day, signature."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.law.catalogue import catalogue_of
from cluster_desktop.commands.official_documents.printable import Compose, Request
from cluster_desktop.documents.content.content import Document, Heading, PartyHeading, Signer, StateHeading
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.law.regimes import regime_on
from cluster_desktop.domain.units.office import OfficeDraft, PaperForm
from cluster_desktop.records.models import Cluster, Unit
from cluster_desktop.records.queries.printing.numbering import number_of
from cluster_desktop.records.queries.units.office import office

_Facts = TypeVar("_Facts")
_CLUSTER = "CTĐ"
"""The abbreviation of a cluster in its documents: "Số: 05/BC-CTĐ"."""


def frame_of(session: Session, request: Request) -> DocumentFrame:
    """Frame the document of the unit in the request, else of the office's own unit, else of the cluster."""
    profile = office(session)
    unit = session.get(Unit, request.unit_uid or profile.unit_uid or "")
    cluster = _cluster(session)
    scope = unit.name if unit else cluster.name if cluster else ""
    return DocumentFrame(
        heading=_heading(profile, unit, cluster, request.written_on),
        scope=scope,
        number=_number(session, request),
        abbreviation=profile.abbreviation or "" if unit else _CLUSTER,
        bases=regime_on(catalogue_of(session).regimes, request.judged_on).basis,
        signer=_signer(profile, unit),
        author=scope,
    )


def of_year(
    document: Callable[[DocumentFrame, _Facts, int], Document], read: Callable[[Session, int, str | None], _Facts]
) -> Compose:
    """Compose *document* of what *read* gives of a year and a unit."""

    def _compose(session: Session, request: Request) -> Document:
        year = request.emulation_year
        return document(frame_of(session, request), read(session, year, request.unit_uid), year)

    return _compose


def cluster_frame_of(session: Session, request: Request) -> DocumentFrame:
    """Frame a document that is the cluster's, never one unit's."""
    return frame_of(session, replace(request, unit_uid=None))


def figures_frame_of(session: Session, request: Request) -> DocumentFrame:
    """Frame figures of the unit in the request, else of the whole cluster, as the office counts them today."""
    profile = office(session)
    unit = session.get(Unit, request.unit_uid or profile.unit_uid or "")
    cluster = _cluster(session)
    of_unit = unit is not None and (request.unit_uid is not None or cluster is None)
    scope = unit.name if unit is not None and of_unit else cluster.name if cluster else ""
    return DocumentFrame(
        heading=_heading(profile, unit, cluster, request.today),
        scope=scope,
        author=scope,
        signer=_signer(profile, unit),
    )


def _cluster(session: Session) -> Cluster | None:
    return session.scalars(select(Cluster)).first()


def _number(session: Session, request: Request) -> str:
    document = request.document
    if document is None or not document.symbol:
        return ""
    number = number_of(session, document.number_in_series(request))
    return f"{number:02d}" if number else ""


def _heading(profile: OfficeDraft, unit: Unit | None, cluster: Cluster | None, day: datetime.date | None) -> Heading:
    """Build the head of the office's documents, in the form its profile names."""
    organ = profile.issuer or (unit.name if unit else cluster.name if cluster else "")
    superior = profile.superior or (unit.parent_body if unit else cluster.superior if cluster else "") or ""
    place = profile.place or (unit.province if unit else "") or ""
    kind = PartyHeading if profile.form == PaperForm.PARTY else StateHeading
    return kind(superior=superior, organ=organ, place=place, dated=day)


def _signer(profile: OfficeDraft, unit: Unit | None) -> Signer:
    """Build the signature of the office's documents."""
    title = profile.signer_title or (unit.head_title if unit else "") or "Hiệu trưởng"
    return Signer((title,), profile.signer_name or (unit.head_name if unit else "") or "")
