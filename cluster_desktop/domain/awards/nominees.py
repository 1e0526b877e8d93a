"""The nominees as lists, submissions and minutes name them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.people.posts import post_in, post_rank
from cluster_desktop.domain.text.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAward:
    """A line of somebody's award history."""

    year: int
    name: str
    title: bool
    """A title of emulation (danh hiệu thi đua) rather than a form of commendation (hình thức khen thưởng)."""
    decision: str
    """Number, date and body of the decision, as a report prints them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """One nomination with what the register knows of the one nominated; words, not codes."""

    uid: str
    name: str
    person: bool
    unit: str
    award: str
    """The code of the award (a key of ``AWARD_KINDS``)."""
    award_name: str
    state: str
    recipient: str = ""
    """The uid of the person or collective: one may be proposed for several awards."""
    level: str = ""
    """The level that decides (a code of ``DecisionLevel``)."""
    citation: str = ""
    achievement: str = ""
    """What the nomination reports of the work done, paragraph by paragraph."""
    gender: str = ""
    birth_date: PartialDate | None = None
    ethnicity: str = ""
    position: str = ""
    department: str = ""
    described_as: str = ""
    """Post and unit as the dossier wrote them; '' for what follows from the others."""
    degree: str = ""
    political_theory: str = ""
    quality: str = ""
    initiatives: tuple[str, ...] = ()
    history: tuple[EarlierAward, ...] = ()
    votes_for: int | None = None
    votes_total: int | None = None
    override_reason: str = ""
    """Why somebody is proposed who does not meet every condition."""
    sample_note: str | None = None

    @property
    def other_level(self) -> str:
        """The level that decides, in words, where it is not the usual one of the award."""
        usual = AWARD_KINDS[self.award].level if self.award in AWARD_KINDS else ""
        return DecisionLevel.label_of(self.level) if self.level and self.level != usual else ""

    @property
    def place(self) -> str:
        """Position, department and unit, as they were written, else as far as they are known."""
        if self.described_as:
            return self.described_as
        department, unit = (part if part != self.name else "" for part in (self.department, self.unit))
        return post_in(self.position, department, unit)


def by_award(nominees: Iterable[Nominee]) -> dict[str, list[Nominee]]:
    """The nominees of each award by its name, which tells who gives it; collectives before persons within one.

    Titles stand before forms of commendation, as papers name them together, the highest of both first.
    """
    order = list(AWARD_KINDS)

    def place(nominee: Nominee) -> tuple[bool, int, str, bool]:
        title = AWARD_KINDS[nominee.award].is_title
        return not title, -order.index(nominee.award), nominee.award_name, nominee.person

    groups: dict[str, list[Nominee]] = {}
    for nominee in sorted(nominees, key=place):
        groups.setdefault(nominee.award_name, []).append(nominee)
    return groups


def counted(nominees: Sequence[Nominee]) -> str:
    """ "03 tập thể, 25 cá nhân", everybody once; with the proposals where there are more: "52 cá nhân, 60 lượt"."""
    each = {(nominee.recipient or nominee.uid): nominee.person for nominee in nominees}
    persons = sum(each.values())
    counts = ((len(each) - persons, "tập thể"), (persons, "cá nhân"))
    words = [f"{count:02d} {noun}" for count, noun in counts if count]
    return ", ".join([*words, *([f"{len(nominees):02d} lượt"] if len(nominees) > len(each) else [])]) or "chưa có ai"


def ranked(nominees: Iterable[Nominee]) -> list[Nominee]:
    """The nominees of one award by their units in the order given, collectives first, then by post."""
    given = list(nominees)
    units = list(dict.fromkeys(nominee.unit for nominee in given))
    return sorted(given, key=lambda each: (each.person, units.index(each.unit), post_rank(each.position)))


def asked_for(nominees: Sequence[Nominee]) -> str:
    """ "danh hiệu “Lao động tiên tiến”", "Bằng khen …", or what several awards are called together."""
    named = list(dict.fromkeys((nominee.award, nominee.award_name) for nominee in nominees))
    if len(named) == 1:
        award, name = named[0]
        return f"danh hiệu “{name}”" if AWARD_KINDS[award].is_title else name
    return kinds_in_words(award for award, _name in named)


def kinds_in_words(awards: Iterable[str]) -> str:
    """ "danh hiệu thi đua, hình thức khen thưởng", or the one of them that the awards are; both for none."""
    titles = {AWARD_KINDS[award].is_title for award in awards} or {True, False}
    words = (("danh hiệu thi đua", True), ("hình thức khen thưởng", False))
    return ", ".join(noun for noun, title in words if title in titles)


def who(nominees: Iterable[Nominee]) -> str:
    """ "tập thể, cá nhân", or the one of them there is."""
    kinds = {nominee.person for nominee in nominees}
    return ", ".join(noun for person, noun in ((False, "tập thể"), (True, "cá nhân")) if person in kinds or not kinds)
