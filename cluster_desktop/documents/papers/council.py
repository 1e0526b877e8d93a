"""What a council session leaves: its minutes with the count of votes, and the ballots it voted with.

No national form is prescribed for either; the parts are those of the examples in circulars of ministries.
"""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.content import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Document,
    Paragraph,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Tone,
)
from cluster_desktop.documents.papers.frame import DOTS, PaperFrame, body, named
from cluster_desktop.domain.nominees import REFUSED, Nominee, by_award, counted
from cluster_desktop.domain.numbers import percent

_RESULTS: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 44),
    Column("Chức vụ, đơn vị", 46),
    Column("Đồng ý", 14, Align.CENTRE, "Số phiếu"),
    Column("Tổng số", 14, Align.CENTRE, "Số phiếu"),
    Column("Tỷ lệ", 16, Align.CENTRE),
    Column("Kết quả", 22, Align.CENTRE),
)
_BALLOT: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 62),
    Column("Chức vụ, đơn vị", 62),
    Column("Đồng ý", 18, Align.CENTRE),
    Column("Không đồng ý", 18, Align.CENTRE),
)
_WAITING: Final = ("DE_NGHI", "HOI_DONG")
_HINT: Final = "(Ký, ghi rõ họ tên)"


def council_minutes(frame: PaperFrame, nominees: Sequence[Nominee], year: int) -> Document:
    """The minutes of the session that judged a year's nominations; what only the session knows is left to write."""
    members = max((one.votes_total or 0 for one in nominees), default=0)
    accepted = [one for one in nominees if one.state not in (*_WAITING, REFUSED)]
    refused = [one for one in nominees if one.state == REFUSED]
    return Document(
        heading=frame.numbered("BB"),
        title="Biên bản",
        subtitle=f"Họp Hội đồng Thi đua - Khen thưởng xét danh hiệu thi đua, hình thức khen thưởng năm {year}",
        blocks=(
            Section("I. Thời gian, địa điểm, thành phần"),
            *named(("1. Thời gian", ""), ("2. Địa điểm", "")),
            *body(f"3. Tổng số thành viên Hội đồng: {members or '……'} người; có mặt: …… người; vắng: …… người."),
            *named(("4. Chủ trì", ""), ("5. Thư ký", "")),
            Section("II. Nội dung"),
            *body(
                f"Hội đồng xét {counted(nominees)} được đề nghị năm {year} của {frame.scope}; nghe báo cáo tóm tắt "
                "thành tích, thảo luận và bỏ phiếu. Tỷ lệ phiếu tính trên tổng số thành viên Hội đồng."
            ),
            Section("III. Kết quả bỏ phiếu"),
            *_results(nominees),
            Section("IV. Kết luận"),
            *body(
                f"Hội đồng thống nhất đề nghị {counted(accepted)}; không đề nghị {counted(refused)}.",
                f"Ý kiến khác: {DOTS[:20]}",
                f"Biên bản được thông qua và kết thúc vào hồi …… giờ …… cùng ngày{frame.end}",
            ),
            SignatureBlock(Signer(("Chủ trì",), hint=_HINT), Signer(("Thư ký",), hint=_HINT)),
        ),
        author=frame.author,
        data={"year": year, "members": members, "accepted": len(accepted), "refused": len(refused)},
    )


def _results(nominees: Sequence[Nominee]) -> tuple[Block, ...]:
    return tuple(
        Table(_RESULTS, [_result(number, one) for number, one in enumerate(group, 1)], title=group[0].award_name)
        for group in by_award(nominees).values()
    ) or (Table(_RESULTS, (), empty="Chưa có đề nghị nào được đưa ra Hội đồng."),)


def _result(number: int, one: Nominee) -> tuple[Cell, ...]:
    share = percent(one.votes_for, one.votes_total) if one.votes_for is not None and one.votes_total else ""
    decided = "" if one.state in _WAITING else "Không đạt" if one.state == REFUSED else "Đạt"
    return number, one.name, one.place, one.votes_for, one.votes_total, share, decided


def ballot_paper(frame: PaperFrame, nominees: Sequence[Nominee], year: int) -> Document:
    """One ballot for each award with everybody nominated for it; copied as often as the council has members."""
    groups = list(by_award(nominees).values())
    blocks: list[Block] = []
    for place, group in enumerate(groups):
        subject = f"{group[0].award_name} năm {year}"
        blocks += [] if place == 0 else [Appendix("Phiếu bầu", subject, frame.scope)]
        rows = [(number, one.name, one.place, "□", "□") for number, one in enumerate(group, 1)]
        blocks += [Paragraph(_HOW_TO_VOTE, Tone.NOTE), Table(_BALLOT, rows)]
    first = f"{groups[0][0].award_name} năm {year}" if groups else f"Năm {year}"
    return Document(
        heading=frame.heading,
        title="Phiếu bầu",
        subtitle=f"{first}\n{frame.scope}",
        blocks=tuple(blocks) or (Table(_BALLOT, (), empty="Chưa có đề nghị nào để bỏ phiếu."),),
        author=frame.author,
        data={"year": year, "ballots": len(groups), "names": len(nominees)},
    )


_HOW_TO_VOTE: Final = (
    "Đánh dấu X vào một trong hai ô ở mỗi dòng. Phiếu để trống cả hai ô hoặc đánh cả hai ô ở dòng nào thì "
    "dòng đó không hợp lệ. Không ký tên vào phiếu."
)
