"""Open the workspace that a command line names."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cluster_desktop.commands.settings import office
from cluster_desktop.records.file.workspace import Workspace


@contextmanager
def opened(path: Path) -> Iterator[Workspace]:
    """Open the workspace for one command; its acts bear the clerk's name. Raises WorkspaceError and its kin."""
    workspace = Workspace.open(path)
    try:
        office.sign_acts(workspace)
        yield workspace
    finally:
        workspace.close()
