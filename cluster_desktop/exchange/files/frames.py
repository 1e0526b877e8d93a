"""Messages between two processes of the program: each is its length and its bytes."""

import io
import pickle
import struct
from collections.abc import Set as AbstractSet
from typing import IO, Any, Final

_LENGTH: Final = struct.Struct(">Q")
_LONGEST: Final = 1 << 30
_DAYS: Final = frozenset((("datetime", "date"), ("datetime", "datetime")))


def write_frame(stream: IO[bytes], message: object) -> None:
    """Send a message of plain values. Raises OSError when nobody reads any more."""
    content = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Read the bytes of the next message; None when the other side has gone, in the middle of it or before."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LONGEST:
        return None
    content = stream.read(length)
    return content if len(content) == length else None


def message_in(content: bytes, classes: AbstractSet[tuple[str, str]] = frozenset()) -> Any:
    """Make the values of a message; no class but days and *classes* (module, name) is built from it.

    Raises pickle.UnpicklingError for another class: the other side has read a stranger's file.
    """
    return _Values(io.BytesIO(content), classes | _DAYS).load()


class _Values(pickle.Unpickler):
    def __init__(self, stream: IO[bytes], classes: AbstractSet[tuple[str, str]]) -> None:
        super().__init__(stream)
        self._classes = classes

    def find_class(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) not in self._classes:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value")
        return super().find_class(module_name, global_name)
