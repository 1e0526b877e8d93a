"""Read the tables of the sample, kept as an office would keep them, into drafts of the program's records."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from cluster_desktop import resources
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.sample.batch import Batch

_FOLDER: Final = "sample"
_MEDIA_TYPE: Final = "image/png"
_NO_FIELDS: Final = ("mark", "columns", "rows")


class TableReader:
    """Puts the records of the sample's files into a batch, and knows them by the names the files call them.

    How the files are written stands in ``resources/sample/README.md``. A name that comes twice means the later record.
    """

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._uids: dict[tuple[str, str], str] = {}

    def read(self, name: str) -> dict[str, Any]:
        """Take in the records of one TOML file; gives all that stands in it.

        Raises ResourceMissing, InvalidDraft for a record that is not sound, ValueError for a word that cannot be
        read, KeyError for a field or a record that does not exist.
        """
        contents = tomllib.loads(resources.read_text(_FOLDER, f"{name}.toml"))
        for kind, entries in contents.items():
            if kind in KINDS:
                self._read_entries(kind, entries, contents["marks"], {})
        return contents

    def add(self, draft: Draft, name: str, mark: str) -> str:
        """Take in one record under its name; gives its uid. *mark* says what is made up, '' for nothing."""
        uid = self._uids[draft.KIND, name] = self._batch.add(draft, sample=mark or None)
        return uid

    def uid(self, kind: str, name: str) -> str:
        """The uid of a record by its name. Raises KeyError."""
        return self._uids[kind, name]

    def _read_entries(
        self, kind: str, entries: Iterable[Mapping[str, Any]], marks: Mapping[str, str], owner: Mapping[str, str]
    ) -> None:
        for entry in entries:
            inner = {key: value for key, value in entry.items() if key in KINDS and isinstance(value, list)}
            shared = {key: value for key, value in entry.items() if key not in inner and key not in _NO_FIELDS}
            mark = marks.get(entry.get("mark", kind), marks.get("all", ""))
            for row in _rows(entry):
                values = {**owner, **row}
                for key, value in shared.items():
                    values[key] = value.format_map(values) if isinstance(value, str) else value
                name = values.pop("key", None) or str(values.get(KINDS[kind].title[0]))
                self.add(self._draft(kind, values), name, mark)
                for child, its_entries in inner.items():
                    self._read_entries(child, its_entries, marks, {_owner(child, kind): name})

    def _draft(self, kind: str, values: dict[str, Any]) -> Draft:
        if "file" in values:
            picture = resources.read_bytes(_FOLDER, values.pop("file"))
            values["sha256"] = self._batch.keep_file(picture, _MEDIA_TYPE)
        filled = {_fields(kind)[key].key: self._value(kind, key, value) for key, value in values.items() if value != ""}
        return KINDS[kind].draft(**filled)

    def _value(self, kind: str, key: str, value: Any) -> Value:
        field = _fields(kind)[key]
        if field.refers_to:
            return self.uid(field.refers_to, value)
        parsed: Value = _parsed(kind, key, value) if isinstance(value, str) else value
        return parsed


def _rows(entry: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """The lines of an entry's table, which may be a file of its own; an entry without one is a single record."""
    rows = entry.get("rows", [()])
    if isinstance(rows, str):
        return csv.DictReader(io.StringIO(resources.read_text(_FOLDER, rows)))
    return [dict(zip(entry.get("columns", ()), row, strict=True)) for row in rows]


@cache
def _fields(kind: str) -> dict[str, Field]:
    """The fields of a kind under the names of the files: ``unit`` for ``unit_uid``."""
    return {field.key.removesuffix("_uid"): field for field in fields_of(KINDS[kind].draft)}


@cache
def _parsed(kind: str, key: str, text: str) -> Value:
    return _fields(kind)[key].parse(text)


@cache
def _owner(child: str, kind: str) -> str:
    """The field in which a record names the record it belongs to."""
    return next(key for key, field in _fields(child).items() if field.refers_to == kind)
