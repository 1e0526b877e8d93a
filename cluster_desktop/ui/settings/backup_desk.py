"""What the settings ask of whoever holds the open workspace."""

from pathlib import Path
from typing import Protocol


class BackupDesk(Protocol):
    """Backs the open workspace up and puts a backup in its place."""

    @property
    def backups(self) -> Path:
        """The folder with the backups of the open workspace."""

    def back_up_now(self) -> None:
        """Write a backup in the background."""

    def restore(self) -> None:
        """Let a backup be chosen and put it in the place of the open workspace."""
