"""The backups that can take the place of a file, also of one that can no longer be opened."""

from pathlib import Path

from cluster_desktop import settings
from cluster_desktop.records.file.restoring import BackedUpWorkspace, backed_up_workspaces, backups_of
from cluster_desktop.records.file.workspace import SUFFIX
from cluster_desktop.settings import Settings
from cluster_desktop.ui.window.restore import Offer, RestoreChoice


def choice_for(path: Path | None, folder: Path) -> RestoreChoice:
    """Return the backups of the file at *path*; of every workspace for None and for a file without any record.

    Where none can be put at *path*, each goes to the last path of its workspace, else into *folder*.
    """
    books, stored = backed_up_workspaces(settings.backup_dir()), Settings.load()
    target = path if path is not None and _can_be_written(path) else None
    uid = "" if path is None else stored.uid_of(path)
    own = () if path is None else backups_of(path, uid, books)
    if path is not None and own:
        place = target or folder / path.name if _can_be_written(folder / path.name) else folder / f"{own[0].of}{SUFFIX}"
        return RestoreChoice(
            [Offer(item.path, f"{item.at:%d/%m/%Y  %H:%M:%S}", place, uid) for item in own], place, uid, folder
        )
    offers = [
        Offer(item.path, f"{book.name}\n{item.at:%d/%m/%Y  %H:%M:%S}", target or _place(book, stored, folder), uid)
        for book in books
        for item in book.backups
    ]
    return RestoreChoice(offers, target, uid, folder)


def backups_in_words(path: Path) -> str:
    """Return the number of backups of the file at *path* on this computer and the date of the newest; '' for none."""
    own = backups_of(path, Settings.load().uid_of(path), backed_up_workspaces(settings.backup_dir()))
    return f"Máy này có {len(own)} bản sao lưu của sổ, bản mới nhất lúc {own[0].at:%H:%M ngày %d/%m/%Y}." if own else ""


def _place(book: BackedUpWorkspace, stored: Settings, folder: Path) -> Path:
    places = (path for path in stored.paths_of(book.uid) if _can_be_written(path))
    return next(places, folder / f"{book.name}{SUFFIX}")


def _can_be_written(path: Path) -> bool:
    """Tell if a file could be written there: its folder exists and is open, its name is one the system takes."""
    try:
        return path.parent.is_dir() and not (path.exists() and path.is_dir())
    except (OSError, ValueError):
        return False
