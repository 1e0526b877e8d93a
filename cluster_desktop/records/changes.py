"""The changes of an act, for the pages that show its records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The act's words, the kinds of records it touched and their uids, in order of writing."""

    label: str
    kinds: frozenset[str]
    uids: tuple[str, ...]

    def __bool__(self) -> bool:
        """False when everything was as it should be already."""
        return bool(self.uids)
