"""Sort the rows under a heading: records, group rows ("I. Ban Giám hiệu"), totals, headings again, signatures."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from cluster_desktop.domain.awards.award_words import award_of
from cluster_desktop.domain.fields.types import Name
from cluster_desktop.domain.record_kinds.import_kinds import RECIPIENT
from cluster_desktop.domain.text.names import fold, unify_tones
from cluster_desktop.exchange.tables.heading_block import HeadingBlock
from cluster_desktop.exchange.tables.headings import HeadingWords, key_of
from cluster_desktop.exchange.tables.sheets import Cell, Row, Sheet
from cluster_desktop.exchange.tables.uses import ColumnUse, How

_TOTAL: Final = re.compile(r"(tổng|tong) (cộng|cong|số|so)\b|(tổng|tong|cộng|cong)\s*([:(\d]|$)", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(
    r"(ban|khoa|phòng|phong|tổ|trung tâm|trung tam|bộ môn|bo mon|văn phòng|đơn vị|lãnh đạo|lanh dao|hội đồng"
    r"|đảng ủy|chi bộ|thư viện|hiệu bộ|các khoa|các phòng)\b",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(r"(trường|truong|tct|học viện|hoc vien)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^(?:[IVXLC]{1,6}|[A-HĐ]|\d{1,2})\s*[.\-–)/:]+\s*(?=\S)")
_GROUP_NUMBER: Final = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ])\s*[.\-)/:]*")
_COUNT: Final = re.compile(
    r"\s*(?:[:(\-–]\s*\(?\s*\d+\s*(?:người|đ/c|đồng chí|cán bộ|viên chức|cb)?|\d+\s*(?:người|đ/c|đồng chí))"
    r"\s*\)?\s*$",
    re.IGNORECASE,
)
_FOOTER: Final = re.compile(
    r"nguoi lap|lap bieu|thu truong|hieu truong$|pho hieu truong$|ke toan truong|giam doc|truong phong$"
    r"|\(?ky\b|t/m|tm\b|kt\b|tl\b|xac nhan|noi nhan|ghi chu|luu y|danh sach (nay|co|gom|tren)|an dinh|\* ?"
    r"|.*\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b"
)
_SUMMARY: Final = re.compile(
    r"(?:(?:tổng|tong)(?: (?:điểm|diem|cộng|cong|số|so))*|cộng|cong|(?:xếp|xep|thứ|thu) (?:hạng|hang))"
    r"\s*(?:\(.*\))?[:.]?",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"\s+[–-]\s+")
_YEAR: Final = re.compile(r"năm (?:học )?((?:19|20)\d\d)", re.IGNORECASE)
_DECISION: Final = re.compile(r"(quyết định|quyet dinh|qđ|qd)\b.*\d", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"\d{1,5}[.)]?")
# What totals, departments and column numbers begin with, in legacy encodings too: other names need no look.
_NEEDS_A_LOOK: Final = frozenset("TtCcBbKkPpVvLlHhĐđ§®ÑñÐ(0123456789")
_NUMBERING: Final = re.compile(r"\(?(\d{1,2}|[A-Z])\)?(\s*=.*)?")

YEAR: Final = "year"
DECISION: Final = "number"  # of the decision that a group row of a register names

WHY_TOTAL: Final = "dòng tổng cộng"
WHY_HEADING: Final = "tiêu đề lặp lại"
WHY_NUMBERING: Final = "dòng đánh số cột"
WHY_FOOTER: Final = "ghi chú, chữ ký cuối bảng"
WHY_TITLE: Final = "tiêu đề của bảng bên dưới"
WHY_EMPTY: Final = "không có dữ liệu ở các cột được nhập"
WHY_HIDDEN: Final = "dòng ẩn"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row that names what the rows beneath it have in common; *field* takes its text, None for none.

    *unit* is the unit of a department that is named together with it.
    """

    row: int
    text: str
    field: str | None
    unit: str = ""


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
        self.wide = {
            merge.top for merge in self.sheet.merges if merge.right - merge.left >= 2 and merge.top == merge.bottom
        }
        self.unit_keys = frozenset(map(key_of, self.units))
        self.headings = [{key_of(text) for text in path} for path in self.block.paths]
        self.refers = {item.refers_to: item.key for item in self.words.fields if item.refers_to}
        self.of_people = any(isinstance(item.type, Name) for item in self.words.fields if item.key == self.anchor)
        rows = self.sheet.rows[self.block.top + self.block.height : self.end]
        if self.ordinal is not None and not any(_is_ordinal(row[self.ordinal]) for row in rows):
            self.ordinal = None

    def read(self) -> Body:
        """Sort all rows into records, group rows and rows to skip."""
        rows = self.sheet.rows
        first = self.block.top + self.block.height
        body = Body(first, self.end)
        self._read_lines_above(body)
        last_person = next((row for row in range(self.end - 1, first - 1, -1) if self._solid(rows[row])), first)
        for number in range(first, self.end):
            if self._solid(rows[number]):
                continue
            section = self._section(number) if number < last_person else None
            if section is not None:
                body.sections.append(section)
            elif reason := self._reason(rows[number], ended=number > last_person):
                body.skipped[number] = reason
                if reason == WHY_FOOTER and number > last_person:
                    below = (row for row in range(number + 1, self.end) if any(c is not None for c in rows[row]))
                    body.skipped |= dict.fromkeys(below, WHY_FOOTER)
                    break
        return body

    def _read_lines_above(self, body: Body) -> None:
        """Take the group that stands above the heading: "I. TẬP THỂ", or a department in the line next to it."""
        filled = [row for row in range(self.head, self.block.top) if any(c is not None for c in self.sheet.rows[row])]
        for number in filled:
            section = self._section(number)
            if section and self._heads(section, last=number == filled[-1]):
                body.sections.append(section)
            elif self.head:
                body.skipped[number] = WHY_TITLE

    def _heads(self, section: GroupRow, *, last: bool) -> bool:
        """Check that a line above the heading names the group of all its rows; letterheads and titles do not."""
        if section.field is None:
            return False
        words = (self.decode(cell) for cell in self.sheet.rows[section.row] if isinstance(cell, str))
        first = next(words, "")
        if _NUMBERED.match(first) or _GROUP_NUMBER.fullmatch(first):
            return True
        return last and section.field == self.refers.get("department")

    def _solid(self, row: Row) -> bool:
        """Check that the row holds a record beyond doubt: numbered, or with other cells beside the name."""
        if self.ordinal is not None and not _is_ordinal(row[self.ordinal]):
            return False
        name = next((cell for column in self.names if isinstance(cell := row[column], str)), "")
        if len(name) < 2 or (
            (not self.of_people or name.lstrip()[:1] in _NEEDS_A_LOOK) and not self._is_name(self.decode(name), row)
        ):
            return False
        return self.ordinal is not None or self._filled(row) >= min(2, len(self.others))

    def _is_name(self, text: str, row: Row) -> bool:
        if self._is_total(text) or not any(map(str.isalpha, text)):
            return False
        if self.anchor == RECIPIENT and self.ordinal is not None:
            return True  # a numbered collective of a list of awards
        return not (_DEPARTMENT.match(text) and self._filled(row) == 0)

    def _filled(self, row: Row) -> int:
        return sum(row[column] is not None for column in self.others)

    def _reason(self, row: Row, *, ended: bool) -> str | None:
        """Give the reason why the row holds no record; None when it holds one or is blank."""
        texts = [self.decode(cell) for cell in row if isinstance(cell, str)]
        if all(cell is None for cell in row):
            return None
        if self._is_numbering(row):
            return WHY_NUMBERING
        if texts and self._repeats_heading(row):
            return WHY_HEADING
        if any(map(self._is_total, texts[:3])):
            return WHY_TOTAL
        if ended and any(_FOOTER.match(fold(text)) for text in texts):
            return WHY_FOOTER
        filled = [column for column in (*self.names, *self.others) if row[column] is not None]
        if not filled:
            return WHY_EMPTY
        lonely = ended and filled == self.names[: len(filled)] and bool(self.others)
        return WHY_FOOTER if lonely else None

    def _repeats_heading(self, row: Row) -> bool:
        return all(
            cell is None or (isinstance(cell, str) and key_of(self.decode(cell)) in self.headings[column])
            for column, cell in enumerate(row)
        )

    def _is_numbering(self, row: Row) -> bool:
        filled = [cell for cell in row if cell is not None]
        named = any(row[column] is not None for column in self.names)
        return len(filled) >= 3 and named and all(_is_column_number(cell) for cell in filled)

    def _section(self, number: int) -> GroupRow | None:
        row = self.sheet.rows[number]
        texts = [(column, self.decode(cell)) for column, cell in enumerate(row) if isinstance(cell, str)]
        numbered = bool(texts) and bool(_GROUP_NUMBER.fullmatch(texts[0][1]))
        if numbered:
            texts = texts[1:]
        if len(texts) != 1 or self._is_total(texts[0][1]) or self._repeats_heading(row):
            return None
        column, text = texts[0]
        beside = [row[other] for other in self.others if other != column]
        if any(cell is not None and not isinstance(cell, int) for cell in beside):
            return None
        label = _COUNT.sub("", _NUMBERED.sub("", text, count=1)).strip(" :.-–")
        grouped = numbered or number in self.wide or bool(_NUMBERED.match(text))
        unit, label = self._unit_before(label)
        named = self.refers["department"] if unit else self._section_field(label)
        if not label or not (grouped or named or _DEPARTMENT.match(label)):
            return None
        year = _YEAR.fullmatch(label) if named == YEAR else None
        return GroupRow(number, year.group(1) if year else label, named, unit)

    def _unit_before(self, label: str) -> tuple[str, str]:
        """Part "Trường Chính trị tỉnh Sơn La – Khoa Xây dựng Đảng" into unit and department, else '' and the label."""
        for cut in _PARTED.finditer(label):
            unit, rest = label[: cut.start()], label[cut.end() :]
            recorded = key_of(unit) in self.unit_keys
            if self.refers.keys() >= {"unit", "department"} and (
                recorded or (_UNIT.match(unit) and _DEPARTMENT.match(unify_tones(rest)))
            ):
                return unit, rest
        return "", label

    def _is_total(self, text: str) -> bool:
        """Check that a text heads a line of sums; titles of events and criteria may begin with the same words."""
        return bool(_TOTAL.match(text) if self.of_people else _SUMMARY.fullmatch(text))

    def _is_unit(self, label: str) -> bool:
        return bool(_UNIT.match(label)) or key_of(label) in self.unit_keys

    def _section_field(self, label: str) -> str | None:
        keys = {item.key for item in self.words.fields}
        titles = next((item.key for item in self.words.fields if item.several), None)
        if titles and award_of(label):
            return titles
        if DECISION in keys and _DECISION.match(label):
            return DECISION
        if YEAR in keys and _YEAR.fullmatch(label):
            return YEAR
        if _DEPARTMENT.match(unify_tones(label)):
            return self.refers.get("department")
        if self._is_unit(label):
            return self.refers.get("unit")
        return next(iter(self.words.choices_named(label)), None)


def is_footer(text: str) -> bool:
    """Check for words that stand below a table: notes, signatures, the day of signing."""
    return bool(_FOOTER.match(fold(text)))


def is_total(text: str) -> bool:
    """Check for words that begin a line of sums."""
    return bool(_TOTAL.match(text))


def names_department(text: str) -> bool:
    """Check for the words that a khoa, a phòng or another group of people begins with."""
    return bool(_DEPARTMENT.match(unify_tones(text)))


def _is_ordinal(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(_ORDINAL.fullmatch(cell.strip()))
    return isinstance(cell, int) and not isinstance(cell, bool)


def _is_column_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(_NUMBERING.fullmatch(cell.strip()))
    return isinstance(cell, int) and 0 < cell < 100
