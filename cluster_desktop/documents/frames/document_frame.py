"""The frame of an office's document: heading and number, legal bases, signatures and recipients."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from cluster_desktop.documents.content.content import (
    Block,
    Data,
    Document,
    Heading,
    Paragraph,
    PartyHeading,
    Recipients,
    SignatureBlock,
    Signer,
    Tone,
)
from cluster_desktop.domain.printing.own_words import OfficeWords, OwnWording, WordsPart, bare

DOTS: Final = "…" * 30
"""A line to write on by hand."""
_REST: Final = "…" * 18
"""The rest of a line."""
_NUMBER_ROOM: Final = "……"
MINUTES: Final = "BB"
"""The sign of minutes in a number; place and day stand in their text and not in the head."""
_PART_MARK: Final = "./."


BY_HAND: Final = "(Ký, ghi rõ họ tên)"
"""The hint under a signature whose name is written by hand."""
_CLERK: Final = Signer(("Người lập biểu",), hint=BY_HAND)
LISTED: Final = Signer(("Người lập danh sách",), hint=BY_HAND)
"""Who signs a list of names beside the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFrame:
    """Everything about a document that does not come from its records.

    ``heading`` has no number yet; ``bases`` are the laws in force on the document's day, without "Căn cứ".
    ``scope`` names whose document it is ("Cụm thi đua số 2", "Trường Chính trị tỉnh Lào Cai"); ``left``
    stands beside the signature of a document of figures.
    """

    heading: Heading
    scope: str
    abbreviation: str = "TCT"
    number: str = ""
    """The number of the document in its series: "05"; '' leaves room to write it."""
    bases: tuple[str, ...] = ()
    signer: Signer
    author: str = ""
    left: Signer | Recipients = _CLERK
    words: OfficeWords = field(default_factory=OfficeWords)
    """What the office writes instead of the model."""

    @property
    def party(self) -> bool:
        """True where the office writes in the form of the Party."""
        return isinstance(self.heading, PartyHeading)

    @property
    def end(self) -> str:
        """The end of the last sentence: "./." by custom of the State's documents, a full stop in the Party's."""
        return "." if self.party else _PART_MARK

    def numbered(self, symbol: str, number: str = "") -> Heading:
        """The heading with the number of a kind of document, open where none is given.

        State: "Số: 05/TTr-TCT" (Decree 30/2020, appendix III); Party: "Số 05-TTr/ĐU" (Guideline 36-HD/VPTW).
        """
        if number:
            words = f"Số {number}" if self.party else f"Số: {number}"
        elif self.party:
            words = f"Số {self.number or _NUMBER_ROOM}-{symbol}/{self.abbreviation}"
        else:
            words = f"Số: {self.number or _NUMBER_ROOM}/{symbol}-{self.abbreviation}"
        return replace(self.heading, number=words, in_text=symbol == MINUTES)

    def basis(self, *more: str) -> tuple[Paragraph, ...]:
        """ "Căn cứ …;" line by line, the last one with a full stop where the Party writes, else a semicolon."""
        lines = self.words.bases([f"Căn cứ {line}" for line in self.bases] + list(more))
        mark = "- " if self.party else ""
        tone = Tone.BODY if self.party else Tone.BASIS
        last = len(lines) - 1
        return tuple(
            Paragraph(f"{mark}{line}{'.' if place == last else ';'}", tone) for place, line in enumerate(lines)
        )

    def addressees(self, *model: str) -> tuple[str, ...]:
        """The bodies the document is addressed to."""
        return self.words.addressees(model)

    def addressed(self, *model: str) -> tuple[Paragraph, ...]:
        """ "Kính gửi: …" without a full stop; several bodies a line each (Decree 30/2020, appendix I)."""
        to = self.addressees(*model)
        if len(to) < 2:
            return tuple(Paragraph(f"Kính gửi: {body}", Tone.ADDRESS) for body in to)
        listed = "\n".join(Recipients(to).listed)
        return (Paragraph(f"Kính gửi:\n{listed}", Tone.ADDRESS),)

    def ending(self, *model: str) -> tuple[Paragraph, ...]:
        """The last sentences before the signature, with the sign that ends a document."""
        lines = self.words.lines(WordsPart.CLOSING, model)
        return tuple(
            Paragraph(f"{bare(line)}{self.end}" if place == len(lines) else line) for place, line in enumerate(lines, 1)
        )

    def written(self, part: WordsPart) -> tuple[Paragraph, ...]:
        """What only the office can tell, a paragraph for each line; else room to write."""
        return body(*self.words.lines(part)) or body(DOTS, DOTS)

    def document(
        self,
        title: str,
        subtitle: str,
        blocks: Iterable[Block | None],
        data: Mapping[str, Data],
        *,
        heading: Heading | None = None,
        landscape: bool = False,
        remark: str = "",
    ) -> Document:
        """A document of the blocks that are not None, under the frame's heading or the *heading* with its number.

        *remark* is for whoever composes it and is never printed.
        """
        shown = tuple(block for block in blocks if block)
        return Document(
            heading=heading or self.heading,
            title=title,
            subtitle=subtitle,
            blocks=shown,
            landscape=landscape,
            author=self.author,
            data=data,
            wording=self._wording(shown),
            remark=remark,
        )

    def _wording(self, blocks: tuple[Block, ...]) -> OwnWording | None:
        signed = [block for block in blocks if isinstance(block, SignatureBlock)]
        if any(self.signer in (block.left, block.right) for block in signed):
            self.words.offer_signing()
        return self.words.wording

    def of_figures(
        self, title: str, subtitle: str, blocks: Iterable[Block | None], data: Mapping[str, Data]
    ) -> Document:
        """A landscape document of the blocks that are not None, closed by the signatures.

        An office that has not said who it is gets no heading.
        """
        signed = (*blocks, SignatureBlock(self.signer, self.left))
        document = self.document(title, subtitle, signed, data, landscape=True)
        return document if self.heading.organ else replace(document, heading=None)

    def closing(self, recipients: Iterable[str]) -> SignatureBlock:
        """Recipients on the left, the signature on the right."""
        return SignatureBlock(self.signer, self.recipients(*recipients))

    def filed(self, *model: str) -> SignatureBlock:
        """Recipients alone, below the two signatures of minutes."""
        return SignatureBlock(Signer(()), self.recipients(*model))

    def recipients(self, *model: str) -> Recipients:
        """ "Nơi nhận" with its lines; "Lưu: VT, …" stands last."""
        return Recipients(self.words.lines(WordsPart.RECIPIENTS, model))


def body(*lines: str) -> tuple[Paragraph, ...]:
    """Running text, a paragraph each."""
    return tuple(Paragraph(line) for line in lines)


def named(*pairs: tuple[str, str]) -> tuple[Paragraph, ...]:
    """Lines such as "Họ và tên: Lò Thị Ơn"; room to write where nothing is known."""
    return tuple(Paragraph(f"{name}: {value or _REST}") for name, value in pairs)
