"""Pictures of every page and form, light and dark, at the sizes of real laptops: ``python run.py screenshots``.

``python -m tests.screenshots FOLDER`` starts itself once per scale and scheme, because Qt reads the scale only
when a program begins. ``--readme FOLDER`` puts those of the README into ``docs/pictures``.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZES = {
    "1366x768": (1366, 738, "1"),
    "150": (910, 490, "1.5"),
    "1920x1080-150": (1280, 690, "1.5"),
    "1024x640": (1024, 640, "1"),
}
SCHEMES = ("light", "dark")
README = {"overview": "tong-quan", "staff": "can-bo-tim", "nominations": "de-nghi"}


def main(folder: Path) -> None:
    """Make every picture in *folder*, one subfolder per size and scheme."""
    from cluster_desktop.sample.build import build_sample

    with tempfile.TemporaryDirectory() as home:
        sample = Path(home) / "Cụm thi đua số 2.sothidua"
        build_sample(sample).close()
        for size, (_width, _height, scale) in SIZES.items():
            for scheme in SCHEMES:
                target = folder / f"{size}-{scheme}"
                target.mkdir(parents=True, exist_ok=True)
                environment = {
                    **os.environ,
                    "QT_QPA_PLATFORM": "offscreen",
                    "QT_SCALE_FACTOR": scale,
                    "SO_THI_DUA_HOME": str(Path(home) / "nhà"),
                }
                words = [sys.executable, "-m", "tests.screenshots", "--shoot", str(target), size, scheme, str(sample)]
                subprocess.run(words, check=True, env=environment)
    print(f"Ảnh chụp màn hình ở “{folder}”.")


def refresh_readme(folder: Path) -> None:
    """Put the README's pictures into docs/pictures, from the pictures in *folder* and a new certificate."""
    from PySide6.QtGui import QImage

    from cluster_desktop.commands.printing import certificate_files, certificates
    from cluster_desktop.documents.pictures.page_pictures import Preview
    from cluster_desktop.sample.build import build_sample

    target = Path(__file__).resolve().parents[1] / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    for name, shown in README.items():
        shutil.copy(folder / "1366x768-light" / f"{shown}.png", target / f"{name}.png")
    with tempfile.TemporaryDirectory() as home:
        book = build_sample(Path(home) / "mẫu.sothidua")
        paper = io.BytesIO()
        batch = certificates.certificates_of(book, certificates.decision_by_number(book, "48/QĐ-TCT"))
        certificate_files.print_certificates(book, batch, paper)
        book.close()
    with Preview(paper.getvalue()) as pages:
        found = pages.picture(4, 96)
    picture = QImage(found.pixels, found.width, found.height, found.stride, QImage.Format.Format_RGB32)
    picture.save(str(target / "certificate.png"))


class Studio:
    """The program with the sample workspace, ready to be photographed."""

    def __init__(self, folder: Path, size: str, scheme: str, sample: Path) -> None:
        from cluster_desktop.app import offer_regimes
        from cluster_desktop.settings import Settings
        from cluster_desktop.ui.kit import theme
        from cluster_desktop.ui.window.open_workspace import OpenWorkspace
        from cluster_desktop.ui.window.start import make_application

        offer_regimes()
        self.app = make_application(["so-thi-dua"])
        theme.apply(self.app, scheme)
        self.folder = folder
        settings = Settings.load()
        settings.set("year", 2020)
        settings.set("geometry", "")
        self.book = OpenWorkspace(settings)
        self.window = self.book.window
        width, height, _scale = SIZES[size]
        self.window.resize(width, height)
        self.window.show()
        self.book.open(sample)

    def settle(self, seconds: float = 0.4) -> None:
        """Let timers and background work come to rest."""
        until = time.monotonic() + seconds
        while time.monotonic() < until or (self.book.operations is not None and self.book.operations.busy):
            self.app.processEvents()

    def shoot(self, name: str, what: object = None) -> None:
        """Save a picture of the window or of a dialog."""
        from PySide6.QtWidgets import QWidget

        self.settle()
        widget = what if isinstance(what, QWidget) else self.window
        if not widget.grab().save(str(self.folder / f"{name}.png")):
            raise SystemExit(f"cannot write {name}.png")


def shoot(folder: Path, size: str, scheme: str, sample: Path) -> None:
    """Take every picture of one size and scheme."""
    from tests.scenes.scenes import SCENES

    studio = Studio(folder, size, scheme, sample)
    scenes: dict[str, Callable[[Studio], object]] = SCENES
    for name, arrange in scenes.items():
        studio.shoot(name, arrange(studio))
    studio.window.close()


if __name__ == "__main__":
    if sys.argv[1] == "--readme":
        refresh_readme(Path(sys.argv[2]))
    elif sys.argv[1] == "--shoot":
        shoot(Path(sys.argv[2]), sys.argv[3], sys.argv[4], Path(sys.argv[5]))
    else:
        main(Path(sys.argv[1]))
