"""Documents as they left the office."""

from sqlalchemy.orm import Mapped, mapped_column

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.models.record import Record, refers_to


class IssuedDocument(Record):
    """A document that was issued: its very PDF and its composition, both kept as files of the book.

    ``document`` is the key of its kind and ``subject`` what it is of; of one subject there are versions, each with
    the reason why it was made. Saved, printed and handed over are three marks with their moments.
    """

    SORTED_BY = "title"
    SEARCHED = ("number", "signer")

    document: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    unit_uid: Mapped[str | None] = refers_to("unit")
    year: Mapped[int | None] = mapped_column(index=True)
    number: Mapped[str | None]
    dated_on: Mapped[PartialDate | None]
    signer: Mapped[str | None]
    version: Mapped[int]
    reason: Mapped[str | None]
    pdf: Mapped[str]
    composition: Mapped[str]
    program: Mapped[str]
    issued_at: Mapped[str]
    saved_at: Mapped[str | None]
    printed_at: Mapped[str | None]
    handed_at: Mapped[str | None]
