"""The number of registrations for each award, by unit."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableWidget, QTableWidgetItem, QWidget

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import grow

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountsDialog(QDialog):
    """A table of units and awards with their sums."""

    def __init__(self, counts: Mapping[str, Mapping[str, int]], year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Số đăng ký năm {year}")
        open_at(self, parent, 760, 420)
        awards = [code for code in AWARD_KINDS if any(code in line for line in counts.values())]
        self.table = QTableWidget(len(counts) + 1, len(awards) + 1)
        self.table.setAccessibleName("Số đăng ký theo đơn vị và danh hiệu")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalHeaderLabels([*(AWARD_KINDS[code].short for code in awards), "Cộng"])
        self.table.setVerticalHeaderLabels([*counts, "Cộng"])
        for row, line in enumerate(counts.values()):
            self._put(row, [*(line.get(code, 0) for code in awards), sum(line.values())])
        sums = [sum(line.get(code, 0) for line in counts.values()) for code in awards]
        self._put(len(counts), [*sums, sum(sums)])
        self._lay_out()

    def _put(self, row: int, numbers: list[int]) -> None:
        for column, number in enumerate(numbers):
            item = QTableWidgetItem(str(number) if number else "")
            item.setTextAlignment(_RIGHT)
            self.table.setItem(row, column, item)

    def _lay_out(self) -> None:
        hint = label("Đơn vị để trống cả dòng là chưa đăng ký.", "hint")
        column_of(self, grow(self.table), foot_of(self, leave="Đóng", note=hint))
