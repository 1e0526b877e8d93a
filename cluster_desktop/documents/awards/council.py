"""The minutes of a council session: who was there, how it voted, what it concluded.

No national form is prescribed; the parts are those of the examples in circulars of ministries.
"""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.awards.council_data import minutes_data
from cluster_desktop.documents.awards.recipients import within
from cluster_desktop.documents.content.content import (
    Align,
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
    share,
)
from cluster_desktop.documents.content.official import day_words
from cluster_desktop.documents.frames.document_frame import BY_HAND, DOTS, MINUTES, DocumentFrame, body, named
from cluster_desktop.domain.awards.ballots import Ballot
from cluster_desktop.domain.awards.council_facts import CouncilFacts
from cluster_desktop.domain.awards.nomination_state import WAITING, NominationState
from cluster_desktop.domain.awards.nominees import Nominee, by_award, counted
from cluster_desktop.domain.awards.vocabulary import Attendance, CouncilRole

_RESULTS: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 36),
    Column("Chức vụ, đơn vị", 40),
    Column("Phát ra", 11, Align.CENTRE, "Số phiếu"),
    Column("Thu về", 11, Align.CENTRE, "Số phiếu"),
    Column("Hợp lệ", 11, Align.CENTRE, "Số phiếu"),
    Column("Đồng ý", 11, Align.CENTRE, "Số phiếu"),
    Column("Tỷ lệ", 17, Align.CENTRE),
    Column("Kết quả", 20, Align.CENTRE),
)
_SEATS: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên", 46),
    Column("Chức vụ", 58),
    Column("Vai trò", 24, Align.CENTRE),
    Column("Dự họp", 28, Align.CENTRE),
)
_OVERRIDDEN: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 50),
    Column("Danh hiệu, hình thức", 42),
    Column("Lý do đề nghị", 64),
)


def council_minutes(
    frame: DocumentFrame, nominees: Sequence[Nominee], year: int, facts: CouncilFacts | None = None
) -> Document:
    """The minutes of the session that judged *nominees*; what nobody recorded is left to write."""
    members = facts.members_total if facts else max((nominee.votes_total or 0 for nominee in nominees), default=0)
    accepted = [nominee for nominee in nominees if nominee.state not in (*WAITING, NominationState.REFUSED)]
    refused = [nominee for nominee in nominees if nominee.state == NominationState.REFUSED]
    return frame.document(
        "Biên bản",
        f"Họp Hội đồng Thi đua - Khen thưởng xét danh hiệu thi đua, hình thức khen thưởng năm {year}",
        (
            Section("I. Thời gian, địa điểm, thành phần"),
            *_where(facts),
            *_who(facts, members),
            Section("II. Nội dung"),
            *body(_subject(frame, nominees, year)),
            *_overridden(nominees),
            *_written("Ý kiến thảo luận", facts.opinions if facts else ""),
            Section("III. Kết quả bỏ phiếu"),
            *_results(nominees, facts, frame.scope),
            Section("IV. Kết luận"),
            *body(_agreed(accepted, refused)),
            *_written("", facts.conclusion if facts else ""),
            *(() if facts else body(f"Ý kiến khác: {DOTS[:20]}")),
            *body(f"Biên bản được thông qua và kết thúc vào hồi …… giờ …… phút cùng ngày{frame.end}"),
            _signatures(facts),
            frame.filed("Lưu: VT, hồ sơ"),
        ),
        {
            "year": year,
            "members": members,
            "accepted": len(accepted),
            "refused": len(refused),
            **minutes_data(nominees, facts),
        },
        heading=frame.numbered(MINUTES),
    )


def _subject(frame: DocumentFrame, nominees: Sequence[Nominee], year: int) -> str:
    if not nominees:
        return f"Hội đồng xét danh hiệu thi đua, hình thức khen thưởng năm {year} của {frame.scope}: {DOTS[:20]}"
    return (
        f"Hội đồng xét {counted(nominees)} được đề nghị năm {year} của {frame.scope}; nghe báo cáo tóm tắt thành tích, "
        "thảo luận và bỏ phiếu. Tỷ lệ phiếu tính trên tổng số thành viên Hội đồng."
    )


def _agreed(accepted: Sequence[Nominee], refused: Sequence[Nominee]) -> str:
    """What the council came to; of whom it has not judged nothing is said."""
    parts = [f"thống nhất đề nghị khen thưởng {counted(accepted)}"] if accepted else []
    parts += [f"không đề nghị {counted(refused)}"] if refused else []
    return f"Hội đồng {'; '.join(parts) or DOTS[:20]}."


def _where(facts: CouncilFacts | None) -> tuple[Paragraph, ...]:
    held = day_words(facts.held_on) if facts and facts.held_on else "ngày …… tháng …… năm ………"
    begun = f"bắt đầu hồi …… giờ …… phút, {held}"
    return named(("1. Thời gian", begun), ("2. Địa điểm", facts.place if facts else ""))


def _who(facts: CouncilFacts | None, members: int) -> tuple[Block, ...]:
    """Chair, secretary and everybody else, with how many were there."""
    if facts is None or not facts.present:
        whole = f"{members:02d}" if members else "……"
        attendance = f"3. Tổng số thành viên Hội đồng: {whole} người; có mặt: …… người; vắng: …… người."
    else:
        written = f", trong đó {facts.written:02d} có ý kiến bằng văn bản" if facts.written else ""
        attendance = (
            f"3. Tổng số thành viên Hội đồng: {members:02d} người; có mặt: {facts.present:02d} người; "
            f"vắng: {f'{facts.away:02d} người{written}' if facts.away else 'không'}."
        )
    chair = facts.named(CouncilRole.CHAIR) if facts else ""
    secretary = facts.named(CouncilRole.SECRETARY) if facts else ""
    return (*body(attendance), *named(("4. Chủ trì", chair), ("5. Thư ký", secretary)), *_seats(facts))


def _seats(facts: CouncilFacts | None) -> tuple[Block, ...]:
    if facts is None or not facts.sittings:
        return ()
    rows = [
        (number, sitting.name, sitting.office, sitting.role_name, Attendance.label_of(sitting.attendance))
        for number, sitting in enumerate(facts.sittings, 1)
    ]
    return (*body("6. Thành viên Hội đồng:"), Table(_SEATS, rows))


def _overridden(nominees: Sequence[Nominee]) -> tuple[Block, ...]:
    """Nominees proposed without meeting every condition, each with the reason."""
    overridden = [nominee for nominee in nominees if nominee.override_reason]
    rows = [
        (number, nominee.name, nominee.award_name, nominee.override_reason)
        for number, nominee in enumerate(overridden, 1)
    ]
    title = "Các trường hợp được đề nghị dù chưa đủ điều kiện theo quy định"
    return (Table(_OVERRIDDEN, rows, title=title),) if rows else ()


def _written(heading: str, text: str) -> tuple[Paragraph, ...]:
    """The office's own words, a paragraph for each line."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if lines and heading:
        return (Paragraph(lines[0], lead=f"{heading}:"), *body(*lines[1:]))
    return body(*lines)


def _results(nominees: Sequence[Nominee], facts: CouncilFacts | None, scope: str) -> tuple[Block, ...]:
    ballots = {ballot.uid: ballot for ballot in facts.ballots} if facts else {}
    unit = facts.unit if facts else scope
    blocks: list[Block] = []
    for group in by_award(nominees).values():
        rows = [_result(number, nominee, ballots.get(nominee.uid), unit) for number, nominee in enumerate(group, 1)]
        blocks.append(Table(_RESULTS, rows, title=group[0].award_name))
        ballot = ballots.get(group[0].uid)
        if ballot is not None and ballot.members:
            blocks.append(Paragraph(_rule(ballot), Tone.NOTE))
    return tuple(blocks) or (Table(_RESULTS, (), empty="Chưa có đề nghị nào được đưa ra Hội đồng."),)


def _rule(ballot: Ballot) -> str:
    needed = ballot.needed
    words = needed.words.replace(" %", "%")
    return f"Cần {needed.votes}/{ballot.members} phiếu đồng ý ({words} tổng số thành viên, theo {needed.law})."


def _result(number: int, nominee: Nominee, ballot: Ballot | None, unit: str) -> tuple[Cell, ...]:
    """A line of the count; where one unit's council votes, its name is not repeated."""
    place = within(nominee.place, unit)
    voted = nominee.votes_for is not None and nominee.votes_total
    part = share(nominee.votes_for or 0, nominee.votes_total or 0) if voted else ""
    decided = "" if nominee.state in WAITING else "Không đạt" if nominee.state == NominationState.REFUSED else "Đạt"
    issued, returned, valid = ballot.counts[:3] if ballot else (None, None, None)
    return number, nominee.name, place, issued, returned, valid, nominee.votes_for, part, decided


def _signatures(facts: CouncilFacts | None) -> SignatureBlock:
    chair, secretary = (facts.named(CouncilRole.CHAIR), facts.named(CouncilRole.SECRETARY)) if facts else ("", "")
    return SignatureBlock(Signer(("Chủ trì",), chair, hint=BY_HAND), Signer(("Thư ký",), secretary, hint=BY_HAND))
