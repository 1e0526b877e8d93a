"""Candidates written in one line, so that a table of cases reads like a clerk's note.

Statements are parted by ";", a year may be a span ("2019-2024"):
``has CSTDCS 2019`` an award (``CHUYEN_DE`` or ``DOT_XUAT`` behind it for another occasion) · ``proposed LDTT 2020`` ·
``class 2020 HTXSNV`` (days off behind it) · ``work SK CO_SO 2020`` (SK or DT; ``for BK_TINH``: used for it already) ·
``was NGHI_HUU A 2020-09-01 -`` status, unit, first day and first day after ("-": not known, still so) ·
``was DANG_CONG_TAC A - 2020-09-01 leads`` the same with an office held ·
``measure KHIEN_TRACH 2020-03-01 2021-03-01`` (no end: still open) · ``joined 2020-03-01`` ·
``recruited 2020-03-01`` · ``registered yes|no`` ·
``unit 36 5`` LĐTT and CSTĐ cơ sở of the unit · ``members 10 7 1`` people, LĐTT, CSTĐ cơ sở of the collective ·
``gone`` a further member who left within the year (``gone LDTT``: with that title) ·
``member HTNV`` a further member of that class · ``member CANH_CAO 2020-05-01`` a further, disciplined member ·
``received 2024-01-01`` · ``votes 6/7`` · ``session`` · ``citation`` · ``occasion DOT_XUAT`` · ``movement 2022 2024`` ·
``woman`` · ``leads`` · ``twin Sơn La`` (the seven from ``received`` to ``movement`` speak of the nomination judged) ·
``organisations HTXSNV HTTNV`` the party organisation and the unions of the unit, after its class ·
``dissolved 2025-07-01`` · ``sheet 1/7`` the locked score sheet of its cluster (``draft 1/7``: not locked;
``sheet none``: no points), and of that sheet ``beside Sơn La`` on the same place · ``for 6/7`` votes (suy tôn) ·
``chosen itself``, ``chosen nobody`` or ``chosen Sơn La`` what the vote came to.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.law.eligibility.facts import (
    Candidate,
    CandidateKind,
    ClusterPlace,
    CollectiveMember,
    HeldAward,
    InitiativeFacts,
    InitiativeUseFacts,
    Measure,
    Pending,
    Stay,
    UnitCounts,
    YearClass,
)
from cluster_desktop.domain.text.dates import PartialDate

_SPAN = re.compile("[0-9]{4}-[0-9]{4}")
_KINDS = {"SK": "SANG_KIEN", "DT": "DE_TAI"}


def candidate(text: str, award: str, year: int, kind: CandidateKind = CandidateKind.PERSON) -> Candidate:
    """The candidate that *text* describes, to be judged for *award* of *year*."""
    statements = _Statements(award, year)
    for statement in filter(None, (part.strip() for part in text.split(";"))):
        for word, *rest in _each_year(statement.split(" ")):
            getattr(statements, f"say_{word}")(*rest)
    return statements.candidate(kind)


def _each_year(words: list[str]) -> Iterator[list[str]]:
    """The statement for every year of the span it names, if it names one."""
    span = next((word for word in words if _SPAN.fullmatch(word)), None)
    if span is None:
        yield words
        return
    first, last = span.split("-")
    for year in range(int(first), int(last) + 1):
        yield [str(year) if word == span else word for word in words]


class _Statements:
    """Gathers what the statements say."""

    def __init__(self, award: str, year: int) -> None:
        self.award, self.year = award, year
        self.own: dict[str, Any] = {}
        self.facts: dict[str, Any] = {}
        self.classes: dict[int, YearClass] = {}
        self.lists: dict[str, list[Any]] = {
            key: [] for key in ("awards", "pending", "initiatives", "measures", "members", "cluster_places", "stays")
        }

    def _number(self) -> str:
        return f"u{sum(map(len, self.lists.values()))}"

    def say_has(self, award: str, year: str, occasion: str = RoundKind.REGULAR) -> None:
        held = HeldAward(uid=self._number(), award=award, year=int(year), occasion=occasion)
        self.lists["awards"].append(held)

    def say_proposed(self, award: str, year: str, occasion: str = RoundKind.REGULAR) -> None:
        line = Pending(uid=self._number(), award=award, year=int(year), occasion=occasion, round_name="Tổng kết")
        self.lists["pending"].append(line)

    def say_class(self, year: str, quality: str, days: str = "") -> None:
        days_off = int(days) if days else None
        self.classes[int(year)] = YearClass(uid=f"class {year}", year=int(year), quality=quality, days_off=days_off)

    def say_work(self, kind: str, level: str, year: str, *used: str) -> None:
        uses = (InitiativeUseFacts(nomination_uid="other", award=used[1], year=int(year)),) if used else ()
        work = InitiativeFacts(
            uid=self._number(), year=int(year), kind=_KINDS[kind], level=level, title="Một việc mới", uses=uses
        )
        self.lists["initiatives"].append(work)

    def say_measure(self, measure: str, begun: str, ended: str = "") -> None:
        self.lists["measures"].append(_measure(measure, begun, ended))

    def say_recruited(self, day: str) -> None:
        self.facts["recruited"] = PartialDate.from_iso(day)

    def say_was(self, status: str, unit: str, begun: str, ended: str, office: str = "") -> None:
        self.lists["stays"].append(
            Stay(
                unit_uid=unit,
                unit=f"Trường {unit}",
                status=status,
                from_on=None if begun == "-" else PartialDate.from_iso(begun),
                until_on=None if ended == "-" else PartialDate.from_iso(ended),
                leads=office == "leads",
            )
        )

    def say_gone(self, award: str = "") -> None:
        uid = self._number()
        self.lists["members"].append(
            CollectiveMember(uid=uid, name="Người đã nghỉ", advanced=award == "LDTT", gone=True)
        )

    def say_joined(self, day: str) -> None:
        self.facts["joined"] = PartialDate.from_iso(day)

    def say_registered(self, answer: str) -> None:
        self.facts["registered"] = answer == "yes"

    def say_unit(self, advanced: str, fighters: str) -> None:
        others = frozenset(f"other {number}" for number in range(int(fighters)))
        self.facts["counts"] = UnitCounts(advanced=int(advanced), fighters=others, rated=True)

    def say_members(self, people: str, advanced: str, fighters: str, women: str = "0") -> None:
        for place in range(int(people)):
            member = CollectiveMember(
                uid=f"m{place}",
                name=f"Người {place + 1}",
                woman=place < int(women),
                rating=YearClass(uid=f"r{place}", year=self.year, quality="HTTNV"),
                advanced=place < int(advanced),
                fighter=place < int(fighters),
            )
            self.lists["members"].append(member)

    def say_member(self, word: str, begun: str = "") -> None:
        measures = (_measure(word, begun, ""),) if begun else ()
        rated = word in ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
        rating = YearClass(uid="r", year=self.year, quality=word if rated else "HTTNV")
        unrated = word == "unrated"
        name = f"Người {len(self.lists['members']) + 1}"
        self.lists["members"].append(
            CollectiveMember(uid=self._number(), name=name, rating=None if unrated else rating, measures=measures)
        )

    def say_received(self, day: str) -> None:
        self.own["received_on"] = PartialDate.from_iso(day)

    def say_regime(self, code: str) -> None:
        self.own |= {"regime": code, "regime_reason": "có lợi hơn"}

    def say_votes(self, count: str) -> None:
        self.own |= dict(zip(("votes_for", "votes_total"), map(int, count.split("/")), strict=True))

    def say_session(self) -> None:
        self.own["session_uid"] = "session"

    def say_citation(self) -> None:
        self.own["citation"] = "Đã có thành tích xuất sắc"

    def say_occasion(self, code: str) -> None:
        self.own["occasion"] = code

    def say_movement(self, begun: str, ended: str = "") -> None:
        self.own |= {"movement_from": int(begun), "movement_to": int(ended) if ended else None}

    def say_woman(self) -> None:
        self.facts["woman"] = True

    def say_leads(self) -> None:
        self.facts["leads"] = True

    def say_dissolved(self, day: str) -> None:
        self.facts["dissolved_on"] = PartialDate.from_iso(day)

    def say_organisations(self, party: str, unions: str = "") -> None:
        self.classes[self.year] = replace(self.classes[self.year], party=party, unions=unions)

    def say_sheet(self, place: str) -> None:
        """The place is "2/7", or "none" for a unit without points."""
        own, _of, ranked = place.partition("/")
        line = ClusterPlace(
            sheet_uid=self._number(),
            cluster="Cụm thi đua số 2",
            locked=True,
            place=int(own) if ranked else None,
            ranked=int(ranked or 7),
            leaders=("Trường này",) if own == "1" else ("Lào Cai",),
        )
        self.lists["cluster_places"].append(line)

    def say_draft(self, place: str) -> None:
        self.say_sheet(place)
        self._of_sheet(locked=False)

    def say_beside(self, *unit: str) -> None:
        name = " ".join(unit)
        self._of_sheet(beside=(name,), leaders=("Trường này", name))

    def say_for(self, count: str) -> None:
        agreed, _of, total = count.partition("/")
        self._of_sheet(voted=True, vote_uid="vote", votes_for=int(agreed), votes_total=int(total))

    def say_chosen(self, *unit: str) -> None:
        own = unit == ("itself",)
        name = "" if unit == ("nobody",) else " ".join(unit)
        self._of_sheet(voted=True, own=own, chosen="Trường này" if own else name)

    def _of_sheet(self, **more: Any) -> None:
        self.lists["cluster_places"][-1] = replace(self.lists["cluster_places"][-1], **more)

    def say_twin(self, *unit: str) -> None:
        self.facts["namesakes"] = (" ".join(unit),)

    def candidate(self, kind: CandidateKind) -> Candidate:
        """Return the candidate that the statements describe."""
        if self.own:
            self.lists["pending"].insert(0, Pending(uid="own", award=self.award, year=self.year, **self.own))
        lists = {key: tuple(entries) for key, entries in self.lists.items()}
        facts: dict[str, Any] = {"counts": UnitCounts(rated=True), **self.facts, **lists}
        return Candidate(uid="candidate", kind=kind, name="Nguyễn Văn Hiệp", classes=self.classes, **facts)


def _measure(measure: str, begun: str, ended: str) -> Measure:
    return Measure(
        uid=f"{measure} {begun}",
        measure=measure,
        begun=PartialDate.from_iso(begun),
        ended=PartialDate.from_iso(ended) if ended else None,
    )
