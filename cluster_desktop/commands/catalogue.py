"""The catalogue of the law as the program ships it."""

import tomllib
from decimal import Decimal
from functools import cache
from typing import Any

from cluster_desktop import resources
from cluster_desktop.domain.bonus import BaseSalary, BonusTable, Coefficient
from cluster_desktop.domain.regimes import Regime
from cluster_desktop.domain.report_forms import ReportForm
from cluster_desktop.domain.voting import VoteRule


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime, in the order of their days. Raises ResourceMissing."""
    return tuple(
        Regime(code=entry["code"], since=entry["since"], basis=tuple(entry["basis"]), certain=entry["certain"])
        for entry in _catalogue()["regime"]
    )


@cache
def bonus_table() -> BonusTable:
    """Base salaries and coefficients. Raises ResourceMissing."""
    found = _catalogue()
    return BonusTable(
        salaries=tuple(BaseSalary(**entry) for entry in found["salary"]),
        coefficients=tuple(
            Coefficient(
                award=entry["award"],
                since=entry.get("since"),
                person=_exact(entry.get("person")),
                collective=_exact(entry.get("collective")),
            )
            for entry in found["bonus"]
        ),
    )


@cache
def report_forms() -> tuple[ReportForm, ...]:
    """The forms of achievement reports, in the order of their days. Raises ResourceMissing."""
    return tuple(ReportForm(**entry) for entry in _catalogue()["report_form"])


@cache
def vote_rules() -> tuple[VoteRule, ...]:
    """The shares of votes that the law asks for. Raises ResourceMissing."""
    return tuple(
        VoteRule(
            awards=tuple(entry["awards"]),
            regimes=tuple(law["regimes"]),
            percent=law.get("value"),
            law=law["basis"],
        )
        for entry in _catalogue()["vote"]
        for law in entry["laws"]
    )


def _exact(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@cache
def _catalogue() -> dict[str, Any]:
    return tomllib.loads(resources.read_text("catalogue.toml"))
