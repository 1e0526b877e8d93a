"""Two or four sheets to a page: all of them, in their order, the first one where it is wanted."""

import io

import pypdfium2
import pytest

from cluster_desktop.documents.certificates.certificates import write_certificates
from cluster_desktop.documents.certificates.imposition import imposed
from tests.documents import paper
from tests.documents.certificate_samples import NAMES, certificate


@pytest.fixture(scope="module")
def five() -> bytes:
    stream = io.BytesIO()
    write_certificates([certificate(name) for name in NAMES[:5]], stream)
    return stream.getvalue()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in document]


@pytest.mark.parametrize(
    ("count", "slot", "wanted"),
    [(2, 1, [2, 2, 1]), (2, 2, [1, 2, 2]), (4, 1, [4, 1]), (4, 3, [2, 3]), (4, 4, [1, 4])],
)
def test_every_sheet_is_there_once_and_in_its_order(five: bytes, count: int, slot: int, wanted: list[int]) -> None:
    made = imposed(five, count, slot)
    found = [paper.words(made, page) for page in range(paper.page_count(made))]
    assert [text.count("GIẤY KHEN") for text in found] == wanted
    places = [" ".join(found).index(name.upper()) for name in NAMES[:5]]
    assert places == sorted(places)


def test_the_paper_stays_the_same_and_the_first_slots_stay_free(five: bytes) -> None:
    assert sizes(imposed(five, 2)) == [(210, 297)] * 3
    assert sizes(imposed(five, 4)) == [(297, 210)] * 2
    sheet = paper.picture(imposed(five, 4, 3), dots_per_mm=1).convert("L")
    assert sheet.crop((0, 0, 297, 104)).getextrema() == (255, 255)
    assert min(sheet.crop((0, 106, 297, 210)).tobytes()) < 100


def test_letters_stay_letters(five: bytes) -> None:
    assert all(embedded for _name, embedded in paper.fonts_of(imposed(five, 2)))


@pytest.mark.parametrize(("count", "slot"), [(3, 1), (2, 3), (4, 0)])
def test_other_numbers_are_refused(five: bytes, count: int, slot: int) -> None:
    with pytest.raises(ValueError, match="\\("):
        imposed(five, count, slot)
