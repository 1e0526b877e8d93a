"""A command line run inside the test, and the sample workspace it is asked about."""

import json
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import app
from cluster_desktop.cli.acts import SAMPLE_NAME


class Outcome:
    """What one command line gave."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> Outcome:
        try:
            code = app.main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demonstration, made once."""
    folder = tmp_path_factory.mktemp("Trình diễn")
    assert app.main(["demo", str(folder)]) == 0
    return folder


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample workspace of the test's own."""
    copy = tmp_path / SAMPLE_NAME
    copy.write_bytes(sample_file.read_bytes())
    return copy
