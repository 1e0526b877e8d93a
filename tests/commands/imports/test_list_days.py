"""A roster has a day: it states how people stood then, fills the past and leaves today as it is."""

import datetime
from pathlib import Path

import pytest

from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel, plan

HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Trình độ")
GV, TK = "Giảng viên", "Trưởng khoa"
BORN = PartialDate(1976, 9, 2)


def roster(folder: Path, year: int, position: str, degree: str, name: str = "Lò Thị Ơn") -> Path:
    row = (1, name, "02/09/1976", position, degree)
    return excel(folder / f"{year}.xlsx", (f"DANH SÁCH CÁN BỘ NĂM {year}",), HEADINGS, row)


def standing(workspace: Workspace, uid: str, year: int) -> tuple[str | None, str | None] | None:
    then = workspace.read(person_on, uid, datetime.date(year, 12, 31))
    return None if then is None else (then["position"], then["degree"])


@pytest.fixture
def head_of_faculty(workspace: Workspace, unit: str) -> str:
    """Somebody who is head of a faculty and a doctor today."""
    draft = PersonDraft(full_name="Lò Thị Ơn", birth_date=BORN, unit_uid=unit, position=TK, degree="TIEN_SI")
    return records.create(workspace, draft).uids[0]


def test_an_older_list_fills_the_past_and_leaves_today_alone(
    workspace: Workspace, unit: str, head_of_faculty: str, tmp_path: Path
) -> None:
    done = bring_in(workspace, "staff", roster(tmp_path, 2020, GV, "Thạc sĩ"), unit_uid=unit)
    changes = {change.label: (change.before, change.after) for item in done.changed for change in item.changes}
    assert changes["Chức vụ"] == ("Trưởng khoa (theo số liệu hiện có)", GV)
    assert standing(workspace, head_of_faculty, 2020) == (GV, "THAC_SI")
    assert standing(workspace, head_of_faculty, 2018) == (GV, "THAC_SI")
    now = workspace.read(listing.find, "person", head_of_faculty)
    assert (now.shown["position"], now.shown["degree"]) == (TK, "Tiến sĩ")
    again = plan(workspace, "staff", roster(tmp_path, 2020, GV, "Thạc sĩ"), unit_uid=unit)
    assert (again.changed, again.unchanged) == ((), 1)
    assert check(workspace).ok


def test_two_lists_say_the_same_in_either_order(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    early, late = roster(tmp_path, 2019, GV, "Cử nhân"), roster(tmp_path, 2021, TK, "Thạc sĩ")
    for name in ("Lò Thị Ơn", "Lò Thị Én"):
        records.create(workspace, PersonDraft(full_name=name, birth_date=BORN, unit_uid=unit))
    other = (roster(tmp_path, 2021, TK, "Thạc sĩ", "Lò Thị Én"), roster(tmp_path, 2019, GV, "Cử nhân", "Lò Thị Én"))
    seen = []
    for lists, name in (((early, late), "Lò Thị Ơn"), (other, "Lò Thị Én")):
        for path in lists:
            year = int(path.stem)
            position, degree = (GV, "Cử nhân") if year == 2019 else (TK, "Thạc sĩ")
            bring_in(workspace, "staff", roster(tmp_path, year, position, degree, name), unit_uid=unit)
        (row,) = workspace.read(listing.page, Listing(kind="person", search=name))
        seen.append([standing(workspace, row.uid, year) for year in (2018, 2019, 2020, 2021)])
    assert seen[0] == seen[1] == [(GV, "CU_NHAN"), (GV, "CU_NHAN"), (GV, "CU_NHAN"), (TK, "THAC_SI")]


def test_somebody_new_in_an_older_list_was_there_then(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    bring_in(workspace, "staff", roster(tmp_path, 2020, GV, "Thạc sĩ"), unit_uid=unit)
    (row,) = workspace.read(listing.page, Listing(kind="service"))
    assert (row.shown["day"], row.shown["how"].split()[0], row.shown["position"]) == ("31/12/2020", "Tính", GV)


def test_a_decision_of_a_later_day_goes_on_holding(
    workspace: Workspace, unit: str, head_of_faculty: str, tmp_path: Path
) -> None:
    values = workspace.read(listing.find, "person", head_of_faculty).values
    kept = {key: values[key] for key in PersonDraft().values()}
    draft = PersonDraft(**kept | {"position": "Phó Hiệu trưởng"})  # type: ignore[arg-type]
    records.edit(workspace, head_of_faculty, draft, Dating(Way.CHANGE, "2022-03-01"))
    bring_in(workspace, "staff", roster(tmp_path, 2021, GV, "Thạc sĩ"), unit_uid=unit)
    assert [standing(workspace, head_of_faculty, year) for year in (2021, 2022)] == [
        (GV, "THAC_SI"),
        ("Phó Hiệu trưởng", "THAC_SI"),
    ]


def test_todays_list_changes_from_today_on(
    workspace: Workspace, unit: str, head_of_faculty: str, tmp_path: Path
) -> None:
    bring_in(workspace, "staff", roster(tmp_path, 2020, GV, "Thạc sĩ"), unit_uid=unit)
    this_year = datetime.date.today().year
    done = plan(workspace, "staff", roster(tmp_path, this_year, "Phó Trưởng khoa", "Tiến sĩ"), unit_uid=unit)
    importing.import_table(workspace, done, "nay.xlsx")
    assert workspace.read(listing.find, "person", head_of_faculty).shown["position"] == "Phó Trưởng khoa"
    assert standing(workspace, head_of_faculty, 2020) == (GV, "THAC_SI")
