"""Who decides on what a school proposes, and so whom its submissions are addressed to.

Law on Emulation and Commendation 06/2022/QH15, articles 77-80. What the Prime Minister or the President decides goes
through the chairman of the province.
"""

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Final

from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.text import names

ACADEMY: Final = "Học viện Chính trị quốc gia Hồ Chí Minh"
_CITIES: Final = frozenset(map(names.fold, ("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh")))
"""Provinces that are called cities."""

OF_BODIES: Final = (AwardKind.PROVINCE_FLAG, AwardKind.PROVINCE_MERIT)
"""Awards that several bodies give, each its own."""


class Addressee(Enum):
    """Whom a submission is addressed to."""

    PROVINCE = "province"
    ACADEMY = "academy"
    HEAD = "head"
    """The head of the school, to whom its own council submits."""


ADDRESSEES: Final[Mapping[str, Addressee]] = {
    DecisionLevel.SCHOOL: Addressee.HEAD,
    DecisionLevel.PROVINCE: Addressee.PROVINCE,
    DecisionLevel.ACADEMY: Addressee.ACADEMY,
    DecisionLevel.PRIME_MINISTER: Addressee.PROVINCE,
    DecisionLevel.PRESIDENT: Addressee.PROVINCE,
}
"""To whom a school submits what a level decides."""
_HIGHER: Final[Mapping[str, str]] = {
    DecisionLevel.PRIME_MINISTER: "Thủ tướng Chính phủ",
    DecisionLevel.PRESIDENT: "Chủ tịch nước",
}


def deciding_level(award: str, chosen: str | None) -> str:
    """The level that decides on an award: the one a nomination names, else the usual one."""
    return chosen or AWARD_KINDS[award].level


def province_council(province: str) -> str:
    """ "Ủy ban nhân dân tỉnh Lào Cai", "Ủy ban nhân dân thành phố Huế"; room where no province is known."""
    kind = "thành phố" if names.fold(province) in _CITIES else "tỉnh"
    named = names.fold(province).startswith(("tinh ", "thanh pho "))
    return f"Ủy ban nhân dân {province}" if named else f"Ủy ban nhân dân {kind} {province or ROOM}"


def award_of_body(award: str, body: str, head: str) -> str:
    """The name of an award with who gives it: "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"."""
    if award == AwardKind.PROVINCE_MERIT:
        return f"Bằng khen của {head}"
    return f"Cờ thi đua của {body}" if award == AwardKind.PROVINCE_FLAG else AWARD_KINDS[award].label


def request_words(levels: Collection[str]) -> str:
    """What the addressee is asked to do: decide, or put before who decides above."""
    above = [words for level, words in _HIGHER.items() if level in levels]
    own = any(level not in _HIGHER for level in levels) or not above
    higher = f"trình {', '.join(above)} xem xét, quyết định" if above else ""
    if own and higher:
        return f"xem xét, quyết định theo thẩm quyền và {higher} những trường hợp thuộc thẩm quyền cấp trên"
    return f"xem xét, {higher}" if higher else "xem xét, quyết định"
