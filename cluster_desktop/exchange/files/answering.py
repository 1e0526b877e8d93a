"""The side of a child process: it reads questions from its input and writes answers to its output until both end."""

import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO, Final

from cluster_desktop import console, errors
from cluster_desktop.exchange.files.frames import message_in, read_frame, write_frame
from cluster_desktop.exchange.files.limits import limit_memory, limit_time

READY: Final = "ready"
TIME: Final = "time"  # the child may take so many seconds for this question
ANSWER: Final = "answer"
DONE: Final = "done"
REFUSED: Final = "refused"  # the name of the error's class and its sentence
FULL: Final = "full"  # the memory did not suffice
FAILED: Final = "failed"  # the name of the failure and its places in the program

Work = Callable[[Any], Iterable[Any]]
"""Answers a question piece by piece; a ``float`` among the pieces asks for so many seconds."""


def answer_questions(work: Work) -> int:
    """Answer until the program that asks has gone; gives the exit code."""
    questions, answers = _streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that asks
    limit_memory()
    gc.freeze()
    gc.disable()  # until the answer is given: tables are no cycles
    _send(answers, READY, None)
    while (content := read_frame(questions)) is not None:
        _answer(work, message_in(content), answers)
        gc.collect()
    return 0


def _answer(work: Work, question: Any, answers: BinaryIO) -> None:
    try:
        for piece in work(question):
            if isinstance(piece, float):
                limit_time(piece)
            _send(answers, TIME if isinstance(piece, float) else ANSWER, piece)
        _send(answers, DONE, None)
    except errors.UserError as error:
        _send(answers, REFUSED, (type(error).__name__, error.sentence))
    except MemoryError:
        _send(answers, FULL, None)
    except Exception as error:  # noqa: BLE001 - the program that asks keeps it as its own failure
        from traceback import extract_tb

        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
        _send(answers, FAILED, (type(error).__name__, places))


def _send(answers: BinaryIO, what: str, piece: Any) -> None:
    try:
        write_frame(answers, (what, piece))
    except OSError:
        sys.exit(1)  # nobody waits for the answer any more


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Take input and output away from everything else in the process, so that no stray word gets in between."""
    if os.name == "nt":
        questions, answers = console.handed_input(), console.handed_output()
    else:
        questions, answers = os.dup(0), os.dup(1)
    silence = os.open(os.devnull, os.O_RDWR)
    if os.name != "nt":
        os.dup2(silence, 0)
        os.dup2(silence, 1)
    sys.stdout = sys.stderr = io.TextIOWrapper(os.fdopen(silence, "wb"), write_through=True)
    return os.fdopen(questions, "rb"), os.fdopen(answers, "wb")
