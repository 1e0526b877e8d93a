"""Somebody's workbook as staff tables: read, understood, open to correction, problems handed back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.importing import RowProblem
from cluster_desktop.domain.fields import Field, fields_of
from cluster_desktop.domain.people import PersonDraft
from cluster_desktop.exchange.problem_book import write_problem_book
from cluster_desktop.exchange.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.sheets import Sheet
from cluster_desktop.exchange.spreadsheets import read_workbook
from cluster_desktop.exchange.tables import TableGuess, find_tables
from cluster_desktop.records.models import FormerName, Unit
from cluster_desktop.records.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StaffTables:
    """The sheets of a workbook, how each table in them is understood, and which are taken."""

    path: Path
    sheets: tuple[Sheet, ...]
    guesses: tuple[TableGuess, ...]

    def sheet(self, guess: TableGuess) -> Sheet:
        """The sheet that a guess is about."""
        return next(sheet for sheet in self.sheets if sheet.name == guess.sheet)

    def with_guess(self, guess: TableGuess) -> "StaffTables":
        """The same workbook with one table understood in another way."""
        changed = tuple(guess if old.sheet == guess.sheet else old for old in self.guesses)
        return replace(self, guesses=changed)

    def without(self, sheets: Sequence[str]) -> "StaffTables":
        """The same workbook with the tables of some sheets left out."""
        return replace(self, guesses=tuple(guess for guess in self.guesses if guess.sheet not in sheets))

    def rows(self) -> tuple[RawRow, ...]:
        """The rows of every table that is taken, as texts by field key."""
        return tuple(row for guess in self.guesses for row in read_rows(self.sheet(guess), guess, staff_fields()))


def staff_fields() -> tuple[Field, ...]:
    """The fields a staff table can fill."""
    return fields_of(PersonDraft)


def read_staff_tables(workspace: Workspace, path: Path) -> StaffTables:
    """Read a workbook and find its staff tables; hidden sheets are left out.

    Raises CannotRead when it is no workbook or holds no table with a column of names.
    """
    sheets = read_workbook(path)
    visible = tuple(sheet for sheet in sheets if not sheet.hidden)
    guesses = find_tables(visible, staff_fields(), workspace.read(unit_words))
    if not guesses:
        raise errors.CannotRead(
            f"“{path.name}” không có bảng nào có cột “Họ và tên” và một cột khác. Hãy kiểm tra dòng tiêu đề của bảng."
        )
    return StaffTables(path, visible, guesses)


def save_problems(tables: StaffTables, problems: Sequence[RowProblem], path: Path) -> None:
    """Save the rows that cannot be imported, each with what is wrong, to mend and import again.

    Raises CannotWrite and its kin.
    """
    pairs = [(tables.sheet(guess), guess) for guess in tables.guesses]
    write_problem_book(path, pairs, problems)


def unit_words(session: Session) -> tuple[str, ...]:
    """Every name the workspace knows its units by."""
    found: list[str] = []
    for unit in session.scalars(select(Unit).where(Unit.deleted_at.is_(None))):
        found += [words for words in (unit.name, unit.short_name, unit.code, unit.province) if words]
    found += session.scalars(select(FormerName.name).where(FormerName.deleted_at.is_(None)))
    return tuple(dict.fromkeys(found))
