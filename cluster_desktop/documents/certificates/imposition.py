"""Several sheets on one page: two or four certificates beside each other, the first ones of a used page left free."""

import io
from typing import Final

from pypdfium2 import PdfDocument, raw

from cluster_desktop.documents.pictures.page_pictures import pdfium_lock
from cluster_desktop.errors import DocumentError

PER_PAGE: Final = (2, 4)


def imposed(pdf: bytes, per_page: int, first_slot: int = 1) -> bytes:
    """The sheets of *pdf*, made smaller, *per_page* (2 or 4) to a page of the same size.

    *first_slot* (from 1, row by row) is where the first sheet goes; the slots before it stay empty, so that a
    page that was cut from before can be used up. Raises ValueError for another number or slot.
    """
    if per_page not in PER_PAGE or not 1 <= first_slot <= per_page:
        raise ValueError(per_page, first_slot)
    with pdfium_lock, PdfDocument(pdf) as sheets:
        width, height = sheets.get_page_size(0)
        for _slot in range(first_slot - 1):
            sheets.new_page(width, height, 0)
        across, down = (2, 2) if per_page == 4 else (1, 2) if width > height else (2, 1)
        page = (width, height) if per_page == 4 else (height, width)
        handle = raw.FPDF_ImportNPagesToOne(sheets, *page, across, down)
        if not handle:
            raise DocumentError("Chưa ghép được các tờ lên một trang. Hãy lưu từng tờ.")
        stream = io.BytesIO()
        with PdfDocument(handle) as joined:
            joined.save(stream)
    return stream.getvalue()
