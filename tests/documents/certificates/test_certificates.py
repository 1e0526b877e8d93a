"""Certificates on paper: who is named, what is refused, what stays free, what happens to the target."""

import dataclasses
import io
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from cluster_desktop import errors, resources
from cluster_desktop.documents.certificates.border import BorderStyle, Design
from cluster_desktop.documents.certificates.certificates import CertificateContent, check_fit, write_certificates
from cluster_desktop.documents.certificates.layout import Heading
from cluster_desktop.documents.certificates.layout_file import load_layout
from cluster_desktop.documents.certificates.preflight import FindingKind
from tests.documents import paper
from tests.documents.certificate_samples import CITATION, LONG_NAME, NAMES, batch, certificate

LAYOUTS = [file.stem for file in resources.path("layouts").glob("*.toml")]
_EXTREMES = (
    certificate(),
    certificate("Lý A", recipient_description="", citation="Đã hoàn thành xuất sắc nhiệm vụ năm 2020"),
    certificate(LONG_NAME),
    certificate(citation=f"{CITATION}; {CITATION}"),
    certificate(heading=Heading.PARTY, recipient_prefix="Tập thể", recipient_name="Khoa Xây dựng Đảng"),
    certificate(sample=True),
)


def _pdf(*contents: CertificateContent, text_only: bool = False, allow_findings: bool = False) -> bytes:
    stream = io.BytesIO()
    write_certificates(contents, stream, text_only=text_only, allow_findings=allow_findings)
    return stream.getvalue()


def test_forty_eight_recipients_get_forty_eight_pages_in_their_order() -> None:
    contents = batch(48)
    pdf = _pdf(*contents)
    assert paper.page_count(pdf) == 48
    for page, content in enumerate(contents):
        text = paper.words(pdf, page)
        assert f"Đồng chí {content.recipient_name.upper()} " in text
        assert f"Số sổ vàng: {content.golden_book}" in text


def test_a_certificate_says_what_article_104_asks_for() -> None:
    text = paper.words(_pdf(certificate()))
    for line in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ HOÀNG VĂN THỤ TỈNH LẠNG SƠN",
        "TẶNG",
        "GIẤY KHEN",
        CITATION,
        "Số quyết định: 48/QĐ-TCT ngày 05 tháng 01 năm 2021",
        "Số sổ vàng: 03",
        "Lạng Sơn, ngày 05 tháng 01 năm 2021",
        "Hoàng Thị Bích Ngọc",
    ):
        assert line in text


def test_a_party_body_heads_it_with_the_party() -> None:
    text = paper.words(_pdf(certificate(heading=Heading.PARTY)))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "CỘNG HÒA" not in text
    assert "Độc lập" not in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_and_headings_may_be_mixed_in_one_file(layout: str) -> None:
    pdf = _pdf(certificate(), certificate(layout=layout, heading=Heading.PARTY), certificate("Lò Văn Ơn"))
    assert "ĐẢNG CỘNG SẢN" not in paper.words(pdf, 0)
    assert "ĐẢNG CỘNG SẢN" in paper.words(pdf, 1)
    assert "Đồng chí LÒ VĂN ƠN" in paper.words(pdf, 2)


@pytest.mark.parametrize("award", ["Lao động tiên tiến", "Tập thể Lao động tiên tiến"])
def test_the_title_certificate_names_its_title(award: str) -> None:
    text = paper.words(_pdf(certificate(layout="lao-dong-tien-tien", award_name=award)))
    assert f"GIẤY CHỨNG NHẬN Danh hiệu {award.upper()}" in text


def test_markup_and_decomposed_letters_are_drawn_as_the_letters_they_are() -> None:
    typed = unicodedata.normalize("NFD", "Đặng <b>Thị</b> &amp; \"Ước\" 'Mỹ' (\\)")
    text = paper.words(_pdf(certificate(recipient_description=typed)))
    assert unicodedata.normalize("NFC", typed) in text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("content", _EXTREMES, ids=["usual", "short", "200 letters", "long praise", "party", "sample"])
def test_nothing_touches_the_frame_and_the_signature_stays_free(content: CertificateContent, layout: str) -> None:
    changed = certificate(
        content.recipient_name,
        layout=layout,
        citation=content.citation,
        heading=content.heading,
        recipient_description=content.recipient_description,
        sample=content.sample,
    )
    assert not [finding for finding in check_fit([changed]) if finding.blocking]
    page, border = load_layout(layout).page, load_layout(layout).border
    assert border is not None
    edge = border.inner_edge + 3
    boxes = paper.letter_boxes(_pdf(changed))
    assert min(box[0] for box in boxes) >= edge
    assert min(box[1] for box in boxes) >= edge
    assert max(box[2] for box in boxes) <= page.width - edge
    assert max(box[3] for box in boxes) <= page.height - edge
    places = {box.key: box for box in load_layout(layout).boxes}
    title, name = places["signer-title"], places["signer-name"]
    two_lines = title.y + 2 * title.size * title.leading * 25.4 / 72
    room = [box for box in boxes if box[2] > title.x and box[3] > two_lines and box[1] < name.y]
    assert not [box for box in room if box[3] < name.y]


def test_a_name_of_200_letters_is_printed_whole_and_reported_as_smaller() -> None:
    (finding, *_) = check_fit([certificate(), certificate(LONG_NAME)])
    assert (finding.index, finding.kind, finding.box) == (1, FindingKind.SHRUNK, "recipient")
    assert finding.size is not None
    assert finding.size < 22
    assert "đã thu nhỏ còn" in finding.sentence
    assert LONG_NAME.upper() in paper.words(_pdf(certificate(LONG_NAME)))


@pytest.mark.parametrize("name", ["", "   ", "\u00a0\u200b"])
def test_a_certificate_without_a_name_is_refused(name: str) -> None:
    (finding,) = check_fit([certificate(name)])
    assert finding.kind is FindingKind.MISSING
    with pytest.raises(errors.DocumentError, match="Tờ thứ 1: thiếu tên người hoặc tập thể"):
        _pdf(certificate(name))


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ({"signer_name": ""}, "họ tên người ký"),
        ({"signer_title": " "}, "chức vụ người ký"),
        ({"decision_number": ""}, "số quyết định"),
        ({"decision_date": None}, "ngày quyết định"),
        ({"citation": ""}, "thành tích"),
    ],
)
def test_what_a_certificate_lacks_is_named_with_its_recipient(missing: dict[str, Any], told: str) -> None:
    with pytest.raises(errors.DocumentError, match=f"Chưa in được. Lò Thị Ơn: thiếu {told}. Hãy nhập rồi in lại."):
        _pdf(certificate("Lò Thị Ơn", **missing))


def test_praise_that_cannot_fit_is_refused_with_the_first_name() -> None:
    endless = certificate("Vàng Thị Dợ", citation=" ".join([CITATION] * 12))
    with pytest.raises(errors.DocumentError) as refusal:
        _pdf(certificate(), endless, certificate("", citation=""))
    assert str(refusal.value).startswith("Chưa in được. Vàng Thị Dợ: thành tích quá dài")
    assert "Còn 1 tờ khác cũng phải sửa." in str(refusal.value)


def test_a_letter_without_a_glyph_is_reported_and_never_silently_lost() -> None:
    happy = certificate("Nông Văn 😀 Hiệp")
    (finding,) = check_fit([happy])
    assert (finding.kind, finding.letters, finding.box) == (FindingKind.GLYPHS, "😀", "recipient")
    with pytest.raises(errors.DocumentError, match="không có “😀”"):
        _pdf(happy)
    assert "NÔNG VĂN □ HIỆP" in paper.words(_pdf(happy, allow_findings=True))


def test_an_empty_golden_book_number_is_left_off() -> None:
    assert "Số sổ vàng" not in paper.words(_pdf(certificate(golden_book="")))


def test_sample_data_are_marked_on_paper() -> None:
    assert "Dữ liệu mẫu" in paper.words(_pdf(certificate(sample=True)))
    assert "Dữ liệu mẫu" not in paper.words(_pdf(certificate()))


def test_a_blank_takes_the_text_only() -> None:
    whole, text_only = _pdf(certificate()), _pdf(certificate(), text_only=True)
    text = paper.words(text_only)
    assert paper.drawn_paths(whole) > 500
    assert paper.drawn_paths(text_only) == 0
    assert "NÔNG VĂN HIỆP" in text
    assert "GIẤY KHEN" not in text
    assert "CỘNG HÒA" not in text
    assert _letters_in_the_middle(text_only) == _letters_in_the_middle(whole)


def _letters_in_the_middle(pdf: bytes) -> set[tuple[float, float]]:
    """Where the letters between title and date begin, in tenths of a millimetre."""
    return {(round(box[0], 1), round(box[3], 1)) for box in paper.letter_boxes(pdf) if 95 < box[1] < 133}


def test_every_font_is_embedded_and_the_file_says_what_it_is() -> None:
    pdf = _pdf(certificate())
    used = set(paper.fonts_of(pdf))
    assert {name for name, _ in used} == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-BoldItalic",
        "NotoSerifDisplay-Bold",
    }
    assert all(embedded for _, embedded in used)
    assert b"Helvetica" not in pdf
    assert b"(vi-VN)" in pdf
    assert paper.metadata(pdf)["Title"] == "Giấy khen – Quyết định số 48/QĐ-TCT"


def test_the_same_certificates_give_the_same_bytes() -> None:
    assert _pdf(*batch(5)) == _pdf(*batch(5))


def test_the_border_is_its_own_mirror_image() -> None:
    picture = paper.picture(_pdf(certificate())).convert("L")
    ring = int(BorderStyle().inner_edge * 4)
    top = picture.crop((0, 0, picture.width, ring))
    left = picture.crop((0, 0, ring, picture.height))
    assert _difference(top, ImageOps.mirror(top)) < 6
    assert _difference(left, ImageOps.flip(left)) < 6
    assert _difference(top, ImageOps.flip(picture.crop((0, picture.height - ring, *picture.size)))) < 6


def _difference(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ on average, on a scale of 255, once single pixels are smoothed away."""
    smooth = (one.width // 4, one.height // 4)
    return float(ImageStat.Stat(ImageChops.difference(one.resize(smooth), other.resize(smooth))).mean[0])


def test_red_flags_stand_on_both_sides_of_the_emblem_of_an_emulation_fighter_only() -> None:
    left, right = _red_beside_emblem("chien-si-thi-dua-co-so")
    assert left > 800
    assert right == pytest.approx(left, rel=0.02)
    assert _red_beside_emblem("giay-khen") == (0, 0)


def _red_beside_emblem(layout: str) -> tuple[int, int]:
    picture = paper.picture(_pdf(certificate(layout=layout)))
    return _red_pixels(picture.crop((480, 152, 552, 236))), _red_pixels(picture.crop((636, 152, 708, 236)))


def _red_pixels(picture: Image.Image) -> int:
    pixels = picture.tobytes()
    colours = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    return sum(1 for red, green, blue in colours if red > 170 and green < 60 and blue < 70)


def test_writing_a_path_leaves_the_whole_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "Giấy khen 2020.pdf"
    summary = write_certificates(batch(3), target)
    assert (summary.pages, paper.page_count(target)) == (3, 3)
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_refused_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "giấy khen.pdf"
    target.write_bytes(b"yesterday")
    with pytest.raises(errors.DocumentError):
        write_certificates([certificate("")], target)
    with pytest.raises(errors.DocumentError, match="Không có giấy nào để in"):
        write_certificates([], target)
    assert target.read_bytes() == b"yesterday"
    assert list(tmp_path.iterdir()) == [target]


def test_stopping_half_way_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    target, seen = tmp_path / "giấy khen.pdf", []
    target.write_bytes(b"yesterday")

    def stop_after_twenty(done: int, everything: int) -> None:
        seen.append((done, everything))
        if done >= 20:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        write_certificates(batch(100), target, progress=stop_after_twenty)
    assert seen[0] == (0, 100)
    assert seen[-1][0] < 100
    assert target.read_bytes() == b"yesterday"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_comes_to_its_end() -> None:
    seen: list[tuple[int, int]] = []
    write_certificates(batch(40), io.BytesIO(), progress=lambda done, everything: seen.append((done, everything)))
    assert seen == sorted(seen)
    assert seen[-1] == (40, 40)


def test_a_folder_that_is_not_there_and_a_folder_as_target_are_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.CannotWrite, match="Không có thư mục"):
        write_certificates(batch(1), tmp_path / "không có" / "a.pdf")
    with pytest.raises(errors.CannotWrite, match="là một thư mục"):
        write_certificates(batch(1), tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file-size limit of the system")
def test_a_disk_that_takes_no_more_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    import resource

    target = tmp_path / "giấy khen.pdf"
    target.write_bytes(b"yesterday")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(errors.CannotWrite, match=r"Không ghi được|Ổ đĩa đã đầy"):
            write_certificates(batch(20), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert target.read_bytes() == b"yesterday"
    assert list(tmp_path.iterdir()) == [target]


def test_every_name_of_the_mountains_has_its_letters() -> None:
    assert not [finding for finding in check_fit(map(certificate, NAMES)) if finding.kind is FindingKind.GLYPHS]


@pytest.mark.parametrize("design", Design)
def test_each_border_is_drawn_inside_its_red_frame_and_leaves_the_middle_white(design: Design) -> None:
    usual = load_layout("giay-khen")
    assert usual.border is not None
    bare = dataclasses.replace(usual, border=dataclasses.replace(usual.border, design=design), emblem=None, boxes=())
    stream = io.BytesIO()
    write_certificates([certificate()], stream, layout=bare)
    shown = paper.picture(stream.getvalue()).convert("L").point(lambda grey: 255 if grey < 250 else 0)
    assert bare.border is not None
    outer, inner = bare.border.margin * 4, bare.border.inner_edge * 4
    wanted = (outer, outer, 297 * 4 - outer, 210 * 4 - outer)
    assert shown.getbbox() == pytest.approx(wanted, abs=1.5)
    corner = max(inner, bare.border.corner_edge * 4) + 2
    assert shown.crop((int(corner), int(inner + 2), int(297 * 4 - corner), int(210 * 4 - inner - 2))).getbbox() is None


def test_the_borders_look_different() -> None:
    usual = load_layout("giay-khen")
    assert usual.border is not None
    seen = set()
    for design in Design:
        bare = dataclasses.replace(usual, border=dataclasses.replace(usual.border, design=design))
        stream = io.BytesIO()
        write_certificates([certificate()], stream, layout=bare)
        seen.add(paper.picture(stream.getvalue()).tobytes())
    assert len(seen) == 3
