"""A merger acts on its day: what is written for later stays, who came later is told, an undo gives everything back."""

import datetime
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.official_documents.closing_years import close_year
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.documents.content.composition import composition
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.figures.figures import staff_statistics
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft, UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.units.mergers import merger
from cluster_desktop.records.rows import Listing
from tests.records.contents import dump

MERGED_ON = PartialDate(2025, 7, 1)
BEFORE, SINCE = datetime.date(2025, 6, 30), datetime.date(2025, 7, 1)
YEN_BAI, LAO_CAI = "Trường Chính trị tỉnh Yên Bái", "Trường Chính trị tỉnh Lào Cai"


def put(workspace: Workspace, draft: Any) -> str:
    return records.create(workspace, draft).uids[0]


def listed(workspace: Workspace, day: str, **values: Any) -> str:
    """Somebody as a list of that day has them."""
    with workspace.changing("Nhập danh sách") as session:
        return records.add(session, PersonDraft(**values), dating=Dating(Way.LIST, day)).uid


def change(workspace: Workspace, uid: str, day: str, **changed: Any) -> None:
    draft = PersonDraft(**dict(workspace.read(listing.find, "person", uid).values) | changed)
    records.edit(workspace, uid, draft, Dating(Way.CHANGE, day))


def merge(workspace: Workspace, source: str, target: str, on: PartialDate = MERGED_ON) -> None:
    merge_units(workspace, source, MergerDraft(target_uid=target, on=on, reason="Nghị quyết 202/2025/QH15"))


def places(workspace: Workspace, day: datetime.date) -> dict[str, tuple[str, str]]:
    """The unit and the department of everybody at work on a day."""
    people = {row.uid: row.title for row in workspace.read(listing.page, Listing(kind="person"))}
    return {
        people[person.uid]: (str(person.unit), person.department or "")
        for person in workspace.read(facts.person_facts, day)
    }


@pytest.fixture
def old(workspace: Workspace) -> str:
    draft = UnitDraft(code="YENBAI", name=YEN_BAI, short_name="Yên Bái", province="Yên Bái")
    return put(workspace, draft)


@pytest.fixture
def department(workspace: Workspace, old: str) -> str:
    return put(workspace, DepartmentDraft(unit_uid=old, name="Khoa Dân vận", kind="KHOA", position=3))


def test_who_came_after_the_day_of_a_merger_typed_late_goes_over_on_their_own_day(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=old, department_uid=department)
    third = put(workspace, UnitDraft(code="SONLA", name="Trường Sơn La", short_name="Sơn La"))
    mover = listed(workspace, "2020-12-31", full_name="Giàng A Páo", unit_uid=third)
    change(workspace, mover, "2026-03-01", unit_uid=old, department_uid=department)
    draft = PersonDraft(full_name="Sùng Ân", unit_uid=old, joined_unit=PartialDate(2026, 5), position="Giảng viên")
    put(workspace, draft)

    seen = workspace.read(merger, old, unit, MERGED_ON)
    assert (seen.people, seen.came_later) == (3, ("Sùng Ân", "Giàng A Páo"))
    merge(workspace, old, unit)

    assert places(workspace, BEFORE) == {"Giàng A Páo": ("Trường Sơn La", ""), "Lò Thị Ơn": (YEN_BAI, "Khoa Dân vận")}
    assert places(workspace, SINCE) == {"Giàng A Páo": ("Trường Sơn La", ""), "Lò Thị Ơn": (LAO_CAI, "Khoa Dân vận")}
    assert places(workspace, datetime.date(2026, 6, 1)) == {
        "Giàng A Páo": (LAO_CAI, "Khoa Dân vận"),
        "Lò Thị Ơn": (LAO_CAI, "Khoa Dân vận"),
        "Sùng Ân": (LAO_CAI, ""),
    }
    assert check(workspace).ok


def test_what_is_written_for_days_after_the_merger_stays(workspace: Workspace, unit: str, old: str) -> None:
    third = put(workspace, UnitDraft(code="SONLA", name="Trường Sơn La", short_name="Sơn La"))
    uid = listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=old, position="Giảng viên")
    change(workspace, uid, "2025-09-01", unit_uid=third)
    change(workspace, uid, "2099-01-01", position="Trưởng khoa")
    merge(workspace, old, unit)
    homes = [places(workspace, day)["Lò Thị Ơn"][0] for day in (BEFORE, SINCE, datetime.date(2025, 9, 1))]
    assert homes == [YEN_BAI, LAO_CAI, "Trường Sơn La"]
    lines = {row.shown["day"]: row.shown["position"] for row in workspace.read(listing.page, Listing(kind="service"))}
    assert lines["01/01/2099"] == "Trưởng khoa"


def test_a_list_of_before_that_is_typed_after_the_merger_goes_over_too(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    merge(workspace, old, unit)
    uid = listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=old, department_uid=department)
    assert places(workspace, BEFORE) == {"Lò Thị Ơn": (YEN_BAI, "Khoa Dân vận")}
    assert places(workspace, SINCE) == {"Lò Thị Ơn": (LAO_CAI, "Khoa Dân vận")}
    other = listed(workspace, "2020-12-31", full_name="Giàng A Páo", unit_uid=unit)
    put(workspace, ServiceDraft(person_uid=other, day=PartialDate(2024), unit_uid=old))
    assert places(workspace, BEFORE)["Giàng A Páo"] == (YEN_BAI, "")
    assert places(workspace, SINCE)["Giàng A Páo"] == (LAO_CAI, "")
    over = [
        row.uid for row in workspace.read(listing.page, Listing(kind="service")) if row.shown["day"] == "01/07/2025"
    ]
    records.delete(workspace, "service", over)  # without them both would be at work in what is gone
    assert {unit for unit, _department in places(workspace, SINCE).values()} == {LAO_CAI}
    assert workspace.read(listing.find, "person", uid).values["unit_uid"] == unit
    assert check(workspace).ok


def test_a_department_renamed_then_merged_has_the_name_of_each_day(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    former = FormerNameDraft(
        unit_uid=old, department_uid=department, name="Khoa Vận động quần chúng", valid_to=PartialDate(2019, 12, 31)
    )
    put(workspace, former)
    uid = listed(workspace, "2018-12-31", full_name="Lò Thị Ơn", unit_uid=old, department_uid=department)
    decision = DecisionDraft(
        number="9/QĐ", decided_on=PartialDate(2018, 12, 25), year=2018, level="CO_SO", unit_uid=old, signer_name="A"
    )
    signed = put(workspace, decision)
    put(workspace, AwardDraft(decision_uid=signed, ordinal=1, person_uid=uid, award="LDTT"))
    whose: dict[str, Any] = {"recipient_kind": "KHOA_PHONG", "department_uid": department}
    put(workspace, AwardDraft(decision_uid=signed, ordinal=2, award="TTLDTT", **whose))
    paper = composition(compose(workspace, "decision", decision_uid=signed))
    assert "Khoa Vận động quần chúng" in paper
    assert "Dân vận" not in paper
    merge(workspace, old, unit)
    assert composition(compose(workspace, "decision", decision_uid=signed)) == paper
    days = [datetime.date(2019, 12, 31), datetime.date(2020, 1, 1), BEFORE, SINCE]
    assert [places(workspace, day)["Lò Thị Ơn"] for day in days] == [
        (YEN_BAI, "Khoa Vận động quần chúng"),
        (YEN_BAI, "Khoa Dân vận"),
        (YEN_BAI, "Khoa Dân vận"),
        (LAO_CAI, "Khoa Dân vận"),
    ]
    (founded,) = (
        row for row in workspace.read(listing.page, Listing(kind="department")) if row.values["unit_uid"] == unit
    )
    assert founded.values["continues_uid"] == department
    assert (founded.values["kind"], founded.values["position"]) == ("KHOA", 3)


def test_a_department_that_began_after_the_merger_is_told_of(workspace: Workspace, unit: str, old: str) -> None:
    put(workspace, DepartmentDraft(unit_uid=old, name="Phòng mới", began_on=PartialDate(2026, 1, 1)))
    before = dump(workspace)
    with pytest.raises(errors.InvalidDraft, match="Phòng mới của Yên Bái thành lập ngày 01/01/2026") as problem:
        merge(workspace, old, unit)
    assert problem.value.problems[0].field == "on"
    assert dump(workspace) == before


def test_a_department_of_the_name_that_began_only_later_takes_nobody_in_before(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Dân vận", began_on=PartialDate(2026, 1, 1)))
    listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=old, department_uid=department)
    merge(workspace, old, unit)
    for day in (SINCE, datetime.date(2025, 12, 31), datetime.date(2026, 1, 1)):
        assert places(workspace, day)["Lò Thị Ơn"] == (LAO_CAI, "Khoa Dân vận")
    rows = workspace.read(listing.page, Listing(kind="department"))
    assert sorted(row.shown["began_on"] for row in rows) == ["", "01/01/2026", "01/07/2025"]
    assert check(workspace).ok


def test_a_merger_on_the_29th_of_february(workspace: Workspace, unit: str, old: str, department: str) -> None:
    uid = listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=old, department_uid=department)
    change(workspace, uid, "2024-02-29", position="Trưởng khoa")
    merge(workspace, old, unit, PartialDate(2024, 2, 29))
    assert places(workspace, datetime.date(2024, 2, 28))["Lò Thị Ơn"][0] == YEN_BAI
    assert places(workspace, datetime.date(2024, 2, 29))["Lò Thị Ơn"][0] == LAO_CAI
    lines = [row for row in workspace.read(listing.page, Listing(kind="service")) if row.shown["day"] == "29/02/2024"]
    assert [(row.shown["unit_uid"], row.shown["position"]) for row in lines] == [("Lào Cai", "Trưởng khoa")]


def test_a_merger_after_a_closed_year_is_written_beside_what_was_awarded(
    workspace: Workspace, unit: str, old: str, department: str
) -> None:
    uid = listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=old, department_uid=department)
    decision = DecisionDraft(
        number="9/QĐ", decided_on=PartialDate(2024, 12, 20), year=2024, level="CO_SO", unit_uid=old, signer_name="A"
    )
    put(workspace, AwardDraft(decision_uid=put(workspace, decision), ordinal=1, person_uid=uid, award="GK"))
    close_year(workspace, 2024)
    merge(workspace, old, unit)
    (award,) = workspace.read(facts.award_facts)
    assert (award.unit, award.recipient) == (YEN_BAI, "Lò Thị Ơn")
    assert places(workspace, SINCE)["Lò Thị Ơn"][0] == LAO_CAI


def test_a_clock_set_back_does_not_take_the_book_back(tmp_path: Path) -> None:
    path = tmp_path / "sổ.sothidua"
    workspace = Workspace.create(path)
    home = put(workspace, UnitDraft(code="LAOCAI", name=LAO_CAI, short_name="Lào Cai"))
    uid = listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=home, position="Giảng viên")
    change(workspace, uid, "2088-06-01", position="Phó Trưởng khoa")
    workspace.close()
    with sqlite3.connect(path) as link:  # the last act was done while the clock was at that day
        link.execute("UPDATE act SET at = '2089-01-01T08:00:00+07:00' WHERE number = (SELECT max(number) FROM act)")
    link.close()
    workspace = Workspace.open(path)
    assert workspace.read(listing.find, "person", uid).values["position"] == "Phó Trưởng khoa"
    values: dict[str, Any] = dict(workspace.read(listing.find, "person", uid).values)
    draft = PersonDraft(**values | {"position": "Trưởng khoa"})
    records.edit(workspace, uid, draft)
    days = {row.shown["position"]: row.shown["day"] for row in workspace.read(listing.page, Listing(kind="service"))}
    assert days["Trưởng khoa"] == "01/01/2089"
    assert check(workspace).ok
    workspace.close()


class Years:
    """Two schools with departments, whose people change, before and after a merger."""

    def __init__(self, workspace: Workspace, units: tuple[str, str], seed: int) -> None:
        self.workspace, self.units, self.draw = workspace, units, random.Random(seed)
        names = (("Khoa Xây dựng Đảng", "Khoa Dân vận"), ("Khoa xây dựng đảng", "Phòng Đào tạo"))
        self.departments = [
            [put(workspace, DepartmentDraft(unit_uid=unit, name=name)) for name in some]
            for unit, some in zip(units, names, strict=True)
        ]
        self.people = []
        for number in range(8):
            home = self.draw.randrange(2)
            own = self.draw.choice([None, *self.departments[home]])
            uid = listed(
                workspace,
                self.draw.choice(("2015-12-31", "2026-01-01")),
                full_name=f"Lò Thị {number}",
                unit_uid=units[home],
                department_uid=own,
            )
            self.people.append(uid)

    def live(self) -> None:
        for _ in range(10):
            uid, home = self.draw.choice(self.people), self.draw.randrange(2)
            day = self.draw.choice(
                ("2024", "2024-02-29", "2025-06-30", "2025-07-01", "2025-07", "2026-02", "2099-01-01")
            )
            own = self.draw.choice([None, *self.departments[home]])
            moved = {"unit_uid": self.units[home], "department_uid": own}
            changed: dict[str, Any] = self.draw.choice(
                (moved, moved, {"status": "NGHI_HUU"}, {"status": "DANG_CONG_TAC", "left_on": None})
            )
            change(self.workspace, uid, day, **changed)


DAYS = tuple(
    datetime.date.fromisoformat(day)
    for day in (
        "2016-01-01",
        "2024-01-01",
        "2024-02-29",
        "2025-06-30",
        "2025-07-01",
        "2025-07-02",
        "2026-03-01",
        "2099-06-01",
    )
)


@pytest.mark.parametrize("seed", range(8))
def test_departments_add_up_to_their_unit_on_every_day_and_an_undo_gives_everything_back(
    workspace: Workspace, unit: str, old: str, seed: int
) -> None:
    years = Years(workspace, (old, unit), seed)
    years.live()
    before, shown = dump(workspace), {day: places(workspace, day) for day in DAYS}
    merge(workspace, old, unit)
    after = dump(workspace)
    of_unit = {row.uid: row.values["unit_uid"] for row in workspace.read(listing.page, Listing(kind="department"))}
    for day in DAYS:
        now = places(workspace, day)
        assert now.keys() == shown[day].keys()
        assert day >= SINCE or now == shown[day]
        assert day < SINCE or YEN_BAI not in {home for home, _own in now.values()}
        for home in (old, unit):
            people = workspace.read(facts.person_facts, day, home)
            figures = staff_statistics(people, day)
            assert sum(int(group.total) for group in figures.departments) == int(figures.total) == len(people)
    assert check(workspace).ok
    for row in workspace.read(listing.page, Listing(kind="person")):
        own = row.values["department_uid"]
        assert row.values["status"] == "NGHI_HUU" or own is None or of_unit[str(own)] == row.values["unit_uid"]
    undo.undo(workspace)
    assert dump(workspace) == before
    undo.redo(workspace)
    assert dump(workspace) == after
    assert check(workspace).ok
