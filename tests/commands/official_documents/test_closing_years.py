"""A closed year keeps its papers and takes nothing more; opened again with a reason, it does."""

import datetime
from collections.abc import Callable

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.closing_years import KEPT, close_year, open_year
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.events.events import EventDraft, GiftDraft
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.closed_years import closed_years
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.issued import IssuedScope, issued_papers
from cluster_desktop.records.rows import Listing

CLOSED = "Năm 2020 đã chốt ngày .* nên không ghi thêm, không sửa được"


@pytest.fixture
def year_2020(workspace: Workspace, unit: str, person: str) -> dict[str, str]:
    """A year with a class, a decision with an award and an event with a gift."""
    uids = {"unit": unit, "person": person}
    day = PartialDate(2020, 12, 1)
    for draft in (
        RatingDraft(person_uid=person, year=2020, quality="HTTNV"),
        DecisionDraft(number="48", decided_on=day, year=2020, level="CO_SO", unit_uid=unit),
        EventDraft(kind="HOI_NGHI", title="Hội nghị tổng kết", year=2020),
    ):
        uids[draft.KIND] = records.create(workspace, draft).uids[0]
    award = AwardDraft(recipient_kind="CA_NHAN", person_uid=person, award="GK", decision_uid=uids["decision"])
    uids["award"] = records.create(workspace, award).uids[0]
    uids["gift"] = records.create(workspace, GiftDraft(event_uid=uids["event"], description="Áo ấm", quantity=3)).uids[
        0
    ]
    return uids


def add_rating(workspace: Workspace, uids: dict[str, str]) -> None:
    person = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=uids["unit"])).uids[0]
    records.create(workspace, RatingDraft(person_uid=person, year=2020, quality="HTTNV"))


def move_rating_out(workspace: Workspace, uids: dict[str, str]) -> None:
    draft = RatingDraft(person_uid=uids["person"], year=2021, quality="HTTNV")
    records.edit(workspace, uids["rating"], draft)


def add_award(workspace: Workspace, uids: dict[str, str]) -> None:
    draft = AwardDraft(recipient_kind="DON_VI", unit_uid=uids["unit"], award="GK", decision_uid=uids["decision"])
    records.create(workspace, draft)


def add_gift(workspace: Workspace, uids: dict[str, str]) -> None:
    records.create(workspace, GiftDraft(event_uid=uids["event"], description="Sách", quantity=1))


def delete_event(workspace: Workspace, uids: dict[str, str]) -> None:
    records.delete(workspace, "event", [uids["event"]])


@pytest.mark.parametrize("write", [add_rating, move_rating_out, add_award, add_gift, delete_event])
def test_nothing_of_a_closed_year_is_written(
    workspace: Workspace, year_2020: dict[str, str], write: Callable[[Workspace, dict[str, str]], None]
) -> None:
    close_year(workspace, 2020)
    kinds = ("rating", "award", "gift", "event")
    before = [workspace.read(listing.page, Listing(kind=kind)) for kind in kinds]
    with pytest.raises(errors.Refused, match=CLOSED):
        write(workspace, year_2020)
    assert [workspace.read(listing.page, Listing(kind=kind)) for kind in kinds] == before
    open_year(workspace, 2020, "Bổ sung theo kiểm tra")
    write(workspace, year_2020)


def test_other_years_and_people_are_written_as_before(workspace: Workspace, year_2020: dict[str, str]) -> None:
    close_year(workspace, 2020)
    records.create(workspace, RatingDraft(person_uid=year_2020["person"], year=2021, quality="HTTNV"))
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=year_2020["unit"]))
    assert workspace.read(listing.count, Listing(kind="person")) == 2


def test_the_papers_of_a_year_are_kept_with_it(workspace: Workspace, year_2020: dict[str, str]) -> None:
    close_year(workspace, 2020)
    papers = workspace.read(issued_papers, IssuedScope(year=2020))
    assert sorted(paper.document for paper in papers) == sorted(KEPT)
    assert {(paper.version, paper.reason) for paper in papers} == {(1, "")}
    open_year(workspace, 2020, "Sửa một quyết định")
    add_award(workspace, year_2020)
    close_year(workspace, 2020)
    again = workspace.read(issued_papers, IssuedScope(year=2020))
    assert ("award-register", 2, "Chốt năm 2020") in {(paper.document, paper.version, paper.reason) for paper in again}
    assert len([paper for paper in again if paper.document == "event-log"]) == 1


def test_closing_is_one_act_that_can_be_taken_back(workspace: Workspace, year_2020: dict[str, str]) -> None:
    close_year(workspace, 2020)
    assert undo.undo_label(workspace) == "Chốt năm 2020"
    undo.undo(workspace)
    assert (workspace.read(closed_years), workspace.read(issued_papers)) == ({}, ())
    add_gift(workspace, year_2020)
    assert undo.redo_label(workspace) is None


def test_what_cannot_be_closed_or_opened_is_said(workspace: Workspace) -> None:
    with pytest.raises(errors.Refused, match="chưa đến"):
        close_year(workspace, datetime.date.today().year + 1)
    close_year(workspace, 2020)
    with pytest.raises(errors.Refused, match="Năm 2020 đã chốt ngày"):
        close_year(workspace, 2020)
    with pytest.raises(errors.Refused, match="ghi lý do mở lại năm 2020"):
        open_year(workspace, 2020, "  ")
    with pytest.raises(errors.Refused, match="Năm 2019 chưa chốt"):
        open_year(workspace, 2019, "Vì sao")
    open_year(workspace, 2020, "Sai <b>&")
    assert workspace.read(closed_years) == {}
