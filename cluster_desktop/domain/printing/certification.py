"""The words a certificate takes from the records: whose office decides, who receives, who signs."""

import hashlib
from dataclasses import dataclass

from cluster_desktop.domain.people.heads import signing_titles
from cluster_desktop.domain.people.posts import post_in
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """A decision as its certificates need it; ``issuer`` is the issuing body's name on that date."""

    uid: str
    number: str
    decided_on: PartialDate
    year: int
    title: str
    issuer: str
    head_title: str
    signer_title: str
    signer_name: str
    place: str
    sample: bool
    unit_uid: str | None = None
    """The unit that decides, or hosts the event; None for a body above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientFacts:
    """One line of a decision's list."""

    uid: str
    ordinal: int | None
    award: str
    award_name: str
    collective: bool
    name: str
    position: str
    department: str
    unit: str
    citation: str
    sample: bool
    described_as: str = ""
    """Position and place of work as the paper wrote them; '' for what follows from the others."""
    number: str = ""
    """The number the certificate was given in its series; the ordinal stands for it otherwise."""


def issuer_of(decision: DecisionFacts) -> str:
    """Who decided, as running text names them: "Hiệu trưởng Trường Chính trị tỉnh Lào Cai"."""
    return f"{decision.head_title} {decision.issuer}".strip() if decision.unit_uid else decision.issuer


def authority(decision: DecisionFacts) -> str:
    """The deciding person's office in full, in capitals (decree 98/2023, article 104, line 3)."""
    return names.upper(f"{decision.head_title} {decision.issuer}".strip())


def signature_title(decision: DecisionFacts) -> str:
    """The office over the signature; a deputy signs for the head (decree 30/2020: KT.)."""
    return names.upper("\n".join(signing_titles(decision.signer_title, decision.head_title)))


def date_line(decision: DecisionFacts) -> str:
    """Place and date in words: "Lào Cai, ngày 05 tháng 01 năm 2021"."""
    words = decision.decided_on.in_words()
    return f"{decision.place}, {words}" if decision.place else words


def description(recipient: RecipientFacts) -> str:
    """Position and place of work: "Giảng viên Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai"."""
    if recipient.described_as:
        return recipient.described_as
    if recipient.collective:
        return recipient.unit if recipient.unit != recipient.name else ""
    return post_in(recipient.position, recipient.department, recipient.unit)


def prefix(recipient: RecipientFacts) -> str:
    """Return the words before the name."""
    return "Tập thể" if recipient.collective else "Đồng chí"


_SERIAL_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters that look like digits or like each other."""


def sheet_serial(book: str, award_uid: str, printed: int) -> str:
    """The serial of the next sheet of an award that was *printed* so many times in this book: "K7QF-2M9X"."""
    digest = hashlib.sha256(f"{book} {award_uid} {printed}".encode()).digest()
    number = int.from_bytes(digest[:5])
    letters = "".join(_SERIAL_LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"
