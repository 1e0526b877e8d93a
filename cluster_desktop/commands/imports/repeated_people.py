"""Note new people whom a table may name twice in different lines: worth a look, never in the way."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from cluster_desktop.commands.imports.plan import RowKey, TableRow
from cluster_desktop.domain.people.people_match import ListedPerson, may_be_same_day
from cluster_desktop.domain.text.names import same_person_key

_NAMESAKES: Final = 20  # a table of nothing but one name must not take minutes


@dataclass
class RepeatedPeople:
    """Sentences about new people of one name."""

    notes: dict[str, None] = field(default_factory=dict)
    newcomers: dict[str, dict[ListedPerson, RowKey]] = field(default_factory=lambda: defaultdict(dict))

    def take_newcomer(self, row: TableRow, person: ListedPerson) -> None:
        """Note a new person who could be one of those above: in another unit, or with less of a birth date."""
        earlier = self.newcomers[same_person_key(person.name)]
        newcomer = ListedPerson(person.name, person.born, person.unit_uid)
        if newcomer in earlier:
            return
        for second, where in earlier.items():
            if _may_be_same(newcomer, second):
                how = "nhưng ở hai đơn vị" if newcomer.unit_uid != second.unit_uid else "và ngày sinh không trái nhau"
                self._note(where, row, f"cùng tên “{person.name}” {how}; có thể là cùng một người.")
        if len(earlier) < _NAMESAKES:
            earlier[newcomer] = (row.sheet, row.number)

    def _note(self, first: RowKey, row: TableRow, sentence: str) -> None:
        sheet, number = first
        where = f"{sheet}, dòng {number}"
        if sheet != row.sheet:
            where += f" và {row.sheet}, dòng {row.number}"
        elif number != row.number:
            where += f" và dòng {row.number}"
        self.notes[f"{where}: {sentence}"] = None


def _may_be_same(first: ListedPerson, second: ListedPerson) -> bool:
    """Check that nothing known of two people of one name keeps them from being the same."""
    if first.born is None or second.born is None:
        return first.unit_uid == second.unit_uid
    return may_be_same_day(first.born, second.born)
