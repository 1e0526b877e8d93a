"""Adding, editing, deleting and bringing back: what is refused, beside which field, and what stays untouched."""

from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import EventDraft, ParticipantDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.people.people import DisciplineDraft, InitiativeDraft, PersonDraft, RatingDraft
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, DepartmentDraft, MembershipDraft, UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.records.contents import dump
from tests.records.every_kind import one_of_each

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def problems(workspace: Workspace, draft: Draft, uid: str | None = None) -> dict[str, str]:
    """What is wrong with the draft by field; writing it must have changed nothing."""
    before = dump(workspace)
    with pytest.raises(errors.InvalidDraft) as refused:
        records.edit(workspace, uid, draft) if uid else records.create(workspace, draft)
    assert dump(workspace) == before
    return {problem.field: problem.message for problem in refused.value.problems}


def living(workspace: Workspace, kind: str) -> set[str]:
    return {row.uid for row in workspace.read(listing.page, Listing(kind=kind))}


def in_trash(workspace: Workspace, kind: str) -> set[str]:
    return {row.uid for row in workspace.read(listing.page, Listing(kind=kind, trashed=True))}


def values(workspace: Workspace, kind: str, uid: str) -> dict[str, Any]:
    return dict(workspace.read(listing.find, kind, uid).values)


# --- adding and editing -----------------------------------------------------------------------------------


def test_every_problem_is_named_beside_its_field(workspace: Workspace, unit: str) -> None:
    draft = PersonDraft(
        full_name="   ",
        birth_date=PartialDate(1990),
        party_joined=PartialDate(1985),
        gender="MALE?",
        identity_number="12",
        email="x" * 121,
    )
    found = problems(workspace, draft)
    assert set(found) == {"full_name", "unit_uid", "party_joined", "gender", "identity_number", "email"}
    assert found["full_name"] == "Chưa điền họ và tên."
    assert all(message.endswith(".") for message in found.values())


@pytest.mark.parametrize("name", ["", "   ", "\u200b\ufeff", "12345", "😀", "-"])
def test_a_name_has_letters(workspace: Workspace, unit: str, name: str) -> None:
    assert set(problems(workspace, PersonDraft(full_name=name, unit_uid=unit))) == {"full_name"}


@pytest.mark.parametrize(
    "name",
    ["<b>Lê</b> & “Con”", 'O\'Hara "Hai"', "H'Hen Niê", "An 😀", "A" * 200, "Robert'); DROP TABLE person;--"],
)
def test_any_name_that_can_be_is_kept_as_it_is(workspace: Workspace, unit: str, name: str) -> None:
    uid = put(workspace, PersonDraft(full_name=name, unit_uid=unit))
    row = workspace.read(listing.find, "person", uid)
    assert row.title == row.values["full_name"] == name
    assert [found.uid for found in workspace.read(listing.page, Listing(kind="person", search=name))] == [uid]


def test_a_name_of_two_hundred_and_one_letters_is_refused(workspace: Workspace, unit: str) -> None:
    assert "201" in problems(workspace, PersonDraft(full_name="A" * 201, unit_uid=unit))["full_name"]


def test_only_codes_of_the_vocabulary_are_stored(workspace: Workspace, unit: str) -> None:
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, degree="Thạc sĩ")
    assert set(problems(workspace, draft)) == {"degree"}


def test_a_reference_to_nothing_or_into_the_trash_is_refused(workspace: Workspace, unit: str) -> None:
    gone = put(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Dân vận"))
    records.delete(workspace, "department", [gone])
    for uid in ("nowhere", gone):
        draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, department_uid=uid)
        assert set(problems(workspace, draft)) == {"department_uid"}


def test_editing_tells_what_changed(workspace: Workspace, person: str) -> None:
    changed = values(workspace, "person", person) | {"phone": "0912345678"}
    changes = records.edit(workspace, person, PersonDraft(**changed))
    assert (changes.kinds, changes.uids) == (frozenset({"person"}), (person,))
    assert changes.label == "Sửa cán bộ “Nguyễn Văn Hiệp”"
    assert values(workspace, "person", person)["phone"] == "0912345678"


def test_editing_a_record_that_is_gone_is_refused(workspace: Workspace, person: str) -> None:
    draft = PersonDraft(**values(workspace, "person", person))
    records.delete(workspace, "person", [person])
    for uid in (person, "nowhere"):
        with pytest.raises(errors.RecordMissing, match="Không còn cán bộ này"):
            records.edit(workspace, uid, draft)


def test_a_field_that_does_not_apply_is_emptied(workspace: Workspace, unit: str, person: str) -> None:
    round_uid = put(workspace, RoundDraft(name="Tổng kết", year=2020))
    draft = NominationDraft(round_uid=round_uid, person_uid=person, unit_uid=unit, award="GK")
    uid = put(workspace, draft)
    stored = values(workspace, "nomination", uid)
    assert (stored["person_uid"], stored["unit_uid"]) == (person, None)


# --- what may stand only once -----------------------------------------------------------------------------


def unique_drafts(workspace: Workspace) -> dict[str, tuple[str, Draft, Draft]]:
    """By kind: the field that is complained about, the same again, one that differs just enough."""
    uids = one_of_each(workspace)
    other = put(workspace, PersonDraft(full_name="Sùng A Páo", unit_uid=uids["unit"]))
    nominated: dict[str, Any] = {"round_uid": uids["round"], "award": "GK"}
    decided: dict[str, Any] = {"decided_on": PartialDate(2021, 1, 5), "level": "CO_SO", "unit_uid": uids["unit"]}
    member: dict[str, Any] = {"cluster_uid": uids["cluster"], "unit_uid": uids["unit"]}
    awarded: dict[str, Any] = {"decision_uid": uids["decision"], "person_uid": other, "award": "GK"}
    rated: dict[str, Any] = {"person_uid": uids["person"], "quality": "HTNV"}
    return {
        "unit": (
            "code",
            UnitDraft(code="TCT-LC", name="Trường khác", short_name="Khác"),
            UnitDraft(code="TCT-LC2", name="Trường khác", short_name="Khác"),
        ),
        "membership": ("unit_uid", MembershipDraft(**member, year=2020), MembershipDraft(**member, year=2021)),
        "rating": ("year", RatingDraft(**rated, year=2020), RatingDraft(**rated, year=2021)),
        "decision": (
            "number",
            DecisionDraft(**decided, number="48/QĐ-TCT", year=2020),
            DecisionDraft(**decided, number="49/QĐ-TCT", year=2020),
        ),
        "nomination": (
            "award",
            NominationDraft(**nominated, person_uid=uids["person"], unit_uid=uids["unit"]),
            NominationDraft(**nominated, person_uid=other),
        ),
        "award": ("ordinal", AwardDraft(**awarded, ordinal=1), AwardDraft(**awarded, ordinal=2)),
    }


@pytest.mark.parametrize("kind", ["unit", "membership", "rating", "decision", "nomination", "award"])
def test_what_may_stand_only_once(workspace: Workspace, kind: str) -> None:
    field, again, different = unique_drafts(workspace)[kind]
    assert set(problems(workspace, again)) == {field}
    uid = put(workspace, different)
    assert set(problems(workspace, again, uid)) == {field}
    assert not records.edit(workspace, uid, different)
    assert len(living(workspace, kind)) == 2


def test_awards_without_a_number_do_not_meet(workspace: Workspace) -> None:
    uids = one_of_each(workspace)
    for _ in range(2):
        put(workspace, AwardDraft(decision_uid=uids["decision"], person_uid=uids["person"], award="GK"))
    assert len(living(workspace, "award")) == 3


def test_what_lies_in_the_trash_takes_no_number(workspace: Workspace, unit: str) -> None:
    draft = UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La")
    records.delete(workspace, "unit", [put(workspace, draft)])
    assert put(workspace, draft) in living(workspace, "unit")


# --- deleting and bringing back ---------------------------------------------------------------------------


def test_deleting_moves_to_the_trash_with_what_is_inside(workspace: Workspace) -> None:
    uids = one_of_each(workspace)
    changes = records.delete(workspace, "event", [uids["event"]])
    inside = {"paper", "result", "gift", "co_host", "participant", "attendee", "expense", "attachment"}
    assert changes.kinds == {"event", *inside}
    for kind in ("event", *inside):
        assert living(workspace, kind) == set()
        assert in_trash(workspace, kind) == {uids[kind]}
    records.restore(workspace, "event", [uids["event"]])
    for kind in ("event", *inside):
        assert living(workspace, kind) == {uids[kind]}


def test_what_was_deleted_before_stays_in_the_trash(workspace: Workspace) -> None:
    uids = one_of_each(workspace)
    other = put(workspace, ParticipantDraft(event_uid=uids["event"], unit_uid=uids["unit"], people=3))
    records.delete(workspace, "participant", [other])
    records.delete(workspace, "event", [uids["event"]])
    records.restore(workspace, "event", [uids["event"]])
    assert living(workspace, "participant") == {uids["participant"]}
    assert in_trash(workspace, "participant") == {other}


@pytest.mark.parametrize(
    ("kind", "others"), [("unit", "người"), ("person", "đăng ký"), ("cluster", None), ("round", "khen thưởng")]
)
def test_what_others_need_is_not_deleted(workspace: Workspace, kind: str, others: str | None) -> None:
    uids = one_of_each(workspace)
    before = dump(workspace)
    if others is None:
        assert records.delete(workspace, kind, [uids[kind]])
        return
    with pytest.raises(errors.Refused, match="vì còn") as refused:
        records.delete(workspace, kind, [uids[kind]])
    assert others in refused.value.sentence
    assert "Hãy xóa" in refused.value.sentence
    assert dump(workspace) == before


def test_nothing_living_ever_points_into_the_trash(workspace: Workspace) -> None:
    """Whatever is deleted on its own, in whatever order, no record that stays misses one it names."""
    uids = one_of_each(workspace)
    for kind, uid in uids.items():
        try:
            records.delete(workspace, kind, [uid])
        except errors.Refused:
            continue
        rows = {other: workspace.read(listing.page, Listing(kind=other)) for other in KINDS}
        missing = [
            (row.kind, field.key)
            for other in KINDS.values()
            for row in rows[other.key]
            for field in other.fields
            if field.refers_to and row.values[field.key] not in (None, *(one.uid for one in rows[field.refers_to]))
        ]
        assert missing == []
        undo.undo(workspace)


def test_deleting_several_is_one_act(workspace: Workspace, unit: str) -> None:
    uids = [put(workspace, PersonDraft(full_name=f"Lò Văn {letter}", unit_uid=unit)) for letter in "ABC"]
    assert records.delete(workspace, "person", uids).label == "Xóa 3 cán bộ"
    assert living(workspace, "person") == set()
    undo.undo(workspace)
    assert living(workspace, "person") == set(uids)


def test_a_record_is_not_deleted_twice(workspace: Workspace, person: str) -> None:
    records.delete(workspace, "person", [person])
    with pytest.raises(errors.RecordMissing):
        records.delete(workspace, "person", [person])


def test_bringing_back_what_is_not_in_the_trash_does_nothing(workspace: Workspace, person: str) -> None:
    assert not records.restore(workspace, "person", [person, "nowhere"])
    assert living(workspace, "person") == {person}


def test_a_record_does_not_come_back_without_its_owner(workspace: Workspace, person: str) -> None:
    rating = put(workspace, RatingDraft(person_uid=person, year=2020, quality="HTNV"))
    records.delete(workspace, "rating", [rating])
    records.delete(workspace, "person", [person])
    with pytest.raises(errors.Refused, match="thùng rác"):
        records.restore(workspace, "rating", [rating])
    records.restore(workspace, "person", [person])
    assert records.restore(workspace, "rating", [rating])


def test_a_record_does_not_come_back_to_a_unit_that_is_gone(workspace: Workspace, unit: str, person: str) -> None:
    records.delete(workspace, "person", [person])
    records.delete(workspace, "unit", [unit])
    with pytest.raises(errors.Refused, match="thùng rác"):
        records.restore(workspace, "person", [person])
    assert living(workspace, "person") == set()


def test_a_record_does_not_come_back_beside_its_like(workspace: Workspace, unit: str) -> None:
    draft = UnitDraft(code="SONLA", name="Trường Chính trị tỉnh Sơn La", short_name="Sơn La")
    old = put(workspace, draft)
    records.delete(workspace, "unit", [old])
    put(workspace, draft)
    with pytest.raises(errors.Refused, match="Mã này đã dùng"):
        records.restore(workspace, "unit", [old])
    assert old not in living(workspace, "unit")


def test_many_records_are_deleted_and_brought_back_at_once(workspace: Workspace, unit: str) -> None:
    with workspace.changing("Nhập") as session:
        uids = [
            records.add(session, PersonDraft(full_name=f"Người {number}", unit_uid=unit)).uid for number in range(600)
        ]
    records.delete(workspace, "person", uids)
    assert workspace.read(listing.count, Listing(kind="person", trashed=True)) == 600
    records.restore(workspace, "person", uids)
    assert workspace.read(listing.count, Listing(kind="person")) == 600


# --- one person entered twice -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entered", "same"),
    [
        (PersonDraft(full_name="nguyen van hiep"), True),
        (PersonDraft(full_name="NGUYỄN VĂN HIỆP", birth_date=PartialDate(1976, 9, 2)), True),
        (PersonDraft(full_name="Nguyễn Văn Hiệp", birth_date=PartialDate(1976)), True),
        (PersonDraft(full_name="Nguyễn Văn Hiệp", birth_date=PartialDate(1977)), False),
        (PersonDraft(full_name="Nguyễn Văn Hiệp A"), False),
        (PersonDraft(full_name="Nguyễn Hiệp"), False),
        (PersonDraft(full_name="%"), False),
        (PersonDraft(full_name=""), False),
        (RatingDraft(), False),
    ],
)
def test_one_person_entered_twice_is_noticed(workspace: Workspace, person: str, entered: Draft, same: bool) -> None:
    assert [row.uid for row in records.duplicates(workspace, entered)] == ([person] if same else [])


@pytest.mark.parametrize(
    ("stored", "entered"),
    [("Nguyễn Thị Lý", "Nguyễn Thị Lí"), ("Lê Mỹ Kỳ", "Lê Mĩ Kì"), ("H’Hen Niê", "H'Hen Niê"), ("K'Vân", "KVân")],
)
def test_one_name_in_two_spellings_is_noticed(workspace: Workspace, unit: str, stored: str, entered: str) -> None:
    uid = put(workspace, PersonDraft(full_name=stored, unit_uid=unit))
    assert [row.uid for row in records.duplicates(workspace, PersonDraft(full_name=entered))] == [uid]


def test_people_in_the_trash_are_not_met_again(workspace: Workspace, person: str) -> None:
    records.delete(workspace, "person", [person])
    assert records.duplicates(workspace, PersonDraft(full_name="Nguyễn Văn Hiệp")) == ()


def test_drafts_of_every_kind_name_the_kind_they_add(workspace: Workspace, unit: str, person: str) -> None:
    cluster = records.create(workspace, ClusterDraft(name="Cụm số 1"))
    assert cluster.label == "Thêm cụm thi đua “Cụm số 1”"
    event = records.create(workspace, EventDraft(kind="HOI_NGHI", title="Hội nghị " + "dài " * 40, year=2020))
    assert event.label.startswith("Thêm sự kiện “Hội nghị dài")
    assert len(event.label) < 90
    rating = records.create(workspace, RatingDraft(person_uid=person, year=2020, quality="HTNV"))
    assert rating.label == "Thêm xếp loại"
    measure = DisciplineDraft(person_uid=person, measure="KHIEN_TRACH", decided_on=PartialDate(2019, 3))
    assert records.create(workspace, measure).label == "Thêm kỷ luật “Khiển trách”"
    initiative = InitiativeDraft(person_uid=person, title="Đổi mới", year=2020, level="CO_SO")
    assert records.create(workspace, initiative).label == "Thêm sáng kiến, đề tài “Đổi mới”"
