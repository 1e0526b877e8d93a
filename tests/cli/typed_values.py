"""What a clerk could type for any key that ``list FILE kinds`` tells of, and what must stand there afterwards."""

from dataclasses import dataclass
from typing import Any

ONE_VALUE = {
    "award": ("LDTT", "HCLD3"),  # the second is given to people and to collectives alike
    "value of qualification": ("CU_NHAN", "THAC_SI"),
    "kind of qualification": ("CHUYEN_MON", "CHUYEN_MON"),
    "identity_number": ("010176000123", "010176000456"),
    "state of nomination": ("NHAP", "DE_NGHI"),
    "state of score_sheet": ("SOAN", "CHAM"),
}
"""Keys whose value is not free, with what is typed first and what second."""
ASKED_BESIDE = {
    "decision": {"issuer": "Học viện"},  # or the unit that issued it
    "criterion": {"maximum": "10"},
    "service": {"unit_uid": "TCT-LC"},  # or anything else it tells
    "qualification": {"value": "CU_NHAN"},  # or a specialty
}
"""What a kind asks for beyond its required keys."""
TOGETHER = {
    ("person", "left_on"): {"status": "Nghỉ hưu"},
    ("person", "joined_unit"): {"status": "Đang công tác", "left_on": ""},
    ("nomination", "votes_for"): {"votes_total": "7"},
    ("nomination", "level"): {"award": "BK_TINH"},
    ("nomination", "regime"): {"regime_reason": "Có lợi hơn"},
    ("award", "state"): {"revoked_because": "Kê khai sai"},
    ("award", "revoked_on"): {"revoked_because": "Kê khai sai"},
    ("gift", "amount"): {"amount": "49"},
    ("decision", "decided_on"): {"year": "2022"},
    ("department", "ended_on"): {"began_on": "2020"},
}
"""What must be typed together with a key, as the rules of the kind want it."""


@dataclass(frozen=True)
class Typed:
    """What is typed, and what JSON shows of it afterwards."""

    text: str
    value: Any


def typed(kind: str, key: dict[str, Any], turn: int, uids: dict[str, str]) -> Typed:
    """Something for a key; *turn* 0 and 1 give different things where they can."""
    fixed = ONE_VALUE.get(f"{key['name']} of {kind}") or ONE_VALUE.get(key["name"])
    if fixed:
        return Typed(fixed[turn], fixed[turn])
    by_type = {
        "reference": lambda: Typed(uids[key["refers_to"]], uids[key["refers_to"]]),
        "choice": lambda: _choice(key, turn),
        "yes_no": lambda: (Typed("không", False), Typed("x", True))[turn],
        "date": lambda: (Typed("05/03/2021", "2021-03-05"), Typed("5.4.2022", "2022-04-05"))[turn],
        "year": lambda: Typed(str(2021 + turn), 2021 + turn),
        "integer": lambda: Typed("7", 7),
        "money": lambda: Typed("7", 7),
        "points": lambda: (Typed("4,5", 4.5), Typed("5,25", 5.25))[turn],
    }
    make = by_type.get(key["type"])
    if make is not None:
        return make()
    word = f"M{turn}-{kind.upper()[:6]}" if key["name"] in ("code", "sha256") else f"Hoà giải <b>&“{turn}” {kind}"
    return Typed(word, word)


def _choice(key: dict[str, Any], turn: int) -> Typed:
    word = key["choices"][min(turn, len(key["choices"]) - 1)]
    return Typed(word["label"], word["code"])


def applying(kind: str, key: dict[str, Any]) -> dict[str, str]:
    """What has to be typed beside a key so that it applies."""
    when = key["when"]
    beside = dict(TOGETHER.get((kind, key["name"]), {}))
    if when and when["key"] == "recipient_kind":
        beside["award"] = ONE_VALUE["award"][1]
    return beside | ({when["key"]: when["is"][0]} if when else {})
