"""Putting the rules of an award to a candidate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.catalogue import COLLECTIVE, PERSON, Catalogue, Rule
from cluster_desktop.domain.law.eligibility.case import Case
from cluster_desktop.domain.law.eligibility.facts import Candidate, CandidateKind, Pending
from cluster_desktop.domain.law.eligibility.rules import ALWAYS, check_of
from cluster_desktop.domain.law.eligibility.verdict import Finding, Judgement, Outcome, Verdict, short_of, verdict_of
from cluster_desktop.domain.law.regimes import Certainty, RegimeChoice, regime_for
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import percent

_UNITS_ONLY: Final = frozenset({"CO_TINH", "CO_CP"})
_WOMEN: Final = 70  # percent of a collective; law of 2022, article 5
_UNSURE: Final = "quy định chưa kiểm chứng, chỉ để tham khảo"
_UNREAD: Final = "theo quy định cũ, luật mới chưa kiểm chứng"


def may_have(candidate: Candidate, award: str) -> bool:
    """Whether this award is given to such candidates at all."""
    kind = AWARD_KINDS[award]
    if candidate.person:
        return kind.for_persons
    return kind.for_collectives and (award not in _UNITS_ONLY or candidate.kind is CandidateKind.UNIT)


def judge(candidate: Candidate, award: str, year: int, catalogue: Catalogue, nomination: str = "") -> Judgement:
    """Whether *candidate* may be proposed for *award* for the work of *year*.

    A standing nomination for it is what is judged (the one with uid *nomination*, else the first); its dossier's day
    decides which law holds. Without one, the law of 31/12 of the year.
    """
    case = _case(candidate, award, year, catalogue, nomination)
    found, law = case.nomination, catalogue.awards.get(award)
    return Judgement(
        candidate=candidate,
        award=award,
        year=year,
        regime=case.choice.regime,
        why=case.choice.why,
        findings=tuple(_finding(case, rule, told) for rule, told in _told(case)),
        council=law.council if law else "",
        preference=_preference(candidate),
        nomination_uid=found.uid if found else "",
        override_reason=found.override_reason if found else "",
    )


@dataclass(frozen=True, slots=True)
class Glance:
    """What a judgement comes to, without what it was judged by."""

    verdict: Verdict
    short: str
    nomination_uid: str


def glance(candidate: Candidate, award: str, year: int, catalogue: Catalogue) -> Glance:
    """The same rules put as ``judge`` puts them, for lists of everybody, where each is one line."""
    case = _case(candidate, award, year, catalogue, "")
    said = [told for _rule, told in _told(case)]
    return Glance(verdict_of(said), short_of(said), case.nomination.uid if case.nomination else "")


def _case(candidate: Candidate, award: str, year: int, catalogue: Catalogue, nomination: str) -> Case:
    found = _nomination(candidate, award, year, nomination)
    choice = _choice(catalogue, year, found, _decided(candidate, award, year))
    law = catalogue.law(choice.regime, choice.day)
    return Case(candidate=candidate, award=award, year=year, choice=choice, law=law, nomination=found)


def _nomination(candidate: Candidate, award: str, year: int, wanted: str) -> Pending | None:
    found = [one for one in candidate.pending if one.award == award and one.year == year]
    return next((one for one in found if one.uid == wanted), found[0] if found else None)


def _decided(candidate: Candidate, award: str, year: int) -> date | None:
    """The day the award of that year was decided; None while it is not."""
    held = (one for one in candidate.awards if one.award == award and one.year == year and one.decided)
    found = next(held, None)
    return PartialDate.from_iso(found.decided).latest if found else None


def _choice(catalogue: Catalogue, year: int, found: Pending | None, decided: date | None) -> RegimeChoice:
    if found is None:
        return regime_for(catalogue.regimes, year, decided=decided)
    received = found.received_on.latest if found.received_on else None
    return regime_for(
        catalogue.regimes, year, received=received, decided=decided, chosen=found.regime, reason=found.regime_reason
    )


def _told(case: Case) -> Iterator[tuple[Rule, Outcome]]:
    """Each rule that says something of the case, in the order of the law."""
    side = PERSON if case.candidate.person else COLLECTIVE
    for rule in case.law.rules_for(case.award, side):
        if rule.figured and rule.value is None and rule.code not in ALWAYS:
            continue
        outcome = check_of(rule.code)(case, rule)
        if outcome is not None:
            told = _advised(outcome, rule)
            yield rule, replace(told, reason=f"{told.reason} ({_UNREAD})") if rule.unread else told


def _finding(case: Case, rule: Rule, told: Outcome) -> Finding:
    return Finding(
        rule=rule.code,
        name=rule.name,
        verdict=told.verdict,
        reason=told.reason,
        law=rule.basis,
        certain=rule.sureness,
        reads=told.reads,
        remedy=told.remedy,
        own=rule.own,
    )


def _advised(outcome: Outcome, rule: Rule) -> Outcome:
    """A rule nobody is sure of advises and never blocks, unless the office has set it itself."""
    if outcome.verdict is not Verdict.FAIL or rule.certain is not Certainty.UNSURE or rule.own:
        return outcome
    return replace(outcome, verdict=Verdict.NEEDS_HUMAN, reason=f"{outcome.reason} ({_UNSURE})")


def _preference(candidate: Candidate) -> str:
    """What decides between equals: a woman, or a collective most of whom are women (law of 2022, article 5)."""
    if candidate.person:
        return "Khi các điều kiện ngang nhau: ưu tiên cá nhân nữ." if candidate.woman else ""
    women, all_of_them = sum(member.woman for member in candidate.members), len(candidate.members)
    if all_of_them and women * 100 >= _WOMEN * all_of_them:
        share = percent(women, all_of_them)
        return f"Khi các điều kiện ngang nhau: ưu tiên tập thể có từ {_WOMEN} % nữ ({share})."
    return ""
