"""File dialogs for saving: a proposed name in the folder used last, at first the person's documents."""

import itertools
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from cluster_desktop.documents.files.file_set import is_free
from cluster_desktop.domain.text.file_pattern import proper_name
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.existing_files import LEAVE, RENAME, REPLACE
from cluster_desktop.ui.kit.message import ask

_KEY: Final = "documents_folder"
_KINDS: Final = {
    ".pdf": "Tệp PDF",
    ".docx": "Văn bản Word",
    ".xlsx": "Sổ tính Excel",
    ".txt": "Tệp chữ",
    ".toml": "Mẫu in",
}


def ask_file(parent: QWidget, title: str, name: str, suffix: str) -> Path | None:
    """Ask for a file with *suffix* (".pdf"); None when the dialog is cancelled."""
    dialog = QFileDialog(parent, title, str(_folder()), f"{_KINDS[suffix]} (*{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.selectFile(f"{proper_name(name)}{suffix}")
    path = _chosen(dialog)
    if path is None or path.suffix.lower() in _KINDS:
        return path
    whole = path.with_name(f"{path.name}{suffix}")  # "Danh sách 5.1" has a suffix for Qt, which asked about that name
    if not os.path.lexists(whole):
        return whole
    answer = ask(parent, title, f"Đã có tệp “{whole.name}”.", (RENAME, REPLACE, LEAVE))
    if answer == RENAME:
        return ask_file(parent, title, path.name, suffix)
    return whole if answer == REPLACE else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that exists; None when the dialog is cancelled."""
    dialog = QFileDialog(parent, title, str(_folder()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def new_folder(place: Path, name: str) -> Path:
    """Return a folder below *place* that does not exist yet, so that nothing is overwritten. Raises CannotWrite."""
    proper = proper_name(name)
    names = itertools.chain([proper], (f"{proper} ({number})" for number in itertools.count(2)))
    return next(folder for folder in (place / candidate for candidate in names) if is_free(folder))


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    if not accepted or not files:
        return None
    path = Path(files[0])
    folder = path if dialog.fileMode() == QFileDialog.FileMode.Directory else path.parent
    Settings.load().set(_KEY, str(folder))
    return path


def _folder() -> Path:
    stored = Path(Settings.load().get(_KEY, ""))
    if str(stored) != "." and stored.is_dir():
        return stored
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
