"""The keys that mean the same everywhere, said once: for what they do and for the hints that name them."""

from typing import Final

NEW: Final = "Ctrl+N"
SAVE: Final = "Ctrl+S"
FIND_IN_LIST: Final = "Ctrl+F"
FIND_EVERYWHERE: Final = "Ctrl+K"
UNDO: Final = "Ctrl+Z"
REDO: Final = "Ctrl+Y"
HELP: Final = "F1"
REREAD: Final = "F5"
NEXT_TAB, TAB_BEFORE = "Ctrl+Tab", "Ctrl+Shift+Tab"
NEXT_SECTION, SECTION_BEFORE = "Ctrl+PgDown", "Ctrl+PgUp"


def hinted(words: str, keys: str) -> str:
    """Words of a tool tip or a box, with the keys behind them: "Lưu (Ctrl+S)"."""
    return f"{words} ({keys})"
