"""A command line run inside the test, and the sample workspace it is asked about."""

from pathlib import Path

import pytest

from cluster_desktop import app
from cluster_desktop.cli.acts import SAMPLE_NAME
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.cli.command_line import Clerk, CommandLine


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture
def clerk(run: CommandLine, tmp_path: Path) -> Clerk:
    """A clerk with two schools, which have a department of one name each, and a person of the first."""
    path = tmp_path / "sổ.sothidua"
    workspace = Workspace.create(path)
    for code, place in (("LAOCAI", "Lào Cai"), ("SONLA", "Sơn La")):
        draft = UnitDraft(code=code, name=f"Trường Chính trị tỉnh {place}", short_name=place)
        unit = records.create(workspace, draft).uids[0]
        records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng"))
        if code == "LAOCAI":
            records.create(workspace, PersonDraft(full_name="Lê Ân", unit_uid=unit, birth_date=PartialDate(1980)))
    workspace.close()
    return Clerk(run, path)


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
