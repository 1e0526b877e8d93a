"""Square codes in files: a picture, a photo, or the pages of a PDF."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import zxingcpp
from PIL import Image, ImageOps

from cluster_desktop import errors
from cluster_desktop.documents.pictures.page_pictures import Preview

LARGEST: Final = 40 * 1024 * 1024
"""Bytes of a file; a photo has a tenth of it."""
_MOST_DOTS: Final = 120_000_000
_LONGEST: Final = 2400
"""Dots of the longer side of what is searched: finer pictures read no better, and one full of corner marks takes
sixteen times as long at twice the size."""
_DOTS_PER_INCH: Final = 200.0
_POINTS_PER_INCH: Final = 72.0
_LONGEST_DRAWN: Final = 2 * _LONGEST
"""Dots of the longer side of a page of a PDF, which may say that it is many metres long."""
_MEGABYTE: Final = 1024 * 1024
_FORMATS: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
Progress = Callable[[int, int], None]


def codes_in_file(path: Path, progress: Progress | None = None) -> tuple[str, ...]:
    """The texts of all codes on the pages of a file, page by page.

    Raises FileMissing and its kin, CannotRead for a file that is no picture or PDF or is too large to be one.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(5)
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)
    if size > LARGEST:
        raise errors.CannotRead(
            f"“{path.name}” lớn {size // _MEGABYTE} MB, quá cỡ một tấm ảnh. "
            f"Hãy chọn tệp dưới {LARGEST // _MEGABYTE} MB."
        )
    pages = _pdf_pages(path) if start == b"%PDF-" else iter([_picture(path)])
    codes: list[str] = []
    for number, page in enumerate(pages, 1):
        codes += codes_in(page)
        if progress is not None:
            progress(number, 0)
    return tuple(codes)


def codes_on_page(preview: Preview, page: int) -> tuple[str, ...]:
    """The texts of the codes on one page (from 0) of an open PDF."""
    return codes_in(_drawn(preview, page))


def codes_in(picture: Image.Image) -> tuple[str, ...]:
    """The texts of the square codes in *picture*, whichever way they lie."""
    grey = picture.convert("L")
    grey.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
    codes = zxingcpp.read_barcodes(grey, formats=_FORMATS, text_mode=zxingcpp.TextMode.Plain)
    return tuple(code.text for code in codes)


def _pdf_pages(path: Path) -> Iterator[Image.Image]:
    try:
        preview = Preview(path.read_bytes())
    except errors.CannotRead as error:
        raise errors.CannotRead(f"“{path.name}” không phải tệp PDF đọc được. Hãy chọn tệp khác.") from error
    with preview:
        for page in range(preview.page_count):
            yield _drawn(preview, page)


def _drawn(preview: Preview, page: int) -> Image.Image:
    longest = max(preview.size(page).points) / _POINTS_PER_INCH
    drawn = preview.picture(page, min(_DOTS_PER_INCH, _LONGEST_DRAWN / longest))
    size = (drawn.width, drawn.height)
    return Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", drawn.stride, 1)


def _picture(path: Path) -> Image.Image:
    unreadable = errors.CannotRead(f"“{path.name}” không phải ảnh đọc được. Hãy chọn ảnh PNG, JPG hoặc tệp PDF.")
    try:
        with Image.open(path) as image:
            if image.width * image.height > _MOST_DOTS:
                raise errors.CannotRead(f"Ảnh “{path.name}” rộng quá. Hãy thu nhỏ ảnh rồi chọn lại.")
            image.draft("L", (_LONGEST, _LONGEST))
            upright = ImageOps.exif_transpose(image)
            return _on_white(upright)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise unreadable from error


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture without transparency, on a white ground."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    layer = picture.convert("LA")
    ground = Image.new("L", layer.size, 255)
    ground.paste(layer.getchannel("L"), mask=layer.getchannel("A"))
    return ground
