"""Own layouts: written out, changed, taken back, printed with, dropped; files that are wrong are explained."""

import io
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates, print_each
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.commands.printing.layouts import drop_layout, layouts_for, take_layout, write_layout
from cluster_desktop.commands.records import undo
from cluster_desktop.records.file.workspace import Workspace
from tests.documents import paper
from tests.ui.print_desk import decide


@pytest.fixture
def changed(workspace: Workspace, tmp_path: Path) -> Path:
    """The usual layout with another title and other words, as an office would change it."""
    path = tmp_path / "mẫu của trường.toml"
    write_layout(workspace, "giay-khen", path)
    text = path.read_text("utf-8").replace('title = "Giấy khen"', 'title = "Mẫu của trường"')
    path.write_text(text.replace('"GIẤY KHEN"', '"GIẤY BIỂU DƯƠNG"'), "utf-8")
    return path


@pytest.fixture
def decision(workspace: Workspace, unit: str) -> str:
    return decide(workspace, unit, "48/QĐ-TCT", 2020, {"Lò Thị Ơn": "GK", "Sùng Ân": "GK"})


def names(workspace: Workspace) -> list[str]:
    return [layout.title for layout in layouts_for(workspace, "giay-khen")]


def test_a_changed_layout_is_offered_and_printed_with(
    workspace: Workspace, changed: Path, decision: str, tmp_path: Path
) -> None:
    name, _changes = take_layout(workspace, "giay-khen", changed)
    assert names(workspace) == ["Giấy khen", "Mẫu của trường"]
    stream = io.BytesIO()
    batch = certificates_of(workspace, decision, name)
    print_certificates(workspace, batch, stream)
    assert "GIẤY BIỂU DƯƠNG" in paper.words(stream.getvalue())
    (first, _second) = print_each(workspace, batch, tmp_path / "từng tờ")
    assert "GIẤY BIỂU DƯƠNG" in paper.words(first)
    stream = io.BytesIO()
    print_certificates(workspace, certificates_of(workspace, decision), stream)
    assert "GIẤY KHEN" in paper.words(stream.getvalue())


def test_the_same_title_replaces_and_all_of_it_can_be_undone(workspace: Workspace, changed: Path) -> None:
    take_layout(workspace, "giay-khen", changed)
    changed.write_text(changed.read_text("utf-8").replace("BIỂU DƯƠNG", "TUYÊN DƯƠNG"), "utf-8")
    name, _changes = take_layout(workspace, "giay-khen", changed)
    assert names(workspace) == ["Giấy khen", "Mẫu của trường"]
    drop_layout(workspace, name)
    assert names(workspace) == ["Giấy khen"]
    undo.undo(workspace)
    assert names(workspace) == ["Giấy khen", "Mẫu của trường"]
    assert [layout.name for layout in layouts_for(workspace, "lao-dong-tien-tien")] == ["lao-dong-tien-tien"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda text: text.replace("x = 164", "x = 290", 1), "nằm ra ngoài khung viền"),
        (lambda text: text.replace("{citation}", "{thanh_tich}"), "không có biến {thanh_tich}"),
        (lambda text: text.replace("[[box]]", "[[box", 1), "sai cú pháp TOML"),
        (lambda text: "", "thiếu “title”"),
    ],
)
def test_a_wrong_file_is_explained_and_nothing_is_kept(
    workspace: Workspace, changed: Path, spoil: object, words: str
) -> None:
    assert callable(spoil)
    changed.write_text(spoil(changed.read_text("utf-8")), "utf-8")
    with pytest.raises(errors.DocumentError, match="mẫu của trường.toml") as caught:
        take_layout(workspace, "giay-khen", changed)
    assert words in caught.value.sentence
    assert names(workspace) == ["Giấy khen"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00 khong phai chu", bytes(300 * 1024)])
def test_what_is_no_text_is_refused(workspace: Workspace, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ảnh.toml").write_bytes(data)
    with pytest.raises(errors.DocumentError, match="ảnh.toml"):
        take_layout(workspace, "giay-khen", tmp_path / "ảnh.toml")


def test_a_missing_file_is_named(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(errors.UserError, match="không có.toml"):
        take_layout(workspace, "giay-khen", tmp_path / "không có.toml")


@pytest.mark.parametrize("title", ["Giấy khen (riêng)", "Mẫu 1/2 <đẹp> & [mới] #5%", "Mẫu   {A}"])
def test_whatever_the_title_the_border_and_the_fixed_words_are_printed(
    workspace: Workspace, changed: Path, decision: str, title: str
) -> None:
    changed.write_text(changed.read_text("utf-8").replace("Mẫu của trường", title), "utf-8")
    name, _changes = take_layout(workspace, "giay-khen", changed)
    stream = io.BytesIO()
    print_certificates(workspace, certificates_of(workspace, decision, name), stream)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in paper.words(stream.getvalue())
    frame = paper.picture(stream.getvalue()).crop((594, 32, 595, 33)).tobytes()
    assert frame[0] > 120  # the red frame
    assert frame[1] < 80
