"""Ways in which a book is spoiled although its file still begins like one."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

PAGE = 4096  # bytes


def without_about(path: Path) -> None:
    """The table with the uid is gone."""
    _run(path, "DROP TABLE about")


def without_uid(path: Path) -> None:
    """The table is there, the uid is not."""
    _run(path, "DELETE FROM about")


def without_nominations(path: Path) -> None:
    """A table that the first page needs is gone."""
    _run(path, "PRAGMA foreign_keys = OFF", "DROP TABLE nomination")


def with_days_that_are_none(path: Path) -> None:
    """Stored days and times that do not parse."""
    _run(path, "UPDATE act SET at = 'không phải ngày'", "UPDATE milestone SET due_on = 'x'")


def with_texts_that_are_no_unicode(path: Path) -> None:
    """Names of units with bytes that are no UTF-8."""
    _run(path, "UPDATE unit SET name = CAST(x'ff41fe' AS TEXT)", "UPDATE person SET full_name = CAST(x'c328' AS TEXT)")


def with_torn_pages(path: Path) -> None:
    """Every third page begins with rubbish, as after a bad stick."""
    raw = bytearray(path.read_bytes())
    for page in range(20, len(raw) // PAGE, 3):
        raw[page * PAGE : page * PAGE + 200] = os.urandom(200)
    path.write_bytes(raw)


SPOILERS: tuple[Callable[[Path], None], ...] = (
    without_about,
    without_uid,
    without_nominations,
    with_days_that_are_none,
    with_texts_that_are_no_unicode,
    with_torn_pages,
)


def _run(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    raw.close()
