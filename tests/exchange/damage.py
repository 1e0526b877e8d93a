"""Good tables of every kind, and ways in which a disk, a messenger or a program breaks a file."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import xlsxwriter

from cluster_desktop import errors
from cluster_desktop.exchange.tables.sheets import Sheet
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from tests.exchange.foreign_tables import foreign
from tests.exchange.open_document import write_ods

OLD_WORKBOOK = Path(__file__).resolve().parents[1] / "files" / "tables" / "danh-sach-2008.xls"
HEADING = ("STT", "Họ và tên", "Ngày sinh", "Ghi chú")
PEOPLE = [(number, f"Nguyễn Thị Nhân {number}", date(1970, 1, 1 + number % 28), "xã Sa Pả") for number in range(1, 40)]
SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
CHECKED = (".xlsx", ".ods", ".docx")
"""The kinds whose bytes are guarded by sums: a broken one is never read otherwise than it was."""


def good_files(folder: Path) -> dict[str, bytes]:
    """One good file of every kind by its ending."""
    write_ods(folder / "a.ods", "Cán bộ", [HEADING, *PEOPLE])
    _workbook(folder / "a.xlsx")
    _document(folder / "a.docx")
    words = [HEADING, *((str(number), name, f"{day:%d/%m/%Y}", note) for number, name, day, note in PEOPLE)]
    lines = "\n".join(";".join(row) for row in words)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in words)
    rows = "".join(f"<Row>{''.join(f'<Cell><Data>{cell}</Data></Cell>' for cell in row)}</Row>" for row in words)
    (folder / "a.xls").write_bytes(OLD_WORKBOOK.read_bytes())
    texts = {
        ".csv": lines,
        ".txt": lines,
        ".html": f"<html><body><table>{cells}</table></body></html>",
        ".xml": f'<Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}"><Worksheet ss:Name="S"><Table>{rows}</Table></Worksheet>'
        "</Workbook>",
        ".mht": f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        f"<table>{cells}</table>\n--x--\n",
    }
    for suffix, text in texts.items():
        (folder / f"a{suffix}").write_text(text, "utf-16" if suffix == ".txt" else "utf-8")
    (folder / "b.xls").write_bytes(foreign("74").read_bytes())
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        for name in ("Tổ 1", "Tổ 2"):
            page: Any = book.add_worksheet(name)
            page.merge_range("A1:D1", "DANH SÁCH CÁN BỘ")
            page.write_row(1, 0, HEADING)
            for row, (number, person, day, note) in enumerate(PEOPLE, start=2):
                page.write_row(row, 0, (number, f"{person} {name}"))
                page.write_datetime(row, 2, day, book.add_format({"num_format": "dd/mm/yyyy"}))
                page.write(row, 3, note)
            page.write_formula(len(PEOPLE) + 2, 0, "=1/0", None, "#DIV/0!")


def _document(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(HEADING))
    for row in (HEADING, *PEOPLE[:12]):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
    document.save(str(path))


def broken(content: bytes, chance: random.Random) -> bytes:
    """The bytes of a file after one accident: a cut, flipped bits, noise, zeros, blocks that changed places."""
    return chance.choice(_ACCIDENTS)(bytearray(content), chance)


def _cut(content: bytearray, chance: random.Random) -> bytes:
    return bytes(content[: chance.randrange(1, len(content))])


def _flip(content: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 8))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _noise(content: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    length = chance.choice((1, 4, 40, 512))
    content[start : start + length] = chance.randbytes(min(length, len(content) - start))
    return bytes(content)


def _zeros(content: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(content)) // 512 * 512
    content[start : start + 512] = bytes(min(512, len(content) - start))
    return bytes(content)


def _exchanged(content: bytearray, chance: random.Random) -> bytes:
    one, other = (chance.randrange(max(len(content) - 64, 1)) for _ in range(2))
    content[one : one + 64], content[other : other + 64] = content[other : other + 64], content[one : one + 64]
    return bytes(content)


def _grown(content: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    content[start:start] = content[start : start + chance.choice((1, 100, 1000))]
    return bytes(content)


_ACCIDENTS: tuple[Callable[[bytearray, random.Random], bytes], ...] = (_cut, _flip, _noise, _zeros, _exchanged, _grown)
_VALUES = (b"-1", b"0", b"1048577", b"99999999999999999999", b"NaN", b"", b"A1:XFD1048576", b"\xff", b"&x;", b"1e999")


def rewritten(content: bytes, chance: random.Random) -> bytes:
    """The bytes of an archive that a faulty program wrote: parts exchanged or missing, elements and values changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name, other = (chance.choice(sorted(parts)) for _ in range(2))
    way = chance.randrange(5)
    if way == 0:
        parts[name], parts[other] = parts[other], parts[name]
    elif way == 1:
        del parts[name]
    else:
        chosen = chance.choice([part for part in parts if part.endswith(".xml")])
        parts[chosen] = with_changed_markup(parts[chosen], chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, inside in parts.items():
            archive.writestr(part, inside)
    return target.getvalue()


def with_changed_markup(content: bytes, chance: random.Random) -> bytes:
    """Text with tags, one of which is missing or doubled, or with another value of an attribute."""
    places = list(re.finditer(rb'"[^"<>]*"' if chance.randrange(2) else rb"<[^<>]*>", content))
    if not places:
        return content
    found = chance.choice(places)
    piece = (
        b'"%b"' % chance.choice(_VALUES) if found.group().startswith(b'"') else chance.choice((b"", found.group() * 2))
    )
    return content[: found.start()] + piece + content[found.end() :]


def variants(name: str, content: bytes, count: int, chance: random.Random) -> Iterator[tuple[bytes, bool]]:
    """Broken forms of a file, and whether such a form may not read as anything but the good file."""
    for _ in range(count):
        guarded = name.endswith(CHECKED)
        if chance.randrange(3):
            yield broken(content, chance), guarded
        elif guarded:
            yield rewritten(content, chance), False
        else:
            yield with_changed_markup(content, chance), False


def outcome(path: Path) -> tuple[Sheet, ...] | str:
    """What reading gives: the sheets, or the sentence of the refusal. Any other failure is one of the program."""
    try:
        return read_workbook(path)
    except errors.CannotRead as refused:
        return refused.sentence
