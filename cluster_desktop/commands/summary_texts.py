"""Keep what an office writes into its annual summary."""

from sqlalchemy import select

from cluster_desktop.domain.names import nfc_lines
from cluster_desktop.domain.year_summary import SUMMARY_PARTS, SummaryTexts
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.models import Setting
from cluster_desktop.records.queries.year_summary import text_key
from cluster_desktop.records.workspace import Workspace


def save_summary_texts(workspace: Workspace, year: int, texts: SummaryTexts) -> Changes:
    """Keep the appraisal of *year*, as one act that can be undone."""
    with workspace.changing(f"Sửa lời văn báo cáo tổng kết năm {year}") as session:
        keys = {text_key(year, part): nfc_lines(getattr(texts, part)).strip() for part in SUMMARY_PARTS}
        stored = {row.key: row for row in session.scalars(select(Setting).where(Setting.key.in_(keys)))}
        for key, text in keys.items():
            if key not in stored:
                session.add(Setting(key=key, value=text))
            elif stored[key].value != text:
                stored[key].value = text
        return session.changes()
