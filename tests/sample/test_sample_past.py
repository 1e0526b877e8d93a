"""In the sample somebody came, left, was appointed or learned before the day of the lists: earlier years show it."""

from datetime import date, timedelta

import pytest

from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.documents.content.content import Document, Table
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from tests.sample.reading import by_uid, rows

LEFT = {"Hoàng Văn Páo": ("NGHI_HUU", "2019-09-01"), "Lò Văn Ín": ("TU_TRAN", "2018-10-15")}


@pytest.mark.parametrize("name", LEFT)
def test_who_left_was_there_before(sample: Workspace, name: str) -> None:
    (person,) = (row for row in rows(sample, "person") if row.title == name)
    status, day = LEFT[name]
    assert (person.values["status"], person.values["left_on"]) == (status, PartialDate.from_iso(day))
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    held = [sample.read(person_on, person.uid, each) for each in (eve, day)]
    assert [then and then["status"] for then in held] == ["DANG_CONG_TAC", status]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Trần Thị Bích Vân", ("2018-08-31", "Lai Châu", "Giảng viên"), ("2018-09-01", "Sơn La", "Giảng viên")),
        ("Lâm Viết Hải", ("2019-02-28", "Cao Bằng", "Giảng viên"), ("2019-03-01", "Lạng Sơn", "Giảng viên")),
        ("Đoàn Đức Nam", ("2019-02-28", "Lào Cai", "Chuyên viên"), ("2019-03-01", "Lào Cai", "Phó Trưởng phòng")),
    ],
)
def test_who_moved_or_was_appointed_is_found_where_they_were(
    sample: Workspace, name: str, before: tuple[str, str, str], after: tuple[str, str, str]
) -> None:
    units = by_uid(sample, "unit")
    (person,) = (row for row in rows(sample, "person") if row.title == name)
    for day, unit, position in (before, after):
        then = sample.read(person_on, person.uid, day)
        assert then is not None
        assert (units[str(then["unit_uid"])].shown["short_name"], then["position"]) == (unit, position)
        home = by_uid(sample, "department")[str(then["department_uid"])]
        assert home.shown["unit_uid"] == unit


def test_a_level_counts_from_its_year(sample: Workspace) -> None:
    (person,) = (row for row in rows(sample, "person") if row.title == "Sùng Thị Chá")
    held = [sample.read(person_on, person.uid, f"{year}-12-31") for year in (2018, 2019, 2026)]
    assert [then and then["political_theory"] for then in held] == ["SO_CAP", "TRUNG_CAP", "TRUNG_CAP"]


def _cells(document: Document) -> list[str]:
    return [str(cell) for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row]


def test_an_early_decision_prints_the_post_of_its_day(sample: Workspace) -> None:
    posts = {}
    for number in ("197/QĐ-TCT", "203/QĐ-TCT"):
        (decision,) = (row for row in rows(sample, "decision") if row.title == number)
        cells = _cells(all_documents.compose(sample, "decision", decision_uid=decision.uid))
        posts[number] = cells[cells.index("Đoàn Đức Nam") + 1]
    assert posts["197/QĐ-TCT"].startswith("Chuyên viên")
    assert posts["203/QĐ-TCT"].startswith("Phó Trưởng phòng")
