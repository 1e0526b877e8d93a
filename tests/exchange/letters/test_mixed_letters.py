"""Letters judged by column and by cell: old fonts beside Unicode, half the rows, UTF-8 misread, what stays unclear."""

from pathlib import Path

import pytest

from cluster_desktop.exchange.letters.legacy_text import Encoding
from cluster_desktop.exchange.letters.mixed_letters import read_letters
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.sheets import even
from cluster_desktop.exchange.tables.tables import TableGuess, find_tables, with_encoding
from tests.exchange.foreign_tables import foreign
from tests.exchange.reading import FIELDS, Seen, excel, rows_from, see

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Quê quán")


def table(tmp_path: Path, *rows: tuple[object, ...]) -> Seen:
    return see(excel(tmp_path / "bảng.xlsx", lambda page, day: rows_from(page, 0, rows)))


def texts_of(guess: TableGuess, key: str) -> list[str | None]:
    return [row.texts.get(key) for row in read_rows(guess.read_sheet, guess, FIELDS)]


def notices(seen: Seen) -> list[list[str]]:
    return [[notice.message for notice in row.notices] for row in seen.rows]


def test_old_names_beside_unicode_columns() -> None:
    seen = see(foreign("42"))
    assert seen.column("full_name") == [
        *("Nguyễn Thị Thắm", "Hoàng Văn Đệ", "Lương Thị Mỹ", "Trần Hữu Phước"),
        *("Phạm Thị Ngọc Ánh", "Đỗ Quốc Tuấn", "Vũ Thị Hường", "Bùi Đức Thuận"),
    ]
    assert set(seen.column("home_town")) == {"xã Thắng Lợi, huyện Văn Bàn, tỉnh Lào Cai"}
    assert set(seen.column("position")) == {"Giảng viên", "Phó Trưởng phòng"}
    assert notices(seen)[0] == ["“NguyÔn ThÞ Th¾m” được đọc là “Nguyễn Thị Thắm”."]
    assert all(len(row.notices) >= 1 and not row.problems for row in seen.rows)


def test_a_vni_file() -> None:
    seen = see(foreign("44"))
    assert seen.column("full_name") == [
        *("Nguyễn Thị Thắm", "Hoàng Văn Đệ", "Lương Thị Mỹ", "Trần Hữu Phước"),
        *("Phạm Thị Ngọc Ánh", "Đỗ Quốc Tuấn", "Vũ Thị Hường", "Bùi Đức Thuận"),
    ]
    assert seen.column("gender") == ["Nữ", "Nam"] * 4


def test_half_of_the_rows_are_pasted_from_an_old_list(tmp_path: Path) -> None:
    old = [("NguyÔn V¨n HiÖp", "TØnh L¹ng S¬n"), ("TrÇn ThÞ H­êng", "TØnh Lµo Cai"), ("Lª V¨n Tó", "TØnh Hµ Giang")]
    new = [("Lê Thị Tú", "Tỉnh Lào Cai"), ("Hà Văn Tú", "Tỉnh Hà Giang"), ("Lò Thị Ơn", "Tỉnh Sơn La")]
    rows = [(i, name, 1980, "Giảng viên", town) for i, (name, town) in enumerate((*old, *new), start=1)]
    seen = table(tmp_path, HEAD, *rows)
    assert seen.column("full_name") == [
        *("Nguyễn Văn Hiệp", "Trần Thị Hường", "Lê Văn Tú", "Lê Thị Tú", "Hà Văn Tú", "Lò Thị Ơn")
    ]
    assert seen.column("home_town")[:4] == ["Tỉnh Lạng Sơn", "Tỉnh Lào Cai", "Tỉnh Hà Giang", "Tỉnh Lào Cai"]
    assert [bool(told) for told in notices(seen)] == [True] * 3 + [False] * 3


def test_what_can_be_read_in_two_ways_follows_its_neighbours() -> None:
    """ "Tô Bé" is Vietnamese as it stands, and "Tụ Bộ" in the old font."""
    old, new = ["NguyÔn V¨n HiÖp", "TrÇn ThÞ H­êng"], ["Trần Thị Hường", "Lò Thị Ơn"]
    for cells, read in (
        ([*old, "Tô Bé", *new], "Tụ Bộ"),
        ([*new, "Tô Bé", *old], "Tô Bé"),
        ([*old, "Tô Bé"], "Tụ Bộ"),
        ([*new, "Tô Bé"], "Tô Bé"),
    ):
        rows = even([[cell] for cell in cells])
        texts = [row[0] for row in read_letters(rows)[0]]
        assert texts[cells.index("Tô Bé")] == read, cells
        assert [text for text in texts if text not in ("Tụ Bộ", "Tô Bé")] == [
            {old[0]: "Nguyễn Văn Hiệp", old[1]: "Trần Thị Hường"}.get(cell, cell) for cell in cells if cell != "Tô Bé"
        ]


@pytest.mark.parametrize(("old", "read"), [(9, "Tô Bé"), (10, "Tụ Bộ")])
def test_a_column_nearly_all_in_an_old_font_is_all_in_it(old: int, read: str) -> None:
    names = [f"NguyÔn V¨n HiÖp {number}" for number in range(old)]
    rows = even([[name] for name in (*names, "Trần Thị Hường", "Tô Bé")])
    assert read_letters(rows)[0][-1] == (read,)


def test_a_foreign_name_that_no_font_makes_better() -> None:
    rows = even([["NguyÔn V¨n HiÖp"], ["TrÇn ThÞ H­êng"], ["Müller"], ["Lª V¨n §øc"]])
    assert read_letters(rows)[0][2] == ("Müller",)


def test_two_old_fonts_in_two_columns(tmp_path: Path) -> None:
    rows = [
        (1, "NguyÔn V¨n HiÖp", 1980, "Giaûng vieân", "Tỉnh Lào Cai"),
        (2, "TrÇn ThÞ H­êng", 1981, "Phoù Tröôûng phoøng", "Tỉnh Sơn La"),
    ]
    seen = table(tmp_path, HEAD, *rows)
    assert seen.column("full_name") == ["Nguyễn Văn Hiệp", "Trần Thị Hường"]
    assert seen.column("position") == ["Giảng viên", "Phó Trưởng phòng"]


def test_old_words_inside_a_unicode_text() -> None:
    rows = even([["NguyÔn V¨n HiÖp"], ["TrÇn ThÞ H­êng"], ["Nguyễn V¨n §øc"]])
    assert [row[0] for row in read_letters(rows)[0]] == ["Nguyễn Văn Hiệp", "Trần Thị Hường", "Nguyễn Văn Đức"]


def test_other_peoples_names_in_an_old_font() -> None:
    rows = even([["NguyÔn V¨n HiÖp"], ["TrÇn ThÞ H­êng"], ["H'Nhen Niª Ks¬r"]])
    assert [row[0] for row in read_letters(rows)[0]][2] == "H'Nhen Niê Ksơr"


@pytest.mark.parametrize("word", ["Möng", "José", "Müller", "naïve", "50 µm", "3 × 4", "§ 5", "½", "Niê"])
def test_a_single_foreign_word_is_no_old_font(word: str) -> None:
    rows = even([["Nguyễn Văn Hiệp"], [word], ["Trần Thị Hường"]])
    assert read_letters(rows) == (rows, {})


def test_capitals_of_the_font_that_draws_them(tmp_path: Path) -> None:
    rows = [(1, "NGUYÔN THÞ TH¾M", 1980, "PHã HIÖU TR¦ëNG"), (2, "Lª THÞ Lý", 1981, "Gi¶ng viªn")]
    seen = table(tmp_path, HEAD, *rows)
    assert seen.column("full_name") == ["Nguyễn Thị Thắm", "Lê Thị Lý"]
    assert seen.column("position") == ["PHÓ HIỆU TRƯỞNG", "Giảng viên"]


@pytest.mark.parametrize("case", ["12", "13"])
def test_utf_8_that_was_read_as_western_letters_is_mended_and_told(case: str) -> None:
    seen = see(foreign(case))
    assert seen.column("full_name") == ["Nguyễn Thị Thắm", "Hoàng Văn Đệ", "Lương Thị Mỹ"]
    assert seen.column("position") == ["Trưởng khoa", "Giảng viên", "Phó Trưởng phòng"]
    assert seen.column("gender") == ["Nữ", "Nam", "Nữ"]
    assert seen.shown("birth_date") == ["02/09/1976", "05/03/1980", "11/07/1985"]
    assert "được đọc là “Nguyễn Thị Thắm”" in notices(seen)[0][0]
    assert [row.problems for row in seen.rows] == [()] * 3


def test_headings_that_are_known_stay_as_they_are(tmp_path: Path) -> None:
    """In .VnTime "Tên" would be "Tờn"."""
    rows = [("TT", "Họ đệm", "Tên", "Trú quán"), (1, "NguyÔn V¨n", "HiÖp", "TØnh Lµo Cai"), (2, "TrÇn ThÞ", "H­êng")]
    seen = table(tmp_path, *rows)
    assert seen.guess.headings == rows[0]
    assert seen.column("full_name") == ["Nguyễn Văn Hiệp", "Trần Thị Hường"]


def test_a_whole_table_and_a_single_column_can_be_read_in_another_way(tmp_path: Path) -> None:
    rows = [(1, "§Æng Anh", 1980, "Gi¶ng viªn"), (2, "Lò Thị Ơn", 1981, "Kế toán")]
    guess = table(tmp_path, HEAD, *rows).guess
    assert texts_of(guess, "full_name") == ["Đặng Anh", "Lò Thị Ơn"]  # two words of one font in two cells
    plain = with_encoding(guess, Encoding.UNICODE)
    assert texts_of(plain, "full_name")[0] == "§Æng Anh"
    assert texts_of(plain, "position")[0] == "Gi¶ng viªn"
    names = with_encoding(plain, Encoding.TCVN3, column=1)
    assert texts_of(names, "full_name")[0] == "Đặng Anh"
    assert texts_of(names, "position")[0] == "Gi¶ng viªn"
    assert (names.encoding, dict(names.encodings)) == (Encoding.UNICODE, {1: Encoding.TCVN3})
    both = with_encoding(names, Encoding.TCVN3, column=3)
    assert texts_of(both, "position") == ["Giảng viên", "Kế toán"]
    back = with_encoding(both, Encoding.AUTO, column=1)
    assert dict(back.encodings) == {3: Encoding.TCVN3}
    assert with_encoding(both, Encoding.AUTO) == guess


def test_what_was_chosen_before_outlives_another_encoding(tmp_path: Path) -> None:
    guess = table(tmp_path, HEAD, (1, "Lò Thị Ơn", 1980, "Giảng viên")).guess
    (changed,) = find_tables([guess.read_sheet], FIELDS)
    assert with_encoding(changed, Encoding.VNI).uses == guess.uses


def test_cells_say_what_stood_in_them() -> None:
    rows = even([["STT", "Họ tên"], [1, "NguyÔn V¨n HiÖp"], [2, "Lò Ơn"], [3, "TrÇn ThÞ H­êng"]])
    read, written = read_letters(rows)
    assert written == {1: {1: "NguyÔn V¨n HiÖp"}, 3: {1: "TrÇn ThÞ H­êng"}}
    assert read_letters(read) == (read, {})
