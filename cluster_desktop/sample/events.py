"""The events that the article tells of: workshops with their papers, charity visits, exchanges."""

from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from cluster_desktop.domain.events.events import EventDraft, GiftDraft, PaperDraft, ParticipantDraft, ResultDraft
from cluster_desktop.domain.fields.vocabulary import EventKind, EventLevel, Prize
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.roster import LECTURER, Member
from cluster_desktop.sample.schools import School, host_of

_PRESENTED = 6
_PRIZES: Final = (Prize.FIRST, Prize.SECOND, Prize.THIRD, Prize.THIRD)
_TEAM: Final = (9, 16)
_GROUP: Final = (7, 12)


@dataclass(slots=True)
class Log:
    """What writing the event log needs; ``uids`` finds an event again: "workshop 1", "sports 2020"."""

    batch: Batch
    rng: Random
    schools: dict[str, School]
    members: list[Member]
    movements: tuple[str, ...]
    uids: dict[str, str] = field(default_factory=dict)

    def add(self, key: str, draft: EventDraft, people: tuple[int, int] | None, note: str) -> str:
        """Take in an event; *people* are the fewest and most from a school, if all seven came."""
        counts = {code: self.rng.randint(*people) for code in self.schools} if people else {}
        uid = self.batch.add(draft, sample=note)
        for code, number in counts.items():
            came = ParticipantDraft(event_uid=uid, unit_uid=self.schools[code].uid, people=number)
            self.batch.add(came, sample=notes.PARTICIPANT)
        self.uids[key] = uid
        return uid


def add_workshops(log: Log) -> None:
    """The three workshops of the cluster with 50 papers, and the joint ones of two schools."""
    told = sources.fact_events(EventKind.WORKSHOP, "Cụm")
    plans, papers = sources.table("events")["workshop"], sources.table("papers")["workshop"]
    for place, (fact, plan, given) in enumerate(zip(told, plans, papers, strict=True)):
        draft = EventDraft(
            kind=EventKind.WORKSHOP,
            level=EventLevel.CLUSTER,
            title=fact["title"],
            year=plan["year"],
            starts_on=PartialDate.from_iso(plan["starts"]),
            host_uid=log.schools[plan["host"]].uid,
            place=plan["place"],
            organisers=sources.facts()["cluster"]["name"],
            proceedings=True,
        )
        uid = log.add(f"workshop {place}", draft, (plan["people"][0], plan["people"][1]), notes.WORKSHOP)
        _add_papers(log, uid, given["titles"])
    fact = sources.fact_events(EventKind.WORKSHOP, "Liên trường")[0]
    for plan in sources.table("events")["joint"]:
        log.add(f"joint {plan['year']}", _joint(log, fact, plan), None, notes.JOINT)


def _joint(log: Log, fact: dict[str, Any], plan: dict[str, Any]) -> EventDraft:
    return EventDraft(
        kind=EventKind.WORKSHOP,
        level=EventLevel.SCHOOLS,
        title=fact["title"],
        year=plan["year"],
        starts_on=PartialDate.from_iso(plan["starts"]),
        host_uid=log.schools[plan["host"]].uid,
        co_hosts=log.schools[plan["with"]].name,
        place=plan["place"],
    )


def _add_papers(log: Log, event: str, titles: list[str]) -> None:
    lecturers = [member for member in log.members if member.rank <= LECTURER]
    authors = log.rng.sample(lecturers, len(titles))
    for place, (title, author) in enumerate(zip(titles, authors, strict=True)):
        paper = PaperDraft(
            event_uid=event,
            title=title,
            author=author.full_name,
            person_uid=author.uid,
            unit_uid=author.school.uid,
            printed=True,
            presented=place < _PRESENTED,
        )
        log.batch.add(paper, sample=notes.PAPER)


def add_charity(log: Log) -> None:
    """The visits of the article, one a year, with gifts of every school."""
    told = sources.fact_events(EventKind.CHARITY)
    for place, (fact, plan) in enumerate(zip(told, sources.table("events")["charity"], strict=True)):
        misprint = fact.get("printed_in_article_as")
        draft = EventDraft(
            kind=EventKind.CHARITY,
            level=EventLevel.CLUSTER,
            title=f"Thăm, tặng quà {fact['recipients']}",
            year=fact["year"],
            host_uid=log.schools[fact["host"]].uid,
            place=fact["place"],
            beneficiaries=fact["recipients"],
            note=f"Bài viết in “{misprint}”." if misprint else None,
        )
        uid = log.add(f"charity {place}", draft, _GROUP, notes.CHARITY)
        for school, quantity in zip(log.schools.values(), plan["gifts"], strict=True):
            gift = GiftDraft(
                event_uid=uid,
                description=plan["present"],
                unit_uid=school.uid,
                quantity=quantity,
                unit_value=plan["unit_value"],
                amount=quantity * plan["unit_value"],
            )
            log.batch.add(gift, sample=notes.GIFT)


def add_exchanges(log: Log) -> None:
    """Sports and arts once a year, with results."""
    for plan in sources.table("events")["exchange"]:
        note = notes.REPORTED if "reported" in plan else notes.EXCHANGE
        sports = log.add(f"sports {plan['year']}", _exchange(log, plan, EventKind.SPORTS), _TEAM, note)
        arts = log.add(f"arts {plan['year']}", _exchange(log, plan, EventKind.ARTS), _GROUP, note)
        for discipline, ranking in plan["results"]:
            for code, prize in zip(ranking, _PRIZES, strict=True):
                won = ResultDraft(event_uid=sports, discipline=discipline, unit_uid=log.schools[code].uid, prize=prize)
                log.batch.add(won, sample=notes.RESULT)
        _add_performances(log, arts, plan["performances"])


def _exchange(log: Log, plan: dict[str, Any], kind: str) -> EventDraft:
    what, day = ("thể thao", plan["sports"]) if kind == EventKind.SPORTS else ("văn nghệ", plan["arts"])
    cluster = sources.facts()["cluster"]["name"]
    return EventDraft(
        kind=kind,
        level=EventLevel.CLUSTER,
        title=f"Giao lưu {what} các trường chính trị {cluster} năm {plan['year']}",
        year=plan["year"],
        starts_on=PartialDate.from_iso(day),
        host_uid=log.schools[host_of(plan["year"])].uid,
        place=plan["place"],
        note=plan.get("reported"),
    )


def _add_performances(log: Log, event: str, count: int) -> None:
    words = sources.table("events")["performances"]
    codes = list(log.schools)
    pairs = [(genre, theme) for theme in words["themes"] for genre in words["genres"]]
    for place, (genre, theme) in enumerate(log.rng.sample(pairs, count)):
        school = log.schools[codes[place % len(codes)]]
        performance = ResultDraft(
            event_uid=event,
            discipline=f"{genre} “{theme}”",
            performer=school.name,
            unit_uid=school.uid,
            genre=genre,
        )
        log.batch.add(performance, sample=notes.RESULT)
