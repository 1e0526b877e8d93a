"""The card of the settings for the office's own emblem and the scanned signature."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel

from cluster_desktop.commands.records.attachments import read_file
from cluster_desktop.commands.settings.office_pictures import drop_picture, keep_picture
from cluster_desktop.domain.units.office import PICTURES
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.units.office import office_picture
from cluster_desktop.ui.kit.cards import Card
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, fill, grow, in_column, in_row
from cluster_desktop.ui.kit.operations import Operations

_HIGH: Final = 56
_HINTS: Final = {
    "emblem": "Thay biểu trưng trung tính in trên giấy khen. Ảnh PNG nền trong suốt in đẹp nhất.",
    "signature": "Chỉ dùng khi quy chế của cơ quan cho phép; để trống thì chừa chỗ ký tay.",
}
_FILES: Final = "Ảnh (*.png *.jpg *.jpeg *.bmp *.gif)"


class PictureCard(Card):
    """A row for each picture: the present one, another one, none."""

    def __init__(self, operations: Operations) -> None:
        super().__init__("Biểu trưng, chữ ký trên giấy")
        self._operations = operations
        self.shown = {slot: QLabel() for slot in PICTURES}
        self.drops = {
            slot: button("&Bỏ ảnh" if slot == "emblem" else "B&ỏ ảnh", partial(self._operations.do, drop_picture, slot))
            for slot in PICTURES
        }
        fill(self.body, *(self._row(slot, words) for slot, words in PICTURES.items()))
        self.reread()

    def _row(self, slot: str, words: str) -> QHBoxLayout:
        self.shown[slot].setFixedSize(2 * _HIGH, _HIGH)
        self.shown[slot].setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown[slot].setAccessibleName(words)
        return in_row(
            self.shown[slot],
            grow(in_column(label(words), label(_HINTS[slot], "hint", wraps=True), space=Space.NONE)),
            button("Chọn ảnh…", partial(self._on_choose_clicked, slot), icon="image"),
            self.drops[slot],
        )

    def reread(self) -> None:
        """Show the present pictures."""
        for slot in PICTURES:
            picture, data = QPixmap(), self._operations.workspace.read(office_picture, slot)
            there = bool(data) and picture.loadFromData(data)
            if there:
                mode = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                self.shown[slot].setPixmap(picture.scaled(self.shown[slot].size(), *mode))
            else:
                self.shown[slot].setText("chưa có")
            self.drops[slot].setEnabled(there)

    def keep(self, slot: str, path: Path) -> None:
        """Keep the picture in the file *path*."""
        self._operations.do(_keep, slot, path)

    def _on_choose_clicked(self, slot: str) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self.window(), PICTURES[slot], "", _FILES)
        if chosen:
            self.keep(slot, Path(chosen))


def _keep(workspace: Workspace, slot: str, path: Path) -> Changes:
    return keep_picture(workspace, slot, read_file(path))
