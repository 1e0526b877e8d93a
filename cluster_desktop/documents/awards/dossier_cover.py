"""The cover sheet of a dossier: its parts in their order, and what is still missing."""

from collections.abc import Sequence
from typing import Final

from cluster_desktop.documents.content.content import Align, Column, Document, Table
from cluster_desktop.documents.frames.document_frame import DocumentFrame, body, named
from cluster_desktop.domain.awards.dossiers import DossierPart
from cluster_desktop.domain.awards.nominees import Nominee
from cluster_desktop.domain.text.numbers import count_words

_COLUMNS: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Tài liệu", 66),
    Column("Tệp", 50),
    Column("Tình trạng", 39),
)
_BY_HAND: Final = "Đưa bản giấy hoặc bản chụp vào hồ sơ"


def dossier_cover(
    frame: DocumentFrame, nominee: Nominee, parts: Sequence[DossierPart], year: int, what: str
) -> Document:
    """The list of *parts* of the proposal of *what*; the last lines say whether the dossier is whole."""
    missing = [part for part in parts if part.missing]
    sentence = (
        f"Còn thiếu {count_words(len(missing))} phần, xem cột Tình trạng."
        if missing
        else "Hồ sơ đã đủ các phần nêu trên."
    )
    return frame.document(
        "Mục lục hồ sơ",
        f"Đề nghị tặng {what}\n{nominee.name}",
        (
            *named(
                ("Họ và tên" if nominee.person else "Tên tập thể", nominee.name),
                ("Chức vụ, đơn vị" if nominee.person else "Đơn vị", nominee.place or nominee.unit),
            ),
            Table(
                _COLUMNS,
                [
                    (number, part.name, part.file, f"Còn thiếu: {part.missing}" if part.missing else _state(part))
                    for number, part in enumerate(parts, 1)
                ],
            ),
            *body(sentence),
            frame.closing(("Lưu: VT, hồ sơ.",)),
        ),
        {
            "recipient": nominee.name,
            "award": nominee.award,
            "year": year,
            "parts": [{"name": part.name, "file": part.file, "missing": part.missing} for part in parts],
        },
    )


def _state(part: DossierPart) -> str:
    if part.remark:
        return part.remark
    return "Có" if part.file else _BY_HAND
