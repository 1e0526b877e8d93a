"""Find the places of all tables of a sheet: below each other, side by side, each with the lines that speak for it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Final

from cluster_desktop.domain.record_kinds.import_kinds import RECIPIENT
from cluster_desktop.domain.text.names import fold, nfc
from cluster_desktop.exchange.tables.columns import RecognisedColumns, anchor_of, holds_a_person, recognised
from cluster_desktop.exchange.tables.group_words import group_number, is_footer, may_be_a_person, may_be_total
from cluster_desktop.exchange.tables.heading_block import HeadingBlock, heading_block
from cluster_desktop.exchange.tables.headings import NAME_PARTS, ORDINALS, HeadingWords, key_of
from cluster_desktop.exchange.tables.sheets import Merge, Row, Sheet
from cluster_desktop.exchange.tables.unit_words import year_in
from cluster_desktop.exchange.tables.uses import How

_SEARCHED_ROWS: Final = 60
_TALLEST: Final = 3
_LONGEST_HEADING: Final = 80
_ENOUGH: Final = 2  # columns that a heading names
_TITLE: Final = re.compile(r".*\b(danh sach|ds|bang|bieu|phu luc|trich ngang|so khen|to trinh|quyet dinh|du lieu)\b")


@dataclass(frozen=True, slots=True)
class TablePlace:
    """The part of a sheet that is one table, counted from 0; ``right`` and ``end`` are not included.

    ``sheet`` shows nothing but the columns of the table, ``lead`` are the rows above the heading whose words hold
    for it, those from ``head`` on for it alone. ``beside`` is true where another table stands in the same rows of the
    ``whole`` sheet.
    """

    sheet: Sheet
    block: HeadingBlock
    columns: RecognisedColumns
    left: int
    right: int
    head: int
    end: int
    lead: tuple[int, ...]
    whole: Sheet
    beside: bool = False

    def titles(self, *, own: bool = False) -> list[str]:
        """List the lines above the table; *own* are those between it and the table above."""
        rows = [row for row in self.lead if row >= self.head > 0] if own else self.lead
        above = (cell for row in rows for cell in self._line(row) if isinstance(cell, str))
        return [nfc(text) for text in (above if own else (*self.sheet.titles, *above))]

    def _line(self, row: int) -> Row:
        """A line above; of tables side by side each has its own words, or those that stand over all."""
        own = self.sheet.rows[row]
        return own if any(cell is not None for cell in own) else self.whole.rows[row]


@dataclass(frozen=True, slots=True)
class _Heading:
    block: HeadingBlock
    columns: RecognisedColumns

    @property
    def worth(self) -> tuple[int, int]:
        return self.columns.score, -self.block.height

    @property
    def rows(self) -> range:
        return range(self.block.top, self.block.top + self.block.height)

    @property
    def strong(self) -> bool:
        """Whether enough columns are known word for word, so that the row is no record that reads like a heading."""
        sure = sum(use.sure and use.how is How.VALUE for use in self.columns.uses.values())
        return sure + (self.columns.ordinal is not None) >= _ENOUGH

    def within(self, ranges: Sequence[tuple[int, int]]) -> bool:
        """Check that all that the heading names stands in one of the ranges of columns."""
        named = [column for column, use in self.columns.uses.items() if use.sure and use.how is How.VALUE]
        columns = {*named, *([] if self.columns.ordinal is None else [self.columns.ordinal])}
        return any(all(left <= column < right for column in columns) for left, right in ranges)


class CleanTexts(Mapping[int, Sequence[str]]):
    """The words of each row in composed Unicode, '' where a cell holds none; made when they are asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._made: dict[int, list[str]] = {}

    def __getitem__(self, row: int) -> list[str]:
        if row not in self._made:
            self._made[row] = [
                nfc(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
                for cell in self._sheet.rows[row]
            ]
        return self._made[row]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._sheet.rows)))

    def __len__(self) -> int:
        return len(self._sheet.rows)


@dataclass
class PlaceSearch:
    """The search for headings in one sheet; the rows are gone through once, whatever the number of tables."""

    sheet: Sheet
    words: HeadingWords
    units: Collection[str]

    def __post_init__(self) -> None:
        self.anchor = anchor_of(self.words.fields)
        self.texts = CleanTexts(self.sheet)
        self.named = self._anchor_texts()
        self.anchor_rows = [
            number for number, row in enumerate(self.sheet.rows) if self.named and not self.named.isdisjoint(row)
        ]

    def places(self) -> tuple[TablePlace, ...]:
        """Find every table, from the top, tables side by side from the left."""
        headings = self._headings()
        heads = [self._head(heading, headings[:place]) for place, heading in enumerate(headings)]
        ends = [*heads, len(self.sheet.rows)]
        found: list[TablePlace] = []
        place = 0
        while place < len(headings):
            heading, head = headings[place], heads[place]
            lead = self._lead(head, heading.block.top, headings[0].block.top)
            ranges = self._ranges(heading.block)
            after = place + 1
            while ranges and after < len(headings) and headings[after].within(ranges):
                after += 1  # a heading again in one of the lists side by side
            parts = self._parts(heading, ranges, head, lead, ends[after])
            place = after if parts else place + 1
            found += parts or [self._whole(heading, head, ends[place], lead)]
        return tuple(found)

    def _whole(self, heading: _Heading, head: int, end: int, lead: tuple[int, ...]) -> TablePlace:
        """The place of a table that has its rows for itself."""
        return TablePlace(
            sheet=self.sheet,
            block=heading.block,
            columns=heading.columns,
            left=0,
            right=self.sheet.width,
            head=head,
            end=end,
            lead=lead,
            whole=self.sheet,
        )

    # --- headings ---

    def _anchor_texts(self) -> frozenset[object]:
        """Collect the texts of the sheet that may head the column which names the records."""
        names = {self.anchor} if self.anchor != RECIPIENT else {self.anchor, "unit_uid", "department_uid"}
        headings = [text for item in self.words.fields if item.key in names for text in item.headings]
        headings += [word for word, use in self.words.taught.items() if use.field == self.anchor]
        known = {key_of(text) for text in headings} | NAME_PARTS
        starts = {key[:2] for key in known}
        found: set[object] = set()
        for cells in zip(*self.sheet.rows, strict=True):
            texts = [cell for cell in set(cells) if type(cell) is str]
            # Nearly all texts are told by their first letters.
            begins = {start for start in {text[:2] for text in texts} if start[:1].isspace() or fold(start) in starts}
            likely = [text for text in texts if text[:2] in begins] if begins else []
            found.update(text for text in likely if len(text) <= _LONGEST_HEADING and self._names_anchor(text, known))
        return frozenset(found)

    def _names_anchor(self, text: str, known: Collection[str]) -> bool:
        match = self.words.match(nfc(text))
        return (match is not None and match.field.key == self.anchor) or key_of(text) in known

    def _headings(self) -> list[_Heading]:
        """Choose the headings of the sheet: the best near its top, and all others that are beyond doubt."""
        best = self._best(range(min(_SEARCHED_ROWS, len(self.sheet.rows))))
        accepted = [best] if best else []
        refused: set[Row] = set()
        for row in self.anchor_rows:
            cells = self.sheet.rows[row]
            if cells in refused or any(row in heading.rows for heading in accepted) or not self._may_head(row):
                continue
            taken = {number for heading in accepted for number in heading.rows}
            other = self._best(range(max(row - _TALLEST + 1, 0), row + 1), through=row, taken=taken)
            if other is None or not other.strong:
                refused.add(cells)
            elif not self._goes_on(other, accepted):
                accepted.append(other)
        return sorted(accepted, key=lambda heading: heading.block.top)

    def _may_head(self, row: int) -> bool:
        """Check that a row with a word for names, or one next to it, holds another heading: most hold records."""
        around = chain.from_iterable(self.sheet.rows[max(row - 1, 0) : row + 2])
        texts = (cell for cell in around if isinstance(cell, str) and cell not in self.named)
        return any(key_of(text) in ORDINALS or self.words.exact(nfc(text)) for text in texts)

    def _best(self, tops: range, through: int = -1, taken: Collection[int] = ()) -> _Heading | None:
        """Choose the heading that says most among those which begin at *tops* and hold the row *through*."""
        best: _Heading | None = None
        for top in tops:
            for height in range(1, min(_TALLEST, len(self.sheet.rows) - top) + 1):
                if top + height - 1 in taken:
                    break
                block = heading_block(self.sheet, self.texts, top, height)
                if block is None or _is_single_text(block):
                    break
                if through >= top + height:
                    continue
                columns = self._resolve(self.sheet, block)
                if holds_a_person(block, columns, self.anchor):
                    break
                recognised = len(columns.uses) + (columns.ordinal is not None)
                heading = _Heading(block, columns)
                if columns.of(self.anchor) and recognised >= _ENOUGH and (best is None or heading.worth > best.worth):
                    best = heading
        return best

    def _resolve(self, sheet: Sheet, block: HeadingBlock) -> RecognisedColumns:
        first = block.top + block.height
        last = next((row for row in self.anchor_rows if row > first), len(sheet.rows))
        return recognised(sheet, block, self.words, self.units, last)

    def _goes_on(self, heading: _Heading, accepted: Sequence[_Heading]) -> bool:
        """Check whether a heading is that of the table above once more: on every page, or below every group."""
        above = max((each for each in accepted if each.block.top < heading.block.top), key=_top, default=None)
        if above is None or list(map(key_of, above.block.labels)) != list(map(key_of, heading.block.labels)):
            return False
        for row in range(heading.block.top - 1, above.block.top + above.block.height - 1, -1):
            texts = [text for text in self.texts[row] if text]
            if len(set(texts)) > _ENOUGH or (texts and texts[0][:1].isdecimal()):
                return True
            if any(_TITLE.match(fold(text)) or is_footer(text) for text in texts):
                return False
        return True

    # --- lines above a heading ---

    def _head(self, heading: _Heading, above: Sequence[_Heading]) -> int:
        """Find the first of the lines that belong to a heading: up to a record, a signature or the table above."""
        if not above:
            return 0
        head = heading.block.top
        for row in range(head - 1, above[-1].rows[-1], -1):
            cells = self.sheet.rows[row]
            if all(cell is None for cell in cells):
                continue
            if not self._is_title(row):
                break
            head = row
        return head

    def _is_title(self, row: int) -> bool:
        """Check for a line of words of its own: no record of the table above, no total, no signature."""
        filled = [column for column, cell in enumerate(self.sheet.rows[row]) if cell is not None]
        texts = [self.texts[row][column] for column in filled]
        if not all(isinstance(self.sheet.rows[row][column], str) for column in filled) or any(
            is_footer(text) or may_be_total(text) for text in texts
        ):
            return False
        if len(filled) == _ENOUGH and group_number(texts[0]):
            return True
        if len(set(texts)) > 1:
            return len(filled) <= _ENOUGH and any(text.isupper() and " " in text for text in texts)
        return bool(_TITLE.match(fold(texts[0]))) or texts[0].isupper() or not may_be_a_person(texts[0])

    def _lead(self, head: int, top: int, first: int) -> tuple[int, ...]:
        """List the lines of the whole sheet and those of one table; a year of its own takes the place of others."""
        own = tuple(range(head, top))
        if head == 0:
            return own
        shared: Sequence[int] = range(first)
        if year_in([text for row in own for text in self.texts[row]]):
            shared = [row for row in shared if not year_in(self.texts[row])]
        return (*shared, *own)

    # --- side by side ---

    def _ranges(self, block: HeadingBlock) -> list[tuple[int, int]]:
        """List the columns of the tables under one heading row, none where it names its records only once."""
        starts = self._starts(block)
        return list(pairwise([*starts, self.sheet.width])) if len(starts) >= _ENOUGH else []

    def _parts(
        self, heading: _Heading, ranges: Sequence[tuple[int, int]], head: int, lead: tuple[int, ...], end: int
    ) -> list[TablePlace]:
        """Search each of the ranges of columns for itself; nothing where one of them says too little."""
        parts: list[TablePlace] = []
        for left, right in ranges:
            sheet = self._part(left, right, head, lead, end)
            first, *others = PlaceSearch(sheet, self.words, self.units).places() or (None,)
            if first is None or first.block.top not in heading.rows or not _Heading(first.block, first.columns).strong:
                return []
            filled = max(
                column for row in sheet.rows[head:] for column in range(left, right) if row[column] is not None
            )
            found = [replace(first, head=head, lead=lead), *others]
            parts += [replace(each, left=left, right=filled + 1, whole=self.sheet, beside=True) for each in found]
        return parts

    def _part(self, left: int, right: int, head: int, lead: Collection[int], end: int) -> Sheet:
        """Copy some columns of the sheet down to *end*, of the rows above *head* only those that speak for them."""
        sheet = only_columns(self.sheet, left, right)
        none: Row = (None,) * sheet.width
        return replace(
            sheet, rows=tuple(row if n >= head or n in lead else none for n, row in enumerate(sheet.rows[:end]))
        )

    def _starts(self, block: HeadingBlock) -> list[int]:
        """List the first columns of the tables under one heading row; a single one where it names records once."""
        own = [key_of(path[-1]) if path else "" for path in block.paths]
        rows = self.sheet.rows[block.top : block.top + block.height]
        anchors = [column for column in range(len(own)) if any(row[column] in self.named for row in rows)]
        anchors = [column for column in anchors if block.spans[column][0] == column and own[column] not in NAME_PARTS]
        starts = [0]
        for before, anchor in pairwise(anchors):
            between = range(anchor, before, -1)
            start = next((column for column in between if own[column] in ORDINALS), None)
            if start is None:
                start = next((column + 1 for column in between if not own[column]), None)
            if start is None:
                first = next((key for key in own[starts[-1] :] if key), "")
                start = next((column for column in between if own[column] == first), None)
            if start is not None and (own[anchor] == own[before] or own[start] in ORDINALS or not own[start - 1]):
                starts.append(start)
        return starts


def _top(heading: _Heading) -> int:
    return heading.block.top


def _is_single_text(block: HeadingBlock) -> bool:
    """Check whether the lowest row is one text over the whole width: a title or a group row, no heading."""
    width = len(block.paths)
    return len(set(filter(None, block.paths))) < _ENOUGH or (width > _ENOUGH and (0, width - 1) in block.spans)


def only_columns(sheet: Sheet, left: int, right: int) -> Sheet:
    """Copy a sheet with nothing but some columns in it; all stay in their places."""
    before, after = (None,) * left, (None,) * (sheet.width - right)
    merges = tuple(
        Merge(merge.top, max(merge.left, left), merge.bottom, min(merge.right, right - 1))
        for merge in sheet.merges
        if merge.left >= left and merge.left < right
    )
    return replace(sheet, rows=tuple((*before, *row[left:right], *after) for row in sheet.rows), merges=merges)
