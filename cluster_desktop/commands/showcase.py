"""Every document a workspace can give, written into one folder: what the demonstration shows."""

from pathlib import Path

from cluster_desktop.commands import reports
from cluster_desktop.commands.certificates import certificates_of
from cluster_desktop.documents.certificates import write_certificates
from cluster_desktop.domain.certification import LAYOUT_OF
from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.records.workspace import Workspace

_SUFFIXES = (".pdf", ".xlsx", ".json")


def write_showcase(workspace: Workspace, folder: Path) -> tuple[Path, ...]:
    """Write the certificates of every decision of the school itself and every report in every format.

    The register does not count these as printed. Files of the same names are replaced. Raises
    CannotWrite and its kin.
    """
    written: list[Path] = []
    decisions = Listing(kind="decision", filters=(Filter("level", ("CO_SO",)),))
    for decision in workspace.read(listing.page, decisions):
        written += _certificates(workspace, decision, folder)
    for name in reports.NAMES:
        for suffix in _SUFFIXES:
            path = folder / f"{name}{suffix}"
            reports.write_report(workspace, name, path)
            written.append(path)
    return tuple(written)


def _certificates(workspace: Workspace, decision: Row, folder: Path) -> list[Path]:
    awards = Listing(kind="award", filters=(Filter("decision_uid", (decision.uid,)),))
    codes = {row.values["award"] for row in workspace.read(listing.page, awards, 0, 10_000)}
    if not codes or not codes <= LAYOUT_OF.keys():
        return []
    number = decision.title.replace("/", "-")
    names = "-".join(sorted({LAYOUT_OF[str(code)] for code in codes}))
    path = folder / f"{names} {number}.pdf"
    write_certificates(certificates_of(workspace, decision.uid).contents, path)
    return [path]
