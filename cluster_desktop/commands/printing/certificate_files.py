"""Write certificates as one PDF or one for each recipient, and record them in the register."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificates import Certificates
from cluster_desktop.commands.printing.printings import remember
from cluster_desktop.documents.certificates import certificates
from cluster_desktop.documents.certificates.certificates import Progress
from cluster_desktop.documents.files.file_set import ExistingFiles, files_together
from cluster_desktop.domain.text.file_pattern import USUAL, file_names
from cluster_desktop.output_file import advising, refuse_impossible
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace


def print_certificates(
    workspace: Workspace,
    batch: Certificates,
    target: BinaryIO | Path,
    *,
    text_only: bool = False,
) -> None:
    """Write the batch as one PDF and record in the register what was printed, word for word.

    Raises DocumentError when something does not fit; then nothing is written or remembered.
    """
    write = partial(certificates.write_certificates, batch.contents, text_only=text_only, layout=batch.layout)
    if isinstance(target, Path):
        write_printed(workspace, batch, target, write)
    else:
        write(target)
        remember(workspace, batch)


def write_printed(
    workspace: Workspace, batch: Certificates, path: Path, write: Callable[[BinaryIO], object]
) -> Changes:
    """Let *write* fill the PDF of a batch at *path* and remember it in the register: both or neither.

    A file of that name is replaced. Raises CannotWrite and its kin.
    """
    with advising(path):
        refuse_impossible(path)
    with files_together(path.parent, ExistingFiles.REPLACE) as files:
        for name in files.reserve([path.name]):
            with files.writing(name) as stream:
                write(stream)
        files.move()
        return remember(workspace, batch)


def print_each(
    workspace: Workspace,
    batch: Certificates,
    folder: Path,
    *,
    text_only: bool = False,
    pattern: str = USUAL,
    existing: ExistingFiles = ExistingFiles.REFUSE,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write one PDF per recipient into *folder*, named by *pattern*; the register remembers them.

    All of them or none: whatever goes wrong, the folder and the register are as before. Raises DocumentError
    when something does not fit, Refused for a pattern that cannot be used, AlreadyThere, CannotWrite and its kin.
    """
    findings = [item for item in certificates.check_fit(batch.contents, batch.layout) if item.blocking]
    if findings:
        raise errors.DocumentError(f"Chưa in được. {findings[0].sentence}")
    names = pdf_names(batch, pattern)
    with files_together(folder, existing) as files:
        for done, (name, content) in enumerate(zip(files.reserve(names), batch.contents, strict=True), start=1):
            with files.writing(name) as stream:
                certificates.write_certificates([content], stream, text_only=text_only, layout=batch.layout)
            if progress is not None:
                progress(done, len(names))
        written = files.move()
        remember(workspace, batch)
    return written


def pdf_names(batch: Certificates, pattern: str) -> tuple[str, ...]:
    """Name the files by *pattern*. Raises Refused when it cannot be used."""
    return tuple(f"{name}.pdf" for name in names_of(batch, pattern))


def names_of(batch: Certificates, pattern: str) -> tuple[str, ...]:
    """Name the files, without suffix, by *pattern*. Raises Refused when it cannot be used."""
    return file_names(
        pattern,
        (
            {
                "thu_tu": f"{place:03d}",
                "so": content.golden_book,
                "ten": content.recipient_name,
                "don_vi": content.unit,
                "quyet_dinh": content.decision_number,
            }
            for place, content in enumerate(batch.contents, start=1)
        ),
    )
