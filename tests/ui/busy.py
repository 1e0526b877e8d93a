"""A workspace that another thread works in, as while many sheets are printed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from cluster_desktop.records.file.workspace import Workspace


@contextmanager
def held(workspace: Workspace) -> Iterator[None]:
    """Another thread has the file to itself until the block ends."""
    holding, free = threading.Event(), threading.Event()

    def hold() -> None:
        with workspace.alone():
            holding.set()
            free.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        holding.wait(10)
        yield
    finally:
        free.set()
        thread.join()
