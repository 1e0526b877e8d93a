"""Words to choose from: vocabularies of the program, and lists that stand in a file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload


@dataclass(frozen=True, slots=True)
class PlainChoice:
    """A choice the program never names itself: an ethnic group, a usual word, a line of the catalogue."""

    code: str
    label: str
    aliases: tuple[str, ...] = ()


class Word(StrEnum):
    """A vocabulary: a member is written ``NAME = code, label, *aliases`` and is equal to its stored code."""

    label: str
    aliases: tuple[str, ...]

    def __new__(cls, code: str, label: str, *aliases: str) -> "Word":
        """Keep the label and the other spellings beside the code."""
        word = str.__new__(cls, code)
        word._value_, word.label, word.aliases = code, label, aliases
        return word

    @property
    def code(self) -> str:
        """The stored text."""
        return str(self)

    @classmethod
    def label_of(cls, code: str | None) -> str:
        """The word people read for a stored code; see :func:`label_of`."""
        return label_of(cls, code)


Choice = PlainChoice | Word


def label_of(choices: Iterable[Choice], code: str | None) -> str:
    """The word people read for a stored code: the code itself where it is unknown, '' for None."""
    return next((choice.label for choice in choices if choice.code == code), code or "")


class LateChoices(Sequence[Choice]):
    """Choices that stand in a file, read by ``source`` when they are needed; the start of the program sets it."""

    source: Callable[[], Sequence[Choice]]

    @overload
    def __getitem__(self, place: int) -> Choice: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Choice]: ...
    def __getitem__(self, place: int | slice) -> Choice | Sequence[Choice]:
        return self.source()[place]

    def __len__(self) -> int:
        return len(self.source())
