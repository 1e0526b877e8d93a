"""The faces documents are set in: registered once, embedded as subsets, measured and checked for Vietnamese.

Text meets ReportLab only after :func:`clean` (NFC, no control characters) so that what is drawn is what was
meant and what a reader copies out of the PDF is what was typed.
"""

import os
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cluster_desktop import resources

# ReportLab wraps every stream in ASCII85 unless told otherwise: a fifth more bytes, a third more time.
rl_config.useA85 = 0

SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC = "Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"
SANS, SANS_BOLD, SANS_ITALIC, SANS_BOLD_ITALIC = "Sans", "Sans-Bold", "Sans-Italic", "Sans-BoldItalic"
LETTER, LETTER_BOLD = "Letter", "Letter-Bold"
LETTER_ITALIC, LETTER_BOLD_ITALIC = "Letter-Italic", "Letter-BoldItalic"
DISPLAY = "Display"

_OWN_FILES: Mapping[str, str] = {
    SERIF: "LiberationSerif-Regular.ttf",
    SERIF_BOLD: "LiberationSerif-Bold.ttf",
    SERIF_ITALIC: "LiberationSerif-Italic.ttf",
    SERIF_BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
    SANS: "LiberationSans-Regular.ttf",
    SANS_BOLD: "LiberationSans-Bold.ttf",
    SANS_ITALIC: "LiberationSans-Italic.ttf",
    SANS_BOLD_ITALIC: "LiberationSans-BoldItalic.ttf",
    DISPLAY: "NotoSerifDisplay-Bold.ttf",
}
_TIMES_FILES: Mapping[str, tuple[str, str]] = {
    LETTER: ("times.ttf", SERIF),
    LETTER_BOLD: ("timesbd.ttf", SERIF_BOLD),
    LETTER_ITALIC: ("timesi.ttf", SERIF_ITALIC),
    LETTER_BOLD_ITALIC: ("timesbi.ttf", SERIF_BOLD_ITALIC),
}
FACES = (*_OWN_FILES, *_TIMES_FILES)
_STAND_IN_GLYPHS = "\u25a1?"
_registering = Lock()


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """*text* as it may be drawn: NFC, every kind of space a plain one, invisible characters gone.

    Line feeds stay: they are the line breaks a layout or a citation asks for.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return " ".join(text.split())
    lines = "".join(map(_visible, text.replace("\r\n", "\n"))).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _visible(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category[0] == "Z" or category == "Cc" else character


def face(name: str) -> str:
    """The ReportLab font name of one of :data:`FACES`, registered on first use.

    Raises KeyError for a face we do not have and ResourceMissing when its file is gone.
    """
    _font(name)
    return name


def family(name: str) -> str:
    """Register the four cuts of ``Serif``, ``Sans`` or ``Letter`` for paragraphs with bold and italic."""
    cuts = [face(cut) for cut in (name, f"{name}-Bold", f"{name}-Italic", f"{name}-BoldItalic")]
    pdfmetrics.registerFontFamily(name, normal=cuts[0], bold=cuts[1], italic=cuts[2], boldItalic=cuts[3])
    return name


def text_width(text: str, face_name: str, size: float) -> float:
    """Width of *text* in points at *size* points."""
    return sum(map(widths(face_name).__getitem__, text)) * size


@cache
def cap_height(face_name: str) -> float:
    """Height of the capitals at one point."""
    return float(_font(face_name).face.capHeight) / 1000.0


def missing_glyphs(text: str, face_name: str) -> str:
    """The characters of *text* the face cannot draw, each once, in the order they occur."""
    if text.isascii():
        return ""
    lacking = set(text) - _drawable(face_name)
    return "".join(dict.fromkeys(c for c in text if c in lacking and not c.isspace()))


def with_stand_ins(text: str, face_name: str) -> str:
    """*text* with every character the face lacks replaced by a visible box, never left out."""
    missing = missing_glyphs(text, face_name)
    if not missing:
        return text
    drawable = _drawable(face_name)
    box = next(sign for sign in _STAND_IN_GLYPHS if sign in drawable)
    return text.translate({ord(character): box for character in missing})


class _Widths(dict[str, float]):
    """Advance widths by character for a size of one point, filled as characters turn up."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._by_code = font.face.charWidths
        self._default = font.face.defaultWidth

    def __missing__(self, character: str) -> float:
        width = float(self._by_code.get(ord(character), self._default)) / 1000.0
        self[character] = width
        return width


@cache
def widths(face_name: str) -> Mapping[str, float]:
    """Advance width of each character at one point, looked up by ``[character]``."""
    return _Widths(_font(face_name))


@cache
def _drawable(face_name: str) -> frozenset[str]:
    glyphs = _font(face_name).face.charToGlyph
    return frozenset(chr(code) for code, glyph in glyphs.items() if glyph)


def _font(name: str) -> TTFont:
    with _registering:
        return _registered(name)


@cache
def _registered(name: str) -> TTFont:
    font = TTFont(name, str(_file(name)))
    pdfmetrics.registerFont(font)
    return font


def _file(name: str) -> Path:
    if name not in _TIMES_FILES:
        return resources.path("fonts", _OWN_FILES[name])
    file, stand_in = _TIMES_FILES[name]
    folder = _times_folder()
    return folder / file if folder else resources.path("fonts", _OWN_FILES[stand_in])


def _times_folder() -> Path | None:
    """The Windows font folder that holds all four cuts of Times New Roman, if there is one."""
    if sys.platform != "win32" and "WINDIR" not in os.environ:
        return None
    folders = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    if local := os.environ.get("LOCALAPPDATA"):
        folders.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
    whole = (f for f in folders if all((f / file).is_file() for file, _ in _TIMES_FILES.values()))
    return next(whole, None)
