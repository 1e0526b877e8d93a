"""Texts of one certificate set into the boxes of its layout: what stands where and how large."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from cluster_desktop.documents.certificates.fit import Fitted, Room, fit
from cluster_desktop.documents.certificates.layout import VARIABLES, Anchor, Box, BoxAlign, Heading, Layout, Stack
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.line_breaks import line_width
from cluster_desktop.documents.content.page import MM

_RULE_DROP = 0.42
"""Distance of a rule below the base line as a share of the size: clear of the dot under "ộ"."""
_RULE_THICKNESS = 0.75
_FREE_BEFORE = {BoxAlign.LEFT: 0.0, BoxAlign.CENTRE: 0.5, BoxAlign.RIGHT: 1.0}
_FREE_ABOVE = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
_STEP = 0.5
"""Points by which the tallest text of a stack that is too low shrinks at a time."""


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in its box: broken into lines, at a size, its top in points from the top of the sheet."""

    key: str
    fitted: Fitted
    top: float
    box: Box = field(compare=False, repr=False)
    text: str = field(compare=False)
    """What is drawn, before it was broken into lines."""
    missing: str = field(default="", compare=False)
    """Letters the face lacks, drawn as boxes."""


@dataclass(frozen=True, slots=True)
class SetPage:
    """Every text of one certificate, and the keys of variables it needs but was not given."""

    texts: tuple[SetText, ...]
    absent: tuple[tuple[Box, str], ...]


class Typesetter:
    """Sets the values of many certificates into one layout."""

    def __init__(self, layout: Layout, *, text_only: bool = False) -> None:
        self.layout = layout
        self._boxes = {
            heading: tuple(box for box in layout.boxes_for(heading) if not (text_only and box.on_blank))
            for heading in Heading
        }
        self._rooms = {box.key: _room(box) for box in layout.boxes}
        self._ready: dict[tuple[str, str], SetText] = {}

    def set_page(self, heading: Heading, values: Mapping[str, str]) -> SetPage:
        """Set one certificate; *values* holds a clean text for every key of VARIABLES."""
        texts: list[SetText] = []
        absent: list[tuple[Box, str]] = []
        stacked: dict[str, list[SetText]] = {}
        for box in self._boxes[heading]:
            empty = [key for key in box.text.variables if not values[key] and not VARIABLES[key].may_be_empty]
            if empty:
                absent += [] if box.optional else [(box, key) for key in empty]
                continue
            text = self._set_text(box, fonts.clean(box.text.fill(values)))
            (stacked.setdefault(box.stack, []) if box.stack else texts).append(text)
        for key, members in stacked.items():
            texts += self._set_stack(self.layout.stacks[key], members)
        return SetPage(tuple(texts), tuple(absent))

    def _set_text(self, box: Box, text: str) -> SetText:
        ready = self._ready.get((box.key, text))
        if ready is None:
            missing = fonts.missing_glyphs(text, box.face)
            drawn = fonts.with_stand_ins(text, box.face) if missing else text
            fitted = fit(drawn, box.face, box.size, box.floor, self._rooms[box.key])
            ready = SetText(box.key, fitted, _top(box, fitted), box, drawn, missing)
            self._ready[box.key, text] = ready
        return ready

    def _set_stack(self, stack: Stack, members: Sequence[SetText]) -> list[SetText]:
        """Let *members* follow each other, centred; while the stack is too low the tallest one shrinks."""
        height, texts = stack.height * MM, list(members)
        while _stack_height(texts) > height and (larger := [t for t in texts if t.fitted.size > t.box.floor]):
            tallest = max(larger, key=_height)
            texts[texts.index(tallest)] = self._smaller(tallest)
        total = _stack_height(texts)
        if total > height:
            culprit = max(texts, key=_height)
            texts[texts.index(culprit)] = replace(culprit, fitted=replace(culprit.fitted, fits=False))
        placed, top = [], stack.y * MM + (height - total) / 2
        for index, text in enumerate(texts):
            top += text.box.gap * MM if index else 0
            placed.append(replace(text, top=round(top, 3)))
            top += _height(text)
        return placed

    def _smaller(self, text: SetText) -> SetText:
        box = text.box
        size = max(box.floor, text.fitted.size - _STEP)
        return replace(text, fitted=fit(text.text, box.face, size, box.floor, self._rooms[box.key]))


def draw_texts(canvas: Canvas, texts: Sequence[SetText], page_height: float) -> None:
    """Draw *texts* on a canvas in points whose page is *page_height* points high."""
    if not texts:
        return
    pen = canvas.beginText()
    for text in texts:
        _write(canvas, pen, text, page_height)
    canvas.drawText(pen)
    for text in texts:
        if text.box.rule:
            _draw_rule(canvas, text, page_height)


def _write(canvas: Canvas, pen: PDFTextObject, text: SetText, page_height: float) -> None:
    box, size = text.box, text.fitted.size
    pen.setFont(fonts.face(box.face), size)
    pen.setFillColorRGB(*box.colour)
    if box.swelling:
        pen.setStrokeColorRGB(*box.colour)
        canvas.setLineWidth(box.swelling)
        pen.setTextRenderMode(2)
    if box.tracking:
        pen.setCharSpace(box.tracking * size)
    for line, x, base in lines_of(text, page_height):
        pen.setTextOrigin(x, base)
        pen.textOut(line)
    if box.tracking:
        pen.setCharSpace(0)
    if box.swelling:
        pen.setTextRenderMode(0)


def _draw_rule(canvas: Canvas, text: SetText, page_height: float) -> None:
    *_, (line, x, base) = lines_of(text, page_height)
    size = text.fitted.size
    below = base - size * _RULE_DROP
    canvas.setStrokeColorRGB(*text.box.colour)
    canvas.setLineWidth(_RULE_THICKNESS)
    canvas.line(x, below, x + line_width(line, text.box.face, text.box.tracking) * size, below)


def lines_of(text: SetText, page_height: float) -> Iterator[tuple[str, float, float]]:
    """Each line with the x of its first letter and the y of its base line, in points from the bottom left."""
    box, size = text.box, text.fitted.size
    step, share = size * box.leading, _FREE_BEFORE[box.align]
    base = page_height - text.top - step / 2 - fonts.cap_height(box.face) * size / 2
    for line in text.fitted.lines:
        free = box.width * MM - line_width(line, box.face, box.tracking) * size
        yield line, box.x * MM + free * share, base
        base -= step


def _room(box: Box) -> Room:
    return Room(box.width * MM, box.height * MM, box.max_lines, box.leading, box.tracking)


def _height(text: SetText) -> float:
    return len(text.fitted.lines) * text.fitted.size * text.box.leading


def _stack_height(texts: Sequence[SetText]) -> float:
    return sum(map(_height, texts)) + sum(text.box.gap * MM for text in texts[1:])


def _top(box: Box, fitted: Fitted) -> float:
    free = box.height * MM - len(fitted.lines) * fitted.size * box.leading
    return round(box.y * MM + free * _FREE_ABOVE[box.anchor], 3)
