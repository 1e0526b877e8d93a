"""Random damage of cells, the seeds written down: what is read says what stood there, or a sentence tells of it."""

import random
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

import pytest

from cluster_desktop.domain.fields.types import Date, OneOf
from cluster_desktop.domain.text.dates import DateProblem, parse_date
from cluster_desktop.domain.text.names import nfc
from cluster_desktop.exchange.letters.legacy_text import FONT_ENCODINGS, decode
from cluster_desktop.exchange.tables.cell_texts import shown_text
from cluster_desktop.exchange.tables.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.tables.sheets import Cell, Row, Sheet, even
from cluster_desktop.exchange.tables.tables import TableGuess, find_tables
from cluster_desktop.exchange.tables.uses import How
from tests.exchange.reading import FIELDS

SEEDS: Final = (*range(24), 1904, 1252, 1258, 40_000, 2**31, 0x0D, 0xFFFD, 65_001)
HEAD: Final = (
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Khoa, phòng", "Chức vụ", "Trình độ", "Chuyên ngành"),
    *("LLCT", "Ngày vào Đảng", "Quê quán", "Số CCCD", "Điện thoại", "Ghi chú"),
)
NAMES: Final = (
    "Nguyễn Thị Thắm",
    "Hoàng Văn Đệ",
    "Lò Văn Ín",
    "H’Nhen Niê Ksơr",
    "Vàng A Páo",
    "Lê Tú",
    "Bé",
    "Ông Thị Lan",
)
BY_KEY: Final = {item.key: item for item in FIELDS}

Damage = Callable[[Cell, random.Random], Cell]


def _texts(change: Callable[[str, random.Random], str]) -> Damage:
    return lambda cell, chance: change(cell, chance) if isinstance(cell, str) and cell else cell


def _at(text: str, chance: random.Random, piece: str, *, instead: bool = False) -> str:
    place = chance.randrange(len(text))
    return text[:place] + piece + text[place + instead :]


def _in_old_font(text: str, chance: random.Random) -> str:
    """The text as an old font has it, by trying what decodes to each letter."""
    encoding = chance.choice(FONT_ENCODINGS)
    codes = {decode(chr(code), encoding): chr(code) for code in range(0x80, 0x100)}
    pairs = {decode(a + chr(b), encoding): a + chr(b) for a in "aeouyAEOUYôö" for b in range(0xC0, 0x100)}
    return "".join(codes.get(letter) or pairs.get(letter) or letter for letter in unicodedata.normalize("NFC", text))


DAMAGES: Final[tuple[Damage, ...]] = (
    _texts(lambda text, chance: _at(text, chance, "?", instead=True)),
    _texts(lambda text, chance: _at(text, chance, "\ufffd", instead=True)),
    _texts(lambda text, chance: _at(text, chance, chance.choice("\u200b\ufeff\u00ad\u200e\u0007\u0085\u2028"))),
    _texts(lambda text, chance: _at(text, chance, chance.choice(("_x000D_\n", "\r\n", "\n", "\t", "\u00a0", "  ")))),
    _texts(_in_old_font),
    _texts(lambda text, chance: text.encode().decode("latin-1")),
    _texts(lambda text, chance: text.encode().decode("cp1252", "replace")),
    _texts(lambda text, chance: text.encode("cp1252", "replace").decode("cp1252")),
    _texts(lambda text, chance: text.upper()),
    _texts(lambda text, chance: text.lower()),
    _texts(lambda text, chance: text.swapcase()),
    _texts(lambda text, chance: unicodedata.normalize("NFD", text)),
    _texts(lambda text, chance: chance.choice(("ThS. ", "Ông ", "Đ/c: ", "1. ", "'", "=", "-", "<b>", "TS ")) + text),
    _texts(
        lambda text, chance: text + chance.choice((" (Hiệu trưởng)", ", Bí thư", " (nữ)", "*", "…", " 🌸", " &\"'<"))
    ),
    _texts(lambda text, chance: text[: max(len(text) - 1, 1)]),
    _texts(lambda text, chance: text * chance.choice((2, 40))),
    lambda cell, chance: int(cell) if isinstance(cell, str) and cell.isdecimal() else cell,
    lambda cell, chance: (cell - date(1899, 12, 30)).days if type(cell) is date else cell,
    lambda cell, chance: (
        datetime(cell.year, cell.month, cell.day) - timedelta(seconds=43) if type(cell) is date else cell
    ),
    lambda cell, chance: f"{cell:%d/%m/%Y}" if type(cell) is date else cell,
    lambda cell, chance: f"{cell:%Y-%m-%d}T17:00:00Z" if type(cell) is date else cell,
    lambda cell, chance: cell.replace(year=cell.year + 100) if type(cell) is date else cell,
    lambda cell, chance: chance.choice((0, 1, 12, -1, 3.5, True, False, 2091976, 9.1976, 31474, 10**12)),
    lambda cell, chance: chance.choice(("#N/A", "#CHƯA TÍNH", "#REF!", "0", "-", "x", ".", "?", "…", "không")),
    lambda cell, chance: "".join(
        chr(chance.choice((chance.randrange(1, 0x250), chance.randrange(0x1E00, 0x2100)))) for _ in range(9)
    ),
)


def _row(number: int, chance: random.Random) -> list[Cell]:
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(14_000))
    return [
        *(number, chance.choice(NAMES), born, chance.choice(("Nam", "Nữ")), chance.choice(("Kinh", "Tày", "Mông"))),
        *("Khoa Xây dựng Đảng", chance.choice(("Giảng viên", "Trưởng khoa")), chance.choice(("Thạc sĩ", "Cử nhân"))),
        *("Triết học", chance.choice(("Cao cấp", "Trung cấp")), born + timedelta(days=9000), "xã Thắng Lợi, Văn Bàn"),
        *(f"0{chance.randrange(10**10, 9 * 10**10)}", f"09{chance.randrange(10**7, 10**8)}", "Đang công tác\nở trường"),
    ]


def damaged_sheet(seed: int) -> Sheet:
    """A roster in which a third of the rows carry damage, all of one kind in some seeds."""
    chance = random.Random(seed)
    kinds = DAMAGES if seed % 3 else chance.sample(DAMAGES, 2)
    rows: list[list[Cell]] = [list(HEAD)]
    for number in range(1, 61):
        row = _row(number, chance)
        if chance.random() < 0.4:
            for column in chance.sample(range(1, len(HEAD)), chance.randrange(1, 5)):
                row[column] = chance.choice(kinds)(row[column], chance) if row[column] is not None else None
        rows.append([None if isinstance(cell, str) and not cell.strip() else cell for cell in row])
    return Sheet("Danh sách", even(rows))


def _same(key: str, cell: Cell, text: str) -> bool:
    """Whether a text says what stood in the cell, apart from spaces, marks of Excel and stars of footnotes."""
    shown = nfc(shown_text(cell)).strip(" *")
    if nfc(text).strip(" *") == shown:
        return True
    if isinstance(BY_KEY[key].type, Date):
        try:
            return parse_date(text) == parse_date(shown)
        except DateProblem:
            return False
    if isinstance(BY_KEY[key].type, OneOf) and shown:
        return nfc(text) in shown  # "Cao cấp" of "Cao cấp LLCT"
    return key in ("identity_number", "phone") and text == "".join(filter(str.isalnum, shown))


def _silent(guess: TableGuess, written: Row, row: RawRow) -> list[str]:
    told = {problem.field for problem in (*row.problems, *row.notices)}
    found = []
    for column, use in guess.uses.items():
        item, cell = BY_KEY.get(use.field), written[column]
        if item is None or use.how is not How.VALUE or told & {item.key, item.rest_in}:
            continue
        text = row.texts.get(item.key, "")
        if (cell is not None or text) and not _same(item.key, cell, text):
            found.append(f"{HEAD[column]}: {cell!r} -> {text!r}")
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_changed_without_a_word(seed: int) -> None:
    sheet = damaged_sheet(seed)
    (guess,) = find_tables([sheet], FIELDS)
    assert guess.headings == HEAD
    rows = {row.number - 1: row for row in read_rows(guess.read_sheet, guess, FIELDS)}
    groups = {section.row for section in guess.sections}
    assert {*rows, *guess.skipped, *groups} == set(range(1, len(sheet.rows)))
    silent = {number + 1: found for number, row in rows.items() if (found := _silent(guess, sheet.rows[number], row))}
    assert silent == {}
