"""Looking into the book that a window shows."""

from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.window.open_workspace import OpenWorkspace


def opened(book: OpenWorkspace) -> Workspace:
    """The workspace of an open book."""
    assert book.workspace is not None
    return book.workspace
