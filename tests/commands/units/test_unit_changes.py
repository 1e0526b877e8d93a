"""Units that change names or merge: papers keep the names of their dates, one undo takes everything back."""

import datetime

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records, undo
from cluster_desktop.commands.units.unit_changes import merge_units, rename_unit
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import MergerDraft, RenameDraft
from cluster_desktop.domain.units.units import DepartmentDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards import decisions
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people import facts
from cluster_desktop.records.queries.units.mergers import forebears, merger
from cluster_desktop.records.rows import Listing, Row
from tests.records.contents import dump

OLD = "Trường Chính trị tỉnh Yên Bái"
NEW = "Trường Chính trị tỉnh Lào Cai"
MERGED_ON = PartialDate(2025, 7, 1)


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def old(workspace: Workspace, unit: str) -> str:
    """Yên Bái beside Lào Cai: a department both have, one only Yên Bái has, two people, awards of 2020."""
    old = put(workspace, UnitDraft(code="YENBAI", name=OLD, short_name="Yên Bái", province="Yên Bái"))
    put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng"))
    shared = put(workspace, DepartmentDraft(unit_uid=old, name="Khoa xây dựng đảng"))
    own = put(workspace, DepartmentDraft(unit_uid=old, name="Khoa Dân vận"))
    first = put(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=old, department_uid=shared))
    put(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=old, department_uid=own))
    decision = DecisionDraft(number="9/QĐ", decided_on=PartialDate(2020, 12, 5), year=2020, level="CO_SO", unit_uid=old)
    signed = put(workspace, decision)
    put(workspace, AwardDraft(decision_uid=signed, ordinal=1, person_uid=first, award="GK"))
    put(
        workspace,
        AwardDraft(decision_uid=signed, ordinal=2, recipient_kind="KHOA_PHONG", department_uid=own, award="GK"),
    )
    put(
        workspace,
        EventDraft(kind="HOI_NGHI", title="Hội nghị", year=2024, starts_on=PartialDate(2024, 3, 1), host_uid=old),
    )
    return old


def merging(target: str, on: PartialDate = MERGED_ON) -> MergerDraft:
    return MergerDraft(target_uid=target, on=on, reason="Nghị quyết 202/2025/QH15")


def rows(workspace: Workspace, kind: str) -> dict[str, Row]:
    return {row.title: row for row in workspace.read(listing.page, Listing(kind=kind))}


def refused(workspace: Workspace, source: str, draft: MergerDraft) -> str:
    before = dump(workspace)
    with pytest.raises(errors.InvalidDraft) as problem:
        merge_units(workspace, source, draft)
    assert dump(workspace) == before
    return problem.value.sentence


def test_people_move_and_what_they_won_stays_where_they_won_it(workspace: Workspace, unit: str, old: str) -> None:
    merge_units(workspace, old, merging(unit))
    assert {row.shown["unit_uid"] for row in rows(workspace, "person").values()} == {"Lào Cai"}
    shared = rows(workspace, "person")["Lò Thị Ơn"].values["department_uid"]
    assert workspace.read(listing.find, "department", str(shared)).values["unit_uid"] == unit
    keys = ("unit_uid", "began_on", "ended_on", "continues_uid")
    departments = workspace.read(listing.page, Listing(kind="department"))
    assert {(row.title, *(row.shown[key] for key in keys)) for row in departments} == {
        ("Khoa Xây dựng Đảng", "Lào Cai", "", "", ""),
        ("Khoa xây dựng đảng", "Yên Bái", "", "01/07/2025", ""),
        ("Khoa Dân vận", "Yên Bái", "", "01/07/2025", ""),
        ("Khoa Dân vận", "Lào Cai", "01/07/2025", "", "Khoa Dân vận"),
    }
    carried_on = rows(workspace, "person")["Giàng A Páo"].values["department_uid"]
    assert workspace.read(listing.find, "department", str(carried_on)).shown["began_on"] == "01/07/2025"
    assert {award.unit for award in workspace.read(facts.award_facts)} == {OLD}
    assert {row.shown["recipient_unit"] for row in rows(workspace, "award").values()} == {"Yên Bái"}
    told = workspace.read(decisions.decision_facts, workspace.read(decisions.decision_uids, "9/QĐ")[0])
    assert (told.issuer, told.place) == (OLD, "Yên Bái")
    assert {one.unit for one in workspace.read(decisions.recipients, told)} == {OLD}
    gone = rows(workspace, "unit")[OLD]
    assert (gone.shown["dissolved_on"], gone.shown["merged_into_uid"]) == ("01/07/2025", "Lào Cai")
    assert "Nghị quyết 202/2025/QH15" in gone.shown["note"]
    assert [one.name for one in workspace.read(forebears, unit)] == [OLD]
    assert tuple(workspace.read(facts.unit_names, 2025, datetime.date(2025, 12, 31))) == (NEW, OLD)
    assert tuple(workspace.read(facts.unit_names, 2026, datetime.date(2026, 12, 31))) == (NEW,)


def test_the_look_before_says_what_will_happen_and_one_undo_takes_it_back(
    workspace: Workspace, unit: str, old: str
) -> None:
    seen = workspace.read(merger, old, unit, MERGED_ON)
    assert (seen.people, seen.founded, seen.shared) == (2, ("Khoa Dân vận",), ("Khoa xây dựng đảng",))
    assert (seen.awards, seen.events) == (2, 1)
    before = dump(workspace)
    merge_units(workspace, old, merging(unit))
    undo.undo(workspace)
    assert dump(workspace) == before


def test_a_merger_that_cannot_be_is_refused_in_words(workspace: Workspace, unit: str, old: str) -> None:
    assert "chính nó" in refused(workspace, old, merging(old))
    assert "sự kiện “Hội nghị” ngày 01/03/2024" in refused(workspace, old, merging(unit, PartialDate(2024, 1, 1)))
    assert "đủ ngày" in refused(workspace, old, merging(unit, PartialDate(2025)))
    merge_units(workspace, old, merging(unit))
    assert "đã giải thể" in refused(workspace, old, merging(unit))
    assert "đã giải thể" in refused(workspace, unit, merging(old))


def test_a_renamed_unit_keeps_its_old_name_until_the_day_before(workspace: Workspace, unit: str) -> None:
    draft = RenameDraft(
        name="Trường Chính trị Lào Cai mới", short_name="Lào Cai", province="Lào Cai mới", on=PartialDate(2026, 1, 1)
    )
    for number, day in enumerate((PartialDate(2025, 12, 31), PartialDate(2026, 1, 1)), start=1):
        decision = DecisionDraft(number=f"{number}/QĐ", decided_on=day, year=2025, level="CO_SO", unit_uid=unit)
        put(workspace, decision)
    rename_unit(workspace, unit, draft)
    told = [
        workspace.read(decisions.decision_facts, workspace.read(decisions.decision_uids, f"{each}/QĐ")[0])
        for each in (1, 2)
    ]
    assert [(one.issuer, one.place) for one in told] == [
        (NEW, "Lào Cai"),
        ("Trường Chính trị Lào Cai mới", "Lào Cai mới"),
    ]
    with pytest.raises(errors.InvalidDraft, match="giống tên đang dùng"):
        rename_unit(workspace, unit, draft)
    earlier = RenameDraft(name="Tên khác", short_name="LC", on=PartialDate.of(datetime.date(2025, 6, 1)))
    with pytest.raises(errors.InvalidDraft, match="31/12/2025"):
        rename_unit(workspace, unit, earlier)
    undo.undo(workspace)
    assert rows(workspace, "former_name") == {}
    assert list(rows(workspace, "unit")) == [NEW]
