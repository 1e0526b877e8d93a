"""Doubts about a whole table: is it a list of this kind at all, and do its headings stand over their columns?"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date
from cluster_desktop.domain.text.names import fold
from cluster_desktop.exchange.tables.body import GroupRow
from cluster_desktop.exchange.tables.date_cells import Swap, swapped_in
from cluster_desktop.exchange.tables.group_words import is_ordinal, may_be_a_person, names_department
from cluster_desktop.exchange.tables.headings import key_of
from cluster_desktop.exchange.tables.sheets import Cell, Row
from cluster_desktop.exchange.tables.uses import ColumnUse, How

_FAMILY: Final = re.compile(r"(?:moi )?quan he(?: (?:gia dinh|than nhan|nhan than|than toc|voi\b.*))?")
_POST: Final = re.compile(
    r"(?:pho |quyen )?(?:hieu truong|truong (?:khoa|phong|ban|bo mon)|bi thu|chu tich|giam doc|vien truong)\b"
    r"|(?:giang|chuyen|nhan|ke toan|van thu|tap su|can su)\s?(?:vien)?\b(?: (?:chinh|cao cap|vien|phuc vu|tap su)\b)*"
    r"|ke toan|van thu|thu quy|lai xe|bao ve|tap vu|y te|thac si|tien si|cu nhan|dai hoc|cao cap|trung cap|nam|nu"
    r"|kinh|tay|thai|nung|mong|dao|muong|\d[\d/.\- ]*"
)
_EXAMPLE_PERSON: Final = re.compile(r"(?:[^\W\d_]+ ){1,3}[A-EXYZ]")
_MOST: Final = 0.6
_SHOWN: Final = 3
_NAMED: Final = 6
_ENOUGH_ROWS: Final = 2

_SWAP: Final = (
    "Cột “{}”: mọi ngày thật đều không quá ngày 12, còn mọi ngày ghi bằng chữ thì không đúng thứ tự ấy, nên ngày và "
    "tháng có lẽ đã bị Excel đổi chỗ. Hãy chọn đổi lại nếu đúng thế."
)
_SWAPPED: Final = "Cột “{}”: ngày và tháng được đổi chỗ cho nhau."
NOT_FILLED: Final = "Dưới tiêu đề của bảng không có dòng nào."
_FAMILY_TABLE: Final = (
    "Bảng có cột “{}” nên có vẻ kê quan hệ gia đình của một người, không phải danh sách; bảng chưa được chọn để nhập."
)
_SHIFTED: Final = (
    "Dưới cột “{}” ghi {}: có vẻ tiêu đề lệch so với các cột bên dưới; bảng chưa được chọn để nhập. "
    "Hãy chọn lại ý nghĩa từng cột."
)
_EXAMPLE_PEOPLE: Final = "Bảng chỉ có người ví dụ ({}) nên không nhập. Hãy chọn lấy bảng này nếu cần."
EXAMPLE_SHEET: Final = "Bảng ở trang “{}” có vẻ là hướng dẫn hoặc ví dụ nên không nhập. Hãy chọn lấy bảng này nếu cần."


def family_doubt(headings: Sequence[str]) -> str:
    """Say that a table lists somebody's relatives; '' for another one."""
    found = next((heading for heading in headings if _FAMILY.fullmatch(key_of(heading))), "")
    return _FAMILY_TABLE.format(found) if found else ""


def shifted_doubt(heading: str, names: Sequence[Cell], neighbours: Iterable[Sequence[Cell]], *, people: bool) -> str:
    """Say that the words under the heading of names are posts, days or numbers; '' where they may be names.

    *neighbours* are the columns beside it, *people* whether nobody but people may stand there.
    """
    filled = [cell for cell in names if cell is not None]
    texts = [cell for cell in filled if isinstance(cell, str)]
    other = [text for text in texts if _POST.fullmatch(fold(text)) or (people and names_department(text))]
    if texts and len(filled) > 1 and len(other) >= _MOST * len(filled):
        return _SHIFTED.format(heading, _quoted(other))
    if filled and not texts and any(map(_holds_people, neighbours)):
        return _SHIFTED.format(heading, _quoted(str(cell) for cell in filled))
    return ""


def example_doubt(names: Sequence[Cell]) -> str:
    """Say that nobody but Nguyễn Văn A and Trần Thị B stands in a table; '' where somebody does."""
    texts = [cell.strip() for cell in names if isinstance(cell, str) and cell.strip()]
    if texts and all(_EXAMPLE_PERSON.fullmatch(text) for text in texts):
        return _EXAMPLE_PEOPLE.format(", ".join(texts[:_SHOWN]))
    return ""


def group_remarks(sections: Sequence[GroupRow], fields: Sequence[Field]) -> tuple[str, ...]:
    """Tell of group rows that nobody knows, below which no department holds any more."""
    unknown = [section for section in sections if section.field is None]
    if not unknown or not any(item.refers_to == "department" for item in fields):
        return ()
    named = ", ".join(f"{section.row + 1} “{section.text}”" for section in unknown[:_NAMED])
    more = "…" if len(unknown) > _NAMED else ""
    return (
        f"Dòng {named}{more} được hiểu là tên nhóm, không nhập; các dòng bên dưới không lấy khoa, phòng ghi ở trên.",
    )


def shared_use_remarks(
    uses: Mapping[int, ColumnUse], headings: Sequence[str], fields: Sequence[Field]
) -> tuple[str, ...]:
    """Tell of two columns that were both chosen for one value."""
    times = Counter(use.field for use in uses.values() if use.how is How.VALUE and use.also is None)
    remarks = []
    for item in fields:
        if times[item.key] > 1:
            named = [headings[c] or f"Cột {c + 1}" for c, use in sorted(uses.items()) if use.field == item.key]
            words = " và ".join(f"“{heading}”" for heading in named)
            remarks.append(f"Các cột {words} cùng dùng cho {item.label}; dòng ghi hai giá trị khác nhau sẽ báo lỗi.")
    return tuple(remarks)


def swaps_in(rows: Sequence[Row], uses: Mapping[int, ColumnUse], fields: Sequence[Field]) -> dict[int, Swap]:
    """Find the columns of dates with days and months in each other's place."""
    dates = {item.key for item in fields if isinstance(item.type, Date)}
    places = [place for place, use in sorted(uses.items()) if use.field in dates and use.how is How.VALUE]
    return {place: swap for place in places if (swap := swapped_in([row[place] for row in rows]))}


def swap_remarks(swaps: Collection[int], swapped: Collection[int], headings: Sequence[str]) -> tuple[str, ...]:
    """Tell of the columns with days and months in each other's place, and of those put right."""
    asked = [_SWAP.format(headings[place]) for place in swaps if place not in swapped]
    return (*asked, *(_SWAPPED.format(headings[place]) for place in swapped))


def rows_above_remarks(rows: Sequence[Row]) -> tuple[str, ...]:
    """Tell of numbered rows above the first heading of a sheet: a table of something else, which nobody reads."""
    numbers = [number for number, row in enumerate(rows, start=1) if _is_numbered(row)]
    if len(numbers) < _ENOUGH_ROWS:
        return ()
    return (f"Dòng {numbers[0]}–{numbers[-1]} ở phía trên có vẻ thuộc một bảng khác nên không đọc.",)


def _is_numbered(row: Row) -> bool:
    filled = [cell for cell in row if cell is not None]
    return len(filled) > 1 and is_ordinal(filled[0]) and any(isinstance(cell, str) for cell in filled[1:])


def column(rows: Iterable[Row], place: int) -> list[Cell]:
    """Take the cells of one column; none for a place outside."""
    return [row[place] for row in rows if 0 <= place < len(row)]


def _holds_people(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell is not None]
    people = [cell for cell in filled if isinstance(cell, str) and may_be_a_person(cell)]
    return bool(people) and len(people) >= _MOST * len(filled)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in list(dict.fromkeys(texts))[:_SHOWN])
