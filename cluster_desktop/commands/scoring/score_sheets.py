"""Start a cluster's score sheet from last year's or from an example, lock it and open it again."""

import datetime
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cluster_desktop import errors, resources
from cluster_desktop.commands.records.locked_sheets import refuse_locked
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.commands.records.scoring_rules import refuse_unscored
from cluster_desktop.domain.fields.types import POINT
from cluster_desktop.domain.scoring.scored_sheet import ScoreLine
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreSheetDraft
from cluster_desktop.domain.scoring.vocabulary import SheetState
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Cluster, ScoreSheet
from cluster_desktop.records.queries.scoring.scoring import earlier_sheet, sheet_lines

EXAMPLE = "score_sheet.toml"
_LONGEST_REASON = 80


def copy_sheet(workspace: Workspace, cluster_uid: str, year: int) -> Changes:
    """Start the sheet of *year* with the criteria of the cluster's last sheet, as one act.

    Raises Refused when the cluster has no earlier sheet, InvalidDraft when the year has one already.
    """
    earlier = workspace.read(earlier_sheet, year, cluster_uid)
    if earlier is None:
        raise errors.Refused("Cụm chưa có bảng điểm của năm nào trước đó. Hãy tạo bảng điểm mẫu rồi sửa.")
    source, before = earlier
    with workspace.changing(f"Chép tiêu chí năm {before} sang năm {year}") as session:
        old = session.get_one(ScoreSheet, source)
        uid = _new_sheet(session, cluster_uid, year, old.basis)
        add_lines(session, uid, sheet_lines(session, source))
        return session.changes()


def start_example(workspace: Workspace, cluster_uid: str, year: int) -> Changes:
    """Start the sheet of *year* with the example criteria, which every cluster changes to its own.

    Raises InvalidDraft when the year has a sheet already, ResourceMissing.
    """
    with workspace.changing(f"Tạo bảng điểm mẫu năm {year}") as session:
        uid = _new_sheet(session, cluster_uid, year, None)
        add_lines(session, uid, example_lines())
        return session.changes()


def start_empty(workspace: Workspace, cluster_uid: str, year: int) -> Changes:
    """Start the sheet of *year* without criteria. Raises InvalidDraft when the year has one already."""
    with workspace.changing(f"Tạo bảng điểm trống năm {year}") as session:
        _new_sheet(session, cluster_uid, year, None)
        return session.changes()


def example_lines() -> tuple[ScoreLine, ...]:
    """Read the example criteria in order. Raises ResourceMissing."""
    return tuple(_read_lines(tomllib.loads(resources.read_text(EXAMPLE))["line"], None, 0))


def _read_lines(entries: Iterable[Mapping[str, Any]], parent: str | None, depth: int) -> Iterable[ScoreLine]:
    for entry in entries:
        line = ScoreLine(
            uid=new_uid(),
            parent_uid=parent,
            depth=depth,
            code=entry.get("code", ""),
            title=entry["title"],
            kind=entry["kind"],
            maximum=round(entry["maximum"] * POINT) if "maximum" in entry else None,
            evidence=entry.get("evidence", ""),
        )
        yield line
        yield from _read_lines(entry.get("line", ()), line.uid, depth + 1)


def criterion_draft(line: ScoreLine, sheet_uid: str, position: int) -> CriterionDraft:
    """Draft the criterion of a line for a sheet."""
    return CriterionDraft(
        sheet_uid=sheet_uid,
        parent_uid=line.parent_uid,
        position=position,
        code=line.code or None,
        title=line.title,
        kind=line.kind,
        maximum=line.maximum,
        evidence=line.evidence or None,
    )


def sheet_name(year: int) -> str:
    """Name a new sheet."""
    return f"Bảng điểm thi đua năm {year}"


def _new_sheet(session: WorkspaceSession, cluster_uid: str, year: int, basis: str | None) -> str:
    if session.get(Cluster, cluster_uid) is None:
        raise errors.RecordMissing("Không còn cụm này trong sổ. Hãy đọc lại trang (F5).")
    draft = ScoreSheetDraft(name=sheet_name(year), cluster_uid=cluster_uid, year=year, basis=basis)
    return add(session, checked(draft)).uid


def add_lines(session: WorkspaceSession, sheet: str, lines: Sequence[ScoreLine], start: int = 1) -> None:
    """Write the lines with new uids, in order, inside a running act. Raises InvalidDraft, Refused."""
    uids: dict[str, str] = {}
    for position, line in enumerate(lines, start=start):
        parent = uids.get(line.parent_uid or "")
        draft = criterion_draft(replace(line, parent_uid=parent), sheet, position)
        uids[line.uid] = add(session, checked(draft)).uid


def lock_sheet(workspace: Workspace, sheet_uid: str, on: datetime.date) -> Changes:
    """Close a sheet after the meeting that agreed on it. Raises Refused when it is locked, or has no points."""
    with workspace.changing("Chốt bảng điểm") as session:
        sheet = open_sheet(session, sheet_uid)
        refuse_unscored(session, sheet_uid)
        sheet.state, sheet.unlock_reason = SheetState.LOCKED, None
        sheet.locked_on = PartialDate(on.year, on.month, on.day)
        return session.changes()


def unlock_sheet(workspace: Workspace, sheet_uid: str, reason: str) -> Changes:
    """Open a locked sheet again, with the reason. Raises Refused without one, and when it is not locked."""
    if not reason.strip():
        raise errors.Refused("Hãy ghi lý do mở lại bảng điểm.")
    with workspace.changing(f"Mở lại bảng điểm: {reason.strip()[:_LONGEST_REASON]}") as session:
        sheet = living(session, ScoreSheet, sheet_uid)
        if sheet.state != SheetState.LOCKED:
            raise errors.Refused("Bảng điểm này chưa chốt nên không cần mở lại.")
        sheet.state, sheet.locked_on, sheet.unlock_reason = SheetState.SCORING, None, reason.strip()
        return session.changes()


def open_sheet(session: WorkspaceSession, uid: str) -> ScoreSheet:
    """Read a sheet that is not locked. Raises RecordMissing, Refused."""
    sheet = living(session, ScoreSheet, uid)
    refuse_locked(sheet)
    return sheet
