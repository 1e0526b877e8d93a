"""Have the tables of a file read in a child process, which may break over it while the program goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.exchange.files.child import ChildEnded, ChildGone, ChildTooSlow
from cluster_desktop.exchange.files.children import Children
from cluster_desktop.exchange.tables.questions import KIND, READ_TABLES, SHEETS
from cluster_desktop.exchange.tables.sheets import Row, Sheet

_SHEETS_MODULE: Final = "cluster_desktop.exchange.tables.sheets"
_children: Final = Children(READ_TABLES, frozenset((_SHEETS_MODULE, name) for name in ("Sheet", "Merge", "CellFault")))

Progress = Callable[[int, int], None]
"""Takes what is done and what there is to do, 0 for unknown; raises Cancelled to stop."""


def read_workbook(path: Path, progress: Progress | None = None) -> tuple[Sheet, ...]:
    """Read every sheet with cells in the file, hidden ones too (flagged), up to the 256th column.

    *progress* hears ten times a second how many rows have come. Raises CannotRead or FileMissing with one plain
    sentence: another kind of file under this name, a password, damage, nothing inside, no right to read, more than
    the memory or the time for one file; and Cancelled.
    """
    gathered = _GatheredSheets(progress)
    for piece in _answers(SHEETS, path, gathered.watch):
        gathered.take(piece)
    return tuple(gathered.sheets)


@dataclass
class _GatheredSheets:
    """The sheets that have come, and the rows of the next one."""

    progress: Progress | None
    sheets: list[Sheet] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    done: int = 0

    def watch(self) -> None:
        """Tell how many rows have come; raises Cancelled to stop."""
        if self.progress:
            self.progress(self.done, 0)

    def take(self, piece: Sheet | tuple[Row, ...]) -> None:
        """Take rows, or the sheet to which those that have come belong."""
        if isinstance(piece, Sheet):
            self.sheets.append(replace(piece, rows=tuple(self.rows)))
            self.rows.clear()
        else:
            self.rows += piece
            self.done += len(piece)


def real_kind(path: Path) -> str:
    """Name the kind of a file whose name says something else ("văn bản Word"); '' when the name is right.

    Raises what :func:`read_workbook` raises.
    """
    (kind,) = _answers(KIND, path, lambda: None)
    return str(kind)


def prepare_reading() -> None:
    """Start the child in advance, while somebody looks for the file."""
    _children.prepare()


def end_reading() -> None:
    """End the child that waits for the next file."""
    _children.end()


def _answers(what: str, path: Path, watch: Callable[[], None]) -> Iterator[Any]:
    try:
        yield from _children.ask((what, str(path.absolute())), watch)
    except ChildGone as error:
        raise errors.CannotRead(
            "Máy không mở được phần đọc bảng của chương trình. Hãy đóng bớt chương trình khác rồi làm lại."
        ) from error
    except (ChildEnded, MemoryError) as error:
        raise errors.CannotRead(
            f"“{path.name}” cần nhiều bộ nhớ hơn mức cho phép khi đọc: tệp quá lớn, có ô lạc xa bảng, hoặc bị hỏng. "
            "Hãy chép riêng bảng cần nhập sang một tệp mới rồi nhập tệp đó."
        ) from error
    except ChildTooSlow as error:
        raise errors.CannotRead(
            f"“{path.name}” đọc quá lâu mà chưa xong: tệp quá lớn hoặc bị hỏng. Hãy chép riêng bảng cần nhập sang một "
            "tệp mới rồi nhập tệp đó."
        ) from error
