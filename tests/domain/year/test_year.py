"""The days of an emulation year and its summary."""

from datetime import date
from typing import Any

import pytest

from cluster_desktop.domain.events.event_figures import EventFacts
from cluster_desktop.domain.figures.figures import AwardFacts, PersonFacts, staff_statistics
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.deadlines import AHEAD, PASSED, PRESSING, YearMilestone, moved
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.domain.year.year_summary import DepartmentFacts, Member, YearSummary

DUE = date(2020, 11, 30)


def milestone(due: PartialDate | None = None) -> YearMilestone:
    return YearMilestone(uid="1", stage="DE_NGHI", title="Gửi hồ sơ", due_on=due or PartialDate.of(DUE))


@pytest.mark.parametrize(
    ("today", "aside", "tone", "reminder"),
    [
        (date(2020, 11, 15), "còn 15 ngày", AHEAD, "Còn 15 ngày đến hạn"),
        (date(2020, 11, 16), "còn 14 ngày", PRESSING, "Còn 14 ngày đến hạn"),
        (date(2020, 11, 29), "còn 1 ngày", PRESSING, "Còn 1 ngày đến hạn"),
        (DUE, "hạn hôm nay", PRESSING, "Hôm nay là hạn"),
        (date(2020, 12, 1), "quá 1 ngày", PASSED, "Đã quá hạn 1 ngày"),
        (date(2021, 12, 1), "quá 366 ngày", PASSED, "Đã quá hạn 366 ngày"),
        (date(2021, 12, 2), "hạn 30/11/2020", AHEAD, "Đã quá hạn 367 ngày"),
        (date(2019, 11, 30), "còn 366 ngày", AHEAD, "Còn 366 ngày đến hạn"),
        (date(2019, 11, 29), "hạn 30/11/2020", AHEAD, "Còn 367 ngày đến hạn"),
    ],
)
def test_a_deadline_says_how_far_off_it_is(today: date, aside: str, tone: str, reminder: str) -> None:
    assert (milestone().aside(today), milestone().tone(today)) == (aside, tone)
    assert milestone().reminder(today) == f"{reminder}: Gửi hồ sơ (30/11/2020)."


def test_a_month_is_due_on_its_last_day() -> None:
    assert milestone(PartialDate(2020, 11)).days_left(DUE) == 0
    assert milestone(PartialDate(2020)).days_left(DUE) == 31


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (PartialDate(2020, 2, 29), 1, PartialDate(2021, 2, 28)),
        (PartialDate(2020, 2, 28), 1, PartialDate(2021, 2, 28)),
        (PartialDate(2020, 1, 29), 1, PartialDate(2021, 1, 29)),
        (PartialDate(2020, 11, 30), -1, PartialDate(2019, 11, 30)),
        (PartialDate(2020, 11), 2, PartialDate(2022, 11)),
    ],
)
def test_a_plan_is_moved_by_whole_years(day: PartialDate, years: int, later: PartialDate) -> None:
    assert moved(day, years) == later


def test_a_registration_names_an_award_that_its_recipient_can_have() -> None:
    assert RegistrationDraft(award="LDTT", recipient_kind="CA_NHAN").problems() == ()
    assert [problem.field for problem in RegistrationDraft(award="LDTT", recipient_kind="DON_VI").problems()] == [
        "award"
    ]


def test_a_member_counts_its_faculties_offices_people_and_women() -> None:
    staff = tuple(PersonFacts(uid=uid, gender=gender) for uid, gender in (("a", "NU"), ("b", "NAM"), ("c", None)))
    kinds = ("BAN_GIAM_HIEU", "KHOA", "KHOA", "PHONG", "KHAC")
    member = Member(
        uid="u",
        name="Lào Cai",
        role="THANH_VIEN",
        hosts=False,
        departments=tuple(DepartmentFacts(f"d{place}", kind) for place, kind in enumerate(kinds)),
        staff=staff,
    )
    assert member.faculties.source.uids == ("d1", "d2")
    assert member.offices.source.uids == ("d3",)
    assert member.people.source.uids == ("a", "b", "c")
    assert member.women.source.uids == ("a",)
    assert member.women.source.sentence == "Lào Cai – Nữ: 1 người"


def summary(events: tuple[EventFacts, ...], awards: tuple[AwardFacts, ...] = (), **values: Any) -> YearSummary:
    return YearSummary(
        year=2020,
        cluster="Cụm",
        members=(),
        staff=staff_statistics((), date(2020, 12, 31)),
        staff_notes=(),
        movements=(),
        events=events,
        awards=awards,
        photos=(),
        **values,
    )


def event(uid: str, year: int | None, kind: str = "HOI_THAO", level: str | None = None) -> EventFacts:
    return EventFacts(uid=uid, kind=kind, title="", year=year, level=level)


def test_the_summary_of_a_year_counts_that_year_and_tells_from_the_first_one() -> None:
    events = (
        event("a", 2017, level="CUM"),
        event("b", 2020, level="CUM"),
        event("c", 2020, "THIEN_NGUYEN"),
        event("d", None),
    )
    awards = tuple(AwardFacts(uid=str(year), recipient="", award="LDTT", year=year) for year in (2019, 2020))
    whole = summary(events, awards)
    assert whole.first_year == 2017
    assert whole.year_figures.total.source.uids == ("b", "c")
    assert whole.year_figures.total.source.name == "Năm 2020"
    assert (whole.award_figures.total.source.uids, whole.award_figures.total.source.name) == (("2020",), "Năm 2020")
    assert [each.uid for each in whole.of("HOI_THAO")] == ["a", "b", "d"]
    assert [each.uid for each in whole.of("HOI_THAO", levels=("CUM",))] == ["a", "b"]
    assert [each.uid for each in whole.of("HOI_THAO", "THIEN_NGUYEN", levels=("",))] == ["c", "d"]
    assert [each.uid for each in whole.in_year("HOI_THAO")] == ["b"]


def test_a_summary_without_events_begins_with_its_own_year() -> None:
    assert summary(()).first_year == 2020
    assert summary((event("d", None),)).first_year == 2020
