"""Two texts of lines compared, each line a word or a row of cells: where they differ, row by row.

The work grows as the lines do, whatever they are: what stands in order on both sides is taken first (head, tail, lines
that each side has once), and only short stretches between are compared each line with each.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

Line = tuple[str, ...]
_Stretch = tuple[Sequence[Line], Sequence[Line]]
_Pair = tuple[Line | None, Line | None]

_SHOWN: Final = 80  # letters of a difference
_CONTEXT: Final = 20  # letters before the first one that differs
_SHORT: Final = 16  # lines of a stretch that are compared each with each
_DEPTH: Final = 6  # times that a long stretch is parted once more


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two texts differ: the words that were there and those that are; '' for none."""

    before: str
    after: str
    where: str = ""
    """What the row is about that has changed, such as a name; '' for words outside tables and for whole rows."""

    @property
    def sentence(self) -> str:
        """Say what stands there now instead of what stood there."""
        about = f"{self.where}: " if self.where else ""
        if not self.before:
            return f"{about}{'thêm' if about else 'Thêm'} “{self.after}”"
        if not self.after:
            return f"{about}{'bỏ' if about else 'Bỏ'} “{self.before}”"
        return f"{about}“{self.before}” nay là “{self.after}”"


def places(old: Sequence[Line], new: Sequence[Line]) -> tuple[Difference, ...]:
    """Every place where *new* says something else than *old*; rows that only moved on in number are one."""
    return tuple(_told([pair for stretch in _stretches(old, new, _DEPTH) for pair in _pairs(*stretch)]))


def _stretches(old: Sequence[Line], new: Sequence[Line], depth: int) -> Iterator[_Stretch]:
    """The stretches that differ, in order."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    anchors = _anchors(old, new) if depth and max(len(old), len(new)) > _SHORT else []
    if not anchors:
        if old or new:
            yield old, new
        return
    first = start = 0
    for last, end in (*anchors, (len(old), len(new))):
        yield from _stretches(old[first:last], new[start:end], depth - 1)
        if last < len(old) and old[last] != new[end]:  # alike but for its number
            yield old[last : last + 1], new[end : end + 1]
        first, start = last + 1, end + 1


def _anchors(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    """The places of lines that each side has once, as many as stand in the same order (patience sorting)."""
    olds, news = ([_key(line) for line in lines] for lines in (old, new))
    once_old, once_new = (Counter(keys) for keys in (olds, news))
    where = {key: place for place, key in enumerate(news) if once_new[key] == 1}
    shared = [(place, where[key]) for place, key in enumerate(olds) if once_old[key] == 1 and key in where]
    ends: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for place, (_old, there) in enumerate(shared):
        pile = bisect_left(ends, there)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(there)
            piles.append(place)
        else:
            ends[pile], piles[pile] = there, place
    chain, at = [], piles[-1] if piles else -1
    while at >= 0:
        chain.append(shared[at])
        at = before[at]
    return chain[::-1]


def _key(line: Line) -> Line:
    """A line without the number it has in its table, which every line before it moves on."""
    return line[1:] if len(line) > 1 and line[0].isdigit() else line


def _pairs(old: Sequence[Line], new: Sequence[Line]) -> Iterator[_Pair]:
    """Each line of a stretch beside the one that took its place; None where a line is new or gone."""
    alike = _alike(old, new) if max(len(old), len(new)) <= _SHORT else []
    first = start = 0
    for last, end in (*alike, (len(old), len(new))):
        both = min(last - first, end - start)
        yield from zip(old[first : first + both], new[start : start + both], strict=True)
        yield from ((line, None) for line in old[first + both : last])
        yield from ((None, line) for line in new[start + both : end])
        if last < len(old):
            yield old[last], new[end]
        first, start = last + 1, end + 1


def _alike(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines that are most alike in the same order: those that share at least half of their cells."""
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    weight = [[_likeness(line, other) for other in new] for line in old]
    for place in reversed(range(len(old))):
        for there in reversed(range(len(new))):
            together = weight[place][there] and weight[place][there] + best[place + 1][there + 1]
            best[place][there] = max(together, best[place + 1][there], best[place][there + 1])
    chain, place, there = [], 0, 0
    while place < len(old) and there < len(new):
        if weight[place][there] and best[place][there] == weight[place][there] + best[place + 1][there + 1]:
            chain.append((place, there))
            place, there = place + 1, there + 1
        elif best[place][there] == best[place + 1][there]:
            place += 1
        else:
            there += 1
    return chain


def _likeness(line: Line, other: Line) -> int:
    """The number of cells two rows share; 0 where it is less than half of those that say something."""
    if len(line) != len(other):
        return 0
    ours, theirs = _key(line), _key(other)
    if len(ours) != len(theirs):
        return 0
    said = sum(bool(cell or there) for cell, there in zip(ours, theirs, strict=True))
    shared = sum(bool(cell) and cell == there for cell, there in zip(ours, theirs, strict=True))
    return shared if 2 * shared >= said else 0


def _told(pairs: Sequence[_Pair]) -> Iterator[Difference]:
    moved: list[tuple[str, str]] = []
    for old, new in (*pairs, (None, None)):
        if old is not None and new is not None and old != new and _key(old) == _key(new):
            moved.append((old[0], new[0]))
            continue
        if moved:
            before, after = (_through([pair[side] for pair in moved]) for side in (0, 1))
            yield Difference(before, after, "Số thứ tự")
            moved = []
        if old != new:
            yield _difference(old, new)


def _through(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} đến {numbers[-1]}"


def _difference(old: Line | None, new: Line | None) -> Difference:
    if old is None or new is None or len(old) != len(new) or len(old) == 1:
        return Difference(*_focused(_joined(old or ()), _joined(new or ())))
    changed = [place for place in range(len(old)) if old[place] != new[place]]
    shared = (cell for cell, there in zip(old, new, strict=True) if cell == there)
    where = next((cell for cell in shared if cell and not cell.isdigit()), "")
    before, after = (_joined([line[place] for place in changed]) for line in (old, new))
    return Difference(*_focused(before, after), _cut(where, 0))


def _joined(words: Sequence[str]) -> str:
    return " · ".join(word for word in words if word)


def _focused(before: str, after: str) -> tuple[str, str]:
    """Both texts from shortly before the first letter that differs, where they are too long to be shown."""
    if max(len(before), len(after)) <= _SHOWN:
        return before, after
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    if same is None:
        same = min(len(before), len(after))
    start = max(0, same - _CONTEXT)
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    shown = f"…{text[start + 1 :]}" if start and len(text) > start else text
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
