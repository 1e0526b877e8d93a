"""A list that says otherwise than the book: what the preview shows is written, and the rest is told or asked."""

from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import Line, bring_in, excel, plan

GV, TK = "Giảng viên", "Trưởng khoa"
BORN = PartialDate(1976, 9, 2)
WHO = (1, "Lò Thị Ơn", "02/09/1976")
HEAD = ("STT", "Họ và tên", "Ngày sinh")


def hire(workspace: Workspace, unit: str, **more: Any) -> str:
    draft = PersonDraft(full_name="Lò Thị Ơn", birth_date=BORN, unit_uid=unit, **more)
    return records.create(workspace, draft).uids[0]


def roster(folder: Path, columns: Line, cells: Line, title: str = "DANH SÁCH CÁN BỘ NĂM 2020") -> Path:
    return excel(folder / "ds.xlsx", (title,), (*HEAD, *columns), (*WHO, *cells))


def changes(done: ImportPlan) -> dict[str, tuple[str, str]]:
    return {change.label: (change.before, change.after) for item in done.changed for change in item.changes}


def lines(workspace: Workspace) -> list[tuple[str, ...]]:
    """Every line of service and training, as it is stored."""
    told = []
    for kind in ("service", "qualification"):
        rows = workspace.read(listing.page, Listing(kind=kind))
        told += [tuple(f"{key}={value}" for key, value in sorted(row.shown.items()) if value) for row in rows]
    return sorted(told)


def on(workspace: Workspace, uid: str, day: str, *keys: str) -> list[str | None]:
    then = workspace.read(person_on, uid, day)
    return [then[key] if then else None for key in keys]


@pytest.mark.parametrize("title", ["DANH SÁCH CÁN BỘ NĂM 2020", "DANH SÁCH CÁN BỘ"])
def test_a_lower_degree_is_kept_out_and_told_and_the_person_counts_as_unchanged(
    workspace: Workspace, unit: str, tmp_path: Path, title: str
) -> None:
    hire(workspace, unit, degree="THAC_SI", joined_unit=PartialDate(2010))
    records.edit(workspace, *_attained(workspace, "2012"))
    before = lines(workspace)
    done = bring_in(workspace, "staff", roster(tmp_path, ("Trình độ",), ("Đại học",), title), unit_uid=unit)
    assert (done.changed, done.unchanged, done.disputes) == ((), 1, ())
    source = "danh sách cũ" if "2020" in title else "danh sách"
    assert done.notes[0] == f"Danh sách, dòng 3, Lò Thị Ơn: Giữ Trình độ chuyên môn “Thạc sĩ”: {source} ghi “Cử nhân”."
    assert lines(workspace) == before


def _attained(workspace: Workspace, year: str) -> tuple[str, Any]:
    """The one line of training, with the year it was attained."""
    (row,) = workspace.read(listing.page, Listing(kind="qualification"))
    kept: dict[str, Any] = dict(row.values) | {"attained_on": PartialDate(int(year)), "seen_on": None}
    return row.uid, _draft("qualification", kept)


def _draft(kind: str, values: dict[str, Any]) -> Any:
    fields = {field.key for field in KINDS[kind].fields}
    return KINDS[kind].draft(**{key: value for key, value in values.items() if key in fields})


def test_another_specialty_of_an_older_list_is_kept_out_and_that_of_today_put_right(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    uid = hire(workspace, unit, degree="THAC_SI", specialty="Triết học", joined_unit=PartialDate(2010))
    records.edit(workspace, *_attained(workspace, "2012"))
    columns, cells = ("Trình độ", "Chuyên ngành"), ("Thạc sĩ", "Kinh tế")
    before = lines(workspace)
    done = bring_in(workspace, "staff", roster(tmp_path, columns, cells), unit_uid=unit)
    assert (done.changed, done.unchanged) == ((), 1)
    assert "Giữ Chuyên ngành “Triết học”: danh sách cũ ghi “Kinh tế”." in done.notes[0]
    assert lines(workspace) == before
    done = bring_in(workspace, "staff", roster(tmp_path, columns, cells, "DANH SÁCH"), unit_uid=unit)
    assert changes(done) == {"Chuyên ngành": ("Triết học", "Kinh tế")}
    assert workspace.read(listing.find, "person", uid).shown["specialty"] == "Kinh tế"


def test_a_decision_of_the_very_day_is_a_question(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    uid = hire(workspace, unit, position=TK)
    _edit(workspace, uid, Dating(Way.CHANGE, "2020-12-31"), position="Phó Hiệu trưởng")
    _edit(workspace, uid, Dating(Way.CHANGE, "2022"), position=TK)
    path, before = roster(tmp_path, ("Chức vụ",), (GV,)), lines(workspace)
    asked = plan(workspace, "staff", path, unit_uid=unit)
    (dispute,) = asked.disputes
    assert dispute.sentence == "Chức vụ: sổ ghi “Phó Hiệu trưởng” từ 31/12/2020, danh sách ghi “Giảng viên”."
    assert not asked.ready
    with pytest.raises(errors.Refused, match="Còn 1 chỗ danh sách khác sổ"):
        importing.import_table(workspace, asked, "ds.xlsx")
    assert lines(workspace) == before
    kept = plan(workspace, "staff", path, unit_uid=unit, decided={dispute.key: False})
    assert (kept.ready, [change.label for item in kept.changed for change in item.changes]) == (True, ["Đơn vị"])
    taken = plan(workspace, "staff", path, unit_uid=unit, decided={dispute.key: True})
    assert changes(taken)["Chức vụ"] == ("Phó Hiệu trưởng", GV)
    importing.import_table(workspace, taken, "ds.xlsx")
    assert [on(workspace, uid, day, "position") for day in ("2020-12-31", "2022")] == [[GV], [TK]]
    again = plan(workspace, "staff", path, unit_uid=unit)
    assert (again.changed, again.disputes, again.unchanged) == ((), (), 1)


def _edit(workspace: Workspace, uid: str, dating: Dating, **changed: Any) -> None:
    values = dict(workspace.read(listing.find, "person", uid).values)
    records.edit(workspace, uid, _draft("person", values | changed), dating)


def test_an_older_list_asks_before_it_changes_today(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    uid = hire(workspace, unit, position=GV)
    _edit(workspace, uid, Dating(Way.CHANGE, "2018-03"), position=TK)
    path = roster(tmp_path, ("Chức vụ",), (GV,))
    asked = plan(workspace, "staff", path, unit_uid=unit)
    assert [each.sentence for each in asked.disputes] == [
        "Chức vụ: sổ ghi “Trưởng khoa” từ 03/2018, danh sách ghi “Giảng viên”."
    ]
    kept = plan(workspace, "staff", path, unit_uid=unit, take_lists=False)
    importing.import_table(workspace, kept, "ds.xlsx")
    assert on(workspace, uid, "2026-12-01", "position") == [TK]
    taken = plan(workspace, "staff", path, unit_uid=unit, take_lists=True)
    importing.import_table(workspace, taken, "ds.xlsx")
    assert [on(workspace, uid, day, "position") for day in ("2019", "2020-12-31")] == [[TK], [GV]]
    assert workspace.read(listing.find, "person", uid).shown["position"] == GV
    assert check(workspace).ok


def test_the_days_of_coming_and_leaving_of_an_older_list_are_shown_and_written(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    other = records.create(workspace, UnitDraft(code="YB", name="Trường Yên Bái", short_name="Yên Bái")).uids[0]
    uid = hire(workspace, unit, joined_unit=PartialDate(2022, 7), position=TK)
    columns, cells = ("Đơn vị", "Ngày về trường", "Chức vụ"), ("Yên Bái", "2010", GV)
    path = roster(tmp_path, columns, cells)
    asked = plan(workspace, "staff", path)
    answers = {doubt.key: uid for doubt in asked.doubts}
    done = plan(workspace, "staff", path, answers=answers)
    assert changes(done) == {
        "Đơn vị": ("", "Trường Yên Bái"),
        "Chức vụ": ("Trưởng khoa (theo số liệu hiện có)", GV),
        "Về trường từ": ("", "2010"),
        "Tình trạng": ("", "Đang công tác"),
    }
    importing.import_table(workspace, done, "ds.xlsx")
    row = workspace.read(listing.find, "person", uid)
    assert (row.values["unit_uid"], row.shown["joined_unit"], row.shown["position"]) == (unit, "07/2022", TK)
    assert [on(workspace, uid, day, "unit_uid") for day in ("2009", "2010", "2021", "2023")] == [
        [None],
        [other],
        [other],
        [unit],
    ]
    again = plan(workspace, "staff", path, answers=answers)
    assert (again.changed, again.unchanged) == ((), 1)
    assert check(workspace).ok


def test_who_has_retired_since_is_at_work_in_an_older_list(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    uid = hire(workspace, unit, position=TK, status="NGHI_HUU", left_on=PartialDate(2024, 9, 1))
    done = bring_in(
        workspace, "staff", roster(tmp_path, ("Tình trạng", "Chức vụ"), ("Đang công tác", GV)), unit_uid=unit
    )
    assert changes(done)["Chức vụ"] == ("Trưởng khoa (theo số liệu hiện có)", GV)
    assert on(workspace, uid, "2020-12-31", "status", "position") == ["DANG_CONG_TAC", GV]
    row = workspace.read(listing.find, "person", uid)
    assert (row.values["status"], row.shown["left_on"], row.shown["position"]) == ("NGHI_HUU", "01/09/2024", TK)


def test_a_list_of_another_unit_takes_nobody_into_it_with_the_old_department(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    other = records.create(workspace, UnitDraft(code="YB", name="Trường Yên Bái", short_name="Yên Bái")).uids[0]
    faculty = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    uid = hire(workspace, unit, department_uid=faculty, position=GV)
    path = roster(tmp_path, ("Đơn vị", "Chức vụ"), ("Yên Bái", TK), "DANH SÁCH CÁN BỘ")
    answers = {doubt.key: uid for doubt in plan(workspace, "staff", path).doubts}
    done = plan(workspace, "staff", path, answers=answers)
    assert changes(done) == {
        "Đơn vị": ("Trường Chính trị tỉnh Lào Cai", "Trường Yên Bái"),
        "Khoa, phòng": ("Khoa Xây dựng Đảng", ""),
        "Chức vụ": (GV, TK),
    }
    importing.import_table(workspace, done, "ds.xlsx")
    row = workspace.read(listing.find, "person", uid)
    assert (row.values["unit_uid"], row.values["department_uid"]) == (other, None)
    assert plan(workspace, "staff", path, answers=answers).changed == ()
    assert check(workspace).ok
