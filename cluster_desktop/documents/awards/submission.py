"""The submission by which awards are proposed to who decides on them (tờ trình; Decree 152/2025/NĐ-CP, Mẫu 01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cluster_desktop.documents.awards.nominations import nominee_data, votes
from cluster_desktop.documents.awards.recipients import attached, number_of, one_named, told_columns, within
from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Table,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame, body
from cluster_desktop.domain.awards.addressees import request_words
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.nominees import Nominee, asked_for, by_award, counted, ranked, who

COUNCIL: Final = "Hội đồng Thi đua - Khen thưởng"
_COUNTS: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Danh hiệu, hình thức đề nghị", 80),
    Column("Tập thể", 20, Align.NUMBER),
    Column("Cá nhân", 20, Align.NUMBER),
    Column("Cộng", 20, Align.NUMBER),
)
_LIST: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 40),
    Column("Chức vụ, đơn vị", 50),
    Column("Thành tích", 54),
    Column("Đơn vị", 60, printed=False),
    Column("Cấp quyết định", 30, printed=False),
    Column("Danh hiệu, hình thức đề nghị", 40, printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
)
_VOTES: Final = Column("Phiếu đồng ý", 20, Align.CENTRE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Who is proposed to whom; ``left_out`` are proposals the council has not agreed to, or not voted on."""

    to: str
    year: int
    nominees: Sequence[Nominee]
    left_out: int = 0
    unit: str = ""
    """The unit within which it stays, whose name the list need not repeat."""

    @property
    def only(self) -> Nominee | None:
        """The one who is proposed; None for nobody and for several."""
        return self.nominees[0] if len(self.nominees) == 1 else None

    @property
    def what(self) -> str:
        """What is asked for all of them together."""
        return asked_for(self.nominees)

    @property
    def judged(self) -> bool:
        """True where the book says that the council agreed."""
        return self.voted or any(nominee.state == NominationState.ACCEPTED for nominee in self.nominees)

    @property
    def voted(self) -> bool:
        """True where votes are recorded."""
        return any(nominee.votes_for is not None for nominee in self.nominees)


def submission(frame: DocumentFrame, facts: Submission) -> Document:
    """The submission; its list is an appendix where more than one is proposed."""
    heading = frame.numbered("TTr")
    judged = (f"Căn cứ kết quả bình xét của {COUNCIL}",) if facts.judged else ()
    return frame.document(
        "Tờ trình",
        f"Về việc đề nghị tặng {facts.what} năm {facts.year}",
        (
            *frame.addressed(facts.to),
            *frame.basis(*judged),
            *(_proposal(frame, facts) if facts.nominees else _nothing(frame, facts)),
            frame.closing(("Như trên", "Lưu: VT, HĐTĐKT")),
            *(() if facts.only else _appendix(frame, facts, heading)),
        ),
        {
            "year": facts.year,
            "to": facts.to,
            "total": len(facts.nominees),
            "nominations": [nominee_data(nominee) for nominee in facts.nominees],
        },
        heading=heading,
        remark=_remark(facts),
    )


def _remark(facts: Submission) -> str:
    if facts.left_out:
        return (
            f"Chưa đưa vào tờ trình {facts.left_out} đề nghị mà Hội đồng chưa đồng ý hoặc còn thiếu kết quả bỏ phiếu "
            "phải có."
        )
    return "" if facts.nominees else f"Năm {facts.year} chưa có đề nghị nào để trình {facts.to}."


def _nothing(frame: DocumentFrame, facts: Submission) -> tuple[Block, ...]:
    to = ", ".join(frame.addressees(facts.to))
    return body(f"Năm {facts.year}, {frame.scope} chưa đề nghị {to} khen thưởng tập thể, cá nhân nào{frame.end}")


def _proposal(frame: DocumentFrame, facts: Submission) -> tuple[Block, ...]:
    groups = list(by_award(facts.nominees).values())
    to = ", ".join(frame.addressees(facts.to))
    asked = f"{frame.scope} kính đề nghị {to} xét, tặng {facts.what} năm {facts.year} cho"
    if facts.only:
        nominee = facts.only
        named = one_named(nominee.name, nominee.place, nominee.citation, collective=not nominee.person)
        request: tuple[Block, ...] = body(f"{asked} {named}.")
    elif len(groups) == 1:
        request = body(f"{asked} {counted(facts.nominees)} (có danh sách kèm theo).")
    else:
        rows = [_count(number, group[0].award_name, group) for number, group in enumerate(groups, 1)]
        total = _count(None, "Cộng (lượt)", facts.nominees)
        request = (
            *body(f"{asked} {counted(facts.nominees)} (có danh sách kèm theo), cụ thể như sau:"),
            Table(_COUNTS, rows, totals=[total]),
        )
    levels = {nominee.level for nominee in facts.nominees}
    return (
        *request,
        *body(f"Hồ sơ gửi kèm gồm: {_enclosed(facts)}."),
        *frame.ending(f"{frame.scope} kính trình {to} {request_words(levels)}"),
    )


def _enclosed(facts: Submission) -> str:
    whose = "" if facts.only else f" của từng {who(facts.nominees)}"
    minutes = f"; biên bản họp {COUNCIL}" if facts.judged else ""
    counted_votes = " và kết quả bỏ phiếu" if facts.voted else ""
    return f"báo cáo thành tích{whose}{minutes}{counted_votes}; các giấy chứng nhận, xác nhận theo quy định"


def _count(number: int | None, name: str, nominees: Sequence[Nominee]) -> tuple[Cell, ...]:
    persons = sum(nominee.person for nominee in nominees)
    return number, name, (len(nominees) - persons) or None, persons or None, len(nominees)


def _appendix(frame: DocumentFrame, facts: Submission, heading: Heading) -> tuple[Block, ...]:
    """The list by award; the votes stand in it where somebody counted them."""
    if not facts.nominees:
        return ()
    ordered = [nominee for group in by_award(facts.nominees).values() for nominee in ranked(group)]
    people = who(facts.nominees)
    printed = sum(column.printed for column in _LIST)
    rows = [_row(number, nominee, facts) for number, nominee in enumerate(ordered, 1)]
    columns = (*_LIST[:printed], *([_VOTES] if facts.voted else []), *_LIST[printed:])
    return (
        Appendix(
            "Danh sách",
            f"{people[0].upper()}{people[1:]} được đề nghị tặng {facts.what} năm {facts.year}",
            attached("Tờ trình", number_of(heading), heading.day, frame.scope),
        ),
        Table(
            tuple(told_columns(columns, rows, (2, 3))),
            rows,
            bands=[nominee.award_name for nominee in ordered] if len({n.award for n in ordered}) > 1 else (),
        ),
    )


def _row(number: int, nominee: Nominee, facts: Submission) -> tuple[Cell, ...]:
    counted_votes = (votes(nominee),) if facts.voted else ()
    place = within(nominee.place, facts.unit)
    told = (number, nominee.name, place, nominee.citation, *counted_votes)
    return (*told, nominee.unit, nominee.other_level, nominee.award_name, facts.year)
