"""The chips above the preview: decision and layout of certificates, year and unit of reports."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.documents.printable import Group
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.records.queries.printing.certificate_sources import CertificateSource
from cluster_desktop.ui.kit.flow_layout import FlowLayout, take_width
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.printing.print_chips import ChipChoice, ChoiceChip, SwitchChip
from cluster_desktop.ui.printing.print_papers import MINUTES, PAPERS, Order, Paper, Proof

_ALL: Final = ""
_CODE_TIP: Final = "Bật để in mã vuông (QR) chứa lời trên giấy, có chữ ký của sổ; kiểm tra được mà không cần mạng."
_SHEETS_TIP: Final = "Chọn tờ nào được in: đánh dấu từng người, theo khoảng, hoặc chỉ các tờ chưa in"
_BLANK_TIP: Final = "Bật khi đặt phôi đã in sẵn khung viền vào máy in: chỉ in phần chữ điền thêm."


@dataclass
class _Wanted:
    """What was chosen by hand, kept while other papers are looked at."""

    sources: dict[str, str] = field(default_factory=dict)
    layouts: dict[str, str] = field(default_factory=dict)
    years: dict[str, str] = field(default_factory=dict)
    unit_uid: str = ""
    session_uid: str = ""
    keys: frozenset[str] = frozenset()


class PrintChoices(QWidget):
    """Holds what is asked for; ``changed`` when a person chose something else."""

    changed = Signal()
    code_clicked = Signal(bool)
    sheets_wanted = Signal()
    texts_wanted = Signal()
    number_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = PAPERS[0]
        self._year = 0
        self._wanted = _Wanted()
        self.source = ChoiceChip("Quyết định")
        self.layout_chip = ChoiceChip("Mẫu")
        self.blank = SwitchChip("Chỉ in chữ lên phôi", "Lên phôi", _BLANK_TIP)
        self.code = SwitchChip("Mã kiểm tra", "Mã", _CODE_TIP)
        self.sheets = button("Tờ: tất cả", self.sheets_wanted.emit, kind="chip", tip=_SHEETS_TIP)
        self.year = ChoiceChip("Năm")
        self.unit = ChoiceChip("Đơn vị")
        self.session = ChoiceChip("Phiên họp")
        self.texts = button("Lời &văn…", self.texts_wanted.emit, kind="chip", icon="edit")
        self.number = button("", self.number_wanted.emit, kind="chip", tip="Cấp số cho văn bản này")
        self._lay_out()
        self._connect()
        self.set_paper(self.paper)

    def _lay_out(self) -> None:
        certificate = (self.source, self.layout_chip, self.sheets, self.blank, self.code)
        FlowLayout(self, *certificate, self.year, self.unit, self.session, self.number, self.texts)
        take_width(self)

    def _connect(self) -> None:
        self.source.chosen.connect(self._on_source_chosen)
        self.layout_chip.chosen.connect(self.choose_layout)
        self.year.chosen.connect(self._on_year_chosen)
        self.unit.chosen.connect(self._on_unit_chosen)
        self.session.chosen.connect(self._on_session_chosen)
        self.blank.toggled.connect(self.changed)
        self.code.clicked.connect(self.code_clicked)

    @property
    def order(self) -> Order:
        """What is asked for now."""
        key = self.paper.key
        if self.paper.is_certificate:
            return Order(
                paper=self.paper,
                year=self._year,
                source_uid=self._wanted.sources.get(key, ""),
                layout=self._wanted.layouts.get(key, ""),
                text_only=self.blank.isChecked(),
                coded=self.code.isChecked(),
                keys=self._wanted.keys,
            )
        if self.paper.of_source:
            return Order(paper=self.paper, year=self._year, source_uid=self._wanted.sources.get(key, ""))
        year = self._wanted.years.get(key, _ALL if _up_to_year(self.paper) else str(self._year))
        return Order(
            paper=self.paper,
            year=self._year,
            report_year=int(year) if year else None,
            unit_uid=self._wanted.unit_uid,
            session_uid=self._wanted.session_uid if self.paper.of_session else "",
        )

    def set_year(self, year: int) -> None:
        """Another emulation year: decisions and reports of that year are proposed again."""
        self._year = year
        self._wanted = replace(self._wanted, sources={}, years={}, keys=frozenset())

    def set_paper(self, paper: Paper) -> None:
        """Turn to another paper and show its chips."""
        self.paper = paper
        self._wanted.keys = frozenset()
        self.source.setVisible(paper.of_source)
        self.source.set_heading("Sự kiện" if paper.of_event else "Quyết định")
        for chip in (self.layout_chip, self.blank, self.code, self.sheets):
            chip.setVisible(paper.is_certificate)
        self.year.setVisible(paper.asks_year)
        self.unit.setVisible(paper.asks_unit)
        self.texts.setVisible(paper.document is not None and paper.document.own_words)
        self.number.hide()
        self.session.hide()

    def set_narrow(self, narrow: bool) -> None:
        """Say less on the chips where there is little room."""
        self.source.set_short(narrow)
        self.blank.set_short(narrow)
        self.code.set_short(narrow)

    def choose_source(self, uid: str) -> None:
        """Ask for this decision's certificates."""
        self._wanted.sources[self.paper.key] = uid
        self._wanted.keys = frozenset()

    def choose_session(self, year: str, uid: str) -> None:
        """Ask for the minutes of this session, which is of that year, whoever's council it was."""
        self._wanted.years[MINUTES] = year
        self._wanted.unit_uid, self._wanted.session_uid = _ALL, uid

    def choose_sheets(self, keys: frozenset[str]) -> None:
        """Ask for these certificates only; none of them stands for all."""
        self._wanted.keys = keys

    def choose_layout(self, name: str) -> None:
        """Ask for another layout of this paper's certificates; '' for the usual one."""
        self._wanted.layouts[self.paper.key] = name
        self.changed.emit()

    def show_proof(self, proof: Proof) -> None:
        """Say what the proof shows and what else there is."""
        self.number.setVisible(proof.numbered is not None)
        self.number.setText(f"Số: {proof.number:02d}" if proof.number else "Số: chưa cấp")
        if proof.order.paper.of_source:
            chosen = proof.source.uid if proof.source else ""
            self.source.offer(_sources(proof.sources, self._year), chosen)
            self.sheets.setEnabled(proof.whole is not None)
            self.sheets.setText(_chosen_sheets(proof))
            if proof.layouts:
                self.layout_chip.offer(_layouts(proof), proof.order.layout or proof.order.paper.layout)
        else:
            year = proof.order.report_year
            self.year.set_heading("Số liệu" if _up_to_year(proof.order.paper) else "Năm")
            self.year.offer(_years(proof), str(year) if year else _ALL)
            self.unit.offer(_units(proof), proof.order.unit_uid)
            self.session.setVisible(bool(proof.sessions))
            self.session.offer([ChipChoice(one.uid, one.label) for one in proof.sessions], proof.session_uid)

    def _on_source_chosen(self, uid: str) -> None:
        self.choose_source(uid)
        self.changed.emit()

    def _on_year_chosen(self, year: str) -> None:
        self._wanted.years[self.paper.key] = year
        self.changed.emit()

    def _on_unit_chosen(self, uid: str) -> None:
        self._wanted.unit_uid = uid
        self.changed.emit()

    def _on_session_chosen(self, uid: str) -> None:
        self._wanted.session_uid = uid
        self.changed.emit()


def _chosen_sheets(proof: Proof) -> str:
    if proof.whole is None or proof.sheets == len(proof.whole.contents):
        return "Tờ: tất cả"
    return f"Tờ: {show_number(proof.sheets)} trong {show_number(len(proof.whole.contents))}"


def _layouts(proof: Proof) -> list[ChipChoice]:
    """The layouts made for this paper, its usual one first."""
    own = proof.order.paper.layout
    return [
        ChipChoice(
            layout.name,
            "mặc định" if layout.name == own else layout.title,
            detail=layout.title if layout.name == own else "",
        )
        for layout in sorted(proof.layouts, key=lambda layout: layout.name != own)
    ]


def _sources(sources: Sequence[CertificateSource], year: int) -> list[ChipChoice]:
    """Those of the year first, all others in a list for each of their years."""
    ordered = sorted(sources, key=lambda one: (one.year != year, -one.year))
    return [
        ChipChoice(
            one.uid,
            f"{one.name} ngày {one.day.show()}" if one.day.day else f"{one.name} ({one.day.show()})",
            "" if one.year == year else f"Năm {one.year}",
            f"{one.sheets} tờ",
        )
        for one in ordered
    ]


def _up_to_year(paper: Paper) -> bool:
    return paper.document is not None and paper.document.up_to_year


def _years(proof: Proof) -> list[ChipChoice]:
    if _up_to_year(proof.order.paper):
        return [ChipChoice(_ALL, "đến nay"), *(ChipChoice(str(y), f"đến 31/12/{y}") for y in proof.years)]
    years = [ChipChoice(str(year), str(year)) for year in proof.years]
    return years if proof.order.paper.group == Group.YEAR else [*years, ChipChoice(_ALL, "tất cả các năm")]


def _units(proof: Proof) -> list[ChipChoice]:
    units = [ChipChoice(unit.uid, unit.label) for unit in proof.units]
    return units if proof.order.paper.of_one_unit else [ChipChoice(_ALL, "tất cả"), *units]
