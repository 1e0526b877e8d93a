"""Python's collection of cycles, kept to the window's thread.

Cycles are collected by whatever thread happens to allocate. When that is a thread at background work, widgets that
belong to a cycle are destroyed outside the thread they live in, and sooner or later the program crashes.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1000


class GarbageCollector(QObject):
    """Collects in the thread of its event loop, by Python's own thresholds, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect the oldest generation that is due."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [generation for generation, (count, limit) in enumerate(due) if count > limit]
        if generations:
            gc.collect(generations[-1])
