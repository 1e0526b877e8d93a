"""What a table from a unit should not slip past the clerk: said beside the rows, forbidding nothing, losing nothing."""

from pathlib import Path

import pytest

from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel, plan

HEAD = ("Họ và tên", "Ngày sinh", "Đơn vị", "Danh hiệu")
BORN = "01/09/1980"


@pytest.fixture
def schools(workspace: Workspace, unit: str) -> None:
    """Two schools that each know a Lò Thị Ơn of one birth date, and one that was merged in the year."""
    other = records.create(workspace, UnitDraft(code="SONLA", name="Trường Sơn La", short_name="Sơn La")).uids[0]
    gone = UnitDraft(code="YENBAI", name="Trường Yên Bái", short_name="Yên Bái", dissolved_on=PartialDate(2025, 7, 1))
    old = records.create(workspace, gone).uids[0]
    records.create(workspace, DepartmentDraft(unit_uid=old, name="Khoa Lý luận cơ sở", kind="KHOA"))
    for home in (unit, other):
        draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=home, birth_date=PartialDate(1980, 9, 1))
        records.create(workspace, draft)
    records.create(workspace, PersonDraft(full_name="Mùa A Sử", unit_uid=old))


@pytest.mark.usefixtures("schools")
def test_twice_in_two_forms_in_two_units_and_of_a_unit_that_is_gone(workspace: Workspace, tmp_path: Path) -> None:
    first = excel(tmp_path / "a.xlsx", HEAD, ("Lò Thị Ơn", BORN, "LAOCAI", "Giấy khen"))
    assert bring_in(workspace, "nominations", first, year=2025, round_name="Tổng kết năm").notes == ()
    second = excel(
        tmp_path / "b.xlsx",
        HEAD,
        ("Lò Thị Ơn", BORN, "LAOCAI", "Giấy khen"),
        ("Lò Thị Ơn", BORN, "LAOCAI", "Bằng khen cấp bộ, ngành, tỉnh"),
        ("Lò Thị Ơn", BORN, "SONLA", "LĐTT"),
        ("Mùa A Sử", "", "YENBAI", "LĐTT"),
    )
    done = bring_in(workspace, "nominations", second, year=2025, round_name="Đợt bổ sung")
    form = "Năm này đã đề nghị “Giấy khen”; một thành tích không khen nhiều hình thức (Luật 2022, Điều 5)."
    gone = "đơn vị đã giải thể, sáp nhập ngày 01/07/2025"
    assert done.notes == (
        "Danh sách, dòng 2: Đã có đề nghị “Giấy khen” ở đợt “Tổng kết năm” cùng năm.",
        f"Danh sách, dòng 3: {form}",
        "Danh sách, dòng 4: “Lò Thị Ơn” cũng được đề nghị ở Lào Cai; có thể là cùng một người.",
        f"Danh sách, dòng 5: “Mùa A Sử” thuộc Yên Bái: {gone}. Hãy chuyển người này về đơn vị mới rồi đề nghị.",
    )
    assert len(workspace.read(listing.page, Listing(kind="nomination"), 0, 100)) == 5


@pytest.mark.usefixtures("schools")
def test_a_collective_that_is_gone_is_not_commended(workspace: Workspace, tmp_path: Path) -> None:
    lines = (("Khoa Lý luận cơ sở", "", "YENBAI", "Tập thể LĐTT"), ("Trường Yên Bái", "", "YENBAI", "Tập thể LĐXS"))
    found = plan(workspace, "nominations", excel(tmp_path / "a.xlsx", HEAD, *lines), year=2025)
    assert not found.problems
    assert "“Khoa Lý luận cơ sở” thuộc Yên Bái" in found.notes[0]
    assert "“Trường Yên Bái”: đơn vị" in found.notes[1]
    assert all("không được khen (Thông tư 15/2025/TT-BNV)" in note for note in found.notes)


@pytest.mark.usefixtures("schools")
def test_more_votes_than_members_and_a_row_twice_stop_the_whole_table(workspace: Workspace, tmp_path: Path) -> None:
    head = (*HEAD, "Số phiếu", "Tổng số thành viên hội đồng")
    lines = (
        ("Lò Thị Ơn", BORN, "LAOCAI", "CSTĐCS", 9, 7),
        ("Lò Thị Ơn", BORN, "LAOCAI", "LĐTT", 7, 7),
        ("Lò Thị Ơn", BORN, "LAOCAI", "LĐTT", 7, 7),
    )
    found = plan(workspace, "nominations", excel(tmp_path / "a.xlsx", head, *lines), year=2025)
    assert {problem.row: problem.message for problem in found.problems} == {
        2: "Hội đồng chỉ có 7 thành viên.",
        4: "Trùng với dòng 3 của bảng (cùng người hoặc tập thể, cùng danh hiệu). Hãy bỏ một trong hai dòng.",
    }


def test_of_very_many_only_the_first_are_named(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    people = [f"Vàng A {number}" for number in range(30)]
    for name in people:
        records.create(workspace, PersonDraft(full_name=name, unit_uid=unit))
    lines = [(name, "", "LAOCAI", "GK; BK") for name in people]
    notes = plan(workspace, "nominations", excel(tmp_path / "a.xlsx", HEAD, *lines), year=2025).notes
    assert len(notes) == 21
    assert notes[-1] == "Còn 10 điều khác cũng cần xem lại."


def test_a_decision_dated_before_the_session_is_said_and_taken_in(
    workspace: Workspace, unit: str, person: str, tmp_path: Path
) -> None:
    place = records.create(workspace, RoundDraft(name="Tổng kết", year=2024)).uids[0]
    meeting = CouncilSessionDraft(name="Họp Hội đồng", year=2024, round_uid=place, held_on=PartialDate(2024, 12, 20))
    session = records.create(workspace, meeting).uids[0]
    line = NominationDraft(round_uid=place, person_uid=person, award="LDTT", state="DONG_Y", session_uid=session)
    records.create(workspace, line)
    given = excel(
        tmp_path / "a.xlsx",
        ("Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định"),
        ("Nguyễn Văn Hiệp", "LĐTT", "9/QĐ-TCT", "15/12/2024"),
    )
    found = plan(workspace, "awards", given, unit_uid=unit, year=2024)
    (note,) = found.notes
    assert note.startswith("9/QĐ-TCT: Ngày quyết định 15/12/2024 trước ngày họp Hội đồng 20/12/2024")
    importing.import_table(workspace, found, given.name)
    (award,) = workspace.read(listing.page, Listing(kind="award"), 0, 10)
    assert award.values["award"] == "LDTT"
