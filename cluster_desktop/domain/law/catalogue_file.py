"""Reads the text of resources/catalogue.toml (its first lines say how it is written) into the catalogue of the law."""

import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.catalogue import SIMPLE, AwardLaw, Catalogue, Entry, Given, Rule, by_award, salary_entry
from cluster_desktop.domain.law.catalogue_values import Group, ValueKind
from cluster_desktop.domain.law.regimes import Certainty, Regime
from cluster_desktop.domain.printing.report_forms import ReportForm

_SIDES = {"person": "cá nhân", "collective": "tập thể"}


def parse_catalogue(text: str) -> Catalogue:
    """The catalogue of the law from the text of its file (TOML)."""
    found = tomllib.loads(text)
    regimes = tuple(_regime(entry) for entry in found["regime"])
    awards = {entry["code"]: AwardLaw(**{**entry, "certain": Certainty(entry["certain"])}) for entry in found["award"]}
    entries: list[Entry] = []
    rules: dict[tuple[str, str], Rule] = {}
    for source in (*found["rule"], *_votes(found["vote"])):
        for code, rule, entry in _ruled(source):
            rules[code, rule.key] = rule
            entries += [entry] if entry is not None else []
    entries += [*_salaries(found["salary"]), *_bonuses(found["bonus"])]
    entries += [*_dossiers(found["dossier"]), *_simple_dossiers(found["simple_dossier"])]
    entries += _deadlines(found["deadline"])
    forms = tuple(ReportForm(**entry) for entry in found["report_form"])
    return Catalogue(regimes, tuple(entries), awards, forms, _given(found["given"]), rules, by_award(rules))


def _regime(entry: dict[str, Any]) -> Regime:
    return Regime(**{**entry, "basis": tuple(entry["basis"]), "certain": Certainty(entry["certain"])})


def _votes(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The votes of each award as a rule of its own."""
    name = "Tỷ lệ phiếu đồng ý trên tổng số thành viên Hội đồng"
    return [
        {"key": f"{award}.vote", "of": "PC", "name": name, "kind": "percent", "laws": entry["laws"]}
        for entry in found
        for award in entry["awards"]
    ]


def _ruled(source: dict[str, Any]) -> list[tuple[str, Rule, Entry | None]]:
    """A rule in each of its regimes, with the line that shows its value where it has one."""
    award = source["key"].partition(".")[0]
    kind = ValueKind(source["kind"]) if "kind" in source else None
    made: list[tuple[str, Rule, Entry | None]] = []
    for law in source["laws"]:
        for code in law["regimes"]:
            common = {"value": law.get("value"), "basis": law["basis"], "certain": Certainty(law["certain"])}
            rule = Rule(
                key=source["key"],
                name=source["name"],
                award=award,
                of=source["of"],
                above=law.get("above", False),
                checked=source.get("checked", True),
                figured=kind is not None,
                **common,
            )
            group = Group.VOTE if source["key"].endswith(".vote") else Group.RULE
            entry = (
                None
                if kind is None
                else Entry(
                    key=f"rule.{code}.{source['key']}",
                    group=group,
                    label=_labelled(award, source["name"]),
                    kind=kind,
                    regime=code,
                    award=award,
                    law=common["value"],
                    **common,
                )
            )
            made.append((code, rule, entry))
    return made


def _labelled(award: str, name: str) -> str:
    return f"{AWARD_KINDS[award].short}: {name[0].lower()}{name[1:]}" if award in AWARD_KINDS else name


def _salaries(found: list[dict[str, Any]]) -> list[Entry]:
    return [salary_entry(one["since"], one["amount"], one["basis"], Certainty(one["certain"])) for one in found]


def _bonuses(found: list[dict[str, Any]]) -> list[Entry]:
    made = []
    for one in found:
        since: date | None = one.get("since")
        for side, words in _SIDES.items():
            if side in one:
                value = Decimal(one[side])
                when = since.isoformat() if since else "0"
                made.append(
                    Entry(
                        key=f"{Group.BONUS}.{one['award']}.{when}.{side}",
                        group=Group.BONUS,
                        label=f"{AWARD_KINDS[one['award']].name}, {words}",
                        kind=ValueKind.DECIMAL,
                        value=value,
                        law=value,
                        basis=one["basis"],
                        certain=Certainty(one["certain"]),
                        since=since,
                        award=one["award"],
                    )
                )
    return made


def _dossiers(found: list[dict[str, Any]]) -> list[Entry]:
    return [
        _dossier(one, law, code, award, AWARD_KINDS[award].name)
        for one in found
        for award in one["awards"]
        for law in one["laws"]
        for code in law["regimes"]
    ]


def _simple_dossiers(found: dict[str, Any]) -> list[Entry]:
    words = "Thủ tục đơn giản: đột xuất, chuyên đề, cống hiến"
    return [_dossier(found, law, code, "", words) for law in found["laws"] for code in law["regimes"]]


def _dossier(found: dict[str, Any], law: dict[str, Any], code: str, award: str, words: str) -> Entry:
    return Entry(
        key=f"{Group.DOSSIER}.{code}.{award or SIMPLE}",
        group=Group.DOSSIER,
        label=words,
        kind=ValueKind.PARTS,
        value=tuple(found["parts"]),
        law=tuple(found["parts"]),
        basis=law["basis"],
        certain=Certainty(law["certain"]),
        regime=code,
        award=award,
    )


def _given(found: list[dict[str, Any]]) -> tuple[Given, ...]:
    made = ({**one, "awards": tuple(one["awards"]), "certain": Certainty(one["certain"])} for one in found)
    return tuple(Given(**one) for one in made)


def _deadlines(found: list[dict[str, Any]]) -> list[Entry]:
    return [
        Entry(
            key=f"{Group.DEADLINE}.{one['key']}" + (f".{award}" if award else ""),
            group=Group.DEADLINE,
            label=one["name"],
            kind=ValueKind.DAY,
            value=one["day"],
            law=one["day"],
            basis=one["basis"],
            certain=Certainty(one["certain"]),
            since=one.get("since"),
            award=award,
        )
        for one in found
        for award in one.get("awards", [""])
    ]
