"""The paths of the program's own files (fonts, icons, layouts, help, sample data)."""

import sys
from pathlib import Path

from cluster_desktop.errors import ResourceMissing

_PACKAGE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the file or folder ``resources/<parts>``, wherever this copy of the program keeps it.

    Raises ResourceMissing if it is not there.
    """
    file = _root().joinpath(*parts)
    if not file.exists():
        raise ResourceMissing(_sentence(parts))
    return file


def read_text(*parts: str) -> str:
    """Return the contents of one UTF-8 file below ``resources/``.

    Raises ResourceMissing if it is not there or cannot be read.
    """
    return read_bytes(*parts).decode("utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return the contents of one file below ``resources/``.

    Raises ResourceMissing if it is not there or cannot be read.
    """
    file = path(*parts)
    try:
        return file.read_bytes()
    except OSError as error:
        raise ResourceMissing(_sentence(parts)) from error


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def _sentence(parts: tuple[str, ...]) -> str:
    name = "/".join(parts)
    return f"Thiếu tệp “{name}” của chương trình. Hãy cài đặt lại Sổ Thi Đua rồi mở lại."
