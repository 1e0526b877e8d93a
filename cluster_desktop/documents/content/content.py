"""The content of a document, before it is ink: heading, paragraphs, tables, figures, signatures.

The same tree is written as PDF and as Excel; ``data`` holds the figures themselves for programs (JSON).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from cluster_desktop.domain.figures.count import marked_whole
from cluster_desktop.domain.printing.own_words import OwnWording, bare
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.names import upper
from cluster_desktop.domain.text.numbers import Number, percent, show_number

Cell = str | int | Decimal | date | PartialDate | None
"""Numbers and dates stay what they are, so that Excel can count and sort them.

A figure that was counted is a ``Count``, or ``Words`` with its marks: it can be traced to its records.
"""

Data = str | int | float | None | Sequence["Data"] | Mapping[str, "Data"]


class Align(Enum):
    """Alignment of a column; NUMBER lines up the digits in the middle of the column."""

    LEFT = "left"
    CENTRE = "centre"
    NUMBER = "number"


class Tone(Enum):
    """The part a paragraph plays: running text, a note below a table, a remark in the middle, a legal basis
    (căn cứ), the word that begins what is decided, the body addressed (kính gửi).
    """

    BODY = "body"
    NOTE = "note"
    CENTRE = "centre"
    BASIS = "basis"
    HEADLINE = "headline"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganHeading:
    """The body above the organ, the organ itself, the number, place and day of the document."""

    superior: str = ""
    organ: str
    number: str = ""
    """As it is printed, "Số: 05/BC-TCT"; an empty one is left out."""
    place: str = ""
    dated: date | PartialDate | None = None
    """The day of the document, as far as it is known; None leaves room to write it."""
    in_text: bool = False
    """True for minutes, whose text tells place and day, so that the head does not."""

    @property
    def day(self) -> PartialDate | None:
        """The day of the document, as far as it is known."""
        return PartialDate.of(self.dated) if isinstance(self.dated, date) else self.dated


@dataclass(frozen=True, slots=True, kw_only=True)
class StateHeading(OrganHeading):
    """Decree 30/2020/NĐ-CP: the organ on the left, the national motto on the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHeading(OrganHeading):
    """Guideline 36-HD/VPTW (2018): the organ and a star on the left, the Party's name on the right."""


Heading = StateHeading | PartyHeading


_PART: Final = re.compile(r"[IVX]+[.-] ")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside the document, also its bookmark."""

    title: str

    @property
    def heading(self) -> str:
        """The title as it is printed: parts that are counted "I.", "II." stand in capitals (Decree 30/2020)."""
        return upper(self.title) if _PART.match(self.title) else self.title


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed starts a new line. *lead* are the words in bold it begins with ("Điều 1.")."""

    text: str
    tone: Tone = Tone.BODY
    lead: str = ""

    @property
    def words(self) -> str:
        """Lead and text."""
        return " ".join(part for part in (self.lead, self.text) if part)


_ROOM_TO_WRITE: Final = re.compile(r" ?…{8,}$")


def without_room(line: str) -> str | None:
    """The words of a *line* that ends in room to write, which is dotted to the end of the line; None for another."""
    words, found = _ROOM_TO_WRITE.subn("", line)
    return words if found else None


@dataclass(frozen=True, slots=True)
class Appendix:
    """A part of its own on a new page whose numbers begin again: title, subject, what it belongs to."""

    title: str
    subject: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. *width* is its share of the table; neighbours of one *group* share a heading.

    A column that is not *printed* only goes into spreadsheets. What a *noted* one says was noted beside the row later
    on (the number of a sheet handed out): a paper that differs only there says the same.
    """

    heading: str
    width: float
    align: Align = Align.LEFT
    group: str = ""
    printed: bool = True
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a heading that repeats on every page. *totals* stand in bold below the rows.

    *bands* has a text for each row: in print it stands above the first row of those that share it. Rows
    whose place is in *strong* are in bold: they head others or add them up.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()
    bands: Sequence[str] = ()
    title: str = ""
    strong: frozenset[int] = frozenset()
    empty: str = "Chưa có dữ liệu."
    """What stands in a table without rows."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure with what it counts."""

    value: int | str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures side by side."""

    figures: tuple[Figure, ...]


class ChartKind(Enum):
    """Shapes of a chart: lying bars for words, upright columns for what has an order (years, ages)."""

    BARS = "bars"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Distribution:
    """The parts of a total: each part with its share, drawn as long as it is large.

    *layers* divide every part once more (levels within years); *honours* are drawn in red and gold. Parts that are no
    shares of a whole (points) go without *shares*.
    """

    title: str
    parts: Mapping[str, Number]
    unit: str = "Số người"
    look: ChartKind = ChartKind.BARS
    layers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    honours: bool = False
    shares: bool = True

    @property
    def words(self) -> str:
        """Everything it says in one sentence, for those who cannot see it."""
        return f"{self.title}: {', '.join(f'{word} {show_number(number)}' for word, number in self.parts.items())}."

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings above its figures in a table."""
        return (self.title, *self.layers, self.unit, *(("Tỷ lệ",) if self.shares else ()))

    def row(self, word: str) -> tuple[str, ...]:
        """The figures of one part below the headings."""
        layers = (show_number(parts.get(word, 0)) for parts in self.layers.values())
        return (word, *layers, show_number(self.parts[word]), *((self.share(word),) if self.shares else ()))

    def share(self, word: str) -> str:
        """The share of one part, '' where shares say nothing."""
        return share(self.parts[word], sum(self.parts.values())) if self.shares else ""


def scores(points: Mapping[str, Number], title: str = "Điểm thi đua") -> Distribution:
    """The points of units by their names, in the order given."""
    return Distribution(title, points, "Điểm", shares=False)


@dataclass(frozen=True, slots=True)
class Distributions:
    """Distributions side by side."""

    distributions: tuple[Distribution, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as its file is, with the words below it."""

    data: bytes
    caption: str = ""
    credit: str = ""

    @property
    def words(self) -> str:
        """Caption and credit in one line."""
        return " ".join(part for part in (self.caption, f"(Ảnh: {self.credit})" if self.credit else "") if part)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Photos two beside each other, each with its words below."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """A signature: the lines of authority and office in capitals, a hint in italics, the name."""

    office: tuple[str, ...]
    name: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Recipients:
    """ "Nơi nhận" with its list: lines without dashes and last signs, the last one names what is filed."""

    lines: tuple[str, ...]

    @property
    def listed(self) -> tuple[str, ...]:
        """The lines as they are printed: "- Như trên;" … "- Lưu: VT, HĐTĐKT." (Decree 30/2020, appendix I)."""
        lines = [bare(line) for line in self.lines if bare(line)]
        return tuple(f"- {line}{'.' if place == len(lines) else ';'}" for place, line in enumerate(lines, 1))


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The end of a document; it never stands alone on a page."""

    right: Signer
    left: Signer | Recipients | None = None


Block = Section | Paragraph | Appendix | Table | Figures | Distributions | Pictures | SignatureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document from heading to signature.

    ``title`` is printed in capitals and ``subtitle`` below it; ``data`` is what JSON gets. ``remark`` is a sentence for
    whoever composes it, which is never printed.
    """

    heading: Heading | None
    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...]
    landscape: bool = False
    author: str = ""
    data: Mapping[str, Data] = field(default_factory=dict)
    remark: str = ""
    wording: OwnWording | None = None
    """Which of its words an office may write itself."""

    @property
    def name(self) -> str:
        """Title and subject in one line."""
        return ": ".join(text for text in (self.title, self.subject) if text)

    @property
    def subject(self) -> str:
        """The subtitle in one line."""
        return " – ".join(line.strip() for line in self.subtitle.split("\n") if line.strip())


def leads_in(block: Block, following: Block | None) -> bool:
    """True for words that must not end a page before what they lead in.

    That is a table, or what stands behind a colon or behind a title in bold that has no text of its own.
    """
    if not isinstance(block, Paragraph) or block.tone is Tone.NOTE or following is None:
        return False
    return isinstance(following, Table) or block.words.endswith(":") or not block.text


def share(part: Number, whole: Number) -> str:
    """ "55,4%", which no line end can part; "100%", "–" without a whole."""
    return marked_whole(percent(part, whole), part)


def show_cell(cell: Cell) -> str:
    """The words of a cell as they are printed."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return f"{cell:,}".replace(",", ".")
    if isinstance(cell, Decimal):
        return show_number(cell)
    if isinstance(cell, PartialDate):
        return cell.show()
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell
