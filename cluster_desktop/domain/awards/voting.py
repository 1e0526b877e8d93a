"""The votes that carry an award: a share of all members of the council, present or not.

Decree 91/2017/NĐ-CP, article 45.8; Decree 98/2023/NĐ-CP, article 30.7. Who is away gives a written opinion.
"""

from dataclasses import dataclass
from fractions import Fraction

from cluster_desktop.domain.fields.choices import Word

OWN_RULE = "quy chế của Hội đồng"


class Share(Word):
    """A share an office may ask for where no law does; a half has to be passed, all others have to be reached."""

    HALF = "1/2", "Quá nửa (trên 50%)", "Quá bán", "Quá nửa (trên 50 %)"
    TWO_THIRDS = "2/3", "Từ 2/3 trở lên"
    THREE_QUARTERS = "3/4", "Từ 3/4 trở lên"
    FOUR_FIFTHS = "4/5", "Từ 80% trở lên", "Từ 80 % trở lên"
    NINE_TENTHS = "9/10", "Từ 90% trở lên", "Từ 90 % trở lên"


@dataclass(frozen=True, slots=True)
class Needed:
    """The votes that carry an award, the share in words ("từ 80%", "quá nửa"), and where that is written."""

    votes: int
    words: str
    law: str


def votes_needed(members: int, percent: int, law: str, usual: str = Share.HALF) -> Needed:
    """Count the votes needed by the *law*'s *percent*, or by the office's *usual* :class:`Share` where that is 0."""
    if percent:
        return Needed(reached(members, Fraction(percent, 100)), f"từ {percent}%", law)
    return Needed(share_of(members, usual), share_words(usual), OWN_RULE)


def share_words(share: str) -> str:
    """ "quá nửa", "từ 2/3", "từ 80%"."""
    return Share.label_of(share).removesuffix(" trở lên").partition(" (")[0].replace("Từ", "từ").replace("Quá", "quá")


def share_of(members: int, share: str) -> int:
    """Count the *members* a share stands for: more than a half, or at least any other share."""
    portion = Fraction(share)
    return members // 2 + 1 if portion == Fraction(1, 2) else reached(members, portion)


def reached(members: int, share: Fraction) -> int:
    """The smallest whole number that is at least *share* of *members*; exact, without floating point."""
    return -(-members * share.numerator // share.denominator)
