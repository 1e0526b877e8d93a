"""Filling a round: who registered, who is nominated already, and one button that nominates the rest."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidgetItem,
    QWidget,
)

from cluster_desktop import errors
from cluster_desktop.commands.awards.round_filling import Wording, propose
from cluster_desktop.domain.awards.proposals import Proposal
from cluster_desktop.records.queries.awards.proposals import ordered, proposals
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button, open_at
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, form_grid, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.lists import choice_combo, line_list
from cluster_desktop.ui.kit.operations import Operations

_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_CHECKED: Final = Qt.CheckState.Checked
_MANY: Final = 1000
_LEFT: Final = 330  # px


class ProposeDialog(QDialog):
    """The round and the words at the left, everybody proposed at the right; what is new is ticked from the start."""

    def __init__(self, operations: Operations, year: int, round_uid: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self.setWindowTitle("Lập danh sách đề nghị")
        open_at(self, parent, 960, 600)
        self.round = choice_combo("Đợt đề nghị", self._rounds(year), round_uid)
        home = operations.workspace.read(office).unit_uid or ""
        self.unit = choice_combo("Đơn vị", self._units(), home)
        self.state = choice_combo("Trạng thái", [("Đã đề nghị", "DE_NGHI"), ("Nháp", "NHAP")])
        self.citation = QLineEdit(placeholderText="Lời thường dùng của từng danh hiệu")
        self.citation.setAccessibleName("Thành tích (lời ghi trên giấy)")
        self.list = line_list("Những người, tập thể được đề xuất")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or lines are wrapped too late
        self._heading = label("", "section", wraps=True)
        self._error = label("", "error", wraps=True)
        self._lay_out()
        self.round.currentIndexChanged.connect(self._fill)
        self.unit.currentIndexChanged.connect(self._fill)
        self.list.itemChanged.connect(self._show_count)
        self._fill()

    def _rounds(self, year: int) -> list[tuple[str, str]]:
        """The rounds of the year, the newest first."""
        of_year = Listing(kind="round", filters=(Filter("year", (year,)),), sort="deadline", descending=True)
        return [(row.title, row.uid) for row in self._operations.workspace.read(listings.page, of_year, 0, _MANY)]

    def _units(self) -> list[tuple[str, str]]:
        units = self._operations.workspace.read(listings.options, "unit", "", _MANY)
        return [("Tất cả các đơn vị", ""), *((one.label, one.uid) for one in units)]

    def _lay_out(self) -> None:
        form = form_grid(
            ("Đợ&t đề nghị", self.round),
            ("Đơn &vị", self.unit),
            ("T&rạng thái", self.state),
            ("Thành tích (lời ghi trên &giấy)", self.citation),
        )
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        left = QWidget()
        left.setFixedWidth(_LEFT)
        in_column(
            form,
            label("Lời này in trên giấy và trong quyết định; sửa riêng từng đề nghị sau.", "hint", wraps=True),
            stretch(),
            on=left,
        )
        self.go = go_button(self, "&Lập danh sách", self._on_go_clicked)
        column_of(
            self,
            grow(in_row(left, grow(in_column(self._heading, grow(self.list))), space=Space.LARGE)),
            self._error,
            foot_of(self, self.go),
        )

    def chosen(self) -> tuple[Proposal, ...]:
        """The proposals that are ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(_ROLE) for item in items if item.checkState() is _CHECKED)

    def _fill(self) -> None:
        round_uid, unit_uid = self.round.currentData(), self.unit.currentData() or None
        found = self._operations.workspace.read(proposals, round_uid, unit_uid) if round_uid else ()
        self.list.blockSignals(True)
        self.list.clear()
        for one in ordered(found):
            self.list.addItem(_item(one))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show_count()

    def _show_count(self) -> None:
        count, all_ = len(self.chosen()), self.list.count()
        items = [self.list.item(place).data(_ROLE) for place in range(all_)]
        present = sum(one.nominated for one in items)
        if all_:
            told = f"{all_} đã đăng ký: {all_ - present} chưa đề nghị, {present} đã có trong đợt"
        elif self.round.count():
            told = "Chưa có ai đăng ký cho năm này. Hãy ghi ở thẻ “Đăng ký” trước."
        else:
            told = "Năm này chưa có đợt đề nghị. Hãy thêm ở thẻ “Đợt đề nghị” trước."
        self._heading.setText(told)
        self.go.setText(f"&Lập danh sách ({count})" if count else "&Lập danh sách")
        self.go.setEnabled(count > 0)

    def _on_go_clicked(self) -> None:
        wording = Wording(self.state.currentData(), self.citation.text().strip())
        act = partial(propose, self._operations.workspace, self.round.currentData(), self.chosen(), wording)
        try:
            changes = self._operations.run(act)
        except errors.InvalidDraft as error:
            self._error.setText(error.sentence)
            return
        if changes is None:
            self._error.setText(self._operations.last_failure)
        else:
            self.accept()


def _item(one: Proposal) -> QListWidgetItem:
    told = "đã có trong đợt" if one.nominated else one.caution or one.source
    item = QListWidgetItem(f"{one.name} · {one.award_name} · {one.unit} ({told})")
    item.setData(_ROLE, one)
    if one.nominated:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(theme.colours().quiet)
        return item
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked if one.caution else _CHECKED)
    return item
