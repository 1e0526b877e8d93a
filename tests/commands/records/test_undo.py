"""Every act can be taken back and done again, a hundred and more of them, also after the file was closed."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.domain.events.events import AttachmentDraft, EventDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import RECORD_TABLES, Act
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.random_acts import ACTS, Clerk, TableLine
from tests.records.every_kind import one_of_each

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

# The journal keeps what was undone too, and the bytes of a photo stay so that redo can show it again.
BOOKKEEPING = {"act", "change", "blob"}
ACTS_OF_A_DAY = 130
CODE = re.compile(r"\b[A-Z0-9]+_[A-Z0-9_]+\b|[a-z]_[a-z]|\b[0-9a-f]{8}-[0-9a-f]{4}")
Table = dict[str, list[str]]


def everything(workspace: Workspace) -> Table:
    """Every row of every table as SQLite holds it, sort and search keys included."""
    with workspace.alone() as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        kept = [name for name in names if name not in BOOKKEEPING and not name.startswith("person_search_")]
        return {name: sorted(repr(row) for row in raw.execute(f"SELECT * FROM {name}")) for name in kept}


def take_back_all(workspace: Workspace) -> int:
    steps = 0
    while undo.undo_label(workspace) is not None:
        assert undo.undo(workspace)
        steps += 1
    return steps


def do_all_again(workspace: Workspace) -> int:
    steps = 0
    while undo.redo_label(workspace) is not None:
        assert undo.redo(workspace)
        steps += 1
    return steps


def names_in(workspace: Workspace) -> list[str]:
    return [row.title for row in workspace.read(listing.page, Listing(kind="person"))]


def rename(workspace: Workspace, uid: str, name: str) -> None:
    values: dict[str, Any] = dict(workspace.read(listing.find, "person", uid).values)
    records.edit(workspace, uid, PersonDraft(**values | {"full_name": name}))


# --- any acts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1976])
def test_more_than_a_hundred_random_acts_are_taken_back_and_done_again(workspace: Workspace, seed: int) -> None:
    steps_before = len(one_of_each(workspace))
    beginning = everything(workspace)
    clerk = Clerk(workspace, seed)
    clerk.work(ACTS_OF_A_DAY)
    end = everything(workspace)
    assert clerk.done == set(ACTS)
    assert clerk.kinds == set(RECORD_TABLES)

    for _ in range(ACTS_OF_A_DAY):
        undo.undo(workspace)
    assert everything(workspace) == beginning
    assert check(workspace).problems == ()
    assert do_all_again(workspace) == ACTS_OF_A_DAY
    assert everything(workspace) == end
    assert check(workspace).problems == ()

    assert take_back_all(workspace) == steps_before + ACTS_OF_A_DAY
    assert all(not rows for name, rows in everything(workspace).items() if name in RECORD_TABLES)


@pytest.mark.parametrize("seed", [7, 8])
def test_each_step_back_and_forward_passes_the_same_moments(workspace: Workspace, seed: int) -> None:
    one_of_each(workspace)
    clerk = Clerk(workspace, seed)
    moments = [everything(workspace)]
    for _ in range(40):
        clerk.work(1)
        moments.append(everything(workspace))
    for moment in moments[-2::-1]:
        undo.undo(workspace)
        assert everything(workspace) == moment
    for moment in moments[1:]:
        undo.redo(workspace)
        assert everything(workspace) == moment


def test_new_acts_branch_off_anywhere(workspace: Workspace) -> None:
    """Some acts, some steps back, another act: what was left behind never comes back, the rest can be gone through."""
    one_of_each(workspace)
    clerk = Clerk(workspace, 11)
    moments = [everything(workspace)]
    for _ in range(10):
        for _act in range(clerk.random.randint(1, 5)):
            clerk.work(1)
            moments.append(everything(workspace))
        for _step in range(clerk.random.randint(0, 3)):
            undo.undo(workspace)
            moments.pop()
            if len(moments) == 1:
                break
    clerk.work(1)
    moments.append(everything(workspace))
    assert undo.redo_label(workspace) is None
    for moment in moments[-2::-1]:
        undo.undo(workspace)
        assert everything(workspace) == moment
    for moment in moments[1:]:
        undo.redo(workspace)
        assert everything(workspace) == moment
    assert undo.redo_label(workspace) is None


# --- many steps -------------------------------------------------------------------------------------------


def test_a_hundred_and_twenty_steps_back_and_forward(workspace: Workspace, person: str) -> None:
    names = [f"Người {number}" for number in range(121)]
    rename(workspace, person, names[0])
    for name in names[1:]:
        rename(workspace, person, name)
    for name in reversed(names[:-1]):
        undo.undo(workspace)
        assert names_in(workspace) == [name]
    for name in names[1:]:
        undo.redo(workspace)
        assert names_in(workspace) == [name]
    with pytest.raises(errors.NothingToUndo, match="Không có việc nào để làm lại"):
        undo.redo(workspace)


def test_a_new_workspace_has_nothing_to_take_back(workspace: Workspace) -> None:
    assert (undo.undo_label(workspace), undo.redo_label(workspace)) == (None, None)
    with pytest.raises(errors.NothingToUndo, match="Không còn việc nào để hoàn tác"):
        undo.undo(workspace)


def test_a_new_act_closes_the_way_forward(workspace: Workspace, person: str) -> None:
    for name in ("Hai", "Ba", "Bốn"):
        rename(workspace, person, name)
    undo.undo(workspace)
    undo.undo(workspace)
    assert names_in(workspace) == ["Hai"]
    rename(workspace, person, "Năm")
    assert undo.redo_label(workspace) is None
    with pytest.raises(errors.NothingToUndo):
        undo.redo(workspace)
    assert names_in(workspace) == ["Năm"]
    steps = []
    for _ in range(3):
        undo.undo(workspace)
        steps.append(names_in(workspace))
    assert steps == [["Hai"], ["Nguyễn Văn Hiệp"], []]
    assert do_all_again(workspace) == 3
    assert names_in(workspace) == ["Năm"]


def test_an_act_that_changes_nothing_leaves_the_way_forward_open(workspace: Workspace, person: str) -> None:
    rename(workspace, person, "Hai")
    undo.undo(workspace)
    rename(workspace, person, "Nguyễn Văn Hiệp")
    undo.redo(workspace)
    assert names_in(workspace) == ["Hai"]


def test_a_refused_act_leaves_the_way_forward_open(workspace: Workspace, unit: str, person: str) -> None:
    rename(workspace, person, "Hai")
    undo.undo(workspace)
    with pytest.raises(errors.Refused):
        records.delete(workspace, "unit", [unit])
    undo.redo(workspace)
    assert names_in(workspace) == ["Hai"]


def test_the_way_back_and_forward_survives_closing_the_file(workspace: Workspace, tmp_path: Path) -> None:
    one_of_each(workspace)
    beginning = everything(workspace)
    clerk = Clerk(workspace, 3)
    clerk.work(20)
    end = everything(workspace)
    for _ in range(5):
        undo.undo(workspace)
    path = workspace.path
    workspace.close()
    opened = Workspace.open(path)
    assert undo.redo_label(opened) == clerk.labels[15]
    for _ in range(15):
        undo.undo(opened)
    assert everything(opened) == beginning
    opened.close()
    again = Workspace.open(path)
    assert do_all_again(again) == 20
    assert everything(again) == end
    again.close()


# --- single acts ------------------------------------------------------------------------------------------


def test_a_table_of_staff_is_one_step(workspace: Workspace, unit: str, person: str) -> None:
    before = everything(workspace)
    rows = [
        TableLine(5, {"full_name": "Nguyễn Văn Hiệp", "birth_date": "02/09/1976", "department_uid": "Khoa Dân vận"}),
        TableLine(6, {"full_name": "Giàng A Páo", "department_uid": "Khoa Dân vận"}),
        *(TableLine(number, {"full_name": f"Vàng A {number}"}) for number in range(7, 60)),
    ]
    importing.import_table(
        workspace, importing.plan_table(workspace, STAFF, rows, Shared(unit_uid=unit)), "Danh sách.xlsx"
    )
    after = everything(workspace)
    assert undo.undo_label(workspace) == "Nhập 55 cán bộ từ “Danh sách.xlsx”"
    undo.undo(workspace)
    assert everything(workspace) == before
    undo.redo(workspace)
    assert everything(workspace) == after
    # The name index went the same way: people are found again, each once.
    assert [row.title for row in workspace.read(listing.page, Listing(kind="person", search="pao"))] == ["Giàng A Páo"]


def test_a_photo_taken_back_can_be_shown_again(workspace: Workspace) -> None:
    event = records.create(workspace, EventDraft(kind="HOI_NGHI", title="Hội nghị", year=2020)).uids[0]
    file = attachments.NewFile(AttachmentDraft(event_uid=event, file_name="ảnh.png"), b"a photo", "image/png")
    attachments.attach(workspace, [file])
    undo.undo(workspace)
    assert workspace.read(listing.page, Listing(kind="attachment")) == ()
    undo.redo(workspace)
    (shown,) = workspace.read(listing.page, Listing(kind="attachment"))
    assert attachments.contents(workspace, str(shown.values["sha256"])) == b"a photo"


def test_pages_are_told_what_came_back(workspace: Workspace, person: str) -> None:
    (line,) = [row.uid for row in workspace.read(listing.page, Listing(kind="service"))]
    records.delete(workspace, "person", [person])
    back = undo.undo(workspace)
    assert (back.label, back.kinds) == ("Hoàn tác: Xóa cán bộ", frozenset({"person", "service"}))
    assert set(back.uids) == {person, line}
    again = undo.redo(workspace)
    assert (again.label, again.kinds) == ("Làm lại: Xóa cán bộ", back.kinds)
    assert set(again.uids) == {person, line}


def test_what_cannot_be_taken_back_stands(workspace: Workspace, unit: str) -> None:
    with workspace.changing("Lập sổ mẫu", undoable=False) as session:
        records.add(session, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))
    assert undo.undo_label(workspace) is None
    records.create(workspace, PersonDraft(full_name="Sùng Ân", unit_uid=unit))
    assert take_back_all(workspace) == 1
    assert names_in(workspace) == ["Lò Thị Ơn"]


# --- the words of an act ----------------------------------------------------------------------------------


def labels(session: Session) -> list[str]:
    return list(session.scalars(select(Act.label).order_by(Act.number)))


def test_the_words_of_every_act_are_words_of_a_clerk(workspace: Workspace) -> None:
    uids = one_of_each(workspace)
    Clerk(workspace, 5).work(100)
    told = workspace.read(labels)
    first = (
        "Thêm ",
        "Sửa ",
        "Xóa ",
        "Lấy lại ",
        "Đổi trạng thái ",
        "Lập quyết định ",
        "Đính kèm ",
        "Nhập ",
        "In ",
        "Phát hành ",
    )
    assert [label for label in told if not label.startswith(first)] == []
    assert [label for label in told if CODE.search(label)] == []
    assert [label for label in told if len(label) > 120] == []
    named = {kind.label for kind in KINDS.values() if kind.key != "attachment"}
    assert {label for label in named if not any(label in act for act in told[: len(uids)])} == set()
    assert "Thêm kỷ luật “Khiển trách”" in told
