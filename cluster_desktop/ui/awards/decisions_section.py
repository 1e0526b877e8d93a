"""Quyết định and Sổ khen thưởng: decisions with their lists, and every award of a year."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_numbers import gap_report
from cluster_desktop.domain.awards.vocabulary import AwardState
from cluster_desktop.records.queries.printing.issued import IssuedScope
from cluster_desktop.ui.awards.received import ReceivedDialog
from cluster_desktop.ui.awards.revoke import RevokeDialog
from cluster_desktop.ui.imports.import_awards import import_awards
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.message import tell
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.give_numbers import GiveNumbersDialog
from cluster_desktop.ui.printing.issued_view import IssuedTab
from cluster_desktop.ui.printing.printings_tab import PrintingsTab
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ChildTab, ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.records.scans_tab import ScansTab


class DecisionsList(ListPage):
    """Decisions with their awards, in order."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="decision",
            add_text="Thêm quyết định",
            icon="certificate",
            empty_title="Năm này chưa có quyết định nào",
            empty_text="Lập từ các đề nghị đã đồng ý, hoặc ghi quyết định của Học viện, tỉnh.",
            filters=("level", "unit_uid"),
            subtitle=("title", "decided_on"),
            carried=("unit_uid", "level", "signer_title", "signer_name", "place"),
            children=(ChildTab(kind="award", owner="decision_uid", title="Danh sách"),),
            tabs=(
                TabMaker("Đã phát hành", partial(IssuedTab, operations, _issued)),
                TabMaker("Bản chụp", partial(ScansTab, operations)),
            ),
            acts=(
                ListAct("Ghi quyết định của cấp trên…", "import", self.receive, when_empty=True),
                ListAct("In giấy khen của quyết định…", "print", self.print_certificates),
                ListAct("Cấp số giấy của quyết định…", "certificate", self.give_numbers),
                ListAct("Nhập danh sách, sổ khen thưởng cũ…", "import", self.import_table, when_empty=True),
                *list_acts(self, "decision"),
            ),
        )
        super().__init__(operations, spec)

    @override
    def head_acts(self) -> tuple[QWidget, ...]:
        return (
            button("&Cấp trên…", self.receive, icon="import", tip="Ghi quyết định của cấp trên"),
            button("Cấp &số giấy…", self.give_numbers, icon="certificate"),
            button("&In giấy khen…", self.print_certificates, icon="print"),
        )

    def receive(self) -> None:
        """Write a decision of the Academy, the province or above with its list."""
        ReceivedDialog(self.operations, self.year, self.window()).open()

    def give_numbers(self) -> None:
        """Number the certificates of the chosen decision."""
        row = self.chosen_row("một quyết định")
        if row is not None:
            GiveNumbersDialog(self.operations, row.uid, row.title, self.window()).open()

    def import_table(self) -> None:
        """Import the list of the chosen decision, or an old register with decisions of its own."""
        import_awards(self.operations, self.record.uid, self.window(), self.year)

    def print_certificates(self) -> None:
        """Go to the printing page with the chosen decision."""
        row = self.chosen_row("một quyết định")
        if row is not None:
            self.record_requested.emit("print", row.uid)


class AwardsList(ListPage):
    """The register of a year; an award can be revoked with a reason, its printed sheets stand beside it."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="award",
            add_text="Thêm khen thưởng",
            icon="medal",
            empty_title="Năm này chưa ghi khen thưởng nào",
            empty_text="Lập quyết định từ các đề nghị Hội đồng đã đồng ý, hoặc ghi quyết định của cấp trên.",
            filters=("recipient_unit", "award", "state"),
            subtitle=("award", "decision_uid", "recipient_unit"),
            carried=("decision_uid", "award", "recipient_kind"),
            tabs=(TabMaker("Các tờ đã in", self._printings),),
            acts=(
                ListAct("Thu hồi khen thưởng…", "undo", self.revoke),
                ListAct("Số giấy còn trống…", "search", self.show_gaps),
                ListAct("Nhập danh sách, sổ khen thưởng cũ…", "import", self.import_table, when_empty=True),
            ),
        )
        super().__init__(operations, spec)

    def revoke(self) -> None:
        """Revoke the chosen awards."""
        rows = tuple(row for row in self.list.view.selected_records() if row.values["state"] != AwardState.REVOKED)
        if rows:
            RevokeDialog(self.operations, rows, self.window()).open()
        else:
            self.operations.say("Hãy chọn khen thưởng còn hiệu lực trong danh sách trước.")

    def import_table(self) -> None:
        """Import an old register, or a list that names its decision."""
        import_awards(self.operations, None, self.window(), self.year)

    def show_gaps(self) -> None:
        """Show the numbers skipped or used twice among the decisions of this and the next calendar year."""
        workspace = self.operations.workspace
        try:
            reports = [gap_report(workspace, year) for year in (self.year, self.year + 1)]
        except errors.UserError as error:
            self.operations.show_failure(error)
        else:
            tell(self.window(), "Số giấy chứng nhận", "\n\n".join(reports))

    def _printings(self) -> PrintingsTab:
        tab = PrintingsTab(self.operations)
        tab.print_requested.connect(partial(self.record_requested.emit, "print"))
        return tab


def _issued(uid: str) -> IssuedScope:
    return IssuedScope(decision_uid=uid, nothing="Chưa phát hành quyết định này hay danh sách nào của nó.")
