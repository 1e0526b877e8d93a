"""Another program holding a file, and an account without rights, as a workspace meets them in an office."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
_HOLD = """
import sys
from pathlib import Path
from cluster_desktop.records.file.workspace import Workspace
Workspace.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def opened_elsewhere(path: Path) -> Iterator[None]:
    """A second program has the workspace open while the block runs."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield
    finally:
        holder.communicate()


_TRY = """
import sys
from pathlib import Path
from cluster_desktop.errors import UserError
from cluster_desktop.records.file.workspace import Workspace
try:
    Workspace.open(Path(sys.argv[1])).close()
except UserError as error:
    print(type(error).__name__)
else:
    print("open")
"""


def opens_elsewhere(path: Path) -> str:
    """What a second program gets that opens the file now: "open" or the name of the error."""
    command = [sys.executable, "-c", _TRY, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


@contextmanager
def without_privileges() -> Iterator[None]:
    """Rights of files hold inside the block, also when the tests are run by root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("Windows keeps rights of files in another way")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every account may enter, which pytest's own folders are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        with without_privileges():
            reachable = os.access(folder, os.W_OK, effective_ids=True)
        if not reachable:
            pytest.skip("the folder for temporary files is closed to other accounts")
        yield folder
        folder.chmod(0o777)
