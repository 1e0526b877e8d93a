"""A commendation decision with its list, as the office signs it (Decree 30/2020/NĐ-CP, appendix I)."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Cell,
    Column,
    Data,
    Document,
    Paragraph,
    SignatureBlock,
    Signer,
    Table,
    Tone,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.printing import certification
from cluster_desktop.domain.printing.certification import DecisionFacts, RecipientFacts

_LIST: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 46),
    Column("Chức vụ, đơn vị", 58),
    Column("Thành tích", 51),
    Column("Danh hiệu, hình thức", 40, printed=False),
    Column("Số", 22, Align.CENTRE, "Quyết định", printed=False),
    Column("Ngày", 21, Align.CENTRE, "Quyết định", printed=False),
    Column("Cơ quan ban hành", 40, group="Quyết định", printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
)


def decision_document(frame: DocumentFrame, decision: DecisionFacts, recipients: Sequence[RecipientFacts]) -> Document:
    """The decision as text with its list; the words of merit are those of the certificates."""
    people = _counted(recipients)
    what = _granted(recipients)
    signer = Signer(tuple(certification.signature_title(decision).split("\n")), decision.signer_name or ROOM)
    subject = decision.title or f"Về việc {what} năm {decision.year}"
    return frame.document(
        "Quyết định",
        subject,
        (
            Paragraph(certification.authority(decision), Tone.HEADLINE),
            *frame.basis("Xét đề nghị của Hội đồng Thi đua - Khen thưởng"),
            Paragraph("QUYẾT ĐỊNH:", Tone.HEADLINE),
            Paragraph(f"{_first_letter(what)} cho {people} (có danh sách kèm theo).", lead="Điều 1."),
            Paragraph(
                "Các tập thể, cá nhân có tên tại Điều 1 được hưởng quyền lợi theo quy định hiện hành của Nhà nước.",
                lead="Điều 2.",
            ),
            Paragraph(
                "Các khoa, phòng, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm "
                f"thi hành Quyết định này kể từ ngày ký{frame.end}",
                lead="Điều 3.",
            ),
            SignatureBlock(signer, frame.recipients("Như Điều 3", "Lưu: VT, HĐTĐKT")),
            *_appendix(decision, recipients, what),
        ),
        _data(decision, recipients),
        heading=frame.numbered("QĐ", decision.number),
    )


def received_list(decision: DecisionFacts, recipients: Sequence[RecipientFacts]) -> Document:
    """Only the list of a decision that another body issued: its text and its signature are on the body's own paper."""
    appendix, table = _appendix(decision, recipients, _granted(recipients))
    who = decision.issuer or "cơ quan khác"
    return Document(
        heading=None,
        title=appendix.title,
        subtitle=appendix.subject,
        blocks=(Paragraph(appendix.note, Tone.CENTRE), table),
        data=_data(decision, recipients),
        remark=(
            f"Quyết định số {decision.number} do {who} ban hành nên chỉ in danh sách; "
            "bản quyết định là bản gốc nhận từ nơi ban hành."
        ),
    )


def _data(decision: DecisionFacts, recipients: Sequence[RecipientFacts]) -> dict[str, Data]:
    return {
        "number": decision.number,
        "date": decision.decided_on.iso,
        "year": decision.year,
        "recipients": [
            {"uid": recipient.uid, "name": recipient.name, "award": recipient.award, "citation": recipient.citation}
            for recipient in recipients
        ],
    }


def _appendix(decision: DecisionFacts, recipients: Sequence[RecipientFacts], what: str) -> tuple[Appendix, Table]:
    day = decision.decided_on.in_words()
    note = f"(Kèm theo Quyết định số {decision.number} {day} của {decision.issuer or ROOM})"
    decided = (decision.number, decision.decided_on, decision.issuer, decision.year)
    rows: list[tuple[Cell, ...]] = [
        (
            recipient.ordinal or number,
            recipient.name,
            certification.description(recipient),
            recipient.citation,
            recipient.award_name,
            *decided,
        )
        for number, recipient in enumerate(recipients, 1)
    ]
    bands = (
        [recipient.award_name for recipient in recipients]
        if len({recipient.award_name for recipient in recipients}) > 1
        else ()
    )
    return (
        Appendix("Danh sách", f"Được {what}", note),
        Table(_LIST, rows, bands=bands, empty="Quyết định chưa có cá nhân, tập thể nào."),
    )


def _granted(recipients: Sequence[RecipientFacts]) -> str:
    """ "tặng Giấy khen, danh hiệu Lao động tiên tiến", each award once and in the order of the list."""
    names = [name for name, _group in groupby(recipient.award_name for recipient in recipients)]
    return f"tặng {', '.join(dict.fromkeys(names))}" if names else "khen thưởng"


def _counted(recipients: Sequence[RecipientFacts]) -> str:
    collectives = sum(recipient.collective for recipient in recipients)
    counts = ((collectives, "tập thể"), (len(recipients) - collectives, "cá nhân"))
    return " và ".join(f"{count:02d} {noun}" for count, noun in counts if count) or "các tập thể, cá nhân"


def _first_letter(words: str) -> str:
    return words[:1].upper() + words[1:]
