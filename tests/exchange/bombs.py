"""Small files that ask for more memory or time than a computer has, and odd ones that look like it."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

Pieces = Iterator[bytes]
HEADING: Final = ("Họ và tên", "Ngày sinh", "Đơn vị", "Ghi chú")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LAUGH = (
    '<!DOCTYPE x [<!ENTITY a0 "hahahahaha">'
    + "".join(f'<!ENTITY a{i} "' + f"&a{i - 1};" * 10 + '">' for i in range(1, 11))
    + "]>"
)
ODS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _row(number: int, texts: tuple[str, ...]) -> str:
    cells = "".join(_inline(f"{letter}{number}", text) for letter, text in zip("ABCD", texts, strict=True))
    return f'<row r="{number}">{cells}</row>'


TOP = _row(1, HEADING) + _row(2, ("Lò Văn Bom", "01/02/1980", "Lào Cai", "x"))


def _sheet(rows: str, *, doctype: str = "", after: str = "", size: str = "A1:D9") -> str:
    return (
        f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{MAIN}"><dimension ref="{size}"/>'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def _book(sheets: str = '<sheet name="S" sheetId="1" r:id="rId1"/>', doctype: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{doctype}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>'
        "</workbook>"
    )


def _relations(target: str, more: str = "") -> str:
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
        f'Target="{target}"/>{more}</Relationships>'
    )


def _zip(path: Path, parts: Mapping[str, str | Pieces]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as stream:
                for piece in [content.encode()] if isinstance(content, str) else content:
                    stream.write(piece)


def _xlsx(sheet: str | Pieces = "", more: Mapping[str, str | Pieces] | None = None) -> Callable[[Path], None]:
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    usual = {
        "[Content_Types].xml": '<?xml version="1.0"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": _book(),
        "xl/_rels/workbook.xml.rels": _relations("worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet or _sheet(TOP),
    }
    return lambda path: _zip(path, {**usual, **(more or {})})


def _ods(rows: str, doctype: str = "") -> Callable[[Path], None]:
    content = (
        f'<?xml version="1.0"?>{doctype}<office:document-content {ODS}><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return lambda path: _zip(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<x/>",
            "content.xml": content,
        },
    )


def _ods_row(row: str = "", last: str = "", name: str = "Lò Bom") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'
        for text, more in ((name, ""), ("01/02/1980", ""), ("Lào Cai", ""), ("x", last))
    )
    return f"<table:table-row {row}>{cells}</table:table-row>"


def _docx(body: str, doctype: str = "") -> Callable[[Path], None]:
    def write(path: Path) -> None:
        import docx

        docx.Document().save(str(path))
        with zipfile.ZipFile(path) as archive:
            parts: dict[str, str | Pieces] = {name: iter([archive.read(name)]) for name in archive.namelist()}
        parts["word/document.xml"] = (
            f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
        _zip(path, parts)

    return write


def _word_row(*texts: str, row: str = "", cell: str = "") -> str:
    return (
        f"<w:tr>{row}{''.join(f'<w:tc>{cell}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>' for text in texts)}</w:tr>"
    )


def _text(content: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(content, "utf-8")

    return write


def _many(head: str, unit: str, length: int, tail: str) -> Pieces:
    """A text of about so many bytes that is nearly all the same."""
    yield head.encode()
    piece = unit.encode() * max(1, 1_000_000 // len(unit))
    for _ in range(length // len(piece)):
        yield piece
    yield tail.encode()


def _large(pieces: Callable[[], Pieces]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.writelines(pieces())

    return write


def _late(make: Callable[[], Callable[[Path], None]]) -> Callable[[Path], None]:
    """Make the content when it is written: pieces can be taken once."""

    def write(path: Path) -> None:
        make()(path)

    return write


_OPEN, _CLOSE = _sheet(TOP).split("</sheetData>")
_FAR = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
_WORD_HEAD = _word_row(*HEADING)
_CSV = ";".join(HEADING) + "\n"
_PERSON = "Lò Bom;01/02/1980;Lào Cai;x\n"

SMALL: Final[Mapping[str, Callable[[Path], None]]] = {
    "góc cuối, nháy đơn.xlsx": _xlsx(_sheet(TOP + _FAR, size="A1:B2")),
    "góc cuối, có tiền tố.xlsx": _xlsx(
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '</x:row><x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    ),
    "góc cuối trước.xlsx": _xlsx(_sheet(_FAR + TOP)),
    "ô không tên dòng.xlsx": _xlsx(_sheet('<row r="1000000"><c r="XFD1000000"><v>1</v></c></row>' + TOP)),
    "dòng 99999999999.xlsx": _xlsx(_sheet(TOP + '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')),
    "400 tỷ chuỗi.xlsx": _xlsx(
        more={
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1" uniqueCount="400000000000"><si><t>a</t></si></sst>',
            "xl/_rels/workbook.xml.rels": _relations(
                "worksheets/sheet1.xml",
                f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>',
            ),
        }
    ),
    "3000 vùng gộp.xlsx": _xlsx(
        _sheet(TOP, after="<mergeCells>" + '<mergeCell ref="D2:D1048576"/>' * 3000 + "</mergeCells>")
    ),
    "gộp cả trang.xlsx": _xlsx(
        _sheet(TOP, after='<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="D9:A2"/></mergeCells>')
    ),
    "tỷ tiếng cười.xlsx": _xlsx(_sheet(TOP.replace("Bom", "&a10;"), doctype=LAUGH)),
    "tỷ tiếng cười trong sổ.xlsx": _xlsx(
        more={"xl/workbook.xml": _book('<sheet name="&a10;" sheetId="1" r:id="rId1"/>', LAUGH)}
    ),
    "tên leo thư mục.xlsx": _xlsx(
        more={"../../../x": "x", "xl/_rels/workbook.xml.rels": _relations("../../../../../etc/passwd")}
    ),
    "500000 bậc.xlsx": _xlsx(_sheet(TOP + "<a>" * 500_000 + "</a>" * 500_000)),
    "3000 trang.xlsx": _xlsx(
        more={
            "xl/workbook.xml": _book("".join(f'<sheet name="T{i}" sheetId="{i}" r:id="rId1"/>' for i in range(1, 3001)))
        }
    ),
    "số lạ.xlsx": _xlsx(
        _sheet(
            TOP
            + "".join(
                f'<row r="{row}">{_inline(f"A{row}", "Lò Bom")}<c r="B{row}"><v>{value}</v></c></row>'
                for row, value in enumerate(("1e308", "-1e308", "nan", "inf", "9" * 400, "-1", "0x10"), start=3)
            )
        )
    ),
    "cười.ods": _ods(_ods_row(name="&a10;"), doctype=LAUGH),
    "tỷ dòng lặp.ods": _ods(_ods_row('table:number-rows-repeated="1000000000"')),
    "tỷ cột lặp.ods": _ods(_ods_row(last='table:number-columns-repeated="1000000000"')),
    "lặp âm.ods": _ods(_ods_row('table:number-rows-repeated="-5"')),
    "lặp chữ.ods": _ods(_ods_row(last='table:number-columns-repeated="abc"')),
    "gộp trăm triệu.ods": _ods(_ods_row(last='table:number-rows-spanned="100000000"')),
    "cười.docx": _docx(f"<w:tbl>{_WORD_HEAD}{_word_row('&a10;', 'x', 'y', 'z')}</w:tbl>", LAUGH),
    "10000 bảng lồng.docx": _docx("<w:tbl><w:tr><w:tc>" * 10_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 10_000),
    "80 bảng lồng.docx": _docx(
        f"<w:tbl>{_WORD_HEAD}</w:tbl>" + "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    ),
    "cột rộng lạ.docx": _docx(
        "<w:tbl>" + _WORD_HEAD + _word_row("Lò", cell='<w:tcPr><w:gridSpan w:val="abc"/></w:tcPr>') + "</w:tbl>"
    ),
    "cột trước lạ.docx": _docx(
        "<w:tbl>" + _WORD_HEAD + _word_row("Lò", row='<w:trPr><w:gridBefore w:val="1.5"/></w:trPr>') + "</w:tbl>"
    ),
    "ô trải rộng.xls": _text(
        "<html><table>"
        + "".join(f"<tr><td rowspan=65535 colspan=65535>{i}</td></tr>" for i in range(2000))
        + "</table>"
    ),
    "triệu cột.csv": _text(";".join(HEADING) + ";" * 1_000_000 + "\n" + _PERSON * 3000),
    "ngăn bằng nháy.csv": _text('sep="\n' + _CSV + _PERSON),
    "ngoặc mở mãi.csv": _text(_CSV + ('"' + _PERSON) * 20_000),
}
"""Written in a moment; each is read or refused within seconds."""

LARGE: Final[Mapping[str, Callable[[Path], None]]] = {
    "3 GB dấu cách.xlsx": _late(lambda: _xlsx(_many(_OPEN, " ", 3_000_000_000, f"</sheetData>{_CLOSE}"))),
    "20 triệu ô.xlsx": _late(
        lambda: _xlsx(_many(f'{_OPEN}<row r="3">', "<c><v>1</v></c>", 330_000_000, f"</row></sheetData>{_CLOSE}"))
    ),
    "1048576 x 20.xlsx": _late(lambda: _xlsx(_rows_of_ones(1_048_576, 20))),
    "200000 x 20.xlsx": _late(lambda: _xlsx(_rows_of_ones(200_000, 20))),
    "chuỗi chung.xlsx": _late(
        lambda: _xlsx(
            more={
                "xl/sharedStrings.xml": _many(
                    f'<sst xmlns="{MAIN}">', f"<si><t>{'a' * 60}</t></si>", 390_000_000, "</sst>"
                )
            }
        )
    ),
    "ô 60 MB.xlsx": _late(lambda: _xlsx(_sheet(TOP + _row(3, ("Lò", "1980", "x", "ệ" * 20_000_000))))),
    "dòng lặp.ods": _ods(_ods_row() + _ods_row('table:number-rows-repeated="1048576"')),
    "ô trống lặp.ods": _ods(
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16000"/></table:table-row>' + _ods_row()
    ),
    "300000 bảng.xls": _text("<html>" + "<table><tr><td>x" * 300_000),
    "50 MB một dòng.csv": _large(lambda: _many(_CSV, "a", 50_000_000, "")),
    "50 MB dấu ngăn.csv": _large(lambda: _many(_CSV, ";", 50_000_000, "")),
    "50 MB ngoặc mở.csv": _large(lambda: _many(f'{_CSV}"', "a;b\n", 50_000_000, "")),
    "2 triệu dòng.csv": _large(lambda: _many(_CSV, _PERSON, 58_000_000, "")),
    "200 MB.csv": _large(lambda: _many(_CSV, _PERSON, 190_000_000, "")),
}
"""Written and read in seconds each; for the benchmark."""


def _rows_of_ones(rows: int, columns: int) -> Pieces:
    letters = [chr(ord("A") + column) for column in range(columns)]
    yield _OPEN.encode()
    for row in range(3, rows + 1):
        cells = "".join(f'<c r="{letter}{row}"><v>1</v></c>' for letter in letters)
        yield f'<row r="{row}">{cells}</row>'.encode()
    yield f"</sheetData>{_CLOSE}".encode()
