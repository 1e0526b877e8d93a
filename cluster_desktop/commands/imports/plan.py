"""The plan of an import: records added, changed and left as they are, questions about people, problems."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from cluster_desktop import errors
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.dating import NOT_DATED, Dating
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.domain.text.dates import PartialDate

Progress = Callable[[int, int], None]
RowKey = tuple[str, int]
"""A row of a file: its sheet, and its number as Excel counts."""
PlaceKey = tuple[str, str]
"""Words for a department or another collective: the uid of its unit ('' for none), the words without marks."""
CellKey = tuple[str, int, str]
"""A field of a row: its sheet, its number, the key of the field."""

NEW_PERSON: Final = "new"
NEW_PLACE: Final = "new"
LEFT_OUT: Final = "out"
CHOSEN_OUT: Final = "đã chọn để lại"
"""The reason of a row that somebody left out."""


CREATED_KINDS: Final = (
    ("person", "người mới"),
    ("department", "khoa, phòng"),
    ("round", "đợt đề nghị"),
    ("decision", "quyết định"),
    ("score_sheet", "bảng điểm"),
)
"""The kinds of records that are added beside the rows of a table, with the words they are counted in."""


class TableRow(Protocol):
    """A row of somebody's table: its number in the sheet and its texts by field key.

    ``inherited`` are the keys whose texts stand above the row and hold as far as it says nothing else.
    """

    @property
    def number(self) -> int: ...
    @property
    def sheet(self) -> str: ...
    @property
    def texts(self) -> Mapping[str, str]: ...
    @property
    def problems(self) -> Sequence[errors.Problem]: ...
    @property
    def notices(self) -> Sequence[errors.Problem]: ...
    @property
    def inherited(self) -> Collection[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The answers for the whole table: unit, year and day of rows that name none, the round, the decision.

    ``answers`` says of a row in question who is meant (a uid), NEW_PERSON or LEFT_OUT; ``new_people`` takes
    everybody the roster does not know as new. ``places`` says of words for a department which is meant (a uid,
    or NEW_PLACE), ``new_places`` takes all others as new. ``decided`` says of a field in dispute
    whether the list is taken, ``take_lists`` of all others.
    """

    unit_uid: str | None = None
    year: int | None = None
    day: PartialDate | None = None
    round_uid: str | None = None
    round_name: str = ""
    decision_uid: str | None = None
    decision_number: str = ""
    owner_uid: str | None = None
    """The record that a whole list of records belongs to: an event, a council's session, a score sheet."""
    new_people: bool = False
    answers: Mapping[RowKey, str] = field(default_factory=dict)
    places: Mapping[PlaceKey, str] = field(default_factory=dict)
    new_places: bool = False
    decided: Mapping[CellKey, bool] = field(default_factory=dict)
    take_lists: bool | None = None

    def takes(self, cell: CellKey) -> bool | None:
        """Whether the list is taken where the book says otherwise; None where nobody has decided."""
        return self.decided.get(cell, self.take_lists)

    @property
    def names_decision(self) -> bool:
        """True when the whole table belongs to a chosen decision."""
        return bool(self.decision_uid or self.decision_number)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A fault of one cell: sheet, row number as Excel counts, field label, a sentence; *field* is the cell's key."""

    sheet: str
    row: int
    column: str
    message: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class RowRemark:
    """What people are told of a row or a cell that stands in nobody's way: why it stays out, what was mended.

    ``row`` is 0 for a whole table; ``value`` is what is taken instead of the words of the cell ``field``.
    """

    sheet: str
    row: int
    column: str
    message: str
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a record that a row changes, in the words people read."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A row that will be written: over the record *uid*, or as a new one when that is None.

    ``title`` names its person or thing; ``changes`` is empty for a new record.
    """

    sheet: str
    row: int
    uid: str | None
    draft: Draft
    title: str
    changes: tuple[FieldChange, ...] = ()
    dating: Dating = NOT_DATED
    """Of which day it tells, for a person."""
    own: str = ""
    """The uid that a new record is to have, where others of the table refer to it."""
    children: tuple[Draft, ...] = ()
    """New records that belong to it, without its uid: the gifts and prizes of an event."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A person whom the roster has not surely (*candidates* by uid) or not at all (none).

    ``details`` are the label and the words of what the row says of the person.
    """

    sheet: str
    row: int
    name: str
    details: tuple[tuple[str, str], ...]
    candidates: tuple[str, ...]

    @property
    def key(self) -> RowKey:
        """The row the question is about."""
        return self.sheet, self.row


@dataclass(frozen=True, slots=True)
class PlaceDoubt:
    """Words for a department or another collective that the book has not under this name.

    *candidates* are the uids and names of those they may mean; ``rows`` are all that say so.
    """

    key: PlaceKey
    words: str
    candidates: tuple[tuple[str, str], ...]
    rows: tuple[RowKey, ...]
    field: str

    @property
    def lacks_unit(self) -> bool:
        """Whether several units have what is meant, and nothing says which of them."""
        return not self.key[0] and len(self.candidates) > 1

    @property
    def sentence(self) -> str:
        """The question in words."""
        names = " hay ".join(f"“{name}”" for _uid, name in self.candidates)
        if self.lacks_unit:
            return f"Chưa rõ “{self.words}” của đơn vị nào: {names}?"
        return f"“{self.words}” có phải {names}?" if names else f"Sổ chưa có tập thể “{self.words}”."


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A field of which a list says otherwise than the book, which would change what a paper says or what holds today.

    ``since`` is the day from which the book says so; '' where it does not say.
    """

    field: str
    label: str
    held: str
    since: str
    listed: str
    sheet: str = ""
    row: int = 0
    name: str = ""

    @property
    def key(self) -> CellKey:
        """The cell that the question is about."""
        return self.sheet, self.row, self.field

    @property
    def sentence(self) -> str:
        """What each of the two says."""
        since = f" từ {self.since}" if self.since else ""
        return f"{self.label}: sổ ghi {_quoted(self.held)}{since}, danh sách ghi {_quoted(self.listed)}."


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "để trống"


@dataclass(frozen=True, slots=True)
class PlannedParent:
    """A record that is added because rows need it: a person, department, round or decision."""

    uid: str
    draft: Draft

    @property
    def title(self) -> str:
        """The words people know it by."""
        values, title = self.draft.values(), self.draft.WORDS.get("title", ())
        return " ".join(str(values[key]) for key in title if values.get(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """The plan of an import. It can be carried out when there are no problems, no doubts and no disputes.

    A row of which anything is wrong, or in question, gives no record. ``parents`` are in the order in which they
    have to be written; ``notes`` are sentences worth reading; ``skipped`` are the rows that are no records, each
    with its reason, ``notices`` what was mended in cells, ``remarks`` what concerns whole tables and columns.
    """

    kind: ImportKind
    added: tuple[PlannedRecord, ...] = ()
    changed: tuple[PlannedRecord, ...] = ()
    unchanged: int = 0
    problems: tuple[RowProblem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    places: tuple[PlaceDoubt, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    parents: tuple[PlannedParent, ...] = ()
    notes: tuple[str, ...] = ()
    skipped: tuple[RowRemark, ...] = ()
    notices: tuple[RowRemark, ...] = ()
    remarks: tuple[RowRemark, ...] = ()
    meant: Mapping[PlaceKey, str] = field(default_factory=dict)
    """What somebody said about words for departments, to be kept for the next list."""

    @property
    def read(self) -> int:
        """What was read: everything that comes in or is there already, and every row that does not."""
        return len(self.added) + len(self.changed) + self.unchanged + len(self.open_rows) + len(self.skipped)

    @property
    def open_rows(self) -> frozenset[RowKey]:
        """The rows with a problem or a question, which stay out until it is answered."""
        wrong = ((each.sheet, each.row) for each in self.problems)
        doubts = (*(doubt.key for doubt in self.doubts), *(row for place in self.places for row in place.rows))
        return frozenset((*wrong, *doubts, *((each.sheet, each.row) for each in self.disputes)))

    @property
    def left_out(self) -> int:
        """The number of rows that somebody chose to leave out."""
        return sum(each.message == CHOSEN_OUT for each in self.skipped)

    @property
    def ready(self) -> bool:
        """True when nothing stands in the way."""
        return not self.open_rows

    def good(self) -> "ImportPlan":
        """The plan of the good rows alone."""
        return replace(self, problems=(), doubts=(), places=(), disputes=())

    def new(self, kind_key: str) -> int:
        """Count the records of that kind that are added beside the rows themselves."""
        return sum(kind_key == parent.draft.KIND for parent in self.parents)
