"""Lines end where a reader pauses, and never between what belongs together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.line_breaks import even_lines, held_in, held_together, wrap, wrap_evenly

_FACE, _SIZE = fonts.LETTER, 13.0

# "~" stands for a blank at which no line may end.
_HELD = (
    "Căn cứ Điều~1, khoản~2 và điểm~a của Quy chế",
    "các tập thể, cá nhân có tên tại Điều~1 chịu trách nhiệm thi hành",
    "Kèm theo Quyết định~số~05~/QĐ-TCT của Hiệu trưởng",
    "Số:~……~/TTr-TCT",
    "Lào Cai, ngày~05 tháng~01 năm~2021",
    "mức lương cơ sở là 1.490.000~đồng từ nay",
    "mức lương cơ sở là 1.490.000~đồng. Còn lại",
    "tặng cho 48~người, gồm 44~cá~nhân và 04~tập~thể",
    "bình quân đạt 95,5~điểm trên 100~điểm mỗi đơn vị",
    "giai đoạn 2020~–~2025 của Cụm thi đua~số~2",
    "theo Nghị định~số~98/2023/NĐ-CP ngày~31 tháng~12 năm~2023",
    "sinh ngày~07/05/1989, được thưởng 1.490.000~đồng",
    "Chương~IV, Mục~II và học kỳ~I năm học",
    "Trường Chính trị Hoàng~Văn~Thụ tỉnh Lạng Sơn",
    "TRƯỜNG CHÍNH TRỊ HOÀNG~VĂN~THỤ TỈNH LẠNG SƠN",
    "Trường Đào tạo cán bộ Nguyễn~Văn~Cừ và các trường",
)

_WORDS = ("Điều", "1", "2020", "–", "người", "đồng", "48", "Trường", "tỉnh", "ơ", "tháng,", "/QĐ")


def _parted(lines: tuple[str, ...], marked: str) -> list[str]:
    """The held blanks of *marked* at which one of *lines* ends."""
    words = marked.replace("~", " ").split(" ")
    ends, place = set(), 0
    for line in lines[:-1]:
        place += len(line.split(" "))
        ends.add(place)
    held, place = [], 0
    for chain in marked.split(" "):
        parts = chain.split("~")
        held += [place + number for number in range(1, len(parts))]
        place += len(parts)
    return [f"{words[place - 1]} | {words[place]}" for place in held if place in ends]


def _widths(marked: str) -> range:
    """Points from the longest of the held chains to the whole text."""
    chains = marked.split(" ")
    longest = max(fonts.text_width(chain.replace("~", " "), _FACE, _SIZE) for chain in chains)
    return range(int(longest) + 1, int(fonts.text_width(marked, _FACE, _SIZE)) + 1, 3)


@pytest.mark.parametrize("marked", _HELD)
def test_what_belongs_together_is_not_parted(marked: str) -> None:
    text = marked.replace("~", " ")
    for width in _widths(marked):
        for lines in (
            wrap(text, _FACE, _SIZE, width),
            wrap_evenly(text, _FACE, _SIZE, width),
            even_lines(text, _FACE, width / _SIZE),
        ):
            assert " ".join(lines) == text
            assert not _parted(lines, marked), (width, lines)


@pytest.mark.parametrize("marked", _HELD)
def test_word_processors_are_told_by_blanks_that_do_not_break(marked: str) -> None:
    assert held_together(marked.replace("~", " ")).replace("\u2011", "-") == marked.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("số 98/2023/NĐ-CP của Chính phủ", "số\u00a098/2023/NĐ\u2011CP của Chính phủ"),
        ("Số: ……/TTr-TCT", "Số:\u00a0……/TTr\u2011TCT"),
        ("Hướng dẫn 64-HD/HVCTQG", "Hướng dẫn 64\u2011HD/HVCTQG"),
        ("Độc lập - Tự do và/hoặc hạnh-phúc", "Độc lập\u00a0- Tự do và/hoặc hạnh-phúc"),
        ("giai đoạn 2020-2025", "giai đoạn 2020-2025"),
    ],
)
def test_the_number_of_a_paper_is_not_parted_at_its_hyphen(text: str, firm: str) -> None:
    assert held_together(text) == firm


def test_a_narrow_cell_may_part_what_does_not_fit_on_a_line() -> None:
    wide, narrow = 200.0, 30.0
    assert held_in("thưởng 1.490.000 đồng", _FACE, 11, wide) == "thưởng 1.490.000\u00a0đồng"
    assert held_in("thưởng 1.490.000 đồng", _FACE, 11, narrow) == "thưởng 1.490.000 đồng"
    assert held_in("Quyết định số 5/QĐ-TCT\nngày 05", _FACE, 11, wide).splitlines()[1] == "ngày\u00a005"


@pytest.mark.parametrize(
    "free",
    [
        "Lớp có đồng chí An",
        "năm công tác",
        "Điều này",
        "Nguyễn Văn An",
        "điểm và số",
        "cử nhân 103",
        "Trường Chính trị tỉnh",
    ],
)
def test_other_blanks_stay_as_they_are(free: str) -> None:
    assert held_together(free) == free


def test_what_is_wider_than_the_line_parts_after_all() -> None:
    assert wrap("Trường Chính trị Hoàng Văn Thụ", _FACE, _SIZE, 60) == ("Trường", "Chính trị", "Hoàng Văn", "Thụ")


def test_the_last_two_words_of_a_name_stay_together() -> None:
    name = "Nguyễn Hoàng Phương Thảo Nguyên Bích Ngọc"
    for width in range(12, 22):
        lines = even_lines(name, fonts.SERIF_BOLD, width)
        assert " ".join(lines) == name
        assert lines[-1].endswith("Bích Ngọc"), lines


def test_a_school_named_after_a_person_stays_whole_on_a_certificate() -> None:
    text = "Phó Hiệu trưởng, giảng viên chính của Trường Chính trị Hoàng Văn Thụ"
    for room in range(18, 30):
        lines = even_lines(text, fonts.SERIF, room)
        assert len(lines) == 2
        assert "Trường Chính trị Hoàng Văn Thụ" in lines[1]


def test_a_title_is_parted_before_the_province() -> None:
    for width in (260, 300):
        lines = wrap_evenly("TRƯỜNG CHÍNH TRỊ HOÀNG VĂN THỤ TỈNH LẠNG SƠN", fonts.LETTER_BOLD, 12, width)
        assert lines == ("TRƯỜNG CHÍNH TRỊ HOÀNG VĂN THỤ", "TỈNH LẠNG SƠN")


def test_a_word_of_200_letters_is_broken_in_running_text_and_kept_on_a_certificate() -> None:
    word = "ư" * 200
    lines = wrap(f"Số {word} hết", _FACE, _SIZE, 100)
    assert "".join(lines).replace(" ", "") == f"Số{word}hết"
    assert all(fonts.text_width(line, _FACE, _SIZE) <= 100.01 for line in lines)
    assert even_lines(f"Số {word} hết", _FACE, 8) == ("Số", word, "hết")


def test_a_word_too_long_for_a_cell_is_parted_after_a_stroke() -> None:
    assert wrap("Số 1234/QĐ-UBND", _FACE, _SIZE, 48) == ("Số 1234/", "QĐ-", "UBND")


@pytest.mark.parametrize("empty", ["", " ", "     ", "\u00a0", "\t \u00a0"])
def test_nothing_has_no_lines(empty: str) -> None:
    assert wrap(empty, _FACE, _SIZE, 100) == ()
    assert wrap_evenly(empty, _FACE, _SIZE, 100) == ()
    assert held_together(empty).strip() == ""


def test_decomposed_letters_and_blanks_that_do_not_break_are_the_same_text() -> None:
    text = "Căn cứ Điều 1 của Quyết định số 05/QĐ-TCT ngày 05 tháng 01 năm 2021"
    for odd in (unicodedata.normalize("NFD", text), text.replace(" ", "\u00a0"), f"  {text}  "):
        assert wrap(odd, _FACE, _SIZE, 120) == wrap(text, _FACE, _SIZE, 120)
        assert held_together(odd) == held_together(text)


def test_a_line_feed_ends_a_line() -> None:
    assert wrap("Điều\n1", _FACE, _SIZE, 100) == ("Điều", "1")
    assert held_together("Điều\n1") == "Điều\n1"


@given(
    st.lists(
        st.sampled_from(["Điều", "1", "2020", "–", "người", "đồng", "48", "Trường", "tỉnh", "ơ", "tháng,", "/QĐ"]),
        min_size=1,
        max_size=30,
    ),
    st.floats(min_value=20, max_value=300),
)
def test_no_word_is_lost_and_every_line_fits(words: list[str], width: float) -> None:
    text = " ".join(words)
    for lines in (wrap(text, _FACE, _SIZE, width), wrap_evenly(text, _FACE, _SIZE, width)):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(fonts.text_width(line, _FACE, _SIZE) <= width + 0.01 for line in lines)
        assert all(lines)
