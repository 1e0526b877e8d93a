"""The ballots a council votes with; no national form is prescribed for them."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.awards.recipients import told_columns, within
from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Block,
    Column,
    Data,
    Document,
    Paragraph,
    Table,
    Tone,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.awards.nominees import Nominee, by_award

_BALLOT: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 62),
    Column("Chức vụ, đơn vị", 62),
    Column("Đồng ý", 18, Align.CENTRE),
    Column("Không đồng ý", 18, Align.CENTRE),
)


def ballots(frame: DocumentFrame, nominees: Sequence[Nominee], year: int) -> Document:
    """One ballot for each award with everybody nominated for it; copied as often as the council has members."""
    groups = list(by_award(nominees).values())
    blocks: list[Block] = []
    for place, group in enumerate(groups):
        subject = f"{group[0].award_name} năm {year}"
        blocks += [] if place == 0 else [Appendix("Phiếu bầu", subject, frame.scope)]
        rows = [
            (number, nominee.name, within(nominee.place, frame.scope), "□", "□")
            for number, nominee in enumerate(group, 1)
        ]
        blocks += [Paragraph(_HOW_TO_VOTE, Tone.NOTE), Table(tuple(told_columns(_BALLOT, rows, {2})), rows)]
    first = f"{groups[0][0].award_name} năm {year}" if groups else f"Năm {year}"
    return frame.document(
        "Phiếu bầu",
        f"{first}\n{frame.scope}",
        tuple(blocks) or (Table(_BALLOT, (), empty="Chưa có đề nghị nào để bỏ phiếu."),),
        {
            "year": year,
            "ballots": len(groups),
            "names": len(nominees),
            "papers": [_ballot_data(group) for group in groups],
        },
    )


def _ballot_data(group: Sequence[Nominee]) -> dict[str, Data]:
    """One ballot: its award and the lines to mark, in their order."""
    return {
        "award": group[0].award,
        "award_name": group[0].award_name,
        "lines": [
            {
                "uid": nominee.uid,
                "name": nominee.name,
                "recipient_kind": "person" if nominee.person else "collective",
                "place": nominee.place,
            }
            for nominee in group
        ],
    }


_HOW_TO_VOTE: Final = (
    "Đánh dấu X vào một trong hai ô ở mỗi dòng. Phiếu để trống cả hai ô hoặc đánh cả hai ô ở dòng nào thì "
    "dòng đó không hợp lệ. Không ký tên vào phiếu."
)
