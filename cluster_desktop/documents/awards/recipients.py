"""How the papers of awards name who is proposed or commended: one by name, several by their number and list."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cluster_desktop.documents.content.content import Cell, Column, Heading
from cluster_desktop.documents.content.official import day_words
from cluster_desktop.documents.frames.record_texts import join
from cluster_desktop.domain.awards.decision_names import number_named
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate

_OPEN_DAY = "ngày …… tháng …… năm ………"
_REASONS = ("da ", "co ", "vi ")
"""Beginnings of a citation that go on in a sentence as they are."""


def one_named(name: str, place: str, citation: str, *, collective: bool) -> str:
    """ "đồng chí Lò Thị Ơn, Giảng viên Khoa Xây dựng Đảng, đã có thành tích xuất sắc …"."""
    word = "" if collective and names.fold(name).startswith("tap the ") else "tập thể " if collective else "đồng chí "
    return join(f"{word}{name}", place, _reason(citation))


def _reason(citation: str) -> str:
    """A citation as the end of a sentence."""
    words = " ".join(citation.split()).rstrip(" ./")
    if names.fold(words).startswith(_REASONS):
        return f"{words[0].lower()}{words[1:]}"
    return f"về thành tích: {words}" if words else ""


def attached(kind: str, number: str, dated: PartialDate | None, author: str) -> str:
    """ "(Kèm theo Quyết định số 48/QĐ-TCT ngày 05 tháng 01 năm 2021 của Hiệu trưởng Trường …)"."""
    day = day_words(dated) if dated else _OPEN_DAY
    return f"(Kèm theo {kind} số {number_named(number) or ROOM} {day} của {author or ROOM})"


def number_of(heading: Heading) -> str:
    """The number of a heading without its label: "05/TTr-TCT"."""
    return heading.number.removeprefix("Số").removeprefix(":").strip()


def within(place: str, unit: str) -> str:
    """A place of work as a list of one unit tells it, which does not repeat the unit's name."""
    return place.removesuffix(unit).rstrip(", ") if unit else place


def told_columns(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], optional: Collection[int]) -> list[Column]:
    """The columns of a list: of the *optional* ones (by place) those that say nothing of anybody are not printed."""
    silent = {place for place in optional if not any(row[place] for row in rows)}
    return [replace(column, printed=False) if place in silent else column for place, column in enumerate(columns)]
