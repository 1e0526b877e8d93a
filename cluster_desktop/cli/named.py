"""Find the records that a command line names by code, number or uid, or say where to look for them."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop import errors
from cluster_desktop.cli.wording import PROGRAM
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.suggestions import meant
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.awards.decisions import decision_uids
from cluster_desktop.records.queries.lists import listing, lists, naming

_LIST_OF: Final = {kind: what for what, (kind, _cells) in lists.LISTS.items()}
"""The list that shows the uids of a kind; the other kinds have one of their own key."""
_LONGEST_SHOWN: Final = 60
_SHOWN: Final = 5
EVERY_UNIT: Final = "all"
"""Instead of the code of a unit: all of them together."""


def unit(session: WorkspaceSession, code: str | None) -> str | None:
    """Find the unit with a code; None when no unit is named. Raises RecordMissing."""
    return None if code is None else lists.unit_uid(session, code)


def record(session: WorkspaceSession, kind: str, typed: str) -> str:
    """Find the uid of a record of *kind* (a key of ``KINDS``) that is not in the trash. Raises RecordMissing."""
    uid = typed.strip().lower()
    label = KINDS[kind].label
    trashed = listing.in_trash(session, kind, uid)
    if trashed is None:
        raise errors.RecordMissing(f"Không có {label} “{typed}” trong sổ. {see(list_of(kind))}")
    if trashed:
        raise errors.RecordMissing(f"Mục “{typed}” ({label}) đã xóa. Hãy mở sổ và lấy lại từ thùng rác trước.")
    return uid


def living_kind(session: WorkspaceSession, typed: str) -> tuple[str, str]:
    """Find kind and uid of a record that is not in the trash. Raises RecordMissing."""
    kind, uid = any_kind(session, typed)
    return kind, record(session, kind, uid)


def any_kind(session: WorkspaceSession, typed: str) -> tuple[str, str]:
    """Find kind and uid of a record, in the trash or not. Raises RecordMissing."""
    uid = typed.strip().lower()
    kind = naming.kind_of(session, uid)
    if kind is None:
        raise errors.RecordMissing(f"Không có bản ghi “{_short(typed)}” trong sổ. {see('|'.join(lists.LISTS))}")
    return kind, uid


def reference(session: WorkspaceSession, field: Field, typed: str, within: naming.Within) -> str:
    """Find the uid of the record that a reference names: by uid, name or code, and of the owner *within*.

    Raises RecordMissing for none, Refused for several and for one of another owner; both name who could be meant.
    """
    kind, uid = KINDS[field.refers_to], typed.strip().lower()
    other = naming.kind_of(session, uid)
    if other == kind.key:
        return _within_owner(session, field, record(session, kind.key, uid), within)
    if other is not None:
        raise errors.Refused(f"{field.key}: mã “{uid}” là của {KINDS[other].label}, không phải {kind.label}.")
    rows = naming.named(session, kind.key, typed, within)
    if len(rows) == 1:
        return rows[0].uid
    if rows:
        raise choose(kind.label, [*map(naming.described, rows)], f"{field.key}=UID", list_of(kind.key))
    near = "; ".join(map(naming.described, naming.similar(session, kind.key, typed, within)[:_SHOWN]))
    meant_words = f" Gần giống: {near}." if near else ""
    raise errors.RecordMissing(
        f"{field.key}: không có {kind.label} gọi là “{_short(typed)}” trong sổ.{meant_words} {see(list_of(kind.key))}"
    )


def _within_owner(session: WorkspaceSession, field: Field, uid: str, within: naming.Within) -> str:
    row = listing.find(session, field.refers_to, uid)
    if within is not None and row.values[within[0]] != within[1]:
        owner = KINDS[field.refers_to].field(within[0])
        raise errors.Refused(
            f"{field.key}: “{row.title}” là của {row.shown[owner.key]}, khác với {owner.key} đã ghi. Hãy chọn lại."
        )
    return uid


def list_of(kind: str) -> str:
    """Name the list that shows the uids of a kind."""
    return _LIST_OF.get(kind, kind)


def _short(typed: str) -> str:
    return typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN]}…"


def decision(session: WorkspaceSession, typed: str) -> str:
    """Find the uid of the decision with this number or uid. Raises RecordMissing for none, Refused for several."""
    uids = decision_uids(session, names.nfc(typed))
    if len(uids) == 1:
        return uids[0]
    if uids:
        raise errors.Refused(
            f"Có {len(uids)} quyết định số “{typed}”. Hãy ghi mã (uid) thay cho số. {see('decisions')}"
        )
    uid = typed.strip().lower()
    if listing.in_trash(session, "decision", uid) is not None:
        return record(session, "decision", uid)
    numbers = [row["number"] for row in reversed(lists.rows(session, "decisions"))]
    raise errors.RecordMissing(
        f"Không có quyết định số “{typed}” trong sổ.{meant(typed, numbers)} {see('decisions', 'số')}"
    )


def see(what: str, key: str = "mã (uid)") -> str:
    """Say how to list what a command line can name."""
    return f"Gõ “{PROGRAM} list TỆP {what}” để xem {key}."


def choose(label: str, choices: Sequence[str], option: str, what: str) -> errors.Refused:
    """Build the refusal to pick from several *choices*, which names the first of them."""
    shown = "; ".join(choices[:_SHOWN])
    more = f"; và {len(choices) - _SHOWN} {label} khác" if len(choices) > _SHOWN else ""
    return errors.Refused(f"Có {len(choices)} {label}: {shown}{more}. Hãy chọn bằng {option}. {see(what, 'tất cả')}")
