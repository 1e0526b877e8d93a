"""The screens and printers of this computer, for the diagnostic file."""

from collections.abc import Iterator

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.printing import printers


def describe_screens() -> Iterator[str]:
    """Return a line for each screen and one for the rest, without names of persons, computers or printers."""
    for screen in QGuiApplication.screens():
        size = screen.geometry()
        yield f"{size.width()} × {size.height()}, tỉ lệ {screen.devicePixelRatio():.2f}"
    yield f"Qt {qVersion()}, {QGuiApplication.platformName()}, giao diện {theme.scheme()}"
    yield f"Máy in: {len(printers.printer_names())}"
