"""Heads of units have days: the document's day says who signs, and nobody is named of whom the book is not sure."""

import datetime
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.printing.certificates import certificates_of, certificates_of_event
from cluster_desktop.commands.records import records, undo
from cluster_desktop.documents.content.content import Document, SignatureBlock
from cluster_desktop.domain.awards.nominations import NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import EventDraft, ResultDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.heads import Head
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, MembershipDraft, UnitDraft, UnitHeadDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Decision, Unit
from cluster_desktop.records.queries.awards.decision_start import decision_start
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.document_facts import pledge_facts
from cluster_desktop.records.queries.units.handover import handover_facts
from cluster_desktop.records.queries.units.heads import Heads
from tests.ui.print_desk import decide

FIRST, SECOND, THIRD = "Hoàng Thị Bích Ngọc", "Giàng A Páo", "Lù Văn Páo"
TODAY = PartialDate.of(datetime.date.today())


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def put_head(workspace: Workspace, unit: str, name: str, *day: int, title: str | None = "Hiệu trưởng") -> str:
    return put(workspace, UnitHeadDraft(unit_uid=unit, name=name, title=title, day=PartialDate(*day) if day else None))


def head(workspace: Workspace, unit: str, *day: int) -> Head:
    return workspace.read(lambda session: Heads(session).on(session.get_one(Unit, unit), PartialDate(*day)))


@pytest.fixture
def headed(workspace: Workspace, unit: str) -> str:
    """A school whose head changed on 1/3/2019 and, as acting head, in September 2022."""
    put_head(workspace, unit, SECOND, 2019, 3, 1)
    put_head(workspace, unit, FIRST)
    put_head(workspace, unit, THIRD, 2022, 9, title="Q. Hiệu trưởng")
    return unit


@pytest.mark.parametrize(
    ("day", "name", "title"),
    [
        ((1990,), FIRST, "Hiệu trưởng"),
        ((2019, 2, 28), FIRST, "Hiệu trưởng"),
        ((2019, 3, 1), SECOND, "Hiệu trưởng"),
        ((2019, 3), SECOND, "Hiệu trưởng"),
        ((2019,), "", "Hiệu trưởng"),  # the head changed within it: nobody knows who
        ((2022, 8, 31), SECOND, "Hiệu trưởng"),
        ((2022, 9), THIRD, "Q. Hiệu trưởng"),
        ((2030, 1, 1), THIRD, "Q. Hiệu trưởng"),
    ],
)
def test_the_day_says_who_heads_the_unit(
    workspace: Workspace, headed: str, day: tuple[int, ...], name: str, title: str
) -> None:
    assert head(workspace, headed, *day) == Head(title, name)


def test_before_the_first_known_day_nobody_is_named(workspace: Workspace, unit: str) -> None:
    put_head(workspace, unit, SECOND, 2019, 3, 1)
    put(workspace, PersonDraft(full_name=SECOND, unit_uid=unit, position="Hiệu trưởng"))
    assert head(workspace, unit, 2018, 5, 5) == Head("Hiệu trưởng", "")


def test_without_dated_heads_the_only_holder_of_the_post_is_named_today(workspace: Workspace, unit: str) -> None:
    today = TODAY.earliest
    on_today = (today.year, today.month, today.day)
    assert head(workspace, unit, *on_today).name == ""
    put(workspace, PersonDraft(full_name=FIRST, unit_uid=unit, position="hiệu trưởng"))
    put(workspace, PersonDraft(full_name=THIRD, unit_uid=unit, position="Phó Hiệu trưởng"))
    assert head(workspace, unit, *on_today).name == FIRST
    assert head(workspace, unit, 2018, 1, 1).name == ""
    put(workspace, PersonDraft(full_name=SECOND, unit_uid=unit, position="Hiệu trưởng"))
    assert head(workspace, unit, *on_today).name == ""  # two of them: a person has to say which


@pytest.mark.parametrize("day", [(), (2019, 3, 1), (2020,)])
def test_two_heads_on_one_day_are_refused_in_a_sentence(workspace: Workspace, unit: str, day: tuple[int, ...]) -> None:
    put_head(workspace, unit, FIRST, *day)
    with pytest.raises(errors.InvalidDraft, match="Ngày này đã có người đứng đầu"):
        put_head(workspace, unit, SECOND, *day)
    other = UnitDraft(code="HAGIANG", name="Trường Chính trị tỉnh Hà Giang", short_name="Hà Giang")
    put_head(workspace, put(workspace, other), SECOND, *day)


def test_a_head_is_edited_and_taken_back_like_any_record(workspace: Workspace, headed: str) -> None:
    uid = put_head(workspace, headed, "Vàng Seo Phử", 2025, 1, 1)
    records.edit(workspace, uid, UnitHeadDraft(unit_uid=headed, name="Vàng Seo Chúng", day=PartialDate(2025, 2, 1)))
    assert head(workspace, headed, 2025, 1, 5).name == THIRD
    undo.undo(workspace)
    assert head(workspace, headed, 2025, 1, 5).name == "Vàng Seo Phử"
    records.delete(workspace, "unit_head", [uid])
    assert head(workspace, headed, 2025, 1, 5).name == THIRD
    records.restore(workspace, "unit_head", [uid])
    assert head(workspace, headed, 2025, 1, 5).name == "Vàng Seo Phử"


def signed(document: Document) -> tuple[str, str]:
    block = [block for block in document.blocks if isinstance(block, SignatureBlock)][-1]
    return " / ".join(block.right.office), block.right.name


def test_a_decision_and_its_certificates_are_signed_by_the_head_of_its_day(workspace: Workspace, headed: str) -> None:
    for year, name, title in (
        (2017, FIRST, "HIỆU TRƯỞNG"),
        (2020, SECOND, "HIỆU TRƯỞNG"),
        (2024, THIRD, "Q. HIỆU TRƯỞNG"),
    ):
        uid = decide(workspace, headed, f"{year}/QĐ", year, {"Lò Thị Ơn": "GK"})
        with workspace.changing("Không ghi người ký") as session:
            decision = session.get_one(Decision, uid)
            decision.signer_title = decision.signer_name = None
        assert signed(compose(workspace, "decision", decision_uid=uid)) == (title, name)
        (content,) = certificates_of(workspace, uid).contents
        assert (content.signer_title, content.signer_name) == (title, name)


def test_a_deputy_who_signs_is_not_given_the_head_s_name(workspace: Workspace, headed: str) -> None:
    uid = decide(workspace, headed, "1/QĐ", 2020, {"Lò Thị Ơn": "GK"})
    with workspace.changing("Phó ký") as session:
        decision = session.get_one(Decision, uid)
        decision.signer_title, decision.signer_name = "Phó Hiệu trưởng", None
    office, name = signed(compose(workspace, "decision", decision_uid=uid))
    assert office == "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG"
    assert set(name) == {"…"}


def test_who_is_named_to_sign_signs_while_the_present_head_is_in_office(workspace: Workspace, headed: str) -> None:
    row = workspace.read(listing.find, "unit", headed)
    values: dict[str, Any] = {key: row.values[key] for key in UnitDraft().values()}
    named = UnitDraft(**values | {"signer_title": "Phó Hiệu trưởng", "signer_name": "Tẩn Thị Mẩy"})
    records.edit(workspace, headed, named)
    today = signed(compose(workspace, "submission", year=TODAY.year))
    assert today == ("KT. Q. Hiệu trưởng / Phó Hiệu trưởng", "Tẩn Thị Mẩy")
    assert signed(compose(workspace, "submission", year=2018)) == ("Hiệu trưởng", FIRST)
    assert signed(compose(workspace, "submission", year=2020)) == ("Hiệu trưởng", SECOND)


def test_papers_of_the_cluster_name_the_head_of_their_day(workspace: Workspace, headed: str) -> None:
    cluster = put(workspace, ClusterDraft(name="Cụm thi đua số 2"))
    for year in (2018, 2019, 2020):
        role = MembershipDraft(cluster_uid=cluster, unit_uid=headed, year=year, role="CUM_TRUONG")
        put(workspace, role)
    school = "Trường Chính trị tỉnh Lào Cai"
    for year, name in ((2018, FIRST), (2020, SECOND)):
        assert signed(compose(workspace, "annual-summary", year=year)) == (
            f"TM. Cụm thi đua số 2 / Cụm trưởng / Hiệu trưởng {school}",
            name,
        )
        assert workspace.read(pledge_facts, year).units == ((school, "Hiệu trưởng", name),)
        assert workspace.read(handover_facts, year, datetime.date(2026, 1, 5)).giver.name == name
    assert set(workspace.read(pledge_facts, 2019).units[0][2]) == {"…"}  # it may have been signed before March or after
    signing = EventDraft(
        kind="HOI_NGHI", title="Ký giao ước", year=2019, starts_on=PartialDate(2019, 2, 20), signs_pledge=True
    )
    put(workspace, signing)
    assert workspace.read(pledge_facts, 2019).units[0][2] == FIRST


def test_certificates_of_an_event_are_signed_by_the_host_s_head_of_its_day(workspace: Workspace, headed: str) -> None:
    games = EventDraft(
        kind="THE_THAO", title="Giao lưu", year=2018, starts_on=PartialDate(2018, 8, 22), host_uid=headed
    )
    event = put(workspace, games)
    put(workspace, ResultDraft(event_uid=event, discipline="Cờ vua", performer="Lò Văn Ơn", prize="NHAT"))
    (content,) = certificates_of_event(workspace, event).contents
    assert content.signer_name == FIRST


def test_a_new_decision_proposes_the_signer_only_where_the_head_has_not_changed_since(
    workspace: Workspace, headed: str, person: str
) -> None:
    for year, signer in ((2018, None), (2024, THIRD)):
        round_uid = put(workspace, RoundDraft(name="Tổng kết", year=year))
        line = put(workspace, NominationDraft(round_uid=round_uid, person_uid=person, award="GK", state="DONG_Y"))
        assert workspace.read(decision_start, year, (line,)).get("signer_name") == signer


@pytest.mark.parametrize("title", ["", "Hiệu trưởng", "HIỆU TRƯỞNG ", "Q. Hiệu trưởng"])
def test_who_was_typed_as_the_head_does_not_sign_for_another_head(
    workspace: Workspace, headed: str, title: str
) -> None:
    row = workspace.read(listing.find, "unit", headed)
    values: dict[str, Any] = {key: row.values[key] for key in UnitDraft().values()}
    named = UnitDraft(**values | {"signer_title": title, "signer_name": FIRST})
    records.edit(workspace, headed, named)
    assert signed(compose(workspace, "submission", year=TODAY.year)) == ("Q. Hiệu trưởng", THIRD)
    assert signed(compose(workspace, "submission", year=2018)) == ("Hiệu trưởng", FIRST)
    put_head(workspace, headed, SECOND, TODAY.year, 1, 2)
    assert signed(compose(workspace, "submission", year=TODAY.year))[1] == SECOND
