"""Only what is in force can be printed, and every decision counts its own certificates."""

from dataclasses import replace

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing import certificate_sources


@pytest.fixture
def people(workspace: Workspace, unit: str) -> list[str]:
    drafts = [PersonDraft(full_name=name, unit_uid=unit) for name in ("Lò Thị Ơn", "Trần An", "Sùng Ân")]
    return [records.create(workspace, draft).uids[0] for draft in drafts]


def decide(workspace: Workspace, number: str, day: PartialDate, awards: list[AwardDraft]) -> str:
    draft = DecisionDraft(number=number, decided_on=day, year=day.year, level="CO_SO", issuer="Trường")
    uid = records.create(workspace, draft).uids[0]
    for ordinal, award in enumerate(awards, start=1):
        records.create(workspace, replace(award, decision_uid=uid, ordinal=ordinal))
    return uid


def test_certificates_are_counted_by_award_newest_decision_first(workspace: Workspace, people: list[str]) -> None:
    old = [AwardDraft(award="GK", person_uid=uid) for uid in people]
    new = [AwardDraft(award="GK", person_uid=people[0]), AwardDraft(award="LDTT", person_uid=people[1])]
    decide(workspace, "1/QĐ", PartialDate(2019, 12, 1), old)
    decide(workspace, "2/QĐ", PartialDate(2020, 12, 1), new)
    found = workspace.read(certificate_sources.printable_decisions, ("GK",))
    assert [(one.name, one.year, one.sheets) for one in found] == [("2/QĐ", 2020, 1), ("1/QĐ", 2019, 3)]
    both = workspace.read(certificate_sources.printable_decisions, ("GK", "LDTT"))
    assert [one.sheets for one in both] == [2, 3]
    assert workspace.read(certificate_sources.printable_decisions, ("CSTDCS",)) == ()


def test_what_was_revoked_or_deleted_is_not_printed(workspace: Workspace, people: list[str]) -> None:
    revoked = AwardDraft(award="GK", person_uid=people[1], state="THU_HOI", revoked_because="Khai sai")
    decision = decide(
        workspace, "1/QĐ", PartialDate(2019, 12, 1), [AwardDraft(award="GK", person_uid=people[0]), revoked]
    )
    (found,) = workspace.read(certificate_sources.printable_decisions, ("GK",))
    assert found.sheets == 1
    (award,) = workspace.read(certificate_sources.awards_in, decision, ("GK",))
    records.delete(workspace, "award", [award])
    assert workspace.read(certificate_sources.printable_decisions, ("GK",)) == ()
    assert workspace.read(certificate_sources.awards_in, decision, ("GK",)) == frozenset()
