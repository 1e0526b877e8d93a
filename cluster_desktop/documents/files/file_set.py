"""Several files of one order: written beside, moved to their names once all are there, put back if that fails.

While they are written they lie in a folder of their own inside their folder, so that moving stays on one disk.
What a killed run leaves of it is swept by the next one that writes there.
"""

import contextlib
import itertools
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO, Final

from cluster_desktop import errors
from cluster_desktop.output_file import advising, refuse_impossible

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PREFIX: Final = ".so-thi-dua-"
_LOCK: Final = "lock"
_PLAN: Final = "plan.json"


class ExistingFiles(Enum):
    """Treatment of files that bear the names already."""

    REFUSE = "refuse"
    REPLACE = "replace"
    """They give way to the new ones; only after somebody said so."""
    RENAME = "rename"
    """They stay, and the new ones are called "name (2).pdf"."""


def taken_names(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Those of *names* that something in *folder* bears already, be it a link that leads nowhere."""
    return tuple(name for name in names if os.path.lexists(folder / name))


def is_free(folder: Path) -> bool:
    """True where *folder* is not there, or holds nothing but what a killed run left. Raises CannotWrite."""
    if not os.path.lexists(folder):
        return True
    if not folder.is_dir():
        return False
    with advising(folder):
        _sweep(folder)
        return not any(folder.iterdir())


@contextmanager
def files_together(folder: Path, existing: ExistingFiles = ExistingFiles.REFUSE) -> Iterator["FileSet"]:
    """The files of one order in *folder*, which is made when it is not there.

    When the block ends with any exception, also after they were moved, the folder is as it was before.
    Raises AlreadyThere, FileInUse, DiskFull or CannotWrite with what to do.
    """
    new_folders = [parent for parent in (folder, *folder.parents) if not os.path.lexists(parent)]
    try:
        with advising(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _sweep(folder)
            files = FileSet(folder, existing)
            try:
                yield files
            except BaseException as error:
                files.put_back(error)
                raise
            files.close()
    except BaseException:
        for parent in new_folders:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise


@dataclass(frozen=True, slots=True)
class _Move:
    """A file of the plan: its number in the temporary folder, its name, and how to know it again once moved."""

    number: int
    name: str
    stamp: tuple[int, int]
    """Size in bytes and time of the last change in nanoseconds."""


class FileSet:
    """The files of :func:`files_together`: names are reserved, files written, then all of them moved."""

    def __init__(self, folder: Path, existing: ExistingFiles) -> None:
        self._folder = folder
        self._existing = existing
        self._numbers: dict[str, int] = {}
        self._replaced: set[str] = set()
        self._kept: set[str] = set()
        self._entries: list[_Move] = []
        self._stage = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
        try:
            self._held = (self._stage / _LOCK).open("xb")
        except OSError:
            self._stage.rmdir()
            raise
        with contextlib.suppress(OSError):  # a disk that knows no locks: then no other run sweeps there either
            _lock(self._held)

    def reserve(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names that files wanted as *names* get, in the same order; the same name twice gets a number.

        Raises AlreadyThere where a name is taken and nobody allowed to replace it, CannotWrite for a folder
        of that name or a file that may only be read.
        """
        reserved = tuple(self._reserved(name) for name in names)
        taken = taken_names(self._folder, reserved)
        for name in taken:
            refuse_impossible(self._folder / name)
        if taken and self._existing is ExistingFiles.REFUSE:
            raise errors.AlreadyThere(f"Trong “{self._folder}” đã có {listed(taken)}.")
        self._replaced.update(taken)
        return reserved

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A stream for the contents of the file of a reserved name."""
        with advising(self._folder / name), _new(self._stage, self._numbers[name]).open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def move(self) -> tuple[Path, ...]:
        """Give all files their names; gives their paths. What fails after it in the block takes them back.

        Raises FileInUse, AlreadyThere for a name taken meanwhile, CannotWrite.
        """
        self._entries = [
            _Move(number, name, _stamp(_new(self._stage, number))) for name, number in self._numbers.items()
        ]
        self._write_plan()
        for entry in self._entries:
            self._move(entry)
        (self._stage / _PLAN).unlink()  # from here on a killed run leaves the new files, all of them
        return tuple(self._folder / entry.name for entry in self._entries)

    def put_back(self, error: BaseException) -> None:
        """Leave the folder as it was. Raises CannotWrite, after *error*, naming what could not be put back."""
        left = _put_back(self._folder, self._stage, self._entries, self._kept)
        if not left:
            self.close()
            return
        with contextlib.suppress(OSError):  # the next run puts back what this one could not
            self._write_plan()
        self._held.close()
        sentence = error.sentence if isinstance(error, errors.UserError) else f"Không ghi được vào “{self._folder}”."
        raise errors.CannotWrite(
            f"{sentence} Chưa đưa được về như cũ: {listed(left)}; bản trước được giữ ở “{self._stage}”."
        ) from error

    def close(self) -> None:
        """Remove the temporary folder."""
        self._held.close()
        shutil.rmtree(self._stage, ignore_errors=True)

    def _reserved(self, name: str) -> str:
        taken = {each.casefold() for each in self._numbers}  # capitals make no difference, as on Windows
        free = next(
            candidate
            for candidate in _numbered(name)
            if candidate.casefold() not in taken
            and not (self._existing is ExistingFiles.RENAME and os.path.lexists(self._folder / candidate))
        )
        self._numbers[free] = len(self._numbers) + 1
        return free

    def _write_plan(self) -> None:
        with (self._stage / _PLAN).open("w", encoding="utf-8") as stream:
            json.dump([(entry.number, entry.name, entry.stamp) for entry in self._entries], stream)
            stream.flush()
            os.fsync(stream.fileno())

    def _move(self, entry: _Move) -> None:
        target, new = self._folder / entry.name, _new(self._stage, entry.number)
        try:
            if entry.name in self._replaced and os.path.lexists(target):
                _keep(target, _old(self._stage, entry.number))
                self._kept.add(entry.name)
            elif os.path.lexists(target):
                raise errors.AlreadyThere(f"Trong lúc ghi, “{self._folder}” đã có thêm tệp “{entry.name}”.")
            new.replace(target)
        except PermissionError as error:
            raise errors.held(entry.name, f"các tệp trong “{self._folder}” vẫn như trước") from error
        except OSError as error:
            errors.raise_for_os_error(error, target)


def listed(names: Iterable[str], most: int = 3) -> str:
    """File names in a sentence: the first *most* of them, and how many there are besides."""
    every = list(names)
    shown = ", ".join(f"“{name}”" for name in every[:most])
    return f"{shown} và {len(every) - most} tệp khác" if len(every) > most else shown


def _new(stage: Path, number: int) -> Path:
    return stage / f"{number}.new"  # short, whatever the file will be called: paths may not be long on Windows


def _old(stage: Path, number: int) -> Path:
    return stage / f"{number}.old"


def _stamp(path: Path) -> tuple[int, int]:
    """Numbers that tell a file from a later one of its name; (-1, -1) for none. Raises OSError."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return -1, -1
    return status.st_size, status.st_mtime_ns


def _keep(target: Path, old: Path) -> None:
    """Keep the file (or the link) beside under another name, while its own goes on being there. Raises OSError."""
    try:
        os.link(target, old, follow_symlinks=False)
    except (OSError, NotImplementedError):  # sticks know no second name of a file
        shutil.copy2(target, old, follow_symlinks=False)


def _put_back(folder: Path, stage: Path, entries: Iterable[_Move], kept: Container[str] = ()) -> list[str]:
    """Take new files away and put the earlier ones back; gives the names where that did not work.

    *kept* are the names of which an earlier file has to be there; without it the new one is all there is.

    A file that somebody changed or put there since stays, and the earlier one gets a free name beside it.
    """
    left = []
    for entry in entries:
        target, old = folder / entry.name, _old(stage, entry.number)
        try:
            if os.path.lexists(_new(stage, entry.number)):
                continue
            ours = _stamp(target) == entry.stamp
            if os.path.lexists(old):
                old.replace(target if ours else folder / _free(folder, entry.name))
            elif entry.name in kept:
                left.append(entry.name)
            elif ours:
                target.unlink()
        except OSError:
            left.append(entry.name)
    return left


def _free(folder: Path, name: str) -> str:
    return next(candidate for candidate in _numbered(name) if not os.path.lexists(folder / candidate))


def _numbered(name: str) -> Iterator[str]:
    """The name, "name (2).pdf", "name (3).pdf" and so on."""
    path = Path(name)
    return itertools.chain([name], (f"{path.stem} ({number}){path.suffix}" for number in itertools.count(2)))


def _sweep(folder: Path) -> None:
    """Put back the earlier files that killed runs were about to replace, and remove what they left.

    New files that had their names already stay: they are whole. Raises FileInUse, OSError.
    """
    for stage in folder.glob(f"{_PREFIX}*"):
        if stage.is_symlink() or not (stage / _LOCK).is_file():
            with contextlib.suppress(OSError):
                stage.rmdir()  # killed before anything was written
            continue
        with (stage / _LOCK).open("rb+") as held:
            try:
                _lock(held)
            except OSError:
                continue  # a run that goes on
            entries = [entry for entry in _planned(stage) if os.path.lexists(_old(stage, entry.number))]
            left = _put_back(folder, stage, entries)
        if left:
            raise errors.FileInUse(
                f"Lần ghi trước bị ngắt giữa chừng; bản cũ của {listed(left)} còn ở “{stage}”. "
                "Hãy đóng các tệp này ở chương trình khác rồi làm lại."
            )
        shutil.rmtree(stage, ignore_errors=True)


def _planned(stage: Path) -> list[_Move]:
    """Moves a run was about to make; none when it was not so far."""
    try:
        lines = json.loads((stage / _PLAN).read_text(encoding="utf-8"))
        plan = [_Move(number, name, (size, changed)) for number, name, (size, changed) in lines]
        return [entry for entry in plan if Path(entry.name).name == entry.name]  # a stranger's may lead elsewhere
    except (FileNotFoundError, ValueError):  # nothing is moved before the plan is whole
        return []


def _lock(stream: BinaryIO) -> None:
    """Hold an open file until it is closed. Raises OSError when another run holds it."""
    if sys.platform == "win32":
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
