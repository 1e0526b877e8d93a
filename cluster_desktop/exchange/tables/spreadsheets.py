"""Read the tables of workbooks, text files, web pages and Word files into sheets, whatever the file is called."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from cluster_desktop import errors
from cluster_desktop.exchange.tables import file_kinds
from cluster_desktop.exchange.tables.delimited import read_delimited
from cluster_desktop.exchange.tables.file_kinds import FileKind
from cluster_desktop.exchange.tables.html_tables import read_html, read_web_archive
from cluster_desktop.exchange.tables.sheets import Sheet
from cluster_desktop.exchange.tables.table_file import TableFile
from cluster_desktop.exchange.tables.word_tables import read_word
from cluster_desktop.exchange.tables.workbook_cells import read_workbook_cells
from cluster_desktop.exchange.tables.xml_tables import read_xml_workbook


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet with cells in the file, hidden ones too (flagged), up to the 256th column.

    Raises CannotRead or FileMissing with one plain sentence: another kind of file under this name, a
    password, damage, nothing inside, no right to read.
    """
    file = TableFile.read(path)
    filled = tuple(sheet for sheet in _sheets(file) if any(cell is not None for row in sheet.rows for cell in row))
    if not filled:
        raise errors.CannotRead(f"Mọi trang tính của “{path.name}” đều trống. Hãy chọn tệp khác.")
    return filled


def _sheets(file: TableFile) -> Iterable[Sheet]:
    kind = file_kinds.file_kind(file)
    if kind is FileKind.TEXT:
        return (read_delimited(file),)
    read = _READERS.get(kind)
    return read(file) if read else read_workbook_cells(file, kind)


_READERS: Final[dict[FileKind, Callable[[TableFile], Iterable[Sheet]]]] = {
    FileKind.HTML: read_html,
    FileKind.WEB_ARCHIVE: read_web_archive,
    FileKind.XML: read_xml_workbook,
    FileKind.DOCX: read_word,
}
