"""Plain lines of text written straight into the page as PDF operators, each letter encoded once per file.

A third of the time of a canvas page goes into splitting and escaping the same letters again and again. This
is the one place that goes below the canvas; text it cannot write takes the ordinary way.
"""

from collections.abc import Mapping, Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop.documents.certificates.typeset import SetText, draw_texts, lines_of
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.print_colors import BLACK


class QuickText:
    """Writes set texts on the pages of one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._codes: dict[str, _Codes] = {}

    def draw(self, texts: Sequence[SetText], page_height: float) -> None:
        """Draw *texts* on the present page, which is *page_height* points high."""
        operators: list[str] = []
        ink, left_over = BLACK, []
        for text in texts:
            written = None if text.box.is_dressed else self._written(text, page_height)
            if written is None:
                left_over.append(text)
                continue
            if text.box.colour != ink:
                ink = text.box.colour
                operators.append("{:.4g} {:.4g} {:.4g} rg".format(*ink))
            operators.append(written)
        if operators:
            self._canvas.addLiteral(f"q BT {' '.join(operators)} ET Q")
        draw_texts(self._canvas, left_over, page_height)

    def _written(self, text: SetText, page_height: float) -> str | None:
        """The operators that write *text*; None when it needs more than 256 letters of its face."""
        codes = self._codes.get(text.box.face)
        if codes is None:
            codes = self._codes[text.box.face] = _Codes(self._canvas, text.box.face)
        lines = [
            f"1 0 0 1 {x:.2f} {base:.2f} Tm ({''.join(map(codes.__getitem__, line))}) Tj"
            for line, x, base in lines_of(text, page_height)
        ]
        return None if codes.overflowed else f"{codes.font} {text.fitted.size:g} Tf {' '.join(lines)}"


class _Codes(dict[str, str]):
    """The escaped code of each letter in the embedded subset of one face."""

    def __init__(self, canvas: Canvas, face: str) -> None:
        super().__init__()
        self._file, self._font = canvas._doc, pdfmetrics.getFont(fonts.face(face))
        self._font.splitString(" ", self._file)
        self.font: str = self._font.getSubsetInternalName(0, self._file)
        self.overflowed = False

    def __missing__(self, letter: str) -> str:
        ((subset, code),) = self._font.splitString(letter, self._file)
        if subset:
            self.overflowed = True
            return ""
        self[letter] = _ESCAPED[code[0]]
        return self[letter]


_ESCAPED: Mapping[int, str] = {
    code: chr(code) if 32 <= code < 127 and chr(code) not in "()\\" else f"\\{code:03o}" for code in range(256)
}
