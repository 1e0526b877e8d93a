"""The list of those nominated (danh sách trích ngang) and the submission it goes with (tờ trình, Mẫu 01)."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Data,
    Document,
    Paragraph,
    SignatureBlock,
    Signer,
    Table,
)
from cluster_desktop.documents.frames.document_frame import BY_HAND, DocumentFrame, body
from cluster_desktop.documents.frames.record_texts import sample_paragraph
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominees import Nominee, by_award, counted

_IN_SHEETS: Final = (
    Column("Danh hiệu, hình thức đề nghị", 40, printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
)
_LIST: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 36),
    Column("Ngày sinh, giới tính", 20, Align.CENTRE),
    Column("Dân tộc", 15, Align.CENTRE),
    Column("Chức vụ, đơn vị", 44),
    Column("Chuyên môn", 18, Align.CENTRE, "Trình độ"),
    Column("LLCT", 17, Align.CENTRE, "Trình độ"),
    Column("Xếp loại năm", 20, Align.CENTRE),
    Column("Sáng kiến, đề tài", 36),
    Column("Danh hiệu, khen thưởng đã đạt", 46),
    Column("Phiếu đồng ý", 16, Align.CENTRE),
    *_IN_SHEETS,
)
_SHORT: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 48),
    Column("Chức vụ, đơn vị", 74),
    Column("Phiếu đồng ý", 22, Align.CENTRE),
    *_IN_SHEETS,
)
_HISTORY_SHOWN: Final = 4


def short_list(frame: DocumentFrame, nominees: Sequence[Nominee], year: int) -> Document:
    """Everybody nominated in a year with what decides: class, initiatives, earlier awards, votes."""
    ordered = [nominee for group in by_award(nominees).values() for nominee in group]
    return frame.document(
        "Danh sách trích ngang",
        f"Đề nghị xét tặng danh hiệu thi đua, hình thức khen thưởng năm {year}\n{frame.scope}",
        (
            Paragraph(f"Tổng số: {counted(nominees)}."),
            Table(
                _LIST,
                [_line(number, nominee, year) for number, nominee in enumerate(ordered, 1)],
                bands=[AWARD_KINDS[nominee.award].label for nominee in ordered],
                empty=f"Năm {year} chưa có đề nghị nào được gửi.",
            ),
            sample_paragraph((nominee.sample_note for nominee in nominees), len(nominees), "đề nghị"),
            SignatureBlock(frame.signer, Signer(("Người lập danh sách",), hint=BY_HAND)),
        ),
        {"year": year, "total": len(nominees), "nominations": [_data(nominee) for nominee in ordered]},
        landscape=True,
    )


def submission(frame: DocumentFrame, nominees: Sequence[Nominee], year: int, to: str = "") -> Document:
    """The submission of a year's nominations, its list as an appendix (Decree 152/2025/NĐ-CP, Mẫu 01)."""
    groups = by_award(nominees)
    model = to or "Hội đồng Thi đua - Khen thưởng cấp trên"
    to = ", ".join(frame.addressees(model))
    rows = [_count(number, group[0].award_name, group) for number, group in enumerate(groups.values(), 1)]
    return frame.document(
        "Tờ trình",
        f"Về việc đề nghị xét tặng danh hiệu thi đua, hình thức khen thưởng năm {year}",
        (
            *frame.addressed(model),
            *frame.basis("Căn cứ kết quả bình xét của Hội đồng Thi đua - Khen thưởng"),
            *body(
                f"{frame.scope} kính đề nghị {to} xét, tặng danh hiệu thi đua, hình thức khen thưởng năm {year} "
                f"cho {counted(nominees)} (có danh sách kèm theo), cụ thể như sau:"
            ),
            Table(_COUNTS, rows, totals=[_count(None, "Cộng", nominees)] if rows else (), empty="Chưa có đề nghị nào."),
            *body(
                "Hồ sơ gửi kèm gồm: báo cáo thành tích của từng tập thể, cá nhân; biên bản họp và kết quả bỏ phiếu "
                "của Hội đồng; giấy chứng nhận sáng kiến, đề tài và các giấy xác nhận khác theo quy định.",
            ),
            *frame.ending(f"{frame.scope} kính trình {to} xem xét, quyết định"),
            frame.closing(("Như trên", "Các đơn vị có tên trong danh sách", "Lưu: VT, HĐTĐKT")),
            *_appendix(groups, year),
        ),
        {"year": year, "total": len(nominees), "nominations": [_data(nominee) for nominee in nominees]},
        heading=frame.numbered("TTr"),
    )


_COUNTS: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Danh hiệu, hình thức đề nghị", 80),
    Column("Tập thể", 20, Align.NUMBER),
    Column("Cá nhân", 20, Align.NUMBER),
    Column("Cộng", 20, Align.NUMBER),
)


def _count(number: int | None, name: str, nominees: Sequence[Nominee]) -> tuple[Cell, ...]:
    persons = sum(nominee.person for nominee in nominees)
    return number, name, len(nominees) - persons, persons, len(nominees)


def _appendix(groups: dict[str, list[Nominee]], year: int) -> tuple[Block, ...]:
    ordered = [nominee for group in groups.values() for nominee in group]
    if not ordered:
        return ()
    return (
        Appendix(
            "Danh sách",
            f"Tập thể, cá nhân đề nghị xét tặng năm {year}",
            "(Kèm theo Tờ trình số ……… ngày …… tháng …… năm ………)",
        ),
        Table(
            _SHORT,
            [
                (number, nominee.name, nominee.place, votes(nominee), nominee.award_name, year)
                for number, nominee in enumerate(ordered, 1)
            ],
            bands=[nominee.award_name for nominee in ordered],
        ),
    )


def votes(nominee: Nominee) -> str:
    """ "9/11"; nothing before the vote."""
    if nominee.votes_for is None or not nominee.votes_total:
        return ""
    return f"{nominee.votes_for}/{nominee.votes_total}"


def _line(number: int, nominee: Nominee, year: int) -> tuple[Cell, ...]:
    born = "\n".join(part for part in (nominee.birth_date.show() if nominee.birth_date else "", nominee.gender) if part)
    history = [f"{line.year}: {line.name}" for line in nominee.history[-_HISTORY_SHOWN:]]
    return (
        number,
        nominee.name,
        born,
        nominee.ethnicity,
        nominee.place,
        nominee.degree,
        nominee.political_theory,
        nominee.quality,
        "; ".join(nominee.initiatives),
        "; ".join(history),
        votes(nominee),
        nominee.award_name,
        year,
    )


def _data(nominee: Nominee) -> dict[str, Data]:
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
