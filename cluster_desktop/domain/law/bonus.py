"""Bonus money: coefficient times base salary, and what is paid when somebody has several awards.

Decree 98/2023/NĐ-CP, articles 53-57; Decree 152/2025/NĐ-CP, articles 49-54; before 2024 Decree 91/2017/NĐ-CP,
articles 68-73. Amounts are rounded up to the next 10 000 đồng.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.regimes import Certainty

_STEP = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSalary:
    """The base salary of a month in đồng, from *since* until the next one."""

    since: date
    amount: int
    certain: Certainty


@dataclass(frozen=True, slots=True)
class Coefficient:
    """The bonus coefficient of an award for one person or a collective, from *since* until the next one."""

    award: str
    collective: bool
    since: date
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BonusTable:
    """Every base salary, every coefficient and the period of every title of the catalogue."""

    salaries: Sequence[BaseSalary]
    coefficients: Sequence[Coefficient]
    periods: Mapping[str, int]
    """The years of work a title is given for."""

    def salary_on(self, day: date) -> BaseSalary:
        """The base salary on *day*; days before the first one take the first."""
        ordered = sorted(self.salaries, key=lambda salary: salary.since)
        return next((salary for salary in reversed(ordered) if salary.since <= day), ordered[0])

    def coefficient_on(self, award: str, day: date, *, collective: bool) -> Decimal | None:
        """Return the coefficient of an award on *day*; None where the law sets nothing."""
        coefficients = [
            coefficient
            for coefficient in self.coefficients
            if (coefficient.award, coefficient.collective) == (award, collective)
        ]
        begun = [coefficient for coefficient in coefficients if coefficient.since <= day]
        return max(begun, key=lambda coefficient: coefficient.since).value if begun else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BonusAward:
    """An award for which money is due: whose it is, for which year, decided when."""

    uid: str
    holder: str
    """The same for all awards of one person or collective."""
    name: str
    place: str
    """Position and department."""
    unit: str
    award: str
    award_name: str
    collective: bool
    year: int
    decided_on: date
    decision: str
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonus:
    """The money paid for one award: *amount* is 0 where nothing is, and *reason* then says why."""

    award: BonusAward
    coefficient: Decimal | None
    salary: BaseSalary
    amount: int
    reason: str = ""


def bonus_amount(coefficient: Decimal, salary: int) -> int:
    """Multiply coefficient and base salary, rounded up to the next 10 000 đồng."""
    steps = (coefficient * salary / _STEP).to_integral_value(ROUND_CEILING)
    return int(steps) * _STEP


def bonuses(awards: Sequence[BonusAward], table: BonusTable) -> tuple[Bonus, ...]:
    """Compute what is paid for each of *awards*, in their order.

    Emulation titles of one year with different periods (CSTĐ cơ sở of one year's work, CSTĐ cấp tỉnh of three) are paid
    beside each other; of those with one period only the highest is. Commendations are always paid, also beside a title
    (Decree 98/2023, article 53, clause 5; Decree 152/2025, article 49, clauses 5-7).
    """
    priced = [_priced(award, table) for award in awards]
    highest: dict[_Work, Bonus] = {}
    for bonus in priced:
        if AWARD_KINDS[bonus.award.award].is_title and bonus.amount:
            work = _work(bonus.award, table)
            if work not in highest or highest[work].amount < bonus.amount:
                highest[work] = bonus
    return tuple(_kept(bonus, highest.get(_work(bonus.award, table))) for bonus in priced)


_Work = tuple[str, int, int]
"""Whose work, up to which year, of how many years."""


def _work(award: BonusAward, table: BonusTable) -> _Work:
    return award.holder, award.year, table.periods.get(award.award, 1)


def _priced(award: BonusAward, table: BonusTable) -> Bonus:
    salary = table.salary_on(award.decided_on)
    coefficient = table.coefficient_on(award.award, award.decided_on, collective=award.collective)
    if coefficient is None:
        reason = "chưa có mức thưởng trong quy định"
        return Bonus(award=award, coefficient=None, salary=salary, amount=0, reason=reason)
    return Bonus(award=award, coefficient=coefficient, salary=salary, amount=bonus_amount(coefficient, salary.amount))


def _kept(bonus: Bonus, best: Bonus | None) -> Bonus:
    if best is None or best is bonus or not AWARD_KINDS[bonus.award.award].is_title or not bonus.amount:
        return bonus
    return Bonus(
        award=bonus.award,
        coefficient=bonus.coefficient,
        salary=bonus.salary,
        amount=0,
        reason=f"đã hưởng mức của {best.award.award_name} cùng năm",
    )
