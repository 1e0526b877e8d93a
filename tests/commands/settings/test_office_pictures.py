"""The office's own emblem and signature: kept, printed where the layout says, refused when unreadable, undone."""

import io

import pytest
from PIL import Image

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.commands.records import undo
from cluster_desktop.commands.settings.office_pictures import drop_picture, keep_picture
from cluster_desktop.documents.certificates.layout_file import load_layout
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import office_picture
from tests.documents import paper
from tests.ui.print_desk import decide


def a_picture(colour: tuple[int, int, int, int], size: tuple[int, int] = (200, 100)) -> bytes:
    """A disc of one colour, transparent around it."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    picture.paste(colour, (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4))
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def printed(workspace: Workspace, decision: str, *, text_only: bool = False) -> Image.Image:
    stream = io.BytesIO()
    print_certificates(workspace, certificates_of(workspace, decision), stream, text_only=text_only)
    return paper.picture(stream.getvalue(), dots_per_mm=4)


@pytest.fixture
def decision(workspace: Workspace, unit: str) -> str:
    return decide(workspace, unit, "48/QĐ-TCT", 2020, {"Lò Thị Ơn": "GK"})


def test_the_own_emblem_stands_where_the_neutral_one_stood_and_keeps_its_shape(
    workspace: Workspace, decision: str
) -> None:
    slot = load_layout("giay-khen").emblem
    assert slot is not None
    before = printed(workspace, decision)
    keep_picture(workspace, "emblem", a_picture((0, 0, 255, 255)))
    sheet = printed(workspace, decision)
    middle = (round(slot.x * 4), round(slot.y * 4))
    assert before.getpixel(middle) != sheet.getpixel(middle)
    assert sheet.getpixel(middle) == (0, 0, 255)
    beside = (round((slot.x - slot.size * 0.4) * 4), round(slot.y * 4))
    assert sheet.getpixel(beside) == (255, 255, 255)  # transparent: the paper shows
    above = (round(slot.x * 4), round((slot.y - slot.size * 0.2) * 4))
    assert sheet.getpixel(above) == (255, 255, 255)  # twice as wide as high
    drop_picture(workspace, "emblem")
    assert printed(workspace, decision).tobytes() == before.tobytes()


def test_the_signature_also_goes_onto_a_blank_but_the_emblem_does_not(workspace: Workspace, decision: str) -> None:
    layout = load_layout("giay-khen")
    assert layout.signature is not None
    assert layout.emblem is not None
    for slot in ("emblem", "signature"):
        keep_picture(workspace, slot, a_picture((0, 0, 255, 255)))
    sheet = printed(workspace, decision, text_only=True)
    place = layout.signature
    signed = (round((place.x + place.width / 2) * 4), round((place.y + place.height / 2) * 4))
    assert sheet.getpixel(signed) == (0, 0, 255)
    assert sheet.getpixel((round(layout.emblem.x * 4), round(layout.emblem.y * 4))) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_what_is_no_picture_is_refused_and_the_old_one_stays(workspace: Workspace, data: bytes) -> None:
    keep_picture(workspace, "emblem", a_picture((255, 0, 0, 255)))
    kept = workspace.read(office_picture, "emblem")
    with pytest.raises(errors.Refused, match="Không đọc được ảnh này"):
        keep_picture(workspace, "emblem", data)
    assert workspace.read(office_picture, "emblem") == kept


def test_a_huge_file_is_refused_and_a_large_picture_becomes_smaller(workspace: Workspace) -> None:
    with pytest.raises(errors.Refused, match="20 MB"):
        keep_picture(workspace, "emblem", bytes(21 * 1024 * 1024))
    keep_picture(workspace, "emblem", a_picture((0, 128, 0, 255), (3000, 3000)))
    with Image.open(io.BytesIO(workspace.read(office_picture, "emblem"))) as kept:
        assert kept.size == (1200, 1200)


def test_choosing_another_picture_can_be_undone(workspace: Workspace) -> None:
    keep_picture(workspace, "signature", a_picture((255, 0, 0, 255)))
    first = workspace.read(office_picture, "signature")
    keep_picture(workspace, "signature", a_picture((0, 255, 0, 255)))
    undo.undo(workspace)
    assert workspace.read(office_picture, "signature") == first
    undo.undo(workspace)
    assert workspace.read(office_picture, "signature") == b""
