"""The cluster, its seven schools with their departments, who led in which year, and the movements."""

from dataclasses import dataclass, field
from typing import Any, Final

from cluster_desktop.domain.fields.vocabulary import DepartmentKind, MemberRole
from cluster_desktop.domain.units.units import ClusterDraft, DepartmentDraft, MembershipDraft, MovementDraft, UnitDraft
from cluster_desktop.records.identity import new_uid
from cluster_desktop.sample import notes, sources
from cluster_desktop.sample.batch import Batch

_KINDS: Final = {"board": DepartmentKind.BOARD, "faculty": DepartmentKind.FACULTY, "office": DepartmentKind.OFFICE}


@dataclass(frozen=True, slots=True)
class Department:
    """A department and how many people it has."""

    uid: str
    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class School:
    """A member school as the other parts of the sample refer to it."""

    code: str
    uid: str
    name: str
    short_name: str
    province: str
    departments: tuple[Department, ...]
    plan: dict[str, Any] = field(repr=False)


def schools() -> dict[str, School]:
    """The schools by code in the article's order, each with new uids."""
    plans = {plan["code"]: plan for plan in sources.table("staff")["school"]}
    return {unit["code"]: _school(unit, plans[unit["code"]]) for unit in sources.facts()["units"]}


def _school(unit: dict[str, str], plan: dict[str, Any]) -> School:
    departments = tuple(
        Department(new_uid(), told["name"], _KINDS[told["kind"]], size)
        for told, size in zip(sources.facts()["departments_of_each_unit"], plan["sizes"], strict=True)
    )
    return School(unit["code"], new_uid(), unit["name"], plan["short_name"], unit["province"], departments, plan)


def add_schools(batch: Batch, all_schools: dict[str, School], heads: dict[str, str]) -> None:
    """Take in the units under the article's names; *heads* are the names of their rectors by code."""
    printed = {unit["code"]: unit.get("printed_in_article_as") for unit in sources.facts()["units"]}
    for school in all_schools.values():
        misprint = printed[school.code]
        remarks = [f"Bài viết in “{misprint}”."] if misprint else []
        remarks += [school.plan["note"]] if "note" in school.plan else []
        draft = UnitDraft(
            code=school.code,
            name=school.name,
            short_name=school.short_name,
            province=school.province,
            parent_body=f"Tỉnh ủy {school.province}",
            head_name=heads[school.code],
            note="\n".join(remarks),
        )
        batch.add(draft, sample=notes.HEAD, uid=school.uid)
        for place, department in enumerate(school.departments, start=1):
            told = DepartmentDraft(unit_uid=school.uid, name=department.name, kind=department.kind, position=place)
            batch.add(told, uid=department.uid)


def add_cluster(batch: Batch, all_schools: dict[str, School]) -> str:
    """Take in the cluster and the role of every school in every year; gives the cluster's uid."""
    told = sources.facts()["cluster"]
    also = ", ".join(f"“{name}”" for name in told["aliases"])
    cluster = batch.add(
        ClusterDraft(
            name=told["name"],
            region=told["region"],
            superior=told["superior"],
            guided_by=told["guided_by"],
            note=f"Cũng viết {also}.",
        )
    )
    everybody = list(all_schools.values())
    for step, leading in enumerate(sources.table("staff")["leading"], start=1):
        for place, school in enumerate(everybody):
            head, deputy = school.code == leading["head"], school.code in leading["deputies"]
            membership = MembershipDraft(
                cluster_uid=cluster,
                unit_uid=school.uid,
                year=leading["year"],
                role=MemberRole.HEAD if head else MemberRole.DEPUTY if deputy else MemberRole.MEMBER,
                hosts=head,
                scores_uid=everybody[(place + step) % len(everybody)].uid,
            )
            batch.add(membership, sample=notes.MEMBERSHIP)
    return cluster


def host_of(year: int) -> str:
    """The code of the school that hosted the cluster's activities of a year."""
    return next(str(leading["head"]) for leading in sources.table("staff")["leading"] if leading["year"] == year)


def add_movements(batch: Batch) -> tuple[str, ...]:
    """Take in the movements that the article names; gives their uids in its order."""
    return tuple(
        batch.add(
            MovementDraft(
                title=told["title"],
                launched_by=told.get("launched_by"),
                from_year=told.get("from"),
                to_year=told.get("to"),
            )
        )
        for told in sources.facts()["movements"]
    )
