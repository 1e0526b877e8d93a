"""Print single records: every field in words for people, under its key in JSON for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cluster_desktop.cli import output
from cluster_desktop.domain.fields.fields import Draft, fields_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Row

NOTHING: Final = "(trống)"


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a record: its key, its label, its value for programs, its value in words."""

    key: str
    label: str
    value: str | int | float | None
    words: str


Lines = tuple[FieldLine, ...]
Owned = Mapping[str, Sequence[Row]]
"""The records that a record owns, by kind."""


def lines_of(row: Row) -> Lines:
    """Every field and computed column of a record."""
    return tuple(
        FieldLine(field.key, field.label, field.type.plain(row.values[field.key]), row.shown[field.key])
        for field in KINDS[row.kind].columns
    )


def lines_of_draft(session: WorkspaceSession, draft: Draft) -> Lines:
    """Every field of what is no record, such as the office's profile."""
    return tuple(
        FieldLine(
            field.key,
            field.label,
            field.type.plain(value),
            listing.find(session, field.refers_to, str(value)).title
            if field.refers_to and value
            else field.show(value),
        )
        for field in fields_of(type(draft))
        for value in (getattr(draft, field.key),)
    )


def print_added(row: Row, *, as_json: bool) -> None:
    """Print the uid of a new record."""
    if as_json:
        output.data(_identity(row))
    else:
        output.sentence(row.uid)


def print_edited(row: Row | None, before: Lines, after: Lines, *, as_json: bool) -> None:
    """Print which fields of a record (None: of the office's profile) have changed."""
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if as_json:
        changes = [
            {"key": new.key, "label": new.label, "before": old.value, "after": new.value} for old, new in changed
        ]
        output.data({**(_identity(row) if row else {}), "changes": changes})
        return
    name = f"{KINDS[row.kind].label} “{row.title}”" if row else "thông tin văn phòng"
    output.sentence(f"Đã sửa {name}." if changed else f"Không có gì khác trước: {name} giữ nguyên.")
    for old, new in changed:
        output.sentence(f"  {new.label}: “{old.words or NOTHING}” thành “{new.words or NOTHING}”")


def print_record(row: Row, owned: Owned, *, trashed: bool, as_json: bool) -> None:
    """Print a record and what it owns."""
    if as_json:
        lines = lines_of(row)
        about = {"kind": row.kind, "label": KINDS[row.kind].label, "name": row.title, "in_trash": trashed}
        rows = {kind: [{"uid": one.uid, **_values(lines_of(one))} for one in some] for kind, some in owned.items()}
        output.data({"uid": row.uid, **_values(lines), "words": _words(lines), "record": about, "owns": rows})
        return
    where = " (đang ở trong thùng rác)" if trashed else ""
    output.sentence(f"{_beginning(KINDS[row.kind].label)} “{row.title}”{where}\t{row.uid}")
    _print_lines(lines_of(row))
    for kind, some in owned.items():
        if some:
            output.sentence(f"{_beginning(KINDS[kind].plural)}: {len(some)}")
        for one in some:
            told = "; ".join(f"{line.label}: {_on_one_line(line.words)}" for line in lines_of(one) if line.words)
            output.sentence(f"  {one.uid}\t{told}")


def print_profile(lines: Lines, *, as_json: bool) -> None:
    """Print the office's profile."""
    if as_json:
        output.data({**_values(lines), "words": _words(lines)})
    else:
        _print_lines(lines)


def _print_lines(lines: Lines) -> None:
    for line in lines:
        output.sentence(f"  {line.key}\t{line.label}\t{_on_one_line(line.words) or NOTHING}")


def _beginning(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def _on_one_line(words: str) -> str:
    return " / ".join(words.splitlines())


def _identity(row: Row) -> dict[str, Any]:
    return {"uid": row.uid, "kind": row.kind, "name": row.title}


def _values(lines: Lines) -> dict[str, Any]:
    return {line.key: line.value for line in lines}


def _words(lines: Lines) -> dict[str, str]:
    return {line.key: line.words for line in lines}
