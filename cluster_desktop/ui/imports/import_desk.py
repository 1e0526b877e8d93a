"""What a clerk decides about the tables of a file, cell by cell and question by question; Ctrl+Z takes it back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cluster_desktop.commands.imports.plan import (
    LEFT_OUT,
    NEW_PERSON,
    CellKey,
    ImportPlan,
    PlaceDoubt,
    PlaceKey,
    RowKey,
)
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.exchange.letters.legacy_text import Encoding
from cluster_desktop.exchange.tables.tables import (
    TableGuess,
    TableKey,
    with_days_swapped,
    with_encoding,
    with_hidden_rows,
    with_mapping,
    with_names_as_typed,
)
from cluster_desktop.exchange.tables.uses import ColumnUse
from cluster_desktop.ui.imports.import_state import ImportState, StateHistory


class ImportDesk(QObject):
    """The state of an import with its history, and the table that is looked at; ``changed`` after each decision."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._history = StateHistory()
        self.on_show: TableKey | None = None

    @property
    def state(self) -> ImportState | None:
        """The decisions so far; None before a file is read."""
        return self._history.now

    @property
    def tables(self) -> ImportTables | None:
        """The tables as they are read now."""
        return self.state.tables if self.state else None

    @property
    def guess(self) -> TableGuess | None:
        """The table that is looked at."""
        guesses = self.tables.guesses if self.tables else ()
        return next((guess for guess in guesses if guess.key == self.on_show), None)

    def begin(self, read: ImportTables | None) -> None:
        """Begin with the tables of a file, of which the first that is taken is looked at."""
        self._history.begin(ImportState(read) if read else None)
        guesses = read.guesses if read else ()
        self.on_show = next((guess.key for guess in guesses if guess.ticked), guesses[0].key if guesses else None)

    def go_on_with_the_rest(self, plan: ImportPlan) -> None:
        """Go on with the rows that the good rows of a plan left behind; what came in cannot be taken back here."""
        if self.state is not None:
            self._history.begin(self.state.after(plan))

    def step(self, by: int) -> None:
        """Take the last decision back (-1) or make it again (1)."""
        if self._history.step(by):
            self.changed.emit()

    def _take(self, state: ImportState) -> None:
        self._history.go_on(state)
        self.changed.emit()

    def _take_tables(self, read: ImportTables) -> None:
        if self.state is not None:
            self._take(replace(self.state, tables=read))

    def _take_guess(self, guess: TableGuess) -> None:
        if self.tables is not None:
            self._take_tables(self.tables.with_guess(guess))

    # --- questions ---

    def answer(self, answers: Mapping[RowKey, str]) -> None:
        """Say who is meant in some rows."""
        if self.state is not None and answers:
            self._take(self.state.answer(answers))

    def decide(self, decided: Mapping[CellKey, bool]) -> None:
        """Say of some cells whether the list is taken."""
        if self.state is not None and decided:
            self._take(self.state.decide(decided))

    def place(self, answers: Mapping[PlaceKey, str], doubts: Sequence[PlaceDoubt]) -> None:
        """Say which departments some words mean."""
        if self.state is not None and answers:
            self._take(self.state.place(answers, doubts))

    def begin_again(self) -> None:
        """Take all answers back."""
        if self.state is not None:
            self._take(replace(self.state, answers={}, decided={}, places={}))

    def take_another(self, row: int) -> None:
        """Say that a row is about another person than the row it resembles."""
        if self.guess is not None:
            self.answer({(self.guess.name, row + 1): NEW_PERSON})

    # --- cells, rows and columns ---

    def map_column(self, column: int, use: ColumnUse) -> None:
        """Give a column another use."""
        if self.guess is not None:
            self._take_guess(with_mapping(self.guess, {column: use}))

    def mend_cell(self, row: int, column: int, words: str) -> None:
        """Put other words into a cell, counted from 0."""
        if self.guess is not None and self.tables is not None:
            self._take_tables(self.tables.with_cell(self.guess, row, column, words))

    def leave_rows(self, rows: Sequence[int], out: bool) -> None:
        """Leave rows out, or take them, also those that do not read like records."""
        guess, state = self.guess, self.state
        if guess is None or state is None:
            return
        keys = [(guess.name, row + 1) for row in rows]
        unlike = {*guess.skipped, *(section.row for section in guess.sections)}
        taken = [(guess.name, row + 1) for row in rows if row in unlike]
        read = state.tables.with_rows_taken(taken, taken=not out)
        answers = {key: LEFT_OUT if out and key not in taken else "" for key in keys}
        self._take(replace(state, tables=read).answer(answers))

    # --- tables ---

    def tick_table(self, key: TableKey, taken: bool) -> None:
        """Take a table, or leave it."""
        guesses = self.tables.guesses if self.tables else ()
        for guess in guesses:
            if guess.key == key:
                self.on_show = key
                self._take_guess(replace(guess, ticked=taken))
                return

    def read_as(self, encoding: Encoding) -> None:
        """Read the letters of the table in another way."""
        if self.guess is not None:
            self._take_guess(with_encoding(self.guess, encoding))

    def take_hidden(self, taken: bool) -> None:
        """Read the hidden rows of the table too, or leave them."""
        if self.guess is not None:
            self._take_guess(with_hidden_rows(self.guess, taken=taken))

    def keep_names(self, as_typed: bool) -> None:
        """Leave the names of every table as they are typed, or put them as they should stand."""
        if self.tables is not None:
            guesses = tuple(with_names_as_typed(guess, as_typed=as_typed) for guess in self.tables.guesses)
            self._take_tables(replace(self.tables, guesses=guesses))

    def swap_days(self, swapped: bool) -> None:
        """Exchange day and month in the columns of the table where they seem to stand in each other's place."""
        guess = self.guess
        if guess is not None:
            for column in {*guess.swaps, *guess.swapped}:
                guess = with_days_swapped(guess, column, swapped=swapped)
            self._take_guess(guess)
