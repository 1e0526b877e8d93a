"""Lists of service, training and discipline, and what belongs to events, come in as schools write them."""

from pathlib import Path

import pytest

from cluster_desktop.commands.imports.plan import LEFT_OUT, NEW_PERSON
from cluster_desktop.commands.records import undo
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.people.career import QualificationDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from tests.commands.imports.held_records import put, rows, shown, wrong
from tests.commands.imports.import_files import bring_in, excel, plan


def test_lines_of_service_are_statements_with_days_and_a_department_is_founded(
    workspace: Workspace, unit: str, person: str, tmp_path: Path
) -> None:
    (held,) = rows(workspace, "person")
    table = excel(
        tmp_path / "công tác.xlsx",
        ("Họ và tên", "Ngày sinh", "Từ ngày", "Đơn vị", "Khoa, phòng", "Chức vụ"),
        (held.title, held.shown["birth_date"], "01/09/2012", "Lào Cai", "Khoa Dân vận", "Giảng viên"),
        (held.title, held.shown["birth_date"], "3/2019", None, None, "Phó Trưởng khoa"),
    )
    done = bring_in(workspace, "services", table)
    assert done.new("department") == 1
    lines = shown(workspace, "service", "day", "how", "position", "department_uid")
    assert {
        ("01/09/2012", "Bắt đầu từ ngày", "Giảng viên", "Khoa Dân vận"),
        ("03/2019", "Bắt đầu từ ngày", "Phó Trưởng khoa", ""),
    } <= lines
    (after,) = rows(workspace, "person")
    assert after.values["position"] == "Phó Trưởng khoa"
    undo.undo(workspace)
    (before,) = rows(workspace, "person")
    assert before.values == held.values


def test_who_is_meant_is_asked_and_the_answer_is_taken(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    first, second = (
        put(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit, birth_date=PartialDate(year)))
        for year in (1970, 1980)
    )
    table = excel(
        tmp_path / "kỷ luật.xlsx", ("Họ và tên", "Hình thức", "Từ ngày"), ("Giàng A Páo", "Khiển trách", "2019")
    )
    (doubt,) = plan(workspace, "disciplines", table).doubts
    assert set(doubt.candidates) == {first, second}
    (chosen,) = plan(workspace, "disciplines", table, answers={doubt.key: second}).added
    assert chosen.draft.values()["person_uid"] == second
    assert chosen.title == "Khiển trách – 2019"
    assert plan(workspace, "disciplines", table, answers={doubt.key: LEFT_OUT}).left_out == 1
    told = excel(
        tmp_path / "sinh.xlsx",
        ("Họ và tên", "Ngày sinh", "Hình thức", "Từ ngày"),
        ("Giàng A Páo", "1970", "Khiển trách", "2019"),
    )
    (surely,) = plan(workspace, "disciplines", told).added
    assert surely.draft.values()["person_uid"] == first
    nobody = excel(tmp_path / "ai.xlsx", ("Họ và tên", "Hình thức", "Từ ngày"), ("Lò Thị Mới", "Khiển trách", "2019"))
    (asked,) = plan(workspace, "disciplines", nobody).doubts
    assert asked.candidates == ()
    found = plan(workspace, "disciplines", nobody, answers={asked.key: NEW_PERSON}, unit_uid=unit)
    assert found.new("person") == 1
    assert "thuộc đơn vị nào" in wrong(plan(workspace, "disciplines", nobody, new_people=True))[2][1]


def test_a_degree_seen_in_a_list_takes_the_year_of_its_diploma(
    workspace: Workspace, unit: str, person: str, tmp_path: Path
) -> None:
    (held,) = rows(workspace, "person")
    put(workspace, QualificationDraft(person_uid=person, value="TIEN_SI", seen_on=PartialDate(2020, 12, 31)))
    table = excel(
        tmp_path / "bằng.xlsx",
        ("Họ và tên", "Trình độ", "Chuyên ngành", "Năm tốt nghiệp"),
        (held.title, "Tiến sĩ", "Triết học", 2015),
        (held.title, "Cao cấp", None, 2017),
    )
    bring_in(workspace, "qualifications", table)
    told = shown(workspace, "qualification", "kind", "value", "specialty", "attained_on", "seen_on")
    assert ("Trình độ chuyên môn", "Tiến sĩ", "Triết học", "2015", "") in told
    kinds = {row.values["value"]: row.values["kind"] for row in rows(workspace, "qualification")}
    assert kinds["CAO_CAP"] != kinds["TIEN_SI"]
    doctor = [row for row in rows(workspace, "qualification") if row.values["value"] == "TIEN_SI"]
    assert [(row.shown["attained_on"], row.shown["seen_on"], row.shown["specialty"]) for row in doctor] == [
        ("2015", "", "Triết học")
    ]


def test_events_of_one_name_are_told_apart_by_their_year_or_by_the_one_on_show(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    made = {
        year: put(workspace, EventDraft(kind="THIEN_NGUYEN", title="Thăm, tặng quà", year=year))
        for year in (2019, 2020)
    }
    table = excel(
        tmp_path / "quà.xlsx",
        ("Sự kiện", "Quà, khoản ủng hộ", "Số suất", "Mỗi suất", "Thành tiền", "Đơn vị đóng góp"),
        ("Thăm, tặng quà", "Chăn ấm", 20, 350_000, 7_000_000, "Lào Cai"),
        ("Thăm, tặng quà", "Gạo", 10, 100_000, 950_000, None),
        ("Thăm, tặng quà", "Tiền mặt", None, None, 2_000_000, None),
    )
    assert "(2019, 2020). Hãy ghi năm." in wrong(plan(workspace, "gifts", table))[2][1]
    bring_in(workspace, "gifts", table, year=2020)
    held = {row.title: row for row in rows(workspace, "gift")}
    assert {row.values["event_uid"] for row in held.values()} == {made[2020]}
    assert [held[name].values["amount"] for name in ("Chăn ấm", "Gạo", "Tiền mặt")] == [None, 950_000, 2_000_000]
    assert [held[name].values["worth"] for name in ("Chăn ấm", "Gạo", "Tiền mặt")] == [7_000_000, 950_000, 2_000_000]
    short = excel(tmp_path / "ngắn.xlsx", ("Quà, khoản ủng hộ", "Số suất"), ("Chăn ấm", 5))
    (new,) = plan(workspace, "gifts", short, owner_uid=made[2019]).added
    assert new.draft.values()["event_uid"] == made[2019]
    assert "Bảng không ghi sự kiện" in wrong(plan(workspace, "gifts", short))[2][1]


def test_an_author_from_outside_keeps_his_office_in_words(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    put(workspace, EventDraft(kind="HOI_THAO", title="Chuyển đổi số", year=2020))
    table = excel(
        tmp_path / "tham luận.xlsx",
        ("Hội thảo", "Tên tham luận", "Tác giả", "Đơn vị"),
        ("Chuyển đổi số", "Bài một", "ThS. Lò Thị Ơn", "Đại học Tây Bắc"),
        ("Chuyển đổi số", "Bài hai", "Lý Thúy Hòa", "Lào Cai"),
        ("Chuyển đổi số", "Bài ba", None, "Hội Phụ nữ"),
    )
    bring_in(workspace, "papers", table)
    assert shown(workspace, "paper", "title", "author", "unit_uid") == {
        ("Bài một", "ThS. Lò Thị Ơn, Đại học Tây Bắc", ""),
        ("Bài hai", "Lý Thúy Hòa", "Lào Cai"),
        ("Bài ba", "Hội Phụ nữ", ""),
    }
    gifts = excel(
        tmp_path / "quà.xlsx",
        ("Sự kiện", "Quà, khoản ủng hộ", "Đơn vị đóng góp"),
        ("Chuyển đổi số", "Chăn ấm", "Đại học Tây Bắc"),
    )
    assert wrong(plan(workspace, "gifts", gifts))[2][0] == "Đơn vị đóng góp"


@pytest.mark.parametrize("words", ['Chuyển đổi số <b>&"', "x" * 300, "Chuyê\u0309n đô\u0309i số khác"])
def test_words_that_name_nothing_are_told_and_nothing_is_lost(
    workspace: Workspace, unit: str, tmp_path: Path, words: str
) -> None:
    put(workspace, EventDraft(kind="HOI_THAO", title="Chuyển đổi số", year=2020))
    table = excel(tmp_path / "a.xlsx", ("Hội thảo", "Tên tham luận", "Tác giả"), (words, "Bài một", "Lò Thị Ơn"))
    found = plan(workspace, "papers", table)
    assert found.added == ()
    assert "Hội thảo" in wrong(found)[2][0] or "dài" in wrong(found)[2][1]
    assert found.read == 1
