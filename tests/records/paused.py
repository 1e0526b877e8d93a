"""A program that stops where it is about to give a file its name, until it is let go on or killed.

    python -m tests.records.paused WORDS ACT PATH [BACKUP]

Python tells of every renaming (an audit event), so the program waits at the very step and not at a moment that
happens to be right. WORDS are in the new name; ACT is open, restore or create.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cluster_desktop.errors import UserError
from cluster_desktop.records.file.restoring import restore
from cluster_desktop.records.file.workspace import Workspace
from tests.records.other_process import ROOT


@contextmanager
def paused(words: str, act: str, *paths: Path) -> Iterator["subprocess.Popen[str]"]:
    """A second program that has come as far as the renaming; it goes on with finish() or is killed at the end."""
    command = [sys.executable, "-m", "tests.records.paused", words, act, *map(str, paths)]
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, encoding="utf-8")
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "paused\n"
        yield program
    finally:
        program.kill()
        program.communicate()


def finish(program: "subprocess.Popen[str]") -> str:
    """Let the program go on; what it says at its end: "done" or the name of the error."""
    return program.communicate("\n")[0].strip()


def _stop_at(words: str) -> None:
    waiting = [words]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "os.rename" and waiting and words in Path(str(arguments[1])).name:
            waiting.clear()
            sys.stdout.write("paused\n")
            sys.stdout.flush()
            sys.stdin.readline()

    sys.addaudithook(hook)


def main(words: str, act: str, path: Path, *rest: str) -> None:
    _stop_at(words)
    try:
        if act == "restore":
            restore(Path(rest[0]), path, path.parent)
        else:
            (Workspace.create if act == "create" else Workspace.open)(path).close()
    except UserError as error:
        sys.stdout.write(f"{type(error).__name__}\n")
    else:
        sys.stdout.write("done\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
