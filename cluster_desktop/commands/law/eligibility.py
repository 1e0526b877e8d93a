"""Judge who may be proposed for what, everybody at once, by the law of their dossier."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.law.catalogue import catalogue_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.catalogue import Catalogue
from cluster_desktop.domain.law.eligibility.facts import Candidate, CandidateKind
from cluster_desktop.domain.law.eligibility.judge import Glance, glance, judge, may_have
from cluster_desktop.domain.law.eligibility.verdict import Judgement, Verdict
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Department, Nomination, Round
from cluster_desktop.records.queries.law.eligibility import candidates
from cluster_desktop.records.queries.law.register import Scope
from cluster_desktop.records.queries.units.year_homes import YearHomes

EVERY_AWARD = tuple(code for code, kind in AWARD_KINDS.items() if kind.judged)
CONCERNED = frozenset(
    {
        *("person", "rating", "unit_rating", "initiative", "initiative_use", "discipline", "registration"),
        *("round", "movement", "nomination", "decision", "award", "unit", "department", "setting"),
        *("cluster", "membership", "score_sheet", "criterion", "score", "recommendation"),
    }
)
"""The kinds of records whose change may change a judgement."""
_TELL_EVERY = 200


def eligibility(workspace: Workspace, year: int, award: str, unit_uid: str | None = None) -> tuple[Judgement, ...]:
    """Everybody who can be given *award* for the work of *year*, judged; of one unit or of all.

    Raises Refused for a code that is no award.
    """
    return judged_candidates(workspace, year, (award_code(award),), unit_uid)


def judged_candidates(
    workspace: Workspace, year: int, awards: Sequence[str] = EVERY_AWARD, unit_uid: str | None = None
) -> tuple[Judgement, ...]:
    """Everybody judged for each of *awards* they can be given at all, award by award."""
    return workspace.read(_judged, year, awards, unit_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityLine:
    """A judgement in one line, without what it was judged by: so many can be kept at once."""

    uid: str
    kind: CandidateKind
    name: str
    unit_uid: str
    unit: str
    award: str
    verdict: Verdict
    short: str
    nomination_uid: str


def eligibility_lines(
    workspace: Workspace,
    year: int,
    awards: Sequence[str] = EVERY_AWARD,
    unit_uid: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[EligibilityLine, ...]:
    """Everybody judged for each of *awards*, in one line each; *progress* may raise Cancelled."""
    return workspace.read(_lines, year, awards, unit_uid, progress)


def judge_line(workspace: Workspace, year: int, line: EligibilityLine) -> Judgement | None:
    """The whole judgement behind a line, read anew; None when the candidate is gone."""
    return workspace.read(_judge_line, year, line)


def award_code(text: str) -> str:
    """The code of an award typed in any case. Raises Refused for no such code, and for awards that have no rules."""
    code = text.upper()
    if code in EVERY_AWARD:
        return code
    if code in AWARD_KINDS:
        raise errors.Refused(f"“{AWARD_KINDS[code].label}” chỉ được ghi nhận, không có điều kiện để xét.")
    raise errors.Refused(f"Không có danh hiệu mã “{text}”. Các mã: {', '.join(EVERY_AWARD)}.")


def _judged(session: Session, year: int, awards: Sequence[str], unit_uid: str | None) -> tuple[Judgement, ...]:
    catalogue = catalogue_of(session)
    askable = _askable(session, catalogue, year, awards, unit_uid)
    return tuple(
        judge(candidate, award, year, catalogue)
        for award in awards
        for candidate in askable
        if may_have(candidate, award)
    )


def _askable(
    session: Session, catalogue: Catalogue, year: int, awards: Sequence[str], unit_uid: str | None
) -> tuple[Candidate, ...]:
    """Everybody who can be given one of *awards* at all, with what the rules of these read."""
    kinds = [AWARD_KINDS[award] for award in awards]
    return candidates(
        session,
        Scope(year=year, back=catalogue.years_back(awards), unit_uids=None if unit_uid is None else (unit_uid,)),
        people=any(kind.for_persons for kind in kinds),
        collectives=any(kind.for_collectives for kind in kinds),
    )


def _lines(
    session: Session,
    year: int,
    awards: Sequence[str],
    unit_uid: str | None,
    progress: Callable[[int, int], None] | None,
) -> tuple[EligibilityLine, ...]:
    catalogue = catalogue_of(session)
    askable = _askable(session, catalogue, year, awards, unit_uid)
    lines = []
    for place, candidate in enumerate(askable):
        if progress is not None and place % _TELL_EVERY == 0:
            progress(place, len(askable))
        lines += [
            _line(candidate, award, glance(candidate, award, year, catalogue))
            for award in awards
            if may_have(candidate, award)
        ]
    return tuple(lines)


def _line(candidate: Candidate, award: str, seen: Glance) -> EligibilityLine:
    return EligibilityLine(
        uid=candidate.uid,
        kind=candidate.kind,
        name=candidate.name,
        unit_uid=candidate.unit_uid,
        unit=candidate.unit_short,
        award=award,
        verdict=seen.verdict,
        short=seen.short,
        nomination_uid=seen.nomination_uid,
    )


def _judge_line(session: Session, year: int, line: EligibilityLine) -> Judgement | None:
    catalogue = catalogue_of(session)
    own: dict[str, Any] = (
        {"person_uids": (line.uid,)} if line.kind is CandidateKind.PERSON else {"unit_uids": (line.unit_uid,)}
    )
    scope = Scope(year=year, back=catalogue.years_back((line.award,)), **own)
    candidate = next((each for each in candidates(session, scope) if each.uid == line.uid), None)
    return None if candidate is None else judge(candidate, line.award, year, catalogue, line.nomination_uid)


def judge_nomination(workspace: Workspace, uid: str) -> Judgement | None:
    """A nomination judged by its own law; None when it or its recipient is gone."""
    return workspace.read(judged_nominations, [uid]).get(uid)


def judged_nominations(session: Session, uids: Sequence[str]) -> dict[str, Judgement]:
    """Nominations judged, by uid, those that are over too; left out are those whose recipient is gone."""
    catalogue = catalogue_of(session)
    judgements: dict[str, Judgement] = {}
    for year, lines in _by_year(session, uids).items():
        people = _people(session, catalogue, year, lines)
        by_uid = {candidate.uid: candidate for candidate in (*people, *_groups(session, catalogue, year, lines))}
        for line in lines:
            candidate = by_uid.get(line.person_uid or line.department_uid or line.unit_uid or "")
            if candidate is not None:
                judgements[line.uid] = judge(candidate, line.award, year, catalogue, line.uid)
    return judgements


def _by_year(session: Session, uids: Sequence[str]) -> dict[int, list[Nomination]]:
    statement = select(Nomination, Round.year).join(Round, Round.uid == Nomination.round_uid)
    lines: dict[int, list[Nomination]] = {}
    for line, year in session.execute(statement.where(Nomination.uid.in_(uids))):
        lines.setdefault(year, []).append(line)
    return lines


def _people(session: Session, catalogue: Catalogue, year: int, lines: Sequence[Nomination]) -> tuple[Candidate, ...]:
    """The people, each with what their own nominations are judged by."""
    people = [line.person_uid for line in lines if line.person_uid]
    scope = Scope(
        year=year,
        back=_back(catalogue, lines),
        person_uids=people,
        nomination_uids=[line.uid for line in lines],
        counted_for=[line.person_uid for line in lines if line.person_uid and catalogue.capped(line.award)],
    )
    return candidates(session, scope) if people else ()


def _back(catalogue: Catalogue, lines: Sequence[Nomination]) -> int:
    return catalogue.years_back({line.award for line in lines})


def _groups(session: Session, catalogue: Catalogue, year: int, lines: Sequence[Nomination]) -> tuple[Candidate, ...]:
    """Those of the units concerned; what they are judged by is their people, so all of these are read."""
    departments = [line.department_uid for line in lines if line.department_uid]
    units = {line.unit_uid for line in lines if line.unit_uid}
    homes = YearHomes(year)
    own = homes.with_departments(select(homes.department).select_from(Department))
    units |= set(session.scalars(own.where(Department.uid.in_(departments))))
    over = [line.uid for line in lines]
    scope = Scope(year=year, back=_back(catalogue, lines), unit_uids=sorted(units), nomination_uids=over)
    return candidates(session, scope, people=False) if units else ()


def plain(judgement: Judgement) -> dict[str, Any]:
    """Convert a judgement to the plain data of the command line."""
    return {
        "uid": judgement.candidate.uid,
        "name": judgement.candidate.name,
        "kind": judgement.candidate.kind.value,
        "unit": judgement.candidate.unit,
        "title": judgement.award,
        "title_name": AWARD_KINDS[judgement.award].label,
        "year": judgement.year,
        "verdict": judgement.verdict.value,
        "regime": judgement.regime.code,
        "regime_reason": judgement.why,
        "unverified": judgement.unverified,
        "banner": judgement.regime.banner,
        "nomination": judgement.nomination_uid or None,
        "override_reason": judgement.override_reason or None,
        "council": judgement.council,
        "preference": judgement.preference or None,
        "rules": [
            {
                "rule": finding.rule,
                "name": finding.name,
                "verdict": finding.verdict.value,
                "reason": finding.reason,
                "law": finding.law,
                "certain": finding.certain.value,
                "own": finding.own,
                "remedy": finding.remedy or None,
                "reads": [{"kind": read.kind, "uid": read.uid, "year": read.year} for read in finding.reads],
            }
            for finding in judgement.findings
        ],
    }
