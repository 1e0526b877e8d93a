"""A type reads what people type and what tables hold, refuses the rest in one sentence, and shows what is stored."""

import pytest

from cluster_desktop.domain.fields import types
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.record_kind import RecordKind
from cluster_desktop.domain.fields.types import FieldType, Value
from cluster_desktop.domain.people.people import IDENTITY, PHONE
from cluster_desktop.domain.people.vocabulary import Degree
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate


def field(kind: FieldType) -> Field:
    return Field(key="it", label="Mục", type=kind)


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        (types.Text(), "  Hoà  giải ", "Hoà giải", "Hoà giải"),
        (types.LongText(), "dòng 1\r\n dòng 2 ", "dòng 1\ndòng 2", "dòng 1\ndòng 2"),
        (types.Name(), "Giàng A Páo", "Giàng A Páo", "Giàng A Páo"),
        (types.Date(), "9/1976", PartialDate(1976, 9), "09/1976"),
        (types.Year(), "2020", 2020, "2020"),
        (types.Integer(), "1.490", 1490, "1.490"),
        (types.Money(), "1.490.000", 1_490_000, "1.490.000"),
        (types.Points(), "7,25", 725, "7,25"),
        (types.OneOf(Degree), "thạc sỹ", "THAC_SI", "Thạc sĩ"),
        (types.Suggestion(("Phật giáo",)), "Đạo khác", "Đạo khác", "Đạo khác"),
        (types.Flag(), "x", True, "Có"),
        (types.Reference("unit"), "Lào Cai", "Lào Cai", "Lào Cai"),
        (IDENTITY, "012085000123", "012085000123", "012085000123"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, FieldType) else None,
)
def test_what_is_typed_is_stored_and_shown(kind: FieldType, typed: str, value: Value, shown: str) -> None:
    declared = field(kind)
    assert declared.parse(typed) == value
    assert declared.show(value) == shown
    assert declared.problem({"it": value}) is None
    assert declared.parse("   ") is None
    assert declared.show(None) == ""


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (types.Text(5), "sáu chữ"),
        (types.Name(), "123"),
        (types.Date(), "31/02/2020"),
        (types.Year(), "20"),
        (types.Year(), "1800"),
        (types.Integer(1, 9), "0"),
        (types.Integer(1, 9), "10"),
        (types.Integer(), "1,5"),
        (types.Integer(), "mười"),
        (types.Points(), "1,005"),
        (types.OneOf(Degree), "nghệ nhân"),
        (types.Flag(), "có lẽ"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kind: FieldType, typed: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-ZĐ].*\.$"):
        field(kind).parse(typed)


def test_a_stored_value_is_checked_without_being_typed() -> None:
    assert field(types.OneOf(Degree)).problem({"it": "Thạc sĩ"}) is not None  # the word stands for a code, it is none
    assert field(types.Integer(1, 9)).problem({"it": 12}) == "Mục không được lớn hơn 9."
    assert field(types.Points()).problem({"it": -50}) == "Mục không được nhỏ hơn 0."
    assert field(types.Text(5)).problem({"it": "sáu chữ"}) is not None


def test_a_word_of_a_later_version_is_shown_as_it_stands() -> None:
    assert field(types.OneOf(Degree)).show("TIEN_SI_KHOA_HOC") == "TIEN_SI_KHOA_HOC"


@pytest.mark.parametrize(
    ("kind", "left", "whole"),
    [
        (IDENTITY, "1085000123", "001085000123"),
        (IDENTITY, "12085000123", "012085000123"),
        (IDENTITY, "12345678", "012345678"),
        (IDENTITY, "123456789", "123456789"),
        (IDENTITY, "12", "12"),
        (PHONE, "912345678", "0912345678"),
        (PHONE, "84912345678", "84912345678"),
    ],
)
def test_digits_get_back_the_zeros_a_number_has_lost(kind: types.Digits, left: str, whole: str) -> None:
    assert kind.restored(left) == whole


def test_the_journal_keeps_dates_as_text() -> None:
    assert types.Date().load("1976-09") == PartialDate(1976, 9)
    assert types.Integer().load(12) == 12


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_draft_never_says_in_a_log_what_stands_in_it(kind: RecordKind) -> None:
    texts = {field.key: "Giàng A Páo" for field in kind.fields if field.type.free}
    assert "Páo" not in repr(kind.draft(**texts))
