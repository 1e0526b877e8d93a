"""A book that a cluster kept for ten years: seven schools of a hundred people, and any number of times that."""

import random
import sqlite3
import uuid
from collections.abc import Container, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.searching import search_key
from cluster_desktop.records.file.workspace import Workspace

YEARS = range(2016, 2026)
SCHOOLS = 7
PEOPLE = 100
FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Nông", "Vàng", "Lò", "Đặng", "Tẩn", "Bế", "Sùng", "Giàng"]
MIDDLES = ["Văn", "Thị", "Ngọc", "Minh", "Thu", "Quang", "A", "Mùi", "Đức"]
GIVEN = ["Hiệp", "An", "Ân", "Bình", "Cường", "Dũng", "Điều", "Hạnh", "Hòa", "Khải", "Lan", "Mai", "Nam", "Oanh"]
EVENTS = ["HOI_THAO", "THE_THAO", "VAN_NGHE", "THIEN_NGUYEN", "HOI_NGHI", "THAM_QUAN", "HOI_THI", "PHONG_TRAO"]
CRITERIA = 40
TURNS = ("", "2012-09", "2016-03-01", "2020-09-01", "2023-01-01", "9999")
"""The days on which something changed in the service of everybody, the first as far back as is known."""
MOVED = 3
"""The place among these of the day on which the first department of every school came from another one."""
STAGES = ("PHAT_DONG", "GIAO_UOC", "DANG_KY", "DE_NGHI", "BINH_XET", "TONG_KET")
PRIZES = ("NHAT", "NHI", "BA", "KHUYEN_KHICH")
ATTENDEES = 10

Record = dict[str, Any]


def write_decade(path: Path, times: int = 1, *, only: Container[str] | None = None) -> None:
    """Write the book to *path* with ``SCHOOLS * times`` schools, past the journal as a restored backup would be.

    *only* names the tables that are wanted, where that is not all of them.
    """
    Workspace.create(path).close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA synchronous=OFF")
    decade = _Decade(random.Random(2025), SCHOOLS * times)
    with raw:
        for table, records in decade.tables():
            if only is None or table in only:
                _insert(raw, table, records)
    raw.close()


def _insert(raw: sqlite3.Connection, table: str, records: Iterable[Record]) -> None:
    lines = iter(records)
    first = next(lines, None)
    if first is None:
        return
    sql = f"INSERT INTO {table} ({', '.join(first)}) VALUES ({', '.join(f':{key}' for key in first)})"
    raw.execute(sql, first)
    raw.executemany(sql, lines)


class _Decade:
    """Everything in the order in which records refer to each other."""

    def __init__(self, draw: random.Random, schools: int) -> None:
        self.draw = draw
        self.numbers = count(1)
        self.cluster = self.new(name="Cụm thi đua số 2", kind="CUM")
        self.units = [self.unit(number) for number in range(schools)]
        self.departments = [
            self.new(unit_uid=unit["uid"], name=f"Khoa {place}", kind="KHOA", position=place)
            for unit in self.units
            for place in range(1, 6)
        ]
        self.people = [self.person(self.departments[number % len(self.departments)]) for number in self.range()]
        self.rounds = {year: self.new(name=f"Tổng kết {year}", year=year, kind="THUONG_XUYEN") for year in YEARS}
        self.decisions = [self.decision(unit, year) for year in YEARS for unit in self.units]
        self.events = [self.event(year, place) for year in YEARS for place in range(50)]

    def range(self) -> range:
        return range(len(self.units) * PEOPLE)

    def new(self, **values: Any) -> Record:
        words = str(values.get("full_name") or values.get("name") or values.get("title") or "")
        keys = {"sort_key": names.text_sort_key(words), "search_key": search_key(words)}
        return {"uid": str(uuid.UUID(int=next(self.numbers))), **keys, **values}

    def unit(self, number: int) -> Record:
        name = f"Trường Chính trị tỉnh số {number}"
        return self.new(code=f"TCT{number}", name=name, short_name=f"Tỉnh {number}", province=f"Tỉnh {number}")

    def person(self, department: Record) -> Record:
        draw = self.draw
        name = f"{draw.choice(FAMILIES)} {draw.choice(MIDDLES)} {draw.choice(GIVEN)}"
        made = self.new(
            full_name=name,
            unit_uid=department["unit_uid"],
            department_uid=department["uid"],
            birth_date=f"{draw.randint(1962, 1998)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}",
            gender=draw.choice(["NAM", "NU"]),
            ethnicity=draw.choice(["01", "02", "08"]),
            joined_unit=TURNS[MOVED] if department["position"] == 1 else None,
            position=draw.choice(["Giảng viên", "Chuyên viên"]),
            degree=draw.choice(["TIEN_SI", "THAC_SI", "CU_NHAN"]),
            political_theory=draw.choice(["CAO_CAP", "TRUNG_CAP", None]),
            status="DANG_CONG_TAC",
            marked_key=name.lower(),
        )
        return made | {"sort_key": names.sort_key(name)}

    def decision(self, unit: Record, year: int) -> Record:
        return self.new(
            number=f"{self.units.index(unit) + 1}/QĐ-TCT",
            decided_on=f"{year}-12-20",
            year=year,
            level="CO_SO",
            unit_uid=unit["uid"],
            title="Về khen thưởng",
        )

    def event(self, year: int, place: int) -> Record:
        return self.new(
            kind=EVENTS[place % len(EVENTS)],
            title=f"Hoạt động {place} năm {year}",
            year=year,
            level="CUM",
            starts_on=f"{year}-{place % 12 + 1:02d}-15",
            host_uid=self.units[place % len(self.units)]["uid"],
        )

    def tables(self) -> Iterator[tuple[str, Iterable[Record]]]:
        yield "cluster", [self.cluster]
        yield "unit", self.units
        yield "department", self.departments
        yield "person", self.people
        yield "service", self.service()
        yield "qualification", self.qualifications()
        yield "stint", self.stints()
        yield "membership", self.memberships()
        yield "rating", self.ratings()
        yield "initiative", self.initiatives()
        yield "round", self.rounds.values()
        yield "nomination", self.nominations()
        yield "decision", self.decisions
        yield "award", self.awards()
        yield "milestone", self.milestones()
        yield "event", self.events
        yield "paper", self.papers()
        yield "participant", self.participants()
        yield "result", self.results()
        yield "attendee", self.attendees()
        yield from self.scores()

    def careers(self) -> Iterator[tuple[Record, int, Record]]:
        """The five posts of everybody, the last being that of today."""
        for number, person in enumerate(self.people):
            home = self.departments[number % len(self.departments)]
            other = self.departments[(number + 5) % len(self.departments)]
            for place in range(len(TURNS) - 1):
                then = other if home["position"] == 1 and place < MOVED else home
                grade = f" hạng {4 - place}" if place < 4 else ""
                said = {"unit_uid": then["unit_uid"], "department_uid": then["uid"]}
                yield person, place, said | {"position": person["position"] + grade, "status": person["status"]}

    def service(self) -> Iterator[Record]:
        for person, place, said in self.careers():
            day = TURNS[place] or None
            yield self.new(person_uid=person["uid"], day=day, how="TU_NGAY", said=",".join(said), **said)

    def qualifications(self) -> Iterator[Record]:
        for kind, key in (("CHUYEN_MON", "degree"), ("LY_LUAN", "political_theory")):
            for person in self.people:
                if person[key]:
                    yield self.new(person_uid=person["uid"], kind=kind, value=person[key])

    def stints(self) -> Iterator[Record]:
        for person, place, post in self.careers():
            span = {
                "person_uid": person["uid"],
                "from_on": TURNS[place],
                "until_on": TURNS[place + 1],
                "guessed": False,
            }
            trained = {key: person[key] for key in ("degree", "political_theory")}
            yield span | post | trained

    def memberships(self) -> Iterator[Record]:
        for year in YEARS:
            for place, unit in enumerate(self.units):
                leads = place == year % len(self.units)
                role = "CUM_TRUONG" if leads else "THANH_VIEN"
                yield self.new(cluster_uid=self.cluster["uid"], unit_uid=unit["uid"], year=year, role=role, hosts=leads)

    def ratings(self) -> Iterator[Record]:
        for person in self.people:
            for year in YEARS:
                quality = self.draw.choice(["HTXSNV", "HTTNV", "HTTNV", "HTTNV", "HTNV"])
                yield self.new(person_uid=person["uid"], year=year, quality=quality)

    def initiatives(self) -> Iterator[Record]:
        for person in self.people[::3]:
            for year in YEARS:
                title = f"Sáng kiến {year}"
                yield self.new(person_uid=person["uid"], year=year, title=title, kind="SANG_KIEN", level="CO_SO")

    def nominations(self) -> Iterator[Record]:
        for year, held in self.rounds.items():
            for place, person in enumerate(self.people):
                yield self.new(
                    round_uid=held["uid"],
                    recipient_kind="CA_NHAN",
                    person_uid=person["uid"],
                    award="CSTDCS" if place % 7 == 0 else "LDTT",
                    state="DA_QUYET_DINH" if year < YEARS[-1] else "HOI_DONG",
                )

    def awards(self) -> Iterator[Record]:
        by_unit: dict[str, list[Record]] = {}
        for person in self.people:
            by_unit.setdefault(person["unit_uid"], []).append(person)
        for decision in self.decisions:
            if decision["year"] == YEARS[-1]:
                continue
            for place, person in enumerate(by_unit[decision["unit_uid"]], start=1):
                yield self.new(
                    decision_uid=decision["uid"],
                    ordinal=place,
                    recipient_kind="CA_NHAN",
                    person_uid=person["uid"],
                    award="CSTDCS" if place % 7 == 0 else "LDTT",
                    state="HIEU_LUC",
                )

    def papers(self) -> Iterator[Record]:
        for event in self.events:
            if event["kind"] == "HOI_THAO":
                for place in range(12):
                    author = self.people[place]
                    yield self.new(event_uid=event["uid"], title=f"Tham luận {place}", person_uid=author["uid"])

    def milestones(self) -> Iterator[Record]:
        for year in YEARS:
            for stage in STAGES:
                yield self.new(year=year, stage=stage, title=stage, due_on=f"{year}-12-01")

    def guests(self) -> Iterator[tuple[Record, Record]]:
        """Each event with the seven schools that came: in a large book they are others every time."""
        for place, event in enumerate(self.events):
            for number in range(SCHOOLS):
                yield event, self.units[(place + number) % len(self.units)]

    def participants(self) -> Iterator[Record]:
        for event, unit in self.guests():
            yield self.new(event_uid=event["uid"], unit_uid=unit["uid"], people=self.draw.randint(3, 20))

    def results(self) -> Iterator[Record]:
        for event, unit in self.guests():
            prize = self.draw.choice(PRIZES)
            yield self.new(event_uid=event["uid"], unit_uid=unit["uid"], discipline="Kéo co", prize=prize)

    def attendees(self) -> Iterator[Record]:
        for event in self.events:
            for person in self.draw.sample(self.people, ATTENDEES):
                yield self.new(event_uid=event["uid"], person_uid=person["uid"])

    def scores(self) -> Iterator[tuple[str, Iterable[Record]]]:
        sheets = [
            self.new(name=f"Bảng điểm {year}", cluster_uid=self.cluster["uid"], year=year, state="CHAM")
            for year in YEARS
        ]
        criteria = [
            self.new(sheet_uid=sheet["uid"], title=f"Tiêu chí {place}", kind="TIEU_CHI", maximum=250, position=place)
            for sheet in sheets
            for place in range(CRITERIA)
        ]
        yield "score_sheet", sheets
        yield "criterion", criteria
        yield (
            "score",
            (
                self.new(criterion_uid=one["uid"], unit_uid=unit["uid"], self_points=240, final_points=235)
                for one in criteria
                for unit in self.units
            ),
        )
