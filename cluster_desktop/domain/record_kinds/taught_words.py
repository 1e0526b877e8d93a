"""What an office taught the program: the words over a column of its tables, and the use they mean."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PREFIX: Final = "taught_words."
LONGEST_WORD: Final = 120


@dataclass(frozen=True, slots=True)
class TaughtUse:
    """The key of a field ('' leaves the column out), and for a column of marks the code of the word it stands for."""

    field: str = ""
    choice: str = ""


def setting_key(kind: str) -> str:
    """The setting that keeps the words taught for one kind of table."""
    return f"{PREFIX}{kind}"


def read_taught_words(value: str) -> dict[str, TaughtUse]:
    """Read the value of such a setting; what nobody can read counts as nothing taught."""
    try:
        stored = json.loads(value)
    except ValueError:
        return {}
    if not isinstance(stored, dict):
        return {}
    return {
        word: TaughtUse(*use)
        for word, use in stored.items()
        if isinstance(use, list) and len(use) == 2 and all(isinstance(part, str) for part in use)
    }


def write_taught_words(words: Mapping[str, TaughtUse]) -> str:
    """Write the value of such a setting."""
    return json.dumps({word: [use.field, use.choice] for word, use in words.items()}, ensure_ascii=False)
