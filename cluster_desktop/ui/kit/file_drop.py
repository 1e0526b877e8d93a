"""Files dropped on a widget from other programs."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent


class FileDrop:
    """A mix-in of widgets that take files; it stands before the Qt class, whose events it answers."""

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take these files, at least one."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """Accept what holds files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        """Take the files of this computer among what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
