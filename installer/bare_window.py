"""The least a PySide6 program can be: what the start of the whole program is compared with."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication([])
window = QMainWindow()
window.setWindowTitle("Cửa sổ trống")
window.setCentralWidget(QLabel("Tiếng Việt"))
window.resize(1366, 738)
window.show()
sys.exit(app.exec())
