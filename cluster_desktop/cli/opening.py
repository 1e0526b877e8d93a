"""Open the workspace that a command line names, and refuse to overwrite what is there unasked."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.settings import office
from cluster_desktop.records.file.workspace import Workspace

_PDF: Final = ".pdf"


@contextmanager
def opened(path: Path) -> Iterator[Workspace]:
    """Open the workspace for one command; its acts bear the clerk's name. Raises WorkspaceError and its kin."""
    workspace = Workspace.open(path)
    try:
        office.sign_acts(workspace)
        yield workspace
    finally:
        workspace.close()


@contextmanager
def asking_first() -> Iterator[None]:
    """Refuse to overwrite a file; the refusal names the option that allows it."""
    try:
        yield
    except errors.AlreadyThere as error:
        raise errors.Refused(f"{error.what} Hãy chọn nơi khác, hoặc thêm --overwrite để ghi đè.") from error


def refuse_taken(chosen: argparse.Namespace) -> None:
    """Refuse a taken name: a document may have been changed or signed since. Raises Refused."""
    with asking_first():
        if not chosen.overwrite and os.path.lexists(chosen.out) and not chosen.out.is_dir():
            raise errors.AlreadyThere(f"Đã có tệp “{chosen.out}”.")


def refuse_other_than_pdf(path: Path) -> None:
    """Refuse another suffix for what is kept or made as PDF alone. Raises DocumentError."""
    if path.suffix.lower() != _PDF:
        raise errors.DocumentError(f"Giấy chỉ ghi thành PDF. Hãy đặt tên tệp kết thúc bằng {_PDF}.")
