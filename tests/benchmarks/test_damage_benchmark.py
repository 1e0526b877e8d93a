"""Thousands of broken files of every kind: how many are refused, and how long the slowest takes."""

import random
import time
from collections import Counter
from pathlib import Path

from tests.exchange.damage import good_files, outcome, variants

FORMS_OF_EACH = 240
LONGEST = 10  # seconds


def test_no_broken_file_aborts_hangs_or_reads_as_another(tmp_path: Path) -> None:
    (tmp_path / "good").mkdir()
    good = good_files(tmp_path / "good")
    chance = random.Random(20261201)
    counted: Counter[str] = Counter()
    slowest = (0.0, "")
    for name, content in good.items():
        path = tmp_path / name
        path.write_bytes(content)
        whole = outcome(path)
        for number, (form, guarded) in enumerate(variants(name, content, FORMS_OF_EACH, chance)):
            path.write_bytes(form)
            start = time.perf_counter()
            read = outcome(path)
            slowest = max(slowest, (time.perf_counter() - start, f"{name} {number}"))
            if isinstance(read, str):
                counted["refused"] += 1
                assert name in read, (name, number, read)
            elif read == whole:
                counted["read as it was"] += 1
            else:
                counted["read with what the bytes say"] += 1
                assert not guarded, (name, number)
    print(f"\n{len(good)} kinds x {FORMS_OF_EACH} forms: {dict(counted)}, slowest {slowest[0]:.1f} s ({slowest[1]})")
    assert counted.total() >= 2_000
    assert slowest[0] <= LONGEST
