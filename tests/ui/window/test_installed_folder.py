"""The program looks the same from a folder whose name has spaces, marks and brackets, as users name them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PAINT = """
from PySide6.QtWidgets import QPushButton
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.window.start import make_application
app = make_application(["so-thi-dua"])
theme.apply(app, "light")
button = QPushButton("Lưu")
button.setProperty("kind", "primary")
button.resize(120, 32)
print(button.grab().toImage().pixelColor(12, 6).name(), theme.colours().accent.name())
"""


def test_the_style_holds_wherever_the_program_lies(tmp_path: Path) -> None:
    folder = tmp_path / "Người dùng (1) & 'bạn'" / "Sổ Thi Đua"
    for name in ("cluster_desktop", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", PAINT], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    painted, accent = ran.stdout.split()
    assert painted == accent
    assert "parse" not in ran.stderr
