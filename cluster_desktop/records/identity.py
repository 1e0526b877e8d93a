"""Identifiers and the clock as records use them."""

import datetime
import os
import time
import uuid


def new_uid() -> str:
    """A UUID version 7 (RFC 9562): unique everywhere, sorted by the time it was created."""
    milliseconds = time.time_ns() // 1_000_000
    raw = bytearray(milliseconds.to_bytes(6, "big") + os.urandom(10))
    raw[6] = (raw[6] & 0x0F) | 0x70
    raw[8] = (raw[8] & 0x3F) | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))


def now() -> str:
    """The local time with its offset, to the second, as ISO text."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def moment() -> str:
    """The local time to the microsecond, to tell two acts of one second apart."""
    return datetime.datetime.now().astimezone().isoformat(timespec="microseconds")
