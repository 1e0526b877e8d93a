"""Carry out one command line: its exit code, and one plain sentence for whatever goes wrong.

Exit code 0: done. 1: refused or failed, with one sentence on stderr and nothing half-done.
2: the words of the command are wrong.
"""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from cluster_desktop import errors
from cluster_desktop.cli import output
from cluster_desktop.cli.grammar import parser
from cluster_desktop.diagnostics import crash_log

_STOPPED = "Đã dừng theo yêu cầu, không có gì ghi dở."


class _Interrupt:
    """A press of Ctrl+C: inside SQLite the exception is lost and only this is left of it."""

    def __init__(self) -> None:
        self.pressed = False

    def take(self, _number: int, _frame: FrameType | None) -> None:
        """Note the press, and stop whatever is going on."""
        self.pressed = True
        raise KeyboardInterrupt


def run(words: Sequence[str]) -> int:
    """Carry out one command line (without the program's name); gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with _interruptible() as interrupt:
        try:
            _carry_out(words)
        except BrokenPipeError:  # the reader of the output has closed it; nothing more may be written
            _silence(sys.stdout)
            return 1
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - no traceback reaches an operator
            output.aside(_STOPPED if interrupt.pressed else _sentence(error))
            return 1
    return 0


def _carry_out(words: Sequence[str]) -> None:
    try:
        chosen = parser().parse_args(words)
        chosen.act(chosen)
    except SystemExit:  # help and version are printed too
        output.finish()
        raise
    output.finish()


def _sentence(error: BaseException) -> str:
    if isinstance(error, output.CannotPrint):
        _silence(sys.stdout)
    if isinstance(error, errors.UserError):
        return error.sentence
    return crash_log.keep(error)


def _silence(stream: TextIO) -> None:
    """Let what is still to be written go nowhere, so that Python does not complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


@contextmanager
def _interruptible() -> Iterator[_Interrupt]:
    interrupt = _Interrupt()
    before = signal.signal(signal.SIGINT, interrupt.take)
    try:
        yield interrupt
    finally:
        signal.signal(signal.SIGINT, before)
