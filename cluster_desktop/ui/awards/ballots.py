"""Kiểm phiếu: the ballot count of a session in one grid, the votes each nomination needs, and closing the result."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop.commands.awards.council_facts import council_facts
from cluster_desktop.commands.awards.councils import Counts, conclude, save_counts
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.awards.ballot_table import BallotModel, BallotTable
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row
from cluster_desktop.ui.kit.operations import Operations

_HINT = (
    "Gõ số rồi Enter xuống dòng dưới, Tab sang ô bên; Ctrl+V dán từ Excel, Ctrl+D điền xuống, Delete xóa ô. "
    "Tỷ lệ tính trên tổng số thành viên Hội đồng, kể cả người vắng."
)


class BallotsDialog(ActDialog):
    """The grid with its sums; "Lưu số phiếu" writes numbers, "Chốt kết quả" moves the nominations on."""

    def __init__(self, operations: Operations, session_uid: str, parent: QWidget) -> None:
        self.facts = operations.workspace.read(council_facts, session_uid)
        super().__init__(operations, f"Kiểm phiếu – {self.facts.name}", parent, (1080, 600))
        self._uid = session_uid
        self.model = BallotModel(self.facts.ballots, self)
        self.view = BallotTable(self.model)
        self._banner = Banner()
        self._sum = label("", "section", wraps=True)
        self._lay_out()
        self.model.changed.connect(self._show_sum)
        self.model.notice.connect(self.message.setText)
        QShortcut(QKeySequence("Ctrl+D"), self.view).activated.connect(self.view.fill_down)
        self._show_sum()
        self.view.setFocus()

    def _lay_out(self) -> None:
        if self.facts.quorate is not True:
            self._banner.show_text(self.facts.attendance_summary)
        voters = self.facts.voters or self.facts.members_total
        fill = button(f"Đ&iền {voters} phiếu vào ô trống", partial(self.model.fill, voters), icon="checkmark")
        fill.setToolTip("Số phiếu phát ra, thu về, hợp lệ của những dòng chưa ghi")
        fill.setVisible(voters > 0)
        save = button("&Lưu số phiếu", self.save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(save.click)
        close = button("&Chốt kết quả", partial(self._write, conclude), kind="primary")
        column_of(
            self,
            self._banner,
            in_row(grow(self._sum), fill),
            grow(self.view),
            label(_HINT, "hint", wraps=True),
            self.message,
            foot_of(self, save, close, leave="Đóng"),
        )

    def _show_sum(self) -> None:
        self.message.clear()
        ballots = self.model.ballots
        passed = sum(ballot.passed is True for ballot in ballots)
        failed = sum(ballot.passed is False for ballot in ballots)
        results = (
            f"{len(ballots)} đề nghị: {passed} đạt, {failed} không đạt, {len(ballots) - passed - failed} chưa có phiếu"
        )
        wrong = f"; {self.model.wrong} dòng chưa khớp" if self.model.wrong else ""
        self._sum.setText(f"{self.facts.members_total} thành viên. {results}{wrong}.")

    @property
    @override
    def unsaved(self) -> str:
        return self.windowTitle() if self.model.dirty else ""

    @override
    def save(self) -> None:
        self._write(save_counts)

    def _write(self, act: Callable[[Workspace, str, Mapping[str, Counts]], Changes]) -> None:
        """Write the grid and close; stay where a cell holds no number or the act is refused."""
        self.view.finish()
        if self.model.refused:
            cell = next(iter(self.model.refused))
            self.view.go(*cell)
            self.message.setText(self.model.refused[cell][1])
        else:
            self.carry_out(act, self._uid, self.model.counts)
