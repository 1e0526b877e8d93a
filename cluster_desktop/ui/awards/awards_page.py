"""Thi đua – Khen thưởng: the way of an award, from registration to the register."""

from functools import partial
from typing import ClassVar

from cluster_desktop.ui.awards.councils_section import SessionsList
from cluster_desktop.ui.awards.decisions_section import AwardsList, DecisionsList
from cluster_desktop.ui.awards.eligibility_section import EligibilitySection
from cluster_desktop.ui.awards.nominations_section import NominationsList
from cluster_desktop.ui.awards.registration_section import RegistrationsList
from cluster_desktop.ui.awards.rounds_section import RoundsList
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.sections_page import PageSection, SectionsPage


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
