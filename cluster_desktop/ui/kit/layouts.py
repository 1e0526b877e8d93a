"""Rows, columns and forms of widgets on the one scale of spaces."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


class Space(IntEnum):
    """The spaces of the window in px; there are no others."""

    NONE = 0
    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24
    VAST = 32


Margins = Space | tuple[Space, Space] | tuple[Space, Space, Space, Space]
"""One space all round; or at the sides and above and below; or left, above, right, below."""
BAR: Final = (Space.LARGE, Space.SMALL)
"""A row of buttons or fields across a page, at its head or its foot."""
STRIP: Final = (Space.LARGE, Space.TIGHT)
"""A line of words across a page."""
HEAD: Final = (Space.LARGE, Space.MEDIUM, Space.LARGE, Space.SMALL)
"""Margins of what stands over a list or a table."""
CHIPS: Final = (Space.LARGE, Space.SMALL, Space.LARGE, Space.TIGHT)
"""Chips that choose what stands below them."""
ABOVE: Final = (Space.LARGE, Space.SMALL, Space.LARGE, Space.NONE)
"""Margins of what stands over something that keeps its own space above it."""
BELOW: Final = (Space.LARGE, Space.NONE, Space.LARGE, Space.SMALL)
"""Margins of what stands under something that keeps its own space below it."""
CARD: Final = (Space.LARGE, Space.MEDIUM)
"""A frame around what belongs together."""

_ANYWHERE: Final = Qt.AlignmentFlag(0)


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """A widget or layout with its share of the room that is left and its place in it; None is the room alone."""

    item: QWidget | QLayout | None
    stretch: int = 0
    alignment: Qt.AlignmentFlag = _ANYWHERE


Item = QWidget | QLayout | Space | PlacedItem
B = TypeVar("B", bound=QBoxLayout)
L = TypeVar("L", bound=QLayout)


def stretch(factor: int = 1) -> PlacedItem:
    """Empty room that takes *factor* shares of what is left."""
    return PlacedItem(None, factor)


def grow(item: QWidget | QLayout, factor: int = 1) -> PlacedItem:
    """Let a widget or layout take *factor* shares of the room that is left."""
    return PlacedItem(item, factor)


def placed(item: QWidget | QLayout, alignment: Qt.AlignmentFlag, factor: int = 0) -> PlacedItem:
    """Place a widget or layout in its room, which takes *factor* shares of what is left."""
    return PlacedItem(item, factor, alignment)


def in_row(
    *items: Item, on: QWidget | None = None, space: Space = Space.SMALL, margins: Margins = Space.NONE
) -> QHBoxLayout:
    """Lay *items* out from left to right: on the widget *on*, or to be put into another layout."""
    return _on(fill(spaced(QHBoxLayout(), space, margins), *items), on)


def in_column(
    *items: Item, on: QWidget | None = None, space: Space = Space.SMALL, margins: Margins = Space.NONE
) -> QVBoxLayout:
    """Lay *items* out from top to bottom: on the widget *on*, or to be put into another layout."""
    return _on(fill(spaced(QVBoxLayout(), space, margins), *items), on)


def form_grid(*rows: tuple[str | QWidget, QWidget | QLayout]) -> QFormLayout:
    """Lay fields out below each other, each with its words at the left; words with "&" lead to their field."""
    form = spaced(QFormLayout(), Space.SMALL)
    form.setHorizontalSpacing(Space.LARGE)
    for words, field in rows:
        form.addRow(words, field)
    return form


def spaced(layout: L, space: Space = Space.SMALL, margins: Margins = Space.NONE) -> L:
    """Set any layout's *space* between things and its *margins* around them."""
    layout.setSpacing(space)
    inset(layout, margins)
    return layout


def inset(what: QWidget | QLayout, margins: Margins) -> None:
    """Leave *margins* free around what a widget or a layout holds."""
    sides = (margins,) if isinstance(margins, Space) else margins
    what.setContentsMargins(*(tuple(sides) * (4 // len(sides))))


def fill(layout: B, *items: Item) -> B:
    """Add *items* to a row or a column."""
    for item in items:
        if isinstance(item, Space):
            layout.addSpacing(item)
            continue
        part = item if isinstance(item, PlacedItem) else PlacedItem(item)
        if part.item is None:
            layout.addStretch(part.stretch)
        elif isinstance(part.item, QLayout):
            layout.addLayout(part.item, part.stretch)
        else:
            layout.addWidget(part.item, part.stretch, part.alignment)
    return layout


def scrolled(inside: QWidget) -> QScrollArea:
    """Create a scroll area around *inside* that Tab passes by."""
    area = QScrollArea(widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def _on(layout: B, widget: QWidget | None) -> B:
    if widget is not None:
        widget.setLayout(layout)
    return layout
