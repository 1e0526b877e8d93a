"""Read the rows of a table as texts by field, ready for ``Field.parse``, with problems and notices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Name
from cluster_desktop.domain.record_kinds.import_kinds import PLACE, RECIPIENT
from cluster_desktop.domain.text.dates import DateProblem, parse_date
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.errors import Problem
from cluster_desktop.exchange.letters.person_names import ListedName, PersonNames
from cluster_desktop.exchange.tables.body import GroupRow
from cluster_desktop.exchange.tables.ditto_marks import write_out
from cluster_desktop.exchange.tables.row_texts import RowTexts, TableColumn, columns_of, gathered
from cluster_desktop.exchange.tables.sheets import Cell, CellFault, Row, Sheet
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.exchange.tables.uses import How

_BORN: Final = "birth_date"
_POST: Final = "position"
_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class RawRow:
    """One record of the table: its row as Excel counts, the texts by field key, problems and notices.

    A notice names what the reading mended by itself (zeros put back before an identity number). ``inherited``
    are the keys whose texts come from above the row. ``sheet`` is the name of the table, which tells
    tables side by side apart.
    """

    number: int
    sheet: str
    texts: dict[str, str]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    inherited: frozenset[str] = frozenset()


def read_rows(sheet: Sheet, guess: TableGuess, fields: Sequence[Field]) -> tuple[RawRow, ...]:
    """Read the records of the table *guess* describes in *sheet*, without group rows and the rows it skips.

    Group rows and the unit of the table fill in where the row itself names none; cells merged over several
    rows count for each of them.
    """
    columns = columns_of(guess, fields)
    people = _RowPeople(columns, fields, as_typed=guess.names_as_typed)
    blanks = _blanks(guess, fields)
    above = _Above(guess, fields)
    for section in guess.sections:
        if section.row < guess.first:
            above.moves(section.row)
    records = []
    faults = _by_row(sheet.faults)
    name, (rows, ditto) = guess.name, _filled_rows(sheet, guess, columns)
    for number, row in enumerate(gathered(rows, columns), guess.first):
        if number in guess.skipped or above.moves(number):
            continue
        row.problems += [Problem(guess.use(fault.column).field, fault.message) for fault in faults.get(number, ())]
        if not row.texts and not row.of_units and not row.problems:
            continue
        people.put_right(row)
        row.notices += ditto.get(number - guess.first, ())
        if number in sheet.written:
            row.notices[:0] = _mended_letters(rows[number - guess.first], sheet.written[number], columns)
        for key, label in blanks:
            row.texts.setdefault(key, label)
        remarks = (tuple(row.problems), tuple(row.notices), above.fill(row.texts) if above.texts else _NONE)
        if row.of_units is None:
            records.append(RawRow(number + 1, name, row.texts, *remarks))
            continue
        for unit, texts in row.of_units.items():
            every = {**row.texts, **texts, above.keys.get("unit", ""): unit}
            records.append(RawRow(number + 1, name, every, *remarks))
    return tuple(records)


def _filled_rows(
    sheet: Sheet, guess: TableGuess, columns: Sequence[TableColumn]
) -> tuple[list[Row], Mapping[int, Sequence[Problem]]]:
    """Give the rows of the table with what is merged over them and what "nt" stands for, and what to tell of it."""
    rows, merged = list(sheet.rows[guess.first : guess.last]), _merged_cells(sheet, guess)
    for number in merged.keys() & range(guess.first, guess.first + len(rows)):
        cells = rows[number - guess.first]
        if any(cell is not None for cell in cells):  # a blank row is no record, whatever is merged
            rows[number - guess.first] = _fill(cells, merged[number])
    sections = {section.row for section in guess.sections}
    passed_over = {number - guess.first for number in (*guess.skipped, *sections)}
    values = {each.index: each.key for each in columns if each.use.how is How.VALUE and each.key != guess.anchor}
    return rows, write_out(rows, values, passed_over)


def _mended_letters(cells: Row, written: Mapping[int, str], columns: Sequence[TableColumn]) -> list[Problem]:
    return [
        Problem(column.key, f"“{written[column.index]}” được đọc là “{cells[column.index]}”.")
        for column in columns
        if column.index in written
    ]


def _by_row(faults: Sequence[CellFault]) -> dict[int, list[CellFault]]:
    by_row: dict[int, list[CellFault]] = defaultdict(list)
    for fault in faults:
        by_row[fault.row].append(fault)
    return by_row


def _blanks(guess: TableGuess, fields: Sequence[Field]) -> list[tuple[str, str]]:
    by_key = {item.key: item for item in fields}
    return [
        (use.field, label_of(by_key[use.field].choices, use.blank))
        for use in guess.uses.values()
        if use.how is How.MARK and use.blank
    ]


class _RowPeople:
    """The columns of a table that tell of people, and the fields that no column gives."""

    def __init__(self, columns: Sequence[TableColumn], fields: Sequence[Field], *, as_typed: bool) -> None:
        keys = {item.key for item in fields}
        self.names = {
            column.key: PersonNames(
                as_typed, with_posts=PLACE not in keys and _POST in keys, collectives=column.key == RECIPIENT
            )
            for column in columns
            if isinstance(column.item.type, Name)
        }
        used = {column.key for column in columns} | {column.use.also[0] for column in columns if column.use.also}
        self.free = keys - used
        self.today = date.today()
        self.this_year = str(self.today.year)

    def put_right(self, row: RowTexts) -> None:
        """Mend the names of a row, and note what cannot be."""
        for key, names in self.names.items():
            if (text := row.texts.get(key)) and (listed := names.read(text)):
                self._take(key, text, listed, row)
        born = row.texts.get(_BORN, "")
        if born[-4:] >= self.this_year:
            self._check_birth(born, row)

    def _take(self, key: str, text: str, listed: ListedName, row: RowTexts) -> None:
        row.texts[key] = listed.name
        row.notices += [Problem(key, notice) for notice in listed.notices]
        if listed.problem:
            row.problems.append(Problem(key, listed.problem))
        for other, words in listed.texts.items():
            if other in self.free:
                row.texts.setdefault(other, words)
                row.notices.append(Problem(other, f"“{words}” lấy từ ô tên “{nfc(text)}”."))

    def _check_birth(self, text: str, row: RowTexts) -> None:
        try:
            born = parse_date(text)
        except DateProblem:
            return
        if born.earliest > self.today:
            row.problems.append(Problem(_BORN, f"Ngày sinh {born.show()} chưa đến. Hãy kiểm tra lại năm sinh."))


@dataclass
class _OpenGroup:
    """A group row whose word still holds, with the texts it gives."""

    section: GroupRow
    texts: dict[str, str]


class _Above:
    """The texts that the group rows above a row, and the table as a whole, give it.

    A group ends where the next one numbered alike begins: "II. Khoa B" ends "I. Khoa A" and all that stood in it.
    """

    def __init__(self, guess: TableGuess, fields: Sequence[Field]) -> None:
        self.keys = {item.refers_to: item.key for item in fields if item.refers_to}
        self.whole = {self.keys["unit"]: guess.unit} if guess.unit and "unit" in self.keys else {}
        self.texts = dict(self.whole)
        self.sections = {section.row: section for section in guess.sections}
        self.open: list[_OpenGroup] = []
        self.begun = False  # a record stands below the last group row

    def fill(self, texts: dict[str, str]) -> frozenset[str]:
        """Put in what the row itself does not say; gives the keys of those texts."""
        missing = frozenset(key for key in self.texts if key not in texts)
        texts.update((key, self.texts[key]) for key in missing)
        return missing

    def moves(self, number: int) -> bool:
        """Take the text of a group row for the rows below it; False for another row."""
        section = self.sections.get(number)
        if section is None:
            self.begun = True
            return False
        self._end_groups(section)
        texts = {section.field: section.text} if section.field else {}
        if section.unit:
            texts[self.keys["unit"]] = section.unit
        self.open.append(_OpenGroup(section, texts))
        self.texts = {**self.whole, **{key: text for group in self.open for key, text in group.texts.items()}}
        self.begun = False
        return True

    def _end_groups(self, section: GroupRow) -> None:
        """End what a new group row ends: groups like it; the department too where it says nothing of one."""
        alike = [place for place, group in enumerate(self.open) if group.section.level == section.level]
        same = [place for place in alike if self.open[place].section.field == section.field]
        nested = bool(alike) and not self.begun and alike[-1] == len(self.open) - 1
        if same:
            del self.open[same[0] :]
        elif alike and not nested:
            del self.open[alike[0] :]
        department = self.keys.get("department", "")
        if section.field in (None, self.keys.get("unit"), "recipient_kind"):
            self.open = [group for group in self.open if department not in group.texts]


def _merged_cells(sheet: Sheet, guess: TableGuess) -> dict[int, dict[int, Cell]]:
    """Map the cells that a merge over several rows leaves empty, by row and column, to its value."""
    filled: dict[int, dict[int, Cell]] = defaultdict(dict)
    for row, column, cell in _merged_downwards(sheet, guess):
        filled[row][column] = cell
    return filled


def _merged_downwards(sheet: Sheet, guess: TableGuess) -> Iterator[tuple[int, int, Cell]]:
    for merge in sheet.merges:
        use = guess.use(merge.left)
        shared = use.how is How.VALUE or use.field == guess.anchor
        if shared and guess.first <= merge.top < merge.bottom and merge.top < len(sheet.rows):
            cell = sheet.rows[merge.top][merge.left]
            yield from ((row, merge.left, cell) for row in range(merge.top + 1, merge.bottom + 1))


def _fill(cells: Row, merged: dict[int, Cell]) -> Row:
    return tuple(merged.get(column) if cell is None else cell for column, cell in enumerate(cells))
