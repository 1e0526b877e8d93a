"""The steps of a year that meetings take: what a meeting is for is a field of it, not a word of its title."""

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.year.year_state import year_state


def meeting(workspace: Workspace, title: str, signs_pledge: bool | None = None, closes_year: bool | None = None) -> str:
    draft = EventDraft(
        kind="HOI_NGHI",
        title=title,
        year=2020,
        starts_on=PartialDate(2020, 3, 1),
        signs_pledge=signs_pledge,
        closes_year=closes_year,
    )
    return records.create(workspace, draft).uids[0]


def stages(workspace: Workspace) -> tuple[tuple[str, ...], tuple[str, ...]]:
    state = workspace.read(year_state, 2020)
    return state.signed.source.uids, state.closed.source.uids


def test_a_meeting_counts_for_what_was_chosen(workspace: Workspace) -> None:
    signing = meeting(workspace, "Gặp mặt đầu năm", signs_pledge=True)
    closing = meeting(workspace, "Họp Cụm", closes_year=True)
    both = meeting(workspace, "Họp hai việc", signs_pledge=True, closes_year=True)
    assert stages(workspace) == ((signing, both), (closing, both))


@pytest.mark.parametrize("fields", [{}, {"signs_pledge": False, "closes_year": False}])
def test_words_of_a_title_count_for_nothing(workspace: Workspace, fields: dict[str, bool]) -> None:
    meeting(workspace, "Hội nghị tổng kết và ký giao ước thi đua", **fields)
    assert stages(workspace) == ((), ())


def test_another_kind_of_event_has_no_such_purpose(workspace: Workspace) -> None:
    uid = meeting(workspace, "Họp", signs_pledge=True)
    draft = EventDraft(kind="HOI_THAO", title="Hội thảo", year=2020, signs_pledge=True)
    records.edit(workspace, uid, draft)
    assert workspace.read(listing.find, "event", uid).values["signs_pledge"] is None
    assert stages(workspace) == ((), ())


def test_a_meeting_in_the_trash_takes_its_step_back(workspace: Workspace) -> None:
    uid = meeting(workspace, "Họp", closes_year=True)
    records.delete(workspace, "event", [uid])
    assert stages(workspace) == ((), ())
