"""The pledge all units of a cluster sign at the start of the year (giao ước thi đua)."""

from itertools import zip_longest

from cluster_desktop.documents.content.content import Document, Paragraph, Section, SignatureBlock, Signer, Tone
from cluster_desktop.documents.frames.document_frame import DOTS, DocumentFrame, body
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.printing.document_facts import PledgeFacts
from cluster_desktop.domain.text.numbers import count_words


def pledge(frame: DocumentFrame, facts: PledgeFacts) -> Document:
    """The pledge with room for the signatures of every unit, two beside each other."""
    return frame.document(
        "Bản giao ước thi đua",
        f"{frame.scope} năm {facts.year}",
        (
            *body(
                f"Thực hiện phong trào thi đua năm {facts.year}, {_who(len(facts.units))} {frame.scope} "
                f"{'ký' if len(facts.units) == 1 else 'cùng nhau ký kết'} giao ước thi đua với các nội dung sau:"
            ),
            Section("I. Nội dung và chỉ tiêu thi đua"),
            *_content(facts),
            Section("II. Tổ chức thực hiện"),
            *body(_together(facts)),
            *frame.ending(f"Bản giao ước có hiệu lực từ ngày ký đến hết năm {facts.year}"),
            Paragraph(f"ĐẠI DIỆN {'' if len(facts.units) == 1 else 'CÁC '}ĐƠN VỊ KÝ GIAO ƯỚC", Tone.HEADLINE),
            *_signatures(facts),
        ),
        {
            "year": facts.year,
            "units": [unit for unit, _title, _head in facts.units],
            "targets": [{"title": title, "target": target} for title, target in facts.targets],
            "movements": [{"title": title, "target": target} for title, target in facts.movements],
        },
    )


def _together(facts: PledgeFacts) -> str:
    """What the units do in the year; one alone helps and scores nobody else."""
    if len(facts.units) == 1:
        return "Đơn vị phát động, đăng ký thi đua từ đầu năm; tự chấm điểm và bình xét vào cuối năm."
    return (
        "Các đơn vị phát động, đăng ký thi đua từ đầu năm; trao đổi kinh nghiệm, giúp đỡ nhau trong năm; "
        "tự chấm điểm, chấm chéo và bình xét vào cuối năm."
    )


def _content(facts: PledgeFacts) -> tuple[Paragraph, ...]:
    """The targets of the year; where none is set, its movements with theirs."""
    lines = [
        Paragraph(_sentence(f"{title}: {target}" if target else title), lead=f"{number}.")
        for number, (title, target) in enumerate(facts.targets or facts.movements, 1)
    ]
    return tuple(lines) or body(f"1. {DOTS}", f"2. {DOTS}")


def _sentence(words: str) -> str:
    """With a full stop, unless a sign stands there already."""
    return words if words.endswith((".", ";", "!", "…")) else f"{words}."


def _who(units: int) -> str:
    if units == 1:
        return "đơn vị thành viên"
    return f"{count_words(units)} đơn vị thành viên" if units else "các đơn vị thành viên"


def _signatures(facts: PledgeFacts) -> tuple[SignatureBlock, ...]:
    signers = [Signer((unit, title), head) for unit, title, head in facts.units] or [Signer((ROOM,))] * 2
    if len(signers) == 1:
        return (SignatureBlock(signers[0]),)
    pairs = zip_longest(signers[::2], signers[1::2])
    return tuple(SignatureBlock(right or Signer(()), left) for left, right in pairs)
