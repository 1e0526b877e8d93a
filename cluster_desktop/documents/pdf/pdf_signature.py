"""The end of a report: who receives it or drew it up on the left, who signs on the right."""

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import Recipients, SignatureBlock, Signer
from cluster_desktop.documents.content.line_breaks import wrap, wrap_evenly
from cluster_desktop.documents.pdf.sheet import BODY_BOLD, PdfSheet, Style

_BEFORE = 12.0
_FOR_THE_SEAL = 68.0
"""Free height for signature and seal, 24 mm."""
_HINT = Style(fonts.LETTER_ITALIC, 12, 16)
_TO = Style(fonts.LETTER_BOLD_ITALIC, 12, 16)
_LIST = Style(fonts.LETTER, 11, 14)

_NOBODY = Signer(())

_Lines = list[tuple[str, Style]]


class SignaturePiece:
    """Both columns; they are never parted."""

    solid = True

    def __init__(self, block: SignatureBlock, width: float) -> None:
        self._column = width / 2 - 10
        self._block = block
        sides = [side for side in (block.left, block.right) if isinstance(side, Signer)]
        self._name_below = max(sum(style.leading for _, style in self._office(side)) for side in sides) + _FOR_THE_SEAL
        self.whole = self.head = _BEFORE + max(self._height(block.left), self._height(block.right))

    def draw(self, sheet: PdfSheet, tail: float) -> None:
        sheet.require(self.whole + tail)
        sheet.y -= _BEFORE
        if isinstance(self._block.left, Recipients):
            self._draw_recipients(sheet, self._block.left)
        elif self._block.left:
            self._draw_signer(sheet, self._block.left, sheet.left + self._column / 2)
        self._draw_signer(sheet, self._block.right, sheet.right - self._column / 2)
        sheet.y -= self.whole - _BEFORE

    def _height(self, side: Signer | Recipients | None) -> float:
        if side is None or side == _NOBODY:
            return 0.0
        if isinstance(side, Recipients):
            return sum(style.leading for _, style in self._recipients(side))
        return self._name_below + sum(style.leading for _, style in self._name(side))

    def _draw_recipients(self, sheet: PdfSheet, recipients: Recipients) -> None:
        y = sheet.y
        for line, style in self._recipients(recipients):
            y -= style.leading
            sheet.write(line, style, sheet.left, y + style.leading - style.size)

    def _draw_signer(self, sheet: PdfSheet, signer: Signer, middle: float) -> None:
        y = sheet.y
        for line, style in self._office(signer):
            y = sheet.centre_lines((line,), style, middle, y)
        y = sheet.y - self._name_below  # names stand beside each other, however long the offices are
        for line, style in self._name(signer):
            y = sheet.centre_lines((line,), style, middle, y)

    def _recipients(self, recipients: Recipients) -> _Lines:
        lines: _Lines = [("Nơi nhận:", _TO)]
        for recipient in recipients.listed:
            lines += self._wrapped(recipient, _LIST)
        return lines

    def _office(self, signer: Signer) -> _Lines:
        lines: _Lines = []
        for line in signer.office:
            even = wrap_evenly(line.upper(), BODY_BOLD.face, BODY_BOLD.size, self._column)
            lines += [(part, BODY_BOLD) for part in even]
        return [*lines, *self._wrapped(signer.hint, _HINT)]

    def _name(self, signer: Signer) -> _Lines:
        return self._wrapped(signer.name, BODY_BOLD) or [("", BODY_BOLD)]

    def _wrapped(self, text: str, style: Style) -> _Lines:
        return [(line, style) for line in wrap(text, style.face, style.size, self._column)]
