"""Luật và mức tiền: the values of the law, how certain they are, and the office's own values."""

import datetime
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from cluster_desktop import errors
from cluster_desktop.commands.law.catalogue import add_salary, back_to_law, catalogue, set_value
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.catalogue import Catalogue, Entry, Law
from cluster_desktop.domain.law.catalogue_values import Group
from cluster_desktop.domain.law.regimes import regime_on
from cluster_desktop.domain.text.dates import parse_full_date
from cluster_desktop.ui.kit.cards import Banner, Card
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import fill, in_row, stretch
from cluster_desktop.ui.kit.lists import choice_combo
from cluster_desktop.ui.kit.operations import Operations, P, WorkspaceAct
from cluster_desktop.ui.law.law_model import (
    BASIS,
    CERTAIN,
    LAW,
    SINCE,
    VALUE,
    WHAT,
    LawDelegate,
    LawLine,
    LawModel,
    line_of,
)
from cluster_desktop.ui.lists.line_table import LineTable

_DECIDES, _MATERIAL = "decides", "given"
_READ_ONLY: Final = (_DECIDES, _MATERIAL)
_GROUPS: Final = (
    (Group.SALARY.value, "Mức lương cơ sở"),
    (Group.BONUS.value, "Hệ số tiền thưởng"),
    (Group.RULE.value, "Điều kiện, ngưỡng"),
    (Group.VOTE.value, "Tỷ lệ phiếu"),
    (Group.DOSSIER.value, "Thành phần hồ sơ"),
    (Group.DEADLINE.value, "Thời hạn"),
    (_DECIDES, "Thẩm quyền quyết định"),
    (_MATERIAL, "Hiện vật kèm theo"),
)
_BY_LAW: Final = (Group.RULE, Group.VOTE, Group.DOSSIER)
_WIDTHS: Final = {WHAT: 270, SINCE: 104, VALUE: 156, LAW: 120, CERTAIN: 124}
_SENTENCE: Final = 300  # px: values that are only read are words
_HEIGHT: Final = 300  # px; the card keeps its height while groups change
_DETAIL: Final = 52  # px: three lines
_HINT: Final = (
    "Bấm đúp (hoặc F2) vào cột Giá trị để đặt mức riêng của văn phòng; mức riêng dùng ở mọi giấy tờ, danh sách, "
    "kiểm tra điều kiện. Để trống là không áp dụng. Hoàn tác được."
)


class LawCard(Card):
    """A table by group and law; each edited value is one act that can be undone."""

    def __init__(self, operations: Operations) -> None:
        super().__init__("Luật và mức tiền")
        self._operations = operations
        self._catalogue: Catalogue = catalogue(operations.workspace)
        self.groups = choice_combo("Nhóm", ((words, code) for code, words in _GROUPS), whole=True)
        today = datetime.date.today()
        now = self._catalogue.law(regime_on(self._catalogue.regimes, today), today)
        laws = ((law.name, law.code) for law in self._catalogue.laws)
        self.laws = choice_combo("Quy định áp dụng", laws, now.code, whole=True)
        self.model = LawModel()
        self.table = LineTable(self.model, LawDelegate(self.model), "Luật và mức tiền", _WIDTHS, BASIS)
        self.table.setFixedHeight(_HEIGHT)
        self.message = label("", "error", wraps=True)
        self._about, self._banner = label("", "hint", wraps=True), Banner()
        self.detail = label("", "quiet", wraps=True)
        self.detail.setFixedHeight(_DETAIL)
        self._add = button("Thêm mức lươ&ng…", self._on_add_clicked, icon="add")
        self._back = button("T&rở về theo luật", self._on_back_clicked, icon="undo")
        self._all_back = button("Tất cả về theo luật", self._on_all_back_clicked)
        self._lay_out()
        self.groups.currentIndexChanged.connect(self._show_lines)
        self.laws.currentIndexChanged.connect(self._show_lines)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.model.typed.connect(self._on_model_typed, Qt.ConnectionType.QueuedConnection)
        self._show_lines()

    def _lay_out(self) -> None:
        fill(
            self.body,
            label(_HINT, "hint", wraps=True),
            in_row(self.groups, self.laws, stretch()),
            self._about,
            self._banner,
            self.table,
            self.detail,
            self.message,
            in_row(self._add, self._back, self._all_back, stretch()),
        )

    def reread(self) -> None:
        """Show the present values."""
        if not self._operations.workspace.busy:
            self._catalogue = catalogue(self._operations.workspace)
            self._show_lines()

    @property
    def _group(self) -> str:
        return str(self.groups.currentData())

    @property
    def _law(self) -> Law:
        return self._catalogue.laws[self.laws.currentIndex()]

    def _show_lines(self) -> None:
        place = self.table.verticalScrollBar().value()
        by_law = self._group in _BY_LAW
        self.model.set_lines(self._lines())
        self.table.verticalScrollBar().setValue(place)
        self.laws.setVisible(by_law)
        self._add.setVisible(self._group == Group.SALARY)
        self._back.setVisible(self._group not in _READ_ONLY)
        self.table.setColumnWidth(VALUE, _SENTENCE if self._group in _READ_ONLY else _WIDTHS[VALUE])
        self.table.setColumnHidden(SINCE, by_law or self._group in (Group.DEADLINE, *_READ_ONLY))
        self._show_law(self._law if by_law else None)
        self.table.setColumnHidden(LAW, not any(self._own(row) for row in range(self.model.rowCount())))
        self._show_detail()
        own = len({entry.set_by for entry in self._catalogue.entries if entry.own})
        self._all_back.setEnabled(own > 0)
        self._all_back.setText(f"Tất cả về theo luật ({own})" if own else "Tất cả về theo luật")

    def _own(self, row: int) -> bool:
        entry = self.model.line(row).entry
        return entry is not None and entry.own

    def _show_detail(self) -> None:
        """Show the whole words of the current line; the table has no room for them."""
        index = self.table.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        self.detail.setText(f"{line.what}: {line.value}. Căn cứ: {line.basis} ({line.certain.words})." if line else "")

    def _show_law(self, law: Law | None) -> None:
        self._about.setVisible(law is not None)
        self._banner.hide()
        if law is None:
            return
        regime = law.regime
        papers = "; ".join(part for part in (regime.law, regime.decree, regime.circular) if part)
        self._about.setText(f"Từ {law.since:%d/%m/%Y}: {papers} ({regime.certain.words}).")
        if regime.banner:
            self._banner.show_text(regime.banner)

    def _lines(self) -> list[LawLine]:
        if self._group == _DECIDES:
            return self._deciders()
        if self._group == _MATERIAL:
            return self._material()
        return [line_of(entry) for entry in self._entries()]

    def _entries(self) -> Sequence[Entry]:
        if self._group in _BY_LAW:
            return [rule for rule in self._law.rules.values() if rule.figured and rule.group == self._group]
        figures = self._catalogue.of(Group(self._group))
        if self._group == Group.SALARY:
            figures.sort(key=lambda entry: entry.since or datetime.date.min, reverse=True)
        return figures

    def _deciders(self) -> list[LawLine]:
        return [
            LawLine(AWARD_KINDS[award].label, "", entry.decides, "", entry.certain, entry.basis)
            for award, entry in self._catalogue.awards.items()
        ]

    def _material(self) -> list[LawLine]:
        return [
            LawLine(AWARD_KINDS[award].label, "", item.what, "", item.certain, item.basis)
            for item in self._catalogue.materials
            for award in item.awards
        ]

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the selected values."""
        entries = (self.model.line(row).entry for row in self.table.chosen_rows())
        return tuple(entry.key for entry in entries if entry is not None)

    def _on_model_typed(self, key: str, words: str) -> None:
        self._write(set_value, key, words)

    def _on_back_clicked(self) -> None:
        keys = self.chosen()
        if not keys:
            self.message.setText("Hãy chọn một hoặc nhiều dòng trong bảng trước.")
            return
        self._write(back_to_law, keys)

    def _on_all_back_clicked(self) -> None:
        keys = [entry.key for entry in self._catalogue.entries]
        self._write(back_to_law, keys)

    def _on_add_clicked(self) -> None:
        day, typed = QInputDialog.getText(self, "Thêm mức lương cơ sở", "Áp dụng từ ngày (dd/mm/yyyy):")
        if not typed:
            return
        amount, typed = QInputDialog.getText(self, "Thêm mức lương cơ sở", "Mức lương một tháng (đồng):")
        if typed:
            self.add_salary(day, amount)

    def add_salary(self, day: str, amount: str) -> None:
        """Add a base salary as typed; an unreadable one is reported below the table."""
        try:
            since = parse_full_date(day)
        except ValueError as problem:
            self.message.setText(str(problem))
            return
        self._write(add_salary, since, amount)

    def _write(self, act: WorkspaceAct[P], *args: P.args, **kwargs: P.kwargs) -> None:
        self.message.setText("")
        try:
            if self._operations.do(act, *args, **kwargs) is None:
                self.message.setText(self._operations.last_failure)
        except errors.InvalidDraft as error:
            self.message.setText(error.sentence)
        self.reread()
