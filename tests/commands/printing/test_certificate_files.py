"""Certificates one by one: all files and the register, or neither; earlier files stay as they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates, print_each
from cluster_desktop.commands.printing.certificates import Certificates, certificates_of
from cluster_desktop.documents.files.file_set import ExistingFiles
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.printings import sheets_of
from tests.documents import paper
from tests.ui.print_desk import decide

PEOPLE = {"Lò Thị Ơn": "GK", "Giàng A Páo": "GK", "Sùng Ân": "GK"}
NAMES = ("001 Lò Thị Ơn.pdf", "002 Giàng A Páo.pdf", "003 Sùng Ân.pdf")


@pytest.fixture
def batch(workspace: Workspace, unit: str) -> Certificates:
    return certificates_of(workspace, decide(workspace, unit, "48/QĐ-TCT", 2020, PEOPLE))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with signed scans under the usual names."""
    made = tmp_path / "giấy"
    made.mkdir()
    for name in NAMES:
        (made / name).write_bytes(f"signed {name}".encode())
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def printed(workspace: Workspace, batch: Certificates) -> int:
    return sum(len(sheets) for sheets in workspace.read(sheets_of, batch.award_uids).values())


@pytest.mark.parametrize("step", range(1, len(NAMES) + 1))
@pytest.mark.parametrize("existing", [ExistingFiles.REPLACE, ExistingFiles.RENAME])
def test_a_stop_after_any_certificate_changes_nothing(
    workspace: Workspace, batch: Certificates, folder: Path, existing: ExistingFiles, step: int
) -> None:
    before = files(folder)

    def stop(done: int, _total: int) -> None:
        if done == step:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        print_each(workspace, batch, folder, existing=existing, progress=stop)
    assert files(folder) == before
    assert printed(workspace, batch) == 0


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_register_that_cannot_remember_takes_the_files_back(
    workspace: Workspace, batch: Certificates, folder: Path, place: int
) -> None:
    before = files(folder)
    gone = tuple("không còn" if number == place else uid for number, uid in enumerate(batch.award_uids))
    with pytest.raises(Exception, match=r".") as failure:
        print_each(workspace, replace(batch, award_uids=gone), folder, existing=ExistingFiles.REPLACE)
    assert not isinstance(failure.value, errors.AlreadyThere)
    assert files(folder) == before
    assert printed(workspace, batch) == 0
    out = folder / NAMES[0]
    with pytest.raises(type(failure.value)):
        print_certificates(workspace, replace(batch, award_uids=gone), out)
    assert files(folder) == before
    assert printed(workspace, batch) == 0


def test_earlier_files_stay_until_somebody_lets_them_go(
    workspace: Workspace, batch: Certificates, folder: Path
) -> None:
    before = files(folder)
    with pytest.raises(errors.AlreadyThere, match=r"“001 Lò Thị Ơn\.pdf”"):
        print_each(workspace, batch, folder)
    assert files(folder) == before
    assert printed(workspace, batch) == 0
    beside = print_each(workspace, batch, folder, existing=ExistingFiles.RENAME)
    assert [path.name for path in beside] == [f"{Path(name).stem} (2).pdf" for name in NAMES]
    assert files(folder).items() >= before.items()
    assert printed(workspace, batch) == 3
    for path in print_each(workspace, batch, folder, existing=ExistingFiles.REPLACE):
        assert paper.page_count(path) == 1
    assert len(files(folder)) == 6
    assert printed(workspace, batch) == 6


def test_the_longest_names_of_the_country_are_written(
    workspace: Workspace, batch: Certificates, tmp_path: Path
) -> None:
    long = replace(batch, contents=tuple(replace(one, unit="Nguyễn Thị Ngọc Ẩn " * 12) for one in batch.contents))
    written = print_each(workspace, long, tmp_path / "a", pattern="{don_vi}")
    assert len({path.name for path in written}) == 3
    assert all(paper.page_count(path) == 1 for path in written)
