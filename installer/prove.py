"""Proves an installer on Windows, native or under Wine: installs, works, upgrades, refuses, removes.

    prove.py install|remove SETUP OLDER TARGET

SETUP and OLDER are two setup programs of the same program, OLDER with a lower version; TARGET is a folder to install
into. ``install`` leaves the new version installed, so that somebody can look at it; ``remove`` takes it away. Every
finding is a line; exit 1 when something did not hold. Standard library only; run by installer/prove.sh and by CI.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
import winreg
from collections.abc import Callable
from pathlib import Path
from typing import Any

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\SoThiDua"
COMMAND = r"Software\Classes\SoThiDua.Book\shell\open\command"
REGISTRY: Any = winreg  # its functions are known on Windows only, and this is type-checked everywhere
RUNNING, DOWNGRADE = 5, 6  # exit codes of the installer
QUIET = os.environ | {"QT_QPA_PLATFORM": "offscreen"}


class Proof:
    """One pair of installers and where they install to."""

    def __init__(self, setup: Path, older: Path, target: Path) -> None:
        self.setup, self.older, self.target = setup, older, target
        self.program = target / "SoThiDua.exe"
        self.work = target.parent / "Việc thử của Lò Thị Ơn"
        self.book = self.work / "cum-thi-dua-so-2.sothidua"
        self.failed = False

    def check(self, words: str, act: Callable[[], bool]) -> None:
        """Try one thing and say whether it holds."""
        try:
            held = act()
        except OSError as error:
            held = False
            print(f"        {error}")
        print(f"{'ok     ' if held else 'FAILED '} {words}", flush=True)
        self.failed |= not held

    def install(self) -> None:
        """Old version, new version over it, and everything the new one has to do."""
        self.check("the older version installs silently for one user", lambda: self._set_up(self.older) == 0)
        self.check("Windows lists it", lambda: registered("DisplayVersion") == "0.0.1")
        self.check("the sample workspace is made", lambda: self._run("demo", str(self.work)) == 0)
        before = digest(self.book)
        self.check("the new version installs over it", lambda: self._set_up(self.setup) == 0)
        self.check("Windows lists the new version", lambda: registered("DisplayVersion") != "0.0.1")
        self.check(
            "nothing of the old version is left", lambda: not any((self.target / x).exists() for x in ("moi", "cu"))
        )
        self.check("the book is untouched", lambda: digest(self.book) == before)
        self.check("an older version is refused", lambda: self._set_up(self.older) == DOWNGRADE)
        self.check("the program tests itself", self._tests_itself)
        self.check("48 certificates are printed", lambda: self._pages("48/QĐ-TCT") == 48)
        self.check("a form for Excel is made and read back by the process that reads tables", self._reads_a_form)
        self.check("the file type leads to the program", lambda: str(self.program) in value(COMMAND, ""))
        self.check("setup refuses while the program runs", self._refuses_while_running)

    def remove(self) -> None:
        """The program goes; books and settings stay."""
        before = digest(self.book)
        self.check("it uninstalls silently", lambda: self._wait_for([str(self.target / "Uninstall.exe"), "/S"]) == 0)
        self.check("the program is gone", lambda: gone(self.target))
        self.check("Windows lists nothing", lambda: registered("DisplayVersion") == "")
        self.check("the file type is gone", lambda: value(COMMAND, "") == "")
        self.check("the book is still there", lambda: digest(self.book) == before)
        self.check("the settings are still there", (local_data() / "settings.json").is_file)

    def _set_up(self, setup: Path) -> int:
        return self._wait_for(f'"{setup}" /S /D={self.target}')  # NSIS wants this last and unquoted

    def _wait_for(self, command: str | list[str]) -> int:
        return subprocess.run(command, check=False).returncode

    def _run(self, *words: str) -> int:
        return subprocess.run([str(self.program), *words], env=QUIET, check=False).returncode

    def _tests_itself(self) -> bool:
        told = self.work / "self-test.json"
        code = self._run("--self-test", str(told))
        print("        " + "; ".join(item["seen"] for item in json.loads(told.read_text("utf-8"))["findings"]))
        return code == 0

    def _pages(self, decision: str) -> int:
        paper = self.work / "Giấy khen.pdf"
        self._run("certificates", str(self.book), "--decision", decision, "--out", str(paper))
        return len(re.findall(rb"/Type /Page\b", paper.read_bytes()))

    def _reads_a_form(self) -> bool:
        form = self.work / "Biểu điền.xlsx"
        made = self._run("form", "staff", str(self.book), "--unit", "LAOCAI", "--out", str(form))
        return made == 0 and self._run("import", "staff", str(self.book), str(form), "--dry-run") == 0

    def _refuses_while_running(self) -> bool:
        running = subprocess.Popen([str(self.program), str(self.book)], env=QUIET)
        try:
            time.sleep(8)
            return running.poll() is None and self._set_up(self.setup) == RUNNING
        finally:
            running.kill()
            running.wait()


def local_data() -> Path:
    """The program's own folder of this person."""
    return Path(os.environ["LOCALAPPDATA"]) / "SoThiDua"


def digest(file: Path) -> str:
    """What tells whether a file changed."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def gone(folder: Path) -> bool:
    """Whether the folder disappears within a few seconds: the uninstaller deletes itself last."""
    for _ in range(100):
        if not folder.exists():
            return True
        time.sleep(0.1)
    return False


def registered(name: str) -> str:
    """What the list of installed programs says."""
    return value(UNINSTALL, name)


def value(key: str, name: str) -> str:
    """A value of this person's registry; nothing when there is none."""
    try:
        with REGISTRY.OpenKey(REGISTRY.HKEY_CURRENT_USER, key) as opened:
            return str(REGISTRY.QueryValueEx(opened, name)[0])
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    proof = Proof(*(Path(word) for word in sys.argv[2:5]))
    (proof.install if sys.argv[1] == "install" else proof.remove)()
    sys.exit(proof.failed)
