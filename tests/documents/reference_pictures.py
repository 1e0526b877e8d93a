"""Reviewed pictures of every certificate layout: ``python -m tests.documents.reference_pictures`` makes them anew.

Whoever makes them anew looks at each before it is kept; the tests only say whether a layout still looks like it.
"""

import io
from pathlib import Path

from PIL import Image

from cluster_desktop.documents.certificates.certificates import write_certificates
from cluster_desktop.documents.certificates.layout_file import available_layouts
from tests.documents import paper
from tests.documents.certificate_samples import certificate

FOLDER = Path(__file__).parent / "pictures"
DOTS = 2
"""Dots a millimetre; an A3 sheet takes half of them."""
_QUALITY = 85


def drawn(layout: str) -> Image.Image:
    """The layout with the usual certificate, as it prints."""
    stream = io.BytesIO()
    write_certificates([certificate(layout=layout)], stream)
    picture = paper.picture(stream.getvalue(), dots_per_mm=DOTS)
    return picture if picture.width < 700 else picture.resize((594, 420), Image.Resampling.BOX)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for layout in available_layouts():
        drawn(layout.name).save(FOLDER / f"{layout.name}.jpg", quality=_QUALITY)


if __name__ == "__main__":
    main()
