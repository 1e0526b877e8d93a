"""Files that ask for gigabytes: how long until each is read or refused, and that this process stays small."""

import time
from pathlib import Path

import pytest

from cluster_desktop.exchange.tables.spreadsheets import prepare_reading
from tests.exchange.bombs import LARGE, SMALL
from tests.exchange.damage import outcome

LONGEST = 10  # seconds
LONG = {"200000 x 20.xlsx", "50 MB một dòng.csv", "2 triệu dòng.csv"}
"""Large, but no bombs: read with progress as long as they take."""


@pytest.mark.parametrize("name", [*SMALL, *LARGE])
def test_a_bomb_is_read_or_refused_within_seconds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    {**SMALL, **LARGE}[name](path)
    prepare_reading()
    start = time.perf_counter()
    read = outcome(path)
    took = time.perf_counter() - start
    told = read if isinstance(read, str) else [(sheet.name, len(sheet.rows), sheet.width) for sheet in read][:2]
    print(f"\n{name} ({path.stat().st_size / 1e6:.1f} MB): {took:.1f} s, {str(told)[:120]}")
    path.unlink()
    if name not in LONG:
        assert took <= LONGEST
