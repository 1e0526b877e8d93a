"""Reading what somebody types or pastes into a score sheet."""

from decimal import Decimal

from cluster_desktop.domain.fields.types import POINT, show_points
from cluster_desktop.domain.scoring.scored_sheet import ScoreLine
from cluster_desktop.domain.scoring.vocabulary import CriterionKind
from cluster_desktop.domain.text import names, numbers

HOW_TO_TYPE = "Gõ số điểm, ví dụ 12,5."


def read_points(text: str, line: ScoreLine) -> int | None:
    """The points of a cell in hundredths, "12,5" and "12.5" alike; '' and "-" alone stand for none.

    A penalty may be written with a minus, as it is shown. Raises ValueError with one sentence that says what
    is right.
    """
    typed = names.nfc(text).strip()
    if typed in ("", "-", "–", "—"):
        return None
    number = _number(typed, line.maximum or 0) * POINT
    if number < 0 and line.kind == CriterionKind.PENALTY:
        number = -number
    if number != int(number):
        raise ValueError("Điểm có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,75.")
    check_points(int(number), line)
    return int(number)


def check_points(points: int, line: ScoreLine) -> None:
    """Raises ValueError with one sentence when a line cannot hold these points (hundredths)."""
    if line.group:
        raise ValueError(f"“{line.words}” là nhóm: điểm của nhóm do chương trình cộng.")
    if points < 0:
        raise ValueError("Điểm không được âm.")
    if points > (line.maximum or 0):
        what = "điểm trừ tối đa" if line.kind == CriterionKind.PENALTY else "điểm tối đa"
        raise ValueError(f"{show_points(points)} lớn hơn {what} {show_points(line.maximum or 0)}.")


def show_signed(points: int | None, line: ScoreLine) -> str:
    """Points as a cell of the line shows them: a penalty with its minus, nothing for none."""
    return "" if points is None else show_points(line.sign * points)


def _number(typed: str, maximum: int) -> Decimal:
    """A dot before three digits parts groups only where so many points exist: "12.500" is twelve and a half."""
    try:
        number = Decimal(numbers.parse_number(typed))
        if number * POINT > maximum and typed.count(".") == 1 and "," not in typed:
            number = Decimal(numbers.parse_number(typed.replace(".", ",")))
    except numbers.NumberProblem:
        raise ValueError(f"“{typed[:40]}” không phải là số điểm. {HOW_TO_TYPE}") from None
    return number
