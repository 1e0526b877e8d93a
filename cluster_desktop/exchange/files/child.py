"""A child process of the program with limits of memory and time, to which strangers' files are given."""

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.exchange.files.answering import ANSWER, DONE, FAILED, FULL, READY, REFUSED, TIME
from cluster_desktop.exchange.files.frames import message_in, read_frame, write_frame
from cluster_desktop.exchange.files.limits import Job

_TICK: Final = 0.1  # seconds between two looks at whether somebody wants to stop
_START: Final = 60.0  # seconds; a slow disk and a virus scanner take their time for the first start of the day
_FIRST: Final = 10.0  # seconds until the child has asked for as many as the file needs
_END: Final = 5.0  # seconds to leave by itself, as one that is measured does
_ROOT: Final = Path(__file__).resolve().parents[3]


class ChildEnded(Exception):
    """The child ended in the middle of its work: it took more memory than it may, or the file brought it down."""


class ChildGone(ChildEnded):
    """The child had ended before it began to work."""


class ChildTooSlow(Exception):
    """The child took more time than it may."""


class ChildFailed(Exception):
    """A failure in the child that nobody foresaw; its notes are the places in the program."""


class Child:
    """One child process, started with the word of the command line that names its work."""

    def __init__(self, word: str, classes: AbstractSet[tuple[str, str]] = frozenset()) -> None:
        """Start it. Raises ChildGone when the system starts no further program."""
        self._classes = classes
        self._ready = False
        command, environment = _command(word)
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise ChildGone from error
        self._job = Job(self._process)
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def alive(self) -> bool:
        """The process still runs."""
        return self._process.poll() is None

    @property
    def process_id(self) -> int:
        """The number by which the system knows the process."""
        return self._process.pid

    def ask(self, question: object, watch: Callable[[], None], seconds: float = _FIRST) -> Iterator[Any]:
        """Give the pieces of the answer; *watch* is called ten times a second and may raise to stop.

        The child has so many *seconds* until it asks for as many as it needs.

        Raises what *watch* raises, the UserError the child answers with, ChildEnded, ChildTooSlow, MemoryError and
        ChildFailed. After any of them but a UserError of the child, or when the pieces are not read to the end,
        the process is good for nothing more: end it.
        """
        began = False
        self._wait_until_ready(watch)
        stream = self._process.stdin
        assert stream is not None
        with contextlib.suppress(OSError):  # it has ended, which the answer tells
            write_frame(stream, question)
        until = time.monotonic() + seconds
        while True:
            try:
                what, piece = self._next(until, watch)
            except ChildEnded as error:
                raise (error if began else ChildGone) from None
            began = True
            if what == TIME:
                until = time.monotonic() + piece
            elif what == ANSWER:
                yield piece
            elif what == DONE:
                return
            else:
                raise _failure(what, piece)

    def end(self, *, kindly: bool = False) -> None:
        """End the process at once, or *kindly*: when it has nothing to do it leaves by itself."""
        stream = self._process.stdin
        assert stream is not None
        with contextlib.suppress(OSError):
            stream.close()
        if kindly:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_END)
        self._job.close()
        self._process.kill()
        self._process.wait()

    def _wait_until_ready(self, watch: Callable[[], None]) -> None:
        if not self._ready:
            try:
                what, _ = self._next(time.monotonic() + _START, watch)
            except (ChildEnded, ChildTooSlow):
                raise ChildGone from None
            self._ready = what == READY

    def _next(self, until: float, watch: Callable[[], None]) -> tuple[str, Any]:
        while True:
            watch()
            try:
                content = self._frames.get(timeout=_TICK)
            except queue.Empty:
                if self._job.overfull:
                    raise ChildEnded from None
                if time.monotonic() > until:
                    raise ChildTooSlow from None
                continue
            if content is None:
                raise ChildEnded
            what, piece = message_in(content, self._classes)
            return what, piece

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        with stream:
            while (content := read_frame(stream)) is not None:
                self._frames.put(content)
        self._frames.put(None)


def _failure(what: str, piece: Any) -> Exception:
    if what == REFUSED:
        name, sentence = piece
        kind: type[errors.UserError] = getattr(errors, name)
        return kind(sentence)
    if what == FULL:
        return MemoryError()
    assert what == FAILED
    name, places = piece
    failed = ChildFailed(name)
    for place in places:
        failed.add_note(place)
    return failed


def _command(word: str) -> tuple[list[str], dict[str, str]]:
    """Name the program itself as the child, wherever this copy of it runs."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        return [sys.executable, word], environment
    further = [folder for folder in environment.get("PYTHONPATH", "").split(os.pathsep) if Path(folder).is_absolute()]
    environment["PYTHONPATH"] = os.pathsep.join((str(_ROOT), *further))
    python = sys.executable
    # In a virtual environment of Windows that file only starts another process, which no fence would hold.
    if os.name == "nt" and sys.prefix != sys.base_prefix:
        environment["__PYVENV_LAUNCHER__"] = python
        python = vars(sys).get("_base_executable", python)
    # Nothing is imported from the folder somebody happens to stand in.
    return [python, "-P", "-m", "cluster_desktop", word], environment
