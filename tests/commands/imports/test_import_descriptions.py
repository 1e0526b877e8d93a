"""A list from above brings the post and unit it says of somebody, where the book has others for that day."""

from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel

SCHOOL = "Trường Chính trị tỉnh Lào Cai"
DECISION = ("9/QĐ-UBND", "25/12/2018")


@pytest.fixture
def lecturer(workspace: Workspace, unit: str) -> str:
    """A lecturer since 2017, who heads the faculty since 2020."""
    faculty = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    draft = PersonDraft(
        full_name="Lò Thị Ơn",
        birth_date=PartialDate(1980),
        unit_uid=unit,
        department_uid=faculty,
        position="Giảng viên",
    )
    with workspace.changing("Nhập") as session:
        uid = records.add(session, draft, dating=Dating(Way.LIST, "2017-12-31")).uid
    values: dict[str, Any] = dict(workspace.read(listing.find, "person", uid).values)
    promoted = PersonDraft(**values | {"position": "Trưởng khoa"})
    records.edit(workspace, uid, promoted, Dating(Way.CHANGE, "2020-03-01"))
    return uid


def described(workspace: Workspace, kind: str) -> list[str]:
    rows = workspace.read(listing.page, Listing(kind=kind), 0, 100)
    return [str(row.values["described_as"] or "") for row in rows]


def awards(tmp_path: Path, words: str, column: str = "Chức vụ, đơn vị") -> Path:
    head = ("TT", "Họ và tên", "Ngày sinh", column, "Danh hiệu", "Số quyết định", "Ngày quyết định")
    row = ("1", "Lò Thị Ơn", "1980", words, "Bằng khen của Chủ tịch UBND tỉnh", *DECISION)
    return excel(tmp_path / "khen.xlsx", head, row)


@pytest.mark.parametrize("column", ["Chức vụ, đơn vị", "Chức danh, nơi công tác"])
@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (f"Phó Trưởng khoa Xây dựng Đảng, {SCHOOL}", f"Phó Trưởng khoa Xây dựng Đảng, {SCHOOL}"),
        (f"Trưởng khoa, Khoa Xây dựng Đảng, {SCHOOL}", f"Trưởng khoa, Khoa Xây dựng Đảng, {SCHOOL}"),
        (f"Giảng viên Khoa Xây dựng Đảng, {SCHOOL}", ""),
        (f"Giảng viên, Khoa Xây dựng Đảng\n{SCHOOL}", ""),
        ("Khoa Xây dựng Đảng", ""),
    ],
)
def test_an_award_keeps_what_is_not_known_of_its_day(
    workspace: Workspace, lecturer: str, tmp_path: Path, words: str, kept: str, column: str
) -> None:
    bring_in(workspace, "awards", awards(tmp_path, words, column))
    assert described(workspace, "award") == [kept]


@pytest.mark.parametrize(("kind", "record"), [("nominations", "nomination"), ("registrations", "registration")])
def test_so_do_a_nomination_and_a_registration(
    workspace: Workspace, lecturer: str, tmp_path: Path, kind: str, record: str
) -> None:
    head = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị", "Danh hiệu", "Năm")
    for year in ("2018", "2021"):
        row = ("1", "Lò Thị Ơn", "1980", f"Giảng viên, Khoa Xây dựng Đảng, {SCHOOL}", "Chiến sĩ thi đua cơ sở", year)
        bring_in(workspace, kind, excel(tmp_path / f"{year}.xlsx", head, row))
    assert sorted(described(workspace, record)) == ["", f"Giảng viên, Khoa Xây dựng Đảng, {SCHOOL}"]
