"""The list of those nominated (danh sách trích ngang) with what decides about each."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.awards.recipients import within
from cluster_desktop.documents.content.content import (
    Align,
    Cell,
    Column,
    Data,
    Document,
    Paragraph,
    SignatureBlock,
    Table,
)
from cluster_desktop.documents.frames.document_frame import LISTED, DocumentFrame
from cluster_desktop.documents.frames.record_texts import sample_paragraph
from cluster_desktop.domain.awards.nominees import Nominee, asked_for, by_award, counted, ranked

_IN_SHEETS: Final = (
    Column("Cấp quyết định", 30, printed=False),
    Column("Danh hiệu, hình thức đề nghị", 40, printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
)
_LIST: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 36),
    Column("Ngày sinh, giới tính", 24, Align.CENTRE),
    Column("Dân tộc", 15, Align.CENTRE),
    Column("Chức vụ, đơn vị", 44),
    Column("Chuyên môn", 18, Align.CENTRE, "Trình độ"),
    Column("LLCT", 17, Align.CENTRE, "Trình độ"),
    Column("Xếp loại năm", 20, Align.CENTRE),
    Column("Sáng kiến, đề tài", 34),
    Column("Danh hiệu, khen thưởng đã đạt", 44),
    Column("Phiếu đồng ý", 16, Align.CENTRE),
    Column("Đơn vị", 60, printed=False),
    *_IN_SHEETS,
)
_HISTORY_SHOWN: Final = 4


def short_list(frame: DocumentFrame, nominees: Sequence[Nominee], year: int) -> Document:
    """Everybody nominated in a year with what decides: class, initiatives, earlier awards, votes."""
    ordered = [nominee for group in by_award(nominees).values() for nominee in ranked(group)]
    return frame.document(
        "Danh sách trích ngang",
        f"Đề nghị xét tặng {asked_for(nominees)} năm {year}\n{frame.scope}",
        (
            Paragraph(f"Tổng số: {counted(nominees)}.") if nominees else None,
            Table(
                _LIST,
                [_line(number, nominee, year, frame.scope) for number, nominee in enumerate(ordered, 1)],
                bands=[nominee.award_name for nominee in ordered],
                empty=f"Năm {year} chưa có đề nghị nào được gửi.",
            ),
            sample_paragraph((nominee.sample_note for nominee in nominees), len(nominees), "đề nghị"),
            SignatureBlock(frame.signer, LISTED),
        ),
        {"year": year, "total": len(nominees), "nominations": [nominee_data(nominee) for nominee in ordered]},
        landscape=True,
    )


def votes(nominee: Nominee) -> str:
    """ "9/11"; nothing before the vote."""
    if nominee.votes_for is None or not nominee.votes_total:
        return ""
    return f"{nominee.votes_for}/{nominee.votes_total}"


def _line(number: int, nominee: Nominee, year: int, unit: str) -> tuple[Cell, ...]:
    born = "\n".join(part for part in (nominee.birth_date.show() if nominee.birth_date else "", nominee.gender) if part)
    history = [f"{line.year}: {line.name}" for line in nominee.history[-_HISTORY_SHOWN:]]
    return (
        number,
        nominee.name,
        born,
        nominee.ethnicity,
        within(nominee.place, unit),
        nominee.degree,
        nominee.political_theory,
        nominee.quality,
        "; ".join(nominee.initiatives),
        "; ".join(history),
        votes(nominee),
        nominee.unit,
        nominee.other_level,
        nominee.award_name,
        year,
    )


def nominee_data(nominee: Nominee) -> dict[str, Data]:
    return {
        "uid": nominee.uid,
        "name": nominee.name,
        "recipient_kind": "person" if nominee.person else "collective",
        "unit": nominee.unit,
        "award": nominee.award,
        "award_name": nominee.award_name,
        "state": nominee.state,
        "quality": nominee.quality,
        "initiatives": list(nominee.initiatives),
        "votes_for": nominee.votes_for,
        "votes_total": nominee.votes_total,
    }
