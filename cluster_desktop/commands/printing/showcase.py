"""Write every document of a workspace into one folder, as the demonstration shows them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final, TypedDict, cast

from cluster_desktop.commands.official_documents.all_documents import PRINTABLES, compose
from cluster_desktop.commands.official_documents.printable import DocumentGroup
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.documents.certificates.certificates import write_certificates
from cluster_desktop.documents.files.file_set import ExistingFiles, files_together
from cluster_desktop.documents.formats.writing import writer_of
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.printing.certificate_layouts import LAYOUT_OF
from cluster_desktop.domain.text.file_pattern import proper_name
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing

_SUFFIXES = (".pdf", ".docx", ".xlsx", ".json")
_MANY = 10_000
_OWN_DECISIONS: Final = Listing(kind="decision", filters=(Filter("level", (DecisionLevel.SCHOOL,)),))
_Output = tuple[str, Callable[[BinaryIO], None]]
"""The name of a file and the function that writes it."""


class ShowcaseSubject(TypedDict):
    """The subject of the demonstration's documents."""

    year: int
    unit_uid: str
    person_uid: str
    decision_uid: str


def write_showcase(
    workspace: Workspace, folder: Path, existing: ExistingFiles = ExistingFiles.REFUSE
) -> tuple[Path, ...]:
    """Write the certificates of every decision of the school itself and every report in every format.

    All or none of them. The register does not count these as printed. Raises AlreadyThere, CannotWrite and
    its kin.
    """
    subject = subject_of(workspace)
    outputs = [*_certificates(workspace), *_documents(workspace, subject)]
    with files_together(folder, existing) as files:
        names = files.reserve(name for name, _write in outputs)
        for name, (_proposed, write) in zip(names, outputs, strict=True):
            with files.writing(name) as stream:
                write(stream)
        return files.move()


def subject_of(workspace: Workspace) -> ShowcaseSubject | None:
    """Choose the unit of the longest list, its year and the first person on it; None before the first decision."""
    awards = Listing(kind="award", filters=(Filter("recipient_kind", (RecipientKind.PERSON,)),))
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


def _certificates(workspace: Workspace) -> Iterator[_Output]:
    for decision in workspace.read(listing.page, _OWN_DECISIONS):
        awards = Listing(kind="award", filters=(Filter("decision_uid", (decision.uid,)),))
        codes = {row.values["award"] for row in workspace.read(listing.page, awards, 0, _MANY)}
        if codes and codes <= LAYOUT_OF.keys():
            kinds = "-".join(sorted({LAYOUT_OF[str(code)] for code in codes}))
            yield f"{proper_name(f'{kinds} {decision.title}')}.pdf", partial(_write_batch, workspace, decision.uid)


def _write_batch(workspace: Workspace, decision_uid: str, stream: BinaryIO) -> None:
    write_certificates(certificates_of(workspace, decision_uid).contents, stream)


def _documents(workspace: Workspace, subject: ShowcaseSubject | None) -> Iterator[_Output]:
    for document in PRINTABLES.values():
        asked: Mapping[str, Any] | None = subject if document.group is DocumentGroup.YEAR else {}
        if asked is not None:
            for suffix in _SUFFIXES:
                yield f"{document.key}{suffix}", partial(_write, workspace, document.key, suffix, asked)


def _write(workspace: Workspace, key: str, suffix: str, asked: Mapping[str, Any], stream: BinaryIO) -> None:
    writer_of(f"{key}{suffix}")(compose(workspace, key, **asked), stream)
