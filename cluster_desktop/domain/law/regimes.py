"""The law of emulation and commendation by the day it applies; what it says stands in resources/law/catalogue.toml."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Certainty(StrEnum):
    """The certainty that the law says this."""

    CERTAIN = "C"
    LIKELY = "L"
    UNSURE = "U"

    @property
    def words(self) -> str:
        """The Vietnamese words on screen."""
        return _WORDS[self]


_WORDS = {
    Certainty.CERTAIN: "chắc chắn",
    Certainty.LIKELY: "nên đối chiếu",
    Certainty.UNSURE: "chưa kiểm chứng",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """The name and the legal basis of a time, from *since* until the next one; the dated lines are its rules."""

    code: str
    name: str
    """The name on screen."""
    since: date
    basis: tuple[str, ...]
    """The legal basis as papers name it, without "Căn cứ" and without the full stop."""
    certain: Certainty
    law: str = ""
    decree: str = ""
    circular: str = ""
    banner: str = ""
    """The sentence shown wherever such a regime is applied."""
    favourable: bool = False
    """Where it is better for somebody it may also be applied to dossiers received before it, in its first year."""

    @property
    def unread(self) -> bool:
        """True while nobody has read it: what it takes over from the one before is unsure."""
        return self.certain is Certainty.UNSURE


@dataclass(frozen=True, slots=True)
class RegimeChoice:
    """The regime a case is judged by, and why it is that one."""

    regime: Regime
    day: date
    why: str
    better: Regime | None = None
    """A later regime nobody has read that may be applied instead where it is more favourable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """The text on the functions of political schools, from *since* until the next; '' for one nobody has read."""

    since: date
    basis: str


def competence_on(competences: Sequence[Competence], day: date) -> str:
    """The text that lets the head of a political school act on *day*; '' where none is known."""
    return next((each.basis for each in reversed(competences) if each.since <= day), "")


def regime_on(regimes: Sequence[Regime], day: date) -> Regime:
    """The regime in force on *day*; days before the first one fall under the first."""
    return next((regime for regime in reversed(regimes) if regime.since <= day), regimes[0])


def printed_basis(regimes: Sequence[Regime], day: date) -> tuple[str, ...]:
    """The legal basis that papers of *day* print: that of the newest regime somebody has read."""
    return regime_on([regime for regime in regimes if not regime.unread] or regimes, day).basis


def regime_for(
    regimes: Sequence[Regime],
    year: int,
    *,
    received: date | None = None,
    decided: date | None = None,
    chosen: str = "",
    reason: str = "",
) -> RegimeChoice:
    """The regime for an achievement of *year*: by the day the deciding level received the dossier, else by the day of
    the decision, else by 31/12 of the year; *chosen* is the code somebody set instead, with their *reason*.
    """
    day, why = _day(year, received, decided)
    own = next((regime for regime in regimes if regime.code == chosen), None)
    if own is not None:
        return RegimeChoice(own, day, f"do văn phòng chọn: {reason}" if reason else "do văn phòng chọn")
    later = _favourable(regimes, received) if received else None
    return RegimeChoice(regime_on(regimes, day), day, why, later)


def _favourable(regimes: Sequence[Regime], received: date) -> Regime | None:
    """The regime that began later in the year in which the dossier was received, and may be applied to it."""
    later = (regime for regime in regimes if regime.favourable and received < regime.since)
    return next((regime for regime in later if regime.since.year == received.year), None)


def _day(year: int, received: date | None, decided: date | None) -> tuple[date, str]:
    if received is not None:
        return received, f"theo ngày tiếp nhận hồ sơ {received:%d/%m/%Y}"
    if decided is not None:
        return decided, f"theo ngày quyết định {decided:%d/%m/%Y}"
    return date(year, 12, 31), f"theo ngày 31/12/{year}"
