"""The uses of a column of a table, and those a person can choose from."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date, Name, Points
from cluster_desktop.exchange.tables.headings import is_marked


class How(StrEnum):
    """The ways to read the cells of a column."""

    VALUE = "value"  # the cell is the field's text
    MARK = "mark"  # an x chooses the column's word
    PART = "part"  # a piece of a name or a date, joined with the others in the order of the columns
    OF_UNIT = "of_unit"  # the cell is the field of the unit that heads the column: one row, a record for each unit
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """The use of one column: the field, and for x columns the code of the choice it stands for.

    ``also`` is a choice a filled cell makes besides ("Ngày sinh: Nam | Nữ" is a birth date and a gender);
    ``piece`` is day, month or year for a part of a date; ``blank`` is the code an empty cell of an x column
    stands for. ``sure`` is False where the heading was recognised only by its beginning.
    """

    field: str = ""
    choice: str | None = None
    how: How = How.VALUE
    also: tuple[str, str] | None = None
    piece: str = ""
    blank: str | None = None
    sure: bool = dataclasses.field(default=True, compare=False)


IGNORED: Final = ColumnUse(how=How.IGNORE)
PIECES: Final = {"day": "ngày", "month": "tháng", "year": "năm"}


def possible_uses(fields: Sequence[Field]) -> tuple[tuple[str, ColumnUse], ...]:
    """List every use of a column with its words, in the order a person should see them."""
    offered = [("Bỏ qua cột này", IGNORED)]
    for item in fields:
        offered.append((item.label, ColumnUse(item.key)))
        offered += _parts(item)
        if is_marked(item):
            offered += _marks(item)
        if isinstance(item.type, Points):
            offered.append((f"{item.label} (đơn vị ở đầu cột)", ColumnUse(item.key, how=How.OF_UNIT)))
        offered += _beside(item, fields)
    return tuple(offered)


def use_label(use: ColumnUse, fields: Sequence[Field]) -> str:
    """Look up the words for a use, as in :func:`possible_uses`."""
    return next((label for label, offered in possible_uses(fields) if offered == use), "Bỏ qua cột này")


def _parts(item: Field) -> list[tuple[str, ColumnUse]]:
    if isinstance(item.type, Name) or item.refers_to == "person":
        return [(f"{item.label} (một phần, ghép lại)", ColumnUse(item.key, how=How.PART))]
    if isinstance(item.type, Date):
        return [
            (f"{item.label} (chỉ {word})", ColumnUse(item.key, how=How.PART, piece=piece))
            for piece, word in PIECES.items()
        ]
    return []


def _marks(item: Field) -> list[tuple[str, ColumnUse]]:
    marks = [
        (f"{item.label}: đánh dấu {choice.label}", ColumnUse(item.key, choice.code, How.MARK))
        for choice in item.choices
    ]
    if item.either:
        for choice, other in (item.choices, item.choices[::-1]):
            use = ColumnUse(item.key, choice.code, How.MARK, blank=other.code)
            marks.append((f"{item.label}: đánh dấu {choice.label}, để trống là {other.label}", use))
    return marks


def _beside(item: Field, fields: Sequence[Field]) -> list[tuple[str, ColumnUse]]:
    """List the uses for values in a column for each word of another field: birth dates of men and of women."""
    return [
        (f"{item.label} ({other.label}: {choice.label})", ColumnUse(item.key, also=(other.key, choice.code)))
        for other in fields
        if other.key == item.beside
        for choice in other.choices
    ]
