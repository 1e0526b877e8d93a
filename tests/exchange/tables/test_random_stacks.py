"""Random stacks of tables: every filled row is read, heads a group, or is left out with a reason; nobody is lost."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.sheets import Cell, Sheet, even
from cluster_desktop.exchange.tables.tables import TableGuess, find_tables

KINDS = {"staff": "full_name", "awards": "recipient"}
FAMILY = ("Nông", "Tong", "Đoàn", "Và", "Giàng", "Tống", "Lò", "Hồ", "Cộng", "Lý", "Ban", "Tổ")
GIVEN = ("Cong Minh", "Thị Hội", "A Chứ", "Văn Phách", "Số Kim", "Thị Nữ", "Seo Pao", "Thanh Khoa", "Văn Đội", "Thị Ký")
COLUMNS: dict[str, tuple[str, Sequence[Cell]]] = {
    "birth_date": ("Ngày sinh", ("02/09/1976", 1980, "5/1981")),
    "gender": ("Giới tính", ("Nam", "Nữ")),
    "position": ("Chức vụ", ("Giảng viên", "Trưởng phòng", "Kế toán")),
    "ethnicity": ("Dân tộc", ("Tày", "Kinh", "Mông")),
    "odd": ("Hệ số lương", (2.34, 4.98)),
}
GROUPS = ("I. Khoa Xây dựng Đảng", "Ban Giám hiệu", "Lao động hợp đồng", "Nghiệp vụ", "II. Biên chế", "Chi đoàn")
NOTES = ("Lào Cai, ngày 05 tháng 01 năm 2021", "NGƯỜI LẬP BIỂU", "Ghi chú: đã đối chiếu", "Nơi nhận: như trên")
TITLES = ("DANH SÁCH CÁN BỘ NĂM 2020", "II. CÁ NHÂN", "BẢNG TỔNG HỢP", "DANH SÁCH NGƯỜI LAO ĐỘNG")
NAMED = ("Họ và tên", "Họ tên", "hoten", "HỌ VÀ TÊN")


@dataclass
class Made:
    """A sheet under construction, and the people who must come out of it: name and row."""

    rows: list[list[Cell]] = field(default_factory=list)
    people: list[tuple[str, int]] = field(default_factory=list)


class Stack:
    """Tables below each other, as a chance wants them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.made = Made()
        self.count = 0

    def sheet(self) -> Sheet:
        """Make the whole sheet."""
        for number in range(self.chance.randint(1, 4)):
            if number or self.chance.random() < 0.7:
                self._between()
            self._table()
        if self.chance.random() < 0.5:
            self._end()
        return Sheet("Danh sách", even(self.made.rows))

    def _between(self) -> None:
        if self.chance.random() < 0.4:
            self._end()
        self._blank()
        self.made.rows.append([self.chance.choice(TITLES)])
        self._blank()

    def _end(self) -> None:
        self._blank()
        self.made.rows += [[None, note] for note in self.chance.sample(NOTES, self.chance.randint(1, 2))]

    def _blank(self) -> None:
        self.made.rows += [[] for _ in range(self.chance.randint(0, 2))]

    def _table(self) -> None:
        keys = self.chance.sample(sorted(COLUMNS), self.chance.randint(2, 4))
        if not set(keys) - {"odd"}:
            keys.append("gender")
        numbered, place = self.chance.random() < 0.6, self.chance.randint(0, 1)
        heading: list[Cell] = [COLUMNS[key][0] for key in keys]
        heading.insert(place, self.chance.choice(NAMED))
        self.made.rows.append([*(["STT"] if numbered else []), *heading])
        for number in range(1, self.chance.randint(2, 7)):
            if self.chance.random() < 0.2:
                self._odd_row(numbered, place, heading)
            cells: list[Cell] = [self.chance.choice(COLUMNS[key][1]) for key in keys]
            name = self._name()
            cells.insert(place, name)
            self.made.people.append((name, len(self.made.rows) + 1))
            self.made.rows.append([*([number] if numbered else []), *cells])

    def _odd_row(self, numbered: bool, place: int, heading: list[Cell]) -> None:
        before: list[Cell] = [None] * (place + numbered)
        odd: list[list[Cell]] = [
            [*before, self.chance.choice(GROUPS)],
            [*before, "Tổng cộng", 3],
            [*(["STT"] if numbered else []), *heading],
            [],
        ]
        self.made.rows.append(self.chance.choice(odd))

    def _name(self) -> str:
        self.count += 1
        tail = f"{'ABCDEGHIK'[self.count % 9]}{'nhượngái'[: self.count % 5]}"
        return f"{self.chance.choice(FAMILY)} {self.chance.choice(GIVEN)} {tail}"


def told_rows(sheet: Sheet, guesses: Sequence[TableGuess]) -> set[int]:
    """The rows that are headings, titles, groups or left out with a reason."""
    told: set[int] = set(range(guesses[0].top))
    for guess in guesses:
        told |= set(range(guess.top, guess.top + guess.height)) | set(guess.lead)
        told |= {section.row for section in guess.sections} | set(guess.skipped)
    return told


@pytest.mark.parametrize("kind", KINDS)
@given(seed=st.integers(0, 10**9))
@example(seed=0)
@example(seed=7)
@example(seed=20)
def test_no_row_of_a_stack_is_lost(kind: str, seed: int) -> None:
    stack = Stack(seed)
    sheet = stack.sheet()
    fields = IMPORT_KINDS[kind].fields
    guesses = find_tables([sheet], IMPORT_KINDS[kind].fields_anchored(KINDS[kind]))
    rows = [row for guess in guesses for row in read_rows(sheet, guess, fields)]
    numbers = [row.number for row in rows]
    assert len(set(numbers)) == len(numbers), "no row is read by two tables"
    read = {(row.texts.get(KINDS[kind]), row.number) for row in rows}
    lost = [person for person in stack.made.people if person not in read]
    assert lost == [], sheet.rows
    filled = {number for number, row in enumerate(sheet.rows) if any(cell is not None for cell in row)}
    assert filled - told_rows(sheet, guesses) - {number - 1 for number in numbers} == set()
    people = {number for _, number in stack.made.people}
    assert {number for number in numbers if number not in people} == set(), "nobody is invented"


@given(left=st.integers(0, 10**9), right=st.integers(0, 10**9), gap=st.integers(0, 2))
@example(left=1, right=2, gap=1)
@example(left=3, right=3, gap=0)
def test_two_lists_side_by_side_are_read_each_for_itself(left: int, right: int, gap: int) -> None:
    parts = []
    for seed in (left, right):
        stack = Stack(seed)
        stack._table()
        parts.append(stack.made)
    width = max(map(len, parts[0].rows))
    gap = gap if str(parts[1].rows[0][0]) == "STT" or gap else 1
    height = max(len(part.rows) for part in parts)
    rows: list[list[Cell]] = []
    for number in range(height):
        first, second = (part.rows[number] if number < len(part.rows) else [] for part in parts)
        rows.append([*first, *[None] * (width - len(first) + gap), *second])
    sheet = Sheet("Danh sách", even(rows))
    guesses = find_tables([sheet], IMPORT_KINDS["staff"].fields_anchored("full_name"))
    assert len(guesses) == 2
    for guess, part in zip(guesses, parts, strict=True):
        read = {
            (row.texts.get("full_name"), row.number) for row in read_rows(sheet, guess, IMPORT_KINDS["staff"].fields)
        }
        assert set(part.people) <= read
