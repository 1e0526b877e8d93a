"""The window comes up whatever the settings and the file to open are; each start is a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[3]
# Starts the program as it is, looks until a book is open or the welcome page stands, and tells what can be seen.
LOOK = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from cluster_desktop.ui.window import start
held = json.loads(os.environ["HELD"])
if held:
    QApplication.queryKeyboardModifiers = staticmethod(lambda: Qt.KeyboardModifier.ShiftModifier)
QMessageBox.critical = staticmethod(lambda *words: tell({"box": words[2]}))
def tell(seen):
    print(json.dumps(seen), flush=True)
    os._exit(0)
at_opening = []  # what stood on the screen when the file was first touched
def main_windows():
    return [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "MainWindow" and one.isVisible()]
def watch(event, words):
    if event == "open" and str(words[0]).endswith(".sothidua") and QApplication.instance() and not at_opening:
        at_opening.append([label.text() for window in main_windows() for label in window.stack.findChildren(QLabel)])
sys.addaudithook(watch)
def look():
    for window in main_windows():
        page = window.stack.currentWidget()
        words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()] if page else []
        if window.current is not None or any("Shift" in text for text in words):
            buttons = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
            tell({"title": window.windowTitle(), "words": words, "buttons": buttons, "at_opening": at_opening})
make = start.make_application
def made(arguments):
    app = make(arguments)
    app.timer = QTimer()
    app.timer.timeout.connect(look)
    app.timer.start(1)
    return app
start.make_application = made
start.run_window([Path(word) for word in sys.argv[1:]])
"""


@pytest.fixture
def good(tmp_path: Path, sample_file: Path) -> Path:
    path = tmp_path / "tốt.sothidua"
    shutil.copy(sample_file, path)
    return path


def seen_after_start(home: Path, *words: str, shift: bool = False, cwd: Path = ROOT) -> dict[str, Any]:
    """Start the program; gives the window's title, words and buttons once it has settled."""
    environment = os.environ | {
        "SO_THI_DUA_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "HELD": json.dumps(shift),
        "QT_LOGGING_RULES": "qt.qpa.*=false",
    }
    command = [sys.executable, "-c", LOOK, *words]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


SETTINGS = {
    "rubbish": bytes(range(128, 256)) * 20,
    "list": b"[1,2]",
    "deep": b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "huge": b'{"x": "' + b"y" * 10_000_000 + b'"}',
    "other types": json.dumps(
        {"geometry": 5, "year": "x", "page": [], "scheme": None, "last_file": 7, "books": [1], "widths.person": 5}
    ).encode(),
    "no sense": json.dumps(
        {"geometry": "ệ!!", "year": 10**30, "page": "zz", "scheme": "zz", "folder": "\0", "view.unit": -7}
    ).encode(),
    "not a number": b'{"geometry": "\\ud800", "year": NaN, "view.person": Infinity}',
}


@pytest.mark.parametrize("stored", SETTINGS.values(), ids=SETTINGS)
def test_settings_broken_by_hand_do_not_keep_the_book_closed(own_home: Path, good: Path, stored: bytes) -> None:
    (own_home / "settings.json").write_bytes(stored)
    seen = seen_after_start(own_home, str(good))
    assert seen["title"] == "tốt – Sổ Thi Đua"


def test_settings_that_cannot_be_kept_do_not_keep_the_book_closed(own_home: Path, good: Path) -> None:
    (own_home / "settings.json").mkdir()
    (own_home / "data").write_text("", encoding="utf-8")
    assert seen_after_start(own_home, str(good))["title"] == "tốt – Sổ Thi Đua"
    assert seen_after_start(good / "không thể", str(good))["title"] == "tốt – Sổ Thi Đua"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("/" + "a" * 5000, "quá dài"),
        ("/tmp/a\0b", "ký tự mà máy tính không nhận"),
        ("/tmp/\ud800x", "ký tự mà máy tính không nhận"),
        ("/tmp/đã xóa.sothidua", "Không tìm thấy"),
        ("/tmp", "là một thư mục"),
    ],
    ids=["long", "NUL", "half a letter", "gone", "folder"],
)
def test_a_last_file_that_cannot_be_opened_ends_on_the_welcome_page(own_home: Path, last: str, words: str) -> None:
    (own_home / "settings.json").write_text(json.dumps({"last_file": last}), encoding="utf-8")
    seen = seen_after_start(own_home)
    assert words in " ".join(seen["words"])
    assert "&Khôi phục…" in seen["buttons"]


def test_the_last_book_opens_by_itself_but_not_while_shift_is_held(own_home: Path, good: Path) -> None:
    (own_home / "settings.json").write_text(json.dumps({"last_file": str(good)}), encoding="utf-8")
    seen = seen_after_start(own_home)
    assert seen["title"] == "tốt – Sổ Thi Đua"
    assert "Đang mở sổ…" in seen["at_opening"][0]
    seen = seen_after_start(own_home, shift=True)
    assert seen["title"] == "Sổ Thi Đua"
    assert "Phím Shift được giữ khi bật chương trình nên chưa mở sổ nào." in seen["words"]
    assert seen_after_start(own_home, str(good), shift=True)["title"] == "Sổ Thi Đua"


def test_a_first_start_says_what_shift_is_for(own_home: Path) -> None:
    seen = seen_after_start(own_home, shift=True)
    assert "Giữ phím Shift khi bật chương trình thì không sổ nào tự mở." in seen["words"]
    assert "Chưa mở sổ nào" in seen["words"]


def test_a_book_named_from_its_own_folder_is_found_from_any_other_later(own_home: Path, good: Path) -> None:
    assert seen_after_start(own_home, good.name, cwd=good.parent)["title"] == "tốt – Sổ Thi Đua"
    assert seen_after_start(own_home)["title"] == "tốt – Sổ Thi Đua"
