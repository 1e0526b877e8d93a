"""Makes what is handed out: the Windows installer, the portable zip and their checksums, in ``build/dist``.

``python run.py build`` runs this on Windows; ``python run.py build --wine`` runs it on Linux, where the Windows
Python, PyInstaller and the finished program run under Wine (installer/wine/toolchain.sh). Standard library only.
Set SO_THI_DUA_SIGN to a command with ``{file}`` in it to sign each program file and the installer.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "installer"
WORK = ROOT / "build" / "windows"
DIST = ROOT / "build" / "dist"
PROOF = ROOT / "build" / "proof"
TOOLCHAIN = Path(os.environ.get("SO_THI_DUA_WINE", ROOT / "build" / "wine"))
NAME = "SoThiDua"
COMMAND = "sothidua.cmd"
PORTABLE_MARK = "portable.txt"
LARGEST_SETUP = 35_000_000
LARGEST_PROGRAM = 100_000_000
EPOCH = (2020, 1, 1, 0, 0, 0)  # one time for every entry of the zip: the same files make the same zip


def main(arguments: list[str]) -> int:
    """Build everything; 0 done, 1 failed with a sentence."""
    parser = argparse.ArgumentParser(prog="run.py build", description=__doc__.splitlines()[0])
    parser.add_argument("--wine", action="store_true", help="build on Linux, with the Windows tools under Wine")
    parser.add_argument("--proof", action="store_true", help="then also what prove.sh compares with")
    parser.add_argument("--fast", action="store_true", help="compress less: for trying things out")
    chosen = parser.parse_args(arguments)
    if os.name != "nt" and not chosen.wine:
        print("This is not Windows: use `python run.py build --wine`.", file=sys.stderr)
        return 1
    if chosen.wine:
        run(["bash", HERE / "wine" / "toolchain.sh", TOOLCHAIN, wine_requirements()])
    program = freeze(wine=chosen.wine)
    sign([program / f"{NAME}.exe"])
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir(parents=True)
    made = [make_setup(program, fast=chosen.fast), make_portable(program)]
    write_checksums(made)
    if chosen.proof:
        make_proof(program, wine=chosen.wine)
    return tell(program, made)


def version() -> str:
    """The version of the program, read without importing it."""
    text = (ROOT / "cluster_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([\d.]+)"', text)
    if found is None:
        raise SystemExit("cluster_desktop/__init__.py names no version.")
    return found[1]


def wine_requirements() -> Path:
    """The pinned packages of the program for Windows, without the hashes of other systems' files."""
    WORK.mkdir(parents=True, exist_ok=True)
    pinned = re.findall(r"^[\w.-]+==[\w.]+", (ROOT / "requirements" / "runtime.txt").read_text("utf-8"), re.MULTILINE)
    tests = ["pytest", "pytest-qt", "hypothesis", "openpyxl"]
    target = WORK / "requirements.txt"
    target.write_text("\n".join([*pinned, *tests]) + "\n", encoding="utf-8")
    return target


def freeze(*, wine: bool) -> Path:
    """Run PyInstaller; gives the program folder."""
    WORK.mkdir(parents=True, exist_ok=True)
    resource = WORK / "version.txt"
    resource.write_text(version_resource(), encoding="utf-8")
    freeze_one({"SO_THI_DUA_VERSION_FILE": str(resource)}, wine=wine)
    program = WORK / "dist" / NAME
    write_licences(program, python(wine=wine))
    shutil.copy(HERE / COMMAND, program / COMMAND)
    if wine:
        run([TOOLCHAIN / "bin" / "check-dist", program])
    try_out(program, wine=wine)
    return program


def try_out(program: Path, *, wine: bool) -> None:
    """Let what was frozen test itself: a part that was left out shows here, not at a clerk's."""
    through: list[str | Path] = [TOOLCHAIN / "bin" / "wine-run"] if wine else []
    words: list[str | Path] = [program / f"{NAME}.exe", "--self-test", WORK / "self-test.json"]
    run([*through, *words], {"QT_QPA_PLATFORM": "offscreen"})


def freeze_one(extra: dict[str, str], *, wine: bool) -> None:
    """Run PyInstaller once, always with the same seed and time."""
    folders: list[str | Path] = ["--distpath", WORK / "dist", "--workpath", WORK / "work"]
    environment = extra | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1577836800"}
    command = [*python(wine=wine), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    run([*command, *folders, HERE / "so-thi-dua.spec"], environment)


def python(*, wine: bool) -> list[str | Path]:
    """The Windows Python."""
    return [TOOLCHAIN / "bin" / "wine-python"] if wine else [sys.executable]


def make_proof(program: Path, *, wine: bool) -> None:
    """An older version to upgrade from, and a bare window built the same way to compare the start with."""
    PROOF.mkdir(parents=True, exist_ok=True)
    pack(program, PROOF / "older.exe", "0.0.1", fast=True)
    freeze_one({"SO_THI_DUA_BARE": str(HERE / "bare_window.py")}, wine=wine)


def version_resource() -> str:
    """What Windows shows under the properties of the program file."""
    numbers = ", ".join([*version().split("."), "0"])
    words = {
        "CompanyName": "Sổ Thi Đua",
        "FileDescription": "Sổ Thi Đua",
        "FileVersion": version(),
        "LegalCopyright": "MIT",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": "Sổ Thi Đua",
        "ProductVersion": version(),
    }
    strings = ", ".join(f"StringStruct({key!r}, {word!r})" for key, word in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('042a04b0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x042a, 1200])])])\n"
    )


def write_licences(program: Path, python: list[str | Path]) -> None:
    """Put the licences of everything inside beside the program, as one page."""
    run([*python, HERE / "licences.py", program / "_internal" / "GIAY-PHEP.txt"])


def make_setup(program: Path, *, fast: bool) -> Path:
    """Pack the installer with NSIS."""
    setup = DIST / f"{NAME}-{version()}-setup.exe"
    pack(program, setup, version(), fast=fast)
    sign([setup])
    return setup


def pack(program: Path, target: Path, number: str, *, fast: bool) -> None:
    """Run NSIS on the program folder."""
    with tempfile.NamedTemporaryFile("w", suffix=".nsh", encoding="utf-8", delete=False) as listed:
        listed.write(file_lines(program))
    words = {"FILES": listed.name, "OUT": target, "VERSION": number, "ICONS": HERE / "icons"}
    defines = [f"-D{key}={word}" for key, word in words.items()] + (["-DFAST"] if fast else [])
    try:
        run(["makensis", "-INPUTCHARSET", "UTF8", "-V2", *defines, HERE / "so-thi-dua.nsi"])
    finally:
        Path(listed.name).unlink()


def file_lines(program: Path) -> str:
    """The program's files as lines of the installer's script: a folder itself would list them in any order.

    Files of one kind lie together, because they compress better so.
    """
    lines, folder = [], Path()
    for file in sorted(files_of(program), key=lambda file: file.suffix.lower()):
        inside = file.relative_to(program).parent
        if inside != folder:
            folder = inside
            path = "\\".join(("$INSTDIR", "moi", *(part.replace("$", "$$") for part in folder.parts)))
            lines.append(f'SetOutPath "{path}"')
        lines.append('File "{}"'.format(str(file).replace("$", "$$")))
    return "\n".join([*lines, 'SetOutPath "$INSTDIR\\moi"', ""])


def make_portable(program: Path) -> Path:
    """The program folder as a zip that needs no installation; it keeps its settings beside itself."""
    target = DIST / f"{NAME}-{version()}-portable.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files_of(program):
            entry = zipfile.ZipInfo(f"{NAME}/{file.relative_to(program).as_posix()}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())
        packed.writestr(zipfile.ZipInfo(f"{NAME}/{PORTABLE_MARK}", EPOCH), PORTABLE_WORDS)
    return target


PORTABLE_WORDS = (
    "Khi có tệp này cạnh SoThiDua.exe, chương trình cất thiết lập và bản sao lưu trong thư mục “du-lieu” ở đây.\r\n"
    "Xóa tệp này thì chương trình dùng thư mục riêng của người dùng Windows.\r\n"
)


def files_of(folder: Path) -> Iterator[Path]:
    """Every file below *folder*, always in the same order."""
    return iter(sorted(path for path in folder.rglob("*") if path.is_file()))


def write_checksums(made: list[Path]) -> None:
    """``SHA256SUMS`` as ``sha256sum -c`` and ``certutil -hashfile`` know it."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in made]
    (DIST / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="ascii")


def sign(files: list[Path]) -> None:
    """Sign with the command of SO_THI_DUA_SIGN, if there is one."""
    command = os.environ.get("SO_THI_DUA_SIGN", "")
    for file in files if command else ():
        run([part.replace("{file}", str(file)) for part in shlex.split(command)])


def tell(program: Path, made: list[Path]) -> int:
    """Say what was made and whether it stays within its sizes."""
    size = sum(file.stat().st_size for file in files_of(program))
    print(f"program folder: {size / 1e6:.1f} MB in {len(list(files_of(program)))} files")
    for file in made:
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB")
    fits = size <= LARGEST_PROGRAM and made[0].stat().st_size <= LARGEST_SETUP
    if not fits:
        print(f"Too large: at most {LARGEST_SETUP / 1e6:.0f} MB to hand out and {LARGEST_PROGRAM / 1e6:.0f} installed.")
    return 0 if fits else 1


def run(command: list[str | Path], extra: dict[str, str] | None = None) -> None:
    """Run one step in the project folder; a failure ends the build."""
    words = [str(part) for part in command]
    code = subprocess.run(words, cwd=ROOT, env=os.environ | (extra or {}), check=False).returncode
    if code != 0:
        raise SystemExit(f"This step failed with code {code}: {' '.join(words)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
