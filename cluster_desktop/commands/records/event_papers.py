"""The number of an event's papers that is noted as long as they are not recorded one by one."""

from sqlalchemy import func, select

from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import Event, Paper


def follow_paper(session: WorkspaceSession, paper: Paper) -> None:
    """Drop the noted number once so many papers are recorded: from then on they are counted."""
    event = session.get(Event, paper.event_uid)
    if event is None or event.paper_count is None:
        return
    session.add(paper)
    session.flush()
    recorded = session.scalar(select(func.count()).where(Paper.event_uid == event.uid)) or 0
    if recorded >= event.paper_count:
        event.paper_count = None
        session.flush()
