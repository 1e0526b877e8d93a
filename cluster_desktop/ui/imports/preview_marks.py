"""What a plan says of the rows and cells of one table of a file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.domain.record_kinds.import_kinds import NAME, PLACE, RECIPIENT
from cluster_desktop.exchange.tables.tables import TableGuess
from cluster_desktop.exchange.tables.uses import How
from cluster_desktop.ui.imports.preview_model import RowMarks

_TOLD_BY: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("unit_uid", "department_uid", "position", "job_title"), (PLACE,)),
    **dict.fromkeys(("decided_on", "issuer", "decision_number"), ("number", "decision_number")),
    "gender": ("birth_date",),
    "level": ("kind",),
    "ends_on": ("starts_on",),
    "votes_total": ("votes_for",),
    NAME: (RECIPIENT,),
    RECIPIENT: (NAME,),
}
"""The fields whose cells may tell another field too."""


def marks_of(plan: ImportPlan | None, tables: ImportTables, guess: TableGuess) -> RowMarks:
    """Sort what *plan* says by the rows and columns of a table."""
    done = frozenset(row for name, row in tables.done if name == guess.name)
    if plan is None:
        return RowMarks(done=done)
    here = guess.name
    own = {use.field for use in guess.uses.values() if use.how is How.VALUE and use.also is None}
    wrong = [each for each in plan.problems if each.sheet == here]
    mended = [each for each in plan.notices if each.sheet == here]
    disputes = [each for each in plan.disputes if each.sheet == here]
    doubts = [each for each in plan.doubts if each.sheet == here]
    asked = [(each.row, f"{each.name}: {each.sentence}") for each in disputes]
    asked += [(each.row, f"“{each.name}” {_WHO[bool(each.candidates)]}.") for each in doubts]
    places = [(row, place) for place in plan.places for sheet, row in place.rows if sheet == here]
    asked += [(row, place.sentence) for row, place in places]
    cells = {(each.row, column_of(guess, each.field)): each.message for each in wrong}
    cells |= {(each.row, column_of(guess, each.field)): each.sentence for each in disputes}
    cells |= {(row, column_of(guess, place.field)): place.sentence for row, place in places}
    return RowMarks(
        wrong=_joined((each.row, each.message) for each in wrong),
        asked=_joined(asked),
        out={each.row: each.message for each in plan.skipped if each.sheet == here},
        done=done,
        cells=cells,
        values={(each.row, column_of(guess, each.field)): each.value for each in mended if each.field in own},
        mended={(each.row, column_of(guess, each.field)): each.message for each in mended},
    )


def column_of(guess: TableGuess, key: str) -> int:
    """The column, from 0, in which a field of a row is told; that of the name where none is."""
    for wanted in (key, *_TOLD_BY.get(key, ()), guess.anchor):
        for column, use in sorted(guess.uses.items()):
            told = use.field == wanted or (use.also is not None and use.also[0] == wanted)
            if wanted and told and use.how is not How.IGNORE:
                return column
    return guess.left


def _joined(sentences: Iterable[tuple[int, str]]) -> dict[int, str]:
    lines: dict[int, list[str]] = defaultdict(list)
    for row, sentence in sentences:
        lines[row].append(sentence)
    return {row: " ".join(some) for row, some in lines.items()}


_WHO: Final = {True: "chưa rõ là ai trong danh sách cán bộ", False: "chưa có trong danh sách cán bộ"}
