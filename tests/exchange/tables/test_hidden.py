"""Hidden rows and columns: told, left out, and read when somebody chooses so."""

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement

from cluster_desktop.exchange.letters.legacy_text import Encoding
from cluster_desktop.exchange.tables.raw_rows import read_rows
from cluster_desktop.exchange.tables.spreadsheets import read_workbook
from cluster_desktop.exchange.tables.tables import with_encoding, with_hidden_rows, with_mapping
from cluster_desktop.exchange.tables.uses import IGNORED, ColumnUse
from tests.exchange.foreign_tables import foreign
from tests.exchange.open_document import write_ods
from tests.exchange.reading import FIELDS, Seen, excel, rows_from, see

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ")


def with_hidden(seen: Seen) -> Seen:
    guess = with_hidden_rows(seen.guess, taken=True)
    return Seen(seen.sheet, guess, read_rows(seen.sheet, guess, FIELDS))


@pytest.mark.parametrize(
    ("case", "shown", "hidden"),
    [
        ("02", ["Giàng A Tủa", "Sùng A Chứ", "Mùa A Ký"], {2: "Cứ A Lềnh", 4: "Thào A Páo", 5: "Hầu A Dế"}),
        ("39", ["Hoàng Seo Lử"], {2: "Lù Thị Xuyến"}),
        ("40", ["Hạng A Sử", "Sìn Văn Đoàn"], {5: "Thền Thị Quỳnh"}),
    ],
)
def test_hidden_rows_are_told_and_read_when_chosen(case: str, shown: list[str], hidden: dict[int, str]) -> None:
    seen = see(foreign(case))
    assert seen.column("full_name") == shown
    assert seen.guess.skipped == dict.fromkeys(hidden, "dòng ẩn")
    everybody = with_hidden(seen)
    assert everybody.guess.skipped == {}
    assert {row.number - 1: row.texts["full_name"] for row in everybody.rows}.items() >= hidden.items()
    assert len(everybody.rows) == len(shown) + len(hidden)
    assert with_hidden_rows(everybody.guess, taken=False) == seen.guess


def hiding(path: Path, *, rows: tuple[int, ...] = (), columns: str = "", table: Any = ()) -> Path:
    def fill(page: Any, day: Any) -> None:
        rows_from(page, 0, table)
        for row in rows:
            page.set_row(row, options={"hidden": True})
        if columns:
            page.set_column(columns, None, None, {"hidden": True})

    return excel(path, fill)


def test_a_hidden_group_row_still_tells_of_the_visible_rows(tmp_path: Path) -> None:
    table = (HEAD, (1, "Vàng A Páo", 1980, "Giảng viên"), ("II", "Khoa Luật"), (2, "Lò Thị Ơn", 1981, "Giảng viên"))
    seen = see(hiding(tmp_path / "nhóm.xlsx", rows=(2,), table=table))
    assert seen.column("department_uid") == [None, "Khoa Luật"]
    assert seen.guess.skipped == {}


def test_hidden_rows_without_people_keep_their_own_reason(tmp_path: Path) -> None:
    table = (HEAD, (1, "Vàng A Páo", 1980, "Giảng viên"), (2, "Lò Thị Ơn", 1981, "Kế toán"), (), ("", "Tổng cộng", 2))
    seen = see(hiding(tmp_path / "cuối.xlsx", rows=(0, 2, 3, 4), table=table))
    assert seen.guess.skipped == {2: "dòng ẩn", 4: "dòng tổng cộng"}
    assert with_hidden(seen).column("full_name") == ["Vàng A Páo", "Lò Thị Ơn"]


def test_a_hidden_column_gives_way_to_the_visible_one(tmp_path: Path) -> None:
    table = (("STT", "Họ và tên", "Ngày sinh", "Năm sinh"), (1, "Vàng A Páo", "01/01/1960", 1980))
    seen = see(hiding(tmp_path / "cột.xlsx", columns="C:C", table=table))
    assert seen.shown("birth_date") == ["1980"]
    assert [remark for remark in seen.guess.remarks if "“Ngày sinh” đang ẩn" in remark] == list(seen.guess.remarks)
    chosen = with_mapping(seen.guess, {2: ColumnUse("birth_date"), 3: IGNORED})
    assert read_rows(seen.sheet, chosen, FIELDS)[0].texts["birth_date"] == "01/01/1960"


def test_a_hidden_column_alone_is_left_out_and_told(tmp_path: Path) -> None:
    seen = see(hiding(tmp_path / "cột.xlsx", columns="D:D", table=(HEAD, (1, "Vàng A Páo", 1980, "Thôi việc"))))
    assert seen.column("position") == [None]
    assert len(seen.guess.remarks) == 1
    assert "“Chức vụ” đang ẩn" in seen.guess.remarks[0]


def test_a_hidden_column_without_use_is_no_news(tmp_path: Path) -> None:
    table = (("STT", "Họ và tên", "Ngày sinh", "Mã máy"), (1, "Vàng A Páo", 1980, "X1"))
    assert see(hiding(tmp_path / "cột.xlsx", columns="D:D", table=table)).guess.remarks == ()


def test_hidden_names_are_read_where_no_other_column_holds_them(tmp_path: Path) -> None:
    seen = see(hiding(tmp_path / "tên.xlsx", columns="B:C", table=(HEAD, (1, "Vàng A Páo", 1980, "Giảng viên"))))
    assert seen.column("full_name") == ["Vàng A Páo"]


def test_the_choice_outlives_another_encoding(tmp_path: Path) -> None:
    seen = with_hidden(see(foreign("02")))
    assert with_encoding(seen.guess, Encoding.TCVN3).takes_hidden


def test_other_programs_write_quotes_and_prefixes_of_their_own(tmp_path: Path) -> None:
    path = hiding(tmp_path / "a.xlsx", rows=(2,), columns="C:D", table=(HEAD, (1, "Vàng A Páo"), (2, "Lò Thị Ơn")))
    other = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                content = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", content).replace(b"xmlns=", b"xmlns:x=")
                content = content.replace(b'hidden="1"', b"hidden='true'").replace(b'min="3"', b"min='3'")
            target.writestr(name, content)
    for sheet in (*read_workbook(path), *read_workbook(other)):
        assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({2}, {2, 3})


def test_groups_that_libre_office_folded_away(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", "Danh sách", [list(HEAD), ["1", "Vàng A Páo"], ["2", "Lò Thị Ơn"]])
    folded = tmp_path / "b.ods"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(folded, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            before, row, after = content.rpartition("<table:table-row>")
            content = f'{before}<table:table-row-group table:display="false">{row}{after}'.replace(
                "</table:table>", "</table:table-row-group></table:table>"
            )
            columns = (
                "<table:table-column/>"
                '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
                '<table:table-column-group table:display="true"><table:table-column/></table:table-column-group>'
            )
            content = content.replace('"Danh sách">', f'"Danh sách">{columns}', 1)
            target.writestr(name, content if name == "content.xml" else source.read(name))
    (sheet,) = read_workbook(folded)
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({2}, {1, 2})


def test_rows_and_columns_that_a_web_page_does_not_show(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><col><col span=2 style='width:48pt'><col span=2 style='DISPLAY: none;width:0'>"
        "<tr><td>STT<td>Họ và tên<td>Năm sinh<td>Chức vụ<td>Quê quán"
        "<tr><td>1<td>Vàng A Páo<td>1980<td>Lái xe<td>Sa Pa"
        "<tr style='height:0;display:none'><td>2<td>Lò Thị Ơn<td>1981<td>Kế toán<td>Bát Xát"
        "<tr hidden><td>3<td>Hà Văn Ín<td>1982<td>Văn thư<td>Bắc Hà</table>",
        "utf-8",
    )
    seen = see(path)
    assert (set(seen.sheet.hidden_rows), set(seen.sheet.hidden_columns)) == ({2, 3}, {3, 4})
    assert seen.column("full_name") == ["Vàng A Páo"]
    assert (seen.column("position"), len(seen.guess.remarks)) == ([None], 2)


def test_letters_of_an_old_font_in_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td>TT<td>Hä vµ tªn<td>Chøc vô<tr><td>1<td>L\u00ad¬ng ThÞ Ph­îng<td>Gi¶ng viªn"
        "<tr><td>2<td>NguyÔn &nbsp;V¨n\n HiÖp<td>&nbsp;</table>",
        "utf-8",
    )
    seen = see(path)
    assert seen.column("full_name") == ["Lương Thị Phượng", "Nguyễn Văn Hiệp"]
    assert seen.column("position") == ["Giảng viên", None]


def test_rows_and_words_that_word_hides(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for row, texts in enumerate((HEAD[:3], ("1", "Vàng A Páo", "1980"), ("2", "Lò Thị Ơn", "1981"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    run = table.cell(1, 1).paragraphs[0].add_run(" (hỏi lại)")
    run.font.hidden = True
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))
    made.save(str(tmp_path / "a.docx"))
    seen = see(tmp_path / "a.docx")
    assert seen.column("full_name") == ["Vàng A Páo"]
    assert seen.guess.skipped == {2: "dòng ẩn"}
    run.font.hidden = False
    made.save(str(tmp_path / "b.docx"))
    assert see(tmp_path / "b.docx").column("full_name") == ["Vàng A Páo (hỏi lại)"]
