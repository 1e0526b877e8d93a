"""The description of a recipient as a paper wrote it, which wins over what the book derives."""

from cluster_desktop.domain.text.names import fold


def as_written(words: str | None, *units: str) -> str:
    """A description as it was written, with its unit: the first of these names, unless one of them is in it.

    '' where nothing was written.
    """
    if not words:
        return ""
    known = [unit for unit in units if unit]
    padded = f" {_plain(words)} "
    named = any(f" {_plain(unit)} " in padded for unit in known)
    return words if named or not known else f"{words}, {known[0]}"


def _plain(words: str) -> str:
    """The words alone, without marks and punctuation, so that they are found between other words."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(words)).split())
