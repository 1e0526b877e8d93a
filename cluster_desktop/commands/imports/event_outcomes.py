"""What a sheet says of an event in one cell or in sums: prizes, gifts and money, each as a record of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.events.events import GiftDraft, ResultDraft
from cluster_desktop.domain.events.vocabulary import EventKind, Prize
from cluster_desktop.domain.text.names import fold, nfc
from cluster_desktop.domain.text.numbers import NumberProblem, parse_number

_LINES: Final = re.compile(r"\s*\n\s*")
_PRIZES: Final = re.compile(r"\s*;\s*")
_WON: Final = re.compile(
    r"(giải (?:khuyến khích|nhất|nhì|ba))\s+(?P<what>[^:]+?)\s*(?::\s*(?P<who>.+))?", re.IGNORECASE
)
_COUNTED: Final = re.compile(r"(?P<count>\d[\d.]*)\s*(?:suất|phần|món)(?: quà)?", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"(?P<sum>\d[\d.,]*)\s*(?P<unit>triệu đồng|triệu|tỷ đồng|tỉ đồng|tỷ|tỉ|nghìn đồng|đồng|đ|vnđ)(?!\w)", re.IGNORECASE
)
_UNITS: Final = {"trieu": 10**6, "ty": 10**9, "ti": 10**9, "nghin": 1000}
_GIFTS: Final = "Quà tặng"
_DONATED: Final = "Tiền ủng hộ"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOutcome:
    """What a row says of the outcome of its event; ``rest`` are the words that name no prize, gift or sum."""

    results: tuple[ResultDraft, ...] = ()
    gifts: tuple[GiftDraft, ...] = ()
    beneficiaries: str = ""
    rest: str = ""


def read_outcome(words: str, kind: str, units: Mapping[str, str]) -> EventOutcome:
    """Read "Giải Nhất kéo co: Lào Cai; …" and "Hộ nghèo: 20 suất quà, 7.000.000 đồng" line by line.

    *units* are the uids by what units are called; a line of which anything else is left stays in words.
    """
    results: list[ResultDraft] = []
    gifts: list[GiftDraft] = []
    rest: list[str] = []
    to = ""
    for line in filter(None, _LINES.split(words)):
        won = [_result(part, units) for part in _PRIZES.split(line)]
        given, whom = _gift(line, kind)
        if all(won):
            results += [each for each in won if each]
        elif given is not None and not gifts:
            gifts, to = [given], whom
        else:
            rest.append(line)
    return EventOutcome(results=tuple(results), gifts=tuple(gifts), beneficiaries=to, rest="\n".join(rest))


def gift_of(kind: str, count: int | None, amount: int | None) -> tuple[GiftDraft, ...]:
    """The gifts of an event of which a sheet gives number and sum (đồng) alone; none without either."""
    if not count and not amount:
        return ()
    name = _DONATED if kind == EventKind.DONATION and not count else _GIFTS
    return (GiftDraft(description=name, quantity=count or None, amount=amount or None),)


def _result(words: str, units: Mapping[str, str]) -> ResultDraft | None:
    match = _WON.fullmatch(nfc(words))
    if match is None:
        return None
    prize = next(prize for prize in Prize if key_of(prize.label) == key_of(match.group(1)))
    who = match.group("who") or ""
    unit = units.get(key_of(who))
    return ResultDraft(
        discipline=match.group("what"), prize=prize, unit_uid=unit, performer=None if unit or not who else who
    )


def _gift(words: str, kind: str) -> tuple[GiftDraft | None, str]:
    """Read number and sum of a line; nothing where other words stand in it than whom it was for."""
    whom, colon, said = nfc(words).rpartition(":")
    left = said
    count = _COUNTED.search(left)
    left = left[: count.start()] + left[count.end() :] if count else left
    money = _MONEY.search(left)
    left = left[: money.start()] + left[money.end() :] if money else left
    if not (count or money) or re.sub(r"(?:trị giá|tổng|số tiền|và)|[\s,.;()–-]", "", left.lower()) or len(whom) > 200:
        return None, ""
    try:
        amount = _dong(money.group("sum"), money.group("unit")) if money else None
        number = int(parse_number(count.group("count"))) if count else None
    except NumberProblem:
        return None, ""
    gifts = gift_of(kind, number, amount)
    return (gifts[0], whom.strip() if colon else "") if gifts else (None, "")


def _dong(number: str, unit: str) -> int:
    times = next((times for word, times in _UNITS.items() if fold(unit).startswith(word)), 1)
    return int(Decimal(parse_number(number)) * times)
