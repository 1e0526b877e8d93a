"""The dates of 2020 and of the year being planned, who came to the events, what they cost, what was handed over."""

from itertools import islice
from typing import Final

from cluster_desktop.commands.law.catalogue import law
from cluster_desktop.commands.units.handover import usual_items
from cluster_desktop.commands.year.milestones import usual_milestones
from cluster_desktop.domain.events.events import AttendeeDraft, ExpenseDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.deadlines import moved
from cluster_desktop.domain.year.year_plan import HandoverItemDraft, MilestoneDraft
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.events import Log
from cluster_desktop.sample.roster import LECTURER, OFFICER
from cluster_desktop.sample.years import by_merit

_ATHLETES: Final = 4
_DELEGATES: Final = 3


def add_planning(log: Log) -> None:
    """Take in milestones, attendees, expenses and the list of the hand-over."""
    _add_milestones(log)
    _add_attendees(log)
    _add_expenses(log)
    _add_handover(log)


def _add_milestones(log: Log) -> None:
    plan = sources.table("events")["milestones"]
    year, done = plan["year"], plan["done"]
    for draft in usual_milestones(year, law()):
        on = PartialDate.from_iso(done[draft.stage]) if draft.stage in done else draft.due_on
        log.batch.add(_milestone(draft, 0, on), sample=notes.MILESTONE)
        log.batch.add(_milestone(draft, 1, None), sample=notes.MILESTONE)


def _milestone(draft: MilestoneDraft, later: int, done: PartialDate | None) -> MilestoneDraft:
    if draft.year is None or draft.due_on is None:
        raise TypeError("a usual milestone has its day")
    return MilestoneDraft(
        year=draft.year + later,
        stage=draft.stage,
        title=draft.title,
        due_on=moved(draft.due_on, later),
        done_on=done,
        note=draft.note,
    )


def _add_attendees(log: Log) -> None:
    """From every school the best lecturers at the last workshop, some athletes at the last games."""
    for code in log.schools:
        people = by_merit(log.members, code)
        lecturers = islice((one for one in people if one.rank <= LECTURER), _DELEGATES)
        athletes = islice((one for one in reversed(people) if one.rank <= OFFICER), _ATHLETES)
        for key, role, chosen in (
            ("workshop 2", "Đại biểu", lecturers),
            ("sports 2020", "Vận động viên", athletes),
        ):
            for member in chosen:
                came = AttendeeDraft(event_uid=log.uids[key], person_uid=member.uid, role=role)
                log.batch.add(came, sample=notes.ATTENDEE)


def _add_expenses(log: Log) -> None:
    for plan in sources.table("events")["expense"]:
        for what, source, planned, spent in plan["lines"]:
            draft = ExpenseDraft(
                event_uid=log.uids[plan["event"]], description=what, source=source, planned=planned, spent=spent
            )
            log.batch.add(draft, sample=notes.EXPENSE)


def _add_handover(log: Log) -> None:
    plan = sources.table("events")["handover"]
    for place, title in enumerate(usual_items(plan["year"]), start=1):
        done = place in plan["done"]
        draft = HandoverItemDraft(
            year=plan["year"],
            position=place,
            title=title,
            done=done,
            done_on=PartialDate.from_iso(plan["on"]) if done else None,
        )
        log.batch.add(draft, sample=notes.HANDOVER)
