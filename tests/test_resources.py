"""The program finds its own files in the source tree, in an installed wheel and in a frozen build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cluster_desktop import resources
from cluster_desktop.errors import ResourceMissing

ROOT = Path(__file__).resolve().parents[1]
ASK = "from cluster_desktop import resources; print(resources.read_text('ghi chú.txt'), end='')"


def test_a_file_of_the_source_tree_is_read() -> None:
    file = ROOT / "resources" / "icons" / "print.svg"
    assert resources.path("icons", "print.svg") == file
    assert resources.read_text("icons", "print.svg") == file.read_text(encoding="utf-8")
    assert resources.read_bytes("icons", "print.svg") == file.read_bytes()


def test_a_missing_file_is_named_in_a_sentence() -> None:
    with pytest.raises(ResourceMissing, match="fonts/none"):
        resources.path("fonts", "none")


def test_a_folder_cannot_be_read_as_a_file() -> None:
    with pytest.raises(ResourceMissing, match="icons"):
        resources.read_text("icons")


def copied_program(folder: Path) -> Path:
    package = folder / "cluster_desktop"
    package.mkdir(parents=True)
    for name in ("__init__.py", "errors.py", "resources.py"):
        shutil.copy(ROOT / "cluster_desktop" / name, package)
    return package


def put(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "ghi chú.txt").write_text(text, encoding="utf-8")


def ask(folder: Path, code: str = ASK) -> str:
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_an_installed_wheel_reads_its_own_copy(tmp_path: Path) -> None:
    put(copied_program(tmp_path / "nơi cài đặt") / "_resources", "trong gói")
    assert ask(tmp_path / "nơi cài đặt") == "trong gói"


def test_a_frozen_build_reads_what_it_unpacked(tmp_path: Path) -> None:
    copied_program(tmp_path / "app")
    put(tmp_path / "bundle" / "resources", "trong bản đóng gói")
    frozen = f"import sys; sys._MEIPASS = {str(tmp_path / 'bundle')!r}; {ASK}"
    assert ask(tmp_path / "app", frozen) == "trong bản đóng gói"
