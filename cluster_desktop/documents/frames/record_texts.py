"""Texts of records in documents: the mark of sample data, dates, and parts joined."""

from collections.abc import Iterable
from datetime import date

from cluster_desktop.documents.content.content import Paragraph, Tone
from cluster_desktop.domain.text.dates import PartialDate

SAMPLE_MARK = "*"
_NOTES_SHOWN = 4


def guess_paragraph(guessed: int, total: int) -> Paragraph | None:
    """The note on people of whom something is only known from a list of a later day than the document's."""
    if not guessed:
        return None
    text = f"* Theo số liệu hiện có: {guessed} trên {total} người chưa có số liệu của ngày này."
    return Paragraph(text, Tone.NOTE)


def sample_paragraph(notes: Iterable[str | None], total: int, noun: str) -> Paragraph | None:
    """The note on sample data: how many of *total* records, and what about them is a sample."""
    marked = [note for note in notes if note is not None]
    if not marked:
        return None
    kinds = list(dict.fromkeys(note.strip().rstrip(".") for note in marked if note.strip()))
    more = "; v.v" if len(kinds) > _NOTES_SHOWN else ""
    what = f" Cụ thể: {'; '.join(kinds[:_NOTES_SHOWN])}{more}." if kinds else ""
    text = (
        f"* Số liệu đánh dấu * là dữ liệu mẫu ({len(marked)} trên {total} {noun}), dùng để minh họa, "
        f"không phải số liệu chính thức.{what}"
    )
    return Paragraph(text, Tone.NOTE)


def capitalized(text: str) -> str:
    """What somebody typed as it begins a cell or a sentence; the rest stays."""
    return text[:1].upper() + text[1:]


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
