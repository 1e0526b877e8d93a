"""What the program remembers for one person on one computer: window sizes, recent files, light or dark.

Nothing of a workspace stands here; losing this file loses no record.
"""

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
_log = logging.getLogger(__name__)

Value = TypeVar("Value")


def data_dir() -> Path:
    """The folder for the program's own data of this person (crash log, backups); it need not exist yet."""
    home = _home()
    return home / "data" if home else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def backup_dir() -> Path:
    """The folder for automatic backups of workspaces; it need not exist yet."""
    return data_dir() / "backups"


def _settings_file() -> Path:
    folder = _home() or Path(platformdirs.user_config_dir(_APP, appauthor=False))
    return folder / "settings.json"


def _home() -> Path | None:
    """One folder for everything: named by a variable, or beside a program that was unpacked to be carried about."""
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
        """Read this person's settings; an unreadable file is set aside as ``.bad`` and defaults hold."""
        file = _settings_file()
        try:
            return cls(file, _read(file))
        except OSError as error:
            _log.warning("settings not read from %s: %s", file, error)
            return cls(file)

    def get(self, key: str, default: Value) -> Value:
        """The stored value; *default* where there is none or one of another type than *default*."""
        value = self.values.get(key, default)
        return value if type(value) is type(default) else default

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


def _read(file: Path) -> dict[str, object]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        values = None
    if isinstance(values, dict):
        return values
    _set_aside(file)
    return {}


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(".json.bad"))
    except OSError as error:
        _log.warning("unreadable settings stay in %s: %s", file, error)


def _write(file: Path, values: dict[str, object]) -> None:
    text = json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)
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
