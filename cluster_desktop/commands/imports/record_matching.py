"""Which record a row of a list means: the very same first, then one that says nothing else."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.imports.placing import Placing, Values
from cluster_desktop.commands.imports.plan import TableRow
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.awards.decision_names import number_named
from cluster_desktop.domain.fields.fields import Value, fields_of
from cluster_desktop.domain.scoring.vocabulary import CriterionKind
from cluster_desktop.records.identity import new_uid

_UNNUMBERED: Final = ("decided_on", "title")  # what tells decisions without a number apart
_CALLED: Final = ("name", "short_name", "code", "title")
Key = tuple[Value, ...]
Named = tuple[str, Mapping[str, Value]]
"""A record that words may mean: its uid, and what it says."""


@dataclass
class ListedRow:
    """A row with the values of its record, and the words for records of its own kind that are to be found yet."""

    row: TableRow
    values: Values
    own_kind: Mapping[str, str]
    uid: str | None = None
    """The record that the row means; None for a new one."""
    new: str = field(default_factory=new_uid)

    @property
    def known_as(self) -> str:
        """The uid of its record, also of one that is not written yet."""
        return self.uid or self.new


class RecordMatching:
    """The records of a workspace beside the rows of a list."""

    def __init__(self, placing: Placing) -> None:
        self.kind, self.existing, self.labels = placing.kind, placing.existing, placing.labels
        self.gone = placing.lookup.gone
        self.fields = fields_of(self.kind.draft)
        self.own_kind = tuple(item.key for item in self.fields if item.refers_to == self.kind.draft.KIND)
        self.free = {item.key for item in self.fields if item.type.free}
        self.ways = (self.kind.same, *self.kind.or_same)
        self.places: dict[str, list[Named]] | None = None

    def match(self, rows: Sequence[ListedRow]) -> None:
        """Find the record of each row, no record for two of them."""
        taken: set[str] = set()
        for keys in self.ways:
            self.existing.read_alike(keys, [listed.values for listed in rows])
            found: dict[Key, list[str]] = defaultdict(list)
            for uid, values in self.existing.values.items():
                found[self._key(keys, values)].append(uid)
            for exactly in (True, False):
                for listed in rows:
                    if listed.uid is None and self._names(keys, listed.values):
                        named = found[self._key(keys, listed.values)]
                        fits = [uid for uid in named if self._is(uid, listed.values, exactly)]
                        free = [uid for uid in fits if uid not in taken]
                        # A second row for the very same record is told so; what only fits means another one.
                        listed.uid = next(iter(free or (fits if exactly else ())), None)
                        taken |= {listed.uid} if listed.uid else set()

    def identity(self, listed: ListedRow) -> object:
        """What two rows for one record have in common."""
        ways = (keys for keys in self.ways if self._names(keys, listed.values))
        named = (*next(ways, self.kind.same), *self._apart(listed.values))
        return listed.uid or (named, self._key(named, listed.values))

    def _names(self, keys: tuple[str, ...], values: Values) -> bool:
        """Whether these fields name the record; a kind that is found in two ways needs all of one."""
        return not self.kind.or_same or all(values.get(key) is not None for key in keys)

    def _apart(self, values: Mapping[str, Value]) -> tuple[str, ...]:
        """The fields in which records of one name differ; decisions of one number, year and unit are one."""
        if self.kind.draft.KIND != "decision":
            return self.kind.apart
        if not number_named(str(values.get("number") or "")):
            return (*self.kind.apart, *_UNNUMBERED)
        return self.kind.apart[:-1] if values.get("unit_uid") else self.kind.apart

    def _is(self, uid: str, values: Values, exactly: bool) -> bool:
        held, apart = self.existing.values[uid], self._apart(values)
        if exactly:
            return self._key(apart, held) == self._key(apart, values)
        said = [key for key in apart if held.get(key) is not None and values.get(key) is not None]
        return self._key(said, held) == self._key(said, values)

    def _key(self, keys: Sequence[str], values: Mapping[str, Value]) -> Key:
        return tuple(key_of(str(values.get(key) or "")) if key in self.free else values.get(key) for key in keys)

    # --- records of the same kind that a row names ---

    def refer(self, listed: ListedRow, rows: Sequence[ListedRow]) -> None:
        """Put the records of its own kind that a row names in the place of their words. Raises InvalidDraft."""
        for key, words in listed.own_kind.items():
            named = [each for each in self._called(words, rows) if each[0] != listed.known_as]
            for fits in self._nearer(listed.values):
                named = list(filter(fits, named)) or named
            if len(named) != 1:
                reason = "không có trong sổ và trong bảng" if not named else f"có {len(named)} mục gọi như vậy"
                raise errors.invalid(key, f"{self.labels[key]} “{words[:60]}”: {reason}. Hãy sửa tên cho đúng.")
            listed.values[key] = named[0][0]

    def _called(self, words: str, rows: Sequence[ListedRow]) -> list[Named]:
        """The records called so: those of the book, and the rows themselves."""
        if self.places is None:
            self.existing.read_alike((), ())
            self.places = defaultdict(list)
            every = {**self.existing.values, **{listed.known_as: listed.values for listed in rows}}
            for uid, values in every.items():
                for word in {key_of(str(values.get(key) or "")) for key in _CALLED}:
                    self.places[word].append((uid, values))
        return self.places[key_of(words)]

    def _nearer(self, values: Values) -> Iterator[Callable[[Named], bool]]:
        """What is more likely meant of several: of the same owner, of a unit that went into another, a group."""
        for owner in (key for key in ("unit_uid", "sheet_uid") if key in values):
            whose = values[owner]
            yield lambda each, owner=owner, whose=whose: each[1].get(owner) == whose  # type: ignore[misc]
        yield lambda each: each[1].get("unit_uid") in self.gone
        yield lambda each: each[1].get("kind") == CriterionKind.GROUP
