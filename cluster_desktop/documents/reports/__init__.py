"""Reports composed from figures: each function gives a document that is then written in any format."""

from cluster_desktop.documents.reports.awards import award_register_report
from cluster_desktop.documents.reports.events import event_log_report
from cluster_desktop.documents.reports.frame import ReportFrame
from cluster_desktop.documents.reports.staff import staff_statistics_report

__all__ = ["ReportFrame", "award_register_report", "event_log_report", "staff_statistics_report"]
