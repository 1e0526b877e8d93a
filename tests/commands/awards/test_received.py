"""Decisions from above answer what was sent up; an award taken back stays in the register with its reason."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.awards.received_decisions import ReceivedLine, open_nominations, record_received, revoke
from cluster_desktop.commands.official_documents import all_documents
from cluster_desktop.commands.printing import certificates
from cluster_desktop.commands.records import records, undo
from cluster_desktop.documents.content.content import Table
from cluster_desktop.domain.awards.nominations import DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.awards.nominees import EarlierAward
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.recipients import Recipient
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.awards.award_history import AwardHistories
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing

ABOVE = DecisionDraft(
    number="2145/QĐ-UBND",
    decided_on=PartialDate(2021, 1, 20),
    year=2020,
    level="TINH",
    issuer="Ủy ban nhân dân tỉnh Lào Cai",
)


@pytest.fixture
def sent(workspace: Workspace, unit: str, person: str) -> str:
    """A nomination for a certificate of merit of the province, sent up."""
    round_uid = records.create(workspace, RoundDraft(name="Tổng kết năm 2020", year=2020)).uids[0]
    records.create(workspace, NominationDraft(round_uid=round_uid, person_uid=person, award="LDTT", state="DE_NGHI"))
    draft = NominationDraft(
        round_uid=round_uid, person_uid=person, award="BK_TINH", state="DE_NGHI", citation="Đã có thành tích"
    )
    return records.create(workspace, draft).uids[0]


def history(workspace: Workspace, recipient: str, day: datetime.date | None = None) -> tuple[EarlierAward, ...]:
    def read(session: Session) -> tuple[EarlierAward, ...]:
        return AwardHistories(session).of(recipient, day or datetime.date.today())

    return workspace.read(read)


def test_what_was_sent_up_is_offered_and_answered(workspace: Workspace, sent: str, person: str, unit: str) -> None:
    assert [one.uid for one in workspace.read(open_nominations, 2020, "HOC_VIEN")] == [sent]
    assert workspace.read(open_nominations, 2020, "TTG") == ()
    (waiting,) = workspace.read(open_nominations, 2020, "TINH")
    school = ReceivedLine(Recipient("DON_VI", unit), "CO_TINH")
    record_received(workspace, ABOVE, [waiting.line, school], "Bằng khen của Chủ tịch UBND tỉnh")
    assert workspace.read(listing.find, "nomination", sent).shown["state"] == "Đã có quyết định"
    assert workspace.read(open_nominations, 2020, "TINH") == ()
    awards = workspace.read(listing.page, Listing(kind="award"))
    assert [(row.values["ordinal"], row.shown["recipient"], row.values["nomination_uid"]) for row in awards] == [
        (1, "Nguyễn Văn Hiệp", sent),
        (2, "Trường Chính trị tỉnh Lào Cai", None),
    ]
    undo.undo(workspace)
    assert workspace.read(listing.count, Listing(kind="decision")) == 0
    assert workspace.read(listing.find, "nomination", sent).shown["state"] == "Đã đề nghị"


def test_a_list_without_anybody_or_with_somebody_twice_is_refused(workspace: Workspace, person: str) -> None:
    line = ReceivedLine(Recipient("CA_NHAN", person), "BK_TINH")
    with pytest.raises(errors.Refused, match="chưa có ai"):
        record_received(workspace, ABOVE, [])
    with pytest.raises(errors.Refused, match="“Nguyễn Văn Hiệp” có hai dòng"):
        record_received(workspace, ABOVE, [line, line])
    assert workspace.read(listing.count, Listing(kind="decision")) == 0


def test_two_bodies_may_give_one_number_in_a_year(workspace: Workspace, person: str) -> None:
    line = ReceivedLine(Recipient("CA_NHAN", person), "BK_TINH")
    record_received(workspace, ABOVE, [line])
    with pytest.raises(errors.InvalidDraft, match="đã có trong sổ"):
        record_received(workspace, ABOVE, [line])
    other = replace(ABOVE, issuer="Ủy ban nhân dân tỉnh Sơn La")
    assert record_received(workspace, other, [line])


def test_an_award_taken_back_stays_in_the_register_and_is_printed_no_more(
    workspace: Workspace, sent: str, person: str
) -> None:
    (waiting,) = workspace.read(open_nominations, 2020, "TINH")
    decision = record_received(workspace, ABOVE, [waiting.line]).uids[0]
    (award,) = workspace.read(listing.page, Listing(kind="award"))
    with pytest.raises(errors.InvalidDraft, match="lý do thu hồi"):
        revoke(workspace, [award.uid], " ", None)
    revoke(workspace, [award.uid], "Kê khai sai thành tích.", PartialDate(2021, 6, 3))
    (table,) = [
        block
        for block in all_documents.compose(workspace, "award-register", year=2020).blocks
        if isinstance(block, Table) and block.rows
    ]
    assert table.rows[0][-1] == "Đã thu hồi ngày 03/06/2021: Kê khai sai thành tích."
    assert history(workspace, person) == ()
    assert len(history(workspace, person, datetime.date(2021, 6, 2))) == 1
    with pytest.raises(errors.DocumentError):
        certificates.certificates_of(workspace, decision)
    undo.undo(workspace)
    assert len(history(workspace, person)) == 1


def test_the_history_of_a_person_a_department_and_a_renamed_school_goes_over_all_years(
    workspace: Workspace, unit: str, person: str
) -> None:
    faculty = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    other = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, department_uid=faculty)).uids[0]
    for year in (2018, 2020):
        own = DecisionDraft(
            number=f"{year}/QĐ-TCT", decided_on=PartialDate(year, 12, 20), year=year, level="CO_SO", unit_uid=unit
        )
        lines = [
            ReceivedLine(Recipient("CA_NHAN", person), "LDTT"),
            ReceivedLine(Recipient("KHOA_PHONG", faculty), "TTLDTT"),
            ReceivedLine(Recipient("DON_VI", unit), "GK"),
        ]
        record_received(workspace, own, lines)
    old = FormerNameDraft(unit_uid=unit, name="Trường Chính trị tỉnh Lào Cai cũ", valid_to=PartialDate(2019, 6, 30))
    records.create(workspace, old)
    for recipient in (person, faculty, unit):
        found = history(workspace, recipient)
        assert [line.year for line in found] == [2018, 2020]
        assert [line.decision.endswith("cũ") for line in found] == [True, False]
    assert history(workspace, other) == ()
