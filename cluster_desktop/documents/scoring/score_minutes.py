"""The minutes of the meeting that agreed on a cluster's points and voted (biên bản bình xét, suy tôn)."""

from collections.abc import Mapping
from typing import Final

from cluster_desktop.documents.content.content import Align, Block, Cell, Column, Document, Section, Table
from cluster_desktop.documents.frames.document_frame import DOTS, MINUTES, DocumentFrame, body, named
from cluster_desktop.documents.scoring.score_sheet import cluster_signatures, decimal, notes, sheet_data
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.score_vote import VOTED_AWARDS, share, votes_by_unit
from cluster_desktop.domain.scoring.scored_sheet import ScoredSheet, Side

_POINTS: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Đơn vị", 74),
    *(Column(side.label, 20, Align.NUMBER, "Tổng điểm") for side in Side),
    Column("Xếp hạng", 24, Align.CENTRE),
)
_VOTES: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Đơn vị", 78),
    Column("Đồng ý", 20, Align.CENTRE, "Số phiếu"),
    Column("Tổng số", 20, Align.CENTRE, "Số phiếu"),
    Column("Tỷ lệ", 20, Align.CENTRE),
    Column("Kết quả", 26, Align.CENTRE),
)


def score_minutes(frame: DocumentFrame, sheet: ScoredSheet | None, awards: Mapping[str, str], year: int) -> Document:
    """The minutes with ranks and votes; *awards* is what each unit is put forward for, by uid.

    What only the meeting knows is left to write.
    """
    name = sheet.cluster_name if sheet else frame.scope
    return frame.document(
        "Biên bản",
        f"Hội nghị chấm điểm, bình xét, suy tôn năm {year}\n{name}",
        (
            Section("I. Thời gian, địa điểm, thành phần"),
            *named(("1. Thời gian", ""), ("2. Địa điểm", "")),
            *body("3. Thành phần: …… đại biểu của …… đơn vị; vắng: ……."),
            *named(("4. Chủ trì", ""), ("5. Thư ký", "")),
            Section("II. Kết quả chấm điểm"),
            *_points(sheet, year),
            Section("III. Kết quả bỏ phiếu suy tôn"),
            *_votes(sheet, awards),
            Section("IV. Kết luận"),
            *body(
                _conclusion(sheet, awards),
                f"Ý kiến khác: {DOTS[:20]}",
            ),
            *frame.ending("Biên bản được thông qua và kết thúc vào hồi …… giờ …… phút cùng ngày"),
            cluster_signatures(frame, sheet),
            frame.filed("Các đơn vị trong Cụm", "Lưu: VT, hồ sơ"),
        ),
        {"year": year, "awards": dict(awards), **(sheet_data(sheet, ScoreTotals(sheet)) if sheet else {})},
        heading=frame.numbered(MINUTES),
    )


def _points(sheet: ScoredSheet | None, year: int) -> tuple[Block, ...]:
    if sheet is None:
        return (Table(_POINTS, (), empty=f"Năm {year} chưa có bảng điểm."),)
    totals = ScoreTotals(sheet)
    rows: list[tuple[Cell, ...]] = []
    for number, unit in enumerate(totals.by_rank(sheet), 1):
        rank = totals.rank(unit.uid, Side.FINAL)
        sums = (decimal(totals.total(unit.uid, side)) for side in Side)
        rows.append((number, unit.name, *sums, rank.words if rank else "–"))
    return (Table(_POINTS, rows), *notes(sheet))


def _votes(sheet: ScoredSheet | None, awards: Mapping[str, str]) -> tuple[Block, ...]:
    tables: list[Block] = []
    for award in VOTED_AWARDS if sheet else ():
        votes = votes_by_unit(sheet, award) if sheet else {}
        ordered = sorted(votes.values(), key=lambda vote: -(vote.votes_for or 0))
        rows = [
            (
                number,
                sheet.unit(vote.unit_uid).name if sheet else "",
                vote.votes_for,
                vote.votes_total,
                share(vote),
                "Đề nghị" if awards.get(vote.unit_uid) == award else "",
            )
            for number, vote in enumerate(ordered, 1)
        ]
        if rows:
            tables.append(Table(_VOTES, rows, title=AWARD_KINDS[award].label))
    return tuple(tables) or (Table(_VOTES, (), empty="Chưa có kết quả bỏ phiếu."),)


def _conclusion(sheet: ScoredSheet | None, awards: Mapping[str, str]) -> str:
    proposals = [
        f"{AWARD_KINDS[award].label} cho {', '.join(sheet.unit(uid).name for uid in units)}"
        for award in VOTED_AWARDS
        if sheet and (units := [uid for uid, proposed in awards.items() if proposed == award])
    ]
    return (
        f"Hội nghị thống nhất đề nghị tặng {'; '.join(proposals)}."
        if proposals
        else f"Hội nghị thống nhất đề nghị: {DOTS}"
    )
