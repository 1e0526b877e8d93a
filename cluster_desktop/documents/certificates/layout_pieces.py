"""A layout as things that can be pushed about: where each piece is, and the layout's text with a piece elsewhere.

The text stays as the office wrote it, comments and order too; only the numbers of one piece change.
"""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import ParseError

from cluster_desktop.documents.certificates.layout import Heading, Layout

_ALL: Final = ("x", "y", "width", "height")
_HEAD: Final = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPiece:
    """A rectangle in millimetres from the top left; ``numbers`` are what the text calls its sides that may change."""

    table: str
    """ "box", "stack", "emblem", "signature" or "code"."""
    key: str
    label: str
    x: float
    y: float
    width: float
    height: float
    numbers: tuple[str, ...]

    @property
    def name(self) -> str:
        """A name no other piece of the layout has."""
        return f"{self.table}.{self.key}"

    def with_side(self, name: str, value: float) -> "LayoutPiece":
        """The piece with another "x", "y", "width" or "height"."""
        sides = {"x": self.x, "y": self.y, "width": self.width, "height": self.height, name: value}
        return replace(self, x=sides["x"], y=sides["y"], width=sides["width"], height=sides["height"])


def pieces_of(layout: Layout, heading: Heading | None = None) -> tuple[LayoutPiece, ...]:
    """Everything of *layout* that has a place; boxes of a stack move across only, their stack up and down.

    With *heading* only what a certificate with that heading has.
    """
    boxes = [
        LayoutPiece(
            table="box",
            key=box.key,
            label=box.label,
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            numbers=("x", "width") if box.stack else _ALL,
        )
        for box in (layout.boxes_for(heading) if heading else layout.boxes)
    ]
    return (*boxes, *_other_pieces(layout))


def _other_pieces(layout: Layout) -> Iterator[LayoutPiece]:
    """Pieces without a text of their own: the strip in the middle, emblem, signature, code."""
    for stack in layout.stacks.values():
        label, wide = "dải chữ ở giữa", layout.page.width * 0.5
        left = layout.page.width * 0.25
        place = {"x": left, "y": stack.y, "width": wide, "height": stack.height}
        yield LayoutPiece(table="stack", key=stack.key, label=label, numbers=("y", "height"), **place)
    if slot := layout.emblem:
        corner = {"x": slot.x - slot.size / 2, "y": slot.y - slot.size / 2}
        size = {"width": slot.size, "height": slot.size}
        yield LayoutPiece(table="emblem", key="", label="biểu trưng", numbers=("x", "y"), **corner, **size)
    if sign := layout.signature:
        place = {"x": sign.x, "y": sign.y, "width": sign.width, "height": sign.height}
        yield LayoutPiece(table="signature", key="", label="ảnh chữ ký", numbers=_ALL, **place)
    if code := layout.code:
        place = {"x": code.x, "y": code.y, "width": code.width, "height": code.height}
        yield LayoutPiece(table="code", key="", label="mã kiểm tra", numbers=("x", "y", "width"), **place)


def with_piece(text: str, piece: LayoutPiece) -> str:
    """The layout *text* with *piece* where it is now. Raises KeyError when the text has no such piece."""
    parts = [*_parts(text)]
    table = next(
        (table for part in parts for table in _tables(part, piece.table) if table.get("key", "") == piece.key), None
    )
    if table is None:
        raise KeyError(piece.name)
    values = {"x": piece.x, "y": piece.y, "width": piece.width, "height": piece.height}
    if piece.table == "emblem":  # its place is the middle of the circle
        values |= {"x": piece.x + piece.width / 2, "y": piece.y + piece.height / 2}
    for name in piece.numbers:
        if round(table[name], 2) != (value := round(values[name], 2)):
            table[name] = value if value % 1 else int(value)
    return "".join(part.as_string() for part in parts)


def with_title(text: str, title: str) -> str:
    """The layout *text* under another title."""
    first, *others = _parts(text)
    first["title"] = title
    return "".join(part.as_string() for part in (first, *others))


def _parts(text: str) -> Iterator[tomlkit.TOMLDocument]:
    """A layout cut before each of its tables: taken whole, boxes with other tables between them would be gathered."""
    start = 0
    for end in (*(head.start() for head in _HEAD.finditer(text)), len(text)):
        try:
            part = tomlkit.parse(text[start:end])
        except ParseError:  # a bracket within a text or a list
            continue
        yield part
        start = end


def _tables(part: tomlkit.TOMLDocument, name: str) -> Sequence[MutableMapping[str, Any]]:
    tables = part.get(name, ())
    return (tables,) if isinstance(tables, MutableMapping) else tables
