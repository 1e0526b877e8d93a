"""Imports from the awards page, with the round or the decision on show."""

from PySide6.QtWidgets import QWidget

from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.domain.record_kinds.import_kinds import AWARD_LISTS, NOMINATIONS
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.ui.imports.import_table import import_from_file
from cluster_desktop.ui.kit.operations import Operations


def import_nominations(operations: Operations, nomination_uid: str | None, window: QWidget, year: int | None) -> None:
    """Import a list of nominations into the round of the nomination on show, else into that of the year."""
    chosen = operations.workspace.read(listing.find, "nomination", nomination_uid) if nomination_uid else None
    round_uid = str(chosen.values["round_uid"]) if chosen else None
    import_from_file(operations, NOMINATIONS, window, Shared(round_uid=round_uid), year)


def import_awards(operations: Operations, decision_uid: str | None, window: QWidget, year: int | None) -> None:
    """Import the list of the decision on show; lines that name another decision go to that one."""
    import_from_file(operations, AWARD_LISTS, window, Shared(decision_uid=decision_uid or None), year)
