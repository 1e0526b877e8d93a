"""Which department or other collective a list means by words that are not its name: known, answered, or asked.

"khoa llcs" and "P. TC-HC" may mean departments by a short, a shorter or a misspelt name; answers are kept in the book.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.plan import NEW_PLACE, PlaceDoubt, PlaceKey, RowKey, Shared
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.records.models import Setting

_KEPT: Final = "import.departments"
_HEADS: Final = {
    "khoa": "khoa",
    "k": "khoa",
    "phong": "phong",
    "p": "phong",
    "ban": "ban",
    "to": "to",
    "tt": "trung tam",
}
_AND: Final = frozenset(("va", "voi"))
_ALIKE: Final = 0.86
_SHORTEST: Final = 2  # letters of an abbreviation
DEPARTMENT: Final = "department_uid"


class UnclearPlace(errors.InvalidDraft):
    """Words that may mean several departments, or none: somebody has to say."""

    def __init__(self, key: PlaceKey, words: str, candidates: tuple[tuple[str, str], ...], field: str) -> None:
        self.key, self.words, self.candidates, self.field = key, words, candidates, field
        super().__init__((errors.Problem(field, self.asked(()).sentence),))

    def asked(self, rows: tuple[RowKey, ...]) -> PlaceDoubt:
        """The question for some rows."""
        return PlaceDoubt(self.key, self.words, self.candidates, rows, self.field)


@dataclass
class Places:
    """The answers about words for departments, those of the clerk before those that were kept."""

    session: Session
    lookup: Lookup
    shared: Shared

    def __post_init__(self) -> None:
        known = {key: uid for key, uid in kept_departments(self.session).items() if uid in self.lookup.labels}
        self.answers = {**known, **self.shared.places}
        self.present = dict(self.lookup.departments)  # those that are planned have no uid to answer with

    def meant(self, unit_uid: str, words: str) -> str | None:
        """The department of a unit that words mean; None for a new one. Raises UnclearPlace."""
        key = unit_uid, key_of(words)
        answer = self.answers.get(key, "")
        if answer or self.shared.new_places:
            return answer if answer not in ("", NEW_PLACE) else None
        names = self.names(unit_uid)
        same = [uid for uid, name in names.items() if same_words(words, name)]
        if len(same) == 1:
            return same[0]
        if found := alike(words, names):
            raise UnclearPlace(key, words, tuple((uid, names[uid]) for uid in found), DEPARTMENT)
        return None

    def recipient(self, unit_uid: str | None, words: str, field: str) -> str:
        """The department or unit a row is about, or NEW_PLACE. Raises UnclearPlace."""
        key = unit_uid or "", key_of(words)
        names = self.names(unit_uid)
        same = [uid for uid, name in names.items() if same_words(words, name)]
        # Where several units have the department, an earlier table says nothing of the one that this table means.
        answers = self.shared.places if len(same) > 1 else self.answers
        if answer := answers.get(key) or (NEW_PLACE if self.shared.new_places else ""):
            return answer
        if len(same) == 1:
            return same[0]
        found = tuple(same) if len(same) > 1 else alike(words, names)
        home = {uid: unit for (unit, _key), uid in self.present.items()} if unit_uid is None else {}
        named = ((uid, f"{names[uid]} ({self.lookup.labels[home[uid]]})" if home else names[uid]) for uid in found)
        raise UnclearPlace(key, words, tuple(named), field)

    def names(self, unit_uid: str | None) -> dict[str, str]:
        """The present departments of a unit, or of all units, by their uids."""
        homes = self.present.items()
        return {uid: self.lookup.labels[uid] for (home, _key), uid in homes if unit_uid in (None, home)}


def answers(session: Session, unit_uid: str | None, words: str, name: str) -> dict[PlaceKey, str]:
    """The answer that words mean the department of that name, or a new one. Raises Refused for a name of none."""
    lookup, key = Lookup.of(session), key_of(words)
    if name.lower() == NEW_PLACE:
        return {(home, key): NEW_PLACE for home in ("", *(uid for some in lookup.units.values() for uid in some))}
    found = {uid: home for (home, called), uid in lookup.departments.items() if called == key_of(name)}
    found = {uid: home for uid, home in found.items() if unit_uid in (None, home)}
    if len(found) != 1:
        raise errors.Refused(f"Không rõ khoa, phòng “{name}” là của đơn vị nào. Hãy ghi tên như trong sổ, và đơn vị.")
    ((uid, home),) = found.items()
    return {(home, key): uid, ("", key): uid}


def kept_departments(session: Session) -> dict[tuple[str, str], str]:
    """The departments that the office said some words mean."""
    return {(str(unit), str(words)): str(uid) for unit, some in _kept(session).items() for words, uid in some.items()}


def keep_departments(session: Session, answers: Mapping[PlaceKey, str]) -> None:
    """Keep the answers about departments, in the act of the import that they were given for."""
    known = _kept(session)
    for (unit, words), uid in answers.items():
        known.setdefault(unit, {})[words] = uid
    if answers:
        put(session, _KEPT, json.dumps(known, ensure_ascii=False, sort_keys=True))


def _kept(session: Session) -> dict[str, dict[str, Any]]:
    """The answers by unit and words; what is none of ours counts as empty."""
    kept = session.scalars(select(Setting.value).where(Setting.key == _KEPT)).first()
    try:
        table = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    return {k: dict(v) for k, v in table.items() if isinstance(v, dict)} if isinstance(table, dict) else {}


def same_words(words: str, name: str) -> bool:
    """Whether two names differ in nothing but signs and "và": "Khoa Nhà nước, pháp luật"."""
    return _plain(words) == _plain(name)


def alike(words: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The uids of the departments, by their names, that these words may mean; none where they mean another."""
    return tuple(uid for uid, name in names.items() if _may_mean(words, name))


def _plain(words: str) -> str:
    return " ".join(word for word in key_of(words).split() if word not in _AND)


def _parted(words: str) -> tuple[str, str]:
    """The word for the kind of department, and the rest."""
    key = _plain(words)
    for head, whole in (("trung tam", "trung tam"), ("bo mon", "bo mon"), ("van phong", "van phong"), *_HEADS.items()):
        if key.startswith(f"{head} "):
            return whole, key[len(head) + 1 :]
    return "", key


def _may_mean(words: str, name: str) -> bool:
    (head, rest), (named_head, named) = _parted(words), _parted(name)
    if (head and named_head and head != named_head) or not rest or not named:
        return False
    initials = "".join(word[0] for word in named.split())
    letters = re.sub(r"\s", "", rest)
    if len(letters) >= _SHORTEST and initials.startswith(letters) and len(letters) * 2 >= len(initials):
        return True
    begins = f"{named} ".startswith(f"{rest} ") or f"{rest} ".startswith(f"{named} ")
    longest = " " in rest and " " in named
    return longest and (begins or SequenceMatcher(None, rest, named).ratio() >= _ALIKE)
