"""One school with a round of 2020, and what its papers say, for the tests of their sentences."""

from dataclasses import dataclass, field
from typing import Any

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import records
from cluster_desktop.documents.content.content import Appendix, Document, Paragraph, Table, Tone
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace

SCHOOL = "Trường Chính trị tỉnh Lào Cai"
CHAIRMAN = "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"
ACADEMY = "Học viện Chính trị quốc gia Hồ Chí Minh"


@dataclass
class School:
    """One school with a round of 2020."""

    workspace: Workspace
    unit: str
    department: str
    round: str
    people: dict[str, str] = field(default_factory=dict)

    def person(self, name: str, position: str = "Giảng viên") -> str:
        if name not in self.people:
            draft = PersonDraft(full_name=name, unit_uid=self.unit, department_uid=self.department, position=position)
            self.people[name] = records.create(self.workspace, draft).uids[0]
        return self.people[name]

    def whose(self, name: str) -> dict[str, Any]:
        if name:
            return {"person_uid": self.person(name)}
        return {"recipient_kind": "KHOA_PHONG", "department_uid": self.department}

    def nominate(self, name: str, award: str, state: str = "DONG_Y", votes: int | None = 9, **more: Any) -> str:
        """Nominate somebody, or the department for ''."""
        counted = {} if votes is None else {"votes_for": votes, "votes_total": 9}
        values: dict[str, Any] = {"round_uid": self.round, "award": award, "state": state, **counted}
        return records.create(self.workspace, NominationDraft(**values | self.whose(name) | more)).uids[0]

    def decide(self, *lines: tuple[str, str, str], **more: Any) -> str:
        """A decision of 05/01/2021 that awards (name or '' for the department, award, citation)."""
        usual: dict[str, Any] = {
            "number": "48/QĐ-TCT",
            "decided_on": PartialDate(2021, 1, 5),
            "year": 2020,
            "level": "CO_SO",
            "unit_uid": self.unit,
        }
        uid = records.create(self.workspace, DecisionDraft(**usual | more)).uids[0]
        for name, award, citation in lines:
            draft = AwardDraft(decision_uid=uid, award=award, citation=citation or None, **self.whose(name))
            records.create(self.workspace, draft)
        return uid

    def paper(self, key: str, **asked: Any) -> Document:
        return compose(self.workspace, key, **{"year": 2020, "unit_uid": self.unit} | asked)

    def decision(self, *lines: tuple[str, str, str], **more: Any) -> Document:
        return self.paper("decision", decision_uid=self.decide(*lines, **more))


def school_with_a_round(workspace: Workspace, unit: str) -> School:
    department = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    round_uid = records.create(workspace, RoundDraft(name="Tổng kết năm 2020", year=2020)).uids[0]
    return School(workspace, unit, department, round_uid)


def sentences(paper: Document) -> list[str]:
    """The running text with its leads, line by line; neither bases nor the addressee."""
    return [
        line
        for block in paper.blocks
        if isinstance(block, Paragraph) and block.tone is Tone.BODY
        for line in block.words.split("\n")
    ]


def bases(paper: Document) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Paragraph) and block.tone is Tone.BASIS]


def addressed(paper: Document) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Paragraph) and block.tone is Tone.ADDRESS]


def tables(paper: Document) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def appendices(paper: Document) -> list[str]:
    return [f"{block.title}: {block.subject}" for block in paper.blocks if isinstance(block, Appendix)]


def names(table: Table) -> list[object]:
    return [row[1] for row in table.rows]
