"""Find the records that the words of a table mean: events and rounds of a year, movements, sheets, clusters."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.models import RECORD_TABLES
from cluster_desktop.records.queries.lists.column_sources import label_key


class Held(NamedTuple):
    """A record with its title and its year; None for a kind that has no years."""

    uid: str
    title: str
    year: int | None


@dataclass
class NamedRecords:
    """The records of a workspace by what people call them, each kind read when a row first asks for it."""

    session: Session
    labels: dict[str, str]
    """The words for records by uid, to which those found here are added."""
    by_words: dict[str, dict[str, list[Held]]] = field(default_factory=dict)

    def find(self, kind: str, words: str, year: int | None, key: str) -> str:
        """Find the record of a kind that these words mean, of a year where one is known. Raises InvalidDraft."""
        called = self._of(kind)[key_of(words)]
        of_year = [held for held in called if held.year == year and year is not None] or called
        label = KINDS[kind].label
        if len(of_year) == 1:
            return of_year[0].uid
        if of_year:
            years = ", ".join(str(held.year) for held in of_year if held.year)
            told = "năm" if len({held.year for held in of_year}) > 1 else "tên khác nhau cho chúng"
            among = f" ({years})" if years else ""
            raise errors.invalid(key, f"Có {len(of_year)} {label} gọi là “{words[:60]}”{among}. Hãy ghi {told}.")
        raise errors.invalid(
            key, f"Không có {label} “{words[:60]}” trong sổ. Hãy thêm {label} trước, hoặc sửa tên cho đúng."
        )

    def only(self, kind: str, year: int | None) -> str | None:
        """The only record of a kind, in a year where one is said; None for none or several."""
        every = {held for some in self._of(kind).values() for held in some if year in (None, held.year)}
        return next(iter(every)).uid if len(every) == 1 else None

    def know(self, kind: str, held: Held) -> None:
        """Add a record that is planned."""
        self._of(kind)[key_of(held.title)].append(held)
        self.labels[held.uid] = held.title

    def _of(self, kind: str) -> dict[str, list[Held]]:
        if kind not in self.by_words:
            self.by_words[kind] = self._read(kind)
        return self.by_words[kind]

    def _read(self, kind: str) -> dict[str, list[Held]]:
        table = RECORD_TABLES[kind]
        title = getattr(table, label_key(kind))
        year = getattr(table, "year", None)
        columns = (table.uid, title, *(() if year is None else (year,)))
        found: dict[str, list[Held]] = defaultdict(list)
        for uid, words, *years in self.session.execute(select(*columns).order_by(table.uid)):
            held = Held(uid, words or "", years[0] if years else None)
            found[key_of(held.title)].append(held)
            self.labels[uid] = held.title
        return found
