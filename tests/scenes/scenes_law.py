"""Pictures of what the law of the year says."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from cluster_desktop.ui.awards.eligibility_section import EligibilitySection
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from tests.screenshots import Studio


def eligibility_of_all(studio: "Studio") -> object:
    page = studio.window.show_page("awards")
    if not isinstance(page, SectionsPage):
        raise TypeError("awards")
    page.choose("eligibility")
    studio.settle(1.0)
    section = page.current
    if isinstance(section, EligibilitySection):
        section.table.selectRow(3)
    return None


def law_and_money(studio: "Studio") -> object:
    page = studio.window.show_page("settings")
    if not isinstance(page, SettingsPage):
        raise TypeError("settings")
    page.law.groups.setCurrentIndex(2)
    page.law.table.selectRow(3)
    studio.settle()
    page.findChild(QScrollArea).ensureWidgetVisible(page.law)
    return None
