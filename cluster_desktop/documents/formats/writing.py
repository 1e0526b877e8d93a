"""Writing a document in the format that the suffix of its file names."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.formats.data_formats import write_csv, write_json
from cluster_desktop.errors import DocumentError
from cluster_desktop.output_file import open_target


def write_document(document: Document, path: Path) -> None:
    """Write *document* to *path* as .pdf, .docx, .xlsx, .json or .csv; the target is whole or untouched.

    Raises DocumentError for another suffix, and CannotWrite, FileInUse or DiskFull for the target.
    """
    writer = writer_of(path.name)
    with open_target(path) as stream:
        writer(document, stream)


def writer_of(name: str) -> Callable[[Document, BinaryIO], None]:
    """The writer for the format that the suffix of the file name *name* says. Raises DocumentError."""
    suffix = Path(name).suffix
    writer = _WRITERS.get(suffix.lower())
    if writer is None:
        raise DocumentError(
            f"Không ghi được dạng tệp “{suffix or name}”. Hãy đặt tên tệp kết thúc bằng {', '.join(SUFFIXES)}."
        )
    return writer


def _write_pdf(document: Document, stream: BinaryIO) -> None:
    from cluster_desktop.documents.pdf.pdf import write_pdf  # ReportLab only when a PDF is asked for

    write_pdf(document, stream)


def _write_excel(document: Document, stream: BinaryIO) -> None:
    from cluster_desktop.documents.excel.excel import write_excel  # XlsxWriter likewise

    write_excel(document, stream)


def _write_word(document: Document, stream: BinaryIO) -> None:
    from cluster_desktop.documents.word.word import write_word  # python-docx likewise

    write_word(document, stream)


def _write_json(document: Document, stream: BinaryIO) -> None:
    write_json(document.data, stream)


_WRITERS: Mapping[str, Callable[[Document, BinaryIO], None]] = {
    ".pdf": _write_pdf,
    ".docx": _write_word,
    ".xlsx": _write_excel,
    ".json": _write_json,
    ".csv": write_csv,
}
SUFFIXES = tuple(_WRITERS)
