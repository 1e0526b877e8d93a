"""Keep what an office writes into its annual summary."""

from cluster_desktop.commands.stored import put
from cluster_desktop.domain.names import nfc_lines
from cluster_desktop.domain.year_summary import SUMMARY_PARTS, SummaryTexts
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries.year_summary import text_key
from cluster_desktop.records.workspace import Workspace


def save_summary_texts(workspace: Workspace, year: int, texts: SummaryTexts) -> Changes:
    """Keep the appraisal of *year*, as one act that can be undone."""
    with workspace.changing(f"Sửa lời văn báo cáo tổng kết năm {year}") as session:
        for part in SUMMARY_PARTS:
            put(session, text_key(year, part), nfc_lines(getattr(texts, part)).strip())
        return session.changes()
