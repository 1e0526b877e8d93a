"""Values at the command line are read as a clerk writes them; links are named, never guessed."""

import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from cluster_desktop.cli import entries
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.cli.command_line import Clerk

PERSON = ("person", "full_name=Giàng A Páo")


# --- values -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("person", "birth_date=31/12/2020", "2020-12-31"),
        ("person", "birth_date=2020-12-31", "2020-12-31"),
        ("person", "birth_date=31-12-2020", "2020-12-31"),
        ("person", "birth_date=2020", "2020"),
        ("person", "birth_date=12/2020", "2020-12"),
        ("person", "birth_date=  ngày 5 tháng 3 năm 2020 ", "2020-03-05"),
        ("person", "gender=NU", "NU"),
        ("person", "gender=nữ", "NU"),
        ("person", "gender=Nu\u031b\u0303", "NU"),
        ("person", "degree=thạc sỹ", "THAC_SI"),
        ("person", "unit=LAOCAI", "{LAOCAI}"),
        ("person", "unit=laocai", "{LAOCAI}"),
        ("person", "unit_uid=Lào Cai", "{LAOCAI}"),
        ("person", "UNIT=lao cai", "{LAOCAI}"),
        ("person", "unit=Trường Chính trị tỉnh Lào Cai", "{LAOCAI}"),
        ("person", "full_name=" + unicodedata.normalize("NFD", "Đặng  Thị Thuỷ"), "Đặng Thị Thuỷ"),
        ("person", "full_name=<b>O'Hara & “Ân”=1</b>", "<b>O'Hara & “Ân”=1</b>"),
        ("person", "full_name=" + "Ă" * 200, "Ă" * 200),
        ("person", "note=dòng một\nDòng hai", "dòng một\nDòng hai"),
        ("person", "note=", None),
        ("event", "cost_spent=1.490.000", 1_490_000),
        ("event", "cost_spent=1 490 000 đồng", 1_490_000),
        ("event", "attendance=45", 45),
        ("event", "signs_pledge=x", True),
        ("event", "signs_pledge=không", False),
        ("event", "signs_pledge=", None),
    ],
)
def test_values_are_read_as_a_clerk_writes_them(clerk: Clerk, kind: str, typed: str, value: Any) -> None:
    least = {
        "person": {"full_name": "Páo", "unit_uid": "SONLA"},
        "event": {"kind": "Hội nghị", "title": "x", "year": "2020"},
    }
    key = typed.partition("=")[0].lower()
    rest = [f"{name}={text}" for name, text in least[kind].items() if name not in (key, f"{key}_uid")]
    uid = clerk.add(kind, typed, *rest)
    if value == "{LAOCAI}":
        key, value = "unit_uid", next(row["uid"] for row in clerk("list", "units", "--json").json())
    assert clerk.shown(uid)[key] == value


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("person", "full_name=A", "unit=LAOCAI", "birth_date=31/02/2020"),
            "birth_date: Tháng 2 năm 2020 chỉ có 29 ngày.",
        ),
        (("person", "full_name=A", "unit=LAOCAI", "birth_date=hôm qua"), "birth_date: Gõ ngày như"),
        (("person", "full_name=A", "unit=LAOCAI", "gender=Khác"), "gender: Giới tính không có mục “Khác”."),
        (("person", "full_name=A", "unit="), "unit_uid: Chưa điền đơn vị."),
        (("person", "unit=LAOCAI"), "full_name: Chưa điền họ và tên."),
        (("person", "full_name=" + "A" * 201, "unit=LAOCAI"), "full_name: Họ và tên dài 201 ký tự; tối đa 200."),
        (("person", "full_name=A\udcff", "unit=LAOCAI"), "full_name: giá trị có ký tự mà máy tính không nhận."),
        (("event", "kind=Hội nghị", "title=x", "year=20201"), "year: Gõ năm bằng bốn chữ số"),
        (("event", "kind=Hội nghị", "title=x", "year=2020", f"attendance={'9' * 5000}"), "attendance: "),
        (("event", "kind=Hội nghị", "title=x", "year=2020", "cost_spent=" + "9" * 13), "cost_spent: "),
        (("event", "kind=Hội nghị", "title=x", "year=2020", "signs_pledge=chắc"), "signs_pledge: "),
        (("event", "kind=Hội nghị", "title=x", "year=2020", "proceedings=x"), "proceedings: Chỉ ghi “Có kỷ yếu” khi"),
        (("unit", "code=LAOCAI", "name=x", "short_name=x"), "code: Mã này đã dùng cho đơn vị khác."),
        (("unit", "code=LÀO CAI", "name=x", "short_name=x"), "code: Mã đơn vị chỉ gồm chữ không dấu"),
        (("attachment", "file_name=ảnh.png", "sha256=abc"), "sha256: Sổ chưa có nội dung của tệp này."),
    ],
)
def test_what_cannot_be_a_value_is_one_sentence_and_changes_nothing(
    clerk: Clerk, words: tuple[str, ...], sentence: str
) -> None:
    assert clerk.refused("add", *words).startswith(sentence)


def test_every_wrong_value_of_a_call_is_named(clerk: Clerk) -> None:
    told = clerk.refused("add", *PERSON, "unit=LAOCAI", "gender=?", "birth_date=32/1/2020", "degree=?")
    assert all(f"{key}: " in told for key in ("gender", "birth_date", "degree"))


TYPED = some.text(some.characters(exclude_categories=["Cs"]), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TYPED)
def test_any_text_comes_back_as_the_form_would_keep_it_or_is_refused(tmp_path_factory: Any, text: str) -> None:
    fields = tuple(field for field in fields_of(PersonDraft) if not field.refers_to)
    workspace = _empty(tmp_path_factory)
    for field in fields:
        try:
            expected = field.parse(text)
        except ValueError:
            with pytest.raises(Exception, match=".") as error:
                workspace.read(entries.read, fields, {field.key: text}, {})
            assert "\n" not in str(error.value)
        else:
            assert workspace.read(entries.read, fields, {field.key: text}, {})[field.key] == expected
    workspace.close()


def _empty(factory: Any) -> Workspace:
    return Workspace.create(factory.mktemp("trống") / "sổ.sothidua")


# --- links ------------------------------------------------------------------------------------------------


def test_a_department_is_looked_for_in_the_unit_beside_it(clerk: Clerk) -> None:
    uid = clerk.add(*PERSON, "department=khoa xây dựng đảng", "unit=SONLA")
    row = clerk.shown(uid)
    home = clerk.shown(row["department_uid"])
    assert home["unit_uid"] == row["unit_uid"]
    assert row["words"]["unit_uid"] == "Sơn La"


def test_a_name_of_several_is_answered_with_all_of_them(clerk: Clerk) -> None:
    told = clerk.refused(
        "add",
        "registration",
        "year=2020",
        "recipient_kind=Tập thể khoa, phòng",
        "award=TTLDTT",
        "department=Khoa Xây dựng Đảng",
    )
    departments = clerk("list", "department", "--json").json()
    assert len(departments) == 2
    assert all(row["uid"] in told for row in departments)
    assert "Lào Cai" in told
    assert "Hãy chọn bằng department_uid=UID" in told


def test_a_record_of_another_owner_is_refused_and_a_change_of_owner_lets_go_of_it(clerk: Clerk) -> None:
    uid = clerk.add(*PERSON, "unit=SONLA", "department=Khoa Xây dựng Đảng")
    home = clerk.shown(uid)["department_uid"]
    told = clerk.refused("add", *PERSON, "unit=LAOCAI", f"department={home}")
    assert told.startswith("department_uid: “Khoa Xây dựng Đảng” là của Sơn La")
    changed = clerk("edit", uid, "unit=LAOCAI", "--json").json()["changes"]
    assert [change["key"] for change in changed] == ["unit_uid", "department_uid"]
    assert clerk.shown(uid)["department_uid"] is None


@pytest.mark.parametrize(
    ("typed", "marks"), [("Lê Ân", True), ("lê ân", True), ("le an", True), ("Lê An", False), ("Lệ Ân", False)]
)
def test_marks_that_are_typed_must_be_right(clerk: Clerk, typed: str, marks: bool) -> None:
    words = ("add", "rating", f"person={typed}", "year=2020", "quality=HTNV")
    if marks:
        assert clerk(*words).code == 0
    else:
        assert clerk.refused(*words).startswith(f"person_uid: không có cán bộ gọi là “{typed}” trong sổ.")


def test_two_people_of_one_name_are_told_apart_by_uid(clerk: Clerk) -> None:
    told = clerk("add", "person", "full_name=Lê Ân", "unit=SONLA", "birth_date=1980")
    assert (told.code, told.err.count("\n")) == (0, 1)
    first = next(row["uid"] for row in clerk("list", "people", "--json").json() if row["uid"] != told.out.strip())
    assert told.err.startswith(f"Lưu ý: có thể trùng với {first} (Lê Ân, 1980 · Lào Cai)")
    words = ("add", "rating", "year=2020", "quality=HTNV")
    sentence = clerk.refused(*words, "person=Lê Ân")
    assert first in sentence
    assert told.out.strip() in sentence
    assert clerk(*words, f"person={first.upper()}").code == 0
    assert clerk.refused(*words, f"person={first}") == "year: Người này đã có xếp loại của năm này."


def test_a_uid_of_another_kind_or_of_the_trash_is_said_to_be_so(clerk: Clerk) -> None:
    unit = clerk("list", "units", "--json").json()[1]["uid"]
    told = clerk.refused("add", "rating", f"person={unit}", "year=2020", "quality=HTNV")
    assert told == f"person_uid: mã “{unit}” là của đơn vị, không phải cán bộ."
    person = clerk("list", "people", "--json").json()[0]["uid"]
    assert clerk("delete", person).code == 0
    for words in (("add", "rating", f"person={person}", "year=2020", "quality=HTNV"), ("edit", person, "note=x")):
        assert "đã xóa" in clerk.refused(words[0], *words[1:])
    assert "đang ở trong thùng rác" in clerk("show", person).out
