"""Counting things under Vietnamese words: in the order of a vocabulary, with what nobody recorded last."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from cluster_desktop.domain.fields import Choice
from cluster_desktop.domain.names import text_sort_key

Counts = Mapping[str, int]
NOT_RECORDED = "Chưa ghi nhận"

_Item = TypeVar("_Item")


def tally(found: Iterable[str], kept: Sequence[str] = (), order: Sequence[str] = ()) -> Counts:
    """Counts in *order*, what was not recorded last; of words without a count only the *kept* ones stay."""
    counted = Counter(found)
    ordered = (*(order or kept), *sorted(counted, key=text_sort_key))
    places = dict.fromkeys(word for word in ordered if word != NOT_RECORDED)
    return {word: counted[word] for word in (*places, NOT_RECORDED) if counted[word] or word in kept}


def by_year(years: Iterable[int | None]) -> Counts:
    """Counts under the years, the earliest first."""
    return tally(NOT_RECORDED if year is None else str(year) for year in years)


def by_name(
    items: Sequence[_Item], name_of: Callable[[_Item], str | None], order: Sequence[str] = ()
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


def sizes(groups: Mapping[str, Sequence[_Item]]) -> Counts:
    """How many each group has."""
    return {name: len(members) for name, members in groups.items()}


def words(choices: Sequence[Choice], codes: Iterable[str | None]) -> Iterable[str]:
    """The words people read for *codes*; a code outside the vocabulary stands for itself."""
    known = {choice.code: choice.label for choice in choices}
    return (NOT_RECORDED if code is None else known.get(code, code) for code in codes)


def label(choices: Sequence[Choice], code: str) -> str:
    """The word people read for one code."""
    return next((choice.label for choice in choices if choice.code == code), code)


def labels(choices: Sequence[Choice]) -> tuple[str, ...]:
    """The words of a vocabulary in its order."""
    return tuple(choice.label for choice in choices)
