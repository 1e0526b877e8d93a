"""A table of staff is planned first and then written as a whole, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import excel, plan


@dataclass(frozen=True)
class TableLine:
    number: int
    texts: Mapping[str, str]
    sheet: str = "Danh sách"
    problems: tuple[errors.Problem, ...] = field(default=())
    notices: tuple[errors.Problem, ...] = ()
    inherited: frozenset[str] = frozenset()


def table(*rows: Mapping[str, str]) -> list[TableLine]:
    return [TableLine(number, row) for number, row in enumerate(rows, start=5)]


def names_in(workspace: Workspace) -> list[str]:
    return [row.title for row in workspace.read(listing.page, Listing(kind="person"))]


def test_new_people_come_in_one_act_that_can_be_undone(workspace: Workspace, unit: str) -> None:
    rows = table(
        {"full_name": "Giàng A Páo", "birth_date": "2/9/1976", "unit_uid": "lào cai", "degree": "Thạc sỹ"},
        {
            "full_name": "Lò Thị Ơn",
            "birth_date": "1980",
            "unit_uid": "LAOCAI",
            "department_uid": "Khoa Xây dựng Đảng",
        },
    )
    plan = importing.plan_table(workspace, STAFF, rows)
    assert (plan.read, len(plan.added), plan.unchanged, plan.problems) == (2, 2, 0, ())
    importing.import_table(workspace, plan, "ds.xlsx")
    assert names_in(workspace) == ["Lò Thị Ơn", "Giàng A Páo"]
    departments = workspace.read(listing.page, Listing(kind="department"))
    assert [(row.title, row.shown["kind"]) for row in departments] == [("Khoa Xây dựng Đảng", "Khoa")]
    undo.undo(workspace)
    assert names_in(workspace) == []
    assert workspace.read(listing.count, Listing(kind="department")) == 0


def test_the_same_table_a_second_time_changes_nothing(workspace: Workspace, unit: str) -> None:
    rows = table({"full_name": "Giàng A Páo", "birth_date": "02/09/1976", "position": "Giảng viên"})
    importing.import_table(workspace, importing.plan_table(workspace, STAFF, rows, Shared(unit_uid=unit)), "ds.xlsx")
    label = undo.undo_label(workspace)
    again = importing.plan_table(workspace, STAFF, rows, Shared(unit_uid=unit))
    assert (len(again.added), len(again.changed), again.unchanged) == (0, 0, 1)
    assert not importing.import_table(workspace, again, "ds.xlsx")
    assert undo.undo_label(workspace) == label


def test_a_known_person_is_completed_and_empty_cells_say_nothing(workspace: Workspace, unit: str, person: str) -> None:
    records.edit(
        workspace,
        person,
        PersonDraft(full_name="Nguyễn Văn Hiệp", unit_uid=unit, birth_date=PartialDate(1976, 9), position="Giảng viên"),
    )
    rows = table({"full_name": "NGUYỄN VĂN HIỆP", "birth_date": "02/09/1976", "position": "", "degree": "ThS"})
    plan = importing.plan_table(workspace, STAFF, rows, Shared(unit_uid=unit))
    assert [item.uid for item in plan.changed] == [person]
    importing.import_table(workspace, plan, "ds.xlsx")
    row = workspace.read(listing.find, "person", person)
    assert row.shown["birth_date"] == "02/09/1976"
    assert row.shown["degree"] == "Thạc sĩ"
    assert row.shown["position"] == "Giảng viên"


def test_one_bad_row_keeps_the_whole_table_out(workspace: Workspace, unit: str) -> None:
    rows = table(
        {"full_name": "Giàng A Páo", "unit_uid": "LAOCAI"},
        {"full_name": "Sùng A Dế", "unit_uid": "LAOCAI", "birth_date": "31/02/1976"},
        {"full_name": "Vàng Thị Dợ", "unit_uid": "Trường nào đó"},
        {"full_name": "", "unit_uid": "LAOCAI"},
    )
    plan = importing.plan_table(workspace, STAFF, rows)
    assert [(problem.row, problem.column) for problem in plan.problems] == [
        (6, "Ngày sinh"),
        (7, "Đơn vị"),
        (8, "Họ và tên"),
    ]
    assert plan.problems[0].message == "Tháng 2 năm 1976 chỉ có 29 ngày."
    with pytest.raises(errors.Refused):
        importing.import_table(workspace, plan, "ds.xlsx")
    assert names_in(workspace) == []


def test_a_row_that_stands_twice_is_named(workspace: Workspace, unit: str) -> None:
    twice = {"full_name": "Giàng A Páo", "birth_date": "1976"}
    plan = importing.plan_table(workspace, STAFF, table(twice, twice), Shared(unit_uid=unit))
    assert [(problem.row, "dòng 5" in problem.message) for problem in plan.problems] == [(6, True)]


def test_two_people_of_one_name_are_told_apart_by_birth_date(workspace: Workspace, unit: str) -> None:
    for born in (PartialDate(1976), PartialDate(1988)):
        records.create(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit, birth_date=born))
    plan = importing.plan_table(
        workspace, STAFF, table({"full_name": "Giàng A Páo", "birth_date": "2/3/1988"}), Shared(unit_uid=unit)
    )
    assert [item.draft.values()["birth_date"] for item in plan.changed] == [PartialDate(1988, 3, 2)]
    doubtful = importing.plan_table(workspace, STAFF, table({"full_name": "Giàng A Páo"}), Shared(unit_uid=unit))
    assert [len(doubt.candidates) for doubt in doubtful.doubts] == [2]


def test_a_table_without_unit_asks_for_one(workspace: Workspace, unit: str) -> None:
    plan = importing.plan_table(workspace, STAFF, table({"full_name": "Giàng A Páo"}))
    assert [problem.column for problem in plan.problems] == ["Đơn vị"]


def test_a_name_that_two_units_share_is_not_guessed(workspace: Workspace, unit: str) -> None:
    records.create(
        workspace,
        UnitDraft(code="SOTT", name="Sở Thông tin Lào Cai", short_name="Sở TT", province="Lào Cai"),
    )
    plan = importing.plan_table(workspace, STAFF, table({"full_name": "Giàng A Páo", "unit_uid": "Lào Cai"}))
    assert len(plan.problems) == 1


def test_stopping_half_way_leaves_nothing_behind(workspace: Workspace, unit: str) -> None:
    rows = table(*({"full_name": f"Giàng A Páo {chr(65 + n % 26)}{n}"} for n in range(450)))
    plan = importing.plan_table(workspace, STAFF, rows, Shared(unit_uid=unit))

    def stop(done: int, total: int) -> None:
        if done >= 400:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        importing.import_table(workspace, plan, "ds.xlsx", stop)
    assert names_in(workspace) == []


def test_stopping_among_the_new_people_of_a_list_leaves_nothing_behind(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    lines = [(f"Giàng A Páo {chr(65 + n % 26)}{n}", "LĐTT") for n in range(300)]
    path = excel(tmp_path / "ds.xlsx", ("Họ và tên", "Danh hiệu"), *lines)
    done = plan(workspace, "nominations", path, unit_uid=unit, year=2020, new_people=True)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 200:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        importing.import_table(workspace, done, path.name, stop)
    assert told == [(100, 601), (200, 601)]  # 300 people, 300 nominations and their round
    assert names_in(workspace) == []


@pytest.mark.parametrize("name", ["<b>&\"'", "N" * 200, "Lê 😀 Na", "Nguye\u0302\u0303n Va\u0306n Hie\u0323\u0302p"])
def test_odd_names_come_in_as_they_are_written(workspace: Workspace, unit: str, name: str) -> None:
    importing.import_table(
        workspace,
        importing.plan_table(workspace, STAFF, table({"full_name": name}), Shared(unit_uid=unit)),
        "ds.xlsx",
    )
    expected = "Nguyễn Văn Hiệp" if name.startswith("Nguye") else name
    assert names_in(workspace) == [expected]
