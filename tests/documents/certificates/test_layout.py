"""Layout files: ours are sound, and a wrong one is refused with the file, the box and what is wrong."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from cluster_desktop import errors, resources
from cluster_desktop.documents.certificates.layout import Heading
from cluster_desktop.documents.certificates.layout_file import available_layouts, load_layout, read_layout
from tests.documents.reference_pictures import FOLDER, drawn

_NAMES = [file.stem for file in resources.path("layouts").glob("*.toml")]
_HEAD = 'title = "Thử"\nwidth = 297\nheight = 210\n[border]\nmargin = 7.5\n'
_BOX = """
[[box]]
key = "name"
label = "tên"
text = "{recipient_name}"
x = 40
y = 90
width = 200
height = 20
face = "Serif-Bold"
size = 24
"""


def test_the_three_layouts_of_article_104_are_there() -> None:
    assert {layout.name for layout in available_layouts()} >= {
        "giay-khen",
        "chien-si-thi-dua-co-so",
        "lao-dong-tien-tien",
    }


@pytest.mark.parametrize("name", _NAMES)
def test_our_layouts_keep_room_to_sign(name: str) -> None:
    boxes = {box.key: box for box in load_layout(name).boxes}
    title, signer = boxes["signer-title"], boxes["signer-name"]
    free = (signer.y + signer.height - signer.size * 1.2 * 0.3528) - (title.y + title.size * 1.2 * 0.3528)
    assert 34 <= free <= 41
    assert title.x + title.width / 2 == signer.x + signer.width / 2


@pytest.mark.parametrize("name", _NAMES)
def test_our_layouts_are_centred_on_the_sheet(name: str) -> None:
    layout = load_layout(name)
    assert layout.emblem is not None
    assert layout.emblem.x == layout.page.width / 2
    stacked = [box for box in layout.boxes if box.stack or box.y < layout.page.height * 0.45]
    assert all(box.x + box.width / 2 == pytest.approx(layout.page.width / 2, abs=0.1) for box in stacked)


@pytest.mark.parametrize("name", _NAMES)
def test_our_layouts_carry_either_heading(name: str) -> None:
    layout = load_layout(name)
    state = {box.text.source for box in layout.boxes_for(Heading.STATE)}
    party = {box.text.source for box in layout.boxes_for(Heading.PARTY)}
    assert state - party == {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}
    assert party - state == {"ĐẢNG CỘNG SẢN VIỆT NAM"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (_HEAD + _BOX.replace("{recipient_name}", "{ten}"), "ô “name”: không có biến {ten}"),
        (_HEAD + _BOX.replace("{recipient_name}", "{recipient_name"), "ô “name”: “text” viết sai dấu ngoặc"),
        (_HEAD + _BOX.replace("x = 40", "x = 120"), "ô “name”: nằm ra ngoài khung viền"),
        (_HEAD + _BOX.replace("y = 90", "y = 172").replace("x = 40", "x = 20"), "ô “name”: đè lên hoa ở góc"),
        (_HEAD + _BOX.replace("size = 24", 'size = "to"'), "ô “name”: “size” phải là một số"),
        (_HEAD + _BOX.replace("size = 24", "size = -3"), "ô “name”: “size” phải là một số không âm"),
        (_HEAD + _BOX.replace("size = 24", "size = 24\nfloor = 30"), "ô “name”: “max_lines” ít nhất"),
        (_HEAD + _BOX + 'colour = "xanh"', "ô “name”: không hiểu màu “xanh”"),
        (_HEAD + _BOX + 'align = "giữa"', "ô “name”: “align” là “giữa”"),
        (_HEAD + _BOX + 'stack = "body"', "ô “name”: không có chồng “body”"),
        (_HEAD + _BOX.replace('"Serif-Bold"', '"Arial"'), "ô “name”: không có kiểu chữ “Arial”"),
        (_HEAD + _BOX + "colur = 3", "ô “name”: không hiểu mục “colur”"),
        (_HEAD.replace("margin", "magin") + _BOX, "phần “border”: không hiểu mục “magin”"),
        (_BOX, "thiếu “title”"),
        ("title = ", "sai cú pháp TOML"),
    ],
)
def test_a_wrong_layout_is_refused_in_words(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "mẫu thử.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(errors.DocumentError) as refusal:
        read_layout(file)
    assert str(refusal.value).startswith("Mẫu in “mẫu thử.toml”")
    assert sentence in str(refusal.value)


def test_a_layout_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mẫu.toml"
    file.write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(errors.DocumentError, match="không phải tệp văn bản"):
        read_layout(file)


def test_a_layout_nobody_has_is_named() -> None:
    with pytest.raises(errors.DocumentError, match="Không có mẫu in “bang-khen-vang”"):
        load_layout("bang-khen-vang")


@pytest.mark.parametrize("name", _NAMES)
def test_our_layouts_look_as_they_were_reviewed(name: str) -> None:
    with Image.open(FOLDER / f"{name}.jpg") as kept:
        wanted = kept.convert("RGB")
    found = drawn(name)
    assert found.size == wanted.size
    coarse = [picture.resize((99, 70), Image.Resampling.BOX) for picture in (found, wanted)]
    difference = ImageChops.difference(*coarse)
    assert max(difference.convert("L").tobytes()) < 30  # no piece of 3 mm looks different
