"""A document as a PDF: the same content always gives the same bytes."""

from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Final

from cluster_desktop.documents.content.content import (
    Appendix,
    Block,
    Distributions,
    Document,
    Figures,
    Paragraph,
    PartyHeading,
    Pictures,
    Section,
    SignatureBlock,
    Table,
    Tone,
    leads_in,
)
from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.documents.content.page import (
    A4,
    A4_LANDSCAPE,
    PARTY_MARGINS,
    STATE_MARGINS,
    DocumentFacts,
    open_canvas,
)
from cluster_desktop.documents.pdf.pdf_charts import ChartsPiece
from cluster_desktop.documents.pdf.pdf_figures import FiguresPiece
from cluster_desktop.documents.pdf.pdf_heading import draw_heading, draw_title
from cluster_desktop.documents.pdf.pdf_pictures import PicturesPiece
from cluster_desktop.documents.pdf.pdf_signature import SignaturePiece
from cluster_desktop.documents.pdf.pdf_table import TablePiece
from cluster_desktop.documents.pdf.pdf_text import AppendixPiece, ParagraphPiece, Piece, SectionPiece
from cluster_desktop.documents.pdf.sheet import PdfSheet


def write_pdf(document: Document, stream: BinaryIO) -> tuple[Spot, ...]:
    """Write *document* to *stream* as a PDF with embedded faces and a bookmark for each section.

    Gives where its figures stand.
    """
    size = A4_LANDSCAPE if document.landscape else A4
    margins = PARTY_MARGINS if isinstance(document.heading, PartyHeading) else STATE_MARGINS
    facts = DocumentFacts(document.name, document.author)
    sheet = PdfSheet(open_canvas(stream, size, facts), size, margins)
    if document.heading:
        draw_heading(sheet, document.heading)
    draw_title(sheet, document)
    _draw_blocks(sheet, document.blocks)
    sheet.canvas.save()
    return tuple(sheet.spots)


def _draw_blocks(sheet: PdfSheet, blocks: tuple[Block, ...]) -> None:
    pieces = [_piece(block, sheet) for block in blocks]
    tails = _tails(blocks, pieces, sheet.height)
    for piece, tail in zip(pieces, tails, strict=True):
        piece.draw(sheet, tail)


def _tails(blocks: tuple[Block, ...], pieces: list[Piece], page: float) -> list[float]:
    """Points needed on the page where a piece ends: notes and signatures, or the start of a section."""
    tails: list[float] = []
    start = closing = 0.0
    following: Block | None = None
    for block, piece in zip(reversed(blocks), reversed(pieces), strict=True):
        tail = start if isinstance(block, Section) or leads_in(block, following) else closing
        following = block
        tails.append(tail)
        start = 0.0 if isinstance(block, Appendix) else piece.head + (tail if piece.solid else 0.0)
        closing = piece.whole + tail if _closes(block) else 0.0
        closing = closing if closing <= page / 2 else 0.0
    return tails[::-1]


def _closes(block: Block) -> bool:
    return isinstance(block, SignatureBlock) or (isinstance(block, Paragraph) and block.tone is Tone.NOTE)


def _piece(block: Block, sheet: PdfSheet) -> Piece:
    if isinstance(block, Table):
        return TablePiece(block, sheet.width, sheet.height)
    return _PIECES[type(block)](block, sheet.width)


_PIECES: Final[Mapping[type[Block], Callable[[Any, float], Piece]]] = {
    Section: SectionPiece,
    Paragraph: ParagraphPiece,
    Appendix: AppendixPiece,
    Figures: FiguresPiece,
    Distributions: ChartsPiece,
    Pictures: PicturesPiece,
    SignatureBlock: SignaturePiece,
}
