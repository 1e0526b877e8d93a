"""Reports on paper: what they say, where it stands, how they break over pages, what odd input does."""

import dataclasses
import io
import unicodedata

import pypdfium2
import pytest

from cluster_desktop.documents.awards.register import award_register_report
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.content.content import (
    Align,
    Column,
    Document,
    Paragraph,
    PartyHeading,
    SignatureBlock,
    Signer,
    Table,
)
from cluster_desktop.documents.content.line_breaks import wrap_evenly
from cluster_desktop.documents.events.event_log import event_log_report
from cluster_desktop.documents.pdf.pdf import write_pdf
from cluster_desktop.documents.people.staff_statistics import staff_statistics_report
from cluster_desktop.domain.events.event_figures import event_figures
from cluster_desktop.domain.figures.figures import AwardFacts, award_figures, staff_statistics
from cluster_desktop.domain.text.year_span import YearSpan
from tests.documents import made_up, paper

_MARK = "dữ liệu mẫu"


def _pdf(document: Document) -> bytes:
    stream = io.BytesIO()
    write_pdf(document, stream)
    return stream.getvalue()


def _staff(sample_note: str | None = None) -> Document:
    people = made_up.staff(sample_note)
    statistics = staff_statistics(people, made_up.ON, dict.fromkeys(made_up.UNITS, ""))
    return staff_statistics_report(made_up.FRAME, statistics, [person.sample_note for person in people])


def _awards(count: int, **changes: object) -> Document:
    awards = tuple(dataclasses.replace(award, **changes) for award in made_up.awards(count))  # type: ignore[arg-type]
    return award_register_report(made_up.FRAME, award_figures(awards), awards, YearSpan.of(2020))


def _events() -> Document:
    events = made_up.events()
    return event_log_report(made_up.FRAME, event_figures(events), events)


def _texts(pdf: bytes) -> list[str]:
    return [paper.words(pdf, page) for page in range(paper.page_count(pdf))]


def _table(count: int, totals: int = 0) -> Table:
    columns = (Column("TT", 10, Align.CENTRE), Column("Họ và tên", 80), Column("Số", 20, Align.NUMBER))
    rows = [(number, f"Người thứ {number}", number) for number in range(1, count + 1)]
    return Table(columns, rows, [(None, "Cộng", count)] * totals)


def _document(*blocks: Table | Paragraph | SignatureBlock, landscape: bool = False) -> Document:
    return Document(
        heading=made_up.FRAME.heading, title="Danh sách", subtitle="Thử", blocks=blocks, landscape=landscape
    )


class TestWhatIsSaid:
    def test_the_staff_statistics_give_the_figures_of_the_article(self) -> None:
        text = " ".join(_texts(_pdf(_staff())))
        for words in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Lào Cai, ngày 05 tháng 01 năm 2021",
            "có 314 cán bộ, viên chức, người lao động tại 07 đơn vị",
            "05 tiến sĩ (1,6%); 174 thạc sĩ (55,4%); 103 cử nhân (32,8%); 32 người có trình độ khác (10,2%)",
            "145 người cao cấp (46,2%)",
            "85 người chưa ghi nhận trình độ (27,1%)",
            "Cộng 145 5 79 85 314 100%",
            "Nguyễn Văn An",
        ):
            assert words in text

    def test_every_unit_has_a_row_and_the_last_row_adds_up(self) -> None:
        text = " ".join(_texts(_pdf(_staff())))
        assert all(unit in text for unit in made_up.UNITS)
        statistics = staff_statistics(made_up.staff(), made_up.ON)
        counts = (
            314,
            statistics.women,
            statistics.minority,
            statistics.party,
            5,
            174,
            103,
            32,
            145,
            5,
            79,
            85,
        )
        assert f"Cộng {' '.join(map(str, counts))}" in text

    def test_one_school_is_divided_by_its_departments(self) -> None:
        people = [person for person in made_up.staff() if person.unit == made_up.UNITS[1]]
        report = staff_statistics_report(made_up.FRAME, staff_statistics(people, made_up.ON))
        text = " ".join(_texts(_pdf(report)))
        assert "ĐỘI NGŨ CHIA THEO KHOA, PHÒNG" in text
        assert all(department in text for department in made_up.DEPARTMENTS)

    def test_the_award_register_names_everybody_under_their_decision(self) -> None:
        text = " ".join(_texts(_pdf(_awards(48))))
        assert text.count("Quyết định số 48/QĐ-TCT ngày 05/01/2021 của Trường Chính trị tỉnh Lào Cai") == 1
        assert text.count("Quyết định số 07/QĐ-TCT ngày 05/01/2021 của Trường Chính trị tỉnh Lào Cai") == 1
        named = [award.recipient for award in made_up.awards(48)]
        assert all(text.count(name) >= named.count(name) for name in set(named))
        assert "Đã thu hồi: kê khai sai thành tích" in text

    def test_the_event_log_counts_workshops_and_papers(self) -> None:
        text = " ".join(_texts(_pdf(_events())))
        assert "03 hội thảo cấp Cụm với 50 tham luận, 02 hội thảo liên trường và 04 chuyến thiện nguyện" in text
        assert "80 suất quà, tổng trị giá 40.000.000 đồng" in text
        assert all(f"Năm {year}" in text for year in (2017, 2018, 2019, 2020))

    @pytest.mark.parametrize("report", ["staff", "awards", "events"])
    def test_nothing_recorded_still_gives_a_signed_page(self, report: str) -> None:
        empty = {
            "staff": staff_statistics_report(made_up.FRAME, staff_statistics((), made_up.ON)),
            "awards": award_register_report(made_up.FRAME, award_figures(()), ()),
            "events": event_log_report(made_up.FRAME, event_figures(()), ()),
        }[report]
        text = " ".join(_texts(_pdf(empty)))
        said = ("chưa có số liệu về cán bộ", "Chưa có sự kiện nào", "Chưa có khen thưởng nào")
        assert sum(words in text for words in said) == 1
        assert "HIỆU TRƯỞNG" in text

    def test_a_party_heading_has_no_national_motto(self) -> None:
        heading = PartyHeading(superior="Tỉnh ủy Lào Cai", organ="Trường Chính trị", number="Số 05-BC/TCT")
        text = paper.words(_pdf(dataclasses.replace(_staff(), heading=heading)))
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
        assert "CỘNG HÒA" not in text

    def test_title_and_author_are_in_the_file(self) -> None:
        facts = paper.metadata(_pdf(_awards(1)))
        assert facts["Title"] == "Sổ theo dõi khen thưởng: Cụm thi đua số 2, năm 2020"
        assert facts["Author"] == "Trường Chính trị tỉnh Lào Cai"

    def test_sections_are_bookmarks(self) -> None:
        with pypdfium2.PdfDocument(_pdf(_staff())) as document:
            titles = [entry.get_title() for entry in document.get_toc()]
        assert titles[1] == "II. Đội ngũ chia theo đơn vị"
        assert len(titles) == 3


class TestSampleData:
    def test_it_is_marked_and_explained(self) -> None:
        text = " ".join(_texts(_pdf(_staff("phân bổ theo đơn vị"))))
        assert f"{made_up.UNITS[0]}*" in text
        assert f"là {_MARK} (314 trên 314 hồ sơ)" in text
        assert "Cụ thể: phân bổ theo đơn vị." in text

    def test_only_its_rows_are_marked(self) -> None:
        text = " ".join(_texts(_pdf(_events())))
        assert text.count("Chủ tịch Hồ Chí Minh*") == 2
        assert "trường chính trị tỉnh*" not in text
        assert "(2 trên 17 sự kiện)" in text

    def test_real_data_goes_without_a_note(self) -> None:
        for document in (_staff(), _awards(5)):
            text = " ".join(_texts(_pdf(document)))
            assert _MARK not in text
            assert "*" not in text


class TestPages:
    @pytest.mark.parametrize("count", [48, 2000])
    def test_nothing_leaves_the_margins_of_the_decree(self, count: int) -> None:
        pdf = _pdf(_awards(count))
        last = paper.page_count(pdf) - 1
        for page in {0, 1, last // 2, last}:
            for left, top, right, bottom in paper.letter_boxes(pdf, page):
                assert left > 29.5
                assert right < 297 - 14.5
                assert bottom < 210 - 19.5
                assert top > 19.5 or (page and 5 < top < 15 and 140 < left < 165)

    def test_pages_are_numbered_from_the_second_and_repeat_the_heading(self) -> None:
        texts = _texts(_pdf(_document(_table(200))))
        assert len(texts) > 3
        assert "Danh sách".upper() in texts[0]
        for number, text in enumerate(texts[1:], 2):
            assert text.startswith(f"{number} TT Họ và tên Số")

    def test_every_row_is_printed_once_and_in_order(self) -> None:
        text = " ".join(_texts(_pdf(_document(_table(500)))))
        places = [text.find(f"Người thứ {number} ") for number in range(1, 501)]
        assert -1 not in places
        assert places == sorted(places)
        assert text.count("Người thứ ") == 500

    @pytest.mark.parametrize("count", range(20, 48))
    def test_the_signature_is_never_alone_on_a_page(self, count: int) -> None:
        closing = SignatureBlock(Signer(("Hiệu trưởng",), "Nguyễn Văn An"))
        texts = _texts(_pdf(_document(_table(count, totals=1), closing)))
        signed = next(text for text in texts if "HIỆU TRƯỞNG" in text)
        assert "Nguyễn Văn An" in signed
        assert f"Người thứ {count} " in signed
        assert f"Cộng {count}" in signed

    def test_a_cell_longer_than_a_page_goes_on_without_losing_a_word(self) -> None:
        words = [f"chữ{number}" for number in range(3000)]
        pdf = _pdf(_document(Table((Column("TT", 10), Column("Nội dung", 60)), [(1, " ".join(words))])))
        found = " ".join(_texts(pdf)).split()
        assert [word for word in found if word.startswith("chữ")] == words
        assert paper.page_count(pdf) > 2

    def test_the_same_content_gives_the_same_bytes(self) -> None:
        assert _pdf(_staff()) == _pdf(_staff())

    def test_faces_are_embedded(self) -> None:
        fonts = dict(paper.fonts_of(_pdf(_staff())))
        assert fonts
        assert all(fonts.values())


class TestOddInput:
    def test_markup_is_printed_as_it_was_typed(self) -> None:
        text = " ".join(_texts(_pdf(_awards(1, recipient="<b>&\"'</b>", citation="=1+1 & <i>x</i>"))))
        assert "<b>&\"'</b>" in text
        assert "=1+1 & <i>x</i>" in text

    def test_a_word_of_two_hundred_letters_stays_in_its_cell(self) -> None:
        pdf = _pdf(_awards(1, recipient="W" * 200))
        assert "".join(" ".join(_texts(pdf)).split()).count("W") == 200
        pages = range(paper.page_count(pdf))
        assert max(box[2] for page in pages for box in paper.letter_boxes(pdf, page)) < 297 - 14.5

    def test_decomposed_letters_are_composed(self) -> None:
        decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Ước")
        assert "Nguyễn Thị Ước" in " ".join(_texts(_pdf(_awards(1, recipient=decomposed))))

    def test_a_letter_without_a_glyph_is_a_visible_box(self) -> None:
        assert "Hiệp □" in " ".join(_texts(_pdf(_awards(1, recipient="Hiệp 😀"))))

    def test_lines_of_a_note_stay_lines(self) -> None:
        text = _pdf(_document(Paragraph("Dòng một\nDòng hai")))
        with pypdfium2.PdfDocument(text) as document:
            assert "Dòng một\r\nDòng hai" in document[0].get_textpage().get_text_range()

    def test_an_award_without_decision_or_date_has_its_place(self) -> None:
        bare = AwardFacts(uid="1", recipient="Lò Văn Ơn", award="GK")
        text = " ".join(_texts(_pdf(award_register_report(made_up.FRAME, award_figures((bare,)), (bare,)))))
        assert "Không rõ số, ngày quyết định" in text
        assert "Lò Văn Ơn" in text


def test_each_line_of_a_subtitle_is_wrapped_by_itself() -> None:
    lines = wrap_evenly("Đề nghị xét tặng danh hiệu thi đua\nCụm thi đua số 2", fonts.LETTER_BOLD, 14, 400)
    assert lines == ("Đề nghị xét tặng danh hiệu thi đua", "Cụm thi đua số 2")
    long = wrap_evenly("Đề nghị xét tặng danh hiệu thi đua năm\nCụm thi đua số 2", fonts.LETTER_BOLD, 14, 200)
    assert long[-1] == "Cụm thi đua số 2"
