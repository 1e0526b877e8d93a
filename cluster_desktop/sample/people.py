"""The staff records of the sample: what a clerk would have typed, with the gaps a clerk would have left."""

from random import Random
from typing import Final, TypeVar

from cluster_desktop.domain.fields.vocabulary import Degree, DepartmentKind, Employment, PoliticalTheory
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.qualifications import Qualification, qualifications
from cluster_desktop.sample.roster import DEPUTY, HEAD, LECTURER, NOW, OFFICER, SUPPORT, Member

Kept = TypeVar("Kept")
_GAPS = 0.02
_PARTY_AGE: Final = (23, 33)


def add_people(batch: Batch, rng: Random, members: list[Member]) -> dict[str, PersonDraft]:
    """Take in everybody; gives the drafts by uid."""
    known = qualifications(rng, members)
    drafts = {member.uid: _draft(rng, member, known[member.uid]) for member in members}
    for uid, draft in drafts.items():
        batch.add(draft, sample=notes.PERSON, uid=uid)
    return drafts


def _draft(rng: Random, member: Member, known: Qualification) -> PersonDraft:
    party = _party_joined(rng, member, known)
    return PersonDraft(
        full_name=member.full_name,
        birth_date=_partly(rng, _day(rng, member.born), full=0.75),
        gender=member.gender,
        ethnicity=_unless_forgotten(rng, sources.ETHNICITIES[member.ethnicity]),
        religion=rng.choice(("Không", "Không", None)),
        unit_uid=member.school.uid,
        department_uid=member.department.uid,
        position=member.position,
        job_title=_unless_forgotten(rng, _job_title(member, known)),
        employment=_unless_forgotten(rng, Employment.WORKER if member.rank == SUPPORT else Employment.PUBLIC_EMPLOYEE),
        joined_unit=_unless_forgotten(rng, PartialDate(member.joined, rng.choice((None, 3, 9, 10)))),
        party_joined=party,
        party_official=party and PartialDate(party.year + 1, party.month, party.day),
        degree=known.degree,
        specialty=_specialty(rng, member),
        political_theory=known.theory,
        state_management=_state_management(rng, member),
        foreign_language=_language(rng, member),
        computing=_language(rng, member, "computing"),
        home_town=_home(rng, member),
    )


def _day(rng: Random, year: int) -> PartialDate:
    return PartialDate(year, rng.randint(1, 12), rng.randint(1, 28))


def _partly(rng: Random, day: PartialDate, full: float) -> PartialDate | None:
    """The day as a clerk knows it: mostly whole, sometimes the month or the year only, rarely not at all."""
    chance = rng.random()
    if chance < full:
        return day
    if chance < 1 - _GAPS:
        return PartialDate(day.year, day.month) if chance < (1 + full) / 2 else PartialDate(day.year)
    return None


def _unless_forgotten(rng: Random, value: Kept) -> Kept | None:
    return None if rng.random() < _GAPS else value


def _party_joined(rng: Random, member: Member, known: Qualification) -> PartialDate | None:
    """Members of the Party: all with high theory, most lecturers, few of the support staff."""
    share = 0.15 if member.rank == SUPPORT else 0.7
    if (
        known.theory not in (PoliticalTheory.ADVANCED, Degree.BACHELOR)
        and member.rank > DEPUTY
        and rng.random() > share
    ):
        return None
    return _day(rng, min(member.born + rng.randint(*_PARTY_AGE), NOW - 2))


def _job_title(member: Member, known: Qualification) -> str:
    if member.position in ("Kế toán", "Văn thư"):
        return "Kế toán viên" if member.position == "Kế toán" else "Văn thư viên"
    if member.rank == SUPPORT:
        return "Nhân viên"
    office = member.department.kind == DepartmentKind.OFFICE and member.rank != LECTURER
    senior = member.born <= 1978 and known.degree != Degree.BACHELOR
    if office:
        return "Chuyên viên chính" if senior and member.rank <= DEPUTY else "Chuyên viên"
    if known.degree == Degree.DOCTOR and member.born <= 1970:
        return "Giảng viên cao cấp (hạng I)"
    return "Giảng viên chính (hạng II)" if senior else "Giảng viên (hạng III)"


def _specialty(rng: Random, member: Member) -> str | None:
    if member.rank == SUPPORT:
        return None
    if member.position == "Kế toán":
        return "Kế toán"
    return str(rng.choice(sources.table("staff")["specialties"][member.department.name]))


def _state_management(rng: Random, member: Member) -> str | None:
    if member.rank == SUPPORT or rng.random() < 0.25:
        return None
    return "Chuyên viên chính" if member.rank <= HEAD or member.born <= 1974 else "Chuyên viên"


def _language(rng: Random, member: Member, key: str = "common") -> str | None:
    if member.rank > OFFICER or rng.random() < 0.15:
        return None
    return str(rng.choice(sources.table("staff")["languages"][key]))


def _home(rng: Random, member: Member) -> str | None:
    if rng.random() < 2 * _GAPS:
        return None
    if member.ethnicity == "Kinh" and rng.random() < 0.6:
        return str(rng.choice(sources.table("staff")["lowland"]["homes"]))
    return f"{rng.choice(member.school.plan['homes'])}, tỉnh {member.school.province}"
