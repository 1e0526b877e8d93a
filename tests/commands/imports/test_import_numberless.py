"""Old registers name decisions that have no number, or one that nobody knows any more."""

from pathlib import Path

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.imports.import_files import bring_in, excel

SCHOOL = "Trường Chính trị tỉnh Lào Cai"


def test_decisions_without_a_number_are_told_apart_by_who_issued_them_and_when(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    for name in ("Giàng A Páo", "Lò Thị Ơn", "Lý Thúy Hòa"):
        records.create(workspace, PersonDraft(full_name=name, unit_uid=unit))
    path = excel(
        tmp_path / "sổ.xlsx",
        ("Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Số QĐ", "Ngày quyết định", "Cơ quan quyết định", "Năm"),
        ("Giàng A Páo", SCHOOL, "Bằng khen của UBND tỉnh", "Không số", "2019", "", 2019),
        ("Lò Thị Ơn", SCHOOL, "Bằng khen của UBND tỉnh", "không số", "2019", "UBND tỉnh", 2019),
        (SCHOOL, SCHOOL, "Cờ thi đua của Học viện", "Không số", "2019", "", 2019),
        ("Lý Thúy Hòa", SCHOOL, "Bằng khen của UBND tỉnh", "Không số", "12/2019", "UBND tỉnh", 2019),
    )
    assert len(bring_in(workspace, "awards", path).added) == 4
    issued = {
        row.uid: (row.shown["issuer"], row.shown["decided_on"])
        for row in workspace.read(listing.page, Listing(kind="decision"))
    }
    told = {
        (row.values["recipient"], row.values["award"]): issued[str(row.values["decision_uid"])]
        for row in workspace.read(listing.page, Listing(kind="award"))
    }
    assert sorted(issued.values()) == [
        ("Học viện Chính trị quốc gia Hồ Chí Minh", "2019"),
        ("UBND tỉnh", "12/2019"),
        ("UBND tỉnh", "2019"),
    ]
    assert {who: decision for (who, _award), decision in told.items()} == {
        "Giàng A Páo": ("UBND tỉnh", "2019"),
        "Lò Thị Ơn": ("UBND tỉnh", "2019"),
        "Lý Thúy Hòa": ("UBND tỉnh", "12/2019"),
        SCHOOL: ("Học viện Chính trị quốc gia Hồ Chí Minh", "2019"),
    }
