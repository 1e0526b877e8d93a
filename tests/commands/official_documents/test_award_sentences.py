"""The sentences of decisions, minutes and reports for nobody, one and many: what is granted to whom."""

import dataclasses
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from cluster_desktop.commands.official_documents.all_documents import as_pdf
from cluster_desktop.commands.records import records
from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.documents.content.content import Appendix, Paragraph, Recipients, SignatureBlock, Signer
from cluster_desktop.documents.content.official import date_line
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.domain.awards.councils import CouncilMemberDraft, CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import RoundDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from tests.commands.official_documents.award_school import (
    ACADEMY,
    CHAIRMAN,
    SCHOOL,
    School,
    appendices,
    bases,
    school_with_a_round,
    sentences,
    tables,
)
from tests.documents import paper as pdf


@pytest.fixture
def school(workspace: Workspace, unit: str) -> School:
    return school_with_a_round(workspace, unit)


class TestDecision:
    """What is granted, to whom, from which list."""

    def test_a_title_is_recognised_and_a_commendation_given(self, school: School) -> None:
        title = school.decision(("Lò Thị Ơn", "LDTT", ""), ("Bế Ân", "LDTT", ""))
        assert sentences(title)[0] == (
            "Điều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho 02 cá nhân (có danh sách kèm theo)."
        )
        praise = school.decision(("", "GK", "Đã giúp dân"), ("Bế Ân", "GK", "Đã giúp dân"), number="49/QĐ-TCT")
        assert sentences(praise)[0] == (
            "Điều 1. Tặng Giấy khen cho 01 tập thể và 01 cá nhân đã giúp dân (có danh sách kèm theo)."
        )
        assert appendices(praise) == ["Danh sách: Tập thể, cá nhân được tặng Giấy khen năm 2020"]
        assert tables(praise)[0].bands == ["I. TẬP THỂ", "II. CÁ NHÂN"]

    @pytest.mark.parametrize(
        ("name", "award", "citation", "words"),
        [
            (
                "Lò Thị Ơn",
                "GK",
                "Đã có thành tích xuất sắc.",
                "Tặng Giấy khen cho đồng chí Lò Thị Ơn, Giảng viên Khoa Xây dựng Đảng, đã có thành tích xuất sắc.",
            ),
            (
                "Lò Thị Ơn",
                "LDTT",
                "Đã hoàn thành tốt nhiệm vụ",
                (
                    "Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho đồng chí Lò Thị Ơn, "
                    "Giảng viên Khoa Xây dựng Đảng."
                ),
            ),
            ("", "GK", "Hội thao", "Tặng Giấy khen cho tập thể Khoa Xây dựng Đảng, về thành tích: Hội thao."),
            (
                "",
                "TTLDTT",
                "",
                "Công nhận danh hiệu “Tập thể Lao động tiên tiến” năm 2020 cho tập thể Khoa Xây dựng Đảng.",
            ),
        ],
    )
    def test_one_recipient_stands_in_it_by_name_instead_of_a_list(
        self, school: School, name: str, award: str, citation: str, words: str
    ) -> None:
        paper = school.decision((name, award, citation))
        assert sentences(paper)[0] == f"Điều 1. {words}"
        assert appendices(paper) == []
        who = "cá nhân" if name else "tập thể"
        assert sentences(paper)[-1] == (
            f"Điều 4. Các khoa, phòng có liên quan và {who} có tên tại Điều 1 chịu trách nhiệm thi hành "
            "Quyết định này./."
        )

    def test_every_kind_has_its_clause_and_its_list_titles_first(self, school: School) -> None:
        lines = [(name, award, "") for award in ("GK", "LDTT") for name in ("Lò Thị Ơn", "Bế Ân")]
        paper = school.decision(*lines, ("", "TTLDTT", ""))
        assert sentences(paper)[:4] == [
            "Điều 1. Công nhận danh hiệu thi đua, tặng hình thức khen thưởng như sau:",
            "1. Công nhận danh hiệu “Tập thể Lao động tiên tiến” năm 2020 cho tập thể Khoa Xây dựng Đảng;",
            "2. Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho 02 cá nhân (có danh sách số 1 kèm theo);",
            "3. Tặng Giấy khen cho 02 cá nhân đã có thành tích năm 2020 (có danh sách số 2 kèm theo).",
        ]
        assert appendices(paper) == [
            "Danh sách số 1: Cá nhân được công nhận danh hiệu “Lao động tiên tiến” năm 2020",
            "Danh sách số 2: Cá nhân được tặng Giấy khen năm 2020",
        ]

    def test_money_is_spoken_of_only_where_there_is_some(self, school: School) -> None:
        # 0,3 x 1.490.000 = 447.000, up to the next ten thousand: 450.000
        paid = school.decision(("Lò Thị Ơn", "GK", ""))
        assert sentences(paid)[1] == (
            "Điều 2. Cá nhân có tên tại Điều 1 được nhận tiền thưởng theo quy định của pháp luật về thi đua, khen "
            "thưởng; tổng số tiền là 450.000 đồng (bốn trăm năm mươi nghìn đồng)."
        )
        unpaid = school.decision(("Lò Thị Ơn", "KNC", ""), number="50/QĐ-TCT")
        assert sentences(unpaid)[1:] == [
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            (
                "Điều 3. Các khoa, phòng có liên quan và cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành "
                "Quyết định này./."
            ),
        ]

    def test_its_list_says_who_decided_and_its_bases_end_with_who_proposed(self, school: School) -> None:
        paper = school.decision(("Lò Thị Ơn", "GK", ""), ("Bế Ân", "GK", ""))
        (note,) = [block.note for block in paper.blocks if isinstance(block, Appendix)]
        assert note == f"(Kèm theo Quyết định số 48/QĐ-TCT ngày 05 tháng 01 năm 2021 của Hiệu trưởng {SCHOOL})"
        assert bases(paper)[0] == (
            "Căn cứ Quy định số 09-QĐi/TW ngày 13 tháng 11 năm 2018 của Ban Bí thư về chức năng, nhiệm vụ, tổ chức "
            "bộ máy của trường chính trị tỉnh, thành phố trực thuộc Trung ương;"
        )
        assert "91/2017/NĐ-CP" in bases(paper)[2]
        assert bases(paper)[-1] == f"Theo đề nghị của Hội đồng Thi đua - Khen thưởng {SCHOOL}."

    def test_an_unread_law_is_not_cited(self, school: School) -> None:
        paper = school.decision(("Lò Thị Ơn", "GK", ""), decided_on=PartialDate(2026, 12, 20), year=2026)
        cited = " ".join(bases(paper))
        assert "152/2025/NĐ-CP" in cited
        assert "06/2026/QH16" not in cited
        assert paper.remark.startswith("Từ ngày 01/10/2026 có luật mới mà chương trình chưa kiểm chứng")
        assert f"Căn cứ ……………………… quy định chức năng, nhiệm vụ, quyền hạn của {SCHOOL};" in bases(paper)

    def test_no_room_is_left_for_a_text_that_the_office_names_itself(self, school: School) -> None:
        uid = school.decide(("Lò Thị Ơn", "GK", ""), decided_on=PartialDate(2026, 12, 20), year=2026)
        model = school.paper("decision", decision_uid=uid)
        assert model.wording is not None
        texts = {WordsPart.COMPETENCE: "Quy định số 393-QĐ/TW của Ban Bí thư"}
        save_own_words(school.workspace, model.wording, "Quyết định", texts)
        own = bases(school.paper("decision", decision_uid=uid))
        assert own == ["Căn cứ Quy định số 393-QĐ/TW của Ban Bí thư;", *bases(model)[1:]]
        assert "………" not in " ".join(own)

    def test_what_is_unknown_of_number_and_day_is_room(self, school: School) -> None:
        room = "………………………"
        lines = (("Lò Thị Ơn", "GK", ""), ("Bế Ân", "GK", ""))
        own = school.decision(*lines, number="Không số")
        assert own.heading is not None
        assert own.heading.number == "Số: ……/QĐ-TCT"
        (note,) = [block.note for block in own.blocks if isinstance(block, Appendix)]
        assert note == f"(Kèm theo Quyết định số {room} ngày 05 tháng 01 năm 2021 của Hiệu trưởng {SCHOOL})"
        above: dict[str, Any] = {"level": "TINH", "unit_uid": None, "issuer": "UBND tỉnh", "number": "không rõ số"}
        received = school.decision(*lines, **above, decided_on=PartialDate(2021))
        (attached,) = [block.text for block in received.blocks if isinstance(block, Paragraph)]
        assert attached == f"(Kèm theo Quyết định số {room} ngày …… tháng …… năm 2021 của UBND tỉnh)"
        assert received.remark.startswith("Quyết định do UBND tỉnh ban hành nên chỉ in danh sách")

    def test_a_list_received_from_above_says_who_was_honoured_and_for_which_year(self, school: School) -> None:
        above: dict[str, Any] = {"level": "TINH", "unit_uid": None, "issuer": "UBND tỉnh"}
        merit = "Bằng khen của Bộ, ban, ngành, tỉnh"
        one = school.decision(("Lò Thị Ơn", "BK_TINH", ""), **above)
        assert one.subtitle == f"Cá nhân được tặng {merit} năm 2020"
        mixed = school.decision(("", "TTLDXS", ""), ("Bế Ân", "BK_TINH", ""), **above | {"number": "49/QĐ-UBND"})
        assert mixed.subtitle == (
            f"Tập thể, cá nhân được công nhận danh hiệu “Tập thể Lao động xuất sắc”, tặng {merit} năm 2020"
        )

    def test_a_decision_about_nobody_is_no_paper_to_sign_and_says_so(self, school: School) -> None:
        paper = school.decision()
        assert sentences(paper)[0] == "Điều 1. Khen thưởng năm 2020 đối với: ………………………"
        assert appendices(paper) == []
        assert paper.remark == "Quyết định chưa có cá nhân, tập thể nào. Hãy ghi danh sách được khen rồi mới in."


class TestMinutes:
    """Place and day stand in the text, and what nobody recorded is room to write."""

    def test_they_begin_and_end_and_say_who_keeps_them(self, school: School) -> None:
        meeting = CouncilSessionDraft(
            name="Họp xét", year=2020, unit_uid=school.unit, held_on=PartialDate(2020, 11, 20), members_total=9
        )
        uid = records.create(school.workspace, meeting).uids[0]
        for award, state in (("LDTT", "DONG_Y"), ("CSTDCS", "KHONG_DAT"), ("GK", "DONG_Y")):
            school.nominate("Lò Thị Ơn", award, state, session_uid=uid)
        paper = school.paper("council-minutes", session_uid=uid)
        assert paper.heading is not None
        assert (date_line(paper.heading), paper.heading.day) == ("", PartialDate(2020, 11, 20))
        told = sentences(paper)
        assert told[0] == "1. Thời gian: bắt đầu hồi …… giờ …… phút, ngày 20 tháng 11 năm 2020"
        assert "Hội đồng thống nhất đề nghị khen thưởng 01 cá nhân, 02 lượt; không đề nghị 01 cá nhân." in told
        assert told[-1] == "Biên bản được thông qua và kết thúc vào hồi …… giờ …… phút cùng ngày./."
        signed, filed = [block for block in paper.blocks if isinstance(block, SignatureBlock)]
        assert isinstance(signed.left, Signer)
        assert isinstance(filed.left, Recipients)
        assert filed.left.listed == ("- Lưu: VT, hồ sơ.",)
        assert [table.rows[0][7] for table in tables(paper)] == ["100%", "100%", "100%"]

    def test_who_keeps_them_stands_below_the_signatures_in_every_format(self, school: School, tmp_path: Path) -> None:
        school.nominate("Lò Thị Ơn", "LDTT")
        minutes = school.paper("council-minutes")
        for suffix in (".pdf", ".docx", ".xlsx"):
            write_document(minutes, tmp_path / f"biên bản{suffix}")
        pages = range(pdf.page_count(tmp_path / "biên bản.pdf"))
        printed = " ".join(pdf.words(tmp_path / "biên bản.pdf", page) for page in pages)
        signed = docx.Document(str(tmp_path / "biên bản.docx")).tables[-1]
        sheet = openpyxl.load_workbook(tmp_path / "biên bản.xlsx").worksheets[0]
        cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        assert printed.endswith("Nơi nhận: - Lưu: VT, hồ sơ.")
        assert [cell.text for cell in signed.rows[-1].cells] == ["Nơi nhận:\n- Lưu: VT, hồ sơ.", ""]
        assert cells[-2:] == ["Nơi nhận:", "- Lưu: VT, hồ sơ."]

    def test_before_any_vote_they_conclude_nothing(self, school: School) -> None:
        school.nominate("Lò Thị Ơn", "LDTT", "DE_NGHI", None)
        told = sentences(school.paper("council-minutes"))
        assert told[0] == "1. Thời gian: bắt đầu hồi …… giờ …… phút, ngày …… tháng …… năm ………"
        (concluded,) = [words for words in told if words.startswith("Hội đồng …")]
        assert set(concluded) <= set("Hội đồng ….")

    def test_a_member_of_the_council_has_one_post(self, school: School) -> None:
        uid = records.create(school.workspace, CouncilSessionDraft(name="Họp", year=2020, unit_uid=school.unit)).uids[0]
        member = CouncilMemberDraft(session_uid=uid, full_name="Lù Văn Páo", office="Trưởng khoa Xây dựng Đảng")
        records.create(school.workspace, member)
        school.nominate("Lò Thị Ơn", "LDTT", session_uid=uid)
        seats = tables(school.paper("council-minutes", session_uid=uid))[0]
        assert [tuple(row[1:3]) for row in seats.rows] == [("Lù Văn Páo", "Trưởng khoa Xây dựng Đảng")]


class TestAchievementReport:
    """What the nomination tells, and what was held before it."""

    def test_it_prints_the_words_of_its_own_nomination_only(self, school: School) -> None:
        school.nominate("Lò Thị Ơn", "LDTT", achievement="Dạy 300 giờ.\n\nViết 02 bài báo.")
        told = sentences(school.paper("achievement-report", person_uid=school.person("Lò Thị Ơn")))
        assert told[told.index("Dạy 300 giờ.") + 1] == "Viết 02 bài báo."
        later = records.create(school.workspace, RoundDraft(name="Tổng kết năm 2021", year=2021)).uids[0]
        school.nominate("Lò Thị Ơn", "LDTT", round_uid=later)
        next_year = sentences(school.paper("achievement-report", person_uid=school.person("Lò Thị Ơn"), year=2021))
        assert "Dạy 300 giờ." not in next_year

    def test_who_held_nothing_has_tables_that_say_so(self, school: School) -> None:
        paper = school.paper("achievement-report", person_uid=school.person("Lò Thị Ơn"))
        assert [(len(table.rows), table.empty) for table in tables(paper)] == [(0, "Chưa có.")] * 3

    def test_an_award_names_its_decision_as_far_as_it_is_known(self, school: School) -> None:
        school.decide(("Lò Thị Ơn", "LDTT", ""), year=2018, number="7/QĐ-TCT", decided_on=PartialDate(2018, 12, 20))
        above: dict[str, Any] = {"level": "TINH", "unit_uid": None, "issuer": "UBND tỉnh Lào Cai"}
        school.decide(("Lò Thị Ơn", "CSTDT", ""), year=2019, number="Không số", decided_on=PartialDate(2019), **above)
        paper = school.paper("achievement-report", person_uid=school.person("Lò Thị Ơn"))
        titles = next(table for table in tables(paper) if table.title == "1. Danh hiệu thi đua")
        assert [tuple(row) for row in titles.rows] == [
            ("2018", "Lao động tiên tiến", f"Quyết định số 7/QĐ-TCT ngày 20/12/2018 của Hiệu trưởng {SCHOOL}"),
            ("2019", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh", "Quyết định năm 2019 của UBND tỉnh Lào Cai"),
        ]


def born(school: School, day: PartialDate) -> PersonDraft:
    row = school.workspace.read(listing.find, "person", school.people["Lò Thị Ơn"])
    values: dict[str, Any] = {key: row.values[key] for key in PersonDraft().values()}
    return PersonDraft(**values | {"birth_date": day})


def test_lists_count_everybody_once_and_say_nothing_of_nobody(school: School) -> None:
    assert [block for block in school.paper("short-list").blocks if isinstance(block, Paragraph)] == []
    assert [block for block in school.paper("registration-list").blocks if isinstance(block, Paragraph)] == []
    for award, state in (("LDTT", "DONG_Y"), ("GK", "DE_NGHI"), ("CSTDCS", "KHONG_DAT")):
        school.nominate("Lò Thị Ơn", award, state)
    short = school.paper("short-list")
    assert sentences(short) == ["Tổng số: 01 cá nhân, 02 lượt."]
    records.edit(school.workspace, school.people["Lò Thị Ơn"], born(school, PartialDate(1989, 5, 7)))
    assert "07/05/1989" in pdf.words(as_pdf(school.paper("short-list"))[0])  # no line ends inside the day
    assert [row[-2] for row in tables(short)[0].rows] == ["Lao động tiên tiến", "Giấy khen"]


def test_an_award_that_several_bodies_give_is_called_the_same_on_every_paper(school: School) -> None:
    school.nominate("Lò Thị Ơn", "BK_TINH")
    school.nominate("Bế Ân", "BK_TINH", level="HOC_VIEN")
    merits = [f"Bằng khen của {CHAIRMAN}", f"Bằng khen của Giám đốc {ACADEMY}"]
    minutes = school.paper("council-minutes")
    assert [(table.title, table.rows[0][1]) for table in tables(minutes)] == [
        (merits[0], "Lò Thị Ơn"),
        (merits[1], "Bế Ân"),
    ]
    assert list(tables(school.paper("short-list"))[0].bands) == merits
    ballot = school.paper("ballot")
    assert ballot.subtitle.split("\n")[0] == f"{merits[0]} năm 2020"
    assert [each for each in appendices(ballot) if merits[1] in each]
    for key, merit in zip(("submission", "academy-submission"), merits, strict=True):
        assert school.paper(key).subtitle == f"Về việc đề nghị tặng {merit} năm 2020"


def test_titles_of_lists_name_what_stands_in_them(school: School) -> None:
    both = "danh hiệu thi đua, hình thức khen thưởng"
    assert school.paper("registration-list").title == f"Danh sách đăng ký {both}"
    assert school.paper("short-list").subtitle == f"Đề nghị xét tặng {both} năm 2020\n{SCHOOL}"
    school.nominate("Lò Thị Ơn", "GK")
    assert school.paper("short-list").subtitle == f"Đề nghị xét tặng Giấy khen năm 2020\n{SCHOOL}"
    school.nominate("Lò Thị Ơn", "LDTT")
    assert school.paper("short-list").subtitle == f"Đề nghị xét tặng {both} năm 2020\n{SCHOOL}"
    draft = RegistrationDraft(year=2020, person_uid=school.person("Lò Thị Ơn"), award="LDTT")
    records.create(school.workspace, draft)
    assert school.paper("registration-list").title == "Danh sách đăng ký danh hiệu thi đua"
    records.create(school.workspace, dataclasses.replace(draft, award="GK"))
    assert school.paper("registration-list").title == f"Danh sách đăng ký {both}"
