"""Photos made ready for print: upright, without transparency, no larger than a page can show."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image, ImageOps

_LARGEST: Final = 1200
"""Pixels of the longer side: 300 dots an inch at 100 mm."""
_QUALITY: Final = 85
UNREADABLE: Final = "(Không đọc được ảnh này)"


@dataclass(frozen=True, slots=True)
class ReadyPhoto:
    """A JPEG with its size in pixels."""

    jpeg: bytes
    width: int
    height: int


@lru_cache(maxsize=16)
def ready(data: bytes) -> ReadyPhoto | None:
    """The photo as a JPEG for print; None when the bytes are no picture that can be read."""
    upright = _upright(data)
    if upright is None:
        return None
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    stream = io.BytesIO()
    ground.save(stream, "JPEG", quality=_QUALITY)
    return ReadyPhoto(stream.getvalue(), *ground.size)


def ready_mark(data: bytes) -> bytes | None:
    """An emblem or a signature as a PNG that keeps its transparency; None when the bytes are no picture."""
    upright = _upright(data)
    if upright is None:
        return None
    stream = io.BytesIO()
    upright.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _upright(data: bytes) -> Image.Image | None:
    """The picture as it is looked at, no larger than print needs."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.draft("RGB", (_LARGEST, _LARGEST))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    upright.thumbnail((_LARGEST, _LARGEST))
    return upright
