"""Units, movements, new names and mergers: what is refused, and what a merger says before it is done."""

import pytest

from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.unit_changes import Merger, MergerDraft, RenameDraft, last_day_before
from cluster_desktop.domain.units.units import MovementDraft, UnitDraft


@pytest.mark.parametrize("code", ["LAOCAI", "TCT_LC-1", "a1", None])
def test_a_code_of_plain_letters_numbers_and_hyphens_is_taken(code: str | None) -> None:
    assert UnitDraft(code=code).problems() == ()


@pytest.mark.parametrize("code", ["LÀOCAI", "LAO CAI", "LAO.CAI", "--", "_", "LAOCAI/1"])
def test_any_other_code_is_refused(code: str) -> None:
    (problem,) = UnitDraft(code=code).problems()
    assert problem.field == "code"
    assert "chữ không dấu" in problem.message


def test_a_movement_does_not_end_before_it_begins() -> None:
    def ends(first: int | None, last: int | None) -> list[str]:
        return [problem.message for problem in MovementDraft(from_year=first, to_year=last).problems()]

    assert ends(2016, 2015) == ["Năm kết thúc phải từ 2016 trở đi."]
    assert ends(2016, 2016) == ends(2016, 2020) == ends(2016, None) == ends(None, 2015) == []


@pytest.mark.parametrize("draft", [RenameDraft, MergerDraft])
def test_a_change_of_units_has_a_full_day(draft: type[RenameDraft] | type[MergerDraft]) -> None:
    assert draft(on=PartialDate(2025, 7, 1)).problems() == draft().problems() == ()
    (problem,) = draft(on=PartialDate(2025, 7)).problems()
    assert problem.field == "on"
    assert "01/07/2025" in problem.message


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (PartialDate(2025, 7, 1), PartialDate(2025, 6, 30)),
        (PartialDate(2024, 3, 1), PartialDate(2024, 2, 29)),
        (PartialDate(2025, 1, 1), PartialDate(2024, 12, 31)),
        (PartialDate(2025, 7, 2), PartialDate(2025, 7, 1)),
    ],
)
def test_the_old_name_holds_until_the_day_before(day: PartialDate, before: PartialDate) -> None:
    assert last_day_before(day) == before


def merger(**values: tuple[str, ...] | tuple[int, ...]) -> Merger:
    parts: dict[str, tuple[str, ...]] = {"founded": (), "shared": ()}
    return Merger(source="Yên Bái", target="Lào Cai", people=41, awards=12, events=3, **(parts | values))  # type: ignore[arg-type]


def test_a_merger_says_what_moves_and_what_stays() -> None:
    assert merger().sentences() == (
        "41 người chuyển sang Lào Cai.",
        "12 khen thưởng, 3 sự kiện giữ nguyên tên Yên Bái.",
    )
    whole = merger(
        founded=("Khoa Dân vận",),
        shared=("Phòng A", "Phòng B"),
        later_roles=(2026, 2027),
        came_later=("Lò Thị Ơn", "Giàng A Páo", "Sùng Ân", "Tẩn Mẩy", "Bế Thị Điều"),
    )
    first, then = "Lò Thị Ơn, Giàng A Páo, Sùng Ân", "sẽ ghi là đến Lào Cai vào ngày của họ."
    assert whole.sentences() == (
        "41 người chuyển sang Lào Cai.",
        f"Trong đó {first} và 2 người khác được ghi đến Yên Bái từ ngày này trở đi: {then}",
        "Lập ở Lào Cai để tiếp nối khoa, phòng cũ: Khoa Dân vận.",
        "Người sang khoa, phòng cùng tên: Phòng A, Phòng B.",
        "Khoa, phòng cũ kết thúc vào ngày này và ở lại Yên Bái làm lịch sử.",
        "12 khen thưởng, 3 sự kiện giữ nguyên tên Yên Bái.",
        "Yên Bái còn vai trò năm 2026, 2027; hãy xem lại ở “Vai trò theo năm”.",
    )
