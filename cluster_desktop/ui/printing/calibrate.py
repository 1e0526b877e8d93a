"""Căn chỉnh máy in: print a sheet, measure it with a ruler, and every later print lands in its place."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QDialog, QDoubleSpinBox, QWidget

from cluster_desktop.documents.certificates.measure_sheet import INSET
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import form_grid, in_row, stretch
from cluster_desktop.ui.printing.calibration import Calibration, Measured, from_measures

_ROOM: Final = 40.0
_WRONG: Final = "Số đo lệch quá nhiều so với số đúng. Hãy đo lại từ mép giấy đến tâm dấu chữ thập."

Print = Callable[[Calibration], None]
"""Prints the test sheet with a correction."""


class CalibrateDialog(QDialog):
    """Four measures of one printer, tray and paper; ``calibration`` is what they come to."""

    def __init__(
        self, where: str, size: PageSize, known: Calibration, print_sheet: Print, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Căn chỉnh máy in")
        self.setMinimumWidth(480)
        self._print = print_sheet
        self._wanted = Measured(left=INSET, top=INSET, across=size.width - 2 * INSET, down=size.height - 2 * INSET)
        self._known = known
        self.left = _measure(self._wanted.left, "Mép trái đến dấu A")
        self.top = _measure(self._wanted.top, "Mép trên đến dấu A")
        self.across = _measure(self._wanted.across, "Ngang từ A đến B")
        self.down = _measure(self._wanted.down, "Dọc từ A đến B")
        self.turned = QCheckBox("In &ngược đầu (phôi đưa vào máy bằng cạnh kia)")
        self.turned.setChecked(known.turned)
        self.result_words = label("", "hint", wraps=True)
        self.checking = button("In tờ &kiểm tra", self._on_check_clicked, icon="print")
        self.keeping = button("&Lưu", self.accept, kind="primary")
        self._lay_out(where)
        for box in (self.left, self.top, self.across, self.down):
            box.valueChanged.connect(self._on_measure_changed)
        self.turned.toggled.connect(self._on_measure_changed)
        self._on_measure_changed()

    @property
    def calibration(self) -> Calibration | None:
        """What the measures come to, or what was known where nothing was measured; None when they cannot be right."""
        found = Measured(
            left=self.left.value(), top=self.top.value(), across=self.across.value(), down=self.down.value()
        )
        if found == self._wanted and self.turned.isChecked() == self._known.turned:
            return self._known
        try:
            return from_measures(self._wanted, found, turned=self.turned.isChecked())
        except ValueError:
            return None

    def _lay_out(self, where: str) -> None:
        steps = "In tờ thử, đo bằng thước rồi ghi số đo. Tờ thử luôn in nguyên vị trí, chưa căn chỉnh."
        form = form_grid(
            ("Mép t&rái đến dấu A", self.left),
            ("Mép tr&ên đến dấu A", self.top),
            ("N&gang từ A đến B", self.across),
            ("&Dọc từ A đến B", self.down),
        )
        foot = in_row(
            self.checking,
            stretch(),
            button("&Bỏ căn chỉnh", self._on_reset_clicked),
            button("Thô&i", self.reject),
            self.keeping,
        )
        column_of(
            self,
            label(where, "record", wraps=True),
            label(steps, "quiet", wraps=True),
            button("In tờ &thử", self._on_print_clicked, icon="print"),
            form,
            self.turned,
            self.result_words,
            foot,
        )

    def _on_measure_changed(self) -> None:
        found = self.calibration
        told = _WRONG if found is None else f"Sẽ chỉnh: {found.words() or 'không'}."
        self.result_words.setText(told)
        self.checking.setEnabled(found is not None)
        self.keeping.setEnabled(found is not None)

    def _on_print_clicked(self) -> None:
        self._print(Calibration(turned=self.turned.isChecked()))

    def _on_check_clicked(self) -> None:
        if self.calibration is not None:
            self._print(self.calibration)

    def _on_reset_clicked(self) -> None:
        self._known = Calibration()
        self.turned.setChecked(False)
        for box, wanted in (
            (self.left, self._wanted.left),
            (self.top, self._wanted.top),
            (self.across, self._wanted.across),
            (self.down, self._wanted.down),
        ):
            box.setValue(wanted)
        self._on_measure_changed()


def _measure(wanted: float, name: str) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setLocale(QLocale(QLocale.Language.Vietnamese))
    made.setDecimals(1)
    made.setSingleStep(0.1)
    made.setRange(max(0.0, wanted - _ROOM), wanted + _ROOM)
    made.setValue(wanted)
    made.setSuffix(" mm")
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    made.setAccessibleName(name)
    return made
