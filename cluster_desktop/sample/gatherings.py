"""The other events of the cluster: meetings, visits, contests and the launch of the movement."""

from typing import Any, Final

from cluster_desktop.domain.events.events import EventDraft, ResultDraft
from cluster_desktop.domain.fields.vocabulary import EventKind, EventLevel, Prize
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.events import Log
from cluster_desktop.sample.roster import LECTURER
from cluster_desktop.sample.schools import host_of
from cluster_desktop.sample.years import by_merit

_DELEGATION: Final = (3, 6)
_TOUR: Final = (6, 12)
_PRIZES: Final = (Prize.FIRST, Prize.SECOND, Prize.THIRD, Prize.ENCOURAGEMENT, Prize.ENCOURAGEMENT)
_SCORES: Final = ("9,4", "9,2", "9,0", "8,8", "8,7")


def add_gatherings(log: Log) -> None:
    """Take in everything that is neither a workshop, a charity visit nor an exchange."""
    for plan in sources.table("events")["meeting"]:
        for day in plan["starts"]:
            _add_meeting(log, plan, PartialDate.from_iso(day))
    for plan in sources.table("events")["visit"]:
        _add_visit(log, plan)
    for place, plan in enumerate(sources.table("events")["contest"]):
        _add_contest(log, plan, f"contest {place}")
    _add_launch(log)


def _add_meeting(log: Log, plan: dict[str, Any], day: PartialDate) -> None:
    school = log.schools[host_of(day.year)]
    draft = EventDraft(
        kind=EventKind.MEETING,
        level=EventLevel.CLUSTER,
        title=plan["title"].format(year=day.year),
        year=day.year,
        starts_on=day,
        host_uid=school.uid,
        place=school.name,
        documents=plan["documents"],
        signs_pledge=plan.get("signs_pledge"),
        closes_year=plan.get("closes_year"),
    )
    log.add(draft.title or "", draft, _DELEGATION, notes.EVENT)


def _add_visit(log: Log, plan: dict[str, Any]) -> None:
    draft = EventDraft(
        kind=EventKind.TOUR,
        level=EventLevel.CLUSTER,
        title=plan["title"],
        year=plan["year"],
        starts_on=PartialDate.from_iso(plan["starts"]),
        host_uid=log.schools[plan["host"]].uid,
        place=plan["place"],
    )
    log.add(plan["title"], draft, _TOUR, notes.EVENT)


def _add_contest(log: Log, plan: dict[str, Any], key: str) -> None:
    """A contest named by the article, with entrants from the roster or teams of students."""
    draft = EventDraft(
        kind=EventKind.CONTEST,
        level=plan["level"],
        title=plan["title"],
        year=plan["year"],
        starts_on=PartialDate.from_iso(plan["starts"]),
        host_uid=log.schools[plan["host"]].uid if "host" in plan else None,
        place=plan["place"],
        note=f"Bài viết nêu: {sources.facts()['contests'][plan['fact']]}.",
    )
    uid = log.add(key, draft, None, notes.EVENT)
    results = [*_entries(log, uid, plan.get("entrants", [])), *_teams(log, uid, plan)]
    for result in results:
        log.batch.add(result, sample=notes.RESULT)


def _entries(log: Log, event: str, codes: list[str]) -> list[ResultDraft]:
    """One lecturer for every school named; a school named twice sends two."""
    lecturers = {
        code: (member for member in by_merit(log.members, code) if member.rank == LECTURER)
        for code in dict.fromkeys(codes)
    }
    found = [next(lecturers[code]) for code in codes]
    return [
        ResultDraft(
            event_uid=event,
            discipline="Giảng viên dạy giỏi",
            performer=member.full_name,
            person_uid=member.uid,
            unit_uid=member.school.uid,
            prize=prize,
            score=score,
        )
        for member, prize, score in zip(found, _PRIZES, _SCORES, strict=False)
    ]


def _teams(log: Log, event: str, plan: dict[str, Any]) -> list[ResultDraft]:
    return [
        ResultDraft(
            event_uid=event,
            discipline="Thi theo đội",
            performer=team,
            unit_uid=log.schools[plan["host"]].uid,
            prize=prize,
        )
        for team, prize in zip(plan.get("classes", []), _PRIZES, strict=False)
    ]


def _add_launch(log: Log) -> None:
    """The Academy's movement for 2020 - 2025, as the cluster took it up."""
    movement = sources.facts()["movements"][0]
    plan = sources.table("events")["launch"]
    draft = EventDraft(
        kind=EventKind.MOVEMENT,
        level=EventLevel.CLUSTER,
        title=f"Hưởng ứng phong trào thi đua “{movement['title']}”",
        year=movement["from"],
        movement_uid=log.movements[0],
        launched_by=movement["launched_by"],
        registered_groups=plan["registered_groups"],
        registered_people=plan["registered_people"],
    )
    log.add("launch", draft, None, notes.LAUNCH)
