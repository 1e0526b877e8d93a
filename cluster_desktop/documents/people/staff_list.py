"""The roster: everybody at work, by unit and department."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cluster_desktop.documents.content.content import Align, Cell, Column, Data, Document, Paragraph, Table
from cluster_desktop.documents.frames.document_frame import LISTED, DocumentFrame
from cluster_desktop.documents.frames.record_texts import iso, marked, sample_paragraph
from cluster_desktop.domain.printing.document_facts import StaffLine
from cluster_desktop.domain.text.numbers import count_words

_COLUMNS: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên", 46),
    Column("Ngày sinh", 22, Align.CENTRE),
    Column("Giới tính", 15, Align.CENTRE),
    Column("Dân tộc", 19, Align.CENTRE),
    Column("Chức vụ", 42),
    Column("Chuyên môn", 26, Align.CENTRE, "Trình độ"),
    Column("LLCT", 22, Align.CENTRE, "Trình độ"),
    Column("Ngày vào Đảng", 24, Align.CENTRE),
    Column("Khoa, phòng", 44, printed=False),
    Column("Đơn vị", 60, printed=False),
)


def staff_list(frame: DocumentFrame, people: Sequence[StaffLine]) -> Document:
    """The roster in the order of *people*, with a line for each unit and department."""
    return replace(frame, left=LISTED).of_figures(
        "Danh sách cán bộ, viên chức, người lao động",
        frame.scope,
        (
            Paragraph(f"Tổng số: {count_words(len(people))} người đang công tác.") if people else None,
            Table(
                _COLUMNS,
                [_row(number, person) for number, person in enumerate(people, 1)],
                bands=[" – ".join(part for part in (person.unit, person.department) if part) for person in people],
                empty="Chưa có ai trong danh sách.",
            ),
            sample_paragraph((person.sample_note for person in people), len(people), "hồ sơ"),
        ),
        {"total": len(people), "people": [_data(person) for person in people]},
    )


def _row(number: int, person: StaffLine) -> tuple[Cell, ...]:
    return (
        number,
        marked(person.name, person.sample_note is not None),
        person.birth_date,
        person.gender,
        person.ethnicity,
        person.position,
        person.degree,
        person.political_theory,
        person.party_joined,
        person.department,
        person.unit,
    )


def _data(person: StaffLine) -> dict[str, Data]:
    return {
        "uid": person.uid,
        "name": person.name,
        "birth_date": iso(person.birth_date),
        "unit": person.unit,
        "department": person.department,
        "position": person.position,
        "degree": person.degree,
        "political_theory": person.political_theory,
    }
