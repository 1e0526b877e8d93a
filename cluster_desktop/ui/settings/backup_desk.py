"""The interface between the settings and the holder of the open workspace."""

from pathlib import Path
from typing import Protocol


class BackupDesk(Protocol):
    """Backs up the open workspace and restores backups."""

    @property
    def backups(self) -> Path:
        """The folder with the backups of the open workspace."""

    def back_up_now(self) -> None:
        """Write a backup in the background."""

    def restore(self) -> None:
        """Let a backup be chosen to replace the open workspace."""
