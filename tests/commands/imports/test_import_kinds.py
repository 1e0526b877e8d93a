"""Lists of nominations, decisions, old registers, classes, initiatives, events and scores come in from real files."""

from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.imports.plan import LEFT_OUT, NEW_PERSON
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import DecisionDraft, RoundDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.scoring.scoring import CriterionDraft, ScoreSheetDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, DepartmentDraft, FormerNameDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row
from tests.commands.imports.import_files import bring_in, excel, plan, word

HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị công tác", "Danh hiệu đề nghị")
SCHOOL = "Trường Chính trị tỉnh Lào Cai"


def all_of(workspace: Workspace, kind: str) -> tuple[Row, ...]:
    return workspace.read(listing.page, Listing(kind=kind), 0, 1000)


def add_person(workspace: Workspace, unit: str, name: str, born: PartialDate | None = None) -> str:
    return records.create(workspace, PersonDraft(full_name=name, unit_uid=unit, birth_date=born)).uids[0]


@pytest.fixture
def school(workspace: Workspace, unit: str) -> str:
    """A school with a faculty and three people."""
    records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng", kind="KHOA"))
    for name, born in (("Giàng A Páo", 1976), ("Lò Thị Ơn", 1980), ("Lý Thúy Hòa", 1985)):
        add_person(workspace, unit, name, PartialDate(born))
    return unit


def test_a_word_list_of_persons_and_collectives_under_group_rows(
    workspace: Workspace, school: str, tmp_path: Path
) -> None:
    path = word(
        tmp_path / "ds.docx",
        ("TT", "Tên tập thể, cá nhân", "Ngày sinh", "Chức vụ, đơn vị công tác"),
        ("I. TẬP THỂ",),
        ("Tập thể Lao động xuất sắc",),
        ("1", SCHOOL, "", ""),
        ("Tập thể Lao động tiên tiến",),
        ("1", "Tập thể Khoa Xây dựng Đảng", "", SCHOOL),
        ("II. CÁ NHÂN",),
        ("Chiến sỹ thi đua cơ sở",),
        ("1", "Ông GIÀNG A PÁO", "02/09/1976", f"Trưởng khoa, Khoa Xây dựng Đảng, {SCHOOL}"),
        ("2", "Lò Thị Ơn, Giảng viên", "1980\nNữ", SCHOOL),
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2020\n(Kèm theo Tờ trình số 12/TTr ngày 05 tháng 01 năm 2021)",
    )
    done = bring_in(workspace, "nominations", path)
    assert done.new("round") == 1
    shown = {
        (row.values["recipient"], row.values["award"], row.values["year"]) for row in all_of(workspace, "nomination")
    }
    assert shown == {
        (SCHOOL, "TTLDXS", 2020),
        ("Khoa Xây dựng Đảng", "TTLDTT", 2020),
        ("Giàng A Páo", "CSTDCS", 2020),
        ("Lò Thị Ơn", "CSTDCS", 2020),
    }
    undo.undo(workspace)
    assert all_of(workspace, "nomination") == all_of(workspace, "round") == ()


def test_titles_as_columns_of_marks_and_several_in_a_cell(workspace: Workspace, school: str, tmp_path: Path) -> None:
    marks = excel(
        tmp_path / "a.xlsx",
        ("TT", "Họ và tên", "Danh hiệu đề nghị", None, None),
        (None, None, "LĐTT", "CSTĐ cơ sở", "Giấy khen"),
        (1, "Giàng A Páo", "x", "x", None),
        (2, "Lò Thị Ơn", "x", None, "x"),
    )
    assert len(bring_in(workspace, "nominations", marks, year=2020, unit_uid=school).added) == 4
    cells = excel(tmp_path / "b.xlsx", HEAD, (1, "Lý Thuý Hoà", 1985, SCHOOL, "LĐTT, CSTĐCS"))
    assert len(bring_in(workspace, "nominations", cells, year=2020).added) == 2


def test_people_in_doubt_and_people_unknown_are_asked_about(workspace: Workspace, school: str, tmp_path: Path) -> None:
    twins = [add_person(workspace, school, "Sùng A Dế", PartialDate(1990)) for _ in range(2)]
    path = excel(
        tmp_path / "ds.xlsx",
        HEAD,
        (1, "Sùng A Dế", 1990, SCHOOL, "LĐTT"),
        (2, "Vàng Thị Dợ", "3/1992", f"Giảng viên, Khoa Dân vận, {SCHOOL}", "LĐTT"),
        (3, "Vàng Thị Dợ", "3/1992", f"Giảng viên, Khoa Dân vận, {SCHOOL}", "CSTĐCS"),
        (4, "Thào Mí Và", 1970, SCHOOL, "LĐTT"),
    )
    asked = plan(workspace, "nominations", path, year=2020)
    assert [(doubt.name, len(doubt.candidates)) for doubt in asked.doubts] == [
        ("Sùng A Dế", 2),
        ("Vàng Thị Dợ", 0),
        ("Vàng Thị Dợ", 0),
        ("Thào Mí Và", 0),
    ]
    with pytest.raises(errors.Refused):
        importing.import_table(workspace, asked, "ds.xlsx")
    told = importing.open_problems(workspace, asked)
    assert "Sùng A Dế (1990, Lào Cai); Sùng A Dế (1990, Lào Cai)" in told[0].message
    answers = dict(
        zip((doubt.key for doubt in asked.doubts), (twins[1], NEW_PERSON, NEW_PERSON, LEFT_OUT), strict=True)
    )
    answered = plan(workspace, "nominations", path, year=2020, answers=answers)
    assert (len(answered.added), answered.left_out, answered.new("person"), answered.new("department")) == (3, 1, 1, 1)
    importing.import_table(workspace, answered, "ds.xlsx")
    chosen = {row.values["person_uid"] for row in all_of(workspace, "nomination")}
    assert twins[1] in chosen
    assert twins[0] not in chosen
    new = next(row for row in all_of(workspace, "person") if row.title == "Vàng Thị Dợ")
    assert (new.shown["department_uid"], new.shown["position"]) == ("Khoa Dân vận", "Giảng viên")
    undo.undo(workspace)
    assert "Vàng Thị Dợ" not in {row.title for row in all_of(workspace, "person")}
    assert all_of(workspace, "nomination") == ()


def test_whoever_stands_twice_for_one_title_is_told(workspace: Workspace, school: str, tmp_path: Path) -> None:
    row = ("Giàng A Páo", 1976, SCHOOL, "LĐTT")
    done = plan(workspace, "nominations", excel(tmp_path / "a.xlsx", HEAD, (1, *row), (2, *row)), year=2020)
    assert [(problem.row, problem.message) for problem in done.problems] == [
        (3, "Trùng với dòng 2 của bảng (cùng người hoặc tập thể, cùng danh hiệu). Hãy bỏ một trong hai dòng.")
    ]


def test_a_list_goes_into_the_round_that_was_chosen(workspace: Workspace, school: str, tmp_path: Path) -> None:
    round_uid = records.create(workspace, RoundDraft(name="Đột xuất tháng 9", year=2020, kind="DOT_XUAT")).uids[0]
    path = excel(tmp_path / "a.xlsx", HEAD, (1, "Giàng A Páo", 1976, SCHOOL, "Giấy khen"))
    assert bring_in(workspace, "nominations", path, round_uid=round_uid).parents == ()
    assert {row.shown["round_uid"] for row in all_of(workspace, "nomination")} == {"Đột xuất tháng 9"}
    named = plan(workspace, "nominations", path, round_name="dot xuat thang 9")
    assert (named.unchanged, named.problems) == (1, ())


def test_a_list_without_year_asks_for_one(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", HEAD, (1, "Giàng A Páo", 1976, SCHOOL, "LĐTT"))
    assert [problem.message for problem in plan(workspace, "nominations", path).problems] == [
        "Bảng không ghi năm. Hãy chọn năm hoặc đợt đề nghị cho cả bảng."
    ]


def test_unknown_titles_and_collectives_are_problems(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = excel(
        tmp_path / "a.xlsx",
        HEAD,
        (1, "Giàng A Páo", 1976, SCHOOL, "Người tốt, việc tốt"),
        (2, "Khoa Không Có", None, SCHOOL, "Giấy khen"),
        (3, SCHOOL, None, None, "CSTĐCS"),
        (4, "Lò Thị Ơn", "31/02/1980", SCHOOL, "LĐTT"),
        (5, "Lò Thị Ơn", 1980, "Trường Chính trị tỉnh Xa Lạ", None),
    )
    done = plan(workspace, "nominations", path, year=2020)
    assert [(problem.row, problem.column) for problem in done.problems] == [
        (2, "Danh hiệu, hình thức"),
        (4, "Danh hiệu, hình thức"),
        (5, "Ngày sinh"),
        (6, "Danh hiệu, hình thức"),
    ]
    assert [(place.words, place.candidates, place.rows) for place in done.places] == [
        ("Khoa Không Có", (), (("Danh sách", 3),))
    ]


def test_an_old_register_makes_the_decisions_it_names(workspace: Workspace, school: str, tmp_path: Path) -> None:
    known = DecisionDraft(
        number="48/QĐ-TCT", decided_on=PartialDate(2021, 1, 5), year=2020, level="CO_SO", unit_uid=school
    )
    records.create(workspace, known)
    path = excel(
        tmp_path / "sổ.xlsx",
        ("STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Số, ngày quyết định", "Năm"),
        (1, "Giàng A Páo", SCHOOL, "Giấy khen của Hiệu trưởng", "QĐ số 48/QĐ-TCT ngày 05/01/2021", None),
        (2, "Lò Thị Ơn", SCHOOL, "Bằng khen của UBND tỉnh", "1234/QĐ-UBND ngày 15/12/2019", None),
        (3, "Lò Thị Ơn", SCHOOL, "CSTĐCS", "07/QĐ-TCT ngày 10/01/2019", None),
        (4, SCHOOL, SCHOOL, "Cờ thi đua của Học viện", "99/QĐ-HVCTQG (20/12/2020)", 2020),
    )
    done = bring_in(workspace, "awards", path)
    assert done.new("decision") == 3
    assert done.notes == (
        "Bảng không ghi năm thành tích của quyết định 1234/QĐ-UBND ngày 15/12/2019: lấy năm 2019.",
        "Bảng không ghi năm thành tích của quyết định 07/QĐ-TCT ngày 10/01/2019: lấy năm 2018.",
    )
    held = {row.values["number"]: row for row in all_of(workspace, "decision")}
    assert {number: (row.values["level"], row.values["year"]) for number, row in held.items()} == {
        "48/QĐ-TCT": ("CO_SO", 2020),
        "1234/QĐ-UBND": ("TINH", 2019),
        "07/QĐ-TCT": ("CO_SO", 2018),
        "99/QĐ-HVCTQG": ("HOC_VIEN", 2020),
    }
    awards = {row.values["award"]: row for row in all_of(workspace, "award")}
    assert awards["GK"].shown["award_name"] == "Giấy khen của Hiệu trưởng"
    assert awards["CSTDCS"].shown["award_name"] == ""
    assert {row.values["ordinal"] for row in awards.values()} == {1}


def test_the_list_of_a_decision_is_numbered_in_its_order(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = word(
        tmp_path / "qd.docx",
        ("TT", "Họ và tên", "Chức vụ, đơn vị"),
        ("1", "Lò Thị Ơn", SCHOOL),
        ("2", "Giàng A Páo", SCHOOL),
        title="DANH SÁCH\nĐược tặng danh hiệu Lao động tiên tiến năm 2020\n"
        "(Kèm theo Quyết định số 52/QĐ-TCT ngày 08 tháng 01 năm 2021 của Hiệu trưởng)",
    )
    bring_in(workspace, "awards", path)
    assert [(row.values["ordinal"], row.values["recipient"]) for row in all_of(workspace, "award")] == [
        (1, "Lò Thị Ơn"),
        (2, "Giàng A Páo"),
    ]
    (decision,) = all_of(workspace, "decision")
    assert (decision.values["number"], decision.values["year"]) == ("52/QĐ-TCT", 2020)


def test_an_unknown_decision_without_a_day_is_a_problem(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", ("Họ và tên", "Danh hiệu", "Số QĐ"), ("Giàng A Páo", "LĐTT", "9/QĐ"))
    (problem,) = plan(workspace, "awards", path, unit_uid=school).problems
    assert "Hãy ghi ngày quyết định" in problem.message


def test_classes_of_the_year_and_what_changes_is_told(workspace: Workspace, school: str, tmp_path: Path) -> None:
    first = excel(
        tmp_path / "a.xlsx",
        ("KẾT QUẢ XẾP LOẠI VIÊN CHỨC NĂM 2020",),
        ("TT", "Họ và tên", "Năm sinh", "Xếp loại"),
        (1, "Giang A Pao", 1976, "HTXSNV"),
        (2, "Lò Thị Ơn", 1980, "Hoàn thành tốt nhiệm vụ"),
    )
    bring_in(workspace, "ratings", first)
    second = excel(
        tmp_path / "b.xlsx", ("Họ và tên", "Năm", "Xếp loại", "Ghi chú"), ("Giàng A Páo", 2020, "HTTNV", "xét lại")
    )
    changed = plan(workspace, "ratings", second, unit_uid=school).changed
    assert [(change.label, change.before, change.after) for item in changed for change in item.changes] == [
        ("Xếp loại chất lượng", "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"),
        ("Ghi chú", "", "xét lại"),
    ]


def test_initiatives_with_number_and_day_in_one_cell(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = excel(
        tmp_path / "a.xlsx",
        ("TT", "Tác giả", "Tên sáng kiến", "Cấp công nhận", "Quyết định công nhận", "Năm"),
        (1, "Lò Thị Ơn", "Đổi mới <b>giảng dạy</b> & “thảo luận”", "Cấp trường", "12/QĐ-TCT ngày 3/6/2020", 2020),
    )
    bring_in(workspace, "initiatives", path, unit_uid=school)
    (row,) = all_of(workspace, "initiative")
    assert (row.values["title"], row.values["decision_number"], row.shown["decided_on"]) == (
        "Đổi mới <b>giảng dạy</b> & “thảo luận”",
        "12/QĐ-TCT",
        "03/06/2020",
    )


def test_registrations_and_events(workspace: Workspace, school: str, tmp_path: Path) -> None:
    registered = excel(tmp_path / "a.xlsx", ("Họ và tên", "Danh hiệu đăng ký"), ("Lò Thị Ơn", "LĐTT; CSTĐCS"))
    assert len(bring_in(workspace, "registrations", registered, year=2021, unit_uid=school).added) == 2
    marked = excel(
        tmp_path / "c.xlsx",
        ("TT", "Họ và tên", "Đăng ký danh hiệu thi đua", None),
        (None, None, "LĐTT", "CSTĐ cơ sở"),
        (1, "Giàng A Páo", "x", "x"),
        (2, "Lý Thúy Hòa", "x", None),
    )
    assert len(bring_in(workspace, "registrations", marked, year=2021, unit_uid=school).added) == 3
    held = excel(
        tmp_path / "b.xlsx",
        ("TT", "Tên hoạt động", "Loại hình", "Thời gian", "Đơn vị đăng cai", "Số đại biểu"),
        (1, "Giao lưu bóng chuyền", "Thể thao", "21-22/8/2019", SCHOOL, 120),
        (2, "Hội thảo khoa học cấp Cụm", "Hội thảo", "ngày 15 tháng 7 năm 2020", "Lào Cai", 80),
    )
    bring_in(workspace, "events", held)
    events = {row.values["title"]: row for row in all_of(workspace, "event")}
    assert (events["Giao lưu bóng chuyền"].shown["starts_on"], events["Giao lưu bóng chuyền"].shown["ends_on"]) == (
        "21/08/2019",
        "22/08/2019",
    )
    assert {row.values["year"] for row in events.values()} == {2019, 2020}


def test_scores_of_a_unit_by_number_or_words_of_the_criterion(
    workspace: Workspace, school: str, tmp_path: Path
) -> None:
    cluster = records.create(workspace, ClusterDraft(name="Cụm 2", kind="CUM")).uids[0]
    sheet = records.create(workspace, ScoreSheetDraft(name="Bảng điểm", cluster_uid=cluster, year=2020)).uids[0]
    for number, title in (("1", "Công tác giảng dạy"), ("2", "Nghiên cứu khoa học")):
        records.create(workspace, CriterionDraft(sheet_uid=sheet, code=number, title=title, maximum=1000))
    path = excel(
        tmp_path / "a.xlsx",
        ("BẢNG ĐIỂM NĂM 2020",),
        ("TT", "Nội dung tiêu chí", "Điểm tối đa", "Tự chấm", "Chấm chéo"),
        ("I", "Chuyên môn", 20, None, None),
        (1, "Công tác giảng dạy", 10, "9,5", 9),
        (2, "Nghiên cứu khoa học", 10, 8, None),
    )
    bring_in(workspace, "scores", path, unit_uid=school)
    assert {(row.values["self_points"], row.values["cross_points"]) for row in all_of(workspace, "score")} == {
        (950, 900),
        (800, None),
    }
    coded = excel(tmp_path / "b.xlsx", ("Mã tiêu chí", "Đơn vị", "Kết luận"), ("1", "LAOCAI", 9), ("2", "LAOCAI", 11))
    done = plan(workspace, "scores", coded, year=2020)
    assert [change.label for item in done.changed for change in item.changes] == ["Kết luận"]
    assert [(problem.row, problem.message) for problem in done.problems] == [(3, "Tiêu chí này tối đa 10 điểm.")]


@pytest.mark.parametrize(
    "name", ["<b>&\"'</b>", "N" * 200, "Lê 😀 Na", "Nguye\u0302\u0303n Va\u0306n Hie\u0323\u0302p", "=1+1 Văn A"]
)
def test_odd_names_are_found_again_as_they_are_written(
    workspace: Workspace, unit: str, tmp_path: Path, name: str
) -> None:
    path = word(tmp_path / "a.docx", ("Họ và tên", "Danh hiệu"), (name, "LĐTT"))
    assert len(bring_in(workspace, "nominations", path, year=2020, unit_uid=unit, new_people=True).parents) == 2


def test_files_without_the_columns_a_kind_needs(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", ("Mã hàng", "Số lượng"), ("A1", 3))
    for kind, column in (("nominations", "tên tập thể"), ("events", "Tên, chủ đề"), ("scores", "Số mục")):
        with pytest.raises(errors.CannotRead, match=column):
            plan(workspace, kind, path)


def test_a_unit_is_found_by_its_former_name_too(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    records.create(
        workspace, FormerNameDraft(unit_uid=unit, name="Trường Chính trị Hoàng Liên Sơn", valid_to=PartialDate(1991))
    )
    records.create(workspace, UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La"))
    path = excel(tmp_path / "a.xlsx", ("Tên tập thể", "Danh hiệu"), ("Trường Chính trị Hoàng Liên Sơn", "Cờ thi đua"))
    bring_in(workspace, "nominations", path, year=2020)
    (row,) = all_of(workspace, "nomination")
    assert row.values["recipient_unit"] == unit


def test_an_award_from_above_decides_the_nomination_it_answers(
    workspace: Workspace, school: str, tmp_path: Path
) -> None:
    nominees = (1, "Lò Thị Ơn", 1980, SCHOOL, "Bằng khen"), (2, "Giàng A Páo", 1976, SCHOOL, "GK")
    sent = excel(tmp_path / "a.xlsx", HEAD, *nominees)
    bring_in(workspace, "nominations", sent, year=2020)
    given = excel(
        tmp_path / "b.xlsx",
        ("Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"),
        ("Lò Thị Ơn", "Bằng khen của UBND tỉnh", "1234/QĐ-UBND", "15/12/2020"),
    )
    bring_in(workspace, "awards", given, unit_uid=school)
    states = {row.values["recipient"]: row.values["state"] for row in all_of(workspace, "nomination")}
    assert states == {"Lò Thị Ơn": "DA_QUYET_DINH", "Giàng A Páo": "DE_NGHI"}
    (award,) = all_of(workspace, "award")
    assert award.values["nomination_uid"] in {row.uid for row in all_of(workspace, "nomination")}
    undo.undo(workspace)
    assert {row.values["state"] for row in all_of(workspace, "nomination")} == {"DE_NGHI"}


def test_a_title_of_another_year_than_the_chosen_round_is_noted(
    workspace: Workspace, school: str, tmp_path: Path
) -> None:
    round_uid = records.create(workspace, RoundDraft(name="Tổng kết năm 2021", year=2021, kind="THUONG_XUYEN")).uids[0]
    path = excel(tmp_path / "a.xlsx", ("DANH SÁCH NĂM 2020",), HEAD, (1, "Lò Thị Ơn", 1980, SCHOOL, "LĐTT"))
    (note,) = plan(workspace, "nominations", path, round_uid=round_uid).notes
    assert "ghi năm 2020" in note
    assert "vào năm 2021" in note


@pytest.mark.parametrize(
    "cell", ["Sùng A Dế (1990)", "Sùng A Dế\nSinh ngày 02/09/1990", "Đ/c Sùng A Dế, sinh năm 1990"]
)
def test_a_birth_date_under_the_name_tells_people_apart(
    workspace: Workspace, school: str, tmp_path: Path, cell: str
) -> None:
    people = {born: add_person(workspace, school, "Sùng A Dế", PartialDate(born)) for born in (1970, 1990)}
    path = word(tmp_path / "a.docx", ("Họ và tên", "Danh hiệu"), (cell, "LĐTT"))
    bring_in(workspace, "nominations", path, year=2020, unit_uid=school)
    (row,) = all_of(workspace, "nomination")
    assert row.values["person_uid"] == people[1990]
