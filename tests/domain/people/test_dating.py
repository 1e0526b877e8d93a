"""How a typed value is meant when nobody says, and what each way leaves in the ledger."""

import pytest

from cluster_desktop.domain.people.dating import Dating, Way, restated, usual_way
from cluster_desktop.domain.people.timeline import Home, Ledger, Said, fold, list_on
from cluster_desktop.domain.people.vocabulary import PersonStatus, ServiceSource

BEGAN, SEEN = ServiceSource.BEGAN, ServiceSource.SEEN
WORKING, RETIRED = PersonStatus.WORKING, PersonStatus.RETIRED
GV, TK, PHT = "Giảng viên", "Trưởng khoa", "Phó Hiệu trưởng"
UPGRADED: Ledger = {
    ("2015", BEGAN): {"unit_uid": "A", "status": WORKING},
    ("2026-11-30", SEEN): {"position": GV, "department_uid": "K"},
}


def post_on(ledger: Ledger, day: str) -> Said:
    """What holds of somebody on a day."""
    return next(span.post for span in fold(ledger) if span.from_on <= day < span.until_on)


@pytest.mark.parametrize(
    ("key", "old", "new", "fresh", "way"),
    [
        ("position", None, GV, False, Way.CORRECTION),
        ("position", "giang vien", GV, False, Way.CORRECTION),
        ("position", GV, TK, True, Way.CORRECTION),
        ("position", GV, TK, False, Way.CHANGE),
        ("position", GV, None, False, Way.CHANGE),
        ("unit_uid", "A", "B", False, Way.CHANGE),
        ("status", WORKING, RETIRED, True, Way.CHANGE),
        ("status", RETIRED, WORKING, True, Way.CORRECTION),
        ("status", RETIRED, WORKING, False, Way.CHANGE),
    ],
)
def test_the_usual_way(key: str, old: str | None, new: str | None, fresh: bool, way: Way) -> None:
    assert usual_way(key, old, new, fresh=fresh) == way


def test_several_fields_are_restated_each_in_its_way() -> None:
    ways = {"position": Way.CHANGE, "department_uid": Way.CORRECTION}
    after = restated(UPGRADED, {"position": TK, "department_uid": "L"}, ways, "2026-03-01", "2026-12-01")
    assert [post_on(after, day)["position"] for day in ("2026-02-28", "2026-03-01")] == [GV, TK]
    assert post_on(after, "2018-12-31")["department_uid"] == "L"


def test_nothing_is_chosen_unless_somebody_does() -> None:
    assert (Dating().way, Dating().day, Dating().told) == (None, "", frozenset())


def test_whoever_goes_to_another_unit_leaves_the_department_of_the_old_one() -> None:
    ledger: Ledger = {
        ("2015", BEGAN): {"unit_uid": "A", "department_uid": "K"},
        ("2020-07-01", BEGAN): {"unit_uid": "B"},
        ("2026", SEEN): {"unit_uid": "A"},
    }
    homes = {"K": Home("A")}
    spans = fold(ledger, (), homes)
    assert [(span.from_on, span.post["unit_uid"], span.post["department_uid"]) for span in spans] == [
        ("2015", "A", "K"),
        ("2020-07-01", "B", None),
        ("2026", "A", "K"),
    ]
    # One that went along was of the old unit as its paper says; one of which nothing is known is taken as it is said.
    assert [span.post["department_uid"] for span in fold(ledger, (), {"K": Home("B", {"A"})})] == ["K", "K", "K"]
    again = {**ledger, ("2026", SEEN): {"unit_uid": "A", "department_uid": "L"}, ("2027", BEGAN): {"unit_uid": "B"}}
    homes = {"K": Home("A"), "L": Home("B", {"A"})}
    assert [span.post["department_uid"] for span in fold(again, (), homes)] == ["K", None, "L", "L"]
    assert [span.post["department_uid"] for span in fold(ledger)] == ["K", "K", "K"]


def test_a_decision_of_which_only_the_year_is_known_is_of_every_day_of_it() -> None:
    ledger: Ledger = {("2020", BEGAN): {"position": TK}, ("2022", BEGAN): {"position": PHT}}
    assert list_on(ledger, {"position": GV}, "2020-12-31", "2026-12-01") == (ledger, ("position",))
    taken, _disputed = list_on(ledger, {"position": GV}, "2020-12-31", "2026-12-01", {"position"})
    assert taken == {("2020", BEGAN): {"position": GV}, ("2022", BEGAN): {"position": PHT}}
    assert list_on(ledger, {"position": GV}, "2021-06", "2026-12-01")[1] == ()
