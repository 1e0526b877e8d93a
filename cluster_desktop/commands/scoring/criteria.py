"""Add, move, group and delete the criteria of a score sheet, or take them from a table."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from cluster_desktop import errors
from cluster_desktop.commands.records import trash
from cluster_desktop.commands.records.records import add, assign, checked, draft_of
from cluster_desktop.commands.records.scoring_rules import count_scores
from cluster_desktop.commands.scoring.score_sheets import add_lines, open_sheet
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.scoring.scored_sheet import ScoreLine
from cluster_desktop.domain.scoring.scoring import CriterionDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import moment
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living, with_deleted
from cluster_desktop.records.models import Criterion
from cluster_desktop.records.queries.scoring.scoring import sheet_lines

UP, DOWN = -1, 1


def add_criterion(workspace: Workspace, draft: CriterionDraft, after_uid: str | None = None) -> Changes:
    """Write a new line into its sheet: behind *after_uid*, or at the end of its group.

    Raises InvalidDraft, Refused when the sheet is locked.
    """
    ready = checked(draft)
    with workspace.changing(f"Thêm tiêu chí “{ready.title}”") as session:
        sheet = ready.sheet_uid or ""
        order = [line.uid for line in sheet_lines(session, sheet) if line.parent_uid == ready.parent_uid]
        place = order.index(after_uid) + 1 if after_uid in order else len(order)
        order.insert(place, add(session, ready).uid)
        _number(session, order)
        return session.changes()


def edit_criteria(workspace: Workspace, edits: Sequence[tuple[str, str, Value]]) -> Changes:
    """Change fields of lines, each (uid, field, value), as one act.

    Raises InvalidDraft, Refused when the sheet is locked, RecordMissing.
    """
    with workspace.changing("Sửa tiêu chí" if len(edits) == 1 else f"Sửa {len(edits)} ô tiêu chí") as session:
        by_line: dict[str, dict[str, Any]] = {}
        for uid, key, value in edits:
            by_line.setdefault(uid, {})[key] = value
        for uid, values in by_line.items():
            record = living(session, Criterion, uid)
            assign(session, record, checked(draft_of(record, CriterionDraft, **values)))
        return session.changes()


def move_criterion(workspace: Workspace, sheet_uid: str, uid: str, step: int) -> Changes:
    """Move a line one place UP or DOWN among its neighbours of the same group, with what it holds.

    Raises Refused at the end of the group, and when the sheet is locked.
    """
    with workspace.changing("Chuyển chỗ tiêu chí") as session:
        open_sheet(session, sheet_uid)
        lines = sheet_lines(session, sheet_uid)
        order = _siblings(lines, _line(lines, uid).parent_uid)
        place = order.index(uid)
        if not 0 <= place + step < len(order):
            raise errors.Refused("Tiêu chí đã ở đầu hoặc cuối nhóm. Muốn đổi nhóm, hãy dùng “Vào nhóm”, “Ra ngoài”.")
        order[place], order[place + step] = order[place + step], order[place]
        _number(session, order)
        return session.changes()


def indent_criterion(workspace: Workspace, sheet_uid: str, uid: str) -> Changes:
    """Put a line into the group above it. Raises Refused where there is none, and when the sheet is locked."""
    with workspace.changing("Đưa tiêu chí vào nhóm") as session:
        open_sheet(session, sheet_uid)
        lines = sheet_lines(session, sheet_uid)
        order = _siblings(lines, _line(lines, uid).parent_uid)
        before = order[order.index(uid) - 1] if order.index(uid) else None
        if before is None or not _line(lines, before).group:
            raise errors.Refused("Ngay phía trên không có nhóm nào cùng cấp để đưa tiêu chí này vào.")
        _put(session, uid, before, [*_siblings(lines, before), uid])
        return session.changes()


def outdent_criterion(workspace: Workspace, sheet_uid: str, uid: str) -> Changes:
    """Take a line out of its group, to stand behind it. Raises Refused outside every group, or when locked."""
    with workspace.changing("Đưa tiêu chí ra khỏi nhóm") as session:
        open_sheet(session, sheet_uid)
        lines = sheet_lines(session, sheet_uid)
        parent = _line(lines, uid).parent_uid
        if parent is None:
            raise errors.Refused("Tiêu chí này không nằm trong nhóm nào.")
        above = _line(lines, parent).parent_uid
        order = _siblings(lines, above)
        order.insert(order.index(parent) + 1, uid)
        _put(session, uid, above, order)
        return session.changes()


def delete_criteria(workspace: Workspace, sheet_uid: str, uids: Sequence[str]) -> Changes:
    """Move lines to the trash with what they hold and every point on them; the act's words say how many.

    Raises Refused when the sheet is locked, RecordMissing.
    """
    lines = workspace.read(sheet_lines, sheet_uid)
    gone = _with_held(lines, uids)
    scored = workspace.read(count_scores, gone)
    points = f" cùng điểm của {scored} ô" if scored else ""
    with workspace.changing(f"Xóa {len(gone)} dòng tiêu chí{points}") as session:
        open_sheet(session, sheet_uid)
        trash.put_away(session, "criterion", gone, moment())
        return session.changes()


def add_criteria(workspace: Workspace, sheet_uid: str, lines: Sequence[ScoreLine]) -> Changes:
    """Write lines read from a table at the end of a sheet, as one act. Raises InvalidDraft, Refused when locked."""
    with workspace.changing(f"Dán {len(lines)} dòng tiêu chí") as session:
        open_sheet(session, sheet_uid)
        ever = with_deleted(Criterion)  # whatever comes back from the trash keeps its place
        last = select(func.max(ever.position)).where(ever.sheet_uid == sheet_uid)
        add_lines(session, sheet_uid, lines, (session.scalar(last) or 0) + 1)
        return session.changes()


def _with_held(lines: Sequence[ScoreLine], uids: Sequence[str]) -> list[str]:
    """List the lines and everything in them; groups stand before what they hold."""
    gone = set(uids)
    for line in lines:
        if line.parent_uid in gone:
            gone.add(line.uid)
    return [line.uid for line in lines if line.uid in gone]


def _line(lines: Sequence[ScoreLine], uid: str) -> ScoreLine:
    for line in lines:
        if line.uid == uid:
            return line
    raise errors.RecordMissing("Không còn tiêu chí này trong bảng điểm. Hãy đọc lại trang (F5).")


def _siblings(lines: Sequence[ScoreLine], parent: str | None) -> list[str]:
    return [line.uid for line in lines if line.parent_uid == parent]


def _put(session: WorkspaceSession, uid: str, parent: str | None, order: Sequence[str]) -> None:
    session.get_one(Criterion, uid).parent_uid = parent
    _number(session, order)


def _number(session: WorkspaceSession, order: Sequence[str]) -> None:
    for position, uid in enumerate(order, start=1):
        record = session.get_one(Criterion, uid)
        if record.position != position:
            record.position = position
