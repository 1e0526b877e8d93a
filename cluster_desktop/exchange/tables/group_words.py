"""Recognise the words of rows that are no records: groups, sums, notes and signatures, numbers of columns."""

import re
from typing import Final

from cluster_desktop.domain.text.names import fold, nfc, unify_tones
from cluster_desktop.exchange.tables.sheets import Cell

_TOTAL: Final = re.compile(
    r"tổng (?:cộng|số)\b|(?:tổng|tong|cộng|cong)(?: (?:cộng|cong|số|so))?\s*(?:[:(\d=]|$)"
    r"|(?:tong|cong) (?:cong|so) (?:nguoi|can bo|vien chuc|toan|so|chung|danh sach|lao dong)\b"
    r"|(?:tổng|cộng) (?:tập thể|cá nhân|mục|phần|trang|toàn|nhóm|bộ phận|đơn vị|(?:khoa|phòng|tổ|ban)\s*(?:[:(\d=]|$))",
    re.IGNORECASE,
)
_MAY_BE_TOTAL: Final = re.compile(r"tong (?:cong|so)\b", re.IGNORECASE)
_SUMMARY: Final = re.compile(
    r"(?:(?:tổng|tong)(?: (?:điểm|diem|cộng|cong|số|so))*|cộng|cong|(?:xếp|xep|thứ|thu) (?:hạng|hang))"
    r"\s*(?:\(.*\))?[:.]?",
    re.IGNORECASE,
)
_DEPARTMENT: Final = re.compile(
    r"(ban|khoa|phòng|phong|tổ|trung tâm|trung tam|bộ môn|bo mon|văn phòng|đơn vị|lãnh đạo|lanh dao|hội đồng"
    r"|đảng ủy|chi bộ|thư viện|hiệu bộ|các khoa|các phòng|bộ phận|bo phan|đội xe|đội bảo vệ|xưởng|trạm y tế)\b",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(r"(trường|truong|tct|học viện|hoc vien)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^([IVXLC]{1,6}|[A-HĐa-hđ]|\d{1,2})\s*[.\-–)/:]+\s*(?=\S)")
_GROUP_NUMBER: Final = re.compile(r"([IVXLC]{1,6}|[A-HĐa-hđ])\s*[.\-)/:]*")
_PAGE: Final = re.compile(r"\(?(?:trang|page|tr\.)\s*(?:so\s*)?\d{1,4}(?:\s*(?:/|tren|of)\s*\d{1,4})?\)?\.?")
_COUNT: Final = re.compile(
    r"\s*(?:[:(\-–]\s*\(?\s*\d+\s*(?:người|đ/c|đồng chí|cán bộ|viên chức|cb|tập thể|cá nhân|đơn vị)?"
    r"|\d+\s*(?:người|đ/c|đồng chí))\s*\)?\s*$",
    re.IGNORECASE,
)
_FOOTER: Final = re.compile(
    r"nguoi lap|lap bieu|thu truong|hieu truong$|pho hieu truong$|ke toan truong|giam doc|truong phong$"
    r"|\(?ky\b|t/m|tm\b|kt\b|tl\b|xac nhan|noi nhan|ghi chu|luu y|danh sach (nay|co|gom|tren)|an dinh|\* ?"
    r"|.*\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b"
)
_ORDINAL: Final = re.compile(r"\d{1,5}[.)]?")
_NUMBERING: Final = re.compile(r"\(?(\d{1,2}|[A-Z])\)?(\s*=.*)?")
_GROUP: Final = re.compile(
    r"\b(lao dong|hop dong|vien chuc|cong chuc|can bo|bien che|nghi huu|nghi viec|thoi viec|nhan vien|giang vien"
    r"|giao vien|chuyen vien|lanh dao|khoi|bo phan|nhom|hoi vien|danh sach|dien|doi tuong|chi doan|cong doan"
    r"|doan thanh nien|doan vien|chi hoi|cau lac bo|lop|doi|to|nam|nu|dang vien|tap the|ca nhan|huu tri|nghiep vu|khac"
    r"|chuyen den|chuyen di|trong do|gom|nguoi|truong|phong|khoa|ban|trung tam)\b"
)
_MOST_NAME_WORDS: Final = 6

ROMAN: Final = "I"
LETTER: Final = "A"
SMALL_LETTER: Final = "a"
DIGIT: Final = "1"


def is_footer(text: str) -> bool:
    """Check for words that stand below a table: notes, signatures, the day of signing."""
    return bool(_FOOTER.match(fold(text)))


def is_total(text: str) -> bool:
    """Check for words that begin a line of sums beyond doubt."""
    return bool(_TOTAL.match(text))


def may_be_total(text: str) -> bool:
    """Check for words that begin a line of sums, or are the name of Tong Cong Minh, written without marks."""
    return bool(_TOTAL.match(text) or _MAY_BE_TOTAL.match(text))


def is_page_number(text: str) -> bool:
    """Check for the foot of a printed page: "Trang 2/5"."""
    return bool(_PAGE.fullmatch(fold(text)))


def is_summary(text: str) -> bool:
    """Check for nothing but the words for a sum; titles of events and criteria may begin with them."""
    return bool(_SUMMARY.fullmatch(text))


def names_department(text: str) -> bool:
    """Check for the words that a khoa, a phòng or another part of a school begins with."""
    return bool(_DEPARTMENT.match(unify_tones(text)))


def names_unit(text: str) -> bool:
    """Check for the words that the name of a school begins with."""
    return bool(_UNIT.match(text))


def may_be_a_person(text: str) -> bool:
    """Check for two to six words of letters, each with a capital, none of which speaks of a group."""
    words = nfc(text).replace("’", "").replace("'", "").split()
    return (
        1 < len(words) <= _MOST_NAME_WORDS
        and all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)
        and (not _GROUP.search(fold(text)) or not text.isupper())
        and not names_department(text)
        and not is_footer(text)
    )


def group_number(text: str) -> str:
    """The number that a cell of its own gives a group ("II", "A."), '' for none."""
    match = _GROUP_NUMBER.fullmatch(text)
    return match.group(1) if match else ""


def group_label(text: str) -> tuple[str, str]:
    """Part "I. Ban Giám hiệu (02 người)" into the number and the words of a group."""
    match = _NUMBERED.match(text)
    return (match.group(1) if match else ""), _COUNT.sub("", _NUMBERED.sub("", text, count=1)).strip(" :.-–")


def number_style(number: str, *, lettered: bool) -> str:
    """Tell whether a group is numbered with Roman numbers, letters or digits; '' for none.

    *lettered* says that letters came before, so that C follows B and is no hundred.
    """
    if not number:
        return ""
    if number.isdecimal():
        return DIGIT
    if number.islower():
        return SMALL_LETTER
    return ROMAN if set(number) <= set("IVXLC") and not (lettered and number in "CDL") else LETTER


def is_ordinal(cell: Cell) -> bool:
    """Check for the running number of a record."""
    if isinstance(cell, str):
        return bool(_ORDINAL.fullmatch(cell.strip()))
    return isinstance(cell, int) and not isinstance(cell, bool)


def is_column_number(cell: Cell) -> bool:
    """Check for the number of a column below a heading: 1, (2), A, 5 = 3 + 4."""
    if isinstance(cell, str):
        return bool(_NUMBERING.fullmatch(cell.strip()))
    return isinstance(cell, int) and 0 < cell < 100


def is_zero(cell: Cell) -> bool:
    """Check for nothing, or the 0 that a formula shows for a cell that is empty elsewhere."""
    return cell is None or (not isinstance(cell, bool) and cell == 0) or (isinstance(cell, str) and cell.strip() == "0")
