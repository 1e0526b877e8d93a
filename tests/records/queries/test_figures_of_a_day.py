"""Figures and registers of a day stay what they were, whatever becomes of the people later."""

import contextlib
import datetime
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.events.events import EventDraft, PaperDraft, ResultDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.figures.figures import staff_statistics
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.year_span import EVERY_YEAR
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.events.event_sums import event_sums, year_medals
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.year.overview import year_figures
from cluster_desktop.records.rows import Listing

GV, TK = "Giảng viên", "Trưởng khoa"
END_2020 = datetime.date(2020, 12, 31)


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def edit(workspace: Workspace, uid: str, way: Way, day: str, **changed: Any) -> None:
    draft = PersonDraft(**dict(workspace.read(listing.find, "person", uid).values) | changed)
    records.edit(workspace, uid, draft, Dating(way, day, frozenset(changed)))


def listed(workspace: Workspace, day: str, **values: Any) -> str:
    """Somebody as a list of that day has them."""
    with workspace.changing("Nhập danh sách") as session:
        return records.add(session, PersonDraft(**values), dating=Dating(Way.LIST, day)).uid


def staff(workspace: Workspace, year: int) -> dict[str, Any]:
    """The people of a year's last day, by school and degree, and how many of them are guesses."""
    day = datetime.date(year, 12, 31)
    figures = staff_statistics(workspace.read(facts.person_facts, day), day)
    units = {name: count for name, count in figures.by_unit.items() if count}
    degrees = {name: count for name, count in figures.by_degree.items() if count}
    return {"total": figures.total, "units": units, "degrees": degrees, "guessed": figures.guessed}


def register(workspace: Workspace) -> list[tuple[int | None, str, str | None, str]]:
    return [(one.year, one.recipient, one.unit, one.description) for one in workspace.read(facts.award_facts)]


@pytest.fixture
def other(workspace: Workspace) -> str:
    return put(workspace, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))


@pytest.fixture
def sample(tmp_path: Path, sample_file: Path) -> Iterator[Workspace]:
    shutil.copy(sample_file, tmp_path / "mẫu.sothidua")
    opened = Workspace.open(tmp_path / "mẫu.sothidua")
    yield opened
    opened.close()


def test_the_year_2020_of_the_sample_stays_what_the_article_says(sample: Workspace) -> None:
    papers = ("staff-statistics", "award-register", "annual-summary")
    before = [compose(sample, name, year=2020).data for name in papers]
    people = [row.uid for row in sample.read(listing.page, Listing(kind="person").filtered("degree", "THAC_SI"))]
    today = datetime.date.today().isoformat()
    for uid in people[:10]:
        edit(sample, uid, Way.CHANGE, today, degree="TIEN_SI")
    edit(sample, people[10], Way.CHANGE, "2026-03-01", position="Hiệu trưởng")
    edit(sample, people[11], Way.CHANGE, "2026-09-01", status="NGHI_HUU")
    schools = {row.values["code"]: row.uid for row in sample.read(listing.page, Listing(kind="unit"))}
    home = sample.read(listing.find, "person", people[12]).values["unit_uid"]
    edit(sample, people[12], Way.CHANGE, "2025-01-01", unit_uid=next(uid for uid in schools.values() if uid != home))
    merger = MergerDraft(target_uid=schools["LAOCAI"], on=PartialDate(2025, 7, 1), reason="Nghị quyết 202/2025/QH15")
    merge_units(sample, schools["HAGIANG"], merger)

    assert [compose(sample, name, year=2020).data for name in papers] == before
    figures = staff_statistics(sample.read(facts.person_facts, END_2020), END_2020)
    assert (figures.total, len(figures.units), figures.guessed) == (314, 7, 0)
    assert list(figures.by_degree.values()) == [5, 174, 103, 32]
    assert [figures.by_political_theory[word] for word in ("Cao cấp", "Cử nhân", "Trung cấp", "Chưa ghi nhận")] == [
        145,
        5,
        79,
        85,
    ]
    assert sample.read(year_figures, 2020).staff.total == 314
    today_figures = sample.read(year_figures, datetime.date.today().year).staff
    assert (today_figures.total, today_figures.by_degree["Tiến sĩ"]) == (313, 15)


def test_two_lists_in_any_order_say_the_same(workspace: Workspace, unit: str, other: str) -> None:
    uid = listed(workspace, "2025-12-31", full_name="Lò Thị Ơn", unit_uid=unit, degree="TIEN_SI")
    assert staff(workspace, 2018) == {
        "total": 1,
        "units": {"Trường Chính trị tỉnh Lào Cai": 1},
        "degrees": {"Tiến sĩ": 1},
        "guessed": 1,
    }
    edit(workspace, uid, Way.LIST, "2020-12-31", unit_uid=other)
    assert staff(workspace, 2020)["units"] == {"Trường Chính trị tỉnh Yên Bái": 1}
    assert staff(workspace, 2024)["units"] == {"Trường Chính trị tỉnh Yên Bái": 1}
    assert staff(workspace, 2025)["units"] == {"Trường Chính trị tỉnh Lào Cai": 1}


def test_who_came_in_2021_is_not_on_the_staff_of_2018(workspace: Workspace, unit: str) -> None:
    put(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, joined_unit=PartialDate(2021)))
    assert [staff(workspace, year)["total"] for year in (2018, 2020, 2021)] == [0, 0, 1]


def test_who_is_rehired_within_a_year_is_counted_at_its_end(workspace: Workspace, unit: str) -> None:
    uid = listed(workspace, "2015-12-31", full_name="Lò Thị Ơn", unit_uid=unit, degree="THAC_SI")
    edit(workspace, uid, Way.CHANGE, "2022-03", status="NGHI_HUU")
    edit(workspace, uid, Way.CHANGE, "2022-10", status="DANG_CONG_TAC", left_on=None)
    edit(workspace, uid, Way.CHANGE, "2024", status="NGHI_HUU")
    assert [staff(workspace, year)["total"] for year in (2021, 2022, 2023, 2024)] == [1, 1, 1, 0]
    assert workspace.read(facts.person_facts, datetime.date(2022, 6, 30)) == ()


def test_who_is_away_for_a_time_is_on_the_staff(workspace: Workspace, unit: str) -> None:
    uid = listed(workspace, "2015-12-31", full_name="Lò Thị Ơn", unit_uid=unit)
    edit(workspace, uid, Way.CHANGE, "2022-03-01", status="THAI_SAN")
    assert staff(workspace, 2022)["total"] == 1


def test_a_second_degree_of_lower_rank_changes_no_figure(workspace: Workspace, unit: str) -> None:
    from cluster_desktop.domain.people.career import QualificationDraft

    uid = listed(workspace, "2015-12-31", full_name="Lò Thị Ơn", unit_uid=unit, degree="THAC_SI")
    put(workspace, QualificationDraft(person_uid=uid, value="CU_NHAN", attained_on=PartialDate(2023)))
    assert staff(workspace, 2024)["degrees"] == {"Thạc sĩ": 1}


def test_a_correction_changes_the_days_it_is_about(workspace: Workspace, unit: str, other: str) -> None:
    uid = listed(workspace, "2015-12-31", full_name="Lò Thị Ơn", unit_uid=unit)
    edit(workspace, uid, Way.CHANGE, "2022-01-01", unit_uid=other)
    edit(workspace, uid, Way.CORRECTION, "", unit_uid=unit)
    assert [list(staff(workspace, year)["units"]) for year in (2020, 2022)] == [["Trường Chính trị tỉnh Lào Cai"]] * 2


def test_prizes_and_papers_are_of_the_school_of_their_day(workspace: Workspace, unit: str, other: str) -> None:
    uid = listed(workspace, "2015-12-31", full_name="Lò Thị Ơn", unit_uid=unit)
    held = put(workspace, EventDraft(kind="HOI_THAO", title="Hội thảo", year=2019, level="CUM"))
    put(workspace, PaperDraft(event_uid=held, title="Đổi mới", person_uid=uid))
    put(workspace, ResultDraft(event_uid=held, discipline="Cờ tướng", prize="NHAT", person_uid=uid))
    edit(workspace, uid, Way.CHANGE, "2022-01-01", unit_uid=other)
    sums = workspace.read(event_sums, held)
    assert [line.name for line in sums.papers] == ["Lào Cai"]
    assert [line.unit for line in sums.medals] == ["Lào Cai"]
    assert [line.unit for line in workspace.read(year_medals, 2019)] == ["Trường Chính trị tỉnh Lào Cai"]


def test_a_recipient_of_whom_nothing_is_known_then_has_no_post_in_the_register(workspace: Workspace, unit: str) -> None:
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, position=TK, joined_unit=PartialDate(2021))
    uid = put(workspace, draft)
    _award(workspace, unit, uid, 2018)
    assert register(workspace) == [(2018, "Lò Thị Ơn", "Trường Chính trị tỉnh Lào Cai", "")]


def test_a_recipient_of_before_they_are_known_is_of_the_school_they_came_to_first(
    workspace: Workspace, unit: str, other: str
) -> None:
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=other, position=TK, joined_unit=PartialDate(2021))
    _award(workspace, unit, put(workspace, draft), 2018)
    merge_units(workspace, other, MergerDraft(target_uid=unit, on=PartialDate(2025, 7, 1), reason="Nghị quyết"))
    assert register(workspace) == [(2018, "Lò Thị Ơn", "Trường Chính trị tỉnh Yên Bái", "")]
    assert [len(workspace.read(facts.award_facts, EVERY_YEAR, each)) for each in (other, unit)] == [1, 0]
    (award,) = workspace.read(listing.page, Listing(kind="award").filtered("recipient_unit", other))
    assert award.shown["recipient_unit"] == "Yên Bái"


def _award(workspace: Workspace, unit: str, person: str, year: int) -> None:
    decision = DecisionDraft(
        number=f"{year}/QĐ", decided_on=PartialDate(year, 6, 30), year=year, level="CO_SO", unit_uid=unit
    )
    put(workspace, AwardDraft(decision_uid=put(workspace, decision), ordinal=1, person_uid=person, award="GK"))


class Histories:
    """Two schools whose people are promoted, move, leave, come back and learn, year by year."""

    YEARS = range(2017, 2025)

    def __init__(self, workspace: Workspace, units: tuple[str, str], seed: int) -> None:
        self.workspace, self.units, self.draw = workspace, units, random.Random(seed)
        self.people = [
            listed(
                workspace,
                "2015-12-31",
                full_name=f"Lò Thị {number}",
                unit_uid=self.draw.choice(units),
                position=GV,
                degree=self.draw.choice(("CU_NHAN", "THAC_SI")),
            )
            for number in range(6)
        ]

    def live(self, year: int) -> None:
        for _ in range(3):
            uid = self.draw.choice(self.people)
            day = self.draw.choice((f"{year}", f"{year}-{self.draw.randint(1, 12):02d}", f"{year}-02-28"))
            changed: dict[str, Any] = self.draw.choice(
                (
                    {"position": self.draw.choice((GV, TK))},
                    {"unit_uid": self.draw.choice(self.units), "department_uid": None},
                    {"status": self.draw.choice(("NGHI_HUU", "DI_HOC", "TU_TRAN"))},
                    {"status": "DANG_CONG_TAC", "left_on": None},
                    {"degree": "TIEN_SI"},  # a lower one would put the higher one right
                )
            )
            with contextlib.suppress(errors.UserError):  # a change that contradicts what is there already
                edit(self.workspace, uid, Way.CHANGE, day, **changed)
        _award(self.workspace, self.units[0], self.draw.choice(self.people), year)


@pytest.mark.parametrize("seed", range(8))
def test_no_later_act_alters_what_an_earlier_day_shows(workspace: Workspace, unit: str, other: str, seed: int) -> None:
    book = Histories(workspace, (unit, other), seed)
    shown: dict[int, dict[str, Any]] = {}
    awards: list[tuple[int | None, str, str | None, str]] = []
    for year in book.YEARS:
        book.live(year)
        assert {earlier: staff(workspace, earlier) for earlier in shown} == shown
        assert register(workspace)[: len(awards)] == awards
        shown[year], awards = staff(workspace, year), register(workspace)
        assert sum(shown[year]["units"].values()) == shown[year]["total"]
        parts = [len(workspace.read(facts.person_facts, datetime.date(year, 12, 31), each)) for each in book.units]
        assert sum(parts) == shown[year]["total"]
    assert len({str(each) for each in shown.values()}) > 1
    before = register(workspace)
    merge_units(workspace, other, MergerDraft(target_uid=unit, on=PartialDate(2025, 7, 1), reason="Nghị quyết"))
    assert {year: staff(workspace, year) for year in shown} == shown
    assert register(workspace) == before
    assert set(staff(workspace, 2026)["units"]) <= {"Trường Chính trị tỉnh Lào Cai"}
