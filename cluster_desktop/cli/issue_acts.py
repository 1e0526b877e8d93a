"""Issue documents at the command line, list what was issued, close a year and open it again."""

import argparse
from dataclasses import asdict, replace
from io import BytesIO

from cluster_desktop.cli import named, output, reporting
from cluster_desktop.cli.opening import opened, refuse_other_than_pdf, refuse_taken
from cluster_desktop.commands.official_documents import closing_years, issuing
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.output_file import open_target
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.printing.issued import IssuedPaper, IssuedScope, issued_papers


def issue_document(chosen: argparse.Namespace) -> None:
    """Keep a document as it is now, and write its pages; without --reason only for the first time."""
    reporting.refuse_wrong_years(chosen)
    printable = PRINTABLES[chosen.name]
    if chosen.out is not None:
        refuse_other_than_pdf(chosen.out)
        refuse_taken(chosen)
    with opened(chosen.file) as workspace:
        request = workspace.read(reporting.request_of, printable, chosen)
        terms = workspace.read(issuing.proposed_terms, printable, request)
        number = terms.number if chosen.number is None else chosen.number
        terms = replace(terms, number=number, dated=chosen.day)
        # A place that cannot be written to is found before the book gives the document its number.
        with open_target(chosen.out or BytesIO()) as pages:
            issuing.issue(workspace, printable, request, chosen.reason or "", terms)
            uid = issuing.issue_state(workspace, printable, request).uid
            pages.write(issuing.issued_pdf(workspace, uid))
        if chosen.out is not None:
            issuing.mark(workspace, uid, issuing.IssueMark.SAVED)
    output.sentence(uid)
    for note in reporting.unused(printable, chosen):
        output.aside(f"Lưu ý: {note}")


def show_documents(chosen: argparse.Namespace) -> None:
    """List the documents that were issued, the newest first."""
    with opened(chosen.file) as workspace:
        papers = workspace.read(_papers, chosen)
    lines = [_line(paper) for paper in papers]
    output.rows(lines, as_json=chosen.json)


def reprint(chosen: argparse.Namespace) -> None:
    """Write the very pages of an issued document."""
    refuse_other_than_pdf(chosen.out)
    refuse_taken(chosen)
    with opened(chosen.file) as workspace:
        issuing.write_issued(workspace, chosen.uid, chosen.out)
    output.sentence(f"Đã ghi “{chosen.out}”.")


def hand_over(chosen: argparse.Namespace) -> None:
    """Note that an issued document was handed over, or take the note back."""
    with opened(chosen.file) as workspace:
        if chosen.no:
            issuing.unmark(workspace, chosen.uid, issuing.IssueMark.HANDED_OVER)
        else:
            issuing.mark(workspace, chosen.uid, issuing.IssueMark.HANDED_OVER, chosen.day)
    output.sentence("Đã bỏ ghi là đã giao." if chosen.no else "Đã ghi là đã giao.")


def close_year(chosen: argparse.Namespace) -> None:
    """Close a year: its papers are issued and it takes nothing more."""
    with opened(chosen.file) as workspace:
        closing_years.close_year(workspace, chosen.year)
    output.sentence(f"Đã chốt năm {chosen.year}.")


def open_year(chosen: argparse.Namespace) -> None:
    """Open a closed year again, for a reason."""
    with opened(chosen.file) as workspace:
        closing_years.open_year(workspace, chosen.year, chosen.reason)
    output.sentence(f"Đã mở lại năm {chosen.year}.")


def _papers(session: WorkspaceSession, chosen: argparse.Namespace) -> tuple[IssuedPaper, ...]:
    unit_uid = named.unit(session, chosen.unit)
    return issued_papers(session, IssuedScope(unit_uid=unit_uid, year=chosen.year), chosen.words or "")


def _line(paper: IssuedPaper) -> dict[str, object]:
    """A line of the list: what a person needs first, then the rest under its key."""
    told = asdict(paper) | {"dated_on": paper.dated_on.iso if paper.dated_on else None}
    first = ("uid", "number", "title", "dated_on", "version", "newest")
    return {key: told[key] for key in (*first, *(key for key in told if key not in first))}
