"""The minutes of handing the cluster over to next year's head (biên bản bàn giao Cụm trưởng)."""

from typing import Final

from cluster_desktop.documents.content.content import (
    Align,
    Block,
    Column,
    Data,
    Document,
    Paragraph,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Tone,
)
from cluster_desktop.documents.frames.document_frame import BY_HAND, DOTS, MINUTES, DocumentFrame, body, named
from cluster_desktop.documents.frames.record_texts import iso
from cluster_desktop.domain.printing.document_facts import HandoverFacts, Party
from cluster_desktop.domain.text.numbers import count_words

_COLUMNS: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Nội dung bàn giao", 92),
    Column("Tình trạng", 26, Align.CENTRE),
    Column("Ghi chú", 42),
)


def handover_minutes(frame: DocumentFrame, facts: HandoverFacts) -> Document:
    """The minutes with the list, what is still owed, and both signatures."""
    when = facts.done_on.in_words() if facts.done_on else f"ngày …… tháng …… năm {facts.year}"
    missing = sum(not done for _what, done, _note in facts.items)
    rows = [
        (number, what, "Đã bàn giao" if done else "Chưa bàn giao", note)
        for number, (what, done, note) in enumerate(facts.items, 1)
    ]
    return frame.document(
        "Biên bản",
        f"Bàn giao nhiệm vụ Cụm trưởng năm {facts.year} - {facts.year + 1}\n{facts.cluster}",
        (
            *body(f"Hôm nay, {when}, tại ………………, hai bên tiến hành bàn giao nhiệm vụ Cụm trưởng {facts.cluster}."),
            *_side(f"I. Bên giao (Cụm trưởng năm {facts.year})", facts.giver),
            *_side(f"II. Bên nhận (Cụm trưởng năm {facts.year + 1})", facts.taker),
            Section("III. Nội dung bàn giao"),
            Table(_COLUMNS, rows, empty="Chưa có danh mục bàn giao."),
            *_owed(missing, len(facts.items)),
            *body(f"Ý kiến khác: {DOTS[:20]}"),
            *frame.ending("Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản và có giá trị như nhau"),
            Paragraph("Danh mục này có dữ liệu mẫu.", Tone.NOTE) if facts.sample else None,
            SignatureBlock(_signer("Bên nhận", facts.taker), _signer("Bên giao", facts.giver)),
            frame.filed("Các đơn vị trong Cụm", "Lưu: VT, hồ sơ"),
        ),
        {
            "year": facts.year,
            "from": facts.giver.unit,
            "to": facts.taker.unit,
            "items": len(facts.items),
            "missing": missing,
            "cluster": facts.cluster,
            "handed_over_on": iso(facts.done_on),
            "giver": _party_data(facts.giver),
            "taker": _party_data(facts.taker),
            "tasks": [{"title": title, "done": done, "note": note} for title, done, note in facts.items],
        },
        heading=frame.numbered(MINUTES),
    )


def _party_data(party: Party) -> dict[str, Data]:
    return {"unit": party.unit, "office": party.office, "name": party.name}


def _side(title: str, party: Party) -> tuple[Block, ...]:
    return Section(title), *named(("Đơn vị", party.unit), ("Đại diện", party.name), ("Chức vụ", party.office))


def _owed(missing: int, total: int) -> tuple[Paragraph, ...]:
    if not total:
        return ()
    if not missing:
        return body(f"Hai bên đã bàn giao đủ {count_words(total)} nội dung.")
    return body(f"Còn {count_words(missing)} nội dung chưa bàn giao; bên giao hoàn thành trước ngày ……………….")


def _signer(side: str, party: Party) -> Signer:
    return Signer((side, party.unit) if party.unit else (side,), party.name, BY_HAND)
