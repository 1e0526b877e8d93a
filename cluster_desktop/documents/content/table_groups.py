"""Neighbouring columns of a table that share a heading."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cluster_desktop.documents.content.content import Column

Span = tuple[str, int, int]
"""A group with the index of its first column and of the one after its last."""


def spans(columns: Sequence[Column]) -> Iterator[Span]:
    """Runs of columns that belong to one group, "" for those without."""
    start = 0
    for group, members in groupby(column.group for column in columns):
        end = start + len(list(members))
        yield group, start, end
        start = end
