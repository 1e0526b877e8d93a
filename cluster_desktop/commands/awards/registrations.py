"""Register many for a title at once, or take over the registrations of the year before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.records.records import add, checked
from cluster_desktop.domain.awards.registrations import Registered
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import Registration
from cluster_desktop.records.queries.awards.registrations import registered
from cluster_desktop.records.queries.careers.as_of import day_within
from cluster_desktop.records.queries.units.departments import Lineage


def register(workspace: Workspace, draft: RegistrationDraft, recipients: Sequence[Recipient]) -> Changes:
    """Register everybody of *recipients* for what the draft says, in one act; who is registered already is passed by.

    Raises Refused when nobody is left, InvalidDraft for the draft.
    """
    drafts = [
        checked(replace(draft, recipient_kind=recipient.kind, **recipient.references)) for recipient in recipients
    ]
    if not drafts:
        raise errors.Refused("Chưa chọn ai. Hãy đánh dấu những người, tập thể đăng ký.")
    fresh = workspace.read(_fresh, drafts)
    if not fresh:
        raise errors.Refused(
            "Những người, tập thể đã chọn đều đăng ký danh hiệu này rồi. Hãy chọn thêm hoặc chọn danh hiệu khác."
        )
    with workspace.changing(f"Đăng ký danh hiệu cho {len(fresh)} cá nhân, tập thể") as session:
        for ready in fresh:
            add(session, ready)
        return session.changes()


def copy_registrations(workspace: Workspace, year: int, unit_uid: str | None = None) -> Changes:
    """Take over the registrations of the year before, but for those who left or registered already.

    *unit_uid* keeps those who belong to that unit today, also where they registered before a merger.
    Raises Refused when there is nothing to take over.
    """
    earlier = workspace.read(registered, year - 1)
    staying = [entry for entry in earlier if not entry.left and unit_uid in (None, entry.unit_now_uid)]
    fresh = workspace.read(_fresh, workspace.read(_again, staying, year))
    if not fresh:
        because = "đều đã có trong năm này" if staying else "không có"
        raise errors.Refused(f"Đăng ký của năm {year - 1} {because}, không có gì để chép.")
    with workspace.changing(f"Chép {len(fresh)} đăng ký danh hiệu từ năm {year - 1}") as session:
        for ready in fresh:
            add(session, ready)
        return session.changes()


def _again(session: Session, entries: Sequence[Registered], year: int) -> Sequence[RegistrationDraft]:
    """The same for another year; a department that is no more then is followed by the one that carries it on."""
    lineage, day = Lineage(session), day_within(year)
    drafts = []
    for entry in entries:
        standing = lineage.standing(entry.recipient.uid, day)
        recipient = replace(entry.recipient, uid=standing.uid) if standing else entry.recipient
        again: dict[str, Any] = {"recipient_kind": recipient.kind, "award": entry.award, "target": entry.target or None}
        drafts.append(checked(RegistrationDraft(year=year, **again, **recipient.references)))
    return drafts


def _fresh(session: WorkspaceSession, drafts: Sequence[RegistrationDraft]) -> tuple[RegistrationDraft, ...]:
    """The drafts that are not registered yet."""
    return tuple(draft for draft in drafts if not _stands(session, draft))


def _stands(session: WorkspaceSession, draft: RegistrationDraft) -> bool:
    keys = ("year", "award", "person_uid", "department_uid", "unit_uid")
    same = [getattr(Registration, key).is_not_distinct_from(getattr(draft, key)) for key in keys]
    statement = select(Registration.uid).where(*same).limit(1)
    return session.scalars(statement).first() is not None
