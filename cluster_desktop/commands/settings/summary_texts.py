"""Keep what an office writes into its annual summary."""

from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.text.names import nfc_lines
from cluster_desktop.domain.year.year_summary import SUMMARY_PARTS, SummaryTexts
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.year.year_summary import text_key


def save_summary_texts(workspace: Workspace, year: int, texts: SummaryTexts) -> Changes:
    """Keep the appraisal of *year*, as one act that can be undone."""
    with workspace.changing(f"Sửa lời văn báo cáo tổng kết năm {year}") as session:
        for part in SUMMARY_PARTS:
            put(session, text_key(year, part), nfc_lines(getattr(texts, part)).strip())
        return session.changes()
