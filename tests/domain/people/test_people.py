"""A staff record is refused where its dates or its identity number cannot be."""

import pytest

from cluster_desktop.domain.fields.fields import check
from cluster_desktop.domain.people.people import PHONE, DisciplineDraft, PersonDraft
from cluster_desktop.domain.text.dates import PartialDate, parse_date
from cluster_desktop.errors import Problem


def day(text: str) -> PartialDate | None:
    return parse_date(text) if text else None


@pytest.mark.parametrize(
    ("born", "joined", "official", "refused"),
    [
        ("02/09/1976", "03/02/2000", "03/02/2001", None),
        ("02/09/1976", "02/09/1976", "", None),  # the same day is not before
        ("02/09/1976", "01/09/1976", "", "party_joined"),
        ("1976", "01/01/1976", "", None),  # a year may have begun with that day
        ("02/09/1976", "1976", "", None),
        ("1976", "1975", "", "party_joined"),
        ("", "03/02/2001", "03/02/2001", None),
        ("", "03/02/2001", "02/02/2001", "party_official"),
        ("", "", "02/02/2001", None),
        ("1976", "", "", None),
    ],
)
def test_dates_of_the_party_follow_birth_and_each_other(
    born: str, joined: str, official: str, refused: str | None
) -> None:
    draft = PersonDraft(birth_date=day(born), party_joined=day(joined), party_official=day(official))
    assert [problem.field for problem in draft.problems()] == ([refused] if refused else [])


def test_the_sentence_names_both_dates() -> None:
    draft = PersonDraft(birth_date=day("02/09/1976"), party_joined=day("01/09/1976"))
    assert draft.problems() == (Problem("party_joined", "Ngày vào Đảng (01/09/1976) phải sau ngày sinh (02/09/1976)."),)


def test_somebody_comes_after_birth_and_leaves_after_coming() -> None:
    came_unborn = PersonDraft(birth_date=day("1980"), joined_unit=day("1979"), left_on=day("2020"), status="NGHI_HUU")
    assert [problem.field for problem in came_unborn.problems()] == ["joined_unit"]
    left_first = PersonDraft(joined_unit=day("09/2010"), left_on=day("31/08/2010"), status="NGHI_HUU")
    assert [problem.field for problem in left_first.problems()] == ["left_on"]
    assert PersonDraft(joined_unit=day("09/2010"), left_on=day("01/09/2010"), status="NGHI_HUU").problems() == ()


@pytest.mark.parametrize("status", ["DANG_CONG_TAC", "DI_HOC"])
def test_who_has_left_is_not_at_work(status: str) -> None:
    (problem,) = PersonDraft(status=status, left_on=day("09/2020")).problems()
    assert (problem.field, "Hãy chọn tình trạng" in problem.message) == ("left_on", True)


@pytest.mark.parametrize("number", [None, "012345678", "001085000123"])
def test_an_identity_number_has_9_or_12_digits(number: str | None) -> None:
    assert PersonDraft(identity_number=number).problems() == ()


@pytest.mark.parametrize("number", ["01234567", "0123456789", "00108500012", "0010850001234", "00108500012A"])
def test_any_other_identity_number_is_refused(number: str) -> None:
    (problem,) = PersonDraft(identity_number=number).problems()
    assert problem.field == "identity_number"
    assert "12 chữ số" in problem.message


def test_a_measure_does_not_end_before_it_begins() -> None:
    def ended(text: str) -> list[str]:
        draft = DisciplineDraft(decided_on=day("05/03/2020"), ended_on=day(text))
        return [problem.field for problem in draft.problems()]

    assert (ended(""), ended("05/03/2020"), ended("04/03/2020")) == ([], [], ["ended_on"])


def test_what_is_missing_and_what_contradicts_is_told_together() -> None:
    draft = PersonDraft(full_name="Lò Thị Ơn", birth_date=day("1980"), joined_unit=day("1979"))
    assert [problem.field for problem in check(draft)] == ["unit_uid", "joined_unit"]


def test_a_typed_telephone_number_may_lack_no_zero() -> None:
    assert not PHONE.typed  # "912345678" typed as text may be a number abroad or an extension
