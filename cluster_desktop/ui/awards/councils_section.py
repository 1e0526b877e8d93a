"""Hội đồng: the sessions of emulation councils."""

from functools import partial
from pathlib import Path
from typing import Final

from typing_extensions import override

from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, write_report
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.records.queries.units.office import home_uid
from cluster_desktop.settings import Settings
from cluster_desktop.ui.awards.council_tabs import BusinessTab, MembersTab
from cluster_desktop.ui.awards.rounds import newest_round
from cluster_desktop.ui.imports.import_lists import list_acts
from cluster_desktop.ui.kit import save_dialog
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.printing.number import ask_number
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker
from cluster_desktop.ui.records.scans_tab import ScansTab

_MINUTES: Final = "council-minutes"


class SessionsList(ListPage):
    """Sessions with their members, nominations and votes."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="council_session",
            add_text="Thêm phiên họp",
            icon="people",
            empty_title="Năm này chưa có phiên họp Hội đồng nào",
            empty_text="Ghi phiên họp, chép thành viên từ phiên trước, đưa đề nghị của đợt ra xét rồi kiểm phiếu.",
            filters=("unit_uid", "round_uid"),
            subtitle=("unit_uid", "held_on", "method"),
            carried=("round_uid", "unit_uid", "place", "method"),
            tabs=(
                TabMaker("Thành viên", partial(MembersTab, operations, Settings.load())),
                TabMaker("Đề nghị", self._business_tab),
                TabMaker("Bản chụp", partial(ScansTab, operations)),
            ),
            acts=(
                ListAct("Xem và in biên bản họp", "print", self.print_minutes),
                ListAct("Lưu biên bản họp (Word)…", "document", self.save_minutes),
                ListAct("Cấp số biên bản…", "edit", self.number_minutes),
                *list_acts(self, "council_session"),
            ),
        )
        super().__init__(operations, spec)

    def _business_tab(self) -> BusinessTab:
        tab = BusinessTab(self.operations, self._settings)
        tab.opened.connect(self.record_requested)
        return tab

    @override
    def new_values(self) -> dict[str, Value]:
        workspace = self.operations.workspace
        home: dict[str, Value] = {"unit_uid": workspace.read(home_uid)}
        named: dict[str, Value] = {"name": f"Họp Hội đồng Thi đua - Khen thưởng năm {self.year}"}
        return super().new_values() | newest_round(workspace, self.year) | home | named

    def print_minutes(self) -> None:
        """Show the minutes of the chosen session on the printing page."""
        row = self.chosen_row("một phiên họp")
        if row is not None:
            self.record_requested.emit("print", row.uid)

    def save_minutes(self) -> None:
        """Ask for a file and write the minutes of the chosen session to it."""
        row = self.chosen_row("một phiên họp")
        if row is None:
            return
        path = save_dialog.ask_file(self.window(), "Lưu biên bản họp", f"Biên bản - {row.title}", ".docx")
        if path is not None:
            self.write_minutes(row.uid, path)

    def number_minutes(self) -> None:
        """Give the minutes of the chosen session their number."""
        row = self.chosen_row("một phiên họp")
        if row is None:
            return
        year, unit = row.values["year"], row.values["unit_uid"]
        if isinstance(year, int):
            request = Request(year=year, unit_uid=str(unit or ""), about=row.uid)
            ask_number(self.operations, PRINTABLES[_MINUTES].number_in_series(request), self.window())

    def write_minutes(self, uid: str, path: Path) -> None:
        """Write the minutes of a session, in the format of the file's suffix."""

        def _write(_progress: WorkProgress) -> str:
            write_report(self.operations.workspace, _MINUTES, path, session_uid=uid)
            return f"Đã ghi biên bản vào “{path.name}”."

        self.operations.run_in_background("Đang lập biên bản", _write, self.operations.say)
