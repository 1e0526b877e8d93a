"""List every document of the program in the order it is offered, and compose one of them."""

import io
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.printable import Printable, Request
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.content.figure_positions import Spot
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.records.file.workspace import Workspace

_MODULES: Final = (
    "staff_statistics",
    "award_register",
    "event_log",
    "staff_list",
    "registration_list",
    "short_list",
    "submission",
    "academy_submission",
    "head_submission",
    "council_minutes",
    "ballot",
    "decision",
    "bonus_list",
    "achievement_report",
    "pledge",
    "score_sheet",
    "score_minutes",
    "annual_summary",
    "handover_minutes",
)
"""A new document is a module of this room and its line here."""


def _printable(module: str) -> Printable:
    document = import_module(f"{__package__}.{module}").DOCUMENT
    assert isinstance(document, Printable)
    return document


PRINTABLES: Final[dict[str, Printable]] = {document.key: document for document in map(_printable, _MODULES)}
"""Every document by its key."""


def compose(workspace: Workspace, key: str, **asked: Any) -> Document:
    """Compose the document *key* (of ``PRINTABLES``); *asked* are the fields of a Request.

    Raises Refused for an unknown key, and when the document needs something that is left open.
    """
    document = PRINTABLES.get(key)
    if document is None:
        raise errors.Refused(f"Không có báo cáo “{key}”. Các báo cáo: {', '.join(PRINTABLES)}.")
    return workspace.read(document.read, Request(**asked))


def as_pdf(document: Document) -> tuple[bytes, tuple[Spot, ...]]:
    """Write the document as PDF bytes, for the preview and the printer, with the places of its figures."""
    stream = io.BytesIO()
    spots = write_pdf(document, stream)
    return stream.getvalue(), spots


def write_report(workspace: Workspace, key: str, path: Path, **asked: Any) -> None:
    """Compose and write a document; the suffix of *path* is .pdf, .docx, .xlsx, .json or .csv.

    Raises DocumentError for another suffix, CannotWrite and its kin for the target.
    """
    write_document(compose(workspace, key, **asked), path)
