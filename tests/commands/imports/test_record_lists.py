"""Lists whose rows are records of their own come in as schools write them: units, councils, criteria."""

from pathlib import Path

from cluster_desktop.commands.imports import importing
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreSheetDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, DepartmentDraft, MovementDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.commands.imports.held_records import put, rows, shown, wrong
from tests.commands.imports.import_files import bring_in, excel, plan

SCHOOL = "Trường Chính trị tỉnh Lào Cai"


# --- units and what they have ---


def test_names_alone_give_units_their_short_names_and_codes(workspace: Workspace, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "đơn vị.xlsx",
        ("TT", "Tên đơn vị", "Địa chỉ"),
        (1, "Trường Chính trị tỉnh Điện Biên", "Phường Noong Bua"),
        (2, "Trường Chính trị thành phố Hải Phòng", None),
        (3, "Học viện Cán bộ", None),
    )
    bring_in(workspace, "units", table)
    assert shown(workspace, "unit", "code", "short_name") == {
        ("DIENBIEN", "Điện Biên"),
        ("HAIPHONG", "Hải Phòng"),
        ("HOCVIENCANBO", "Học viện Cán bộ"),
    }


def test_a_unit_is_found_by_its_code_and_without_one_by_its_name(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    both = excel(tmp_path / "a.xlsx", ("Mã đơn vị", "Tên đơn vị", "Điện thoại"), ("LAOCAI", "Trường Lào Cai", "0214 1"))
    found = plan(workspace, "units", both)
    assert [item.uid for item in found.changed] == [unit]
    assert {change.label for change in found.changed[0].changes} == {"Tên đơn vị", "Điện thoại"}
    alone = excel(tmp_path / "b.xlsx", ("Tên đơn vị", "Điện thoại"), (SCHOOL.upper(), "0214 2"))
    assert [item.uid for item in plan(workspace, "units", alone).changed] == [unit]
    other = excel(tmp_path / "c.xlsx", ("Mã đơn vị", "Tên đơn vị", "Điện thoại"), ("LC", SCHOOL, "0214 3"))
    assert [item.uid for item in plan(workspace, "units", other).changed] == [unit]


def test_units_that_went_into_one_further_down_come_in_with_it(workspace: Workspace, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "sáp nhập.xlsx",
        ("Mã đơn vị", "Tên đơn vị", "Tên gọi tắt", "Ngày giải thể, sáp nhập", "Sáp nhập vào"),
        ("YB", "Trường Yên Bái", "Yên Bái", "01/07/2025", "Lào Cai"),
        ("HG", "Trường Hà Giang", "Hà Giang", "01/07/2025", "tuyên quang"),
        ("TQ", "Trường Tuyên Quang", "Tuyên Quang", None, None),
        ("LC", "Trường Lào Cai", "Lào Cai", None, None),
    )
    done = bring_in(workspace, "units", table)
    assert [item.title for item in done.added[:2]] == ["Trường Lào Cai", "Trường Yên Bái"]
    assert shown(workspace, "unit", "short_name", "merged_into_uid") == {
        ("Yên Bái", "Lào Cai"),
        ("Hà Giang", "Tuyên Quang"),
        ("Tuyên Quang", ""),
        ("Lào Cai", ""),
    }


def test_what_names_a_row_that_stays_out_stays_out_too(workspace: Workspace, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "lỗi.xlsx",
        ("Mã đơn vị", "Tên đơn vị", "Tên gọi tắt", "Sáp nhập vào"),
        ("A", "Trường A", "A trường", "Trường B"),
        ("B", "Trường B", "B trường", "Trường C"),
        ("mã sai!", "Trường C", "C trường", None),
        ("D", "Trường D", "D trường", "Trường Không có"),
        ("E", "Trường E", "E trường", None),
    )
    found = plan(workspace, "units", table)
    assert {row: column for row, (column, _sentence) in wrong(found).items()} == {
        2: "Sáp nhập vào",
        3: "Sáp nhập vào",
        4: "Mã đơn vị",
        5: "Sáp nhập vào",
    }
    assert "dòng 4 của bảng còn lỗi" in wrong(found)[3][1]
    assert "không có trong sổ và trong bảng" in wrong(found)[5][1]
    assert [item.title for item in found.added] == ["Trường E"]
    assert found.read == 5
    importing.import_table(workspace, found.good(), "lỗi.xlsx")
    assert shown(workspace, "unit", "code") == {("E",)}


def test_departments_stand_below_the_names_of_their_units(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    other = put(workspace, UnitDraft(code="SL", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La"))
    table = excel(
        tmp_path / "khoa.xlsx",
        ("TT", "Tên khoa, phòng", "Loại", "Ngày thành lập"),
        ("I", SCHOOL, None, None),
        (1, "Khoa Xây dựng Đảng", "Khoa", "01/9/2010"),
        (2, "Phòng Tổ chức", "Phòng", None),
        ("II", "Trường Chính trị tỉnh Sơn La", None, None),
        (1, "Khoa Xây dựng Đảng", "Khoa", None),
    )
    bring_in(workspace, "departments", table)
    held = {(row.values["unit_uid"], row.title, row.shown["began_on"]) for row in rows(workspace, "department")}
    assert held == {
        (unit, "Khoa Xây dựng Đảng", "01/09/2010"),
        (unit, "Phòng Tổ chức", ""),
        (other, "Khoa Xây dựng Đảng", ""),
    }


def test_a_department_carries_on_the_one_of_the_unit_that_went_into_its_own(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    gone = put(
        workspace,
        UnitDraft(
            code="YB", name="Trường Yên Bái", short_name="Yên Bái", dissolved_on=PartialDate(2025, 7, 1),
            merged_into_uid=unit,
        ),
    )  # fmt: skip
    third = put(workspace, UnitDraft(code="SL", name="Trường Sơn La", short_name="Sơn La"))
    before = put(workspace, DepartmentDraft(unit_uid=gone, name="Khoa Dân vận"))
    put(workspace, DepartmentDraft(unit_uid=third, name="Khoa Dân vận"))
    table = excel(
        tmp_path / "khoa.xlsx",
        ("Đơn vị", "Tên khoa, phòng", "Tiếp nối khoa, phòng"),
        ("Lào Cai", "Khoa Dân vận", "Khoa Dân vận"),
    )
    bring_in(workspace, "departments", table)
    (own,) = [row for row in rows(workspace, "department") if row.values["unit_uid"] == unit]
    assert own.values["continues_uid"] == before


def test_two_rows_for_one_record_are_one_too_many(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "khoa.xlsx",
        ("Đơn vị", "Tên khoa, phòng", "Loại"),
        ("Lào Cai", "Khoa Xây dựng Đảng", "Khoa"),
        ("LAOCAI", "KHOA XÂY DỰNG ĐẢNG", "Khoa"),
    )
    assert wrong(plan(workspace, "departments", table))[3] == (
        "Tên khoa, phòng",
        "Trùng với dòng 2 của bảng (cùng đơn vị, tên khoa, phòng). Hãy bỏ một trong hai dòng.",
    )
    bring = excel(tmp_path / "một.xlsx", ("Đơn vị", "Tên khoa, phòng"), ("Lào Cai", "Khoa Xây dựng Đảng"))
    bring_in(workspace, "departments", bring)
    assert "Trùng với dòng 2" in wrong(plan(workspace, "departments", table))[3][1]


def test_of_two_rows_that_fit_one_record_the_very_same_takes_it(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    put(workspace, MovementDraft(title="Dạy tốt, học tốt", from_year=2018))
    table = excel(
        tmp_path / "phong trào.xlsx",
        ("Tên phong trào", "Từ năm", "Đến năm"),
        ("Dạy tốt, học tốt", None, 2025),
        ("Dạy tốt, học tốt", 2018, 2020),
    )
    found = plan(workspace, "movements", table)
    assert [(item.row, item.title) for item in found.changed] == [(3, "Dạy tốt, học tốt")]
    assert [item.row for item in found.added] == [2]
    alone = excel(tmp_path / "một.xlsx", ("Tên phong trào", "Từ năm", "Đến năm"), ("Dạy tốt, học tốt", None, 2025))
    assert [item.row for item in plan(workspace, "movements", alone).changed] == [2]
    both = excel(
        tmp_path / "hai.xlsx",
        ("Tên phong trào", "Từ năm", "Đến năm"),
        ("Dạy tốt, học tốt", None, 2025),
        ("Dạy tốt, học tốt", 2022, 2024),
    )
    found = plan(workspace, "movements", both)
    assert ([item.row for item in found.changed], [item.row for item in found.added]) == ([2], [3])


def test_the_only_cluster_need_not_be_named_and_of_two_one_is_asked_for(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    table = excel(tmp_path / "vai trò.xlsx", ("Đơn vị", "Năm", "Vai trò"), ("Lào Cai", 2020, "Cụm trưởng"))
    assert "chọn cụm thi đua cho cả bảng" in wrong(plan(workspace, "memberships", table))[2][1]
    first = put(workspace, ClusterDraft(name="Cụm số 2"))
    bring_in(workspace, "memberships", table)
    assert shown(workspace, "membership", "cluster_uid", "role") == {("Cụm số 2", "Cụm trưởng")}
    second = put(workspace, ClusterDraft(name="Khối tỉnh"))
    assert "Cụm, khối" in wrong(plan(workspace, "memberships", table))[2]
    assert plan(workspace, "memberships", table, owner_uid=first).unchanged == 1
    (new,) = plan(workspace, "memberships", table, owner_uid=second).added
    assert new.draft.values()["cluster_uid"] == second


# --- the year, councils, decisions ---


def test_targets_keep_their_years_apart(workspace: Workspace, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "giao ước.xlsx",
        ("GIAO ƯỚC THI ĐUA NĂM 2020",),
        ("TT", "Nội dung thi đua", "Chỉ tiêu"),
        (1, "Giảng viên dự giờ", "100%"),
        (2, "Đề tài khoa học", "02 đề tài"),
    )
    bring_in(workspace, "pledge-targets", table)
    assert shown(workspace, "pledge_target", "year", "title", "target") == {
        ("2020", "Giảng viên dự giờ", "100%"),
        ("2020", "Đề tài khoa học", "02 đề tài"),
    }
    assert len(plan(workspace, "pledge-targets", table, year=2021).added) == 2


def test_members_belong_to_the_session_of_the_year_or_to_the_one_on_show(workspace: Workspace, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "hội đồng.xlsx",
        ("TT", "Họ và tên", "Chức vụ", "Vai trò"),
        (1, "Lù Văn Páo", "Hiệu trưởng", "Chủ tịch"),
        (2, "Vàng A Chớ", "Phó Hiệu trưởng", "Thành viên"),
    )
    assert "phiên họp" in wrong(plan(workspace, "council-members", table, year=2020))[2][1]
    own = put(workspace, CouncilSessionDraft(name="Họp cuối năm", year=2020))
    bring_in(workspace, "council-members", table, year=2020)
    (session,) = rows(workspace, "council_session")
    assert (session.values["members_total"], session.values["present"]) == (2, 2)
    other = put(workspace, CouncilSessionDraft(name="Họp đột xuất", year=2020))
    assert wrong(plan(workspace, "council-members", table, year=2020)).keys() == {2, 3}
    assert len(plan(workspace, "council-members", table, owner_uid=other).added) == 2
    assert plan(workspace, "council-members", table, owner_uid=own).unchanged == 2


def test_decisions_are_one_by_number_year_and_unit_and_without_number_by_day_and_subject(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    head = ("Số quyết định", "Ngày quyết định", "Năm thành tích", "Cấp quyết định", "Cơ quan ban hành", "Trích yếu")
    table = excel(
        tmp_path / "qđ.xlsx",
        head,
        ("48/QĐ-UBND", "05/01/2021", 2020, "Tỉnh", "UBND tỉnh Lào Cai", "Về khen thưởng"),
        ("48/QĐ-UBND", "05/01/2021", 2020, "Tỉnh", "UBND tỉnh Sơn La", "Về khen thưởng"),
        ("Không số", "06/01/2021", 2020, "Tỉnh", "UBND tỉnh Lào Cai", "Về khen đột xuất"),
        ("Không số", "07/01/2021", 2020, "Tỉnh", "UBND tỉnh Lào Cai", "Về khen đột xuất"),
    )
    bring_in(workspace, "decisions", table)
    assert len(rows(workspace, "decision")) == 4
    again = excel(
        tmp_path / "sửa.xlsx", head, ("48/QĐ-UBND", "05/01/2021", 2020, "Tỉnh", "UBND tỉnh Sơn La", "Về tặng bằng khen")
    )
    (changed,) = plan(workspace, "decisions", again).changed
    assert [(change.label, change.after) for change in changed.changes] == [("Trích yếu", "Về tặng bằng khen")]


def test_a_decision_of_a_unit_is_one_whatever_its_head_is_called(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    head = (
        "Số quyết định",
        "Ngày quyết định",
        "Năm thành tích",
        "Cấp quyết định",
        "Đơn vị ban hành",
        "Cơ quan ban hành",
    )
    for issuer in ("Hiệu trưởng", "Hiệu trưởng Trường Chính trị"):
        row = ("05/QĐ-TCT", "05/01/2021", 2020, "Cơ sở", "Lào Cai", issuer)
        found = plan(workspace, "decisions", excel(tmp_path / f"{issuer}.xlsx", head, row))
        importing.import_table(workspace, found, "qđ.xlsx")
    assert shown(workspace, "decision", "number", "issuer") == {("05/QĐ-TCT", "Hiệu trưởng Trường Chính trị")}


# --- criteria ---

CRITERIA = (
    ("TT", "Nội dung tiêu chí", "Điểm tối đa", "Minh chứng"),
    ("I", "Công tác đào tạo", None, None),
    ("1", "Mở lớp theo kế hoạch", 10, "Quyết định mở lớp"),
    ("1.1", "Đúng thời gian", "5 điểm", None),
    ("II", "Nghiên cứu khoa học", None, None),
    ("1", "Đề tài được nghiệm thu", "7,5", None),
    ("III", "Điểm thưởng, điểm trừ", None, None),
    ("1", "Có mô hình mới", 3, None),
    ("2", "Báo cáo chậm", "-2", None),
)


def tree(workspace: Workspace) -> set[tuple[str, ...]]:
    return shown(workspace, "criterion", "code", "title", "kind", "maximum", "parent_uid")


def test_a_table_of_criteria_makes_the_sheet_of_its_year_with_groups_bonus_and_penalty(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = excel(tmp_path / "tiêu chí.xlsx", *CRITERIA)
    assert "năm nào" in wrong(plan(workspace, "criteria", table))[2][1]
    assert "cụm, khối nào" in wrong(plan(workspace, "criteria", table, year=2020))[2][1]
    put(workspace, ClusterDraft(name="Cụm số 2"))
    done = bring_in(workspace, "criteria", table, year=2020)
    assert done.new("score_sheet") == 1
    assert shown(workspace, "score_sheet", "name", "year", "cluster_uid") == {
        ("Bảng điểm năm 2020", "2020", "Cụm số 2")
    }
    assert tree(workspace) == {
        ("I", "Công tác đào tạo", "Nhóm tiêu chí", "", ""),
        ("1", "Mở lớp theo kế hoạch", "Nhóm tiêu chí", "10", "Công tác đào tạo"),
        ("1.1", "Đúng thời gian", "Tiêu chí", "5", "Mở lớp theo kế hoạch"),
        ("II", "Nghiên cứu khoa học", "Nhóm tiêu chí", "", ""),
        ("1", "Đề tài được nghiệm thu", "Tiêu chí", "7,5", "Nghiên cứu khoa học"),
        ("III", "Điểm thưởng, điểm trừ", "Nhóm tiêu chí", "", ""),
        ("1", "Có mô hình mới", "Điểm thưởng", "3", "Điểm thưởng, điểm trừ"),
        ("2", "Báo cáo chậm", "Điểm trừ", "2", "Điểm thưởng, điểm trừ"),
    }
    assert [row.title for row in rows(workspace, "criterion") if row.values["parent_uid"] is None] == [
        "Công tác đào tạo",
        "Nghiên cứu khoa học",
        "Điểm thưởng, điểm trừ",
    ]


def test_a_locked_sheet_takes_no_criteria_and_loses_none(workspace: Workspace, tmp_path: Path) -> None:
    cluster = put(workspace, ClusterDraft(name="Cụm số 2"))
    sheet = put(workspace, ScoreSheetDraft(name="Bảng", cluster_uid=cluster, year=2020, state="CHAM"))
    put(workspace, CriterionDraft(sheet_uid=sheet, title="Mở lớp", maximum=500))
    table = excel(
        tmp_path / "bảng.xlsx", ("Tên bảng điểm", "Cụm, khối", "Năm", "Trạng thái"), ("Bảng", None, 2020, "Đã chốt")
    )
    (locking,) = plan(workspace, "score-sheets", table).changed
    assert [change.after for change in locking.changes] == ["Đã chốt"]
    fresh = excel(
        tmp_path / "mới.xlsx",
        ("Tên bảng điểm", "Cụm, khối", "Năm", "Trạng thái", "Ngày chốt"),
        ("Bảng 2021", "Cụm số 2", 2021, "Đã chốt", "12/11/2021"),
    )
    done = plan(workspace, "score-sheets", fresh)
    importing.import_table(workspace, done, "mới.xlsx")
    assert ("Bảng 2021", "Đang chấm", "") in shown(workspace, "score_sheet", "name", "state", "locked_on")
