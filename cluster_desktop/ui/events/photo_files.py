"""Photos on their way into the workspace: upright, of a sane size, as JPEG; and turned by a quarter."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QTransform

from cluster_desktop import errors
from cluster_desktop.commands.records.attachments import LARGEST_PHOTO, NewFile, read_file, refuse_larger
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.events.vocabulary import AttachmentKind

LONGEST_SIDE: Final = 2000  # px
_QUALITY: Final = 85
_PHONE: Final = (".heic", ".heif")
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".bmp", ".webp", ".gif", ".tif", ".tiff", *_PHONE)


def new_file(event: str, path: Path) -> NewFile:
    """Read a file to attach to an event. Raises CannotRead and its kin."""
    if path.is_dir():
        raise errors.CannotRead(f"“{path.name}” là một thư mục. Hãy mở thư mục rồi kéo các tệp trong đó.")
    is_picture = path.suffix.lower() in _PICTURES
    data, kind = (scaled_photo(path), "image/jpeg") if is_picture else (read_file(path), "application/octet-stream")
    draft = AttachmentDraft(
        event_uid=event,
        kind=AttachmentKind.PHOTO if is_picture else AttachmentKind.FILE,
        file_name=path.name,
        caption=path.stem,
        sha256="-",
    )
    return NewFile(draft, data, kind)


def scaled_photo(path: Path) -> bytes:
    """Return the photo as JPEG, upright, at most LONGEST_SIDE pixels.

    Raises CannotRead for a broken one, Refused for a file over 40 MB, which is not read at all.
    """
    refuse_larger(path, LARGEST_PHOTO)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST_SIDE:
        # Read small at once: a photo of many megabytes would not fit into memory whole.
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image: QImage = reader.read()
    if image.isNull():
        raise errors.CannotRead(_unreadable(path))
    return _jpeg(image, path.name)


def _unreadable(path: Path) -> str:
    if path.suffix.lower() in _PHONE:
        return (
            f"Máy này không mở được ảnh HEIC “{path.name}” của điện thoại. "
            "Hãy lưu hoặc gửi lại ảnh dưới dạng JPEG rồi thêm."
        )
    return f"Không mở được ảnh “{path.name}”: tệp hỏng, quá lớn hoặc không phải ảnh. Hãy chọn ảnh khác."


def turned(data: bytes, quarters: int, name: str) -> bytes:
    """Return a stored photo turned clockwise by quarters. Raises CannotRead when its bytes are no picture."""
    image = QImage.fromData(data)
    if image.isNull():
        raise errors.CannotRead(f"Không xoay được “{name}”: nội dung không phải ảnh.")
    return _jpeg(image.transformed(QTransform().rotate(90 * quarters)), name)


def _jpeg(image: QImage, name: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(image):
        raise errors.CannotRead(f"Không thu nhỏ được ảnh “{name}”. Hãy lưu ảnh thành JPEG rồi chọn lại.")
    return bytes(buffer.data().data())


def fitted(size: QSize, room: QSize) -> QSize:
    """Return the size at which a picture fills its room without being cut or blown up."""
    if size.width() <= room.width() and size.height() <= room.height():
        return size
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
