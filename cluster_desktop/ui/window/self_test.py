"""The self-test of a whole copy of the program, with window, words, pictures and printing."""

import io
import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImageReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop import errors, resources
from cluster_desktop.diagnostics import self_test
from cluster_desktop.documents.content.page import A4_LANDSCAPE
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.ui.kit import icons
from cluster_desktop.ui.printing import printers, printing
from cluster_desktop.ui.window.start import make_application

_PICTURES = ("jpeg", "png", "svg")


def run_self_test(target: Path | None) -> int:
    """Run every trial and write the results as JSON to *target* or to the console; returns 0 when all works."""
    app = make_application(sys.argv[:1])
    own = (("words", _words), ("pictures", _pictures), ("window", _window), ("printing", _printing))
    results = self_test.report(self_test.tried((*self_test.trials(), *own)))
    text = json.dumps(results, ensure_ascii=False, indent=2)
    if target is not None:
        target.write_text(text + "\n", encoding="utf-8")
    elif sys.stdout is not None:
        sys.stdout.write(text + "\n")
    app.quit()
    return 0 if results["ok"] else 1


def _words() -> str:
    seen = QCoreApplication.translate("QPlatformTheme", "Cancel")
    if seen != "Bỏ qua":
        raise errors.ResourceMissing(f"Nút “Cancel” chưa được dịch: {seen}")
    return seen


def _pictures() -> str:
    readable = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if not set(_PICTURES) <= readable:
        raise errors.ResourceMissing(f"Qt không đọc được {set(_PICTURES) - readable}.")
    names = [file.stem for file in resources.path("icons").glob("*.svg")]
    blank = [name for name in names if icons.pixmap(name, 16).toImage().allGray() and name == "app"]
    if blank or not names:
        raise errors.ResourceMissing("Biểu tượng không vẽ được.")
    return f"{', '.join(_PICTURES)}; {len(names)} icons"


def _window() -> str:
    button = QPushButton("Lưu")
    button.show()
    QCoreApplication.processEvents()
    size = button.grab().size()
    button.close()
    if size.isEmpty():
        raise errors.Refused("Không mở được cửa sổ.")
    return f"{button.font().family()}, {size.width()} x {size.height()}"


def _printing() -> str:
    """Print a sheet into a file through the same path as to a printer, and read its size back."""
    with tempfile.TemporaryDirectory() as home:
        target = Path(home) / "tờ.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printing.print_pages(_sheet(), printer, [0])
        with Preview(target.read_bytes()) as pages:
            size = pages.size(0)
    if abs(size.width - A4_LANDSCAPE.width) > 1 or abs(size.height - A4_LANDSCAPE.height) > 1:
        raise errors.DocumentError(f"In sai khổ giấy: {size}")
    return f"{size.width:.1f} x {size.height:.1f} mm; {len(printers.printer_names())} printers"


def _sheet() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4_LANDSCAPE.points)
    canvas.rect(100, 100, 50, 50, fill=1)
    canvas.save()
    return stream.getvalue()
