"""Write anew the words that records of an older file are found by, after it was brought to the present schema."""

from typing import Any, Final

from sqlalchemy import Connection, bindparam, select, update

from cluster_desktop.domain.text import searching
from cluster_desktop.records.models import RECORD_TABLES, Person
from cluster_desktop.records.models.record import Record

_SLICE: Final = 5000


def searched_words(record: Any, table: type[Record]) -> str:
    """The words of a record, or of a row of its columns, that it is found by."""
    return " ".join(str(word) for key in table.searched() if (word := getattr(record, key)))


def keys_of(words: str, table: type[Record]) -> dict[str, str]:
    """The columns that these words are found by; people also by their marks."""
    keys = {"search_key": searching.search_key(words)}
    return keys | {"marked_key": searching.marked_key(words)} if issubclass(table, Person) else keys


def write_search_keys(link: Connection) -> None:
    """Bring the search keys of every record, in the trash or not, to what they are written as today."""
    for table in RECORD_TABLES.values():
        _write(link, table)


def _write(link: Connection, table: type[Record]) -> None:
    names = list(keys_of("", table))
    columns = dict.fromkeys((*table.searched(), *names))
    stale = []
    for row in link.execute(select(table.uid, *(getattr(table, key) for key in columns))):
        keys = keys_of(searched_words(row, table), table)
        if any(getattr(row, key) != value for key, value in keys.items()):
            stale.append({"its_uid": row.uid} | keys)
    statement = update(table).where(table.uid == bindparam("its_uid"))
    statement = statement.values({key: bindparam(key) for key in names})
    for start in range(0, len(stale), _SLICE):
        link.execute(statement, stale[start : start + _SLICE])
