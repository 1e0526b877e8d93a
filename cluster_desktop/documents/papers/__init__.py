"""The papers of an emulation year: lists, submissions, minutes, ballots, decisions, pledges, reports."""

from collections.abc import Callable, Sequence

from cluster_desktop.documents.content import Document
from cluster_desktop.documents.papers.achievement import achievement_report
from cluster_desktop.documents.papers.annual_summary import annual_summary
from cluster_desktop.documents.papers.ballot import ballot_paper
from cluster_desktop.documents.papers.bonus import bonus_list
from cluster_desktop.documents.papers.council import council_minutes
from cluster_desktop.documents.papers.decision import decision_paper
from cluster_desktop.documents.papers.dossier_cover import dossier_cover
from cluster_desktop.documents.papers.frame import PaperFrame
from cluster_desktop.documents.papers.handover import handover_minutes
from cluster_desktop.documents.papers.nominations import short_list, submission
from cluster_desktop.documents.papers.pledge import pledge
from cluster_desktop.documents.papers.registrations import registration_list
from cluster_desktop.documents.papers.score_minutes import score_minutes
from cluster_desktop.documents.papers.score_sheet import score_sheet
from cluster_desktop.documents.papers.staff_list import staff_list
from cluster_desktop.domain.nominees import Nominee

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
