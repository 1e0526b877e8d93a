"""Take a row of cells apart column by column into texts by field key."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
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

    Nearly all cells of a table need no care: ``direct`` columns pass text on as it stands but for the ``odd`` ones,
    ``dated`` ones write a date cell down, a text of so many ``digits`` is right, ``words_read`` keeps words that
    were read before. ``dates`` reads the cells of a column of dates, one of money counts in so many đồng
    as ``counted_in`` says.
    """

    index: int
    key: str
    use: ColumnUse
    item: Field
    direct: bool
    dated: bool
    digits: int
    splits: bool
    dates: DateColumn
    odd: frozenset[str] = frozenset()
    zero_is_empty: bool = True
    also: str = ""
    label: str = ""
    unit: str = ""
    counted_in: int = 1
    words_read: dict[str, str] = field(default_factory=dict)

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
                if isinstance(cell, str) and not self.item.several:
                    self.words_read[cell] = self.label
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
        if not rest:
            self.words_read[text] = word
        if rest:
            row.put(self.item.rest_in, rest)
            row.notices.append(
                Problem(self.item.rest_in, f"“{text}” được tách thành “{word}” và chuyên ngành “{rest}”.")
            )


def gather(cells: Row, columns: Sequence[TableColumn]) -> RowTexts:
    """Gather the texts of a row."""
    row = RowTexts()
    texts = row.texts
    zeros: list[str] = []
    for column in columns:
        cell = cells[column.index]
        if cell is None:
            continue
        if type(cell) is str:
            if column.direct and cell not in column.odd:
                texts[column.key] = cell
                continue
            word = column.words_read.get(cell)
            # A word that another column gave differently is a problem, which give() tells.
            if word is not None and texts.setdefault(column.key, word) is word:
                continue
            if column.digits == len(cell) and cell.isdecimal():
                texts[column.key] = cell
                continue
        elif column.dated and type(cell) is date and cell.year > _YEAR_OF_YEARS:
            iso = cell.isoformat()
            texts[column.key] = f"{iso[8:]}/{iso[5:7]}/{iso[:4]}"
            continue
        elif type(cell) is int and not cell and column.zero_is_empty:
            zeros.append(column.key)
            continue
        column.give(cell, row)
    if row.pieces:
        row.join_dates()
    if texts:
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
    item, alone = by_key[use.field], times[use.field] == 1
    direct = alone and _is_plain(use) and isinstance(item.type, _AS_IT_STANDS) and not _full_length(item)
    swap = guess.swapped.get(index)
    return TableColumn(
        index=index,
        use=use,
        item=item,
        key=use.field,
        direct=direct,
        dated=alone and _is_plain(use) and isinstance(item.type, Date) and swap is None,
        digits=_full_length(item) if alone else 0,
        splits=item.rest_in in by_key.keys() - times.keys(),
        dates=DateColumn(swap, guess.read_sheet.epoch_1904, isinstance(item.type, Date) and lies_behind(cells)),
        odd=_odd_texts(item, cells) if direct else frozenset(),
        zero_is_empty=use.how is not How.MARK and isinstance(item.type, _EMPTY_WHEN_ZERO),
        also=label_of(by_key[use.also[0]].choices, use.also[1]) if use.also else "",
        label=label_of(item.choices, use.choice),
        counted_in=cell_texts.money_counted_in(guess.headings[index]) if isinstance(item.type, Money) else 1,
        unit=guess.unit_over(index) or guess.headings[index] if use.how is How.OF_UNIT else "",
    )


def _odd_texts(item: Field, cells: Sequence[Cell]) -> frozenset[str]:
    """Choose the texts that cannot be taken as they stand; names are looked at by themselves."""
    texts = [cell for cell in set(cells) if type(cell) is str]
    marked = [text for text in texts if text[0] in _NEEDS_A_LOOK or text[-1] == _FOOTNOTE]
    errors = FORMULA_ERRORS.intersection(texts)
    return errors.union(marked, () if isinstance(item.type, Name) else suspicious(texts))


def _is_plain(use: ColumnUse) -> bool:
    return use.how is How.VALUE and use.also is None


def _full_length(item: Field) -> int:
    """Tell how long digits are that lack no zero; 0 where a text is never short of one."""
    return max(item.type.whole.values()) if isinstance(item.type, Digits) and item.type.typed else 0
