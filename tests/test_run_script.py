"""``run.py`` from outside, in a folder with spaces and Vietnamese letters and a stand-in for its ``.venv``.

The stand-in is a shell script that writes down what it is asked to run and fails where a test wants it to.
"""

import os
import runpy
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "build/demo/cum-thi-dua-so-2.sothidua"

PYTHON = """#!/bin/sh
printf '%s\\n' "$*" >> calls
case "$*" in
  *QApplication*) [ -e missing ] && { echo "ImportError: libEGL.so.1" >&2; exit 1; } ;;
esac
[ -e failing ] && case "$*" in *"$(cat failing)"*) exit 3 ;; esac
exit 0
"""
APT = """#!/bin/sh
printf '%s\\n' "$*" >> apt-calls
case "$*" in install*) rm -f missing ;; esac
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


@dataclass
class Project:
    folder: Path
    tools: Path
    display: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        kept = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
        (self.folder / "calls").unlink(missing_ok=True)
        return subprocess.run(
            [sys.executable, self.folder / "run.py", *words],
            env=kept | self.display | {"PATH": f"{self.tools}:/usr/bin:/bin", "PYTHONUTF8": "1"},
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def calls(self) -> list[str]:
        return (self.folder / "calls").read_text(encoding="utf-8").splitlines()

    def installed(self) -> list[str]:
        return [call.split()[-1] for call in self.calls() if "pip install" in call]


def script(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "dự án Sổ Thi Đua"
    script(folder / ".venv" / "bin" / "python", PYTHON)
    script(tmp_path / "tools" / "apt-get", APT)
    script(folder / "run.py", (ROOT / "run.py").read_text(encoding="utf-8"))
    (folder / "requirements").mkdir()
    for group in ("runtime", "test"):
        (folder / "requirements" / f"{group}.txt").write_text(f"{group}==1\n", encoding="utf-8")
    return Project(folder, tmp_path / "tools")


@pytest.mark.parametrize("words", [["tset"], ["test", "fast"]])
def test_a_wrong_word_gets_the_usage_and_runs_nothing(project: Project, words: list[str]) -> None:
    done = project.run(*words)
    assert done.returncode == 2
    assert " ".join(words) in done.stderr
    assert "python run.py screenshots" in done.stderr
    assert not (project.folder / "calls").exists()


def test_the_usage_can_be_asked_for(project: Project) -> None:
    done = project.run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "python run.py benchmark" in done.stdout


def test_only_a_changed_list_is_installed_again(project: Project) -> None:
    project.run("benchmark")
    assert project.installed() == ["requirements/runtime.txt", "requirements/test.txt"]
    project.run("benchmark")
    assert project.installed() == []
    (project.folder / "requirements" / "test.txt").write_text("test==2\n", encoding="utf-8")
    project.run("benchmark")
    assert project.installed() == ["requirements/test.txt"]


def test_a_failed_installation_is_tried_again(project: Project) -> None:
    (project.folder / "failing").write_text("pip install", encoding="utf-8")
    done = project.run("benchmark")
    assert (done.returncode, project.installed()) == (1, ["requirements/runtime.txt"])
    (project.folder / "failing").unlink()
    project.run("benchmark")
    assert project.installed() == ["requirements/runtime.txt", "requirements/test.txt"]


def test_opening_the_program_needs_no_test_tools(project: Project) -> None:
    project.run()
    assert project.installed() == ["requirements/runtime.txt"]


def test_the_checks_run_in_order_under_their_headings(project: Project) -> None:
    done = project.run("test")
    assert done.returncode == 0
    headings = [line.strip("= ") for line in done.stdout.splitlines() if line.startswith("=== ")]
    assert headings[2:] == ["format", "lint", "types", "imports", "tests", "coverage", "summary"]
    assert done.stdout.count(" ok ") == 6


def test_the_first_failing_check_stops_the_rest(project: Project) -> None:
    (project.folder / "failing").write_text("ruff check", encoding="utf-8")
    done = project.run("test")
    summary = done.stdout.rpartition("=== summary")[2]
    assert done.returncode == 1
    assert [line.split()[:2] for line in summary.splitlines()[1:]] == [
        ["format", "ok"],
        ["lint", "FAILED"],
        ["types", "not"],
        ["imports", "not"],
        ["tests", "not"],
        ["coverage", "not"],
    ]
    assert not any("mypy" in call for call in project.calls())


def test_without_a_display_the_sample_documents_are_made_and_named(project: Project) -> None:
    done = project.run()
    assert done.returncode == 0
    assert project.calls()[-1] == "-m cluster_desktop demo build/demo --overwrite"
    assert str(project.folder / "build" / "demo") in done.stdout


def test_with_a_display_the_sample_is_made_once_and_opened(project: Project) -> None:
    project.display["DISPLAY"] = ":9"
    project.run()
    assert project.calls()[-2:] == ["-m cluster_desktop demo build/demo --overwrite", f"-m cluster_desktop {SAMPLE}"]
    script(project.folder / SAMPLE, "")
    project.run()
    assert project.calls()[-1] == f"-m cluster_desktop {SAMPLE}"
    assert "-m cluster_desktop demo build/demo --overwrite" not in project.calls()


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may install")
def test_missing_libraries_are_installed_by_root(project: Project) -> None:
    (project.folder / "missing").touch()
    done = project.run()
    asked = (project.folder / "apt-calls").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert asked.startswith("update")
    assert "libegl1" in asked
    assert "xcb" not in asked


def test_missing_libraries_are_named_where_nothing_may_be_installed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(project.tools))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    add_packages = runpy.run_path(str(project.folder / "run.py"))["add_packages"]
    with pytest.raises(SystemExit, match="sudo apt-get install -y --no-install-recommends libegl1 libgl1"):
        add_packages(["libegl1", "libgl1"], "Qt lacks system libraries.")


def test_a_system_without_apt_gets_the_names(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project.folder))
    add_packages = runpy.run_path(str(project.folder / "run.py"))["add_packages"]
    with pytest.raises(SystemExit, match="Install what your system calls: libegl1"):
        add_packages(["libegl1"], "Qt lacks system libraries.")


def test_a_migration_is_written_under_its_name(project: Project) -> None:
    assert project.run("migration", "event_news").returncode == 0
    assert project.calls()[-1].endswith("-m tests.new_migration event_news")
    assert project.run("migration").returncode == 2
    assert project.run("migration", "event", "news").returncode == 2
