"""Reports composed from figures: each function gives a document that is then written in any format."""

from cluster_desktop.documents.awards.register import award_register_report
from cluster_desktop.documents.events.event_log import event_log_report
from cluster_desktop.documents.frames.report_frame import ReportFrame
from cluster_desktop.documents.people.staff_statistics import staff_statistics_report

__all__ = ["ReportFrame", "award_register_report", "event_log_report", "staff_statistics_report"]
