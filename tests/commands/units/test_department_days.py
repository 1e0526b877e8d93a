"""Departments have days: what is refused outside them, which names papers of a day print, who is offered."""

import datetime
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units.unit_changes import rename_department
from cluster_desktop.documents.content.composition import composition
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.figures.figures import staff_statistics
from cluster_desktop.domain.people.career import ServiceDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import DepartmentRenameDraft
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft, UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.people.recipients import offered
from cluster_desktop.records.queries.year.year_summary import year_summary
from cluster_desktop.records.rows import Listing
from tests.records.contents import dump

OLD, NEW = "Khoa Mác - Lênin", "Khoa Lý luận cơ sở"
BEGAN, ENDED = PartialDate(2018, 3, 1), PartialDate(2024, 9, 1)


def put(workspace: Workspace, draft: Any) -> str:
    return records.create(workspace, draft).uids[0]


def listed(workspace: Workspace, day: str, **values: Any) -> str:
    """Somebody as a list of that day has them."""
    with workspace.changing("Nhập danh sách") as session:
        return records.add(session, PersonDraft(**values), dating=Dating(Way.LIST, day)).uid


def edit(workspace: Workspace, kind: str, uid: str, dating: Dating | None = None, **changed: Any) -> None:
    draft = {"department": DepartmentDraft, "person": PersonDraft, "unit": UnitDraft}[kind]
    values = dict(workspace.read(listing.find, kind, uid).values)
    fields = {field.key: values[field.key] for field in fields_of(draft)}
    records.edit(workspace, uid, draft(**fields | changed), *((dating,) if dating else ()))


def refused(workspace: Workspace, kind: str, uid: str, dating: Dating | None = None, **changed: Any) -> str:
    before = dump(workspace)
    with pytest.raises(errors.InvalidDraft) as problem:
        edit(workspace, kind, uid, dating, **changed)
    assert dump(workspace) == before
    return problem.value.sentence


def departments(workspace: Workspace, day: datetime.date) -> dict[str, int]:
    """The people of a day by department, as the statistics print them."""
    figures = staff_statistics(workspace.read(facts.person_facts, day), day)
    return {group.name: int(group.total) for group in figures.departments}


@pytest.fixture
def department(workspace: Workspace, unit: str) -> str:
    return put(workspace, DepartmentDraft(unit_uid=unit, name=OLD, began_on=BEGAN))


def test_a_department_ends_after_it_began_and_carries_on_no_other_than_an_earlier_one(
    workspace: Workspace, unit: str, department: str
) -> None:
    assert "sau ngày thành lập 01/03/2018" in refused(workspace, "department", department, ended_on=PartialDate(2017))
    assert "sau ngày thành lập" in refused(workspace, "department", department, ended_on=BEGAN)
    assert "không tiếp nối chính nó" in refused(workspace, "department", department, continues_uid=department)
    after = put(workspace, DepartmentDraft(unit_uid=unit, name=NEW, continues_uid=department))
    assert "không tiếp nối chính nó" in refused(workspace, "department", department, continues_uid=after)


def test_nobody_is_stated_into_a_department_outside_its_days(workspace: Workspace, unit: str, department: str) -> None:
    edit(workspace, "department", department, ended_on=ENDED)
    after = put(workspace, DepartmentDraft(unit_uid=unit, name=NEW, began_on=ENDED, continues_uid=department))
    uid = listed(workspace, "2017-12-31", full_name="Lò Thị Ơn", unit_uid=unit)
    sentence = refused(workspace, "person", uid, department_uid=department)
    assert f"{OLD} đã giải thể, sáp nhập từ 01/09/2024" in sentence
    assert f"“{NEW}”" in sentence
    early = Dating(Way.CHANGE, "2018-02-28")
    assert "thành lập ngày 01/03/2018, sau ngày 28/02/2018" in refused(
        workspace, "person", uid, early, department_uid=department
    )
    with pytest.raises(errors.InvalidDraft, match="thành lập ngày 01/03/2018"):
        put(workspace, ServiceDraft(person_uid=uid, department_uid=department))
    with pytest.raises(errors.InvalidDraft, match="Giàng A Páo: Khoa Mác"):
        put(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit, department_uid=department))
    edit(workspace, "person", uid, Dating(Way.CHANGE, "2018-03-01"), department_uid=department)
    assert workspace.read(listing.find, "person", uid).values["department_uid"] == after  # which carries it on
    assert check(workspace).ok


def test_a_department_does_not_end_while_people_stand_in_it(workspace: Workspace, unit: str, department: str) -> None:
    people = [
        listed(workspace, "2020-12-31", full_name=f"Lò Thị {name}", unit_uid=unit, department_uid=department)
        for name in ("An", "Ba", "Cúc", "Dịu", "En")
    ]
    sentence = refused(workspace, "department", department, ended_on=ENDED)
    assert f"Từ 01/09/2024 còn 5 người ở {OLD}: Lò Thị An, Lò Thị Ba, Lò Thị Cúc và 2 người khác." in sentence
    assert "Hãy ghi trước nơi mới của họ" in sentence
    edit(workspace, "person", people[0], Dating(Way.CHANGE, "2024-08-31"), status="NGHI_HUU")
    for uid in people[1:]:
        edit(workspace, "person", uid, Dating(Way.CHANGE, "2024-09-01"), department_uid=None)
    edit(workspace, "department", department, ended_on=ENDED)
    assert departments(workspace, datetime.date(2024, 8, 30)) == {OLD: 5}
    assert departments(workspace, datetime.date(2024, 9, 1)) == {"Chưa ghi nhận": 4}
    edit(workspace, "person", people[0], Dating(Way.CORRECTION), position="Giảng viên")  # of the years before
    assert check(workspace).ok


def test_a_department_does_not_begin_after_somebody_was_in_it(workspace: Workspace, unit: str, department: str) -> None:
    listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=unit, department_uid=department)
    sentence = refused(workspace, "department", department, began_on=PartialDate(2021))
    assert f"Lò Thị Ơn đã được ghi ở {OLD} từ 31/12/2020" in sentence


def test_a_guess_does_not_reach_behind_the_day_a_department_began(
    workspace: Workspace, unit: str, department: str
) -> None:
    listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=unit, department_uid=department)
    assert departments(workspace, datetime.date(2018, 2, 28)) == {"Chưa ghi nhận": 1}
    assert departments(workspace, datetime.date(2018, 3, 1)) == {OLD: 1}
    edit(workspace, "department", department, began_on=PartialDate(2016))
    assert departments(workspace, datetime.date(2018, 2, 28)) == {OLD: 1}
    assert check(workspace).ok
    undo.undo(workspace)
    assert departments(workspace, datetime.date(2018, 2, 28)) == {"Chưa ghi nhận": 1}
    assert check(workspace).ok


def test_a_unit_is_not_dissolved_while_people_stand_in_it(workspace: Workspace, unit: str) -> None:
    uid = listed(workspace, "2020-12-31", full_name="Lò Thị Ơn", unit_uid=unit)
    sentence = refused(workspace, "unit", unit, dissolved_on=PartialDate(2025, 7, 1))
    assert "Từ 01/07/2025 còn 1 người ở Lào Cai: Lò Thị Ơn." in sentence
    assert "“Sáp nhập đơn vị vào đơn vị khác…”" in sentence
    assert "không sáp nhập vào chính nó" in refused(workspace, "unit", unit, merged_into_uid=unit)
    edit(workspace, "person", uid, Dating(Way.CHANGE, "2025"), status="NGHI_HUU")
    edit(workspace, "unit", unit, dissolved_on=PartialDate(2025, 7, 1))


def test_who_is_offered_is_there_on_the_day(workspace: Workspace, unit: str, department: str) -> None:
    edit(workspace, "department", department, ended_on=ENDED)
    put(workspace, DepartmentDraft(unit_uid=unit, name=NEW, began_on=ENDED, continues_uid=department))

    def names(day: datetime.date) -> list[str]:
        return [one.name for one in workspace.read(offered, "KHOA_PHONG", day, unit)]

    assert names(datetime.date(2018, 2, 28)) == []
    assert names(datetime.date(2018, 3, 1)) == [OLD]
    assert names(datetime.date(2024, 8, 31)) == [OLD]
    assert names(datetime.date(2024, 9, 1)) == [NEW]
    chosen = [option.label for option in workspace.read(listing.options, "department")]
    assert chosen == [NEW, f"{OLD} (giải thể 01/09/2024)"]
    today = [option.label for option in workspace.read(listing.options, "department", on="2026-12-01")]
    assert today == [NEW]


def test_the_annual_summary_counts_the_departments_of_its_day(workspace: Workspace, unit: str, department: str) -> None:
    edit(workspace, "department", department, ended_on=ENDED)
    put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Dân vận"))

    def faculties(year: int) -> list[int]:
        summary = workspace.read(year_summary, year, datetime.date(2026, 12, 1))
        return [int(member.faculties) for member in summary.members]

    assert [faculties(year) for year in (2017, 2018, 2023, 2024)] == [[1], [2], [2], [1]]


@pytest.fixture
def renamed(workspace: Workspace, unit: str) -> str:
    """A department whose name was another one until the end of 2019, with an award of 2018, and a unit renamed too."""
    uid = put(workspace, DepartmentDraft(unit_uid=unit, name=NEW))
    last = PartialDate(2019, 12, 31)
    put(workspace, FormerNameDraft(unit_uid=unit, department_uid=uid, name=f"{OLD} <b>&", valid_to=last))
    put(workspace, FormerNameDraft(unit_uid=unit, name="Trường Đảng Lào Cai", short_name="TĐ", valid_to=last))
    member = listed(
        workspace, "2017-12-31", full_name="Lò Thị Ơn", unit_uid=unit, department_uid=uid, position="Giảng viên"
    )
    signed = DecisionDraft(
        number="9/QĐ", decided_on=PartialDate(2018, 12, 5), year=2018, level="CO_SO", unit_uid=unit, signer_name="A"
    )
    decision = put(workspace, signed)
    put(workspace, AwardDraft(decision_uid=decision, ordinal=1, person_uid=member, award="LDTT"))
    whose: dict[str, Any] = {"recipient_kind": "KHOA_PHONG", "department_uid": uid}
    put(workspace, AwardDraft(decision_uid=decision, ordinal=2, award="TTLDTT", **whose))
    return decision


def test_papers_and_statistics_of_a_day_print_the_names_of_that_day(workspace: Workspace, renamed: str) -> None:
    assert departments(workspace, datetime.date(2019, 12, 31)) == {f"{OLD} <b>&": 1}
    assert departments(workspace, datetime.date(2020, 1, 1)) == {NEW: 1}
    asked: dict[str, dict[str, Any]] = {
        "decision": {"decision_uid": renamed},
        "award-register": {"year": 2018},
        "staff-statistics": {"year": 2018},
        "staff-list": {},
        "annual-summary": {"year": 2018},
        "bonus-list": {"year": 2018},
    }
    without_department = {"annual-summary", "staff-statistics"}
    for key, answers in asked.items():
        said = composition(compose(workspace, key, **{"today": datetime.date(2018, 12, 31), **answers}))
        assert NEW not in said, key
        assert key in without_department or f"{OLD} <b>&" in said, key
        assert "Trường Chính trị tỉnh Lào Cai" not in said.replace("TRƯỜNG CHÍNH TRỊ", ""), key
    later = composition(compose(workspace, "staff-list", today=datetime.date(2020, 1, 1)))
    assert NEW in later
    assert OLD not in later


def test_a_renamed_department_keeps_its_old_name_until_the_day_before(
    workspace: Workspace, unit: str, department: str
) -> None:
    listed(workspace, "2019-12-31", full_name="Lò Thị Ơn", unit_uid=unit, department_uid=department)
    before = dump(workspace)
    rename_department(workspace, department, DepartmentRenameDraft(name=NEW, on=PartialDate(2020, 1, 1)))
    assert departments(workspace, datetime.date(2019, 12, 31)) == {OLD: 1}
    assert departments(workspace, datetime.date(2020, 1, 1)) == {NEW: 1}
    for name, on, key, sentence in (
        (NEW, PartialDate(2021, 1, 1), "name", "Tên mới giống tên đang dùng"),
        ("Khoa khác", PartialDate(2019, 12, 31), "on", "Tên trước dùng đến 31/12/2019"),
        ("Khoa khác", PartialDate(2021), "on", "Ghi đủ ngày, tháng, năm"),
    ):
        with pytest.raises(errors.InvalidDraft, match=sentence) as problem:
            rename_department(workspace, department, DepartmentRenameDraft(name=name, on=on))
        assert problem.value.problems[0].field == key
    undo.undo(workspace)
    assert dump(workspace) == before
    early = DepartmentRenameDraft(name=NEW, on=PartialDate(2017, 1, 1))
    with pytest.raises(errors.InvalidDraft, match="thành lập ngày 01/03/2018") as problem:
        rename_department(workspace, department, early)
    assert problem.value.problems[0].field == "on"


def test_a_former_name_goes_into_the_trash_with_its_department(workspace: Workspace, unit: str) -> None:
    uid = put(workspace, DepartmentDraft(unit_uid=unit, name=NEW))
    put(workspace, FormerNameDraft(unit_uid=unit, department_uid=uid, name=OLD, valid_to=PartialDate(2019)))
    other = put(workspace, UnitDraft(code="YENBAI", name="Trường Yên Bái", short_name="Yên Bái"))
    with pytest.raises(errors.InvalidDraft, match="thuộc đơn vị khác"):
        put(workspace, FormerNameDraft(unit_uid=other, department_uid=uid, name=OLD, valid_to=PartialDate(2019)))
    records.delete(workspace, "department", [uid])
    assert workspace.read(listing.count, Listing(kind="former_name")) == 0
    undo.undo(workspace)
    assert workspace.read(listing.count, Listing(kind="former_name")) == 1
