"""Thi đua – Khen thưởng: rounds, nominations, decisions, and the award register."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands import decisions, dossier
from cluster_desktop.commands.certificate_numbers import gap_report
from cluster_desktop.domain import vocabulary
from cluster_desktop.domain.fields import Value
from cluster_desktop.records.queries import listing as listings
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.records.workspace import Workspace
from cluster_desktop.settings import Settings
from cluster_desktop.ui import icons, save_dialog
from cluster_desktop.ui.dialogs.decide import DecideDialog
from cluster_desktop.ui.dialogs.give_numbers import GiveNumbersDialog
from cluster_desktop.ui.dialogs.message import tell
from cluster_desktop.ui.kit.drop_button import DropButton
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.list_page import ListPage
from cluster_desktop.ui.list_spec import ChildTab, ListAct, ListSpec
from cluster_desktop.ui.operations import Operations, Progress
from cluster_desktop.ui.pages.sections_page import Section, SectionsPage
from cluster_desktop.ui.printings_tab import PrintingsTab
from cluster_desktop.ui.record_tabs import TabMaker

_ROUNDS = ListSpec(
    kind="round",
    add_text="Thêm đợt đề nghị",
    icon="clipboard-task",
    empty_title="Năm này chưa có đợt đề nghị nào",
    empty_text="Mở một đợt (thường xuyên, chuyên đề hoặc đột xuất) rồi ghi các đề nghị vào đó.",
    filters=("kind",),
    subtitle=("kind", "year"),
    children=(ChildTab(kind="nomination", owner="round_uid", title="Đề nghị", read_only=True),),
)
_NO_AWARDS = "Lập quyết định từ các đề nghị hội đồng đã đồng ý, hoặc ghi quyết định của cấp trên rồi thêm danh sách."


class NominationsList(ListPage):
    """The nominations of a year; what is chosen can be moved on or decided together."""

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
                ListAct("Lập quyết định…", "certificate", self.decide),
                ListAct("Thêm vào quyết định có sẵn…", "add", self.append),
                ListAct("Lập hồ sơ (Word, PDF)…", "folder-open", self.make_dossier),
            ),
        )
        super().__init__(operations, Settings.load(), spec)

    @override
    def new_values(self) -> dict[str, Value]:
        found = self.operations.workspace.read(listings.page, self._rounds(), 0, 1)
        return {"round_uid": found[0].uid} if found else {}

    def _rounds(self) -> Listing:
        return Listing(kind="round", filters=self.base_filters(self.year), sort="deadline", descending=True)

    def set_state(self, state: str) -> None:
        """Give the chosen nominations a state."""
        uids = self.list.view.selected_uids()
        if uids:
            self.operations.run(partial(decisions.set_state, self.operations.workspace, uids, state))
        else:
            self.operations.told.emit("Hãy chọn các đề nghị trong danh sách trước.", False)

    def accepted(self) -> tuple[Row, ...]:
        """The chosen nominations the council accepted, or all of the year when none is chosen."""
        wanted = Filter("state", (decisions.ACCEPTED,))
        listing = Listing(kind="nomination", filters=(*self.base_filters(self.year), wanted))
        rows = self.operations.workspace.read(listings.page, listing, 0, 5000)
        chosen = self.list.view.selected_uids()
        picked = tuple(row for row in rows if row.uid in chosen) if len(chosen) > 1 else ()
        return picked or rows

    def decide(self) -> None:
        """Make a decision of accepted nominations."""
        rows = self.accepted()
        if not rows:
            self.operations.told.emit("Chưa có đề nghị nào hội đồng đồng ý. Hãy chuyển trạng thái trước.", False)
            return
        start: dict[str, Value] = {"year": self.year, "level": "CO_SO"}
        units = {row.values["recipient_unit"] for row in rows}
        if len(units) == 1:
            start["unit_uid"] = units.pop()
        DecideDialog(self.operations, rows, start, self.window()).open()

    def append(self) -> None:
        """Add accepted nominations to the end of a decision of the year."""
        rows = self.accepted()
        wanted = Listing(kind="decision", filters=self.base_filters(self.year), sort="decided_on", descending=True)
        known = {
            f"{row.title} · {row.shown['title']}": row.uid
            for row in self.operations.workspace.read(listings.page, wanted)
        }
        if not rows or not known:
            self.operations.told.emit("Cần có đề nghị hội đồng đã đồng ý và một quyết định của năm này.", False)
            return
        words, chosen = QInputDialog.getItem(
            self, "Thêm vào quyết định", f"Thêm {len(rows)} đề nghị vào cuối danh sách của:", list(known), 0, False
        )
        if chosen:
            uids = tuple(row.uid for row in rows)
            self.operations.run(partial(decisions.add_to_decision, self.operations.workspace, known[words], uids))

    def make_dossier(self) -> None:
        """Write every part of the chosen nomination's dossier into a folder."""
        if not self.record.uid:
            self.operations.told.emit("Hãy chọn một đề nghị trong danh sách trước.", False)
            return
        place = save_dialog.ask_folder(self.window(), "Chọn nơi đặt thư mục hồ sơ")
        if place is not None:
            self.write_dossier(self.record.uid, place)

    def write_dossier(self, uid: str, place: Path) -> None:
        """Write a nomination's dossier into a new folder below *place*."""
        work = partial(_write_dossier, self.operations.workspace, uid, place)
        self.operations.run_in_background("Đang lập hồ sơ", work, self._on_dossier_written)

    def _on_dossier_written(self, told: str) -> None:
        self.operations.told.emit(told, False)


def _write_dossier(workspace: Workspace, uid: str, place: Path, progress: Progress) -> str:
    """What the status line says of it."""
    made = dossier.dossier_of(workspace, uid)
    folder = save_dialog.new_folder(place, made.title)
    written = dossier.write_dossier(made, folder, progress)
    missing = sum(bool(part.missing) for part in made.parts)
    rest = f" Còn thiếu {missing} phần, xem mục lục." if missing else ""
    return f"Đã lập hồ sơ {len(written)} tệp trong “{folder}”.{rest}"


class DecisionsList(ListPage):
    """Decisions with the list of who was commended, in order."""

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
            acts=(
                ListAct("In giấy khen của quyết định…", "print", self.print_certificates),
                ListAct("Cấp số giấy của quyết định…", "certificate", self.give_numbers),
            ),
        )
        super().__init__(operations, Settings.load(), spec)

    def print_certificates(self) -> None:
        """Go to the printing page with the chosen decision."""
        if self.record.uid:
            self.wanted.emit("print", self.record.uid)

    def give_numbers(self) -> None:
        """Number the certificates of the chosen decision."""
        if self.record.row is not None:
            GiveNumbersDialog(self.operations, self.record.uid, self.record.row.title, self.window()).open()
        else:
            self.operations.told.emit("Hãy chọn một quyết định trong danh sách trước.", False)


class AwardsList(ListPage):
    """The register of awards; beside each the sheets that were printed."""

    def __init__(self, operations: Operations) -> None:
        spec = ListSpec(
            kind="award",
            add_text="Thêm khen thưởng",
            icon="medal",
            empty_title="Năm này chưa ghi khen thưởng nào",
            empty_text=_NO_AWARDS,
            filters=("recipient_unit", "award", "state"),
            subtitle=("award", "decision_uid", "recipient_unit"),
            carried=("decision_uid", "award", "recipient_kind"),
            tabs=(TabMaker("Các tờ đã in", self._printings),),
            acts=(ListAct("Số giấy còn trống…", "search", self.tell_gaps),),
        )
        super().__init__(operations, Settings.load(), spec)

    def tell_gaps(self) -> None:
        """Say which numbers were skipped or used twice among the decisions of this and the next calendar year."""
        workspace = self.operations.workspace
        try:
            told = [gap_report(workspace, year) for year in (self.year, self.year + 1)]
        except errors.UserError as error:
            self.operations.show_failure(error)
        else:
            tell(self.window(), "Số giấy chứng nhận", "\n\n".join(told))

    def _printings(self) -> PrintingsTab:
        made = PrintingsTab(self.operations)
        made.print_wanted.connect(self._on_print_wanted)
        return made

    def _on_print_wanted(self, award: str) -> None:
        self.wanted.emit("print", award)


class AwardsPage(SectionsPage):
    """The way of an award: round, nomination, decision, register."""

    TITLE: ClassVar[str] = "Thi đua – Khen thưởng"

    def __init__(self, operations: Operations) -> None:
        settings = Settings.load()
        super().__init__(
            [
                Section("nomination", "Đề nghị", partial(NominationsList, operations)),
                Section("decision", "Quyết định", partial(DecisionsList, operations)),
                Section("award", "Sổ khen thưởng", partial(AwardsList, operations)),
                Section("round", "Đợt đề nghị", partial(ListPage, operations, settings, _ROUNDS)),
            ]
        )
        self._state = self._state_button()
        self._decide = button("&Lập quyết định…", self._on_decide_clicked, icon="certificate")
        self._number = button("&Cấp số giấy…", self._on_number_clicked, icon="certificate")
        self._print = button("&In giấy khen…", self._on_print_clicked, icon="print")
        for widget in (self._state, self._decide, self._number, self._print):
            self.head.addWidget(widget)
        self.stack.currentChanged.connect(self._on_stack_changed)
        self._on_stack_changed(0)

    def _state_button(self) -> DropButton:
        made = DropButton("Chuyển trạng thái")
        made.setToolTip("Áp dụng cho mọi đề nghị đang chọn (giữ Ctrl hoặc Shift để chọn nhiều)")
        menu = QMenu(made)
        for choice in vocabulary.NOMINATION_STATES:
            if choice.code != decisions.DECIDED:
                menu.addAction(choice.label).setData(choice.code)
        menu.triggered.connect(self._on_menu_triggered)
        made.setMenu(menu)
        made.setIcon(icons.icon("swap"))
        return made

    def _nominations(self) -> NominationsList:
        page = self.section("nomination")
        if not isinstance(page, NominationsList):
            raise TypeError("not the list of nominations")
        return page

    def _on_menu_triggered(self, action: QAction) -> None:
        self._nominations().set_state(action.data())

    def _on_decide_clicked(self) -> None:
        self._nominations().decide()

    def _on_print_clicked(self) -> None:
        page = self.section("decision")
        if isinstance(page, DecisionsList):
            page.print_certificates()

    def _on_number_clicked(self) -> None:
        page = self.section("decision")
        if isinstance(page, DecisionsList):
            page.give_numbers()

    def _on_stack_changed(self, _place: int) -> None:
        kind = self.current.spec.kind
        self._state.setVisible(kind == "nomination")
        self._decide.setVisible(kind == "nomination")
        self._number.setVisible(kind == "decision")
        self._print.setVisible(kind == "decision")
