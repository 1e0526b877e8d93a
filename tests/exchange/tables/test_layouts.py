"""Staff lists as Vietnamese offices write them, each made as a real file and read."""

from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.exchange.reading import excel, rows_from, see, see_all

FILES = Path(__file__).resolve().parents[2] / "files" / "tables"


def test_the_full_list_of_a_school(tmp_path: Path) -> None:
    """Titles, two heading rows with merged groups, x columns, groups by department, totals, signatures."""

    def fill(page: Any, day: Any) -> None:
        page.merge_range("A1:D1", "TỈNH ỦY LÀO CAI")
        page.merge_range("A2:D2", "TRƯỜNG CHÍNH TRỊ")
        page.merge_range("A4:M4", "DANH SÁCH CÁN BỘ, GIẢNG VIÊN, NHÂN VIÊN NĂM 2020")
        page.merge_range("A5:M5", "(Tính đến ngày 31 tháng 12 năm 2020)")
        for column, text in ((0, "STT"), (1, "Họ và tên"), (2, "Ngày, tháng,\nnăm sinh")):
            page.merge_range(6, column, 7, column, text)
        page.merge_range(6, 3, 6, 4, "Giới tính")
        page.merge_range(6, 5, 7, 5, "Dân tộc")
        page.merge_range(6, 6, 7, 6, "Chức vụ")
        page.merge_range(6, 7, 6, 10, "Trình độ chuyên môn")
        page.merge_range(6, 11, 7, 11, "Lý luận\nchính trị")
        page.merge_range(6, 12, 7, 12, "Ghi chú")
        page.write_row(7, 3, ("Nam", "Nữ"))
        page.write_row(7, 7, ("Tiến sỹ", "Thạc sỹ", "Cử nhân", "Khác"))
        page.write_row(8, 0, range(1, 14))
        page.merge_range(9, 0, 9, 12, "I. Ban Giám hiệu (02 người)")
        page.write_row(10, 0, (1, "Nguyễn Văn Hùng", None, "x", None, "Kinh", "Hiệu trưởng", "x"))
        page.write_datetime(10, 2, date(1966, 5, 19), day)
        page.write(10, 11, "Cao cấp")
        page.write_row(11, 0, (2, "Giàng Thị Mỷ", "2/9/1976", None, "X", "Mông", "Phó Hiệu trưởng", None, "x"))
        page.write(11, 11, "Cao cấp LLCT")
        page.write_row(12, 0, ("II", "Khoa Xây dựng Đảng"))
        page.write_row(13, 0, (1, "Vàng A Páo", 1985, "x", None, "H'Mông", "Giảng viên", None, None, "x"))
        page.write_row(14, 0, (2, "Lò Thị Ơn", None, None, "x", "Thái", "Giảng viên", None, None, None, "x"))
        page.write_row(15, 0, (None, "Tổng cộng", None, 2, 2, None, None, 1, 1, 1, 1))
        page.write(17, 9, "Lào Cai, ngày 05 tháng 01 năm 2021")
        page.write_row(18, 1, ("NGƯỜI LẬP BIỂU",))
        page.write(18, 6, "HIỆU TRƯỞNG")
        page.write_row(22, 1, ("Trần Thị Lan",))
        page.write(22, 6, "Nguyễn Văn Hùng")

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert [row.number for row in seen.rows] == [11, 12, 14, 15]
    assert seen.column("full_name") == ["Nguyễn Văn Hùng", "Giàng Thị Mỷ", "Vàng A Páo", "Lò Thị Ơn"]
    assert seen.shown("birth_date") == ["19/05/1966", "02/09/1976", "1985", ""]
    assert seen.values("gender") == ["NAM", "NU", "NAM", "NU"]
    assert seen.shown("ethnicity") == ["Kinh", "Mông", "Mông", "Thái"]
    assert seen.values("degree") == ["TIEN_SI", "THAC_SI", "CU_NHAN", "KHAC"]
    assert seen.values("political_theory") == ["CAO_CAP", "CAO_CAP", None, None]
    assert seen.column("department_uid") == ["Ban Giám hiệu"] * 2 + ["Khoa Xây dựng Đảng"] * 2
    assert [section.field for section in seen.guess.sections] == ["department_uid"] * 2
    assert seen.guess.skipped[8] == "dòng đánh số cột"
    assert seen.guess.skipped[15] == "dòng tổng cộng"
    assert 22 in seen.guess.skipped


def test_headings_without_marks_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(
        "SO TT;Don vi;HO VA TEN;NGAY SINH;GIOI TINH;Dan toc;TRINH DO LY LUAN CHINH TRI\n"
        "1;Lào Cai;Đặng Thị Hồng;02-09-1976;Nữ;Dao;Cao cấp\n"
        "2;Sơn La;Lường Văn Én;12/1980;Nam;Thái;Trung cấp\n",
        encoding="utf-8",
    )
    seen = see(path)
    assert seen.column("full_name") == ["Đặng Thị Hồng", "Lường Văn Én"]
    assert seen.column("unit_uid") == ["Lào Cai", "Sơn La"]
    assert seen.shown("birth_date") == ["02/09/1976", "12/1980"]
    assert seen.values("gender") == ["NU", "NAM"]
    assert seen.values("political_theory") == ["CAO_CAP", "TRUNG_CAP"]


def test_birth_dates_in_one_column_for_men_and_one_for_women(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        page.write(0, 0, "DANH SÁCH TRÍCH NGANG")
        page.merge_range(2, 0, 3, 0, "TT")
        page.merge_range(2, 1, 3, 1, "Họ và tên")
        page.merge_range(2, 2, 2, 3, "Năm sinh")
        page.write_row(3, 2, ("Nam", "Nữ"))
        page.merge_range(2, 4, 3, 4, "Quê quán")
        rows_from(page, 4, [(1, "Hà Văn Bình", 1979, None, "Bát Xát"), (2, "Lù Thị Say", None, "03/1982", "Sa Pa")])

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert seen.shown("birth_date") == ["1979", "03/1982"]
    assert seen.values("gender") == ["NAM", "NU"]
    assert seen.column("home_town") == ["Bát Xát", "Sa Pa"]


def test_one_heading_over_family_and_given_name(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        page.merge_range(0, 1, 0, 2, "HỌ VÀ TÊN")
        page.write(0, 0, "Số TT")
        page.write_row(0, 3, ("Sinh ngày", "Chức vụ hiện nay"))
        rows_from(page, 1, [(1, "Hoàng Thị Minh", "Khai", "1.5.1970", "Trưởng khoa"), (2, "Sùng", "Páo", None, None)])

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert seen.column("full_name") == ["Hoàng Thị Minh Khai", "Sùng Páo"]
    assert seen.shown("birth_date") == ["01/05/1970", ""]
    assert seen.column("position") == ["Trưởng khoa", None]


def test_family_and_given_name_under_headings_of_their_own(tmp_path: Path) -> None:
    for first, second in (("Họ đệm", "Tên"), ("Họ và", "tên"), ("Họ và chữ đệm", "Tên"), ("Họ, tên đệm", "TÊN")):
        path = tmp_path / f"{first}.csv"
        path.write_text(f"STT,{first!r},{second},Năm sinh\n".replace("'", '"') + "1,Nguyễn Văn,An,1980\n", "utf-8")
        assert see(path).column("full_name") == ["Nguyễn Văn An"], first


def test_a_name_spilling_into_a_column_without_heading(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("STT,Họ và tên,,Năm sinh\n1,Nguyễn Văn,An,1980\n2,Lý Thị,Mai,1981\n", "utf-8")
    assert see(path).column("full_name") == ["Nguyễn Văn An", "Lý Thị Mai"]


def test_three_heading_rows(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        page.write(0, 0, "BIỂU TỔNG HỢP CHẤT LƯỢNG ĐỘI NGŨ")
        page.merge_range(1, 0, 3, 0, "STT")
        page.merge_range(1, 1, 3, 1, "Họ và tên cán bộ, viên chức")
        page.merge_range(1, 2, 1, 8, "Trình độ")
        page.merge_range(2, 2, 2, 4, "Chuyên môn")
        page.merge_range(2, 5, 2, 7, "Lý luận chính trị")
        page.merge_range(2, 8, 3, 8, "Ngoại ngữ")
        page.write_row(3, 2, ("TS", "ThS", "ĐH", "Cử nhân", "Cao cấp", "Trung cấp"))
        rows_from(
            page,
            4,
            [
                (1, "Mùa A Tủa", None, "x", None, None, "x", None, "Anh B1"),
                (2, "Cà Thị Nọi", None, None, 1, None, None, 1),
            ],
        )

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert seen.values("degree") == ["THAC_SI", "CU_NHAN"]
    assert seen.values("political_theory") == ["CAO_CAP", "TRUNG_CAP"]
    assert seen.column("foreign_language") == ["Anh B1", None]


def test_a_sheet_for_every_unit(tmp_path: Path) -> None:
    path = tmp_path / "cụm.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for unit in ("Tổng hợp", "Lào Cai", "Điện Biên", "Cũ"):
            page = book.add_worksheet(unit)
            if unit == "Tổng hợp":
                rows_from(page, 0, [("Đơn vị", "Số người"), ("Lào Cai", 1), ("Điện Biên", 1)])
                continue
            rows_from(
                page, 0, [(None, f"DANH SÁCH {unit.upper()}"), ("STT", "Họ tên", "Phái"), (1, f"Người {unit}", "Nữ")]
            )
            if unit == "Cũ":
                page.hide()
    tables = see_all(path, ["Lào Cai", "Trường Chính trị tỉnh Lào Cai", "Điện Biên", "LAOCAI"])
    assert [(seen.guess.sheet, seen.guess.unit, seen.guess.hidden) for seen in tables] == [
        ("Lào Cai", "Lào Cai", False),
        ("Điện Biên", "Điện Biên", False),
        ("Cũ", "", True),
    ]
    assert [seen.column("unit_uid") for seen in tables] == [["Lào Cai"], ["Điện Biên"], [None]]
    assert [seen.guess.unit for seen in see_all(path)] == ["Lào Cai", "Điện Biên", "Cũ"]


def test_the_unit_named_in_the_title_only(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA,,\n,,\nTT,Họ tên,Dân tộc\n1,Quàng Văn Hặc,Thái\n", "utf-8")
    known = ["Sơn La", "Trường Chính trị tỉnh Sơn La", "Lào Cai"]
    assert see(path, known).column("unit_uid") == ["Trường Chính trị tỉnh Sơn La"]
    assert see(path).column("unit_uid") == [None]


def test_departments_merged_downwards_and_several_units(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        rows_from(page, 0, [("TT", "Đơn vị", "Phòng/Khoa", "Họ và tên", "Ngày sinh")])
        page.merge_range(1, 1, 3, 1, "Trường Chính trị tỉnh Lai Châu")
        page.merge_range(1, 2, 2, 2, "Khoa Lý luận cơ sở")
        page.write(3, 2, "Phòng Tổ chức")
        for number, name in enumerate(("Tao Văn Ín", "Lò Thị Pọm", "Phàn Mý Chẳn"), start=1):
            page.write(number, 0, number)
            page.write(number, 3, name)
            page.write_datetime(number, 4, date(1980, 1, number), day)

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert seen.column("department_uid") == ["Khoa Lý luận cơ sở", "Khoa Lý luận cơ sở", "Phòng Tổ chức"]
    assert seen.column("unit_uid") == ["Trường Chính trị tỉnh Lai Châu"] * 3


def test_departments_under_the_heading_don_vi(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(
        "STT,Họ và tên,Đơn vị,Chức vụ\n1,Bế Văn Đàn,Khoa Nhà nước và pháp luật,Giảng viên\n"
        "2,Nông Thị Xuân,Phòng Quản lý đào tạo,Chuyên viên\n3,Triệu Văn Sinh,Ban Giám hiệu,Hiệu trưởng\n",
        "utf-8",
    )
    seen = see(path)
    assert seen.column("department_uid")[0] == "Khoa Nhà nước và pháp luật"
    assert seen.column("unit_uid") == [None, None, None]
    assert not seen.guess.use(2).sure


def test_day_month_and_year_in_three_columns(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        rows_from(
            page, 0, [("STT", "Họ và tên", "Ngày sinh", None, None, "Dân tộc"), (None, None, "Ngày", "Tháng", "Năm")]
        )
        rows_from(page, 2, [(1, "Đinh Thị Sâm", 8, 3, 1990, "Mường"), (2, "Hạng A Chu", None, None, 1988, "Mông")])

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert seen.shown("birth_date") == ["08/03/1990", "1988"]
    assert seen.shown("ethnicity") == ["Mường", "Mông"]


def test_headings_again_on_every_printed_page_and_subtotals(tmp_path: Path) -> None:
    heading = ("STT", "Họ và tên", "Giới tính", "Trình độ chuyên môn (cao nhất)")
    rows = [
        heading,
        ("A", "Khoa Lý luận cơ sở: 02 đ/c"),
        (1, "Ma Thị Thảo", "Nữ", "Thạc sĩ"),
        (2, "Thào A Vảng", "Nam", "Đại học"),
        (None, "Cộng: 2"),
        heading,
        ("B", "Phòng TC-HC: 01 đ/c"),
        (1, "Phùng Văn Lâm", "Nam", "Khác"),
        (None, "Cộng: 1"),
        (None, "Tổng số: 03 người"),
        ("Ghi chú: đồng chí Lâm nghỉ phép từ tháng 11.",),
    ]
    seen = see(excel(tmp_path / "ds.xlsx", lambda page, day: rows_from(page, 2, rows)))
    assert seen.column("full_name") == ["Ma Thị Thảo", "Thào A Vảng", "Phùng Văn Lâm"]
    assert seen.column("department_uid") == ["Khoa Lý luận cơ sở", "Khoa Lý luận cơ sở", "Phòng TC-HC"]
    assert seen.guess.skipped[7] == "tiêu đề lặp lại"


def test_a_short_list_without_numbers(tmp_path: Path) -> None:
    rows = [
        ("Họ tên", "Năm sinh", "Chức vụ"),
        ("Nguyễn Thị Tâm", 1975, "Kế toán"),
        ("Trần Văn Tổng", 1980, "Lái xe"),
        ("Cộng Thị Khoa", 1990, "Văn thư"),
        ("HIỆU TRƯỞNG",),
        ("(Ký, ghi rõ họ tên)",),
        ("Nguyễn Văn Hùng",),
    ]
    seen = see(excel(tmp_path / "ds.xlsx", lambda page, day: rows_from(page, 0, rows)))
    assert seen.column("full_name") == ["Nguyễn Thị Tâm", "Trần Văn Tổng", "Cộng Thị Khoa"]


def test_party_dates_and_columns_nobody_asked_for(tmp_path: Path) -> None:
    def fill(page: Any, day: Any) -> None:
        for column, text in enumerate(("STT", "Họ và tên khai sinh", "Hệ số lương")):
            page.merge_range(0, column, 1, column, text)
        page.merge_range(0, 3, 0, 4, "Ngày vào Đảng")
        page.write_row(1, 3, ("Dự bị", "Chính thức"))
        page.merge_range(0, 5, 1, 5, "Chức vụ, đơn vị công tác")
        rows_from(page, 2, [(1, "Lèng Văn Thắng", 4.98, "03/02/2001", "03/02/2002", "Giảng viên, Khoa LLCS")])

    seen = see(excel(tmp_path / "ds.xlsx", fill))
    assert seen.shown("party_joined") == ["03/02/2001"]
    assert seen.shown("party_official") == ["03/02/2002"]
    assert seen.column("position") == [None]  # two things in one column are not guessed at
    assert [seen.guess.headings[column] for column in seen.guess.unused] == [
        "Hệ số lương",
        "Chức vụ, đơn vị công tác",
    ]


def test_units_as_group_rows_above_departments(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Trình độ", "LLCT"),
        ("A", "TRƯỜNG CHÍNH TRỊ TỈNH CAO BẰNG"),
        ("I", "Ban Giám hiệu"),
        (1, "Hoàng Đình Bảo", "Tiến sĩ", "CC"),
        ("B", "TRƯỜNG CHÍNH TRỊ TỈNH LẠNG SƠN"),
        (1, "Vi Thị Hà", "Thạc sĩ", "TC"),
        ("II", "Khoa Nhà nước và pháp luật"),
        (2, "Lô Văn Nghị", "CN", "TC"),
    ]
    seen = see(excel(tmp_path / "ds.xlsx", lambda page, day: rows_from(page, 0, rows)))
    assert seen.column("unit_uid") == [
        "TRƯỜNG CHÍNH TRỊ TỈNH CAO BẰNG",
        "TRƯỜNG CHÍNH TRỊ TỈNH LẠNG SƠN",
        "TRƯỜNG CHÍNH TRỊ TỈNH LẠNG SƠN",
    ]
    assert seen.column("department_uid") == ["Ban Giám hiệu", None, "Khoa Nhà nước và pháp luật"]
    assert seen.values("degree") == ["TIEN_SI", "THAC_SI", "CU_NHAN"]


def test_an_old_xls_of_2008() -> None:
    seen, annex = see_all(FILES / "danh-sach-2008.xls")
    assert seen.column("full_name") == ["Hoàng Thị Nhung", "Lộc Văn Tài", "Nông Thị Hiền"]
    assert seen.shown("birth_date") == ["02/09/1976", "25/12/1981", "1985"]
    assert seen.values("gender") == ["NU", "NAM", "NU"]
    assert seen.column("department_uid") == ["Khoa Lý luận cơ sở", "Khoa Lý luận cơ sở", "Phòng Đào tạo"]
    assert seen.column("identity_number") == ["080123456", "081234567", "082345678"]
    assert [len(row.notices) for row in seen.rows] == [1, 1, 1]
    assert annex.column("full_name") == ["Nông Văn Bắc", "Vi Thị Thơm"]
    assert ["#N/A" in row.problems[0].message for row in annex.rows] == [True, False]
    assert "#DIV/0!" in annex.rows[1].problems[0].message


def test_x_columns_without_a_common_heading(tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Nữ", "Tiến sĩ", "Thạc sĩ", "Cử nhân", "Cao cấp", "Trung cấp", "Đảng viên"),
        (1, "Hờ Thị Dở", "x", None, "x", None, None, "x", "x"),
        (2, "Lý A Sì", None, None, None, "x", "x", None, None),
    ]
    seen = see(excel(tmp_path / "ds.xlsx", lambda page, day: rows_from(page, 0, rows)))
    assert seen.values("degree") == ["THAC_SI", "CU_NHAN"]
    assert seen.values("political_theory") == ["TRUNG_CAP", "CAO_CAP"]
    assert seen.values("gender") == ["NU", None]  # an empty cell is not taken for a man unasked
    assert len(seen.guess.remarks) == 1
    assert "Đảng viên" in [seen.guess.headings[column] for column in seen.guess.unused]


def test_a_summary_without_names_is_no_table(tmp_path: Path) -> None:
    rows = [("STT", "Đơn vị", "Tiến sĩ", "Thạc sĩ"), (1, "Lào Cai", 2, 30)]
    assert see_all(excel(tmp_path / "th.xlsx", lambda page, day: rows_from(page, 0, rows))) == []


def test_a_first_row_of_words_alone_is_not_taken_for_heading(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(
        "Họ tên,Giới tính,,Tôn giáo\nHầu A Lềnh,Nam,Mông,Không\nLò Thị Hặc,Nữ,Thái,Không\n", encoding="utf-8"
    )
    assert see(path).column("full_name") == ["Hầu A Lềnh", "Lò Thị Hặc"]


def test_a_heading_wrapped_over_two_rows_without_merging(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(
        "Số,Họ và tên,Trình độ,Lý luận,Ngày\nTT,cán bộ,chuyên môn,chính trị,vào Đảng\n"
        "1,Hầu A Lềnh,Thạc sĩ,Cao cấp,03/02/2001\n",
        encoding="utf-8",
    )
    seen = see(path)
    assert seen.column("full_name") == ["Hầu A Lềnh"]
    assert seen.values("degree") == ["THAC_SI"]
    assert seen.values("political_theory") == ["CAO_CAP"]
    assert seen.shown("party_joined") == ["03/02/2001"]
