"""Căn chỉnh máy in: print a sheet, measure it with a ruler, and later prints land in their place."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QCheckBox, QDialog, QDoubleSpinBox, QWidget

from cluster_desktop.documents.certificates.measure_sheet import INSET
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import form_grid, in_row, stretch
from cluster_desktop.ui.kit.lists import millimetre_box
from cluster_desktop.ui.printing.calibration import Calibration, Measured, from_measures

_ROOM: Final = 40.0
_WRONG: Final = "Số đo lệch quá nhiều so với số đúng. Hãy đo lại từ mép giấy đến tâm dấu chữ thập."

Print = Callable[[Calibration], None]
"""Prints the test sheet with a correction."""


class CalibrateDialog(QDialog):
    """Four measures of one printer, tray and paper; ``calibration`` is their result."""

    def __init__(
        self, where: str, size: PageSize, remembered: Calibration, print_sheet: Print, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Căn chỉnh máy in")
        self.setMinimumWidth(480)
        self._print = print_sheet
        self._target = Measured(left=INSET, top=INSET, across=size.width - 2 * INSET, down=size.height - 2 * INSET)
        self._remembered = remembered
        self.left = _measure(self._target.left, "Mép trái đến dấu A")
        self.top = _measure(self._target.top, "Mép trên đến dấu A")
        self.across = _measure(self._target.across, "Ngang từ A đến B")
        self.down = _measure(self._target.down, "Dọc từ A đến B")
        self.turned = QCheckBox("In &ngược đầu (phôi đưa vào máy bằng cạnh kia)")
        self.turned.setChecked(remembered.turned)
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
        """The correction for the measures, or the remembered one without measures; None for impossible measures."""
        measured = Measured(
            left=self.left.value(), top=self.top.value(), across=self.across.value(), down=self.down.value()
        )
        if measured == self._target and self.turned.isChecked() == self._remembered.turned:
            return self._remembered
        try:
            return from_measures(self._target, measured, turned=self.turned.isChecked())
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
        calibration = self.calibration
        sentence = _WRONG if calibration is None else f"Sẽ chỉnh: {calibration.words() or 'không'}."
        self.result_words.setText(sentence)
        self.checking.setEnabled(calibration is not None)
        self.keeping.setEnabled(calibration is not None)

    def _on_print_clicked(self) -> None:
        self._print(Calibration(turned=self.turned.isChecked()))

    def _on_check_clicked(self) -> None:
        if self.calibration is not None:
            self._print(self.calibration)

    def _on_reset_clicked(self) -> None:
        self._remembered = Calibration()
        self.turned.setChecked(False)
        for box, target in (
            (self.left, self._target.left),
            (self.top, self._target.top),
            (self.across, self._target.across),
            (self.down, self._target.down),
        ):
            box.setValue(target)
        self._on_measure_changed()


def _measure(target: float, name: str) -> QDoubleSpinBox:
    box = millimetre_box(name, max(0.0, target - _ROOM), target + _ROOM, 0.1)
    box.setValue(target)
    return box
