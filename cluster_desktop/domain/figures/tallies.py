"""Counting records under Vietnamese words: in the order of a vocabulary, with what nobody recorded last."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from cluster_desktop.domain.fields.choices import Choice
from cluster_desktop.domain.figures.count import ALL, Count, Recorded, count
from cluster_desktop.domain.text.names import text_sort_key

Counts = Mapping[str, Count]
NOT_RECORDED = "Chưa ghi nhận"

_Item = TypeVar("_Item", bound=Recorded)


class Tally:
    """Counts records of one *kind*; *within* names which of them they are ("Trường Chính trị tỉnh Lào Cai")."""

    def __init__(self, kind: str, items: Iterable[_Item], within: str = "") -> None:
        self.items: Sequence[Recorded] = tuple(items)
        self._kind, self._within = kind, within

    def by(self, words: Iterable[str], kept: Sequence[str] = (), order: Sequence[str] = ()) -> Counts:
        """Counts of what ``parted`` puts under *words*."""
        parts = parted(self.items, words, kept, order)
        return {word: self.of(word, members) for word, members in parts.items()}

    def by_year(self, years: Iterable[int | None]) -> Counts:
        """Counts under the years, the earliest first."""
        return self.by(NOT_RECORDED if year is None else str(year) for year in years)

    def sizes(self, groups: Mapping[str, Sequence[_Item]]) -> Counts:
        """Count the members of each group."""
        return {name: self.of(name, members) for name, members in groups.items()}

    def of(self, word: str, items: Iterable[Recorded]) -> Count:
        """Count *items* under *word*; '' stands for all of what is counted here."""
        return count(self.name(word), self._kind, items)

    def name(self, word: str) -> str:
        """Return the name of a word's figure, with what it is a part of."""
        return " – ".join(filter(None, (self._within, word))) or ALL


def parted(
    items: Sequence[_Item], words: Iterable[str], kept: Sequence[str] = (), order: Sequence[str] = ()
) -> Mapping[str, Sequence[_Item]]:
    """The items under *words*, one for each, in *order*, what was not recorded last.

    Of words that nobody has only the *kept* ones stay.
    """
    groups: dict[str, list[_Item]] = {}
    for word, item in zip(words, items, strict=True):
        groups.setdefault(word, []).append(item)
    ordered = (*(order or kept), *sorted(groups, key=text_sort_key))
    places = dict.fromkeys(word for word in ordered if word != NOT_RECORDED)
    shown = (word for word in (*places, NOT_RECORDED) if word in groups or word in kept)
    return {word: groups.get(word, ()) for word in shown}


def by_name(
    items: Sequence[_Item], name_of: Callable[[_Item], str | None], order: Collection[str] = ()
) -> Mapping[str, Sequence[_Item]]:
    """The items under their names: the names of *order* first, even without items, then by the alphabet."""
    groups: dict[str, list[_Item]] = {name: [] for name in order}
    for item in items:
        groups.setdefault(name_of(item) or NOT_RECORDED, []).append(item)
    rest = sorted(
        (name for name in groups if name not in order),
        key=lambda name: (name == NOT_RECORDED, text_sort_key(name)),
    )
    return {name: groups[name] for name in (*order, *rest)}


def words(choices: Iterable[Choice], codes: Iterable[str | None]) -> Iterable[str]:
    """The words people read for *codes*; a code outside the vocabulary stands for itself."""
    labels_by_code = {choice.code: choice.label for choice in choices}
    return (NOT_RECORDED if code is None else labels_by_code.get(code, code) for code in codes)


def labels(choices: Iterable[Choice]) -> tuple[str, ...]:
    """The words of a vocabulary in its order."""
    return tuple(choice.label for choice in choices)
