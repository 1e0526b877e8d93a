"""One running program for each person: a second start hands its file to the running one and ends."""

import getpass
import hashlib
import json
import os
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from cluster_desktop import errors, settings

_WAIT: Final = 500  # ms; the other program is on the same computer and only has to take a line
_ANSWER: Final = 5_000  # ms; it may be in the middle of opening a large book
_LONGEST: Final = 262_144  # bytes of a path written as JSON, more than any system allows
_TAKEN: Final = b"taken\n"


class ProgramSilent(errors.UserError):
    """A program of this person runs and does not answer."""


def program_name() -> str:
    """Return a name that is the same for every start by this person with the same folder of settings."""
    place = hashlib.sha256(os.fsencode(f"{_person()}\n{settings.data_dir()}")).hexdigest()
    return f"so-thi-dua-{place[:16]}"


class SingleInstance(QObject):
    """The running program; ``asked`` (path, or '' for none) when the program was started once more."""

    asked = Signal(str)

    def __init__(self, name: str, is_shown: Callable[[], bool] | None = None) -> None:
        """*is_shown* tells if this program has a window to take a file; else a second start goes on alone."""
        super().__init__()
        self._name = name
        self._is_shown = is_shown
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)

    def hand_over(self, path: str) -> bool:
        """Give the path to the program that runs already; False when none runs that has a window.

        Raises ProgramSilent when one runs but does not answer.
        """
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        _let_it_come_to_the_front()
        socket.write(json.dumps(path).encode() + b"\n")
        if not socket.waitForReadyRead(_ANSWER) and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            raise ProgramSilent("Sổ Thi Đua đang chạy nhưng chưa trả lời. Hãy đợi một lát rồi thử lại.")
        return bytes(socket.readLine(len(_TAKEN) + 1).data()) == _TAKEN

    def listen(self) -> None:
        """Listen for later starts."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a program that was killed
            self._server.listen(self._name)

    def _on_server_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.setReadBufferSize(_LONGEST)
            socket.readyRead.connect(self._on_sockets_changed)
            socket.disconnected.connect(self._on_sockets_changed)
        self._on_sockets_changed()

    def _on_sockets_changed(self) -> None:
        """Answer every complete request; an incomplete one never keeps the window waiting."""
        paths = [self._answer(socket) for socket in tuple(self._sockets) if socket.canReadLine()]
        for socket in [socket for socket in self._sockets if socket.bytesAvailable() >= _LONGEST]:
            socket.abort()
        gone = [socket for socket in self._sockets if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState]
        for socket in gone:
            self._sockets.remove(socket)
            socket.deleteLater()
        for path in paths:
            if path is not None:
                self.asked.emit(path)

    def _answer(self, socket: QLocalSocket) -> str | None:
        path = _path_in(bytes(socket.readLine(_LONGEST).data()))
        if path is None or (self._is_shown is not None and not self._is_shown()):
            socket.abort()
            return None
        socket.write(_TAKEN)  # before the file is opened, which may take longer than anybody waits
        socket.flush()
        return path


def _path_in(line: bytes) -> str | None:
    """Return the path in a line; None for a line that no second start wrote."""
    try:
        path = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return path if isinstance(path, str) else None


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _let_it_come_to_the_front() -> None:
    """Let the running program come to the front: Windows allows that only when the foreground program agrees."""
    if os.name == "nt":
        import ctypes

        vars(ctypes)["windll"].user32.AllowSetForegroundWindow(-1)
