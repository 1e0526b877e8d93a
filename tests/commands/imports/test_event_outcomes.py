"""Prizes, gifts, money and papers that a sheet of events gives in one cell or in sums become records and figures."""

from pathlib import Path

import pytest

from cluster_desktop.commands.imports.event_outcomes import read_outcome
from cluster_desktop.commands.records import records
from cluster_desktop.domain.events.events import EventDraft, ExpenseDraft, GiftDraft, PaperDraft, ResultDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing, Row
from tests.commands.imports.import_files import bring_in, excel, plan

UNITS = {"lao cai": "u1"}


def rows(workspace: Workspace, kind: str) -> tuple[Row, ...]:
    return workspace.read(listing.page, Listing(kind=kind), 0, 100)


@pytest.mark.parametrize(
    ("words", "kind", "count", "amount", "to", "rest"),
    [
        ("20 suất quà, 7.000.000 đồng", "THIEN_NGUYEN", 20, 7_000_000, "", ""),
        ("Hộ nghèo: 20 suất quà", "THIEN_NGUYEN", 20, None, "Hộ nghèo", ""),
        ("Quỹ Vì người nghèo: 58,5 triệu đồng", "UNG_HO_QUY", None, 58_500_000, "Quỹ Vì người nghèo", ""),
        ("1,2 tỷ đồng", "UNG_HO_QUY", None, 1_200_000_000, "", ""),
        ("500 nghìn đồng", "UNG_HO_QUY", None, 500_000, "", ""),
        ("15 phần quà trị giá 7.500.000đ", "THIEN_NGUYEN", 15, 7_500_000, "", ""),
        ("Tặng 20 suất quà cho hộ nghèo", "THIEN_NGUYEN", None, None, "", "Tặng 20 suất quà cho hộ nghèo"),
        ("Thành công tốt đẹp", "HOI_THAO", None, None, "", "Thành công tốt đẹp"),
        ("Năm 2020: 45", "HOI_NGHI", None, None, "", "Năm 2020: 45"),
        ("10 suất quà\n5 suất quà", "THIEN_NGUYEN", 10, None, "", "5 suất quà"),
        ("1,2,3 đồng", "THIEN_NGUYEN", None, None, "", "1,2,3 đồng"),
        ("", "THIEN_NGUYEN", None, None, "", ""),
    ],
)
def test_gifts_and_money_are_read_where_a_line_says_nothing_else(
    words: str, kind: str, count: int | None, amount: int | None, to: str, rest: str
) -> None:
    read = read_outcome(words, kind, {})
    assert [(gift.quantity, gift.amount) for gift in read.gifts] == ([(count, amount)] if count or amount else [])
    assert (read.beneficiaries, read.rest, read.results) == (to, rest, ())


def test_money_alone_for_a_fund_is_no_gift_in_kind() -> None:
    (money,) = read_outcome("2.000.000 đồng", "UNG_HO_QUY", {}).gifts
    (gift,) = read_outcome("2.000.000 đồng", "THIEN_NGUYEN", {}).gifts
    assert (money.description, gift.description) == ("Tiền ủng hộ", "Quà tặng")


def test_prizes_name_a_unit_or_a_team() -> None:
    read = read_outcome(
        "Giải Nhất kéo co: Lào Cai; giải khuyến khích hát ru: Tốp ca nữ; Giải Ba cờ vua", "THE_THAO", UNITS
    )
    told = [(each.prize, each.discipline, each.unit_uid, each.performer) for each in read.results]
    assert told == [
        ("NHAT", "kéo co", "u1", None),
        ("KHUYEN_KHICH", "hát ru", None, "Tốp ca nữ"),
        ("BA", "cờ vua", None, None),
    ]
    mixed = "Giải Nhất kéo co: Lào Cai; và nhiều giải khác"
    assert (read_outcome(mixed, "THE_THAO", UNITS).results, read_outcome(mixed, "THE_THAO", UNITS).rest) == ((), mixed)


def test_a_sheet_of_a_cluster_brings_papers_gifts_money_costs_and_papers_of_office(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    sheet = excel(
        tmp_path / "hoạt động.xlsx",
        ("TT", "Loại", "Tên hoạt động", "Thời gian", "Số tham luận", "Số suất quà", "Trị giá", "Kinh phí", "Văn bản"),
        (
            1,
            "Hội thảo",
            "Chuyển đổi số",
            "08/10/2020",
            12,
            None,
            None,
            11_500_000,
            "Kế hoạch số 12/KH-TCT ngày 05/3/2020",
        ),
        (2, "Thiện nguyện", "Thăm bản Cát Cát", "11/2020", None, 20, 7_000_000, None, None),
        (3, "Hội nghị", "Giao ban quý I", "03/2020", None, None, None, None, "Thông báo số 3"),
    )
    done = bring_in(workspace, "events", sheet)
    assert len(done.added) == 3
    held = {row.title: row for row in rows(workspace, "event")}
    assert held["Chuyển đổi số"].values["papers"] == 12
    assert held["Chuyển đổi số"].values["cost_spent"] == 11_500_000
    assert (
        held["Chuyển đổi số"].values["note"] == "Tài liệu, biên bản, quyết định: Kế hoạch số 12/KH-TCT ngày 05/3/2020"
    )
    assert held["Giao ban quý I"].values["documents"] == "Thông báo số 3"
    (gift,) = rows(workspace, "gift")
    assert (gift.values["event_uid"], gift.values["quantity"], gift.values["amount"]) == (
        held["Thăm bản Cát Cát"].uid,
        20,
        7_000_000,
    )


def test_an_event_of_the_book_gets_what_it_lacks_and_keeps_what_it_has(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    made = [
        records.create(workspace, EventDraft(kind="THIEN_NGUYEN", title=title, year=2020)).uids[0] for title in "AB"
    ]
    records.create(workspace, GiftDraft(event_uid=made[1], description="Chăn", quantity=3))
    sheet = excel(
        tmp_path / "quà.xlsx",
        ("Loại", "Tên hoạt động", "Năm", "Kết quả, quà tặng", "Văn bản"),
        ("Thiện nguyện", "A", 2020, "20 suất quà, 7.000.000 đồng", "Kế hoạch 5"),
        ("Thiện nguyện", "B", 2020, "20 suất quà", None),
    )
    first = plan(workspace, "events", sheet)
    ((change,),) = [item.changes for item in first.changed]
    assert (change.label, change.before, change.after) == ("Quà tặng", "", "Quà tặng, 20, 7.000.000")
    assert any("dòng 2, A" in note and "Kế hoạch 5" in note for note in first.notes)
    assert first.unchanged == 1
    bring_in(workspace, "events", sheet)
    assert sorted((row.values["event_uid"] == made[0], row.values["quantity"]) for row in rows(workspace, "gift")) == [
        (False, 3),
        (True, 20),
    ]


def test_the_noted_number_of_papers_goes_once_all_are_recorded(workspace: Workspace, unit: str) -> None:
    event = records.create(workspace, EventDraft(kind="HOI_THAO", title="A", year=2020, paper_count=2)).uids[0]

    def papers() -> tuple[object, object]:
        (row,) = rows(workspace, "event")
        return row.values["papers"], row.values["paper_count"]

    assert papers() == (2, 2)
    records.create(workspace, PaperDraft(event_uid=event, title="Một"))
    assert papers() == (2, 2)
    records.create(workspace, PaperDraft(event_uid=event, title="Hai"))
    assert papers() == (2, None)
    records.create(workspace, PaperDraft(event_uid=event, title="Ba"))
    assert papers() == (3, None)


def test_what_the_book_counts_itself_is_not_written_again(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    event = records.create(workspace, EventDraft(kind="THE_THAO", title="Hội thao", year=2020)).uids[0]
    records.create(workspace, ExpenseDraft(event_uid=event, description="Xe", spent=300_000))
    records.create(workspace, ResultDraft(event_uid=event, discipline="kéo co", prize="NHAT"))
    records.create(workspace, PaperDraft(event_uid=event, title="Một"))
    head = ("Loại", "Tên hoạt động", "Năm", "Kinh phí", "Kết quả, giải thưởng", "Số tham luận")
    same = ("Giao lưu thể thao", "Hội thao", 2020, 300_000, "Giải Nhì cờ vua", 1)
    assert plan(workspace, "events", excel(tmp_path / "a.xlsx", head, same)).unchanged == 1
    more = ("Giao lưu thể thao", "Hội thao", 2020, 400_000, None, 3)
    (changed,) = plan(workspace, "events", excel(tmp_path / "b.xlsx", head, more)).changed
    assert {change.after for change in changed.changes} == {"400.000", "3"}
