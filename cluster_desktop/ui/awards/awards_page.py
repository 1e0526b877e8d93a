"""Thi đua – Khen thưởng: the way of an award, from registration to the register."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cluster_desktop.domain.awards.nomination_state import BY_HAND
from cluster_desktop.ui.awards.councils_section import SessionsList
from cluster_desktop.ui.awards.decisions_section import AwardsList, DecisionsList
from cluster_desktop.ui.awards.eligibility_section import EligibilitySection
from cluster_desktop.ui.awards.nominations_section import NominationsList
from cluster_desktop.ui.awards.registration_section import RegistrationsList
from cluster_desktop.ui.awards.rounds_section import RoundsList
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.drop_button import DropButton, numbered
from cluster_desktop.ui.kit.labels import button
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.records.sections_page import PageSection, SectionsPage

_List = TypeVar("_List", bound=ListPage)
_KINDS: Final[dict[type[ListPage], str]] = {
    RegistrationsList: "registration",
    RoundsList: "round",
    NominationsList: "nomination",
    DecisionsList: "decision",
}


class AwardsPage(SectionsPage):
    """The way of an award: registration, round, nomination, council, decision, register."""

    TITLE: ClassVar[str] = "Thi đua – Khen thưởng"

    def __init__(self, operations: Operations) -> None:
        super().__init__(
            [
                PageSection("registration", "Đăng ký", partial(RegistrationsList, operations)),
                PageSection("round", "Đợt đề nghị", partial(RoundsList, operations)),
                PageSection("nomination", "Đề nghị", partial(NominationsList, operations)),
                PageSection("council_session", "Hội đồng", partial(SessionsList, operations)),
                PageSection("decision", "Quyết định", partial(DecisionsList, operations)),
                PageSection("award", "Sổ khen thưởng", partial(AwardsList, operations)),
                PageSection("eligibility", "Ai đủ điều kiện?", partial(EligibilitySection, operations)),
            ],
            first="nomination",
        )
        self._acts = self._create_acts()
        for widgets in self._acts.values():
            for widget in widgets:
                self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.stack.currentChanged.connect(self._on_stack_changed)
        self._on_stack_changed(0)

    def _create_acts(self) -> dict[str, tuple[QPushButton, ...]]:
        """Create the buttons beside the chips, by the section that shows them."""
        return {
            "registration": (
                button(
                    "Đă&ng ký nhanh…",
                    partial(self._do, RegistrationsList, RegistrationsList.register),
                    icon="person-add",
                ),
            ),
            "round": (
                button("&Lập danh sách…", partial(self._do, RoundsList, RoundsList.propose), icon="clipboard-task"),
            ),
            "nomination": (
                self._state_button(),
                button(
                    "&Lập quyết định…", partial(self._do, NominationsList, NominationsList.decide), icon="certificate"
                ),
            ),
            "decision": (
                button(
                    "&Cấp trên…",
                    partial(self._do, DecisionsList, DecisionsList.receive),
                    icon="import",
                    tip="Ghi quyết định của cấp trên",
                ),
                button(
                    "Cấp &số giấy…", partial(self._do, DecisionsList, DecisionsList.give_numbers), icon="certificate"
                ),
                button(
                    "&In giấy khen…", partial(self._do, DecisionsList, DecisionsList.print_certificates), icon="print"
                ),
            ),
        }

    def _state_button(self) -> DropButton:
        drop = DropButton("Chuyển t&rạng thái")
        drop.setToolTip("Áp dụng cho mọi đề nghị đang chọn (Ctrl+A chọn hết; Alt+R rồi gõ số của trạng thái)")
        drop.set_acts(*numbered(BY_HAND.targets, self._set_state))
        drop.setIcon(icons.icon("swap"))
        return drop

    def _list(self, kind: type[_List]) -> _List:
        """Return the section of that class, created at the first call."""
        page = self.section(_KINDS[kind])
        if not isinstance(page, kind):
            raise TypeError(f"not {kind.__name__}")
        return page

    def _do(self, kind: type[_List], act: Callable[[_List], object]) -> None:
        act(self._list(kind))

    def _set_state(self, state: str) -> None:
        self._list(NominationsList).set_state(state)

    def _on_stack_changed(self, _place: int) -> None:
        shown = self.current.kind
        for kind, widgets in self._acts.items():
            for widget in widgets:
                widget.setVisible(kind == shown)
