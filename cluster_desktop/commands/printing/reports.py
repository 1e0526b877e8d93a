"""Reports of a workspace: gathered, composed, and written in the format that the file's suffix names."""

import datetime
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.printing import papers
from cluster_desktop.commands.printing.papers import Subject
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.documents.formats import reports
from cluster_desktop.documents.formats.papers import staff_list
from cluster_desktop.documents.formats.reports import ReportFrame
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.domain.events.event_figures import event_figures
from cluster_desktop.domain.figures.figures import award_figures, staff_statistics
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Cluster, Unit
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.printing import paper_facts
from cluster_desktop.records.queries.units.office import office

NAMES = {
    "staff-statistics": "Thống kê đội ngũ",
    "staff-list": "Danh sách cán bộ",
    "award-register": "Sổ khen thưởng",
    "event-log": "Nhật ký sự kiện",
    **papers.NAMES,
}


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a report is asked for."""

    year: int | None
    unit_uid: str | None
    today: datetime.date


def compose(
    workspace: Workspace,
    name: str,
    *,
    year: int | None = None,
    unit_uid: str | None = None,
    person_uid: str | None = None,
    decision_uid: str | None = None,
    session_uid: str | None = None,
) -> Document:
    """The report *name* (a key of ``NAMES``) of one year or of all, of one unit or of all.

    Some papers are about one person or one decision. Raises Refused for an unknown name, and when a paper
    needs something that is not said.
    """
    if name not in NAMES:
        raise errors.Refused(f"Không có báo cáo “{name}”. Các báo cáo: {', '.join(NAMES)}.")
    today = datetime.date.today()
    if name in papers.NAMES:
        subject = Subject(
            year=year,
            unit_uid=unit_uid,
            person_uid=person_uid,
            decision_uid=decision_uid,
            session_uid=session_uid,
            today=today,
        )
        return workspace.read(papers.compose_paper, name, subject)
    return workspace.read(_COMPOSERS[name], _Scope(year, unit_uid, today))


def as_pdf(document: Document) -> tuple[bytes, tuple[Spot, ...]]:
    """The document as PDF bytes, for the preview and the printer, and where its figures stand on the pages."""
    stream = io.BytesIO()
    spots = write_pdf(document, stream)
    return stream.getvalue(), spots


def write_report(
    workspace: Workspace,
    name: str,
    path: Path,
    *,
    year: int | None = None,
    unit_uid: str | None = None,
    person_uid: str | None = None,
    decision_uid: str | None = None,
    session_uid: str | None = None,
) -> None:
    """Compose and write a report; the suffix of *path* is .pdf, .docx, .xlsx, .json or .csv.

    Raises DocumentError for another suffix, CannotWrite and its kin for the target.
    """
    document = compose(
        workspace,
        name,
        year=year,
        unit_uid=unit_uid,
        person_uid=person_uid,
        decision_uid=decision_uid,
        session_uid=session_uid,
    )
    write_document(document, path)


def _staff(session: Session, scope: _Scope) -> Document:
    people = facts.person_facts(session, scope.unit_uid)
    on = scope.today if scope.year is None else min(scope.today, datetime.date(scope.year, 12, 31))
    units = facts.unit_names(session, on.year) if scope.unit_uid is None else {}
    statistics = staff_statistics(people, on, units)
    return reports.staff_statistics_report(
        _frame(session, scope), statistics, [person.sample_note for person in people]
    )


def _staff_list(session: Session, scope: _Scope) -> Document:
    return staff_list(_frame(session, scope), paper_facts.staff_lines(session, scope.unit_uid))


def _awards(session: Session, scope: _Scope) -> Document:
    awards = facts.award_facts(session, scope.year, scope.unit_uid)
    figures = award_figures(awards, facts.unit_names(session, scope.year))
    return reports.award_register_report(_frame(session, scope), figures, awards, scope.year)


def _events(session: Session, scope: _Scope) -> Document:
    events = facts.event_facts(session, scope.year, scope.unit_uid)
    figures = event_figures(events, facts.unit_names(session, scope.year))
    return reports.event_log_report(_frame(session, scope), figures, events, scope.year)


_COMPOSERS: dict[str, Callable[[Session, _Scope], Document]] = {
    "staff-statistics": _staff,
    "staff-list": _staff_list,
    "award-register": _awards,
    "event-log": _events,
}


def _frame(session: Session, scope: _Scope) -> ReportFrame:
    """Whose paper it is: the unit asked for, else the office's own unit, else the cluster."""
    profile = office(session)
    unit = session.get(Unit, scope.unit_uid or profile.unit_uid or "")
    cluster = session.scalars(select(Cluster).where(Cluster.deleted_at.is_(None))).first()
    name = cluster.name if cluster else ""
    whose = unit.name if unit and scope.unit_uid else name or (unit.name if unit else "")
    return ReportFrame(
        heading=head if (head := papers.heading(profile, unit, cluster, scope.today)).organ else None,
        scope=whose,
        author=whose,
        signer=papers.signer(profile, unit),
    )
