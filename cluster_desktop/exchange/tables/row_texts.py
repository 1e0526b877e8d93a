"""Take a row of cells apart column by column into texts by field key."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import repeat
from typing import Final

from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date, Digits, LongText, Money, Name, OneOf, Reference, Text, Year
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.errors import Problem
from cluster_desktop.exchange.letters.damaged_text import cleared, lost_letters, suspicious
from cluster_desktop.exchange.tables import cell_texts
from cluster_desktop.exchange.tables.date_cells import DateColumn, lies_behind
from cluster_desktop.exchange.tables.headings import key_of
from cluster_desktop.exchange.tables.sheets import FORMULA_ERRORS, Cell, Row
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.exchange.tables.uses import ColumnUse, How

_AS_IT_STANDS: Final = (Text, Reference)
_EMPTY_WHEN_ZERO: Final = (Text, Reference, Date, Year, OneOf)  # a linked cell shows 0 for an empty one
_SHOWN: Final = 60
_YEAR_OF_YEARS: Final = 1909  # in which years lie that became days
_NEEDS_A_LOOK: Final = "#'"  # a formula error, or the apostrophe that made a number a text
_FOOTNOTE: Final = "*"  # after a word it refers to a note below the table, as our own lists mark sample data
_TEXTS: Final = frozenset((str, type(None)))
_TWO_DIGITS: Final = tuple(f"{number:02d}" for number in range(32))
_CARE: Final = ""  # in the place of a text: the cell is to be looked at together with its row


@dataclass(slots=True)
class RowTexts:
    """The texts of one row by field key, with parts of dates, problems and notices.

    ``of_units`` are the texts that belong to one unit each, by the words for it; None in tables without such columns.
    """

    texts: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    of_units: dict[str, dict[str, str]] | None = None

    def put(self, key: str, text: str) -> None:
        """Keep a text; a second one that says something else is a problem."""
        earlier = self.texts.setdefault(key, text)
        if earlier != text and key_of(earlier) != key_of(text):
            self.problems.append(Problem(key, f"Bảng ghi hai giá trị “{earlier}” và “{text}”. Hãy chỉ để lại một."))

    def join(self, key: str, text: str) -> None:
        """Add a part of a name."""
        self.texts[key] = f"{self.texts[key]} {text}" if key in self.texts else text

    def add(self, key: str, text: str) -> None:
        """Keep a text beside the one there is: one person may have several awards."""
        self.texts[key] = f"{self.texts[key]}; {text}" if key in self.texts else text

    def join_dates(self) -> None:
        """Join day, month and year that stood in columns of their own."""
        for key, pieces in self.pieces.items():
            day, month, year = (pieces.get(piece, "") for piece in ("day", "month", "year"))
            begin = f"{day}/{month}/" if day else f"{month}/" if month else ""
            self.put(key, f"{begin}{year}")


@dataclass(slots=True)
class TableColumn:
    """One column that gives something: its place, its field and the way to read its cells.

    ``alone`` tells that no other column gives the same field, ``dates`` reads the cells of a column of dates, one of
    money counts in so many đồng as ``counted_in`` says.
    """

    index: int
    key: str
    use: ColumnUse
    item: Field
    alone: bool
    splits: bool
    dates: DateColumn
    zero_is_empty: bool = True
    also: str = ""
    label: str = ""
    unit: str = ""
    counted_in: int = 1

    def ready(self, cells: Sequence[Cell]) -> Sequence[str | None]:
        """Read all cells of the column that say one thing wherever they stand, which are nearly all.

        Gives None for those that say nothing, and _CARE for those to be looked at together with their row.
        """
        if not self._is_plain():
            return [None if cell is None else _CARE for cell in cells]
        kind = self.item.type
        if self.alone and isinstance(kind, Date) and self.dates.swap is None and date in set(map(type, cells)):
            return [None if cell is None else _day_text(cell) for cell in cells]
        if self.alone and isinstance(kind, _AS_IT_STANDS) and not _full_length(self.item):
            return self._as_they_stand(cells)
        if self.alone and (length := _full_length(self.item)):
            return [
                cell if cell is None or (type(cell) is str and len(cell) == length and cell.isdecimal()) else _CARE
                for cell in cells
            ]
        words = {cell: self._word(cell) for cell in set(cells) if type(cell) is str}
        return [None if cell is None else words.get(cell, _CARE) if type(cell) is str else _CARE for cell in cells]

    def _as_they_stand(self, cells: Sequence[Cell]) -> Sequence[str | None]:
        odd = _odd_texts(self.item, [cell for cell in set(cells) if type(cell) is str])
        if not odd and set(map(type, cells)) <= _TEXTS:
            return cells  # type: ignore[return-value]
        return [cell if cell is None or (type(cell) is str and cell not in odd) else _CARE for cell in cells]

    def _word(self, word: str) -> str | None:
        row = RowTexts()
        self.give(word, row)
        return _CARE if row.texts.keys() - {self.key} or row.problems or row.notices else row.texts.get(self.key)

    def _is_plain(self) -> bool:
        """Check that a cell gives a text of its field and nothing else, whatever stands beside it."""
        several = self.use.how is How.MARK and self.item.several
        return self.use.how in (How.VALUE, How.MARK) and not several and not self.use.piece and self.use.also is None

    def give(self, cell: Cell, row: RowTexts) -> None:
        """Add what the cell says to the row."""
        try:
            self._give(self._cleared(cell, row) if isinstance(cell, str) else cell, row)
        except cell_texts.UnreadableCell as problem:
            row.problems.append(Problem(self.key, str(problem)))

    def _cleared(self, cell: str, row: RowTexts) -> str:
        """Clear a text of what nobody sees. Raises UnreadableCell for one that lost letters."""
        text = cleared(cell)
        if text.split() != cell.split():
            row.notices.append(Problem(self.key, f"Ô có ký tự ẩn, được đọc là “{nfc(text)}”."))
        if isinstance(self.item.type, Text) and not isinstance(self.item.type, Name) and lost_letters(text):
            sentence = f"Chữ “{nfc(text)[:_SHOWN]}” bị mất chữ hoặc sai bảng mã. Hãy sửa theo danh sách gốc."
            if not isinstance(self.item.type, LongText):
                raise cell_texts.UnreadableCell(sentence)
            row.notices.append(Problem(self.key, sentence))
        return text

    def _give(self, cell: Cell, row: RowTexts) -> None:
        if self.use.how is How.MARK:
            if cell_texts.is_mark(cell, self.label):
                (row.add if self.item.several else row.put)(self.key, self.label)
        elif self.use.piece:
            row.pieces.setdefault(self.key, {})[self.use.piece] = cell_texts.plain_text(cell)
        elif isinstance(self.item.type, OneOf):
            self._give_choice(cell_texts.plain_text(cell), row)
        else:
            self._give_text(*self._text(cell), row)

    def _give_text(self, text: str, notice: str, row: RowTexts) -> None:
        if not text:
            return
        if notice:
            row.notices.append(Problem(self.key, notice))
        if self.use.how is How.PART:
            row.join(self.key, text)
        elif self.use.how is How.OF_UNIT:
            row.of_units = row.of_units or {}
            row.of_units.setdefault(self.unit, {})[self.key] = text
        else:
            row.put(self.key, text)
        if self.use.also:
            row.put(self.use.also[0], self.also)

    def _text(self, cell: Cell) -> tuple[str, str]:
        kind = self.item.type
        if isinstance(kind, Digits):
            return cell_texts.digits_text(cell, kind)
        if isinstance(kind, Date):
            return self.dates.read(cell)
        if isinstance(kind, Money):
            return cell_texts.money_text(cell, self.counted_in)
        text = cell_texts.year_text(cell) if isinstance(kind, Year) else cell_texts.plain_text(cell)
        if isinstance(kind, _AS_IT_STANDS) and text.endswith(_FOOTNOTE):
            text = text.rstrip(f" {_FOOTNOTE}") or text
        return text, ""

    def _give_choice(self, text: str, row: RowTexts) -> None:
        if not text:
            return
        word, rest = cell_texts.choice_text(self.item, text)
        if rest and not self.splits:
            word, rest = text, ""
        row.put(self.key, word)
        if rest:
            row.put(self.item.rest_in, rest)
            row.notices.append(
                Problem(self.item.rest_in, f"“{text}” được tách thành “{word}” và chuyên ngành “{rest}”.")
            )


def gathered(rows: Sequence[Row], columns: Sequence[TableColumn]) -> Iterator[RowTexts]:
    """Gather the texts of each of the rows; column by column first, for nearly all cells need no care."""
    by_place = list(zip(*rows, strict=True))
    read = [column.ready(by_place[column.index]) for column in columns] if rows else []
    by_key: dict[str, Sequence[str | None]] = {}
    for column, texts in zip(columns, read, strict=bool(rows)):
        earlier = by_key.get(column.key)
        by_key[column.key] = texts if earlier is None else list(map(_either, earlier, texts))
    keys = tuple(by_key)
    nothing: Iterable[tuple[str | None, ...]] = repeat((), len(rows))
    by_row = zip(*by_key.values(), strict=True) if by_key else nothing
    care = any(_CARE in texts for texts in by_key.values())
    by_column = zip(*read, strict=True) if care else nothing
    for cells, texts, each in zip(rows, by_row, by_column, strict=True):
        if care and _CARE in texts:
            yield _gather(cells, each, columns)
        elif None in texts:
            yield RowTexts({key: text for key, text in zip(keys, texts, strict=True) if text is not None})
        else:
            yield RowTexts(dict(zip(keys, texts, strict=True)))


def _either(one: str | None, other: str | None) -> str | None:
    """Take the text of the one of two columns that says something; what both say needs care."""
    return other if one is None else one if other is None else _CARE


def _gather(cells: Row, ready: Sequence[str | None], columns: Sequence[TableColumn]) -> RowTexts:
    """Gather the texts of a row, with care for the cells that are not *ready*."""
    row = RowTexts()
    zeros: list[str] = []
    for column, text in zip(columns, ready, strict=True):
        # A word that another column gave differently is a problem, which give() tells.
        if text is None or (text and row.texts.setdefault(column.key, text) is text):
            continue
        cell = cells[column.index]
        if type(cell) is int and not cell and column.zero_is_empty:
            zeros.append(column.key)
            continue
        column.give(cell, row)
    if row.pieces:
        row.join_dates()
    if row.texts:
        row.notices += [Problem(key, "Ô ghi số 0 được coi là để trống.") for key in zeros]
    return row


def columns_of(guess: TableGuess, fields: Sequence[Field]) -> list[TableColumn]:
    """List the columns of a table that give something, from the left."""
    by_key = {item.key: item for item in fields}
    uses = [(i, use) for i, use in sorted(guess.uses.items()) if use.how is not How.IGNORE]
    times = Counter(key for _, use in uses for key in (use.field, *(use.also or ())[:1]))
    rows = guess.read_sheet.rows[guess.first : guess.last]
    cells = list(zip(*rows, strict=True)) if rows else [()] * guess.read_sheet.width
    return [_column(guess, index, use, by_key, times, cells[index]) for index, use in uses]


def _column(
    guess: TableGuess,
    index: int,
    use: ColumnUse,
    by_key: Mapping[str, Field],
    times: Counter[str],
    cells: Sequence[Cell],
) -> TableColumn:
    item = by_key[use.field]
    return TableColumn(
        index=index,
        use=use,
        item=item,
        key=use.field,
        alone=times[use.field] == 1,
        splits=item.rest_in in by_key.keys() - times.keys(),
        dates=DateColumn(
            guess.swapped.get(index),
            guess.read_sheet.epoch_1904,
            isinstance(item.type, Date) and datetime in set(map(type, cells)) and lies_behind(cells),
        ),
        zero_is_empty=use.how is not How.MARK and isinstance(item.type, _EMPTY_WHEN_ZERO),
        also=label_of(by_key[use.also[0]].choices, use.also[1]) if use.also else "",
        label=label_of(item.choices, use.choice),
        counted_in=cell_texts.money_counted_in(guess.headings[index]) if isinstance(item.type, Money) else 1,
        unit=guess.unit_over(index) or guess.headings[index] if use.how is How.OF_UNIT else "",
    )


def _odd_texts(item: Field, texts: Collection[str]) -> frozenset[str]:
    """Choose the texts that cannot be taken as they stand; names are looked at by themselves."""
    marked = [text for text in texts if text[0] in _NEEDS_A_LOOK or text[-1] == _FOOTNOTE]
    errors = FORMULA_ERRORS.intersection(texts)
    return errors.union(marked, () if isinstance(item.type, Name) else suspicious(list(texts)))


def _day_text(cell: Cell) -> str:
    """Write a true date down, unless it may be a year that became a day."""
    if type(cell) is not date or cell.year <= _YEAR_OF_YEARS:
        return _CARE
    return f"{_TWO_DIGITS[cell.day]}/{_TWO_DIGITS[cell.month]}/{cell.year}"


def _full_length(item: Field) -> int:
    """Tell how long digits are that lack no zero; 0 where a text is never short of one."""
    return max(item.type.whole.values()) if isinstance(item.type, Digits) and item.type.typed else 0
