"""Filling a round: registered people, those nominated already, and one button that nominates the rest."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from cluster_desktop.commands.awards.nominating import Wording, propose
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.proposals import Proposal
from cluster_desktop.records.queries.awards.proposals import ordered, proposals
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.units.office import home_uid
from cluster_desktop.ui.awards.rounds import rounds_of
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import label
from cluster_desktop.ui.kit.layouts import Space, form_grid, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.lists import CheckableList, choice_combo
from cluster_desktop.ui.kit.operations import Operations

_MANY: Final = 1000
_LEFT: Final = 330  # px


class ProposeDialog(ActDialog):
    """The round and the words at the left, all proposals at the right; new ones are ticked from the start."""

    def __init__(self, operations: Operations, year: int, round_uid: str, parent: QWidget) -> None:
        super().__init__(operations, "Lập danh sách đề nghị", parent, (960, 600))
        rounds = ((row.title, row.uid) for row in rounds_of(operations.workspace, year))
        self.round = choice_combo("Đợt đề nghị", rounds, round_uid)
        home = operations.workspace.read(home_uid) or ""
        self.unit = choice_combo("Đơn vị", self._units(), home)
        self.state = choice_combo(
            "Trạng thái", [(state.label, state.code) for state in (NominationState.PROPOSED, NominationState.DRAFT)]
        )
        self.citation = QLineEdit(placeholderText="Lời thường dùng của từng danh hiệu")
        self.citation.setAccessibleName("Thành tích (lời ghi trên giấy)")
        self.list = CheckableList("Những người, tập thể được đề xuất")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or lines are wrapped too late
        self._heading = label("", "section", wraps=True)
        self._lay_out()
        self.round.currentIndexChanged.connect(self._fill)
        self.unit.currentIndexChanged.connect(self._fill)
        self.list.itemChanged.connect(self._show_count)
        self._fill()

    def _units(self) -> list[tuple[str, str]]:
        units = self._operations.workspace.read(listings.options, "unit", "", _MANY)
        return [("Tất cả các đơn vị", ""), *((unit.label, unit.uid) for unit in units)]

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
            self.message,
            foot_of(self, self.go),
        )

    def chosen(self) -> tuple[Proposal, ...]:
        """Return the ticked proposals."""
        return self.list.ticked()

    def _fill(self) -> None:
        round_uid, unit_uid = self.round.currentData(), self.unit.currentData() or None
        offered = self._operations.workspace.read(proposals, round_uid, unit_uid) if round_uid else ()
        with QSignalBlocker(self.list):
            self.list.clear()
            for proposal in ordered(offered):
                self._offer(proposal)
            self.list.setCurrentRow(0)
        self._show_count()

    def _offer(self, proposal: Proposal) -> None:
        detail = "đã có trong đợt" if proposal.nominated else proposal.caution or proposal.source
        words = f"{proposal.name} · {proposal.award_name} · {proposal.unit} ({detail})"
        line = self.list.offer(words, proposal, ticked=not proposal.caution and not proposal.nominated)
        if proposal.nominated:
            line.setData(Qt.ItemDataRole.CheckStateRole, None)
            line.setFlags(Qt.ItemFlag.NoItemFlags)
            line.setForeground(theme.colours().quiet)

    def _show_count(self) -> None:
        count, all_ = len(self.chosen()), self.list.count()
        present = sum(proposal.nominated for proposal in self.list.values())
        if all_:
            sentence = f"{all_} đã đăng ký: {all_ - present} chưa đề nghị, {present} đã có trong đợt"
        elif self.round.count():
            sentence = "Chưa có ai đăng ký cho năm này. Hãy ghi ở thẻ “Đăng ký” trước."
        else:
            sentence = "Năm này chưa có đợt đề nghị. Hãy thêm ở thẻ “Đợt đề nghị” trước."
        self._heading.setText(sentence)
        self.go.setText(f"&Lập danh sách ({count})" if count else "&Lập danh sách")
        self.go.setEnabled(count > 0)

    def _on_go_clicked(self) -> None:
        wording = Wording(self.state.currentData(), self.citation.text().strip())
        self.carry_out(propose, self.round.currentData(), self.chosen(), wording)
