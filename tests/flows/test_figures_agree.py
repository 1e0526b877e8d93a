"""The figures of a year are the same on the first page, in every report, and on the command line.

Random books are counted once more with plain SQL, which knows nothing of the program's own counting.
"""

import json
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cluster_desktop import cli
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.events.events import EventDraft, GiftDraft, PaperDraft
from cluster_desktop.domain.events.vocabulary import EventKind, EventLevel
from cluster_desktop.domain.fields.choices import label_of
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.vocabulary import Degree, PersonStatus
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, MembershipDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.year.overview import year_figures

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

YEAR = 2020
YEARS = (2019, 2020, 2021)
FOR_PEOPLE = [kind.code for kind in AWARD_KINDS.values() if kind.for_persons]


class RandomBook:
    """A book of two schools filled by chance; one record in ten lies in the trash."""

    def __init__(self, path: Path, seed: int) -> None:
        self.draw = random.Random(seed)
        self.workspace = Workspace.create(path)
        cluster = self.put(ClusterDraft(name="Cụm thi đua số 2"))
        self.units = [self.put(UnitDraft(code=code, name=f"Trường {code}", short_name=code)) for code in ("A", "B")]
        for unit in self.units:
            self.put(MembershipDraft(cluster_uid=cluster, unit_uid=unit, year=YEAR))
        self.people = [self.person() for _ in range(self.draw.randint(0, 12))]
        decisions = [self.decision(number) for number in range(self.draw.randint(0, 4))]
        if decisions and self.people:
            for _ in range(self.draw.randint(0, 10)):
                self.award(self.draw.choice(decisions))
        for _ in range(self.draw.randint(0, 8)):
            self.event()

    def put(self, draft: Draft) -> str:
        return records.create(self.workspace, draft).uids[0]

    def maybe_gone(self, draft: Draft) -> str:
        uid = self.put(draft)
        if self.draw.random() < 0.1:
            records.delete(self.workspace, draft.KIND, [uid])
        return uid

    def code(self, choices: Any) -> str:
        return str(self.draw.choice(list(choices)).code)

    def person(self) -> str:
        degree = self.draw.choice([None, self.code(Degree)])
        status = self.draw.choice(["DANG_CONG_TAC", "DANG_CONG_TAC", self.code(PersonStatus)])
        unit = self.draw.choice(self.units)
        return self.put(PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, degree=degree, status=status))

    def decision(self, number: int) -> str:
        year = self.draw.choice(YEARS)
        return self.put(
            DecisionDraft(
                number=f"{number}/QĐ",
                year=year,
                decided_on=PartialDate(year, 12, 20),
                level=self.code(DecisionLevel),
                issuer="Học viện",
            )
        )

    def award(self, decision: str) -> None:
        revoked = self.draw.random() < 0.2
        self.maybe_gone(
            AwardDraft(
                decision_uid=decision,
                person_uid=self.draw.choice(self.people),
                award=self.draw.choice(FOR_PEOPLE),
                state="THU_HOI" if revoked else "HIEU_LUC",
                revoked_because="Khai không đúng" if revoked else None,
            )
        )

    def event(self) -> None:
        kind, level = self.code(EventKind), self.code(EventLevel)
        uid = self.put(EventDraft(kind=kind, title="Sự kiện", year=self.draw.choice(YEARS), level=level))
        for _ in range(self.draw.randint(0, 3) if kind == "HOI_THAO" else 0):
            self.maybe_gone(PaperDraft(event_uid=uid, title="Tham luận"))
        for _ in range(self.draw.randint(0, 2) if kind == "THIEN_NGUYEN" else 0):
            self.maybe_gone(GiftDraft(event_uid=uid, description="Chăn ấm", quantity=2, amount=500_000))
        if self.draw.random() < 0.1:
            records.delete(self.workspace, "event", [uid])


def counted(path: Path) -> dict[str, Any]:
    """The figures by plain SQL."""
    raw = sqlite3.connect(path)

    def pairs(sql: str, *values: object) -> dict[str, int]:
        return dict(raw.execute(sql, values).fetchall())

    def one(sql: str, *values: object) -> int:
        return int(raw.execute(sql, values).fetchone()[0] or 0)

    on_staff = "'DANG_CONG_TAC', 'DI_HOC', 'THAI_SAN', 'NGHI_KHONG_LUONG', 'BIET_PHAI', 'TAM_DINH_CHI'"
    at_work = f"FROM person WHERE deleted_at IS NULL AND status IN ({on_staff})"
    valid = (
        "FROM award JOIN decision ON decision.uid = award.decision_uid WHERE award.deleted_at IS NULL "
        "AND decision.deleted_at IS NULL AND award.state = 'HIEU_LUC' AND decision.year = ?"
    )
    log = "FROM event WHERE event.deleted_at IS NULL AND event.year <= ?"
    workshops = f"{log} AND kind = 'HOI_THAO' AND level = 'CUM'"
    inside = "JOIN event ON event.uid = event_uid WHERE event.deleted_at IS NULL AND event.year <= ?"
    found = {
        "staff": one(f"SELECT count(*) {at_work}"),
        "degrees": pairs(f"SELECT degree, count(*) {at_work} AND degree IN ('TIEN_SI', 'THAC_SI') GROUP BY degree"),
        "awards": one(f"SELECT count(*) {valid}", YEAR),
        "levels": pairs(f"SELECT decision.level, count(*) {valid} GROUP BY decision.level", YEAR),
        "events": one(f"SELECT count(*) {log}", YEAR),
        "kinds": pairs(f"SELECT kind, count(*) {log} GROUP BY kind", YEAR),
        "workshops": one(f"SELECT count(*) {workshops}", YEAR),
        "papers": one(
            f"SELECT count(*) FROM paper {inside} AND paper.deleted_at IS NULL AND event.kind = 'HOI_THAO' "
            "AND event.level = 'CUM'",
            YEAR,
        ),
        "visits": one(f"SELECT count(*) {log} AND kind = 'THIEN_NGUYEN'", YEAR),
    }
    raw.close()
    return found


def words(choices: Any, codes: dict[str, int]) -> dict[str, int]:
    return {label_of(choices, code): number for code, number in codes.items()}


def without_zeros(counts: dict[str, int]) -> dict[str, int]:
    return {word: number for word, number in counts.items() if number}


def told(path: Path, name: str, out: Path) -> dict[str, Any]:
    """What the command line writes."""
    assert cli.run(["report", str(path), name, "--year", str(YEAR), "--out", str(out)]) == 0
    data: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return data


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_one_definition_everywhere(tmp_path_factory: Any, seed: int) -> None:
    folder = tmp_path_factory.mktemp("sổ")
    path = folder / "ngẫu nhiên.sothidua"
    book = RandomBook(path, seed)
    page = book.workspace.read(year_figures, YEAR)
    summary: Any = all_documents.compose(book.workspace, "annual-summary", year=YEAR).data
    book.workspace.close()
    truth = counted(path)

    staff = told(path, "staff-statistics", folder / "staff.json")
    degrees = words(Degree, truth["degrees"])
    assert page.staff.total == staff["total"] == summary["staff"]["total"] == truth["staff"]
    for by_degree in (page.staff.by_degree, staff["by_degree"], summary["staff"]["by_degree"]):
        assert {word: number for word, number in by_degree.items() if number and word in degrees} == degrees

    register = told(path, "award-register", folder / "awards.json")
    assert page.awards.total == register["total"] == summary["awards_of_year"] == truth["awards"]
    levels = words(DecisionLevel, truth["levels"])
    assert without_zeros(dict(page.awards.by_level)) == without_zeros(register["by_level"]) == levels

    assert page.events.total == truth["events"]
    assert without_zeros(dict(page.events.by_kind)) == words(EventKind, truth["kinds"])
    printed = told(path, "annual-summary", folder / "summary.json")
    for figures in (summary, printed):
        assert figures["cluster_workshops"] == page.events.cluster_workshops == truth["workshops"]
        assert figures["cluster_workshop_papers"] == page.events.cluster_workshop_papers == truth["papers"]
        assert figures["charity_visits"] == page.events.charity_visits == truth["visits"]
