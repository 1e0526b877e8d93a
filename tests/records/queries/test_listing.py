"""Lists find people as they are typed, in the order of a Vietnamese list, page by page."""

import random
import unicodedata

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

# As a school writes its list: tên, then họ, then đệm; a before ă before â, d before đ; ngang huyền hỏi ngã sắc nặng.
ROSTER = (
    "Bế An",
    "Lê Thị An",
    "Lê Văn An",
    "Nguyễn An",
    "Trần Ân Ân",
    "Trần Ẩn",
    "Lò Dung",
    "Lò Dũng",
    "Lò Dụng",
    "Lò Đào",
    "Đặng Hà",
    "Lò Hòa",
    "Lò Hoà Hoà",
    "Bàn Thị Ơn",
    "Giàng Yến",
)


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def add_people(workspace: Workspace, unit: str, *names: str) -> dict[str, str]:
    return {name: put(workspace, PersonDraft(full_name=name, unit_uid=unit)) for name in names}


def titles(workspace: Workspace, wanted: Listing, offset: int = 0, limit: int = 200) -> list[str]:
    return [row.title for row in workspace.read(listing.page, wanted, offset, limit)]


def found(workspace: Workspace, search: str, kind: str = "person") -> list[str]:
    """What a search shows, which is as much as it counts."""
    wanted = Listing(kind=kind, search=search)
    shown = titles(workspace, wanted)
    assert workspace.read(listing.count, wanted) == len(shown)
    return shown


# --- search -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dang", ["Dang Van Hoa", "Đặng Thị Hoà", "Đăng Văn Hóa"]),
        ("đặng", ["Đặng Thị Hoà", "Dang Van Hoa", "Đăng Văn Hóa"]),
        ("DANG VAN HOA", ["Dang Van Hoa", "Đăng Văn Hóa"]),
        ("đăng văn hoá", ["Đăng Văn Hóa", "Dang Van Hoa"]),
        ("hoa dang", ["Dang Van Hoa", "Đặng Thị Hoà", "Đăng Văn Hóa"]),
        ("d h", ["Dang Van Hoa", "Đặng Thị Hoà", "Đăng Văn Hóa"]),
        ("  thi   ", ["Đặng Thị Hoà", "Lò Thị Thuý"]),
        ("ang", []),
        ("dang thuy", []),
    ],
)
def test_words_are_found_without_their_marks_and_with_them_first(
    workspace: Workspace, unit: str, typed: str, expected: list[str]
) -> None:
    add_people(workspace, unit, "Đặng Thị Hoà", "Dang Van Hoa", "Đăng Văn Hóa", "Lò Thị Thuý")
    assert found(workspace, typed) == expected


@pytest.mark.parametrize("typed", ["dao", "Dao", "đào", "ĐÀO", "Đào"])
def test_the_letter_with_a_stroke_is_found_by_both(workspace: Workspace, unit: str, typed: str) -> None:
    add_people(workspace, unit, "Lê Dao", "Lê Đào", "Lê Tao")
    expected = ["Lê Dao", "Lê Đào"] if typed.lower() == "dao" else ["Lê Đào", "Lê Dao"]
    assert found(workspace, typed) == expected


def test_the_very_name_comes_before_longer_ones(workspace: Workspace, unit: str) -> None:
    add_people(workspace, unit, "Lê An Bình", "Lê An", "Lê Ân", "Trần Lê An")
    assert found(workspace, "lê an")[0] == "Lê An"
    assert found(workspace, "lê ân")[0] == "Lê Ân"
    assert found(workspace, "le an")[0] in ("Lê An", "Lê Ân")


@pytest.mark.parametrize("typed", ["hoà", "hòa", "Thuý Hoà", "Thúy Hòa"])
@pytest.mark.parametrize("stored", ["Lò Thuý Hoà", "Lò Thúy Hòa"])
def test_old_and_new_places_of_the_tone_are_one(workspace: Workspace, unit: str, stored: str, typed: str) -> None:
    """Both are with their marks: they stand before a name that only has the same letters."""
    add_people(workspace, unit, stored, "Bế Thủy Hóa")
    assert found(workspace, typed) == [stored, "Bế Thủy Hóa"]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_letters_and_marks_typed_apart_are_the_same_letters(workspace: Workspace, unit: str, form: str) -> None:
    apart = unicodedata.normalize("NFD", "Nguyễn Thị Thuỷ")
    add_people(workspace, unit, apart, "Nguyên Thi Thuy")
    typed = unicodedata.normalize(form, "nguyễn thị thuỷ")  # type: ignore[arg-type]
    assert found(workspace, typed) == ["Nguyễn Thị Thuỷ", "Nguyên Thi Thuy"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("<b>", ["<b>Lê</b> & “Con”"]),
        ("&", ["<b>Lê</b> & “Con”"]),
        ("%", ["Lò 100% Thật"]),
        ("100%", ["Lò 100% Thật"]),
        ("_", ["Sùng_Ân"]),
        ("'", ["O'Hara Hai"]),
        ("o'hara", ["O'Hara Hai"]),
        ("😀", ["An 😀"]),
        ('"', []),
        ("*", []),
        ("\\", []),
        ("lo*", ["Lò 100% Thật"]),
        ('"lo', ["Lò 100% Thật"]),
        ("NEAR(lo that)", []),
        ("lo OR sung", []),
        ("search_key:lo", []),
        ("'; DROP TABLE person; --", []),
        ("", ["<b>Lê</b> & “Con”", "An 😀", "Sùng_Ân", "O'Hara Hai", "Lò 100% Thật"]),
    ],
)
def test_every_sign_is_only_a_sign(workspace: Workspace, unit: str, typed: str, expected: list[str]) -> None:
    add_people(workspace, unit, "<b>Lê</b> & “Con”", "Lò 100% Thật", "Sùng_Ân", "O'Hara Hai", "An 😀")
    assert sorted(found(workspace, typed)) == sorted(expected)


def test_a_name_of_two_hundred_letters_is_found_whole_and_by_its_beginning(workspace: Workspace, unit: str) -> None:
    long, words = "Ă" * 200, "Đỗ " * 66 + "Ân"
    add_people(workspace, unit, long, words)
    assert found(workspace, long) == found(workspace, "a" * 199) == found(workspace, "ăăă") == [long]
    assert found(workspace, "a" * 201) == []
    assert found(workspace, words) == found(workspace, "do do an") == [words]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("quí", ["Lò Thị Quí", "Lò Thị Quý", "Bế Quỷ"]),
        ("quy", ["Bế Quỷ", "Lò Thị Quí", "Lò Thị Quý"]),
        ("ly my", ["Lí Thị Mĩ", "Lý Thị Mỹ"]),
        ("li", ["Hà Linh", "Lí Thị Mĩ", "Lý Thị Mỹ"]),
        ("ly", ["Lí Thị Mĩ", "Lý Thị Mỹ"]),
        ("hhen", ["H'Hen Niê"]),
        ("hen", ["H'Hen Niê"]),
        ("H’Hen niê", ["H'Hen Niê"]),
        ("h'hen", ["H'Hen Niê"]),
        ("Nguyeenx", ["Nguyễn Đức", "Nguyên Dực"]),
        ("dduwcs", ["Nguyễn Đức", "Nguyên Dực"]),
        ("nguyeenx dduwcs", ["Nguyễn Đức", "Nguyên Dực"]),
        ("nguyeenx hen", []),
    ],
)
def test_everyday_spellings_find_people(workspace: Workspace, unit: str, typed: str, expected: list[str]) -> None:
    names = ("Lò Thị Quý", "Lò Thị Quí", "Bế Quỷ", "Lý Thị Mỹ", "Lí Thị Mĩ", "Hà Linh")
    add_people(workspace, unit, *names, "H'Hen Niê", "Nguyễn Đức", "Nguyên Dực")
    shown = found(workspace, typed)
    assert sorted(shown) == sorted(expected)
    assert shown[:1] == expected[:1] or set(shown[:2]) == set(expected[:2])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kĩ thuật", ["Hội thi kỹ thuật"]),
        ("ky thuat", ["Hội thi kỹ thuật"]),
        ("hmong", ["Ngày hội người H'Mông"]),
        ("H’Mông", ["Ngày hội người H'Mông"]),
        ("hooij thi", ["Hội thi kỹ thuật"]),
        ("hooij", ["Hội thi kỹ thuật", "Ngày hội người H'Mông"]),
        ("hooij ha", []),
    ],
)
def test_everyday_spellings_find_the_other_kinds(workspace: Workspace, typed: str, expected: list[str]) -> None:
    for title in ("Hội thi kỹ thuật", "Ngày hội người H'Mông"):
        put(workspace, EventDraft(kind="HOI_NGHI", title=title, year=2020))
    assert sorted(found(workspace, typed, "event")) == sorted(expected)


def test_another_name_finds_the_person_too(workspace: Workspace, unit: str) -> None:
    put(workspace, PersonDraft(full_name="Lò Thị Ơn", other_name="Bà Điều", unit_uid=unit))
    assert found(workspace, "dieu") == found(workspace, "on dieu") == ["Lò Thị Ơn"]


def test_the_other_kinds_are_searched_the_same_way(workspace: Workspace, unit: str, person: str) -> None:
    for title in ("Hội nghị tổng kết", "Hoi nghi", "Giải hoà 100%", "Giải hòa"):
        put(workspace, EventDraft(kind="HOI_NGHI", title=title, year=2020))
    assert found(workspace, "hội nghị", "event") == ["Hội nghị tổng kết", "Hoi nghi"]
    assert found(workspace, "hoi nghi", "event") == ["Hoi nghi", "Hội nghị tổng kết"]
    assert sorted(found(workspace, "hoà", "event")) == ["Giải hoà 100%", "Giải hòa"]
    assert found(workspace, "0%", "event") == ["Giải hoà 100%"]
    assert found(workspace, unicodedata.normalize("NFD", "TỔNG KẾT"), "event") == ["Hội nghị tổng kết"]


def test_what_belongs_to_a_person_is_found_by_their_name(workspace: Workspace, person: str) -> None:
    round_uid = put(workspace, RoundDraft(name="Tổng kết", year=2020))
    put(workspace, NominationDraft(round_uid=round_uid, person_uid=person, award="GK"))
    put(workspace, RatingDraft(person_uid=person, year=2020, quality="HTNV"))
    assert found(workspace, "hiep", "nomination") == ["Nguyễn Văn Hiệp – Giấy khen"]
    assert len(found(workspace, "nguyen van", "rating")) == 1
    assert found(workspace, "tran", "nomination") == found(workspace, "tran", "rating") == []


# --- order and pages --------------------------------------------------------------------------------------


def test_people_stand_in_the_order_of_a_vietnamese_list(workspace: Workspace, unit: str) -> None:
    mixed = list(ROSTER)
    random.Random(4).shuffle(mixed)
    add_people(workspace, unit, *mixed)
    assert titles(workspace, Listing(kind="person")) == list(ROSTER)
    assert titles(workspace, Listing(kind="person", sort="full_name")) == list(ROSTER)
    assert titles(workspace, Listing(kind="person", sort="full_name", descending=True)) == list(ROSTER)[::-1]


def test_a_column_puts_people_in_order_and_names_decide_between_equals(workspace: Workspace, unit: str) -> None:
    for name, position, degree, born in (
        ("Lò Bốn", "Trưởng khoa", "TIEN_SI", PartialDate(1980)),
        ("Lò Ba", "Đội trưởng", "THAC_SI", PartialDate(1976, 9)),
        ("Lò Hai", "Đội trưởng", "CU_NHAN", PartialDate(1976, 9, 2)),
        ("Lò Một", None, None, None),
    ):
        draft = PersonDraft(full_name=name, position=position, degree=degree, birth_date=born, unit_uid=unit)
        put(workspace, draft)
    by_position = titles(workspace, Listing(kind="person", sort="position"))
    assert by_position == ["Lò Một", "Lò Ba", "Lò Hai", "Lò Bốn"]
    by_birth = titles(workspace, Listing(kind="person", sort="birth_date"))
    assert by_birth == ["Lò Một", "Lò Ba", "Lò Hai", "Lò Bốn"]
    by_degree = titles(workspace, Listing(kind="person", sort="degree"))
    assert by_degree == ["Lò Bốn", "Lò Ba", "Lò Hai", "Lò Một"]
    assert titles(workspace, Listing(kind="person", sort="birth_date", search="lo", descending=True))[0] == "Lò Bốn"


def test_numbers_in_names_count_as_numbers(workspace: Workspace, unit: str) -> None:
    for name in ("Khoa 10", "Khoa 2", "Khoa 1"):
        put(workspace, DepartmentDraft(unit_uid=unit, name=name))
    assert titles(workspace, Listing(kind="department")) == ["Khoa 1", "Khoa 2", "Khoa 10"]


@pytest.mark.parametrize("search", ["", "lo", "lò"])
@pytest.mark.parametrize("sort", ["", "position"])
def test_pages_put_together_are_the_whole_list(workspace: Workspace, unit: str, search: str, sort: str) -> None:
    with workspace.changing("Nhập") as session:
        for number in range(90):
            name = f"{('Lò', 'Lo', 'Bế')[number % 3]} Thị {'ĂÂBĐ'[number % 4]}{number % 7}"
            draft = PersonDraft(full_name=name, unit_uid=unit, position="Giảng viên" if number % 2 else None)
            records.add(session, draft)
    wanted = Listing(kind="person", search=search, sort=sort)
    whole = [row.uid for row in workspace.read(listing.page, wanted)]
    assert len(set(whole)) == workspace.read(listing.count, wanted) == (60 if search else 90)
    for size in (1, 7, 50):
        pages = [workspace.read(listing.page, wanted, offset, size) for offset in range(0, len(whole), size)]
        assert [row.uid for page in pages for row in page] == whole
    assert workspace.read(listing.page, wanted, len(whole), 50) == ()
    assert [workspace.read(listing.position, wanted, uid) for uid in whole] == list(range(len(whole)))


def test_more_records_than_one_statement_takes_come_in_order(workspace: Workspace, unit: str) -> None:
    with workspace.changing("Nhập") as session:
        for number in range(2300):
            records.add(session, PersonDraft(full_name=f"Lò Văn {number:04d}", unit_uid=unit))
    shown = titles(workspace, Listing(kind="person"), 100, 2500)
    assert shown == [f"Lò Văn {number:04d}" for number in range(100, 2300)]
    # So many that the search walks the roster instead of sorting what it found.
    assert titles(workspace, Listing(kind="person", search="lo van"), 2200, 50) == shown[2100:2150]


def test_a_record_that_is_not_in_the_list_has_no_place_in_it(workspace: Workspace, unit: str, person: str) -> None:
    assert workspace.read(listing.position, Listing(kind="person"), person) == 0
    assert workspace.read(listing.position, Listing(kind="person", search="tran"), person) is None
    assert workspace.read(listing.position, Listing(kind="person"), unit) is None
    with pytest.raises(errors.RecordMissing):
        workspace.read(listing.find, "person", "nowhere")


# --- filters ----------------------------------------------------------------------------------------------


@pytest.fixture
def two_schools(workspace: Workspace, unit: str) -> tuple[str, str]:
    other = put(workspace, UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La"))
    for name, home, degree in (
        ("Lò An", unit, "THAC_SI"),
        ("Lò Ba", unit, None),
        ("Lò Cả", other, "TIEN_SI"),
        ("Lò Dĩ", other, "THAC_SI"),
        ("Bế Đa", other, None),
    ):
        put(workspace, PersonDraft(full_name=name, unit_uid=home, degree=degree))
    return unit, other


@pytest.mark.parametrize("search", ["", "l", "lò"])
def test_filters_hold_together_and_their_values_each_by_itself(
    workspace: Workspace, two_schools: tuple[str, str], search: str
) -> None:
    unit, other = two_schools

    def left(*filters: Filter) -> list[str]:
        wanted = Listing(kind="person", search=search, filters=filters)
        shown = [title for title in titles(workspace, wanted) if title != "Bế Đa"]
        assert workspace.read(listing.count, wanted) - len(shown) in (0, 1)
        return shown

    assert left(Filter("unit_uid", (unit,))) == ["Lò An", "Lò Ba"]
    assert left(Filter("unit_uid", (unit, other))) == ["Lò An", "Lò Ba", "Lò Cả", "Lò Dĩ"]
    assert left(Filter("degree", ("THAC_SI",))) == ["Lò An", "Lò Dĩ"]
    assert left(Filter("degree", ("THAC_SI", "TIEN_SI")), Filter("unit_uid", (other,))) == ["Lò Cả", "Lò Dĩ"]
    assert left(Filter("degree", (None,))) == ["Lò Ba"]
    assert left(Filter("degree", ("TIEN_SI", None))) == ["Lò Ba", "Lò Cả"]
    assert left(Filter("degree", ())) == []
    assert left(Filter("unit_uid", ("nowhere",))) == []


def test_a_new_filter_takes_the_place_of_the_old_one(workspace: Workspace, two_schools: tuple[str, str]) -> None:
    unit, other = two_schools
    here = Listing(kind="person", search="lo").filtered("unit_uid", unit)
    assert titles(workspace, here) == ["Lò An", "Lò Ba"]
    assert titles(workspace, here.filtered("unit_uid", other)) == ["Lò Cả", "Lò Dĩ"]
    assert len(titles(workspace, here.filtered("unit_uid"))) == 4


def test_what_can_be_chosen_is_searched_and_kept_to_its_owner(
    workspace: Workspace, two_schools: tuple[str, str]
) -> None:
    unit, other = two_schools
    for home in two_schools:
        for name in ("Khoa Đảng", "Khoa Dân vận"):
            put(workspace, DepartmentDraft(unit_uid=home, name=name))

    def offered(search: str, within: tuple[str, str] | None) -> list[str]:
        return [option.label for option in workspace.read(listing.options, "department", search, 50, within)]

    assert offered("", ("unit_uid", unit)) == ["Khoa Dân vận", "Khoa Đảng"]
    assert offered("dang", ("unit_uid", other)) == ["Khoa Đảng"]
    assert offered("dang", None) == ["Khoa Đảng", "Khoa Đảng"]
    assert [option.label for option in workspace.read(listing.options, "unit", "son la")] == ["Sơn La"]
    assert len(workspace.read(listing.options, "person", "", 3)) == 3


# --- the trash --------------------------------------------------------------------------------------------


def test_what_lies_in_the_trash_is_in_no_list_but_its_own(workspace: Workspace, unit: str) -> None:
    uids = add_people(workspace, unit, "Lò An", "Lò Ba", "Lò Cả")
    records.delete(workspace, "person", [uids["Lò Ba"]])
    for search in ("", "lo", "lò ba", "ba"):
        assert "Lò Ba" not in found(workspace, search)
        gone = Listing(kind="person", search=search, trashed=True)
        assert (titles(workspace, gone), workspace.read(listing.count, gone)) == (["Lò Ba"], 1)
    assert workspace.read(listing.position, Listing(kind="person"), uids["Lò Cả"]) == 1
    assert len(workspace.read(listing.options, "person", "lo")) == 2
    assert workspace.read(listing.find, "unit", unit).values["headcount"] == 2
    assert workspace.read(listing.find, "person", uids["Lò Ba"]).title == "Lò Ba"
    assert not workspace.read(listing.alive, "person", uids["Lò Ba"])
    assert workspace.read(listing.alive, "person", uids["Lò Cả"])
    records.restore(workspace, "person", [uids["Lò Ba"]])
    assert found(workspace, "lo") == ["Lò An", "Lò Ba", "Lò Cả"]
