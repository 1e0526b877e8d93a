"""Where people are when their unit went into another, read the slow way beside the program."""

from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from cluster_desktop.domain.people.successions import Succession, gone_over
from cluster_desktop.domain.people.timeline import Home, Homes, Ledger, fold, point_on
from cluster_desktop.domain.people.vocabulary import ON_STAFF, PersonStatus, ServiceSource

BEGAN, SEEN = ServiceSource.BEGAN, ServiceSource.SEEN
WORKING, RETIRED = PersonStatus.WORKING, PersonStatus.RETIRED
OLD, NEW, ELSEWHERE = "Yên Bái", "Lào Cai", "Sơn La"
MERGER: Final = Succession(OLD, NEW, "2024-02-29", {"Khoa cũ": "Khoa mới"})
DAYS: Final = ("", "2018", "2023-12-31", "2024", "2024-02", "2024-02-28", "2024-02-29", "2024-03-01", "2025-06", "2026")
LOOKED_AT: Final = (
    *("2010-01-01", "2018-01-01", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01"),
    *("2025-05-31", "2025-06-01", "2026-01-01", "2027-01-01"),
)
STATEMENTS = st.fixed_dictionaries(
    {},
    optional={
        "unit_uid": st.sampled_from([OLD, NEW, ELSEWHERE]),
        "department_uid": st.sampled_from(["Khoa cũ", "Khoa mới", "Khoa khác", None]),
        "status": st.sampled_from([WORKING, RETIRED]),
    },
).filter(bool)
LEDGERS = st.dictionaries(
    st.tuples(st.sampled_from(DAYS), st.sampled_from([BEGAN, SEEN])), STATEMENTS, min_size=1, max_size=6
)
GUESSED_BACK: Ledger = {("2026", SEEN): {"unit_uid": OLD, "department_uid": "Khoa cũ"}}
LATER_ELSEWHERE: Ledger = {("", BEGAN): {"unit_uid": OLD}, ("2025-06", BEGAN): {"unit_uid": ELSEWHERE}}
CAME_LATER: Ledger = {("2018", BEGAN): {"unit_uid": ELSEWHERE}, ("2025-06", BEGAN): {"unit_uid": OLD}}
SEEN_ELSEWHERE: Ledger = {("2018", SEEN): {"unit_uid": OLD}, ("2026", SEEN): {"unit_uid": ELSEWHERE}}
DEPARTMENT_FIRST: Ledger = {
    ("", BEGAN): {"unit_uid": ELSEWHERE},
    ("2024-02-29", SEEN): {"department_uid": "Khoa cũ"},
    ("2024-03-01", BEGAN): {"unit_uid": OLD},
}
BACK_TO_WORK: Ledger = {
    ("2018", BEGAN): {"unit_uid": OLD, "status": RETIRED},
    ("2025-06", BEGAN): {"status": WORKING},
}


def stands(ledger: Ledger, key: str, day: str) -> str | None:
    point = point_on(ledger, key, day)
    return point.value if point else None


def at_work(ledger: Ledger, day: str) -> bool:
    return (stands(ledger, "status", day) or WORKING) in ON_STAFF


@given(ledger=LEDGERS)
@example(ledger=GUESSED_BACK)
@example(ledger=LATER_ELSEWHERE)
@example(ledger=CAME_LATER)
@example(ledger=SEEN_ELSEWHERE)
@example(ledger=DEPARTMENT_FIRST)
@example(ledger=BACK_TO_WORK)
def test_nobody_is_at_work_in_what_is_gone_and_no_earlier_day_changes(ledger: Ledger) -> None:
    after = gone_over(ledger, (MERGER,))
    for day in LOOKED_AT:
        units, departments = (
            [stands(each, key, day) for each in (ledger, after)] for key in ("unit_uid", "department_uid")
        )
        if day < MERGER.day:
            assert (units[0], departments[0]) == (units[1], departments[1])
        elif at_work(ledger, day):
            assert units[1] == (NEW if units[0] == OLD else units[0])
            if units[1] == NEW:
                assert departments[1] == MERGER.departments.get(departments[0] or "", departments[0])
        assert at_work(ledger, day) == at_work(after, day)
    assert gone_over(after, (MERGER,)) == after


def test_who_was_there_goes_over_on_the_day_and_who_came_later_on_their_own() -> None:
    there: Ledger = {("2015", BEGAN): {"unit_uid": OLD, "department_uid": "Khoa cũ"}}
    on_the_day = {"unit_uid": NEW, "department_uid": "Khoa mới"}
    assert gone_over(there, (MERGER,)) == {**there, (MERGER.day, BEGAN): on_the_day}
    assert gone_over(CAME_LATER, (MERGER,)) == {
        ("2018", BEGAN): {"unit_uid": ELSEWHERE},
        ("2025-06", BEGAN): {"unit_uid": NEW},
    }


def test_what_is_written_for_later_days_stays() -> None:
    assert gone_over(LATER_ELSEWHERE, (MERGER,)) == {
        ("", BEGAN): {"unit_uid": OLD},
        (MERGER.day, BEGAN): {"unit_uid": NEW},
        ("2025-06", BEGAN): {"unit_uid": ELSEWHERE},
    }


def test_who_had_left_stays_with_the_old_unit() -> None:
    left: Ledger = {("2015", BEGAN): {"unit_uid": OLD}, ("2020", BEGAN): {"status": RETIRED}}
    assert gone_over(left, (MERGER,)) == left


def test_one_merger_after_another_is_followed_to_its_end() -> None:
    again = Succession(NEW, ELSEWHERE, "2026-01-01")
    ledger: Ledger = {("2015", BEGAN): {"unit_uid": OLD}}
    assert gone_over(ledger, (MERGER, again)) == {
        **ledger,
        (MERGER.day, BEGAN): {"unit_uid": NEW},
        ("2026-01-01", BEGAN): {"unit_uid": ELSEWHERE},
    }


def test_units_said_to_have_gone_into_each_other_come_to_an_end() -> None:
    back = Succession(NEW, OLD, MERGER.day)
    assert gone_over({("2015", BEGAN): {"unit_uid": OLD}}, (MERGER, back))


DEPARTMENTS: Homes = {
    "Khoa cũ": Home(OLD, ended="2024-02-29"),
    "Khoa mới": Home(NEW, began="2024-02-29"),
}


def in_its_unit(ledger: Ledger, home: Home, day: str) -> bool:
    """Whether the department is one of the unit of that day."""
    return home.unit in ("", stands(ledger, "unit_uid", day))


@given(ledger=LEDGERS)
@example(ledger={("2015", BEGAN): {"unit_uid": OLD, "department_uid": "Khoa cũ"}, ("2018", BEGAN): {"unit_uid": NEW}})
@example(ledger={("2026", SEEN): {"unit_uid": NEW, "department_uid": "Khoa mới"}})
@example(ledger={("2018", BEGAN): {"unit_uid": OLD, "department_uid": "Khoa cũ"}})
def test_nobody_is_in_a_department_outside_its_days(ledger: Ledger) -> None:
    spans = fold(ledger, (), DEPARTMENTS)
    for day in LOOKED_AT:
        said = stands(ledger, "department_uid", day)
        home = DEPARTMENTS.get(said or "", Home(""))
        began, ended = home.began, home.ended
        for span in spans:
            if span.from_on <= day < span.until_on:
                there = began <= day < ended and in_its_unit(ledger, home, day)
                assert span.post["department_uid"] == (said if there else None)
                assert span.post["unit_uid"] == stands(ledger, "unit_uid", day)
