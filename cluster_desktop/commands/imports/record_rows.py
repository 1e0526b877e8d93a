"""What a row of a list leaves to be understood, kind by kind: codes of units, groups of criteria, sums of gifts."""

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from cluster_desktop.commands.imports.row_words import read_extra
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.people.career import LEVELS, rank_of
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.domain.record_kinds.record_lists import WORTH
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.text.names import fold

Values = dict[str, Value]
_BEFORE_PLACE: Final = re.compile(r"^.*\b(?:tỉnh|thành phố|tp\.?)\s+(?=\S)", re.IGNORECASE)
_ROMAN: Final = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")


class RecordRows:
    """The rows of one kind of record; another class stands for a kind that leaves something to be understood."""

    KIND: ClassVar[str] = ""
    SPILLS: ClassVar[Mapping[str, str]] = {}
    """References to units whose words go to a text where the book has no such unit: an author from outside."""

    def read(self, values: Values, texts: Mapping[str, str]) -> Values:
        """Complete what a row says, before the record is looked for that it means."""
        return values

    def complete(self, values: Values, held: Mapping[str, Value] | None) -> Values:
        """Complete what is written: over the record that holds these values, or as a new one for None."""
        return values


class UnitRows(RecordRows):
    """A list of units may give names alone: the short name is that of the place, the code its letters."""

    KIND = "unit"

    def complete(self, values: Values, held: Mapping[str, Value] | None) -> Values:
        """Give a new unit a short name and a code."""
        if held is not None or not values.get("name"):
            return values
        place = _BEFORE_PLACE.sub("", str(values["name"]))
        values.setdefault("short_name", values.get("province") or place)
        values.setdefault("code", re.sub(r"[^A-Z0-9]", "", fold(str(values["short_name"])).upper())[:20])
        return values


class CriterionRows(RecordRows):
    """A sheet of criteria numbers its groups in Roman figures or writes no points beside them."""

    KIND = "criterion"

    def read(self, values: Values, texts: Mapping[str, str]) -> Values:
        """Tell groups from criteria."""
        if "kind" not in values:
            grouped = values.get("maximum") is None or _ROMAN.fullmatch(str(values.get("code") or ""))
            values["kind"] = CriterionKind.GROUP if grouped else self._kind(str(values.get("title") or ""))
        return values

    @staticmethod
    def _kind(title: str) -> str:
        words = key_of(title)
        for start, kind in (("diem thuong", CriterionKind.BONUS), ("diem tru", CriterionKind.PENALTY)):
            if words.startswith(start):
                return kind
        return CriterionKind.CRITERION


class GiftRows(RecordRows):
    """A sum that follows from number and value is not written a second time."""

    KIND = "gift"

    def read(self, values: Values, texts: Mapping[str, str]) -> Values:
        """Keep the sum of a line where it says more than the number times the value of one."""
        number, each = values.get("quantity"), values.get("unit_value")
        computed = number * each if isinstance(number, int) and isinstance(each, int) else None
        worth = read_extra(IMPORT_KINDS["gifts"], WORTH, texts)
        if worth != computed and worth is not None:
            values.setdefault("amount", worth)
        return values


class QualificationRows(RecordRows):
    """A level tells by itself whether it is a degree; a day of issue is more exact than that of a list."""

    KIND = "qualification"

    def read(self, values: Values, texts: Mapping[str, str]) -> Values:
        """Choose the kind of training that a level belongs to."""
        level = values.get("value")
        if "kind" not in values and level is not None:
            kinds = [kind for kind, levels in LEVELS.items() if rank_of(kind, str(level)) < len(levels)]
            values["kind"] = kinds[0]
        return values

    def complete(self, values: Values, held: Mapping[str, Value] | None) -> Values:
        """Forget the list that a degree was first seen in, once the day of issue is known."""
        if held is not None and values.get("attained_on") and not values.get("seen_on"):
            values["seen_on"] = None
        return values


class ScoreSheetRows(RecordRows):
    """A sheet comes in open, for its criteria and points come in after it; what was agreed is locked then."""

    KIND = "score_sheet"

    def complete(self, values: Values, held: Mapping[str, Value] | None) -> Values:
        """Let a new sheet be scored, whatever its state was elsewhere."""
        if held is None and values.get("state") == SheetState.LOCKED:
            values = {**values, "state": SheetState.SCORING, "locked_on": None}
        return values


class PaperRows(RecordRows):
    """An author may come from an office that is no unit of the book."""

    KIND = "paper"
    SPILLS: ClassVar[Mapping[str, str]] = {"unit_uid": "author"}


class ResultRows(RecordRows):
    """A team may come from an office that is no unit of the book."""

    KIND = "result"
    SPILLS: ClassVar[Mapping[str, str]] = {"unit_uid": "performer"}


_OWN: Final = (UnitRows, CriterionRows, GiftRows, QualificationRows, ScoreSheetRows, PaperRows, ResultRows)


def rows_of(kind: str) -> RecordRows:
    """The rules for the rows of a kind of record."""
    return next((rows() for rows in _OWN if kind == rows.KIND), RecordRows())
