"""A form that the program made and a school sent back: which it is, and what was changed in it since."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.coded_rows import knows_any
from cluster_desktop.domain.record_kinds.form_stamp import ORIGINAL_SHEET, STAMP_SHEET, FormStamp
from cluster_desktop.domain.record_kinds.import_kinds import (
    CHANGED,
    EMPTIED,
    IMPORT_KINDS,
    ROW_CODE,
    TITLE_DAY,
    TITLES,
    ImportKind,
    RowSubject,
)
from cluster_desktop.exchange.tables.raw_rows import RawRow, read_rows
from cluster_desktop.exchange.tables.sheets import Sheet
from cluster_desktop.exchange.tables.tables import find_tables
from cluster_desktop.records.models import Unit

_NEWER: Final = "Biểu này do bản mới hơn của chương trình lập. Hãy cài bản mới nhất rồi nhập lại."


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """The stamp of a form, its rows as it was made by their code, its own headings, the words for its unit.

    Of a form of another book there are no such rows, and no words where the unit is not in this book.
    """

    stamp: FormStamp
    original: Mapping[str, RawRow]
    headings: frozenset[str]
    unit: str

    @property
    def remark(self) -> str:
        """What the form is, in one sentence."""
        year = f", năm {self.stamp.year}" if self.stamp.year else ""
        changed = "; chỉ lấy chỗ đã sửa" if self.original else ""
        return f"Biểu “{IMPORT_KINDS[self.stamp.kind].title}” của {self.stamp.unit_name}{year}{changed}."

    def taken(self, rows: Sequence[RawRow], kind: ImportKind) -> tuple[RawRow, ...]:
        """Leave in each row what was changed; a row that somebody copied says all that it says."""
        codes = Counter(row.texts.get(ROW_CODE, "") for row in rows)
        alone = {code: made for code, made in self.original.items() if codes[code] == 1}
        return tuple(self._changed(row, alone.get(row.texts.get(ROW_CODE, ""), _NOTHING), kind) for row in rows)

    def _changed(self, row: RawRow, made: RawRow, kind: ImportKind) -> RawRow:
        """Leave in a row what is not as it was *made*, and add what the form says of all its rows.

        What names the row stays; so does the rest of a row of points, which are checked together. What is odd about a
        cell that the book holds so is nobody's fault.
        """
        texts = dict(row.texts)
        told = texts.keys() - {*kind.anchors, ROW_CODE, TITLES, TITLE_DAY} - row.inherited
        same = {key for key in told if texts[key] == made.texts.get(key)}
        if kind.about is not RowSubject.CRITERION or same == told:
            for key in same:
                del texts[key]
        if made is not _NOTHING:
            renamed = {key for key in kind.anchors if texts.get(key) != made.texts.get(key)}
            texts[CHANGED] = " ".join(sorted((told - same) | renamed)) or "-"
            texts[EMPTIED] = " ".join(sorted(made.texts.keys() - row.texts.keys()))
        if self.stamp.year and kind.asks_year:
            texts.setdefault("year", str(self.stamp.year))
        unit_key = next(item.key for item in kind.fields if item.refers_to == "unit")
        if unit_key in row.inherited or unit_key not in texts:
            stands = made is not _NOTHING and kind.about is RowSubject.ITSELF  # in the book, where it has its unit
            texts[unit_key] = "" if stands else self.unit or texts.get(unit_key, "")
        problems = tuple(each for each in row.problems if each not in made.problems)
        notices = tuple(each for each in row.notices if each not in made.notices)
        return replace(row, texts=texts, problems=problems, notices=notices)


_NOTHING: Final = RawRow(0, "", {})


def returned_form(session: Session, sheets: Sequence[Sheet], kind: ImportKind) -> ReturnedForm | None:
    """The form that a file is; None for any other file.

    Raises CannotRead for a form of another kind or of a later program.
    """
    stamped = (FormStamp.read(sheet.rows) for sheet in sheets if sheet.hidden and sheet.name == STAMP_SHEET)
    stamp = next(filter(None, stamped), None)
    if stamp is None:
        return None
    if stamp.newer or stamp.kind not in IMPORT_KINDS:
        raise errors.CannotRead(_NEWER)
    if stamp.kind != kind.key:
        other = IMPORT_KINDS[stamp.kind].title
        raise errors.CannotRead(f"Đây là biểu “{other}”, không phải {kind.title}. Hãy nhập bằng mục nhập {other}.")
    unit = session.get(Unit, stamp.unit)
    kept = [sheet for sheet in sheets if sheet.hidden and sheet.name == ORIGINAL_SHEET]
    headings = frozenset(str(cell) for sheet in kept for row in sheet.rows[:1] for cell in row)
    original = _original(kept, kind)
    if not knows_any(session, kind, list(original)):
        original = {}  # of another book: every cell of it is news here
    return ReturnedForm(stamp, original, headings, unit.code if unit else "")


def _original(kept: Sequence[Sheet], kind: ImportKind) -> Mapping[str, RawRow]:
    """The rows as the form was made, by their code."""
    guesses = find_tables(kept, kind.fields_anchored(kind.anchors[0]))
    rows = (row for guess in guesses for sheet in kept for row in read_rows(sheet, guess, kind.fields))
    return {row.texts[ROW_CODE]: row for row in rows if row.texts.get(ROW_CODE)}
