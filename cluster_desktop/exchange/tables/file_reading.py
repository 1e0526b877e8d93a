"""The work of the child process that reads tables; its questions are (SHEETS or KIND, the path of a file).

The answer are rows in parts, and after those of a sheet the sheet itself without them. Nothing here is called by the
program that asks: what a stranger wrote into a file happens in this process.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from cluster_desktop import errors
from cluster_desktop.exchange.files.answering import answer_questions
from cluster_desktop.exchange.files.container_names import with_usual_names
from cluster_desktop.exchange.files.table_file import MOST_CELLS, MOST_SHEETS, WIDEST, TableFile
from cluster_desktop.exchange.tables import file_kinds
from cluster_desktop.exchange.tables.file_kinds import FileKind
from cluster_desktop.exchange.tables.questions import KIND
from cluster_desktop.exchange.tables.sheets import Merge, Sheet

_PART: Final = 2_000  # rows
_LONGEST_TEXT: Final = 100_000  # letters; Excel takes 32,767
_SHOWN: Final = 40
_SECONDS: Final = 5.0
_SECONDS_PER_MEGABYTE: Final = 2.0  # some ten times what a computer of today takes
_MOST_SECONDS: Final = 120.0
_MEGABYTE: Final = 1_000_000


def run_reading() -> int:
    """Read files for the program that started this process; gives the exit code."""
    return answer_questions(_answer)


def _answer(question: Any) -> Iterator[Any]:
    what, path = question
    file = with_usual_names(TableFile.read(Path(path)))
    yield min(_SECONDS + _SECONDS_PER_MEGABYTE * len(file.content) / _MEGABYTE, _MOST_SECONDS)
    try:
        if what == KIND:
            yield file_kinds.misnamed(file)
        else:
            yield from _parts(file)
    except (ArithmeticError, *file_kinds.ZIP_DAMAGE) as error:  # what strangers' bytes do to those who read them
        raise file_kinds.damaged(file) from error


def _parts(file: TableFile) -> Iterator[tuple[Any, ...] | Sheet]:
    cells = count = 0
    for sheet in _sheets(file):
        if not any(cell is not None for row in sheet.rows for cell in row):
            continue
        count += 1
        cells += len(sheet.rows) * sheet.width
        if count > MOST_SHEETS or cells > MOST_CELLS:
            raise file.too_many()
        for start in range(0, len(sheet.rows), _PART):
            part = sheet.rows[start : start + _PART]
            # Each word once: most of them stand in many rows.
            if any(type(cell) is str and len(cell) > _LONGEST_TEXT for cell in set(chain.from_iterable(part))):
                raise errors.CannotRead(
                    f"Trang “{sheet.name[:_SHOWN]}” của “{file.name}” có ô chứa hơn {_LONGEST_TEXT} chữ, dài hơn mọi ô "
                    "của bảng tính. Hãy xóa ô đó rồi lưu lại."
                )
            yield part
        yield replace(sheet, rows=(), merges=_within(sheet))
    if not count:
        raise errors.CannotRead(f"Mọi trang tính của “{file.name}” đều trống. Hãy chọn tệp khác.")


def _within(sheet: Sheet) -> tuple[Merge, ...]:
    """Cut merged ranges below the last row: some go on to the end of the page, and say so a thousand times."""
    last = len(sheet.rows)
    return tuple(sorted({Merge(m.top, m.left, min(m.bottom, last), min(m.right, WIDEST - 1)) for m in sheet.merges}))


def _sheets(file: TableFile) -> Iterable[Sheet]:
    kind = file_kinds.file_kind(file)
    return _READERS.get(kind, partial(_workbook, kind=kind))(file)


# Each is imported when a file needs it: the process starts anew for the first file of a day.
def _workbook(file: TableFile, kind: FileKind) -> Iterable[Sheet]:
    from cluster_desktop.exchange.tables.workbook_cells import read_workbook_cells

    return read_workbook_cells(file, kind)


def _text(file: TableFile) -> Iterable[Sheet]:
    from cluster_desktop.exchange.tables.delimited import read_delimited

    return (read_delimited(file),)


def _web_page(file: TableFile) -> Iterable[Sheet]:
    from cluster_desktop.exchange.tables.html_tables import read_html

    return read_html(file)


def _web_archive(file: TableFile) -> Iterable[Sheet]:
    from cluster_desktop.exchange.tables.html_tables import read_web_archive

    return read_web_archive(file)


def _xml_workbook(file: TableFile) -> Iterable[Sheet]:
    from cluster_desktop.exchange.tables.xml_tables import read_xml_workbook

    return read_xml_workbook(file)


def _word(file: TableFile) -> Iterable[Sheet]:
    from cluster_desktop.exchange.tables.word_tables import read_word

    return read_word(file)


_READERS: Final[dict[FileKind, Callable[[TableFile], Iterable[Sheet]]]] = {
    FileKind.TEXT: _text,
    FileKind.HTML: _web_page,
    FileKind.WEB_ARCHIVE: _web_archive,
    FileKind.XML: _xml_workbook,
    FileKind.DOCX: _word,
}
