"""The question what to do with files that already have the names, asked before anything is written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from cluster_desktop.documents.files.file_set import ExistingFiles, listed
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit.message import ask

RENAME, REPLACE, LEAVE = "Đặt tên &khác", "&Ghi đè", "Thôi"
_SHOWN: Final = 6
_ANSWERS: Final = {RENAME: ExistingFiles.RENAME, REPLACE: ExistingFiles.REPLACE}


def ask_existing(parent: QWidget, folder: Path, taken: Sequence[str], number: int) -> ExistingFiles | None:
    """Ask what to do about the *taken* names among *number* files for *folder*; None to write nothing.

    Enter overwrites nothing.
    """
    answer = ask(
        parent,
        "Đã có tệp cùng tên",
        f"Trong “{folder}” đã có {show_number(len(taken))} trong {show_number(number)} tệp sắp ghi: "
        f"{listed(taken, _SHOWN)}.",
        (RENAME, REPLACE, LEAVE),
        "Đặt tên khác thì tệp cũ ở lại, tệp mới thêm số, ví dụ “tên (2).pdf”. Ghi đè thì tệp cũ mất.",
    )
    return _ANSWERS.get(answer)
