"""Sort the rows under a heading: records, group rows ("I. Ban Giám hiệu"), totals, headings again, signatures."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Final

from cluster_desktop.domain.awards.award_words import award_of
from cluster_desktop.domain.fields.types import Date, Name
from cluster_desktop.domain.record_kinds.import_kinds import RECIPIENT
from cluster_desktop.exchange.tables.group_words import (
    LETTER,
    group_label,
    group_number,
    is_column_number,
    is_footer,
    is_ordinal,
    is_page_number,
    is_summary,
    is_total,
    is_zero,
    may_be_a_person,
    may_be_total,
    names_department,
    names_unit,
    number_style,
)
from cluster_desktop.exchange.tables.heading_block import HeadingBlock
from cluster_desktop.exchange.tables.headings import ORDINALS, HeadingWords, key_of
from cluster_desktop.exchange.tables.sheets import Cell, Row, Sheet
from cluster_desktop.exchange.tables.uses import ColumnUse, How

_PARTED: Final = re.compile(r"\s+[–-]\s+")
_YEAR: Final = re.compile(r"năm (?:học )?((?:19|20)\d\d)", re.IGNORECASE)
_DECISION: Final = re.compile(r"(quyết định|quyet dinh|qđ|qd)\b.*\d", re.IGNORECASE)
_NAMES_LOOKED_AT: Final = 200
_LONGEST_ORDINAL: Final = 12  # letters of "Số thứ tự"
_YEARS: Final = range(1900, 2101)
# What totals, departments and column numbers begin with, in legacy encodings too: other names need no look.
_NEEDS_A_LOOK: Final = frozenset("TtCcBbKkPpVvLlHhXxĐđ§®ÑñÐ(0123456789")

YEAR: Final = "year"
_NESTED: Final = "criterion"  # the kind of record of which one may stand in another
DECISION: Final = "number"  # of the decision that a group row of a register names

WHY_TOTAL: Final = "dòng tổng cộng"
WHY_HEADING: Final = "tiêu đề lặp lại"
WHY_NUMBERING: Final = "dòng đánh số cột"
WHY_FOOTER: Final = "ghi chú, chữ ký cuối bảng"
WHY_TITLE: Final = "tiêu đề của bảng bên dưới"
WHY_EMPTY: Final = "không có dữ liệu ở các cột được nhập"
WHY_OTHER: Final = "thuộc một bảng khác, không phải danh sách này"
WHY_PAGE: Final = "số trang"
WHY_ZERO: Final = "chỉ có số 0, không có dữ liệu"
WHY_UNSURE: Final = "chỉ có “{}”, chưa rõ là một người hay tên của nhóm"
WHY_HIDDEN: Final = "dòng ẩn"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row that names what the rows beneath it have in common; *field* takes its text, None for none.

    *unit* is the unit of a department that is named together with it, *level* the way in which it is numbered.
    """

    row: int
    text: str
    field: str | None
    unit: str = ""
    level: str = ""


@dataclass
class Body:
    """Rows *first* to *last* (not included), without the group rows and those skipped, each with a reason."""

    first: int
    last: int
    sections: list[GroupRow] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)


@dataclass
class BodyReader:
    """A walk down the rows under a heading; those that plainly hold a record are passed over quickly.

    *anchor* is the key of the field that names a record, *units* are the names of the workspace, *decode* turns a
    cell's text into Unicode. The lines of the table alone begin at *head*, another table or nothing at *end*.
    """

    sheet: Sheet
    block: HeadingBlock
    uses: Mapping[int, ColumnUse]
    ordinal: int | None
    words: HeadingWords
    anchor: str
    units: Collection[str]
    decode: Callable[[str], str]
    head: int
    end: int

    def __post_init__(self) -> None:
        used = {column: use for column, use in self.uses.items() if use.how is not How.IGNORE}
        self.names = sorted(column for column, use in used.items() if use.field == self.anchor)
        self.others = sorted(set(used) - set(self.names))
        dates = {item.key for item in self.words.fields if isinstance(item.type, Date)}
        self.days = {column for column, use in used.items() if use.field in dates}
        merges = self.sheet.merges
        self.wide = {merge.top for merge in merges if merge.right - merge.left >= 2 and merge.top == merge.bottom}
        # Rows below the first of a name that is merged over them belong to it, whatever else they say.
        self.shared = {
            row for each in merges if each.left in self.names for row in range(each.top + 1, each.bottom + 1)
        }
        self.unit_keys = frozenset(map(key_of, self.units))
        self.headings = [{key_of(text) for text in path} for path in self.block.paths]
        self.refers = {item.refers_to: item.key for item in self.words.fields if item.refers_to}
        self.of_people = any(isinstance(item.type, Name) for item in self.words.fields if item.key == self.anchor)
        self.first = self.block.top + self.block.height
        top = self.sheet.rows[self.block.top : self.first]
        self.heads = {row[column] for row in top for column in self.names if row[column] is not None}
        rows = self.sheet.rows[self.first : self.end]
        if self.ordinal is not None and not any(is_ordinal(row[self.ordinal]) for row in rows):
            self.ordinal = None
        self.alone = False  # no record says more than its name

    def read(self) -> Body:
        """Sort all rows into records, group rows and rows to skip."""
        rows = self.sheet.rows
        body = Body(self.first, self.end)
        self._read_lines_above(body)
        last_person = self._last_person()
        touching = True  # nothing blank stands between this row and the records above
        for number in range(self.first, self.end):
            if self._solid(rows[number]):
                touching = True
                continue
            if not _holds_something(rows[number]):
                touching = False
                continue
            section = self._section(number, body.sections) if number < last_person else None
            if section is not None:
                body.sections.append(section)
            elif reason := self._reason(number, ended=number > last_person, touching=touching):
                body.skipped[number] = reason
                if reason == WHY_OTHER or (reason == WHY_FOOTER and number > last_person):
                    below = filter(lambda row: _holds_something(rows[row]), range(number + 1, self.end))
                    body.skipped |= dict.fromkeys(below, reason)
                    break
        return body

    def _read_lines_above(self, body: Body) -> None:
        """Take the group that stands above the heading: "I. TẬP THỂ", or a department in the line next to it."""
        filled = [row for row in range(self.head, self.block.top) if _holds_something(self.sheet.rows[row])]
        for number in filled:
            section = self._section(number, body.sections)
            if section and self._heads(section, last=number == filled[-1]):
                body.sections.append(section)
            elif self.head:
                body.skipped[number] = WHY_TITLE

    def _heads(self, section: GroupRow, *, last: bool) -> bool:
        """Check that a line above the heading names the group of all its rows; letterheads and titles do not."""
        if section.field is None:
            return False
        return bool(section.level) or (last and section.field == self.refers.get("department"))

    def _last_person(self) -> int:
        """Find the last row that plainly holds a record; where none does, the last name before notes and signatures."""
        rows = self.sheet.rows
        solid = next((row for row in range(self.end - 1, self.first - 1, -1) if self._solid(rows[row])), None)
        if solid is not None:
            return solid
        self.alone = True
        last = self.first
        for number in range(self.first, self.end):
            if any(isinstance(cell, str) and is_footer(self.decode(cell)) for cell in rows[number]):
                break
            if any(rows[number][column] is not None for column in self.names):
                last = number
        return last

    def _solid(self, row: Row) -> bool:
        """Check that the row holds a record beyond doubt: numbered, or with other cells beside the name."""
        if self.ordinal is not None and not is_ordinal(row[self.ordinal]):
            return False
        name = ""
        for column in self.names:
            if isinstance(cell := row[column], str):
                name = cell
                break
        if len(name) < 2 or (
            (not self.of_people or name.lstrip()[:1] in _NEEDS_A_LOOK) and not self._is_name(self.decode(name), row)
        ):
            return False
        if name in self.heads:
            return False
        return self.ordinal is not None or self._filled(row) >= min(2, len(self.others))

    def _is_name(self, text: str, row: Row) -> bool:
        if self._is_total(text, row) or not any(map(str.isalpha, text)):
            return False
        if self.anchor == RECIPIENT and self.ordinal is not None:
            return True  # a numbered collective of a list of awards
        return not (names_department(text) and self._filled(row) == 0)

    def _filled(self, row: Row) -> int:
        return sum(row[column] is not None for column in self.others)

    def _reason(self, number: int, *, ended: bool, touching: bool) -> str | None:
        """Give the reason why the row holds no record; None when it holds one."""
        row = self.sheet.rows[number]
        texts = [self.decode(cell) for cell in row if isinstance(cell, str)]
        if self._is_numbering(row):
            return WHY_NUMBERING
        if len(texts) == 1 and is_page_number(texts[0]):
            return WHY_PAGE
        if texts and self._repeats_heading(row):
            return WHY_HEADING
        if len(texts) > 1 and any(len(text) < _LONGEST_ORDINAL and key_of(text) in ORDINALS for text in texts):
            return WHY_OTHER
        if any(self._is_total(text, row) for text in texts[:3]):
            return WHY_TOTAL
        if ended and any(map(is_footer, texts)):
            return WHY_FOOTER
        filled = [column for column in (*self.names, *self.others) if row[column] is not None]
        if not filled:
            return WHY_EMPTY
        if all(is_zero(row[column]) for column in filled):
            return WHY_ZERO
        if ended and filled[0] not in self.names and len(texts) == 1 == sum(cell is not None for cell in row):
            return WHY_FOOTER
        if filled == self.names[: len(filled)] and number not in self.shared and self.others:
            return self._reason_alone(row, filled, ended=ended, touching=touching)
        return None

    def _reason_alone(self, row: Row, names: list[int], *, ended: bool, touching: bool) -> str | None:
        """Give the reason why a row in which nothing but a name is read holds no record."""
        _, text = group_label(" ".join(self.decode(str(row[column])) for column in names))
        beside = [cell for column, cell in enumerate(row) if cell is not None and column not in names]
        signed = all(isinstance(cell, str) and may_be_a_person(self.decode(cell)) for cell in beside)
        if beside and not (ended and not touching and signed):
            return None
        if not self.of_people or (self.anchor == RECIPIENT and self.alone and not ended):
            return WHY_FOOTER if ended else None
        if not may_be_a_person(text) and not self._written_so(text):
            return WHY_FOOTER if ended else WHY_UNSURE.format(text[:60])
        if self.ordinal is None and touching:
            return None
        return WHY_FOOTER if ended and not touching else WHY_UNSURE.format(text[:60])

    def _written_so(self, text: str) -> bool:
        """Check that a name in small letters stands in a list that writes all of them so."""
        rows = self.sheet.rows[self.first : self.end]
        names = (self.decode(cell) for row in rows for column in self.names[:1] if isinstance(cell := row[column], str))
        others = [name for name in islice(names, _NAMES_LOOKED_AT) if name != text]
        return may_be_a_person(text.title()) and bool(others) and all(map(str.islower, others))

    def _repeats_heading(self, row: Row) -> bool:
        return all(
            cell is None or (isinstance(cell, str) and key_of(self.decode(cell)) in self.headings[column])
            for column, cell in enumerate(row)
        )

    def _is_numbering(self, row: Row) -> bool:
        filled = [cell for cell in row if cell is not None]
        named = any(row[column] is not None for column in self.names)
        return len(filled) >= 3 and named and all(is_column_number(cell) for cell in filled)

    def _section(self, number: int, above: Sequence[GroupRow]) -> GroupRow | None:
        row = self.sheet.rows[number]
        if _NESTED in self.refers:
            return None  # a group of criteria is a criterion itself
        texts = [(column, self.decode(cell)) for column, cell in enumerate(row) if isinstance(cell, str)]
        count = group_number(texts[0][1]) if texts else ""
        if count or (texts and texts[0][0] == self.ordinal and is_ordinal(row[texts[0][0]])):
            texts = texts[1:]
        if len(texts) != 1 or self._is_total(texts[0][1], row) or self._repeats_heading(row) or number in self.shared:
            return None
        column, text = texts[0]
        if is_page_number(text):
            return None
        if column in self.others and number not in self.wide and not count:
            return None  # a cell of somebody whose name is missing
        beside = [row[other] for other in self.others if other != column]
        if any(cell is not None and not isinstance(cell, int) for cell in beside):
            return None
        inner, label = group_label(text)
        if inner.isdecimal() and may_be_a_person(label):
            return None  # "3. Nông Văn Phách" is a person whose number stands before the name
        grouped = bool(count or inner) or number in self.wide
        unit, label = self._unit_before(label)
        named = self.refers["department"] if unit else self._section_field(label)
        known = grouped or named or names_department(label)
        if (
            not label
            or not (known or self._is_lone_title(row, column, text))
            or self._is_recipient(count or inner, named)
        ):
            return None
        year = _YEAR.fullmatch(label) if named == YEAR else None
        level = number_style(count or inner, lettered=any(section.level == LETTER for section in above))
        return GroupRow(number, year.group(1) if year else label, named, unit, level)

    def _is_lone_title(self, row: Row, column: int, text: str) -> bool:
        """Check for words of a group that nobody knows: alone in their row, where names stand, and no name."""
        if not self.of_people or self.anchor == RECIPIENT or column > max(self.names, default=-1):
            return False
        alone = sum(cell is not None for cell in row) == 1 and any(map(str.isalpha, text))
        return alone and bool(self.others) and not may_be_a_person(text) and not self._written_so(text)

    def _is_recipient(self, count: str, named: str | None) -> bool:
        """Check for a department that is honoured itself: in a list of nothing but names, unless it is numbered."""
        own = named in (None, *self.refers.values())
        return self.anchor == RECIPIENT and self.alone and not count and own

    def _unit_before(self, label: str) -> tuple[str, str]:
        """Part "Trường Chính trị tỉnh Sơn La – Khoa Xây dựng Đảng" into unit and department, else '' and the label."""
        for cut in _PARTED.finditer(label):
            unit, rest = label[: cut.start()], label[cut.end() :]
            recorded = key_of(unit) in self.unit_keys
            if self.refers.keys() >= {"unit", "department"} and (
                recorded or (names_unit(unit) and names_department(rest))
            ):
                return unit, rest
        return "", label

    def _is_total(self, text: str, row: Row) -> bool:
        """Check that a text heads a line of sums; titles of events and criteria may begin with the same words."""
        if not self.of_people:
            return is_summary(text)
        if is_total(text):
            return True
        numbered = self.ordinal is not None and is_ordinal(row[self.ordinal])
        return may_be_total(text) and not numbered and not any(self._is_of_person(row[c], c) for c in self.others)

    def _is_of_person(self, cell: Cell, column: int) -> bool:
        """Check for what no line of sums says: words, a day, a year of birth."""
        if isinstance(cell, str):
            return any(map(str.isalpha, cell)) or "/" in cell
        return isinstance(cell, date) or (column in self.days and cell in _YEARS)

    def _is_unit(self, label: str) -> bool:
        return names_unit(label) or key_of(label) in self.unit_keys

    def _section_field(self, label: str) -> str | None:
        keys = {item.key for item in self.words.fields}
        titles = next((item.key for item in self.words.fields if item.several), None)
        if titles and award_of(label):
            return titles
        if DECISION in keys and _DECISION.match(label):
            return DECISION
        if YEAR in keys and _YEAR.fullmatch(label):
            return YEAR
        if names_department(label):
            return self.refers.get("department")
        if self._is_unit(label):
            return self.refers.get("unit")
        return next(iter(self.words.choices_named(label)), None)


def _holds_something(row: Row) -> bool:
    return any(cell is not None for cell in row)


def hidden_records(sheet: Sheet, body: Body) -> dict[int, str]:
    """List the hidden rows of a table that hold something, without its group rows, which tell of visible rows too."""
    groups = {section.row for section in body.sections}
    rows = (row for row in sorted(sheet.hidden_rows) if body.first <= row < body.last and row not in groups)
    return {row: WHY_HIDDEN for row in rows if any(cell is not None for cell in sheet.rows[row])}


def zero_rows(sheet: Sheet, body: Body, uses: Mapping[int, ColumnUse], anchor: str) -> dict[int, str]:
    """List the rows of zeros that cells linked with empty ones show."""
    used = sorted(column for column, use in uses.items() if use.how is not How.IGNORE)
    names = [column for column in used if uses[column].field == anchor]
    zeros = (row for row in range(body.first, body.last) for name in names[:1] if type(sheet.rows[row][name]) is int)
    return {row: WHY_EMPTY for row in zeros if not any(map(sheet.rows[row].__getitem__, used))}
