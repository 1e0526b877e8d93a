"""Certificates: what one says, whether it fits its layout, and a whole batch of them as one PDF."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from cluster_desktop import errors
from cluster_desktop.documents.certificates.border import define_border, draw_border
from cluster_desktop.documents.certificates.code_drawing import draw_code
from cluster_desktop.documents.certificates.emblem import draw_emblem, draw_flags
from cluster_desktop.documents.certificates.layout import Heading, Layout
from cluster_desktop.documents.certificates.layout_file import load_layout
from cluster_desktop.documents.certificates.preflight import FitFinding, code_findings, findings_of
from cluster_desktop.documents.certificates.quick_text import QuickText
from cluster_desktop.documents.certificates.typeset import SetPage, SetText, Typesetter, draw_texts
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.page import MM, DocumentFacts, open_canvas
from cluster_desktop.documents.pictures.picture import draw_picture
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.output_file import Target, open_target

Progress = Callable[[int, int], None]

SAMPLE_MARK = "Dữ liệu mẫu – không có giá trị khen thưởng"
_PAGES_PER_REPORT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """The words of one certificate, before it has a look.

    Decree 98/2023/NĐ-CP, article 104; the specimens of Decision 01/2026/QĐ-TTg have not been seen.
    """

    layout: str
    """Name of a layout file without suffix."""
    authority: str
    """The deciding person's office in full, printed in red: "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI"."""
    recipient_name: str
    citation: str
    decision_number: str
    decision_date: datetime.date | None
    golden_book: str
    """Ordinal of the recipient in the decision ("Số sổ vàng"); left out when empty."""
    date_line: str
    """ "Lào Cai, ngày 05 tháng 01 năm 2021"."""
    signer_title: str
    signer_name: str
    heading: Heading = Heading.STATE
    recipient_prefix: str = ""
    """"Đồng chí", "Ông", "Bà", "Tập thể"; may be empty."""
    recipient_description: str = ""
    """Position and unit, or address; line feeds part its lines."""
    award_name: str = ""
    """The emulation title where the layout prints it: "Lao động tiên tiến", "Tập thể Lao động tiên tiến"."""
    sample: bool = False
    """Whether the certificate says that its data are a sample."""
    emblem: bytes = b""
    """The office's own emblem as a PNG; the neutral one is drawn without it."""
    signature: bytes = b""
    """A scanned signature as a PNG, where the office wants one."""
    golden_book_label: str = "Số sổ vàng"
    """What the office calls that number."""
    unit: str = ""
    """The recipient's unit, for names of files; the description prints it."""
    sheet: str = ""
    """Serial of this very sheet, for the register; printed only below a code."""
    code: str = ""
    """The text of the square code; none is drawn without it."""

    def values(self) -> dict[str, str]:
        """The clean text of every variable a layout may print."""
        decided = self.decision_date
        texts = {
            "authority": self.authority,
            "recipient_prefix": self.recipient_prefix,
            "recipient_name": self.recipient_name,
            "recipient_description": self.recipient_description,
            "citation": self.citation,
            "award_name": self.award_name,
            "decision_number": self.decision_number,
            "decision_date": PartialDate(decided.year, decided.month, decided.day).in_words() if decided else "",
            "golden_book_label": self.golden_book_label,
            "golden_book": self.golden_book,
            "date_line": self.date_line,
            "signer_title": self.signer_title,
            "signer_name": self.signer_name,
            "sample_mark": SAMPLE_MARK if self.sample else "",
        }
        return {key: fonts.clean(text) for key, text in texts.items()}


@dataclass(frozen=True, slots=True)
class PrintSummary:
    """The result of printing: number of pages and everything noticed on the way."""

    pages: int
    findings: tuple[FitFinding, ...]


def check_fit(contents: Iterable[CertificateContent], layout: Layout | None = None) -> tuple[FitFinding, ...]:
    """Pre-flight: what would shrink, not fit, lack a glyph or lack a value, certificate by certificate.

    Each content is set in its own layout unless *layout* is given. Raises DocumentError when there is no such
    layout or nothing to print.
    """
    return _Batch(tuple(contents), layout, text_only=False).findings


def write_certificates(
    contents: Iterable[CertificateContent],
    target: Target,
    *,
    text_only: bool = False,
    allow_findings: bool = False,
    layout: Layout | None = None,
    progress: Progress | None = None,
) -> PrintSummary:
    """Write *contents*, one a page in their order, as one PDF into a stream or a path.

    *text_only* leaves out what a pre-printed blank carries already. With *allow_findings* (a preview) texts
    that do not fit run out of their box at the smallest size and missing letters become boxes; otherwise such
    certificates raise DocumentError and nothing is written. *progress* is told (done, all) and may raise
    Cancelled to stop. Raises DocumentError, FileInUse, DiskFull or CannotWrite; a path is then as before.
    """
    batch = _Batch(tuple(contents), layout, text_only=text_only)
    if not allow_findings:
        _refuse_blocking(batch.findings)
    with open_target(target) as stream:
        batch.write(stream, progress or _nobody)
    return PrintSummary(len(batch.contents), batch.findings)


def _nobody(_done: int, _all: int) -> None:
    """Progress that nobody watches."""


def _refuse_blocking(findings: Sequence[FitFinding]) -> None:
    blocking = [finding for finding in findings if finding.blocking]
    if not blocking:
        return
    others = len({finding.index for finding in blocking} - {blocking[0].index})
    more = f" Còn {others} tờ khác cũng phải sửa." if others else ""
    raise errors.DocumentError(f"Chưa in được. {blocking[0].sentence}{more}")


class _Batch:
    """Certificates set into their layouts, ready to be drawn."""

    def __init__(self, contents: Sequence[CertificateContent], layout: Layout | None, *, text_only: bool) -> None:
        if not contents:
            raise errors.DocumentError("Không có giấy nào để in. Hãy chọn quyết định có danh sách khen thưởng.")
        self.contents = contents
        self._text_only = text_only
        names = dict.fromkeys(content.layout for content in contents)
        self._setters = {name: Typesetter(layout or load_layout(name), text_only=text_only) for name in names}
        self._forms = {name: f"sheet{number}" for number, name in enumerate(names)}  # a PDF name takes few letters
        self._pages = [self._setters[c.layout].set_page(c.heading, c.values()) for c in contents]
        self.findings = tuple(
            finding
            for index, (content, page) in enumerate(zip(contents, self._pages, strict=True))
            for finding in (
                *findings_of(index, fonts.clean(content.recipient_name), page),
                *code_findings(index, content.recipient_name, content.code, self._setters[content.layout].layout.code),
            )
        )

    def write(self, stream: BinaryIO, progress: Progress) -> None:
        first = self.contents[0]
        size = self._setters[first.layout].layout.page
        canvas = open_canvas(stream, size, self._facts())
        shared = {name: self._define_background(canvas, name) for name in self._setters}
        quick = QuickText(canvas)
        progress(0, len(self.contents))
        for done, (content, page) in enumerate(zip(self.contents, self._pages, strict=True), start=1):
            sheet = self._setters[content.layout].layout.page.points
            canvas.setPageSize(sheet)
            canvas.doForm(self._forms[content.layout])
            quick.draw([text for text in page.texts if text not in shared[content.layout]], sheet[1])
            if content.code and (slot := self._setters[content.layout].layout.code):
                draw_code(canvas, content.code, content.sheet, slot, self._setters[content.layout].layout.page)
            canvas.showPage()
            if done % _PAGES_PER_REPORT == 0:
                progress(done, len(self.contents))
        canvas.save()
        progress(len(self.contents), len(self.contents))

    def _define_background(self, canvas: Canvas, name: str) -> frozenset[SetText]:
        """Draw border, emblem and every text all certificates of a layout share as one form."""
        layout, form = self._setters[name].layout, self._forms[name]
        pages = [page for content, page in zip(self.contents, self._pages, strict=True) if content.layout == name]
        shared = _shared_texts(pages)
        if layout.border and not self._text_only:
            define_border(canvas, layout.border, form)
        width, height = layout.page.points
        canvas.beginForm(form, 0, 0, width, height)
        if not self._text_only:
            _draw_ornaments(canvas, layout, form, self.contents[0].emblem)
        if layout.signature and (signature := self.contents[0].signature):
            draw_picture(canvas, signature, layout.signature.on(layout.page))
        draw_texts(canvas, [text for text in pages[0].texts if text in shared], height)
        canvas.endForm()
        return shared

    def _facts(self) -> DocumentFacts:
        first = self.contents[0]
        title = self._setters[first.layout].layout.title
        decision = f"Quyết định số {first.decision_number}" if first.decision_number else ""
        return DocumentFacts(
            title=" – ".join(filter(None, (title, decision))), author=first.authority, subject=first.citation
        )


def _shared_texts(pages: Sequence[SetPage]) -> frozenset[SetText]:
    shared = set(pages[0].texts)
    for page in pages[1:]:
        shared.intersection_update(page.texts)
    return frozenset(shared)


def _draw_ornaments(canvas: Canvas, layout: Layout, name: str, emblem: bytes) -> None:
    canvas.saveState()
    canvas.scale(MM, MM)
    if layout.border:
        draw_border(canvas, layout.page, layout.border, name)
    if slot := layout.emblem:
        middle = layout.page.height - slot.y
        if slot.flags:
            draw_flags(canvas, slot.x, middle, slot.size)
        if not emblem:
            draw_emblem(canvas, slot.x, middle, slot.size)
    canvas.restoreState()
    if emblem and (slot := layout.emblem):
        left, low = slot.x - slot.size / 2, layout.page.height - slot.y - slot.size / 2
        draw_picture(canvas, emblem, (left, low, slot.size, slot.size))
