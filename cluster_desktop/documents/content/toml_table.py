"""Values taken out of a TOML table by kind; whatever is wrong becomes a sentence saying where."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import Any, TypeVar, cast, get_args

from cluster_desktop import errors

Choice = TypeVar("Choice", bound=Enum)
Described = TypeVar("Described")


class TomlTable:
    """One table; *where* starts every sentence.

    Each method takes its value out and raises DocumentError if it is missing or wrong.
    """

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = dict(values)
        self.where = where

    def wrong(self, what: str) -> errors.DocumentError:
        return errors.DocumentError(f"{self.where}: {what}")

    def read(self, kind: type[Described], **ready: Any) -> Described:
        """Make a *kind* of the values: one for each of its fields, by the field's type and default, but those *ready*.

        Keys that are no field are refused.
        """
        values = {field.name: self._value(field) for field in fields(cast(Any, kind)) if field.name not in ready}
        self.finish()
        return kind(**values, **ready)

    def text(self, key: str, default: str | None = None) -> str:
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.wrong(f"“{key}” phải là chữ trong dấu nháy.")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(f"“{key}” phải là một số.")
        if not 0 <= value < 10_000:
            raise self.wrong(f"“{key}” phải là một số không âm và nhỏ hơn 10000.")
        return float(value)

    def flag(self, key: str) -> bool:
        value = self._take(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"“{key}” phải là true hoặc false.")
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        value = self._values.pop(key, None)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError as error:
            allowed = ", ".join(str(member.value) for member in kind)
            raise self.wrong(f"“{key}” là “{value}”, chỉ được là một trong: {allowed}.") from error

    def table(self, key: str) -> "TomlTable | None":
        value = self._values.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise self.wrong(f"“{key}” phải là một bảng [{key}].")
        return TomlTable(value, f"{self.where}, phần “{key}”")

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        value = self._values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, Mapping) for entry in value):
            raise self.wrong(f"“{key}” phải là các bảng [[{key}]].")
        return value

    def finish(self) -> None:
        """Refuse keys nobody asked for: a misspelt one would silently do nothing."""
        if self._values:
            raise self.wrong(f"không hiểu mục “{next(iter(self._values))}”.")

    def _value(self, field: Field[Any]) -> object:
        default = None if field.default is MISSING else field.default
        if field.type in (int, float):
            return cast(type, field.type)(self.number(field.name, default))
        if field.type is bool:
            return self.flag(field.name)
        if field.type is str:
            return self.text(field.name, default)
        choices, *_none = get_args(field.type) or (field.type,)
        return self.choice(field.name, choices) or default

    def _take(self, key: str, default: object) -> object:
        value = self._values.pop(key, default)
        if value is None:
            raise self.wrong(f"thiếu “{key}”.")
        return value
