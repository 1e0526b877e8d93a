"""Lists of earlier years name people where they stood then: nobody is written twice, nobody is moved back."""

import datetime
from pathlib import Path

import pytest

from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.imports.plan import NEW_PERSON, ImportPlan
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units.unit_changes import merge_units
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import Line, bring_in, excel, plan

HEADINGS = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ")
ROW = (1, "Lò Thị Ơn", "02/09/1976", "Yên Bái", "Giảng viên")
YEN_BAI = "Trường Chính trị tỉnh Yên Bái"
BORN = PartialDate(1976, 9, 2)
LAST_YEAR = datetime.date.today().year - 1


@pytest.fixture
def old(workspace: Workspace) -> str:
    """The uid of a second school."""
    draft = UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái")
    return records.create(workspace, draft).uids[0]


def hire(workspace: Workspace, unit: str, born: PartialDate | None = BORN) -> str:
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, birth_date=born)
    return records.create(workspace, draft).uids[0]


def merge(workspace: Workspace, old: str, unit: str) -> None:
    merge_units(workspace, old, MergerDraft(target_uid=unit, on=PartialDate(2025, 7, 1), reason="Nghị quyết"))


def roster(folder: Path, *rows: Line, title: str = "DANH SÁCH CÁN BỘ NĂM 2020") -> Path:
    return excel(folder / "ds.xlsx", (title,), HEADINGS, *(rows or (ROW,)))


def people(workspace: Workspace) -> list[tuple[str, str]]:
    return [
        (row.title, row.shown["unit_uid"])
        for row in workspace.read(listing.page, Listing(kind="person", sort="unit_uid"))
    ]


def answered(workspace: Workspace, path: Path, answer: str) -> ImportPlan:
    """Answer every question of the list alike, and import it."""
    asked = plan(workspace, "staff", path)
    assert asked.doubts
    done = plan(workspace, "staff", path, answers=dict.fromkeys((doubt.key for doubt in asked.doubts), answer))
    importing.import_table(workspace, done, path.name)
    return done


def test_a_roster_of_before_the_merger_finds_its_people_and_moves_nobody(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    hire(workspace, old)
    merge(workspace, old, unit)
    done = bring_in(workspace, "staff", roster(tmp_path))
    changes = [(change.label, change.before, change.after) for item in done.changed for change in item.changes]
    # The merger knows the school only of the day before it: the list of 2020 confirms what was a guess.
    assert changes == [("Đơn vị", f"{YEN_BAI} (theo số liệu hiện có)", YEN_BAI), ("Chức vụ", "", "Giảng viên")]
    assert people(workspace) == [("Lò Thị Ơn", "Lào Cai")]


def test_a_roster_without_a_year_moves_nobody_back_to_a_school_that_is_gone(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    hire(workspace, old, None)
    merge(workspace, old, unit)
    bring_in(workspace, "staff", roster(tmp_path, (1, "Lò Thị Ơn", "", "Yên Bái", ""), title="DANH SÁCH CÁN BỘ"))
    assert people(workspace) == [("Lò Thị Ơn", "Lào Cai")]


def test_the_same_roster_before_and_after_the_merger_adds_nobody(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    rows = (ROW, (2, "Giàng A Páo", "1980", "Yên Bái", ""), (3, "Sùng A Dế", "", "Yên Bái", ""))
    bring_in(workspace, "staff", roster(tmp_path, *rows))
    merge(workspace, old, unit)
    again = plan(workspace, "staff", roster(tmp_path, *rows))
    assert (again.added, again.changed, again.doubts, again.unchanged) == ((), (), (), 3)


def test_somebody_moved_by_hand_is_found_in_the_school_they_came_from(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    uid = hire(workspace, old)
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, birth_date=BORN)
    records.edit(workspace, uid, draft)
    bring_in(workspace, "staff", roster(tmp_path))
    assert people(workspace) == [("Lò Thị Ơn", "Lào Cai")]


def test_a_move_that_was_taken_back_leaves_no_earlier_school(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    uid = hire(workspace, unit, None)
    records.edit(workspace, uid, PersonDraft(full_name="Lò Thị Ơn", unit_uid=old))
    undo.undo(workspace)
    done = plan(workspace, "staff", roster(tmp_path, (1, "Lò Thị Ơn", "", "Yên Bái", "")))
    assert (len(done.added), done.doubts) == (1, ())


def test_the_same_name_and_birth_date_in_another_school_is_a_question(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    uid = hire(workspace, unit)
    asked = plan(workspace, "staff", roster(tmp_path))
    assert asked.added == ()
    assert [(doubt.name, doubt.row, doubt.candidates) for doubt in asked.doubts] == [("Lò Thị Ơn", 3, (uid,))]
    assert ("Đơn vị", "Yên Bái") in asked.doubts[0].details


def test_the_same_person_of_a_list_of_the_past_stays_where_they_are(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    department = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, birth_date=BORN, department_uid=department)
    uid = records.create(workspace, draft).uids[0]
    headings = (*HEADINGS, "Khoa, phòng")
    path = excel(tmp_path / "ds.xlsx", ("DANH SÁCH NĂM 2020",), headings, (*ROW, "Khoa Dân vận"))
    answered(workspace, path, uid)
    row = workspace.read(listing.find, "person", uid)
    assert (row.values["unit_uid"], row.values["department_uid"]) == (unit, department)
    assert row.shown["position"] == "Giảng viên"
    assert workspace.read(listing.count, Listing(kind="department")) == 2  # that of 2020, in the school of then
    again = answered(workspace, path, uid)
    assert (again.added, again.changed, again.unchanged) == ((), (), 1)


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("DANH SÁCH CÁN BỘ", "Yên Bái"),
        (f"DANH SÁCH CÁN BỘ NĂM {LAST_YEAR + 1}", "Yên Bái"),
        (f"DANH SÁCH CÁN BỘ NĂM {LAST_YEAR}", "Lào Cai"),
        ("Danh sách cán bộ (tính đến ngày 31/12/2020)", "Lào Cai"),
        ("Tính đến ngày 31 tháng 12 năm 2020", "Lào Cai"),
    ],
)
def test_only_a_list_of_today_moves_people(
    workspace: Workspace, unit: str, old: str, tmp_path: Path, title: str, home: str
) -> None:
    answered(workspace, roster(tmp_path, title=title), hire(workspace, unit))
    assert people(workspace) == [("Lò Thị Ơn", home)]


def test_a_year_chosen_for_the_whole_roster_counts_as_its_own(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    uid = hire(workspace, unit)
    path = roster(tmp_path, title="DANH SÁCH CÁN BỘ")
    key = plan(workspace, "staff", path).doubts[0].key
    done = plan(workspace, "staff", path, year=2020, answers={key: uid})
    assert [change.label for item in done.changed for change in item.changes] == ["Đơn vị", "Chức vụ"]
    importing.import_table(workspace, done, path.name)
    assert people(workspace) == [("Lò Thị Ơn", "Lào Cai")]


def test_somebody_answered_as_new_is_known_the_second_time(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    hire(workspace, unit)
    answered(workspace, roster(tmp_path), NEW_PERSON)
    assert people(workspace) == [("Lò Thị Ơn", "Lào Cai"), ("Lò Thị Ơn", "Yên Bái")]
    again = plan(workspace, "staff", roster(tmp_path))
    assert (again.added, again.changed, again.doubts, again.unchanged) == ((), (), (), 1)


@pytest.mark.parametrize(
    ("in_book", "written", "asked"),
    [
        (PartialDate(1976), "02/09/1976", True),
        (PartialDate(1976, 9, 2), "1976", True),
        (PartialDate(1976), "1976", True),
        (PartialDate(1977), "1976", False),
        (PartialDate(1976, 9, 2), "03/09/1976", False),
        (None, "02/09/1976", False),
        (PartialDate(1976, 9, 2), "", False),
        (None, "", False),
    ],
)
def test_a_year_of_birth_is_a_question_too_and_no_date_is_none(
    workspace: Workspace, unit: str, old: str, tmp_path: Path, in_book: PartialDate | None, written: str, asked: bool
) -> None:
    uid = hire(workspace, unit, in_book)
    done = plan(workspace, "staff", roster(tmp_path, (1, "Lò Thị Ơn", written, "Yên Bái", "")))
    assert [doubt.candidates for doubt in done.doubts] == ([(uid,)] if asked else [])
    assert len(done.added) == (0 if asked else 1)


def test_a_year_of_birth_asks_nothing_where_somebody_of_the_school_fits(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    hire(workspace, unit, PartialDate(1976))
    uid = hire(workspace, old, PartialDate(1976))
    done = plan(workspace, "staff", roster(tmp_path))
    assert (done.doubts, [item.uid for item in done.changed]) == ((), [uid])


def test_the_full_date_elsewhere_is_asked_beside_somebody_of_the_school_without_one(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    elsewhere, there = hire(workspace, unit), hire(workspace, old, None)
    done = plan(workspace, "staff", roster(tmp_path))
    assert [doubt.candidates for doubt in done.doubts] == [(there, elsewhere)]


def test_a_table_of_commas_asks_the_same(workspace: Workspace, unit: str, old: str, tmp_path: Path) -> None:
    uid = hire(workspace, unit)
    path = tmp_path / "ds.csv"
    path.write_text("Họ và tên;Ngày sinh;Đơn vị\nLò Thị Ơn;02/09/1976;Yên Bái\n", encoding="utf-8")
    assert [doubt.candidates for doubt in plan(workspace, "staff", path).doubts] == [(uid,)]


@pytest.mark.parametrize(
    ("kind", "record", "extra"),
    [
        ("nominations", "nomination", ()),
        ("registrations", "registration", ()),
        ("awards", "award", ("9/QĐ-TCT", "05/12/2020")),
    ],
)
def test_lists_of_before_the_merger_stay_of_the_school_they_name(
    workspace: Workspace, unit: str, old: str, tmp_path: Path, kind: str, record: str, extra: tuple[str, ...]
) -> None:
    hire(workspace, old)
    for name in ("Khoa Dân vận", "Khoa Xây dựng Đảng"):
        records.create(workspace, DepartmentDraft(unit_uid=old, name=name))
    records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng"))
    merge(workspace, old, unit)
    headings = ("Họ và tên", "Ngày sinh", "Đơn vị", "Danh hiệu", "Năm")
    lines = (
        ("Lò Thị Ơn", "02/09/1976", "Yên Bái", "LĐTT", 2020),
        ("Khoa Dân vận", "", "Yên Bái", "Tập thể LĐTT", 2020),
        ("Khoa Xây dựng Đảng", "", "Yên Bái", "Tập thể LĐTT", 2020),
        ("Lò Thị Ơn", "02/09/1976", "Lào Cai", "CSTĐCS", 2020),
    )
    more = ("Số quyết định", "Ngày quyết định") if extra else ()
    path = excel(tmp_path / "ds.xlsx", (*headings, *more), *((*line, *extra) for line in lines))
    bring_in(workspace, kind, path)
    homes = {
        (row.shown["recipient"], row.shown["award"]): row.shown["recipient_unit"]
        for row in workspace.read(listing.page, Listing(kind=record))
    }
    assert homes == {
        ("Lò Thị Ơn", "Lao động tiên tiến"): "Yên Bái",
        ("Khoa Dân vận", "Tập thể Lao động tiên tiến"): "Yên Bái",
        ("Khoa Xây dựng Đảng", "Tập thể Lao động tiên tiến"): "Yên Bái",
        ("Lò Thị Ơn", "Chiến sĩ thi đua cơ sở"): "Lào Cai",
    }
    assert people(workspace) == [("Lò Thị Ơn", "Lào Cai")]


def test_a_list_with_a_mover_who_is_asked_for_keeps_the_school_it_names(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    uid = hire(workspace, unit)
    line = ("Lò Thị Ơn", "02/09/1976", "Yên Bái", "LĐTT", 2020)
    path = excel(tmp_path / "ds.xlsx", ("Họ và tên", "Ngày sinh", "Đơn vị", "Danh hiệu", "Năm"), line)
    asked = plan(workspace, "registrations", path)
    assert [doubt.candidates for doubt in asked.doubts] == [(uid,)]
    done = plan(workspace, "registrations", path, answers={asked.doubts[0].key: uid})
    importing.import_table(workspace, done, path.name)
    (row,) = workspace.read(listing.page, Listing(kind="registration"))
    assert (row.values["person_uid"], row.shown["recipient_unit"]) == (uid, "Yên Bái")


def test_classes_of_before_the_merger_go_to_the_people_they_are_about(
    workspace: Workspace, unit: str, old: str, tmp_path: Path
) -> None:
    uid = hire(workspace, old)
    merge(workspace, old, unit)
    line = ("Lò Thị Ơn", "02/09/1976", "Yên Bái", "HTXSNV", 2020)
    path = excel(tmp_path / "ds.xlsx", ("Họ và tên", "Ngày sinh", "Đơn vị", "Xếp loại", "Năm"), line)
    bring_in(workspace, "ratings", path)
    assert [row.values["person_uid"] for row in workspace.read(listing.page, Listing(kind="rating"))] == [uid]
