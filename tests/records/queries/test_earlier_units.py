"""The units somebody was in before are known from the journal and from what records note."""

from typing import Any

import pytest

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.domain.year.year_plan import RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people.earlier_units import earlier_units


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def move(workspace: Workspace, person: str, unit: str) -> None:
    values: dict[str, Any] = dict(workspace.read(listing.find, "person", person).values)
    records.edit(workspace, person, PersonDraft(**values | {"unit_uid": unit}))


@pytest.fixture
def other(workspace: Workspace) -> str:
    return put(workspace, UnitDraft(code="YENBAI", name="Trường Chính trị tỉnh Yên Bái", short_name="Yên Bái"))


def test_a_move_leaves_the_earlier_unit_and_none_once_it_is_taken_back(
    workspace: Workspace, unit: str, other: str, person: str
) -> None:
    move(workspace, person, other)
    assert workspace.read(earlier_units) == {person: {unit}}
    undo.undo(workspace)
    assert workspace.read(earlier_units) == {}


def test_another_move_that_was_taken_back_hides_none(workspace: Workspace, unit: str, other: str, person: str) -> None:
    colleague = put(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    move(workspace, colleague, other)
    move(workspace, person, other)
    undo.undo(workspace)
    assert workspace.read(earlier_units) == {colleague: {unit}}


@pytest.mark.parametrize("kind", ["award", "nomination", "registration"])
def test_what_a_record_notes_is_an_earlier_unit(workspace: Workspace, other: str, person: str, kind: str) -> None:
    note: dict[str, Any] = {"person_uid": person, "award": "LDTT", "at_unit_uid": other}
    if kind == "award":
        day = PartialDate(2020, 12, 1)
        decision = put(workspace, DecisionDraft(number="1", decided_on=day, year=2020, level="CO_SO", unit_uid=other))
        put(workspace, AwardDraft(decision_uid=decision, **note))
    elif kind == "nomination":
        put(workspace, NominationDraft(round_uid=put(workspace, RoundDraft(name="Năm 2020", year=2020)), **note))
    else:
        put(workspace, RegistrationDraft(year=2020, **note))
    assert workspace.read(earlier_units) == {person: {other}}
