"""The faces draw Vietnamese, say what they cannot draw, and come with their licences."""

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from cluster_desktop import resources
from cluster_desktop.documents.content import fonts

ROOT = Path(__file__).resolve().parents[3]
_BASES = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VIETNAMESE = "".join(unicodedata.normalize("NFC", base + tone) for base in _BASES for tone in _TONES) + "đĐ“”–…"
_TIMES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")


@pytest.mark.parametrize("name", fonts.FACES)
def test_every_face_draws_all_of_vietnamese(name: str) -> None:
    assert fonts.missing_glyphs(VIETNAMESE, name) == ""


def test_missing_letters_are_named_once_in_their_order_and_drawn_as_boxes() -> None:
    text = "Hiệp 😀 漢😀"
    assert fonts.missing_glyphs(text, fonts.SERIF) == "😀漢"
    drawn = fonts.with_stand_ins(text, fonts.SERIF)
    assert drawn == "Hiệp □ □□"
    assert fonts.missing_glyphs(fonts.with_stand_ins(text, fonts.DISPLAY), fonts.DISPLAY) == ""


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        (unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "Nguyễn Thị Ước"),
        ("  Lò\u00a0Văn \t Ơn  ", "Lò Văn Ơn"),
        ("Giàng\u200b A\u200d Páo", "Giàng A Páo"),
        ("dòng một\r\n  dòng hai ", "dòng một\ndòng hai"),
        (" \u00a0 ", ""),
        ("<b>&\"'", "<b>&\"'"),
    ],
)
def test_text_is_cleaned_before_it_is_drawn(typed: str, drawn: str) -> None:
    assert fonts.clean(typed) == drawn


def test_a_letter_of_no_known_alphabet_is_not_lost_in_cleaning() -> None:
    assert fonts.missing_glyphs(fonts.clean("A\ue123B"), fonts.SERIF) == "\ue123"


def test_our_widths_are_those_the_pdf_uses() -> None:
    for name in (fonts.SERIF_BOLD, fonts.DISPLAY, fonts.SANS):
        face = fonts.face(name)
        assert fonts.text_width("Nông Văn Hiệp – ƯỠ", face, 17) == pytest.approx(
            stringWidth("Nông Văn Hiệp – ƯỠ", face, 17)
        )


def test_letters_use_times_new_roman_only_where_all_its_cuts_are(tmp_path: Path) -> None:
    folder = tmp_path / "Fonts"
    folder.mkdir()
    for file in _TIMES[:-1]:
        shutil.copy(resources.path("fonts", "LiberationSerif-Regular.ttf"), folder / file)
    assert face_file(tmp_path).parent == resources.path("fonts")
    shutil.copy(resources.path("fonts", "LiberationSerif-BoldItalic.ttf"), folder / _TIMES[-1])
    assert face_file(tmp_path) == folder / _TIMES[0]


def face_file(windows: Path) -> Path:
    """The file that letters are drawn with by a program started on a machine with this Windows folder."""
    words = (
        "from reportlab.pdfbase.pdfmetrics import getFont\n"
        "from cluster_desktop.documents.content import fonts\n"
        "print(getFont(fonts.face(fonts.LETTER)).face.filename)\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "LOCALAPPDATA"}
    environment |= {"WINDIR": str(windows), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", words]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return Path(ran.stdout.strip())


def test_every_font_and_icon_comes_with_its_licence() -> None:
    fonts_folder, icons_folder = resources.path("fonts"), resources.path("icons")
    for file in fonts_folder.glob("*.ttf"):
        family = file.name.split("-")[0].removesuffix("Sans").removesuffix("Serif")
        assert "Open Font License" in (fonts_folder / f"LICENSE-{family}.txt").read_text("utf-8")
    assert "MIT License" in (icons_folder / "LICENSE-FluentSystemIcons.txt").read_text("utf-8")
