"""Numbers of certificates: one after the other through the year, none twice, gaps told."""

import io
import random

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates
from cluster_desktop.commands.printing.certificate_numbers import gap_report, give_numbers, plan_numbers, usual_pattern
from cluster_desktop.commands.printing.certificates import certificates_of
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.printing.certificate_series import series_of
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Unit
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing import certificate_numbers
from cluster_desktop.records.rows import Filter, Listing
from tests.documents import paper
from tests.ui.print_desk import decide

PATTERN = "{so:03d}/GK-TCT"


def numbers(workspace: Workspace, decision: str) -> list[str]:
    """The numbers of a decision's certificates in the order of its list."""
    wanted = Listing(kind="award", filters=(Filter("decision_uid", (decision,)),), sort="ordinal")
    return [row.shown["certificate_number"] for row in workspace.read(listing.page, wanted)]


def people(count: int, award: str = "GK") -> dict[str, str]:
    return {f"Lò Thị {chr(65 + place)}": award for place in range(count)}


def test_a_decision_is_numbered_in_its_order_and_the_next_one_goes_on(workspace: Workspace, unit: str) -> None:
    first = decide(workspace, unit, "48/QĐ-TCT", 2020, people(3))
    second = decide(workspace, unit, "49/QĐ-TCT", 2020, people(2))
    assert usual_pattern(workspace) == PATTERN
    assert plan_numbers(workspace, first, PATTERN).sentence == "Cấp số cho 3 giấy: từ 001/GK-TCT đến 003/GK-TCT."
    give_numbers(workspace, first, PATTERN)
    give_numbers(workspace, second, PATTERN)
    assert numbers(workspace, first) == ["001/GK-TCT", "002/GK-TCT", "003/GK-TCT"]
    assert numbers(workspace, second) == ["004/GK-TCT", "005/GK-TCT"]
    assert [content.golden_book for content in certificates_of(workspace, second).contents] == [
        "004/GK-TCT",
        "005/GK-TCT",
    ]
    undo.undo(workspace)
    assert numbers(workspace, second) == ["", ""]
    assert usual_pattern(workspace) == PATTERN


def test_the_number_stands_on_paper_under_the_name_the_office_gives_it(workspace: Workspace, unit: str) -> None:
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, people(1))
    give_numbers(workspace, decision, PATTERN)
    with workspace.changing("Nhãn số sổ") as session:
        session.get_one(Unit, unit).golden_book = "Vào sổ khen thưởng số"
    sheet = io.BytesIO()
    print_certificates(workspace, certificates_of(workspace, decision), sheet)
    assert "Vào sổ khen thưởng số: 001/GK-TCT" in paper.words(sheet.getvalue())
    assert "Số sổ vàng" not in paper.words(sheet.getvalue())


def test_other_years_and_other_patterns_count_from_one(workspace: Workspace, unit: str) -> None:
    give_numbers(workspace, decide(workspace, unit, "48/QĐ-TCT", 2020, people(3)), PATTERN)
    later = decide(workspace, unit, "50/QĐ-TCT", 2021, people(1))
    give_numbers(workspace, later, PATTERN)
    titles = decide(workspace, unit, "51/QĐ-TCT", 2020, people(1, "LDTT"))
    give_numbers(workspace, titles, "{so}/{nam}/GCN")
    assert numbers(workspace, later) == ["001/GK-TCT"]
    assert numbers(workspace, titles) == ["1/2021/GCN"]  # decided in January of 2021


def test_no_number_is_ever_used_twice(workspace: Workspace, unit: str) -> None:
    chance = random.Random(4)
    decisions = [decide(workspace, unit, f"{place}/QĐ-TCT", 2020, people(4)) for place in range(5)]
    for _act in range(40):
        decision, start = chance.choice(decisions), chance.choice([None, None, 1, 2, 7, 19])
        try:
            give_numbers(workspace, decision, PATTERN, start)
        except errors.Refused:
            if chance.random() < 0.5:
                undo.undo(workspace)
    given = [number for decision in decisions for number in numbers(workspace, decision) if number]
    assert given
    assert len(given) == len(set(given))


def test_a_stretch_that_meets_a_used_number_is_refused_and_nothing_is_given(workspace: Workspace, unit: str) -> None:
    give_numbers(workspace, decide(workspace, unit, "48/QĐ-TCT", 2020, people(3)), PATTERN)
    second = decide(workspace, unit, "49/QĐ-TCT", 2020, people(2))
    with pytest.raises(errors.Refused, match="Số 003/GK-TCT không cấp được vì đã dùng. Hãy bắt đầu từ 004/GK-TCT"):
        give_numbers(workspace, second, PATTERN, 3)
    assert numbers(workspace, second) == ["", ""]


def test_gaps_are_told_and_those_with_a_number_keep_it(workspace: Workspace, unit: str) -> None:
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, people(2))
    give_numbers(workspace, decision, PATTERN, 3)
    assert workspace.read(certificate_numbers.gaps, series_of(PATTERN, 2021)) == (1, 2)
    plan = plan_numbers(workspace, decision, PATTERN)
    assert gap_report(workspace, 2021) == (
        "Đã cấp 2 số, cao nhất là 004/GK-TCT. Số còn trống trong năm 2021: 001/GK-TCT, 002/GK-TCT."
    )
    assert gap_report(workspace, 2020) == "Năm 2020 chưa cấp số giấy nào theo mẫu {so:03d}/GK-TCT."
    assert plan.gap_sentence == "Số còn trống trong năm 2021: 001/GK-TCT, 002/GK-TCT."
    with pytest.raises(errors.Refused, match="Cả 2 giấy của quyết định này đã có số"):
        give_numbers(workspace, decision, PATTERN)
    assert numbers(workspace, decision) == ["003/GK-TCT", "004/GK-TCT"]


def test_the_number_of_a_printed_sheet_stays_used_when_its_award_is_deleted(workspace: Workspace, unit: str) -> None:
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, people(2))
    give_numbers(workspace, decision, PATTERN)
    batch = certificates_of(workspace, decision)
    print_certificates(workspace, batch, io.BytesIO())
    records.delete(workspace, "award", [batch.award_uids[1]])
    assert plan_numbers(workspace, decision, PATTERN).start == 3


@pytest.mark.parametrize("pattern", ["", "GK-TCT", "{so}/{so}", "{số}/GK", "{so:x}/GK", "{so}/{thang}"])
def test_patterns_that_cannot_count_are_refused_with_an_example(workspace: Workspace, unit: str, pattern: str) -> None:
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, people(1))
    with pytest.raises(errors.Refused, match="Ví dụ {so:03d}/GK-TCT"):
        give_numbers(workspace, decision, pattern)
