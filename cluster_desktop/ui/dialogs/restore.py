"""Choosing a backup: what it holds beside what the book holds now, before anything is replaced."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from cluster_desktop import errors
from cluster_desktop.domain.kinds import KINDS
from cluster_desktop.domain.numbers import show_number
from cluster_desktop.records import backup
from cluster_desktop.records.backup import Backup
from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.records.workspace import Workspace
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.lists import line_list

_COMPARED = ("person", "unit", "event", "nomination", "decision", "award")


class RestoreDialog(QDialog):
    """The backups at the left, newest first; at the right what would change."""

    def __init__(self, workspace: Workspace, backups: Sequence[Backup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Khôi phục từ bản sao lưu")
        self.resize(720, 420)
        self._now = {kind: workspace.read(listing.count, Listing(kind=kind)) for kind in _COMPARED}
        self.list = line_list("Các bản sao lưu, mới nhất đứng đầu")
        for item in backups:
            row = QListWidgetItem(f"{item.at:%d/%m/%Y  %H:%M:%S}")
            row.setData(Qt.ItemDataRole.UserRole, str(item.path))
            self.list.addItem(row)
        self.preview = label("Chọn một bản sao lưu để xem bên trong có gì.", wraps=True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._go = button("&Khôi phục bản này", self.accept, kind="primary")
        self._go.setEnabled(False)
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(self.list, 2)
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(label("Sổ hiện nay được giữ lại thành một bản riêng trước khi thay.", "hint", wraps=True))
        sides.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button("Bỏ qua", self.reject))
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(sides, 1)
        column.addLayout(foot)

    def chosen(self) -> Path | None:
        """The backup that is chosen."""
        place = self.list.currentRow()
        return Path(self.list.item(place).data(Qt.ItemDataRole.UserRole)) if place >= 0 else None

    def _on_list_row_changed(self, _row: int) -> None:
        path = self.chosen()
        if path is None:
            return
        try:
            held = backup.contents(path)
        except errors.UserError as error:
            self.preview.setText(error.sentence)
            self._go.setEnabled(False)
            return
        self.preview.setText("\n".join([*self._differences(held.counts), "", _last(held)]))
        self._go.setEnabled(True)

    def _differences(self, counts: dict[str, int]) -> list[str]:
        lines = []
        for kind in _COMPARED:
            before, after = self._now[kind], counts.get(kind, 0)
            words = KINDS[kind].label
            change = "không đổi" if before == after else f"hiện nay {show_number(before)}"
            lines.append(f"{words[0].upper()}{words[1:]}: {show_number(after)} ({change})")
        return lines


def _last(held: backup.Contents) -> str:
    if not held.last_act:
        return ""
    at = datetime.datetime.fromisoformat(held.last_at).astimezone()
    return f"Việc cuối cùng: {held.last_act} ({at:%H:%M ngày %d/%m/%Y})"


def choose_backup(parent: QWidget, workspace: Workspace, folder: Path) -> Path | None:
    """Ask for one of the backups in *folder*; None when nobody wants one."""
    dialog = RestoreDialog(workspace, backup.backups_in(folder), parent)
    return dialog.chosen() if dialog.exec() else None
