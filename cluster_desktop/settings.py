"""Settings of one person on one computer: window sizes, recent files, light or dark.

Nothing of a workspace stands here; losing this file loses no record.
"""

import itertools
import json
import logging
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeVar

import platformdirs

_APP = "SoThiDua"
_HOME_VARIABLE = "SO_THI_DUA_HOME"
_PORTABLE_MARK = "portable.txt"  # what installer/build.py puts into the portable zip
_LARGEST = 4_000_000  # bytes, a thousand times what a year of work leaves here
_LARGEST_NUMBER = 2**31 - 1  # what a widget takes
_BOOKS, _BOOKS_KEPT = "books", 100
_log = logging.getLogger(__name__)

Value = TypeVar("Value")


def data_dir() -> Path:
    """Return the folder for the program's own data of this person (crash log, backups); it need not exist yet."""
    home = _home()
    return home / "data" if home else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def backup_dir() -> Path:
    """Return the folder for automatic backups of workspaces; it need not exist yet."""
    return data_dir() / "backups"


def _settings_file() -> Path:
    folder = _home() or Path(platformdirs.user_config_dir(_APP, appauthor=False))
    return folder / "settings.json"


def _home() -> Path | None:
    """Return the one folder for everything: named by a variable, or beside a portable copy of the program."""
    if named := os.environ.get(_HOME_VARIABLE):
        return Path(named)
    beside = Path(sys.executable).parent
    return beside / "du-lieu" if getattr(sys, "frozen", False) and (beside / _PORTABLE_MARK).exists() else None


@dataclass(frozen=True, slots=True)
class Settings:
    """Named values in one JSON file; reading never fails and a failure to write is only logged."""

    file: Path
    values: dict[str, object] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Self:
        """Load this person's settings; a file that holds no settings is set aside as ``.bad`` and defaults apply."""
        file = _settings_file()
        try:
            return cls(file, _read(file))
        except OSError as error:
            _log.warning("settings not read from %s: %s", file, error)
            return cls(file)

    def get(self, key: str, default: Value) -> Value:
        """Return the stored value; *default* where there is none, one of another type or an unusable one.

        What a list or a dict holds is looked through in the same way, and only what is of no use is left out.
        """
        value = self.values.get(key, default)
        return _usable(value) if type(value) is type(default) and _is_usable(value) else default

    def table(self, key: str) -> dict[str, object]:
        """Return the stored values under *key*, by their names; none where nothing was remembered."""
        empty: dict[str, object] = {}
        return self.get(key, empty)

    def set(self, key: str, value: object) -> None:
        """Remember a JSON value (text, number, bool, list, dict) and save at once.

        Values that another running program saved meanwhile are kept. If the file cannot be
        written, the value holds until the program ends.
        """
        self.values[key] = value
        try:
            _write(self.file, _read(self.file) | {key: value})
        except OSError as error:
            _log.warning("settings not saved in %s: %s", self.file, error)

    def uid_of(self, book: Path) -> str:
        """Return the uid of the workspace that was last opened at this path; '' when none was."""
        uid = self.table(_BOOKS).get(str(book), "")
        return uid if isinstance(uid, str) else ""

    def paths_of(self, uid: str) -> list[Path]:
        """Return the paths where the workspace with this uid was opened, the last one first."""
        return [Path(path) for path, stored in reversed(self.table(_BOOKS).items()) if stored == uid]

    def remember_book(self, book: Path, uid: str) -> None:
        """Remember which workspace stands at a path, so that its backups can be named when it cannot be read.

        What another running program remembered meanwhile is kept.
        """
        books = type(self).load().table(_BOOKS) | self.table(_BOOKS)
        books.pop(str(book), None)
        self.set(_BOOKS, dict([*books.items(), (str(book), uid)][-_BOOKS_KEPT:]))


def _is_usable(value: object) -> bool:
    """Tell if a widget or a file system can take the value: no NUL, no half letters, no endless number."""
    if isinstance(value, str):
        try:
            return "\0" not in value and bool(os.fsencode(value) or not value)
        except ValueError:
            return False
    if isinstance(value, int | float):
        return -_LARGEST_NUMBER <= value <= _LARGEST_NUMBER  # False for NaN
    return value is not None


def _usable(value: Value) -> Value:
    """Return the same value without unusable parts."""
    if isinstance(value, list):
        return type(value)(_usable(part) for part in value if _is_usable(part))
    if isinstance(value, dict):
        return type(value)((key, _usable(part)) for key, part in value.items() if _is_usable(key) and _is_usable(part))
    return value


def _read(file: Path) -> dict[str, object]:
    values: object = None
    try:
        if file.stat().st_size <= _LARGEST:
            values = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError) as error:
        _log.warning("settings in %s not understood: %s", file, error)
    if isinstance(values, dict):
        return values
    _set_aside(file)
    return {}


def _set_aside(file: Path) -> None:
    names = itertools.chain([".json.bad"], (f".json.{number}.bad" for number in itertools.count(2)))
    try:
        file.replace(next(kept for kept in map(file.with_suffix, names) if not kept.exists()))
    except OSError as error:
        _log.warning("unreadable settings stay in %s: %s", file, error)


def _write(file: Path, values: dict[str, object]) -> None:
    text = json.dumps(values, indent=2)  # in ASCII: the name of a file on Linux may hold what is no Unicode
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".new")
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
