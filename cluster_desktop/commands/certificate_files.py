"""Certificates as files: the whole batch in one PDF, or one for each recipient; the register remembers them."""

from pathlib import Path
from typing import BinaryIO

from cluster_desktop import errors
from cluster_desktop.commands.certificates import Certificates
from cluster_desktop.commands.printings import remember
from cluster_desktop.documents import certificates
from cluster_desktop.documents.certificates import PrintSummary, Progress
from cluster_desktop.domain.file_pattern import USUAL, file_names
from cluster_desktop.records.workspace import Workspace


def print_certificates(
    workspace: Workspace,
    batch: Certificates,
    target: BinaryIO | Path,
    *,
    text_only: bool = False,
    progress: Progress | None = None,
) -> PrintSummary:
    """Write the batch as one PDF and remember in the register what was printed, word for word.

    Raises DocumentError when something does not fit; then nothing is written or remembered.
    """
    summary = certificates.write_certificates(
        batch.contents, target, text_only=text_only, layout=batch.layout, progress=progress
    )
    remember(workspace, batch)
    return summary


def print_each(
    workspace: Workspace,
    batch: Certificates,
    folder: Path,
    *,
    text_only: bool = False,
    pattern: str = USUAL,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write one PDF per recipient into *folder*, named by *pattern*; the register remembers them.

    Raises DocumentError when something does not fit, Refused for a pattern that cannot be used.
    """
    findings = [item for item in certificates.check_fit(batch.contents, batch.layout) if item.blocking]
    if findings:
        raise errors.DocumentError(f"Chưa in được. {findings[0].sentence}")
    names = names_of(batch, pattern)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        errors.raise_for_os_error(error, folder)
    written: list[Path] = []
    try:
        for name, content in zip(names, batch.contents, strict=True):
            path = folder / f"{name}.pdf"
            certificates.write_certificates([content], path, text_only=text_only, layout=batch.layout)
            written.append(path)
            if progress is not None:
                progress(len(written), len(batch.contents))
        remember(workspace, batch)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return tuple(written)


def names_of(batch: Certificates, pattern: str) -> tuple[str, ...]:
    """The names of the files, without suffix, that *pattern* gives. Raises Refused when it cannot be used."""
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
