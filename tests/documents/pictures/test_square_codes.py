"""Square codes on paper: large enough, and read back from files, scans, turned and leaning photos."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop import errors
from cluster_desktop.documents.certificates.certificates import check_fit, write_certificates
from cluster_desktop.documents.certificates.code_drawing import draw_code
from cluster_desktop.documents.certificates.imposition import imposed
from cluster_desktop.documents.certificates.layout import CodeSlot
from cluster_desktop.documents.certificates.preflight import FindingKind
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.pictures.square_codes import LARGEST, codes_in, codes_in_file
from tests.documents import paper
from tests.documents.certificate_samples import certificate

TEXT = "STD1:" + "7QF2M9XABC:/.-+" * 20


def squares(text: str, level: int = QRErrorCorrectLevel.M) -> list[list[bool]]:
    made = QRCode(None, level)
    made.addData(text)
    made.make()
    return [[bool(square) for square in row] for row in made.modules]


def picture_of(code: list[list[bool]], dots: int = 6) -> Image.Image:
    """The code alone with the bright edge that scanners ask for, *dots* to a square."""
    size = len(code)
    picture = Image.new("L", (size, size))
    picture.putdata([0 if dark else 255 for row in code for dark in row])
    return ImageOps.expand(picture, 4, 255).resize(((size + 8) * dots, (size + 8) * dots), Image.Resampling.NEAREST)


def sheet(text: str = TEXT, dots_per_mm: float = 8) -> Image.Image:
    """A whole certificate with this code, as a scanner sees it."""
    stream = io.BytesIO()
    write_certificates([certificate(code=text, sheet="K7QF-2M9X")], stream)
    return paper.picture(stream.getvalue(), dots_per_mm=dots_per_mm)


@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
@pytest.mark.parametrize("text", ["7", "0123456789" * 30, TEXT, "đường Hoàng Liên, “Sa Pa”"])
def test_every_level_and_kind_of_text_is_read(text: str, level: str) -> None:
    assert codes_in(picture_of(squares(text, getattr(QRErrorCorrectLevel, level)))) == (text,)


def test_stains_are_read_over_until_there_are_too_many() -> None:
    clean, chance = squares(TEXT), random.Random(7)
    places = [(row, column) for row in range(10, 50) for column in range(10, 50)]
    stained = [list(row) for row in clean]
    for row, column in chance.sample(places, 40):
        stained[row][column] ^= True
    assert codes_in(picture_of(stained)) == (TEXT,)
    for row, column in chance.sample(places, 700):
        stained[row][column] ^= True
    assert codes_in(picture_of(stained)) == ()


@pytest.mark.parametrize("turn", [0, 4, 90, 180, 217])
def test_a_scan_is_read_whichever_way_it_lies(turn: int) -> None:
    turned = sheet().rotate(turn, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    assert codes_in(turned) == (TEXT,)


def test_a_code_seen_in_a_mirror_or_as_a_negative_is_read() -> None:
    assert codes_in(ImageOps.mirror(sheet())) == (TEXT,)
    assert codes_in(ImageOps.invert(sheet())) == (TEXT,)


def test_a_photo_is_read_in_poor_light_out_of_focus_leaning_and_packed_small() -> None:
    straight = sheet()
    width, height = straight.size
    corners = (60, 20, -20, height + 30, width + 40, height - 20, width - 60, -15)
    leaning = straight.transform(straight.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    shade = Image.linear_gradient("L").resize(leaning.size).point([tone // 3 for tone in range(256)])
    dim = ImageChops.subtract(leaning, Image.merge("RGB", [shade] * 3)).filter(ImageFilter.GaussianBlur(1))
    stream = io.BytesIO()
    dim.save(stream, "JPEG", quality=50)
    assert codes_in(Image.open(stream)) == (TEXT,)


def test_a_sheet_without_a_code_has_none() -> None:
    stream = io.BytesIO()
    write_certificates([certificate()], stream)
    assert codes_in(paper.picture(stream.getvalue(), dots_per_mm=4)) == ()


@pytest.mark.parametrize("size", [(1, 1), (1, 9000), (9000, 1), (3000, 3000)])
def test_a_picture_of_nothing_has_no_code_whatever_its_shape(size: tuple[int, int]) -> None:
    assert codes_in(Image.effect_noise(size, 200)) == ()


def test_all_codes_are_read_from_every_page_of_a_pdf_and_from_transparent_pictures(tmp_path: Path) -> None:
    target = tmp_path / "giấy.pdf"
    texts = (TEXT, TEXT[::-1].replace(":1DTS", "STD1:"))
    write_certificates([certificate(code=text) for text in texts], target)
    assert codes_in_file(target) == texts
    target.write_bytes(imposed(target.read_bytes(), 4))
    assert sorted(codes_in_file(target)) == sorted(texts)
    clear = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    code = Image.new("1", (57, 57), 1)
    code.putdata([not square for row in squares(TEXT) for square in row])
    clear.paste((0, 0, 0, 255), (100, 100), ImageChops.invert(code.convert("L").resize((342, 342), 0)))
    clear.save(tmp_path / "mã.png")
    assert codes_in_file(tmp_path / "mã.png") == (TEXT,)


def test_a_page_five_metres_long_is_read_without_being_drawn_dot_by_dot(tmp_path: Path) -> None:
    target, page = tmp_path / "khổ lớn.pdf", PageSize(5000, 5000)
    canvas = Canvas(str(target), pagesize=page.points)
    draw_code(canvas, TEXT, "", CodeSlot(1000, 1000, 2000), page)
    canvas.save()
    assert codes_in_file(target) == (TEXT,)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "không phải ảnh"), (b"\x89PNG\r\n\x1a\n...", "không phải ảnh"), (b"%PDF-1.4 broken", "không phải tệp PDF")],
)
def test_broken_files_are_refused_in_words(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "x.png").write_bytes(data)
    with pytest.raises(errors.CannotRead, match=sentence):
        codes_in_file(tmp_path / "x.png")


def test_a_file_of_80_megabytes_is_refused_unread_and_one_that_is_gone_is_named(tmp_path: Path) -> None:
    huge = tmp_path / "ảnh.png"
    with huge.open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    with pytest.raises(errors.CannotRead, match=f"80 MB.*dưới {LARGEST // 1024**2} MB"):
        codes_in_file(huge)
    with pytest.raises(errors.FileMissing, match=r"không có\.png"):
        codes_in_file(tmp_path / "không có.png")


def test_a_code_too_fine_for_its_slot_is_told_but_does_not_hold_up_printing() -> None:
    (finding,) = check_fit([certificate(code=TEXT * 4)])
    assert finding.kind is FindingKind.CODE
    assert not finding.blocking
    assert "quá mịn" in finding.sentence
    assert check_fit([certificate(code=TEXT)]) == ()
