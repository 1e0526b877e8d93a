"""What somebody has decided about a file before it is imported, each step of which can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cluster_desktop.commands.imports.plan import (
    CHOSEN_OUT,
    LEFT_OUT,
    CellKey,
    ImportPlan,
    PlaceDoubt,
    PlaceKey,
    RowKey,
    Shared,
)
from cluster_desktop.commands.imports.tables import ImportTables

_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class ImportState:
    """The tables as they are read now, the answers to questions, and the rows that are in the book already."""

    tables: ImportTables
    answers: Mapping[RowKey, str] = field(default_factory=dict)
    decided: Mapping[CellKey, bool] = field(default_factory=dict)
    places: Mapping[PlaceKey, str] = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        """True once a question has an answer."""
        return bool(self.answers or self.decided or self.places)

    def shared(self, chosen: Shared) -> Shared:
        """The answers for the whole table with those for single rows."""
        return replace(chosen, answers=dict(self.answers), decided=dict(self.decided), places=dict(self.places))

    def answer(self, answers: Mapping[RowKey, str]) -> "ImportState":
        """Copy with more answers; '' takes one back."""
        whole = {**self.answers, **answers}
        return replace(self, answers={key: answer for key, answer in whole.items() if answer})

    def decide(self, decided: Mapping[CellKey, bool]) -> "ImportState":
        """Copy with more disputes decided."""
        return replace(self, decided={**self.decided, **decided})

    def place(self, answers: Mapping[PlaceKey, str], doubts: Sequence[PlaceDoubt]) -> "ImportState":
        """Copy with departments answered; the rows of one that is left out are left out."""
        left = {row: LEFT_OUT for doubt in doubts if answers.get(doubt.key) == LEFT_OUT for row in doubt.rows}
        meant = {key: answer for key, answer in answers.items() if answer != LEFT_OUT}
        return replace(self.answer(left), places={**self.places, **meant})

    def after(self, plan: ImportPlan) -> "ImportState":
        """Copy in which only the rows are left that a plan of the good rows left open."""
        chosen = {(each.sheet, each.row) for each in plan.skipped if each.message == CHOSEN_OUT}
        came_in = self.tables.row_keys() - plan.open_rows - chosen
        return replace(self, tables=self.tables.without_rows(came_in))


@dataclass
class StateHistory:
    """The states of a dialog in their order, and the one that holds now."""

    states: list[ImportState] = field(default_factory=list)
    place: int = -1

    @property
    def now(self) -> ImportState | None:
        """The state that holds; None before a file is read."""
        return self.states[self.place] if self.place >= 0 else None

    def begin(self, state: ImportState | None) -> None:
        """Begin anew, with nothing to take back."""
        self.states = [state] if state else []
        self.place = len(self.states) - 1

    def go_on(self, state: ImportState) -> None:
        """Let another state hold."""
        self.states = [*self.states[: self.place + 1], state][-_KEPT:]
        self.place = len(self.states) - 1

    def step(self, by: int) -> bool:
        """Go back (-1) or forth (1); False where there is nothing."""
        there = 0 <= self.place + by < len(self.states)
        self.place += by if there else 0
        return there
