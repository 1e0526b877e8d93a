"""The filters of "who may be proposed": award, unit, and the verdicts on show."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from cluster_desktop.commands.law.eligibility import EVERY_AWARD
from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.law.eligibility.verdict import Verdict
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.units.office import home_uid
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import restyle
from cluster_desktop.ui.kit.layouts import HEAD, in_column
from cluster_desktop.ui.kit.lists import choice_combo, fill_combo
from cluster_desktop.ui.records.list_panel import SEARCH_AFTER

_ALL: Final = "Tất cả danh hiệu, hình thức"
_EVERY_UNIT: Final = "Mọi đơn vị"
_MOST_UNITS: Final = 2000
_SHOWN: Final = (Verdict.PASS, Verdict.NEEDS_HUMAN, Verdict.FAIL)


class EligibilityFilters(QWidget):
    """The filters; ``asked``: another award or unit; ``narrowed``: other lines of the same answer."""

    asked = Signal()
    narrowed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.search = self._create_search()
        awards = [(_ALL, ""), *((AWARD_KINDS[code].label, code) for code in EVERY_AWARD)]
        self.award = choice_combo("Danh hiệu, hình thức", awards, AwardKind.SCHOOL_FIGHTER.code, whole=True)
        self.units = choice_combo("Đơn vị", [(_EVERY_UNIT, "")], whole=True)
        self.chips = {verdict: self._chip(verdict) for verdict in _SHOWN}
        inside = QWidget()
        in_column(inside, on=self, margins=HEAD)
        FlowLayout(inside, self.search, self.award, self.units, *self.chips.values())
        self._start_with_own_unit()
        self.award.currentIndexChanged.connect(self.asked)
        self.units.currentIndexChanged.connect(self.asked)

    def _create_search(self) -> QLineEdit:
        search = QLineEdit(placeholderText="Tìm tên, không cần dấu", clearButtonEnabled=True)
        search.setAccessibleName("Tìm tên")
        search.addAction(icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        search.setFixedWidth(190)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._soon.timeout.connect(self.narrowed)
        search.textChanged.connect(self._soon.start)
        return search

    def _chip(self, verdict: Verdict) -> QPushButton:
        chip = QPushButton(verdict.words)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.toggled.connect(self._on_chip_toggled)
        return chip

    def _start_with_own_unit(self) -> None:
        self.offer_units()
        own = self._workspace.read(home_uid)
        self.units.setCurrentIndex(max(self.units.findData(own), 0) if own else 0)

    def offer_units(self) -> None:
        """Offer the present units; the chosen one stays chosen."""
        units = self._workspace.read(listings.options, "unit", "", _MOST_UNITS)
        lines = [(_EVERY_UNIT, ""), *((unit.label, unit.uid) for unit in units)]
        fill_combo(self.units, lines, self.units.currentData())

    @property
    def awards(self) -> tuple[str, ...]:
        """The chosen awards."""
        code = self.award.currentData()
        return (code,) if code else EVERY_AWARD

    @property
    def unit(self) -> str | None:
        """The chosen unit; None for all."""
        return self.units.currentData() or None

    @property
    def verdicts(self) -> frozenset[Verdict]:
        """The chosen verdicts; none stands for all."""
        return frozenset(verdict for verdict, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show on the chips the number of lines of each verdict."""
        for verdict, chip in self.chips.items():
            chip.setText(f"{verdict.words}: {counts.get(verdict, 0)}")

    def _on_chip_toggled(self) -> None:
        for chip in self.chips.values():
            restyle(chip, "active", chip.isChecked())
        self.narrowed.emit()
