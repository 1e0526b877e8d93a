"""Sets the project up on this machine and runs it: ``python run.py --help`` lists the words it knows.

Standard library only. Everything is installed into ``.venv`` beside this file, from the hashed lists in
``requirements/``; on Debian and Ubuntu the few system packages that are missing are installed too, or named.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

USAGE = """\
usage: python run.py              open the program with its sample workspace
       python run.py test         format, lint, types, imports, tests with their coverage
       python run.py benchmark    how fast it is, beside the limits we set
       python run.py screenshots  pictures of every page and form into build/screenshots
       python run.py migration NAME  the next migration, written from the models (event_news)
       python run.py mutants ROOM [COUNT [SEED]]  which small faults put into domain, records … no test notices
       python run.py build        the Windows installer and portable zip into build/dist (on Linux: build --wine)
"""
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DEMO = Path("build", "demo")
SAMPLE = DEMO / "cum-thi-dua-so-2.sothidua"

QT_PACKAGES = ["libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"]
XCB_PACKAGES = [
    *["libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"],
    *["libxcb-render-util0", "libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1", "libxkbcommon-x11-0"],
]
QT_PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"
ROOM_OF_TESTS = 4 << 30  # bytes
NO_DISPLAY = "could not connect to display"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])"
CHECKS = [
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("lint", ["-m", "ruff", "check", "."]),
    ("types", ["-m", "mypy", "--num-workers", "2"]),
    ("imports", ["-c", LINT_IMPORTS]),
    ("tests", ["-m", "pytest", "-n", "2", "--dist", "worksteal", "--cov", "--cov-report="]),
    ("coverage", ["-m", "tests.coverage_goal"]),
]


def main(arguments: list[str]) -> int:
    """Do what the one word asks; 0 done, 1 failed, 2 wrong usage."""
    words = {"": start, "test": test, "benchmark": benchmark, "screenshots": screenshots}
    if arguments[:1] == ["build"]:
        return build(arguments[1:])
    if arguments[:1] == ["migration"] and len(arguments) == 2:
        return migration(arguments[1])
    if arguments[:1] == ["mutants"] and 2 <= len(arguments) <= 4:
        return mutants(arguments[1:])
    word = arguments[0] if arguments else ""
    if word in ("-h", "--help"):
        print(USAGE, end="")
        return 0
    if len(arguments) > 1 or word not in words:
        print(f"run.py does not know: {' '.join(arguments)}\n{USAGE}", end="", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        raise SystemExit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]} ({sys.executable}).")
    return words[word]()


def start() -> int:
    """Open the window with the sample workspace; without a display make the sample documents."""
    shown = has_display()
    set_up(["runtime"], offscreen=not shown)
    if shown and (ROOT / SAMPLE).exists():
        return run(["-m", "cluster_desktop", str(SAMPLE)], offscreen=False)
    code = run(["-m", "cluster_desktop", "demo", str(DEMO), "--overwrite"], offscreen=True)
    if code != 0:
        return code
    if shown:
        return run(["-m", "cluster_desktop", str(SAMPLE)], offscreen=False)
    print(f"No display here, so no window. The sample workspace and its documents are in {ROOT / DEMO}")
    return 0


def test() -> int:
    """Run every check in turn, stop at the first that fails, and end with a summary."""
    set_up(["runtime", "test"], offscreen=True)
    if (memory := memory_disk()) is not None:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(memory)
    summary = []
    code = 0
    for name, command in CHECKS:
        if code:
            summary.append(f"  {name:9} not run")
            continue
        heading(name)
        began = time.monotonic()
        code = run(command, offscreen=True)
        summary.append(f"  {name:9} {'FAILED' if code else 'ok':6} {time.monotonic() - began:6.1f} s")
    heading("summary")
    print("\n".join(summary), flush=True)
    return 1 if code else 0


def memory_disk() -> Path | None:
    """A disk in memory with room for what tests write: they need not wait for a real one to keep each change."""
    folder = Path("/dev/shm")
    if os.name == "nt" or not os.access(folder, os.W_OK):
        return None
    return folder if shutil.disk_usage(folder).free > ROOM_OF_TESTS else None


def benchmark() -> int:
    """Run the benchmarks, one at a time, with their printed figures."""
    set_up(["runtime", "test"], offscreen=True)
    return run(["-m", "pytest", "tests/benchmarks", "-s"], offscreen=True)


def screenshots() -> int:
    """Draw every page and form into build/screenshots."""
    set_up(["runtime", "test"], offscreen=True)
    return run(["-m", "tests.screenshots", str(Path("build", "screenshots"))], offscreen=True)


def migration(name: str) -> int:
    """Write the next migration from what the models have and the newest workspace file has not."""
    set_up(["runtime", "test"], offscreen=True)
    return run(["-m", "tests.new_migration", name], offscreen=True)


def mutants(arguments: list[str]) -> int:
    """Put small faults into a room and name those that no test notices; takes minutes for each dozen."""
    set_up(["runtime", "test", "mutants"], offscreen=True)
    return run(["-m", "tests.mutants", *arguments], offscreen=True)


def build(arguments: list[str]) -> int:
    """Make what is handed out; installer/build.py knows how and takes the further words."""
    if os.name == "nt":
        set_up(["runtime", "build"], offscreen=True)
    python = PYTHON if os.name == "nt" else Path(sys.executable)
    command = [str(python), str(ROOT / "installer" / "build.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(offscreen=True), check=False).returncode


def set_up(groups: list[str], *, offscreen: bool) -> None:
    """Make ``.venv``, install the pinned *groups* where they changed, and see that Qt loads."""
    if not venv_works():
        make_venv()
    for group in groups:
        if not is_installed(group):
            install(group)
    failure = qt_failure(offscreen=offscreen)
    if failure and NO_DISPLAY not in failure:
        add_packages(QT_PACKAGES if offscreen else QT_PACKAGES + XCB_PACKAGES, "Qt lacks system libraries.")
        failure = qt_failure(offscreen=offscreen)
    if failure:
        raise SystemExit(f"Qt does not start on this machine:\n{failure}")


def venv_works() -> bool:
    """Whether ``.venv`` has a Python that runs and has pip (a half-made or outlived one has not)."""
    if not PYTHON.exists():
        return False
    try:
        return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make ``.venv`` anew; Debian keeps the module for it in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        add_packages([package], "This Python cannot make virtual environments.")
    heading("making .venv")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def fingerprint(group: str) -> str:
    """What the stamp of an installed group holds: changes when its pinned list changes."""
    return hashlib.sha256((ROOT / "requirements" / f"{group}.txt").read_bytes()).hexdigest()


def stamp(group: str) -> Path:
    """The file in ``.venv`` that says which pinned list of *group* is installed."""
    return VENV / f"installed-{group}.sha256"


def is_installed(group: str) -> bool:
    """Whether exactly the present pinned list of *group* was installed."""
    return stamp(group).is_file() and stamp(group).read_text(encoding="ascii") == fingerprint(group)


def install(group: str) -> None:
    """Install ``requirements/<group>.txt`` and remember that it is done."""
    heading(f"installing requirements/{group}.txt")
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if run([*pip, "-r", str(Path("requirements", f"{group}.txt"))], offscreen=True) != 0:
        raise SystemExit("The packages could not be installed; the lines above say why.")
    stamp(group).write_text(fingerprint(group), encoding="ascii")


def qt_failure(*, offscreen: bool) -> str:
    """What Qt says when it cannot start; empty when it starts."""
    done = subprocess.run(
        [PYTHON, "-c", QT_PROBE],
        cwd=ROOT,
        env=environment(offscreen=offscreen),
        stderr=subprocess.PIPE,
        check=False,
    )
    return "" if done.returncode == 0 else done.stderr.decode("utf-8", "replace") or f"exit {done.returncode}"


def add_packages(packages: list[str], why: str) -> None:
    """Install Debian packages when that is possible here; otherwise stop with the exact command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise SystemExit(f"{why} Install what your system calls: {' '.join(packages)}")
    if not is_root():
        raise SystemExit(f"{why} Run this, then start again:\n  sudo apt-get update && sudo {' '.join(command)}")
    heading("installing " + " ".join(packages))
    apt = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command, "-qq"]):
        if subprocess.run(step, env=apt, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            raise SystemExit(f"{why} This command failed: {' '.join(step)}")


def is_root() -> bool:
    """Whether packages of the system may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_display() -> bool:
    """Whether a window can be shown."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def environment(*, offscreen: bool) -> dict[str, str]:
    """The environment of everything we run: UTF-8, and no window where none is wanted."""
    extra = {"PYTHONUTF8": "1"}
    if offscreen:
        extra["QT_QPA_PLATFORM"] = "offscreen"
    return os.environ | extra


def run(command: list[str], *, offscreen: bool) -> int:
    """Run the Python of ``.venv`` in the project folder and return its exit code."""
    return subprocess.run([PYTHON, *command], cwd=ROOT, env=environment(offscreen=offscreen), check=False).returncode


def heading(text: str) -> None:
    """Print a line that stands out between the outputs of the steps."""
    print(f"\n=== {text} ".ljust(100, "="), flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
