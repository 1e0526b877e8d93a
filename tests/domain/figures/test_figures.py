"""The figures of reports: parts that add up, and nothing counted that nobody recorded."""

import datetime
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.vocabulary import DecisionLevel
from cluster_desktop.domain.events.event_figures import EventFacts, event_figures
from cluster_desktop.domain.events.vocabulary import EventKind, EventLevel
from cluster_desktop.domain.fields.choices import Choice
from cluster_desktop.domain.figures.figures import AwardFacts, PersonFacts, award_figures, staff_statistics
from cluster_desktop.domain.people.vocabulary import ETHNIC_GROUPS, Degree, Gender, PoliticalTheory
from cluster_desktop.domain.text.dates import PartialDate

ON = datetime.date(2020, 12, 31)
UNITS = {"Lào Cai": "lc", "Điện Biên": "db", "Sơn La": "sl"}


def codes(choices: Iterable[Choice]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(choice.code for choice in choices)])


dates = st.none() | st.builds(PartialDate, st.integers(1930, 2022), st.none() | st.integers(1, 12))
people = st.lists(
    st.builds(
        PersonFacts,
        uid=st.uuids().map(str),
        unit=st.sampled_from((None, *UNITS)),
        department=st.sampled_from((None, "Khoa Xây dựng Đảng", "Phòng Đào tạo")),
        gender=codes(Gender),
        ethnicity=codes(ETHNIC_GROUPS),
        degree=codes(Degree),
        political_theory=codes(PoliticalTheory),
        birth_date=dates,
        party_joined=dates,
    ),
    max_size=30,
)
awards = st.lists(
    st.builds(
        AwardFacts,
        uid=st.uuids().map(str),
        recipient=st.just("Nguyễn Văn Hiệp"),
        recipient_kind=st.sampled_from(("CA_NHAN", "KHOA_PHONG", "DON_VI")),
        award=st.sampled_from(list(AWARD_KINDS)),
        level=codes(DecisionLevel),
        unit=st.sampled_from((None, *UNITS)),
        year=st.none() | st.integers(2017, 2021),
        revoked=st.booleans(),
    ),
    max_size=30,
)
events = st.lists(
    st.builds(
        EventFacts,
        uid=st.uuids().map(str),
        title=st.just("Hội thảo"),
        kind=codes(EventKind).map(lambda code: code or "HOI_THAO"),
        level=codes(EventLevel),
        host=st.sampled_from((None, *UNITS)),
        year=st.none() | st.integers(2017, 2021),
        people=st.none() | st.integers(0, 500),
        papers=st.integers(0, 40),
        gifts=st.integers(0, 40),
    ),
    max_size=30,
)


class TestStaff:
    @given(people)
    def test_every_way_of_dividing_adds_up_to_the_total(self, staff: list[PersonFacts]) -> None:
        figures = staff_statistics(staff, ON, UNITS)
        assert figures.total == len(staff)
        for parts in (
            figures.by_degree,
            figures.by_political_theory,
            figures.by_unit,
            figures.by_gender,
            figures.by_ethnicity,
            figures.by_party,
            figures.by_age_band,
        ):
            assert sum(parts.values()) == len(staff)
        crossed = [count for row in figures.degree_by_theory.values() for count in row.values()]
        assert sum(crossed) == len(staff)
        for groups in (figures.units, figures.departments):
            assert sum(group.total for group in groups) == len(staff)
            assert sum(sum(group.by_degree.values()) for group in groups) == len(staff)
            assert sum(sum(group.by_political_theory.values()) for group in groups) == len(staff)

    @given(people)
    def test_a_cell_of_the_crossed_table_counts_those_with_both(self, staff: list[PersonFacts]) -> None:
        both = [p for p in staff if (p.degree, p.political_theory) == ("THAC_SI", "CAO_CAP")]
        assert staff_statistics(staff, ON).degree_by_theory["Thạc sĩ"]["Cao cấp"] == len(both)

    def test_what_was_not_recorded_is_not_taken_for_untrained(self) -> None:
        staff = [PersonFacts(uid="1"), PersonFacts(uid="2", political_theory="CHUA_QUA")]
        theories = staff_statistics(staff, ON).by_political_theory
        assert (theories["Chưa ghi nhận"], theories["Chưa qua đào tạo"]) == (1, 1)

    def test_words_that_matter_stand_even_with_nobody(self) -> None:
        figures = staff_statistics([], ON, UNITS)
        assert list(figures.by_degree) == ["Tiến sĩ", "Thạc sĩ", "Cử nhân", "Trình độ khác"]
        assert list(figures.by_political_theory) == ["Cao cấp", "Cử nhân", "Trung cấp", "Chưa ghi nhận"]
        assert figures.by_unit == dict.fromkeys(UNITS, 0)

    @pytest.mark.parametrize("degree", ["CAO_DANG", "TRUNG_CAP", "SO_CAP", "KHAC"])
    def test_degrees_below_the_bachelor_are_other_degrees(self, degree: str) -> None:
        figures = staff_statistics([PersonFacts(uid="1", degree=degree)], ON)
        assert figures.by_degree["Trình độ khác"] == 1

    @pytest.mark.parametrize(
        ("born", "band"),
        [
            (PartialDate(1990, 1, 1), "Dưới 31"),
            (PartialDate(1989, 12, 31), "31-40"),
            (PartialDate(1980, 1, 1), "31-40"),
            (PartialDate(1979), "41-50"),
            (PartialDate(1960), "51-60"),
            (PartialDate(1959, 12), "Trên 60"),
            (PartialDate(2021), "Chưa ghi nhận"),
            (None, "Chưa ghi nhận"),
        ],
    )
    def test_age_is_that_of_the_day_of_the_report(self, born: PartialDate | None, band: str) -> None:
        figures = staff_statistics([PersonFacts(uid="1", birth_date=born)], ON)
        assert figures.by_age_band[band] == 1

    def test_who_joins_the_party_later_is_not_yet_a_member(self) -> None:
        staff = [PersonFacts(uid=str(day), party_joined=PartialDate(2020, 12, day)) for day in (30, 31)]
        staff.append(PersonFacts(uid="later", party_joined=PartialDate(2021, 1, 1)))
        assert staff_statistics(staff, ON).by_party["Đảng viên"] == 2

    def test_kinh_and_foreigners_are_no_minority(self) -> None:
        staff = [PersonFacts(uid=code, ethnicity=code) for code in ("01", "02", "54", "55")]
        assert staff_statistics(staff, ON).minority == 2

    def test_units_follow_the_order_given_and_the_unknown_comes_last(self) -> None:
        staff = [PersonFacts(uid=name or "", unit=name) for name in (None, "Bắc Kạn", "Sơn La")]
        figures = staff_statistics(staff, ON, {"Sơn La": "sl", "Lào Cai": "lc"})
        assert list(figures.by_unit) == ["Sơn La", "Lào Cai", "Bắc Kạn", "Chưa ghi nhận"]


class TestAwards:
    @given(awards)
    def test_every_way_of_dividing_adds_up_to_the_awards_in_force(self, register: list[AwardFacts]) -> None:
        figures = award_figures(register, UNITS)
        assert figures.total + figures.revoked == len(register)
        for parts in (
            figures.by_recipient,
            figures.by_level,
            figures.by_kind,
            figures.by_unit,
            figures.by_year,
        ):
            assert sum(parts.values()) == figures.total

    def test_a_revoked_award_is_told_but_not_counted(self) -> None:
        kept = AwardFacts(uid="1", recipient="Khoa Xây dựng Đảng", recipient_kind="KHOA_PHONG", award="TTLDTT")
        taken = AwardFacts(uid="2", recipient="Lò Văn Ơn", award="GK", revoked=True)
        figures = award_figures([kept, taken])
        assert (figures.total, figures.revoked) == (1, 1)
        assert figures.by_kind == {"Tập thể Lao động tiên tiến": 1}


class TestEvents:
    @given(events)
    def test_every_way_of_dividing_adds_up_to_the_total(self, log: list[EventFacts]) -> None:
        figures = event_figures(log, UNITS)
        for parts in (figures.by_kind, figures.by_level, figures.by_year, figures.by_host):
            assert sum(parts.values()) == figures.total == len(log)

    def test_joint_workshops_are_not_workshops_of_the_cluster(self) -> None:
        log = [
            EventFacts(uid="1", kind="HOI_THAO", level="CUM", title="Một", papers=20),
            EventFacts(uid="2", kind="HOI_THAO", level="CUM", title="Hai", papers=30),
            EventFacts(uid="3", kind="HOI_THAO", level="LIEN_TRUONG", title="Ba", papers=7),
            EventFacts(uid="4", kind="HOI_NGHI", level="CUM", title="Tổng kết", papers=1),
            EventFacts(uid="5", kind="THIEN_NGUYEN", title="Tặng quà", gifts=20, gift_amount=10_000_000),
        ]
        figures = event_figures(log)
        assert (figures.cluster_workshops, figures.cluster_workshop_papers) == (2, 50)
        assert (figures.joint_workshops, figures.charity_visits) == (1, 1)
        assert (figures.gifts, figures.gift_amount) == (20, 10_000_000)

    def test_an_event_without_a_count_is_not_an_event_with_nobody(self) -> None:
        log = [
            EventFacts(uid=str(people), kind="HOI_NGHI", title="Hội nghị", people=people) for people in (None, 0, 40)
        ]
        figures = event_figures(log)
        assert (figures.people, figures.counted_events) == (40, 2)
