"""Broken files of every kind: read as they were or refused in a sentence, never taken for something else."""

import random
import zipfile
from pathlib import Path

import pytest

from tests.exchange.damage import good_files, outcome, variants

SEEDS = (1, 1979, 20201120)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return good_files(tmp_path_factory.mktemp("good"))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_damage_changes_a_table_in_silence(good: dict[str, bytes], tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for name, content in good.items():
        path = tmp_path / name
        path.write_bytes(content)
        whole = outcome(path)
        assert not isinstance(whole, str), name
        for number, (form, guarded) in enumerate(variants(name, content, 8, chance)):
            path.write_bytes(form)
            read = outcome(path)
            if isinstance(read, str):
                assert name in read, (name, number, read)
                assert "Hãy" in read
            elif guarded:
                assert read == whole, (name, number)


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml"]
)
def test_a_flipped_bit_in_any_part_of_a_workbook_is_never_another_name(
    good: dict[str, bytes], tmp_path: Path, part: str
) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(good["a.xlsx"])
    whole = outcome(path)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(part)
    start = entry.header_offset + 30 + len(part)
    for place in random.Random(5).sample(range(start, start + entry.compress_size), 40):
        form = bytearray(good["a.xlsx"])
        form[place] ^= 1 << place % 8
        path.write_bytes(form)
        read = outcome(path)
        assert read == whole or "bị hỏng" in str(read), place
