"""One record of every kind, each with every field that can be filled, for tests that go through them all."""

import dataclasses
import unicodedata
from functools import partial
from typing import Any

from cluster_desktop.commands.records import attachments, records
from cluster_desktop.domain.awards import councils, nominations
from cluster_desktop.domain.events import events
from cluster_desktop.domain.fields.fields import Draft, fields_of
from cluster_desktop.domain.people import career, people
from cluster_desktop.domain.scoring import scoring
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units import units
from cluster_desktop.domain.year import year_plan
from cluster_desktop.records.file.workspace import Workspace
from tests.beginnings import done_once

SENTENCE = "Hoà giải ở Mường Khương"
NOT_A_SENTENCE = {"code", "identity_number", "sha256", "number"}


def filled(draft: Draft, *, decomposed: bool = False) -> Draft:
    """The draft with something in every free text; *decomposed* writes letters and marks apart (NFD)."""
    texts: dict[str, Any] = {}
    for field in fields_of(type(draft)):
        if field.type.free and field.key not in NOT_A_SENTENCE:
            words = str(getattr(draft, field.key) or SENTENCE)
            texts[field.key] = unicodedata.normalize("NFD" if decomposed else "NFC", words)
    return dataclasses.replace(draft, **texts)


def one_of_each(workspace: Workspace, *, decomposed: bool = False) -> dict[str, str]:
    """Create a record of every kind; gives their uids by kind, owners before what they own."""
    return done_once(workspace, ("one of each", decomposed), partial(_one_of_each, decomposed=decomposed))


def _one_of_each(workspace: Workspace, *, decomposed: bool) -> dict[str, str]:
    uids: dict[str, str] = {}

    def put(draft: Draft) -> None:
        made = records.create(workspace, filled(draft, decomposed=decomposed))
        uids[draft.KIND] = made.uids[0]

    put(units.ClusterDraft(name="Cụm thi đua các trường chính trị miền núi phía Bắc"))
    put(units.UnitDraft(code="TCT-LC", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai"))
    put(units.FormerNameDraft(unit_uid=uids["unit"], name="Trường Đảng", valid_to=PartialDate(2008, 12, 31)))
    put(units.UnitHeadDraft(unit_uid=uids["unit"], name="Khoàng Sừng Xe", day=PartialDate(2015, 9)))
    put(units.DepartmentDraft(unit_uid=uids["unit"], name="Khoa Xây dựng Đảng", position=2))
    put(units.MembershipDraft(cluster_uid=uids["cluster"], unit_uid=uids["unit"], year=2020, hosts=True))
    put(units.MovementDraft(title="Dạy tốt, học tốt", from_year=2018, to_year=2020))
    put(units.UnitRatingDraft(unit_uid=uids["unit"], year=2020, quality="HTXSNV"))
    _people(put, uids)
    _awards(put, uids)
    _events(put, uids)
    _year(put, uids)
    _scores(put, uids)
    photo = events.AttachmentDraft(event_uid=uids["event"], file_name="ảnh.png", caption="Lễ trao quà")
    changes = attachments.attach(
        workspace, [attachments.NewFile(_attachment(photo, decomposed), b"bytes of a photo", "image/png")]
    )
    uids["attachment"] = changes.uids[0]
    return uids


def _attachment(draft: events.AttachmentDraft, decomposed: bool) -> events.AttachmentDraft:
    ready = filled(draft, decomposed=decomposed)
    assert isinstance(ready, events.AttachmentDraft)
    return ready


def _people(put: Any, uids: dict[str, str]) -> None:
    put(
        people.PersonDraft(
            full_name="Hoàng Thị Thuý Điều",
            unit_uid=uids["unit"],
            department_uid=uids["department"],
            birth_date=PartialDate(1976, 9, 2),
            gender="NU",
            degree="THAC_SI",
            identity_number="010176000123",
        )
    )
    person = uids["person"]
    put(people.RatingDraft(person_uid=person, year=2020, quality="HTTNV"))
    put(people.InitiativeDraft(person_uid=person, title="Đổi mới giảng dạy", year=2020, level="CO_SO"))
    put(
        career.ServiceDraft(
            person_uid=person,
            day=PartialDate(2012, 9),
            unit_uid=uids["unit"],
            position="Giảng viên",
            status="DANG_CONG_TAC",
        )
    )
    put(career.QualificationDraft(person_uid=person, value="CU_NHAN", attained_on=PartialDate(1999)))
    put(
        people.DisciplineDraft(
            person_uid=person, measure="KHIEN_TRACH", decided_on=PartialDate(2019, 3), ended_on=PartialDate(2020, 3)
        )
    )


def _awards(put: Any, uids: dict[str, str]) -> None:
    put(nominations.RoundDraft(name="Tổng kết năm 2020", year=2020, movement_uid=uids["movement"]))
    put(
        nominations.NominationDraft(
            round_uid=uids["round"], person_uid=uids["person"], award="GK", votes_for=9, votes_total=9
        )
    )
    put(
        nominations.DecisionDraft(
            number="48/QĐ-TCT",
            decided_on=PartialDate(2021, 1, 5),
            year=2020,
            level="CO_SO",
            unit_uid=uids["unit"],
        )
    )
    put(
        nominations.AwardDraft(
            decision_uid=uids["decision"],
            ordinal=1,
            person_uid=uids["person"],
            award="GK",
            nomination_uid=uids["nomination"],
        )
    )


def _year(put: Any, uids: dict[str, str]) -> None:
    person, nomination = uids["person"], uids["nomination"]
    put(year_plan.MilestoneDraft(year=2020, title="Ký giao ước", stage="GIAO_UOC", due_on=PartialDate(2020, 3, 1)))
    put(year_plan.PledgeTargetDraft(year=2020, title="100% giảng viên dự giờ", movement_uid=uids["movement"]))
    put(year_plan.RegistrationDraft(year=2020, person_uid=person, award="CSTDCS"))
    put(year_plan.HandoverItemDraft(year=2020, title="Bàn giao con dấu", done=True))
    put(nominations.InitiativeUseDraft(nomination_uid=nomination, initiative_uid=uids["initiative"]))
    put(nominations.DossierItemDraft(nomination_uid=nomination, name="Xác nhận của địa phương"))
    put(councils.CouncilSessionDraft(name="Họp xét cuối năm", year=2020, unit_uid=uids["unit"], members_total=9))
    put(councils.CouncilMemberDraft(session_uid=uids["council_session"], full_name="Lù Văn Páo", person_uid=person))


def _scores(put: Any, uids: dict[str, str]) -> None:
    put(scoring.ScoreSheetDraft(name="Bảng điểm năm 2020", cluster_uid=uids["cluster"], year=2020))
    sheet, unit = uids["score_sheet"], uids["unit"]
    put(scoring.CriterionDraft(sheet_uid=sheet, title="Đào tạo, bồi dưỡng", maximum=4000))
    put(scoring.ScoreDraft(criterion_uid=uids["criterion"], unit_uid=unit, self_points=3950, cross_points=3875))
    put(scoring.RecommendationDraft(sheet_uid=sheet, unit_uid=unit, award="CO_TINH", votes_for=6, votes_total=7))


def _events(put: Any, uids: dict[str, str]) -> None:
    put(
        events.EventDraft(
            kind="THIEN_NGUYEN",
            title="Thăm, tặng quà học sinh nghèo",
            year=2019,
            starts_on=PartialDate(2019, 11),
            movement_uid=uids["movement"],
            attendance=45,
        )
    )
    event, unit = uids["event"], uids["unit"]
    put(events.PaperDraft(event_uid=event, title="Bàn về đạo đức công vụ", person_uid=uids["person"], unit_uid=unit))
    put(events.ResultDraft(event_uid=event, discipline="Bóng chuyền hơi", unit_uid=unit, prize="NHAT"))
    put(events.GiftDraft(event_uid=event, description="Chăn ấm", quantity=20, unit_value=350_000, amount=7_000_000))
    put(events.CoHostDraft(event_uid=event, unit_uid=unit))
    put(events.ParticipantDraft(event_uid=event, unit_uid=unit, people=12))
    put(events.AttendeeDraft(event_uid=event, person_uid=uids["person"]))
    put(events.ExpenseDraft(event_uid=event, description="Xe đưa đón", planned=4_000_000, spent=3_800_000))
