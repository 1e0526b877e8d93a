"""Guards the pinned PySide6: 6.12.0 on Python 3.11 loses a reference to None and to True at every call.

There the program aborts after about 4,200 void Qt calls or 570 signals, so it runs in a process of its own.
"""

import os
import subprocess
import sys

SET_TEXT_CALLS = 20_000
SIGNALS = 3_000

SCRIPT = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rang = Signal(int)

app, label, bell, heard = QApplication([]), QLabel(), Bell(), []
bell.rang.connect(heard.append)
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range({SET_TEXT_CALLS}):
    label.setText(str(number))
for number in range({SIGNALS}):
    bell.rang.emit(number)
after = sys.getrefcount(None), sys.getrefcount(True)
print(label.text(), len(heard), *(then - now for then, now in zip(before, after)))
"""


def test_many_calls_and_signals_lose_no_reference() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    text, heard, lost_none, lost_true = (int(word) for word in done.stdout.split())
    assert (text, heard) == (SET_TEXT_CALLS - 1, SIGNALS)
    if sys.version_info < (3, 12):  # later Pythons keep None and True for ever and do not count them
        assert max(lost_none, lost_true) < 100
