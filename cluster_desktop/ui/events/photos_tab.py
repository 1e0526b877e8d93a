"""The photos and files of an event: thumbnails with caption and credit; added by button or dropped in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from cluster_desktop.commands.records import attachments
from cluster_desktop.domain.events.vocabulary import AttachmentKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.events.photo import PhotoDialog
from cluster_desktop.ui.events.photo_files import new_file, turned
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.kit.file_drop import FileDrop
from cluster_desktop.ui.kit.labels import button, icon_button, label, tip
from cluster_desktop.ui.kit.layouts import BAR, Space, grow, in_column, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.records.saving import delete_records

_THUMB = QSize(176, 112)
_HINT = "Kéo ảnh, tệp thả vào đây. Bấm đúp để xem lớn, F2 để ghi chú thích và tác giả."
_KEPT = (*KINDS["attachment"].owners, "sha256", "position")


class PhotosTab(FileDrop, QWidget):
    """The attachments of the event on show."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._event = ""
        self._rows: dict[str, Row] = {}
        self.setAcceptDrops(True)
        self.list = self._create_list()
        self._hint = label(_HINT, "hint", wraps=True)
        self._none = label("Chưa có ảnh, tệp nào. Kéo ảnh, tệp thả vào đây hoặc bấm “Thêm”.", "hint", wraps=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._for_photo = [
            icon_button("rotate-left", "Xoay trái (Ctrl+←)", partial(self.turn, -1)),
            icon_button("rotate-right", "Xoay phải (Ctrl+→)", partial(self.turn, 1)),
        ]
        self._for_file = [
            icon_button("chevron-left", "Đưa lên trước (Alt+←)", partial(self.move_chosen, -1)),
            icon_button("chevron-right", "Đưa ra sau (Alt+→)", partial(self.move_chosen, 1)),
            icon_button("edit", "Sửa chú thích, tác giả (F2)", self.edit),
            icon_button("save", "Lưu ra tệp…", self._on_save_clicked),
        ]
        self._delete = icon_button("delete", "Xóa (Delete)", self._on_delete_clicked)
        self._lay_out()
        self._add_keys()
        self.list.itemSelectionChanged.connect(self._show_acts)

    def _lay_out(self) -> None:
        acts = in_row(
            *self._for_photo,
            *self._for_file,
            self._delete,
            stretch(),
            button("Thêm", self._on_add_clicked, icon="add"),
            space=Space.TIGHT,
        )
        in_column(acts, self._hint, grow(self.list), grow(self._none), on=self, margins=BAR)
        self._show_acts()

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Left": partial(self.turn, -1),
            "Ctrl+Right": partial(self.turn, 1),
            "Alt+Left": partial(self.move_chosen, -1),
            "Alt+Right": partial(self.move_chosen, 1),
            "F2": self.edit,
            "Delete": self._on_delete_clicked,
        }
        for sequence, act in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _create_list(self) -> QListWidget:
        files = QListWidget()
        files.setViewMode(QListWidget.ViewMode.IconMode)
        files.setResizeMode(QListWidget.ResizeMode.Adjust)
        files.setMovement(QListWidget.Movement.Static)
        files.setIconSize(_THUMB)
        files.setGridSize(QSize(_THUMB.width() + 16, _THUMB.height() + 56))
        files.setWordWrap(True)
        files.setAccessibleName("Ảnh và tệp của sự kiện")
        files.itemActivated.connect(self._on_item_activated)
        return files

    def show_record(self, row: Row) -> None:
        """Show the attachments of this event."""
        self._event = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Read the attachments again when they may have changed."""
        if (changes is not None and "attachment" not in changes.kinds) or self._operations.workspace.busy:
            return
        attached = Listing(kind="attachment", filters=(Filter("event_uid", (self._event,)),))
        rows = self._operations.workspace.read(listings.page, attached)
        self._rows = {row.uid: row for row in rows}
        chosen = self._chosen()
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(self._picture(row), row.shown["caption"] or row.shown["file_name"])
            item.setData(Qt.ItemDataRole.UserRole, row.uid)
            credit = f"\nẢnh: {row.shown['credit']}" if row.shown["credit"] else ""
            sample = f"\nDữ liệu mẫu: {row.sample_note}" if row.sample_note else ""
            item.setToolTip(tip(f"{row.shown['caption']}{credit}{sample}"))
            self.list.addItem(item)
            if row.uid in chosen:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(rows))
        self._hint.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._show_acts()

    def _show_acts(self) -> None:
        row = self._rows.get(next(iter(self._chosen()), ""))
        for widget in self._for_file:
            widget.setEnabled(row is not None)
        for widget in self._for_photo:
            widget.setEnabled(row is not None and row.values["kind"] == AttachmentKind.PHOTO)
        self._delete.setEnabled(row is not None)

    def _picture(self, row: Row) -> QIcon:
        if row.values["kind"] != AttachmentKind.PHOTO:
            return icons.icon("document", "quiet")
        picture = QPixmap()
        picture.loadFromData(attachments.contents(self._operations.workspace, str(row.values["sha256"])))
        if picture.isNull():
            return icons.icon("image", "quiet")
        scaled = picture.scaled(
            _THUMB, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
        return QIcon(scaled.copy(0, 0, _THUMB.width(), _THUMB.height()))

    @override
    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files in the background; photos are scaled to a sane size first. A failure keeps all out."""
        if paths:
            work = partial(_attach_all, self._operations.workspace, self._event, paths)
            self._operations.run_in_background("Đang thêm ảnh, tệp", work, self._operations.tell)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems())

    def _chosen_row(self) -> Row | None:
        chosen = self._chosen()
        return self._rows.get(chosen[0]) if len(chosen) == 1 else None

    def turn(self, quarters: int) -> None:
        """Turn the chosen photo clockwise by quarters."""
        row = self._chosen_row()
        if row is not None and row.values["kind"] == AttachmentKind.PHOTO:
            self._operations.do(_turn, row, quarters)

    def move_chosen(self, step: int) -> None:
        """Move the chosen photo or file one place."""
        row, uids = self._chosen_row(), list(self._rows)
        place = uids.index(row.uid) + step if row else -1
        if row is not None and 0 <= place < len(uids):
            uids.remove(row.uid)
            uids.insert(place, row.uid)
            self._operations.do(attachments.order_attachments, uids)

    def edit(self) -> None:
        """Edit caption, credit and name of the chosen photo or file."""
        row = self._chosen_row()
        if row is not None:
            dialog = RecordDialog(self._operations, "attachment", row, {}, _KEPT, self)
            dialog.form.editor("caption").setFocus()
            dialog.open()

    def show_large(self, uid: str) -> PhotoDialog:
        """Show a photo as large as the window allows, with the others behind the arrows."""
        photos = [row for row in self._rows.values() if row.values["kind"] == AttachmentKind.PHOTO]
        place = [row.uid for row in photos].index(uid)
        dialog = PhotoDialog(photos, place, partial(attachments.contents, self._operations.workspace), self)
        dialog.open()
        return dialog

    def save_to(self, uid: str, path: Path) -> None:
        """Save a photo or file to the disk."""
        write = partial(_written, self._operations.workspace, uid, path)
        self._operations.run_in_background("Đang lưu ra tệp", write, self._on_written)

    def _on_written(self, path: Path) -> None:
        self._operations.say(f"Đã lưu “{path.name}”")

    def _on_add_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm ảnh, tệp", "", "Ảnh và tệp (*)")
        self.add_files([Path(name) for name in names])

    def _on_save_clicked(self) -> None:
        row = self._chosen_row()
        if row is not None:
            name = row.shown["file_name"]
            proposed = f"{Path(name).stem}.jpg" if row.values["kind"] == AttachmentKind.PHOTO else name
            chosen, _ = QFileDialog.getSaveFileName(self, "Lưu ra tệp", proposed, "Tất cả (*)")
            if chosen:
                self.save_to(row.uid, Path(chosen))

    def _on_delete_clicked(self) -> None:
        delete_records(self._operations, self, "attachment", self._chosen())

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        row = self._rows[item.data(Qt.ItemDataRole.UserRole)]
        if row.values["kind"] == AttachmentKind.PHOTO:
            self.show_large(row.uid)
        else:
            self.edit()


def _attach_all(workspace: Workspace, event: str, paths: Sequence[Path], progress: WorkProgress) -> Changes:
    files = []
    for done, path in enumerate(paths):
        progress.report(done, len(paths), path.name)
        files.append(new_file(event, path))
    return attachments.attach(workspace, files)


def _written(workspace: Workspace, uid: str, path: Path, progress: WorkProgress) -> Path:
    progress.report(0, 0, path.name)
    attachments.write_attachment(workspace, uid, path)
    return path


def _turn(workspace: Workspace, row: Row, quarters: int) -> Changes:
    data = turned(attachments.contents(workspace, str(row.values["sha256"])), quarters, row.shown["file_name"])
    return attachments.replace_photo(workspace, row.uid, data, f"Xoay ảnh “{row.shown['file_name']}”")
