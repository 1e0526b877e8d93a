"""Every document a workspace can give, written into one folder: what the demonstration shows."""

from collections import Counter
from pathlib import Path
from typing import TypedDict, cast

from cluster_desktop.commands import papers, reports
from cluster_desktop.commands.certificates import certificates_of
from cluster_desktop.documents.certificates import write_certificates
from cluster_desktop.domain.certification import LAYOUT_OF
from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.records.workspace import Workspace

_SUFFIXES = (".pdf", ".docx", ".xlsx", ".json")
_MANY = 10_000


class Subject(TypedDict):
    """What the papers of the demonstration are about."""

    year: int
    unit_uid: str
    person_uid: str
    decision_uid: str


def write_showcase(workspace: Workspace, folder: Path) -> tuple[Path, ...]:
    """Write the certificates of every decision of the school itself and every report in every format.

    The register does not count these as printed. Files of the same names are replaced. Raises
    CannotWrite and its kin.
    """
    written: list[Path] = []
    decisions = Listing(kind="decision", filters=(Filter("level", ("CO_SO",)),))
    for decision in workspace.read(listing.page, decisions):
        written += _certificates(workspace, decision, folder)
    subject = subject_of(workspace)
    for name in reports.NAMES:
        for suffix in _SUFFIXES if subject or name not in papers.NAMES else ():
            path = folder / f"{name}{suffix}"
            if subject and name in papers.NAMES:
                reports.write_report(workspace, name, path, **subject)
            else:
                reports.write_report(workspace, name, path)
            written.append(path)
    return tuple(written)


def subject_of(workspace: Workspace) -> Subject | None:
    """The unit of the longest list, its year and the first person on it; None before the first decision."""
    awards = Listing(kind="award", filters=(Filter("recipient_kind", ("CA_NHAN",)),))
    rows = workspace.read(listing.page, awards, 0, _MANY)
    lists = Counter(str(row.values["decision_uid"]) for row in rows)
    if not lists:
        return None
    longest = lists.most_common(1)[0][0]
    decision = workspace.read(listing.find, "decision", longest).values
    person = next(row.values["person_uid"] for row in rows if row.values["decision_uid"] == longest)
    return {
        "year": cast("int", decision["year"]),
        "unit_uid": cast("str", decision["unit_uid"]),
        "person_uid": cast("str", person),
        "decision_uid": longest,
    }


def _certificates(workspace: Workspace, decision: Row, folder: Path) -> list[Path]:
    awards = Listing(kind="award", filters=(Filter("decision_uid", (decision.uid,)),))
    codes = {row.values["award"] for row in workspace.read(listing.page, awards, 0, _MANY)}
    if not codes or not codes <= LAYOUT_OF.keys():
        return []
    number = decision.title.replace("/", "-")
    names = "-".join(sorted({LAYOUT_OF[str(code)] for code in codes}))
    path = folder / f"{names} {number}.pdf"
    write_certificates(certificates_of(workspace, decision.uid).contents, path)
    return [path]
