"""Find the tables in somebody's sheets: heading, columns, unit, encoding; all of it open to correction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Name, Reference
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.tables.body import WHY_HIDDEN, Body, BodyReader, GroupRow
from cluster_desktop.exchange.tables.columns import RecognisedColumns, holds_a_person, resolve
from cluster_desktop.exchange.tables.heading_block import HeadingBlock, heading_block
from cluster_desktop.exchange.tables.headings import HeadingWords, key_of
from cluster_desktop.exchange.tables.legacy_text import Encoding, decode, looks_legacy
from cluster_desktop.exchange.tables.sheets import Row, Sheet
from cluster_desktop.exchange.tables.unit_words import unit_by_sheet_name, unit_in
from cluster_desktop.exchange.tables.uses import ColumnUse, How

_SEARCHED_ROWS: Final = 60
_SAMPLE_ROWS: Final = 40
_TALLEST: Final = 3
_JUDGED_ROWS: Final = 500


@dataclass(frozen=True, slots=True)
class _Source:
    """The basis of a guess, to look at the rows again when its columns change."""

    sheet: Sheet
    block: HeadingBlock
    words: HeadingWords
    units: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGuess:
    """The reading of a sheet as a table. Rows and columns count from 0.

    ``headings`` are the words over each column, ``uses`` what the columns give (one that is missing gives
    nothing), ``anchor`` the key of the field that names a row, ``unit`` the unit of rows that name none
    ('' for none), ``remarks`` sentences a person should read before importing. ``hidden`` tells of the sheet,
    ``takes_hidden`` whether its hidden rows are read too.
    """

    sheet: str
    top: int
    height: int
    headings: tuple[str, ...]
    uses: Mapping[int, ColumnUse]
    ordinal: int | None
    anchor: str
    first: int = 0
    last: int = 0
    sections: tuple[GroupRow, ...] = ()
    skipped: Mapping[int, str] = field(default_factory=dict)
    unit: str = ""
    encoding: Encoding | None = None
    remarks: tuple[str, ...] = ()
    hidden: bool = False
    takes_hidden: bool = False
    source: "_Source" = field(repr=False, compare=False)

    @property
    def layout(self) -> str:
        """A key that tables with the same headings share, to remember a mapping by."""
        return "|".join(key_of(heading) for heading in self.headings)

    @property
    def unused(self) -> tuple[int, ...]:
        """RecognisedColumns with a heading that give nothing, apart from the running number."""
        return tuple(
            column
            for column, heading in enumerate(self.headings)
            if heading and column != self.ordinal and self.use(column).how is How.IGNORE
        )

    @property
    def titles(self) -> tuple[str, ...]:
        """The lines above the table, and the name of its sheet."""
        return (*_titles(self.source.sheet, self.top, self.encoding), self.sheet)

    def unit_over(self, column: int) -> str:
        """Find the unit that heads a column, '' for none."""
        return unit_in(self.source.block.paths[column][-1:], self.source.units)

    def use(self, column: int) -> ColumnUse:
        """Look up what a column gives."""
        return self.uses.get(column, ColumnUse(how=How.IGNORE))


def find_tables(
    sheets: Sequence[Sheet], fields: Sequence[Field], units: Collection[str] = ()
) -> tuple[TableGuess, ...]:
    """Find the table of every sheet that holds one: its heading names the record and at least one field more.

    *units* are the names the workspace knows units by; a sheet or a title that holds one gives the unit.
    """
    words = HeadingWords(fields)
    guesses = []
    for sheet in sheets:
        encoding = sheet_encoding(sheet)
        best = _best_heading(sheet, words, encoding, units)
        if best is not None and _names_somebody(guess := _guess(sheet, *best, words, encoding, units)):
            guesses.append(guess)
    if not units and len(guesses) > 1 and not any(_names_units(guess.uses, fields) for guess in guesses):
        guesses = [replace(guess, unit=unit_by_sheet_name(guess.sheet)) for guess in guesses]
    return tuple(guesses)


def _names_somebody(guess: TableGuess) -> bool:
    """Check that the column of names holds words; "Cá nhân" over a column of counts is no name."""
    named = {item.key for item in guess.source.words.fields if isinstance(item.type, Name)}
    columns = [column for column, use in guess.uses.items() if use.field == guess.anchor and use.field in named]
    rows = islice(guess.source.sheet.rows, guess.first, min(guess.last, guess.first + _SAMPLE_ROWS))
    cells = [cell for row in rows for column in columns if (cell := row[column]) is not None]
    return not cells or any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in cells)


def table_at(
    sheet: Sheet,
    fields: Sequence[Field],
    top: int,
    height: int = 1,
    encoding: Encoding | None = None,
    units: Collection[str] = (),
) -> TableGuess:
    """Read the table under the heading a person points at, whatever it is."""
    texts = _clean_texts(sheet, encoding)
    block = heading_block(sheet, texts, top, height)
    if block is None:
        paths = tuple((texts[top][column],) if texts[top][column] else () for column in range(sheet.width))
        block = HeadingBlock(top, height, paths, tuple((c, c) for c in range(sheet.width)))
    words = HeadingWords(fields)
    columns = _resolve(sheet, block, words, encoding, units)
    return _guess(sheet, block, columns, words, encoding, units)


def with_mapping(guess: TableGuess, uses: Mapping[int, ColumnUse]) -> TableGuess:
    """Give other uses to some columns; group rows keep what was chosen for them."""
    chosen = {section.row: section.field for section in guess.sections}
    return with_sections(_with_body(replace(guess, uses={**guess.uses, **uses})), chosen)


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


def with_encoding(guess: TableGuess, encoding: Encoding | None) -> TableGuess:
    """Read the table anew in another encoding; heading and unit stay, the columns are recognised again."""
    source = guess.source
    again = table_at(source.sheet, source.words.fields, guess.top, guess.height, encoding, source.units)
    return with_hidden_rows(replace(again, unit=guess.unit), taken=guess.takes_hidden)


def sheet_encoding(sheet: Sheet) -> Encoding | None:
    """Recognise the legacy encoding of a sheet by text cells from all its rows together."""
    every = max(1, len(sheet.rows) // _JUDGED_ROWS)
    judged = islice(sheet.rows, 0, None, every)
    return looks_legacy("\n".join(cell for row in judged for cell in row if isinstance(cell, str)))


def anchor_of(fields: Sequence[Field]) -> str:
    """Choose the field that names a record: its name, the person it is about, or the first required field."""
    required = [item for item in fields if item.required]
    for kind in (Name, Reference):
        for item in required:
            if isinstance(item.type, kind) and item.refers_to in ("", "person"):
                return item.key
    return (required or list(fields))[0].key


def clean(text: str, encoding: Encoding | None) -> str:
    """Write a cell's text as composed Unicode on one line."""
    return nfc(decode(text, encoding) if encoding else text)


def _clean_texts(sheet: Sheet, encoding: Encoding | None) -> list[list[str]]:
    rows = sheet.rows[: _SEARCHED_ROWS + _TALLEST]
    return [
        [clean(cell, encoding) if isinstance(cell, str) else "" if cell is None else str(cell) for cell in row]
        for row in rows
    ]


def _best_heading(
    sheet: Sheet, words: HeadingWords, encoding: Encoding | None, units: Collection[str]
) -> tuple[HeadingBlock, RecognisedColumns] | None:
    texts = _clean_texts(sheet, encoding)
    anchor = anchor_of(words.fields)
    best: tuple[tuple[int, int], HeadingBlock, RecognisedColumns] | None = None
    for top in range(min(_SEARCHED_ROWS, len(sheet.rows))):
        for height in range(1, min(_TALLEST, len(sheet.rows) - top) + 1):
            block = heading_block(sheet, texts, top, height)
            if block is None or _is_single_text(block):
                break
            columns = _resolve(sheet, block, words, encoding, units)
            if holds_a_person(block, columns, anchor):
                break
            recognised = len(columns.uses) + (columns.ordinal is not None)
            worth = columns.score, -height
            if columns.of(anchor) and recognised >= 2 and (best is None or worth > best[0]):
                best = worth, block, columns
    return best[1:] if best else None


def _resolve(
    sheet: Sheet, block: HeadingBlock, words: HeadingWords, encoding: Encoding | None, units: Collection[str]
) -> RecognisedColumns:
    """Recognise the columns; a hidden one gives something only where the name of the records stands in no other."""
    anchor, sample = anchor_of(words.fields), _sample(sheet, block, encoding)
    whole = resolve(block, words, anchor, sample, units)
    hidden = [column for column in sorted(whole.uses) if column in sheet.hidden_columns]
    if not hidden:
        return whole
    paths = [() if column in sheet.hidden_columns else path for column, path in enumerate(block.paths)]
    shown = resolve(replace(block, paths=tuple(paths)), words, anchor, sample, units)
    if not shown.of(anchor):
        return whole
    shown.remarks += [
        f"Cột “{block.labels[column]}” đang ẩn nên không đọc. Nếu cần cột này, hãy chọn ý nghĩa cho nó."
        for column in hidden
    ]
    return shown


def _is_single_text(block: HeadingBlock) -> bool:
    """Check whether the lowest row is one text over the whole width: a title or a group row, no heading."""
    width = len(block.paths)
    return len(set(filter(None, block.paths))) < 2 or (width > 2 and (0, width - 1) in block.spans)


def _sample(sheet: Sheet, block: HeadingBlock, encoding: Encoding | None) -> list[Row]:
    first = block.top + block.height
    rows = sheet.rows[first : first + _SAMPLE_ROWS]
    if encoding is None:
        return list(rows)
    return [tuple(decode(cell, encoding) if isinstance(cell, str) else cell for cell in row) for row in rows]


def _guess(
    sheet: Sheet,
    block: HeadingBlock,
    columns: RecognisedColumns,
    words: HeadingWords,
    encoding: Encoding | None,
    units: Collection[str],
) -> TableGuess:
    titles = _titles(sheet, block.top, encoding)
    named = _names_units(columns.uses, words.fields)
    return _with_body(
        TableGuess(
            sheet=sheet.name,
            top=block.top,
            height=block.height,
            headings=block.labels,
            uses=columns.uses,
            ordinal=columns.ordinal,
            anchor=anchor_of(words.fields),
            unit="" if named else unit_in([sheet.name, *titles], units),
            encoding=encoding,
            remarks=tuple(columns.remarks),
            hidden=sheet.hidden,
            source=_Source(sheet, block, words, units),
        )
    )


def _titles(sheet: Sheet, top: int, encoding: Encoding | None) -> list[str]:
    above = (cell for row in sheet.rows[:top] for cell in row if isinstance(cell, str))
    return [clean(text, encoding) for text in (*sheet.titles, *above)]


def _with_body(guess: TableGuess) -> TableGuess:
    """Sort the rows of a guess by the columns it uses now."""
    source = guess.source
    body = BodyReader(
        source.sheet,
        source.block,
        guess.uses,
        guess.ordinal,
        source.words,
        guess.anchor,
        source.units,
        partial(clean, encoding=guess.encoding),
    ).read()
    skipped = body.skipped if guess.takes_hidden else {**_hidden_records(source.sheet, body), **body.skipped}
    return replace(guess, first=body.first, last=body.last, sections=tuple(body.sections), skipped=skipped)


def _hidden_records(sheet: Sheet, body: Body) -> dict[int, str]:
    """List the hidden rows of a table that hold something, without its group rows, which tell of visible rows too."""
    groups = {section.row for section in body.sections}
    rows = (row for row in sorted(sheet.hidden_rows) if body.first <= row < body.last and row not in groups)
    return {row: WHY_HIDDEN for row in rows if any(cell is not None for cell in sheet.rows[row])}


def _names_units(uses: Mapping[int, ColumnUse], fields: Sequence[Field]) -> bool:
    units = {item.key for item in fields if item.refers_to == "unit"}
    return any(use.field in units for use in uses.values())
