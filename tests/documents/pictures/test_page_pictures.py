"""The preview shows the pages of the PDF itself."""

import io

import pytest

from cluster_desktop import errors
from cluster_desktop.documents.content.content import Column, Document, Table
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.documents.pictures.page_pictures import Preview


def _pdf(rows: int, landscape: bool) -> bytes:
    stream = io.BytesIO()
    table = Table((Column("Họ và tên", 60),), [(f"Người {number}",) for number in range(rows)])
    write_pdf(Document(heading=None, title="Thử", blocks=(table,), landscape=landscape), stream)
    return stream.getvalue()


@pytest.mark.parametrize(("landscape", "size"), [(False, (210, 297)), (True, (297, 210))])
def test_pages_have_the_size_of_the_paper(landscape: bool, size: tuple[int, int]) -> None:
    with Preview(_pdf(3, landscape)) as preview:
        found = preview.size(0)
        assert (round(found.width), round(found.height)) == size
        picture = preview.picture(0, dots_per_inch=72)
    assert abs(picture.width - size[0] / 25.4 * 72) <= 1
    assert abs(picture.height - size[1] / 25.4 * 72) <= 1
    assert len(picture.pixels) == picture.stride * picture.height


def test_every_page_can_be_seen_and_has_ink_on_white_paper() -> None:
    with Preview(_pdf(150, landscape=False)) as preview:
        assert preview.page_count > 2
        for page in range(preview.page_count):
            pixels = preview.picture(page, dots_per_inch=40).pixels
            assert pixels[:3] == b"\xff\xff\xff"
            assert min(pixels[1::4]) < 100


def test_what_is_no_pdf_is_refused_in_words() -> None:
    with pytest.raises(errors.CannotRead, match="xem trước"):
        Preview("không phải PDF".encode())
