"""The submissions of a school: to whom, for whom, for what, for nobody, one and many."""

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.commands.official_documents.award_school import (
    ACADEMY,
    CHAIRMAN,
    SCHOOL,
    School,
    addressed,
    appendices,
    bases,
    names,
    school_with_a_round,
    sentences,
    tables,
)


@pytest.fixture
def school(workspace: Workspace, unit: str) -> School:
    return school_with_a_round(workspace, unit)


class TestSubmission:
    """To whom, for whom, for what."""

    def test_of_nobody_it_says_so_and_lists_nothing(self, school: School) -> None:
        paper = school.paper("submission")
        assert addressed(paper) == [f"Kính gửi: {CHAIRMAN}"]
        assert sentences(paper) == [f"Năm 2020, {SCHOOL} chưa đề nghị {CHAIRMAN} khen thưởng tập thể, cá nhân nào./."]
        assert tables(paper) == []
        assert appendices(paper) == []
        assert not any("Hội đồng" in basis for basis in bases(paper))
        assert paper.remark == f"Năm 2020 chưa có đề nghị nào để trình {CHAIRMAN}."

    def test_one_stands_in_it_by_name(self, school: School) -> None:
        school.nominate("Lò Thị Ơn", "BK_TINH", citation="Đã có thành tích xuất sắc trong phong trào thi đua.")
        paper = school.paper("submission")
        assert paper.subtitle == f"Về việc đề nghị tặng Bằng khen của {CHAIRMAN} năm 2020"
        assert sentences(paper) == [
            (
                f"{SCHOOL} kính đề nghị {CHAIRMAN} xét, tặng Bằng khen của {CHAIRMAN} năm 2020 cho đồng chí Lò Thị Ơn, "
                f"Giảng viên Khoa Xây dựng Đảng, {SCHOOL}, đã có thành tích xuất sắc trong phong trào thi đua."
            ),
            (
                "Hồ sơ gửi kèm gồm: báo cáo thành tích; biên bản họp Hội đồng Thi đua - Khen thưởng và "
                "kết quả bỏ phiếu; các giấy chứng nhận, xác nhận theo quy định."
            ),
            f"{SCHOOL} kính trình {CHAIRMAN} xem xét, quyết định./.",
        ]
        assert appendices(paper) == []
        assert bases(paper)[-1] == "Căn cứ kết quả bình xét của Hội đồng Thi đua - Khen thưởng."

    def test_people_are_counted_once_and_proposals_beside_them(self, school: School) -> None:
        for name, award in (("", "TTLDXS"), ("Lò Thị Ơn", "CSTDT"), ("Lò Thị Ơn", "BK_TINH"), ("Bế Ân", "BK_TINH")):
            school.nominate(name, award)
        paper = school.paper("submission")
        assert sentences(paper)[0] == (
            f"{SCHOOL} kính đề nghị {CHAIRMAN} xét, tặng danh hiệu thi đua, hình thức khen thưởng năm 2020 "
            "cho 01 tập thể, 02 cá nhân, 04 lượt (có danh sách kèm theo), cụ thể như sau:"
        )
        counts, listed = tables(paper)
        assert [tuple(row) for row in counts.rows] == [
            (1, "Tập thể Lao động xuất sắc", 1, None, 1),
            (2, "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh", None, 1, 1),
            (3, f"Bằng khen của {CHAIRMAN}", None, 2, 2),
        ]
        assert [tuple(row) for row in counts.totals] == [(None, "Cộng (lượt)", 1, 3, 4)]
        assert names(listed) == ["Khoa Xây dựng Đảng", "Lò Thị Ơn", "Bế Ân", "Lò Thị Ơn"]
        assert appendices(paper) == [
            "Danh sách: Tập thể, cá nhân được đề nghị tặng danh hiệu thi đua, hình thức khen thưởng năm 2020"
        ]

    def test_several_people_for_one_title_need_no_table_of_numbers(self, school: School) -> None:
        for name in ("Lò Thị Ơn", "Bế Ân"):
            school.nominate(name, "CSTDT")
        paper = school.paper("submission")
        title = "danh hiệu “Chiến sĩ thi đua Bộ, ban, ngành, tỉnh”"
        assert sentences(paper)[0] == (
            f"{SCHOOL} kính đề nghị {CHAIRMAN} xét, tặng {title} năm 2020 cho 02 cá nhân (có danh sách kèm theo)."
        )
        assert len(tables(paper)) == 1
        assert appendices(paper) == [f"Danh sách: Cá nhân được đề nghị tặng {title} năm 2020"]

    def test_whom_the_council_has_not_agreed_to_is_not_in_it(self, school: School) -> None:
        for name, state, votes in (
            ("Lò Thị Ơn", "DONG_Y", 9),
            ("Bế Ân", "KHONG_DAT", 3),
            ("Sùng Ân", "DE_NGHI", None),
            ("Vừ A Páo", "HOI_DONG", None),
            ("Tẩn Mẩy", "DONG_Y", None),  # the law asks for a vote on this title
            ("Hà Thị Minh", "NHAP", None),
            ("Lý Tả", "RUT", 9),
        ):
            school.nominate(name, "CSTDT", state, votes)
        paper = school.paper("submission")
        assert "Lò Thị Ơn" in sentences(paper)[0]
        assert paper.data["total"] == 1
        assert paper.remark.startswith("Chưa đưa vào tờ trình 3 đề nghị")

    def test_where_no_council_is_recorded_nothing_is_said_of_one(self, school: School) -> None:
        nominated = school.nominate("Lò Thị Ơn", "BK_TINH", "DE_NGHI", None, citation="Đạt giải Nhất hội thi")
        above = school.decide(level="TINH", unit_uid=None, issuer="UBND tỉnh")
        line = AwardDraft(decision_uid=above, award="BK_TINH", nomination_uid=nominated, **school.whose("Lò Thị Ơn"))
        records.create(school.workspace, line)
        paper = school.paper("submission")
        assert not any("Hội đồng" in words for words in (*bases(paper), *sentences(paper)))
        assert sentences(paper)[0].endswith(f"{SCHOOL}, về thành tích: Đạt giải Nhất hội thi.")

    def test_what_the_head_decides_goes_to_the_head_and_the_academy_s_to_the_academy(self, school: School) -> None:
        for award in ("LDTT", "CSTDCS", "GK", "BK_TINH"):
            school.nominate("Lò Thị Ơn", award)
        school.nominate("Bế Ân", "BK_TINH", level="HOC_VIEN")
        by_head, academy = school.paper("head-submission"), school.paper("academy-submission")
        assert addressed(by_head) == [f"Kính gửi: Hiệu trưởng {SCHOOL}"]
        assert set(tables(by_head)[-1].bands) == {"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen"}
        assert by_head.heading is not None
        assert (by_head.heading.superior, by_head.heading.organ) == (SCHOOL, "Hội đồng Thi đua - Khen thưởng")
        assert addressed(academy) == [f"Kính gửi: Giám đốc {ACADEMY}"]
        assert f"tặng Bằng khen của Giám đốc {ACADEMY} năm 2020 cho đồng chí Bế Ân" in sentences(academy)[0]
        assert school.paper("submission").data["total"] == 1

    def test_what_is_decided_above_goes_through_the_province(self, school: School) -> None:
        school.nominate("Lò Thị Ơn", "BK_TTG")
        last = f"{SCHOOL} kính trình {CHAIRMAN} xem xét, trình Thủ tướng Chính phủ xem xét, quyết định./."
        assert sentences(school.paper("submission"))[-1] == last
        school.nominate("Lò Thị Ơn", "BK_TINH")
        assert sentences(school.paper("submission"))[-1] == (
            f"{SCHOOL} kính trình {CHAIRMAN} xem xét, quyết định theo thẩm quyền và trình Thủ tướng Chính phủ "
            "xem xét, quyết định những trường hợp thuộc thẩm quyền cấp trên./."
        )
