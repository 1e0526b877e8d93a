"""Recognise the use of each column by its heading; of two columns for one field one is left out with a remark."""

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date, Name, OneOf, Points, Reference, Year
from cluster_desktop.domain.record_kinds.import_kinds import RECIPIENT
from cluster_desktop.domain.text.names import fold
from cluster_desktop.exchange.tables.cell_texts import choice_text, plain_text, year_text
from cluster_desktop.exchange.tables.date_cells import DateColumn
from cluster_desktop.exchange.tables.ditto_marks import DITTO
from cluster_desktop.exchange.tables.heading_block import HeadingBlock, Path
from cluster_desktop.exchange.tables.headings import (
    DATE_PARTS,
    EXACT,
    LOOSE,
    NAME_PARTS,
    ORDINALS,
    HeadingWords,
    Match,
    key_of,
)
from cluster_desktop.exchange.tables.sheets import Cell, Row, Sheet
from cluster_desktop.exchange.tables.unit_words import unit_in
from cluster_desktop.exchange.tables.uses import ColumnUse, How

_SAMPLE_ROWS: Final = 40
_PARTED: Final = ": "
_DEPARTMENTS: Final = ("khoa ", "phong ", "ban ", "to ", "trung tam ", "bo mon ", "van phong")


@dataclass
class RecognisedColumns:
    """The uses of the columns under a heading block, those taught to be passed over, and remarks to be read first."""

    uses: dict[int, ColumnUse] = field(default_factory=dict)
    ordinal: int | None = None
    ignored: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    @property
    def score(self) -> int:
        """The measure of how much of the heading is understood."""
        return sum(EXACT if use.sure else LOOSE for use in self.uses.values()) + (self.ordinal is not None)

    def of(self, key: str) -> list[int]:
        """List the columns that give this field, from the left."""
        return [column for column, use in sorted(self.uses.items()) if use.field == key]


def anchor_of(fields: Sequence[Field]) -> str:
    """Choose the field that names a record: its name, the person it is about, or the first required field."""
    required = [item for item in fields if item.required]
    for kind in (Name, Reference):
        for item in required:
            if isinstance(item.type, kind) and item.refers_to in ("", "person"):
                return item.key
    return (required or list(fields))[0].key


def recognised(
    sheet: Sheet,
    block: HeadingBlock,
    words: HeadingWords,
    units: Collection[str],
    last: int = sys.maxsize,
) -> RecognisedColumns:
    """Recognise the columns by their headings and some rows before *last*.

    A hidden column gives something only where the name of the records stands in no other, or a form hid it itself.
    """
    anchor, sample = anchor_of(words.fields), _sample(sheet, block, last)
    whole = resolve(block, words, anchor, sample, units)
    own = {column for item in words.fields if item.hidden for column in whole.of(item.key)}
    unread = sheet.hidden_columns - own
    hidden = [column for column in sorted(whole.uses) if column in unread]
    if not hidden:
        return whole
    paths = [() if column in unread else path for column, path in enumerate(block.paths)]
    shown = resolve(replace(block, paths=tuple(paths)), words, anchor, sample, units)
    if not shown.of(anchor):
        return whole
    shown.remarks += [
        f"Cột “{block.labels[column]}” đang ẩn nên không đọc. Nếu cần cột này, hãy chọn ý nghĩa cho nó."
        for column in hidden
    ]
    return shown


def _sample(sheet: Sheet, block: HeadingBlock, last: int) -> Sequence[Row]:
    first = block.top + block.height
    return sheet.rows[first : min(first + _SAMPLE_ROWS, last)]


def resolve(
    block: HeadingBlock, words: HeadingWords, anchor: str, sample: Sequence[Row], units: Collection[str] = ()
) -> RecognisedColumns:
    """Recognise what each column under *block* gives.

    *sample* are some rows under it, *anchor* the key of the name, *units* the names of units that may head a column.
    """
    columns = RecognisedColumns()
    block = _take_taught(block, words, columns)
    for column, path in enumerate(block.paths):
        if path and key_of(path[-1]) in ORDINALS and columns.ordinal is None and not words.exact(path[-1]):
            columns.ordinal = column
        elif column not in columns.uses and path and (use := _use_of(path, words)):
            columns.uses[column] = use
    _units_as_recipients(block, words, columns, anchor)
    _units_as_columns(block, words, columns, units)
    _lone_choices(block, words, columns)
    _date_pieces(columns)
    _parts_of_name(block, columns, anchor, sample)
    _unreadable(block, words, columns, sample)
    _no_field_twice(block, words, columns)
    _departments_called_units(words, columns, sample)
    return columns


def _take_taught(block: HeadingBlock, words: HeadingWords, columns: RecognisedColumns) -> HeadingBlock:
    """Use the columns as their words were taught; gives the block without those that are passed over."""
    for column, path in enumerate(block.paths):
        taught = (words.taught_use(" ".join(path)) or words.taught_use(path[-1])) if path else None
        if taught is None:
            continue
        if taught.field not in {item.key for item in words.fields}:
            columns.ignored.add(column)
        elif taught.choice:
            columns.uses[column] = ColumnUse(taught.field, taught.choice, How.MARK)
        else:
            columns.uses[column] = ColumnUse(taught.field)
    if not columns.ignored:
        return block
    return replace(block, paths=tuple(() if c in columns.ignored else path for c, path in enumerate(block.paths)))


def holds_a_person(block: HeadingBlock, columns: RecognisedColumns, anchor: str) -> bool:
    """Check whether the lowest row of a heading is really data: a name stands under "Họ và tên"."""
    for column in columns.of(anchor)[:1]:
        path = block.paths[column]
        if len(path) > 1 and not columns.uses[column].sure:
            capitals = all(word[:1].isupper() for word in path[-1].split())
            return capitals and not (path[-1].isupper() and path[-2].isupper())
    return False


def _use_of(path: Path, words: HeadingWords) -> ColumnUse | None:
    own, above = path[-1], path[:-1]
    group = (words.match(" ".join(above)) or words.match(above[-1])) if above else None
    if group and (use := _within_group(group.field, own, words)):
        return use
    whole = " ".join(path)
    match = words.exact(whole) or words.exact(own) or words.match(whole) or words.match(own)
    if match is None and not above and _PARTED in own:
        return _use_of(tuple(own.split(_PARTED, 1)), words)  # a group and its column on one line, as in a CSV
    return _value(match) if match else None


def _value(match: Match) -> ColumnUse:
    return ColumnUse(match.field.key, sure=match.strength == EXACT)


def _within_group(group: Field, own: str, words: HeadingWords) -> ColumnUse | None:
    """Recognise a column under the heading of *group*: an x column, a part, a date of men or women."""
    named = words.choices_named(own)
    if group.key in named:
        return ColumnUse(group.key, named[group.key], How.MARK)
    if group.beside in named:
        return ColumnUse(group.key, also=(group.beside, named[group.beside]))
    if isinstance(group.type, Date) and (piece := DATE_PARTS.get(key_of(own))):
        return ColumnUse(group.key, how=How.PART, piece=piece)
    if isinstance(group.type, Name) and key_of(own) in NAME_PARTS:
        return ColumnUse(group.key, how=How.PART)
    return None


def _lone_choices(block: HeadingBlock, words: HeadingWords, columns: RecognisedColumns) -> None:
    """Recognise x columns without a common heading: neighbours that name words of one vocabulary."""
    named = {
        column: words.choices_named(path[-1])
        for column, path in enumerate(block.paths)
        if path and column not in columns.uses
    }
    either = {item.key for item in words.fields if item.either}
    taken = {use.field for use in columns.uses.values()}
    choices = {item.key: item.choices for item in words.fields}
    for column, keys in named.items():  # of two fields with the same words the first that no column gives is meant
        free = [key for key in keys if key not in taken]
        alike = {key for key in free if free and choices[key] == choices[free[0]]}
        named[column] = {key: code for key, code in keys.items() if key not in alike or key == free[0]}
    for column in sorted(named):
        key = _shared_vocabulary(column, named, columns, either)
        if key is not None:
            columns.uses[column] = ColumnUse(key, named[column][key], How.MARK)
    genders = {use.choice for use in columns.uses.values() if use.field in either and use.how is How.MARK}
    if len(genders) == 1:
        columns.remarks.append(
            "Bảng chỉ đánh dấu một giới tính. Nếu ô trống nghĩa là giới tính kia, hãy chọn lại ở cột đó."
        )


def _shared_vocabulary(
    column: int, named: dict[int, dict[str, str]], columns: RecognisedColumns, either: Collection[str]
) -> str | None:
    around = (*named.get(column - 1, ()), *named.get(column + 1, ()))
    shared = [key for key in named[column] if key in around or key in either]
    left = columns.uses.get(column - 1)
    if left and left.how is How.MARK and left.field in shared and left.choice != named[column][left.field]:
        return left.field
    return shared[0] if len(shared) == 1 else None


def _units_as_recipients(block: HeadingBlock, words: HeadingWords, columns: RecognisedColumns, anchor: str) -> None:
    """Take "Tên đơn vị" for those who are honoured where a list of awards has no other names and nothing unknown."""
    if anchor != RECIPIENT or columns.of(anchor):
        return
    places = {item.key for item in words.fields if item.refers_to in ("unit", "department")}
    named = [column for column, use in sorted(columns.uses.items()) if use.field in places and use.how is How.VALUE]
    unknown = [c for c, path in enumerate(block.paths) if path and c not in columns.uses and c != columns.ordinal]
    awards = {item.key for item in words.fields if item.several}
    if named and (not unknown or any(use.field in awards for use in columns.uses.values())):
        columns.uses[named[0]] = ColumnUse(anchor, sure=columns.uses[named[0]].sure)


def _units_as_columns(
    block: HeadingBlock, words: HeadingWords, columns: RecognisedColumns, units: Collection[str]
) -> None:
    """Recognise points of many units side by side: "Điểm kết luận" over "Cao Bằng", "Điện Biên"."""
    points = [item for item in words.fields if isinstance(item.type, Points)]
    if not points or not units or not any(item.refers_to == "unit" for item in words.fields):
        return
    uses: dict[int, ColumnUse] = {}
    for column, path in enumerate(block.paths):
        use = columns.uses.get(column)
        own = next((item.key for item in points if use and item.key == use.field), "")
        over = next((match.field.key for text in path[:-1][::-1] if (match := words.match(text))), "")
        key = own or next((item.key for item in points if item.key == over), points[-1].key)
        if path and (unit := key_of(unit_in(path[-1:], units))):
            heading = key_of(path[-1])
            if heading == unit or (own and heading.endswith(f" {unit}")):
                uses[column] = ColumnUse(key, how=How.OF_UNIT)
    if len(uses) > 1 or any(len(block.paths[column]) > 1 for column in uses):
        columns.uses.update(uses)


def _date_pieces(columns: RecognisedColumns) -> None:
    """Take a single "Ngày" under a date's heading as the date itself, not as a part of it."""
    pieces = [column for column, use in columns.uses.items() if use.piece]
    for column in pieces:
        use = columns.uses[column]
        if sum(columns.uses[other].field == use.field for other in pieces) == 1:
            columns.uses[column] = replace(use, how=How.VALUE, piece="")


def _parts_of_name(block: HeadingBlock, columns: RecognisedColumns, anchor: str, sample: Sequence[Row]) -> None:
    """Recognise a name in two columns: "Họ đệm | Tên", or one heading over both."""
    if not columns.of(anchor):
        _parts_without_heading(block, columns, anchor)
        return
    first = columns.of(anchor)[0]
    if columns.uses[first].how is not How.VALUE:
        return
    last = block.spans[first][1]
    beside = first + 1
    if last == first and beside < len(block.paths) and _holds_first_names(block, beside, sample):
        last = beside
    for column in range(first, min(last + 1, len(block.paths)) if last > first else first):
        columns.uses[column] = ColumnUse(anchor, how=How.PART)


def _parts_without_heading(block: HeadingBlock, columns: RecognisedColumns, anchor: str) -> None:
    parts = [
        column
        for column, path in enumerate(block.paths)
        if column not in columns.uses and path and key_of(path[-1]) in NAME_PARTS
    ]
    if len(parts) > 1 and parts[-1] - parts[0] == len(parts) - 1:
        columns.uses.update({column: ColumnUse(anchor, how=How.PART) for column in parts})
    elif len(parts) == 1:
        columns.uses[parts[0]] = ColumnUse(anchor, sure=False)


def _holds_first_names(block: HeadingBlock, column: int, sample: Sequence[Row]) -> bool:
    """Check that a column without a heading holds one word of text in nearly every row."""
    if block.paths[column]:
        return False
    texts = [row[column] for row in sample if any(cell is not None for cell in row)]
    single = [text for text in texts if isinstance(text, str) and len(text.split()) == 1 and text.isalpha()]
    return len(single) >= 2 and len(single) >= 0.7 * len(texts)


def _unreadable(block: HeadingBlock, words: HeadingWords, columns: RecognisedColumns, sample: Sequence[Row]) -> None:
    """Leave out a column whose heading only begins like a known one where most of its cells say something else."""
    fields = {item.key: item for item in words.fields}
    for column, use in sorted(columns.uses.items()):
        item = fields[use.field]
        if use.sure or use.how is not How.VALUE or item.refers_to or item.several:
            continue
        cells = [cell for row in sample if (cell := row[column]) is not None]
        wrong = sum(not _is_read(item, cell) for cell in cells)
        if wrong > len(cells) / 2:
            del columns.uses[column]
            columns.remarks.append(
                f"Cột “{block.labels[column]}” ghi điều khác với {item.label} nên không đọc. Hãy chọn lại nếu cần."
            )


def _is_read(item: Field, cell: Cell) -> bool:
    try:
        if isinstance(item.type, OneOf):
            item.parse(choice_text(item, plain_text(cell))[0])
        elif isinstance(item.type, Date):
            item.parse(DateColumn().read(cell)[0])
        else:
            item.parse((year_text if isinstance(item.type, Year) else plain_text)(cell))
    except ValueError:
        return False
    return True


def _no_field_twice(block: HeadingBlock, words: HeadingWords, columns: RecognisedColumns) -> None:
    """Leave out the second of two columns for one field: the surer, the one named like it, or the first keeps it."""
    labels = {item.key: item.label for item in words.fields}
    taken: dict[object, int] = {}
    own = {item.key: {key_of(item.label), key_of(item.heading or item.label)} for item in words.fields}

    def rank(column: int) -> tuple[bool, bool, int]:
        use = columns.uses[column]
        return not use.sure, not own[use.field].intersection(map(key_of, block.paths[column][-1:])), column

    for column in sorted(columns.uses, key=rank):
        use = columns.uses[column]
        claim: object = use.field if use.how is How.VALUE and use.also is None else use
        if use.how is How.OF_UNIT or (use.how is How.PART and not use.piece):
            continue
        if claim in taken:
            del columns.uses[column]
            columns.remarks.append(
                f"Hai cột cùng ghi {labels[use.field]}: “{block.labels[taken[claim]]}” được dùng, "
                f"“{block.labels[column]}” bị bỏ qua. Hãy chọn lại nếu cần."
            )
        else:
            taken[claim] = column


def _departments_called_units(words: HeadingWords, columns: RecognisedColumns, sample: Sequence[Row]) -> None:
    """Take "Đơn vị" in a school's own list for its khoa and phòng where the cells show them."""
    keys = {item.refers_to: item.key for item in words.fields if item.refers_to}
    unit, department = keys.get("unit", ""), keys.get("department", "")
    if not department or columns.of(department) or not columns.of(unit):
        return
    column = columns.of(unit)[0]
    cells = [cell for row in sample if isinstance(cell := row[column], str) and cell.strip() and cell not in DITTO]
    texts = [fold(cell) for cell in cells]
    if texts and sum(text.startswith(_DEPARTMENTS) for text in texts) >= 0.6 * len(texts):
        columns.uses[column] = ColumnUse(department, sure=False)
