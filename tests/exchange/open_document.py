"""A small writer of .ods files, for cells as LibreOffice stores them."""

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

OdsCell = str | int | date | tuple[str, int, int] | None

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'office:version="1.2"><office:body><office:spreadsheet>'
)
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(path: Path, sheet: str, rows: Sequence[Sequence[OdsCell]], stray: tuple[int, int] | None = None) -> Path:
    """Write one sheet. A cell (text, columns, rows) is merged; a text beginning with # is a formula error.

    *stray* is the row and column, from 0, of a lone cell far below.
    """
    lines = "".join(f"<table:table-row>{''.join(_cell(cell) for cell in row)}</table:table-row>" for row in rows)
    if stray:
        lines += (
            f'<table:table-row table:number-rows-repeated="{stray[0] - len(rows)}"><table:table-cell/>'
            f'</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="{stray[1]}"/>'
            f"{_cell('x')}</table:table-row>"
        )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _MIMETYPE)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr(
            "content.xml",
            f"{_HEAD}<table:table table:name={quoteattr(sheet)}>{lines}</table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def _cell(cell: OdsCell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, tuple):
        text, columns, rows = cell
        spans = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}" '
        return _written(f'{spans}office:value-type="string"', text)
    if isinstance(cell, date):
        return _written(f'office:value-type="date" office:date-value="{cell:%Y-%m-%d}"', f"{cell:%d/%m/%Y}")
    if isinstance(cell, int):
        return _written(f'office:value-type="float" office:value="{cell}"', str(cell))
    if cell.startswith("#"):
        kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        return _written(f'table:formula="of:=1/0" {kind}', cell)
    return _written('office:value-type="string"', cell)


def _written(attributes: str, text: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{escape(text)}</text:p></table:table-cell>"
