"""Roles, milestones and the hand-over of a year: planned in one act, refused twice, taken back by one undo."""

import datetime
import json
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units.handover import list_handover, tick_items
from cluster_desktop.commands.units.roles import plan_roles, set_role
from cluster_desktop.commands.year.milestones import mark_milestones, plan_year
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.rotation import Role
from cluster_desktop.domain.units.units import ClusterDraft, UnitDraft
from cluster_desktop.domain.units.vocabulary import MemberRole
from cluster_desktop.domain.year.year_plan import MilestoneDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.units.roles import role_table
from cluster_desktop.records.queries.year.milestones import pressing
from cluster_desktop.records.rows import Listing, Row
from tests.records.contents import dump

TODAY = datetime.date(2026, 10, 10)


@pytest.fixture
def cluster(workspace: Workspace) -> str:
    return records.create(workspace, ClusterDraft(name="Cụm thi đua số 2")).uids[0]


def rows(workspace: Workspace, kind: str) -> tuple[Row, ...]:
    return workspace.read(listing.page, Listing(kind=kind))


def test_roles_are_given_changed_and_taken_away(workspace: Workspace, cluster: str, unit: str) -> None:
    set_role(workspace, cluster, 2026, unit, Role(MemberRole.HEAD, hosts=True))
    set_role(workspace, cluster, 2026, unit, Role(MemberRole.MEMBER))
    (row,) = rows(workspace, "membership")
    assert (row.shown["role"], row.values["hosts"]) == ("Thành viên", False)
    set_role(workspace, cluster, 2026, unit, None)
    assert rows(workspace, "membership") == ()
    undo.undo(workspace)
    assert len(rows(workspace, "membership")) == 1


def test_a_year_is_planned_once_and_not_for_a_unit_that_is_gone(workspace: Workspace, cluster: str, unit: str) -> None:
    gone = UnitDraft(code="YB", name="Yên Bái", short_name="Yên Bái", dissolved_on=PartialDate(2025, 7, 1))
    old = records.create(workspace, gone).uids[0]
    before = dump(workspace)
    with pytest.raises(errors.Refused, match="đã giải thể, sáp nhập ngày 01/07/2025"):
        plan_roles(workspace, cluster, 2026, {unit: Role(MemberRole.HEAD), old: Role(MemberRole.MEMBER)})
    assert dump(workspace) == before
    plan_roles(
        workspace, cluster, 2025, {unit: Role(MemberRole.HEAD), old: Role(MemberRole.MEMBER)}
    )  # it was there for half of it
    with pytest.raises(errors.Refused, match="đã có vai trò"):
        plan_roles(workspace, cluster, 2025, {unit: Role(MemberRole.MEMBER)})
    table = workspace.read(role_table, cluster, 2026)
    assert table.roles[2025] == {unit: Role(MemberRole.HEAD), old: Role(MemberRole.MEMBER)}
    undo.undo(workspace)
    assert dump(workspace) == before


def test_the_dates_of_a_year_follow_those_of_the_year_before(workspace: Workspace) -> None:
    plan_year(workspace, 2024)
    (signing,) = (row for row in rows(workspace, "milestone") if row.values["stage"] == "GIAO_UOC")
    draft = MilestoneDraft(
        **{**signing.values, "due_on": PartialDate(2024, 2, 29), "title": "Ký giao ước năm 2024"}  # type: ignore[arg-type]
    )
    records.edit(workspace, signing.uid, draft)
    plan_year(workspace, 2025)
    copied = {row.title: row for row in rows(workspace, "milestone") if row.values["year"] == 2025}
    assert copied["Ký giao ước năm 2025"].shown["due_on"] == "28/02/2025"
    assert all(row.values["done_on"] is None for row in copied.values())
    law = next(row for title, row in copied.items() if "CSTĐ toàn quốc" in title)
    assert law.shown["due_on"] == "31/12/2026"
    assert "Nghị định số 98/2023/NĐ-CP" in law.shown["note"]
    before = dump(workspace)
    with pytest.raises(errors.Refused, match="đã có đủ các mốc"):
        plan_year(workspace, 2025)
    assert dump(workspace) == before


def test_a_year_before_a_law_has_not_its_deadlines(workspace: Workspace) -> None:
    plan_year(workspace, 2020)
    assert not [row for row in rows(workspace, "milestone") if "Nghị định số 98" in row.shown["note"]]


def test_the_nearest_deadline_is_reminded_of_until_it_is_done(workspace: Workspace) -> None:
    for day in (PartialDate(2026, 3, 1), PartialDate(2026, 10, 15), PartialDate(2026, 12, 31)):
        records.create(workspace, MilestoneDraft(year=2026, title=f"Việc {day.show()}", due_on=day))
    soon = workspace.read(pressing, TODAY)
    assert soon is not None
    assert soon.reminder(TODAY) == "Còn 5 ngày đến hạn: Việc 15/10/2026 (15/10/2026)."
    mark_milestones(workspace, [soon.uid], done=True, on=TODAY)
    late = workspace.read(pressing, TODAY)
    assert late is not None
    assert late.reminder(TODAY).startswith("Đã quá hạn 223 ngày: Việc 01/03/2026")
    mark_milestones(workspace, [late.uid], done=True, on=TODAY)
    assert workspace.read(pressing, TODAY) is None


def test_the_hand_over_is_listed_ticked_and_written_down(
    workspace: Workspace, cluster: str, unit: str, tmp_path: Path
) -> None:
    set_role(workspace, cluster, 2026, unit, Role(MemberRole.HEAD))
    list_handover(workspace, 2026)
    items = rows(workspace, "handover_item")
    with pytest.raises(errors.Refused, match="đã đủ"):
        list_handover(workspace, 2026)
    tick_items(workspace, [item.uid for item in items[:-2]], done=True, on=TODAY)
    all_documents.write_report(workspace, "handover-minutes", tmp_path / "bb.json", year=2026)
    told = json.loads((tmp_path / "bb.json").read_text(encoding="utf-8"))
    assert (told["from"], told["to"]) == ("Trường Chính trị tỉnh Lào Cai", "")
    assert (told["items"], told["missing"]) == (len(items), 2)
    for suffix in (".pdf", ".docx", ".xlsx"):
        all_documents.write_report(workspace, "handover-minutes", tmp_path / f"bb{suffix}", year=2026)
        assert (tmp_path / f"bb{suffix}").stat().st_size > 2000
