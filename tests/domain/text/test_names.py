"""Vietnamese names: what people type is found, and lists stand in the order a Vietnamese reader expects."""

import itertools
import random
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.text.names import (
    as_name,
    fold,
    nfc,
    nfc_lines,
    same_person_key,
    sort_key,
    text_sort_key,
    unify_tones,
    upper,
)

# Written out letter by letter on purpose: ngang, huyền, hỏi, ngã, sắc, nặng.
VOWELS = {
    "aàảãáạ": "a",
    "ăằẳẵắặ": "a",
    "âầẩẫấậ": "a",
    "eèẻẽéẹ": "e",
    "êềểễếệ": "e",
    "iìỉĩíị": "i",
    "oòỏõóọ": "o",
    "ôồổỗốộ": "o",
    "ơờởỡớợ": "o",
    "uùủũúụ": "u",
    "ưừửữứự": "u",
    "yỳỷỹýỵ": "y",
}
OLD_AND_NEW = [
    *("òa/oà", "óa/oá", "ỏa/oả", "õa/oã", "ọa/oạ"),
    *("òe/oè", "óe/oé", "ỏe/oẻ", "õe/oẽ", "ọe/oẹ"),
    *("ùy/uỳ", "úy/uý", "ủy/uỷ", "ũy/uỹ", "ụy/uỵ"),
]

LETTERS = "".join(VOWELS) + "bcdđghklmnpqrstvx"
tokens = st.text(st.sampled_from(LETTERS + LETTERS.upper()), min_size=1, max_size=8)
vietnamese = st.lists(tokens, min_size=1, max_size=5).map(" ".join)
anything = st.text(st.one_of(st.characters(), st.sampled_from(LETTERS + " \u00a0\u200b\u200d\ufe0f\u0301\u0323😀👩")))


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class TestCleanText:
    def test_decomposed_letters_become_one_letter_each(self) -> None:
        assert nfc(nfd("Nguyễn Thị Điệp")) == "Nguyễn Thị Điệp"

    def test_marks_typed_in_either_order_give_the_same_letter(self) -> None:
        assert nfc("Hie\u0323\u0302p") == nfc("Hie\u0302\u0323p") == "Hiệp"

    def test_spaces_of_every_kind_become_one(self) -> None:
        assert nfc(" \tLê\u00a0\u00a0Văn \u3000 An\r\n") == "Lê Văn An"

    def test_invisible_signs_disappear(self) -> None:
        assert nfc("\ufeffLê\u200b Va\u200d\u0306n\x00 An\u00ad\u202e\ufe0f\ud800") == "Lê Văn An"

    @pytest.mark.parametrize("emoji", ["🎉", "👨‍👩‍👧", "❤️", "🏳️‍🌈", "1️⃣", "🇻🇳", "👍🏽"])
    def test_emoji_stay_whole(self, emoji: str) -> None:
        assert nfc(f"Chúc mừng {emoji} cụm 2") == f"Chúc mừng {emoji} cụm 2"

    def test_line_breaks_of_a_note_stay(self) -> None:
        assert nfc_lines("\n Dòng  một \r\n\r\nDòng\u00a0hai\n\n") == "Dòng một\n\nDòng hai"

    @given(anything)
    def test_cleaning_twice_changes_nothing(self, text: str) -> None:
        clean = nfc(text)
        assert nfc(clean) == clean
        assert nfc_lines(nfc_lines(text)) == nfc_lines(text)
        clean.encode("utf-8")

    def test_capitals_keep_every_mark(self) -> None:
        assert upper("Nguyễn Văn Hiệp") == "NGUYỄN VĂN HIỆP"
        assert upper(nfd("Đặng Thị Ước")) == "ĐẶNG THỊ ƯỚC"


class TestFold:
    @pytest.mark.parametrize(("letters", "plain"), VOWELS.items())
    def test_every_vowel_with_every_tone_folds(self, letters: str, plain: str) -> None:
        for letter in letters:
            forms = (letter, letter.upper(), nfd(letter), nfd(letter.upper()))
            assert {fold(form) for form in forms} == {plain}

    @pytest.mark.parametrize(
        ("typed", "key"),
        [
            ("Đặng", "dang"),
            ("Điều", "dieu"),
            ("ĐẶNG  THỊ\u00a0NGỌC", "dang thi ngoc"),
            ("Ðoàn Ɖức", "doan duc"),
            ("H’Mông KʼHo Y`Wang", "h'mong k'ho y'wang"),
            ("Müller Čapek Ærø", "muller capek ærø"),
            ("", ""),
        ],
    )
    def test_known_texts(self, typed: str, key: str) -> None:
        assert fold(typed) == key

    @given(vietnamese)
    def test_vietnamese_text_becomes_ascii(self, text: str) -> None:
        assert fold(text).isascii()

    @given(anything)
    def test_folding_twice_changes_nothing_and_composition_plays_no_part(self, text: str) -> None:
        assert fold(fold(text)) == fold(text) == fold(nfd(text)) == fold(nfc(text))


class TestTonePlace:
    @pytest.mark.parametrize("pair", OLD_AND_NEW)
    def test_the_fifteen_pairs_in_small_capital_and_title_letters(self, pair: str) -> None:
        old, new = pair.split("/")
        for shape in (str.lower, str.upper, str.title):
            assert unify_tones(shape(new)) == shape(old)
            assert unify_tones("Th" + shape(new) + " An") == "Th" + shape(old) + " An"
            assert unify_tones(nfd(shape(new))) == shape(old)
            assert unify_tones(shape(old)) == shape(old)

    @pytest.mark.parametrize("word", ["quý", "Quỳ", "QUỴ", "toàn", "khoẻn", "huỳnh", "ngoẻo", "khuỷu", "mùi", "hoa"])
    def test_other_syllables_stay(self, word: str) -> None:
        assert unify_tones(word) == word

    @given(vietnamese)
    def test_length_and_search_key_never_change(self, text: str) -> None:
        assert len(unify_tones(text)) == len(text)
        assert fold(unify_tones(text)) == fold(text)


class TestSamePerson:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Lý Thị Mỹ", "lí thị mĩ"),
            ("Hoàng Thuỷ Quý", "HOÀNG THỦY QUÍ"),
            ("Trần Văn Hoà", "Trần  Văn Hòa"),
            ("Đặng Sỹ", "Dang Sĩ"),
            ("Vàng H'Mông", "Vàng H’Mông"),
            ("Hoàng K`Ho", "Hoàng KʼHo"),
            ("H´Hen Niê", "Hhen Nie"),
            ("Y Ban", "I Ban"),
        ],
    )
    def test_same_person(self, first: str, second: str) -> None:
        assert same_person_key(first) == same_person_key(second)

    @pytest.mark.parametrize(
        ("first", "second"), [("Lê Thúy", "Lê Thúi"), ("Lê Tây", "Lê Tai"), ("Lê An", "An Lê"), ("Lê Ly", "Lê Linh")]
    )
    def test_other_people(self, first: str, second: str) -> None:
        assert same_person_key(first) != same_person_key(second)


def by_hand(token: str) -> tuple[list[int], str]:
    """The rule told another way: the alphabet position of each letter, then the tones of the word."""
    alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    letters, tones = [], ""
    for letter in token.lower():
        row = next((vowels for vowels in VOWELS if letter in vowels), letter)
        letters.append(alphabet.index(row[0]))
        tones += str(row.index(letter)) if row.index(letter) else ""
    return letters, tones


def mixed(expected: list[str]) -> list[str]:
    return random.Random(2).sample(expected, len(expected))


class TestOrder:
    def assert_order(self, expected: list[str]) -> None:
        assert sorted(mixed(expected), key=sort_key) == expected

    def test_letters_first_then_tones(self) -> None:
        # a ă â are three letters, so Ăn and Ân follow every "a" word, Anh and Ạnh included.
        self.assert_order(
            [
                *("A", "An", "Àn", "Án", "Ạn", "Anh", "Ảnh", "Ánh", "Ạnh", "Ăn", "Ẵn", "Ân", "Ấn", "Ba"),
                *("Châu", "Cúc", "Dung", "Đào", "Em", "Én", "Êm", "Giang", "Nghĩa", "Ngọc", "Oanh"),
                *("Ông", "Ơn", "Uy", "Ước", "Vân", "Ý"),
            ]
        )

    @pytest.mark.parametrize("row", VOWELS)
    def test_the_six_tones(self, row: str) -> None:
        self.assert_order([f"B{vowel}" for vowel in row])
        self.assert_order([f"Lê Văn B{vowel}" for vowel in row])

    def test_given_name_then_family_name_then_middle_name(self) -> None:
        self.assert_order(
            [
                "Vũ An",
                "Bùi Thị Ánh",
                "Hoàng Văn Ánh",
                "Lê Văn Hoa",
                "Bùi Thị Hòa",
                "Đặng Hòa",
                "Đặng Thị Hòa",
                "Đặng Thị Bích Hòa",
                "Đặng Văn Hòa",
                "Nguyễn Ánh Ngọc",
            ]
        )

    def test_the_tone_of_the_given_name_goes_before_the_family_name(self) -> None:
        self.assert_order(["Vũ Thị Hoa", "An Thị Hòa"])

    def test_capitals_decide_last(self) -> None:
        self.assert_order(["bùi văn an", "Bùi Văn An", "BÙI VĂN AN", "Cao Văn an", "CAO VĂN Ân"])

    def test_tone_place_and_composition_make_no_difference(self) -> None:
        assert sort_key("Trần Thị Hoà") == sort_key("Trần Thị Hòa") == sort_key(nfd("Trần Thị Hoà"))
        assert sort_key("LÊ THUỶ") == sort_key("LÊ THỦY")

    def test_numbers_in_plain_text_stand_in_natural_order(self) -> None:
        expected = ["Khoa", "Khoa 2", "Khoa 10", "Khoa 10a", "Khoa 10b", "Khoa Lý luận", "Phòng 1"]
        assert sorted(mixed(expected), key=text_sort_key) == expected

    def test_plain_text_reads_from_the_left(self) -> None:
        expected = ["Cao Bằng", "Điện Biên", "Hà Giang", "Lai Châu", "Lạng Sơn", "Lào Cai", "Sơn La"]
        assert sorted(mixed(expected), key=text_sort_key) == expected

    def test_signs_before_numbers_before_letters_before_other_scripts(self) -> None:
        expected = ["", "(trống)", "1 người", "An", "Zung", "Ω", "中"]
        assert sorted(mixed(expected), key=text_sort_key) == expected

    @given(tokens, tokens)
    def test_one_word_follows_the_rule(self, first: str, second: str) -> None:
        if by_hand(first) != by_hand(second):
            assert (sort_key(first) < sort_key(second)) == (by_hand(first) < by_hand(second))
        else:
            assert (sort_key(first) == sort_key(second)) == (
                [letter.islower() for letter in first] == [letter.islower() for letter in second]
            )

    @given(st.lists(tokens, min_size=2, max_size=4), st.lists(tokens, min_size=2, max_size=4))
    def test_names_follow_the_rule_word_by_word(self, first: list[str], second: list[str]) -> None:
        mine = [by_hand(word) for word in (first[-1], *first[:-1])]
        theirs = [by_hand(word) for word in (second[-1], *second[:-1])]
        if mine != theirs:
            assert (sort_key(" ".join(first)) < sort_key(" ".join(second))) == (mine < theirs)

    @given(anything)
    def test_any_text_has_a_plain_key(self, text: str) -> None:
        for key in (sort_key(text), text_sort_key(text)):
            assert key.isascii()
            assert key.isprintable()

    @pytest.mark.parametrize("text", ["", "🎉", "<b>An</b>", "an" * 100, "9" * 5000, "\u0301", "ǅ İ ß", "\ud800"])
    def test_odd_names_do_not_stop_the_list(self, text: str) -> None:
        assert sort_key(text) == sort_key(nfc(text))
        assert sort_key(f"{text} An") < sort_key("Lê Bình")

    def test_sqlite_sorts_by_the_key(self) -> None:
        names = ["Vũ An", "Lê Văn Ân", "Trần Ánh", "Đỗ Ăn", "Bùi Đức", "Bùi Dũng", "Hồ Ý", "Cao 🎉"]
        with sqlite3.connect(":memory:") as book:
            book.execute("CREATE TABLE person (name TEXT, key TEXT)")
            book.executemany("INSERT INTO person VALUES (?, ?)", [(name, sort_key(name)) for name in names])
            ordered = [name for (name,) in book.execute("SELECT name FROM person ORDER BY key")]
        book.close()
        assert ordered == ["Cao 🎉", "Vũ An", "Trần Ánh", "Đỗ Ăn", "Lê Văn Ân", "Bùi Dũng", "Bùi Đức", "Hồ Ý"]


def test_every_pair_of_vowels_is_told_apart() -> None:
    letters = "".join(VOWELS)
    keys = {sort_key(letter) for letter in letters}
    assert len(keys) == len(letters) == 72
    assert all(sort_key(a) < sort_key(b) for row in VOWELS for a, b in itertools.pairwise(row))


@pytest.mark.parametrize(
    ("kept", "listed"),
    [
        ("VŨ QUỐC DŨNG", "Vũ Quốc Dũng"),
        ("ĐIÊU THỊ ƠN", "Điêu Thị Ơn"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("NGUYỄN-TRẦN THỊ A", "Nguyễn-Trần Thị A"),
        ("Vũ Quốc Dũng", "Vũ Quốc Dũng"),
        ("Vũ QUỐC Dũng", "Vũ QUỐC Dũng"),
        ("ÁI", "ÁI"),
        ("", ""),
        ("1 2", "1 2"),
    ],
)
def test_names_in_capitals_are_listed_as_names(kept: str, listed: str) -> None:
    assert as_name(kept) == listed
