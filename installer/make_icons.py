"""Draws the two Windows icons from their SVG: run it when one of those changed, and commit what it writes.

Needs the packages of ``requirements/runtime.txt`` (Qt draws, Pillow writes the ICO).
"""

import io
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICONS = {
    "so-thi-dua": ROOT / "resources" / "icons" / "app.svg",
    "file": ROOT / "installer" / "icons" / "file.svg",
}


def drawn(source: Path, size: int) -> Image.Image:
    """The drawing as a picture of *size* pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGBA")


def main() -> None:
    """Write every icon in every size Windows asks for."""
    app = QGuiApplication([])
    for name, source in ICONS.items():
        largest, *others = (drawn(source, size) for size in sorted(SIZES, reverse=True))
        target = ROOT / "installer" / "icons" / f"{name}.ico"
        largest.save(target, sizes=[(size, size) for size in SIZES], append_images=others)
        print(target.relative_to(ROOT), target.stat().st_size)
    app.quit()


if __name__ == "__main__":
    main()
