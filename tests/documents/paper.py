"""What a reader of a PDF sees: its words, where each letter stands, its fonts, its ink."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from pypdfium2 import raw

_MM = 72 / 25.4


def words(pdf: bytes | Path, page: int = 0) -> str:
    """The text of one page with every run of white space as one space."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[page].get_textpage().get_text_range().split())


def page_count(pdf: bytes | Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def metadata(pdf: bytes | Path) -> dict[str, str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict())


def letter_boxes(pdf: bytes | Path, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every visible letter in millimetres from the top left of the sheet."""
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        text, height = sheet.get_textpage(), sheet.get_height()
        boxes = []
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1).strip():
                left, bottom, right, top = text.get_charbox(index)
                boxes.append((left / _MM, (height - top) / _MM, right / _MM, (height - bottom) / _MM))
        return boxes


def fonts_of(pdf: bytes | Path) -> Iterator[tuple[str, bool]]:
    """Name and whether it is embedded, for the font of every text object of the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for item in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=5):
            font = raw.FPDFTextObj_GetFont(item)
            yield str(item.get_font().get_base_name()), bool(raw.FPDFFont_GetIsEmbedded(font))


def drawn_paths(pdf: bytes | Path) -> int:
    """How many lines and shapes stand on the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return sum(1 for _ in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5))


def picture(pdf: bytes | Path, page: int = 0, dots_per_mm: float = 4) -> Image.Image:
    """One page as it prints, *dots_per_mm* pixels a millimetre."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dots_per_mm / _MM).to_pil().convert("RGB")
