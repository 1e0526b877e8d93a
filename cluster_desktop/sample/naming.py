"""Names of people who do not exist, put together as the ethnic group names its children."""

from random import Random
from typing import Any

from cluster_desktop.domain.fields.vocabulary import Gender
from cluster_desktop.domain.text import names
from cluster_desktop.sample import sources


class NameMaker:
    """Gives every sample person a name of their own."""

    def __init__(self, rng: Random) -> None:
        found = sources.table("names")
        self._rng = rng
        self._groups: dict[str, dict[str, Any]] = {group["ethnicity"]: group for group in found["group"]}
        self._taken = {names.fold(name) for name in found["never"]}
        self._taken |= {names.fold(item["full_name"]) for item in found["notable"]}

    def name(self, ethnicity: str, gender: str) -> str:
        """A new name for a woman (NU) or a man (NAM) of the ethnic group with this label."""
        group = self._groups[ethnicity]
        middles, given = group["female" if gender == Gender.FEMALE else "male"]
        while True:
            parts = (self._rng.choice(words) for words in (group["families"], middles, given))
            name = " ".join(parts)
            key = names.fold(name)
            if key not in self._taken and len(set(key.split())) == len(key.split()):
                self._taken.add(key)
                return name
