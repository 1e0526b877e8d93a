"""The papers of an emulation year: lists, submissions, minutes, ballots, decisions, pledges, reports."""

from collections.abc import Callable, Sequence

from cluster_desktop.documents.awards.achievement import achievement_report
from cluster_desktop.documents.awards.ballot import ballot_paper
from cluster_desktop.documents.awards.bonus import bonus_list
from cluster_desktop.documents.awards.council import council_minutes
from cluster_desktop.documents.awards.decision import decision_paper
from cluster_desktop.documents.awards.dossier_cover import dossier_cover
from cluster_desktop.documents.awards.nominations import short_list, submission
from cluster_desktop.documents.awards.registrations import registration_list
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.frames.paper_frame import PaperFrame
from cluster_desktop.documents.people.staff_list import staff_list
from cluster_desktop.documents.scoring.score_minutes import score_minutes
from cluster_desktop.documents.scoring.score_sheet import score_sheet
from cluster_desktop.documents.units.handover import handover_minutes
from cluster_desktop.documents.units.pledge import pledge
from cluster_desktop.documents.year.annual_summary import annual_summary
from cluster_desktop.domain.awards.nominees import Nominee

NomineePaper = Callable[[PaperFrame, Sequence[Nominee], int], Document]
"""A paper about the nominations of a year."""

__all__ = [
    "NomineePaper",
    "PaperFrame",
    "achievement_report",
    "annual_summary",
    "ballot_paper",
    "bonus_list",
    "council_minutes",
    "decision_paper",
    "dossier_cover",
    "handover_minutes",
    "pledge",
    "registration_list",
    "score_minutes",
    "score_sheet",
    "short_list",
    "staff_list",
    "submission",
]
