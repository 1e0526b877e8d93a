"""Set the dates of an emulation year after the year before or the usual list, and mark them as done."""

import datetime
import tomllib
from collections.abc import Iterator, Sequence

from sqlalchemy import select

from cluster_desktop import errors, resources
from cluster_desktop.commands.law.catalogue import catalogue_of
from cluster_desktop.commands.records.records import add, checked, draft_of
from cluster_desktop.domain.law.catalogue import Catalogue
from cluster_desktop.domain.law.catalogue_values import due_on
from cluster_desktop.domain.law.regimes import Certainty
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.deadlines import moved
from cluster_desktop.domain.year.vocabulary import YearStage
from cluster_desktop.domain.year.year_plan import MilestoneDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Milestone
from cluster_desktop.records.queries.year.milestones import earlier_year

_UNSURE = "Ngày dự kiến; hãy hỏi lại cấp ra quy định."


def usual_milestones(year: int, catalogue: Catalogue) -> Iterator[MilestoneDraft]:
    """List the usual dates of *year*, then the deadlines of the law, with their basis. Raises ResourceMissing."""
    for usual in tomllib.loads(resources.read_text("milestones.toml"))["milestone"]:
        note = _note(usual["basis"], sure=usual["certain"])
        day = PartialDate.of(due_on(usual["day"], year))
        yield MilestoneDraft(year=year, stage=usual["stage"], title=usual["title"], due_on=day, note=note)
    for deadline, last in catalogue.deadlines(year):
        note = _note(deadline.basis, sure=deadline.own or deadline.certain is Certainty.CERTAIN)
        yield MilestoneDraft(
            year=year, stage=YearStage.OTHER, title=f"Hạn: {deadline.label}", due_on=PartialDate.of(last), note=note
        )


def _note(basis: str, *, sure: bool) -> str:
    return f"Căn cứ: {basis}." + ("" if sure else f"\n{_UNSURE}")


def plan_year(workspace: Workspace, year: int) -> Changes:
    """Set the dates of a year in one act: those of the last planned year moved on, else the usual ones.

    What the year has already stays as it is. Raises Refused when nothing is missing.
    """
    with workspace.changing(f"Đặt mốc năm {year}") as session:
        present = {milestone.title for milestone in _of_year(session, year)}
        before = earlier_year(session, year)
        drafts = usual_milestones(year, catalogue_of(session)) if before is None else _copied(session, before, year)
        missing = [draft for draft in drafts if draft.title not in present]
        if not missing:
            raise errors.Refused(f"Năm {year} đã có đủ các mốc. Hãy sửa ngày ở từng mốc.")
        for draft in missing:
            add(session, checked(draft))
        return session.changes()


def _of_year(session: WorkspaceSession, year: int) -> Sequence[Milestone]:
    milestones = select(Milestone).where(Milestone.year == year)
    return session.scalars(milestones.order_by(Milestone.due_on, Milestone.uid)).all()


def _copied(session: WorkspaceSession, before: int, year: int) -> Iterator[MilestoneDraft]:
    for milestone in _of_year(session, before):
        title, due_on = milestone.title.replace(str(before), str(year)), moved(milestone.due_on, year - before)
        yield draft_of(milestone, MilestoneDraft, year=year, title=title, due_on=due_on, done_on=None)


def mark_milestones(workspace: Workspace, uids: Sequence[str], *, done: bool, on: datetime.date) -> Changes:
    """Mark milestones as done on a day, or as not yet. Raises RecordMissing."""
    with workspace.changing(f"{'Xong' if done else 'Chưa xong'} {len(uids)} mốc") as session:
        for uid in uids:
            milestone = living(session, Milestone, uid)
            milestone.done_on = (milestone.done_on or PartialDate.of(on)) if done else None
        return session.changes()
