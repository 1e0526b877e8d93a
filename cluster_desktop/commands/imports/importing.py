"""Import a table into the workspace: plan first, then all of it in one act or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.coded_rows import coded_rows
from cluster_desktop.commands.imports.places import keep_departments
from cluster_desktop.commands.imports.plan import (
    Doubt,
    ImportPlan,
    PlaceDoubt,
    PlannedRecord,
    Progress,
    RowProblem,
    Shared,
    TableRow,
)
from cluster_desktop.commands.imports.planner import Planner
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.commands.records.careers import state_first
from cluster_desktop.commands.records.records import add, assign, checked
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import RECORD_TABLES, Person
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.stints import settle

_PROGRESS_EVERY: Final = 100
_WITH_CONSEQUENCES: Final = ("award", "score", "event")  # writing one of these moves other records along


def plan_table(
    workspace: Workspace,
    kind: ImportKind,
    rows: Sequence[TableRow],
    shared: Shared | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """Compare the rows of a table with the workspace; nothing is written.

    *shared* holds for the whole table and answers questions of an earlier plan. *progress* may raise
    Cancelled.
    """

    def plan(session: Session) -> ImportPlan:
        coded = coded_rows(session, kind, rows, shared or Shared())
        return Planner(session, kind, coded.shared(shared or Shared()), coded).plan(coded.rows, progress)

    return workspace.read(plan)


def plan_file(
    workspace: Workspace, read: ImportTables, shared: Shared | None = None, progress: Progress | None = None
) -> ImportPlan:
    """Compare the tables of a file with the workspace, with everything there is to tell of their rows and columns.

    *progress* may raise Cancelled.
    """
    rows = read.rows()
    plan = plan_table(workspace, read.kind, rows, shared, progress)
    return replace(plan, skipped=(*read.skipped(rows), *plan.skipped), remarks=read.remarks())


def open_problems(workspace: Workspace, plan: ImportPlan) -> tuple[RowProblem, ...]:
    """Turn the questions of a plan into problems, where nobody can be asked: who is meant, and what is right."""
    labels = {item.key: item.label for item in plan.kind.fields}
    label = labels[plan.kind.anchors[0]]
    uids = sorted({uid for doubt in plan.doubts for uid in doubt.candidates})
    names = {uid: _named(workspace, uid) for uid in uids}
    doubts = (RowProblem(doubt.sheet, doubt.row, label, _sentence(doubt, names)) for doubt in plan.doubts)
    disputes = (RowProblem(each.sheet, each.row, each.label, f"{each.name}: {each.sentence}") for each in plan.disputes)
    places = (
        RowProblem(sheet, row, labels.get(place.field, label), _place_sentence(place), place.field)
        for place in plan.places
        for sheet, row in place.rows
    )
    return (*doubts, *places, *disputes)


def _named(workspace: Workspace, uid: str) -> str:
    row = workspace.read(listing.find, "person", uid)
    details = [row.shown[key] for key in ("birth_date", "department_uid", "unit_uid") if row.shown[key]]
    return f"{row.title} ({', '.join(details)})" if details else row.title


def _sentence(doubt: Doubt, names: dict[str, str]) -> str:
    if not doubt.candidates:
        return f"Chưa có “{doubt.name}” trong danh sách cán bộ. Hãy sửa tên, ngày sinh hoặc nhập như người mới."
    people = "; ".join(names[uid] for uid in doubt.candidates)
    remedy = "Hãy ghi tên, ngày sinh, đơn vị đúng như trong sổ, hoặc nhập trong cửa sổ để chọn."
    return f"“{doubt.name}” có thể là: {people}. {remedy}"


def _place_sentence(place: PlaceDoubt) -> str:
    if place.lacks_unit:
        return f"{place.sentence} Hãy ghi đơn vị trong bảng, hoặc cho biết bằng --unit."
    name = place.candidates[0][1] if place.candidates else "tên trong sổ"
    return (
        f"{place.sentence} Hãy sửa tên cho đúng, hoặc cho biết bằng --department “{place.words}={name}” "
        f"(“{place.words}=new” là tập thể mới)."
    )


def import_table(workspace: Workspace, plan: ImportPlan, source: str, progress: Progress | None = None) -> Changes:
    """Carry out a plan in one act. Raises Refused when it has problems or open questions; nothing is then written.

    *progress* may raise Cancelled, which takes everything back.
    """
    if plan.problems:
        raise errors.Refused(f"Bảng còn {len(plan.problems)} chỗ phải sửa nên chưa nhập gì. Hãy sửa rồi nhập lại.")
    if plan.doubts:
        raise errors.Refused(f"Còn {len(plan.doubts)} người chưa rõ là ai nên chưa nhập gì. Hãy chọn rồi nhập lại.")
    if plan.places:
        raise errors.Refused(f"Còn {len(plan.places)} khoa, phòng chưa rõ nên chưa nhập gì. Hãy chọn rồi nhập lại.")
    if plan.disputes:
        raise errors.Refused(f"Còn {len(plan.disputes)} chỗ danh sách khác sổ nên chưa nhập gì. Hãy chọn rồi nhập lại.")
    planned = (*plan.added, *plan.changed)
    with workspace.changing(f"Nhập {len(planned)} {plan.kind.counted} từ “{source}”") as session:
        counter = _WriteCounter(len(plan.parents) + len(planned), progress)
        for parent in plan.parents:
            add(session, parent.draft.normalised(), uid=parent.uid)
            counter.count()
        with session.no_autoflush:
            for item in planned:
                _write(session, item)
                counter.count()
        keep_departments(session, plan.meant)
        session.flush()
        settle(session, [item.uid for item in plan.changed if item.uid and item.draft.KIND == "person"])
        return session.changes()


@dataclass
class _WriteCounter:
    """The number of records written, reported now and then."""

    total: int
    progress: Progress | None
    done: int = 0

    def count(self) -> None:
        """Count one more record. The progress may raise Cancelled."""
        self.done += 1
        if self.progress is not None and self.done % _PROGRESS_EVERY == 0:
            self.progress(self.done, self.total)


def _write(session: WorkspaceSession, item: PlannedRecord) -> None:
    if item.uid is not None:
        record = living(session, RECORD_TABLES[item.draft.KIND], item.uid)
        assign(session, record, item.draft.normalised(), item.dating)
    elif item.own or item.draft.KIND in _WITH_CONSEQUENCES:
        record = add(session, item.draft, uid=item.own or None)
    else:
        # The plan has looked up the references and what may stand only once, so a long table goes straight in.
        record = RECORD_TABLES[item.draft.KIND](uid=new_uid(), **item.draft.normalised().values())
        session.add(record)
        if isinstance(record, Person):
            state_first(session, record, item.dating)
    for child in item.children:
        values: dict[str, Any] = {**child.values(), KINDS[child.KIND].owners[0]: record.uid}
        add(session, checked(type(child)(**values)))
