"""A list of nominations says into which round and session each goes and how far it came; a decision alone decides."""

from pathlib import Path

from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.commands.imports.held_records import put, rows, shown, wrong
from tests.commands.imports.import_files import bring_in, excel, plan

HEAD = ("Họ và tên", "Danh hiệu đề nghị", "Năm", "Đợt đề nghị", "Phiên họp Hội đồng", "Trạng thái", "Cấp quyết định")


def test_each_row_goes_to_its_own_round_and_session(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    for name in ("Giàng A Páo", "Lò Thị Ơn"):
        put(workspace, PersonDraft(full_name=name, unit_uid=unit))
    put(workspace, RoundDraft(name="Tổng kết", year=2020))
    put(workspace, RoundDraft(name="Chống dịch", year=2020, kind="CHUYEN_DE"))
    put(workspace, CouncilSessionDraft(name="Họp một", year=2020))
    put(workspace, CouncilSessionDraft(name="Họp một", year=2021))
    table = excel(
        tmp_path / "đề nghị.xlsx",
        HEAD,
        ("Giàng A Páo", "Giấy khen", 2020, "Chống dịch", "Họp một", "Hội đồng đồng ý", None),
        ("Lò Thị Ơn", "Bằng khen của UBND tỉnh", 2020, None, None, "Đã có quyết định", "Học viện"),
    )
    assert bring_in(workspace, "nominations", table).new("round") == 0
    assert shown(workspace, "nomination", "recipient", "round_uid", "session_uid", "state", "level") == {
        ("Giàng A Páo", "Chống dịch", "Họp một", "Hội đồng đồng ý", ""),
        ("Lò Thị Ơn", "Tổng kết", "", "Hội đồng đồng ý", "Học viện"),
    }
    years = {row.title: row.values["session_uid"] for row in rows(workspace, "nomination")}
    of_2020 = next(row.uid for row in rows(workspace, "council_session") if row.values["year"] == 2020)
    assert of_2020 in years.values()
    first, second = sorted(rows(workspace, "round"), key=lambda row: row.title)
    noted = plan(workspace, "nominations", table, round_uid=first.uid).notes
    assert not any("Chống dịch" in note for note in noted)
    other = plan(workspace, "nominations", table, round_uid=second.uid).notes
    assert any("Bảng ghi đợt “Chống dịch”" in note for note in other)


def test_a_decided_nomination_stays_decided_whatever_a_list_says(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    person = put(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit))
    in_round = put(workspace, RoundDraft(name="Tổng kết", year=2020))
    nomination = put(workspace, NominationDraft(round_uid=in_round, person_uid=person, award="GK", state="DE_NGHI"))
    told = excel(tmp_path / "a.xlsx", HEAD, ("Giàng A Páo", "Giấy khen", 2020, None, None, "Đã có quyết định", None))
    assert plan(workspace, "nominations", told).unchanged == 1
    decision = put(
        workspace,
        DecisionDraft(number="1/QĐ", decided_on=PartialDate(2021, 1, 5), year=2020, level="CO_SO", unit_uid=unit),
    )
    put(workspace, AwardDraft(decision_uid=decision, person_uid=person, award="GK", nomination_uid=nomination))
    before = excel(tmp_path / "b.xlsx", HEAD, ("Giàng A Páo", "Giấy khen", 2020, None, None, "Đã đề nghị", None))
    assert plan(workspace, "nominations", before).unchanged == 1
    (held,) = rows(workspace, "nomination")
    assert held.values["state"] == "DA_QUYET_DINH"


def test_votes_are_taken_where_they_are_and_points_before_them_are_left(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    put(workspace, ClusterDraft(name="Cụm số 2"))
    table = excel(
        tmp_path / "suy tôn.xlsx",
        ("KẾT QUẢ SUY TÔN CỜ THI ĐUA CẤP TỈNH NĂM 2020",),
        ("TT", "Đơn vị", "Đồng ý", "Tổng số"),
        (1, "Lào Cai", 6, 7),
        (2, "Lào Cai", None, None),
    )
    done = bring_in(workspace, "recommendations", table)
    assert shown(workspace, "recommendation", "unit_uid", "award", "votes_for", "votes_total") == {
        ("Lào Cai", "Cờ thi đua của Bộ, ban, ngành, tỉnh", "6", "7")
    }
    assert [remark.message for remark in done.skipped] == ["không ghi số phiếu suy tôn"]


def test_minutes_say_what_was_handed_over_in_words(workspace: Workspace, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "bàn giao.xlsx",
        ("Nội dung bàn giao", "Tình trạng", "Năm"),
        ("Con dấu", "Đã bàn giao", 2020),
        ("Hồ sơ", "Chưa bàn giao", 2020),
        ("Sổ sách", None, 2020),
        ("Kho", "sắp xong", 2020),
    )
    assert wrong(plan(workspace, "handover-items", table)).keys() == {5}
    good = excel(
        tmp_path / "đúng.xlsx",
        ("Nội dung bàn giao", "Tình trạng", "Năm"),
        ("Con dấu", "Đã bàn giao", 2020),
        ("Hồ sơ", "Chưa bàn giao", 2020),
        ("Sổ sách", None, 2020),
    )
    bring_in(workspace, "handover-items", good)
    assert shown(workspace, "handover_item", "title", "done") == {
        ("Con dấu", "Có"),
        ("Hồ sơ", "Không"),
        ("Sổ sách", ""),
    }


def test_a_criterion_names_the_group_of_its_own_sheet(workspace: Workspace, tmp_path: Path) -> None:
    put(workspace, ClusterDraft(name="Cụm số 2"))
    head = ("Số mục", "Nội dung tiêu chí", "Loại", "Điểm tối đa", "Thuộc nhóm", "Năm")
    lines = [
        line
        for year in (2019, 2020)
        for line in (
            ("I", "Đào tạo", "Nhóm tiêu chí", None, None, year),
            ("1", "Đào tạo", "Tiêu chí", 10, "Đào tạo", year),
            ("2", "Mở lớp", "Tiêu chí", 5, "Đào tạo", year),
        )
    ]
    bring_in(workspace, "criteria", excel(tmp_path / "tiêu chí.xlsx", head, *lines))
    held = {row.uid: row for row in rows(workspace, "criterion")}
    inside = [row for row in held.values() if row.values["parent_uid"]]
    assert len(inside) == 4
    for row in inside:
        group = held[str(row.values["parent_uid"])]
        assert (group.values["kind"], group.values["sheet_uid"]) == ("NHOM", row.values["sheet_uid"])


def test_the_unit_chosen_for_the_whole_table_holds_where_rows_name_none(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    table = excel(tmp_path / "khoa.xlsx", ("TT", "Tên khoa, phòng", "Loại"), (1, "Khoa Dân vận", "Khoa"))
    assert "Bảng không ghi đơn vị" in wrong(plan(workspace, "departments", table))[2][1]
    (new,) = plan(workspace, "departments", table, unit_uid=unit).added
    assert new.draft.values()["unit_uid"] == unit


def test_a_group_that_is_called_as_a_department_is_a_group(workspace: Workspace, tmp_path: Path) -> None:
    put(workspace, ClusterDraft(name="Cụm số 2"))
    lines = (
        ("TT", "Nội dung tiêu chí", "Điểm tối đa"),
        ("I", "Tổ chức phong trào", None),
        (1, "Phát động kịp thời", 5),
    )
    bring_in(workspace, "criteria", excel(tmp_path / "a.xlsx", *lines), year=2020)
    told = shown(workspace, "criterion", "title", "kind", "parent_uid")
    assert told == {
        ("Tổ chức phong trào", "Nhóm tiêu chí", ""),
        ("Phát động kịp thời", "Tiêu chí", "Tổ chức phong trào"),
    }
