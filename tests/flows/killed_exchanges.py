"""Upgrades and restores that are killed at random moments; run by test_kill.py.

    python killed_exchanges.py FOLDER KILLS

The file and the backup hold several megabytes in pages of different sizes, so that SQLite writes into the file long
before the end. Prints one JSON line: kills, how many met the work under way, how often the file was old and how often
new afterwards, problems.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.restoring import restore
from cluster_desktop.records.file.workspace import Workspace
from tests.records.older_file import make_older_file

PHOTOS = 12
PHOTO = 400_000  # bytes
Content = tuple[int, frozenset[str]]


def fill(path: Path, page_size: int) -> None:
    """Give the file photos of its own and pages of that size."""
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA page_size = {page_size}")
    raw.execute("VACUUM")
    for _number in range(PHOTOS):
        data = os.urandom(PHOTO)
        raw.execute("INSERT INTO blob VALUES (?, 'image/jpeg', ?, ?)", (hashlib.sha256(data).hexdigest(), PHOTO, data))
    raw.commit()
    raw.close()


def content(path: Path) -> Content:
    """The schema number and the photos, as SQLite has them after taking back what was not confirmed."""
    raw = sqlite3.connect(path)
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    photos = frozenset(hashlib.sha256(data).hexdigest() for (data,) in raw.execute("SELECT data FROM blob"))
    raw.close()
    return int(version), photos


def killed(act: Callable[[], object], after: float) -> bool:
    """Run the act in a child and kill it after so many seconds; whether that met it under way."""
    child = os.fork()
    if child == 0:
        act()
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def problems(path: Path) -> list[str]:
    """What is wrong with the file after a kill."""
    workspace = Workspace.open(path)
    try:
        return list(check(workspace).problems)
    finally:
        workspace.close()


def main(folder: Path, kills: int) -> None:
    old, backup, path = folder / "cũ.sothidua", folder / "bản sao.sothidua", folder / "làm" / "sổ.sothidua"
    for made, page_size in ((old, 1024), (backup, 4096)):
        make_older_file(made, "0005")
        fill(made, page_size)
    Workspace.open(backup).close()
    acts = {"upgrade": lambda: Workspace.open(path).close(), "restore": lambda: restore(backup, path, path.parent)}
    under_way, half_written, found, outcomes = 0, 0, [], {name: [0, 0] for name in acts}
    for name, act in acts.items():
        lasts, new = 0.0, content(old)
        for number in range(kills):
            shutil.rmtree(path.parent, ignore_errors=True)
            path.parent.mkdir()
            shutil.copy(old, path)
            if not number:
                begun = time.monotonic()
                act()
                lasts, new = time.monotonic() - begun, content(path)
                continue
            under_way += killed(act, random.uniform(0, 1.5 * lasts))
            half_written += path.with_name(f"{path.name}-journal").exists()
            present = content(path)
            if present not in (content(old), new):
                found.append(f"{name}: a mixture")
            outcomes[name][present == new] += 1
            found += [f"{name}: {problem}" for problem in problems(path)]
    told = {"under_way": under_way, "half_written": half_written, "outcomes": outcomes, "problems": found}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
