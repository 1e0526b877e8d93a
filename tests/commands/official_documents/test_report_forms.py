"""Achievement reports follow the form of the decree of their day, and a collective's classes come from the book."""

import datetime
from typing import Any

import pytest

from cluster_desktop.commands.official_documents.achievement_report import DOCUMENT
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import Document, Paragraph, Section, Table
from cluster_desktop.domain.units.units import UnitRatingDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.records.every_kind import one_of_each

TODAY = datetime.date(2026, 3, 2)


def report(workspace: Workspace, year: int, **whose: Any) -> Document:
    return workspace.read(DOCUMENT.read, Request(year=year, today=TODAY, **whose))


def sections(document: Document) -> list[str]:
    return [block.title for block in document.blocks if isinstance(block, Section)]


def remarks(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and "Mẫu số" in block.text]


@pytest.mark.parametrize(
    ("year", "person", "collective"),
    [
        (2016, [], []),  # the numbers of 65/2014 stand in a circular nobody has read
        (2020, ["(Theo Mẫu số 02, Nghị định số 91/2017/NĐ-CP)"], ["(Theo Mẫu số 01, Nghị định số 91/2017/NĐ-CP)"]),
        (2024, [], []),  # the numbers of 98/2023 were not seen
        (2025, ["(Theo Mẫu số 05, Nghị định số 152/2025/NĐ-CP)"], ["(Theo Mẫu số 04, Nghị định số 152/2025/NĐ-CP)"]),
    ],
)
def test_the_form_is_that_of_the_year(
    workspace: Workspace, year: int, person: list[str], collective: list[str]
) -> None:
    uids = one_of_each(workspace)
    assert remarks(report(workspace, year, person_uid=uids["person"])) == person
    assert remarks(report(workspace, year, unit_uid=uids["unit"])) == collective


def test_party_and_unions_have_a_part_of_their_own_since_2024(workspace: Workspace) -> None:
    unit = one_of_each(workspace)["unit"]
    assert sections(report(workspace, 2020, unit_uid=unit))[-1] == "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"
    assert sections(report(workspace, 2025, unit_uid=unit))[2:] == [
        "III. KẾT QUẢ XẾP LOẠI TỔ CHỨC ĐẢNG, ĐOÀN THỂ",
        "IV. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
    ]


def test_a_collective_tells_its_classes_up_to_the_year(workspace: Workspace) -> None:
    uids = one_of_each(workspace)  # with a class of 2020 for the unit
    later = UnitRatingDraft(unit_uid=uids["unit"], year=2025, quality="HTTNV", party_quality="HTXSNV")
    department = UnitRatingDraft(unit_uid=uids["unit"], department_uid=uids["department"], year=2020, quality="HTNV")
    for draft in (later, department):
        records.create(workspace, draft)

    def rows(year: int) -> list[tuple[object, ...]]:
        tables = [one for one in report(workspace, year, unit_uid=uids["unit"]).blocks if isinstance(one, Table)]
        return [tuple(row) for row in tables[0].rows]

    excellent = "Hoàn thành xuất sắc nhiệm vụ"
    assert rows(2020) == [("2020", excellent, "", "")]
    assert rows(2025) == [("2020", excellent, "", ""), ("2025", "Hoàn thành tốt nhiệm vụ", excellent, "")]
