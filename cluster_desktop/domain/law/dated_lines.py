"""The dated lines of a rule or a figure in resources/law/catalogue.toml, each laid over the one before it."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from cluster_desktop.domain.law.catalogue_values import Amount, ValueKind, written
from cluster_desktop.domain.law.regimes import Certainty
from cluster_desktop.errors import ResourceWrong

BASE = "base"
"""The day of the line that holds from the beginning."""
FIGURE = frozenset({"value", "basis", "certain"})
"""The keys of a line of a figure."""
RULE = FIGURE | {"above", "in_force"}
"""The keys of a line of a rule."""


@dataclass(frozen=True, slots=True)
class DatedLine:
    """The values that hold from a day on (from the beginning, when None)."""

    since: date | None
    value: Amount
    basis: str
    certain: Certainty
    above: bool
    in_force: bool


def refuse(where: str, problem: str) -> NoReturn:
    """Say which place of the file is wrong and why. Raises ResourceWrong."""
    raise ResourceWrong(f"Tệp luật “catalogue.toml”, mục “{where}”: {problem}.")


def lines_of(
    where: str, kind: ValueKind, table: object, allowed: Set[str] = FIGURE, usual: Mapping[str, Any] | None = None
) -> tuple[DatedLine, ...]:
    """The lines of a rule or a figure, whole; *allowed* are their keys. Raises ResourceWrong."""
    return tuple(_line(where, kind, since, values) for since, values in laid(where, table, allowed, usual))


def laid(
    where: str, table: object, allowed: Set[str], usual: Mapping[str, Any] | None = None
) -> Iterator[tuple[date | None, dict[str, Any]]]:
    """Each line's day with all its values: what it changes, and what it leaves as it was, or as is *usual*.

    Raises ResourceWrong.
    """
    if not isinstance(table, dict) or not table:
        refuse(where, "không có dòng nào nên không bao giờ được dùng; hãy thêm dòng “base” hoặc dòng có ngày")
    whole, last = dict(usual or {}), date.min
    for place, (key, changes) in enumerate(table.items()):
        since = None if key == BASE else _day(where, key)
        if place and (since or date.min) <= last:
            refuse(
                where,
                f"dòng “{key}” trùng ngày hoặc đứng sau dòng muộn hơn; “base” đứng đầu, rồi các dòng xếp theo ngày",
            )
        if not isinstance(changes, dict) or not changes or not changes.keys() <= allowed:
            refuse(where, f"dòng “{key}” chỉ ghi được {', '.join(sorted(allowed))}")
        whole, last = {**whole, **changes}, since or last
        yield since, whole


def _day(where: str, key: str) -> date:
    try:
        return date.fromisoformat(key)
    except ValueError:
        refuse(where, f"không có gì gọi là “{key}”; dòng của một ngày ghi như 2027-01-01")


def _line(where: str, kind: ValueKind, since: date | None, values: Mapping[str, Any]) -> DatedLine:
    basis, above, in_force = values.get("basis"), values.get("above", False), values.get("in_force", True)
    try:
        if not isinstance(basis, str) or not basis:
            raise ValueError("thiếu căn cứ “basis”")
        if not isinstance(above, bool) or not isinstance(in_force, bool):
            raise ValueError("“above”, “in_force” là true hoặc false")
        value = written(kind, values["value"]) if "value" in values else written(kind)
        return DatedLine(since, value, basis, certainty(values.get("certain")), above, in_force)
    except ValueError as problem:
        refuse(f"{where}, {since or BASE}", str(problem).rstrip("."))


def certainty(text: Any) -> Certainty:
    """Read a certainty. Raises ValueError with one sentence."""
    try:
        return Certainty(text)
    except ValueError:
        raise ValueError("“certain” là C (chắc chắn), L (nên đối chiếu) hoặc U (chưa kiểm chứng)") from None
