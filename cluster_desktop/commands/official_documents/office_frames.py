"""Frame documents: the letterhead, number, law and signature of the unit, or of the cluster, that issues them."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy.orm import Session

from cluster_desktop.commands.law.catalogue import catalogue_of
from cluster_desktop.commands.official_documents.printable import Compose, Request
from cluster_desktop.documents.content.content import Document, PartyHeading, Signer, StateHeading
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.law.regimes import printed_basis, regime_on
from cluster_desktop.domain.printing.own_words import OfficeWords, WordsPlace
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.issuer import Issuer
from cluster_desktop.records.models import Unit
from cluster_desktop.records.queries.printing.numbering import number_of
from cluster_desktop.records.queries.printing.own_words import own_words
from cluster_desktop.records.queries.units.issuers import cluster_issuer, unit_issuer

_Facts = TypeVar("_Facts")


def frame_of(session: Session, request: Request) -> DocumentFrame:
    """Frame the document of the unit in the request, else of the cluster; the law of its day, its number."""
    issuer = _issuer(session, request, request.judged_on)
    return replace(
        _framed(session, request, issuer, request.written_on),
        number=_number(session, request),
        bases=printed_basis(catalogue_of(session).regimes, request.judged_on),
    )


def with_caution(session: Session, document: Document, day: datetime.date) -> Document:
    """Tell whoever composes a document of *day* about a law of then that nobody has read, and that it does not name."""
    regime = regime_on(catalogue_of(session).regimes, day)
    if not regime.unread:
        return document
    caution = (
        f"Từ ngày {regime.since:%d/%m/%Y} có luật mới mà chương trình chưa kiểm chứng nên chưa ghi vào căn cứ. "
        "Hãy đối chiếu trước khi ký."
    )
    return replace(document, remark=" ".join(part for part in (document.remark, caution) if part))


def of_year(
    document: Callable[[DocumentFrame, _Facts, int], Document], read: Callable[[Session, int, str | None], _Facts]
) -> Compose:
    """Compose *document* of what *read* gives of a year and a unit."""

    def _compose(session: Session, request: Request) -> Document:
        year = request.emulation_year
        return document(frame_of(session, request), read(session, year, request.unit_uid), year)

    return _compose


def figures_frame_of(session: Session, request: Request) -> DocumentFrame:
    """Frame figures of the unit in the request, else of the whole cluster, as they are counted today."""
    dated = request.today if request.dated is None else request.written_on
    return _framed(session, request, _issuer(session, request, request.today), dated)


def _issuer(session: Session, request: Request, day: datetime.date) -> Issuer:
    unit = session.get(Unit, request.unit_uid) if request.unit_uid else None
    return unit_issuer(session, unit, day) if unit else cluster_issuer(session, request.emulation_year, day)


def _framed(
    session: Session, request: Request, issuer: Issuer, dated: datetime.date | PartialDate | None
) -> DocumentFrame:
    kind = PartyHeading if issuer.party else StateHeading
    words = _words(session, request, issuer)
    return DocumentFrame(
        heading=kind(superior=issuer.superior, organ=issuer.organ, place=issuer.place, dated=dated),
        scope=issuer.name,
        author=issuer.name,
        abbreviation=issuer.abbreviation,
        signer=Signer(*words.signing(issuer.signer_titles, issuer.signer_name)),
        words=words,
    )


def _words(session: Session, request: Request, issuer: Issuer) -> OfficeWords:
    """What the office of the issuer writes into this kind of document itself."""
    if request.document is None:
        return OfficeWords()
    place = WordsPlace(request.document.key, issuer.uid, request.emulation_year)
    return OfficeWords(place, issuer.name, own_words(session, place))


def _number(session: Session, request: Request) -> str:
    document = request.document
    if document is None or not document.symbol:
        return ""
    number = number_of(session, document.number_in_series(request))
    return f"{number:02d}" if number else ""
