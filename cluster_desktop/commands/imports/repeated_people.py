"""New people whom a table may name twice without a line being the same: worth a look, never in the way."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from cluster_desktop.commands.imports.plan import RowKey, TableRow
from cluster_desktop.domain.people.people_match import WantedPerson
from cluster_desktop.domain.text.names import same_person_key

_NAMESAKES: Final = 20  # a table of nothing but one name must not take minutes


@dataclass
class SaidTwice:
    """Sentences about new people of one name."""

    notes: dict[str, None] = field(default_factory=dict)
    newcomers: dict[str, dict[WantedPerson, RowKey]] = field(default_factory=lambda: defaultdict(dict))

    def take_newcomer(self, row: TableRow, wanted: WantedPerson) -> None:
        """Note somebody new who could be one of the new people above: in another unit, or with less of a birth date."""
        known = self.newcomers[same_person_key(wanted.name)]
        told = WantedPerson(wanted.name, wanted.born, wanted.unit_uid)
        if told in known:
            return
        for other, where in known.items():
            if _may_be_one(told, other):
                how = "nhưng ở hai đơn vị" if told.unit_uid != other.unit_uid else "và ngày sinh không trái nhau"
                self._note(where, row, f"cùng tên “{wanted.name}” {how}; có thể là cùng một người.")
        if len(known) < _NAMESAKES:
            known[told] = (row.sheet, row.number)

    def _note(self, first: RowKey, row: TableRow, sentence: str) -> None:
        sheet, number = first
        where = f"{sheet}, dòng {number}"
        if sheet != row.sheet:
            where += f" và {row.sheet}, dòng {row.number}"
        elif number != row.number:
            where += f" và dòng {row.number}"
        self.notes[f"{where}: {sentence}"] = None


def _may_be_one(one: WantedPerson, other: WantedPerson) -> bool:
    """Whether nothing told of two people of one name speaks against their being one."""
    if one.born is None or other.born is None:
        return one.unit_uid == other.unit_uid
    return one.born.earliest <= other.born.latest and other.born.earliest <= one.born.latest
