"""Names as they should stand: titles split off, capitals put right, broken ones asked about."""

from pathlib import Path

import pytest

from cluster_desktop.exchange.letters.person_names import PersonNames
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.tables import with_names_as_typed
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import FIELDS, Seen, excel, rows_from, see


def table(tmp_path: Path, *rows: tuple[object, ...]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


def stands(text: str, names: PersonNames | None = None) -> str:
    listed = (names or PersonNames()).read(text)
    return listed.name if listed else text


def problem(text: str) -> str:
    listed = PersonNames().read(text)
    return listed.problem if listed else ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ThS. Nông Văn Phách", "Nông Văn Phách"),
        ("ThS.Nông Văn Phách", "Nông Văn Phách"),
        ("Ths Nông Văn Phách", "Nông Văn Phách"),
        ("Th.S Nông Văn Phách", "Nông Văn Phách"),
        ("Đ/c Bế Thị Lan", "Bế Thị Lan"),
        ("Đ/c: Bế Thị Lan", "Bế Thị Lan"),
        ("Đồng chí Bế Thị Lan", "Bế Thị Lan"),
        ("Ông: Đàm Quang Uyên", "Đàm Quang Uyên"),
        ("Bà Lò Thị Ơn", "Lò Thị Ơn"),
        ("PGS.TS. Trần Văn Bình", "Trần Văn Bình"),
        ("PGS, TS Trần Văn Bình", "Trần Văn Bình"),
        ("GS.TSKH Lê Văn Cường", "Lê Văn Cường"),
        ("GVC.ThS Lê Văn Cường", "Lê Văn Cường"),
        ("CN. Lò Văn Ơn", "Lò Văn Ơn"),
        ("KS Lò Văn Ơn", "Lò Văn Ơn"),
        ("BS. Lò Văn Ơn", "Lò Văn Ơn"),
        ("Lò Văn Ơn, ThS", "Lò Văn Ơn"),
        ("Lò Văn Ơn (TS.)", "Lò Văn Ơn"),
        ("Lò Văn Ơn - PGS.TS", "Lò Văn Ơn"),
        ("1. Nguyễn Văn An", "Nguyễn Văn An"),
        ("(2) Nguyễn Văn An", "Nguyễn Văn An"),
        ("lò văn cường", "Lò Văn Cường"),
        ("đặng thị ánh", "Đặng Thị Ánh"),
        ("NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("NGUYễN THị THắM", "Nguyễn Thị Thắm"),
        ("Nguyễn văn An", "Nguyễn Văn An"),
        ("NguyỄn Văn AN", "Nguyễn Văn AN"),
        ("SIU H'LAN", "Siu H'Lan"),
        ("h'nhen niê", "H'nhen Niê"),
    ],
)
def test_names_as_they_should_stand(typed: str, name: str) -> None:
    listed = PersonNames().read(typed)
    assert listed is not None
    assert listed.name == name
    assert listed.notices == (f"“{typed}” được ghi là “{name}”.",)
    assert listed.problem == ""
    assert stands(typed, PersonNames(as_typed=True)) == typed


@pytest.mark.parametrize(
    "name",
    [
        *("Ông Thị Ngọc Linh", "Ông Văn Tùng", "Bà Triệu", "Cô Văn Hải", "Y Lan", "Tsering Dorje", "Cn"),
        *("H’Nhen Niê Ksơr", "Y Ɓôn Êban", "K'Ho Đạt", "H'Mông A Sử", "Siu H'Lan", "Ksor", "Y Bhin Niê", "Rơ Châm Hyi"),
        *("李 大鵬 Lý Đại Bàng", "محمد Chăm", 'O\'Connor & <Sơn> "Bé"', "Lê Thị Hoa 🌸", "McDonald Tô"),
        *("=SUM(A1:A9) Nguyễn Thị Công Thức", "Nguyễnvănviếtliềnkhôngcáchrấtdài", "Nguyễn Văn A 2", "Lò Văn Ín (Bé)"),
        *("Lò", "Giàng", "Ludwig van Beethoven", "Müller", "Souphanouvong Keo"),
    ],
)
def test_names_of_every_kind_of_people_live(name: str) -> None:
    assert stands(name) == name
    assert problem(name) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nguy?n Th? Th?m", "Nguyễn Thị Th?m"),
        ("Hoàng V?n ??", "Hoàng Văn ??"),
        ("L??ng Th? M?", "L??ng Thị M?"),
        ("Nguy\ufffdn V\ufffdn An", "Nguyễn Văn An"),
        ("Nguy\ufffd\ufffd\ufffdn Lan", "Nguyễn Lan"),
        ("§Æng Anh", "Đặng Anh"),
        ("Ñaëng Anh", "Đặng Anh"),
    ],
)
def test_broken_names_are_problems_with_a_proposal(typed: str, meant: str) -> None:
    assert f"“{typed}”" in problem(typed)
    assert f"Có phải “{meant}”?" in problem(typed)
    assert stands(typed) == typed


@pytest.mark.parametrize("typed", ["Ngu?yn", "Nguyá»?n", "?", "Nguyễn Văn ?", "L?"])
def test_broken_names_without_a_proposal(typed: str) -> None:
    assert "Hãy sửa" in problem(typed)
    assert "Có phải" not in problem(typed)


def test_a_word_with_a_tone_that_is_no_syllable_needs_a_look() -> None:
    listed = PersonNames().read("Nguyễnn Văn Hiềp")
    assert listed is not None
    assert (listed.name, listed.problem) == ("Nguyễnn Văn Hiềp", "")
    assert listed.notices == ("“Nguyễnn” trong tên “Nguyễnn Văn Hiềp” không giống tiếng Việt. Hãy kiểm tra.",)


def test_invisible_characters_in_names() -> None:
    listed = PersonNames().read("\u200bNông\xa0Văn\xa0\xa0Phách\ufeff")
    assert listed is not None
    assert listed.name.split() == ["Nông", "Văn", "Phách"]
    assert listed.notices == ("Tên có ký tự ẩn, được đọc là “Nông Văn Phách”.",)
    assert stands("Nông\u200bVăn") == "Nông Văn"
    assert stands("Hoa\u200bng") == "Hoang"
    assert PersonNames().read("Nông\xa0Văn  Phách") is None


def test_what_was_right_once_is_right_again_and_wrong_stays_wrong() -> None:
    names = PersonNames()
    assert names.read("Nguyễn Văn An") is None
    assert names.right == {"Nguyễn", "Văn", "An"}
    assert names.read("An Văn Nguyễn") is None
    assert stands("Ông Nguyễn Văn An", names) == "Nguyễn Văn An"
    assert names.read("TS Nguyễn") is not None
    assert "TS" not in names.right
    assert names.read("Nguyễn văn An") is not None


def test_a_word_that_may_be_a_title_is_never_passed_over() -> None:
    names = PersonNames()
    assert names.read("Bà Triệu") is None
    assert names.read("Lò Thị Ơn") is None
    assert stands("Bà Lò Thị Ơn", names) == "Lò Thị Ơn"


def test_collectives_among_the_names_stay() -> None:
    names = PersonNames(collectives=True)
    for name in (
        "khoa llcs",
        "KHOA LUẬT",
        "TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI",
        "UBND TỈNH",
        "tập thể nữ",
        "Sở Nội vụ",
        "Chi đoàn Trường",
    ):
        assert stands(name, names) == name
    assert stands("NGUYỄN VĂN A", names) == "Nguyễn Văn A"
    assert stands("Ông Lò Văn Ín", names) == "Lò Văn Ín"


def test_titles_say_degree_and_post_where_no_column_does() -> None:
    seen = see(foreign("55"))
    assert seen.column("full_name") == ["Nông Văn Phách", "Bế Thị Lan", "Triệu Văn Thông", "Đàm Quang Uyên"]
    assert seen.values("degree") == ["THAC_SI", None, "TIEN_SI", None]
    assert seen.column("position") == [None, None, "Hiệu trưởng", None]
    assert [notice.message for notice in seen.rows[2].notices] == [
        "“TS Triệu Văn Thông (Hiệu trưởng)” được ghi là “Triệu Văn Thông”.",
        "“Tiến sĩ” lấy từ ô tên “TS Triệu Văn Thông (Hiệu trưởng)”.",
        "“Hiệu trưởng” lấy từ ô tên “TS Triệu Văn Thông (Hiệu trưởng)”.",
    ]


def test_a_column_knows_better_than_a_title(tmp_path: Path) -> None:
    seen = table(
        tmp_path,
        ("STT", "Họ và tên", "Trình độ", "Chức vụ"),
        (1, "ThS. Lò Văn Ín, Trưởng khoa", "Tiến sĩ", None),
        (2, "PGS.TS Hà Thị Lan - phó hiệu trưởng", None, "Hiệu trưởng"),
    )
    assert seen.column("full_name") == ["Lò Văn Ín", "Hà Thị Lan"]
    assert seen.column("degree") == ["Tiến sĩ", None]
    assert seen.column("position") == [None, "Hiệu trưởng"]
    assert seen.values("academic_title") == [None, "PGS"]


def test_names_are_left_as_typed_when_somebody_wishes(tmp_path: Path) -> None:
    seen = table(tmp_path, ("STT", "Họ và tên", "Năm sinh"), (1, "ThS. lò văn ín", 1980), (2, "Nguy?n An", 1981))
    typed = with_names_as_typed(seen.guess, as_typed=True)
    rows = read_rows(seen.sheet, typed, FIELDS)
    assert [row.texts["full_name"] for row in rows] == ["ThS. lò văn ín", "Nguy?n An"]
    assert rows[0].notices == ()
    assert len(rows[1].problems) == 1
    assert seen.column("full_name") == ["Lò Văn Ín", "Nguy?n An"]


def test_odd_names_of_a_list() -> None:
    seen = see(foreign("58"))
    assert len(seen.rows) == 10
    assert [row.problems for row in seen.rows] == [()] * 10
    assert seen.shown("full_name") == [
        "=SUM(A1:A9) Nguyễn Thị Công Thức",
        "Đặng Thị Mười Hai Chữ Rất Là Dài Để Thử Khung Giấy Khen Không Đủ Chỗ Mà Vẫn Phải In Cho Đúng Từng Chữ",
        "Nguyễnvănviếtliềnkhôngcáchrấtdàikhôngcáchrấtdàikhôngcáchrấtdàikhôngcáchrấtdài",
        *("Lê Thị Hoa 🌸", "H’Nhen Niê Ksơr", "Y Ɓôn Êban", "李 大鵬 Lý Đại Bàng", "Nguyễn Văn Tô Hợp", "محمد Chăm"),
        'O\'Connor & <Sơn> "Bé"',
    ]
    assert seen.column("position")[:2] == ["+84 trưởng nhóm", "-Giảng viên"]


def test_letters_that_were_lost() -> None:
    seen = see(foreign("14"))
    assert [len(row.problems) for row in seen.rows] == [1, 1, 1]
    assert {row.problems[0].field for row in seen.rows} == {"full_name"}


def test_a_post_stays_where_no_field_takes_it(tmp_path: Path) -> None:
    seen = table(tmp_path, ("STT", "Họ và tên", "Năm sinh"), (1, "Lò Văn Ín, Trưởng khoa", 1980))
    fields = tuple(item for item in FIELDS if item.key != "position")
    assert read_rows(seen.sheet, seen.guess, fields)[0].texts["full_name"] == "Lò Văn Ín, Trưởng khoa"
    assert seen.column("position") == ["Trưởng khoa"]


@pytest.mark.parametrize("sign", ["🌸", "★", "☎"])
def test_a_picture_in_a_name_needs_a_look(sign: str) -> None:
    listed = PersonNames().read(f"Đặng Thị Phâm {sign}")
    assert listed is not None
    assert (listed.name, listed.problem) == (f"Đặng Thị Phâm {sign}", "")
    assert listed.notices == (f"Tên “Đặng Thị Phâm {sign}” có ký hiệu “{sign}”. Hãy kiểm tra.",)
