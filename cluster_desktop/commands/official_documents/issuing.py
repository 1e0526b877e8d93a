"""Issue documents: the book keeps the very PDF with its number, day and signer; a reprint is that file.

Composing it again shows what differs; a new version says why and the old one stays.
"""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from textwrap import shorten

from sqlalchemy.orm import Session

import cluster_desktop
from cluster_desktop import errors
from cluster_desktop.commands.awards.council_facts import council_home, newest_session
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.numbering import put_number
from cluster_desktop.commands.official_documents.printable import SETTLED_BY, Printable, Question, Request
from cluster_desktop.commands.records.attachments import store
from cluster_desktop.documents.content.comparison import Difference
from cluster_desktop.documents.content.composition import composition, differences, notes
from cluster_desktop.documents.content.content import Document, SignatureBlock
from cluster_desktop.documents.formats.writing import writer_of
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.printing.numbering import next_number
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.year_span import EVERY_YEAR
from cluster_desktop.output_file import open_target
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import now
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import CouncilSession, Decision, IssuedDocument
from cluster_desktop.records.queries.printing.issued import kept, newest_issue
from cluster_desktop.records.queries.printing.numbering import NumberedDocument, number_of, numbers_of


class IssueMark(StrEnum):
    """What happened to an issued document; the value is the column that keeps its moment."""

    SAVED = "saved_at"
    PRINTED = "printed_at"
    HANDED_OVER = "handed_at"


_MARKING = {IssueMark.SAVED: "lưu", IssueMark.PRINTED: "in", IssueMark.HANDED_OVER: "giao"}


@dataclass(frozen=True, slots=True)
class IssueState:
    """How a document stands to the version of it that was issued last."""

    uid: str
    """The issued document; '' where none was issued yet."""
    version: int = 0
    differences: tuple[Difference, ...] = ()
    """Where what the book says now differs from it."""
    notes: tuple[Difference, ...] = ()
    """Where it says the same, but what is noted beside a row was noted later on."""

    @property
    def stands(self) -> bool:
        """True where its very pages are what the book says."""
        return bool(self.uid) and not self.differences and not self.notes

    @property
    def sentence(self) -> str:
        """What the preview says about it; '' for a document that was not issued."""
        if not self.uid:
            return ""
        if self.notes:
            return f"Đúng như bản đã phát hành; từ đó sổ ghi thêm {len(self.notes)} chỗ."
        if not self.differences:
            return "Đúng như bản đã phát hành."
        return f"Khác bản đã phát hành: {len(self.differences)} chỗ."


NOT_ISSUED = IssueState("")


@dataclass(frozen=True, slots=True)
class IssueTerms:
    """What a document gets as it is issued."""

    number: int | None = None
    """Its number in its series; 0 for a document without one, None for the one it has."""
    dated: PartialDate | None = None
    """The day on it, or only its year; None for the day on which it is composed."""


AS_COMPOSED = IssueTerms()


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
    issued_on = datetime.datetime.fromisoformat(last.issued_at).date()
    then = replace(request, today=issued_on).on(last.dated_on)
    before, now_said = kept(session, last.composition).decode(), composition(printable.read(session, then))
    places = differences(before, now_said)
    return IssueState(last.uid, last.version, places, () if places else notes(before, now_said))


def issue(
    workspace: Workspace, printable: Printable, request: Request, reason: str = "", terms: IssueTerms = AS_COMPOSED
) -> Changes:
    """Keep a document as it is composed now, with its number and its day, in one act. A later version needs a reason.

    Raises Refused where it stands as it was issued, or where it differs and no reason is given; for a number that
    another document has, and for a number or a day of a document that has its own; what composing raises.
    """
    because = " ".join(reason.split())
    dated = request.on(terms.dated) if terms.dated is not None else request
    name = workspace.read(printable.read, request).name
    with workspace.changing(f"Phát hành {shorten(name, 80, placeholder='…')}") as session:
        if terms.number is not None:
            put_number(session, _numbered(session, printable, request), terms.number)
            session.flush()
        state = _state(session, printable, request)
        if state.stands and not _redated(session, state.uid, terms):
            raise errors.Refused("Văn bản này đã phát hành và không có gì khác. Hãy in lại bản đã phát hành.")
        if state.uid and not because:
            count = len(state.differences) or len(state.notes) or 1
            raise errors.Refused(f"Văn bản này đã phát hành và nay khác {count} chỗ. Hãy ghi lý do lập bản mới.")
        _keep(session, printable, dated, state, because)
        return session.changes()


def _numbered(session: Session, printable: Printable, request: Request) -> NumberedDocument:
    document = numbered_document(session, printable, request)
    if document is None:
        raise errors.Refused(f"{printable.title} không có số trong dãy số của năm. Hãy phát hành mà không cấp số.")
    return document


def numbered_document(session: Session, printable: Printable, request: Request) -> NumberedDocument | None:
    """The document that an answered request asks for, in its series; None for one that gets no number of a year."""
    own = printable.asked(session, request)
    if not printable.symbol or own.year is None:
        return None
    if Question.SESSION in printable.asks:
        uid = own.session_uid or newest_session(session, own.emulation_year, own.unit_uid)
        if uid is not None:
            own = replace(own, unit_uid=council_home(session, uid), about=uid)
    return printable.number_in_series(own)


def proposed_terms(session: Session, printable: Printable, request: Request) -> IssueTerms:
    """The number a document has, else the next of its series; none for one that gets no number of a year.

    What went out without a number stays without one.
    """
    document = numbered_document(session, printable, request)
    if document is None:
        return AS_COMPOSED
    if (number := number_of(session, document)) is not None:
        return IssueTerms(number)
    issued = newest_issue(session, subject_of(printable, printable.asked(session, request)))
    return IssueTerms(0 if issued else next_number(numbers_of(session, document)))


def _redated(session: Session, uid: str, terms: IssueTerms) -> bool:
    return terms.dated is not None and terms.dated != _issued(session, uid).dated_on


def issue_in(session: WorkspaceSession, printable: Printable, request: Request, reason: str) -> None:
    """Keep a document inside a running act, unless it stands as it was issued; *reason* is that of a later version."""
    state = _state(session, printable, request)
    if not state.stands:
        _keep(session, printable, request, state, reason)


def _keep(session: WorkspaceSession, printable: Printable, request: Request, state: IssueState, reason: str) -> None:
    document, own = printable.read(session, request), printable.asked(session, request)
    dated_on = _dated_on(document)
    if dated_on is not None and dated_on != PartialDate.of(request.today):  # a paper with a day of its own is of it
        document = printable.read(session, request.on(dated_on))
    if request.dated is not None and request.dated != dated_on:
        day = f"mang ngày {dated_on.show()} của chính nó" if dated_on else "không ghi ngày"
        raise errors.Refused(f"{printable.title} {day}. Hãy phát hành mà không ghi ngày khác.")
    year, unit_uid = _belongs(session, printable, own)
    pdf = BytesIO()
    writer_of("x.pdf")(document, pdf)
    session.add(
        IssuedDocument(
            document=printable.key,
            subject=subject_of(printable, own),
            title=document.name,
            unit_uid=unit_uid,
            year=year,
            number=_number(document),
            dated_on=dated_on,
            signer=_signer(document),
            version=state.version + 1,
            reason=reason if state.uid else None,
            pdf=store(session, pdf.getvalue(), "application/pdf"),
            composition=store(session, composition(document).encode(), "application/json"),
            program=cluster_desktop.__version__,
            issued_at=now(),
        )
    )


def _belongs(session: Session, printable: Printable, own: Request) -> tuple[int | None, str | None]:
    """The year and the unit of a document: those of its decision or session, else those asked for."""
    if own.decision_uid and Question.DECISION in printable.asks:
        decision = session.get_one(Decision, own.decision_uid)
        return decision.year, decision.unit_uid or own.unit_uid
    if own.session_uid and Question.SESSION in printable.asks:
        return session.get_one(CouncilSession, own.session_uid).year, council_home(session, own.session_uid)
    return own.emulation_year if Question.YEAR in printable.asks else None, own.unit_uid


def _number(document: Document) -> str | None:
    """The number as it is printed, without its label: "05/BC-TCT"; None where room was left for it."""
    number = document.heading.number.removeprefix("Số").lstrip(": ") if document.heading else ""
    return number if number[:1].isalnum() else None


def _dated_on(document: Document) -> PartialDate | None:
    dated = document.heading.dated if document.heading else None
    return PartialDate.of(dated) if isinstance(dated, datetime.date) else dated


def _signer(document: Document) -> str | None:
    signed = [block.right for block in document.blocks if isinstance(block, SignatureBlock) and block.right.office]
    name = signed[-1].name if signed else ""
    return None if name in ("", ROOM) else name


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


def mark(workspace: Workspace, uid: str, what: IssueMark, on: datetime.date | None = None) -> Changes:
    """Note that an issued document was saved, printed or handed over now, or on an earlier day.

    Raises RecordMissing, Refused for a day to come.
    """
    if on is not None and on > datetime.date.today():
        raise errors.Refused(f"Ngày {on:%d/%m/%Y} chưa đến. Hãy ghi ngày đã {_MARKING[what]}.")
    with workspace.changing(f"Ghi đã {_MARKING[what]} văn bản phát hành") as session:
        setattr(_issued(session, uid), what.value, on.isoformat() if on else now())
        return session.changes()


def unmark(workspace: Workspace, uid: str, what: IssueMark) -> Changes:
    """Take such a note back, which was a slip. Raises RecordMissing."""
    with workspace.changing(f"Bỏ ghi đã {_MARKING[what]} văn bản phát hành") as session:
        setattr(_issued(session, uid), what.value, None)
        return session.changes()


def printable_of(document: str) -> Printable:
    """The kind of an issued document. Raises Refused for one this program does not know."""
    if document not in PRINTABLES:
        raise errors.Refused("Phiên bản này của chương trình không lập loại văn bản này.")
    return PRINTABLES[document]
