"""Find the records that a command line names by code, number or uid, or say where to look for them."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop import errors
from cluster_desktop.cli.wording import PROGRAM
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.suggestions import meant
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.awards.decisions import decision_uids
from cluster_desktop.records.queries.lists import listing, lists

_LIST_OF: Final = {
    "person": "people",
    "council_session": "sessions",
    "event": "events",
    "nomination": "nominations",
    "decision": "decisions",
}
"""The list that shows the uids of a kind."""
_SHOWN: Final = 5


def unit(session: WorkspaceSession, code: str | None) -> str | None:
    """Find the unit with a code; None when no unit is named. Raises RecordMissing."""
    return None if code is None else lists.unit_uid(session, code)


def record(session: WorkspaceSession, kind: str, typed: str) -> str:
    """Find the uid of a record of *kind* (a key of ``KINDS``) that is not in the trash. Raises RecordMissing."""
    uid = typed.strip().lower()
    label = KINDS[kind].label
    trashed = listing.in_trash(session, kind, uid)
    if trashed is None:
        raise errors.RecordMissing(f"Không có {label} “{typed}” trong sổ. {see(_LIST_OF[kind])}")
    if trashed:
        raise errors.RecordMissing(f"Mục “{typed}” ({label}) đã xóa. Hãy mở sổ và lấy lại từ thùng rác trước.")
    return uid


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
