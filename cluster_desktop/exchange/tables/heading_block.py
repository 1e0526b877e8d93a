"""Take the rows of a heading together: for every column the words over it, from the widest to its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cluster_desktop.exchange.tables.headings import key_of
from cluster_desktop.exchange.tables.sheets import Cell, Merge, Sheet

_YEARS: Final = range(1945, 2101)  # a year may head a column, other numbers and dates are data
_DAY: Final = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}")

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Heading rows ``top`` to ``top + height - 1``.

    ``paths`` holds for each column the texts over it, group first; ``spans`` for each column the first and
    last column of the merged cell its lowest text stands in.
    """

    top: int
    height: int
    paths: tuple[Path, ...]
    spans: tuple[tuple[int, int], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The headings in one line for each column: "Trình độ chuyên môn – Tiến sĩ"."""
        return tuple(" – ".join(path) for path in self.paths)


def heading_block(sheet: Sheet, texts: Mapping[int, Sequence[str]], top: int, height: int) -> HeadingBlock | None:
    """Read rows of *sheet* as a heading; None when they hold data.

    *texts* are the clean words of each row of the sheet, '' where a cell holds none.
    """
    rows = range(top, top + height)
    if any(_is_data(cell) for row in rows for cell in sheet.rows[row]) or not any(texts[top]):
        return None
    grid = [list(texts[row]) for row in rows]
    spans = [(column, column) for column in range(sheet.width)]
    covered: set[tuple[int, int]] = set()
    for merge in sheet.merges:
        if merge.top in rows:
            _spread(grid, spans, covered, merge, top)
    for level in range(height - 1):
        _infer_groups(grid, covered, level)
    return HeadingBlock(top, height, tuple(_path(grid, column) for column in range(sheet.width)), tuple(spans))


def _is_data(cell: Cell) -> bool:
    if cell is None:
        return False
    if isinstance(cell, str):
        words = cell.strip()
        return bool(_DAY.fullmatch(words)) or (words.isdecimal() and int(words) not in _YEARS)
    return isinstance(cell, bool) or not (isinstance(cell, int) and cell in _YEARS)


def _spread(
    grid: list[list[str]],
    spans: list[tuple[int, int]],
    covered: set[tuple[int, int]],
    merge: Merge,
    top: int,
) -> None:
    first = merge.top - top
    width = len(grid[0])
    text = grid[first][merge.left] if merge.left < width else ""
    for column in range(merge.left, min(merge.right + 1, width)):
        grid[first][column] = text
        if text:
            spans[column] = (merge.left, merge.right)
        covered |= {(level, column) for level in range(first, merge.bottom - top + 1)}


def _infer_groups(grid: list[list[str]], covered: set[tuple[int, int]], level: int) -> None:
    """Give a blank right of a text, both with words below, that text: a merge that the file does not record."""
    below = grid[level + 1]
    for column in range(1, len(below)):
        left = grid[level][column - 1]
        blank = not grid[level][column] and (level, column) not in covered
        if blank and left and below[column] and below[column - 1]:
            grid[level][column] = left


def _path(grid: list[list[str]], column: int) -> Path:
    path: list[str] = []
    for row in grid:
        if row[column] and (not path or key_of(row[column]) != key_of(path[-1])):
            path.append(row[column])
    return tuple(path)
