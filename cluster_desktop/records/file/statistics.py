"""Let SQLite measure how the records of a large workspace are spread, to find the short way to them."""

import sqlite3
from typing import Final

LARGE: Final = 20_000_000
"""Bytes from which on it matters; a smaller workspace is read as quickly without."""


def measure(raw: sqlite3.Connection) -> None:
    """Measure a large workspace that never was, or has grown much since; it takes as long as the check on opening.

    A file that takes no writing stays as it is.
    """
    (pages,), (size,) = raw.execute("PRAGMA page_count").fetchone(), raw.execute("PRAGMA page_size").fetchone()
    if pages * size < LARGE:
        return
    measured = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchone()
    try:
        raw.execute("PRAGMA optimize" if measured else "ANALYZE")
    except sqlite3.OperationalError:
        return  # a full disk; everything is found all the same
