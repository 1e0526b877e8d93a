"""The ballot count of a council as a grid that is edited like a spreadsheet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from cluster_desktop.commands.awards.councils import Counts
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.ballots import COUNTS, Ballot, count_problems
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.text.numbers import percent
from cluster_desktop.ui.grid.cell_model import CellLook, CellModel, TypedCell
from cluster_desktop.ui.grid.cell_table import CellTable

FIRST: Final = 2
"""The column of the first number."""
_RESULT: Final = 8
_HEADINGS: Final = (
    "Họ và tên, tên tập thể",
    "Danh hiệu",
    "Phát ra",
    "Thu về",
    "Hợp lệ",
    "Đồng ý",
    "Tỷ lệ",
    "Cần",
    "Kết quả",
)
_WIDTHS: Final = (150, 130, 66, 66, 66, 66, 74, 50, 100)
"""In px; the names take what is left."""
_NO_NUMBER: Final = "Số phiếu chỉ ghi bằng chữ số, ví dụ 9; để trống nếu chưa kiểm."


class BallotModel(CellModel):
    """A line for each nomination; ``changed`` when a number is another one. Nothing is stored here."""

    changed = Signal()
    HEADINGS = _HEADINGS

    def __init__(self, ballots: Sequence[Ballot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ballots = list(ballots)
        self._stored = {ballot.uid: ballot.counts for ballot in ballots}

    @property
    def counts(self) -> dict[str, Counts]:
        """The numbers by nomination, of the lines that differ from the stored ones."""
        return {ballot.uid: ballot.counts for ballot in self.ballots if ballot.counts != self._stored[ballot.uid]}

    @property
    def dirty(self) -> bool:
        """The grid holds input that is not stored."""
        return bool(self.counts or self.refused)

    @property
    def wrong(self) -> int:
        """The number of lines that do not add up."""
        return sum(bool(count_problems(ballot.members, ballot.counts)) for ballot in self.ballots)

    def fill(self, ballots: int) -> None:
        """Enter the number of ballots where none was counted as issued, returned and valid."""
        self.put(
            [
                TypedCell(row, FIRST + place, str(ballots))
                for row, ballot in enumerate(self.ballots)
                for place, number in enumerate(ballot.counts[:-1])
                if number is None
            ]
        )

    @override
    def height(self) -> int:
        return len(self.ballots)

    @override
    def words(self, row: int, column: int) -> str:
        ballot = self.ballots[row]
        if self.editable(row, column):
            number = ballot.counts[column - FIRST]
            return "" if number is None else str(number)
        share = percent(ballot.in_favour, ballot.members) if ballot.in_favour is not None and ballot.members else ""
        verdict = (
            "" if ballot.passed is None else "Đạt" if ballot.state_proposed == NominationState.ACCEPTED else "Không đạt"
        )
        texts = {0: ballot.name, 1: AWARD_KINDS[ballot.award].short, 6: share, _RESULT: verdict}
        return texts.get(column, str(ballot.needed.votes) if ballot.members else "")

    @override
    def look(self, row: int, column: int) -> CellLook:
        passed = self.ballots[row].passed
        icon = ("success", "good") if passed else ("error", "wrong")
        return CellLook(
            bold=column == _RESULT,
            tone="wrong" if self._problem_of(row, column) else "",
            icons=(icon,) if column == _RESULT and passed is not None else (),
            fixed=not self.editable(row, column),
        )

    @override
    def tip(self, row: int, column: int) -> str:
        ballot = self.ballots[row]
        nominee = f"{ballot.name}, {ballot.place}\n{ballot.award_name}"
        return self._problem_of(row, column) or (ballot.summary if column >= FIRST + len(COUNTS) else nominee)

    def _problem_of(self, row: int, column: int) -> str:
        return count_problems(self.ballots[row].members, self.ballots[row].counts).get(column - FIRST, "")

    @override
    def place(self, row: int, column: int) -> str:
        return f"{self.ballots[row].name}, {_HEADINGS[column].lower()}"

    @override
    def numeric(self, column: int) -> bool:
        return FIRST <= column < _RESULT

    @override
    def editable(self, row: int, column: int) -> bool:
        return FIRST <= column < FIRST + len(COUNTS)

    @override
    def check(self, row: int, column: int, text: str) -> None:
        if text and not text.isdecimal():
            raise ValueError(_NO_NUMBER)

    @override
    def write(self, cells: Sequence[TypedCell]) -> str:
        for cell in cells:
            numbers = list(self.ballots[cell.row].counts)
            numbers[cell.column - FIRST] = int(cell.text) if cell.text else None
            issued, returned, valid, in_favour = numbers
            self.ballots[cell.row] = replace(self.ballots[cell.row], counts=(issued, returned, valid, in_favour))
        self.changed.emit()
        return ""

    @override
    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> str:
        """Paste the numbers of the block; its words, and what lies outside the table, are skipped."""
        cells = [
            TypedCell(row + down, column + across, text)
            for down, texts in enumerate(block[: self.height() - row])
            for across, text in enumerate(texts)
            if self.editable(row + down, column + across) and (not text or text.isdecimal())
        ]
        return "" if self.put(cells) else _NO_NUMBER


class BallotTable(CellTable):
    """The grid of one council session, with the cursor where the first votes in favour are typed."""

    def __init__(self, model: BallotModel) -> None:
        super().__init__(model, "Bảng kiểm phiếu")
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if model.ballots:
            self.go(0, FIRST + len(COUNTS) - 1)
