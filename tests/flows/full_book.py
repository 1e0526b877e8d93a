"""A book with one record of everything, and a few more, in which every column of every list says something."""

from collections.abc import Callable

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft, FormerNameDraft, UnitDraft
from cluster_desktop.domain.year.year_plan import MilestoneDraft, RegistrationDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.records.every_kind import one_of_each

MERGED: PartialDate = PartialDate(2025, 7, 1)


def full_book(workspace: Workspace) -> None:
    """Fill a new book."""
    uids = one_of_each(workspace)

    def put(draft: Draft) -> str:
        return records.create(workspace, draft).uids[0]

    home = uids["unit"]
    put(
        UnitDraft(
            code="TCT-YB",
            name="Trường Chính trị tỉnh Yên Bái",
            short_name="Yên Bái",
            dissolved_on=MERGED,
            merged_into_uid=home,
        )
    )
    before = put(DepartmentDraft(unit_uid=home, name="Khoa Dân vận", ended_on=PartialDate(2015, 7, 1)))
    began = PartialDate(2015, 7, 1)
    put(DepartmentDraft(unit_uid=home, name="Khoa Lý luận cơ sở", began_on=began, continues_uid=before))
    until = PartialDate(2011, 8)
    put(FormerNameDraft(unit_uid=home, department_uid=before, name="Tổ Dân vận", valid_to=until))
    put(
        MilestoneDraft(
            year=2020, title="Nộp bảng điểm", stage="BINH_XET", due_on=PartialDate(2020, 11, 5), unit_uid=home
        )
    )
    person = put(
        PersonDraft(
            full_name="Vàng A Chớ",
            birth_date=PartialDate(1970, 1, 5),
            unit_uid=home,
            recruited_on=PartialDate(1995, 9, 1),
            academic_title="PGS",
            degree="TIEN_SI",
        )
    )
    put(RatingDraft(person_uid=person, year=2020, quality="HTTNV", days_off=12))
    _awards(put, uids["round"], home, person)
    put(RegistrationDraft(year=2020, person_uid=person, award="CSTDCS"))
    put(
        EventDraft(
            kind="HOI_THAO",
            title="Chuyển đổi số trong đào tạo",
            year=2020,
            starts_on=PartialDate(2020, 10, 8),
            ends_on=PartialDate(2020, 10, 9),
            host_uid=home,
            paper_count=12,
            cost_planned=12_000_000,
            cost_spent=11_500_000,
        )
    )


def _awards(put: Callable[[Draft], str], in_round: str, home: str, person: str) -> None:
    """What was proposed at the Academy, and an award that was taken back."""
    put(
        NominationDraft(
            round_uid=in_round,
            person_uid=person,
            award="BK_TINH",
            level="HOC_VIEN",
            state="DONG_Y",
            received_on=PartialDate(2020, 12, 1),
            regime="R2017",
            regime_reason="Hồ sơ nộp trước ngày 01/01/2024",
        )
    )
    decision = put(
        DecisionDraft(
            number="02/QĐ-TCT",
            decided_on=PartialDate(2020, 5, 6),
            year=2020,
            level="CO_SO",
            unit_uid=home,
            occasion="CHUYEN_DE",
        )
    )
    put(
        AwardDraft(
            decision_uid=decision,
            ordinal=1,
            person_uid=person,
            award="GK",
            state="THU_HOI",
            revoked_on=PartialDate(2021, 3, 5),
            revoked_because="Kê khai sai thành tích",
        )
    )
