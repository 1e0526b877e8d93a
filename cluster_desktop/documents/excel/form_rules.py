"""What a cell of a form takes, as Excel checks it while somebody types, each with its sentence."""

from dataclasses import dataclass, replace
from typing import Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Date, Digits, Flag, Integer, Points, Suggestion, Text
from cluster_desktop.domain.text.numbers import show_number

_LONGEST_TITLE: Final = 32
_LONGEST_MESSAGE: Final = 255
_ERROR: Final = "Ô này chưa đúng"
_DAY: Final = (
    "=OR(ISNUMBER({0}),AND(LEN({0})<8,ISNUMBER(-RIGHT({0},4))),IFERROR(DAY(DATE(RIGHT({0},4),"
    'MID({0},FIND("/",{0})+1,LEN({0})-5-FIND("/",{0})),LEFT({0},FIND("/",{0})-1)))=-(-LEFT({0},FIND("/",{0})-1)),FALSE))'
)
"""A text such as 02/09/1976, 09/1976 or 1976; a true date of Excel too."""


@dataclass(frozen=True, slots=True)
class CellRule:
    """The check of the cells of one column: *words* stand in a range of the list sheet ('' for none).

    ``strict`` refuses other words than those, ``most`` is the cell that holds the largest number allowed.
    """

    field: Field
    words: str = ""
    strict: bool = False
    most: str = ""

    def options(self, row: int, column: int) -> dict[str, Any] | None:
        """The check of XlsxWriter for cells from *row* on; None where anything may be typed."""
        check = self._check(xl_rowcol_to_cell(row, column))
        if check is None:
            return None
        hint = self.field.help or (self.told if isinstance(self.field.type, Date | Integer) else "")
        shown = {"input_title": self.field.column_heading[:_LONGEST_TITLE], "input_message": hint[:_LONGEST_MESSAGE]}
        return {
            "ignore_blank": True,
            "error_title": _ERROR,
            "error_message": self.told[:_LONGEST_MESSAGE],
            **(shown if hint else {}),
            **check,
        }

    def _check(self, cell: str) -> dict[str, Any] | None:
        kind = self.field.type
        if self.words:
            return {"validate": "list", "source": f"={self.words}", "show_error": self.strict}
        if isinstance(kind, Date):
            return {"validate": "custom", "value": _DAY.format(cell)}
        if isinstance(kind, Integer):
            return {
                "validate": "decimal" if isinstance(kind, Points) else "integer",
                "criteria": "between",
                "minimum": kind.plain(kind.minimum) if kind.minimum else 0,
                "maximum": f"={self.most}" if self.most else kind.plain(kind.maximum),
            }
        if isinstance(kind, Text) and not isinstance(kind, Digits | Suggestion):
            return {"validate": "length", "criteria": "<=", "value": kind.max_length}
        return None

    @property
    def told(self) -> str:
        """What is right here, in one sentence."""
        kind, label = self.field.type, self.field.label
        if self.words or isinstance(kind, Flag):
            free = "Chọn trong danh sách, hoặc gõ nếu chưa có."
            return "Hãy chọn một mục trong danh sách của ô." if self.strict else free
        if isinstance(kind, Date):
            return "Ghi ngày như 02/09/1976; chỉ biết tháng thì ghi 09/1976, chỉ biết năm thì ghi 1976."
        if isinstance(kind, Points):
            most = " đến điểm tối đa của tiêu chí" if self.most else f" đến {kind.show(kind.maximum)}"
            return f"Ghi số điểm từ {kind.show(kind.minimum)}{most}, ví dụ 7,25."
        if isinstance(kind, Integer):
            return f"{label}: ghi số nguyên từ {show_number(kind.minimum)} đến {show_number(kind.maximum)}."
        length = kind.max_length if isinstance(kind, Text) else 0
        return f"{label}: tối đa {show_number(length)} ký tự."

    def up_to(self, cell: str) -> "CellRule":
        """The same with the largest number in another cell."""
        return replace(self, most=cell)
