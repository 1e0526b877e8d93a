"""What a row of a list leaves to be understood, kind by kind: codes of units, groups of criteria, sums of gifts."""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from cluster_desktop.commands.imports.record_matching import ListedRow
from cluster_desktop.commands.imports.row_words import read_extra
from cluster_desktop.commands.imports.title_words import title_words
from cluster_desktop.domain.awards.award_words import award_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.fields.types import show_points
from cluster_desktop.domain.people.career import LEVELS, rank_of
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS, TITLES
from cluster_desktop.domain.record_kinds.record_lists import WORTH
from cluster_desktop.domain.scoring.score_criteria import read_lines
from cluster_desktop.domain.scoring.vocabulary import CriterionKind, SheetState
from cluster_desktop.domain.text.names import fold

Values = dict[str, Value]
_BEFORE_PLACE: Final = re.compile(r"^.*\b(?:tỉnh|thành phố|tp\.?)\s+(?=\S)", re.IGNORECASE)
_POINTS: Final = re.compile(r"\s*điểm\s*$", re.IGNORECASE)
_MINUS: Final = ("-", "–", "−")


class RecordRows:
    """The rows of one kind of record; another class stands for a kind that leaves something to be understood."""

    KIND: ClassVar[str] = ""
    SPILLS: ClassVar[Mapping[str, str]] = {}
    """References to units whose words go to a text where the book has no such unit: an author from outside."""

    def clear(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Part the texts of a row so that each says one thing."""
        return texts

    def left_out(self, texts: Mapping[str, str]) -> str:
        """The reason why a row is no record; '' for one that is."""
        return ""

    def read(self, values: Values, texts: Mapping[str, str]) -> Values:
        """Complete what a row says, before the record is looked for that it means."""
        return values

    def together(self, rows: Sequence[ListedRow]) -> None:
        """Complete what only all rows together tell, once it is known which records they mean."""

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
    """A table of criteria tells groups, bonus and penalty points by its numbers and words, as one that is pasted."""

    KIND = "criterion"

    def clear(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Read "-5" and "10 điểm" as points; what is taken away is a penalty."""
        cleared = dict(texts)
        words = texts.get("maximum", "").strip()
        if words:
            cleared["maximum"] = _POINTS.sub("", words.lstrip("-–−")).strip()
        if words[:1] in _MINUS and words:
            cleared.setdefault("kind", CriterionKind.PENALTY.label)
        return cleared

    def together(self, rows: Sequence[ListedRow]) -> None:
        """Tell groups from criteria, and what stands in which, where no row of a sheet says it."""
        by_sheet: dict[Value, list[ListedRow]] = {}
        for listed in rows:
            by_sheet.setdefault(listed.values.get("sheet_uid"), []).append(listed)
        for some in by_sheet.values():
            if any(listed.own_kind for listed in some):
                continue
            lines = read_lines([_cells(listed.values) for listed in some])
            for listed, line in zip(some, lines, strict=True):
                listed.values.setdefault("kind", line.kind)
                if line.parent_uid is not None and listed.uid is None:
                    listed.values["parent_uid"] = some[int(line.parent_uid)].known_as


def _cells(values: Values) -> tuple[str, str, str]:
    maximum = values.get("maximum")
    return (
        str(values.get("code") or ""),
        str(values.get("title") or ""),
        show_points(maximum) if isinstance(maximum, int) else "",
    )


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


class RecommendationRows(RecordRows):
    """An award is named as in any other list, for a unit."""

    KIND = "recommendation"

    def clear(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Name the award by its usual words, or as the lines above the table do."""
        named = award_of(texts.get("award", ""), collective=True)
        code = named.code if named else title_words(texts.get(TITLES, "")).award if not texts.get("award") else ""
        return {**texts, "award": AWARD_KINDS[code].label} if code else texts

    def left_out(self, texts: Mapping[str, str]) -> str:
        """Leave out the rows of a table without votes: the points that minutes list before them."""
        return "" if texts.get("votes_for") else "không ghi số phiếu suy tôn"


class HandoverRows(RecordRows):
    """Minutes say in words whether an item was handed over."""

    KIND = "handover_item"

    def clear(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Read "Đã bàn giao" and "Chưa bàn giao" as yes and no."""
        words = fold(texts.get("done", ""))
        said = next((answer for start, answer in (("da ", "có"), ("chua", "không")) if words.startswith(start)), "")
        return {**texts, "done": said} if said else texts


class PaperRows(RecordRows):
    """An author may come from an office that is no unit of the book."""

    KIND = "paper"
    SPILLS: ClassVar[Mapping[str, str]] = {"unit_uid": "author"}


class ResultRows(RecordRows):
    """A team may come from an office that is no unit of the book."""

    KIND = "result"
    SPILLS: ClassVar[Mapping[str, str]] = {"unit_uid": "performer"}


_OWN: Final = (
    UnitRows,
    CriterionRows,
    GiftRows,
    QualificationRows,
    ScoreSheetRows,
    RecommendationRows,
    HandoverRows,
    PaperRows,
    ResultRows,
)


def rows_of(kind: str) -> RecordRows:
    """The rules for the rows of a kind of record."""
    return next((rows() for rows in _OWN if kind == rows.KIND), RecordRows())
