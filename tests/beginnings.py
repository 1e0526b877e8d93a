"""What many tests begin with, done once in each process and copied into their own workspaces."""

import copy
import sqlite3
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from cluster_desktop.records.file.workspace import Workspace

Result = TypeVar("Result")
_DONE: dict[Hashable, tuple[sqlite3.Connection, Any]] = {}


def done_once(workspace: Workspace, what: Hashable, act: Callable[[Workspace], Result]) -> Result:
    """Do *act* in the workspace and give its result, or put in what came of it the last time.

    The second way only into a workspace in which nothing was done yet and which is a copy of the same file; what
    *act* does there must always be the same, and *what* names it.
    """
    with workspace.alone() as raw:
        untouched = not raw.execute("SELECT count(*) FROM act").fetchone()[0]
    if not untouched:
        return act(workspace)
    key = (what, workspace.uid)
    if key in _DONE:
        kept, result = _DONE[key]
        with workspace.alone() as raw:
            kept.backup(raw)
    else:
        result = act(workspace)
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        with workspace.alone() as raw:
            raw.backup(kept)
        _DONE[key] = kept, result
    return copy.deepcopy(result)
