"""The law of emulation and commendation by the day it applies; what it says stands in resources/catalogue.toml."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """One state of the law, in force from *since* until the next one."""

    code: str
    since: date
    basis: tuple[str, ...]
    """What papers name as their legal basis, without "Căn cứ" and without the full stop."""
    certain: bool
    """False while nobody has read the law itself."""


def regime_on(regimes: Sequence[Regime], day: date) -> Regime:
    """The regime in force on *day*; days before the first one fall under the first."""
    ordered = sorted(regimes, key=lambda regime: regime.since)
    return next((regime for regime in reversed(ordered) if regime.since <= day), ordered[0])
