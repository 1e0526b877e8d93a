"""The pages of the window in the order of the sidebar; each is imported when it is first shown."""

from functools import partial

from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.page import Page
from cluster_desktop.ui.settings.backup_desk import BackupDesk
from cluster_desktop.ui.window.main_window import PageEntry


def page_entries(desk: BackupDesk) -> tuple[PageEntry, ...]:
    """Return the pages of the window; *desk* keeps the backups of its workspace."""
    return (
        PageEntry("overview", "Tổng quan", "home", _overview, frozenset({"milestone"})),
        PageEntry("people", "Cán bộ", "people", _people, frozenset({"person"}), "person"),
        PageEntry(
            "units",
            "Đơn vị và cụm",
            "building",
            _units,
            frozenset({"unit", "department", "cluster", "membership", "movement", "handover_item", "pledge_target"}),
            "unit",
        ),
        PageEntry(
            "awards",
            "Thi đua – Khen thưởng",
            "trophy",
            _awards,
            frozenset({"registration", "round", "nomination", "council_session", "decision", "award"}),
            "nomination",
        ),
        PageEntry("events", "Sự kiện", "calendar", _events, frozenset({"event"}), "event"),
        PageEntry(
            "scoring",
            "Chấm điểm cụm",
            "clipboard-task",
            _scoring,
            frozenset({"score_sheet", "criterion", "score", "recommendation"}),
        ),
        PageEntry("print", "In ấn", "print", _print, frozenset({"print"})),
        PageEntry("settings", "Thiết lập", "settings", partial(_settings, desk), foot=True),
    )


def _overview(operations: Operations) -> Page:
    from cluster_desktop.ui.overview.overview_page import OverviewPage

    return OverviewPage(operations)


def _people(operations: Operations) -> Page:
    from cluster_desktop.ui.people.people_page import PeoplePage

    return PeoplePage(operations)


def _units(operations: Operations) -> Page:
    from cluster_desktop.ui.units.units_page import UnitsPage

    return UnitsPage(operations)


def _awards(operations: Operations) -> Page:
    from cluster_desktop.ui.awards.awards_page import AwardsPage

    return AwardsPage(operations)


def _events(operations: Operations) -> Page:
    from cluster_desktop.ui.events.events_page import EventsPage

    return EventsPage(operations)


def _scoring(operations: Operations) -> Page:
    from cluster_desktop.ui.scoring.scoring_page import ScoringPage

    return ScoringPage(operations)


def _print(operations: Operations) -> Page:
    from cluster_desktop.ui.printing.print_page import PrintPage

    return PrintPage(operations)


def _settings(desk: BackupDesk, operations: Operations) -> Page:
    from cluster_desktop.ui.settings.settings_page import SettingsPage

    return SettingsPage(operations, desk)
