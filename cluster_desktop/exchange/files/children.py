"""The children that are kept warm: a file that did no harm leaves its child for the next one."""

import atexit
import threading
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.exchange.files.child import Child, ChildGone

_MOST_WAITING: Final = 1


class Children:
    """Children of one kind of work, started when they are needed and used again."""

    def __init__(self, word: str, classes: AbstractSet[tuple[str, str]] = frozenset()) -> None:
        self._word = word
        self._classes = classes
        self._lock = threading.Lock()
        self._waiting: list[Child] = []
        atexit.register(self.end)

    def prepare(self) -> None:
        """Start a child, so that the first question need not wait for it."""
        with suppress(ChildGone):  # the question will say so
            self._leave(self._taken())

    def ask(self, question: object, watch: Callable[[], None]) -> Iterator[Any]:
        """Give the pieces of an answer; raises what :meth:`Child.ask` does."""
        try:
            yield from self._asked(self._taken(), question, watch)
        except ChildGone:  # while it waited, and nobody knew
            yield from self._asked(Child(self._word, self._classes), question, watch)

    def _asked(self, child: Child, question: object, watch: Callable[[], None]) -> Iterator[Any]:
        harmless = False
        try:
            yield from child.ask(question, watch)
            harmless = True
        except errors.Cancelled:
            raise
        except errors.UserError:
            harmless = True
            raise
        finally:
            if harmless:
                self._leave(child)
            else:
                child.end()

    def end(self) -> None:
        """End those that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for child in waiting:
            child.end(kindly=True)

    def _taken(self) -> Child:
        with self._lock:
            child = self._waiting.pop() if self._waiting else None
        if child is not None and child.alive:
            return child
        if child is not None:
            child.end()
        return Child(self._word, self._classes)

    def _leave(self, child: Child) -> None:
        with self._lock:
            if len(self._waiting) < _MOST_WAITING:
                self._waiting.append(child)
                return
        child.end(kindly=True)
