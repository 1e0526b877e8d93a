"""List what this year's head unit hands over to the next, and tick it off."""

import datetime
import tomllib
from collections.abc import Sequence

from sqlalchemy import select

from cluster_desktop import errors, resources
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.year_plan import HandoverItemDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import HandoverItem


def usual_items(year: int) -> tuple[str, ...]:
    """Read the titles of the usual list for *year*. Raises ResourceMissing."""
    titles = tomllib.loads(resources.read_text("handover.toml"))["items"]
    return tuple(title.format(year=year, next=year + 1) for title in titles)


def list_handover(workspace: Workspace, year: int) -> Changes:
    """Add the usual items of a year that are not listed yet. Raises Refused when nothing is missing."""
    with workspace.changing(f"Lập danh mục bàn giao năm {year}") as session:
        listed = select(HandoverItem).where(HandoverItem.year == year)
        present = {item.title for item in session.scalars(listed)}
        missing = [title for title in usual_items(year) if title not in present]
        if not missing:
            raise errors.Refused(f"Danh mục bàn giao năm {year} đã đủ các nội dung thường lệ.")
        for place, title in enumerate(missing, start=len(present) + 1):
            add(session, checked(HandoverItemDraft(year=year, position=place, title=title, done=False)))
        return session.changes()


def tick_items(workspace: Workspace, uids: Sequence[str], *, done: bool, on: datetime.date) -> Changes:
    """Mark items as handed over on a day, or as not yet. Raises RecordMissing."""
    words = "Đã bàn giao" if done else "Chưa bàn giao"
    with workspace.changing(f"{words} {len(uids)} nội dung") as session:
        for uid in uids:
            item = living(session, HandoverItem, uid)
            item.done = done
            item.done_on = (item.done_on or PartialDate.of(on)) if done else None
        return session.changes()
