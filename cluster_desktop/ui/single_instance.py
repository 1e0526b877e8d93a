"""One running program for each person: a second start hands its file to the window that is there and ends."""

import getpass
import hashlib
import os
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from cluster_desktop import settings

_WAIT: Final = 500  # ms; the other program is on the same computer and only has to take a line
_LONGEST: Final = 32_768  # bytes of a path, more than any system allows


def program_name() -> str:
    """The same for every start by this person on this computer, with the same folder of settings."""
    place = hashlib.sha256(f"{getpass.getuser()}\n{settings.data_dir()}".encode()).hexdigest()
    return f"so-thi-dua-{place[:16]}"


class SingleInstance(QObject):
    """``asked`` (path, or '' for none) when the program was started once more."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)

    def hand_over(self, path: str) -> bool:
        """Give the path to the program that runs already; False when none runs."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        _let_it_come_to_the_front()
        socket.write(path.encode() + b"\n")
        taken = socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return taken

    def listen(self) -> None:
        """Be the one that others hand their files to."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a program that was killed
            self._server.listen(self._name)

    def _on_server_new_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.canReadLine() or socket.waitForReadyRead(_WAIT):
            self.asked.emit(bytes(socket.readLine(_LONGEST).data()).decode("utf-8", "replace").strip())
        socket.deleteLater()


def _let_it_come_to_the_front() -> None:
    """Windows lets a program take the foreground only when the one that has it agrees."""
    if os.name == "nt":
        import ctypes

        vars(ctypes)["windll"].user32.AllowSetForegroundWindow(-1)
