"""How official papers look: room to write, what stays together on a page, signatures, heads of minutes."""

import datetime
import io
from dataclasses import replace
from itertools import pairwise

import docx
import openpyxl
import pypdfium2
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from cluster_desktop.documents.content.content import (
    Appendix,
    Block,
    Column,
    Document,
    Paragraph,
    Recipients,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Tone,
    without_room,
)
from cluster_desktop.documents.content.official import date_line
from cluster_desktop.documents.excel.excel import write_excel
from cluster_desktop.documents.frames.document_frame import DOTS, MINUTES, named
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.documents.word.word import write_word
from tests.documents.made_up import FRAME

LINE = Paragraph("Thực hiện kế hoạch của năm.")
SIGNED = SignatureBlock(Signer(("Hiệu trưởng",), "Lò Thị Ơn"), Recipients(("Như trên;", "- Lưu: VT, TCHC.")))
TABLE = Table((Column("TT", 10), Column("Nội dung", 90)), [(1, "Một"), (2, "Hai"), (3, "Ba")])


def document(*blocks: Block) -> Document:
    return Document(heading=FRAME.heading, title="Báo cáo", blocks=blocks)


def pages(*blocks: Block) -> list[str]:
    stream = io.BytesIO()
    write_pdf(document(*blocks), stream)
    with pypdfium2.PdfDocument(stream.getvalue()) as paper:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in paper]


def word(*blocks: Block) -> WordDocument:
    stream = io.BytesIO()
    write_word(document(*blocks), stream)
    return docx.Document(io.BytesIO(stream.getvalue()))


def paragraph(paper: WordDocument, words: str) -> WordParagraph:
    return next(each for each in paper.paragraphs if each.text.replace("\u00a0", " ").startswith(words))


def test_recipients_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    assert Recipients(("Như trên;", "- Sở Nội vụ", "", "Lưu: VT, TCHC")).listed == (
        "- Như trên;",
        "- Sở Nội vụ;",
        "- Lưu: VT, TCHC.",
    )
    assert Recipients(("Lưu: VT.",)).listed == ("- Lưu: VT.",)
    assert Recipients(()).listed == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"Địa điểm: {DOTS}", "Địa điểm:"),
        (DOTS, ""),
        ("có mặt: …… người", None),
        ("trước ngày ……………….", None),
        ("", None),
    ],
)
def test_room_to_write_is_what_dots_at_the_end_of_a_line_leave(line: str, words: str | None) -> None:
    assert without_room(line) == words


def test_room_to_write_reaches_the_right_edge_on_paper_and_is_a_tab_in_word() -> None:
    place, told = named(("Địa điểm", ""), ("Chủ trì", "Lò Thị Ơn"))
    paper = word(place, told)
    room = paragraph(paper, "Địa điểm:")
    assert (room.text, [stop.leader for stop in room.paragraph_format.tab_stops]) == (
        "Địa điểm:\t",
        [WD_TAB_LEADER.DOTS],
    )
    assert not list(paragraph(paper, "Chủ trì").paragraph_format.tab_stops)
    stream = io.BytesIO()
    write_pdf(document(place), stream)
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        page = pdf[0].get_textpage()
        last = max(page.get_charbox(at)[2] for at in range(page.count_chars()) if page.get_text_range(at, 1) == "…")
    assert last == pytest.approx((210 - 15) * 72 / 25.4, abs=1.5)


def test_a_line_that_is_almost_full_leaves_room_below_it() -> None:
    words = "Ý kiến khác của các đại biểu dự họp về những vấn đề còn lại của năm học vừa qua:"
    assert pages(Paragraph(f"{words} {DOTS}"))[0].count("…") > pages(Paragraph(f"Ý kiến: {DOTS}"))[0].count("…")


def test_counted_parts_stand_in_capitals_and_other_sections_do_not() -> None:
    assert Section("I. Đặc điểm, tình hình").heading == "I. ĐẶC ĐIỂM, TÌNH HÌNH"
    assert Section("IV- Kết luận").heading == "IV- KẾT LUẬN"
    assert Section("Danh sách sự kiện").heading == "Danh sách sự kiện"
    assert "I. ĐỘI NGŨ" in pages(Section("I. Đội ngũ"), LINE)[0]


@pytest.mark.parametrize("lines", range(30, 46))
def test_a_signature_and_a_table_never_stand_alone_on_a_page(lines: int) -> None:
    filling = tuple(Paragraph(f"Dòng thứ {number}.") for number in range(lines))
    last = pages(*filling, SIGNED)[-1]
    assert f"Dòng thứ {lines - 1}." in last
    assert "Lò Thị Ơn" in last
    led = pages(*filling, Paragraph("Cụ thể như sau:"), TABLE)
    assert next(page for page in led if "Cụ thể như sau:" in page).count("Nội dung") == 1


def test_word_keeps_the_last_words_with_the_signature_and_a_lead_in_with_its_table() -> None:
    paper = word(Paragraph("Mở đầu."), Paragraph("Cụ thể như sau:"), TABLE, Paragraph("Ghi chú.", Tone.NOTE), SIGNED)
    assert not paragraph(paper, "Mở đầu.").paragraph_format.keep_with_next
    assert paragraph(paper, "Cụ thể như sau:").paragraph_format.keep_with_next
    assert paragraph(paper, "Ghi chú.").paragraph_format.keep_with_next
    rows = next(table for table in paper.tables if "Ba" in table.rows[-1].cells[1].text).rows
    kept = [bool(row.cells[1].paragraphs[0].paragraph_format.keep_with_next) for row in rows[1:]]
    assert kept == [False, True, True]
    again = word(Paragraph("Mở đầu."), Paragraph("Câu cuối."), SIGNED)
    assert paragraph(again, "Câu cuối.").paragraph_format.keep_with_next


def test_signatures_below_each_other_stay_apart_and_names_stand_beside_each_other_in_word() -> None:
    long, short = Signer(("Trường Chính trị", "Hiệu trưởng"), "Lò Thị Ơn"), Signer(("Bên giao",), "Giàng A Páo")
    paper = word(SignatureBlock(long, short), SignatureBlock(short, long))
    tags = [node.tag for node in paper.element.body]
    assert not any(first == second == qn("w:tbl") for first, second in pairwise(tags))
    names = [cell.text for cell in paper.tables[-2].rows[-1].cells]
    assert names == ["Giàng A Páo", "Lò Thị Ơn"]


def test_the_number_of_a_paper_has_no_stray_blank_and_minutes_no_date_in_their_head() -> None:
    assert FRAME.numbered("TTr").number == "Số: ……/TTr-TCT"
    assert replace(FRAME, number="05").numbered("BC").number == "Số: 05/BC-TCT"
    assert date_line(FRAME.numbered("BC")) == "Lào Cai, ngày 05 tháng 01 năm 2021"
    assert date_line(FRAME.numbered(MINUTES)) == ""
    open_day = replace(FRAME.heading, dated=None)
    assert date_line(open_day) == "Lào Cai, ngày …… tháng …… năm 20……"
    assert FRAME.numbered(MINUTES).dated == datetime.date(2021, 1, 5)


def test_one_body_is_addressed_without_a_full_stop_and_several_a_line_each() -> None:
    assert [each.text for each in FRAME.addressed("Sở Nội vụ.")] == ["Kính gửi: Sở Nội vụ"]
    assert FRAME.addressed() == ()
    both = FRAME.addressed("Sở Nội vụ", "Ban Tổ chức Tỉnh ủy")
    assert [each.text for each in both] == ["Kính gửi:\n- Sở Nội vụ;\n- Ban Tổ chức Tỉnh ủy."]
    assert "Kính gửi: - Sở Nội vụ; - Ban Tổ chức Tỉnh ủy." in pages(*both)[0]


def head_boxes(number: str, place: str) -> tuple[tuple[float, ...], list[tuple[float, ...]], float]:
    """Where number and place of a paper stand on its first page (left, low, right, top), and how wide the page is."""
    heading = replace(FRAME.numbered("TTr"), number=number, place=place)
    stream = io.BytesIO()
    write_pdf(Document(heading=heading, title="Tờ trình", blocks=(LINE,)), stream)
    with pypdfium2.PdfDocument(stream.getvalue()) as paper:
        page = paper[0]
        text = page.get_textpage()

        def box(words: str) -> tuple[float, ...]:
            place, letters = text.search(words).get_next()
            boxes = [text.get_charbox(each) for each in range(place, place + letters)]
            return (
                min(each[0] for each in boxes),
                min(each[1] for each in boxes),
                max(each[2] for each in boxes),
                max(each[3] for each in boxes),
            )

        return (
            box("TTr-TCT"),
            [box(words) for words in (place.split()[0], "2021", "Tờ trình".upper())],
            page.get_width(),
        )


@pytest.mark.parametrize(
    "place", ["Huế", "Thành phố Hồ Chí Minh", "Khu hành chính tập trung xã Mường Khương", "Mường " * 30 + "Khương"]
)
@pytest.mark.parametrize("number", ["Số: 05/TTr-TCT", "Số: 1234/HĐTĐKT-TTr-TCT"])
def test_a_long_place_never_runs_into_the_number_nor_off_the_page(number: str, place: str) -> None:
    (_left, low, right, _top), (begins, ends, title), width = head_boxes(number, place)
    assert begins[0] > right or begins[3] <= low
    assert begins[0] > 0
    assert ends[2] < width
    assert title[3] < min(low, ends[1])
    if place == "Huế":
        assert begins[0] > right, "a short place keeps its line"


def test_word_never_leaves_the_recipients_of_minutes_alone_nor_an_empty_page_before_a_list() -> None:
    filed = SignatureBlock(Signer(()), Recipients(("Lưu: VT, hồ sơ",)))
    paper = word(LINE, SIGNED, filed, Appendix("Danh sách", "Cá nhân"), TABLE)
    signed = next(table for table in paper.tables if "Lò Thị Ơn" in table.rows[-1].cells[-1].text)
    assert all(each.paragraph_format.keep_with_next for row in signed.rows for each in row.cells[1].paragraphs)
    between = WordParagraph(signed._tbl.getnext(), paper)
    assert between.text == ""
    assert between.paragraph_format.keep_with_next
    ends = next(each for each in paper.paragraphs if each._p.find(qn("w:pPr") + "/" + qn("w:sectPr")) is not None)
    assert ends.paragraph_format.line_spacing == Pt(1)
    assert ends.paragraph_format.space_after == Pt(0)


def test_rows_of_a_spreadsheet_are_as_high_as_their_text() -> None:
    table = Table(
        (Column("TT", 10), Column("Khoa, phòng", 36)),
        [
            (1, "Khoa Lý luận"),
            (2, "Phòng Tổ chức, hành chính, thông tin, tư liệu"),
            (3, "Một\nHai\nBa\nBốn"),
            (4, None),
        ],
    )
    stream = io.BytesIO()
    write_excel(document(table), stream)
    sheet = openpyxl.load_workbook(stream).worksheets[-1]
    first = next(row[0].row for row in sheet.iter_rows() if row[0].value == 1)
    one, long, four, empty = (sheet.row_dimensions[first + place].height for place in range(4))
    assert (one, empty) == (None, None)
    assert 3 * 13 <= long <= 4 * 15  # three lines of eleven points in nineteen letters
    assert 4 * 13 <= four <= 5 * 15


def test_the_bold_words_of_a_paragraph_are_spaced_like_the_words_behind_them() -> None:
    lead = "4. Hội nghị, hội thi, tham quan, nghiên cứu thực tế."
    stream = io.BytesIO()
    write_pdf(document(Paragraph("Năm 2020 chưa có hoạt động nào đáng kể ở các trường.", lead=lead)), stream)
    with pypdfium2.PdfDocument(stream.getvalue()) as paper:
        text = paper[0].get_textpage()
        whole = text.get_text_range()
        assert f"{lead} Năm 2020 chưa có" in " ".join(whole.replace("\u00a0", " ").split())

        def gap(first: str, second: str) -> float:
            """Room between two words that stand beside each other."""
            begin = whole.index(f"{first} {second}")
            return float(text.get_charbox(begin + len(first) + 1)[0] - text.get_charbox(begin + len(first) - 1)[2])

        assert gap("nghiên", "cứu") == pytest.approx(gap("chưa", "có"), abs=1.0)


@pytest.mark.parametrize("lines", range(26, 44))
def test_titles_never_end_a_page_without_what_they_are_titles_of(lines: int) -> None:
    filling = tuple(Paragraph(f"Dòng thứ {number}.") for number in range(lines))
    titled = pages(*filling, Section("V. Đánh giá chung"), Paragraph("", lead="1. Ưu điểm"), LINE)
    (page,) = (page for page in titled if "V. ĐÁNH GIÁ CHUNG" in page)
    assert "1. Ưu điểm" in page
    assert LINE.text in page


def test_word_keeps_a_title_in_bold_with_its_text() -> None:
    paper = word(Paragraph("Mở đầu."), Paragraph("", lead="1. Ưu điểm"), LINE)
    assert paragraph(paper, "1. Ưu điểm").paragraph_format.keep_with_next
    assert not paragraph(paper, "Mở đầu.").paragraph_format.keep_with_next
