"""Events and what belongs to them: dates, gifts, days of a calendar, medals and sums."""

from datetime import date

import pytest

from cluster_desktop.domain.events.event_days import DayEvent, by_day, month_days, undated
from cluster_desktop.domain.events.event_figures import EventFacts, event_figures
from cluster_desktop.domain.events.event_sums import Sums, medal_table, sums, total
from cluster_desktop.domain.events.events import EventDraft, purposes_in
from cluster_desktop.domain.text.dates import PartialDate, parse_date


def day(text: str) -> PartialDate | None:
    return parse_date(text) if text else None


@pytest.mark.parametrize(
    ("starts", "ends", "year", "refused"),
    [
        ("21/08/2019", "22/08/2019", 2019, []),
        ("21/08/2019", "21/08/2019", 2019, []),
        ("21/08/2019", "20/08/2019", 2019, ["ends_on"]),
        ("21/08/2019", "08/2019", 2019, []),
        ("21/08/2019", "07/2019", 2019, ["ends_on"]),
        ("31/12/2019", "02/01/2020", 2019, []),
        ("31/12/2019", "", 2020, ["starts_on"]),
        ("01/01/2020", "", 2019, ["starts_on"]),
        ("2019", "", 2019, []),
        ("31/12/2019", "", None, []),
        ("", "22/08/2019", 2019, []),
    ],
)
def test_an_event_ends_after_it_begins_and_begins_in_its_year(
    starts: str, ends: str, year: int | None, refused: list[str]
) -> None:
    draft = EventDraft(starts_on=day(starts), ends_on=day(ends), year=year)
    assert [problem.field for problem in draft.problems()] == refused


def test_a_meeting_says_in_its_title_what_it_is_for() -> None:
    assert purposes_in("Hội nghị ký kết Giao ước thi đua năm 2020") == {"signs_pledge": True}
    assert purposes_in("Hội nghị tổng kết và ký giao ước") == {"signs_pledge": True, "closes_year": True}
    assert purposes_in("Hội nghị sơ kết") == {}


def shown(uid: str, starts: str = "", ends: str = "", year: int = 2019, host: str = "") -> DayEvent:
    return DayEvent(
        uid=uid,
        title="Hội thảo",
        kind="HOI_THAO",
        kind_words="Hội thảo khoa học",
        year=year,
        starts_on=day(starts),
        ends_on=day(ends),
        host=host,
    )


def test_a_page_of_the_calendar_is_six_weeks_from_monday() -> None:
    page = month_days(2019, 8)  # the first of August 2019 was a Thursday
    assert (page[0], page[-1], len(page)) == (date(2019, 7, 29), date(2019, 9, 8), 42)
    assert month_days(2021, 2)[0] == date(2021, 2, 1)  # a Monday
    assert month_days(2019, 9)[0] == date(2019, 8, 26)  # its first day was a Sunday


@pytest.mark.parametrize(
    ("starts", "ends", "days"),
    [
        ("21/08/2019", "", ["2019-08-21"]),
        ("21/08/2019", "21/08/2019", ["2019-08-21"]),
        ("21/08/2019", "20/08/2019", ["2019-08-21"]),
        ("21/08/2019", "22/08/2019", ["2019-08-21", "2019-08-22"]),
        ("21/08/2019", "09/2019", ["2019-08-21"]),
        ("01/08/2019", "02/09/2019", ["2019-08-01", "2019-09-02"]),  # 32 days later
        ("08/2019", "22/08/2019", []),
        ("", "22/08/2019", []),
    ],
)
def test_an_event_stands_on_each_of_its_days(starts: str, ends: str, days: list[str]) -> None:
    assert [each.isoformat() for each in by_day([shown("a", starts, ends)])] == days


def test_what_lasts_a_month_stands_on_every_day_of_it() -> None:
    days = by_day([shown("a", "01/08/2019", "01/09/2019"), shown("b", "31/08/2019")])  # 31 days later
    assert len(days) == 32
    assert [event.uid for event in days[date(2019, 8, 31)]] == ["a", "b"]


def test_events_without_a_day_stand_beside_their_month_or_year() -> None:
    events = [
        shown("month", "08/2019"),
        shown("year", "2019"),
        shown("nothing"),
        shown("day", "21/08/2019"),
        shown("other", "08/2020", year=2020),
    ]
    assert [event.uid for event in undated(events, 2019)] == ["month", "year", "nothing"]
    assert [event.uid for event in undated(events, 2019, 8)] == ["month", "year", "nothing"]
    assert [event.uid for event in undated(events, 2019, 7)] == ["year", "nothing"]
    assert [event.month for event in events[:3]] == [8, None, None]


def test_an_event_is_one_line_of_words() -> None:
    assert shown("a", "21/08/2019", host="Lào Cai").words == "21/08/2019 · Hội thảo · Hội thảo khoa học · Lào Cai"
    assert shown("a").words == "2019 · Hội thảo · Hội thảo khoa học"


def test_medals_stand_with_most_first_prizes_then_second_and_so_on() -> None:
    won = [
        ("Sơn La", "NHAT", "a"),
        ("Sơn La", "BA", "a"),
        ("Lào Cai", "NHI", "a"),
        ("Lào Cai", "NHI", "b"),
        ("Lào Cai", "BA", "a"),
        ("Điện Biên", "NHAT", "b"),
        ("Điện Biên", "NHI", "b"),
        ("", "KHUYEN_KHICH", "a"),
        ("", "KHUYEN_KHICH", "a"),
        ("Lai Châu", "KHUYEN_KHICH", "a"),
        ("Lai Châu", "KHUYEN_KHICH", "a"),
        ("Hà Giang", "THAM_GIA", "a"),
        ("Hà Giang", None, "a"),
    ]
    table = [(row.unit, tuple(row.counts), int(row.total)) for row in medal_table(won)]
    assert table == [
        ("Điện Biên", (1, 1, 0, 0), 2),
        ("Sơn La", (1, 0, 1, 0), 2),
        ("Lào Cai", (0, 2, 1, 0), 3),
        ("Chưa ghi nhận", (0, 0, 0, 2), 2),
        ("Lai Châu", (0, 0, 0, 2), 2),
    ]
    (best, *_others) = medal_table(won)
    assert best.total.source.sentence == "Điện Biên: 2 giải"


def test_numbers_are_added_up_by_name_and_what_has_none_comes_last() -> None:
    lines = sums([("Sơn La", (1, 10)), ("", (5, 50)), ("Điện Biên", (2, None)), ("Sơn La", (None, 7))])
    assert lines == (
        Sums("Điện Biên", (2, 0)),
        Sums("Sơn La", (1, 17)),
        Sums("Chưa ghi nhận", (5, 50)),
    )
    assert total(lines) == (8, 67)
    assert (sums([]), total(())) == ((), ())


def test_the_figures_of_a_year_tell_workshops_of_the_cluster_from_joint_ones() -> None:
    events = [
        EventFacts(uid="a", kind="HOI_THAO", title="", level="CUM", year=2019, papers=15, people=80, cost=2_000_000),
        EventFacts(uid="b", kind="HOI_THAO", title="", level="LIEN_TRUONG", year=2019, papers=6, sample_note="mẫu"),
        EventFacts(uid="c", kind="THIEN_NGUYEN", title="", year=2020, gifts=20, gift_amount=10_000_000, people=0),
        EventFacts(uid="d", kind="THE_THAO", title="", level="CUM", host="Lào Cai"),
    ]
    figures = event_figures(events, ("Sơn La", "Lào Cai"), "Giai đoạn 2019-2020")
    assert (figures.total, figures.samples) == (4, 1)
    assert (figures.cluster_workshops.source.uids, figures.cluster_workshop_papers) == (("a",), 15)
    assert figures.joint_workshops.source.uids == ("b",)
    assert figures.charity_visits.source.uids == ("c",)
    assert (figures.papers, figures.gifts, figures.gift_amount) == (21, 20, 10_000_000)
    assert (figures.people, figures.counted_events.source.uids, figures.cost) == (80, ("a", "c"), 2_000_000)
    assert list(figures.by_kind.items()) == [("Hội thảo khoa học", 2), ("Giao lưu thể thao", 1), ("Thiện nguyện", 1)]
    assert list(figures.by_level.items()) == [("Liên trường", 1), ("Cấp Cụm", 2), ("Chưa ghi nhận", 1)]
    assert list(figures.by_year.items()) == [("2019", 2), ("2020", 1), ("Chưa ghi nhận", 1)]
    assert list(figures.by_host.items()) == [("Sơn La", 0), ("Lào Cai", 1), ("Chưa ghi nhận", 3)]
    assert figures.joint_workshops.source.name == "Giai đoạn 2019-2020 – Hội thảo liên trường"
