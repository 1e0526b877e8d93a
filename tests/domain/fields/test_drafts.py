"""Drafts are tidied and checked, kinds of records know their columns and what lives inside them."""

from dataclasses import dataclass

from cluster_desktop.domain.fields.choices import LateChoices, PlainChoice, label_of
from cluster_desktop.domain.fields.fields import Draft, check, computed, name, read_texts, text
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import Date, Integer, LongText, Money, Points, Text, Year, show_points
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.people.vocabulary import ETHNIC_GROUPS, LEADING_POSITIONS, NO_MINORITIES
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.errors import Problem


def test_a_draft_is_tidied_and_what_is_empty_is_nothing() -> None:
    draft = PersonDraft(full_name="  Lò  Thị Ơn ", position="   ", note=" a \n b ", birth_date=PartialDate(1980))
    tidy = draft.normalised()
    assert (tidy.full_name, tidy.position, tidy.note) == ("Lò Thị Ơn", None, "a\nb")
    assert tidy.birth_date == PartialDate(1980)
    assert RatingDraft(year=2020, days_off=0).normalised().days_off == 0


def test_each_field_is_checked_and_what_is_wrong_is_told_in_its_order() -> None:
    draft = PersonDraft(full_name="123", gender="X", email="a" * 121, status="DANG_CONG_TAC")
    assert [problem.field for problem in check(draft)] == ["full_name", "gender", "unit_uid", "email"]
    assert check(PersonDraft(full_name="Lò Thị Ơn", unit_uid="u")) == ()


def test_what_is_missing_is_named_with_a_small_letter() -> None:
    assert check(PersonDraft(unit_uid="u")) == (Problem("full_name", "Chưa điền họ và tên."),)


def test_texts_are_read_by_their_fields_and_others_are_let_alone() -> None:
    texts = {"birth_date": "2/9/1976", "gender": "nữ", "note": "", "party_joined": "hôm qua", "odd": "x"}
    values, problems = read_texts(PersonDraft, texts)
    assert values == {"birth_date": PartialDate(1976, 9, 2), "gender": "NU", "note": None}
    assert [problem.field for problem in problems] == ["party_joined"]


def test_headings_are_label_short_heading_and_those_of_others() -> None:
    degree = KINDS["person"].field("degree")
    assert degree.headings[:3] == ("Trình độ chuyên môn", "Trình độ", "Học vị")
    assert (degree.column_heading, KINDS["person"].field("specialty").column_heading) == ("Trình độ", "Chuyên ngành")
    assert KINDS["person"].field("unit_uid").headings[:2] == ("Đơn vị", "Trường")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VisitDraft(Draft):
    """A draft of two fields."""

    title: str | None = text("Tên")
    who: str | None = name("Ai")


def test_a_kind_fills_in_its_plural_and_its_order() -> None:
    kind = RecordKind(key="place", draft=VisitDraft, label="nơi", title=("title",))
    assert (kind.plural, kind.sort, kind.year_key) == ("nơi", ("title",), "")
    other = RecordKind(key="place", draft=VisitDraft, label="nơi", title=("title",), plural="các nơi", sort=("note",))
    assert (other.plural, other.sort) == ("các nơi", ("note",))


def test_columns_that_lead_stand_first_and_then_computed_ones() -> None:
    visits = computed("visits", "Số lần", Integer(), width=5)
    kind = RecordKind(key="visit", draft=VisitDraft, label="lần", title=("title",), derived=(visits,), lead=("who",))
    assert [field.key for field in kind.columns] == ["who", "visits", "title"]
    assert visits.listed
    assert not computed("visits", "Số lần", Integer(), width=5, listed=False).listed


def test_types_tell_what_lists_need_to_know() -> None:
    numbers = (Integer(), Money(), Points(), Year())
    assert all(kind.numeric for kind in numbers)
    assert [kind.counted for kind in numbers] == [True, False, False, False]
    others = (Text(), LongText(), Date())
    assert not any(kind.numeric or kind.counted for kind in others)
    assert [kind.free for kind in others] == [True, True, False]


def test_points_are_hundredths_and_shown_without_them() -> None:
    points = Points()
    assert [points.read("Điểm", text) for text in ("12,75", "0", "1.000")] == [1275, 0, 100_000]
    assert [show_points(hundredths) for hundredths in (1250, 1, 100, 0)] == ["12,5", "0,01", "1", "0"]


def test_a_year_has_four_digits() -> None:
    for odd in ("20", "02020", "20201", "MMXX"):
        assert read_texts(RatingDraft, {"year": odd})[1] == (Problem("year", "Gõ năm bằng bốn chữ số, ví dụ 2020."),)
    assert read_texts(RatingDraft, {"year": "2020"})[0] == {"year": 2020}


def test_a_word_that_is_none_is_refused_with_the_words_there_are() -> None:
    def problem(key: str) -> str:
        return read_texts(PersonDraft, {key: "x" * 50})[1][0].message

    assert problem("gender") == f"Giới tính không có mục “{'x' * 40}”. Hãy chọn một trong: Nam, Nữ."
    assert problem("ethnicity").endswith("Hãy chọn một trong: Kinh, Tày, Thái, Hoa, Khơ-me, Mường, Nùng, Mông….")
    assert "Trình độ khác." in problem("degree")  # seven words, all of them named


def test_the_ethnic_groups_have_the_numbers_of_1979() -> None:
    by_code = {choice.code: choice.label for choice in ETHNIC_GROUPS}
    assert len(by_code) == 55
    assert [by_code[code] for code in ("01", "02", "08", "10", "54", "55")] == [
        "Kinh",
        "Tày",
        "Mông",
        "Gia-rai",
        "Rơ-măm",
        "Người nước ngoài",
    ]
    assert NO_MINORITIES == ("01", "55")


def test_those_who_lead_head_a_school_a_faculty_or_an_office() -> None:
    assert LEADING_POSITIONS == (
        "Hiệu trưởng",
        "Phó Hiệu trưởng",
        "Trưởng khoa",
        "Phó Trưởng khoa",
        "Trưởng phòng",
        "Phó Trưởng phòng",
    )


def test_choices_of_a_file_are_read_when_they_are_asked_for() -> None:
    late = LateChoices()
    late.source = lambda: (PlainChoice("a", "A"), PlainChoice("b", "B"))
    assert (len(late), late[1].label, [each.code for each in late[:1]]) == (2, "B", ["a"])
    assert [label_of(late, code) for code in ("b", "c", None)] == ["B", "c", ""]
