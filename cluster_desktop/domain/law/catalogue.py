"""The catalogue: every figure and rule the law sets, with its legal basis, and what an office made its own.

The text stands in resources/law/catalogue.toml and is read by ``catalogue_file``; here it answers. Which awards there
are stays in ``domain/awards/awards.py``, because fields and filters are made of them before anything is read.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.bonus import BaseSalary, BonusTable, Coefficient
from cluster_desktop.domain.law.catalogue_values import Amount, Group, ValueKind, due_on, read_amount, show_amount
from cluster_desktop.domain.law.regimes import Certainty, Competence, Regime
from cluster_desktop.domain.printing.report_forms import ReportForm

PERSON, COLLECTIVE = "P", "C"
EVERY_AWARD = "ANY"
"""The stand-in for the award in rules that hold for all of them."""
_SPANS = ("years", "titles")
"""The names of rules whose figure is a number of years in a row."""
SIMPLE = "simple"
"""The stand-in for the award in the key of the simple dossier."""
_BACKWARD = (*_SPANS, "group_years", "group", "ladder")
"""The same with those that are only asked for as advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of the catalogue: what it is, what the law says and what holds in this workspace."""

    key: str
    """The name of the workspace setting that replaces it, without the prefix of settings."""
    group: Group
    label: str
    kind: ValueKind
    value: Amount
    basis: str
    certain: Certainty
    since: date | None = None
    award: str = ""
    law: Amount = None
    """The value of the law, also where the office has its own."""
    set_by: str = ""
    """The key of the office's figure that holds instead of the law: its own, or one it takes over; '' for none."""
    added: bool = False
    """The law has no such line; the office added it."""
    before: str = ""
    """The key of the same rule in the law before, whose own figure holds on here; '' where a new line or law begins."""
    unread: bool = False
    """Taken over into a regime nobody has read."""

    @property
    def own(self) -> bool:
        """True when the office's own figure holds."""
        return bool(self.set_by)

    @property
    def sureness(self) -> Certainty:
        """The certainty that this holds here."""
        return Certainty.UNSURE if self.unread else self.certain

    @property
    def shown(self) -> str:
        """The value as people read and type it."""
        return show_amount(self.kind, self.value)

    @property
    def shown_law(self) -> str:
        """The value of the law, as people read it."""
        return "" if self.added else show_amount(self.kind, self.law)


_E = TypeVar("_E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """A rule as it holds in one law: its value, and what it stands on."""

    code: str
    """The award and what is looked at: "CSTDT.years"."""
    name: str
    of: str
    above: bool = False
    """More than the value, not just as much."""

    @property
    def figured(self) -> bool:
        """True for a rule with a value; the others set no figure."""
        return self.kind is not ValueKind.FACT

    @property
    def number(self) -> int:
        """The value of a rule that counts; 0 where it sets none."""
        return self.value if isinstance(self.value, int) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The law in force from *since* until the next one: dated lines of the rules, laid one over the other."""

    code: str
    """That of its regime; the day for a law that begins inside one."""
    regime: Regime
    since: date
    rules: Mapping[str, Rule]
    """By code, in the order of the file."""
    checks: Mapping[tuple[str, str], tuple[str, ...]]
    """The codes of what is looked at while it is in force, by award and side."""
    _asked: dict[tuple[str, str], tuple[Rule, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)
    """The answers of ``rules_for``: everybody of a year asks the same."""

    @property
    def name(self) -> str:
        """The Vietnamese name on screen."""
        return self.regime.name + ("" if self.since == self.regime.since else f", từ {self.since:%d/%m/%Y}")

    def rules_for(self, award: str, side: str) -> tuple[Rule, ...]:
        """Return the rules by which *award* is judged for a person (``PERSON``) or a ``COLLECTIVE``."""
        rules = self._asked.get((award, side))
        if rules is None:
            codes = self.checks.get((award, side), ())
            rules = self._asked[award, side] = tuple(self.rules[code] for code in codes if code in self.rules)
        return rules

    def achievement_years(self, award: str) -> int:
        """Count the years in a row an award looks at; 1 for those of a single year."""
        rules = (self.rules.get(f"{award}.{name}") for name in _SPANS)
        return max((rule.number for rule in rules if rule is not None), default=1) or 1

    def vote_share(self, award: str) -> Rule | None:
        """The share of all members of a council that must agree; its value is None where nothing is set."""
        return self.rules.get(f"{award}.vote")

    def dossier_parts(self, award: str, *, simple: bool = False) -> tuple[str, ...]:
        """The parts of a dossier in their order: codes of ``domain/awards/dossiers.py``, or an office's own words.

        *simple*: it is not for the work of years; of commendations less is asked then, unless the office set its own.
        """
        rule = self.rules.get(f"{award}.dossier")
        if simple and not AWARD_KINDS[award].is_title and not (rule and rule.own):
            rule = self.rules.get(f"{SIMPLE}.dossier")
        return rule.value if rule and isinstance(rule.value, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLaw:
    """The level that decides some awards, and what the council judges because no program can."""

    awards: tuple[str, ...]
    decides: str
    basis: str
    certain: Certainty
    council: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardMaterial:
    """The things handed over with some awards beside the money."""

    awards: tuple[str, ...]
    what: str
    basis: str
    certain: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardPeriod:
    """The years of work some titles are given for."""

    awards: tuple[str, ...]
    years: int
    basis: str
    certain: Certainty


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the law sets, as it holds in one workspace."""

    regimes: tuple[Regime, ...]
    laws: tuple[Law, ...]
    """In the order of their days; a new one begins with each regime and each dated line of a rule."""
    figures: tuple[Entry, ...]
    """Base salaries, coefficients, deadlines: those that hold from their own day on."""
    awards: Mapping[str, AwardLaw]
    report_forms: tuple[ReportForm, ...]
    competences: tuple[Competence, ...]
    """What lets the head of a political school act, in the order of their days."""
    materials: tuple[AwardMaterial, ...]
    periods: tuple[AwardPeriod, ...]

    def law(self, regime: Regime, day: date) -> Law:
        """Return the law on *day* under a regime; on the nearest day of the regime where it lies outside."""
        nearest = self.laws[0]
        for law in reversed(self.laws):
            if law.regime is regime:
                nearest = law
                if law.since <= day:
                    break
        return nearest

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every value that an office can set."""
        return (*(rule for law in self.laws for rule in law.rules.values() if rule.figured), *self.figures)

    @property
    def bonus_table(self) -> BonusTable:
        """Base salaries, coefficients and periods in force."""
        salaries = [
            BaseSalary(since=entry.since, amount=entry.value, certain=Certainty.LIKELY if entry.own else entry.certain)
            for entry in self.of(Group.SALARY)
            if entry.since and isinstance(entry.value, int)
        ]
        coefficients = [
            Coefficient(entry.award, entry.key.endswith(".collective"), entry.since or date.min, entry.value)
            for entry in self.of(Group.BONUS)
            if isinstance(entry.value, Decimal)
        ]
        periods = {award: period.years for period in self.periods for award in period.awards}
        return BonusTable(salaries=salaries, coefficients=coefficients, periods=periods)

    def years_back(self, awards: Collection[str]) -> int:
        """Count the years back that the rules of *awards* read, in any law."""
        rules = (rule for rule in self._all_rules() if rule.award in awards)
        return max((rule.number for rule in rules if rule.code.rpartition(".")[2] in _BACKWARD), default=0)

    def capped(self, award: str) -> bool:
        """Check whether only a share of a unit may have an award, in any law."""
        return any(rule.code == f"{award}.cap" for rule in self._all_rules())

    def _all_rules(self) -> Iterable[Rule]:
        return (rule for law in self.laws for rule in law.rules.values())

    def deadlines(self, year: int) -> tuple[tuple[Entry, date], ...]:
        """Return what is due for the achievements of *year*, with its day, where the law asked for it then already."""
        begun = {
            entry.label: entry
            for entry in self.of(Group.DEADLINE)
            if entry.since is None or entry.since.year <= year  # of one deadline the later line comes later and holds
        }
        return tuple((entry, due_on(str(entry.value), year)) for entry in begun.values())

    def entry(self, key: str) -> Entry | None:
        """The line with this key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def of(self, group: Group) -> list[Entry]:
        """The figures of a group that hold from their own day on."""
        return [entry for entry in self.figures if entry.group is group]


def with_own(law: Catalogue, own: Mapping[str, str]) -> Catalogue:
    """The catalogue with the office's own values by key; one that cannot be read leaves the law's."""
    figures = [_with_own(entry, entry.key, own) if entry.key in own else entry for entry in law.figures]
    keys = {entry.key for entry in figures}
    figures += [
        addition for key in sorted(own.keys() - keys) if (addition := _added(law.of(Group.SALARY)[0], key, own))
    ]
    laws: list[Law] = []
    set_by: dict[str, str] = {}
    for original in law.laws:
        rules = dict(original.rules)
        for code, rule in original.rules.items():
            by = rule.key if rule.key in own else set_by.get(rule.before)
            if by is not None:
                rules[code], set_by[rule.key] = _with_own(rule, by, own), by
        laws.append(replace(original, rules=rules))
    return replace(law, laws=tuple(laws), figures=tuple(figures))


def _with_own(entry: _E, by: str, own: Mapping[str, str]) -> _E:
    """The entry with the own figure kept as *by*."""
    try:
        value = read_amount(entry.kind, own[by])
    except ValueError:
        return entry
    if entry.before and value == entry.law:  # what it would take over was set back here
        return entry
    return replace(entry, value=value, set_by=by)


def _added(like: Entry, key: str, own: Mapping[str, str]) -> Entry | None:
    """A base salary of a day the law does not know yet."""
    group, _dot, day = key.partition(".")
    if group != Group.SALARY:
        return None
    try:
        since, value = date.fromisoformat(day), read_amount(ValueKind.MONEY, own[key])
    except ValueError:
        return None
    entry = replace(like, key=key, since=since, value=value, law=None, set_by=key, added=True)
    return replace(entry, basis="Văn phòng ghi", certain=Certainty.LIKELY)
