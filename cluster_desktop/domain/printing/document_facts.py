"""The facts of documents other than nominations: roster, achievement reports, pledges; words, not codes."""

from dataclasses import dataclass

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.nominees import EarlierAward
from cluster_desktop.domain.text.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLine:
    """One person of the roster, in words."""

    uid: str
    name: str
    unit: str
    department: str = ""
    gender: str = ""
    birth_date: PartialDate | None = None
    ethnicity: str = ""
    position: str = ""
    degree: str = ""
    political_theory: str = ""
    party_joined: PartialDate | None = None
    sample_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """The facts of an achievement report; ``identity`` and ``years`` in the order they are printed."""

    name: str
    person: bool
    what: str
    """The award proposed: "danh hiệu Chiến sĩ thi đua cơ sở năm 2020"."""
    identity: tuple[tuple[str, str], ...]
    years: tuple[tuple[int, str, str], ...] = ()
    """Of a person: year, quality class, initiatives."""
    classes: tuple[tuple[int, str, str, str], ...] = ()
    """Of a collective: year, its own class, that of its Party organisation, that of its unions."""
    history: tuple[EarlierAward, ...] = ()
    told: str = ""
    """What the nomination reports of the work done, a paragraph for each line."""


def proposal(award: str, year: int | None, name: str = "") -> str:
    """ "danh hiệu Chiến sĩ thi đua cơ sở năm 2020", "Giấy khen năm 2020"; *name* says more than the usual one."""
    kind = AWARD_KINDS[award]
    return f"{'danh hiệu ' if kind.is_title else ''}{name or kind.label}{f' năm {year}' if year else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    """The facts of a pledge: targets as (title, target), else the year's movements as (title, targets), and who signs.

    ``units`` are (name, head's office, head).
    """

    year: int
    targets: tuple[tuple[str, str], ...] = ()
    movements: tuple[tuple[str, str], ...]
    units: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a hand-over: the unit, the office and name of who acts for it; empty where not recorded."""

    unit: str = ""
    office: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFacts:
    """The hand-over from the head of ``year`` to the head of the year after; items are (what, done, remark)."""

    year: int
    cluster: str
    giver: Party
    taker: Party
    done_on: PartialDate | None
    items: tuple[tuple[str, bool, str], ...]
    sample: bool = False
