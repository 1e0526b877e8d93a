"""Pages: sizes, margins, and the canvas every PDF of ours is drawn on."""

from dataclasses import dataclass
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.content import fonts

MM = 72.0 / 25.4
"""Points in a millimetre."""

LANGUAGE = "vi-VN"
PROGRAM = "Sổ Thi Đua"


@dataclass(frozen=True, slots=True)
class PageSize:
    """A sheet in millimetres, as it lies before the reader."""

    width: float
    height: float

    @property
    def points(self) -> tuple[float, float]:
        return self.width * MM, self.height * MM

    @property
    def turned(self) -> "PageSize":
        return PageSize(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Margins:
    """Free edges of a page in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


A4 = PageSize(210, 297)
A4_LANDSCAPE = A4.turned

STATE_MARGINS = Margins(top=20, bottom=20, left=30, right=15)
"""Decree 30/2020/NĐ-CP, appendix I: top and bottom 20-25, left 30-35, right 15-20 mm."""
PARTY_MARGINS = Margins(top=20, bottom=20, left=30, right=15)
"""Guideline 36-HD/VPTW (2018) and 05-HD/VPTW (2026)."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Properties of a PDF for the programs that open it."""

    title: str
    author: str = ""
    subject: str = ""


def open_canvas(stream: BinaryIO, size: PageSize, facts: DocumentFacts) -> Canvas:
    """A canvas of *size* writing to *stream* when saved.

    The same drawing gives the same bytes: no date and no random identifier goes into the file. Viewers are
    asked to print at true size, because a certificate scaled to fit no longer meets its pre-printed blank.
    """
    canvas = Canvas(
        stream,
        pagesize=size.points,
        pageCompression=1,
        invariant=1,
        lang=LANGUAGE,
        initialFontName=fonts.face(fonts.SERIF),
    )
    canvas.setTitle(fonts.clean(facts.title))
    canvas.setAuthor(fonts.clean(facts.author))
    canvas.setSubject(fonts.clean(facts.subject))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas
