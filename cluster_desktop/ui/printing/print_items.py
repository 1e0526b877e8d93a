"""The items that can be printed, an order for one of them, and its proof."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Final

from cluster_desktop.commands.awards.council_facts import newest_session, sessions_with_minutes
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.issuing import NOT_ISSUED, IssueState, issue_state, issued_pdf
from cluster_desktop.commands.official_documents.printable import Printable, Question, Request
from cluster_desktop.commands.printing.certificates import Certificates, certificates_of, certificates_of_event
from cluster_desktop.commands.printing.layouts import layouts_for
from cluster_desktop.commands.printing.signing import signed
from cluster_desktop.documents.certificates.certificates import write_certificates
from cluster_desktop.documents.certificates.layout_file import LayoutTitle, load_layout
from cluster_desktop.documents.certificates.preflight import FitFinding
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.documents.content.page import A4, PageSize
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.printing.certificate_layouts import EVENT_LAYOUT, LAYOUT_OF
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.events.event_recipients import events_with_certificates
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing import certificate_sources
from cluster_desktop.records.queries.printing.certificate_numbers import used_elsewhere
from cluster_desktop.records.queries.printing.certificate_sources import CertificateSource
from cluster_desktop.records.queries.printing.numbering import NumberedDocument, number_of
from cluster_desktop.records.queries.printing.printings import PrintedSheet, sheets_of
from cluster_desktop.records.queries.units.office import home_uid
from cluster_desktop.records.queries.year import overview
from cluster_desktop.records.rows import Option
from cluster_desktop.ui.printing.print_stops import stopped_at

Progress = Callable[[int, int], None]
_UNITS: Final = 200
MINUTES: Final = "council-minutes"
CERTIFICATES: Final = "Giấy khen, danh hiệu"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintItem:
    """An item of the printing page: certificates of some awards, or a document."""

    key: str
    title: str
    icon: str
    awards: tuple[str, ...] = ()
    granting: str = ""
    """The words of a decision for it: "tặng Giấy khen"."""
    group: str = CERTIFICATES
    of_event: bool = False
    """Its certificates are those of an event, not of a decision."""
    document: Printable | None = None
    """The document it is; None for certificates."""

    @property
    def is_certificate(self) -> bool:
        """It is one sheet for each recipient."""
        return self.document is None

    @property
    def of_decision(self) -> bool:
        """A decision is chosen for it."""
        if self.document is None:
            return not self.of_event
        return Question.DECISION in self.document.asks

    @property
    def of_source(self) -> bool:
        """A decision or an event is chosen for it."""
        return self.of_decision or self.of_event

    @property
    def asks_unit(self) -> bool:
        """A unit may be chosen for it."""
        return self.document is not None and not self.of_decision and not self.document.of_cluster

    @property
    def asks_year(self) -> bool:
        """A year may be chosen for it."""
        return self.document is not None and not self.of_decision and Question.YEAR in self.document.asks

    @property
    def needs_unit(self) -> bool:
        """A unit has to be chosen for it."""
        return self.document is not None and self.document.single_unit

    @property
    def of_session(self) -> bool:
        """A council session is chosen for it."""
        return self.document is not None and Question.SESSION in self.document.asks

    @property
    def layout(self) -> str:
        """The default layout of its certificates."""
        return LAYOUT_OF[self.awards[0]] if self.awards else EVENT_LAYOUT

    @property
    def sheet_word(self) -> str:
        """The word for one page of it."""
        return "tờ" if self.is_certificate else "trang"


PRINT_ITEMS: Final = (
    PrintItem(
        key="giay-khen",
        title="Giấy khen",
        icon="certificate",
        awards=(AwardKind.LETTER_OF_PRAISE,),
        granting="tặng Giấy khen",
    ),
    PrintItem(
        key="chien-si",
        title="Chiến sĩ thi đua cơ sở",
        icon="ribbon",
        awards=(AwardKind.SCHOOL_FIGHTER,),
        granting="tặng danh hiệu Chiến sĩ thi đua cơ sở",
    ),
    PrintItem(
        key="lao-dong",
        title="Lao động tiên tiến",
        icon="star",
        awards=(AwardKind.ADVANCED_WORKER, AwardKind.ADVANCED_COLLECTIVE),
        granting="tặng danh hiệu Lao động tiên tiến",
    ),
    PrintItem(
        key="bang-khen", title="Bằng khen", icon="medal", awards=(AwardKind.PROVINCE_MERIT,), granting="tặng Bằng khen"
    ),
    PrintItem(key="giay-chung-nhan", title="Giấy chứng nhận", icon="document", of_event=True),
    *(
        PrintItem(key=each.key, title=each.title, icon=each.icon, group=each.group, document=each)
        for each in PRINTABLES.values()
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An item with its choices; '' stands for the default or for all."""

    item: PrintItem
    year: int
    """The emulation year of the window; decisions of this year are proposed first."""
    source_uid: str = ""
    """The decision or event."""
    layout: str = ""
    text_only: bool = False
    coded: bool = False
    """Each certificate carries its signed code."""
    keys: frozenset[str] = frozenset()
    """The chosen certificates; none of them stands for all."""
    report_year: int | None = None
    """The year of a report; None stands for all years."""
    unit_uid: str | None = ""
    """The unit of a report; '' for all of them, None for ours."""
    session_uid: str = ""
    """The council session of the minutes; '' for the newest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The PDF of an order, its findings, and the other choices there were."""

    order: Order
    pdf: bytes = b""
    sheets: int = 0
    size: PageSize = A4
    """The paper of the first sheet."""
    sources: tuple[CertificateSource, ...] = ()
    source: CertificateSource | None = None
    batch: Certificates | None = None
    findings: tuple[FitFinding, ...] = ()
    whole: Certificates | None = None
    """All certificates of the source, those that were not chosen too."""
    history: Mapping[str, tuple[PrintedSheet, ...]] = field(default_factory=dict)
    """The sheets printed before, newest first, by award."""
    stopped_at: int = 0
    """The number of certificates of an event out before the printer stopped; 0 when nothing is left to print."""
    used_elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Numbers on these certificates that another award of the year has too, and whose."""
    units: tuple[Option, ...] = ()
    years: tuple[int, ...] = ()
    document: Document | None = None
    spots: tuple[Spot, ...] = ()
    """The places of the counted figures on the pages of a report."""
    layouts: tuple[LayoutTitle, ...] = ()
    number: int | None = None
    """The number of the document in its series."""
    session_uid: str = ""
    """The council session that minutes are of."""
    sessions: tuple[Option, ...] = ()
    """The sessions that minutes could be of."""
    request: Request | None = None
    """The answers a report was composed from."""
    issued: IssueState = NOT_ISSUED
    """How a report stands to the version of it that was issued last."""

    @property
    def issued_uid(self) -> str:
        """The issued document whose very pages these are; '' for pages composed now."""
        return self.issued.uid if self.issued.stands else ""

    @property
    def printed(self) -> int:
        """The number of these certificates that were printed before."""
        return len(self.history)

    @property
    def waiting(self) -> tuple[int, ...]:
        """The sheets (from 0) not printed yet: by the register, or of an event since the printer stopped."""
        uids = self.batch.award_uids if self.batch is not None else ()
        if not uids and self.stopped_at:
            return tuple(range(self.stopped_at, self.sheets))
        return tuple(
            place for place, uid in enumerate(uids) if not any(sheet.counts for sheet in self.history.get(uid, ()))
        )

    @property
    def numbered(self) -> NumberedDocument | None:
        """The document in its series of numbers; None for one without a number."""
        order, document = self.order, self.order.item.document
        if document is None or not document.symbol or order.report_year is None:
            return None
        return document.number_in_series(
            Request(year=order.report_year, unit_uid=order.unit_uid, about=self.session_uid)
        )

    @property
    def blocking(self) -> tuple[FitFinding, ...]:
        """The findings to correct before anything is printed."""
        return tuple(finding for finding in self.findings if finding.blocking)


def make_proof(workspace: Workspace, order: Order, progress: Progress) -> Proof:
    """Read, compose and set what *order* asks for; without a decision to print the proof has no PDF.

    *progress* gets (done, all) and may raise Cancelled. Raises DocumentError when it cannot be made.
    """
    progress(0, 0)
    return (_certificates if order.item.is_certificate else _report)(workspace, order, progress)


def _certificates(workspace: Workspace, order: Order, progress: Progress) -> Proof:
    sources = _sources(workspace, order.item)
    layouts = layouts_for(workspace, order.item.layout)
    if order.layout not in {layout.name for layout in layouts}:  # an own one that was dropped or undone
        order = replace(order, layout="")
    source = _chosen(sources, order)
    if source is None:
        return Proof(order=order, sources=sources, layouts=layouts)
    whole = _batch(workspace, source.uid, order)
    batch = whole.only(place for place, key in enumerate(whole.keys) if key in order.keys)
    if not batch.contents:
        batch, order = whole, replace(order, keys=frozenset())
    if order.coded:
        batch = signed(workspace, batch)
    stream = BytesIO()
    summary = write_certificates(
        batch.contents,
        stream,
        text_only=order.text_only,
        allow_findings=True,
        layout=batch.layout,
        progress=progress,
    )
    return Proof(
        order=order,
        pdf=stream.getvalue(),
        sheets=summary.pages,
        size=(batch.layout or load_layout(batch.contents[0].layout)).page,
        sources=sources,
        source=source,
        batch=batch,
        findings=summary.findings,
        whole=whole,
        history=workspace.read(sheets_of, batch.award_uids),
        stopped_at=0 if order.keys else stopped_at(source.uid),
        used_elsewhere=workspace.read(used_elsewhere, source.day.year, batch.award_uids),
        layouts=layouts,
    )


def _sources(workspace: Workspace, item: PrintItem) -> tuple[CertificateSource, ...]:
    """Return every event or decision that has certificates of this item."""
    if item.of_event:
        return workspace.read(events_with_certificates)
    return workspace.read(certificate_sources.printable_decisions, item.awards)


def _chosen(sources: tuple[CertificateSource, ...], order: Order) -> CertificateSource | None:
    chosen = [source for source in sources if source.uid == order.source_uid]
    return next(iter(chosen or [source for source in sources if source.year == order.year]), None)


def _batch(workspace: Workspace, source_uid: str, order: Order) -> Certificates:
    """Return the source's certificates of this item only: one decision may grant several awards."""
    layout = order.layout or order.item.layout
    if order.item.of_event:
        return certificates_of_event(workspace, source_uid, layout)
    whole = certificates_of(workspace, source_uid, layout)
    kept = workspace.read(certificate_sources.awards_in, source_uid, order.item.awards)
    pairs = [pair for pair in zip(whole.award_uids, whole.contents, strict=True) if pair[0] in kept]
    return replace(
        whole,
        award_uids=tuple(uid for uid, _content in pairs),
        contents=tuple(content for _uid, content in pairs),
    )


def _decisions_of(workspace: Workspace, order: Order) -> tuple[tuple[CertificateSource, ...], CertificateSource | None]:
    if not order.item.of_decision:
        return (), None
    decisions = workspace.read(certificate_sources.printable_decisions, tuple(AWARD_KINDS))
    return decisions, _chosen(decisions, order)


def _sessions(workspace: Workspace, order: Order, unit_uid: str) -> tuple[tuple[Option, ...], str]:
    """Return the council sessions that have minutes and the chosen one; none for other items."""
    if not order.item.of_session or order.report_year is None:
        return (), ""
    sessions = workspace.read(sessions_with_minutes, order.report_year, unit_uid or None)
    if any(session.uid == order.session_uid for session in sessions):
        return sessions, order.session_uid
    return sessions, workspace.read(newest_session, order.report_year, unit_uid or None) or ""


def _unit_of(workspace: Workspace, order: Order, units: Sequence[str]) -> str:
    """Return the unit that was chosen, else ours, else '' for all; one of them for an item that needs one."""
    chosen = workspace.read(home_uid) if order.unit_uid is None else order.unit_uid
    if chosen in units:
        return chosen or ""
    return next(iter(units), "") if order.item.needs_unit else ""


def _pages(
    workspace: Workspace, printable: Printable, request: Request, progress: Progress
) -> tuple[Document, IssueState, bytes, tuple[Spot, ...]]:
    """Compose a report: its content, how it stands to what was issued, its pages, and the places of its figures."""
    document = workspace.read(printable.read, request)
    progress(0, 0)
    issued = issue_state(workspace, printable, request)
    if issued.stands:  # a reprint is the very file
        return document, issued, issued_pdf(workspace, issued.uid), ()
    return document, issued, *all_documents.as_pdf(document)


def _report(workspace: Workspace, order: Order, progress: Progress) -> Proof:
    units = workspace.read(listing.options, "unit", "", _UNITS)
    unit_uid = _unit_of(workspace, order, [unit.uid for unit in units])
    decisions, decision = _decisions_of(workspace, order)
    if order.item.of_decision and decision is None:
        return Proof(order=order, sources=decisions)
    sessions, session_uid = _sessions(workspace, order, unit_uid)
    request = Request(
        year=order.report_year,
        unit_uid=unit_uid or None,
        whole=not unit_uid,
        decision_uid=decision.uid if decision else None,
        session_uid=session_uid or None,
    )
    document, issued, pdf, spots = _pages(workspace, PRINTABLES[order.item.key], request, progress)
    with Preview(pdf) as preview:
        sheets, size = preview.page_count, preview.size(0)
    years = {*workspace.read(overview.years), order.year}
    asked = Proof(order=replace(order, unit_uid=unit_uid), session_uid=session_uid, sessions=sessions)
    return replace(
        asked,
        number=workspace.read(number_of, asked.numbered) if asked.numbered else None,
        pdf=pdf,
        spots=spots,
        sheets=sheets,
        size=size,
        sources=decisions,
        source=decision,
        units=units,
        years=tuple(sorted(years, reverse=True)),
        document=document,
        request=request,
        issued=issued,
    )
