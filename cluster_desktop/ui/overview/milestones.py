"""The dates of one emulation year: a small table to change, copy from last year, and tick off."""

import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.year.milestones import mark_milestones, plan_year
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.imports.import_lists import import_milestones
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.labels import button, label, rule
from cluster_desktop.ui.kit.layouts import BAR, HEAD, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.lists.table_model import TableModel
from cluster_desktop.ui.lists.table_view import TableView
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.records.saving import delete_records

_WIDTH, _HEIGHT = 860, 520
_COLUMNS = ("stage", "title", "due_on", "done_on")
_KIND = "milestone"


class MilestonesDialog(ActDialog):
    """Milestones of *year* in order of their days."""

    def __init__(self, operations: Operations, year: int, parent: QWidget) -> None:
        super().__init__(operations, f"Mốc thời gian năm {year}", parent, (_WIDTH, _HEIGHT))
        self._year = year
        listing = Listing(kind=_KIND, filters=(Filter("year", (year,)),))
        self.model = TableModel(operations.workspace, listing, _COLUMNS, parent=self)
        self.view = TableView(self.model, Settings.load(), name="milestone.year", compact=True)
        self.view.setAccessibleName(f"Các mốc của năm {year}")
        self._count = label("", "hint", wraps=True)
        self._for_milestone = [
            button("&Sửa", self.edit),
            button("&Xong hôm nay", partial(self.mark, True), icon="checkmark"),
            button("Chưa xong", partial(self.mark, False)),
            button("Xóa", self.delete),
        ]
        self._lay_out()
        operations.changed.connect(self.reread)
        operations.failed.connect(self.message.setText)
        self.view.picked.connect(self._show_acts)
        self.view.opened.connect(self.edit)
        self.view.delete_asked.connect(self.delete)
        self.reread(None)
        self.view.setFocus()

    def _lay_out(self) -> None:
        acts = in_row(
            *self._for_milestone,
            stretch(),
            button("&Thêm mốc", self.add, icon="add"),
            margins=HEAD,
        )
        foot = in_row(
            self._count,
            grow(self.message),
            button("&Nhập từ tệp…", self.import_table, icon="import", tip="Các mốc từ Excel, Word"),
            button("Đặt &mốc năm nay", self.plan, tip="Chép mốc năm trước, hoặc lấy các mốc thường lệ"),
            button("Đón&g", self.accept, kind="primary"),
            margins=BAR,
        )
        in_column(acts, rule(), grow(self.view), rule(), foot, on=self, space=Space.NONE)

    def choose(self, uid: str) -> None:
        """Put the cursor on a milestone."""
        self.view.select(uid)
        self._show_acts()

    def reread(self, changes: Changes | None) -> None:
        """Read the milestones again."""
        if changes is not None and _KIND not in changes.kinds:
            return
        chosen = self.view.selected_uids()
        self.model.reload()
        for uid in chosen[:1]:
            self.view.select(uid)
        count = self.model.rowCount()
        self._count.setText(f"{count} mốc" if count else "Chưa có mốc nào. Bấm “Đặt mốc năm nay” để có ngay.")
        self.message.clear()
        self._show_acts()

    def plan(self) -> None:
        """Set the dates of the year from those of the year before."""
        self._operations.do(plan_year, self._year)

    def import_table(self) -> None:
        """Bring in the milestones of a file."""
        import_milestones(self._operations, self._year, self)

    def mark(self, done: bool) -> None:
        """Mark the chosen milestones as done today, or as not yet."""
        uids = self.view.selected_uids()
        if uids:
            on = datetime.date.today()
            self._operations.do(mark_milestones, uids, done=done, on=on)

    def add(self) -> None:
        """Enter a new milestone."""
        RecordDialog(self._operations, _KIND, None, {"year": self._year}, (), self).open()

    def edit(self) -> None:
        """Edit the chosen milestone."""
        rows = self.view.selected_records()
        if len(rows) == 1:
            RecordDialog(self._operations, _KIND, rows[0], {"year": self._year}, (), self).open()

    def delete(self) -> None:
        """Move the chosen milestones to the trash."""
        delete_records(self._operations, self, _KIND, self.view.selected_uids())

    def _show_acts(self) -> None:
        chosen = self.view.selected_count()
        for place, widget in enumerate(self._for_milestone):
            widget.setEnabled(chosen == 1 if place == 0 else chosen > 0)
