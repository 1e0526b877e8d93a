"""A command line run inside the test."""

import json
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import app


class Outcome:
    """What one command line gave."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


class CommandLine:
    """Carries out command lines and catches what they print."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *words: object) -> Outcome:
        try:
            code = app.main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = self._capture.readouterr()
        return Outcome(code, said.out, said.err)


class Clerk:
    """Works on one book at the command line."""

    def __init__(self, run: CommandLine, book: Path) -> None:
        self.run, self.book = run, book

    def __call__(self, command: str, *words: object) -> Outcome:
        return self.run(command, self.book, *words)

    def add(self, kind: str, *words: str) -> str:
        """Add a record about which there is nothing to say; gives its uid."""
        outcome = self("add", kind, *words)
        assert (outcome.code, outcome.err) == (0, "")
        return outcome.out.strip()

    def shown(self, uid: str) -> dict[str, Any]:
        """A record as other programs read it."""
        return dict(self("show", uid, "--json").json())

    def refused(self, command: str, *words: object) -> str:
        """The one sentence of a refusal, after which the book is as it was before."""
        before = self.book.read_bytes()
        outcome = self(command, *words)
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
        assert not any(word in outcome.err for word in ("ngoài dự tính", "F5", "Traceback"))
        assert self.book.read_bytes() == before
        return outcome.err.strip()
