"""Names of files from a pattern fit every system and are none twice."""

import pytest

from cluster_desktop import errors
from cluster_desktop.domain.text.file_pattern import file_names, proper_file_name, proper_name


def sheet(name: str, place: str = "001") -> dict[str, str]:
    return {"thu_tu": place, "so": "12", "ten": name, "don_vi": "Lào Cai", "quyet_dinh": "48/QĐ-TCT"}


def test_a_pattern_is_filled_for_each_sheet() -> None:
    names = file_names("{thu_tu} {ten} ({quyet_dinh})", [sheet("Lò Thị Ơn"), sheet("Giàng A Páo", "002")])
    assert names == ("001 Lò Thị Ơn (48-QĐ-TCT)", "002 Giàng A Páo (48-QĐ-TCT)")
    assert file_names("{ten} 5%", [sheet("Ơn")]) == ("Ơn 5%",)


def test_no_name_comes_twice_whatever_its_capitals() -> None:
    names = file_names("{ten}", [sheet("Ơn"), sheet("ơn"), sheet("Páo"), sheet("Ơn"), sheet("Ơn (2)")])
    assert names == ("Ơn", "ơn (2)", "Páo", "Ơn (3)", "Ơn (2) (2)")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{ten", "thiếu một dấu ngoặc nhọn"),
        ("{ho_ten} {ten}", "có mục lạ {ho_ten}"),
        ("{}", "có mục lạ {}"),
        ("Giấy khen", "cần ít nhất một mục"),
        ("", "cần ít nhất một mục"),
    ],
)
def test_a_pattern_that_cannot_be_is_told_with_what_can_stand_in_it(pattern: str, words: str) -> None:
    with pytest.raises(errors.Refused) as refused:
        file_names(pattern, [])
    assert words in str(refused.value)
    assert "{thu_tu}, {so}, {ten}, {don_vi}, {quyet_dinh}" in str(refused.value)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("48/QĐ-TCT", "48-QĐ-TCT"),
        (' a\\b:c*?"<>|\td ', "a-b-c-d"),
        ("..Danh sách- ", "Danh sách"),
        ("/", "Không tên"),
        ("", "Không tên"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt1", "_Lpt1"),
        ("control", "control"),
        ("com12", "com12"),
    ],
)
def test_what_a_system_forbids_is_left_out(words: str, name: str) -> None:
    assert proper_name(words) == name


def test_a_name_is_cut_at_a_hundred_letters() -> None:
    assert proper_name("a" * 100) == "a" * 100
    assert proper_name("a" * 101) == "a" * 100


def test_a_name_is_cut_at_two_hundred_bytes() -> None:
    assert proper_name("ạ" * 66) == "ạ" * 66  # three bytes each: 198
    assert proper_name("ạ" * 67) == "ạ" * 66
    assert proper_name("ạ" * 66 + "aa") == "ạ" * 66 + "aa"  # 200
    assert proper_name("ạ" * 66 + "aaa") == "ạ" * 66 + "aa"


def test_a_cut_takes_no_mark_from_its_letter() -> None:
    marked = "a" * 99 + "e\u0323"  # the mark would be the hundred and first letter
    assert proper_name(marked) == "a" * 99


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ảnh/1.jpg", "ảnh-1.jpg"),
        ("a" * 120 + ".jpeg", "a" * 100 + ".jpeg"),
        ("báo cáo.so/lieu", "báo cáo.so-lieu"),
        ("a.sothidua", "a.sothidua"),
        ("a" * 99 + ".sothiduas", "a" * 99),  # nine letters are no suffix: the point and the rest are cut
        ("a" * 99 + ".sothidua", "a" * 99 + ".sothidua"),
        (".bashrc", "bashrc"),
        ("không đuôi", "không đuôi"),
    ],
)
def test_a_file_somebody_named_keeps_its_suffix(words: str, name: str) -> None:
    assert proper_file_name(words) == name
