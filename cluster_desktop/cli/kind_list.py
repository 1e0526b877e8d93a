"""Tell what a workspace is made of: the kinds of records, their keys, and the words to choose from."""

from typing import Any

from cluster_desktop.cli import output
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import Suggestion
from cluster_desktop.domain.record_kinds.kinds import KINDS, owned_kinds


def show(*, as_json: bool) -> None:
    """Print every kind with its keys: JSON, or a line for each kind and under it one for each key."""
    if as_json:
        output.data([_kind(kind) for kind in KINDS.values()])
        return
    for kind in KINDS.values():
        output.sentence(f"{kind.key}\t{kind.label}")
        for field in kind.fields:
            output.sentence(f"  {_line(field)}")


def keys_of(fields: tuple[Field, ...]) -> str:
    """Write keys with their labels, one on a line, for help."""
    return "\n".join(f"  {field.key:<16}{field.label}{_codes(field)}" for field in fields)


def _kind(kind: RecordKind) -> dict[str, Any]:
    return {
        "kind": kind.key,
        "label": kind.label,
        "title": list(kind.title),
        "owners": list(kind.owners),
        "owns": [owned.key for owned, _owner in owned_kinds(kind.key)],
        "keys": [_key(kind, field) for field in kind.fields],
    }


def _key(kind: RecordKind, field: Field) -> dict[str, Any]:
    key, codes = field.shown_when or ("", ())
    start = getattr(kind.draft(), field.key)
    return {
        "name": field.key,
        "label": field.label,
        "type": field.type.CODE,
        "required": field.required,
        "default": None if start is None else field.type.plain(start),
        "refers_to": field.refers_to or None,
        "when": {"key": key, "is": [str(code) for code in codes]} if key else None,
        "closed": bool(field.choices) and not isinstance(field.type, Suggestion),
        "choices": [{"code": choice.code, "label": choice.label} for choice in field.choices],
    }


def _line(field: Field) -> str:
    needed = "bắt buộc" if field.required else ""
    target = f"{field.type.CODE} {field.refers_to}".strip()
    return "\t".join((field.key, field.label, target, needed, _choices(field))).rstrip()


def _codes(field: Field) -> str:
    return f" ({', '.join(choice.code for choice in field.choices)})" if field.choices else ""


def _choices(field: Field) -> str:
    if isinstance(field.type, Suggestion):
        return ""  # any words may stand there
    return "; ".join(f"{choice.code} {choice.label}" for choice in field.choices)
