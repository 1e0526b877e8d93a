"""Write a document at the command line: its subject is chosen without guessing, what it leaves out is printed."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.cli import named, output
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.printable import SETTLED_BY, Printable, Question, Request
from cluster_desktop.documents.content.content import Document, Table
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.year_span import EVERY_YEAR, YearSpan
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.lists import lists
from cluster_desktop.records.queries.units.office import home_uid, only_unit
from cluster_desktop.records.queries.year import overview

_LEVEL: Final = DecisionLevel.SCHOOL  # decisions of the schools themselves; those from above are issued by others


def write(workspace: Workspace, chosen: argparse.Namespace) -> None:
    """Write the document a command line asks for.

    Raises Refused where several decisions or sessions are possible, and RecordMissing, DocumentError, CannotWrite.
    """
    document, notes = workspace.read(_composed, PRINTABLES[chosen.name], chosen)
    write_document(document, chosen.out)
    for note in notes:
        output.aside(f"Lưu ý: {note}")


def refuse_wrong_years(chosen: argparse.Namespace) -> None:
    """Refuse years that contradict each other, as wrong words."""
    if chosen.first_year is None and chosen.last_year is None:
        return
    if chosen.year is not None:
        chosen.refuse("--year không đi cùng --from, --to")
    if chosen.first_year and chosen.last_year and chosen.first_year > chosen.last_year:
        chosen.refuse(f"--from {chosen.first_year} phải không sau --to {chosen.last_year}")


def _composed(
    session: WorkspaceSession, printable: Printable, chosen: argparse.Namespace
) -> tuple[Document, Sequence[str]]:
    """Compose the document, with notes for the operator."""
    request = request_of(session, printable, chosen)
    document = printable.read(session, request)
    notes = [*unused(printable, chosen), *_without_session(printable, request)]
    notes += [document.remark] if document.remark else []
    return document, [*notes, *_blank(session, document, printable, request)]


def request_of(session: WorkspaceSession, printable: Printable, chosen: argparse.Namespace) -> Request:
    """Build the request of the options; a decision or council session that is not named must be the only one."""
    whole = chosen.unit == named.EVERY_UNIT
    unit_uid = None if whole else named.unit(session, chosen.unit)
    request = Request(year=chosen.year, span=_span(printable, chosen), unit_uid=unit_uid, whole=whole)
    asks = printable.asks
    if chosen.person and Question.PERSON in asks:
        return replace(request, person_uid=named.record(session, "person", chosen.person))
    if chosen.decision and Question.DECISION in asks:
        return replace(request, decision_uid=named.decision(session, chosen.decision))
    if chosen.session and Question.SESSION in asks:
        return replace(request, session_uid=named.record(session, "council_session", chosen.session))
    if printable.needs is Question.DECISION:
        return replace(request, decision_uid=_only_decision(session, _ours(session, request)))
    if Question.SESSION in asks:
        return replace(request, session_uid=_only_session(session, _ours(session, request)))
    if printable.needs is Question.PERSON and request.unit_uid is None:
        raise errors.Refused(
            f"{printable.title} là của một người hoặc một đơn vị: hãy ghi --person UID hoặc --unit MÃ. "
            f"{named.see('people')}"
        )
    return request


def _span(printable: Printable, chosen: argparse.Namespace) -> YearSpan:
    """The years of --from and --to. Raises Refused for a document that is not made of several years."""
    span = YearSpan(chosen.first_year, chosen.last_year)
    if span != EVERY_YEAR and not printable.over_years:
        able = ", ".join(each.key for each in PRINTABLES.values() if each.over_years)
        raise errors.Refused(
            f"{printable.title} không lập chung cho nhiều năm. Hãy ghi --year NĂM, hoặc chọn một trong: {able}."
        )
    return span


def _only_decision(session: WorkspaceSession, request: Request) -> str:
    """Find the only decision of the scope. Raises Refused for none and for several."""
    rows = [row for row in lists.rows(session, "decisions") if row["level"] == _LEVEL and _within(row, request)]
    if not rows:
        raise errors.Refused(f"Chưa có quyết định nào của cơ sở trong phạm vi này. {named.see('decisions', 'số')}")
    if len(rows) > 1:
        choices = [f"{row['number']} ({_day(row)})" for row in reversed(rows)]
        raise named.choose("quyết định", choices, "--decision SỐ", "decisions")
    return str(rows[0]["uid"])


def _ours(session: WorkspaceSession, request: Request) -> Request:
    """Narrow the scope to our unit, unless a unit or all of them were asked for."""
    return request if request.whole else replace(request, unit_uid=request.unit_uid or home_uid(session))


def _only_session(session: WorkspaceSession, scope: Request) -> str | None:
    """Find the only council session of the year that voted. Raises Refused for several."""
    only = only_unit(session)
    alone = only is not None and only.uid == scope.unit_uid
    rows = [
        row
        for row in lists.rows(session, "sessions")
        if row["nominations"] and (_within(row, scope) or (alone and _within(row, replace(scope, unit_uid=None))))
    ]
    if len(rows) > 1:
        choices = [f"{row['uid']} ({row['name']}, {_day(row)})" for row in reversed(rows)]
        raise named.choose("phiên họp Hội đồng", choices, "--session UID", "sessions")
    return rows[0]["uid"] if rows else None


def _within(row: Mapping[str, Any], scope: Request) -> bool:
    of_year = scope.year is None or row["year"] == scope.year
    return of_year and (scope.unit_uid is None or row["unit_uid"] == scope.unit_uid)


def _day(row: Mapping[str, Any]) -> str:
    return PartialDate.from_iso(row["date"]).show() if row["date"] else "chưa ghi ngày"


def unused(printable: Printable, chosen: argparse.Namespace) -> list[str]:
    """Write a sentence about the options that change nothing in this document."""
    present = [question for question in Question if getattr(chosen, question) is not None]
    settling = printable.settling if printable.settling in present else None
    settled = SETTLED_BY[settling] if settling is not None else frozenset()
    idle = [question for question in present if question not in printable.asks or question in settled]
    words = ", ".join(f"--{question}" for question in idle)
    return [f"giấy này không dùng {words} nên bỏ qua."] if idle else []


def _without_session(printable: Printable, request: Request) -> list[str]:
    if Question.SESSION not in printable.asks or request.session_uid is not None:
        return []
    return ["chưa có phiên họp Hội đồng nào có đề nghị trong phạm vi này nên phần phiên họp để trống."]


def _blank(session: WorkspaceSession, document: Document, printable: Printable, request: Request) -> list[str]:
    """Write a sentence about a document without content, with the years that have some."""
    years = overview.years(session)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if tables and not any(table.rows for table in tables):
        sentence = tables[0].empty
    elif printable.worded and request.emulation_year not in years:
        sentence = "Năm này sổ chưa có đợt đề nghị, quyết định hay sự kiện nào."
    else:
        return []
    recorded = ", ".join(str(year) for year in years) or "chưa có năm nào"
    return [f"giấy này trống. {sentence} Các năm có trong sổ: {recorded}; chọn bằng --year."]
