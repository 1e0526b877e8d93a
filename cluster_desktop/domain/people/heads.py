"""Who heads a unit, and how a signature names the post."""

from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.text import names

ROOM: Final = "………………………"
"""Room to write what the book does not know; never the words of somebody else."""


@dataclass(frozen=True, slots=True)
class Head:
    """Who heads a unit on a day: the title of the post and the name; '' where the book does not say."""

    title: str = ""
    name: str = ""

    @property
    def office(self) -> str:
        """The title as a document prints it, with room for one that is not known."""
        return self.title or ROOM


def signing_titles(title: str, head: str) -> tuple[str, ...]:
    """The lines over a signature; a deputy signs for the head (decree 30/2020: KT.)."""
    if title and head and names.fold(title) != names.fold(head) and names.fold(title).startswith("pho "):
        return f"KT. {head}", title
    return (title or head,)
