"""Decisions of the sample with their lists, and the two awards that the article itself tells of."""

from typing import Any, Final

from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.fields.vocabulary import AwardState, DecisionLevel, RecipientKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.awards import Accepted, Nominating
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.schools import School

_ARTICLE_DATE: Final = PartialDate(2020, 12, 31)
_CITATION: Final = "Điển hình tiên tiến, được tuyên dương, khen thưởng tại {occasion}"


def decide(work: Nominating) -> None:
    """Take in every decision with its list: persons by name, then departments, then schools."""
    for told in sources.table("awards")["decision"]:
        draft = _school_decision(work, told) if "school" in told else _academy_decision(told)
        uid = work.batch.add(draft, sample=notes.DECISION)
        lines = sorted(work.lists[told["key"]], key=lambda line: (line.recipient.place, line.award))
        for ordinal, line in enumerate(lines, start=1):
            award = _award(uid, ordinal, line, told.get("award_name"))
            work.batch.add(award, sample=notes.NOMINATION)


def _school_decision(work: Nominating, told: dict[str, Any]) -> DecisionDraft:
    school = work.schools[told["school"]]
    rector = next(member for member in work.members if member.school is school)
    return DecisionDraft(
        number=told["number"],
        decided_on=PartialDate.from_iso(told["decided_on"]),
        year=told["year"],
        level=DecisionLevel.SCHOOL,
        unit_uid=school.uid,
        title=told["title"],
        signer_title=rector.position,
        signer_name=rector.full_name,
        place=school.province,
    )


def _academy_decision(told: dict[str, Any]) -> DecisionDraft:
    return DecisionDraft(
        number=told["number"],
        decided_on=PartialDate.from_iso(told["decided_on"]),
        year=told["year"],
        level=told["level"],
        issuer=sources.facts()["cluster"]["superior"],
        title=told["title"],
        signer_title="Giám đốc",
        place="Hà Nội",
    )


def _award(decision: str, ordinal: int, line: Accepted, name: str | None) -> AwardDraft:
    return AwardDraft(
        decision_uid=decision,
        ordinal=ordinal,
        award=line.award,
        award_name=name,
        citation=line.citation,
        nomination_uid=line.nomination_uid,
        state=AwardState.REVOKED if line.revoked_because else AwardState.IN_FORCE,
        revoked_because=line.revoked_because,
        **line.recipient.uids,
    )


def add_article_awards(batch: Batch, schools: dict[str, School]) -> None:
    """Take in the two awards of the article; of their decision it tells neither number nor date."""
    told = sources.facts()["awards"]
    decision = DecisionDraft(
        number="Chưa ghi nhận (Đại hội thi đua yêu nước 2015 - 2020)",
        decided_on=_ARTICLE_DATE,
        year=_ARTICLE_DATE.year,
        level=DecisionLevel.ACADEMY,
        issuer=told[0]["by"],
        title=f"Về khen thưởng tại {told[0]['occasion']}",
    )
    uid = batch.add(decision, sample=notes.ARTICLE_DECISION)
    for award in told:
        draft = AwardDraft(
            decision_uid=uid,
            recipient_kind=RecipientKind.UNIT,
            unit_uid=schools[award["recipient"]].uid,
            award=award["award"],
            award_name=f"{award['as_printed']} của {award['by']}",
            citation=_CITATION.format(occasion=award["occasion"]),
        )
        batch.add(draft)
