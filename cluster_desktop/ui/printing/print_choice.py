"""The print dialog: the printer, the tray, the sides, the number of copies, the pages."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from cluster_desktop.ui.kit.choice_box import ChoiceBox
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, fill, form_grid, in_row, stretch
from cluster_desktop.ui.kit.lists import number_box
from cluster_desktop.ui.printing.printers import SIDES, TRAYS, Feed, Printer, abilities
from cluster_desktop.ui.printing.printing import PrintChoice

_MOST_COPIES = 99
Calibrate = Callable[[str, Feed, QWidget], None]
"""Measures a printer with its tray, over a window."""
_Choice = TypeVar("_Choice")


class _Choices(ChoiceBox, Generic[_Choice]):
    """A combo box for a part of a set of choices; with nothing to choose it can be read but not opened."""

    def __init__(self, words: Mapping[_Choice, str], name: str) -> None:
        super().__init__()
        self._words = words
        self._offered: Sequence[_Choice] = ()
        self.setAccessibleName(name)

    def offer(self, choices: Sequence[_Choice], chosen: _Choice) -> None:
        """Offer these, at least one, in their order; *chosen* is on show if it is among them."""
        self._offered = choices
        self.clear()
        self.addItems([self._words[choice] for choice in choices])
        self.setCurrentIndex(choices.index(chosen) if chosen in choices else 0)
        self.setEnabled(len(choices) > 1)

    @property
    def chosen(self) -> _Choice:
        """The choice on show."""
        return self._offered[self.currentIndex()]


def _usual(_printer: str) -> Feed:
    return Feed()


class PrintDialog(QDialog):
    """The print dialog; ``choice`` after it was accepted, ``save_requested`` when a PDF is to be saved instead."""

    def __init__(
        self,
        what: str,
        paper: str,
        sheets: int,
        printers: Sequence[str],
        *,
        ask: Callable[[str], Printer] = abilities,
        usual: Callable[[str], Feed] = _usual,
        calibrate: Calibrate | None = None,
        page: int = 1,
        waiting: Sequence[int] = (),
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.save_requested = False
        self._sheets, self._abilities, self._usual = sheets, ask, usual
        self._waiting = tuple(waiting) if 0 < len(waiting) < sheets else ()
        self._column = self._first_column(what, paper)
        if printers:
            self._ask(printers, page)
            self._offer(calibrate)
        self._tell("" if printers else _NO_PRINTER, note)
        self._add_buttons(bool(printers))

    def _first_column(self, what: str, paper: str) -> QVBoxLayout:
        self.setWindowTitle("In")
        self.setMinimumWidth(440)
        return column_of(
            self,
            label(what, "record", wraps=True),
            label(f"{paper} · in đúng cỡ thật, không co giãn", "quiet", wraps=True),
        )

    @property
    def choice(self) -> PrintChoice:
        """The present choice."""
        some = self.some.isChecked()
        return PrintChoice(
            printer=self.printer.currentText(),
            copies=self.copies.value(),
            first=self.first.value() if some else 1,
            last=self.last.value() if some else self._sheets,
            only=self._waiting if self.rest.isChecked() else (),
            feed=Feed(self.sides.chosen, self.tray.chosen),
        )

    def _ask(self, printers: Sequence[str], page: int) -> None:
        self.printer = ChoiceBox()
        self.printer.addItems(list(printers))
        self.printer.setAccessibleName("Máy in")
        self.sides = _Choices(SIDES, "Mặt giấy")
        self.tray = _Choices(TRAYS, "Khay giấy")
        self.copies = number_box("Số bản mỗi tờ", 1, _MOST_COPIES, 1)
        self.everything = QRadioButton(f"&Tất cả {self._sheets} tờ")
        self.some = QRadioButton("&Chỉ từ tờ")
        self.rest = QRadioButton(self._rest_words())
        self.rest.setVisible(bool(self._waiting))
        (self.rest if self._waiting else self.everything).setChecked(True)
        self._group = QButtonGroup(self)
        for choice in (self.rest, self.everything, self.some):
            self._group.addButton(choice)
        self.first = number_box("Từ tờ", 1, self._sheets, page)
        self.last = number_box("Đến tờ", 1, self._sheets, page)
        sheets = [self.rest, self.everything] if self._waiting else [self.everything]
        form = form_grid(
            ("&Máy in", self.printer),
            ("Mặt &giấy", self.sides),
            ("&Khay giấy", self.tray),
            ("&Số bản", self.copies),
            *((label("" if place else "Tờ nào"), button) for place, button in enumerate(sheets)),
            ("", in_row(self.some, self.first, label("đến tờ"), self.last, stretch())),
        )
        fill(self._column, form)
        self.printer.currentTextChanged.connect(self._on_printer_changed)
        self._on_printer_changed(self.printer.currentText())
        self.some.toggled.connect(self._on_some_toggled)
        self.some.clicked.connect(self._on_some_clicked)
        self.first.valueChanged.connect(self.last.setMinimum)
        self._on_some_toggled(False)
        self.last.setMinimum(page)

    def _rest_words(self) -> str:
        if not self._waiting:
            return ""
        return f"In tiế&p {len(self._waiting)} tờ chưa in, từ tờ {self._waiting[0] + 1}"

    def _tell(self, missing: str, note: str) -> None:
        for words, role in ((missing, ""), (note, "hint")):
            if words:
                fill(self._column, label(words, role, wraps=True))

    def _offer(self, calibrate: Calibrate | None) -> None:
        if calibrate is not None:
            act = partial(self._on_calibrate_clicked, calibrate)
            fill(self._column, button("Căn &chỉnh máy in này…", act, kind="link"))

    def _add_buttons(self, can_print: bool) -> None:
        if can_print:
            self.accepting = button("&In", self.accept, kind="primary", icon="print")
        else:
            self.accepting = button("&Lưu PDF", self._on_save_clicked, kind="primary", icon="pdf")
        self.accepting.setDefault(True)
        fill(self._column, Space.SMALL, foot_of(self, self.accepting, leave="Thô&i" if can_print else "Đó&ng"))

    def _on_printer_changed(self, name: str) -> None:
        printer, usual = self._abilities(name), self._usual(name)
        self.sides.offer(printer.sides, usual.sides)
        self.tray.offer(printer.trays, usual.tray)

    def _on_calibrate_clicked(self, calibrate: Calibrate) -> None:
        calibrate(self.printer.currentText(), Feed(self.sides.chosen, self.tray.chosen), self)

    def _on_some_toggled(self, checked: bool) -> None:
        self.first.setEnabled(checked)
        self.last.setEnabled(checked)

    def _on_some_clicked(self) -> None:
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_save_clicked(self) -> None:
        self.save_requested = True
        self.reject()


_NO_PRINTER = "Máy tính này chưa có máy in nào. Hãy lưu PDF rồi in ở máy khác, hoặc cài máy in rồi bấm In lại."
