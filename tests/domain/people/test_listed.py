"""What a list makes of what the book says of somebody: each field is written, known, kept or asked about."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cluster_desktop.domain.people.career import LEARNED, rank_of
from cluster_desktop.domain.people.listed import Fate, Known, ListDay, listed, standing
from cluster_desktop.domain.people.timeline import Ledger, Said, Training
from cluster_desktop.domain.people.vocabulary import Degree, PersonStatus, QualificationKind, ServiceSource

BEGAN, SEEN = ServiceSource.BEGAN, ServiceSource.SEEN
WORKING, RETIRED = PersonStatus.WORKING, PersonStatus.RETIRED
BACHELOR, MASTER, DOCTOR = Degree.BACHELOR, Degree.MASTER, Degree.DOCTOR
GV, TK = "Giảng viên", "Trưởng khoa"
TODAY = "2026-12-01"
HERE: Ledger = {("2026-11-01", SEEN): {"unit_uid": "A", "position": TK, "status": WORKING}}


def degree(value: str | None, specialty: str | None = None, attained: str | None = None, seen: str = "") -> Training:
    return Training("degree", value, specialty, attained, seen, rank_of(QualificationKind.DEGREE, value))


def brought(
    known: Known, said: Said, day: str = "2020-12-31", *taken: str
) -> tuple[Known, dict[str, tuple[str, str | None]]]:
    """What a list of a day makes of it, and the fate of each field with what the book holds instead."""
    after, told = listed(known, said, ListDay(day, TODAY, frozenset(taken)))
    return after, {key: (verdict.fate.value, verdict.held) for key, verdict in told.items()}


def on(known: Known, day: str, *keys: str) -> list[str | None]:
    then, _unsure = standing(known, day, {}, {})
    return [then[key] for key in keys]


def test_a_lower_degree_of_a_list_is_kept_out_and_told() -> None:
    known = Known(HERE, (degree(MASTER, None, "2012"),))
    for day in ("2020-12-31", TODAY):
        after, fates = brought(known, {"degree": BACHELOR, "specialty": "Triết học"}, day)
        assert (after, fates) == (known, {"degree": ("kept", MASTER)})


def test_a_higher_degree_is_written_where_nothing_speaks_against_it() -> None:
    known = Known(HERE, (degree(BACHELOR, None, None, "2019-12-31"), degree(DOCTOR, None, "2024")))
    after, fates = brought(known, {"degree": MASTER})
    assert fates == {"degree": ("written", None)}
    assert [on(after, day, "degree") for day in ("2019-12-31", "2020-12-31", TODAY)] == [[BACHELOR], [MASTER], [DOCTOR]]


@pytest.mark.parametrize(
    "line",
    [
        degree(DOCTOR, None, "2022"),  # a paper says it was attained later
        degree(MASTER, None, "2015"),  # today it would be higher than what counts now
        degree(MASTER, None, None, "2026-11-01"),
    ],
)
def test_a_degree_that_would_change_today_or_a_paper_is_asked_about(line: Training) -> None:
    known = Known(HERE, (line,))
    after, fates = brought(known, {"degree": DOCTOR})
    assert (after, fates) == (known, {"degree": ("asked", line.value)})
    taken, fates = brought(known, {"degree": DOCTOR}, "2020-12-31", "degree")
    assert (on(taken, "2020-12-31", "degree"), fates) == ([DOCTOR], {"degree": ("written", None)})
    assert brought(taken, {"degree": DOCTOR}) == (taken, {"degree": ("same", None)})


def test_lists_in_order_of_their_days_raise_a_degree_unasked() -> None:
    known = Known(HERE, (degree(BACHELOR, None, None, "2019-12-31"),))
    after, fates = brought(known, {"degree": MASTER}, "2021-12-31")
    assert (on(after, TODAY, "degree"), fates) == ([MASTER], {"degree": ("written", None)})


def test_a_guess_is_confirmed_by_an_older_list() -> None:
    known = Known(HERE, (degree(MASTER, "Triết học", None, "2026-11-01"),))
    after, fates = brought(known, {"degree": MASTER, "specialty": "triết học"})
    assert fates == {"degree": ("written", None), "specialty": ("same", None)}
    assert after.training == (degree(MASTER, "Triết học", None, "2020-12-31"),)


@pytest.mark.parametrize(
    ("held", "day", "fate", "then"),
    [
        (None, "2020-12-31", ("written", None), "Kinh tế"),
        ("KINH TẾ", "2020-12-31", ("same", None), "KINH TẾ"),
        ("Kinh tê\u0301", "2020-12-31", ("same", None), "Kinh tê\u0301"),
        ("Triết học", "2020-12-31", ("kept", "Triết học"), "Triết học"),
        ("Triết học", TODAY, ("written", None), "Kinh tế"),
    ],
)
def test_a_specialty(held: str | None, day: str, fate: tuple[str, str | None], then: str) -> None:
    known = Known(HERE, (degree(MASTER, held, "2012"),))
    for said in ({"degree": MASTER, "specialty": "Kinh tế"}, {"specialty": "Kinh tế"}):
        after, fates = brought(known, said, day)
        assert fates["specialty"] == fate
        assert on(after, TODAY, "degree", "specialty") == [MASTER, then]
        assert len(after.training) == 1


def test_a_list_with_the_specialty_alone_says_nothing_of_the_degree() -> None:
    known = Known(HERE, (degree(DOCTOR, None, "2024"),))
    after, fates = brought(known, {"specialty": "Kinh tế"})
    assert fates == {"specialty": ("written", None)}
    assert on(after, "2020-12-31", "degree", "specialty") == [None, "Kinh tế"]
    assert on(after, TODAY, "degree", "specialty") == [DOCTOR, None]


def test_one_of_two_degrees_of_a_level_is_the_one_of_that_specialty() -> None:
    known = Known(HERE, (degree(MASTER, "Kinh tế", "2012"), degree(MASTER, "Triết học", "2016")))
    assert brought(known, {"degree": MASTER, "specialty": "Triết học"})[0] == known


def test_a_decision_of_the_very_day_is_asked_about_and_put_right_when_the_list_is_taken() -> None:
    known = Known({("2020-12-31", BEGAN): {"unit_uid": "A", "position": TK}, **HERE})
    after, fates = brought(known, {"position": GV})
    assert (after, fates) == (known, {"position": ("asked", TK)})
    taken, _fates = brought(known, {"position": GV}, "2020-12-31", "position")
    assert [on(taken, day, "position") for day in ("2020-12-31", TODAY)] == [[GV], [TK]]


def test_an_older_list_asks_before_it_changes_today() -> None:
    known = Known({("2015", BEGAN): {"unit_uid": "A", "status": WORKING, "position": TK}})
    after, fates = brought(known, {"unit_uid": "B", "position": GV, "status": WORKING})
    assert (after, fates) == (
        known,
        {"unit_uid": ("asked", "A"), "position": ("asked", TK), "status": ("same", None)},
    )
    taken, fates = brought(known, {"unit_uid": "B", "position": GV}, "2020-12-31", "position")
    assert on(taken, TODAY, "unit_uid", "position") == ["A", GV]


def test_a_list_from_before_somebody_came_asks_first() -> None:
    known = Known({("2021", BEGAN): {"unit_uid": "A", "status": WORKING}, ("2026-11-01", SEEN): {"position": TK}})
    after, fates = brought(known, {"unit_uid": "A", "position": GV})
    assert fates == {"unit_uid": ("asked", None), "position": ("written", None)}
    assert on(after, TODAY, "joined_unit", "position") == ["2021", TK]
    taken, _fates = brought(known, {"unit_uid": "A"}, "2020-12-31", "unit_uid")
    assert on(taken, TODAY, "joined_unit") == [None]


def test_the_day_somebody_came_is_that_of_the_unit_of_the_list() -> None:
    known = Known({("2022-07-01", BEGAN): {"unit_uid": "A", "status": WORKING}, **HERE})
    after, fates = brought(known, {"unit_uid": "B", "joined_unit": "2010"})
    assert (fates["joined_unit"], on(after, TODAY, "unit_uid", "joined_unit")) == (
        ("written", None),
        ["A", "2022-07-01"],
    )
    assert on(after, "2020-12-31", "unit_uid", "joined_unit") == ["B", "2010"]
    assert brought(after, {"unit_uid": "B", "joined_unit": "2010"})[0] == after


def test_another_day_of_coming_in_an_older_list_is_asked_about() -> None:
    known = Known({("2012", BEGAN): {"unit_uid": "A", "status": WORKING}, ("2026-11-01", SEEN): {"position": TK}})
    after, fates = brought(known, {"unit_uid": "A", "joined_unit": "2010"})
    assert (after, fates["joined_unit"]) == (known, ("asked", "2012"))
    taken, _fates = brought(known, {"unit_uid": "A", "joined_unit": "2010"}, "2020-12-31", "joined_unit")
    assert on(taken, TODAY, "joined_unit") == ["2010"]


def test_who_is_at_work_on_the_day_of_a_list_has_not_left() -> None:
    known = Known(HERE)
    after, fates = brought(known, {"left_on": "2019"})
    assert (after, fates) == (known, {"left_on": ("kept", None)})


def test_who_had_left_by_the_day_of_a_list_and_came_back() -> None:
    after, fates = brought(Known(HERE), {"status": RETIRED, "left_on": "2019-05"})
    assert [fate for fate, _held in fates.values()] == ["written", "written"]
    assert [on(after, day, "status") for day in ("2019-04-30", "2019-05-01", TODAY)] == [
        [WORKING],
        [RETIRED],
        [WORKING],
    ]
    assert on(after, TODAY, "left_on") == [None]


# --- laws ---------------------------------------------------------------------------------------------------

DAYS = st.sampled_from(["2015", "2018-03", "2020-02-29", "2020-12-31", "2024", "2026-11-30"])
POSTS = st.fixed_dictionaries(
    {}, optional={"unit_uid": st.sampled_from("AB"), "position": st.sampled_from([GV, TK]), "status": st.just(WORKING)}
)
LEDGERS = st.dictionaries(st.tuples(DAYS, st.sampled_from([BEGAN, SEEN])), POSTS.filter(bool), max_size=4)
DEGREES = st.sampled_from([BACHELOR, MASTER, DOCTOR])
TRAINING = st.lists(
    st.builds(degree, DEGREES, st.sampled_from([None, "Triết học"]), st.sampled_from([None, "2015", "2024"]), DAYS).map(
        lambda line: line if line.attained_on is None else line._replace(seen_on="")
    ),
    max_size=3,
).map(tuple)
LISTS = st.fixed_dictionaries(
    {},
    optional={
        "unit_uid": st.sampled_from("AB"),
        "position": st.sampled_from([GV, TK]),
        "status": st.sampled_from([WORKING, RETIRED]),
        "joined_unit": DAYS,
        "left_on": DAYS,
        "degree": DEGREES,
        "specialty": st.sampled_from(["Triết học", "Kinh tế"]),
    },
)


@given(LEDGERS, TRAINING, LISTS, DAYS)
@example({}, (degree(DOCTOR, None, "2024"),), {"specialty": "Kinh tế"}, "2015")
@example({("2015", BEGAN): {"unit_uid": "A"}}, (), {"unit_uid": "B", "joined_unit": "2018-03"}, "2020-02-29")
@example({("2020-12-31", SEEN): {"unit_uid": "A"}}, (), {"status": RETIRED, "left_on": "2024"}, "2020-12-31")
@example({}, (), {"unit_uid": "A", "status": RETIRED, "joined_unit": "2015"}, "2015")
def test_what_is_written_stands_and_what_is_not_changes_nothing(
    ledger: dict[tuple[str, str], Said], training: tuple[Training, ...], said: Said, day: str
) -> None:
    known = Known(ledger, training)
    of = ListDay(day, TODAY)
    after, told = listed(known, said, of)
    then, _unsure = standing(after, day, {}, {})
    for key, verdict in told.items():
        if verdict.fate in (Fate.WRITTEN, Fate.SAME) and key not in ("specialty", "joined_unit", "left_on"):
            assert then[key] == said[key]
    if not {verdict.fate for verdict in told.values()} & {Fate.WRITTEN}:
        assert after == known
    # The places of the lines stay, and nothing of them is lost.
    pairs = list(zip(known.training, after.training, strict=False))
    assert len(pairs) == len(training)
    assert all((old.value, old.attained_on) == (new.value, new.attained_on) for old, new in pairs)


@given(LEDGERS, TRAINING, LISTS, DAYS)
@example({}, (), {"unit_uid": "A", "status": RETIRED, "joined_unit": "2018-03", "left_on": "2018-03"}, "2018-03")
@example(
    {("2020-12-31", BEGAN): {"status": WORKING, "unit_uid": "B"}, ("2024", SEEN): {"unit_uid": "A"}},
    (),
    {"unit_uid": "A", "joined_unit": "2015"},
    "2020-12-31",
)
@example({}, (degree(MASTER, None, None, "2018-03"),) * 2, {"specialty": "Triết học"}, "2015")
@example({}, (degree(BACHELOR, None, None, "2015"),) * 2, {"specialty": "Triết học"}, "2015")
def test_a_list_brought_in_twice_writes_nothing(
    ledger: dict[tuple[str, str], Said], training: tuple[Training, ...], said: Said, day: str
) -> None:
    after, _told = listed(Known(ledger, training), said, ListDay(day, TODAY))
    assert listed(after, said, ListDay(day, TODAY))[0] == after


@given(LEDGERS, TRAINING, LISTS, DAYS)
@example({("2015", BEGAN): {"unit_uid": "A", "status": WORKING}}, (), {"status": RETIRED, "left_on": "2018"}, "2020")
@example(
    {
        ("2018-03", BEGAN): {"status": WORKING, "unit_uid": "B"},
        ("2020-12-31", SEEN): {"unit_uid": "A", "status": WORKING},
    },
    (),
    {"status": RETIRED, "joined_unit": "2015"},
    "2020-02-29",
)
@example(
    {("2015", BEGAN): {"unit_uid": "B"}, ("2018-03", BEGAN): {"unit_uid": "B", "status": WORKING}},
    (),
    {"left_on": "2015"},
    "2015",
)
@example(
    {("2020-12-31", SEEN): {"status": WORKING}},
    (),
    {"unit_uid": "A", "status": RETIRED, "joined_unit": "2020-02-29", "left_on": "2020-02-29"},
    "2020-02-29",
)
def test_a_decision_about_today_is_not_changed_unasked(
    ledger: dict[tuple[str, str], Said], training: tuple[Training, ...], said: Said, day: str
) -> None:
    """What a paper said before the list, and what still holds today by it, still holds."""
    known = Known({place: said for place, said in ledger.items() if place[1] == BEGAN or place[0] > day}, training)
    after, _told = listed(known, said, ListDay(day, TODAY))
    before, now = (standing(each, TODAY, {}, {})[0] for each in (known, after))
    for key in ("unit_uid", "position", "status", "joined_unit"):
        if before[key] is not None:
            assert now[key] == before[key], key


def test_every_kind_of_training_is_a_field() -> None:
    for column in LEARNED.values():
        _after, told = listed(Known({}), {column: "X"}, ListDay("2020", TODAY))
        assert told[column].fate is Fate.WRITTEN
