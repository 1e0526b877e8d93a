"""The achievement report of a person or a collective, its award tables filled from the register.

Decree 152/2025/NĐ-CP, Mẫu 05 (person) and 04 (collective); Decree 91/2017/NĐ-CP, Mẫu 02 and 01. Which one holds is
said by the day (``domain/report_forms``).
"""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.content.content import (
    Align,
    Block,
    Column,
    Document,
    Paragraph,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Tone,
)
from cluster_desktop.documents.frames.document_frame import DOTS, DocumentFrame, body, named
from cluster_desktop.domain.awards.nominees import EarlierAward
from cluster_desktop.domain.printing.document_facts import Achievement
from cluster_desktop.domain.printing.report_forms import ReportForm

_AWARDS: Final = (
    Column("Năm", 16, Align.CENTRE),
    Column("Danh hiệu thi đua", 60),
    Column("Số, ngày, tháng, năm của quyết định; cơ quan ban hành", 89),
)
_NONE: Final = "Chưa có."
_FORMS: Final = (_AWARDS[0], Column("Hình thức khen thưởng", 60), _AWARDS[2])
_CLASSES: Final = (
    Column("Năm", 16, Align.CENTRE),
    Column("Xếp loại tập thể", 50),
    Column("Xếp loại tổ chức đảng", 50),
    Column("Xếp loại đoàn thể", 50),
)
_YEARS: Final = (Column("Năm", 16, Align.CENTRE), Column("Kết quả xếp loại", 70), Column("Sáng kiến, đề tài", 79))


def achievement_report(frame: DocumentFrame, facts: Achievement, form: ReportForm) -> Document:
    """The report in the form of its day; what only the reporter can tell is left to write."""
    parts = _of_person(facts) if facts.person else _of_collective(facts, apart=form.organisations_apart)
    reference = form.reference(person=facts.person)
    confirms = Signer(("Xác nhận của cấp trên trực tiếp",), hint="(Ký, đóng dấu)")
    reports = Signer(("Người báo cáo",), facts.name) if facts.person else frame.signer
    return frame.document(
        "Báo cáo thành tích",
        f"Đề nghị tặng {facts.what}\n{facts.name}",
        (
            *([Paragraph(f"({reference})", Tone.CENTRE)] if reference else []),
            *parts,
            SignatureBlock(reports, confirms),
        ),
        {
            "name": facts.name,
            "proposed": facts.what,
            "form": reference,
            "awards": [{"year": line.year, "name": line.name, "decision": line.decision} for line in facts.history],
        },
    )


def _of_person(facts: Achievement) -> tuple[Block, ...]:
    return (
        Section("I. SƠ LƯỢC LÝ LỊCH"),
        *named(*(("- " + name, value) for name, value in facts.identity)),
        Section("II. THÀNH TÍCH ĐẠT ĐƯỢC"),
        *body(
            f"1. Quyền hạn, nhiệm vụ được giao hoặc đảm nhận: {DOTS[:8]}", DOTS, "2. Thành tích đạt được của cá nhân:"
        ),
        _years(facts),
        *_told(facts),
        Section("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"),
        *_award_tables(facts.history),
    )


def _of_collective(facts: Achievement, *, apart: bool) -> tuple[Block, ...]:
    organisations: tuple[Block, ...] = (
        (Section("III. KẾT QUẢ XẾP LOẠI TỔ CHỨC ĐẢNG, ĐOÀN THỂ"), _classes(facts))
        if apart
        else (*body("Kết quả hoạt động của tổ chức đảng, đoàn thể:"), _classes(facts))
    )
    return (
        Section("I. ĐẶC ĐIỂM, TÌNH HÌNH"),
        *named(*(("- " + name, value) for name, value in facts.identity)),
        Section("II. THÀNH TÍCH ĐẠT ĐƯỢC"),
        *_told(facts),
        *organisations,
        Section(f"{'IV' if apart else 'III'}. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"),
        *_award_tables(facts.history),
    )


def _told(facts: Achievement) -> tuple[Paragraph, ...]:
    """What the nomination reports, a paragraph for each line; room to write where it reports nothing yet."""
    lines = [line for line in map(str.strip, facts.told.split("\n")) if line]
    return body(*(lines or [DOTS, DOTS, DOTS]))


def _classes(facts: Achievement) -> Table:
    rows = [(str(year), *words) for year, *words in facts.classes]
    return Table(_CLASSES, rows, empty=_NONE)


def _years(facts: Achievement) -> Table:
    rows = [(str(year), quality, initiatives) for year, quality, initiatives in facts.years]
    return Table(_YEARS, rows, empty=_NONE)


def _award_tables(history: Sequence[EarlierAward]) -> tuple[Table, Table]:
    titles = [(str(line.year), line.name, line.decision) for line in history if line.title]
    forms = [(str(line.year), line.name, line.decision) for line in history if not line.title]
    return (
        Table(_AWARDS, titles, title="1. Danh hiệu thi đua", empty=_NONE),
        Table(_FORMS, forms, title="2. Hình thức khen thưởng", empty=_NONE),
    )
