"""Every changed field stands in the journal with its act; nothing writes around it."""

import datetime
import unicodedata
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from cluster_desktop.commands.records import records
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Act, Change, Person, Setting, Unit
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import HistoryLine, history
from tests.records.contents import wrong_keys
from tests.records.every_kind import one_of_each

PERSON_TABLE: Any = Person.__table__
Line = tuple[str, str, str | None, str | None, str | None]


def last_act(session: Session) -> tuple[Act, list[Line]]:
    act = session.scalars(select(Act).order_by(Act.number.desc()).limit(1)).one()
    changes = session.scalars(select(Change).where(Change.act_number == act.number).order_by(Change.id))
    return act, [(item.table_name, item.operation, item.field, item.old, item.new) for item in changes]


def present(workspace: Workspace, uid: str) -> dict[str, Any]:
    return dict(workspace.read(listing.find, "person", uid).values)


def lines(workspace: Workspace, uid: str) -> list[tuple[str, str, str]]:
    return [(line.field, line.old, line.new) for line in workspace.read(history, uid)]


def test_an_edit_is_one_line_for_each_changed_field(workspace: Workspace, person: str) -> None:
    workspace.who = "Hoàng Lan"
    before = datetime.datetime.now().astimezone().replace(microsecond=0)
    changed = present(workspace, person) | {"full_name": "Nguyễn Văn Hiệu", "phone": "0912345678", "birth_date": None}
    records.edit(workspace, person, PersonDraft(**changed))
    act, changes = workspace.read(last_act)
    assert sorted(changes, key=str) == [
        ("person", "update", "birth_date", '"1976-09"', None),
        ("person", "update", "full_name", '"Nguyễn Văn Hiệp"', '"Nguyễn Văn Hiệu"'),
        ("person", "update", "phone", None, '"0912345678"'),
    ]
    assert (act.who, act.kind, act.label) == ("Hoàng Lan", "do", "Sửa cán bộ “Nguyễn Văn Hiệu”")
    assert act.workspace_uid == workspace.uid
    assert before <= datetime.datetime.fromisoformat(act.at) <= datetime.datetime.now().astimezone()


def test_acts_are_numbered_in_order(workspace: Workspace, person: str) -> None:
    numbers = workspace.read(lambda session: list(session.scalars(select(Act.number).order_by(Act.at, Act.number))))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 2


def test_equal_values_write_nothing(workspace: Workspace, person: str) -> None:
    act, _changes = workspace.read(last_act)
    same = present(workspace, person)
    changes = records.edit(workspace, person, PersonDraft(**same))
    assert not changes
    # The same letters written apart are the same name, and spaces around it are nothing.
    apart = unicodedata.normalize("NFD", f"  {same['full_name']} ")
    assert not records.edit(workspace, person, PersonDraft(**same | {"full_name": apart}))
    assert workspace.read(last_act)[0].number == act.number
    assert not workspace.changed_since_backup or act.number == 2


def test_a_record_made_and_changed_in_one_act_can_be_read_from_the_journal(workspace: Workspace, unit: str) -> None:
    with workspace.changing("Nhập") as session:
        made = records.add(session, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
        records.assign(session, made, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, phone="0912345678"))
        uid = made.uid
    _act, changes = workspace.read(last_act)
    assert [(operation, field) for table, operation, field, _old, _new in changes if table == "person"] == [
        ("insert", None),
        ("update", "phone"),
    ]
    assert ("Điện thoại", "", "0912345678") in lines(workspace, uid)


@pytest.mark.parametrize(
    "statement",
    [
        update(Person).values(position="Trưởng khoa"),
        delete(Person),
        insert(Unit).values(uid="u", code="A", name="A", short_name="A", sort_key="", search_key=""),
        update(Setting).values(value="x"),
        update(PERSON_TABLE).values(position="Trưởng khoa"),
        delete(PERSON_TABLE),
    ],
    ids=["update", "delete", "insert", "setting", "table update", "table delete"],
)
def test_writing_around_the_journal_is_refused(workspace: Workspace, person: str, statement: Any) -> None:
    def write() -> None:
        with workspace.changing("Sửa hàng loạt") as session:
            session.execute(statement)

    before = present(workspace, person)
    with pytest.raises(RuntimeError, match="journal"):
        write()
    assert present(workspace, person) == before


def test_sort_and_search_keys_follow_the_name(workspace: Workspace, person: str) -> None:
    one_of_each(workspace, decomposed=True)
    changed = present(workspace, person) | {"full_name": "Đặng Thị Hoà", "other_name": "Bà Ơn"}
    records.edit(workspace, person, PersonDraft(**changed))
    stored = workspace.read(lambda session: session.get_one(Person, person))
    assert stored.sort_key == names.sort_key("Đặng Thị Hoà")
    assert stored.search_key == "dang thy hoa ba on"  # i and y are one letter to whoever searches
    assert stored.marked_key == "đặng thỵ hòa bà ơn"
    assert wrong_keys(workspace) == []


def test_history_speaks_the_words_of_the_screen(workspace: Workspace) -> None:
    uids = one_of_each(workspace)
    workspace.who = "Hoàng Lan"
    person = uids["person"]
    values = present(workspace, person)
    records.edit(workspace, person, PersonDraft(**values | {"gender": "NAM", "birth_date": PartialDate(1977)}))
    records.edit(workspace, person, PersonDraft(**values | {"gender": None, "department_uid": None}))
    told = lines(workspace, person)
    assert ("Giới tính", "Nữ", "Nam") in told
    assert ("Ngày sinh", "02/09/1976", "1977") in told
    assert ("Khoa, phòng", "Khoa Xây dựng Đảng", "") in told
    assert ("Đơn vị", "", "Lào Cai") in told
    assert told.index(("Giới tính", "Nam", "")) < told.index(("Giới tính", "Nữ", "Nam"))
    newest = workspace.read(history, person)[0]
    assert (newest.who, newest.act) == ("Hoàng Lan", "Sửa cán bộ “Hoàng Thị Thuý Điều”")
    event = uids["event"]
    stored: dict[str, Any] = dict(workspace.read(listing.find, "event", event).values)
    del stored["papers"]
    records.edit(workspace, event, EventDraft(**stored | {"attendance": 1250, "cost_spent": 7_000_000}))
    assert ("Số người dự", "45", "1.250") in lines(workspace, event)
    assert ("Kinh phí thực chi (đồng)", "", "7.000.000") in lines(workspace, event)


def test_history_of_every_kind_has_only_words(workspace: Workspace) -> None:
    uids = one_of_each(workspace)
    every = {kind: workspace.read(history, uid) for kind, uid in uids.items()}
    assert all(every.values())
    codes = set(uids.values()) | {"THIEN_NGUYEN", "CA_NHAN", "GK", "CO_SO", "THAC_SI", "True"}
    unread = [line for told in every.values() for line in told if {line.old, line.new} & codes]
    assert unread == []
    labels = {line.field for told in every.values() for line in told}
    assert not {label for label in labels if label.isascii() and "_" in label}


def test_the_trash_and_the_way_back_are_told(workspace: Workspace, person: str) -> None:
    records.delete(workspace, "person", [person])
    records.restore(workspace, "person", [person])
    told: tuple[HistoryLine, ...] = workspace.read(history, person)
    back, gone = told[0], told[1]
    assert (gone.act, gone.field, gone.old) == ("Xóa cán bộ", "Chuyển vào thùng rác", "")
    assert (back.act, back.field, back.new) == ("Lấy lại cán bộ", "Chuyển vào thùng rác", "")
    assert gone.new == back.old != ""
