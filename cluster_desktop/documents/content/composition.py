"""A document as text that can be kept and compared: every word and figure of it in order, and nothing of its ink."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from cluster_desktop.documents.content.comparison import Difference, Line, places
from cluster_desktop.documents.content.content import Column, Distribution, Document, Figure, Table, show_cell
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import show_number

_Kept = str | list[str | list[str]]
"""A word or figure; a row of a table is a list of its cells, at its end a list of what is only noted beside it."""
_NOT_SHOWN = {"data", "remark", "wording"}
"""Of a document: the same figures once more, for programs, what is only told to whoever composes it, and the model of
the office's own words."""


def composition(document: Document) -> str:
    """The words and figures of a document in order, as JSON text; equal for documents that say the same."""
    return json.dumps(list(_words(document)), ensure_ascii=False)


def differences(kept: str, now: str) -> tuple[Difference, ...]:
    """Every place where the composition *now* says something else than the one that was *kept*."""
    return () if kept == now else places(_lines(kept, noted=False), _lines(now, noted=False))


def notes(kept: str, now: str) -> tuple[Difference, ...]:
    """Every place where two compositions differ, what was only noted beside their rows among it."""
    return () if kept == now else places(_lines(kept, noted=True), _lines(now, noted=True))


def _lines(kept: str, *, noted: bool) -> list[Line]:
    return [_line(part, noted=noted) for part in json.loads(kept)]


def _line(part: _Kept, *, noted: bool) -> Line:
    if isinstance(part, str):
        return (part,)
    said = [cell for cell in part if isinstance(cell, str)]
    beside = [word for cell in part if isinstance(cell, list) for word in cell]
    return (*said, *beside) if noted else tuple(said)


def _words(part: Any) -> Iterator[_Kept]:
    """The leaves of a part of the content, in the order of its fields."""
    if part is None or part == "" or isinstance(part, (bool, Enum)):
        return
    if isinstance(part, PartialDate):
        yield part.show()
    elif isinstance(part, bytes):
        yield hashlib.sha256(part).hexdigest()
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Figure):
        yield [part.label, show_cell(part.value), part.detail]
    elif isinstance(part, Distribution):
        yield from _distribution(part)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            if not (isinstance(part, Document) and field.name in _NOT_SHOWN):
                yield from _words(getattr(part, field.name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(part, (list, tuple)):
        for each in part:
            yield from _words(each)
    elif isinstance(part, float):
        return  # a measure of the page
    else:
        yield str(part)


def _table(table: Table) -> Iterator[_Kept]:
    """Headings, rows and totals of a table; a band stands above the first row of those that share it."""
    yield from _words(table.title)
    yield [heading for column in table.columns for heading in (column.group, column.heading) if heading]
    band = ""
    for place, row in enumerate(table.rows):
        if table.bands and table.bands[place] != band:
            band = table.bands[place]
            yield from _words(band)
        yield _row(table.columns, row)
    for row in table.totals:
        yield _row(table.columns, row)
    if not table.rows:
        yield from _words(table.empty)


def _distribution(chart: Distribution) -> Iterator[_Kept]:
    """The parts of a chart, each named by its title too: a number alone says nothing."""
    yield [chart.title, chart.unit]
    for word, number in chart.parts.items():
        yield [f"{chart.title}, {word}", show_number(number)]
    for layer, parts in chart.layers.items():
        for word, number in parts.items():
            yield [f"{chart.title}, {layer}, {word}", show_number(number)]


def _row(columns: Sequence[Column], row: Sequence[Any]) -> _Kept:
    """The cells of a row, empty ones too, so that those of one column can be compared."""
    noted = [place < len(columns) and columns[place].noted for place in range(len(row))]
    cells = [show_cell(cell) for cell in row]
    said: list[str | list[str]] = [cell for cell, beside in zip(cells, noted, strict=True) if not beside]
    beside = [cell for cell, beside in zip(cells, noted, strict=True) if beside]
    return [*said, beside] if beside else said
