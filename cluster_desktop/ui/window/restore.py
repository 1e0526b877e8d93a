"""The choice of a backup, with its contents beside those of the open workspace, before anything is replaced."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidgetItem, QWidget

from cluster_desktop import errors
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.records.file import backup
from cluster_desktop.records.file.workspace import SUFFIX, Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, placed, stretch
from cluster_desktop.ui.kit.lists import line_list

_COMPARED: Final = ("person", "unit", "event", "nomination", "decision", "award")
_FILES: Final = f"Sổ thi đua (*{SUFFIX});;Mọi tệp (*)"
_NONE_HERE: Final = (
    "Máy này chưa có bản sao lưu nào. Nếu có bản ở USB, ổ mạng hay thư mục khác, hãy bấm “Chọn bản sao lưu khác…”."
)
_CHOOSE: Final = "Chọn một bản sao lưu để xem bên trong có gì."


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup, the words of its line, its target, and the uid of the workspace that belongs there ('' = unknown)."""

    path: Path
    words: str
    target: Path
    uid: str = ""


@dataclass(frozen=True, slots=True)
class RestoreChoice:
    """The backups on *offers*, newest first, and the file to be replaced, None where each has its own place.

    *folder* is for files without a path; *now* counts the records of the open workspace.
    """

    offers: Sequence[Offer]
    target: Path | None
    uid: str
    folder: Path
    now: Mapping[str, int] = field(default_factory=dict)


class RestoreDialog(QDialog):
    """The backups at the left, newest first; at the right the contents of one and what would change."""

    def __init__(self, choice: RestoreChoice, parent: QWidget) -> None:
        super().__init__(parent)
        of = f" “{choice.target.stem}”" if choice.target else ""
        self.setWindowTitle(f"Khôi phục{of} từ bản sao lưu")
        self.resize(800, 460)
        self._choice = choice
        self._offers = list(choice.offers)
        self.list = line_list("Các bản sao lưu, mới nhất đứng đầu")
        self.preview = label(_CHOOSE if self._offers else _NONE_HERE, wraps=True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.place = label("", "hint", wraps=True)
        self.elsewhere = button("Đặt vào nơi khác…", self._on_elsewhere_clicked, kind="link")
        self.elsewhere.hide()
        self._go = button("&Khôi phục bản này", self.accept, kind="primary")
        self._go.setEnabled(False)
        self._lay_out()
        for offer in self._offers:
            self.list.addItem(QListWidgetItem(offer.words))
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        right = in_column(grow(self.preview), self.place, placed(self.elsewhere, Qt.AlignmentFlag.AlignLeft))
        sides = in_row(grow(self.list, 2), grow(right, 3), space=Space.LARGE)
        other = button("Chọn bản sao lưu &khác…", self._on_other_clicked)
        foot = in_row(other, stretch(), button("Bỏ qua", self.reject), self._go)
        column_of(self, grow(sides), foot)

    def chosen(self) -> Offer | None:
        """Return the chosen backup with its target."""
        place = self.list.currentRow()
        return self._offers[place] if place >= 0 else None

    def offer_file(self, path: Path) -> None:
        """Add a backup from anywhere at the top of the list and choose it."""
        target = self._choice.target or self._choice.folder / path.name
        self._offers.insert(0, Offer(path, f"{path.name}\n{path.parent}", target, self._choice.uid))
        self.list.insertItem(0, QListWidgetItem(self._offers[0].words))
        self.list.setCurrentRow(-1)
        self.list.setCurrentRow(0)

    def put_at(self, target: Path) -> None:
        """Let the chosen backup replace the file *target*."""
        place = self.list.currentRow()
        old = self._offers[place]
        self._offers[place] = Offer(old.path, old.words, target)
        self._on_list_row_changed(place)

    def _on_other_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Chọn bản sao lưu", str(self._choice.folder), _FILES)
        if name:
            self.offer_file(Path(name))

    def _on_elsewhere_clicked(self) -> None:
        offer = self.chosen()
        if offer is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, "Đặt sổ khôi phục vào", str(offer.target), _FILES)
        if name:
            self.put_at(Path(name) if name.endswith(SUFFIX) else Path(name + SUFFIX))

    def _on_list_row_changed(self, _row: int) -> None:
        offer = self.chosen()
        self._go.setEnabled(False)
        self.elsewhere.hide()
        self.place.clear()
        if offer is None:
            return
        try:
            held = backup.contents(offer.path)
        except errors.UserError as error:
            self.preview.setText(error.sentence)
            return
        lines = [*self._differences(held.counts), "", _last(held)]
        if offer.uid and held.uid != offer.uid:
            lines = [f"Chú ý: đây là bản sao lưu của một sổ khác, không phải của “{offer.target.stem}”.", "", *lines]
        self.preview.setText("\n".join(lines))
        self.place.setText(self._target_words(offer.target))
        self.elsewhere.setVisible(not self._choice.now)
        self._go.setEnabled(True)

    def _differences(self, counts: Mapping[str, int]) -> list[str]:
        lines = []
        for kind in _COMPARED:
            words, after = KINDS[kind].label, counts.get(kind, 0)
            line = f"{words[0].upper()}{words[1:]}: {show_number(after)}"
            if self._choice.now:
                before = self._choice.now[kind]
                line += " (không đổi)" if before == after else f" (hiện nay {show_number(before)})"
            lines.append(line)
        return lines

    def _target_words(self, target: Path) -> str:
        """Return the target of the workspace and what happens to the file there."""
        if self._choice.now:
            return "Sổ hiện nay được giữ lại thành một bản riêng trước khi thay."
        kept = "Tệp đang ở đó được giữ lại dưới một tên khác." if _stands(target) else ""
        return f"Sổ sẽ nằm ở “{errors.shown_path(target)}”. {kept}".strip()


def counts_of(workspace: Workspace) -> dict[str, int]:
    """Count the records of an open workspace, to compare backups with."""
    return {kind: workspace.read(listing.count, Listing(kind=kind)) for kind in _COMPARED}


def _stands(target: Path) -> bool:
    try:
        return target.exists()
    except (OSError, ValueError):  # shown in words when the file is written
        return False


def _last(held: backup.Contents) -> str:
    if not held.last_act:
        return ""
    try:
        at = datetime.datetime.fromisoformat(held.last_at).astimezone()
    except ValueError:  # a backup of a spoiled book may be the best there is
        return f"Việc cuối cùng: {held.last_act}"
    return f"Việc cuối cùng: {held.last_act} ({at:%H:%M ngày %d/%m/%Y})"


def choose_backup(parent: QWidget, choice: RestoreChoice) -> Offer | None:
    """Ask for a backup; None when the dialog is cancelled."""
    dialog = RestoreDialog(choice, parent)
    return dialog.chosen() if dialog.exec() else None
