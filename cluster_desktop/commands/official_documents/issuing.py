"""Issue documents: the book keeps the very PDF with its number, day and signer; a reprint is that file.

Composing it again shows what differs; a new version says why and the old one stays.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from textwrap import shorten

from sqlalchemy.orm import Session

import cluster_desktop
from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.printable import SETTLED_BY, Printable, Question, Request
from cluster_desktop.commands.records.attachments import store
from cluster_desktop.documents.content.composition import Difference, composition, differences
from cluster_desktop.documents.content.content import Document, SignatureBlock
from cluster_desktop.documents.formats.writing import writer_of
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.year_span import EVERY_YEAR
from cluster_desktop.output_file import open_target
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import now
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import IssuedDocument
from cluster_desktop.records.queries.printing.issued import kept, newest_issue


class IssueMark(StrEnum):
    """What happened to an issued document; the value is the column that keeps its moment."""

    SAVED = "saved_at"
    PRINTED = "printed_at"
    HANDED_OVER = "handed_at"


_MARKING = {
    IssueMark.SAVED: "Lưu văn bản đã phát hành",
    IssueMark.PRINTED: "In văn bản đã phát hành",
    IssueMark.HANDED_OVER: "Giao văn bản đã phát hành",
}


@dataclass(frozen=True, slots=True)
class IssueState:
    """How a document stands to the version of it that was issued last."""

    uid: str
    """The issued document; '' where none was issued yet."""
    version: int = 0
    differences: tuple[Difference, ...] = ()
    """Where what the book says now differs from it."""

    @property
    def sentence(self) -> str:
        """What the preview says about it; '' for a document that was not issued."""
        if not self.uid:
            return ""
        if not self.differences:
            return "Đúng như bản đã phát hành."
        return f"Khác bản đã phát hành: {len(self.differences)} chỗ."


NOT_ISSUED = IssueState("")


def subject_of(printable: Printable, request: Request) -> str:
    """Name the document that an answered request asks for, the same for everybody who asks for it again."""
    asked = {
        Question.YEAR: request.emulation_year,
        Question.UNIT: request.unit_uid,
        Question.PERSON: request.person_uid,
        Question.DECISION: request.decision_uid,
        Question.SESSION: request.session_uid,
    }
    years = [f"years={request.span.first or ''}-{request.span.last or ''}"] if request.span != EVERY_YEAR else []
    settled = next((SETTLED_BY[each] for each in SETTLED_BY if each in printable.asks and asked[each]), frozenset())
    open_ones = [question for question in Question if question in printable.asks and question not in settled]
    parts = [f"{question}={asked[question]}" for question in open_ones if asked[question]]
    return " ".join([printable.key, *parts, *years, *([f"about={request.about}"] if request.about else [])])


def issue_state(workspace: Workspace, printable: Printable, request: Request) -> IssueState:
    """Compare a document as it would be composed now, of the day it was issued, with the version issued last."""
    return workspace.read(_state, printable, request)


def _state(session: Session, printable: Printable, request: Request) -> IssueState:
    last = newest_issue(session, subject_of(printable, printable.asked(session, request)))
    if last is None:
        return NOT_ISSUED
    then = replace(request, today=last.dated_on.latest) if last.dated_on else request
    before = kept(session, last.composition).decode()
    return IssueState(last.uid, last.version, differences(before, composition(printable.read(session, then))))


def issue(workspace: Workspace, printable: Printable, request: Request, reason: str = "") -> Changes:
    """Keep a document as it is composed now. A second version needs a reason.

    Raises Refused where it stands as it was issued, or where it differs and no reason is given; what composing raises.
    """
    because = " ".join(reason.split())
    state = issue_state(workspace, printable, request)
    if state.uid and not state.differences:
        raise errors.Refused("Văn bản này đã phát hành và không có gì khác. Hãy in lại bản đã phát hành.")
    if state.uid and not because:
        count = len(state.differences)
        raise errors.Refused(f"Văn bản này đã phát hành và nay khác {count} chỗ. Hãy ghi lý do lập bản mới.")
    name = workspace.read(printable.read, request).name
    with workspace.changing(f"Phát hành {shorten(name, 80, placeholder='…')}") as session:
        issue_in(session, printable, request, because)
        return session.changes()


def issue_in(session: WorkspaceSession, printable: Printable, request: Request, reason: str) -> None:
    """Keep a document inside a running act, unless it stands as it was issued; *reason* is that of a later version."""
    state = _state(session, printable, request)
    if state.uid and not state.differences:
        return
    document, own = printable.read(session, request), printable.asked(session, request)
    pdf = BytesIO()
    writer_of("x.pdf")(document, pdf)
    session.add(
        IssuedDocument(
            document=printable.key,
            subject=subject_of(printable, own),
            title=document.name,
            unit_uid=own.unit_uid,
            year=request.emulation_year if Question.YEAR in printable.asks else None,
            number=_number(document),
            dated_on=PartialDate.of(document.heading.dated or request.today) if document.heading else None,
            signer=_signer(document),
            version=state.version + 1,
            reason=reason if state.uid else None,
            pdf=store(session, pdf.getvalue(), "application/pdf"),
            composition=store(session, composition(document).encode(), "application/json"),
            program=cluster_desktop.__version__,
            issued_at=now(),
        )
    )


def _number(document: Document) -> str | None:
    """The number as it is printed, without its label: "05/BC-TCT"."""
    number = document.heading.number.removeprefix("Số:").strip() if document.heading else ""
    return number or None


def _signer(document: Document) -> str | None:
    blocks = [block for block in document.blocks if isinstance(block, SignatureBlock)]
    return (blocks[-1].right.name or None) if blocks else None


def issued_pdf(workspace: Workspace, uid: str) -> bytes:
    """The very PDF of an issued document. Raises RecordMissing."""
    return workspace.read(_pdf, uid)


def _pdf(session: Session, uid: str) -> bytes:
    return kept(session, _issued(session, uid).pdf)


def _issued(session: Session, uid: str) -> IssuedDocument:
    record = session.get(IssuedDocument, uid)
    if record is None or record.deleted_at is not None:
        raise errors.RecordMissing("Không còn văn bản đã phát hành này trong sổ. Hãy đọc lại trang (F5).")
    return record


def write_issued(workspace: Workspace, uid: str, path: Path) -> Changes:
    """Write the very PDF of an issued document, whole or not at all, and mark it as saved.

    Raises RecordMissing, CannotWrite and its kin.
    """
    data = issued_pdf(workspace, uid)
    with open_target(path) as stream:
        stream.write(data)
    return mark(workspace, uid, IssueMark.SAVED)


def mark(workspace: Workspace, uid: str, what: IssueMark) -> Changes:
    """Note that an issued document was saved, printed or handed over now. Raises RecordMissing."""
    with workspace.changing(_MARKING[what]) as session:
        setattr(_issued(session, uid), what.value, now())
        return session.changes()


def printable_of(document: str) -> Printable:
    """The kind of an issued document. Raises Refused for one this program does not know."""
    if document not in PRINTABLES:
        raise errors.Refused("Phiên bản này của chương trình không lập loại văn bản này.")
    return PRINTABLES[document]
