"""The chips above the preview: decision and layout of certificates, year and unit of reports."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.official_documents.printable import DocumentGroup
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.records.queries.printing.certificate_sources import CertificateSource
from cluster_desktop.ui.kit.flow_layout import FlowLayout, take_width
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.printing.print_chips import ChipChoice, ChoiceChip, SwitchChip
from cluster_desktop.ui.printing.print_items import MINUTES, PRINT_ITEMS, Order, PrintItem, Proof

_ALL: Final = ""
_CODE_TIP: Final = "Bật để in mã vuông (QR) chứa lời trên giấy, có chữ ký của sổ; kiểm tra được mà không cần mạng."
_SHEETS_TIP: Final = "Chọn tờ nào được in: đánh dấu từng người, theo khoảng, hoặc chỉ các tờ chưa in"
_TEXTS_TIP: Final = "Sửa căn cứ, Kính gửi, câu kết, Nơi nhận, người ký của loại văn bản này; về mẫu lúc nào cũng được"
_BLANK_TIP: Final = "Bật khi đặt phôi đã in sẵn khung viền vào máy in: chỉ in phần chữ điền thêm."


@dataclass
class _Chosen:
    """The choices made by hand, kept while other items are on show."""

    sources: dict[str, str] = field(default_factory=dict)
    layouts: dict[str, str] = field(default_factory=dict)
    years: dict[str, str] = field(default_factory=dict)
    unit_uid: str | None = None
    session_uid: str = ""
    keys: frozenset[str] = frozenset()


class PrintChoices(QWidget):
    """The chips; ``changed`` when a person chose something else."""

    changed = Signal()
    code_clicked = Signal(bool)
    sheets_requested = Signal()
    texts_requested = Signal()
    number_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = PRINT_ITEMS[0]
        self._year = 0
        self._chosen = _Chosen()
        self.source = ChoiceChip("Quyết định")
        self.layout_chip = ChoiceChip("Mẫu")
        self.blank = SwitchChip("Chỉ in chữ lên phôi", "Lên phôi", _BLANK_TIP)
        self.code = SwitchChip("Mã kiểm tra", "Mã", _CODE_TIP)
        self.sheets = button("Tờ: tất cả", self.sheets_requested.emit, kind="chip", tip=_SHEETS_TIP)
        self.year = ChoiceChip("Năm")
        self.unit = ChoiceChip("Đơn vị")
        self.session = ChoiceChip("Phiên họp")
        self.texts = button("Lời &văn…", self.texts_requested.emit, kind="chip", icon="edit", tip=_TEXTS_TIP)
        self.number = button("", self.number_requested.emit, kind="chip", tip="Cấp số cho văn bản này")
        self._lay_out()
        self._connect()
        self.set_item(self.item)

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
        """The order for the present choices."""
        key = self.item.key
        if self.item.is_certificate:
            return Order(
                item=self.item,
                year=self._year,
                source_uid=self._chosen.sources.get(key, ""),
                layout=self._chosen.layouts.get(key, ""),
                text_only=self.blank.isChecked(),
                coded=self.code.isChecked(),
                keys=self._chosen.keys,
            )
        if self.item.of_source:
            return Order(item=self.item, year=self._year, source_uid=self._chosen.sources.get(key, ""))
        year = self._chosen.years.get(key, _ALL if _up_to_year(self.item) else str(self._year))
        return Order(
            item=self.item,
            year=self._year,
            report_year=int(year) if year else None,
            unit_uid=self._chosen.unit_uid,
            session_uid=self._chosen.session_uid if self.item.of_session else "",
        )

    def set_year(self, year: int) -> None:
        """Turn to another emulation year; its decisions and reports are proposed again."""
        self._year = year
        self._chosen = replace(self._chosen, sources={}, years={}, keys=frozenset())

    def set_item(self, item: PrintItem) -> None:
        """Turn to another item and show its chips."""
        self.item = item
        self._chosen.keys = frozenset()
        self.source.setVisible(item.of_source)
        self.source.set_heading("Sự kiện" if item.of_event else "Quyết định")
        for chip in (self.layout_chip, self.blank, self.code, self.sheets):
            chip.setVisible(item.is_certificate)
        self.year.setVisible(item.asks_year)
        self.unit.setVisible(item.asks_unit)
        self.texts.hide()
        self.number.hide()
        self.session.hide()

    def set_narrow(self, narrow: bool) -> None:
        """Shorten the words on the chips where there is little room."""
        self.source.set_short(narrow)
        self.blank.set_short(narrow)
        self.code.set_short(narrow)

    def choose_source(self, uid: str) -> None:
        """Choose the decision or event of the certificates."""
        self._chosen.sources[self.item.key] = uid
        self._chosen.keys = frozenset()

    def choose_session(self, year: str, uid: str) -> None:
        """Choose the minutes of this session, which is of that year, of any unit's council."""
        self._chosen.years[MINUTES] = year
        self._chosen.unit_uid, self._chosen.session_uid = _ALL, uid

    def choose_sheets(self, keys: frozenset[str]) -> None:
        """Choose these certificates only; none of them stands for all."""
        self._chosen.keys = keys

    def choose_layout(self, name: str) -> None:
        """Choose another layout of the certificates; '' for the default."""
        self._chosen.layouts[self.item.key] = name
        self.changed.emit()

    def show_proof(self, proof: Proof) -> None:
        """Show the choices of a proof and their alternatives."""
        self.number.setVisible(proof.numbered is not None)
        wording = proof.document.wording if proof.document is not None else None
        self.texts.setVisible(wording is not None and bool(wording.models))
        self.number.setText(f"Số: {proof.number:02d}" if proof.number else "Số: chưa cấp")
        if proof.order.item.of_source:
            chosen = proof.source.uid if proof.source else ""
            self.source.offer(_sources(proof.sources, self._year), chosen)
            self.sheets.setEnabled(proof.whole is not None)
            self.sheets.setText(_chosen_sheets(proof))
            if proof.layouts:
                self.layout_chip.offer(_layouts(proof), proof.order.layout or proof.order.item.layout)
        else:
            year = proof.order.report_year
            self.year.set_heading("Số liệu" if _up_to_year(proof.order.item) else "Năm")
            self.year.offer(_years(proof), str(year) if year else _ALL)
            self.unit.offer(_units(proof), proof.order.unit_uid or _ALL)
            self.session.setVisible(bool(proof.sessions))
            self.session.offer([ChipChoice(item.uid, item.label) for item in proof.sessions], proof.session_uid)

    def _on_source_chosen(self, uid: str) -> None:
        self.choose_source(uid)
        self.changed.emit()

    def _on_year_chosen(self, year: str) -> None:
        self._chosen.years[self.item.key] = year
        self.changed.emit()

    def _on_unit_chosen(self, uid: str) -> None:
        self._chosen.unit_uid = uid
        self.changed.emit()

    def _on_session_chosen(self, uid: str) -> None:
        self._chosen.session_uid = uid
        self.changed.emit()


def _chosen_sheets(proof: Proof) -> str:
    if proof.whole is None or proof.sheets == len(proof.whole.contents):
        return "Tờ: tất cả"
    return f"Tờ: {show_number(proof.sheets)} trong {show_number(len(proof.whole.contents))}"


def _layouts(proof: Proof) -> list[ChipChoice]:
    """Return the layouts for this item, the default first."""
    own = proof.order.item.layout
    return [
        ChipChoice(
            layout.name,
            "mặc định" if layout.name == own else layout.title,
            detail=layout.title if layout.name == own else "",
        )
        for layout in sorted(proof.layouts, key=lambda layout: layout.name != own)
    ]


def _sources(sources: Sequence[CertificateSource], year: int) -> list[ChipChoice]:
    """Return the sources of the year first, all others in a list for each of their years."""
    ordered = sorted(sources, key=lambda source: (source.year != year, -source.year))
    return [
        ChipChoice(
            source.uid,
            f"{source.name} ngày {source.day.show()}" if source.day.day else f"{source.name} ({source.day.show()})",
            "" if source.year == year else f"Năm {source.year}",
            f"{source.sheets} tờ",
        )
        for source in ordered
    ]


def _up_to_year(item: PrintItem) -> bool:
    return item.document is not None and item.document.up_to_year


def _years(proof: Proof) -> list[ChipChoice]:
    if _up_to_year(proof.order.item):
        return [ChipChoice(_ALL, "đến nay"), *(ChipChoice(str(y), f"đến 31/12/{y}") for y in proof.years)]
    years = [ChipChoice(str(year), str(year)) for year in proof.years]
    return years if proof.order.item.group == DocumentGroup.YEAR else [*years, ChipChoice(_ALL, "tất cả các năm")]


def _units(proof: Proof) -> list[ChipChoice]:
    units = [ChipChoice(unit.uid, unit.label) for unit in proof.units]
    return units if proof.order.item.needs_unit else [ChipChoice(_ALL, "tất cả"), *units]
