"""The score sheet of a cluster's year: of one unit with its three columns, or the agreed points of all units.

The Academy's guide names the columns (tự chấm, cụm chấm, kết luận); no national form is prescribed.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from cluster_desktop.documents.content.content import (
    Align,
    Block,
    Cell,
    Column,
    Data,
    Distributions,
    Document,
    Paragraph,
    SignatureBlock,
    Signer,
    Table,
    Tone,
    scores,
)
from cluster_desktop.documents.frames.document_frame import BY_HAND, DocumentFrame
from cluster_desktop.documents.frames.record_texts import SAMPLE_MARK, join
from cluster_desktop.domain.fields.types import POINT
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.scored_sheet import Mark, ScoredSheet, ScoredUnit, ScoreLine, Side
from cluster_desktop.domain.text.numbers import count_words
from cluster_desktop.domain.units.vocabulary import MemberRole

_LEADING: Final = (Column("Số mục", 14, Align.CENTRE), Column("Nội dung tiêu chí", 92))
_MAXIMUM: Final = Column("Điểm tối đa", 18, Align.NUMBER)
_PROOF: Final = (Column("Minh chứng", 54), Column("Ghi chú", 22))
_BESIDE: Final = 8
"""So many units stand beside each other on a landscape page."""
_TOTAL, _RANK = "Tổng điểm", "Xếp hạng"


def score_sheet(frame: DocumentFrame, sheet: ScoredSheet | None, unit_uid: str | None, year: int) -> Document:
    """The sheet of *year*: of the unit, or of the whole cluster; an empty one where there is none yet."""
    if sheet is None:
        return _nothing(frame, year)
    totals = ScoreTotals(sheet)
    unit = next((scored for scored in sheet.units if scored.uid == unit_uid), None)
    name = unit.name if unit else f"{sheet.cluster_name} – tổng hợp {len(sheet.units):02d} đơn vị"
    tables: Sequence[Block] = (_unit_table(sheet, totals, unit),) if unit else _cluster_tables(sheet, totals)
    return frame.document(
        "Bảng chấm điểm thi đua",
        f"Năm {sheet.year}\n{name}",
        (
            *_opening(sheet, unit),
            *tables,
            *(() if unit else _chart(sheet, totals)),
            *notes(sheet),
            _unit_signatures(frame, sheet, unit) if unit else cluster_signatures(frame, sheet),
        ),
        sheet_data(sheet, totals),
        landscape=True,
    )


def _nothing(frame: DocumentFrame, year: int) -> Document:
    return frame.document(
        "Bảng chấm điểm thi đua",
        f"Năm {year}\n{frame.scope}",
        (
            Table((*_LEADING, _MAXIMUM), (), empty=f"Năm {year} chưa có bảng điểm."),
            cluster_signatures(frame, None),
        ),
        {"year": year, "units": [], "criteria": []},
        landscape=True,
    )


def _opening(sheet: ScoredSheet, unit: ScoredUnit | None) -> tuple[Paragraph, ...]:
    lines = [f"Căn cứ: {sheet.basis.rstrip('.')}."] if sheet.basis else []
    checker = next((scored for scored in sheet.units if unit and scored.scores_uid == unit.uid), None)
    if checker is not None:
        lines.append(f"Đơn vị chấm chéo: {checker.name}.")
    return tuple(Paragraph(line) for line in lines)


def notes(sheet: ScoredSheet) -> tuple[Paragraph, ...]:
    """Notes on the points: agreed on or not, units without a rank, sample data."""
    lines = []
    if sheet.locked and sheet.locked_on:
        lines.append(f"Bảng điểm đã chốt {sheet.locked_on.in_words()}.")
    elif not sheet.locked:
        lines.append("Bảng điểm chưa chốt; điểm còn có thể thay đổi.")
    lines += [
        f"{unit.name} đã giải thể, sáp nhập {unit.left_on.in_words()} nên không xếp hạng."
        for unit in sheet.units
        if unit.left_on
    ]
    if sheet.sample_note is not None:
        lines.append(f"{SAMPLE_MARK} Bảng điểm này là dữ liệu mẫu, không phải số liệu chính thức.")
    return tuple(Paragraph(line, Tone.NOTE) for line in lines)


def decimal(points: int | None) -> Decimal | None:
    """Points as a number that spreadsheets add up."""
    return None if points is None else Decimal(points) / POINT


def _strong(sheet: ScoredSheet) -> frozenset[int]:
    return frozenset(place for place, line in enumerate(sheet.lines) if line.group)


def _leading(line: ScoreLine, totals: ScoreTotals) -> tuple[Cell, ...]:
    return line.code, line.title, decimal(line.sign * totals.line_maximum(line) or None)


def _chart(sheet: ScoredSheet, totals: ScoreTotals) -> tuple[Distributions, ...]:
    """The agreed points of the units that have any, the most first."""
    agreed = [
        (unit.short_name, decimal(totals.total(unit.uid, Side.FINAL))) for unit in sheet.units if not unit.left_on
    ]
    ranked = sorted(((name, points) for name, points in agreed if points), key=lambda pair: -pair[1])
    return (Distributions((scores(dict(ranked), "Điểm kết luận"),)),) if ranked else ()


# --- one unit ---


def _unit_table(sheet: ScoredSheet, totals: ScoreTotals, unit: ScoredUnit) -> Table:
    columns = [Column(side.label, 18, Align.NUMBER) for side in Side]
    rows = [
        (
            *_leading(line, totals),
            *(decimal(totals.points(line, unit.uid, side)) for side in Side),
            *_proof(sheet.mark(line.uid, unit.uid)),
        )
        for line in sheet.lines
    ]
    ranks = [totals.rank(unit.uid, side) for side in Side]
    whole: list[tuple[Cell, ...]] = [
        (None, _TOTAL, decimal(totals.maximum), *(decimal(totals.total(unit.uid, side)) for side in Side), None, None),
        (
            None,
            f"{_RANK} (trên {count_words(len(sheet.units))} đơn vị)",
            None,
            *(rank.words if rank else None for rank in ranks),
            None,
            None,
        ),
    ]
    return Table((*_LEADING, _MAXIMUM, *columns, *_PROOF), rows, totals=whole, strong=_strong(sheet))


def _proof(mark: Mark) -> tuple[str, str]:
    """The proof of the points, with the number of files in brackets, and the note."""
    files = f"({mark.files} tệp đính kèm)" if mark.files else ""
    return join(mark.evidence, files, by=" "), mark.note


def _unit_signatures(frame: DocumentFrame, sheet: ScoredSheet, unit: ScoredUnit) -> SignatureBlock:
    checker = next((scored for scored in sheet.units if scored.scores_uid == unit.uid), None)
    office = ("Đại diện đơn vị chấm chéo", *((checker.name,) if checker else ()))
    return SignatureBlock(frame.signer, Signer(office, hint=BY_HAND))


# --- all units ---


def _cluster_tables(sheet: ScoredSheet, totals: ScoreTotals) -> list[Block]:
    parts = [sheet.units[start : start + _BESIDE] for start in range(0, len(sheet.units), _BESIDE)] or [()]
    titles = [f"Bảng {place}/{len(parts)}" if len(parts) > 1 else "" for place in range(1, len(parts) + 1)]
    return [_cluster_table(sheet, totals, units, title) for units, title in zip(parts, titles, strict=True)]


def _cluster_table(sheet: ScoredSheet, totals: ScoreTotals, units: Sequence[ScoredUnit], title: str) -> Table:
    columns = [Column(unit.short_name, 19, Align.NUMBER, "Điểm kết luận") for unit in units]
    rows = [
        (*_leading(line, totals), *(decimal(totals.points(line, unit.uid, Side.FINAL)) for unit in units))
        for line in sheet.lines
    ]
    ranks = [totals.rank(unit.uid, Side.FINAL) for unit in units]
    whole: list[tuple[Cell, ...]] = [
        (None, _TOTAL, decimal(totals.maximum), *(decimal(totals.total(unit.uid, Side.FINAL)) for unit in units)),
        (None, _RANK, None, *(rank.words if rank else "–" for rank in ranks)),
    ]
    return Table((*_LEADING, _MAXIMUM, *columns), rows, totals=whole, title=title, strong=_strong(sheet))


def cluster_signatures(frame: DocumentFrame, sheet: ScoredSheet | None) -> SignatureBlock:
    """Who issues the paper signs, the secretary beside it; for another cluster than the book's its own head unit."""
    secretary = Signer(("Thư ký",), hint=BY_HAND)
    if sheet is None or sheet.cluster_name == frame.scope:
        return SignatureBlock(frame.signer, secretary)
    leader = next((unit for unit in sheet.units if unit.role == MemberRole.HEAD), None)
    authority = "T/M Cụm thi đua" if frame.party else "TM. Cụm thi đua"
    titles = (
        authority,
        "Cụm trưởng",
        *((f"{leader.head.office} {leader.name}",) if leader and leader.head.name else ()),
    )
    signer = Signer(titles, (leader.head.name if leader else "") or ROOM)
    return SignatureBlock(signer, secretary)


# --- for programs ---


def sheet_data(sheet: ScoredSheet, totals: ScoreTotals) -> dict[str, Data]:
    """Points of every unit in numbers, keys in English."""
    return {
        "year": sheet.year,
        "cluster": sheet.cluster_name,
        "locked_on": sheet.locked_on.iso if sheet.locked_on else None,
        "maximum": totals.maximum / POINT,
        "units": [_unit_data(unit, totals) for unit in totals.by_rank(sheet)],
        "criteria": [_line_data(sheet, line, totals) for line in sheet.lines],
    }


def _unit_data(unit: ScoredUnit, totals: ScoreTotals) -> dict[str, Data]:
    rank = totals.rank(unit.uid, Side.FINAL)
    return {
        "uid": unit.uid,
        "code": unit.code,
        "name": unit.name,
        **{_KEYS[side]: _number(totals.total(unit.uid, side)) for side in Side},
        "rank": rank.place if rank else None,
        "tied": int(rank.shared) if rank else None,
    }


def _line_data(sheet: ScoredSheet, line: ScoreLine, totals: ScoreTotals) -> dict[str, Data]:
    return {
        "uid": line.uid,
        "code": line.code,
        "title": line.title,
        "kind": line.kind,
        "maximum": _number(totals.line_maximum(line)),
        "points": {
            unit.code: {_KEYS[side]: _number(totals.points(line, unit.uid, side)) for side in Side}
            for unit in sheet.units
        },
    }


_KEYS: Final = {Side.SELF: "self", Side.CROSS: "cross", Side.FINAL: "final"}


def _number(points: int | None) -> float | None:
    return None if points is None else points / POINT
