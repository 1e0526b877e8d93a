"""The look of a certificate: boxes in millimetres from the top left of the sheet, as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from string import Formatter

from cluster_desktop.documents.certificates.border import BorderStyle
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.content.print_colors import Ink

_CODE_LINE = 3.5


class Heading(Enum):
    """Whose heading a certificate carries (Decree 98/2023/NĐ-CP Article 104)."""

    STATE = "state"
    PARTY = "party"


class BoxAlign(Enum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(Enum):
    """Place of the lines of a box that do not fill its height."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Variable:
    """Something a layout can print: its key, what the office calls it, and an example to show."""

    key: str
    label: str
    example: str
    may_be_empty: bool = False


VARIABLES: Mapping[str, Variable] = {
    variable.key: variable
    for variable in (
        Variable("authority", "chức vụ người quyết định", "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI"),
        Variable("recipient_prefix", "cách xưng hô", "Đồng chí", True),
        Variable("recipient_name", "tên người hoặc tập thể được khen", "Nông Văn Hiệp"),
        Variable("recipient_description", "chức danh, đơn vị", "Giảng viên Khoa Xây dựng Đảng"),
        Variable("citation", "thành tích", "Đã có thành tích xuất sắc trong phong trào thi đua năm 2020"),
        Variable("award_name", "tên danh hiệu hoặc hình thức", "Lao động tiên tiến"),
        Variable("decision_number", "số quyết định", "48/QĐ-TCT"),
        Variable("decision_date", "ngày quyết định", "ngày 05 tháng 01 năm 2021"),
        Variable("golden_book_label", "nhãn số sổ", "Số sổ vàng"),
        Variable("golden_book", "số sổ vàng", "03"),
        Variable("date_line", "địa danh và ngày tháng", "Lào Cai, ngày 05 tháng 01 năm 2021"),
        Variable("signer_title", "chức vụ người ký", "HIỆU TRƯỞNG"),
        Variable("signer_name", "họ tên người ký", "Nguyễn Văn An"),
        Variable("sample_mark", "dấu dữ liệu mẫu", "Dữ liệu mẫu"),
    )
}


class Template:
    """Text with ``{variables}``; ``{recipient_name:upper}`` prints the value in capitals."""

    def __init__(self, source: str) -> None:
        """Raises ValueError for unpaired braces or an unknown manner after the colon."""
        self.source = source
        self._pieces = tuple(
            (literal, field or "", manner == "upper") for literal, field, manner, _ in Formatter().parse(source)
        )
        manners = {manner for _, _, manner, _ in Formatter().parse(source) if manner}
        if manners - {"upper"}:
            raise ValueError(source)

        self.variables = tuple(field for _, field, _ in self._pieces if field)

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with every variable replaced; raises KeyError for one that *values* lacks."""
        parts: list[str] = []
        for literal, field, upper in self._pieces:
            parts.append(literal)
            if field:
                parts.append(values[field].upper() if upper else values[field])
        return "".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One piece of text: x, y, width and height in millimetres, sizes in points.

    A box in a stack takes its height from the stack and stands *gap* millimetres below the one before it. The
    defaults are those of a layout file (``TomlTable.read``).
    """

    key: str
    label: str
    text: Template
    x: float
    y: float
    width: float
    height: float
    face: str
    size: float
    floor: float
    colour: Ink
    align: BoxAlign = BoxAlign.CENTRE
    anchor: Anchor = Anchor.TOP
    max_lines: int = 1
    leading: float = 1.2
    """Distance of base lines as a multiple of the size."""
    tracking: float = 0
    """Extra space after each letter as a share of the size."""
    swelling: float = 0
    """Points by which the letters are drawn fatter than cut."""
    rule: bool = False
    """Whether a rule as long as the text runs below it."""
    heading: Heading | None = None
    """The heading this box belongs to; None for both."""
    optional: bool = False
    """Whether the box is simply left out when its variables are empty."""
    on_blank: bool = False
    """Whether a pre-printed blank carries this text already."""
    stack: str | None = None
    gap: float = 0

    @property
    def is_dressed(self) -> bool:
        """True for a text with more to it than letters: spacing, swelling or a rule."""
        return bool(self.tracking or self.swelling or self.rule)


@dataclass(frozen=True, slots=True)
class Stack:
    """A strip of the sheet (mm from the top) in which boxes follow each other, centred together."""

    key: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class EmblemSlot:
    """Place of the emblem: the middle of its circle from the top left, and its diameter, in millimetres."""

    x: float
    y: float
    size: float
    flags: bool = False


@dataclass(frozen=True, slots=True)
class PictureSlot:
    """Place of a picture, in millimetres from the top left; it keeps its shape and stands in the middle."""

    x: float
    y: float
    width: float
    height: float

    def on(self, page: PageSize) -> tuple[float, float, float, float]:
        """Left, bottom, width and height from the bottom left of the page."""
        return self.x, page.height - self.y - self.height, self.width, self.height


@dataclass(frozen=True, slots=True)
class CodeSlot:
    """Place of the square code with its bright edge, in millimetres from the top left."""

    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        """The code and the line below it that names the sheet."""
        return self.width + _CODE_LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole certificate as data."""

    name: str
    title: str
    page: PageSize
    border: BorderStyle | None
    emblem: EmblemSlot | None
    signature: PictureSlot | None = None
    code: CodeSlot | None = None
    boxes: Sequence[Box]
    stacks: Mapping[str, Stack]

    def boxes_for(self, heading: Heading) -> tuple[Box, ...]:
        """The boxes that a certificate with this heading has, in the order of the file."""
        return tuple(box for box in self.boxes if box.heading in (None, heading))
