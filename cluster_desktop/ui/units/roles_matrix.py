"""Heads, deputies and hosts of all years: a table of years and units, edited in place, with its problems in words."""

import datetime
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from cluster_desktop.commands.units.roles import plan_roles, set_role
from cluster_desktop.domain.units.rotation import Role, RoleTable
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.units.roles import clusters, role_table, standing_units
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.labels import button, label, tip
from cluster_desktop.ui.kit.layouts import BAR, BELOW, Space, grow, in_column, in_row
from cluster_desktop.ui.kit.lists import choice_combo, fill_combo
from cluster_desktop.ui.kit.operations import Operations

CHOICES: Final[tuple[tuple[str, Role | None], ...]] = (
    ("–", None),
    ("Thành viên", Role(MemberRole.MEMBER)),
    ("Thành viên, đăng cai", Role(MemberRole.MEMBER, hosts=True)),
    ("Cụm phó", Role(MemberRole.DEPUTY)),
    ("Cụm phó, đăng cai", Role(MemberRole.DEPUTY, hosts=True)),
    ("Cụm trưởng", Role(MemberRole.HEAD)),
    ("Cụm trưởng, đăng cai", Role(MemberRole.HEAD, hosts=True)),
)
_SHORT: Final[Mapping[str, str]] = {
    MemberRole.HEAD: "Cụm trưởng",
    MemberRole.DEPUTY: "Cụm phó",
    MemberRole.MEMBER: "thành viên",
}
_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_PLACE: Final = int(Qt.ItemDataRole.UserRole) + 1
_COLUMN: Final = 92
_ROW: Final = 44
Index = QModelIndex | QPersistentModelIndex


class RolesMatrix(QWidget):
    """The roles of one cluster. A cell opens with Enter, F2 or a double click; the year after the last is proposed.

    ``chosen`` (year, unit, role): a role to write once the editor of the cell has closed.
    """

    chosen = Signal(int, str, object)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._year = 0
        self.roles = RoleTable("", (), {})
        self.cluster = choice_combo("Cụm, khối", (), whole=True)
        self.propose = button("", self._on_propose_clicked, icon="swap")
        self.banner = Banner()
        self.table = self._create_table()
        self._lay_out()
        self.cluster.activated.connect(self._show_table)
        self.chosen.connect(self.give, Qt.ConnectionType.QueuedConnection)

    def _create_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setItemDelegate(_RoleDelegate(self))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        table.setAccessibleName("Vai trò theo năm và đơn vị")
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.horizontalHeader().setMinimumSectionSize(_COLUMN)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.activated.connect(table.edit)
        return table

    def _lay_out(self) -> None:
        in_column(
            in_row(self.cluster, grow(label("Enter hoặc bấm đúp để sửa một ô", "hint")), self.propose, margins=BAR),
            in_column(self.banner, margins=BELOW),
            grow(self.table),
            on=self,
            space=Space.NONE,
        )

    # --- what the page asks ---

    def set_year(self, year: int) -> None:
        """Put the cursor on a year."""
        self._year = year
        if year in self.roles.years:
            self.table.setCurrentCell(self._shown_years().index(year), max(self.table.currentColumn(), 0))
        self._show_warnings()

    def reread(self, changes: Changes | None) -> None:
        """Read the roles again."""
        workspace = self._operations.workspace
        if workspace.busy:
            return
        options = workspace.read(clusters)
        fill_combo(self.cluster, ((option.label, option.uid) for option in options), self.cluster.currentData())
        self.cluster.setVisible(len(options) > 1)
        self._show_table()

    def focus(self) -> None:
        """Put the cursor into the table."""
        self.table.setFocus()

    # --- inside ---

    def _shown_years(self) -> tuple[int, ...]:
        return tuple(reversed(self.roles.years))

    def _show_table(self) -> None:
        here = self.table.currentRow(), self.table.currentColumn()
        uid, this_year = self.cluster.currentData() or "", datetime.date.today().year
        self.roles = self._operations.workspace.read(role_table, uid, max(self._year, this_year))
        years, units = self._shown_years(), self.roles.units
        self.table.setRowCount(len(years))
        self.table.setColumnCount(len(units))
        self.table.setVerticalHeaderLabels([str(year) for year in years])
        self.table.setHorizontalHeaderLabels([name for _uid, name in units])
        for row, year in enumerate(years):
            for column, (unit, name) in enumerate(units):
                self.table.setItem(row, column, _cell(year, unit, name, self.roles.roles[year].get(unit)))
        self.table.setCurrentCell(*(place if place >= 0 else 0 for place in here))
        following = self.roles.next_year(self._year or this_year)
        self.propose.setText(f"Dự kiến năm {following}")
        self.propose.setEnabled(bool(uid and units))
        self._show_warnings()

    def _show_warnings(self) -> None:
        sentences = [*self.roles.warnings(self._year)]
        sentences += [words for year in self.roles.years if year > self._year for words in self.roles.warnings(year)]
        if not self.cluster.count():
            sentences = ["Chưa có cụm thi đua nào. Thêm ở thẻ “Cụm, khối” rồi ghi vai trò của từng đơn vị."]
        if sentences:
            self.banner.show_text(" ".join(sentences), "caution")
        else:
            self.banner.hide()

    def give(self, year: int, unit_uid: str, role: Role | None) -> None:
        """Write one role."""
        if role != self.roles.roles.get(year, {}).get(unit_uid):
            self._operations.do(set_role, self.roles.cluster_uid, year, unit_uid, role)

    def _on_propose_clicked(self) -> None:
        year = self.roles.next_year(self._year or datetime.date.today().year)
        members = self._operations.workspace.read(standing_units, year)
        last = self.roles.roles.get(year - 1, {})
        proposed = self.roles.proposal(year, [uid for uid in members if uid in last] or members)
        self._operations.do(plan_roles, self.roles.cluster_uid, year, proposed)


def _cell(year: int, unit: str, name: str, role: Role | None) -> QTableWidgetItem:
    words = "" if role is None else _SHORT[role.role] + ("\nđăng cai" if role.hosts else "")
    item = QTableWidgetItem(words)
    item.setData(_ROLE, next(place for place, (_words, each) in enumerate(CHOICES) if each == role))
    item.setData(_PLACE, (year, unit))
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    item.setToolTip(tip(f"{name}, năm {year}: {words.replace(chr(10), ', ') or 'không có vai trò'}"))
    return item


class _RoleDelegate(QStyledItemDelegate):
    """Edits a cell by a choice from a list; heads and hosts stand out in words and ground."""

    def __init__(self, matrix: RolesMatrix) -> None:
        super().__init__(matrix)
        self._matrix = matrix

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        role = CHOICES[index.data(_ROLE) or 0][1]
        if role is not None and role.role != MemberRole.MEMBER:
            tone = theme.tone_colours("caution" if role.role == MemberRole.HEAD else "quiet")
            option.backgroundBrush = QBrush(tone[1])
            option.font.setBold(role.role == MemberRole.HEAD)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QComboBox(parent)
        editor.addItems([words for words, _role in CHOICES])
        editor.setMinimumWidth(option.rect.width())
        editor.activated.connect(partial(self._on_editor_chosen, editor))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(index.data(_ROLE) or 0)
            editor.showPopup()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            place: Any = index.data(_PLACE)
            self._matrix.chosen.emit(*place, CHOICES[editor.currentIndex()][1])

    def _on_editor_chosen(self, editor: QComboBox, _place: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
