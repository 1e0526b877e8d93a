"""Read somebody's file as tables of one kind, open to correction, and hand its problems back."""

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.plan import CHOSEN_OUT, ImportPlan, RowKey, RowProblem, RowRemark
from cluster_desktop.commands.imports.returned_forms import ReturnedForm, returned_form
from cluster_desktop.commands.imports.taught_words import taught_words
from cluster_desktop.commands.imports.title_words import TitleWords, title_words
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.form_stamp import GUIDE_SHEET
from cluster_desktop.domain.record_kinds.import_kinds import TITLE_DAY, TITLES, ImportKind
from cluster_desktop.domain.text.date_words import list_day_words, name_day_words
from cluster_desktop.exchange.tables.body import WHY_EMPTY
from cluster_desktop.exchange.tables.problem_workbook import write_problem_workbook
from cluster_desktop.exchange.tables.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.tables.sheets import Sheet, put_cell
from cluster_desktop.exchange.tables.spreadsheets import Progress, read_workbook, real_kind
from cluster_desktop.exchange.tables.tables import TableGuess, TableKey, find_tables, with_cell
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import FormerName, Unit

_NAMED: Final = 6
_IN_DOUBT: Final = "chưa rõ là ai trong danh sách cán bộ."
_NO_ROWS: Final = "Bảng trong “{}” chỉ có tiêu đề, bên dưới chưa có dòng nào để nhập. Hãy điền các dòng rồi nhập lại."


@dataclass(frozen=True, slots=True)
class TitleDay:
    """The day of a list in words still to be read, and where they stand; both '' where nothing says it."""

    words: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ImportTables:
    """The sheets of a file and the reading of each table of the kind in them."""

    path: Path
    kind: ImportKind
    sheets: tuple[Sheet, ...]
    guesses: tuple[TableGuess, ...]
    passed_over: tuple[str, ...] = ()
    form: ReturnedForm | None = None
    done: frozenset[RowKey] = frozenset()
    """The rows that came in already, when the others were left for later."""
    taken: frozenset[RowKey] = frozenset()
    """The rows that somebody takes for records although they do not read like one."""

    def sheet(self, guess: TableGuess) -> Sheet:
        """Find the sheet that a guess is about, its letters in Unicode."""
        return guess.read_sheet

    def with_guess(self, guess: TableGuess) -> "ImportTables":
        """Copy with another reading of one table."""
        changed = tuple(guess if old.key == guess.key else old for old in self.guesses)
        return replace(self, guesses=changed)

    def without(self, keys: Collection[TableKey]) -> "ImportTables":
        """Copy without some tables."""
        return replace(self, guesses=tuple(guess for guess in self.guesses if guess.key not in keys))

    def label(self, guess: TableGuess) -> str:
        """The words for one of the tables: its sheet, and where in it the table begins if there are several."""
        below = {other.top for other in self.guesses if other.sheet == guess.sheet}
        return f"{guess.name}, từ dòng {guess.top + 1}" if len(below) > 1 else guess.name

    def rows(self) -> tuple[RawRow, ...]:
        """Read the rows of every table that is taken as texts by field key, with the lines above them."""
        rows = (row for guess in self.guesses if guess.ticked for row in self._rows(guess))
        return tuple(row for row in rows if (row.sheet, row.number) not in self.done)

    def row_keys(self) -> frozenset[RowKey]:
        """The rows that give records."""
        return frozenset((row.sheet, row.number) for row in self.rows())

    def without_rows(self, done: Collection[RowKey]) -> "ImportTables":
        """Copy in which some rows have come in already."""
        return replace(self, done=self.done | frozenset(done))

    def with_rows_taken(self, keys: Collection[RowKey], *, taken: bool) -> "ImportTables":
        """Copy in which some rows are taken for records, or are what they read like."""
        return replace(self, taken=self.taken | frozenset(keys) if taken else self.taken - frozenset(keys))

    def hidden_rows(self, guess: TableGuess) -> int:
        """The number of rows of a table that a filter or a person hid."""
        return len(guess.source.place.sheet.hidden_rows.intersection(_filled_rows(guess)))

    def with_cell(self, guess: TableGuess, row: int, column: int, text: str) -> "ImportTables":
        """Copy with other words in one cell, counted from 0; every table of the sheet is looked at again."""
        cell = text.strip() or None
        sheets = tuple(put_cell(each, row, column, cell) if each.name == guess.sheet else each for each in self.sheets)
        guesses = (
            with_cell(other, row, column, cell) if other.sheet == guess.sheet else other for other in self.guesses
        )
        return replace(self, sheets=sheets, guesses=tuple(guesses))

    def count(self, guess: TableGuess) -> int:
        """The number of records a table holds."""
        settled = self._settled(guess)
        return len(set(_filled_rows(guess)) - set(settled.skipped) - {section.row for section in settled.sections})

    def _rows(self, guess: TableGuess) -> tuple[RawRow, ...]:
        rows = read_rows(self.sheet(guess), self._settled(guess), self.kind.fields)
        titles, day = _title_lines(guess), self.day_above(guess).words
        for row in rows:
            row.texts.update({TITLES: titles, TITLE_DAY: day})
        return rows if self.form is None else self.form.taken(rows, self.kind)

    def skipped(self, rows: Sequence[RawRow]) -> tuple[RowRemark, ...]:
        """List the rows of every table that give no record, each with the reason; *rows* are those that do."""
        spoken = self.done | {(row.sheet, row.number) for row in rows}
        return tuple(
            RowRemark(guess.name, number + 1, "", reason)
            for guess in self.guesses
            if guess.ticked
            for number, reason in sorted(self._silent(guess, spoken).items())
        )

    def _silent(self, guess: TableGuess, spoken: Set[RowKey]) -> dict[int, str]:
        """The rows of a table that are neither records nor group rows, with the reasons."""
        settled = self._settled(guess)
        groups = {section.row for section in settled.sections}
        silent = {row for row in _filled_rows(guess) if (guess.name, row + 1) not in spoken} - groups
        return dict.fromkeys(silent, WHY_EMPTY) | dict(settled.skipped)

    def _settled(self, guess: TableGuess) -> TableGuess:
        """A table in which the rows that somebody takes for records are neither skipped nor heads of groups."""
        taken = {number - 1 for name, number in self.taken if name == guess.name}
        if not taken:
            return guess
        return replace(
            guess,
            skipped={row: why for row, why in guess.skipped.items() if row not in taken},
            sections=tuple(section for section in guess.sections if section.row not in taken),
        )

    def remarks(self) -> tuple[RowRemark, ...]:
        """List what is told of whole sheets, tables and columns."""
        other = (RowRemark(sheet, 0, "", f"Không phải {self.kind.title} nên không nhập.") for sheet in self.passed_over)
        told = (RowRemark(guess.name, guess.top + 1, "", words) for guess in self.guesses for words in guess.remarks)
        unused = (
            RowRemark(guess.name, guess.top + 1, guess.headings[column], "Cột này không được nhập.")
            for guess in self.guesses
            if guess.ticked
            for column in guess.unused
            if self.form is None or guess.headings[column] not in self.form.headings
        )
        form = [RowRemark("", 0, "", self.form.remark)] if self.form else []
        return (*form, *other, *told, *unused)

    def day_above(self, guess: TableGuess) -> TitleDay:
        """The day of which a list tells as a whole, and where that stands."""
        *above, sheet = guess.titles
        lines = [words for line in above if (words := list_day_words(line))]
        named = name_day_words(sheet), name_day_words(self.path.stem)
        year = title_words(_title_lines(guess)).year
        if lines:
            return TitleDay(lines[0], "theo dòng tiêu đề")
        for words, source in zip(named, ("theo tên trang tính", "theo tên tệp"), strict=True):
            if words and (year is None or str(year) in words):
                return TitleDay(words, source)
        return TitleDay(str(year), "theo năm của danh sách") if year else TitleDay()

    def words_above(self, guess: TableGuess) -> TitleWords:
        """Read what the lines above a table say of all its rows."""
        return title_words(_title_lines(guess))

    @property
    def remark(self) -> str:
        """A sentence about the tables of the file that hold nothing of the kind; '' for none."""
        if not self.passed_over:
            return ""
        named = ", ".join(self.passed_over[:_NAMED]) + ("…" if len(self.passed_over) > _NAMED else "")
        taken = ", ".join(dict.fromkeys(guess.sheet for guess in self.guesses if guess.ticked))
        return f"{f'Lấy {taken}; không' if taken else 'Không'} phải {self.kind.title}: {named}."


def read_tables(workspace: Workspace, kind: ImportKind, path: Path, progress: Progress | None = None) -> ImportTables:
    """Read a file and find its tables of one kind; hidden sheets are left out.

    Raises CannotRead when it holds no table at all, none with the columns the kind needs, or a heading alone; and
    Cancelled.
    """
    whole = read_workbook(path, progress)
    form = workspace.read(returned_form, whole, kind)
    sheets = tuple(sheet for sheet in whole if not sheet.hidden)
    units, taught = workspace.read(unit_words), workspace.read(taught_words, kind)
    for anchor in kind.anchors:
        guesses = find_tables(sheets, kind.fields_anchored(anchor), units, taught)
        if guesses:
            if not any(map(_holds_rows, guesses)):
                raise errors.CannotRead(_NO_ROWS.format(path.name))
            taken = {guess.sheet for guess in guesses} | ({GUIDE_SHEET} if form else set())
            passed_over = tuple(sheet.name for sheet in sheets if sheet.name not in taken)
            return ImportTables(path, kind, sheets, guesses, passed_over, form)
    named = " hoặc ".join(f"“{_label(kind.fields, anchor)}”" for anchor in kind.anchors)
    really = f" không phải tệp {path.suffix} mà là {kind_words}, trong đó" if (kind_words := real_kind(path)) else ""
    raise errors.CannotRead(
        f"“{path.name}”{really} không có bảng nào có cột {named} và một cột khác. Hãy kiểm tra dòng tiêu đề của bảng."
    )


def _holds_rows(guess: TableGuess) -> bool:
    return bool(guess.skipped) or next(_filled_rows(guess), None) is not None


def _filled_rows(guess: TableGuess) -> Iterator[int]:
    """The rows of a table that hold something in its columns."""
    rows = guess.source.place.sheet.rows[guess.first : guess.last]
    return (number for number, row in enumerate(rows, start=guess.first) if any(cell is not None for cell in row))


def _title_lines(guess: TableGuess) -> str:
    return "\n".join((*guess.titles, *guess.headings))


def _label(fields: Sequence[Field], key: str) -> str:
    return next(item.label for item in fields if item.key == key)


def save_rest(tables: ImportTables, plan: ImportPlan, path: Path) -> None:
    """Save the rows that stay out, each with what is wrong, in question or decided, to mend and import by themselves.

    Raises CannotWrite and its kin.
    """
    asked = [RowProblem(each.sheet, each.row, each.name, _IN_DOUBT) for each in plan.doubts]
    asked += [RowProblem(each.sheet, each.row, each.label, each.sentence) for each in plan.disputes]
    said = {(each.sheet, each.row) for each in plan.problems}
    chosen = [RowProblem(each.sheet, each.row, "", each.message) for each in plan.skipped if each.message == CHOSEN_OUT]
    rest = (*plan.problems, *(each for each in asked if (each.sheet, each.row) not in said), *chosen)
    write_problem_workbook(path, [(tables.sheet(guess), guess) for guess in tables.guesses], rest)


def unit_words(session: Session) -> tuple[str, ...]:
    """List every name the workspace has for its units."""
    words: list[str] = []
    for unit in session.scalars(select(Unit)):
        words += [name for name in (unit.name, unit.short_name, unit.code, unit.province) if name]
    words += session.scalars(select(FormerName.name))
    return tuple(dict.fromkeys(words))
