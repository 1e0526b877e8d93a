"""Read KEY=VALUE words into the values of a record's fields, as a clerk writes them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, NoReturn

from cluster_desktop import errors
from cluster_desktop.cli import named
from cluster_desktop.domain.fields.fields import Field, Value
from cluster_desktop.domain.record_kinds.ownership import owner_fields
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.suggestions import like
from cluster_desktop.errors import Problem
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.naming import Within

_REFERENCE: Final = "_uid"
_LONGEST_SHOWN: Final = 40
Texts = Mapping[str, str]
"""The typed text of each field by its key."""
Values = dict[str, Value]


def split(words: Sequence[str], fields: Sequence[Field], refuse: Callable[[str], NoReturn]) -> Texts:
    """Part words like "year=2020" into texts by field key; *refuse* is told what is wrong with the words.

    A reference may be named without its "_uid". Raises Refused for letters that no file can keep.
    """
    texts: dict[str, str] = {}
    for word in words:
        typed, sign, text = word.partition("=")
        if not sign:
            refuse(f"“{typed[:_LONGEST_SHOWN]}” thiếu dấu “=”, hãy ghi KHÓA=GIÁ_TRỊ, ví dụ year=2020")
        key = _key(typed, fields)
        if key is None:
            refuse(f"không có khóa “{typed[:_LONGEST_SHOWN]}”{_nearest(typed, fields)}")
        if key in texts:
            refuse(f"khóa “{key}” được ghi hai lần")
        texts[key] = _storable(key, text)
    return texts


def read(session: WorkspaceSession, fields: Sequence[Field], texts: Texts, kept: Values) -> Values:
    """Read typed texts over the values that are *kept*; empty text empties its field.

    A reference that is not typed and does not belong to a newly typed owner is emptied, as in the window.
    Raises InvalidDraft for texts that cannot be read and values that would not apply, and Refused where a record is
    not found or not the only one.
    """
    values, problems = dict(kept), []
    # Owners come first: a department is looked for in the unit that is named beside it.
    for field in sorted(fields, key=lambda item: bool(owner_fields(item, fields))):
        try:
            if field.key in texts:
                values[field.key] = _value(session, field, texts[field.key], _within(field, fields, values))
            elif _is_foreign(session, field, fields, texts, values):
                values[field.key] = None
        except ValueError as problem:
            problems.append(Problem(field.key, str(problem)))
    problems += [
        Problem(field.key, _needless(field, field.shown_when, fields))
        for field in fields
        if texts.get(field.key) and field.shown_when and not field.applies(values)
    ]
    if problems:
        raise errors.InvalidDraft(problems)
    return values


@contextmanager
def naming_keys() -> Iterator[None]:
    """Turn the problems of a draft into one refusal that names the key of each."""
    try:
        yield
    except errors.InvalidDraft as error:
        words = (f"{item.field}: {item.message}" if item.field else item.message for item in error.problems)
        raise errors.Refused(" ".join(words)) from error


def _key(typed: str, fields: Sequence[Field]) -> str | None:
    asked, keys = names.nfc(typed).lower(), {field.key for field in fields}
    return next((key for key in (asked, asked + _REFERENCE) if key in keys), None)


def _nearest(typed: str, fields: Sequence[Field]) -> str:
    """Name the keys that are nearly so, or whose Vietnamese label is."""
    keys = {field.key: field.key for field in fields} | {field.label: field.key for field in fields}
    near = dict.fromkeys(keys[match] for match in like(typed[:_LONGEST_SHOWN], list(keys)))
    offered = tuple(near) or tuple(field.key for field in fields)
    return f", {'gần nhất là' if near else 'các khóa là'} {', '.join(offered)}"


def _storable(key: str, text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise errors.Refused(f"{key}: giá trị có ký tự mà máy tính không nhận. Hãy gõ lại.") from error
    return text


def _value(session: WorkspaceSession, field: Field, text: str, within: Within) -> Value:
    value = field.parse(text)
    return named.reference(session, field, value, within) if field.refers_to and isinstance(value, str) else value


def _within(field: Field, fields: Sequence[Field], values: Values) -> Within:
    """The owner that the record of a reference must have, where one is named beside it and applies."""
    by_key = {item.key: item for item in fields}
    for key in owner_fields(field, fields):
        uid = values.get(key)
        if isinstance(uid, str) and by_key[key].applies(values):
            return key, uid
    return None


def _is_foreign(session: WorkspaceSession, field: Field, fields: Sequence[Field], texts: Texts, values: Values) -> bool:
    within, uid = _within(field, fields, values), values.get(field.key)
    if within is None or within[0] not in texts or not isinstance(uid, str):
        return False
    return listing.find(session, field.refers_to, uid).values[within[0]] != within[1]


def _needless(field: Field, when: tuple[str, tuple[str, ...]], fields: Sequence[Field]) -> str:
    """Say when a field that does not apply would."""
    key, codes = when
    other = next(item for item in fields if item.key == key)
    words = " hoặc ".join(f"“{other.show(code)}”" for code in codes)
    return f"Chỉ ghi “{field.label}” khi “{other.label}” là {words}. Hãy ghi thêm {key}={codes[0]}."
