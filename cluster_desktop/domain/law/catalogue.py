"""The catalogue: every figure and rule the law sets, with its legal basis, and what an office made its own.

The text stands in resources/catalogue.toml and is read by ``catalogue_file``; here it answers. Which awards there
are stays in ``domain/awards/awards.py``, because fields and filters are made of them before anything is read.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.voting import VoteRule
from cluster_desktop.domain.law.bonus import BaseSalary, BonusTable, Coefficient
from cluster_desktop.domain.law.catalogue_values import Amount, Group, ValueKind, due_on, read_amount, show_amount
from cluster_desktop.domain.law.regimes import Certainty, Regime
from cluster_desktop.domain.printing.report_forms import ReportForm

PERSON, COLLECTIVE = "P", "C"
_VOTE = ".vote"
_SPANS = ("years", "titles")
"""How rules are called whose figure is a number of years in a row."""
SIMPLE = "simple"
"""What stands for the award in the key of the simple dossier."""
_BACKWARD = (*_SPANS, "group_years", "group", "ladder")
"""The same with those that are only asked for as advice."""
_OWN_SHARE = "mức riêng của văn phòng"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of the catalogue: what it is, what the law says and what holds in this workspace."""

    key: str
    """What a setting of the workspace is called that replaces it, without the prefix of settings."""
    group: Group
    label: str
    kind: ValueKind
    value: Amount
    basis: str
    certain: Certainty
    regime: str = ""
    since: date | None = None
    award: str = ""
    law: Amount = None
    """The value of the law, also where the office has its own."""
    own: bool = False
    added: bool = False
    """The law has no such line; the office added it."""

    @property
    def shown(self) -> str:
        """The value as people read and type it."""
        return show_amount(self.kind, self.value)

    @property
    def shown_law(self) -> str:
        """What the law says, as people read it."""
        return "" if self.added else show_amount(self.kind, self.law)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as it holds in one regime: its value, and the law it stands on."""

    key: str
    name: str
    award: str
    of: str
    value: Amount
    basis: str
    certain: Certainty
    above: bool = False
    """More than the value, not just as much."""
    checked: bool = True
    """False for a value that other rules read; it says nothing by itself."""
    figured: bool = False
    """Whether it has a value at all; without one it is not looked at in this regime."""
    own: bool = False

    @property
    def number(self) -> int:
        """The value of a rule that counts; 0 where it sets none."""
        return self.value if isinstance(self.value, int) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLaw:
    """Who decides an award, and what the council judges because no program can."""

    code: str
    decides: str
    basis: str
    certain: Certainty
    council: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is handed over with some awards beside the money."""

    awards: tuple[str, ...]
    what: str
    basis: str
    certain: Certainty


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the law sets, as it holds in one workspace."""

    regimes: tuple[Regime, ...]
    entries: tuple[Entry, ...]
    awards: Mapping[str, AwardLaw]
    report_forms: tuple[ReportForm, ...]
    given: tuple[Given, ...]
    _rules: Mapping[tuple[str, str], Rule]
    """By regime and key."""
    _checked: Mapping[tuple[str, str, str], tuple[Rule, ...]]
    """What is looked at, by regime, award and side."""

    def rule(self, key: str, regime: Regime) -> Rule | None:
        """A rule in a regime; None where that law does not know it."""
        return self._rules.get((regime.rules, key))

    def rules_for(self, award: str, regime: Regime, side: str) -> tuple[Rule, ...]:
        """What is looked at when *award* is judged for a person (``PERSON``) or a ``COLLECTIVE``."""
        return self._checked.get((regime.rules, award, side), ())

    @property
    def bonus_table(self) -> BonusTable:
        """Base salaries and coefficients in force."""
        salaries = [
            BaseSalary(since=entry.since, amount=entry.value, certain=Certainty.LIKELY if entry.own else entry.certain)
            for entry in self._of(Group.SALARY)
            if entry.since and isinstance(entry.value, int)
        ]
        return BonusTable(salaries=tuple(salaries), coefficients=tuple(self._coefficients()))

    def _coefficients(self) -> list[Coefficient]:
        found: dict[tuple[str, date | None], dict[str, Decimal]] = {}
        for entry in self._of(Group.BONUS):
            if isinstance(entry.value, Decimal):
                found.setdefault((entry.award, entry.since), {})[entry.key.rpartition(".")[2]] = entry.value
        return [
            Coefficient(award=award, since=since, person=sides.get("person"), collective=sides.get("collective"))
            for (award, since), sides in found.items()
        ]

    def achievement_years(self, award: str, regime: Regime) -> int:
        """How many years in a row an award looks at; 1 for those of a single year."""
        rules = (self.rule(f"{award}.{name}", regime) for name in _SPANS)
        return max((rule.number for rule in rules if rule is not None), default=1) or 1

    def years_back(self, awards: Collection[str]) -> int:
        """How many years before the one that is looked at the rules of *awards* read, in whichever regime."""
        rules = (rule for rule in self._rules.values() if rule.award in awards)
        return max((rule.number for rule in rules if rule.key.rpartition(".")[2] in _BACKWARD), default=0)

    def capped(self, award: str) -> bool:
        """Whether only a share of a unit may have an award, in whichever regime."""
        return any(key == f"{award}.cap" for _code, key in self._rules)

    @property
    def vote_rules(self) -> tuple[VoteRule, ...]:
        """The shares of votes of every award in every regime, as councils count by them."""
        return tuple(
            VoteRule(
                awards=(rule.award,),
                regimes=(code,),
                percent=rule.number or None,
                law=_OWN_SHARE if rule.own else rule.basis,
            )
            for (code, key), rule in self._rules.items()
            if key.endswith(_VOTE)
        )

    def vote_share(self, award: str, regime: Regime) -> Rule | None:
        """The share of all members of a council that must agree; its value is None where nothing is set."""
        return self.rule(f"{award}.vote", regime)

    def dossier_parts(self, award: str, regime: Regime, *, simple: bool = False) -> tuple[str, ...]:
        """The parts of a dossier in their order: codes of ``domain/awards/dossiers.py``, or an office's own words.

        *simple*: it is not for the work of years; of commendations less is asked then, unless the office set its own.
        """
        found = self.entry(f"dossier.{regime.rules}.{award}")
        if simple and not AWARD_KINDS[award].title and not (found and found.own):
            found = self.entry(f"dossier.{regime.rules}.{SIMPLE}")
        return found.value if found and isinstance(found.value, tuple) else ()

    def deadlines(self, year: int) -> tuple[tuple[Entry, date], ...]:
        """What is due for the achievements of *year* and when, where the law asked for it then already."""
        return tuple(
            (entry, due_on(entry.value, year))
            for entry in self._of(Group.DEADLINE)
            if isinstance(entry.value, str) and (entry.since is None or entry.since.year <= year)
        )

    def entry(self, key: str) -> Entry | None:
        """The line with this key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def _of(self, group: Group) -> list[Entry]:
        return [entry for entry in self.entries if entry.group is group]

    def regime(self, code: str) -> Regime | None:
        """The regime with this code."""
        return next((regime for regime in self.regimes if regime.code == code), None)


def by_award(rules: Mapping[tuple[str, str], Rule]) -> dict[tuple[str, str, str], tuple[Rule, ...]]:
    """The rules that are looked at for each award, those that hold for every award first."""
    found: dict[tuple[str, str, str], list[Rule]] = {}
    for award in AWARD_KINDS:
        for (code, _key), rule in rules.items():
            if rule.checked and rule.award in ("ANY", award):
                for side in rule.of:
                    found.setdefault((code, award, side), []).append(rule)
    return {key: tuple(lines) for key, lines in found.items()}


def with_own(law: Catalogue, own: Mapping[str, str]) -> Catalogue:
    """The catalogue with the office's own values by key; one that cannot be read leaves the law's."""
    entries = [_with_own(entry, own.get(entry.key, "")) for entry in law.entries]
    known = {entry.key for entry in entries}
    entries += [made for key, text in sorted(own.items()) if key not in known and (made := _added(key, text))]
    rules = dict(law._rules)
    for entry in entries:
        name = entry.key.removeprefix(f"rule.{entry.regime}.")
        if entry.own and (entry.regime, name) in rules:
            rules[entry.regime, name] = replace(rules[entry.regime, name], value=entry.value, own=True)
    return replace(law, entries=tuple(entries), _rules=rules, _checked=by_award(rules))


def _with_own(entry: Entry, text: str) -> Entry:
    if not text:
        return entry
    try:
        value = read_amount(entry.kind, text)
    except ValueError:
        return entry
    return replace(entry, value=value, own=True)


def _added(key: str, text: str) -> Entry | None:
    """A base salary of a day the law does not know yet."""
    group, _dot, day = key.partition(".")
    if group != Group.SALARY or not text:
        return None
    try:
        since, value = date.fromisoformat(day), read_amount(ValueKind.MONEY, text)
    except ValueError:
        return None
    made = salary_entry(since, value, "Văn phòng ghi", Certainty.LIKELY)
    return replace(made, law=None, own=True, added=True)


def salary_entry(since: date, amount: Amount, basis: str, certain: Certainty) -> Entry:
    """A base salary as a line of the catalogue."""
    return Entry(
        key=f"{Group.SALARY}.{since.isoformat()}",
        group=Group.SALARY,
        label="Mức lương cơ sở một tháng",
        kind=ValueKind.MONEY,
        value=amount,
        law=amount,
        basis=basis,
        certain=certain,
        since=since,
    )
