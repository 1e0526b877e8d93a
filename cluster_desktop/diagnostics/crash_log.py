"""Log a failure nobody foresaw: its place in the program, never the data it met."""

import datetime
import faulthandler
import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import cluster_desktop
from cluster_desktop import settings
from cluster_desktop.exchange.files.child import ChildFailed

_PROGRAM: Final = Path(__file__).resolve().parents[2]
_SHOWN: Final = 5  # the newest failures tell enough
_KEPT: Final = 50
_NATIVE: Final = "native.log"
_NATIVE_SHOWN: Final = 4_000  # characters


def folder() -> Path:
    """Name the folder of the logs; it need not exist yet."""
    return settings.data_dir() / "logs"


def keep(error: BaseException) -> str:
    """Write down the kind and the place of *error*; gives the sentence for the user."""
    frames = "".join(f"{depersonalised(line)}\n" for line in _places(error))
    head = f"Sổ Thi Đua {cluster_desktop.__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    path = folder() / f"{datetime.datetime.now():%Y-%m-%d %H%M%S}.log"
    try:
        folder().mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head}{frames}{type(error).__name__}\n", encoding="utf-8")
        for old in _failures()[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return "Chương trình gặp lỗi ngoài dự tính; việc vừa làm chưa được ghi. Hãy thử lại."
    return (
        "Chương trình gặp lỗi ngoài dự tính; việc vừa làm chưa được ghi. "
        "Nếu gặp lại, hãy vào Thiết lập, bấm “Tạo tệp chẩn đoán” và gửi cho người hỗ trợ."
    )


def recent() -> Iterator[str]:
    """Read the newest failures as text, the newest first."""
    for path in _failures()[:_SHOWN]:
        yield f"{path.stem}\n{path.read_text(encoding='utf-8', errors='replace')}"
    native = folder() / _NATIVE
    if native.exists() and (text := native.read_text(encoding="utf-8", errors="replace")[-_NATIVE_SHOWN:]):
        yield f"{native.stem}\n{depersonalised(text)}"


def watch_native() -> None:
    """Log crashes below Python too, which a program without a console would lose."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        stream = (folder() / _NATIVE).open("a", encoding="utf-8")
    except OSError:
        return
    faulthandler.enable(stream)


def depersonalised(text: str) -> str:
    """Strip a text of the folders that name the person or the computer."""
    for place, word in ((_PROGRAM, "<program>"), (Path(sys.executable).parent, "<python>"), (Path.home(), "~")):
        text = text.replace(str(place), word)
    return text


def _places(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}"
    if isinstance(error, ChildFailed):
        yield from error.__notes__


def _failures() -> list[Path]:
    return sorted((path for path in folder().glob("*.log") if path.name != _NATIVE), reverse=True)
