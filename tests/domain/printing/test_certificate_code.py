"""The text of a code: whole again as it was, small, and refused in its own way when it is something else or damaged."""

import json

import pytest

from cluster_desktop.domain.printing.certificate_code import (
    FIELDS,
    BrokenCode,
    NotACode,
    code_text,
    key_text,
    message,
    read_code,
    read_key,
    show_print,
)

WORDS = {key: f"{name} “thử” <{place}>" for place, (key, name) in enumerate(FIELDS.items())}
SIGNATURE = bytes(range(64))


def test_a_code_gives_back_what_it_was_made_of_though_a_messenger_broke_its_lines() -> None:
    text = code_text(message(WORDS, "K7QF-2M9X"), b"12345678", SIGNATURE)
    folded = "\n".join(text[place : place + 40].lower() for place in range(0, len(text), 40))
    code = read_code(f"  {folded}\r\n")
    assert (code.words, code.sheet, code.key_print, code.signature) == (WORDS, "K7QF-2M9X", b"12345678", SIGNATURE)
    assert code.message == message(WORDS, "K7QF-2M9X")


def test_usual_words_make_a_small_code_of_letters_that_survive_every_messenger() -> None:
    words = {
        "authority": "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI",
        "recipient_prefix": "Đồng chí",
        "recipient_name": "Giàng A Páo",
        "recipient_description": "Giảng viên Khoa Lý luận cơ sở, Trường Chính trị tỉnh Lào Cai",
        "citation": "Đã có thành tích xuất sắc trong phong trào thi đua năm 2020",
        "decision_number": "48/QĐ-TCT",
        "decision_date": "ngày 05 tháng 01 năm 2021",
    }
    text = code_text(message(words, "K7QF-2M9X"), b"12345678", SIGNATURE)
    assert len(text) < 311  # letters of a code of 57 squares at level M
    assert set(text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-./:")


@pytest.mark.parametrize("text", ["", "xin chào", "https://example.org/STD1:", "STD2:ABC", "STDK1:0123"])
def test_other_texts_are_no_codes(text: str) -> None:
    with pytest.raises(NotACode):
        read_code(text)


def test_a_shortened_or_miscopied_code_is_broken_and_never_a_crash() -> None:
    text = code_text(message(WORDS, "K7QF-2M9X"), b"12345678", SIGNATURE)
    for length in range(5, len(text) - 1):
        with pytest.raises(BrokenCode):
            read_code(text[:length])
    with pytest.raises(BrokenCode):
        read_code(text[:200] + "!" + text[201:])


def test_a_key_comes_back_with_the_name_of_its_office() -> None:
    public = bytes(range(32))
    assert read_key(f" {key_text(public, 'Trường Chính trị tỉnh Lào Cai')}\n") == (
        public,
        "Trường Chính trị tỉnh Lào Cai",
    )
    assert show_print(bytes.fromhex("1a2b3c4d5e6f7081")) == "1A2B-3C4D-5E6F-7081"
    for text in ("STDK1:", "STDK1:ABC", key_text(public, "x")[:-3]):
        with pytest.raises(BrokenCode):
            read_key(text)


@pytest.mark.parametrize("values", [["a", "b"], [1] * (len(FIELDS) + 1), {"a": "b"}, "a", ["a"] * (len(FIELDS) + 2)])
def test_a_code_of_other_values_than_the_words_of_a_certificate_is_broken(values: object) -> None:
    text = code_text(json.dumps(values).encode(), b"k" * 8, b"s" * 64)
    with pytest.raises(BrokenCode):
        read_code(text)
