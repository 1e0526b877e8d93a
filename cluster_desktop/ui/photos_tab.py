"""The photos and files of an event: thumbnails with caption and credit; added by button or dropped in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands import attachments
from cluster_desktop.domain.events import AttachmentDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.queries import listing as listings
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.records.workspace import Workspace
from cluster_desktop.ui import icons
from cluster_desktop.ui.dialogs.record import RecordDialog
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.operations import Operations, Progress
from cluster_desktop.ui.saving import delete_records

LONGEST_SIDE = 2000
_QUALITY = 85
_THUMB = QSize(176, 112)
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".webp", ".gif", ".tif", ".tiff")


class PhotosTab(QWidget):
    """What is attached to the event on show."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._event = ""
        self._rows: dict[str, Row] = {}
        self.setAcceptDrops(True)
        self.list = self._made_list()
        self._hint = label("Kéo ảnh, tệp thả vào đây hoặc bấm “Thêm”. Bấm đúp để sửa chú thích.", "hint", wraps=True)
        self._delete = button("Xóa", self._on_delete_clicked)
        self._none = label("Chưa có ảnh, tệp nào.", "hint")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        acts = QHBoxLayout()
        acts.addWidget(self._hint, 1)
        acts.addWidget(self._delete)
        acts.addWidget(button("Thêm", self._on_add_clicked, icon="add"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.addLayout(acts)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1)

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        made.setViewMode(QListWidget.ViewMode.IconMode)
        made.setResizeMode(QListWidget.ResizeMode.Adjust)
        made.setMovement(QListWidget.Movement.Static)
        made.setIconSize(_THUMB)
        made.setGridSize(QSize(_THUMB.width() + 16, _THUMB.height() + 56))
        made.setWordWrap(True)
        made.setAccessibleName("Ảnh và tệp của sự kiện")
        made.itemActivated.connect(self._on_item_activated)
        return made

    def show_record(self, row: Row) -> None:
        """Show what belongs to this event."""
        self._event = row.uid
        self.reread(None)

    def reread(self, changes: Changes | None) -> None:
        """Read the attachments again when they may have changed."""
        if (changes is not None and "attachment" not in changes.kinds) or self._operations.workspace.busy:
            return
        wanted = Listing(kind="attachment", filters=(Filter("event_uid", (self._event,)),))
        rows = self._operations.workspace.read(listings.page, wanted)
        self._rows = {row.uid: row for row in rows}
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(self._picture(row), row.shown["caption"] or row.shown["file_name"])
            item.setData(Qt.ItemDataRole.UserRole, row.uid)
            credit = f"\nẢnh: {row.shown['credit']}" if row.shown["credit"] else ""
            sample = f"\nDữ liệu mẫu: {row.sample_note}" if row.sample_note else ""
            item.setToolTip(f"{row.shown['caption']}{credit}{sample}")
            self.list.addItem(item)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._delete.setVisible(bool(rows))

    def _picture(self, row: Row) -> QIcon:
        if row.values["kind"] != "ANH":
            return icons.icon("document", "quiet")
        picture = QPixmap()
        picture.loadFromData(attachments.contents(self._operations.workspace, str(row.values["sha256"])))
        if picture.isNull():
            return icons.icon("image", "quiet")
        scaled = picture.scaled(
            _THUMB, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
        return QIcon(scaled.copy(0, 0, _THUMB.width(), _THUMB.height()))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files in the background; photos are scaled to a sane size first. One that fails keeps all out."""
        if paths:
            work = partial(_attach_all, self._operations.workspace, self._event, paths)
            self._operations.run_in_background("Đang thêm ảnh, tệp", work, self._on_attached)

    def _on_attached(self, changes: Changes) -> None:
        self._operations.tell(changes)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems())

    def _on_add_clicked(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm ảnh, tệp", "", "Ảnh và tệp (*)")
        self.add_files([Path(name) for name in names])

    def _on_delete_clicked(self) -> None:
        delete_records(self._operations, self, "attachment", self._chosen())

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        row = self._rows[item.data(Qt.ItemDataRole.UserRole)]
        hidden = ("event_uid", "person_uid", "sha256")
        RecordDialog(self._operations, "attachment", row, {}, hidden, self).open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _attach_all(workspace: Workspace, event: str, paths: Sequence[Path], progress: Progress) -> Changes:
    files = []
    for done, path in enumerate(paths):
        progress.report(done, len(paths), path.name)
        files.append(_new_file(event, path))
    return attachments.attach(workspace, files)


def _new_file(event: str, path: Path) -> attachments.NewFile:
    is_picture = path.suffix.lower() in _PICTURES
    if is_picture:
        data, kind = scaled_photo(path), "image/jpeg"
    else:
        data, kind = attachments.read_file(path), "application/octet-stream"
    draft = AttachmentDraft(
        event_uid=event, kind="ANH" if is_picture else "TEP", file_name=path.name, caption=path.stem, sha256="-"
    )
    return attachments.NewFile(draft, data, kind)


def scaled_photo(path: Path) -> bytes:
    """The photo as JPEG, upright, at most LONGEST_SIDE pixels.

    Raises CannotRead for a broken one, Refused for a file over 40 MB, which is not read at all.
    """
    attachments.refuse_larger(path, attachments.LARGEST_PHOTO)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image: QImage = reader.read()
    if image.isNull():
        raise errors.CannotRead(f"Không mở được ảnh “{path.name}”: tệp hỏng hoặc không phải ảnh. Hãy chọn ảnh khác.")
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise errors.CannotRead(f"Không thu nhỏ được ảnh “{path.name}”. Hãy lưu ảnh thành JPEG rồi chọn lại.")
    return bytes(buffer.data().data())
