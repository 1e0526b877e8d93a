"""What all reports share: whose paper it is, who signs, and the words about sample data and open figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cluster_desktop.documents.content.content import (
    Block,
    Data,
    Document,
    Heading,
    Paragraph,
    Recipients,
    SignatureBlock,
    Signer,
    Tone,
)
from cluster_desktop.domain.text.dates import PartialDate

SAMPLE_MARK = "*"
_NOTES_SHOWN = 4
_HEAD = Signer(("Hiệu trưởng",))
_CLERK = Signer(("Người lập biểu",), hint="(Ký, ghi rõ họ tên)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFrame:
    """Everything about a report that does not come from its figures.

    ``scope`` names whose figures they are ("Cụm thi đua số 2", "Trường Chính trị tỉnh Lào Cai").
    """

    heading: Heading | None
    scope: str
    author: str = ""
    signer: Signer = _HEAD
    left: Signer | Recipients | None = _CLERK

    def document(self, title: str, subtitle: str, blocks: Iterable[Block | None], data: Mapping[str, Data]) -> Document:
        """A landscape document of the blocks that are not None, closed by the signatures."""
        closing = SignatureBlock(self.signer, self.left)
        return Document(
            heading=self.heading,
            title=title,
            subtitle=subtitle,
            blocks=(*(block for block in blocks if block), closing),
            landscape=True,
            author=self.author,
            data=data,
        )


def sample_paragraph(notes: Iterable[str | None], total: int, noun: str) -> Paragraph | None:
    """The note on sample data: how many of *total* records, and what about them is a sample."""
    marked = [note for note in notes if note is not None]
    if not marked:
        return None
    told = list(dict.fromkeys(note.strip().rstrip(".") for note in marked if note.strip()))
    more = "; …" if len(told) > _NOTES_SHOWN else ""
    what = f" Cụ thể: {'; '.join(told[:_NOTES_SHOWN])}{more}." if told else ""
    text = (
        f"* Số liệu đánh dấu * là dữ liệu mẫu ({len(marked)} trên {total} {noun}), dùng để minh họa, "
        f"không phải số liệu chính thức.{what}"
    )
    return Paragraph(text, Tone.NOTE)


def marked(text: str, sample: object) -> str:
    """*text* with the mark of sample data if there is any."""
    return text + SAMPLE_MARK if sample else text


def long_date(day: date) -> str:
    """ "ngày 05 tháng 02 năm 2026"."""
    return PartialDate.of(day).in_words()


def iso(value: PartialDate | None) -> str | None:
    """The date as programs read it."""
    return value.iso if value else None


def join(*parts: str | None, by: str = ", ") -> str:
    """The parts that say something."""
    return by.join(part for part in parts if part)
