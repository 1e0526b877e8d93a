"""Đề nghị: the nominations of a year; chosen ones can be moved on or decided together."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QInputDialog, QWidget
from typing_extensions import override

from cluster_desktop.commands.awards import decisions
from cluster_desktop.commands.dossiers import dossier
from cluster_desktop.commands.law.eligibility import CONCERNED
from cluster_desktop.domain.awards.nomination_state import BY_HAND, RULES_ASKED, NominationState
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.decision_start import decision_start
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Listing, Row
from cluster_desktop.ui.awards.decide import DecideDialog
from cluster_desktop.ui.awards.dossier_tab import DossierTab
from cluster_desktop.ui.awards.eligibility_tab import EligibilityTab, verdict_column
from cluster_desktop.ui.awards.propose import ProposeDialog
from cluster_desktop.ui.awards.rounds import newest_round
from cluster_desktop.ui.awards.state_changes import CouncilCheck
from cluster_desktop.ui.imports.import_awards import import_nominations
from cluster_desktop.ui.kit import icons, save_dialog
from cluster_desktop.ui.kit.drop_button import DropButton, numbered
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.list_spec import ListAct, ListSpec
from cluster_desktop.ui.records.record_tabs import TabMaker


class NominationsList(ListPage):
    """The nominations of a year."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="nomination",
            add_text="Đề nghị mới",
            icon="trophy",
            search_text="Tìm trong các đề nghị",
            empty_title="Năm này chưa có đề nghị nào",
            empty_text="Mỗi đề nghị thuộc một đợt. Nếu chưa có đợt, hãy thêm ở thẻ “Đợt đề nghị”.",
            filters=("round_uid", "award", "state", "recipient_unit"),
            subtitle=("award", "round_uid", "recipient_unit"),
            carried=("round_uid", "award", "recipient_kind", "citation", "state", "votes_total"),
            acts=(
                ListAct("Lập danh sách đề nghị…", "clipboard-task", self.propose, when_empty=True),
                ListAct("Lập quyết định…", "certificate", self.decide),
                ListAct("Thêm vào quyết định có sẵn…", "add", self.append),
                ListAct("Lập hồ sơ (Word, PDF)…", "folder-open", self.make_dossier),
                ListAct("Nhập danh sách đề nghị từ Excel, Word…", "import", self.import_table, when_empty=True),
            ),
            extras=(verdict_column(operations),),
            tabs=(TabMaker("Hồ sơ", self._dossier_tab), TabMaker("Điều kiện", self._eligibility_tab)),
        )
        super().__init__(operations, spec)
        self._moving = CouncilCheck(operations, self)

    def _eligibility_tab(self) -> EligibilityTab:
        tab = EligibilityTab(self.operations)
        tab.record_requested.connect(self.record_requested)
        return tab

    def _dossier_tab(self) -> DossierTab:
        tab = DossierTab(self.operations)
        tab.folder_requested.connect(self.make_dossier)
        return tab

    @override
    def head_acts(self) -> tuple[QWidget, ...]:
        state = DropButton("Chuyển t&rạng thái")
        state.setToolTip("Áp dụng cho mọi đề nghị đang chọn (Ctrl+A chọn hết; Alt+R rồi gõ số của trạng thái)")
        state.setIcon(icons.icon("swap"))
        state.set_acts(*numbered(BY_HAND.targets, self.set_state))
        return state, button("&Lập quyết định…", self.decide, icon="certificate")

    @override
    def new_values(self) -> dict[str, Value]:
        return newest_round(self.operations.workspace, self.year)

    def import_table(self) -> None:
        """Import the list of a unit into the round of the chosen nomination or the default one of the year."""
        import_nominations(self.operations, self.record.uid, self.window(), self.year)

    @override
    def _kinds_shown(self) -> frozenset[str]:
        return super()._kinds_shown() | CONCERNED  # the verdict is in the list

    def propose(self) -> None:
        """Fill the newest round from registrations."""
        ProposeDialog(self.operations, self.year, "", self.window()).open()

    def set_state(self, state: str) -> None:
        """Give the chosen nominations a state; on the way to the council a reason is asked where a rule fails."""
        uids = self.chosen_uids("các đề nghị")
        if uids and state in RULES_ASKED:
            self._moving.ask(uids, partial(self._move, state))
        elif uids:
            self._move(state, uids)

    def _move(self, state: str, uids: tuple[str, ...]) -> None:
        self.operations.do(decisions.set_state, uids, state)

    def accepted(self) -> tuple[Row, ...]:
        """Return the chosen nominations the council accepted; with fewer than two chosen, all those on show."""
        listing = self.list.model.listing.filtered("state", NominationState.ACCEPTED)
        rows = self.operations.workspace.read(listings.page, listing, 0, 5000)
        chosen = self.list.view.selected_uids()
        picked = tuple(row for row in rows if row.uid in chosen) if len(chosen) > 1 else ()
        return picked or rows

    def decide(self) -> None:
        """Make a decision of accepted nominations."""
        rows = self.accepted()
        if not rows:
            self.operations.say("Chưa có đề nghị nào được Hội đồng đồng ý. Hãy chuyển trạng thái trước.")
            return
        uids = tuple(row.uid for row in rows)
        start = self.operations.workspace.read(decision_start, self.year, uids)
        dialog = DecideDialog(self.operations, rows, dict(start), self.window())
        dialog.decided.connect(partial(self.record_requested.emit, "decision"))
        dialog.open()

    def append(self) -> None:
        """Add accepted nominations to the end of a decision of the year."""
        rows = self.accepted()
        drafts = Listing(kind="decision", filters=self.base_filters(self.year), sort="decided_on", descending=True)
        choices = {
            f"{row.title} · {row.shown['title']}": row.uid
            for row in self.operations.workspace.read(listings.page, drafts)
        }
        if not rows or not choices:
            self.operations.say("Cần có đề nghị Hội đồng đã đồng ý và một quyết định của năm này.")
            return
        words, chosen = QInputDialog.getItem(
            self, "Thêm vào quyết định", f"Thêm {len(rows)} đề nghị vào cuối danh sách của:", list(choices), 0, False
        )
        if chosen:
            uids = tuple(row.uid for row in rows)
            self.operations.do(decisions.add_to_decision, choices[words], uids)

    def make_dossier(self) -> None:
        """Write every part of the chosen nomination's dossier into a folder."""
        row = self.chosen_row("một đề nghị")
        place = save_dialog.ask_folder(self.window(), "Chọn nơi đặt thư mục hồ sơ") if row else None
        if row and place:
            self.write_dossier(row.uid, place)

    def write_dossier(self, uid: str, place: Path) -> None:
        """Write a nomination's dossier into a new folder below *place*."""
        work = partial(_write_dossier, self.operations.workspace, uid, place)
        self.operations.run_in_background("Đang lập hồ sơ", work, self.operations.say)


def _write_dossier(workspace: Workspace, uid: str, place: Path, progress: WorkProgress) -> str:
    """Write the dossier; returns the sentence for the status line."""
    whole = dossier.dossier_of(workspace, uid)
    folder = save_dialog.new_folder(place, whole.title)
    written = dossier.write_dossier(whole, folder, progress)
    missing = sum(bool(part.missing) for part in whole.parts)
    rest = f" Còn thiếu {missing} phần, xem mục lục." if missing else ""
    return f"Đã lập hồ sơ {len(written)} tệp trong “{folder}”.{rest}"
