"""The documents an office issued, the newest first."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models import Blob, IssuedDocument, Unit
from cluster_desktop.records.queries.lists.column_sources import finding


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """An issued document as a list shows it; moments are ISO text, '' for what did not happen."""

    uid: str
    document: str
    subject: str
    title: str
    unit: str
    year: int | None
    number: str
    dated_on: PartialDate | None
    signer: str
    version: int
    newest: bool
    reason: str
    issued_at: str
    saved_at: str
    printed_at: str
    handed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedScope:
    """What issued documents are asked for: of a unit, of a year, of a decision, or all."""

    unit_uid: str | None = None
    year: int | None = None
    decision_uid: str | None = None
    nothing: str = "Chưa có văn bản nào được phát hành."
    """What is said where there are none."""


EVERY_PAPER = IssuedScope()


def issued_papers(session: Session, scope: IssuedScope = EVERY_PAPER, words: str = "") -> tuple[IssuedPaper, ...]:
    """The issued documents of a scope, with these words in title, number or signer."""
    statement = select(IssuedDocument, Unit.short_name).outerjoin(Unit, Unit.uid == IssuedDocument.unit_uid)
    if scope.unit_uid is not None:
        statement = statement.where(IssuedDocument.unit_uid == scope.unit_uid)
    if scope.year is not None:
        statement = statement.where(IssuedDocument.year == scope.year)
    if scope.decision_uid is not None:
        statement = statement.where(IssuedDocument.subject.contains(f"decision={scope.decision_uid}", autoescape=True))
    statement = statement.where(*finding(IssuedDocument.search_key, words))
    order = (IssuedDocument.issued_at.desc(), IssuedDocument.version.desc(), IssuedDocument.uid.desc())
    rows = session.execute(statement.order_by(*order)).all()
    last = select(IssuedDocument.subject, func.max(IssuedDocument.version)).group_by(IssuedDocument.subject)
    newest = dict(iter(session.execute(last)))
    return tuple(_paper(record, unit or "", newest[record.subject]) for record, unit in rows)


def _paper(record: IssuedDocument, unit: str, newest: int) -> IssuedPaper:
    return IssuedPaper(
        uid=record.uid,
        document=record.document,
        subject=record.subject,
        title=record.title,
        unit=unit,
        year=record.year,
        number=record.number or "",
        dated_on=record.dated_on,
        signer=record.signer or "",
        version=record.version,
        newest=record.version == newest,
        reason=record.reason or "",
        issued_at=record.issued_at,
        saved_at=record.saved_at or "",
        printed_at=record.printed_at or "",
        handed_at=record.handed_at or "",
    )


def newest_issue(session: Session, subject: str) -> IssuedDocument | None:
    """The newest version of a document that was issued; None for one that never was."""
    statement = select(IssuedDocument).where(IssuedDocument.subject == subject)
    return session.scalars(statement.order_by(IssuedDocument.version.desc()).limit(1)).one_or_none()


def kept(session: Session, digest: str) -> bytes:
    """The bytes that are kept under a digest. Raises RecordMissing."""
    blob = session.get(Blob, digest)
    if blob is None:
        raise errors.RecordMissing("Nội dung văn bản đã phát hành không còn trong sổ. Hãy dùng một bản sao lưu.")
    return blob.data
