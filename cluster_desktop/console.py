"""The console of a program that Windows starts without one."""

import os
import sys
from typing import TextIO

_INPUT, _OUTPUT, _ERRORS = -10, -11, -12  # STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE
_NONE = (0, -1)


def join_console() -> None:
    """Give a window program of Windows the output of whoever called it: a file, a pipe, the console, or nowhere."""
    if sys.stdout is None:
        sys.stdout = _stream(_OUTPUT)
    if sys.stderr is None:
        sys.stderr = _stream(_ERRORS)


def handed_input() -> int:
    """Return the file descriptor of the input that the caller of a program of Windows handed on; 0 when none is."""
    return _handed_on(_INPUT)


def handed_output() -> int:
    """Return the file descriptor of the output that the caller of a program of Windows handed on; 0 when none is."""
    return _handed_on(_OUTPUT)


def _stream(number: int) -> TextIO:
    target: int | str = _handed_on(number) or ("CONOUT$" if _attached() else os.devnull)
    return open(target, "w", encoding="utf-8", errors="replace", buffering=1)  # noqa: PTH123


def _handed_on(number: int) -> int:
    """Return the file descriptor of an output that the caller handed on; 0 when there is none."""
    import ctypes
    import msvcrt

    kernel = vars(ctypes)["windll"].kernel32
    kernel.GetStdHandle.restype = ctypes.c_void_p
    handle = kernel.GetStdHandle(number)
    if handle is None or handle in _NONE or not kernel.GetFileType(ctypes.c_void_p(handle)):
        return 0
    try:
        return int(vars(msvcrt)["open_osfhandle"](handle, 0))
    except OSError:
        return 0


def _attached() -> bool:
    import ctypes

    return bool(vars(ctypes)["windll"].kernel32.AttachConsole(-1))
