"""Find the tables in somebody's sheets: heading, columns, unit, encoding; all of it open to correction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Name
from cluster_desktop.domain.record_kinds.import_kinds import RECIPIENT
from cluster_desktop.domain.record_kinds.taught_words import TaughtUse
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.letters.legacy_text import Encoding
from cluster_desktop.exchange.tables.body import WHY_EMPTY, BodyReader, GroupRow, hidden_records, zero_rows
from cluster_desktop.exchange.tables.columns import anchor_of, recognised
from cluster_desktop.exchange.tables.date_cells import Swap
from cluster_desktop.exchange.tables.heading_block import HeadingBlock, heading_block
from cluster_desktop.exchange.tables.headings import HeadingWords, key_of
from cluster_desktop.exchange.tables.sheets import Cell, Row, Sheet, column_letters, put_cell
from cluster_desktop.exchange.tables.table_doubts import (
    EXAMPLE_SHEET,
    NOT_FILLED,
    column,
    example_doubt,
    family_doubt,
    group_remarks,
    rows_above_remarks,
    shared_use_remarks,
    shifted_doubt,
    swap_remarks,
    swaps_in,
)
from cluster_desktop.exchange.tables.table_places import (
    CleanTexts,
    PlaceSearch,
    TablePlace,
    only_columns,
)
from cluster_desktop.exchange.tables.unit_words import is_example, unit_by_sheet_name, unit_in
from cluster_desktop.exchange.tables.uses import IGNORED, ColumnUse, How

_NAMES_LOOKED_AT: Final = 40

NOTHING_TAUGHT: Final[Mapping[str, TaughtUse]] = {}

TableKey = tuple[str, int, int]
"""What a table is known by: its sheet, the row of its heading and its first column, from 0."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The basis of a guess, to look at the rows again when its columns change.

    *written* is the sheet as the file has it; that of *place* has all letters in Unicode.
    """

    written: Sheet
    place: TablePlace
    words: HeadingWords
    units: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGuess:
    """The reading of a sheet, or of a part of it, as a table. Rows and columns count from 0.

    ``headings`` are the words over each column, ``uses`` what the columns give (one that is missing gives
    nothing), ``anchor`` the key of the field that names a row, ``unit`` the unit of rows that name none
    ('' for none). ``ticked`` says whether it is taken unless somebody says otherwise: not where ``doubts`` say why it
    may be no list of the kind. ``body_remarks`` are sentences about its rows as they are read now.
    ``hidden`` tells of the sheet, ``takes_hidden`` whether its hidden rows are read too.

    ``encoding`` is how its letters are read, ``encodings`` how those of single columns are. ``swaps`` are the columns
    whose days and months seem to stand in each other's place, ``swapped`` those in which they are put right.
    ``names_as_typed`` leaves capitals and titles of names alone.
    """

    sheet: str
    top: int
    height: int
    left: int = 0
    headings: tuple[str, ...]
    uses: Mapping[int, ColumnUse]
    ordinal: int | None
    anchor: str
    first: int = 0
    last: int = 0
    sections: tuple[GroupRow, ...] = ()
    skipped: Mapping[int, str] = field(default_factory=dict)
    unit: str = ""
    encoding: Encoding = Encoding.AUTO
    encodings: Mapping[int, Encoding] = field(default_factory=dict)
    swaps: Mapping[int, Swap] = field(default_factory=dict)
    swapped: Mapping[int, Swap] = field(default_factory=dict)
    names_as_typed: bool = False
    doubts: tuple[str, ...] = ()
    body_remarks: tuple[str, ...] = ()
    hidden: bool = False
    takes_hidden: bool = False
    ticked: bool = True
    source: "_Source" = field(repr=False, compare=False)

    @property
    def key(self) -> TableKey:
        """What tells the table from all others of its file."""
        return self.sheet, self.top, self.left

    @property
    def name(self) -> str:
        """The words for where its rows stand: its sheet, with the first column where another table stands beside."""
        place = self.source.place
        if not place.beside:
            return self.sheet
        return f"{self.sheet} (cột {column_letters(self.left)}–{column_letters(place.right - 1)})"

    @property
    def remarks(self) -> tuple[str, ...]:
        """The sentences a person should read before importing."""
        place, swaps = self.source.place, swap_remarks(self.swaps, self.swapped, self.headings)
        return (*place.sheet.remarks, *self.doubts, *place.columns.remarks, *self.body_remarks, *swaps)

    @property
    def columns(self) -> range:
        """The columns of the sheet that are this table."""
        return range(self.left, self.source.place.right)

    @property
    def lead(self) -> tuple[int, ...]:
        """The rows above its heading whose words hold for it."""
        return self.source.place.lead

    @property
    def layout(self) -> str:
        """A key that tables with the same headings share, to remember a mapping by."""
        return "|".join(key_of(heading) for heading in self.headings)

    @property
    def unused(self) -> tuple[int, ...]:
        """Columns with a heading that give nothing, apart from the running number and those passed over on purpose."""
        return tuple(
            column
            for column, heading in enumerate(self.headings)
            if heading and column != self.ordinal and column not in self.uses
        )

    @property
    def titles(self) -> tuple[str, ...]:
        """The lines above the table, and the name of its sheet."""
        return (*self.source.place.titles(), self.sheet)

    @property
    def read_sheet(self) -> Sheet:
        """The sheet as it is read: all its letters in Unicode, nothing but the columns of the table."""
        return self.source.place.sheet

    def unit_over(self, column: int) -> str:
        """Find the unit that heads a column, '' for none."""
        return unit_in(self.source.place.block.paths[column][-1:], self.source.units)

    def use(self, column: int) -> ColumnUse:
        """Look up what a column gives."""
        return self.uses.get(column, ColumnUse(how=How.IGNORE))


def find_tables(
    sheets: Sequence[Sheet],
    fields: Sequence[Field],
    units: Collection[str] = (),
    taught: Mapping[str, TaughtUse] = NOTHING_TAUGHT,
) -> tuple[TableGuess, ...]:
    """Find the tables of every sheet that holds some: a heading names the record and at least one field more.

    *units* are the names the workspace knows units by; a sheet or a title that holds one gives the unit. *taught*
    are the uses that an office taught for words over columns.
    """
    words = HeadingWords(fields, taught)
    guesses: list[TableGuess] = []
    for written in sheets:
        sheet = written.in_unicode(Encoding.AUTO, {}, words.knows)
        for place in PlaceSearch(sheet, words, units).places():
            guess = _with_doubts(_guess(_Source(written, place, words, units)))
            if guess.doubts or _names_somebody(guess):
                guesses.append(guess)
    if not units and len(guesses) > 1 and not any(_names_units(guess.uses, fields) for guess in guesses):
        guesses = [replace(guess, unit=unit_by_sheet_name(guess.sheet)) for guess in guesses]
    return _without_examples(guesses)


def _with_doubts(guess: TableGuess) -> TableGuess:
    """Leave a table unticked that hardly is a list of people, and say why."""
    if guess.anchor not in _names(guess):
        return guess
    doubt = family_doubt(guess.headings)
    if not doubt and (places := _name_columns(guess)):
        rows = _looked_at(guess)
        beside = [column(rows, place) for place in (places[0] - 1, places[-1] + 1)]
        names = column(rows, places[0])
        doubt = shifted_doubt(guess.headings[places[0]], names, beside, people=guess.anchor != RECIPIENT)
    return replace(guess, ticked=False, doubts=(doubt,)) if doubt else guess


def _without_examples(guesses: Sequence[TableGuess]) -> tuple[TableGuess, ...]:
    """Leave the tables of examples unticked where the file holds others, each with a remark that says so."""
    doubts = {guess.key: _example(guess) for guess in guesses}
    if all(doubts.values()):
        return tuple(guesses)
    return tuple(
        replace(guess, ticked=False, doubts=(*guess.doubts, doubt)) if (doubt := doubts[guess.key]) else guess
        for guess in guesses
    )


def _example(guess: TableGuess) -> str:
    if is_example(guess.sheet):
        return EXAMPLE_SHEET.format(guess.sheet)
    places = _name_columns(guess)
    return example_doubt(column(_looked_at(guess), places[0])) if len(places) == 1 else ""


def _names(guess: TableGuess) -> set[str]:
    return {item.key for item in guess.source.words.fields if isinstance(item.type, Name)}


def _name_columns(guess: TableGuess) -> list[int]:
    """List the columns that name people, each in one cell."""
    return [c for c, use in sorted(guess.uses.items()) if use.field == guess.anchor and use.how is How.VALUE]


def _looked_at(guess: TableGuess) -> list[Row]:
    """Take the first records, without the rows that are none."""
    groups = {section.row for section in guess.sections}
    numbers = range(guess.first, min(guess.last, guess.first + _NAMES_LOOKED_AT))
    return [
        guess.source.place.sheet.rows[number]
        for number in numbers
        if number not in groups and guess.skipped.get(number, WHY_EMPTY) == WHY_EMPTY
    ]


def _names_somebody(guess: TableGuess) -> bool:
    """Check that the column of names holds words; "Cá nhân" over a column of counts is no name."""
    named = _names(guess)
    columns = [column for column, use in guess.uses.items() if use.field == guess.anchor and use.field in named]
    rows = islice(guess.source.place.sheet.rows, guess.first, min(guess.last, guess.first + _NAMES_LOOKED_AT))
    cells = [cell for row in rows for column in columns if (cell := row[column]) is not None]
    return not cells or any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in cells)


def table_at(
    sheet: Sheet,
    fields: Sequence[Field],
    top: int,
    height: int = 1,
    units: Collection[str] = (),
    taught: Mapping[str, TaughtUse] = NOTHING_TAUGHT,
) -> TableGuess:
    """Read the table under the heading a person points at, whatever it is; it reaches down to the end of the sheet."""
    words = HeadingWords(fields, taught)
    read = sheet.in_unicode(Encoding.AUTO, {}, words.knows)
    block = _heading_at(read, top, height)
    columns = recognised(read, block, words, units)
    place = TablePlace(
        read, block, columns, left=0, right=sheet.width, head=0, end=len(sheet.rows), lead=tuple(range(top)), whole=read
    )
    return _guess(_Source(sheet, place, words, units))


def _heading_at(sheet: Sheet, top: int, height: int) -> HeadingBlock:
    texts = CleanTexts(sheet)
    block = heading_block(sheet, texts, top, height)
    if block is not None:
        return block
    paths = tuple((text,) if text else () for text in texts[top])
    return HeadingBlock(top, height, paths, tuple((c, c) for c in range(sheet.width)))


def with_mapping(guess: TableGuess, uses: Mapping[int, ColumnUse]) -> TableGuess:
    """Give other uses to some columns; group rows keep what was chosen for them."""
    chosen = {section.row: section.field for section in guess.sections}
    return with_sections(_with_body(replace(guess, uses={**guess.uses, **uses})), chosen)


def with_cell(guess: TableGuess, row: int, column: int, cell: Cell) -> TableGuess:
    """Put other words into a cell, and look again at what its rows are; its columns stay as they are used."""
    if column not in guess.columns:
        return guess
    place = replace(guess.source.place, sheet=put_cell(guess.source.place.sheet, row, column, cell))
    source = replace(guess.source, place=place, written=put_cell(guess.source.written, row, column, cell))
    chosen = {section.row: section.field for section in guess.sections}
    return with_sections(_with_body(replace(guess, source=source)), chosen)


def with_unit(guess: TableGuess, unit: str) -> TableGuess:
    """Give the rows that name no unit another one; '' for none."""
    return replace(guess, unit=unit)


def with_sections(guess: TableGuess, fields_of_rows: Mapping[int, str | None]) -> TableGuess:
    """Give some group rows other fields, by row; None to leave one out."""
    changed = [replace(section, field=fields_of_rows.get(section.row, section.field)) for section in guess.sections]
    return replace(guess, sections=tuple(changed))


def with_hidden_rows(guess: TableGuess, *, taken: bool) -> TableGuess:
    """Read the hidden rows too, or leave them out."""
    return _with_body(replace(guess, takes_hidden=taken))


def with_encoding(guess: TableGuess, encoding: Encoding, column: int | None = None) -> TableGuess:
    """Read the letters of the table, or of one column, in another way; AUTO leaves a column to the table's way."""
    source, place = guess.source, guess.source.place
    whole = encoding if column is None else guess.encoding
    single = {} if column is None else {**guess.encodings, column: encoding}
    single = {each: way for each, way in single.items() if way is not Encoding.AUTO}
    sheet = source.written.in_unicode(whole, single, source.words.knows)
    part = only_columns(sheet, place.left, place.right) if place.beside else sheet
    block = _heading_at(part, guess.top, guess.height)
    columns = recognised(part, block, source.words, source.units)
    again = _guess(replace(source, place=replace(place, sheet=part, block=block, columns=columns)))
    again = replace(again, unit=guess.unit, ticked=guess.ticked, doubts=guess.doubts, encoding=whole, encodings=single)
    again = replace(again, swapped=guess.swapped, names_as_typed=guess.names_as_typed)
    return with_hidden_rows(again, taken=guess.takes_hidden)


def with_days_swapped(guess: TableGuess, column: int, *, swapped: bool) -> TableGuess:
    """Exchange day and month of the dates in a column, or leave them as they stand."""
    others = {each: swap for each, swap in guess.swapped.items() if each != column}
    own = {column: guess.swaps.get(column, Swap.CELLS)} if swapped else {}
    return replace(guess, swapped={**others, **own})


def with_names_as_typed(guess: TableGuess, *, as_typed: bool) -> TableGuess:
    """Leave the names as they are typed, or put them as they should stand."""
    return replace(guess, names_as_typed=as_typed)


def _guess(source: _Source) -> TableGuess:
    place, words = source.place, source.words
    columns, block = place.columns, place.block
    own, shared = place.titles(own=True), place.titles()
    named = _names_units(columns.uses, words.fields)
    return _with_body(
        TableGuess(
            sheet=place.sheet.name,
            top=block.top,
            height=block.height,
            left=place.left,
            headings=block.labels,
            uses={**columns.uses, **dict.fromkeys(columns.ignored, IGNORED)},
            ordinal=columns.ordinal,
            anchor=anchor_of(words.fields),
            unit="" if named else unit_in([*own, place.sheet.name, *shared], source.units),
            hidden=place.sheet.hidden,
            source=source,
        )
    )


def _with_body(guess: TableGuess) -> TableGuess:
    """Sort the rows of a guess by the columns it uses now."""
    source = guess.source
    body = BodyReader(
        source.place.sheet,
        source.place.block,
        guess.uses,
        guess.ordinal,
        source.words,
        guess.anchor,
        source.units,
        nfc,
        head=source.place.head,
        end=source.place.end,
    ).read()
    skipped = body.skipped if guess.takes_hidden else {**hidden_records(source.place.sheet, body), **body.skipped}
    skipped |= zero_rows(source.place.sheet, body, guess.uses, guess.anchor)
    sections, fields = tuple(body.sections), source.words.fields
    rows = source.place.sheet.rows[body.first : body.last]
    filled = any(cell is not None for row in rows for cell in row)
    remarks = (
        *(() if filled else (NOT_FILLED,)),
        *(() if source.place.head else rows_above_remarks(source.place.sheet.rows[: source.place.block.top])),
        *group_remarks(sections, fields),
        *shared_use_remarks(guess.uses, guess.headings, fields),
    )
    read = replace(guess, first=body.first, last=body.last, sections=sections, skipped=skipped, body_remarks=remarks)
    return replace(read, swaps=swaps_in(rows, guess.uses, fields))


def _names_units(uses: Mapping[int, ColumnUse], fields: Sequence[Field]) -> bool:
    units = {item.key for item in fields if item.refers_to == "unit"}
    return any(use.field in units for use in uses.values())
