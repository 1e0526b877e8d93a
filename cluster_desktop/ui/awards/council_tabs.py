"""Tabs beside a session of the council: its members, and the nominations before it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.awards import councils
from cluster_desktop.commands.awards.council_facts import council_facts
from cluster_desktop.domain.awards.council_facts import CouncilFacts
from cluster_desktop.domain.awards.vocabulary import Attendance
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.rows import Row
from cluster_desktop.settings import Settings
from cluster_desktop.ui.awards.ballots import BallotsDialog
from cluster_desktop.ui.awards.choose_members import MembersDialog
from cluster_desktop.ui.awards.state_changes import CouncilCheck
from cluster_desktop.ui.kit.drop_button import DropButton, numbered
from cluster_desktop.ui.kit.flow_layout import FlowLayout
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import ABOVE, Space, grow, in_column, inset
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.child_list import ChildList
from cluster_desktop.ui.records.list_spec import ChildTab

_MEMBERS: Final = ChildTab(kind="council_member", owner="session_uid", title="Thành viên", hidden=("person_uid",))
_BUSINESS: Final = ChildTab(kind="nomination", owner="session_uid", title="Đề nghị đưa ra xét", read_only=True)


class _SessionTab(QWidget):
    """A line with the state of the session, buttons below it, and the lines of one kind."""

    def __init__(self, operations: Operations, settings: Settings, tab: ChildTab) -> None:
        super().__init__()
        self._operations = operations
        self._row: Row | None = None
        self.summary = label("", "quiet", wraps=True)
        inset(self.summary, ABOVE)
        self.lines = ChildList(operations, settings, tab)
        self.setFocusProxy(self.lines.view)
        self.acts = QWidget()
        in_column(
            self.summary,
            in_column(self.acts, margins=ABOVE),
            grow(self.lines),
            on=self,
            space=Space.NONE,
        )

    @property
    def uid(self) -> str:
        """The session on show."""
        return self._row.uid if self._row else ""

    def show_record(self, row: Row) -> None:
        """Show the lines of this session."""
        self._row = row
        self.lines.show_record(row)
        self._tell()

    def reread(self, changes: Changes | None) -> None:
        """Show the present state."""
        self.lines.reread(changes)
        self._tell()

    def _tell(self) -> None:
        workspace = self._operations.workspace
        if not self.uid or workspace.busy:
            return
        try:
            self.summary.setText(self._words(workspace.read(council_facts, self.uid)))
        except errors.UserError as error:
            self.summary.setText(error.sentence)

    def _words(self, facts: CouncilFacts) -> str:
        return facts.attendance_summary


class MembersTab(_SessionTab):
    """The members with their attendance; taken over from the last session, or from the roster."""

    def __init__(self, operations: Operations, settings: Settings) -> None:
        super().__init__(operations, settings, _MEMBERS)
        attendance = DropButton("&Dự họp")
        attendance.setToolTip("Áp dụng cho mọi thành viên đang chọn")
        attendance.set_acts(*numbered(Attendance, self._set_attendance))
        copy = button("Chép từ &phiên trước", self.copy)
        FlowLayout(self.acts, copy, button("&Từ danh sách cán bộ…", self.seat), attendance)

    def copy(self) -> None:
        """Copy the members of the last session."""
        self._operations.do(councils.copy_members, self.uid)

    def seat(self) -> None:
        """Choose members from the roster."""
        if self._row is not None:
            unit = str(self._row.values["unit_uid"] or "")
            MembersDialog(self._operations, self.uid, unit, self.window()).open()

    def _set_attendance(self, attendance: str) -> None:
        uids = self.lines.view.selected_uids()
        if not uids:
            self._operations.say("Hãy chọn các thành viên trong danh sách trước.")
            return
        self._operations.do(councils.set_attendance, uids, attendance)


class BusinessTab(_SessionTab):
    """The nominations the council considers, and the count of their votes. ``opened`` (kind, uid)."""

    opened = Signal(str, str)

    def __init__(self, operations: Operations, settings: Settings) -> None:
        super().__init__(operations, settings, _BUSINESS)
        self._moving = CouncilCheck(operations, self)
        FlowLayout(
            self.acts,
            button("Đư&a đề nghị ra xét", self.add_nominations),
            button("&Kiểm phiếu…", self.count, kind="primary"),
            button("&Bỏ khỏi phiên họp", self.remove_nominations),
        )
        self.lines.opened.connect(self.opened)

    def add_nominations(self) -> None:
        """Add every waiting nomination of the session's round and unit; one that fails a rule needs a reason."""
        waiting = self._operations.workspace.read(councils.waiting, self.uid)
        if waiting:
            self._moving.ask(waiting, self._take_in)
        else:
            self._take_in(())  # which says why there is none

    def _take_in(self, uids: tuple[str, ...]) -> None:
        self._operations.do(councils.take_in, self.uid, uids)

    def remove_nominations(self) -> None:
        """Take the chosen nominations off the agenda."""
        uids = self.lines.view.selected_uids()
        if not uids:
            self._operations.say("Hãy chọn các đề nghị trong danh sách trước.")
            return
        self._operations.do(councils.take_out, uids)

    def count(self) -> None:
        """Open the ballot count."""
        if self.lines.model.rowCount():
            BallotsDialog(self._operations, self.uid, self.window()).open()
        else:
            self._operations.say("Phiên họp chưa có đề nghị nào. Hãy bấm “Đưa đề nghị ra xét” trước.")

    @override
    def _words(self, facts: CouncilFacts) -> str:
        passed = sum(ballot.passed is True for ballot in facts.ballots)
        failed = sum(ballot.passed is False for ballot in facts.ballots)
        waiting = len(facts.ballots) - passed - failed
        if not facts.ballots:
            return "Chưa có đề nghị nào trước Hội đồng."
        return f"{facts.attendance_summary}\nPhiếu: {passed} đạt, {failed} không đạt, {waiting} chưa ghi."
