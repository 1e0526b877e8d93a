"""The interface between the scoring page and its parts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLayout, QWidget
from typing_extensions import override

from cluster_desktop.commands.scoring import score_sheets
from cluster_desktop.domain.scoring.scored_sheet import ScoredUnit
from cluster_desktop.ui.grid.cell_model import CellModel
from cluster_desktop.ui.grid.cell_table import CellTable
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.labels import rule
from cluster_desktop.ui.kit.layouts import BELOW, Item, Space, grow, in_column, in_row
from cluster_desktop.ui.scoring.desk import ScoreDesk


class UnitsModel(CellModel):
    """A row for each of some units of the sheet."""

    def __init__(self, desk: ScoreDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.units: tuple[ScoredUnit, ...] = ()

    def set_units(self, units: tuple[ScoredUnit, ...]) -> None:
        """Show these units."""
        with self.changing(same=[unit.uid for unit in units] == [unit.uid for unit in self.units]):
            self.units = units

    @override
    def height(self) -> int:
        return len(self.units)

    @override
    def place(self, row: int, column: int) -> str:
        return f"{self.units[row].short_name}, {self.HEADINGS[column].lower()}"


class ScoringPart(QWidget):
    """A row of tools, a banner, and a table to work in. ``action`` is the part's next step,
    its data the name of its icon.

    ``turned_to`` (key): another part of the page; ``record_requested`` (kind, uid): another page.
    """

    turned_to = Signal(str)
    record_requested = Signal(str, str)
    table: CellTable

    def __init__(self, desk: ScoreDesk, next_step: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.action = QAction(next_step, self)
        self.action.setData(icon)
        self.action.triggered.connect(self.take_step)
        self.banner = Banner()

    def arrange(self, main: QWidget | QLayout, *tools: Item) -> None:
        """Lay the part out: *tools* in a row, the banner, and *main* below them in the rest of the page."""
        in_column(
            in_row(*tools, margins=(Space.LARGE, Space.TIGHT, Space.LARGE, Space.SMALL)),
            in_column(self.banner, margins=BELOW),
            rule(),
            grow(main),
            on=self,
            space=Space.NONE,
        )

    def take_step(self) -> None:
        """Do the next step."""
        raise NotImplementedError

    def show_sheet(self) -> None:
        """Show the present sheet."""
        raise NotImplementedError

    def show_lock(self) -> bool:
        """Show that the sheet is locked and how it is unlocked; False when it is not locked."""
        sheet = self.desk.sheet
        if sheet.locked:
            when = f" ngày {sheet.locked_on.show()}" if sheet.locked_on else ""
            self.banner.show_text(
                f"Bảng điểm đã chốt{when}; không ai sửa được nữa.", "accent", ("Mở lại…", self.unlock)
            )
        return sheet.locked

    def show_findings(self, sentences: Sequence[str]) -> None:
        """Show that the sheet is locked, or else what should be corrected."""
        if self.show_lock():
            return
        if sentences:
            self.banner.show_text("\n".join(sentences), "caution")
        else:
            self.banner.hide()

    def unlock(self) -> None:
        """Ask for the reason and unlock the sheet."""
        reason, agreed = QInputDialog.getText(self, "Mở lại bảng điểm", "Lý do mở lại (được ghi vào lịch sử):")
        if agreed:
            self.desk.do(score_sheets.unlock_sheet, self.desk.sheet.uid, reason)
        self.start()  # the button that was pressed is gone

    def start(self) -> None:
        """Put the cursor into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def unsaved(self) -> bool:
        """The part holds input that is not written: an open editor, or refused texts."""
        return bool(self.table.cells.refused) or self.table.is_editing()

    def save(self) -> bool:
        """Write what is being typed; False when something has to be corrected first."""
        self.table.finish()
        count = len(self.table.cells.refused)
        if count:
            self.desk.tell(f"Còn {count} ô gõ chưa đúng (nền đỏ). Hãy sửa, hoặc bấm Esc ở ô đó để bỏ.", wrong=True)
        return count == 0

    def discard(self) -> None:
        """Drop what is being typed and refused texts."""
        self.table.cancel_edit()
        self.table.cells.drop_refused()
