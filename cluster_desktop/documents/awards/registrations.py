"""Registrations for titles at the start of a year (danh sách đăng ký danh hiệu), with counts by unit."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.content.content import (
    Align,
    Block,
    Cell,
    Column,
    Data,
    Document,
    Paragraph,
    Section,
    SignatureBlock,
    Table,
)
from cluster_desktop.documents.frames.document_frame import LISTED, DocumentFrame
from cluster_desktop.documents.frames.record_texts import iso, marked, sample_paragraph
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominees import kinds_in_words
from cluster_desktop.domain.awards.registrations import Registered
from cluster_desktop.domain.people.posts import post

_LIST: Final = (
    Column("TT", 9, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 50),
    Column("Chức vụ, khoa, phòng", 62),
    Column("Danh hiệu, hình thức đăng ký", 52),
    Column("Chỉ tiêu, nội dung đăng ký", 64),
    Column("Ngày đăng ký", 24, Align.CENTRE),
    Column("Đơn vị", 60, printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
)
_UNIT: Final = 60


def registration_list(frame: DocumentFrame, lines: Sequence[Registered], year: int) -> Document:
    """Everybody who registered, by unit, after a table of how many there are of each unit for each award."""
    blocks: tuple[Block | None, ...] = (
        Paragraph(_total(lines)) if lines else None,
        *_counts(lines),
        Section("Danh sách đăng ký") if lines else None,
        Table(
            _LIST,
            [_line(number, line, year) for number, line in enumerate(lines, 1)],
            bands=[line.unit for line in lines],
            empty=f"Năm {year} chưa có ai đăng ký.",
        ),
        sample_paragraph((line.sample_note for line in lines), len(lines), "đăng ký"),
        SignatureBlock(frame.signer, LISTED),
    )
    return frame.document(
        f"Danh sách đăng ký {kinds_in_words(line.award for line in lines)}",
        f"Năm {year}\n{frame.scope}",
        blocks,
        {"year": year, "total": len(lines), "registrations": [_data(line) for line in lines]},
        landscape=True,
    )


def _total(lines: Sequence[Registered]) -> str:
    """ "Tổng số: 04 tập thể, 52 cá nhân, 60 lượt đăng ký."; everybody is counted once."""
    each = {line.recipient: line.person for line in lines}
    persons = sum(each.values())
    counts = ((len(each) - persons, "tập thể"), (persons, "cá nhân"))
    words = [f"{count:02d} {noun}" for count, noun in counts if count]
    more = [f"{len(lines):02d} lượt đăng ký"] if len(lines) > len(each) else []
    return f"Tổng số: {', '.join([*words, *more])}."


def _counts(lines: Sequence[Registered]) -> tuple[Block, ...]:
    """Numbers registered by unit and award; nothing where nobody did."""
    if not lines:
        return ()
    awards = [code for code in AWARD_KINDS if any(line.award == code for line in lines)]
    counted = Counter((line.unit, line.award) for line in lines)
    units = list(dict.fromkeys(line.unit for line in lines))
    columns = (
        Column("TT", 9, Align.CENTRE),
        Column("Đơn vị", _UNIT),
        *(Column(AWARD_KINDS[code].short, 24, Align.NUMBER) for code in awards),
        Column("Cộng", 18, Align.NUMBER),
    )
    rows = [
        (number, unit, *(counted[unit, code] or None for code in awards), sum(counted[unit, code] for code in awards))
        for number, unit in enumerate(units, 1)
    ]
    total = (None, "Cộng", *(sum(counted[unit, code] for unit in units) for code in awards), len(lines))
    return (Table(columns, rows, totals=(total,)),)


def _line(number: int, line: Registered, year: int) -> tuple[Cell, ...]:
    return (
        number,
        marked(line.name, line.sample_note is not None),
        line.described_as or post(line.position, line.department),
        line.award_name,
        line.target,
        line.registered_on,
        line.unit,
        year,
    )


def _data(line: Registered) -> dict[str, Data]:
    return {
        "uid": line.uid,
        "name": line.name,
        "recipient_kind": "person" if line.person else "collective",
        "unit": line.unit,
        "award": line.award,
        "award_name": line.award_name,
        "registered_on": iso(line.registered_on),
        "target": line.target,
    }
