"""Cells that say "as above": nt, như trên, a quotation mark alone. They stand for the cell above them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from cluster_desktop.errors import Problem
from cluster_desktop.exchange.tables.sheets import Row

DITTO: Final = frozenset(
    f"{before}{word}{after}"
    for word in (*("nt", "NT", "Nt", "n.t", "như trên", "Như trên", "nhu tren"), *('"', "”", "“", "''", "〃"))
    for before, after in (("", ""), ("-", "-"), ("- ", " -"), ("", "."), ("(", ")"))
)


def write_out(rows: list[Row], fields: Mapping[int, str], passed_over: Collection[int]) -> dict[int, list[Problem]]:
    """Put what "nt" stands for into *rows*; gives what to tell of a row, by its place.

    *fields* are the keys of the columns in which something may stand for the cell above; the places *passed_over* are
    no records, and below them nothing is above.
    """
    told: dict[int, list[Problem]] = defaultdict(list)
    above: Row | None = None
    for place, row in enumerate(rows):
        if place in passed_over:
            above = None
            continue
        if row.count(None) == len(row):
            continue
        if not DITTO.isdisjoint(row):
            row = rows[place] = _with_cells_above(row, above, fields, told[place])
        above = row
    return told


def _with_cells_above(row: Row, above: Row | None, fields: Mapping[int, str], told: list[Problem]) -> Row:
    cells = list(row)
    for column, key in fields.items():
        mark = cells[column]
        if mark in DITTO:
            cells[column] = above[column] if above is not None else None
            read = "không có dòng trên" if cells[column] is None else f"được hiểu là “{cells[column]}” của dòng trên"
            told.append(Problem(key, f"“{mark}” {read}."))
    return tuple(cells)
