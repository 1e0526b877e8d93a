"""Numbers as people write several of them: "1-5, 8, 12-" ."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from cluster_desktop import errors

_PART: Final = re.compile(r"(\d+)(?:\s*[-–]\s*(\d*))?")


def parse_ranges(text: str, last: int) -> tuple[int, ...]:
    """The numbers from 1 to *last* that *text* names, each once, in order. Raises Refused with an example."""
    numbers: set[int] = set()
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;]", text))):
        match = _PART.fullmatch(part)
        start = int(match.group(1)) if match else 0
        end = start if match is None or match.group(2) is None else int(match.group(2) or last)
        if not 1 <= start <= end <= last:
            raise errors.Refused(f"Không hiểu “{part}”. Hãy ghi số từ 1 đến {last}, ví dụ 1-5, 8, 12-.")
        numbers.update(range(start, end + 1))
    return tuple(sorted(numbers))


def show_ranges(numbers: Iterable[int]) -> str:
    """The same numbers written short: "1-5, 8"."""
    parts = []
    for _gap, run in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0]):
        members = [number for _place, number in run]
        parts.append(str(members[0]) if len(members) == 1 else f"{members[0]}-{members[-1]}")
    return ", ".join(parts)
