"""Vietnamese names and text: clean form, search without marks, order of a Vietnamese list.

Text in a legacy encoding (TCVN3, VNI) must be decoded before it comes here: those fonts keep letters
on code points that Unicode calls invisible, and cleaning would lose them.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of a Vietnamese list
_VOWELS: Final = "aăâeêioôơuưy"
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_STROKED_D: Final = "đĐðÐɖƉ"  # the letter and the look-alikes that old files hold in its place
_APOSTROPHE: Final = dict.fromkeys(map(ord, "’‘‛`´ʼʻʽˈʹ′＇"), "'")  # what people write in H'Mông and K'Ho

# Soft hyphen, zero-width and direction marks, byte-order mark, tags, non-characters, surrogates, controls.
_INVISIBLE: Final = (
    r"\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e007f\ud800-\udfff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
_EMOJI: Final = r"\u2190-\u2bff\U0001f000-\U0001faff"
_DIRT: Final = re.compile(rf"[{_INVISIBLE}]|(?<![0-9#*©®‼⁉™ℹ{_EMOJI}])[\ufe00-\ufe0f]")
# A joiner inside an emoji (a family, a flag) is part of the picture; anywhere else it is dirt.
_STRAY_JOINER: Final = re.compile(rf"(?<![\ufe0f{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
_WORDS_OF_A_NAME: Final = 2
_NAME_PART: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W_]+")


def nfc(text: str) -> str:
    """One clean line: composed letters, single spaces, nothing invisible; emoji stay as they are."""
    clean = _STRAY_JOINER.sub("", _DIRT.sub("", text))
    return " ".join(unicodedata.normalize("NFC", clean).split())


def nfc_lines(text: str) -> str:
    """The same for a note of several lines: line breaks stay, empty lines at both ends go."""
    return "\n".join(nfc(line) for line in text.splitlines()).strip("\n")


def upper(text: str) -> str:
    """Unicode capitals, for certificates and the 2C form: "Nguyễn Văn Hiệp" -> "NGUYỄN VĂN HIỆP"."""
    return unicodedata.normalize("NFC", text).upper()


def as_name(text: str) -> str:
    """A name as papers list it: "VŨ QUỐC DŨNG" -> "Vũ Quốc Dũng"; what is not all in capitals stays as it is."""
    if len(text.split()) < _WORDS_OF_A_NAME or text != text.upper() or text == text.lower():
        return text
    return _NAME_PART.sub(lambda part: part[0].capitalize(), text)


# --- comparing without marks ------------------------------------------------------------------------------


def _plain_letters() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(letter): "d" for letter in _STROKED_D}
    for vowel in _VOWELS:
        for tone in ("", *_TONES):
            letter = unicodedata.normalize("NFC", vowel + tone)
            plain = unicodedata.normalize("NFD", vowel)[0]
            table[ord(letter)] = table[ord(letter.upper())] = plain
    table[ord("ς")] = "σ"
    table.update(_APOSTROPHE)
    table.update((code, None) for code in range(0x20) if not chr(code).isspace())
    table[0x7F] = None
    return table


_PLAIN: Final = _plain_letters()
_UNSEARCHED: Final = ("Mn", "Cf")  # marks above and below, invisible signs


def without_marks(text: str) -> str:
    """Small letters without marks, space for space as they stand."""
    plain = text.translate(_PLAIN)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFD", _DIRT.sub("", plain))
        plain = "".join(c for c in decomposed.lower() if unicodedata.category(c) not in _UNSEARCHED)
        plain = plain.translate(_PLAIN)
    return plain.lower()


def fold(text: str) -> str:
    """Text to compare: no marks, đ as d, small letters, one apostrophe, single spaces. Twice changes nothing."""
    return " ".join(without_marks(text).split())


def _new_to_old() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            for start in (first, first.upper()):
                for end in (second, second.upper()):
                    old = unicodedata.normalize("NFC", start + tone) + end
                    pairs[start + unicodedata.normalize("NFC", end + tone)] = old
    return pairs


_NEW_TO_OLD: Final = _new_to_old()
_NEW_STYLE: Final = re.compile(rf"(?<![qQ])(?:{'|'.join(_NEW_TO_OLD)})(?![^\W\d_])")


def unify_tones(text: str) -> str:
    """Composed text with each tone mark in its old place, to compare: hoà -> hòa, Thuỷ -> Thủy; quý stays."""
    return _NEW_STYLE.sub(lambda match: _NEW_TO_OLD[match.group()], unicodedata.normalize("NFC", text))


def with_marks(text: str) -> str:
    """Small letters with their marks to compare: each tone in its old place, one apostrophe."""
    return unify_tones(nfc(text).translate(_APOSTROPHE)).lower()


_I: Final = "iìỉĩíị"
_LETTER: Final = r"[^\W_]"
_SAID_AS_Y: Final = re.compile(
    rf"(?<=[bcdđghklmnprstvx])[{_I}](?!{_LETTER})|(?<=\bqu)[{_I}]|(?<!{_LETTER})[{_I}](?!{_LETTER})"
)
_I_TO_Y: Final = str.maketrans(_I, "yỳỷỹýỵ")


def one_y(small: str) -> str:
    """Small composed letters with y where i says the same: quí -> quý, lí -> lý, i tế -> y tế; thúi and tai stay."""
    return _SAID_AS_Y.sub(lambda match: match.group().translate(_I_TO_Y), small)


# --- one person in two spellings --------------------------------------------------------------------------


def same_person_key(full_name: str) -> str:
    """A loose key to find one person entered twice: no marks, no punctuation; Lý = Lí, Mỹ = Mĩ, Quý = Quí."""
    return one_y(" ".join(_WORD.findall(fold(full_name).replace("'", ""))))


# --- order of a list --------------------------------------------------------------------------------------
# A key is printable ASCII, so SQLite's BINARY order is the Vietnamese order. A space closes every part and is
# lower than all that parts hold: "!" other signs, "0" numbers, "A"... letters, "~" letters of other scripts.


def _letter_places() -> dict[str, tuple[str, str]]:
    places = {letter: (chr(ord("A") + place), "") for place, letter in enumerate(_ALPHABET)}
    for vowel in _VOWELS:
        for rank, tone in enumerate(_TONES, 1):
            places[unicodedata.normalize("NFC", vowel + tone)] = (places[vowel][0], str(rank))
    places.update(dict.fromkeys(_STROKED_D.lower(), places["đ"]))
    return places


_LETTER_PLACES: Final = _letter_places()
_FOREIGN_MARK: Final = "6"  # after the five tones: ü, ñ
_NUMBER: Final = re.compile(r"([0-9]+)")


def _place(letter: str) -> tuple[str, str]:
    """The letter's place and its tone, for one small letter."""
    place = _LETTER_PLACES.get(letter)
    if place:
        return place
    if unicodedata.category(letter) == "Mn":
        return "", _FOREIGN_MARK
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and base in _LETTER_PLACES:
        return _LETTER_PLACES[base][0], _FOREIGN_MARK
    return f"{'~' if letter.isalpha() else '!'}{ord(letter):06x}", ""


@lru_cache(maxsize=20_000)
def _word_key(word: str) -> tuple[str, str, str]:
    """Letters, tones and capitals of one word; where in the word a tone stands makes no difference."""
    letters, tones, capitals = "", "", ""
    for piece in _NUMBER.split(word):
        if piece[:1] and piece[0] in "0123456789":
            digits = piece.lstrip("0")
            letters += f"0{min(len(digits), 999):03d}{digits}"
            continue
        for character in piece:
            small = character.lower()
            capitals += "0" if small == character else "1"
            for letter in small:
                place, tone = _place(letter)
                letters += place
                tones += tone
    return letters, tones, capitals


def _key(words: list[str]) -> str:
    parts: list[str] = []
    capitals = ""
    for word in words:
        letters, tones, big = _word_key(word)
        parts += (letters or "!", tones)
        capitals += big
    return " ".join((*parts, "", capitals.rstrip("0")))


def sort_key(full_name: str) -> str:
    """ASCII key that orders names by tên, then họ, then đệm; never raises.

    Inside each word the letters (a ă â b c d đ e ê ...) come first, then the tone (ngang, huyền, hỏi, ngã,
    sắc, nặng); capitals decide only between names equal in everything else.
    """
    words = nfc(full_name).split()
    return _key(words[-1:] + words[:-1])


def text_sort_key(text: str) -> str:
    """The same order for plain text, word by word from the left; "Khoa 2" comes before "Khoa 10"."""
    return _key(nfc(text).split())
