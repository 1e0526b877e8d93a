"""The sample, the same for all tests of a file; none of them writes to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cluster_desktop.records.file.workspace import Workspace


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample, the same for all tests here; none of them writes to it."""
    path = tmp_path_factory.mktemp("sample") / "Sổ mẫu.sothidua"
    shutil.copy(sample_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()
