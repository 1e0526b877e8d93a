"""Reads the catalogue of the law; the first lines of resources/law/catalogue.toml say how its text is written."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, get_origin

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.catalogue import (
    COLLECTIVE,
    EVERY_AWARD,
    PERSON,
    SIMPLE,
    AwardLaw,
    AwardMaterial,
    AwardPeriod,
    Catalogue,
    Entry,
    Law,
    Rule,
)
from cluster_desktop.domain.law.catalogue_values import Group, ValueKind
from cluster_desktop.domain.law.dated_lines import RULE, DatedLine, certainty, laid, lines_of, refuse
from cluster_desktop.domain.law.eligibility.rules import VALUES, checked
from cluster_desktop.domain.law.regimes import Competence, Regime, regime_on
from cluster_desktop.domain.printing.report_forms import ReportForm
from cluster_desktop.errors import ResourceWrong

_SECTIONS = {
    **dict.fromkeys(("regime", "salary", "bonus", "report_form", "competence", "deadline"), dict),
    **dict.fromkeys(("period", "given", "award", "rule"), list),
}
_HEAD = frozenset({"key", "awards", "name", "kind", "of"})
"""The keys of a rule beside its dated lines."""
_KINDS = frozenset(kind.value for kind in ValueKind)
_GROUPS = {"vote": Group.VOTE, "dossier": Group.DOSSIER}
_SIDES = {"person": (PERSON, "cá nhân"), "collective": (COLLECTIVE, "tập thể")}
_USUAL = frozenset({"basis", "certain"})
_T = TypeVar("_T")
_Awarded = TypeVar("_Awarded", AwardLaw, AwardMaterial, AwardPeriod)


def parse_catalogue(text: str) -> Catalogue:
    """The catalogue of the law from the text of its file (TOML). Raises ResourceWrong with one sentence."""
    try:
        sections = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        advice = "Mỗi ngày, mỗi tên chỉ ghi một lần trong một mục; hãy sửa lại tệp."
        raise ResourceWrong(f"Tệp luật “catalogue.toml” sai cú pháp TOML ({error}). {advice}") from error
    if {key: type(section) for key, section in sections.items()} != _SECTIONS:
        raise ResourceWrong(f"Tệp luật “catalogue.toml” phải có đủ và chỉ có các phần {', '.join(_SECTIONS)}.")
    regimes = _regimes(sections["regime"])
    return Catalogue(
        regimes=regimes,
        laws=tuple(_laws(regimes, _provisions(sections["rule"], regimes[0].since))),
        figures=(*_salaries(sections["salary"]), *_bonuses(sections["bonus"]), *_deadlines(sections["deadline"])),
        awards={
            code: law for table in sections["award"] for law in [_of_awards(AwardLaw, table)] for code in law.awards
        },
        report_forms=tuple(_report_forms(sections["report_form"])),
        competences=tuple(_competences(sections["competence"])),
        materials=tuple(_of_awards(AwardMaterial, table) for table in sections["given"]),
        periods=tuple(_of_awards(AwardPeriod, table) for table in sections["period"]),
    )


def _read_table(kind: type[_T], where: str, table: Mapping[str, Any]) -> _T:
    """A dataclass from a table of the file."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    types = {field.name: get_origin(field.type) or field.type for field in fields(kind)}  # type: ignore[arg-type]
    try:
        if "certain" in types:
            values["certain"] = certainty(table.get("certain"))
        if wrong := [key for key in types.keys() & values.keys() if type(values[key]) is not types[key]]:
            raise ValueError(f"“{wrong[0]}” không đúng kiểu")
        return kind(**values)
    except TypeError as error:
        refuse(where, f"thiếu hoặc thừa một mục ({error})")
    except ValueError as problem:
        refuse(where, str(problem))


def _of_awards(kind: type[_Awarded], table: Mapping[str, Any]) -> _Awarded:
    where = f"awards = {table.get('awards')}"
    entry = _read_table(kind, where, table)
    for award in entry.awards:
        if award not in AWARD_KINDS:
            refuse(where, f"không có danh hiệu, hình thức nào là “{award}”; hãy sửa lại tên")
    return entry


def _regimes(section: Mapping[str, Any]) -> tuple[Regime, ...]:
    regimes = tuple(_read_table(Regime, f"regime {code}", {"code": code, **table}) for code, table in section.items())
    days = [regime.since for regime in regimes]
    if not days or days != sorted(set(days)):
        refuse("regime", "mỗi quy định có ngày “since” riêng, xếp từ cũ đến mới")
    return regimes


@dataclass(frozen=True, slots=True)
class _Provision:
    """A rule as it stands in the file: its head, and its lines by their day."""

    code: str
    award: str
    group: Group
    name: str
    label: str
    kind: ValueKind
    of: str
    lines: Mapping[date, DatedLine]

    def rule(self, law: str, line: DatedLine, before: str, *, unread: bool) -> Rule:
        """The rule as a line sets it in the law with this code."""
        return Rule(
            key=f"dossier.{law}.{self.award}" if self.group is Group.DOSSIER else f"rule.{law}.{self.code}",
            group=self.group,
            label=self.label,
            kind=self.kind,
            value=line.value,
            law=line.value,
            basis=line.basis,
            certain=line.certain,
            award=self.award,
            code=self.code,
            name=self.name,
            of=self.of,
            above=line.above,
            before=before,
            unread=unread,
        )


def _provisions(sources: Sequence[Mapping[str, Any]], first: date) -> list[_Provision]:
    provisions: dict[str, _Provision] = {}
    for source in sources:
        for provision in _of_each_award(source, first):
            if provision.code in provisions:
                refuse(f"rule {provision.code}", "có hai mục cùng tên này; hãy gộp các dòng vào một mục")
            provisions[provision.code] = provision
    return list(provisions.values())


def _of_each_award(source: Mapping[str, Any], first: date) -> Iterator[_Provision]:
    key, name = str(source.get("key", "")), source.get("name")
    where, group = f"rule {key}", _GROUPS.get(key.rpartition(".")[2], Group.RULE)
    kind = source.get("kind", ValueKind.FACT)
    if not isinstance(name, str) or not name or str(kind) not in _KINDS:
        refuse(where, f"thiếu tên “name”, hoặc kiểu “kind” không phải {', '.join(sorted(_KINDS))}")
    lines = lines_of(where, ValueKind(kind), {day: line for day, line in source.items() if day not in _HEAD}, RULE)
    if not any(line.in_force for line in lines):
        refuse(where, "không dòng nào có hiệu lực nên không bao giờ được xét; hãy bỏ mục này")
    early = next((line.since for line in lines if line.since and line.since < first), None)
    if early:
        refuse(where, f"dòng {early} có trước quy định đầu tiên ({first}); dòng có từ đầu ghi là “base”")
    by_day = {line.since or first: line for line in lines}
    for award in source.get("awards", [key.partition(".")[0]]):
        code = f"{award}.{key}" if "awards" in source else key
        of = _reached(code, award, source.get("of"))
        label = name
        if award in AWARD_KINDS:
            titled = AWARD_KINDS[award]
            label = titled.label if group is Group.DOSSIER else f"{titled.short}: {name[0].lower()}{name[1:]}"
        yield _Provision(code, award, group, name, label, ValueKind(kind), of, by_day)


def _reached(code: str, award: str, of: str | None) -> str:
    """Return the sides a rule is for: persons, collectives, both. A rule that nobody can reach is refused."""
    where = f"rule {code}"
    if not (checked(code) or code in VALUES or code.endswith(".dossier")):
        refuse(where, "không có hàm nào xét điều kiện tên này (domain/law/eligibility/rules.py); hãy sửa lại tên")
    if award not in AWARD_KINDS and award not in (EVERY_AWARD, SIMPLE):
        refuse(where, f"không có danh hiệu, hình thức nào là “{award}”; hãy sửa lại tên")
    sides = _sides(award)
    if of is not None and (not of or not set(str(of)) <= set(sides)):
        refuse(where, f"“of” phải là {' hoặc '.join(sides)}: danh hiệu này không tặng cho đối tượng khác")
    return of or sides


def _sides(award: str) -> str:
    """Return the sides an award is for; a rule for every award may be for anybody."""
    kind = AWARD_KINDS.get(award)
    return PERSON * (not kind or kind.for_persons) + COLLECTIVE * (not kind or kind.for_collectives)


def _laws(regimes: Sequence[Regime], provisions: Sequence[_Provision]) -> Iterator[Law]:
    """Yield the law of each day on which something begins: the law before, with that day's lines laid over it."""
    checks = _checks(provisions)
    held: dict[str, DatedLine] = {}
    before: Mapping[str, Rule] = {}
    for day in sorted({regime.since for regime in regimes}.union(*(provision.lines for provision in provisions))):
        regime = regime_on(regimes, day)
        begins = day == regime.since
        code = regime.code if begins else day.isoformat()
        rules: dict[str, Rule] = {}
        for provision in provisions:
            if day in provision.lines:
                held[provision.code], old = provision.lines[day], None
            else:
                old = before.get(provision.code)
            line = held.get(provision.code)
            if line is not None and line.in_force:
                unread = old is not None and (regime.unread if begins else old.unread)
                takes_over = old.key if old and (regime.unread or not begins) else ""
                rules[provision.code] = provision.rule(code, line, takes_over, unread=unread)
        yield Law(code=code, regime=regime, since=day, rules=rules, checks=checks)
        before = rules


def _checks(provisions: Sequence[_Provision]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The codes of the rules that are looked at for each award, in the order of the file."""
    codes_of: dict[tuple[str, str], list[str]] = {}
    for provision in provisions:
        if checked(provision.code):
            for award in AWARD_KINDS if provision.award == EVERY_AWARD else (provision.award,):
                for side in provision.of:
                    codes_of.setdefault((award, side), []).append(provision.code)
    return {key: tuple(codes) for key, codes in codes_of.items()}


def _figure(key: str, group: Group, label: str, kind: ValueKind, line: DatedLine, award: str = "") -> Entry:
    return Entry(
        key=f"{group}.{key}",
        group=group,
        label=label,
        kind=kind,
        value=line.value,
        law=line.value,
        basis=line.basis,
        certain=line.certain,
        since=line.since,
        award=award,
    )


def _named(where: str, table: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The name of a figure, and its lines."""
    if not isinstance(table.get("name"), str):
        refuse(where, "thiếu tên “name”")
    return table["name"], {key: value for key, value in table.items() if key != "name"}


def _salaries(section: Mapping[str, Any]) -> list[Entry]:
    name, table = _named("salary", section)
    lines = lines_of("salary", ValueKind.MONEY, table)
    if lines[0].since is None:
        refuse("salary", "mức lương nào cũng có ngày áp dụng, không có dòng “base”")
    return [_figure(str(line.since), Group.SALARY, name, ValueKind.MONEY, line) for line in lines]


def _bonuses(section: Mapping[str, Any]) -> Iterator[Entry]:
    usual = {key: value for key, value in section.items() if key in _USUAL}
    for award, sides in section.items():
        if award in _USUAL:
            continue
        if award not in AWARD_KINDS or not isinstance(sides, dict) or not sides.keys() <= _SIDES.keys():
            refuse(f"bonus {award}", f"phải là một danh hiệu, hình thức với {' hoặc '.join(_SIDES)}")
        for side, table in sides.items():
            if _SIDES[side][0] not in _sides(award):
                refuse(f"bonus {award} {side}", "danh hiệu này không tặng cho đối tượng đó; hãy bỏ dòng này")
            label = f"{AWARD_KINDS[award].label}, {_SIDES[side][1]}"
            for line in lines_of(f"bonus {award} {side}", ValueKind.DECIMAL, table, usual=usual):
                yield _figure(f"{award}.{line.since or 0}.{side}", Group.BONUS, label, ValueKind.DECIMAL, line, award)


def _deadlines(section: Mapping[str, Any]) -> Iterator[Entry]:
    for key, table in section.items():
        name, rest = _named(f"deadline {key}", table)
        for place, line in enumerate(lines_of(f"deadline {key}", ValueKind.DAY, rest)):
            own = f"{key}.{key}" if key in AWARD_KINDS else key  # as settings of workspaces call it
            later = f".{line.since}" if place else ""
            yield _figure(own + later, Group.DEADLINE, name, ValueKind.DAY, line)


def _report_forms(section: Mapping[str, Any]) -> Iterator[ReportForm]:
    names = {field.name for field in fields(ReportForm)} - {"since"}
    for since, values in laid("report_form", section, names):
        yield _read_table(ReportForm, f"report_form {since}", {"since": since, **values})


def _competences(section: Mapping[str, Any]) -> Iterator[Competence]:
    for since, values in laid("competence", section, {"basis"}):
        yield _read_table(Competence, f"competence {since}", {"since": since, **values})
