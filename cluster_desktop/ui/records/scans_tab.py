"""Bản chụp: the PDF and pictures of signed papers that are kept with a record; added by button or dropped in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QListWidgetItem, QWidget
from typing_extensions import override

from cluster_desktop.commands.records.attachments import write_attachment
from cluster_desktop.commands.records.scans import OWNERS, keep_scans, write_to_look
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.file_drop import FileDrop
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import BAR, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.records.saving import delete_records

_NONE: Final = (
    "Chưa có bản chụp nào. Kéo tệp PDF, ảnh của văn bản đã ký thả vào đây, hoặc bấm “Thêm…” (mỗi tệp không quá 20 MB)."
)
_HINT: Final = "Enter để mở, F2 để sửa chú thích, Delete để xóa (lấy lại được từ thùng rác)."
_FILES: Final = "PDF, ảnh (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.gif *.bmp *.heic);;Mọi tệp (*)"
_KEPT: Final = (*KINDS["attachment"].owners, "kind", "credit", "sha256", "position")
_LATER_MS: Final = 150
"""Time in ms until a file that another thread reads is tried again."""


class ScansTab(FileDrop, QWidget):
    """The scans of the record on show."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._owner: tuple[str, str] = ("", "")
        self._rows: tuple[Row, ...] = ()
        self._opened = QTemporaryDir()  # what is looked at goes with the window
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._on_later_timeout)
        self.setAcceptDrops(True)
        self.list = line_list("Bản chụp")
        self.hint = label(_HINT, "hint", wraps=True)
        self.open = button("&Mở", self._on_open_clicked, icon="open")
        self.save = button("Lưu &ra tệp…", self._on_save_clicked, icon="save")
        self.delete = button("&Xóa", self._on_delete_clicked, icon="delete")
        self.add = button("&Thêm…", self._on_add_clicked, icon="add")
        self.none = label(_NONE, "hint", wraps=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        acts = in_row(self.open, self.save, self.delete, stretch(), self.add)
        in_column(acts, grow(self.none), grow(self.list), self.hint, on=self, margins=BAR)
        self.list.itemSelectionChanged.connect(self._show_acts)
        self.list.itemActivated.connect(self._on_item_activated)
        self._add_keys()

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {"F2": self.edit, "Delete": self._on_delete_clicked}
        for sequence, act in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def show_record(self, row: Row) -> None:
        """Show the scans of this record."""
        self._owner = (row.kind, row.uid)
        self._read()

    def reread(self, changes: Changes | None) -> None:
        """Read the scans again when they may have changed."""
        if changes is None or "attachment" in changes.kinds:
            self._read()

    def _read(self) -> None:
        if self._operations.workspace.busy:
            self._later.start()
            return
        kind, uid = self._owner
        attached = Listing(kind="attachment", filters=(Filter(OWNERS[kind], (uid,)),))
        kept = self._chosen()
        self._rows = self._operations.workspace.read(listing.page, attached)
        self.list.clear()
        for row in self._rows:
            name, caption = row.shown["file_name"], row.shown["caption"]
            words = f"{caption}\n{name}" if caption and caption != Path(name).stem else name
            QListWidgetItem(icons.icon("document", "quiet"), words, self.list)
        uids = [row.uid for row in self._rows]
        self.list.setCurrentRow(uids.index(kept.uid) if kept and kept.uid in uids else min(0, len(uids) - 1))
        self.none.setVisible(not uids)
        for widget in (self.list, self.hint):
            widget.setVisible(bool(uids))
        self._show_acts()

    def _show_acts(self) -> None:
        for act in (self.open, self.save, self.delete):
            act.setVisible(self._chosen() is not None)

    def _chosen(self) -> Row | None:
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @override
    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep files with the record in the background; a failure keeps all out."""
        if paths:
            work = partial(_kept, self._operations.workspace, *self._owner, paths)
            self._operations.run_in_background("Đang đính kèm bản chụp", work, self._operations.tell)

    def write(self, row: Row, path: Path) -> None:
        """Write a scan to the disk in the background."""
        work = partial(_written, self._operations.workspace, row.uid, path)
        self._operations.run_in_background("Đang lưu ra tệp", work, self._on_saved)

    def edit(self) -> None:
        """Edit the caption and the name of the chosen scan."""
        if row := self._chosen():
            dialog = RecordDialog(self._operations, "attachment", row, {}, _KEPT, self)
            dialog.form.editor("caption").setFocus()
            dialog.open()

    def _on_later_timeout(self) -> None:
        if not self._operations.workspace.closed:
            self._read()

    def _on_add_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm bản chụp", "", _FILES)
        self.add_files([Path(name) for name in names])

    def _on_open_clicked(self) -> None:
        if row := self._chosen():
            work = partial(_to_look, self._operations.workspace, row.uid, Path(self._opened.path()))
            self._operations.run_in_background("Đang mở bản chụp", work, self._on_ready_to_open)

    def _on_ready_to_open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._operations.say("Máy này không có chương trình mở tệp này. Hãy lưu ra tệp rồi mở ở máy khác.")

    def _on_save_clicked(self) -> None:
        if row := self._chosen():
            chosen, _ = QFileDialog.getSaveFileName(self, "Lưu ra tệp", row.shown["file_name"], "Tất cả (*)")
            if chosen:
                self.write(row, Path(chosen))

    def _on_saved(self, path: Path) -> None:
        self._operations.say(f"Đã lưu “{path.name}”")

    def _on_delete_clicked(self) -> None:
        if row := self._chosen():
            delete_records(self._operations, self, "attachment", (row.uid,))

    def _on_item_activated(self, _item: QListWidgetItem) -> None:
        self._on_open_clicked()


def _kept(workspace: Workspace, kind: str, uid: str, paths: Sequence[Path], progress: WorkProgress) -> Changes:
    progress(0, 0)
    return keep_scans(workspace, kind, uid, paths)


def _to_look(workspace: Workspace, uid: str, folder: Path, progress: WorkProgress) -> Path:
    progress(0, 0)
    return write_to_look(workspace, uid, folder)


def _written(workspace: Workspace, uid: str, path: Path, progress: WorkProgress) -> Path:
    progress(0, 0)
    write_attachment(workspace, uid, path)
    return path
