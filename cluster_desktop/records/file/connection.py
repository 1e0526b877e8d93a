"""One connection to one file: pragmas, exclusive lock, our own BEGIN, Vietnamese order and search."""

import os
import sqlite3
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.searching import match_rank

_STATEMENTS: Final[LRUCache[Any, Any]] = LRUCache(1000)
"""The statements of all open files as SQL, found again by what they ask."""


@lru_cache(maxsize=50_000)
def _sort_text(text: str | None) -> str | None:
    return None if text is None else names.text_sort_key(text)


def _exact_rank(text: str | None, query: str) -> int:
    rank = match_rank(query, text or "")
    return 4 if rank is None else rank


def address(path: PurePath) -> str:
    """Write a path as SQLite's URI: %, # and ? escaped, a network share as SQLite wants it (file:////server/...)."""
    posix = path.as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(os.fsencode(posix), safe='/:')}"


def connect(path: Path) -> sqlite3.Connection:
    """Open *path* alone: other programs are refused until it is closed.

    The rollback journal with full synchronisation keeps the workspace one file that can be copied when
    closed, and a confirmed edit safe from a power cut. Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        f"{address(path.absolute())}?mode=rw",
        uri=True,
        timeout=0.2,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = DELETE",
            "synchronous = FULL",
            "foreign_keys = ON",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN EXCLUSIVE")
        # A write that is taken back tells of a read-only file or folder now, not after an hour of typing.
        connection.execute("PRAGMA user_version = 0")
        connection.execute("ROLLBACK")
        connection.create_function("sort_text", 1, _sort_text, deterministic=True)
        connection.create_function("exact_rank", 2, _exact_rank, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


@lru_cache(maxsize=1)
def _dialect() -> Dialect:
    """The SQLite that SQLAlchemy met on its first connection; every file of the program is of it."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def engine_on(connection: sqlite3.Connection) -> Engine:
    """SQLAlchemy on an open connection, with transactions that SQLite itself begins and ends.

    ``sqlite3`` on Python 3.11 commits before DDL unless it is told to leave transactions alone; the
    begin event below is SQLAlchemy's documented recipe for that.

    ``create_engine`` would give each file a dialect of its own, and SQLAlchemy writes a statement as SQL once for each
    dialect: half the time of opening a workspace went into writing again what the last one had written.
    """
    dialect = _dialect()
    pool = StaticPool(lambda: connection, dialect=dialect)  # type: ignore[arg-type] # sqlite3 has no protocols
    engine = Engine(pool, dialect, make_url("sqlite://"), execution_options={"compiled_cache": _STATEMENTS})

    @event.listens_for(engine, "begin")
    def _begin(link: Connection) -> None:
        link.exec_driver_sql("BEGIN")
        link.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    return engine
