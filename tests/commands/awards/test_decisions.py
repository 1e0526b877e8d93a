"""A decision takes what the council accepted, in order, and its certificates say the same words."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.awards import decisions
from cluster_desktop.commands.printing import certificate_files, certificates
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row


def decision_draft(unit: str, number: str = "48/QĐ-TCT") -> DecisionDraft:
    return DecisionDraft(
        number=number,
        decided_on=PartialDate(2021, 1, 5),
        year=2020,
        level="CO_SO",
        unit_uid=unit,
        signer_title="Hiệu trưởng",
        signer_name="Hoàng Thị Bích Ngọc",
        place="Lào Cai",
    )


@pytest.fixture
def round_uid(workspace: Workspace) -> str:
    return records.create(workspace, RoundDraft(name="Tổng kết năm 2020", year=2020)).uids[0]


def nominate(workspace: Workspace, unit: str, round_uid: str, name: str, state: str = "DONG_Y") -> str:
    person = records.create(workspace, PersonDraft(full_name=name, unit_uid=unit, position="Giảng viên"))
    draft = NominationDraft(
        round_uid=round_uid,
        person_uid=person.uids[0],
        award="GK",
        state=state,
        citation="Đã có thành tích xuất sắc năm 2020",
    )
    return records.create(workspace, draft).uids[0]


def awards_of(workspace: Workspace, decision: str) -> tuple[Row, ...]:
    return workspace.read(listing.page, Listing(kind="award", filters=(Filter("decision_uid", (decision,)),)))


def decision_in(workspace: Workspace) -> str:
    return workspace.read(listing.page, Listing(kind="decision"))[0].uid


def test_accepted_nominations_become_a_numbered_list(workspace: Workspace, unit: str, round_uid: str) -> None:
    uids = [nominate(workspace, unit, round_uid, name) for name in ("Lò Thị Ơn", "Trần An", "Sùng Ân")]
    decisions.decide(workspace, decision_draft(unit), uids)
    listed = awards_of(workspace, decision_in(workspace))
    assert [(row.values["ordinal"], row.shown["recipient"]) for row in listed] == [
        (1, "Trần An"),
        (2, "Sùng Ân"),
        (3, "Lò Thị Ơn"),
    ]
    states = {row.shown["state"] for row in workspace.read(listing.page, Listing(kind="nomination"))}
    assert states == {"Đã có quyết định"}
    undo.undo(workspace)
    assert workspace.read(listing.count, Listing(kind="decision")) == 0
    states = {row.shown["state"] for row in workspace.read(listing.page, Listing(kind="nomination"))}
    assert states == {"Hội đồng đồng ý"}


def test_what_the_council_did_not_accept_is_refused(workspace: Workspace, unit: str, round_uid: str) -> None:
    good = nominate(workspace, unit, round_uid, "Trần An")
    draft = nominate(workspace, unit, round_uid, "Sùng Ân", state="NHAP")
    with pytest.raises(errors.Refused, match="1 đề nghị"):
        decisions.decide(workspace, decision_draft(unit), [good, draft])
    assert workspace.read(listing.count, Listing(kind="decision")) == 0


def test_more_nominations_continue_the_numbers(workspace: Workspace, unit: str, round_uid: str) -> None:
    decisions.decide(workspace, decision_draft(unit), [nominate(workspace, unit, round_uid, "Trần An")])
    decision = decision_in(workspace)
    decisions.add_to_decision(workspace, decision, [nominate(workspace, unit, round_uid, "Bùi Ba")])
    assert [row.values["ordinal"] for row in awards_of(workspace, decision)] == [1, 2]


def test_a_decided_nomination_keeps_its_state(workspace: Workspace, unit: str, round_uid: str) -> None:
    uid = nominate(workspace, unit, round_uid, "Trần An")
    decisions.decide(workspace, decision_draft(unit), [uid])
    with pytest.raises(errors.Refused):
        decisions.set_state(workspace, [uid], "RUT")


def test_a_nomination_is_free_again_when_its_award_is_deleted(workspace: Workspace, unit: str, round_uid: str) -> None:
    uid = nominate(workspace, unit, round_uid, "Trần An")
    decisions.decide(workspace, decision_draft(unit), [uid])
    (award,) = awards_of(workspace, decision_in(workspace))
    records.delete(workspace, "award", [award.uid])
    assert workspace.read(listing.find, "nomination", uid).shown["state"] == "Hội đồng đồng ý"
    undo.undo(workspace)
    assert workspace.read(listing.find, "nomination", uid).shown["state"] == "Đã có quyết định"
    records.delete(workspace, "decision", [decision_in(workspace)])
    decisions.decide(workspace, decision_draft(unit, "49/QĐ-TCT"), [uid])
    assert workspace.read(listing.find, "nomination", uid).shown["state"] == "Đã có quyết định"


def test_only_a_decision_makes_a_nomination_decided(workspace: Workspace, unit: str, round_uid: str) -> None:
    uid = nominate(workspace, unit, round_uid, "Trần An")
    stored = dict(workspace.read(listing.find, "nomination", uid).values)
    own: dict[str, Any] = {field.key: stored[field.key] for field in fields_of(NominationDraft)}
    with pytest.raises(errors.InvalidDraft, match="do quyết định khen thưởng ghi") as refusal:
        records.edit(workspace, uid, NominationDraft(**own | {"state": "DA_QUYET_DINH"}))
    assert [problem.field for problem in refusal.value.problems] == ["state"]
    with pytest.raises(errors.Refused, match="Lập quyết định"):
        decisions.set_state(workspace, [uid], "DA_QUYET_DINH")
    assert workspace.read(listing.find, "nomination", uid).shown["state"] == "Hội đồng đồng ý"


def test_a_nomination_is_awarded_once(workspace: Workspace, unit: str, round_uid: str) -> None:
    uid = nominate(workspace, unit, round_uid, "Trần An")
    person = workspace.read(listing.find, "nomination", uid).values["person_uid"]
    for number in ("48/QĐ-TCT", "49/QĐ-TCT"):
        decision = records.create(workspace, decision_draft(unit, number)).uids[0]
        draft = AwardDraft(decision_uid=decision, person_uid=str(person), award="GK", nomination_uid=uid)
        if number.startswith("48"):
            records.create(workspace, draft)
        else:
            with pytest.raises(errors.InvalidDraft, match="quyết định khác"):
                records.create(workspace, draft)
    assert workspace.read(listing.find, "nomination", uid).shown["state"] == "Đã có quyết định"


def test_the_same_number_twice_is_refused(workspace: Workspace, unit: str) -> None:
    records.create(workspace, decision_draft(unit))
    with pytest.raises(errors.InvalidDraft) as refusal:
        records.create(workspace, decision_draft(unit))
    assert [problem.field for problem in refusal.value.problems] == ["number"]


def test_certificates_say_who_where_and_for_what(workspace: Workspace, unit: str) -> None:
    faculty = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng")).uids[0]
    head = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, department_uid=faculty, position="Trưởng khoa")
    person = records.create(workspace, head).uids[0]
    decision = records.create(workspace, decision_draft(unit)).uids[0]
    recipients: tuple[dict[str, Any], ...] = (
        {"person_uid": person},
        {"recipient_kind": "KHOA_PHONG", "department_uid": faculty},
    )
    for number, who in enumerate(recipients, start=1):
        draft = AwardDraft(decision_uid=decision, ordinal=number, award="GK", citation="Đã có thành tích", **who)
        records.create(workspace, draft)
    one, two = certificates.certificates_of(workspace, decision).contents
    assert one.authority == "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LÀO CAI"
    assert one.recipient_description == "Trưởng khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai"
    assert (one.recipient_prefix, one.recipient_name) == ("Đồng chí", "Lò Thị Ơn")
    assert one.date_line == "Lào Cai, ngày 05 tháng 01 năm 2021"
    assert (two.recipient_prefix, two.recipient_name) == ("Tập thể", "Khoa Xây dựng Đảng")
    assert two.golden_book == "02"


def test_a_certificate_carries_the_name_the_school_had_then(workspace: Workspace, unit: str, person: str) -> None:
    old = FormerNameDraft(unit_uid=unit, name="Trường Chính trị tỉnh Lào Cai cũ", valid_to=PartialDate(2025, 6, 30))
    records.create(workspace, old)
    decision = records.create(workspace, decision_draft(unit)).uids[0]
    records.create(workspace, AwardDraft(decision_uid=decision, ordinal=1, award="LDTT", person_uid=person))
    content = certificates.certificates_of(workspace, decision).contents[0]
    assert content.authority.endswith("TỈNH LÀO CAI CŨ")


def test_a_deputy_signs_for_the_head(workspace: Workspace, unit: str, person: str) -> None:
    draft = replace(decision_draft(unit), signer_title="Phó Hiệu trưởng")
    decision = records.create(workspace, draft).uids[0]
    records.create(workspace, AwardDraft(decision_uid=decision, ordinal=1, award="GK", person_uid=person))
    content = certificates.certificates_of(workspace, decision).contents[0]
    assert content.signer_title == "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG"
    assert content.authority.startswith("HIỆU TRƯỞNG ")
    sheet = BytesIO()
    certificate_files.print_certificates(workspace, certificates.certificates_of(workspace, decision), sheet)
    assert sheet.getvalue().startswith(b"%PDF")
    assert workspace.read(listing.find, "award", awards_of(workspace, decision)[0].uid).values["printed"] == 1


def test_an_empty_decision_says_what_to_do(workspace: Workspace, unit: str) -> None:
    decision = records.create(workspace, decision_draft(unit)).uids[0]
    with pytest.raises(errors.DocumentError, match="thêm danh sách"):
        certificates.certificates_of(workspace, decision)


def test_a_body_may_decide_twice_without_a_number_in_one_year(workspace: Workspace) -> None:
    def decide(day: PartialDate, title: str) -> None:
        values: dict[str, Any] = {
            "number": "Không số",
            "decided_on": day,
            "year": 2020,
            "level": "HOC_VIEN",
            "issuer": "Học viện",
        }
        records.create(workspace, DecisionDraft(**values, title=title))

    decide(PartialDate(2020), "Tuyên dương điển hình tiên tiến")
    decide(PartialDate(2020), "Tặng kỷ niệm chương")
    decide(PartialDate(2020, 12, 30), "Tuyên dương điển hình tiên tiến")
    with pytest.raises(errors.InvalidDraft, match="Quyết định không số của ngày này"):
        decide(PartialDate(2020), "Tặng kỷ niệm chương")
