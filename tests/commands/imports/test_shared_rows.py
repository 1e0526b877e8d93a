"""Rows about several people, and collectives whose names hold commas or that the book does not know."""

from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports.row_words import authors_in
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel, plan
from tests.exchange.foreign_tables import foreign


@pytest.fixture
def school(workspace: Workspace, unit: str) -> str:
    """A school with two departments and the authors of the foreign lists."""
    for name in ("Phòng Tổ chức, hành chính, thông tin, tư liệu", "Khoa Xây dựng Đảng", "Khoa Lý luận cơ sở"):
        records.create(workspace, DepartmentDraft(unit_uid=unit, name=name, kind="KHOA"))
    for name in ("Trần Văn Hải", "Lý Thị Thanh Phượng", "Khoàng Sừng Xe"):
        records.create(workspace, PersonDraft(full_name=name, unit_uid=unit))
    return unit


def shown(workspace: Workspace, kind: str, *keys: str) -> list[tuple[str, ...]]:
    rows = workspace.read(listing.page, Listing(kind=kind), 0, 100)
    return sorted(tuple(row.shown[key] for key in keys) for row in rows)


# --- initiatives of several authors ---


def test_each_author_has_the_initiative(workspace: Workspace, school: str) -> None:
    bring_in(workspace, "initiatives", foreign("65"), unit_uid=school, year=2020)
    assert shown(workspace, "initiative", "person_uid", "title", "year") == [
        ("Khoàng Sừng Xe", "Sổ tay học viên", "2020"),
        ("Lý Thị Thanh Phượng", "Đổi mới ra đề thi hết môn", "2020"),
        ("Trần Văn Hải", "Sổ tay học viên", "2020"),
        ("Trần Văn Hải", "Đổi mới ra đề thi hết môn", "2020"),
    ]


def test_an_author_nobody_knows_stops_the_row_and_is_named(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = excel(
        tmp_path / "sk.xlsx",
        ("STT", "Tên sáng kiến", "Tác giả", "Năm", "Cấp công nhận"),
        (1, "Sổ tay", "Trần Văn Hải; Mùa A Sử", 2020, "Cơ sở"),
    )
    found = plan(workspace, "initiatives", path, unit_uid=school)
    assert found.added == ()
    (problem,) = found.problems
    assert (problem.row, "Mùa A Sử" in problem.message) == (2, True)
    brought = plan(workspace, "initiatives", path, unit_uid=school, new_people=True)
    assert (len(brought.added), brought.new("person")) == (2, 1)


@pytest.mark.parametrize(
    ("words", "authors"),
    [
        ("Trần Văn Hải, Lý Thị Mỷ", ("Trần Văn Hải", "Lý Thị Mỷ")),
        ("ThS. Trần Văn Hải (chủ nhiệm);\nCN. Lý Thị Mỷ", ("Trần Văn Hải", "Lý Thị Mỷ")),
        ("1. Trần Văn Hải\n2. Lý Thị Mỷ\n3. Vàng A Páo", ("Trần Văn Hải", "Lý Thị Mỷ", "Vàng A Páo")),
        ("- Trần Văn Hải\n- Lý Thị Mỷ", ("Trần Văn Hải", "Lý Thị Mỷ")),
        ("Trần Văn Hải và Và A Chứ", ("Trần Văn Hải", "Và A Chứ")),
        ("Trần Văn Hải & Lý Thị Mỷ", ("Trần Văn Hải", "Lý Thị Mỷ")),
        ("Trần Văn Hải", ()),
        ("Trần Văn Hải, Giảng viên", ()),
        ("Trần Văn Hải - Khoa Xây dựng Đảng", ()),
        ("Và A Chứ", ()),
        ("", ()),
    ],
)
def test_authors_of_one_cell(words: str, authors: tuple[str, ...]) -> None:
    assert authors_in(words) == authors


def test_authors_mixed_with_other_words_are_asked_about() -> None:
    with pytest.raises(errors.InvalidDraft):
        authors_in("Trần Văn Hải, Giảng viên, Lý Thị Mỷ")


# --- collectives ---


def test_a_collective_with_commas_is_named_whole(workspace: Workspace, school: str) -> None:
    found = plan(workspace, "nominations", foreign("35"), unit_uid=school, year=2020)
    messages = {problem.row: problem.message for problem in found.problems}
    assert "Trùng với dòng 3" in messages[4]
    asked = {row: place.words for place in found.places for _sheet, row in place.rows}
    assert asked == {5: "Khoa Nhà nước, pháp luật"}
    assert [record.row for record in found.added] == [3]


def test_a_collective_with_its_school_behind_it_is_parted(workspace: Workspace, school: str, tmp_path: Path) -> None:
    path = excel(
        tmp_path / "tt.xlsx",
        ("STT", "Tên tập thể", "Danh hiệu"),
        (1, "Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai", "Tập thể Lao động tiên tiến"),
        (2, "Khoa Lý luận cơ sở - Trường Chính trị tỉnh Lào Cai", "Tập thể Lao động tiên tiến"),
        (3, "Phòng Tổ chức, hành chính, thông tin, tư liệu (05 người)", "Tập thể Lao động tiên tiến"),
    )
    found = plan(workspace, "nominations", path, unit_uid=school, year=2020)
    assert found.problems == ()
    assert [record.title for record in found.added] == [
        "Khoa Xây dựng Đảng",
        "Khoa Lý luận cơ sở",
        "Phòng Tổ chức, hành chính, thông tin, tư liệu",
    ]


def test_collectives_the_book_does_not_know_are_no_new_people(workspace: Workspace, school: str) -> None:
    found = plan(workspace, "nominations", foreign("77"), unit_uid=school, year=2020, new_people=True)
    assert [(place.rows[0][1], place.words) for place in found.places] == [
        (2, "Chi đoàn Trường Chính trị"),
        (3, "Công đoàn cơ sở Trường"),
        (4, "Đội bóng chuyền nữ"),
        (5, "Lớp Trung cấp LLCT-HC K25"),
    ]
    assert (found.new("person"), [record.title for record in found.added]) == (0, ["Trần Văn Hải"])


@pytest.mark.parametrize("name", ["Chi đoàn cơ sở", "Lớp Trung cấp K25", "Đội bóng chuyền nữ", "Công đoàn Trường"])
def test_collectives_without_a_column_that_says_so(
    workspace: Workspace, school: str, tmp_path: Path, name: str
) -> None:
    path = excel(tmp_path / "tt.xlsx", ("STT", "Tập thể, cá nhân", "Danh hiệu"), (1, name, "Giấy khen"))
    found = plan(workspace, "nominations", path, unit_uid=school, year=2020, new_people=True)
    assert (found.new("person"), [place.words for place in found.places]) == (0, [name])


# --- decisions and registers ---


def test_collectives_and_persons_of_one_decision_come_in(workspace: Workspace, school: str) -> None:
    for name in ("Ma Thị Dần", "Lý Văn Sính"):
        records.create(workspace, PersonDraft(full_name=name, unit_uid=school))
    bring_in(workspace, "awards", foreign("19"), unit_uid=school, year=2020)
    assert shown(workspace, "award", "recipient", "award") == [
        ("Khoa Lý luận cơ sở", "Tập thể Lao động tiên tiến"),
        ("Khoa Xây dựng Đảng", "Tập thể Lao động tiên tiến"),
        ("Lý Văn Sính", "Lao động tiên tiến"),
        ("Ma Thị Dần", "Chiến sĩ thi đua cơ sở"),
    ]
    assert shown(workspace, "decision", "number") == [("15/QĐ-TCT",)]


def test_a_name_merged_over_several_awards(workspace: Workspace, school: str) -> None:
    for name in ("Vàng Seo Pao", "Giàng Thị Mai"):
        records.create(workspace, PersonDraft(full_name=name, unit_uid=school))
    bring_in(workspace, "awards", foreign("31"), unit_uid=school)
    assert shown(workspace, "award", "recipient", "award", "year") == [
        ("Giàng Thị Mai", "Lao động tiên tiến", "2019"),
        ("Giàng Thị Mai", "Lao động tiên tiến", "2020"),
        ("Vàng Seo Pao", "Chiến sĩ thi đua cơ sở", "2019"),
        ("Vàng Seo Pao", "Lao động tiên tiến", "2018"),
        ("Vàng Seo Pao", "Lao động tiên tiến", "2020"),
    ]
