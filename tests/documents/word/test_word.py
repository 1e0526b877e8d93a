"""Documents as Word files: the same words in the same order as on paper, in styles and tables that can be worked on."""

import datetime
import io
import re
import unicodedata

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table as WordTable

from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Block,
    Column,
    Distribution,
    Distributions,
    Document,
    Figure,
    Figures,
    Heading,
    Paragraph,
    PartyHeading,
    Recipients,
    Section,
    SignatureBlock,
    Signer,
    StateHeading,
    Table,
    Tone,
)
from cluster_desktop.documents.word.word import write_word

STATE = StateHeading(
    superior="Tỉnh ủy Lào Cai",
    organ="Trường Chính trị tỉnh Lào Cai",
    number="Số: 05/BC-TCT",
    place="Lào Cai",
    dated=datetime.date(2021, 2, 5),
)
PARTY = PartyHeading(superior="Tỉnh ủy Lào Cai", organ="Đảng ủy Trường", number="Số 05-NQ/ĐU")
SIGNED = SignatureBlock(
    Signer(("KT. Hiệu trưởng", "Phó Hiệu trưởng"), "Lò Thị Ơn"), Recipients(("Như trên;", "Lưu: VT."))
)


def written(*blocks: Block, heading: Heading | None = STATE, landscape: bool = False) -> bytes:
    document = Document(
        heading=heading,
        title="Báo cáo",
        subtitle="Thi đua năm 2020",
        blocks=blocks,
        landscape=landscape,
        author="Lò Thị Ơn",
    )
    stream = io.BytesIO()
    write_word(document, stream)
    return stream.getvalue()


def opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def words(word: WordDocument) -> list[str]:
    """Every paragraph with words, in its order, also those in tables; blanks that do not break as plain ones."""
    found = []
    for part in word.iter_inner_content():
        if isinstance(part, WordTable):
            seen = set()
            for row in part.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        found += [paragraph.text for paragraph in cell.paragraphs]
        else:
            found.append(part.text)
    return [text.replace("\u00a0", " ") for text in found if text.strip()]


def test_the_words_stand_in_the_order_of_the_decree() -> None:
    word = opened(written(Paragraph("Thực hiện kế hoạch."), SIGNED))
    assert words(word) == [
        *("TỈNH ỦY LÀO CAI", "TRƯỜNG CHÍNH TRỊ\nTỈNH LÀO CAI"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Số: 05/BC-TCT", "Lào Cai, ngày 05 tháng 02 năm 2021"),
        *("BÁO CÁO", "Thi đua năm 2020", "Thực hiện kế hoạch."),
        *("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Lò Thị Ơn"),
    ]


def test_the_party_has_its_own_heading() -> None:
    found = words(opened(written(heading=PARTY)))
    assert found[:4] == ["TỈNH ỦY LÀO CAI", "ĐẢNG ỦY TRƯỜNG", "*", "ĐẢNG CỘNG SẢN VIỆT NAM"]


@pytest.mark.parametrize(("landscape", "width", "height"), [(False, 210, 297), (True, 297, 210)])
def test_the_page_is_that_of_the_decree(landscape: bool, width: int, height: int) -> None:
    section = opened(written(landscape=landscape)).sections[0]
    assert [section.page_width.mm, section.page_height.mm] == pytest.approx([width, height], abs=0.1)
    assert section.orientation is (WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT)
    assert section.left_margin.mm == pytest.approx(30, abs=0.1)
    assert section.right_margin.mm == pytest.approx(15, abs=0.1)
    assert section.top_margin.mm == pytest.approx(20, abs=0.1)


def test_pages_are_numbered_from_the_second_in_the_middle_above() -> None:
    section = opened(written()).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous or not section.first_page_header.paragraphs[0].text
    number = section.header.paragraphs[0]
    assert number.alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in number._p.xml


def test_a_table_repeats_its_heading_and_parts_no_row() -> None:
    columns = (
        Column("TT", 10, Align.CENTRE),
        Column("Họ và tên", 60),
        Column("Nam", 10, group="Giới"),
        Column("Nữ", 10, group="Giới"),
    )
    rows = [(number, f"Người <b>{number}</b> & bạn", 1, None) for number in range(1, 4)]
    table = Table(columns, rows, totals=[(None, "Cộng", 3, 0)], bands=["Khoa A", "Khoa A", "Khoa B"], title="Bảng 1")
    (made,) = opened(written(table, heading=None)).tables
    texts = [[cell.text for cell in row.cells] for row in made.rows]
    assert texts[0] == ["TT", "Họ và tên", "Giới", "Giới"]
    assert texts[1] == ["TT", "Họ và tên", "Nam", "Nữ"]
    assert texts[2] == ["Khoa A"] * 4
    assert texts[3] == ["1", "Người <b>1</b> & bạn", "1", ""]
    assert texts[5] == ["Khoa B"] * 4
    assert texts[-1] == ["", "Cộng", "3", "0"]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in made.rows] == [True, True] + [False] * 6
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in made.rows)


def test_a_table_without_rows_says_so() -> None:
    (made,) = opened(written(Table((Column("TT", 1), Column("Tên", 3)), ()), heading=None)).tables
    assert made.rows[1].cells[0].text == "Chưa có dữ liệu."


def test_legal_bases_articles_and_an_appendix() -> None:
    word = opened(
        written(
            Paragraph("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", Tone.BASIS),
            Paragraph("QUYẾT ĐỊNH:", Tone.HEADLINE),
            Paragraph("Tặng Giấy khen cho 48 cá nhân.", lead="Điều 1."),
            Appendix("Danh sách", "Được tặng Giấy khen", "(Kèm theo Quyết định số 48/QĐ-TCT)"),
        )
    )
    basis, headline, article = (p for p in word.paragraphs if p.text.startswith(("Căn cứ", "QUYẾT ĐỊNH", "Điều")))
    assert basis.runs[0].italic
    assert headline.runs[0].bold
    assert headline.alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert [(run.text, bool(run.bold)) for run in article.runs] == [
        ("Điều\u00a01. ", True),  # no line ends between the word and its number
        ("Tặng Giấy khen cho 48\u00a0cá\u00a0nhân.", False),
    ]
    assert len(word.sections) == 2
    assert word.sections[1]._sectPr.xpath("./w:pgNumType/@w:start") == ["1"]
    assert words(word)[-3:] == ["DANH SÁCH", "Được tặng Giấy khen", "(Kèm theo Quyết định số 48/QĐ-TCT)"]


def test_sections_are_headings_that_the_navigation_shows() -> None:
    word = opened(written(Section("I. Đội ngũ"), Paragraph("Một.")))
    assert [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"] == ["I. ĐỘI NGŨ"]


def test_figures_and_distributions_are_tables() -> None:
    word = opened(
        written(
            Figures((Figure(314, "Tổng số người", "07 đơn vị"),)),
            Distributions((Distribution("Trình độ", {"Tiến sĩ": 5, "Thạc sĩ": 15}),)),
            heading=None,
        )
    )
    figures, degrees = word.tables
    assert [p.text for p in figures.rows[0].cells[0].paragraphs] == ["314", "Tổng số người", "07\xa0đơn\xa0vị"]
    assert [[cell.text for cell in row.cells] for row in degrees.rows] == [
        ["Trình độ", "Số người", "Tỷ lệ"],
        ["Tiến sĩ", "5", "25,0%"],
        ["Thạc sĩ", "15", "75,0%"],
    ]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert written(Paragraph("Một."), SIGNED) == written(Paragraph("Một."), SIGNED)


def test_the_file_is_as_old_as_the_paper_says() -> None:
    assert opened(written(SIGNED)).core_properties.created == datetime.datetime(2021, 2, 5, tzinfo=datetime.UTC)
    undated = opened(written(SIGNED, heading=None)).core_properties
    assert undated.created == undated.modified


def test_text_is_nfc_and_the_file_tells_what_it_is() -> None:
    word = opened(written(Paragraph(unicodedata.normalize("NFD", "Trường Chính trị"))))
    assert "Trường Chính trị" in words(word)
    facts = word.core_properties
    assert (facts.title, facts.author, facts.language) == ("Báo cáo: Thi đua năm 2020", "Lò Thị Ơn", "vi-VN")
    assert re.search(r'w:lang w:val="vi-VN"', word.styles["Normal"].element.xml)
