"""The words for what a column is used for: the ones that tell it from others come first."""

from typing import Final

from cluster_desktop.exchange.tables.uses import ColumnUse, How

_IGNORED: Final = "không nhập"


def short_words(use: ColumnUse, words: str) -> str:
    """Shorten the words of a use so that what matters is in sight: "x = Tiến sĩ" for an x column of degrees."""
    if use.how is How.IGNORE:
        return _IGNORED if not words or words.startswith("Bỏ qua") else words
    label, _, rest = words.partition(": đánh dấu ")
    if rest:
        return f"x = {rest}"
    label, _, rest = words.partition(" (")
    rest = rest.rstrip(")").rpartition(": ")[2]
    if use.how is How.PART:
        return f"{rest.removeprefix('chỉ ')} – {label}" if use.piece else f"một phần {label}"
    return f"{label} – {rest}" if use.also is not None else words
