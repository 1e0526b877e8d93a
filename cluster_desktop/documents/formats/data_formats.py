"""Reports for programs: the figures as JSON, the table as CSV."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import BinaryIO

from cluster_desktop.documents.content.content import Cell, Column, Data, Document, Table
from cluster_desktop.domain.figures.count import Count
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import DocumentError

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of words that a spreadsheet would take for a formula; behind an apostrophe they stay words."""


def write_json(data: Mapping[str, Data], stream: BinaryIO) -> None:
    """Write figures as UTF-8 JSON, keys in the order given; ``sources`` has the records behind every counted one."""
    sources = dict(_sources(data))
    text = json.dumps({**data, "sources": sources} if sources else data, ensure_ascii=False, indent=2, default=dict)
    stream.write(f"{text}\n".encode())


def _sources(data: Data, path: str = "") -> Iterator[tuple[str, Data]]:
    """The records of every figure in *data* under its path ("staff.by_degree.Tiến sĩ", "units.0.women")."""
    if isinstance(data, Count):
        source = data.source
        facts: dict[str, Data] = {"name": source.name, "kind": source.kind, "uids": source.uids}
        yield path, {**facts, "amounts": source.amounts} if source.amounts else facts
    elif isinstance(data, Mapping | list | tuple):
        for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from _sources(value, f"{path}.{key}" if path else str(key))


def write_csv(document: Document, stream: BinaryIO) -> None:
    """Write the largest table of *document* as UTF-8 CSV that Excel opens with its letters intact.

    Dates as dd/mm/yyyy, numbers without groups; totals are left out. Raises DocumentError without a table.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if not tables:
        raise DocumentError("Văn bản này không có bảng nào để ghi thành CSV. Hãy chọn dạng PDF hoặc Excel.")
    table = max(tables, key=lambda table: len(table.rows) * len(table.columns))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(_heading, table.columns))
    writer.writerows([_show(cell) for cell in row] for row in table.rows)
    stream.write(text.getvalue().encode("utf-8-sig"))


def _heading(column: Column) -> str:
    return f"{column.group}: {column.heading}" if column.group else column.heading


def _show(cell: Cell) -> str | int | None:
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    if isinstance(cell, PartialDate):
        return cell.show()
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULAS) else cell
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell
