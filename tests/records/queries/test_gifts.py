"""What gifts and donations are worth: in their list, at their event, in the log and in the year's summary."""

import pytest

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import Paragraph, Table
from cluster_desktop.domain.events.events import EventDraft, GiftDraft
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.events.event_sums import event_sums
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.people.facts import event_facts
from cluster_desktop.records.rows import Listing


def give(workspace: Workspace, kind: EventKind, *gifts: tuple[int | None, int | None, int | None]) -> str:
    """An event of 2024 with gifts of these quantities, values of one and sums."""
    draft = EventDraft(
        kind=kind,
        title="Chung tay vì vùng lũ",
        year=2024,
        starts_on=PartialDate(2024, 9, 12),
        beneficiaries="Quỹ Phòng, chống thiên tai" if kind == EventKind.DONATION else "hộ nghèo",
        launched_by="Ủy ban Mặt trận Tổ quốc tỉnh" if kind == EventKind.DONATION else None,
    )
    uid = records.create(workspace, draft).uids[0]
    for quantity, value, amount in gifts:
        gift = GiftDraft(event_uid=uid, description="Quà", quantity=quantity, unit_value=value, amount=amount)
        records.create(workspace, gift)
    return uid


def paper(workspace: Workspace, document: str) -> tuple[str, list[str]]:
    """The running text of a document of 2024, and its cells."""
    blocks = compose(workspace, document, year=2024).blocks
    text = "\n".join(str(block.text) for block in blocks if isinstance(block, Paragraph))
    return text, [str(cell) for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]


@pytest.mark.parametrize(
    ("gift", "worth"),
    [
        ((20, 500_000, None), 10_000_000),
        ((20, 500_000, 9_500_000), 9_500_000),  # the paper names another sum
        ((20, 500_000, 0), 0),
        ((None, None, 3_000_000), 3_000_000),
        ((20, None, None), 0),
        ((None, 500_000, None), 0),
        ((0, 500_000, None), 0),
    ],
)
def test_the_sum_follows_unless_the_paper_names_another(
    workspace: Workspace, gift: tuple[int | None, int | None, int | None], worth: int
) -> None:
    uid = give(workspace, EventKind.CHARITY, gift)
    (event,) = workspace.read(event_facts)
    assert event.gift_amount == worth
    assert workspace.read(event_sums, uid).gifts[0].numbers[1] == worth
    (row,) = workspace.read(listing.page, Listing(kind="gift"))
    assert (row.values["worth"] or 0) == worth


def test_the_list_of_gifts_shows_and_sorts_by_what_they_are_worth(workspace: Workspace) -> None:
    give(workspace, EventKind.CHARITY, (2, 500_000, None), (None, None, 700_000), (1, 900_000, None))
    wanted = Listing(kind="gift", sort="worth")
    assert [row.shown["worth"] for row in workspace.read(listing.page, wanted)] == ["700.000", "900.000", "1.000.000"]


def test_money_for_a_fund_is_told_apart_from_visits(workspace: Workspace) -> None:
    give(workspace, EventKind.CHARITY, (20, 500_000, None))
    give(workspace, EventKind.DONATION, (None, None, 35_000_000), (None, None, 1_500_000))
    text, cells = paper(workspace, "event-log")
    assert "01 chuyến thiện nguyện (20 suất quà, tổng trị giá 10.000.000 đồng)" in text
    assert " và 01 đợt ủng hộ các quỹ xã hội, tổng số tiền 36.500.000 đồng." in text
    assert "Ủng hộ quỹ xã hội" in cells
    text, cells = paper(workspace, "annual-summary")
    wanted = (
        "Năm 2024, các đơn vị tham gia 01 đợt ủng hộ các quỹ xã hội, từ thiện, nhân đạo, tổng số tiền 36.500.000 đồng:"
    )
    assert wanted in text
    assert {"Quỹ Phòng, chống thiên tai", "Ủy ban Mặt trận Tổ quốc tỉnh"} <= set(cells)


def test_nothing_is_said_of_funds_where_nobody_gave(workspace: Workspace) -> None:
    give(workspace, EventKind.CHARITY, (20, 500_000, None))
    for document in ("event-log", "annual-summary"):
        assert "quỹ" not in paper(workspace, document)[0].lower()


def test_the_list_of_gifts_begins_with_what_was_given_and_ends_with_its_worth() -> None:
    columns = [column.key for column in KINDS["gift"].columns if column.listed]
    assert columns == ["description", "unit_uid", "quantity", "unit_value", "worth"]
