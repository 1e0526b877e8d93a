"""An issued paper of thousands of rows against what the book says now: the time grows as the rows do.

Beside it stands the reading of both texts, which nobody can do without.
"""

import gc
import json
import statistics
import time
from collections.abc import Callable

import pytest

from cluster_desktop.documents.content.composition import composition, differences
from cluster_desktop.documents.content.content import Column, Document, Table

COLUMNS = tuple(Column(heading, 20) for heading in ("TT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Ghi chú"))
GROWTH = 3.0
READING = 25

Change = Callable[[int], tuple[str, ...] | None]


def every_row(number: int) -> tuple[str, ...]:
    return (f"Người {number}", "Trưởng khoa", "Trường Chính trị tỉnh Lào Cai", "Giấy khen", "")


def every_other_row(number: int) -> tuple[str, ...]:
    return every_row(number) if number % 2 else as_kept(number)


def one_in_three_gone(number: int) -> tuple[str, ...] | None:
    return as_kept(number) if number % 3 else None


def all_alike(_number: int) -> tuple[str, ...]:
    return every_row(0)


def short_stretches(number: int) -> tuple[str, ...]:
    """Stretches just short enough to be compared each line with each."""
    return (f"Ai đó {number}", f"Việc {number}", "", "", "") if number % 33 else as_kept(number)


def few_kinds(number: int) -> tuple[str, ...]:
    """Lines that stand on both sides many times, in another order."""
    return as_kept(number * 7919 % 5)


def as_kept(number: int) -> tuple[str, ...]:
    return (f"Người {number}", "Giảng viên", "Trường Chính trị tỉnh Lào Cai", "Giấy khen", "")


def paper(change: Change, rows: int) -> str:
    said = [row for number in range(rows) if (row := change(number)) is not None]
    table = Table(COLUMNS, [(number, *row) for number, row in enumerate(said, 1)])
    return composition(Document(heading=None, title="Sổ theo dõi khen thưởng", blocks=(table,)))


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "change", [every_row, every_other_row, one_in_three_gone, all_alike, short_stretches, few_kinds]
)
def test_twice_the_changed_rows_take_twice_the_time(change: Change) -> None:
    few, many = ((paper(as_kept, rows), paper(change, rows)) for rows in (5_000, 10_000))
    rounds = [
        (
            seconds(lambda: differences(*few)),
            seconds(lambda: differences(*many)),
            seconds(lambda: [json.loads(text) for text in many]),
        )
        for _ in range(5)
    ]
    growth = statistics.median(twice / once for once, twice, _read in rounds)
    reading = statistics.median(twice / read for _once, twice, read in rounds)
    print(
        f"\n{change.__name__}: twice the rows take {growth:.2f}x the time (goal {GROWTH}), "
        f"10,000 take {reading:.1f}x the reading of both (goal {READING})"
    )
    assert growth <= GROWTH
    assert reading <= READING
