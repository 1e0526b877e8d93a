"""What lies there already is never overwritten at the command line unless --overwrite says so."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.cli import named
from cluster_desktop.cli.acts import SAMPLE_NAME
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.printings import sheets_of

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

SIGNED = b"%PDF-1.4 signed and scanned"
FEW = ("certificates", "{book}", "--decision", "203/QĐ-TCT")
"""Four certificates."""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def printed(book: Path) -> int:
    """How many sheets of the decision the register knows."""
    workspace = Workspace.open(book)
    try:
        decision = workspace.read(named.decision, "203/QĐ-TCT")
        return len(workspace.read(sheets_of, certificates_of(workspace, decision).award_uids))
    finally:
        workspace.close()


@pytest.mark.parametrize("words", [("report", "{book}", "staff-statistics"), FEW])
def test_a_named_file_is_replaced_only_when_that_was_asked_for(
    sample: Path, tmp_path: Path, run: Any, words: tuple[str, ...]
) -> None:
    out = tmp_path / "giấy.pdf"
    out.write_bytes(SIGNED)
    asked = [*(word.format(book=sample) for word in words), "--out", out]
    refused = run(*asked)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == f"Đã có tệp “{out}”. Hãy chọn nơi khác, hoặc thêm --overwrite để ghi đè.\n"
    assert out.read_bytes() == SIGNED
    assert printed(sample) == 0
    assert run(*asked, "--overwrite").code == 0
    assert out.read_bytes() != SIGNED
    assert files(tmp_path).keys() == {sample.name, out.name}


def test_single_certificates_are_all_there_or_none(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "từng tờ"
    asked = [*(word.format(book=sample) for word in FEW), "--each", "--out", out]
    assert run(*asked).code == 0
    assert len(files(out)) == printed(sample) == 4
    first = sorted(out.iterdir())[0]
    first.write_bytes(SIGNED)
    sorted(out.iterdir())[1].unlink()
    before = files(out)
    refused = run(*asked)
    assert refused.code == 1
    assert refused.err.endswith("Hãy chọn nơi khác, hoặc thêm --overwrite để ghi đè.\n")
    assert refused.err.count("\n") == 1
    assert f"“{first.name}”" in refused.err
    assert files(out) == before
    assert run(*asked, "--overwrite").code == 0
    assert first.read_bytes() != SIGNED
    assert len(files(out)) == 4


def test_a_dossier_goes_into_a_folder_of_its_own_only(sample: Path, tmp_path: Path, run: Any) -> None:
    uid = run("list", sample, "nominations", "--json").json()[0]["uid"]
    out = tmp_path / "hồ sơ"
    out.mkdir()
    assert run("dossier", sample, "--nomination", uid, "--out", out).code == 0, "an empty folder is as good as none"
    before = files(out)
    refused = run("dossier", sample, "--nomination", uid, "--out", out)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "trong đó có tệp" in refused.err
    assert files(out) == before


def test_the_demonstration_leaves_papers_that_were_changed_alone(demo: Path, tmp_path: Path, run: Any) -> None:
    folder = tmp_path / "mẫu"
    folder.mkdir()
    changed = folder / "pledge.docx"
    changed.write_bytes(b"edited by hand")
    refused = run("demo", folder)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert refused.err.endswith("hoặc thêm --overwrite để ghi đè.\n")
    assert files(folder) == {changed.name: b"edited by hand"}, "not even the book is left"
    shutil.copytree(demo, folder, dirs_exist_ok=True)
    changed.write_bytes(b"edited by hand")
    told = run("demo", folder, "--overwrite")
    assert told.code == 0
    assert changed.read_bytes() != b"edited by hand"
    assert (folder / SAMPLE_NAME).exists()
    assert f"{len(files(folder)) - 1} tệp giấy tờ" in told.out, "every paper has a name of its own"
