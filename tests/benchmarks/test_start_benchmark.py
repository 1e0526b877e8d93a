"""How long until the window is painted and until it can be used, against a bare PySide6 window in the same rounds."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from cluster_desktop.sample.build import build_sample

ROUNDS = 7

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", time.time(), flush=True)
        app.quit()
window = Window()
window.setCentralWidget(QLabel("Tiếng Việt"))
window.resize(1366, 738)
window.show()
app.exec()
"""

OURS = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from cluster_desktop.ui.window import start
from cluster_desktop.ui.window.opening import OpeningWindow
paint = OpeningWindow.paintEvent
def first(self, event):
    paint(self, event)
    print("painted", time.time(), flush=True)
    OpeningWindow.paintEvent = paint
OpeningWindow.paintEvent = first
class Watch(QObject):
    done = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == "MainWindow" and not self.done:
            self.done = True
            print("usable", time.time(), flush=True)
            watched.close()
        return False
make = start.make_application
def watched(arguments):
    app = make(arguments)
    start.watch = Watch()
    app.installEventFilter(start.watch)
    return app
start.make_application = watched
from pathlib import Path
start.run_window([Path(sys.argv[1])])
"""


def run(code: str, *words: str, home: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SO_THI_DUA_HOME": str(home)}
    begun = time.time()
    said = subprocess.run(
        [sys.executable, "-c", code, *words], env=environment, check=True, capture_output=True, text=True
    )
    lines = (line.split() for line in said.stdout.splitlines())
    return {name: float(at) - begun for name, at in lines}


def test_start(tmp_path: Path) -> None:
    sample = tmp_path / "mẫu.sothidua"
    build_sample(sample).close()
    painted, usable, bare = [], [], []
    for _ in range(ROUNDS):
        plain = run(BARE, home=tmp_path)["painted"]
        ours = run(OURS, str(sample), home=tmp_path)
        bare.append(plain)
        painted.append(ours["painted"] / plain)
        usable.append(ours["usable"] / plain)
    print(
        f"\nbare window {statistics.median(bare) * 1000:.0f} ms; "
        f"first paint {statistics.median(painted):.2f}x; first usable window {statistics.median(usable):.2f}x"
    )
