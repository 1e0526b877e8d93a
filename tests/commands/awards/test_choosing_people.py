"""Chosen for a round, a meeting or an event is who was there on its day; who left within the year is named."""

from datetime import date
from typing import Any

import pytest

from cluster_desktop.commands.awards import councils
from cluster_desktop.commands.awards.registrations import copy_registrations
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.proposals import proposals
from cluster_desktop.records.queries.awards.registrations import registered
from cluster_desktop.records.queries.careers.as_of import day_within
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people.recipients import day_of_event, offered
from cluster_desktop.records.rows import Listing


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def other(workspace: Workspace) -> str:
    return put(workspace, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))


def staff(workspace: Workspace, unit: str, name: str, **more: Any) -> str:
    draft = PersonDraft(full_name=name, unit_uid=unit, joined_unit=PartialDate(2010), position="Giảng viên", **more)
    return put(workspace, draft)


def change(workspace: Workspace, uid: str, day: str, **changed: Any) -> None:
    then = dict(workspace.read(listing.find, "person", uid).values)
    records.edit(workspace, uid, PersonDraft(**then | changed), Dating(Way.CHANGE, day))


def names(workspace: Workspace, unit: str, day: date) -> list[str]:
    return [offer.words for offer in workspace.read(offered, "CA_NHAN", day, unit)]


def test_people_are_offered_where_they_were_and_who_left_that_year_with_a_word(
    workspace: Workspace, unit: str, other: str
) -> None:
    department = put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng", kind="KHOA"))
    moved, retired = (
        staff(workspace, unit, "Lò Văn An", department_uid=department),
        staff(workspace, unit, "Lò Văn Bình"),
    )
    staff(workspace, unit, "Lò Văn Chung")
    change(workspace, moved, "2020-07-01", unit_uid=other, department_uid=None, position="Trưởng phòng")
    change(workspace, retired, "2020-09-01", status="NGHI_HUU")
    assert names(workspace, unit, date(2020, 6, 30)) == [
        "Lò Văn Bình · Giảng viên",
        "Lò Văn Chung · Giảng viên",
        "Lò Văn An · Giảng viên Khoa Xây dựng Đảng",
    ]
    assert names(workspace, unit, date(2020, 12, 31)) == [
        "Lò Văn Chung · Giảng viên",
        "Lò Văn Bình · Giảng viên · nghỉ hưu ngày 01/09/2020",
    ]
    assert names(workspace, other, date(2020, 12, 31)) == ["Lò Văn An · Trưởng phòng"]
    assert names(workspace, unit, date(2021, 1, 1)) == ["Lò Văn Chung · Giảng viên"]
    assert names(workspace, unit, date(2009, 12, 31)) == []


def test_who_is_away_for_a_time_is_still_offered(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Thị Ơn")
    change(workspace, uid, "2020-03-01", status="THAI_SAN")
    assert names(workspace, unit, date(2020, 6, 30)) == ["Lò Thị Ơn · Giảng viên"]


@pytest.mark.parametrize(
    ("year", "day"), [(2025, date(2025, 12, 31)), (2026, date(2026, 5, 4)), (2027, date(2027, 1, 1))]
)
def test_a_list_of_a_year_is_of_its_day_nearest_to_today(year: int, day: date) -> None:
    assert day_within(year, date(2026, 5, 4)) == day


@pytest.mark.parametrize(
    ("starts_on", "day"),
    [
        (PartialDate(2020, 8, 20), date(2020, 8, 20)),
        (PartialDate(2020, 8), date(2020, 8, 1)),
        (PartialDate(2020), date(2020, 12, 31)),
        (None, date(2020, 12, 31)),
    ],
)
def test_who_took_part_is_chosen_by_the_day_of_the_event(
    workspace: Workspace, starts_on: PartialDate | None, day: date
) -> None:
    event = put(workspace, EventDraft(kind="HOI_THAO", title="Hội thảo", year=2020, starts_on=starts_on))
    assert workspace.read(day_of_event, event) == day


# --- councils ---


def test_a_member_sits_with_the_post_of_the_day_of_the_meeting(workspace: Workspace, unit: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    change(workspace, uid, "2020-09-01", position="Trưởng phòng")
    for day, office in ((PartialDate(2020, 8, 31), "Giảng viên"), (PartialDate(2020, 9, 1), "Trưởng phòng")):
        meeting = put(workspace, CouncilSessionDraft(name="Họp", year=2020, unit_uid=unit, held_on=day))
        councils.add_members(workspace, meeting, [uid])
        (member,) = (
            row
            for row in workspace.read(listing.page, Listing(kind="council_member"))
            if row.values["session_uid"] == meeting
        )
        assert member.values["office"] == office


def test_a_council_takes_in_who_was_in_its_school_on_its_day(workspace: Workspace, unit: str, other: str) -> None:
    uid = staff(workspace, unit, "Lò Văn An")
    round_uid = put(workspace, RoundDraft(name="Đợt 1", year=2020))
    put(workspace, NominationDraft(round_uid=round_uid, person_uid=uid, award="GK", state="DE_NGHI"))
    change(workspace, uid, "2020-07-01", unit_uid=other)
    for school, month, waiting in ((unit, 6, 1), (other, 6, 0), (unit, 8, 0), (other, 8, 1)):
        draft = CouncilSessionDraft(name="Họp", year=2020, unit_uid=school, held_on=PartialDate(2020, month, 30))
        assert len(workspace.read(councils.waiting, put(workspace, draft))) == waiting


# --- proposals from registrations ---


def registration(workspace: Workspace, uid: str) -> None:
    day = PartialDate(2020, 2, 1)
    put(workspace, RegistrationDraft(year=2020, registered_on=day, person_uid=uid, award="LDTT"))


def test_who_registered_is_proposed_by_the_last_school_of_the_year(workspace: Workspace, unit: str, other: str) -> None:
    moved, retired, later = (staff(workspace, unit, f"Lò Văn {name}") for name in ("An", "Bình", "Chung"))
    for uid in (moved, retired, later):
        registration(workspace, uid)
    change(workspace, moved, "2020-07-01", unit_uid=other)
    change(workspace, retired, "2020-09-01", status="NGHI_HUU")
    change(workspace, later, "2024-09-01", status="NGHI_HUU")
    round_uid = put(workspace, RoundDraft(name="Tổng kết", year=2020))

    def told(school: str) -> set[tuple[str, str, str]]:
        return {(one.name, one.unit, one.caution) for one in workspace.read(proposals, round_uid, school)}

    assert told(other) == {("Lò Văn An", "Yên Bái", "")}
    assert told(unit) == {("Lò Văn Bình", "Lào Cai", "nghỉ hưu ngày 01/09/2020"), ("Lò Văn Chung", "Lào Cai", "")}


def test_who_is_on_leave_registers_again_and_who_left_does_not(workspace: Workspace, unit: str) -> None:
    mother, retired = staff(workspace, unit, "Lò Thị Ơn"), staff(workspace, unit, "Lò Văn An")
    registration(workspace, mother)
    registration(workspace, retired)
    change(workspace, mother, "2020-11-01", status="THAI_SAN")
    change(workspace, retired, "2020-09-01", status="NGHI_HUU")
    copy_registrations(workspace, 2021)
    assert [entry.name for entry in workspace.read(registered, 2021)] == ["Lò Thị Ơn"]


def test_of_a_department_its_own_people_are_offered(workspace: Workspace, unit: str) -> None:
    khoa = [put(workspace, DepartmentDraft(unit_uid=unit, name=name)) for name in ("Khoa A", "Khoa B", "Khoa C")]
    for number, department in enumerate((*khoa, None)):
        staff(workspace, unit, f"Lò Văn {number}", department_uid=department)
    day = date(2020, 6, 1)
    for number, department in enumerate(khoa):
        seen = workspace.read(offered, "CA_NHAN", day, unit, department)
        assert [each.name for each in seen] == [f"Lò Văn {number}"]
