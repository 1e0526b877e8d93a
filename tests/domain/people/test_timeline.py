"""What is said of a post from day to day, read the slow way beside the program, and the laws that typing keeps."""

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cluster_desktop.domain.people.career import rank_of
from cluster_desktop.domain.people.dating import first_statements, with_tenure
from cluster_desktop.domain.people.timeline import (
    OPEN,
    POST,
    Ledger,
    Span,
    Tenure,
    Training,
    change,
    correct,
    day_before,
    fold,
    list_on,
    point_on,
    present,
    tenure,
)
from cluster_desktop.domain.people.vocabulary import Degree, PersonStatus, QualificationKind, ServiceSource

BEGAN, SEEN = ServiceSource.BEGAN, ServiceSource.SEEN
WORKING, RETIRED, MOVED = PersonStatus.WORKING, PersonStatus.RETIRED, PersonStatus.MOVED
GV, TK, PHT = "Giảng viên", "Trưởng khoa", "Phó Hiệu trưởng"

DAYS: Final = ("2015", "2018", "2018-03", "2018-03-01", "2018-12-31", "2019-02-28", "2020", "2020-02-29", "2026-12-01")
LOOKED_AT: Final = ("1999-01-01", "2014-12-31", "2015-01-01", "2017-12-31", "2018-01-01", "2018-02-28", "2018-03-01")
LOOKED_AT_TOO: Final = (
    "2018-03-02",
    "2018-12-31",
    "2019-02-28",
    "2020-01-01",
    "2020-02-28",
    "2020-02-29",
    "2027-01-01",
)
TODAY: Final = "2026-12-01"
ALL_DAYS: Final = LOOKED_AT + LOOKED_AT_TOO
VALUES = st.sampled_from(["A", "B", "C", None])
STATEMENTS = st.dictionaries(st.sampled_from(["unit_uid", "position"]), VALUES, min_size=1)
LEDGERS = st.dictionaries(
    st.tuples(st.sampled_from(["", *DAYS]), st.sampled_from([BEGAN, SEEN])), STATEMENTS, max_size=6
)

SAME_DAY = {("2020", BEGAN): {"position": TK}, ("2020", SEEN): {"position": GV}}
LIST_AGAINST_PAPER = {("2018-03-01", BEGAN): {"position": TK}, ("2026-12-01", SEEN): {"position": TK}}
PARTIAL = {
    ("2018", SEEN): {"position": GV},
    ("2018-03", BEGAN): {"position": TK},
    ("2018-03-01", SEEN): {"position": GV},
}


def told(ledger: Ledger, key: str, day: str) -> tuple[str | None, bool] | None:
    """The rule read aloud: the newest statement up to the day, what began before what was seen; else the next list."""
    past = [place for place, said in ledger.items() if key in said and place[0] <= day]
    if past:
        newest = max(on for on, _source in past)
        source = BEGAN if (newest, BEGAN) in past else SEEN
        return ledger[newest, source][key], False
    later = [place for place, said in ledger.items() if key in said and place[0] > day]
    if not later:
        return None
    first = min(on for on, _source in later)
    return None if (first, BEGAN) in later else (ledger[first, SEEN][key], True)


def held(ledger: Ledger, key: str, day: str) -> tuple[str | None, bool] | None:
    point = point_on(ledger, key, day)
    return (point.value, point.guessed) if point else None


@given(LEDGERS)
@example(SAME_DAY)
@example(LIST_AGAINST_PAPER)
@example(PARTIAL)
@example({("", SEEN): {"position": GV}})
def test_a_field_on_a_day_is_what_the_rule_says(ledger: Ledger) -> None:
    for day in ALL_DAYS:
        for key in ("unit_uid", "position"):
            assert held(ledger, key, day) == told(ledger, key, day)


@given(LEDGERS)
@example(SAME_DAY | {("2018", BEGAN): {"unit_uid": "A"}})
def test_spans_say_what_the_fields_say_and_do_not_overlap(ledger: Ledger) -> None:
    spans = fold(ledger)
    assert [(span.from_on, span.until_on) for span in spans] == sorted((s.from_on, s.until_on) for s in spans)
    for day in ALL_DAYS:
        covering = [span for span in spans if span.from_on <= day < span.until_on]
        unit = told(ledger, "unit_uid", day)
        assert len(covering) == (unit is not None and unit[0] is not None)
        for span in covering:
            position = told(ledger, "position", day)
            assert (span.post["unit_uid"], span.post["position"]) == (unit and unit[0], position and position[0])


@given(LEDGERS, st.sampled_from(DAYS), VALUES)
@example({("2026-12-01", SEEN): {"position": GV}}, "2018-03", TK)
@example(SAME_DAY, "2020", PHT)
@example({("2018", BEGAN): {"position": GV}, ("2026-12-01", BEGAN): {"position": PHT}}, "2020-02-29", TK)
@example(PARTIAL, "2018-03", PHT)
def test_a_change_alters_no_earlier_day_and_holds_up_to_the_next(ledger: Ledger, on: str, value: str | None) -> None:
    after = change(ledger, {"position": value}, on)
    following = min(
        (day for (day, how), said in ledger.items() if how == BEGAN and day > on and "position" in said), default=OPEN
    )
    for day in ALL_DAYS:
        before = held(ledger, "position", day)
        if day <= day_before(on):
            if before is None:
                assert held(after, "position", day) is None
            else:
                assert (held(after, "position", day) or (object(),))[0] == before[0]
        elif on <= day < following:
            assert held(after, "position", day) == (value, False)
        elif day >= following:
            assert held(after, "position", day) == before
        assert held(after, "unit_uid", day) == held(ledger, "unit_uid", day)


@given(LEDGERS, st.sampled_from(DAYS), VALUES)
@example(LIST_AGAINST_PAPER, "2020", GV)
@example({("2015", BEGAN): {"position": TK}}, "2020", GV)
@example({("2020-02-29", BEGAN): {"position": TK}}, "2020-02-29", None)
@example({("2020", BEGAN): {"position": TK}, ("2026-12-01", SEEN): {"position": PHT}}, "2020-02-29", GV)
def test_a_list_says_how_it_stood_and_says_it_once(ledger: Ledger, on: str, value: str | None) -> None:
    after, disputed = list_on(ledger, {"position": value}, on, TODAY)
    disputed_of = bool(disputed)  # whose own paper is put right when the list is taken
    point = point_on(ledger, "position", on)
    if disputed:
        assert after == ledger
        assert point
        assert point.source == BEGAN
        assert on.startswith(point.said_on) or point_on(ledger, "position", TODAY) == point
        after, disputed = list_on(ledger, {"position": value}, on, TODAY, {"position"})
        assert disputed == ()
    assert held(after, "position", on) == (value, False)
    assert list_on(after, {"position": value}, on, TODAY) == (after, ())
    following = min((day for (day, _how), said in ledger.items() if day > on and "position" in said), default=OPEN)
    for day in ALL_DAYS:
        known = held(ledger, "position", day)
        put_right = disputed_of and point_on(ledger, "position", day) == point
        if day >= following or (day < on and known is not None and not known[1] and not put_right):
            assert held(after, "position", day) == known


@given(LEDGERS, st.sampled_from(ALL_DAYS), VALUES)
@example({("2015", BEGAN): {"position": GV}, ("2020", BEGAN): {"position": TK}}, "2018-12-31", PHT)
def test_a_slip_put_right_alters_only_the_days_it_told(ledger: Ledger, on: str, value: str | None) -> None:
    point = point_on(ledger, "position", on)
    after = correct(ledger, {"position": value}, on)
    assert (held(after, "position", on) or ("nothing",))[0] == value
    for day in ALL_DAYS:
        before = point_on(ledger, "position", day)
        if before is None:
            continue
        same = point is not None and (before.said_on, before.source) == (point.said_on, point.source)
        assert (held(after, "position", day) or ("nothing",))[0] == (value if same else before.value)


# --- written cases, from the clerk's side -------------------------------------------------------------------


def post_on(ledger: Ledger, day: str, training: tuple[Training, ...] = ()) -> Mapping[str, str | None]:
    """What holds of somebody on a day; empty where they are not on the staff of anybody."""
    span = next((span for span in fold(ledger, training) if span.from_on <= day < span.until_on), None)
    return {} if span is None else dict(span.post) | dict(span.training)


UPGRADED: Final[Ledger] = {
    ("2015", BEGAN): {"unit_uid": "A", "status": WORKING},
    ("2026-11-30", SEEN): {"position": GV, "department_uid": "K"},
}


def test_who_came_in_2015_is_not_on_the_staff_of_2014_and_has_todays_post_in_2018() -> None:
    assert post_on(UPGRADED, "2014-12-31") == {}
    assert post_on(UPGRADED, "2018-12-31")["position"] == GV
    guessed = {span.from_on: span.guessed for span in fold(UPGRADED)}
    assert guessed == {"2015": True, "2026-11-30": False}


def test_a_promotion_is_seen_from_its_day_on_and_not_before() -> None:
    promoted = change(UPGRADED, {"position": TK}, "2026-03-01")
    assert post_on(promoted, "2026-02-20")["position"] == GV
    assert post_on(promoted, "2026-03-05")["position"] == TK
    assert post_on(promoted, "2027-01-01")["position"] == TK


def test_a_list_of_2020_fills_the_past_and_leaves_today_alone() -> None:
    ledger: Ledger = {("2026-11-30", SEEN): {"unit_uid": "A", "position": TK}}
    listed, disputed = list_on(ledger, {"unit_uid": "A", "position": GV}, "2020-12-31", TODAY)
    assert disputed == ()
    assert [post_on(listed, f"{year}-12-31")["position"] for year in (2018, 2020, 2025)] == [GV, GV, GV]
    assert post_on(listed, "2026-11-30")["position"] == TK
    assert [(span.from_on, span.guessed) for span in fold(listed)] == [
        ("", True),
        ("2020-12-31", False),
        ("2026-11-30", False),
    ]


def test_a_list_that_disagrees_with_a_decision_of_its_day_does_not_win() -> None:
    ledger: Ledger = {("2020-12-31", BEGAN): {"position": TK}}
    assert list_on(ledger, {"position": GV}, "2020-12-31", TODAY) == (ledger, ("position",))
    assert list_on(ledger, {"position": TK}, "2020-12-31", TODAY) == (ledger, ())


def test_an_older_list_does_not_change_what_a_decision_says_of_today() -> None:
    ledger: Ledger = {("2015", BEGAN): {"position": TK}}
    assert list_on(ledger, {"position": GV}, "2020-12-31", TODAY) == (ledger, ("position",))
    # A list of today, and one after which something else is known, changes no word of the decision.
    assert list_on(ledger, {"position": GV}, TODAY, TODAY)[1] == ()
    known: Ledger = {**ledger, ("2026-01-01", SEEN): {"position": PHT}}
    after, disputed = list_on(known, {"position": GV}, "2020-12-31", TODAY)
    assert disputed == ()
    assert [held(after, "position", day) for day in ("2019-12-31", "2020-12-31", TODAY)] == [
        (TK, False),
        (GV, False),
        (PHT, False),
    ]


def test_what_begins_later_stays_when_something_changes_before_it() -> None:
    ledger = change(UPGRADED, {"position": PHT}, "2026-09-01")
    ledger = change(ledger, {"position": TK}, "2025-01-01")
    assert [post_on(ledger, day)["position"] for day in ("2024-12-31", "2025-01-01", "2026-08-31", "2026-09-01")] == [
        GV,
        TK,
        TK,
        PHT,
    ]


def test_retired_and_called_back_is_staff_but_for_the_time_between() -> None:
    ledger = change(UPGRADED, {"status": RETIRED}, "2018-09-01")
    ledger = change(ledger, {"status": WORKING}, "2019-03")
    assert [post_on(ledger, day)["status"] for day in ("2018-08-31", "2018-09-01", "2019-02-28", "2019-03-01")] == [
        WORKING,
        RETIRED,
        RETIRED,
        WORKING,
    ]
    assert tenure(ledger, "2026-12-01") == Tenure("2019-03", None)
    assert tenure(ledger, "2018-12-31") == Tenure("2015", "2018-09-01")


def test_a_merger_is_no_coming_and_a_move_is_one() -> None:
    moved = change(UPGRADED, {"unit_uid": "B"}, "2025-07-01")
    assert tenure(moved, "2026-12-01") == Tenure("2025-07-01", None)
    assert tenure(moved, "2026-12-01", {"A": "C", "C": "B"}) == Tenure("2015", None)
    assert tenure(moved, "2026-12-01", {"A": "C", "C": "A"}) == Tenure("2025-07-01", None)


def test_who_is_still_to_come_is_shown_as_they_will_be() -> None:
    ledger = first_statements(
        dict.fromkeys(POST) | {"unit_uid": "A", "status": WORKING, "position": GV}, "2027-01-01", None, "2026-12-01"
    )
    spans = fold(ledger)
    now = present(spans, "2026-12-01")
    assert now is not None
    assert (now.from_on, now.post["unit_uid"], now.post["position"]) == ("2027-01-01", "A", GV)
    assert post_on(ledger, "2026-12-31") == {}
    assert tenure(ledger, "2026-12-01") == Tenure("2027-01-01", None)
    assert present((), "2026-12-01") is None


JOINED = st.sampled_from([None, "2010", "2015-09", "2016-02-29"])
LEFT = st.sampled_from([None, "2017", "2019-06", "2020-02-29", "2026-12-01"])


@given(JOINED, LEFT, st.sampled_from([WORKING, PersonStatus.STUDYING, RETIRED, MOVED]), st.sampled_from([None, GV]))
@example("2015", "2015", RETIRED, GV)
def test_a_new_record_reads_as_it_was_typed(
    joined: str | None, left: str | None, status: str, position: str | None
) -> None:
    away = status in (RETIRED, MOVED)
    left = left if away else None
    said = dict.fromkeys(POST) | {"unit_uid": "A", "status": status, "position": position}
    ledger = first_statements(said, joined, left, "2026-12-01")
    now = present(fold(ledger), "2026-12-01")
    assert now is not None
    assert {key: now.post[key] for key in said} == said
    assert tenure(ledger, "2026-12-01") == Tenure(joined, left)


def test_who_left_in_the_year_they_came_is_not_at_work() -> None:
    said = dict.fromkeys(POST) | {"unit_uid": "A", "status": RETIRED}
    ledger = first_statements(said, "2020-05", "2020", "2026-12-01")
    now = present(fold(ledger), "2026-12-01")
    assert now is not None
    assert now.post["status"] == RETIRED
    assert tenure(ledger, "2026-12-01").joined == "2020-05"


def test_the_day_of_coming_typed_later_brings_nobody_back_to_work() -> None:
    listed: Ledger = {
        ("2020-12-31", SEEN): {"unit_uid": "A", "status": WORKING},
        ("2026-12-01", SEEN): {"status": RETIRED},
    }
    after = with_tenure(listed, tenure(listed, "2026-12-01"), Tenure("2015", None), "2026-12-01")
    assert tenure(after, "2026-12-01").joined == "2015"
    assert post_on(after, "2026-12-01")["status"] == RETIRED
    assert post_on(after, "2020-12-31")["status"] == WORKING


@given(JOINED, LEFT, JOINED, LEFT)
@example("2010", None, None, None)
def test_days_of_coming_and_leaving_can_be_typed_later(
    old_joined: str | None, old_left: str | None, joined: str | None, left: str | None
) -> None:
    said = dict.fromkeys(POST) | {"unit_uid": "A", "status": RETIRED, "position": GV}
    ledger = first_statements(said, old_joined, old_left, "2026-12-01")
    after = with_tenure(ledger, Tenure(old_joined, old_left), Tenure(joined, left), "2026-12-01")
    assert tenure(after, "2026-12-01") == Tenure(joined, left)
    now = present(fold(after), "2026-12-01")
    assert now is not None
    assert {key: now.post[key] for key in said} == said


# --- training ------------------------------------------------------------------------------------------------


def degree(value: str, attained: str | None = None, seen: str = "2026-11-30") -> Training:
    return Training("degree", value, None, attained, "" if attained else seen, rank_of(QualificationKind.DEGREE, value))


def degree_on(day: str, *lines: Training) -> str | None:
    return post_on({("2010", BEGAN): {"unit_uid": "A"}}, day, lines).get("degree")


MASTER, DOCTOR, BACHELOR = Degree.MASTER, Degree.DOCTOR, Degree.BACHELOR


@pytest.mark.parametrize(
    ("lines", "by_day"),
    [
        pytest.param(
            (degree(MASTER), degree(DOCTOR, "2026")),
            {"2020-12-31": MASTER, "2025-12-31": MASTER, "2026-01-01": DOCTOR},
            id="a doctor's degree of today leaves 2020 alone",
        ),
        pytest.param(
            (degree(MASTER), degree(DOCTOR, seen="2026-12-01")),
            {"2020-12-31": MASTER, "2026-11-30": MASTER, "2026-12-01": DOCTOR},
            id="without a year it counts from the list",
        ),
        pytest.param(
            (degree(MASTER, "2018-06"), degree(BACHELOR, seen="2026-12-01")),
            {"2018-05-31": BACHELOR, "2018-06-01": MASTER, "2026-12-01": MASTER},
            id="a lower second degree does not lower anybody",
        ),
        pytest.param((degree(MASTER),), {"2012-01-01": MASTER}, id="a guess reaches back"),
        pytest.param(
            (degree(BACHELOR, "2022"), degree(MASTER)),
            {"2020-12-31": None, "2022-01-01": BACHELOR, "2026-11-30": MASTER},
            id="but not before something lower was attained",
        ),
        pytest.param(
            (degree(BACHELOR, seen="2018-12-31"), degree(MASTER, seen="2020-12-31")),
            {"2017-01-01": BACHELOR, "2019-01-01": BACHELOR, "2020-12-31": MASTER},
            id="two lists, the first reaches back",
        ),
        pytest.param((), {"2020-12-31": None}, id="nothing known"),
    ],
)
def test_the_highest_degree_held_on_a_day(lines: tuple[Training, ...], by_day: dict[str, str | None]) -> None:
    assert {day: degree_on(day, *lines) for day in by_day} == by_day
    assert {day: degree_on(day, *reversed(lines)) for day in by_day} == by_day


def test_the_order_of_lines_does_not_matter() -> None:
    lines = (degree(MASTER), degree(DOCTOR, "2026"), degree(BACHELOR, "1999"))
    ledger: Ledger = {
        ("2015", BEGAN): {"unit_uid": "A"},
        ("2020", SEEN): {"position": GV},
        ("2018", BEGAN): {"position": TK},
    }
    backwards = dict(reversed(list(ledger.items())))
    assert fold(ledger, lines) == fold(backwards, reversed(lines))


def test_equal_neighbours_are_one_span() -> None:
    ledger: Ledger = {("2015", BEGAN): {"unit_uid": "A"}, ("2018", BEGAN): {"unit_uid": "A"}}
    (span,) = fold(ledger)
    assert (span.from_on, span.until_on, type(span)) == ("2015", OPEN, Span)
