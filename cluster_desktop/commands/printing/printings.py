"""Record printed sheets in the register with their words, and make them void with a reason; none is deleted."""

import json
from collections.abc import Collection, Sequence

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificates import Certificates
from cluster_desktop.domain.printing.certificate_code import FIELDS
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import now
from cluster_desktop.records.models import Printing
from cluster_desktop.records.queries.printing.printings import PrintedSheet, sheets_of

_NEVER_CAME_OUT = "Tờ chưa ra khỏi máy in"


def remember(workspace: Workspace, batch: Certificates) -> Changes:
    """Note in the register that these certificates were printed, with the words they carry."""
    if not batch.award_uids:
        return Changes("In giấy chứng nhận", frozenset(), ())
    count = len(batch.contents)
    with workspace.changing(f"In {count} giấy của quyết định {batch.decision.number}") as session:
        when = now()
        for uid, content in zip(batch.award_uids, batch.contents, strict=True):
            words = json.dumps(content.values(), ensure_ascii=False)
            session.add(Printing(award_uid=uid, printed_at=when, words=words, sheet=content.sheet or None))
        return session.changes()


def void_sheets(workspace: Workspace, printing_uids: Collection[str], reason: str) -> Changes:
    """Make printed sheets void for a reason; a sheet that is void already keeps its own.

    Raises Refused without a reason, RecordMissing for a sheet the register does not know.
    """
    because = " ".join(reason.split())
    if not because:
        raise errors.Refused("Hãy ghi lý do hủy tờ giấy (hỏng, mất, sai chữ…).")
    count = len(printing_uids)
    with workspace.changing("Hủy tờ giấy đã in" if count == 1 else f"Hủy {count} tờ giấy đã in") as session:
        when = now()
        for uid in printing_uids:
            printing = session.get(Printing, uid)
            if printing is None or printing.deleted_at is not None:
                raise errors.RecordMissing("Không còn tờ giấy này trong sổ. Hãy đọc lại trang (F5).")
            if printing.ended_at is None:
                printing.ended_at, printing.ended_because = when, because
        return session.changes()


def void_after(workspace: Workspace, award_uids: Sequence[str]) -> Changes:
    """Make the newest sheet of each of these awards void: it never came out of the printer."""
    sheets = workspace.read(sheets_of, award_uids)
    newest = [sheets[uid][0].uid for uid in award_uids if uid in sheets and sheets[uid][0].counts]
    if not newest:
        return Changes(_NEVER_CAME_OUT, frozenset(), ())
    return void_sheets(workspace, newest, _NEVER_CAME_OUT)


def waiting(workspace: Workspace, batch: Certificates) -> tuple[int, ...]:
    """List the places in the batch (from 0) of certificates without a valid sheet."""
    sheets = workspace.read(sheets_of, batch.award_uids)
    return tuple(
        place for place, uid in enumerate(batch.award_uids) if not any(sheet.counts for sheet in sheets.get(uid, ()))
    )


def differences(sheet: PrintedSheet, today: dict[str, str]) -> tuple[str, ...]:
    """Name the words of a sheet that are no longer those of the workspace."""
    return tuple(name for key, name in FIELDS.items() if key in sheet.words and sheet.words[key] != today.get(key, ""))
