"""Judging a candidate by the rules of an award."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.law.catalogue import COLLECTIVE, EVERY_AWARD, PERSON, Catalogue, Rule
from cluster_desktop.domain.law.eligibility.case import Case
from cluster_desktop.domain.law.eligibility.facts import Candidate, CandidateKind, Pending
from cluster_desktop.domain.law.eligibility.rules import ALWAYS, check_of
from cluster_desktop.domain.law.eligibility.verdict import Finding, Judgement, Outcome, Verdict, short_of, verdict_of
from cluster_desktop.domain.law.regimes import Certainty, RegimeChoice, regime_for
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.text.numbers import percent

_UNITS_ONLY: Final = frozenset({AwardKind.PROVINCE_FLAG, AwardKind.GOVERNMENT_FLAG})
_WOMEN: Final = 70  # percent of a collective; law of 2022, article 5
_UNSURE: Final = "quy định chưa kiểm chứng, chỉ để tham khảo"
_UNREAD: Final = "theo quy định cũ, luật mới chưa kiểm chứng"
_CARRIED_ON: Final = "gồm cả thành tích của {names} mà tập thể này tiếp nối"
_ASK: Final = "Xem quyết định sáp nhập, tổ chức lại có cho tính liên tục không."
_BETTER: Final = "theo quy định cũ; quy định từ {since:%d/%m/%Y} có lợi hơn thì được áp dụng, chưa kiểm chứng"


def may_have(candidate: Candidate, award: str) -> bool:
    """Check that this award is given to such candidates at all."""
    kind = AWARD_KINDS[award]
    if candidate.person:
        return kind.for_persons
    return kind.for_collectives and (award not in _UNITS_ONLY or candidate.kind is CandidateKind.UNIT)


def judge(candidate: Candidate, award: str, year: int, catalogue: Catalogue, nomination: str = "") -> Judgement:
    """Judge *candidate* for *award* by the work of *year*.

    A standing nomination for it is what is judged (the one with uid *nomination*, else the first); its dossier's day
    decides which law holds. Without one, the law of 31/12 of the year.
    """
    case = _case(candidate, award, year, catalogue, nomination)
    pending, law = case.nomination, catalogue.awards.get(award)
    return Judgement(
        candidate=candidate,
        award=award,
        year=year,
        regime=case.choice.regime,
        why=case.choice.why,
        findings=tuple(_finding(case, rule, outcome) for rule, outcome in _outcomes(case)),
        council=law.council if law else "",
        preference=_preference(candidate),
        nomination_uid=pending.uid if pending else "",
        override_reason=pending.override_reason if pending else "",
    )


@dataclass(frozen=True, slots=True)
class Glance:
    """The result of a judgement, without the rules behind it."""

    verdict: Verdict
    short: str
    nomination_uid: str


def glance(candidate: Candidate, award: str, year: int, catalogue: Catalogue) -> Glance:
    """Judge as ``judge`` does, but keep only the result; for long lists with a line for each candidate."""
    case = _case(candidate, award, year, catalogue, "")
    outcomes = [outcome for _rule, outcome in _outcomes(case)]
    return Glance(verdict_of(outcomes), short_of(outcomes), case.nomination.uid if case.nomination else "")


def _case(candidate: Candidate, award: str, year: int, catalogue: Catalogue, nomination: str) -> Case:
    pending = _nomination(candidate, award, year, nomination)
    choice = _choice(catalogue, year, pending, _decided(candidate, award, year))
    law = catalogue.law(choice.regime, choice.day)
    return Case(candidate=candidate, award=award, year=year, choice=choice, law=law, nomination=pending)


def _nomination(candidate: Candidate, award: str, year: int, uid: str) -> Pending | None:
    matches = [pending for pending in candidate.pending if pending.award == award and pending.year == year]
    return next((pending for pending in matches if pending.uid == uid), matches[0] if matches else None)


def _decided(candidate: Candidate, award: str, year: int) -> date | None:
    """The day the award of that year was decided; None while it is not."""
    held = (entry for entry in candidate.awards if entry.award == award and entry.year == year and entry.decided)
    awarded = next(held, None)
    return PartialDate.from_iso(awarded.decided).latest if awarded else None


def _choice(catalogue: Catalogue, year: int, pending: Pending | None, decided: date | None) -> RegimeChoice:
    if pending is None:
        return regime_for(catalogue.regimes, year, decided=decided)
    received = pending.received_on.latest if pending.received_on else None
    return regime_for(
        catalogue.regimes, year, received=received, decided=decided, chosen=pending.regime, reason=pending.regime_reason
    )


def _outcomes(case: Case) -> Iterator[tuple[Rule, Outcome]]:
    """Each rule that says something of the case, in the order of the law."""
    side = PERSON if case.candidate.person else COLLECTIVE
    for rule in case.law.rules_for(case.award, side):
        if rule.figured and rule.value is None and rule.code not in ALWAYS:
            continue
        outcome = check_of(rule.code)(case, rule)
        if outcome is not None:
            advised = _advised(_open_to_better(outcome, rule, case.choice), rule)
            advised = _carried_on(advised, case.candidate)
            yield rule, replace(advised, reason=f"{advised.reason} ({_UNREAD})") if rule.unread else advised


def _finding(case: Case, rule: Rule, outcome: Outcome) -> Finding:
    return Finding(
        rule=rule.code,
        name=rule.name,
        verdict=outcome.verdict,
        reason=outcome.reason,
        law=rule.basis,
        certain=rule.sureness,
        reads=outcome.reads,
        remedy=outcome.remedy,
        own=rule.own,
    )


def _advised(outcome: Outcome, rule: Rule) -> Outcome:
    """A rule nobody is sure of advises and never blocks, unless the office has set it itself."""
    if outcome.verdict is not Verdict.FAIL or rule.certain is not Certainty.UNSURE or rule.own:
        return outcome
    return replace(outcome, verdict=Verdict.NEEDS_HUMAN, reason=f"{outcome.reason} ({_UNSURE})")


def _carried_on(outcome: Outcome, candidate: Candidate) -> Outcome:
    """What is met by the records of a department that this one carries on is for a person to decide."""
    names = dict.fromkeys(candidate.taken_over[read.uid] for read in outcome.reads if read.uid in candidate.taken_over)
    if not names or outcome.verdict is Verdict.FAIL:
        return outcome
    reason = f"{outcome.reason} ({_CARRIED_ON.format(names=', '.join(names))})"
    return replace(outcome, verdict=Verdict.NEEDS_HUMAN, reason=reason, remedy=outcome.remedy or _ASK)


def _open_to_better(outcome: Outcome, rule: Rule, choice: RegimeChoice) -> Outcome:
    """What fails under the law of its day is for a person to decide where a later law may be better for somebody.

    Rules for every award (a discipline, one award for one achievement) hold under either law.
    """
    if outcome.verdict is not Verdict.FAIL or choice.better is None or rule.award == EVERY_AWARD:
        return outcome
    note = _BETTER.format(since=choice.better.since)
    return replace(outcome, verdict=Verdict.NEEDS_HUMAN, reason=f"{outcome.reason} ({note})")


def _preference(candidate: Candidate) -> str:
    """Say who goes first among equals: women, and collectives that are mostly women (law of 2022, article 5)."""
    if candidate.person:
        return "Khi các điều kiện ngang nhau: ưu tiên cá nhân nữ." if candidate.woman else ""
    members = [member for member in candidate.members if not member.gone]
    women, all_of_them = sum(member.woman for member in members), len(members)
    if all_of_them and women * 100 >= _WOMEN * all_of_them:
        share = percent(women, all_of_them)
        return f"Khi các điều kiện ngang nhau: ưu tiên tập thể có từ {_WOMEN}% nữ ({share})."
    return ""
